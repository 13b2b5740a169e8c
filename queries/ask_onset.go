package queries

import (
	"slices"
	"sort"
	"strings"

	"kg/graph"
)

// onset are the verbs that tell of the beginning of what v says.
func onset(v string) []string {
	var out []string
	for w := range spaced(onsets[v]) {
		out = append(out, append(fellows(near, w), w)...)
	}
	sort.Strings(out)
	return slices.Compact(out)
}

// started reads what began something as that, "lost 4 percent" as a fall, what is pledged as to be given, and who runs a place as
// working there.
func (q *asked) started(r *reading, add func(float64, graph.Statement)) {
	st, v := r.st, q.p.Verb
	s := *st
	s.Relation.Lemma = v
	switch {
	case q.onset() && onsets[v] != "" && (slices.Contains(onset(v), r.verb) || slices.Contains(onset(v), st.Relation.Lemma)):
		add(0.9, s)
	case (r.verb == "lose" && sinking[v] || (r.verb == "gain" || r.verb == "add") && together(near, v, "rise")) && numbered(st.Object.Name) && st.Object.Class != "Person":
		s.Object, s.Roles = graph.Value{}, append(slices.Clone(st.Roles), graph.Role{Name: "by", Value: st.Object})
		add(0.9, s)
	case q.future() && (r.verb == "pledge" || r.verb == "promise" || r.verb == "offer") && together(near, v, "give") && st.Object.Class != "Clause" && st.Polarity == graph.Positive:
		s.Tense = graph.Future
		add(0.9, s)
	case v == "work" && !st.Object.None() && (r.verb == "teach" || together(near, r.verb, "lead")) && (st.Object.Class == "Organization" || st.Object.Class == "Place"):
		s.Relation.Lemma = "work at"
		add(0.8, s)
	case v == "work" && st.Relation.Lemma == "be with" && (st.Object.Class == "Organization" || properLike(st.Object.Name)) && st.Subject.Class == "Person":
		s.Relation.Lemma = "work for"
		add(0.85, s)
	}
}

// sinking are verbs for what loses some of its value: "lost three percent".
var sinking = set("fall drop decline sink slide slip tumble plunge plummet dip slump shrink decrease")

// turnedOver reads what is said of who does it as said of what it is done to, and the other way round, where the verb allows
// both: "the film will be released" and "the film will come out". It reads who spends time somewhere as being there.
func (q *asked) turnedOver(r *reading, add func(float64, graph.Statement)) {
	st, v := r.st, q.p.Verb
	s := *st
	switch verb := ergative[r.verb] || ergative[v]; {
	case v == "be" && sojourns[r.verb] || sojourns[v] && r.verb == "spend":
		s.Relation.Lemma = v
		add(0.85, s)
	case !verb || v == "be" || v == "":
	case q.slot("object") == nil && !(q.p.Wanted() != nil && q.p.Wanted().Role == "object") && !st.Object.None() && r.verb == st.Relation.Lemma:
		s.Subject, s.Object = st.Object, graph.Value{}
		s.Roles = slices.Clone(st.Roles)
		add(0.85, s)
	case (q.p.Ask == graph.AskTime || q.p.Ask == graph.AskPlace) && q.slot("subject") != nil && q.slot("object") != nil && !slices.ContainsFunc(r.args, func(a arg) bool { return a.role == "object" }) && !st.Subject.None() && q.before(q.slot("subject"), r):
		o := q.slot("subject") // "Lumen closes the plant. Production will move to Brno."
		s.Subject, s.Object, s.Roles = graph.Value{Name: o.Name, Text: o.Name, Class: o.Class}, st.Subject, nil
		for _, a := range r.args {
			if a.role != "subject" {
				s.Roles = append(s.Roles, graph.Role{Name: a.role, Value: a.Value})
			}
		}
		add(0.75, s)
	case q.slot("subject") == nil && q.p.Ask != graph.AskArgument && st.Object.None() && !st.Subject.None():
		s.Subject, s.Object = graph.Value{}, st.Subject
		add(0.85, s)
	}
}

