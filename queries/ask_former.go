package queries

import (
	"regexp"
	"slices"
	"strings"

	"kg/graph"
)

// atFirst is an amount that something had at some time, with that time: "rose to 64 percent from 57 percent in 2012".
var atFirst = regexp.MustCompile(`(?i)\b(?:from|against|with|than|to) ((?:\S+ ){1,4}?)(?:in|during|at|on|for) ([^,;.]+)`)

// former puts the amount that something had at the time of the question for the one that it had before or has had since.
func (q *asked) former(a *Answer) {
	if !numbered(a.Name) {
		return
	}
	periods := q.periods(q.p.Slots)
	if q.p.Time.Text != "" {
		periods = append(periods, strings.Fields(strings.ToLower(q.p.Time.Text)))
	}
	if len(periods) == 0 || len(a.Statements) == 0 || len(a.Statements[0].Sources) == 0 {
		return
	}
	quote := a.Statements[0].Sources[0].Quote
	for at := 0; ; {
		m := atFirst.FindStringSubmatchIndex(quote[at:])
		if m == nil {
			return
		}
		amount, when := strings.TrimSpace(quote[at+m[2]:at+m[3]]), strings.ToLower(quote[at+m[4]:at+m[5]])
		at += m[3]
		when, _, _ = strings.Cut(when, " to ")
		when, _, _ = strings.Cut(when, " from ")
		if numbered(amount) && !strings.Contains(a.Name, amount) && sameUnit(a.Name, amount) && slices.ContainsFunc(periods, func(words []string) bool {
			return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !wordIn(when, w) })
		}) {
			a.Name, a.ID, a.Value = amount, "", ""
			return
		}
	}
}

// sameUnit reports whether two amounts are of the same unit, by the last word of the second.
func sameUnit(a, b string) bool {
	unit := lastWord(b)
	return numbered(unit) && len(strings.Fields(a)) == 1 || !numbered(unit) && slices.Contains(strings.Fields(a), unit)
}

// wordIn reports whether text has the word, a preposition aside.
func wordIn(text, w string) bool { return slices.Contains(prepositions, w) || holds(text, w) }

// periods are the words of the phrases that say of when something is asked.
func (q *asked) periods(slots []graph.Slot) [][]string {
	var out [][]string
	for i := range slots {
		s := &slots[i]
		switch {
		case s.Wanted:
		case s.Proper && (s.Role == "in" || s.Role == "during" || s.Role == "at"):
			out = append(out, strings.Fields(strings.ToLower(s.Name)))
		case s.Head != "" && (s.Role == "in" || s.Role == "during" || s.Role == "at"):
			out = append(out, append(slices.Clone(s.Words), s.Head))
		}
		out = append(out, q.periods(s.Within)...)
	}
	return out
}
