package extract

import (
	"slices"

	"kg/graph"
)

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
	if us.negative && c.mark == "" && t.indirect(c.head) {
		s.hypo = true // "it is not clear who ordered them"
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
		if us.negative && !s.hypo && (l == "likely" || l == "possible" || l == "true" || l == "clear" || l == "certain") {
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
			s.negative = !us.negative
			s.hypo = s.hypo || us.negative
		}
		if l == "doubt" {
			s.negative = true
		}
		if us.negative && (l == "think" || l == "believe" || l == "expect" || l == "suggest" || l == "feel") {
			s.negative = !s.negative
		}
		if us.negative && (l == "say" || l == "clarify" || l == "indicate" || l == "know" || l == "find" || l == "conclude" || l == "establish" || l == "confirm" || l == "claim" || l == "allege") {
			s.hypo = s.hypo || l != "know"
		}
	case l == "mean" || l == "ensure" || l == "guarantee" || l == "prove" || l == "imply":
		s.certainty = us.certainty
		s.negative = us.negative
		if l == "prove" {
			s.negative, s.hypo = false, s.hypo || us.negative
		}
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

// indirect reports whether the clause of i opens with a question word.
func (t *syntax) indirect(i int) bool {
	switch t.low(t.yield(i, nil)[0]) {
	case "who", "what", "when", "where", "why", "how", "which", "whose", "whom":
		return true
	}
	return false
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
	case "demand", "proposal", "recommendation", "request", "requirement", "insistence", "condition":
		s.certainty, s.tense = possible, graph.Future // "a demand that a third be sold"
	case "fact", "news", "knowledge":
		return
	}
	if !claims[c.t.lemma(c.noun)] {
		return
	}
	if denying[c.t.lemma(c.up.head)] && slices.Contains(c.up.obj, c.noun) && !c.up.passive {
		s.negative = !us.negative // "denied a report that …"
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

// denying are verbs by which somebody says that a claim is false.
var denying = set("deny dismiss refute reject rebut disprove debunk contradict")

// claims are nouns of speech and thought: the clause under them is their owner's.
var claims = set(`claim report allegation fear hope belief statement announcement suggestion conclusion opinion view warning
promise assertion accusation prediction expectation concern worry suspicion argument assurance admission confirmation denial
idea feeling impression conviction assumption word`)