// stood reads what remained open as not having closed, what is to blame for something as having caused it, and what somebody revokes
// as lost by who has it.
func (q *asked) stood(r *reading, add func(float64, graph.Statement)) {
	st, v := r.st, q.p.Verb
	s := *st
	switch state := strings.ToLower(st.Object.Name); {
	case v == "cause" && r.verb == "be to blame":
		if s.Relation.Lemma = v; st.Relation.Lemma == r.verb {
			s.Object = graph.Value{}
		}
		add(0.9, s)
	case (v == "leave" || v == "flee") && r.verb == "evacuate" && !st.Object.None() && len(q.p.Slots) > 1: // where from
		s.Subject, s.Object, s.Relation.Lemma, s.Roles = st.Object, graph.Value{}, v, nil
		for _, x := range st.Roles {
			if x.Name == "from" {
				s.Object = x.Value
			}
		}
		add(0.85, s)
	case v == "lose" && revoking[r.verb]: // "can revoke its licence"
		who, what := graph.Value{}, st.Object
		for _, x := range st.Roles {
			if x.Name == "of" {
				who = x.Value
			}
		}
		if name, rest, ok := strings.Cut(st.Object.Text, "'s "); ok && who.None() {
			who, what = graph.Value{Name: name, Text: name, Class: "Thing"}, graph.Value{Name: rest, Text: rest, Class: "Thing"}
		}
		if who.None() || who.Name == st.Subject.Name {
			return
		}
		s.Relation.Lemma, s.Subject, s.Object, s.Roles = v, who, what, []graph.Role{{Name: "of", Value: who}}
		if st.Certainty == graph.Possible && st.Tense == graph.Present {
			s.Tense = graph.Future
		}
		add(0.85, s)
	case q.p.Ask == graph.AskTruth && staying[r.verb] && (together(near, v, "close") && state == "open" || v == "open" && (state == "closed" || state == "shut")):
		s.Relation.Lemma, s.Subject, s.Object, s.Polarity = v, graph.Value{}, st.Subject, graph.Negative
		if q.slot("object") == nil {
			s.Subject, s.Object = st.Subject, graph.Value{}
		}
		add(0.85, s)
	}
}

// revoking are verbs by whose object its owner is the poorer.
var revoking = set("suspend revoke withdraw cancel confiscate annul rescind")

// staying are verbs of staying as it is.
var staying = set("remain stay keep")

// sojourns are verbs of being somewhere.
var sojourns = set("spend stay live remain stand lie sit")

// omitting and including are verbs of what a whole does not have for a part, and of what it has.
var (
	omitting  = spaced("leave_out omit exclude")
	including = spaced("include cover contain comprise mention")
)

// omitted reads "the pact does not cover mines" as leaving mines out of the pact.
func (q *asked) omitted(r *reading, add func(float64, graph.Statement)) {
	st := r.st
	if !omitting[q.p.Verb] || !including[r.verb] || st.Polarity != graph.Negative || st.Object.None() {
		return
	}
	s := *st
	s.Relation.Lemma, s.Polarity = q.p.Verb, graph.Positive
	s.Roles = append(slices.Clone(st.Roles), graph.Role{Name: "from", Value: st.Subject}, graph.Role{Name: "of", Value: st.Subject})
	if q.slot("from") != nil || q.slot("of") != nil {
		s.Subject = graph.Value{}
	}
	add(0.9, s)
}

// until reports whether the question asks until when something is so.
func (q *asked) until() bool {
	text := strings.ToLower(q.p.Text)
	return q.p.Ask == graph.AskTime && (strings.HasPrefix(text, "until when") || strings.HasPrefix(text, "till when"))
}

// untilThen reports whether a time says until when something was so.
func untilThen(name string) bool {
	first, rest, _ := strings.Cut(strings.ToLower(name), " ")
	return first == "until" || first == "till" || first == "through" || (first == "from" || first == "between") && (strings.Contains(rest, " to ") || strings.Contains(rest, " and ") || strings.Contains(rest, " until "))
}

// ending reports whether a statement tells of an end, so that its time is the time until which something was so.
func (q *asked) ending(r *reading) bool {
	return together(near, r.st.Relation.Lemma, "end") || together(near, r.verb, "end") || ends[r.verb]
}
