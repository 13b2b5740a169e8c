// roles: what is X: titles, offices, descriptions?
// param x: entity
// example: kg query roles "Jake Sullivan"
each(g.V("attribute").in(kg("kind")).and(g.V(x).in(rdf("subject"))))
