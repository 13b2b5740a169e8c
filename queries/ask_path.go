package queries

import (
	"errors"
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// longestPath bounds the ways that are looked for.
const longestPath = 4

// bodies makes things that the store knows by a name with its owner ("Norway's football federation") names of their own, so that no way
// is looked for from the owner.
func (q *asked) bodies() {
	for i := range q.p.Slots {
		s := &q.p.Slots[i]
		if s.Proper || len(s.Within) == 0 || !strings.Contains(s.Name, "'s ") {
			continue
		}
		if c, err := q.s.Resolve(s.Name); err == nil && schema.Slug(c.Name) == schema.Slug(s.Name) {
			slots := slices.Clone(q.p.Slots)
			slots[i].Proper, slots[i].Within = true, nil
			q.p.Slots = slots
		}
	}
}

// path answers how two things hang together: what links them directly, else a shortest way.
func (q *asked) path(out *Reply) error {
	if len(q.ids) < 2 {
		return nil
	}
	if a, ok, err := q.office(); ok || err != nil {
		out.Answers = append(out.Answers, a)
		return err
	}
	if len(q.ids[0]) == 0 || len(q.ids[1]) == 0 {
		return nil
	}
	var best []graph.Step
	most := longestPath
	for _, a := range q.ids[0][:min(2, len(q.ids[0]))] { // the most spoken of first
		for _, b := range q.ids[1][:min(2, len(q.ids[1]))] {
			if most == 0 {
				break
			}
			steps, err := q.s.Path(a, b, []graph.Status{graph.Asserted, graph.Denied, graph.Doubted}, most)
			if errors.Is(err, graph.ErrFar) {
				continue
			} else if err != nil {
				return err
			}
			if len(steps) > 0 {
				best, most = steps, len(steps)-1
			}
		}
	}
	if best == nil {
		return nil
	}
	var a Answer
	var names []string
	for i, step := range best {
		st, err := q.statement(step.Statement)
		if err != nil {
			return err
		}
		if i > 0 && common(&st, step.From) {
			return nil // what two have to do with some families is no tie between the two
		}
		names = append(names, inWords(&st))
		a.Statements = append(a.Statements, st)
	}
	a.Name, a.score = strings.Join(names, "; "), 1
	if st := &a.Statements[0]; len(best) == 1 {
		if !st.By.None() && slices.Contains(append(slices.Clone(q.ids[0]), q.ids[1]...), st.By.ID) && !mentionsAny(st, q.ids[0], q.ids[1]) {
			a.Name = st.By.Name + " · say · " + names[0] // what the one says of the other is no tie between them
		} else if a.Name = st.Relation.Lemma; a.Name == "be" && schema.Slug(st.Object.Name) != "" {
			a.Name = st.Object.Name
		}
	}
	out.Answers = []Answer{a}
	return nil
}

// common reports whether a statement's argument of that id is no name.
func common(st *graph.Statement, id graph.ID) bool {
	for _, v := range append([]graph.Value{st.Subject, st.Object, st.Place}, roles(st)...) {
		if v.ID == id {
			return !properLike(v.Name)
		}
	}
	return false
}

func roles(st *graph.Statement) []graph.Value {
	var out []graph.Value
	for _, x := range st.Roles {
		out = append(out, x.Value)
	}
	return out
}

// mentionsAny reports whether a statement has one of each list as an argument, aside from who says so.
func mentionsAny(st *graph.Statement, lists ...[]graph.ID) bool {
	s := *st
	s.By = graph.Value{}
	for _, ids := range lists {
		if !slices.ContainsFunc(ids, s.Mentions) {
			return false
		}
	}
	return true
}

// office is what one of the two things is to the other, by the latest article that says so: "the mayor of the town".
func (q *asked) office() (best Answer, ok bool, err error) {
	names := proper(q.p.Slots)
	for i := range 2 {
		own, other := q.ids[i], q.ids[1-i]
		if len(own) == 0 {
			continue
		}
		ids, err := q.texts.Pick(own, []graph.ID{"p/be", "p/become"}, mostRead)
		if err != nil {
			return best, false, err
		}
		for _, id := range ids[:min(len(ids), mostRead)] {
			st, err := q.statement(id)
			if err != nil {
				return best, false, err
			}
			if st.Polarity == graph.Negative || st.Certainty > graph.Probable || st.Object.None() || !slices.Contains(own, st.Subject.ID) || slices.Contains(other, st.Object.ID) {
				continue
			}
			text, name := strings.ToLower(st.Object.Text), strings.ToLower(names[1-i].Name)
			if !slices.ContainsFunc(st.Roles, func(x graph.Role) bool { return slices.Contains(other, x.Value.ID) }) &&
				!strings.HasPrefix(text, name+"'s ") && !strings.HasPrefix(text, name+"’s ") && !strings.Contains(text+" ", " of "+name+" ") && !strings.Contains(text+" ", " of the "+name+" ") &&
				!slices.ContainsFunc(st.Sources, func(src graph.Source) bool {
					return strings.Contains(strings.ToLower(src.Quote), text+" "+name) && strings.Contains(text, " of ")
				}) { // "a manager of the firm Lumen"
				continue
			}
			a := Answer{Name: wording(st.Object), ID: st.Object.ID, Statements: []graph.Statement{st}, score: 1}
			if n := st.Object.Name; !properLike(n) && strings.EqualFold(a.Name, n+"s") {
				a.Name = n // one of "the foreign ministers, Anna Berg of Peru and …"
			}
			if q.describe(&a); !ok || a.Date.After(best.Date) {
				best, ok = a, true
			}
		}
	}
	return best, ok, nil
}
