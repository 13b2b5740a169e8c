package queries

import (
	"strings"

	"kg/graph"
)

// deictic are the words that count a time from the day of speaking.
var deictic = set("last next yesterday tomorrow")

// timeFits says whether the statement lies in the question's time.
func (q *asked) timeFits(r *reading) float64 {
	t, st := q.p.Time, r.st
	if t.Text == "" {
		return 1
	}
	if t.Start.IsZero() && t.End.IsZero() {
		last := strings.Fields(strings.ToLower(t.Text))
		hits, all, first := 0, 0, last[0]
		for _, w := range last {
			if len(w) > 3 && w != "after" && w != "before" && w != "since" && w != "until" && w != "during" {
				all++
				if holds(r.text, w) || first == "during" && holds(r.near, w) {
					hits++
				}
			}
		}
		if deictic[first] {
			if strings.Contains(r.text, strings.ToLower(t.Text)) {
				return 0.9
			}
			return 0
		}
		if all == 0 || hits*2 >= all {
			return 0.9
		}
		if strings.Contains(t.Text, " ") && hits == 0 && strings.HasPrefix(strings.ToLower(t.Text), "now") {
			return 0.9
		}
		if all > 0 && (last[0] == "now" || last[0] == "today") {
			return 0.9
		}
		return 0
	}
	if st.Time.Start.IsZero() && st.Time.End.IsZero() && q.p.Side == "" && len(t.Text) >= 4 && holds(r.text, lastWord(t.Text)) {
		return 0.9
	}
	from, to, score := st.Time.Start, st.Time.End, 1.0
	if from.IsZero() && to.IsZero() {
		for _, src := range st.Sources {
			from = q.doc(src.Doc).Date
		}
		if from.IsZero() || st.Tense == graph.Future {
			return 0
		}
		to, score = from.AddDate(0, 0, 1), 0.8
	}
	switch q.p.Side {
	case "before":
		if !from.IsZero() && !from.Before(t.Start) {
			return 0
		}
	case "after":
		start := t.Start
		if !t.End.IsZero() && !strings.HasSuffix(t.Value, "..") && !strings.HasPrefix(strings.ToLower(q.p.Text), "since") {
			start = t.Start
		}
		if !to.IsZero() && !to.After(start) {
			return 0
		}
	default:
		if !from.IsZero() && !t.End.IsZero() && !from.Before(t.End) || !to.IsZero() && !to.After(t.Start) {
			return 0
		}
	}
	return score
}
