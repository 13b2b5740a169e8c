package queries

import (
	"slices"

	"kg/graph"
	"kg/schema"
)

// origins are nouns for where somebody comes from.
var origins = set("birthplace hometown homeland origin birth")

// homes are nouns for where somebody lives, homesteads those for where a body is at home.
var homes = set("home residence address whereabouts dwelling")

// sites are nouns for where something is, or happens.
var sites = set("site venue location place scene spot setting town city country village port address point position")

// bounds are nouns for where somebody goes.
var bounds = set("destination target goal")

// sited are the patterns that ask where: "the launch site of the probe", "the venue of the talks", "Ann's birthplace".
func (n *notion) sited() []graph.Pattern {
	if n.Ask == graph.AskTime {
		return nil
	}
	var things []graph.Slot
	if n.by != nil {
		things = append(things, *n.by)
	}
	for _, s := range n.args {
		if s.Role == "for" || s.Role == "of" {
			things = append(things, s)
		}
	}
	if len(things) == 0 {
		return nil
	}
	var out []graph.Pattern
	words := n.words
	n = n.less(func(string) bool { return true })
	where := func(verb string, slots ...graph.Slot) {
		x := n.pattern(graph.AskPlace, verb, slots...)
		x.Text = "Where " + x.Text
		out = append(out, x)
	}
	who := withRole(things[0], "subject")
	home := slices.Contains(words, "home")
	switch {
	case origins[n.head] || home && sites[n.head]:
		where("be born", who)
		where("come", who)
		where("grow up", who)
	case seats[n.head]:
		where("base", withRole(who, "object"))
		for _, seat := range []string{"headquarters", "seat"} {
			if seat != n.head {
				where("be", graph.Slot{Role: "subject", Name: seat, Head: seat, Within: []graph.Slot{withRole(who, "of")}})
			}
		}
	case bounds[n.head]:
		for _, v := range []string{"go", "travel", "fly", "sail", "head"} {
			where(v, who)
		}
		for _, v := range []string{"leave", "head", "go", "travel", "set off", "bind"} {
			role := "for"
			if v == "go" || v == "travel" {
				role = "to"
			}
			out = append(out, n.pattern(graph.AskArgument, v, who, graph.Slot{Role: role, Wanted: true}))
		}
	case homes[n.head]:
		where("live", who)
	}
	if !sites[n.head] || n.Ask == graph.AskPlace && n.head != "site" && len(words) == 0 && n.head != "venue" && n.head != "location" && n.head != "scene" {
		return out
	}
	verbs := []string{}
	if k := len(words); k > 0 {
		if verbs = schema.Verbs(words[k-1]); len(verbs) == 0 {
			return out
		}
	}
	if who.Head == "birth" && len(who.Within) > 0 {
		where("be born", withRole(who.Within[0], "subject"))
		return out
	}
	for _, v := range verbs {
		where(v, withRole(who, "object"))
		where(v, who)
	}
	if len(verbs) > 0 {
		return out
	}
	for _, s := range things {
		if !s.Proper {
			for _, v := range schema.Verbs(s.Head) {
				for _, role := range []string{"object", "subject"} {
					slots := tiedTo(s, role)
					if len(slots) > 0 {
						where(v, slots...)
					}
				}
			}
		}
		for _, v := range []string{"hold", "take place", "open"} {
			role := "object"
			if v == "take place" {
				role = "subject"
			}
			where(v, withRole(s, role))
		}
		where("be", withRole(s, "subject"))
		where("base", withRole(s, "object"))
	}
	return out
}
