package extract

import "kg/graph"

// status is how a clause is said to hold.
type status struct {
	negative  bool
	certainty int // leave, probable, possible, unknown
	tense     graph.Tense
	by        graph.Value
	cue       string
	condition string
	open      bool // the clause is itself a condition
	hypo      bool // inside an if-clause or a question: what hangs under it is unknown too
}

// mood is what a clause's own words say of it, its governors left aside.
type mood struct {
	negative  bool
	certainty int
	tense     graph.Tense
	finite    bool // tense is known from the clause itself
	would     bool
	perfect   bool
	can       bool
	could     bool
}

// status works out how c holds from its own words and its governors.
func (a *analysis) status(c *clause) *status {
	if c.memo != nil {
		return c.memo
	}
	c.memo = &status{} // guards against cycles
	s := a.context(c)
	m := c.mood()
	if m.finite {
		s.tense = m.tense
	}
	if m.negative {
		s.negative = !s.negative
	}
	if a.underNothing(c) {
		s.negative = true
	}
	s.certainty = weaker(s.certainty, m.certainty)
	cond := a.conditions(c)
	if cond != "" {
		s.condition = cond
	}
	switch {
	case m.would && m.perfect:
		s.certainty = unknown
	case m.would && s.condition == "" && c.reportedPast():
	case m.would && s.condition == "":
		s.certainty = weaker(s.certainty, probable)
	}
	if s.condition != "" && s.certainty < possible && !dependentOnly(s.condition) {
		s.certainty = unknown
	}
	if (s.condition != "" && !dependentOnly(s.condition) || s.open) && s.tense == graph.Present && c.cop < 0 && !stative[c.t.lemma(c.head)] && !m.can {
		s.tense = graph.Future
	}
	if a.asked(c) {
		s.hypo = true
	}
	if s.hypo {
		s.certainty = unknown
	}
	if v, ok := a.voice[c.t.n][c.head]; ok {
		s.by, s.cue = v.by, v.cue
	}
	if s.by.None() {
		if q := a.quoteAt(c.t, c.head); q != nil && q.Speaker >= 0 {
			m := a.doc.Mentions[q.Speaker]
			s.by = a.value(a.trees[m.Sentence], m.Head)
			if q.Cue >= 0 && q.Sentence >= 0 {
				s.cue = a.trees[q.Sentence].lemma(q.Cue)
			}
		}
	}
	c.memo = &s
	return c.memo
}

// asked reports whether c is a question: at the top of a sentence with a question mark, the auxiliary before the subject
// or a question word.
func (a *analysis) asked(c *clause) bool {
	t := c.t
	if !t.question() || c.link != top && c.link != conjunct && c.link != content && c.link != aside {
		return false
	}
	if c.link == conjunct && c.up != nil && !c.own {
		return a.asked(c.up)
	}
	for _, k := range t.kids[c.head] {
		w := t.low(k)
		switch {
		case t.is(k, "aux", "cop") && len(c.subj) > 0 && c.own && k < c.subj[0]:
			return true
		case k < c.head && (w == "who" || w == "what" || w == "why" || w == "where" || w == "when" || w == "how" || w == "which"):
			return true
		}
		for _, d := range t.all(k, "det", "advmod") {
			if w := t.low(d); k < c.head && (w == "which" || w == "what" || w == "how") {
				return true
			}
		}
	}
	return false
}

// question reports whether the sentence ends in a question mark.
func (t *syntax) question() bool {
	for i := len(t.toks) - 1; i >= 0 && t.tag(i, "PUNCT"); i-- {
		if t.toks[i].Text[0] == '?' {
			return true
		}
	}
	return false
}

// weaker returns the less certain of two.
func weaker(x, y int) int { return max(x, y) }

// reportedPast reports whether c stands under a past verb of saying, where "would" is a past "will".
func (c *clause) reportedPast() bool {
	for x := c; x != nil && x.up != nil; x = x.up {
		if x.link == content && x.up.mood().tense == graph.Past {
			return true
		}
	}
	return false
}

func (s *status) apply(f frame) {
	s.certainty = weaker(s.certainty, f.certainty)
	if f.future {
		s.tense = graph.Future
	}
	if f.negative {
		s.negative = !s.negative
	}
	if f.unnamed {
		s.by = graph.Value{Name: "unnamed", Text: "unnamed", Class: "unnamed"}
	}
}

// underNothing reports whether c hangs from a noun that is said not to be there: "no casualties left".
func (a *analysis) underNothing(c *clause) bool {
	if c.noun < 0 || c.link == relative && c.t.feat(c.noun, "PronType") == "" && c.t.kid(c.noun, "det") < 0 {
		return false
	}
	if d := c.t.kid(c.noun, "det"); d >= 0 && c.t.low(d) == "no" {
		return c.up != nil && (c.up.there || c.link == purpose)
	}
	return false
}
