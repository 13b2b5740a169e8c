// denied: what is denied, or said not to be (of X)?
// param x: entity?
// example: kg query denied Russia
var no = g.V("negative").in(kg("polarity"))
each(x ? no.and(statements(x)) : no)
