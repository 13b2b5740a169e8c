package queries

import (
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// enduring are verbs of what goes on for some time.
var enduring = spaced("last take run go_on continue endure")

// stretched is the measure that a line gives a thing of which the question asks how long it lasted, or how wide it is: "a
// debate of eleven hours", "a hole 66 centimetres wide"; "" for none.
func (q *asked) stretched(l *line) string {
	s, w := q.slot("subject"), q.p.Wanted()
	words := strings.Fields(l.Quote)
	if s == nil || len(words) == 0 {
		return ""
	}
	switch {
	case s.Proper:
		return ""
	case q.p.Ask == graph.AskTime && q.lasting() && enduring[q.p.Verb] && s.Head != "":
		if !q.narrowed(s, l) {
			return ""
		}
		for i, word := range words {
			if i > 0 && schema.Head(bareWord(word)) == s.Head {
				if parts := strings.Split(words[i-1], "-"); len(parts) == 2 && numbered(parts[0]) && spans[schema.Head(parts[1])] {
					return words[i-1] // "a two-hour debate"
				}
				if i+3 < len(words) && words[i+1] == "of" && numbered(words[i+2]) && spans[schema.Head(bareWord(words[i+3]))] {
					return words[i+2] + " " + bareWord(words[i+3])
				}
			}
		}
	case q.p.Ask == graph.AskQuantity && q.p.Verb == "be" && w != nil && units[w.Head] != nil && s.Head != "":
		if !q.narrowed(s, l) {
			return ""
		}
		for i, word := range words {
			if i+3 < len(words) && schema.Head(word) == s.Head && numbered(words[i+1]) && anyWord(words[i+2], units[w.Head]) && bareWord(words[i+3]) == w.Head {
				return words[i+1] + " " + words[i+2]
			}
		}
	}
	return ""
}

// bareWord is a word without the stops behind it.
func bareWord(w string) string { return strings.TrimRight(w, ",.;:") }

// narrowed reports whether a line, or the text before it, holds what the slot's phrase has besides its noun.
func (q *asked) narrowed(s *graph.Slot, l *line) bool {
	for _, w := range s.Words {
		if !holds(l.near, w) {
			return false
		}
	}
	return !slices.ContainsFunc(s.Within, func(w graph.Slot) bool {
		return w.Proper && !holds(l.all, w.Name) && !q.aliased(&w, l.all) || !w.Proper && w.Head != "" && !q.spelt(w.Head, l.all)
	})
}
