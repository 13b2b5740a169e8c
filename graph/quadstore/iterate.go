package quadstore

import (
	"context"
	"fmt"

	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
)

// links yields the quads that match a pattern, or the term at one place of each. With from, one more place holds what
// from yields. It does in one scan what Cayley does with an And of LinksTo within a HasA.
type links struct {
	source  Source
	pattern Quad
	from    iterator.Shape // nil for none
	dir     int            // the place that holds what from yields
	result  int            // the place to yield, -1 for the quad itself
	save    []saved
}

// saved says that the term at a place is kept under a tag.
type saved struct {
	place int
	tag   string
}

func (l *links) String() string { return fmt.Sprintf("Links(%v)", l.pattern) }

// SubIterators returns what the places are filled from.
func (l *links) SubIterators() []iterator.Shape {
	if l.from == nil {
		return nil
	}
	return []iterator.Shape{l.from}
}

// Optimize optimizes what the places are filled from.
func (l *links) Optimize(ctx context.Context) (iterator.Shape, bool) {
	if l.from == nil {
		return l, false
	}
	from, changed := l.from.Optimize(ctx)
	if !changed {
		return l, false
	}
	if iterator.IsNull(from) {
		return from, true
	}
	better := *l
	better.from = from
	return &better, true
}

// Iterate begins a scan.
func (l *links) Iterate() iterator.Scanner {
	s := &linkScan{links: l}
	if l.from != nil {
		s.from = l.from.Iterate()
	} else {
		s.begin(l.pattern)
	}
	return s
}

// Lookup begins lookups.
func (l *links) Lookup() iterator.Index {
	x := &linkIndex{linkScan: linkScan{links: l}}
	if l.from != nil {
		x.check = l.from.Lookup()
	}
	return x
}

// linkScan is a scan of links.
type linkScan struct {
	*links
	from iterator.Scanner
	snap State
	now  Quad // the pattern that is read
	buf  []Quad
	at   int
	next []byte // where to read on, nil at the end
	open bool   // buf belongs to now, or is to be read
	q    Quad
	err  error
}

// firstRead and mostRead are the number of quads that are read in one step: few at first, for those who want few.
const (
	firstRead = 8
	mostRead  = 512
)

func (s *linkScan) begin(p Quad) {
	s.now, s.at, s.next, s.open = p, 0, nil, true
	s.buf = s.buf[:0]
}

// fill reads the next quads of the pattern.
func (s *linkScan) fill() bool {
	if s.snap == nil {
		if s.snap, s.err = s.source.State(); s.err != nil {
			return false
		}
	}
	n := min(max(firstRead, 4*len(s.buf)), mostRead)
	if cap(s.buf) < n {
		s.buf = make([]Quad, n)
	}
	s.buf = s.buf[:n]
	n, s.next, s.err = s.snap.Read(s.now, s.next, s.buf)
	s.buf, s.at = s.buf[:n], 0
	s.open = s.next != nil
	return s.err == nil && n > 0
}

// step goes to the next quad of the pattern that has all that is to be saved.
func (s *linkScan) step() bool {
	for s.err == nil {
		if s.at == len(s.buf) && (!s.open || !s.fill()) {
			if s.err != nil || !s.open {
				return false
			}
			continue
		}
		s.q = s.buf[s.at]
		s.at++
		whole := s.result < 0 || s.q[s.result] != 0
		for _, v := range s.save {
			whole = whole && s.q[v.place] != 0
		}
		if whole {
			return true
		}
	}
	return false
}

func (s *linkScan) Next(ctx context.Context) bool {
	for s.err == nil {
		if s.err = ctx.Err(); s.err != nil {
			return false
		}
		if s.step() {
			return true
		}
		if s.err != nil || s.from == nil {
			return false
		}
		if !s.from.Next(ctx) {
			s.err = s.from.Err()
			return false
		}
		if id, ok := s.from.Result().(ID); ok {
			p := s.pattern
			p[s.dir] = id
			s.begin(p)
		}
	}
	return false
}

func (s *linkScan) NextPath(ctx context.Context) bool {
	if s.from == nil {
		return false
	}
	if s.from.NextPath(ctx) {
		return true
	}
	s.err = s.from.Err()
	return false
}

func (s *linkScan) Result() refs.Ref {
	if s.result < 0 {
		return s.q
	}
	return s.q[s.result]
}

func (s *linkScan) TagResults(dst map[string]refs.Ref) {
	if s.from != nil {
		s.from.TagResults(dst)
	}
	s.tag(dst)
}

func (s *linkScan) tag(dst map[string]refs.Ref) {
	for _, v := range s.save {
		dst[v.tag] = s.q[v.place]
	}
}

func (s *linkScan) Err() error { return s.err }

