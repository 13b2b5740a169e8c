package queries

import (
	"strings"

	"kg/graph"
)

// events lists what is said of the question's things, in its time.
func (q *asked) events(out *Reply) {
	var fates []Answer
	for i := range q.found {
		st := &q.found[i]
		r := q.reading(st)
		score := q.timeFits(r)
		if q.p.Side == "" && !q.p.Time.Start.IsZero() && !st.Time.Start.IsZero() && st.Time.Start.Before(q.p.Time.Start) {
			continue // it went on for longer
		}
		if q.future() && st.Tense != graph.Future {
			continue
		}
		for j := range q.p.Slots {
			s := &q.p.Slots[j]
			if s.Role == "subject" {
				score *= q.core(s, r, false)
			} else {
				best := 0.0
				if s.Role == "according to" {
					best = q.valueFits(s, st.By, r)
				}
				for _, a := range r.args {
					if s.Role != "according to" {
						best = max(best, q.valueFits(s, a.Value, r))
					}
				}
				score *= best
			}
		}
		if score < 0.5 || st.Kind == graph.Attribute && q.slot("subject") != nil || st.Kind == graph.Speech {
			continue
		}
		a := Answer{Name: inWords(st), Statements: []graph.Statement{*st}, score: score}
		if out.Answers = append(out.Answers, a); q.fate(r) != "" {
			a.Name = q.fate(r)
			fates = append(fates, a)
		}
	}
	if len(fates) > 0 {
		out.Answers = nil
		out.collect(fates, 0.2)
	}
}

// fate is what a statement says has become of what "what happened to the ship" asks about; "" where it says what this did itself.
func (q *asked) fate(r *reading) string {
	st := r.st
	if len(q.p.Slots) == 0 || !strings.Contains(strings.ToLower(q.p.Text), " happened to ") || st.Polarity == graph.Negative || st.Certainty > graph.Probable || st.Tense != graph.Past || st.Kind != graph.Relational || r.verb == "be" {
		return ""
	}
	s := &q.p.Slots[0]
	if st.Object.None() {
		if q.valueFits(s, st.Subject, r) > 0.5 && !cognitive[r.verb] {
			return st.Relation.Text
		}
	} else if st.Relation.Lemma == r.verb && q.valueFits(s, st.Object, r) > 0.5 && !cognitive[r.verb] {
		words := strings.Fields(st.Relation.Text)
		switch last := lastWord(st.Relation.Text); {
		case len(words) > 1 && (words[0] == "was" || words[0] == "were"):
			return st.Relation.Text
		case strings.HasSuffix(last, "ed"):
			return "was " + last
		}
		return inWords(st)
	}
	return ""
}

// cognitive are verbs of what is only thought, said or felt of something, or done about it without a change to it.
var cognitive = set("say see know think believe hear expect want hope fear like love hate discuss mention describe call consider study examine watch visit support oppose criticise criticize praise welcome thank meet join accuse suspect own have lead run command speak work live play go come")

// inWords is a statement in a few words.
func inWords(st *graph.Statement) string {
	var out []string
	for _, w := range []string{st.Subject.Name, st.Relation.Lemma, st.Object.Name} {
		if w != "" {
			out = append(out, w)
		}
	}
	return strings.Join(out, " · ")
}
