// evidence: which sentences bear the edge from A by RELATION to B?
// param a: entity
// param relation: relation
// param b: entity?
// example: kg query evidence Ukraine sign
var path = g.V(a).in(rdf("subject")).has(rdf("predicate"), relation)
each(b ? path.has(rdf("object"), b) : path)