func (s *linkScan) Close() (err error) {
	if s.snap != nil {
		err = s.snap.Close()
		s.snap = nil
	}
	s.open, s.at, s.buf = false, 0, nil
	if s.from != nil {
		if again := s.from.Close(); err == nil {
			err = again
		}
	}
	return err
}

// linkIndex tells whether links yields something, and over which quads.
type linkIndex struct {
	linkScan
	check iterator.Index
	ref   refs.Ref
}

func (x *linkIndex) Contains(ctx context.Context, ref refs.Ref) bool {
	if x.err != nil {
		return false
	}
	x.ref = ref
	if x.result < 0 {
		q, ok := ref.(Quad)
		if !ok || !x.pattern.matches(q) {
			return false
		}
		for _, v := range x.save {
			if q[v.place] == 0 {
				return false
			}
		}
		x.q = q
		return x.checked(ctx)
	}
	id, ok := ref.(ID)
	if !ok || x.pattern[x.result] != 0 && x.pattern[x.result] != id {
		return false
	}
	p := x.pattern
	p[x.result] = id
	x.begin(p)
	return x.another(ctx)
}

// another goes to the next quad that contains what was asked for.
func (x *linkIndex) another(ctx context.Context) bool {
	for x.step() {
		if x.err = ctx.Err(); x.err != nil {
			return false
		}
		if x.checked(ctx) {
			return true
		}
	}
	return false
}

func (x *linkIndex) checked(ctx context.Context) bool {
	if x.check == nil {
		return true
	}
	id := x.q[x.dir]
	if id == 0 {
		return false
	}
	if x.check.Contains(ctx, id) {
		return true
	}
	x.err = x.check.Err()
	return false
}

func (x *linkIndex) NextPath(ctx context.Context) bool {
	if x.check != nil {
		if x.check.NextPath(ctx) {
			return true
		}
		if x.err = x.check.Err(); x.err != nil {
			return false
		}
	}
	return x.result >= 0 && x.another(ctx)
}

func (x *linkIndex) Result() refs.Ref { return x.ref }

func (x *linkIndex) TagResults(dst map[string]refs.Ref) {
	if x.check != nil {
		x.check.TagResults(dst)
	}
	x.tag(dst)
}

func (x *linkIndex) Close() error {
	err := x.linkScan.Close()
	if x.check != nil {
		if again := x.check.Close(); err == nil {
			err = again
		}
	}
	return err
}

// nodes yields all terms in use.
type nodes struct{ source Source }

func (n *nodes) String() string { return "Nodes" }

func (n *nodes) SubIterators() []iterator.Shape { return nil }

func (n *nodes) Optimize(context.Context) (iterator.Shape, bool) { return n, false }

func (n *nodes) Stats(context.Context) (c iterator.Costs, err error) {
	v, err := n.source.State()
	if err != nil {
		return c, err
	}
	defer v.Close()
	return iterator.Costs{ContainsCost: 1, NextCost: 2, Size: refs.Size{Value: v.Nodes(), Exact: true}}, nil
}

func (n *nodes) Iterate() iterator.Scanner { return &nodeScan{source: n.source, more: true} }

func (n *nodes) Lookup() iterator.Index { return &nodeScan{source: n.source} }

// nodeScan is a scan of all terms, or a lookup in them, which finds every term that it is asked for.
type nodeScan struct {
	source Source
	snap   State
	buf    []ID
	next   []byte
	more   bool // there may be more at next
	id     ID
	err    error
}

func (s *nodeScan) String() string { return "NodeScan" }

func (s *nodeScan) Next(ctx context.Context) bool {
	if s.err == nil {
		s.err = ctx.Err()
	}
	if s.err != nil {
		return false
	}
	if len(s.buf) == 0 && s.more {
		if s.snap == nil {
			if s.snap, s.err = s.source.State(); s.err != nil {
				return false
			}
		}
		n, buf := 0, make([]ID, mostRead)
		n, s.next, s.err = s.snap.ReadTerms(s.next, buf)
		s.buf, s.more = buf[:n], s.next != nil
	}
	if s.err != nil || len(s.buf) == 0 {
		return false
	}
	s.id, s.buf = s.buf[0], s.buf[1:]
	return true
}

func (s *nodeScan) Contains(_ context.Context, ref refs.Ref) bool {
	id, ok := ref.(ID)
	s.id = id
	return ok && id != 0
}

func (s *nodeScan) NextPath(context.Context) bool { return false }

func (s *nodeScan) Result() refs.Ref { return s.id }

func (s *nodeScan) TagResults(map[string]refs.Ref) {}

func (s *nodeScan) Err() error { return s.err }

func (s *nodeScan) Close() (err error) {
	if s.snap != nil {
		err = s.snap.Close()
		s.snap = nil
	}
	s.buf, s.more = nil, false
	return err
}
