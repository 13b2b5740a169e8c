// said-about: who said what about X?
// param x: entity
// example: kg query said-about "Donald Trump"
var said = g.V("speech").in(kg("kind"))
each(
  statements(x).tag("s").out(kg("by")).back("s"), // what a source says of X
  said.tag("s").out(rdf("object")).filter(naming(x)).back("s"), // whose words name X
)
