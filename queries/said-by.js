// said-by: what did X say?
// param x: entity
// example: kg query said-by CNN
each(
  g.V(x).in(kg("by")),
  g.V("speech").in(kg("kind")).and(g.V(x).in(rdf("subject"))),
)
