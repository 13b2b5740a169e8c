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
	if s.condition != "" && s.certainty < possible {
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

// context is what c's governors make of it.
func (a *analysis) context(c *clause) status {
	u := c.up
	if u == nil {
		if c.passive && !c.mood().finite {
			return status{tense: graph.Past} // headlines: "Defector arrested"
		}
		return status{tense: graph.Present}
	}
	us := a.status(u)
	s := status{tense: us.tense, by: us.by, cue: us.cue, hypo: us.hypo}
	switch c.link {
	case conjunct:
		s = a.context(u)
		s.open = us.open
		if q := a.quoteAt(c.t, u.head); q != nil && u.link == content && a.quoteAt(c.t, c.head) != q {
			s = a.context(u.up) // the quotation ended before
			s.tense = graph.Present
			return s
		}
		if !c.mood().finite {
			s.tense = us.tense
		}
		if c.sharesMood() {
			um := u.mood()
			s.certainty = weaker(s.certainty, um.certainty)
			if um.negative && (c.cc() == "or" || c.cc() == "nor") {
				s.negative = !s.negative
			}
		}
		if us.condition != "" && a.condFirst(u, c) {
			s.condition = us.condition
		}
	case complement:
		a.complement(c, us, &s)
	case content:
		a.content(c, us, &s)
	case adverbial:
		a.adverbial(c, us, &s)
	case relative, participial:
		if f, ok := nounFrames[c.t.lemma(c.noun)]; ok && c.link == participial && c.mark != "" && c.t.gerund(c.head) || ok && c.mark == "of" {
			s.apply(f)
			return s
		}
		if c.link == participial && !c.mood().finite {
			if c.t.participle(c.head) {
				s.tense = graph.Past
			} else if us.tense == graph.Future {
				s.tense = graph.Present
			}
		}
		if c.noun == u.head && us.tense == graph.Future {
			s.tense = graph.Present
		}
	case purpose:
		f, ok := nounFrames[c.t.lemma(c.noun)]
		if !ok {
			f = frame{future: true, certainty: probable}
		}
		s.apply(f)
		if us.certainty > probable {
			s.certainty = weaker(s.certainty, us.certainty)
		}
		if us.negative && u.there {
			s.negative = true
		}
	case aside:
		if a.saying(c) {
			s = status{tense: us.tense}
		}
	case subject:
		s.tense = graph.Present
	case inside:
		s.certainty = us.certainty
	}
	return s
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

// complement passes on what the governor says of an infinitive or gerund under it.
func (a *analysis) complement(c *clause, us *status, s *status) {
	s.negative, s.certainty, s.condition = us.negative, us.certainty, us.condition
	f, ok := c.frame()
	if !ok {
		l := c.t.lemma(c.up.head)
		if c.mark == "to" && len(c.up.obj) > 0 && !opinionVerbs[l] {
			f = frame{future: true, certainty: probable}
			s.negative = false
		}
	}
	s.apply(f)
	if f.unnamed {
		s.cue = c.t.lemma(c.up.head)
	} else if c.t.lemma(c.up.head) == "expect" && f.drop && len(c.up.subj) > 0 && len(c.up.obj) > 0 && !c.up.passive {
		s.by, s.cue = a.source(c.up), "expect"
	} else if f.drop && speechFrames[c.t.lemma(c.up.head)] && len(c.up.subj) > 0 {
		s.by, s.cue = a.source(c.up), c.t.lemma(c.up.head)
	}
	if us.condition != "" && f.certainty == possible {
		s.certainty = possible
	}
}

// speechFrames are governors of infinitives that are acts of speech: what is threatened is on the threatener's word.
var speechFrames = set(`threaten promise pledge vow swear offer claim`)

// nounFrames says how far a deed has come by the noun it hangs from: "a plan to", "failure to".
var nounFrames = func() map[string]frame {
	m := map[string]frame{}
	frames(m, frame{future: true, certainty: probable}, "plan effort decision intention move step drive measure bill law project proposal")
	frames(m, frame{future: true, certainty: possible}, `campaign goal attempt threat offer request ability opportunity chance right
		talks talk negotiation discussion race risk danger prospect
		permission wish desire bid aim hope option power authority order call invitation demand way time need reason duty obligation
		pressure proposal`)
	frames(m, frame{future: true}, "promise pledge agreement vow commitment deal")
	frames(m, frame{negative: true}, "failure refusal inability unwillingness reluctance")
	return m
}()

// content passes on what a governor makes of the clause that is its object.
func (a *analysis) content(c *clause, us *status, s *status) {
	t, u := c.t, c.up
	l := t.lemma(u.head)
	if c.noun >= 0 {
		l = t.lemma(c.noun)
	}
	switch c.mark {
	case "whether", "if":
		s.hypo = true
	}
	if w := t.kid(c.head, "advmod", "obl", "nsubj", "obj"); w >= 0 && w < c.head {
		_ = w
	}
	if c.noun >= 0 {
		a.nounContent(c, us, s)
		return
	}
	switch {
	case u.cop >= 0 || t.tag(u.head, "ADJ"):
		switch l {
		case "likely", "probable", "expected":
			s.certainty = probable
		case "possible", "conceivable", "plausible", "hopeful":
			s.certainty = possible
		case "unlikely":
			s.certainty, s.negative = probable, true
		case "unclear", "uncertain", "unsure", "doubtful":
			s.hypo = true
		case "false", "untrue", "impossible":
			s.negative = true
		case "time":
			s.certainty, s.tense = possible, graph.Future
		}
		if us.negative && (l == "likely" || l == "possible" || l == "true" || l == "clear" || l == "certain") {
			s.negative = !s.negative
		}
		s.certainty = weaker(s.certainty, us.certainty)
	case speechVerbs[l]:
		if src := a.source(u); !src.None() && !(us.hypo && opinionVerbs[l] && !us.by.None()) && (!us.negative || opinionVerbs[l] && l != "know") && !(factive[l] && !(l == "show" || l == "find")) {
			s.by, s.cue = src, l
		}
		switch l {
		case "expect", "predict", "forecast", "assume", "estimate":
			s.certainty = probable
		case "hope", "fear", "ask", "demand", "propose", "suspect", "doubt", "recommend", "urge":
			s.certainty = possible
		case "deny":
			s.negative = true
		}
		if l == "doubt" {
			s.negative = true
		}
		if us.negative && (l == "think" || l == "believe" || l == "expect" || l == "suggest" || l == "feel") {
			s.negative = !s.negative
		}
		if us.negative && (l == "say" || l == "clarify" || l == "indicate" || l == "know") {
			s.hypo = s.hypo || l != "know"
		}
	case l == "mean" || l == "ensure" || l == "guarantee" || l == "prove" || l == "imply":
		s.certainty = us.certainty
		s.negative = us.negative
		if l == "ensure" {
			s.certainty, s.tense = weaker(s.certainty, probable), graph.Future
		}
	case l == "wish" || l == "want" || l == "wonder":
		s.certainty = possible
		if l == "wonder" {
			s.hypo = true
		}
	default:
		s.certainty = us.certainty
	}
}

// nounContent is content for a clause under a noun: "the claim that", "over fears it would".
func (a *analysis) nounContent(c *clause, us *status, s *status) {
	switch c.t.lemma(c.noun) {
	case "fear", "hope", "possibility", "concern", "worry", "suspicion", "threat", "chance", "risk", "doubt", "speculation", "rumor", "rumour":
		s.certainty = possible
	case "expectation", "prediction", "likelihood", "probability", "belief", "assumption":
		s.certainty = probable
	case "denial":
		s.negative = true
	case "fact", "news", "knowledge":
		return
	}
	if !claims[c.t.lemma(c.noun)] {
		return
	}
	if p := c.t.kid(c.noun, "nmod:poss"); p >= 0 {
		s.by, s.cue = a.value(c.t, p), c.t.lemma(c.noun)
		return
	}
	if len(c.up.agent) > 0 {
		s.by, s.cue = a.value(c.t, c.up.agent[0]), c.t.lemma(c.noun)
	} else if len(c.up.subj) > 0 && !c.up.passive && c.up.subj[0] != c.noun && c.up.cop < 0 {
		s.by, s.cue = a.value(c.t, c.up.subj[0]), c.t.lemma(c.noun)
	}
}

// claims are nouns of speech and thought: the clause under them is their owner's.
var claims = set(`claim report allegation fear hope belief statement announcement suggestion conclusion opinion view warning
promise assertion accusation prediction expectation concern worry suspicion argument assurance admission confirmation denial
idea feeling impression conviction assumption word`)

// adverbial passes on what a main clause means to the adverbial clause under it.
func (a *analysis) adverbial(c *clause, us *status, s *status) {
	t := c.t
	l := t.lemma(c.up.head)
	switch {
	case c.condition():
		s.hypo, s.open = true, true
	case c.mark == "to" || c.mark == "in order" || c.mark == "so as" || t.infinitive(c.head):
		s.tense = graph.Future
		s.certainty = weaker(us.certainty, probable)
	case c.mark == "without" || c.mark == "instead of" || c.mark == "rather than":
		s.negative = true
	case (c.mark == "so" || c.mark == "so that") && c.own:
		s.tense = graph.Future
	case preventing[l] && c.mark == "from":
		s.negative, s.certainty, s.condition = !us.negative, us.certainty, us.condition
	case clearing[l] && c.mark == "of":
		s.negative, s.tense = !us.negative, graph.Past
	case accusing[l] && (c.mark == "of" || c.mark == "with" || c.mark == "for"):
		s.by = graph.Value{Name: "unnamed", Text: "unnamed", Class: "unnamed"}
		if !c.up.passive && len(c.up.subj) > 0 {
			s.by = a.source(c.up)
		}
		s.cue, s.tense = l, graph.Past
	case gerundPreps[c.mark] && t.gerund(c.head) || gerundPreps[c.mark] && c.own:
		// "may result in the claim being withdrawn"
		s.certainty, s.condition = us.certainty, us.condition
	case c.mark == "" && (t.gerund(c.head) || t.participle(c.head)):
		s.certainty, s.condition = us.certainty, us.condition
	default:
		if s.by.Class == "unnamed" && accusing[s.cue] {
			s.by, s.cue = graph.Value{}, ""
		}
		if us.certainty == unknown && us.hypo {
			s.certainty = unknown
		}
	}
}

func conditional(mark string) bool {
	switch mark {
	case "if", "unless", "provided", "providing", "lest", "in case", "even if", "only if", "as long as", "so long as", "assuming", "provided that", "suppose", "supposing":
		return true
	}
	return false
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
