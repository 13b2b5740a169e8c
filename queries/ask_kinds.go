package queries

import (
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// kinds are classes by the noun behind "which".
var kinds = func() map[string]string {
	out := map[string]string{}
	for class, words := range map[string]string{
		"Place":        "country city town place region state island village province capital continent county district nation",
		"Organization": "government parliament council company firm bank organization organisation agency party team club newspaper union group university court institution institute ministry association airline carmaker authority body office watchdog regulator committee commission department federation operator",
		"Person":       "person minister politician man woman official president leader player scientist judge author actor singer",
	} {
		for _, w := range strings.Fields(words) {
			out[w] = class
		}
	}
	return out
}()

// creatures are nouns for animals, for which no question asks with "who".
var creatures = set("animal fish bird cow pig sheep goat horse dog cat hen chicken duck goose cattle livestock poultry bee insect whale dolphin seal otter elephant lion tiger bear wolf deer rabbit rat mouse turtle shark salmon trout snake monkey camel reindeer herd flock")

// inert are nouns for what somebody may have or make, but which is nobody.
var inert = set("problem issue crisis trouble difficulty reason cause factor result effect outcome consequence plan deal contract treaty pact agreement accord law bill rule report study letter document statement decision " +
	"price cost sum profit loss debt money fund tax fee rate rise fall increase drop change move step measure effort attempt success failure delay mistake error talk debate vote election campaign strike protest " +
	"accident crash fire flood storm earthquake explosion attack war battle ceasefire disease virus outbreak pandemic weather rain snow ice water oil gas coal power wind damage pressure fear concern hope dispute row scandal inquiry investigation trial verdict sentence")

// pieces are nouns for what belongs to a whole, goods for whatever is made or sold, relief for whatever is sent to whom it helps.
var (
	pieces = set("part section portion component element piece bit segment side")
	goods  = set("product item article object good commodity merchandise ware thing device")
	relief = set("aid help assistance relief support")
)

// kindFits reports whether a value is of the kind that is asked for.
func (q *asked) kindFits(s *graph.Slot, v graph.Value, r *reading) float64 {
	if s.Class == "Person" { // who
		if n := noun(v.Name); !properLike(v.Name) && (creatures[n] || v.Class == "Thing" && (inert[n] || s.Role == "object" && strings.HasPrefix(strings.ToLower(q.p.Text), "whom ") && !persons[n] && !crafts[n])) {
			return 0
		}
		switch v.Class {
		case "Person", "Organization", "Group", "Place":
			return 1
		case "Clause", "Quantity", "Date", "Event", "Work":
			return 0
		}
		return 0.95
	}
	if s.Head == "" && !s.Named {
		if v.Class == "Clause" {
			return 0.9
		}
		return 1
	}
	if answersNoun(s.Head, schema.Head(v.Name)) {
		return 1
	}
	switch plain := v.Class == "Thing" || v.Class == "Place" && !properLike(v.Name) || v.Class == "Work" || v.Class == "Group" && !properLike(v.Name); {
	case (pieces[s.Head] && len(s.Within) > 0 || goods[s.Head] && !inert[schema.Head(v.Name)]) && plain:
		return 0.8
	case relief[s.Head] && (plain || v.Class == "Quantity" || v.Class != "Clause" && v.Class != "Date" && v.Class != "Event" && !properLike(v.Name)):
		return 0.8 // "what aid did Peru send": forty rescuers
	case s.Head == "participant" && properLike(v.Name) && (holds(r.text, "took part") || holds(r.text, "taken part") || holds(r.text, "participated") || holds(r.text, "attended")):
		return 0.9
	}
	text := strings.ToLower(v.Name + " " + v.Text)
	if holds(text, s.Head) {
		return 1
	}
	if properLike(v.Name) && r.titled(v.Name, s.Head) {
		return 1
	}
	if s.Head == "party" && v.Class == "Group" || s.Named && properLike(v.Name) {
		return 1
	}
	if s.Named || !properLike(v.Name) && v.Class == "Organization" && kinds[s.Head] == v.Class && kinds[schema.Head(v.Name)] == v.Class {
		return 0 // a union is no company
	}
	switch kinds[s.Head] {
	case "":
		if holds(r.text, s.Head) && properLike(v.Name) || v.Class == "Person" && (crafts[s.Head] || craft(s.Head)) && q.one(v.ID, s.Head, r) {
			return 0.8
		}
		return 0
	case v.Class:
		if r.otherKind(v.Name, s.Head) {
			return 0
		}
		return 1
	}
	if kinds[s.Head] == "Organization" && v.Class == "Place" && !firms[s.Head] && !(trading[s.Head] && len(nations.of[strings.ToLower(v.Name)]) > 0) || kinds[s.Head] == "Place" && v.Class == "Organization" || v.Class == "Thing" && properLike(v.Name) {
		return 0.6
	}
	return 0
}

// trading are nouns for businesses at large, which no country is.
var trading = set("company firm bank business corporation manufacturer maker")

// otherKind reports whether the text up to the statement's sentence has before the name a noun for something of another kind:
// "the cellist Ann Lee" is no politician.
func (r *reading) otherKind(name, kind string) bool {
	if akin.under[kind] == nil {
		return false
	}
	i := strings.Index(r.all, strings.ToLower(name))
	if i < 0 {
		return false
	}
	before := strings.Fields(r.all[max(0, i-40):i])
	if len(before) == 0 {
		return false
	}
	noun := before[len(before)-1]
	if akin.covers(kind, noun) {
		return false
	}
	for _, others := range akin.under {
		if slices.Contains(others, noun) {
			return true
		}
	}
	return false
}
