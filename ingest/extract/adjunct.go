package extract

import (
	"strings"

	"kg/graph"
)

// timeOf is the time that restricts c, as written.
func (a *analysis) timeOf(c *clause) graph.Time {
	t := c.t
	var often graph.Time
	for x := c; x != nil; x = x.up {
		for _, k := range t.kids[x.head] {
			if !t.is(k, "obl", "advmod", "nmod:unmarked") || t.is(k, "obl:agent") {
				continue
			}
			if tm, ok := a.timePhrase(t, k); ok {
				if t.lemma(k) == "time" && t.feat(k, "Number") == "Plur" { // "three times since 2022": how often, if not when
					often = tm
					continue
				}
				return tm
			}
		}
		if x.link == conjunct && !x.own {
			for _, k := range x.obl {
				if tm, ok := a.timePhrase(t, k); ok && k != x.head {
					return tm
				}
			}
			if x.mood().tense == x.up.mood().tense {
				continue // "will meet on Monday and sign the accord"
			}
			break
		}
		if !x.over {
			break
		}
	}
	for _, s := range c.subj {
		for _, k := range t.all(s, "nmod:unmarked", "obl:unmarked") {
			if tm, ok := a.timePhrase(t, k); ok && k > s {
				return tm // "a storm yesterday"
			}
		}
	}
	for _, k := range t.all(c.head, "advcl") {
		if d := a.at[t.n][k]; d != nil {
			switch d.mark {
			case "after", "before", "until", "when", "since", "once", "as soon as":
				return graph.Time{Text: t.words(t.clauseText(k))}
			}
		}
	}
	return often
}

// timePhrase reads token k as a time with its preposition.
func (a *analysis) timePhrase(t *syntax, k int) (graph.Time, bool) {
	if t.deref(k) != k {
		return graph.Time{}, false
	}
	e, ok := a.times[t.n][k]
	p := t.prep(k)
	if adjunctPrep[strings.ReplaceAll(p, " ", "-")] || p == "because of" || p == "due to" {
		return graph.Time{}, false
	}
	if !ok && t.lemma(k) == "course" && p == "in" && t.kid(k, "amod") >= 0 && t.low(t.kid(k, "amod")) == "due" {
		return graph.Time{Text: t.words(t.trim(t.yield(k, nil)))}, true
	}
	if !ok && !t.timeHead(k) && !(timePreps[p] && p != "by" && p != "amid" && p != "following" && p != "throughout") {
		return graph.Time{}, false
	}
	if p == "by" && ok && e.Kind == Duration || !ok && !t.timeHead(k) && a.named(t, k) && t.toks[k].Kind != "event" && t.toks[k].Kind != "time" {
		return graph.Time{}, false
	}
	if t.is(k, "advmod") && !ok && !t.timeHead(k) {
		return graph.Time{}, false
	}
	ids := t.trim(t.yield(k, func(j int) bool {
		return t.is(j, "acl:relcl") && t.lemma(k) != "time" || t.is(j, "appos", "parataxis")
	}))
	if n := len(ids); n > 0 && ids[0] > 0 { // "early on Saturday"
		if j := ids[0] - 1; t.is(j, "advmod") && (t.low(j) == "early" || t.low(j) == "late") && !t.is(k, "advmod") {
			ids = append([]int{j}, ids...)
		}
	}
	tm := e.Time
	tm.Text = t.words(ids)
	return tm, true
}

// placeOf is the place where c happens: of a phrase of the clause, else of one of its object or subject ("farmers in
// Zamora").
func (a *analysis) placeOf(c *clause, object graph.Value) graph.Value {
	t := c.t
	for _, k := range c.obl {
		if v := a.locative(t, k); !v.None() && (v.Name != object.Name || t.lemma(c.head) == "take") {
			return v
		}
	}
	if c.cop >= 0 {
		return graph.Value{}
	}
	for _, list := range [][]int{c.obj, c.obl, c.subj} {
		for _, i := range list {
			switch t.prep(i) {
			case "to", "into", "toward", "towards", "for", "with", "by":
				continue // where something goes, or whose it is, is not where it happens
			}
			for _, k := range t.all(t.deref(i), "nmod") {
				if v := a.locative(t, k); k > i && a.named(t, t.deref(k)) && !v.None() && v.Name != object.Name {
					return v
				}
			}
		}
	}
	return graph.Value{}
}

// locative is the place that the phrase of k names with its preposition.
func (a *analysis) locative(t *syntax, k int) graph.Value {
	if !placePreps[t.prep(k)] || t.timeHead(k) {
		return graph.Value{}
	}
	if settlements[t.lemma(k)] { // "the Bolivian town of Rurrenabaque"
		if m := t.kid(k, "nmod"); m > k && t.prep(m) == "of" && a.named(t, m) {
			k = m
		}
	}
	v := a.value(t, k)
	if v.Class != "Place" {
		return graph.Value{}
	}
	return v
}

var settlements = set("city town village province state region district island port capital county municipality suburb prefecture")

var masses = set("million billion thousand hundred dozen score ten")

// quantity is the number or measure that restricts the noun i.
func (a *analysis) quantity(t *syntax, i int) graph.Quantity {
	i = t.deref(i)
	if t.tag(i, "PROPN") && a.named(t, i) && t.feat(i, "Number") != "Plur" {
		return graph.Quantity{}
	}
	if q, ok := a.counts[t.n][i]; ok && q.Counts && !q.Quantity.Ordinal && !strings.Contains(q.Quantity.Text, "-") && !t.tag(i, "SYM", "NUM") && t.lemma(i) != "percent" {
		if u := unitNames[t.low(i)]; u != nil && t.kid(i, "nmod") > i && !strings.HasSuffix(q.Quantity.Text, t.toks[i].Text) {
			q.Quantity.Text += " " + t.toks[i].Text // "20 tonnes of food"
		}
		return q.Quantity
	}
	if k := t.kid(i, "nummod"); k >= 0 && k < i && t.tag(k, "NUM") && !t.tag(i, "SYM", "NUM") && t.lemma(i) != "percent" {
		ids := t.yield(k, nil)
		return graph.Quantity{Text: t.words(ids)}
	}
	if masses[t.lemma(i)] && t.feat(i, "Number") == "Plur" {
		if m := t.kid(i, "nmod"); m > i && t.prep(m) == "of" {
			return graph.Quantity{Text: t.toks[i].Text} // "millions of pilgrims"
		}
	}
	return graph.Quantity{}
}
