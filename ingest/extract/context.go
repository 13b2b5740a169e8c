package extract

import "kg/graph"

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
			if um.negative && (c.cc() == "or" || c.cc() == "nor" || c.cc() == "and" && c.t.toks[c.head].XTag == "VB") { // "did not visit the mine and meet the workers"
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
		if !ok && c.t.ranked(c.noun) && (c.ofPredicate() || c.ofSubject()) && !c.passive {
			s.certainty, s.negative = us.certainty, us.negative // "was the first to win the award"
			return s
		}
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
	for _, m := range c.t.all(c.head, "mark") {
		s.hypo = s.hypo || c.t.low(m) == "whether"
	}
	return s
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
	case c.mark == "against" && t.gerund(c.head): // "voted against selling it"
		s.negative, s.tense, s.certainty = !us.negative, graph.Future, weaker(us.certainty, probable)
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
