package extract

import (
	"sort"

	"kg/graph"
)

// relation is c's predicate: the lemma with particle and prep, and its wording with auxiliaries and negation.
func (c *clause) relation(extra string, also ...int) graph.Relation {
	t := c.t
	lemma := t.lemma(c.head)
	ids := []int{c.head}
	if c.cop >= 0 {
		lemma = "be"
		ids = []int{c.cop}
	}
	for _, p := range t.all(c.head, "compound:prt") {
		if c.cop < 0 {
			lemma += " " + t.low(p)
			ids = append(ids, p)
		}
	}
	for _, x := range t.all(c.head, "aux") {
		ids = append(ids, x)
	}
	for _, x := range t.all(c.head, "advmod") {
		if negator(t.low(x)) {
			ids = append(ids, x)
		}
	}
	if h := c.head; c.cop < 0 && h > 1 && t.toks[h-1].Text == "-" && t.toks[h-1].End == t.toks[h].Start && t.toks[h-2].End == t.toks[h-1].Start {
		lemma = t.low(h-2) + "-" + lemma // "fast-track"
		ids = append(ids, h-2, h-1)
	}
	if u := c.up; u != nil && c.link == complement && c.cop < 0 && phases[u.t.lemma(u.head)] && t.gerund(c.head) {
		lemma = u.t.lemma(u.head) + " " + t.low(c.head)
		ids = append(ids, u.head)
	}
	if extra != "" {
		lemma += " " + extra
	}
	ids = append(ids, also...)
	sort.Ints(ids)
	return graph.Relation{Lemma: lemma, Text: t.words(ids)}
}

// bare makes a relation of a lemma alone, for those that no verb states.
func bare(lemma, wording string) graph.Relation {
	if wording == "" {
		wording = lemma
	}
	return graph.Relation{Lemma: lemma, Text: wording}
}
