package graph

import (
	"context"
	"fmt"
	"sync"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
)

// match returns the quads that agree with the given terms, nil standing for any. It wants subject or object; with
// neither it reads the whole store.
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
	var index kv.QuadIndex
	var given []quad.Value
	switch {
	case obj != nil && pred != nil && sub != nil:
		index, given = kv.DefaultQuadIndexes[1], []quad.Value{obj, pred, sub}
	case sub != nil:
		index, given = kv.DefaultQuadIndexes[0], []quad.Value{sub}
	case obj != nil:
		index, given = kv.DefaultQuadIndexes[1], []quad.Value{obj}
	}
	if pred != nil && len(given) == 1 {
		given = append(given, pred)
	}
	ctx := context.Background()
	var shape iterator.Shape = s.qs.QuadsAllIterator()
	if given != nil {
		refs, err := s.qs.RefsOf(ctx, given)
		if err != nil {
			return err
		}
		ids := make([]uint64, len(refs))
		for i, r := range refs {
			id, _ := r.(kv.Int64Value)
			if id == 0 {
				return nil // a term that the store does not know
			}
			ids[i] = uint64(id)
		}
		shape = kv.IndexScan{Index: index, Values: ids}.BuildIterator(s.qs)
	}
	it := shape.Iterate()
	defer it.Close()
	batch := make([]*proto.Primitive, 0, 256)
	for more := true; more; {
		more = it.Next(ctx)
		if more {
			batch = append(batch, it.Result().(*proto.Primitive))
		}
		if len(batch) == cap(batch) || !more {
			quads, err := s.terms.resolve(ctx, s.qs, batch)
			if err != nil {
				return err
			}
			for _, q := range quads {
				if sub != nil && q.Subject != sub || pred != nil && q.Predicate != pred || obj != nil && q.Object != obj {
					continue
				}
				if err := f(q); err != nil {
					return err
				}
			}
			batch = batch[:0]
		}
	}
	return it.Err()
}

// has reports whether the store holds exactly that quad.
func (s *Store) has(q quad.Quad) (bool, error) {
	found, err := s.match(q.Subject, q.Predicate, q.Object)
	for _, f := range found {
		if f == q {
			return true, err
		}
	}
	return false, err
}

// terms remembers the terms behind Cayley's ids, of which each stands for one term for ever unless a write fails.
type terms struct {
	mu    sync.Mutex
	known map[uint64]quad.Value
}

// mostTerms bounds what terms remembers; longTerm is the length of terms that it does not.
const (
	mostTerms = 1 << 16
	longTerm  = 512
)

func (t *terms) forget() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.known = map[uint64]quad.Value{}
}

// resolve turns Cayley's links into quads.
func (t *terms) resolve(ctx context.Context, qs *kv.QuadStore, links []*proto.Primitive) ([]quad.Quad, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.known) > mostTerms {
		t.known = map[uint64]quad.Value{}
	}
	var long map[uint64]quad.Value // of this call alone
	var missing []cayley.Ref
	for _, p := range links {
		for _, d := range quad.Directions {
			id := p.GetDirection(d)
			if _, ok := t.known[id]; id != 0 && !ok {
				t.known[id] = nil
				missing = append(missing, kv.Int64Value(id))
			}
		}
	}
	values, err := qs.ValuesOf(ctx, missing)
	for i, ref := range missing {
		id := uint64(ref.(kv.Int64Value))
		if err != nil || values[i] == nil {
			delete(t.known, id)
			if err == nil {
				err = fmt.Errorf("%w: term %d is not there", ErrBroken, id)
			}
			continue
		}
		t.known[id] = values[i]
		if s, ok := values[i].(quad.String); ok && len(s) > longTerm {
			if long == nil {
				long = map[uint64]quad.Value{}
			}
			long[id] = s
		}
	}
	if err != nil {
		return nil, err
	}
	out := make([]quad.Quad, len(links))
	for i, p := range links {
		for _, d := range quad.Directions {
			if id := p.GetDirection(d); id != 0 {
				out[i].Set(d, t.known[id])
			}
		}
	}
	for id := range long {
		delete(t.known, id)
	}
	return out, nil
}
