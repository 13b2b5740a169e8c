package graph

import (
	"context"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
)

// planner is Cayley's store with what its query planner needs to choose well. The stock store takes every index scan
// for half of all quads, and so begins queries with scans of the whole; and it uses an index only where it knows all of
// the index's terms.
type planner struct{ *kv.QuadStore }

// sampled bounds how many quads are sampled to estimate a scan.
const sampled = 256

// QuadIterator returns the scan of the quads with v in direction d, with its true cost.
func (p planner) QuadIterator(d quad.Direction, v cayley.Ref) iterator.Shape {
	it := p.QuadStore.QuadIterator(d, v)
	if iterator.IsNull(it) {
		return it
	}
	s := &sized{Shape: it, store: p.QuadStore, next: 2}
	if d != quad.Subject && d != quad.Object { // no index: reads everything
		s.next, s.size = 50, refs.Size{Value: 1 + p.Size()}
	}
	return s
}

// QuadIteratorSize estimates the scan that QuadIterator returns.
func (p planner) QuadIteratorSize(ctx context.Context, d quad.Direction, v cayley.Ref) (refs.Size, error) {
	c, err := p.QuadIterator(d, v).Stats(ctx)
	return c.Size, err
}

// OptimizeShape reads quads of which two or three terms are known from the index that begins with them.
func (p planner) OptimizeShape(ctx context.Context, s shape.Shape) (shape.Shape, bool) {
	a, ok := s.(shape.QuadsAction)
	if !ok {
		return p.QuadStore.OptimizeShape(ctx, s)
	}
	ids := map[quad.Direction]uint64{}
	for d, ref := range a.Filter {
		id, ok := ref.(kv.Int64Value)
		if !ok {
			return s, false
		}
		ids[d] = uint64(id)
	}
	for _, index := range []kv.QuadIndex{kv.DefaultQuadIndexes[1], kv.DefaultQuadIndexes[0]} {
		scan := kv.IndexScan{Index: index}
		for _, d := range index.Dirs {
			id, ok := ids[d]
			if !ok {
				break
			}
			scan.Values = append(scan.Values, id)
		}
		if len(scan.Values) == len(ids) && len(ids) > 0 {
			return a.SimplifyFrom(indexed{scan, p.QuadStore}), true
		}
	}
	return s, false
}

// indexed is a scan of the quads that agree with the first terms of an index.
type indexed struct {
	kv.IndexScan
	store *kv.QuadStore
}

func (s indexed) BuildIterator(cayley.QuadStore) iterator.Shape {
	return &sized{Shape: s.IndexScan.BuildIterator(s.store), store: s.store, next: 2}
}

func (s indexed) Optimize(context.Context, shape.Optimizer) (shape.Shape, bool) { return s, false }

// sized is a scan that knows how much it yields.
type sized struct {
	iterator.Shape
	store *kv.QuadStore
	next  int64 // cost of one step
	size  refs.Size
}

func (s *sized) Stats(ctx context.Context) (iterator.Costs, error) {
	if s.size.Value == 0 {
		it := s.Shape.Iterate()
		for s.size.Value < sampled && it.Next(ctx) {
			s.size.Value++
		}
		if err := it.Close(); err != nil {
			return iterator.Costs{}, err
		}
		s.size.Exact = s.size.Value < sampled
		if !s.size.Exact {
			s.size.Value = max(sampled, s.store.Size()/16)
		} else if s.size.Value == 0 {
			s.size.Value = 1
		}
	}
	return iterator.Costs{ContainsCost: 1, NextCost: s.next, Size: s.size}, nil
}

func (s *sized) Optimize(context.Context) (iterator.Shape, bool) { return s, false }
