package queries

import (
	"slices"
	"strings"

	"kg/graph"
)

// vanishing are verbs of what is lost.
var vanishing = spaced("go_missing vanish disappear")

// vanished reads what was lost as what has vanished, whom somebody has lost as having left, and "denied that the firm had hidden data", of
// which the parser makes data that it had, as hiding them.
func (q *asked) vanished(r *reading, add func(float64, graph.Statement)) {
	st, v := r.st, q.p.Verb
	s := *st
	s.Relation.Lemma = v
	w := q.p.Wanted()
	switch first, rest, _ := strings.Cut(st.Object.Name, " "); {
	case r.verb == "lose" && vanishing[v] && st.Object.Class != "Person" && st.Object.Class != "Event" && !st.Object.None():
		s.Subject, s.Object = st.Object, graph.Value{}
		add(0.85, s)
	case r.verb == "lose" && together(near, v, "leave") && w != nil && w.Role == "subject" && w.Head != "" && !w.Counted && !st.Subject.None() && (st.Object.Class == "Person" || st.Object.Class == "Organization" || properLike(st.Object.Name)):
		s.Subject, s.Object = st.Object, st.Subject
		add(0.85, s)
	case r.verb == "have" && rest != "" && v != "" && v != "be" && v != "have" && slices.ContainsFunc(append(fellows(near, v), v), func(x string) bool { return participle(x) == first || hidden[x] == first }) && strings.Contains(r.text, " had "+first+" "):
		s.Object.Name, s.Object.Text, s.Tense = rest, rest, graph.Past
		add(0.85, s)
	}
}

// hidden are participles that may be taken for adjectives, by their verbs.
var hidden = map[string]string{"hide": "hidden", "steal": "stolen", "break": "broken", "freeze": "frozen", "hold": "held", "sell": "sold", "buy": "bought", "lose": "lost", "pay": "paid", "shoot": "shot", "build": "built", "send": "sent", "write": "written", "give": "given", "take": "taken", "leave": "left", "bribe": "bribed"}

// stages are verbs of how far something has got that somebody does, with their forms before what is done.
var stages = map[string][]string{"resume": {"resumed", "resumes", "resume", "restarted", "resuming"}, "start": {"started", "starts", "start", "began", "begun", "begins", "begin", "starting"}, "stop": {"stopped", "stops", "stop", "ceased", "halted", "stopping", "quit"},
	"continue": {"continued", "continues", "continue", "kept", "keep", "keeps", "continuing"}, "finish": {"finished", "finishes", "finish", "completed", "finishing"}}

// resumed reads "has resumed enriching uranium" as having resumed that.
func (q *asked) resumed(r *reading, add func(float64, graph.Statement)) {
	w, st := q.p.Wanted(), r.st
	if w == nil || w.Role != "object" || w.Head != "" || q.p.Ask != graph.AskArgument || st.Object.None() || st.Object.Class == "Clause" {
		return
	}
	for stage, forms := range stages {
		if !together(near, stage, q.p.Verb) {
			continue
		}
		doing := lastWord(st.Relation.Text)
		if !strings.HasSuffix(doing, "ing") || !slices.ContainsFunc(forms, func(f string) bool { return strings.Contains(r.text, " "+f+" "+doing+" ") }) {
			continue
		}
		s := *st
		text := doing + " " + st.Object.Text
		s.Relation.Lemma, s.Object = q.p.Verb, graph.Value{Name: text, Text: text, Class: "Clause"}
		add(0.9, s)
		return
	}
}
