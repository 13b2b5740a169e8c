// signed-with: who signed, or is to sign, agreements with X?
// param x: entity
// example: kg query signed-with Ukraine
var signing = function (path) {
  return path.has(rdf("predicate"), p("sign"), p("ink"), p("initial"), p("conclude"), p("strike"), p("seal"), p("finalize"), p("ratify"))
}
var all = g.V(p("sign"), p("ink"), p("initial"), p("conclude"), p("strike"), p("seal"), p("finalize"), p("ratify")).in(rdf("predicate"))
each(
  signing(statements(x)), // X signs, or somebody with X
  signing(signing(statements(x)).follow(passages).in(prov("wasDerivedFrom"))), // who else signs in the same sentence
  all.tag("s").out(kg("objectAs")).out(schema("name")).filter(naming(x)).back("s"), // "an agreement with X"
  all.tag("s").follow(sentences).filter(naming(x, "with|and|between")).back("s"), // "signed an agreement on Thursday with X"
)
