package queries

import (
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"sync"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
)

// A process that runs a script has no store: it asks its parent for quads over a pipe. wish is what it asks, grant the
// answer.
type wish struct {
	Op        string // "find", "next", "close", "size", "has", "stats", "done"
	Scan      int    // of next and close
	Direction quad.Direction
	Value     []byte // as Cayley's protocol buffers; nil for all quads or nodes
	Outcome   *outcome
}

type grant struct {
	Scan   int
	Size   int64
	Exact  bool
	Nodes  int64
	Values [][]byte // four to a quad, one to a node; empty where there is none
	End    bool
	Err    string
}

// outcome is what a script gave, with its error by kind.
type outcome struct {
	Result  Result
	Err     string
	Timeout bool
}

// batch is the number of quads that one answer brings.
const batch = 256

// remote is Cayley's store in the process of a script.
type remote struct {
	mu    sync.Mutex
	in    *gob.Decoder
	out   *gob.Encoder
	sizes map[quad.Quad]refs.Size // by the one term that is set
}

type nodeRef struct{ quad.Value }

func (r nodeRef) Key() any { return r.Value }

type quadRef struct{ quad.Quad }

func (r quadRef) Key() any { return r.Quad }

// errPipe says that the parent has gone.
var errPipe = errors.New("the store cannot be reached")

func (s *remote) ask(w wish) (g grant, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.out.Encode(w); err != nil {
		return g, errPipe
	}
	if err := s.in.Decode(&g); err != nil {
		return g, errPipe
	}
	if g.Err != "" {
		return g, errors.New(g.Err)
	}
	return g, nil
}

func pack(v quad.Value) ([]byte, error) {
	if v == nil {
		return nil, nil
	}
	return pquads.MarshalValue(v)
}

func unpack(b []byte) (quad.Value, error) {
	if len(b) == 0 {
		return nil, nil
	}
	return pquads.UnmarshalValue(b)
}

// ValueOf returns the reference of a term that the store knows.
func (s *remote) ValueOf(v quad.Value) (cayley.Ref, error) {
	b, err := pack(v)
	if err != nil || v == nil {
		return nil, err
	}
	g, err := s.ask(wish{Op: "has", Value: b})
	if err != nil || g.Size == 0 {
		return nil, err
	}
	return nodeRef{v}, nil
}

// NameOf returns the term of a reference.
func (s *remote) NameOf(r cayley.Ref) (quad.Value, error) {
	switch r := r.(type) {
	case nodeRef:
		return r.Value, nil
	case refs.PreFetchedValue:
		return r.NameOf(), nil
	}
	return nil, nil
}

// Quad returns the quad of a reference.
func (s *remote) Quad(r cayley.Ref) (quad.Quad, error) {
	q, _ := r.(quadRef)
	return q.Quad, nil
}

// QuadDirection returns a term of a quad.
func (s *remote) QuadDirection(r cayley.Ref, d quad.Direction) (cayley.Ref, error) {
	q, _ := r.(quadRef)
	if v := q.Get(d); v != nil {
		return nodeRef{v}, nil
	}
	return nil, nil
}

// QuadIterator returns the scan of the quads with a term in a direction.
func (s *remote) QuadIterator(d quad.Direction, r cayley.Ref) iterator.Shape {
	v, err := s.NameOf(r)
	if err != nil || v == nil {
		return iterator.NewNull()
	}
	return &remoteShape{store: s, direction: d, value: v}
}

// QuadIteratorSize estimates that scan.
func (s *remote) QuadIteratorSize(_ context.Context, d quad.Direction, r cayley.Ref) (refs.Size, error) {
	v, err := s.NameOf(r)
	if err != nil || v == nil {
		return refs.Size{Exact: true}, err
	}
	var key quad.Quad
	key.Set(d, v)
	s.mu.Lock()
	size, known := s.sizes[key]
	s.mu.Unlock()
	if known {
		return size, nil
	}
	b, err := pack(v)
	if err != nil {
		return refs.Size{}, err
	}
	g, err := s.ask(wish{Op: "size", Direction: d, Value: b})
	size = refs.Size{Value: g.Size, Exact: g.Exact}
	s.mu.Lock()
	s.sizes[key] = size
	s.mu.Unlock()
	return size, err
}

