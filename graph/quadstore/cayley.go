package quadstore

import (
	"context"
	"fmt"
	"sync"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
)

// Name is the name of this backend in Cayley's registry.
const Name = "kg"

var registered sync.Once

// Register makes the backend known to Cayley under Name.
func Register() {
	registered.Do(func() {
		open := func(create bool) func(string, cayley.Options) (*Store, error) {
			return func(path string, _ cayley.Options) (*Store, error) { return Open(path, Options{Create: create}) }
		}
		cayley.RegisterQuadStore(Name, cayley.QuadStoreRegistration{
			NewFunc: func(path string, o cayley.Options) (cayley.QuadStore, error) {
				s, err := open(false)(path, o)
				if err != nil {
					return nil, err
				}
				return s.Cayley(), nil
			},
			InitFunc: func(path string, o cayley.Options) error {
				s, err := open(true)(path, o)
				if err != nil {
					return err
				}
				return s.Close()
			},
			IsPersistent: true,
		})
	})
}

// Key makes an ID one of Cayley's references to a node.
func (id ID) Key() any { return id }

// Key makes a Quad one of Cayley's references to a quad.
func (q Quad) Key() any { return q }

// A State is what a store holds at one moment, as Cayley's iterators read it.
type State interface {
	// ID returns the id of a term, 0 where no quad has it; Term and Quad return the terms behind ids.
	ID(t quad.Value) (ID, error)
	Term(id ID) (quad.Value, error)
	Quad(q Quad) (quad.Quad, error)
	// Read fills buf with quads that match the pattern, always in the same order, from where an earlier call said to go
	// on (nil for the beginning); next is where to go on, nil at the end.
	Read(p Quad, from []byte, buf []Quad) (n int, next []byte, err error)
	// ReadTerms is Read for the terms in use.
	ReadTerms(from []byte, buf []ID) (n int, next []byte, err error)
	// Estimate returns the number of quads that match the pattern: exactly where they are few.
	Estimate(p Quad) (refs.Size, error)
	// Quads and Nodes return the number of quads and of terms in use.
	Quads() int64
	Nodes() int64
	Close() error
}

// A Source is where Cayley's iterators read: the state at the moment when they begin.
type Source interface{ State() (State, error) }

// State returns the store as it is.
func (s *Store) State() (State, error) { return s.View() }

// State returns the view once more, to be closed on its own.
func (v *View) State() (State, error) { return &View{snapshot: v.retain()}, nil }

// A Writer makes changes in one atomic step.
type Writer interface {
	Apply(deltas []cayley.Delta, ignore cayley.IgnoreOpts) error
	Close() error
}

// quads is a store or a view as Cayley sees it.
type quads struct {
	Source
	store Writer // nil for a view, which cannot be written
}

var (
	_ cayley.QuadStore = quads{}
	_ shape.Optimizer  = quads{}
	_ refs.BatchNamer  = quads{}
)

// Cayley returns the store as Cayley sees it: each iterator reads the state at its beginning.
func (s *Store) Cayley() cayley.QuadStore { return Cayley(s, s) }

// Cayley returns the view as Cayley sees it. It must not be used after the view is closed.
func (v *View) Cayley() cayley.QuadStore { return Cayley(v, nil) }

// Cayley returns a store as Cayley sees it; to may be nil, for one that cannot be written.
func Cayley(from Source, to Writer) cayley.QuadStore { return quads{from, to} }

// Relay returns a store as Cayley sees it that reads what on was last called with: what one of the functions here gives, nil
// for nothing. Neither may be used beside the other.
func Relay() (qs cayley.QuadStore, on func(cayley.QuadStore)) {
	to := &struct{ Source }{}
	return quads{to, nil}, func(qs cayley.QuadStore) { to.Source, _ = qs.(Source) }
}

// with runs f on a state.
func (s quads) with(f func(State) error) error {
	v, err := s.State()
	if err != nil {
		return err
	}
	defer v.Close()
	return f(v)
}

// ValueOf returns the reference of a term, nil where no quad has it.
func (s quads) ValueOf(t quad.Value) (ref refs.Ref, err error) {
	err = s.with(func(v State) error {
		id, err := v.ID(t)
		if id != 0 {
			ref = id
		}
		return err
	})
	return ref, err
}

// NameOf returns the term of a reference.
func (s quads) NameOf(ref refs.Ref) (t quad.Value, err error) {
	switch ref := ref.(type) {
	case nil:
		return nil, nil
	case refs.PreFetchedValue:
		return ref.NameOf(), nil
	case ID:
		err = s.with(func(v State) error {
			t, err = v.Term(ref)
			return err
		})
		return t, err
	}
	return nil, fmt.Errorf("%T: not a reference to a term of this store", ref)
}

