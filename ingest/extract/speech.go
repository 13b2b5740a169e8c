package extract

import (
	"strings"

	"kg/graph"
)

// speech states an act of speech: X · say · CLAUSE. It reports whether c is one.
func (a *analysis) speech(x *Extractor, c *clause, subj []graph.Value) bool {
	t := c.t
	l := t.lemma(c.head)
	if !speechVerbs[l] {
		return false
	}
	k := t.kid(c.head, "ccomp")
	for _, d := range c.comp {
		if k < 0 && d.link == content && d.noun < 0 && !t.is(d.head, "csubj") {
			k = d.head // "insisted all summer that"
		}
	}
	if k < 0 {
		if c.link == aside && a.saying(c) && c.up != nil && len(subj) > 0 {
			w := t.words(t.clauseText(c.up.head))
			for _, s := range subj {
				a.emit(x, c, graph.Statement{Kind: graph.Speech, Subject: s, Relation: c.relation(""), Object: graph.Value{Name: w, Text: w, Class: "Clause"}})
			}
			return true
		}
		if len(c.obj) == 0 && c.link != complement && c.link != participial && c.link != relative && a.saying(c) && t.kid(c.head, "obl") < 0 && !a.status(c).negative && !c.speaksUp() {
			return true
		}
		return false
	}
	if c.passive && len(subj) == 0 {
		return true // "it is reported that": nobody speaks
	}
	ids := t.clauseText(k)
	if len(ids) > 28 {
		ids = t.firstClause(k, ids)
	}
	w := t.words(ids)
	for m, s := range subj {
		if s.None() {
			continue
		}
		var q graph.Quantity
		if k := c.doer(m, len(subj)); k >= 0 {
			q = a.quantity(t, k)
		}
		a.emit(x, c, graph.Statement{Kind: graph.Speech, Subject: s, Relation: c.relation(""), Object: graph.Value{Name: w, Text: w, Class: "Clause"}, Quantity: q})
	}
	return true
}

// speaksUp reports whether the clause says that somebody spoke, and no more: "38 witnesses testified".
func (c *clause) speaksUp() bool {
	told := c.link == top || c.link == conjunct || c.link == adverbial && (c.mark == "after" || c.mark == "before" || c.mark == "because" || c.mark == "when")
	if !told || !deposing[c.t.lemma(c.head)] || len(c.comp) > 0 && c.comp[0].link == content {
		return false
	}
	for i := range c.t.toks {
		if c.t.tag(i, "PUNCT") && strings.ContainsAny(c.t.toks[i].Text, "\"“”") {
			return false
		}
	}
	return true
}

// deposing are the speechVerbs that tell an act by themselves.
var deposing = set("testify complain comment")
