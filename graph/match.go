package graph

import (
	"errors"
	"fmt"

	"github.com/cayleygraph/quad"

	"kg/graph/quadstore"
)

// match returns the quads that agree with the given terms, nil standing for any.
func (s *Store) match(sub, pred, obj quad.Value) ([]quad.Quad, error) {
	var out []quad.Quad
	err := s.scan(sub, pred, obj, func(q quad.Quad) error {
		out = append(out, q)
		return nil
	})
	return out, err
}

// scan calls f with each quad that match would return, in no order that means anything.
func (s *Store) scan(sub, pred, obj quad.Value, f func(quad.Quad) error) error {
	if s.broken != nil {
		return s.broken
	}
	return broken(s.view.Match([4]quad.Value{sub, pred, obj}, f))
}

// has reports whether the store holds exactly that quad.
func (s *Store) has(q quad.Quad) (found bool, err error) {
	err = s.scan(q.Subject, q.Predicate, q.Object, func(other quad.Quad) error {
		found = found || other == q
		return nil
	})
	return found, err
}

// matches returns the number of quads that match would return, without reading their terms.
func (s *Store) matches(sub, pred, obj quad.Value) (n int, err error) {
	p, ok, err := s.pattern(sub, pred, obj)
	if err != nil || !ok {
		return 0, err
	}
	err = s.view.Scan(p, func(quadstore.Quad) error {
		n++
		return nil
	})
	return n, broken(err)
}

// pattern returns what the store has for terms, nil standing for any; ok is false where it does not know one.
func (s *Store) pattern(terms ...quad.Value) (p quadstore.Quad, ok bool, err error) {
	if s.broken != nil {
		return p, false, s.broken
	}
	for i, t := range terms {
		if t == nil {
			continue
		}
		if p[i], err = s.view.ID(t); err != nil || p[i] == 0 {
			return p, false, broken(err)
		}
	}
	return p, true, nil
}

// broken makes errors of damaged files wrap ErrBroken.
func broken(err error) error {
	if errors.Is(err, quadstore.ErrCorrupt) {
		return fmt.Errorf("%w: %w", ErrBroken, err)
	}
	return err
}
