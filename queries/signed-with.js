// signed-with: who signed, or is to sign, agreements with X?
// param x: entity
// example: kg query signed-with Ukraine
var signing = [p("sign"), p("sign-with"), p("ratify")]
var that = function (path) { return path.has.apply(path, [rdf("predicate")].concat(signing)) }
var all = g.V.apply(g, signing).in(rdf("predicate"))
each(
  that(statements(x)), // X signs, or somebody with X
  that(that(statements(x)).follow(passages).in(prov("wasDerivedFrom"))), // who else signs in the same sentence
  all.tag("s").out(kg("objectAs")).out(schema("name")).filter(naming(x)).back("s"), // "an agreement with X"
  all.tag("s").follow(sentences).filter(naming(x, "with|and|between")).back("s"), // "signed an agreement on Thursday with X"
)
