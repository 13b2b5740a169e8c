package extract

import (
	"strings"

	"kg/graph"
)

var unnamedSource = graph.Value{Name: "unnamed", Text: "unnamed", Class: "unnamed"}

// source is who speaks as the subject of the speech clause u; unnamed for "it is reported" and for people without a name.
func (a *analysis) source(u *clause) graph.Value {
	t := u.t
	if u.passive {
		if len(u.agent) > 0 {
			return a.speaker(t, u.agent[0])
		}
		return unnamedSource
	}
	if len(u.subj) == 0 {
		return graph.Value{}
	}
	i := t.deref(u.subj[0])
	if a.expletive(t, i) || t.is(i, "csubj") {
		return graph.Value{}
	}
	return a.speaker(t, i)
}

// speaker is the source that token i names: the owner, where a document speaks ("PC World's analysis").
func (a *analysis) speaker(t *syntax, i int) graph.Value {
	i = t.deref(i)
	if p := t.kid(i, "nmod:poss"); p >= 0 && t.tag(i, "NOUN") && documents[t.lemma(i)] {
		return a.value(t, p)
	}
	v := a.value(t, i)
	if t.tag(i, "NOUN") && v.Class != "Person" && documents[t.lemma(i)] && !properName(v.Name) && t.feat(i, "Number") == "Plur" {
		if l := t.lemma(i); l == "report" || l == "source" || l == "rumor" || l == "media" {
			return graph.Value{Name: "unnamed", Text: v.Text, Class: "unnamed"}
		}
	}
	return v
}

var documents = set(`report analysis study letter statement survey article book document paper figure figures poll review
statistic data source media rumor message post tweet website blog investigation finding estimate press memo email spokesman
spokesperson spokeswoman`)

// saying reports whether c is a verb of speech without content of its own: "…, he said".
func (a *analysis) saying(c *clause) bool {
	t := c.t
	if !speechVerbs[t.lemma(c.head)] && !(t.lemma(c.head) == "accord") {
		return false
	}
	if c.link == aside && (t.afterStop(c.head) || c.mood().negative && !opinionVerbs[t.lemma(c.head)]) {
		return false // "Peru will send troops; Chile has not replied"
	}
	for _, k := range t.kids[c.head] {
		if t.is(k, "ccomp", "xcomp") {
			return false
		}
		if t.is(k, "obj") && !a.inQuotes(t, k) && !opinionVerbs[t.lemma(c.head)] {
			return t.low(k) == "that" || t.low(k) == "it" || t.low(k) == "this"
		}
	}
	return true
}

// afterStop reports whether the clause of i begins behind a semicolon: it is a sentence of its own.
func (t *syntax) afterStop(i int) bool {
	ids := t.yield(i, nil)
	if len(ids) == 0 {
		return false
	}
	stop := func(k int) bool { return k >= 0 && t.toks[k].Text == ";" }
	return stop(ids[0]) || stop(ids[0]-1)
}

func (a *analysis) inQuotes(t *syntax, i int) bool { return a.quoteAt(t, i) != nil }

// attributions finds the sources given beside the clauses of sentence n: "according to X", "as announced by X",
// "…, X said", "reportedly". The result is keyed by the head of the topmost clause covered.
func (a *analysis) attributions(n int) map[int]attribution {
	t := a.trees[n]
	out := map[int]attribution{}
	for _, c := range a.all[n] {
		for _, k := range t.kids[c.head] {
			switch {
			case t.is(k, "obl", "nmod", "advmod") && accordingTo(t.prep(k)):
				out[a.wideScope(c, k).head] = attribution{a.speaker(t, k), t.prep(k)}
			case t.is(k, "obl") && t.prep(k) == "in" && (t.low(k) == "view" || t.low(k) == "opinion" || t.low(k) == "words" || t.low(k) == "eyes"):
				if w := t.kid(k, "nmod", "nmod:poss"); w >= 0 {
					out[a.wideScope(c, k).head] = attribution{a.speaker(t, w), "in the " + t.low(k) + " of"}
				}
			case t.is(k, "advmod"):
				switch t.low(k) {
				case "reportedly", "allegedly", "purportedly", "supposedly":
					out[c.head] = attribution{unnamedSource, t.low(k)}
				}
			}
		}
		switch {
		case c.link == aside && a.saying(c) && c.up != nil && (len(c.subj) > 0 || c.passive):
			out[a.scope(c.up).head] = attribution{a.source(c), t.lemma(c.head)}
		case (c.link == adverbial || c.link == inside) && c.up != nil && c.mark == "as" && speechVerbs[t.lemma(c.head)] && t.lemma(c.head) != "continue" && !(c.passive && c.own) && t.kid(c.head, "obj", "ccomp") < 0:
			src := a.source(c)
			if len(c.agent) > 0 {
				src = a.speaker(t, c.agent[0])
			} else if !c.own {
				src = unnamedSource
			}
			out[a.wideScope(c.up, c.head).head] = attribution{src, t.lemma(c.head)}
		}
	}
	return out
}

func accordingTo(p string) bool {
	switch p {
	case "according to", "in the words of", "in the view of", "in the opinion of":
		return true
	}
	return strings.HasPrefix(p, "according")
}

// wideScope is scope for an attribution k: set off by a comma at the sentence's end it covers the main clause, whatever it
// hangs from.
func (a *analysis) wideScope(c *clause, k int) *clause {
	t := c.t
	ids := t.trim(t.yield(k, nil))
	if len(ids) == 0 {
		return a.scope(c)
	}
	last := ids[len(ids)-1]
	if ids[0] > 0 && t.toks[ids[0]-1].Text == "," && (last+1 >= len(t.toks) || t.tag(last+1, "PUNCT") && t.toks[last+1].Text != ",") {
		for c.up != nil && (c.link == relative || c.link == participial || c.link == adverbial || c.link == complement || c.link == conjunct) {
			c = c.up
		}
	}
	return a.scope(c)
}

// scope climbs from c to the clause that an attribution beside it covers: up to the top of the sentence, or of the speech
// it stands in.
func (a *analysis) scope(c *clause) *clause {
	for c.up != nil {
		switch c.link {
		case content:
			if speechVerbs[c.t.lemma(c.up.head)] {
				return c
			}
		case relative, aside:
			return c
		case conjunct:
			if c.own {
				return c
			}
		}
		c = c.up
	}
	return c
}
