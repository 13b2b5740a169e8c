var rdf = function (n) { return iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#" + n) }
var schema = function (n) { return iri("http://schema.org/" + n) }
var prov = function (n) { return iri("http://www.w3.org/ns/prov#" + n) }
var oa = function (n) { return iri("http://www.w3.org/ns/oa#" + n) }
var kg = function (n) { return iri("urn:kg:v/" + n) }
var id = function (n) { return iri(BASE + n) }
var p = function (n) { return id("p/" + n) }
var not = function (n) { return id("not/" + n) }
var maybe = function (n) { return id("maybe/" + n) }
var r = function (n) { return id("r/" + n) }
var d = function (n) { return id("d/" + n) }
// e("joe-biden") is the first that exists of e/joe-biden, e/joe-biden.org, e/joe-biden.place …
var e = function (n) {
  for (var i = 0; i < SUFFIXES.length; i++) {
    var found = id("e/" + n + SUFFIXES[i])
    if (g.V(found).out(schema("name")).limit(1).toArray().length > 0) return found
  }
  return id("e/" + n)
}
// Morphisms, for follow() and followR().
var passages = g.M().out(prov("wasDerivedFrom")) // statement → passages
var sentences = g.M().out(prov("wasDerivedFrom")).out(oa("exact")) // statement → sentences
var documents = g.M().out(prov("wasDerivedFrom")).out(oa("hasSource")) // statement → documents
var asserted = g.M().in(rdf("subject")).has(kg("status"), "asserted").out(rdf("object")) // entity → what it acts on
var denied = g.M().in(rdf("subject")).has(kg("status"), "denied").out(rdf("object"))
var doubted = g.M().in(rdf("subject")).has(kg("status"), "doubted").out(rdf("object"))
// statements(x) is the path of the statements that x stands in, in any role.
var statements = function (x) { return g.V(x).in().has(rdf("type"), rdf("Statement")) }
// names(x) lists the names of x; naming(x) is a filter for texts that hold one of them, naming(x, "with|for") for texts
// that hold one at most three words behind one of the words given.
var names = function (x) { return g.V(x).out(schema("name")).toArray().concat(g.V(x).out(schema("alternateName")).toArray()) }
var naming = function (x, after) {
  var words = names(x).filter(function (n) { return n.length > 2 || n == n.toUpperCase() })
  if (words.length == 0) words = names(x)
  if (words.length == 0) words = ["\u0000"] // x is not in the graph: nothing names it
  var before = after ? "(" + after + ")[ \n]([^ ,;.]+ ){0,3}" : ""
  return regex("(^|[^\\pL\\pN])" + before + "(" + words.map(function (n) { return n.replace(/[^A-Za-z0-9\u0080-\uffff ]/g, "\\$&") }).join("|") + ")($|[^\\pL\\pN])")
}
// literal(v) is the text of a literal, with or without a datatype.
var literal = function (v) {
  if (v === undefined || v === null) return ""
  var typed = /^"([^]*)"\^\^<[^>]*>$/.exec(String(v))
  return typed ? typed[1] : String(v)
}
// each(path) emits the statements of a path, each once.
var each = function () {
  var seen = {}
  for (var i = 0; i < arguments.length; i++) {
    arguments[i].unique().toArray().forEach(function (s) { seen[s] = true })
  }
  Object.keys(seen).sort().forEach(function (s) { g.emit({ statement: s }) })
}
