package graph

import (
	"slices"
	"strings"

	"kg/schema"
)

// Events that only a noun phrase stands for ("the attack") are told apart by the day and the place that their document
// gives them. Without either, they are all events of that kind; one of a day is no other's of another day, place, or of no
// known place.

// commonEvent reads a noun phrase for an event; the day before it stands in its mark: "Tuesday's attack".
func commonEvent(words []string) (f form, ok bool) {
	for len(words) > 1 && days[strings.ToLower(strings.TrimSuffix(strings.TrimSuffix(words[0], "'s"), "’s"))] {
		words = words[1:]
	}
	if len(words) == 0 || len(words) > 4 {
		return f, false
	}
	return form{fold: ".event|" + fold(words), common: true}, true
}

var days = set("monday tuesday wednesday thursday friday saturday sunday yesterday today")

// eventParts gives the marks of events of one name parts of their own, one for those that are of one event.
func eventParts(docs map[string]int) map[string]string {
	marks := make([]string, 0, len(docs))
	for m := range docs {
		marks = append(marks, m)
	}
	slices.Sort(marks)
	parts := map[string]string{}
	for _, m := range marks {
		label := m
		for _, o := range marks {
			if (docs[o] > docs[label] || docs[o] == docs[label] && o < label) && sameEvent(m, o) && oneEvent(m, marks) {
				label = o
			}
		}
		parts[m] = partOf(".event", label)
	}
	return parts
}

// sameEvent reports whether marks, "day;place" each, are of one event: of one day, in one place or one in the other's.
func sameEvent(a, b string) bool {
	day, place, _ := strings.Cut(a, ";")
	day2, place2, _ := strings.Cut(b, ";")
	return a == b || day != "" && day == day2 && place != "" && place2 != "" && (liesIn(place, place2) || liesIn(place2, place))
}

// oneEvent reports whether all marks that may be of the event of mark m may be of one: "Italy" is not both of two towns.
func oneEvent(m string, marks []string) bool {
	for _, a := range marks {
		for _, b := range marks {
			if sameEvent(m, a) && sameEvent(m, b) && !sameEvent(a, b) {
				return false
			}
		}
	}
	return true
}

// eventPart is the part of a mark that the events of a name have themselves, or of one like it, else its own.
func (g *homonyms) eventPart(mark string) string {
	parts := g.parts(".event")
	if p, ok := parts[mark]; ok {
		return p
	}
	marks := []string{mark}
	for m := range parts {
		marks = append(marks, m)
	}
	slices.Sort(marks)
	for _, m := range marks {
		if m != mark && sameEvent(m, mark) && oneEvent(mark, marks) {
			return parts[m]
		}
	}
	return partOf(".event", mark)
}

// eventSlug is a mark as a part of an id: "2024-06-13-italy".
func eventSlug(mark string) string {
	day, place, _ := strings.Cut(mark, ";")
	return schema.Slug(strings.TrimSpace(day + " " + place[strings.LastIndexByte(place, '/')+1:]))
}
