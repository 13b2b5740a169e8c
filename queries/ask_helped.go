package queries

import (
	"slices"

	"kg/graph"
)

// granting are verbs of giving what the noun says: "pledged five million in aid".
var granting = set("pledge promise give donate send provide offer contribute commit")

// helped gives patterns for help by whoever sends it: "what help has come from Chad", "how much did Peru pledge in aid".
func (q *asked) helped(with func(verb string, slots []graph.Slot) *graph.Pattern) {
	p, w := q.p, q.p.Wanted()
	if w == nil {
		return
	}
	from := q.slot("from")
	if (p.Verb == "come" || p.Verb == "arrive") && w.Role == "subject" && from != nil && from.Proper {
		what := withRole(*w, "object")
		if relief[what.Head] {
			what.Head, what.Class = "", ""
		}
		with("send", []graph.Slot{withRole(*from, "subject"), what})
	}
	if w.Role == "object" && !w.Counted && relief[w.Head] && len(w.Words) == 0 && (granting[p.Verb] || p.Verb == "receive" || p.Verb == "get") {
		slots := slices.Clone(p.Slots)
		for i := range slots {
			if slots[i].Wanted {
				slots[i].Head = ""
			}
		}
		with(p.Verb, slots) // "what aid did Chad send"
	}
	if in := q.slot("in"); p.Ask == graph.AskQuantity && in != nil && relief[in.Head] && granting[p.Verb] && len(in.Words) == 0 {
		with(p.Verb, slices.DeleteFunc(slices.Clone(p.Slots), func(s graph.Slot) bool { return s.Role == "in" }))
	}
}
