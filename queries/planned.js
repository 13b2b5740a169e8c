// planned: what is to come, as planned, promised or foreseen (of X)?
// param x: entity?
// example: kg query planned NATO
var coming = g.V("future").in(kg("tense"))
each(x ? coming.and(statements(x)) : coming)
