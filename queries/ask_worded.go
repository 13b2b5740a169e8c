package queries

import (
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// worded are other patterns for a question that says with a noun, or from the other side, what a verb says: "who announced Norvia's
// withdrawal from the pact", "is the consent of the council needed for the sale", "will there be a vote on the treaty", "who stayed
// in the coalition".
func (q *asked) worded() []graph.Pattern {
	p := q.p
	var out []graph.Pattern
	with := func(verb string, slots []graph.Slot) *graph.Pattern {
		x := *p
		x.Verb, x.Slots = verb, slots
		out = append(out, x)
		return &out[len(out)-1]
	}
	said := func(verb string, content []string) {
		x := with(verb, []graph.Slot{*p.Wanted()})
		x.Ask, x.Content, x.Rest = graph.AskSpeaker, content, nil
	}
	for n := range p.Slots {
		s := &p.Slots[n]
		if s.Wanted || s.Proper {
			continue
		}
		others := slices.Delete(slices.Clone(p.Slots), n, n+1)
		verbs := schema.Verbs(s.Head)
		switch {
		case s.Role != "object" || len(verbs) == 0 && !tidings[s.Head]:
		case (announcing[p.Verb] || light[p.Verb] && tidings[s.Head]) && p.Ask == graph.AskArgument && p.Wanted() != nil && p.Wanted().Role == "subject" && !p.Negative:
			content := append(mentioned(s.Within), p.Content...)
			for _, o := range others {
				if !o.Wanted {
					content = append(content, mentioned([]graph.Slot{o})...)
				}
			}
			if announcing[p.Verb] {
				for _, v := range verbs {
					said(p.Verb, append([]string{v}, content...))
				}
			} else if len(content) > 1 {
				for _, v := range verbs {
					said(v, content)
				}
				said("say", content)
			}
		case p.Verb == "be" && q.slot("subject") == nil && (p.Ask == graph.AskTruth || p.Ask == graph.AskTime || p.Ask == graph.AskPlace): // "there is"
			for _, v := range verbs {
				slots := append(slices.Clone(others), s.Within...)
				if len(s.Within) != 1 || s.Within[0].Role != "in" { // "arrests in the inquiry"
					fill(slots, idiom{means: v})
				}
				x := with(v, slots)
				x.Rest = append(slices.Clone(p.Rest), s.Words...)
			}
		case (p.Verb == "require" || p.Verb == "need") && p.Ask == graph.AskTruth:
			whole := q.slot("for")
			if x := q.slot("subject"); x != nil {
				whole = x
			}
			for _, w := range s.Within {
				if w.Role != "of" && w.Role != "from" && w.Role != "by" || whole == nil {
					continue
				}
				for _, v := range verbs {
					with(v, []graph.Slot{withRole(w, "subject"), withRole(*whole, "object")}).Tenses = nil
				}
			}
		}
	}
	if o := q.slot("object"); o != nil && heading[p.Verb] && q.lately() && p.Ask == graph.AskArgument && p.Wanted() != nil && p.Wanted().Role == "subject" {
		with("be", []graph.Slot{*p.Wanted(), {Role: "object", Name: "boss", Head: "boss", Class: "Person", Within: []graph.Slot{withRole(*o, "of")}}})
	}
	if o := q.slot("object"); o != nil && (p.Verb == "want" || p.Verb == "ask" || p.Verb == "urge" || p.Verb == "call") && len(p.Content) > 0 && p.Ask == graph.AskArgument && p.Wanted() != nil {
		for _, noun := range schema.Nouns(p.Content[0]) { // "who wants the club to apologise": who demands an apology
			with("demand", []graph.Slot{*p.Wanted(), {Role: "object", Name: noun, Head: noun}, withRole(*o, "of")}).Content = nil
		}
	}
	if p.Verb == "be" && strings.Contains(strings.ToLower(p.Text), " to be ") { // "does she wish to be president"
		with("become", p.Slots)
	}
	if as := q.slot("as"); as != nil && acting[p.Verb] && q.slot("object") == nil && (p.Wanted() == nil || p.Wanted().Role == "subject" || p.Wanted().Role == "as") {
		slots := slices.Clone(p.Slots)
		for i := range slots {
			if slots[i].Role == "as" {
				slots[i].Role = "object"
			}
		}
		with("be", slots) // "who acts as the owner's lawyer"
	}
	if o := q.slot("object"); o != nil && verdicts[p.Verb] && len(p.Rest) > 0 && p.Ask == graph.AskArgument && p.Wanted() != nil && p.Wanted().Role == "subject" {
		with("criticise", p.Slots) // "who called the price reckless": who criticised it as reckless
		with("praise", p.Slots)
		said("say", append(mentioned([]graph.Slot{*o}), p.Rest...))
	}
	o := q.slot("object")
	if o != nil && p.Verb == "be" && o.Head == "due" {
		o = q.slot("subject")
	} else if q.slot("subject") != nil || !forecasting[p.Verb] && !planning[p.Verb] {
		o = nil
	}
	if o != nil && p.Ask == graph.AskTime && !o.Proper && !o.Wanted {
		for _, v := range schema.Verbs(o.Head) { // "when is the unveiling of the memorial expected"
			for _, role := range []string{"object", "subject"} {
				if slots := tiedTo(*o, role); len(slots) > 0 {
					with(v, slots).Tenses = []graph.Tense{graph.Future}
				}
			}
		}
	}
	if p.Verb == "be" && p.Ask == graph.AskTime && q.future() && q.slot("object") != nil && q.slot("subject") != nil { // "from when will she be president"
		with("become", p.Slots)
	}
	q.controlled(with)
	q.instead(with)
	q.converse(with)
	q.recast(with)
	if verbs := departing[p.Verb]; verbs != nil && q.slot("object") == nil {
		for _, v := range verbs {
			x := with(v, slices.Clone(p.Slots))
			x.Negative = !p.Negative
			for i := range x.Slots {
				if r := x.Slots[i].Role; r == "with" || r == "at" {
					x.Slots[i].Role = "in"
				}
			}
		}
	}
	return out
}

// mostWorded bounds the other patterns that are looked for loosely.
const mostWorded = 6

// loosely answers from what an article says in whatever place, and then so where the question is put in other words.
func (q *asked) loosely(out *Reply) error {
	p := q.p
	if err := q.loose(out); err != nil || len(out.Answers) > 0 {
		return err
	}
	tried := q.otherwise()
	for i := range tried[:min(len(tried), mostWorded)] {
		q.p = &tried[i]
		if err := q.loose(out); err != nil || len(out.Answers) > 0 {
			return err
		}
	}
	q.p = p
	return nil
}

// refused reports whether a statement tells of a refusal, where the question asks for one: who has not joined need not have refused.
func (q *asked) refused(r *reading) bool {
	if !q.p.Negative || q.p.Ask == graph.AskTruth {
		return true
	}
	text := " " + strings.ToLower(q.p.Text)
	if !slices.ContainsFunc(unwilling, func(w string) bool { return strings.Contains(text, " "+w) }) {
		return true
	}
	return slices.ContainsFunc(unwilling, func(w string) bool { return strings.Contains(r.text, " "+w) }) || strings.Contains(r.text, "turned down") || strings.Contains(r.text, "ruled out") || strings.Contains(r.text, "rules out") || strings.Contains(r.text, "will not ") || strings.Contains(r.text, "would not ")
}

// unwilling are the beginnings of verbs by which somebody does not do what was asked of him.
var unwilling = []string{"refus", "declin", "reject", "spurn", "snub", "rebuff", "balk"}

// announcing are verbs that say what a noun names as done or to be done.
var announcing = set("announce declare reveal disclose report confirm proclaim predict forecast promise propose recommend threaten deny demand")

// tidings are nouns for what somebody says who makes or gives it.
var tidings = set("announcement statement claim prediction forecast promise pledge warning demand proposal suggestion complaint remark comment recommendation admission confession denial revelation declaration vow")

// acting are verbs of what one is who does it as something.
var acting = set("act serve function")

// heading are the verbs of what one does who is at the head of something.
var heading = set("run lead head manage direct")

// departing are the verbs of what one has not done who has stayed.
var departing = map[string][]string{"stay": {"leave", "withdraw"}, "remain": {"leave", "withdraw"}, "stay on": {"leave", "resign"}, "stick": {"leave", "drop", "end", "part"}, "stand by": {"leave", "drop"}}

// mentioned are the words of slots that a sentence must hold that speaks of them: of a name the last.
func mentioned(slots []graph.Slot) []string {
	var out []string
	for _, s := range slots {
		switch {
		case s.Proper:
			out = append(out, strings.ToLower(lastWord(s.Name)))
		case s.Head != "" && !possessives[s.Head] && !pronouns[s.Head]:
			out = append(append(out, s.Words...), s.Head)
		}
		out = append(out, mentioned(s.Within)...)
	}
	return out
}

// partnered reads what somebody does with another as what this one does with him: "the council signed an agreement with Lumen".
func (q *asked) partnered(r *reading, add func(float64, graph.Statement)) {
	st := r.st
	if w := q.p.Wanted(); st.Subject.None() || w == nil || !(mutual[r.verb] || shared[schema.Head(st.Object.Name)] && (together(near, r.verb, "sign") || light[r.verb])) {
		return
	}
	if !slices.ContainsFunc(q.p.Slots, func(s graph.Slot) bool { return s.Role == "with" }) {
		return
	}
	other, object := graph.Value{}, st.Object
	for _, a := range r.args {
		if a.role == "with" && !bare(a.Value) {
			other = a.Value
		}
	}
	if text, with, ok := strings.Cut(st.Object.Text, " with "); ok && other.None() && (!strings.Contains(with, " ") || strings.HasPrefix(with, "the ") && strings.Count(with, " ") == 1) {
		name := strings.TrimPrefix(with, "the ")
		other, object.Text = graph.Value{Name: name, Text: with, Class: "Thing"}, text // "an agreement with the brewery"
	}
	if other.None() {
		q.together(r, add)
		return
	}
	if object == other {
		object = graph.Value{}
	}
	s := *st
	s.Relation.Lemma, s.Subject, s.Object, s.Roles = r.verb, other, object, []graph.Role{{Name: "with", Value: st.Subject}}
	for _, b := range r.args {
		if b.role != "subject" && b.role != "object" && b.role != "with" {
			s.Roles = append(s.Roles, graph.Role{Name: b.role, Value: b.Value})
		}
	}
	add(0.95, s)
}

// together reads what several do as what each does with the others: "Norway and Uruguay signed an agreement".
func (q *asked) together(r *reading, add func(float64, graph.Statement)) {
	st := r.st
	for i := range q.found {
		x := &q.found[i]
		if len(x.Sources) == 0 || len(st.Sources) == 0 || x.Sources[0] != st.Sources[0] || x.Relation.ID != st.Relation.ID || x.Object.Name != st.Object.Name || x.Subject.None() || x.Subject.Name == st.Subject.Name {
			continue
		}
		s := *st
		s.Roles = append(slices.Clone(st.Roles), graph.Role{Name: "with", Value: x.Subject})
		add(0.9, s)
	}
}

// occasion reads "the trial of Ann might begin in May" as that she might be tried.
func (q *asked) occasion(r *reading, add func(float64, graph.Statement)) {
	st := r.st
	if q.p.Ask != graph.AskTime && q.p.Ask != graph.AskPlace || q.p.Verb == "be" || !happening[r.verb] && r.verb != "open" || st.Subject.None() || !names(schema.Head(st.Subject.Name), q.p.Verb) {
		return
	}
	s := *st
	s.Relation.Lemma, s.Subject, s.Object = q.p.Verb, graph.Value{}, graph.Value{}
	if _, of, ok := strings.Cut(st.Subject.Text, " of "); ok {
		s.Object = graph.Value{Name: of, Text: of, Class: "Thing"}
	} else if of, _, ok := strings.Cut(st.Subject.Text, "'s "); ok {
		s.Object = graph.Value{Name: of, Text: of, Class: "Thing"}
	}
	for _, x := range st.Roles {
		if x.Name == "of" {
			s.Object = x.Value
		}
	}
	if !s.Object.None() {
		add(0.85, s)
	}
}
