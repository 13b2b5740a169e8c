package queries

import (
	"slices"
	"strings"

	"kg/graph"
)

// asking are words that begin a clause and say nothing alone: of "that is why it may last".
var asking = set("why what who how when where which whom")

// verdict answers what somebody calls a thing.
func (q *asked) verdict(out *Reply) bool {
	who, what := q.slot("subject"), q.slot("object")
	for _, role := range []string{"", "of", "about"} { // "what did Ann call it", "what did Ann think of it"
		if what == nil {
			what = q.slot(role)
		}
	}
	if who == nil || what == nil || asksWhose(who) {
		return false
	}
	var found []Answer
	for i := range q.found {
		st := &q.found[i]
		for _, x := range st.Roles { // "criticised the decision as panic"
			if r := q.reading(st); x.Name == "as" && st.Polarity == graph.Positive && !hires(r.verb) {
				if score := q.valueFits(who, st.Subject, r) * q.valueFits(what, st.Object, r); score >= least {
					found = append(found, Answer{Name: x.Value.Text, ID: x.Value.ID, Statements: []graph.Statement{*st}, score: score})
				}
			}
		}
		if what, is := strings.ToLower(st.Object.Text), strings.ToLower(st.Subject.Text); st.Relation.Lemma != "be" || st.By.None() || st.Object.None() || asking[what] || is == "that" || is == "this" {
			continue
		}
		r := q.reading(st)
		by, about := q.valueFits(who, st.By, r), q.valueFits(what, st.Subject, r)
		if about == 0 && !what.Proper && referring(st.Subject.Text) && what.Head != "" && q.toldOf(what.Head, r.near) && !slices.ContainsFunc(what.Within, func(w graph.Slot) bool { return w.Proper && !holds(r.all, w.Name) }) {
			about = 0.6 // "called the step a gift", of the withdrawal told before
		}
		if by < least && about >= least { // a body's spokesman
			for j := range q.found {
				if x := &q.found[j]; x.Relation.Lemma == st.Cue && sameSentence(x, st) {
					by = max(by, 0.9*q.valueFits(who, x.Subject, r))
				}
			}
		}
		if by*about >= least {
			found = append(found, Answer{Name: st.Object.Text, ID: st.Object.ID, Statements: []graph.Statement{*st}, score: by * about})
		}
	}
	out.collect(found, 0.1)
	return len(out.Answers) > 0
}

// hires reports whether the verb gives somebody an office.
func hires(verb string) bool { return together(near, verb, "appoint") || together(near, verb, "elect") }

// christened answers what something is called, from what says so in these words: "the new firm will be called Norlin". It reports
// whether no other answer counts: what something is already is not what it will be called.
func (q *asked) christened(out *Reply) bool {
	w, o := q.p.Wanted(), q.slot("object")
	if w == nil || !w.Named || o == nil {
		return false
	}
	var found []Answer
	for i := range q.found {
		st := &q.found[i]
		if st.Relation.Lemma != "be" || !strings.HasSuffix(st.Relation.Text, "called") || st.Polarity == graph.Negative || !properLike(st.Object.Name) || q.future() && st.Tense == graph.Past {
			continue
		}
		r, described := q.reading(st), st.Subject
		described.Name = strings.TrimPrefix(strings.TrimPrefix(described.Text, "The "), "the ")
		if score := max(q.valueFits(o, st.Subject, r), q.valueFits(o, described, r)) * q.timeFits(r); score >= least {
			found = append(found, Answer{Name: st.Object.Name, ID: st.Object.ID, Statements: []graph.Statement{*st}, score: score})
		}
	}
	out.collect(found, 0.1)
	return len(found) > 0 || q.future()
}
