package queries

import (
	"math"
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// deictic are the words that count a time from the day of speaking.
var deictic = set("last next yesterday tomorrow")

// timeFits says whether the statement lies in the question's time.
func (q *asked) timeFits(r *reading) float64 {
	t, st := q.p.Time, r.st
	if t.Text == "" {
		return 1
	}
	if len(t.Text) > 6 && strings.HasSuffix(strings.ToLower(st.Time.Text), strings.ToLower(t.Text)) && (q.p.Side == "" || untilThen(st.Time.Text) == strings.Contains(strings.ToLower(q.p.Text), "until ")) {
		return 1 // "until the end of May"
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
		if (first == "now" || first == "today" || first == "currently") && st.Tense == graph.Past && r.verb == q.p.Verb && onsets[r.verb] != "" && !strings.HasPrefix(st.Relation.Text, "ha") && !holds(r.text, "since") {
			return 0 // who worked there does not work there now
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
		return q.follows(r, last)
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
		limit := t.Start
		if text := strings.ToLower(t.Text); !t.End.IsZero() && (strings.HasPrefix(text, "by ") || strings.Contains(strings.ToLower(q.p.Text), " by "+text)) {
			if limit = t.End; !strings.Contains(strings.ToLower(st.Time.Text), "by") {
				score *= 0.9
			}
		}
		if !from.IsZero() && !from.Before(limit) {
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

// future reports whether the question asks for what is to come.
func (q *asked) future() bool { return len(q.p.Tenses) == 1 && q.p.Tenses[0] == graph.Future }

// over reports whether the time of a statement had passed when its article was written.
func (q *asked) over(st *graph.Statement) bool {
	if st.Time.End.IsZero() || len(st.Sources) == 0 {
		return false
	}
	day := q.doc(st.Sources[0].Doc).Date
	return !day.IsZero() && st.Time.End.Before(day)
}

// follows says whether the statement may lie before, after or at what the question's time tells of, "after the board approved the
// sale": in the order of their times where both are known, and of what its article speaks of.
func (q *asked) follows(r *reading, words []string) float64 {
	side := sides[words[0]]
	if side == 0 || len(r.st.Sources) == 0 {
		return 0
	}
	var event []string
	for _, w := range words[1:] {
		if len(w) > 2 && !fillers[w] && !slices.Contains(prepositions, w) {
			event = append(event, w)
		}
	}
	own := r.st.Time
	if len(event) == 0 || own.Text != "" && own.Start.IsZero() && own.End.IsZero() {
		return 0
	}
	speaks := func(text string) bool {
		return !slices.ContainsFunc(event, func(w string) bool {
			return !holds(text, w) && !(len(w) > 4 && holds(text, stem(w))) && !derived(w, text)
		})
	}
	told, _ := q.statements(r.st.Sources[0].Doc)
	score := 0.0
	for _, other := range told {
		if other.Polarity == graph.Negative || !slices.ContainsFunc(other.Sources, func(src graph.Source) bool { return speaks(strings.ToLower(src.Quote)) }) {
			continue
		}
		score = max(score, 0.55)
		if other.ID == r.st.ID || !speaks(strings.ToLower(strings.Join([]string{other.Subject.Text, other.Relation.Text, other.Relation.Lemma, other.Object.Text}, " "))) {
			continue
		}
		a, b := own, other.Time // of which b is to be first
		if side < 0 {
			a, b = b, a
		}
		if b.Start.IsZero() || a.Start.IsZero() && a.End.IsZero() {
			continue
		}
		if end := a.End; !end.IsZero() && !end.After(b.Start) || side == during && !b.End.IsZero() && !a.Start.Before(b.End) {
			return 0
		}
		score = 0.9
	}
	return score
}

// during is the side of what happens with something else, neither before nor after it.
const during = 2

// sides are the words that begin a time by another event: 1 for what comes after it, -1 for what comes before.
var sides = map[string]int{"after": 1, "since": 1, "following": 1, "once": 1, "before": -1, "until": -1, "when": during, "while": during, "during": during}

// fillers are words that say nothing of their own.
var fillers = set("the and has had was for who its his her out have been were that they their will would could which this with from")

// outdated reports whether a statement tells of what was so before something else, where the question asks for what is so now.
func (q *asked) outdated(st *graph.Statement) bool {
	if !q.lately() {
		return false
	}
	past := st.Tense == graph.Past && onsets[st.Relation.Lemma] != "" && strings.HasPrefix(st.Time.Text, "until ") // "ran the firm until 2016"
	return past || strings.HasPrefix(st.Relation.Text, "had ") && st.By.None()
}

// lately reports whether the question asks for what is so now.
func (q *asked) lately() bool {
	switch strings.ToLower(q.p.Time.Text) {
	case "now", "today", "currently", "at present", "at the moment", "these days", "nowadays":
		return true
	}
	text := " " + strings.ToLower(strings.TrimRight(q.p.Text, "?"))
	return strings.HasSuffix(text, " now") || strings.HasSuffix(text, " today") || strings.Contains(text, " currently ")
}

// newest leaves the answers from the latest article that gives one.
func (q *asked) newest(found []Answer) []Answer {
	latest := int64(math.MinInt64) // documents may have no date
	for _, a := range found {
		for _, src := range a.Statements[0].Sources {
			latest = max(latest, q.doc(src.Doc).Date.Unix())
		}
	}
	out := found[:0]
	for _, a := range found {
		for _, src := range a.Statements[0].Sources {
			if q.doc(src.Doc).Date.Unix() == latest {
				out = append(out, a)
				break
			}
		}
	}
	return out
}

// expiring reads "signed a contract until June" as what ends in June.
func (q *asked) expiring(r *reading, add func(float64, graph.Statement)) {
	st := r.st
	end, ok := strings.CutPrefix(st.Time.Text, "until ")
	if !ok || q.p.Ask != graph.AskTime || !together(near, q.p.Verb, "end") || !shared[schema.Head(st.Object.Name)] && schema.Head(st.Object.Name) != "lease" {
		return
	}
	s := *st
	s.Relation.Lemma, s.Subject, s.Object = q.p.Verb, st.Object, graph.Value{}
	s.Tense, s.Time.Text = graph.Future, end
	s.Roles = append(slices.Clone(st.Roles), graph.Role{Name: "of", Value: st.Subject})
	add(0.9, s)
}
