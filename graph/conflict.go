package graph

import (
	"github.com/cayleygraph/quad"

	"kg/graph/quadstore"
)

// A Conflict is a fact that some statements assert and others deny for times that are not known to be apart.
type Conflict struct {
	Asserted, Denied []Statement
}

// Conflicts reads the whole store and returns its conflicts, sorted by subject, relation and object.
func (s *Store) Conflicts() ([]Conflict, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.broken != nil {
		return nil, s.broken
	}
	var denied []quad.Quad
	err := s.view.IRIs(s.Base+string(Denied)+"/", func(_ string, pred quadstore.ID) error {
		return s.view.Scan(quadstore.Quad{1: pred}, func(q quadstore.Quad) error {
			full, err := s.view.Quad(q)
			if _, ok := s.factOf(full); ok {
				denied = append(denied, full)
			}
			return err
		})
	})
	if err != nil {
		return nil, broken(err)
	}
	sortQuads(denied)
	var out []Conflict
	for _, q := range denied {
		f, _ := s.factOf(q)
		links, err := s.match(q.Subject, s.iri(f.Relation), q.Object)
		if err != nil {
			return nil, err
		}
		for _, l := range links {
			yes, ok := s.factOf(l)
			if !ok {
				continue
			}
			c, err := s.conflict(yes.ID, f.ID)
			if err != nil {
				return nil, err
			}
			if len(c.Asserted) > 0 {
				out = append(out, c)
			}
		}
	}
	return out, nil
}

// conflict returns the statements of two facts that contradict each other, none where their times are apart.
func (s *Store) conflict(yes, no ID) (c Conflict, err error) {
	asserted, err := s.bearing(yes)
	if err != nil {
		return c, err
	}
	denied, err := s.bearing(no)
	if err != nil {
		return c, err
	}
	with := map[int]bool{}
	for _, a := range asserted {
		meets := false
		for i, d := range denied {
			if a.Time.overlaps(d.Time) {
				meets = true
				with[i] = true
			}
		}
		if meets {
			c.Asserted = append(c.Asserted, a)
		}
	}
	for i, d := range denied {
		if with[i] {
			c.Denied = append(c.Denied, d)
		}
	}
	return c, nil
}

// overlaps reports whether two times may be one: unless both have intervals that are apart.
func (t Time) overlaps(u Time) bool {
	if t.Start.IsZero() || u.Start.IsZero() {
		return true
	}
	return (u.End.IsZero() || t.Start.Before(u.End)) && (t.End.IsZero() || u.Start.Before(t.End))
}
