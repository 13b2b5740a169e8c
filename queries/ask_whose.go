package queries

import (
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// asksWhose reports whether a slot is somebody or something known by its noun alone, of whom or what the question asks.
func asksWhose(s *graph.Slot) bool {
	return s != nil && !s.Wanted && s.Head != "" && len(s.Within) > 0 && s.Within[0].Wanted && s.Within[0].Head == ""
}

// whose gives whom the one is of that the question calls by a noun alone and the statement by a name: "whose adviser was
// arrested", of the arrest of Ann Lee, Eva Lind's adviser.
func (q *asked) whose(r *reading, swap bool) []Answer {
	var out []Answer
	for i := range q.p.Slots {
		s := &q.p.Slots[i]
		if !asksWhose(s) {
			continue
		}
		for _, a := range r.args {
			if q.inRole(s.Role, a.role, swap) {
				for _, v := range q.ownersOf(s, a.Value, r.st) {
					out = append(out, Answer{Name: wording(v), ID: v.ID, score: 0.9})
				}
			}
		}
	}
	return out
}

// ownersOf are whom a named value is of as what the slot calls it, by the statement's article.
func (q *asked) ownersOf(s *graph.Slot, v graph.Value, st *graph.Statement) []graph.Value {
	if !properLike(v.Name) || v.ID == "" || len(st.Sources) == 0 {
		return nil
	}
	sts, err := q.statements(st.Sources[0].Doc)
	if err != nil {
		return nil // the next reading of the store tells of it
	}
	for i := range sts {
		x := &sts[i]
		text := strings.ToLower(x.Object.Text)
		if x.Relation.Lemma != "be" || x.Polarity != graph.Positive || x.Subject.ID != v.ID || !sameNoun(s.Head, schema.Head(x.Object.Name)) ||
			slices.ContainsFunc(s.Words, func(w string) bool { return !holds(text, w) }) {
			continue
		}
		if of := slices.DeleteFunc(slices.Clone(owners(x)), bare); len(of) > 0 {
			return of
		}
	}
	return nil
}

// ownedBy reports whether the value is whose a thing is in the place of the noun after the question's "whose": "its offices",
// "Castle's offices".
func (q *asked) ownedBy(v graph.Value, r *reading) bool {
	for i := range q.p.Slots {
		s := &q.p.Slots[i]
		if !asksWhose(s) {
			continue
		}
		for _, a := range r.args {
			if a.role != s.Role || q.valueFits(s, a.Value, r) == 0 && !sameNoun(s.Head, schema.Head(a.Text)) {
				continue
			}
			text := strings.ToLower(a.Text)
			first, _, _ := strings.Cut(text, " ")
			if first == "whose" || possessives[first] || holds(text, strings.ToLower(v.Text)+"'s") || holds(text, strings.ToLower(v.Name)+"'s") {
				return true
			}
		}
	}
	return false
}
