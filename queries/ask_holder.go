package queries

import (
	"slices"
	"strings"

	"kg/graph"
)

// turned reads "the present chief executive is Chiara Manin" from its end.
func (q *asked) turned(r *reading) []Answer {
	st := r.st
	if r.verb != "be" || st.Object.Class != "Person" || !properLike(st.Object.Name) || st.Subject.Class == "Clause" {
		return nil
	}
	t := *st
	t.Subject, t.Object = st.Object, st.Subject
	x := *r
	x.st, x.args = &t, append([]arg{{"subject", t.Subject}, {"object", t.Object}}, r.args[min(2, len(r.args)):]...)
	score, swap := q.fits(&x, true)
	if score < least {
		return nil
	}
	var out []Answer
	for _, a := range q.wanted(&x, swap) {
		a.score *= score
		a.Statements = []graph.Statement{*st}
		out = append(out, a)
	}
	return out
}

// holders leaves those who hold an office by the latest article that names a holder, and not who held it before.
func (q *asked) holders(found []Answer) []Answer {
	w := q.p.Wanted()
	if w == nil || w.Role != "subject" {
		return found
	}
	past := strings.Contains(strings.ToLower(q.p.Text), "former") || len(q.p.Tenses) > 0 && q.p.Tenses[0] == graph.Past
	var kept []Answer
	for _, a := range found {
		text := strings.ToLower(a.Statements[0].Object.Text + " " + a.Statements[0].Object.Name + " " + a.Statements[0].Subject.Name)
		if !past && formerly(text) {
			continue
		}
		kept = append(kept, a)
	}
	if past {
		return kept
	}
	return q.newest(kept)
}

// predecessor is the pattern for whom the one succeeded before whom the question asks for somebody: "who was chairman before Ann"; nil
// for other questions.
func (q *asked) predecessor() *graph.Pattern {
	before, w := q.slot("before"), q.p.Wanted()
	if o := q.slot("object"); before == nil && o != nil {
		if i := slices.IndexFunc(o.Within, func(s graph.Slot) bool { return s.Role == "before" }); i >= 0 {
			before = &o.Within[i]
		}
	}
	if q.p.Verb != "be" || q.p.Ask != graph.AskArgument || before == nil || !before.Proper || before.Class == "Event" || before.Class == "Date" || w == nil || w.Role != "subject" {
		return nil
	}
	if o := q.slot("object"); o != nil && possessed[o.Head] {
		return nil // whom a firm succeeded as somebody's employer has nothing to do with him
	}
	x := *q.p
	x.Verb, x.Slots = "succeed", []graph.Slot{withRole(*before, "subject"), withRole(*w, "object")}
	return &x
}

// possessed are nouns for what somebody may have several of, one after another.
var possessed = set("employer owner sponsor club team party firm company home job post title name")

// formerly reports whether words, in lower case, are of who no longer holds an office.
func formerly(words string) bool {
	return holds(words, "former") || holds(words, "ex-") || holds(words, "late")
}

// begun reports whether the words of a predicate, in lower case, tell that somebody has got an office.
func begun(text string) bool {
	for _, w := range []string{"appointed", "named", "elected", "becomes", "became", "become", "succeeds", "succeeded", "replaces", "replaced", "took over", "takes over", "hired", "promoted", "picked"} {
		if holds(text, w) {
			return true
		}
	}
	return false
}
