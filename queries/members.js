// members: who is one of X?
// param x: entity
// example: kg query members "15 countries"
each(g.V("membership").in(kg("kind")).and(statements(x)))
