package queries

import (
	"slices"
	"strings"

	"kg/graph"
)

// truth answers yes, no or possible.
func (q *asked) truth(out *Reply) {
	var yes, no, maybe []Answer
	for i := range q.found {
		for _, r := range q.views(&q.found[i]) {
			score, _ := q.fits(r.reading, false)
			if score *= r.score; score < 0.45 {
				continue
			}
			if !q.tells(r.reading) || r.st.Certainty >= graph.Possible && craved(r.text) {
				continue
			}
			st := r.st
			if spurned(r.text, q.p.Verb) || st.Polarity == graph.Positive && q.anyExcepted(q.p.Slots, r.text) {
				s := *st
				s.Polarity, s.Certainty, st = graph.Negative, graph.Certain, &s
			}
			if q.p.Verb == "be" && formerly(strings.ToLower(st.Object.Name)) && !formerly(strings.ToLower(q.p.Text)) {
				continue // who is the former chairman may or may not be the chairman
			}
			a := Answer{Statements: []graph.Statement{q.found[i]}, score: score}
			against, ok := q.against(st, r.reading)
			if !ok {
				continue
			}
			if x := q.rebuffed(st); x != nil && !against && !q.p.Negative && !plainSpeech[q.p.Verb] && q.p.Verb != "deny" {
				a.Statements = []graph.Statement{*x}
				against, st = true, x
			}
			switch {
			case against && q.unwilling(r.text):
				a.Name = "no"
				no = append(no, a)
			case st.Certainty >= graph.Possible || st.Condition != "":
				a.Name = "possible"
				maybe = append(maybe, a)
			case against:
				a.Name = "no"
				no = append(no, a)
			default:
				a.Name = "yes"
				yes = append(yes, a)
			}
		}
	}
	best := func(as []Answer) float64 {
		b := 0.0
		for _, a := range as {
			b = max(b, a.score)
		}
		return b
	}
	y, n := best(yes), best(no)
	switch {
	case y > 0 && n > 0 && y-n < 0.1 && n-y < 0.1:
		if latest(q, yes) > latest(q, no) {
			out.collect(yes, 0.2)
		} else if latest(q, no) > latest(q, yes) {
			out.collect(no, 0.2)
		}
	case y > n:
		out.collect(yes, 0.2)
	case n > 0:
		out.collect(no, 0.2)
	default:
		if out.collect(maybe, 0.2); len(out.Answers) == 0 {
			out.collect(q.disowned(), 0.2)
		}
	}
}

// tells reports whether a statement's sentence holds what the question's clause says: who said something has not said that the
// bank would close.
func (q *asked) tells(r *reading) bool {
	met, told := 0, r.text
	if pronouns[strings.ToLower(r.st.Object.Text)] {
		told = r.near // "she has denied this"
	}
	for _, w := range q.p.Content {
		if auxiliaries[w] || q.spelt(w, told) {
			met++
		}
	}
	return 2*met >= len(q.p.Content) && (met > 0 || len(q.p.Content) == 0)
}

// against reports whether a statement says no to the question; ok is false where it says neither yes nor no: who has not done it
// need not have refused.
func (q *asked) against(st *graph.Statement, r *reading) (against, ok bool) {
	text := " " + strings.ToLower(q.p.Text) + " "
	against = st.Polarity == graph.Negative
	if plainSpeech[q.p.Verb] && st.Object.Class == "Clause" {
		against = against != (r.verb == "deny")
		if len(q.p.Content) > 0 && holds(strings.ToLower(st.Object.Text), "not") != strings.Contains(text, " not ") {
			against = !against // she said that it would not
		}
	}
	if !q.p.Negative || slices.ContainsFunc([]string{" not ", "n't ", " never ", " no ", " nobody ", " neither "}, func(w string) bool { return strings.Contains(text, w) }) {
		return against, true
	}
	return !against, slices.ContainsFunc(refusals, func(w string) bool { return strings.Contains(text, " "+w) && strings.Contains(r.text, " "+w) })
}

// unwilling reports whether the question asks for somebody's will and a sentence denies it: "does she want to lead it", "she
// does not want to lead it".
func (q *asked) unwilling(text string) bool {
	asked := " " + strings.ToLower(q.p.Text)
	if !slices.ContainsFunc(willing, func(w string) bool { return strings.Contains(asked, " "+w+" to ") }) {
		return false
	}
	return slices.ContainsFunc(willing, func(w string) bool {
		if _, after, ok := strings.Cut(text, " den"); ok && slices.ContainsFunc(strings.Fields(after), func(x string) bool { return stem(x) == stem(w) }) {
			return true // "denied that she wanted to"
		}
		return slices.ContainsFunc([]string{" not " + w, "n't " + w, " never " + w, " no longer " + w}, func(s string) bool { return strings.Contains(text, s) })
	})
}

// craved reports whether a sentence tells only that somebody wants another to be allowed something: "demanded that she be allowed to
// travel".
func craved(text string) bool {
	before, _, ok := strings.Cut(text, " be allowed to ")
	words := strings.Fields(before)
	return ok && len(words) > 0 && !auxiliaries[words[len(words)-1]] && slices.ContainsFunc(words, func(w string) bool {
		return strings.HasPrefix(w, "demand") || strings.HasPrefix(w, "urg") || strings.HasPrefix(w, "insist") || strings.HasPrefix(w, "ask") || strings.HasPrefix(w, "request")
	})
}

// willing are verbs of somebody's will, or of what he says of it.
var willing = []string{"want", "wish", "plan", "intend", "hope", "seek", "try", "mean", "aim", "offer", "propose", "attempt", "threaten", "promise", "pledge", "vow", "agree", "volunteer", "choose"}

// refusals are the beginnings of verbs that say that something is not done.
var refusals = []string{"refus", "declin", "fail", "neglect", "forg", "omit", "avoid", "stop", "ceas", "fear"}

// spurned reports whether a sentence tells that a call to do what the verb says was not followed: "rejected calls to resign".
func spurned(text, verb string) bool {
	for _, call := range []string{"calls to ", "demands to ", "appeals to ", "pressure to ", "requests to ", "request to ", "invitation to ", "an order to ", "orders to "} {
		i := strings.Index(text, call)
		if i < 0 {
			continue
		}
		words := strings.FieldsFunc(text[i+len(call):], func(r rune) bool { return r == ' ' || r == '.' || r == ',' })
		next := strings.Join(words[:min(2, len(words))], " ")
		first, _, _ := strings.Cut(next, " ")
		before := strings.Fields(text[:i])
		for _, w := range before[max(0, len(before)-3):] {
			if s := stem(w); (together(near, verb, next) || together(near, verb, first)) && (s == "reject" || s == "refus" || s == "turn" || s == "dismiss" || s == "resist" || s == "ignor" || s == "defi") {
				return true
			}
		}
	}
	return false
}

func latest(q *asked, as []Answer) int64 {
	var out int64
	for _, a := range as {
		for _, st := range a.Statements {
			for _, src := range st.Sources {
				out = max(out, q.doc(src.Doc).Date.Unix())
			}
		}
	}
	return out
}
