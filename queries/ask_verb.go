package queries

import (
	"slices"
	"strings"

	"kg/graph"
)

// converse are verbs that say one thing from its two sides, where the patient of the one is the agent of the other.
var converse = map[string]string{"kill": "die", "die": "kill", "own": "belong", "employ": "work", "work": "employ"}

// severed are verbs that say another thing with that preposition.
var severed = phrases("lead to,call for,run for,run into,stand for,stand by,make for,turn into,break into,go for,take after,fall for,come across")

// candidacies are verbs with the preposition of what a candidate wants.
var candidacies = phrases("run for,stand for")

// verdicts are verbs of naming: what they call a thing is said of it by "be".
var verdicts = map[string]bool{"call": true, "describe": true, "label": true, "brand": true, "consider": true, "name": true}

// verbFits says how well a statement's predicate is the question's; swap says that subject and object change places.
func (q *asked) verbFits(r *reading) (score float64, swap bool) {
	v := q.p.Verb
	if verb, prep, _ := strings.Cut(r.st.Relation.Lemma, " "); severed[r.st.Relation.Lemma] && prep != q.role() && (verb == v || near.covers(v, verb)) {
		return 0, false
	}
	if o := q.slot("object"); v == "write" && r.st.Kind == graph.Speech && o != nil && !o.Wanted {
		return 0, false // who speaks of a law has not written it
	}
	switch {
	case v == "" || r.verb == v || r.st.Relation.Lemma == v || slices.ContainsFunc(q.p.Slots, func(s graph.Slot) bool { return q.phrased(&s) == r.st.Relation.Lemma }):
		return 1, false
	case v == "be":
		return 0, false
	case strings.HasPrefix(r.st.Relation.Lemma, "be ") && strings.HasPrefix(r.verb, "be "):
		if stem(strings.TrimPrefix(r.verb, "be ")) == stem(v) && len(r.st.Relation.Lemma) > 3 {
			return 0.95, true // "be launched from": its subject is the patient
		}
	}
	phrasal := v + " " + q.role()
	for _, phrase := range []string{v, phrasal} {
		if phrase == v && candidacies[phrasal] && r.verb != v {
			continue // who runs a club does not run for office
		}
		for n, a := range q.lex.Lookup(phrase) {
			if n > 1 {
				break
			}
			if string(r.st.Relation.ID) == "p/"+a.Slug() {
				return 0.9, false
			}
			for m, b := range q.lex.Lookup(r.st.Relation.Lemma) {
				if m == 0 && a == b {
					return 0.9, false
				}
				if m == 0 && a.Inverse != "" && a.Inverse == b.Name {
					return 0.85, true
				}
			}
		}
	}
	if converse[v] != "" && (converse[v] == r.verb) {
		return 0.85, true
	}
	if !candidacies[phrasal] && (near.covers(v, r.verb) || near.covers(v, r.st.Relation.Lemma)) || near.covers(phrasal, r.verb) || near.covers(phrasal, r.st.Relation.Lemma) {
		return 0.85, false
	}
	if verb, particle, ok := strings.Cut(v, " "); ok && verb == r.verb && r.st.Object.None() && holds(r.text, particle) {
		return 0.85, false // the particle taken for an adverb
	}
	said := " " + strings.ToLower(lastWord(r.st.Relation.Text)) + " "
	for _, w := range append(near.covered(v), v) { // "fell back to", "went bankrupt"
		if verb, particle, ok := strings.Cut(w, " "); ok && verb == r.verb && strings.Contains(r.text, said+particle) {
			return 0.85, false
		}
	}
	return 0, false
}

// phrased is the question's verb with the slot's noun, which a statement may have for its predicate: "come to power"; "" for none.
func (q *asked) phrased(s *graph.Slot) string {
	if s.Wanted || s.Proper || s.Role == "" || s.Role == "subject" || s.Role == "object" || s.Head == "" || len(s.Words) > 0 {
		return ""
	}
	return q.p.Verb + " " + s.Role + " " + s.Head
}

// role is the preposition of the question's first prepositional argument.
func (q *asked) role() string {
	for _, s := range q.p.Slots {
		if s.Role != "subject" && s.Role != "object" && s.Role != "" {
			return s.Role
		}
	}
	return ""
}