// Stats returns the number of quads and nodes.
func (s *remote) Stats(context.Context, bool) (cayley.Stats, error) {
	g, err := s.ask(wish{Op: "stats"})
	return cayley.Stats{Nodes: refs.Size{Value: g.Nodes}, Quads: refs.Size{Value: g.Size, Exact: g.Exact}}, err
}

var errReadOnly = errors.New("scripts only read")

// ApplyDeltas refuses.
func (s *remote) ApplyDeltas([]cayley.Delta, cayley.IgnoreOpts) error { return errReadOnly }

// NewQuadWriter refuses.
func (s *remote) NewQuadWriter() (quad.WriteCloser, error) { return nil, errReadOnly }

// NodesAllIterator returns the scan of all terms.
func (s *remote) NodesAllIterator() iterator.Shape { return &remoteShape{store: s, nodes: true} }

// QuadsAllIterator returns the scan of all quads.
func (s *remote) QuadsAllIterator() iterator.Shape { return &remoteShape{store: s} }

// Close does nothing: the store is the parent's.
func (s *remote) Close() error { return nil }

// remoteShape is a scan: of the quads with value in direction, of all quads, or of all nodes.
type remoteShape struct {
	store     *remote
	direction quad.Direction
	value     quad.Value
	nodes     bool
}

func (r *remoteShape) String() string { return "remote" }

// Iterate reads the scan.
func (r *remoteShape) Iterate() iterator.Scanner { return &remoteScan{remoteShape: r} }

// Lookup checks membership, which needs no reading: all references come from the store.
func (r *remoteShape) Lookup() iterator.Index { return &remoteScan{remoteShape: r} }

// Stats returns the costs; asking the parent is dear.
func (r *remoteShape) Stats(ctx context.Context) (iterator.Costs, error) {
	c := iterator.Costs{ContainsCost: 1, NextCost: 4}
	if r.value != nil {
		size, err := r.store.QuadIteratorSize(ctx, r.direction, nodeRef{r.value})
		c.Size = size
		return c, err
	}
	all, err := r.store.Stats(ctx, false)
	if c.Size = all.Quads; r.nodes {
		c.Size = all.Nodes
	}
	return c, err
}

// Optimize has nothing to do.
func (r *remoteShape) Optimize(context.Context) (iterator.Shape, bool) { return r, false }

// SubIterators returns none.
func (r *remoteShape) SubIterators() []iterator.Shape { return nil }

// remoteScan is a scan that is being read.
type remoteScan struct {
	*remoteShape
	scan   int
	open   bool
	end    bool
	ready  []cayley.Ref
	result cayley.Ref
	err    error
}

// TagResults tags nothing.
func (r *remoteScan) TagResults(map[string]cayley.Ref) {}

// Result returns the quad or node that Next or Contains found.
func (r *remoteScan) Result() cayley.Ref { return r.result }

// NextPath has no other ways.
func (r *remoteScan) NextPath(context.Context) bool { return false }

// Err returns what ended the scan too soon.
func (r *remoteScan) Err() error { return r.err }

// Close tells the parent that no more is wanted.
func (r *remoteScan) Close() error {
	if r.open && !r.end {
		r.end = true
		_, err := r.store.ask(wish{Op: "close", Scan: r.scan})
		return err
	}
	return nil
}

// Contains reports whether a reference is of the scan.
func (r *remoteScan) Contains(_ context.Context, v cayley.Ref) bool {
	q, isQuad := v.(quadRef)
	if isQuad == r.nodes || r.value != nil && q.Get(r.direction) != r.value {
		return false
	}
	r.result = v
	return true
}

// Next moves to the next quad or node.
func (r *remoteScan) Next(ctx context.Context) bool {
	if len(r.ready) == 0 && !r.end && r.err == nil {
		r.err = r.fetch(ctx)
	}
	if len(r.ready) == 0 || r.err != nil {
		return false
	}
	r.result, r.ready = r.ready[0], r.ready[1:]
	return true
}

