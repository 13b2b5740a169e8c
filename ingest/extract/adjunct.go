package extract

import (
	"strings"

	"kg/graph"
)

// timeOf is the time that restricts c, as written.
func (a *analysis) timeOf(c *clause) graph.Time {
	t := c.t
	for x := c; x != nil; x = x.up {
		for _, k := range t.kids[x.head] {
			if !t.is(k, "obl", "advmod", "nmod:unmarked") || t.is(k, "obl:agent") {
				continue
			}
			if tm, ok := a.timePhrase(t, k); ok {
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
	return graph.Time{}
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
	if !ok && !t.timeHead(k) && !(timePreps[p] && p != "by" && p != "amid" && p != "following" && p != "throughout") {
		return graph.Time{}, false
	}
	if p == "by" && ok && e.Kind == Duration || !ok && !t.timeHead(k) && a.named(t, k) && t.toks[k].Kind != "event" && t.toks[k].Kind != "time" {
		return graph.Time{}, false
	}
	if t.is(k, "advmod") && !ok && !t.timeHead(k) {
		return graph.Time{}, false
	}
	ids := t.trim(t.yield(k, func(j int) bool { return t.is(j, "acl:relcl", "appos", "parataxis") }))
	tm := e.Time
	tm.Text = t.words(ids)
	return tm, true
}

// placeOf is the named place where c happens.
func (a *analysis) placeOf(c *clause, object graph.Value) graph.Value {
	t := c.t
	for _, k := range c.obl {
		if placePreps[t.prep(k)] && !t.timeHead(k) {
			v := a.value(t, k)
			if v.Class == "Place" && (v.Name != object.Name || t.lemma(c.head) == "take") {
				return v
			}
		}
	}
	return graph.Value{}
}

var masses = set("million billion thousand hundred dozen score ten")

// quantity is the number or measure that restricts the noun i.
func (a *analysis) quantity(t *syntax, i int) graph.Quantity {
	i = t.deref(i)
	if t.tag(i, "PROPN") && a.named(t, i) && t.feat(i, "Number") != "Plur" {
		return graph.Quantity{}
	}
	if q, ok := a.counts[t.n][i]; ok && q.Counts && !q.Quantity.Ordinal && !strings.Contains(q.Quantity.Text, "-") && !t.tag(i, "SYM", "NUM") && t.lemma(i) != "percent" {
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
