// neighbours: what does X act on, and what acts on X?
// param x: entity
// example: kg query neighbours NATO
var count = {}
var add = function (path, way) {
  path.tagArray().forEach(function (row) {
    var key = JSON.stringify([way, row.relation, row.status, row.neighbour])
    count[key] = (count[key] || 0) + 1
  })
}
add(g.V(x).in(rdf("subject")).save(rdf("predicate"), "relation").save(kg("status"), "status").out(rdf("object")).tag("neighbour"), "→")
add(g.V(x).in(rdf("object")).save(rdf("predicate"), "relation").save(kg("status"), "status").out(rdf("subject")).tag("neighbour"), "←")
Object.keys(count).sort(function (a, b) { return count[b] - count[a] || (a < b ? -1 : 1) }).forEach(function (key) {
  var row = JSON.parse(key)
  g.emit({ way: row[0], relation: row[1], status: row[2], neighbour: row[3], statements: count[key] })
})
