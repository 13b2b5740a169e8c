package graph

import (
	"errors"
	"sort"

	"github.com/cayleygraph/quad"

	"kg/graph/quadstore"
	"kg/schema"
)

// weighed are the predicates by which statements and mentions name what makes an entity heavy.
var weighed = []string{schema.Subject, schema.Object, schema.RefersTo}

// A Weight says how often an entity is mentioned and is the subject or object of a statement.
type Weight struct {
	ID ID
	N  int
}

// Weight returns the weight of an entity; it stops counting at most.
func (s *Store) Weight(id ID, most int) (n int, err error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	for _, pred := range weighed {
		p, ok, err := s.pattern(nil, quad.IRI(pred), s.iri(id))
		if err != nil {
			return 0, err
		}
		if !ok {
			continue
		}
		err = s.view.Scan(p, func(quadstore.Quad) error {
			if n++; n >= most {
				return errEnough
			}
			return nil
		})
		if errors.Is(err, errEnough) {
			return n, nil
		} else if err != nil {
			return 0, broken(err)
		}
	}
	return n, nil
}

// Heaviest returns the entities of most weight, heaviest first, at most so many, and the weight that no other exceeds.
// It reads the index of three predicates; readers and writers go on meanwhile.
func (s *Store) Heaviest(most int) (out []Weight, rest int, err error) {
	s.mu.RLock()
	if s.broken != nil {
		s.mu.RUnlock()
		return nil, 0, s.broken
	}
	v, err := s.db.View()
	s.mu.RUnlock()
	if err != nil {
		return nil, 0, err
	}
	defer v.Close()
	counts := map[quadstore.ID]int{}
	for _, pred := range weighed {
		id, err := v.ID(quad.IRI(pred))
		if err != nil {
			return nil, 0, broken(err)
		}
		if id == 0 {
			continue
		}
		if err := v.Scan(quadstore.Quad{1: id}, func(q quadstore.Quad) error { counts[q[2]]++; return nil }); err != nil {
			return nil, 0, broken(err)
		}
	}
	type weight struct {
		id quadstore.ID
		n  int
	}
	all := make([]weight, 0, len(counts))
	for id, n := range counts {
		all = append(all, weight{id, n})
	}
	sort.Slice(all, func(i, j int) bool { return all[i].n > all[j].n || all[i].n == all[j].n && all[i].id < all[j].id })
	for _, w := range all {
		if len(out) == most {
			return out, w.n, nil
		}
		t, err := v.Term(w.id)
		if err != nil {
			return nil, 0, broken(err)
		}
		if id, ok := s.id(t); ok && len(id) > 2 && id[:2] == "e/" {
			out = append(out, Weight{id, w.n})
		}
	}
	return out, 0, nil
}
