package queries

import (
	"errors"
	"slices"
	"strings"
	"sync"

	"kg/graph"
	"kg/schema"
)

// proper lists the slots with proper names.
func proper(slots []graph.Slot) []graph.Slot {
	return all(slots, func(s graph.Slot) bool { return s.Proper })
}

// all lists the slots that f holds of, those within others too.
func all(slots []graph.Slot, f func(graph.Slot) bool) []graph.Slot {
	var out []graph.Slot
	for _, s := range slots {
		if f(s) {
			out = append(out, s)
		}
		out = append(out, all(s.Within, f)...)
	}
	return out
}

// names looks up the names of the question.
func (q *asked) names(r *Reply) error {
	if q.p.Ask == graph.AskPath {
		q.bodies()
	}
	slots := proper(q.p.Slots)
	called, errs := make([]graph.Candidate, len(slots)), make([]error, len(slots))
	var looked sync.WaitGroup
	for i, slot := range slots {
		look := func() { called[i], errs[i] = q.s.Resolve(slot.Name) }
		if i == len(slots)-1 {
			look()
		} else {
			looked.Go(look)
		}
	}
	looked.Wait()
	for i, slot := range slots {
		var ids []graph.ID
		c, err := called[i], errs[i]
		var several *graph.AmbiguousError
		switch {
		case err == nil:
			ids = append(ids, c.ID)
			for _, x := range c.Rivals {
				ids = append(ids, x.ID)
			}
		case errors.As(err, &several):
			for _, x := range several.Candidates {
				ids = append(ids, x.ID)
			}
			if distinct(several.Candidates) {
				r.Candidates = several.Candidates
			}
		case errors.Is(err, graph.ErrNotFound) && slot.State != "":
		case errors.Is(err, graph.ErrNotFound):
			r.Unknown = append(r.Unknown, slot.Name)
		default:
			return err
		}
		q.ids = append(q.ids, ids)
		q.means[slot.Name] = append(q.means[slot.Name], ids...)
	}
	for _, slot := range all(q.p.Slots, func(s graph.Slot) bool { return s.State != "" }) {
		if c, err := q.s.Resolve(slot.State); err == nil {
			q.states = append(q.states, c.ID)
		} else if several := (*graph.AmbiguousError)(nil); !errors.Is(err, graph.ErrNotFound) && !errors.As(err, &several) {
			return err
		}
	}
	return nil
}

// things are the entities that the question names.
func (q *asked) things() []graph.ID {
	out := slices.Clone(q.states)
	for _, ids := range q.ids {
		out = append(out, ids...)
	}
	return out
}

// mixed reports whether the answers stand on several of the things that an ambiguous name may mean.
func (q *asked) mixed(r *Reply) bool {
	var first graph.Candidate
	for _, c := range r.Candidates {
		for _, a := range r.Answers {
			for i := range a.Statements {
				if !a.Statements[i].Mentions(c.ID) {
					continue
				}
				if first.ID == "" {
					first = c
				}
				if distinct([]graph.Candidate{first, c}) {
					return true
				}
			}
		}
	}
	return false
}

// distinct reports whether candidates are different things rather than longer and shorter names of one.
func distinct(cs []graph.Candidate) bool {
	for _, a := range cs {
		for _, b := range cs {
			if !sameName(a.Name, b.Name) && !sameName(b.Name, a.Name) {
				return true
			}
		}
	}
	return false
}

// sameName reports whether a name is another, or a shorter form of it: its first words or its last. Canada is no accord for
// Canada.
func sameName(short, long string) bool {
	a, b := schema.Slug(short), schema.Slug(long)
	owned := strings.Contains(long, "'s ") || strings.Contains(long, " of ")
	switch before, ok := strings.CutSuffix(b, "-"+a); {
	case a == b:
		return true
	case strings.HasPrefix(b, a+"-"):
		return !owned && !strings.Contains(long, "’s ")
	case ok:
		return !owned && strings.Count(b, "-") < 4 && !slices.Contains(prepositions, before[strings.LastIndex(before, "-")+1:])
	}
	return false
}
