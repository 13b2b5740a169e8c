package quadstore

import (
	"context"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
)

// linkShape is links in the planner.
type linkShape struct {
	pattern Quad
	from    shape.Shape
	dir     int
	result  int
	save    []saved
}

// BuildIterator makes the iterator.
func (l linkShape) BuildIterator(qs cayley.QuadStore) iterator.Shape {
	s, ok := qs.(quads)
	if !ok {
		return iterator.NewNull()
	}
	out := &links{source: s.Source, pattern: l.pattern, dir: l.dir, result: l.result, save: l.save}
	if l.from != nil {
		out.from = l.from.BuildIterator(qs)
	}
	return out
}

// Optimize leaves the shape as it is.
func (l linkShape) Optimize(context.Context, shape.Optimizer) (shape.Shape, bool) { return l, false }

// OptimizeShape makes one scan of what an index holds side by side: filters by terms that are known, one by terms that
// are still to be found, and the choice of a place to yield or to keep.
func (s quads) OptimizeShape(_ context.Context, in shape.Shape) (shape.Shape, bool) {
	switch in := in.(type) {
	case shape.QuadsAction:
		l := linkShape{dir: -1, result: place(in.Result)}
		for d, ref := range in.Filter {
			id, ok := ref.(ID)
			if !ok {
				return in, false
			}
			l.pattern[place(d)] = id
		}
		for _, d := range quad.Directions {
			for _, tag := range in.Save[d] {
				l.save = append(l.save, saved{place(d), tag})
			}
		}
		return l, true
	case shape.Quads:
		return fromQuads(in)
	case shape.Intersect:
		return recursionFirst(in)
	case shape.NodesFrom:
		if q, ok := in.Quads.(shape.Quads); ok {
			merged, ok := fromQuads(q)
			if !ok {
				return in, false
			}
			in.Quads = merged
		}
		l, ok := in.Quads.(linkShape)
		if !ok || l.result >= 0 {
			return in, false
		}
		l.result = place(in.Dir)
		return l, true
	}
	return in, false
}

// fromQuads makes one scan of filters, of which at most one is not a known term.
func fromQuads(in shape.Quads) (shape.Shape, bool) {
	l := linkShape{dir: -1, result: -1}
	for _, f := range in {
		at := place(f.Dir)
		if at < 0 || l.pattern[at] != 0 || l.dir == at {
			return in, false
		}
		if ref, ok := shape.One(f.Values); ok {
			id, ok := ref.(ID)
			if !ok {
				return in, false
			}
			l.pattern[at] = id
			continue
		}
		if save, ok := f.Values.(shape.Save); ok {
			if _, any := save.From.(shape.AllNodes); any {
				for _, tag := range save.Tags {
					l.save = append(l.save, saved{at, tag})
				}
				continue
			}
		}
		if _, any := f.Values.(shape.AllNodes); any && at != label {
			continue
		}
		if l.from != nil || f.Values == nil {
			return in, false
		}
		l.from, l.dir = f.Values, at
	}
	return l, true
}

// sampled bounds how many quads are counted to tell how many a scan yields.
const sampled = 64

// estimate returns the number of quads that match the pattern: exactly where they are few, else from the size of the
// tables that hold them.
func (v *snapshot) estimate(p Quad) (refs.Size, error) {
	if p == (Quad{}) {
		return refs.Size{Value: v.counts.quads, Exact: true}, nil
	}
	buf := make([]Quad, sampled)
	n, next, err := v.read(p, nil, buf)
	if err != nil || next == nil {
		return refs.Size{Value: int64(n), Exact: true}, err
	}
	x := indexFor(p)
	prefix, _ := x.appendPrefix(nil, p)
	size := refs.Size{Value: sampled}
	err = safely(func() error {
		part, err := v.store.db.EstimateDiskUsage(prefix, after(prefix))
		if err != nil {
			return err
		}
		all, err := v.store.db.EstimateDiskUsage([]byte{x.tag}, []byte{x.tag + 1})
		if err != nil || all == 0 {
			return err
		}
		size.Value = max(size.Value, int64(float64(v.counts.quads)*float64(part)/float64(all)))
		return nil
	})
	return size, explain(err)
}

// usual is how many quads a term is taken to have in a place, where it is not known which term.
const usual = 8

// Stats estimates cost and size of the scan; it is exact where there are few quads.
func (l *links) Stats(ctx context.Context) (c iterator.Costs, err error) {
	v, err := l.source.State()
	if err != nil {
		return c, err
	}
	defer v.Close()
	if l.from == nil {
		c.Size, err = v.Estimate(l.pattern)
		c.NextCost, c.ContainsCost = 1, 1
		if l.result >= 0 {
			c.ContainsCost = 4
		}
		return c, err
	}
	from, err := l.from.Stats(ctx)
	if err != nil {
		return c, err
	}
	fan := int64(usual)
	if l.dir == subject && l.pattern[predicate] != 0 {
		fan = 1
	}
	size := refs.Size{Value: from.Size.Value * fan}
	if fixed, ok := l.from.(*iterator.Fixed); ok && from.Size.Value <= 16 {
		size = refs.Size{Exact: true}
		for _, ref := range fixed.Values() {
			id, ok := ref.(ID)
			if !ok {
				continue
			}
			p := l.pattern
			p[l.dir] = id
			n, err := v.Estimate(p)
			if err != nil {
				return c, err
			}
			size.Value += n.Value
			size.Exact = size.Exact && n.Exact
		}
	}
	size.Value = min(size.Value, v.Quads())
	c = iterator.Costs{NextCost: from.NextCost + 1, ContainsCost: from.ContainsCost + 1, Size: size}
	if l.result >= 0 {
		c.ContainsCost = usual * (4 + from.ContainsCost)
	}
	return c, nil
}
