package queries

import (
	"slices"
	"strings"

	"kg/graph"
)

// shunning are the verbs of what one does not do who keeps away: "stayed out of the sanctions".
var shunning = map[string][]string{"stay out": {"join", "participate"}, "keep out": {"join", "participate"}, "opt out": {"join", "participate"}, "stay away": {"attend", "come"}, "keep away": {"attend", "come"}}

// belonging are nouns for what one is who has joined: "is Chad part of the accord", "no longer a member".
var belonging = set("part member party signatory participant partner")

// converse gives patterns that say the question's verb by another: who stays out does not join, who is no longer part has left, who takes
// over from another succeeds him.
func (q *asked) converse(with func(verb string, slots []graph.Slot) *graph.Pattern) {
	p := q.p
	turned := func(role string) []graph.Slot { // with the slot of the role as the object
		slots := slices.DeleteFunc(slices.Clone(p.Slots), func(s graph.Slot) bool { return s.Role == "object" })
		for i := range slots {
			if slots[i].Role == role {
				slots[i].Role = "object"
			}
		}
		return slots
	}
	for _, v := range shunning[p.Verb] {
		role := q.role()
		if role == "" {
			break
		}
		with(v, turned(role)).Negative = !p.Negative
	}
	o := q.slot("object")
	switch {
	case p.Verb == "take over" && o == nil && q.slot("from") != nil:
		with("succeed", turned("from"))
	case p.Verb == "run" && p.Ask == graph.AskTime && o == nil && q.slot("subject") != nil:
		with("expire", p.Slots)
	case p.Verb == "be" && o != nil && !o.Wanted && (o.Head == "absent" || o.Head == "missing") && q.slot("from") != nil:
		for _, v := range []string{"attend", "come"} {
			with(v, turned("from")).Negative = !p.Negative
		}
	case p.Verb == "be" && o != nil && !o.Wanted && belonging[o.Head] && len(o.Within) == 1 && (o.Within[0].Role == "of" || o.Within[0].Role == "in" || o.Within[0].Role == "to"):
		slots := append(slices.DeleteFunc(slices.Clone(p.Slots), func(s graph.Slot) bool { return s.Role == "object" }), withRole(o.Within[0], "object"))
		if strings.Contains(strings.ToLower(p.Text), " no longer ") {
			with("leave", slots).Negative = false
			return
		}
		for _, v := range []string{"join", "sign"} {
			x := with(v, slots)
			if now := strings.ToLower(x.Time.Text); now == "now" || now == "today" || now == "currently" {
				x.Time = graph.Time{}
			}
			if x.Tenses == nil {
				x.Tenses = []graph.Tense{graph.Past, graph.Present}
			}
		}
	}
}