func (r *remoteScan) fetch(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	w := wish{Op: "next", Scan: r.scan}
	if !r.open {
		b, err := pack(r.value)
		if err != nil {
			return err
		}
		w = wish{Op: "find", Direction: r.direction, Value: b}
		if r.nodes {
			w.Op = "nodes"
		}
	}
	g, err := r.store.ask(w)
	if err != nil {
		return err
	}
	r.open, r.scan, r.end = true, g.Scan, g.End
	step := len(quad.Directions)
	if r.nodes {
		step = 1
	}
	for i := 0; i+step <= len(g.Values); i += step {
		var q quad.Quad
		for j, d := range quad.Directions[:step] {
			v, err := unpack(g.Values[i+j])
			if err != nil {
				return err
			}
			if r.nodes {
				r.ready = append(r.ready, nodeRef{v})
			} else {
				q.Set(d, v)
			}
		}
		if !r.nodes {
			r.ready = append(r.ready, quadRef{q})
		}
	}
	return nil
}

// lender answers the wishes of one script from the store.
type lender struct {
	qs    cayley.QuadStore
	scans map[int]iterator.Scanner
	nodes map[int]bool
	last  int
}

// mostScans bounds the scans that a script holds open.
const mostScans = 20000

func (l *lender) close() {
	for _, it := range l.scans {
		it.Close()
	}
}

// serve answers until the script is done; its error is io's.
func (l *lender) serve(ctx context.Context, in io.Reader, out *gob.Encoder) (*outcome, error) {
	from := gob.NewDecoder(in)
	for {
		var w wish
		if err := from.Decode(&w); err != nil {
			return nil, err
		}
		if w.Op == "done" {
			return w.Outcome, nil
		}
		g, err := l.answer(ctx, w)
		if err != nil {
			g.Err = err.Error()
		}
		if err := out.Encode(g); err != nil {
			return nil, err
		}
	}
}

func (l *lender) answer(ctx context.Context, w wish) (g grant, err error) {
	v, err := unpack(w.Value)
	if err != nil {
		return g, err
	}
	var ref cayley.Ref
	if v != nil {
		if ref, err = l.qs.ValueOf(v); err != nil {
			return g, err
		}
	}
	switch w.Op {
	case "has":
		if ref != nil {
			g.Size = 1
		}
	case "stats":
		st, err := l.qs.Stats(ctx, false)
		g.Nodes, g.Size, g.Exact = st.Nodes.Value, st.Quads.Value, st.Quads.Exact
		return g, err
	case "size":
		if ref == nil {
			g.Exact = true
			break
		}
		size, err := l.qs.QuadIteratorSize(ctx, w.Direction, ref)
		g.Size, g.Exact = size.Value, size.Exact
		return g, err
	case "find", "nodes":
		var shape iterator.Shape
		switch {
		case w.Op == "nodes":
			shape = l.qs.NodesAllIterator()
		case v == nil:
			shape = l.qs.QuadsAllIterator()
		case ref == nil:
			g.End = true
			return g, nil
		default:
			shape = l.qs.QuadIterator(w.Direction, ref)
		}
		if len(l.scans) >= mostScans {
			return g, fmt.Errorf("more than %d scans at once", mostScans)
		}
		l.last++
		l.scans[l.last], l.nodes[l.last] = shape.Iterate(), w.Op == "nodes"
		return l.next(ctx, l.last)
	case "next":
		return l.next(ctx, w.Scan)
	case "close":
		l.drop(w.Scan)
	default:
		return g, fmt.Errorf("%q: no such wish", w.Op)
	}
	return g, nil
}

func (l *lender) drop(scan int) {
	if it := l.scans[scan]; it != nil {
		it.Close()
		delete(l.scans, scan)
		delete(l.nodes, scan)
	}
}

func (l *lender) next(ctx context.Context, scan int) (g grant, err error) {
	g.Scan = scan
	it := l.scans[scan]
	if it == nil {
		g.End = true
		return g, nil
	}
	add := func(v quad.Value) error {
		b, err := pack(v)
		g.Values = append(g.Values, b)
		return err
	}
	for range batch {
		if !it.Next(ctx) {
			err = it.Err()
			g.End = true
			l.drop(scan)
			return g, err
		}
		if l.nodes[scan] {
			v, err := l.qs.NameOf(it.Result())
			if err != nil {
				return g, err
			}
			if err := add(v); err != nil {
				return g, err
			}
			continue
		}
		q, err := l.qs.Quad(it.Result())
		if err != nil {
			return g, err
		}
		for _, d := range quad.Directions {
			if err := add(q.Get(d)); err != nil {
				return g, err
			}
		}
	}
	return g, nil
}
