// timeline: what happened with X, in order of time?
// param x: entity
// example: kg query timeline Ukraine
var when = {}
statements(x).tag("statement").saveOpt(kg("timeStart"), "start").saveOpt(kg("timeValue"), "value").tagArray().forEach(function (row) {
  when[row.statement] = [row.value || "", literal(row.start)]
})
var dates = {}
statements(x).tag("statement").follow(documents).save(schema("datePublished"), "date").tagArray().forEach(function (row) {
  var date = row.date && row.date.toISOString ? row.date.toISOString() : literal(row.date)
  if (!dates[row.statement] || date < dates[row.statement]) dates[row.statement] = date
})
Object.keys(when).map(function (s) {
  var time = when[s][0]
  return { statement: s, time: time, published: (dates[s] || "").slice(0, 10), key: (time || dates[s] || "9999") + " " + s }
}).sort(function (a, b) { return a.key < b.key ? -1 : 1 }).forEach(function (row) {
  g.emit({ statement: row.statement, time: row.time, published: row.published })
})
