package graph

import (
	"context"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// Degree returns about how many quads lead to a thing, cheaply: to rank things, not to count them.
func (s *Store) Degree(id ID) (int, error) {
	n := 0
	err := s.View(func(qs cayley.QuadStore) error {
		ref, err := qs.ValueOf(s.iri(id))
		if err != nil || ref == nil {
			return err
		}
		size, err := qs.QuadIteratorSize(context.Background(), quad.Object, ref)
		n = int(size.Value)
		return err
	})
	return n, err
}
