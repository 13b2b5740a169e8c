// sources: which documents speak of X, and how much?
// param x: entity?
// example: kg query sources Ukraine
var count = {}
var of = x ? statements(x) : g.V(rdf("Statement")).in(rdf("type"))
of.tag("statement").follow(documents).tag("document").tagArray().forEach(function (row) {
  count[row.document] = count[row.document] || {}
  count[row.document][row.statement] = true
})
Object.keys(count).sort().forEach(function (doc) {
  var row = { document: doc, statements: Object.keys(count[doc]).length }
  var node = iri(doc.slice(1, -1))
  row.title = g.V(node).out(schema("headline")).toArray()[0] || ""
  row.date = literal(g.V(node).out(schema("datePublished")).toArray()[0]).slice(0, 10)
  g.emit(row)
})
