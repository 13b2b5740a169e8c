package queries

import (
	"cmp"
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// core scores a slot that must be the statement's subject or object.
func (q *asked) core(s *graph.Slot, r *reading, swap bool) float64 {
	best := 0.0
	for _, a := range r.args {
		if a.role == "of" && possessives[strings.ToLower(a.Text)] {
			continue // "its shares": not what is held
		}
		if s.Proper && s.Role == "object" && a.role == "from" && sourced[r.verb] {
			continue
		}
		if s.Proper && s.Role == "object" && !swap && a.role == "with" && r.verb != q.p.Verb && !together(near, q.p.Verb, r.st.Relation.Lemma) {
			continue // who signed an agreement with it has not bought it
		}
		if s.Proper && s.Role == "object" && !swap && a.role != "object" && a.role != "to" && (a.role == "from" || r.verb != q.p.Verb) && q.has(r, s) {
			continue // who joined it from the bank has not joined the bank
		}
		if q.inRole(s.Role, a.role, swap) && (r.verb != "be" || a.role == "subject" || a.role == "object" || r.st.Relation.Lemma != "be") {
			best = max(best, q.valueFits(s, a.Value, r)*q.loss(s.Role, a.role))
		}
	}
	if best == 0 && s.Role == "object" { // the one it is given to, paid to
		for _, a := range r.args {
			if a.role == "to" {
				best = 0.9 * q.valueFits(s, a.Value, r)
			}
		}
		if best == 0 && s.Proper && (q.p.Wanted() != nil && q.p.Wanted().Role == "object" || r.st.Object.None() && (q.p.Ask == graph.AskTime || q.p.Ask == graph.AskPlace)) && (holds(r.text, s.Name) || q.spoken(s, r)) {
			best = 0.7
		}
		if best == 0 && s.Proper && r.st.Object.None() && q.p.Ask == graph.AskTime && ruling[r.verb] && holds(r.all, s.Name) && !q.otherState(s, r.all) {
			best = 0.65 // "a vote in Peru: President Ann Lee, who has governed since 2007"
		}
		if best == 0 && !s.Proper && s.Head != "" && r.st.Object.Class == "Clause" && holds(strings.ToLower(r.st.Object.Text), s.Head) {
			best = 0.7 // "denied that talks had taken place"
		}
		if best == 0 && !s.Proper && s.Head != "" && q.p.Wanted() != nil && q.p.Wanted().Role == "object" && holds(r.text, s.Head) {
			best = 0.7
		}
	}
	if best == 0 && s.Role == "object" && r.st.Object.None() && !s.Proper && q.p.Ask == graph.AskTruth && s.Head != "" {
		if r.noun && workers[s.Head] && together(near, q.p.Verb, "dismiss") || q.spelt(s.Head, r.near) || slices.ContainsFunc(schema.Verbs(s.Head), func(v string) bool { return q.spelt(v, r.near) }) {
			best = 0.7 // "invited him, but he has not replied"
		}
	}
	if best == 0 && s.Role == "object" && !s.Proper && r.st.Object.None() && r.verb == q.p.Verb && joining[r.verb] && q.p.Wanted() != nil && q.p.Wanted().Role == "subject" && q.before(s, r) {
		best = 0.65 // "it did not sign the treaty but might join later"
		if holds(r.near, s.Head) {
			best = 1
		}
		for i := range s.Within {
			best *= q.tied(&s.Within[i], r)
		}
	}
	if best == 0 && s.Role == "subject" && swap && r.verb == "die" && !s.Proper && q.before(s, r) {
		best = 0.65 // "cholera has returned; nineteen people have died"
	}
	if best == 0 && s.Role == "subject" && r.st.Subject.None() && !q.besideDoer(s, r) && (r.noun || r.st.Polarity == graph.Negative && q.p.Ask == graph.AskTruth) && q.before(s, r) {
		best = 0.65 // "a decision is expected", "no worker was dismissed"
	}
	if best == 0 && s.Role == "subject" && r.st.Subject.None() && r.st.Polarity == graph.Negative && q.p.Negative && (q.before(s, r) || holds(r.all, cmp.Or(s.Head, s.Name))) {
		best = 0.65 // "the airport line was not affected": by nothing, so not by the strike
	}
	if best == 0 && s.Role == "subject" && !s.Proper && destroying[r.verb] && len(s.Within) > 0 && s.Within[0].Proper && s.Within[0].Role == "of" && derived(s.Head, r.text) && !slices.ContainsFunc(s.Words, func(w string) bool { return !holds(r.text, w) }) {
		best = 0.9 * q.valueFits(&s.Within[0], r.st.Subject, r) // "Mount Oru erupted and killed ten": its eruption killed them
	}
	if best == 0 && s.Role == "subject" && !s.Proper && destroying[r.verb] && len(s.Within) == 0 && len(s.Words) == 0 && properLike(r.st.Subject.Name) && derived(s.Head, r.text) {
		best = 0.75
	}
	if best == 0 && s.Role == "subject" && r.st.Subject.None() && q.denied(r) {
		best = 0.7 // what has not been damaged, nothing has damaged
	}
	if best == 0 && s.Role == "subject" && owed[r.st.Cue] && r.st.Tense == graph.Future && slices.Contains(q.p.Rest, r.st.Cue) {
		best = 0.9 * q.valueFits(s, r.st.By, r) // "Holt promised that Peru would free them": what Holt promised to do
	}
	return best
}

// owed are verbs by which somebody says what his side will do.
var owed = set("promise pledge vow undertake threaten")

// ruling are verbs of what one does in a state.
var ruling = set("govern rule reign")

// otherState reports whether text, in lower case, names another state than the slot.
func (q *asked) otherState(s *graph.Slot, text string) bool {
	own := fellows(nations, strings.ToLower(s.Name))
	for name := range nations.of {
		if !strings.EqualFold(name, s.Name) && !slices.Contains(own, name) && wordAt(text, name, 0) >= 0 {
			return true
		}
	}
	return false
}

// destroying are verbs of what an event does by which somebody does it.
var destroying = set("force drive oblige compel kill injure bury destroy damage displace flood strand cost claim wound ruin cover cut")

// joining are verbs whose object is left out where it has just been named.
var joining = set("join follow attend leave ratify withdraw participate")

// inRole reports whether an argument in role have may be asked for as want.
func (q *asked) inRole(want, have string, swap bool) bool {
	if swap && want == "subject" {
		return have != "subject"
	}
	if swap && want == "object" {
		return have == "subject"
	}
	if want == "object" {
		return have != "subject"
	}
	return want == have
}

func (q *asked) loss(want, have string) float64 {
	if want == "object" && have != "object" && have != "subject" {
		return 0.8
	}
	return 1
}
