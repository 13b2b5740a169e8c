package extract

import (
	"strings"

	"kg/graph"
)

// within are the things that the noun phrase of i ties to its noun by a preposition or as its owner: Ukraine in "an
// agreement with Ukraine", the institute in "its director". Names hold their own parts.
func (a *analysis) within(t *syntax, i int) []graph.Role {
	i = t.deref(i)
	if i < 0 || a.named(t, i) && !t.tag(i, "NOUN") {
		return nil
	}
	var out []graph.Role
	for _, k := range append(t.all(i, "nmod"), t.lent(i)...) {
		if t.is(k, "nmod:desc", "nmod:unmarked") || t.membership(k) {
			continue
		}
		p := t.prep(k)
		if t.is(k, "nmod:poss") {
			p = "of"
		}
		if p == "" {
			continue
		}
		for _, j := range t.conj(k) {
			if !a.named(t, t.deref(j)) && !a.owner(t, j) && !(t.is(k, "nmod:poss") && properName(a.value(t, j).Name)) && !(p == "on" && imposed[t.lemma(i)]) && !(t.is(k, "nmod:poss") && t.roleNoun(i) && t.kid(j, "det") >= 0 && t.low(t.kid(j, "det")) == "the") {
				continue
			}
			out = append(out, graph.Role{Name: p, Value: a.value(t, j)})
		}
	}
	return out
}

// possessor is the owner of what noun i names where a pronoun says whose it is: Castle in "Castle, whose offices are in Calgary".
func (a *analysis) possessor(t *syntax, i int) []graph.Role {
	if i < 0 {
		return nil
	}
	if k := t.kid(i, "nmod:poss"); k >= 0 && !a.named(t, i) && a.owner(t, k) {
		return []graph.Role{{Name: "of", Value: a.value(t, k)}}
	}
	return nil
}

// imposed are nouns for burdens, which lie on somebody.
var imposed = set("sanction tariff tax duty embargo ban fine penalty restriction curb limit levy pressure attack assault raid strike ceiling")

// owner reports whether i is a possessive pronoun that stands for a thing of the text.
func (a *analysis) owner(t *syntax, i int) bool {
	if !t.is(i, "nmod:poss") || !t.tag(i, "PRON", "DET") {
		return false
	}
	e := a.index.Entity(t.n, t.deref(i))
	return e >= 0 && !pronouns[strings.ToLower(a.doc.Entities[e].Name)]
}
