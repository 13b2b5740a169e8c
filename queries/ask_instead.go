package queries

import (
	"slices"

	"kg/graph"
	"kg/schema"
)

// harming are verbs of what a misfortune does.
var harming = set("kill injure wound hurt damage destroy claim cost displace affect disrupt delay trap")

// periodicals are nouns for where results and news appear.
var periodicals = set("journal newspaper magazine paper weekly daily publication periodical")

// cuts are nouns for what is cut where people are dismissed.
var cuts = []string{"job", "post", "position"}

// festive are nouns, besides those of affairs, for what people come to.
var festive = set("party wedding funeral celebration premiere opening hearing debate session dinner reception")

// instead gives patterns in which another stands in the place of the subject, or of what is asked for: what the sinking of the ferry did,
// the ferry did; what printed the results is where they appeared; as long as a suspension lasted something was suspended; whom Ann
// succeeded ran it before her; who intends to lay off staff will cut jobs.
func (q *asked) instead(with func(verb string, slots []graph.Slot) *graph.Pattern) {
	p, w := q.p, q.p.Wanted()
	s, o := q.slot("subject"), q.slot("object")
	replaced := func(role string, by ...graph.Slot) []graph.Slot {
		return append(slices.DeleteFunc(slices.Clone(p.Slots), func(x graph.Slot) bool { return x.Role == role }), by...)
	}
	if s != nil && !s.Proper && !s.Wanted && harming[p.Verb] && len(schema.Verbs(s.Head)) > 0 && len(s.Within) > 0 && s.Within[0].Role == "of" {
		verb, slots := p.Verb, replaced("subject", withRole(s.Within[0], "subject"))
		if verb == "claim" && w != nil && w.Counted && w.Role == "object" {
			verb = "kill"
			for i := range slots {
				if slots[i].Wanted {
					slots[i].Head, slots[i].Words = "people", nil
				}
			}
		}
		with(verb, slots)
	}
	if w != nil && w.Role == "subject" && (p.Verb == "come" || p.Verb == "finish") && o == nil && slices.Contains(p.Rest, "second") {
		x := with("be", append(slices.Clone(p.Slots), graph.Slot{Role: "object", Name: "runner-up", Head: "runner-up", Class: "Person"}))
		x.Rest, x.Tenses = nil, nil
	}
	if w != nil && w.Role == "subject" && (p.Verb == "send" || p.Verb == "provide" || p.Verb == "supply" || p.Verb == "contribute") && o != nil && !o.Wanted && !o.Proper && someone(o.Head) {
		x := with("come", []graph.Slot{withRole(*o, "subject"), withRole(*w, "from")}) // "observers from Chad"
		x.Ask, x.Tenses = graph.AskPlace, nil
	}
	if w != nil && w.Role == "subject" && periodicals[w.Head] && o != nil && !o.Wanted && (together(near, p.Verb, "publish") || p.Verb == "print" || p.Verb == "carry" || p.Verb == "run") {
		with("appear", []graph.Slot{withRole(*o, "subject"), withRole(*w, "in")})
		with("publish", []graph.Slot{*o, withRole(*w, "in")})
	}
	if q.lasting() && s != nil && !s.Proper && (together(near, p.Verb, "last") || p.Verb == "take") && o == nil {
		for _, v := range schema.Verbs(s.Head) {
			for _, role := range []string{"object", "subject"} {
				if slots := tiedTo(*s, role); len(slots) > 0 {
					with(v, slots)
				}
			}
		}
	}
	if w != nil && w.Role == "subject" && (heading[p.Verb] || p.Verb == "chair" || p.Verb == "coach") {
		somebody := func(x *graph.Slot) bool { return x != nil && x.Proper && x.Class != "Event" && x.Class != "Date" }
		if b := q.slot("before"); somebody(b) {
			with("succeed", []graph.Slot{withRole(*b, "subject"), withRole(*w, "object")})
		}
		if a := q.slot("after"); somebody(a) {
			with("succeed", []graph.Slot{*w, withRole(*a, "object")})
		}
	}
	if s != nil && (p.Verb == "take office" || p.Verb == "take" && o != nil && o.Head == "office") && p.Ask == graph.AskTime {
		with("swear in", []graph.Slot{withRole(*s, "object")})
	}
	if p.Verb == "swear in" && p.Ask == graph.AskTime && s == nil && o != nil {
		with("take office", []graph.Slot{withRole(*o, "subject")})
	}
	if o != nil && o.Head == "candidate" && (p.Verb == "be" || p.Verb == "become") && p.Modal && w != nil && w.Role == "subject" && len(o.Within) == 1 && o.Within[0].Role == "for" {
		with("run", []graph.Slot{*w, o.Within[0]})
	}
	if p.Ask == graph.AskTruth && s != nil && o == nil {
		for _, role := range []string{"at", "to"} {
			if x := q.slot(role); x != nil && (affairs[x.Head] || festive[x.Head]) && (role == "at" && p.Verb == "be" || role == "to" && (p.Verb == "come" || p.Verb == "go")) {
				with("attend", []graph.Slot{*s, withRole(*x, "object")})
			}
		}
	}
	if w != nil && w.Role == "subject" && p.Ask == graph.AskArgument && (p.Verb == "become" || p.Verb == "take over") && !p.Modal && !q.future() {
		office := o
		if p.Verb == "take over" {
			office = q.slot("as")
		}
		if office != nil && !office.Proper && (holding[office.Head] || doers[office.Head]) { // "the new minister"
			x := withRole(*office, "object")
			x.Words = append([]string{"new"}, office.Words...)
			with("be", []graph.Slot{*w, x}).Tenses = nil
		}
	}
	if p.Ask == graph.AskTruth && o != nil && !o.Proper && (together(near, p.Verb, "dismiss") && workers[o.Head] || planning[p.Verb] && (o.Head == "cut" || o.Head == "loss") && slices.Contains(o.Words, "job") || planning[p.Verb] && o.Head == "layoff") {
		for _, noun := range cuts {
			with("cut", replaced("object", graph.Slot{Role: "object", Name: noun + "s", Head: noun})).Tenses = []graph.Tense{graph.Future}
		}
	}
}