// ValuesOf returns the terms of references.
func (s quads) ValuesOf(_ context.Context, in []refs.Ref) ([]quad.Value, error) {
	out := make([]quad.Value, len(in))
	for i, ref := range in {
		var err error
		if out[i], err = s.NameOf(ref); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// RefsOf returns the references of terms; it is an error where one is not there.
func (s quads) RefsOf(_ context.Context, in []quad.Value) ([]refs.Ref, error) {
	out := make([]refs.Ref, len(in))
	for i, t := range in {
		ref, err := s.ValueOf(t)
		if err != nil {
			return nil, err
		}
		if ref == nil {
			return nil, fmt.Errorf("not found: %v", t)
		}
		out[i] = ref
	}
	return out, nil
}

// Quad returns the quad of a reference.
func (s quads) Quad(ref refs.Ref) (q quad.Quad, err error) {
	id, ok := ref.(Quad)
	if !ok {
		return q, fmt.Errorf("%T: not a reference to a quad of this store", ref)
	}
	err = s.with(func(v State) error {
		q, err = v.Quad(id)
		return err
	})
	return q, err
}

// QuadDirection returns the reference of one of a quad's terms, without reading anything.
func (s quads) QuadDirection(ref refs.Ref, d quad.Direction) (refs.Ref, error) {
	q, ok := ref.(Quad)
	if !ok || place(d) < 0 {
		return nil, fmt.Errorf("%T, %v: not a reference to a quad of this store", ref, d)
	}
	if id := q[place(d)]; id != 0 {
		return id, nil
	}
	return nil, nil
}

// QuadIterator returns the quads that have a term in one place.
func (s quads) QuadIterator(d quad.Direction, ref refs.Ref) iterator.Shape {
	id, ok := ref.(ID)
	if !ok || place(d) < 0 || id == 0 {
		return iterator.NewNull()
	}
	var p Quad
	p[place(d)] = id
	return &links{source: s.Source, pattern: p, result: -1, dir: -1}
}

// QuadIteratorSize estimates what QuadIterator yields.
func (s quads) QuadIteratorSize(ctx context.Context, d quad.Direction, ref refs.Ref) (refs.Size, error) {
	st, err := s.QuadIterator(d, ref).Stats(ctx)
	return st.Size, err
}

// Stats returns exact counts.
func (s quads) Stats(context.Context, bool) (st cayley.Stats, err error) {
	err = s.with(func(v State) error {
		st.Nodes = refs.Size{Value: v.Nodes(), Exact: true}
		st.Quads = refs.Size{Value: v.Quads(), Exact: true}
		return nil
	})
	return st, err
}

// NodesAllIterator returns all terms in use.
func (s quads) NodesAllIterator() iterator.Shape { return &nodes{s.Source} }

// QuadsAllIterator returns all quads.
func (s quads) QuadsAllIterator() iterator.Shape {
	return &links{source: s.Source, result: -1, dir: -1}
}

// ApplyDeltas makes the changes in their order, in one atomic step.
func (s quads) ApplyDeltas(in []cayley.Delta, ignore cayley.IgnoreOpts) error {
	if s.store == nil {
		return fmt.Errorf("a view cannot be written")
	}
	return s.store.Apply(in, ignore)
}

// Apply makes the changes in their order, in one atomic step.
func (s *Store) Apply(deltas []cayley.Delta, ignore cayley.IgnoreOpts) error {
	return s.write(deltas, ignore, nil)
}

// NewQuadWriter returns a writer whose every call is one atomic step.
func (s quads) NewQuadWriter() (quad.WriteCloser, error) {
	if s.store == nil {
		return nil, fmt.Errorf("a view cannot be written")
	}
	return stream{s.store}, nil
}

// Close closes the store; of a view it does nothing.
func (s quads) Close() error {
	if s.store == nil {
		return nil
	}
	return s.store.Close()
}

// stream writes quads, those that are there already to no effect.
type stream struct{ store Writer }

func (w stream) WriteQuad(q quad.Quad) error {
	_, err := w.WriteQuads([]quad.Quad{q})
	return err
}

func (w stream) WriteQuads(in []quad.Quad) (int, error) {
	deltas := make([]cayley.Delta, len(in))
	for i, q := range in {
		deltas[i] = cayley.Delta{Quad: q, Action: cayley.Add}
	}
	if err := w.store.Apply(deltas, cayley.IgnoreOpts{IgnoreDup: true}); err != nil {
		return 0, err
	}
	return len(in), nil
}

func (w stream) Close() error { return nil }
