// relates: what relates A and B?
// param a: entity
// param b: entity
// example: kg query relates "Joe Biden" Ukraine
each(statements(a).and(statements(b)))
