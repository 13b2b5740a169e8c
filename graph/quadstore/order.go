package quadstore

import (
	"context"
	"fmt"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/query/shape"
)

// recursionFirst puts what follows a path recursively before what else a node must be. Cayley's recursion, asked whether
// it holds a node that it has not come to yet, gives that node the tags of another; and it has to be followed to its end
// anyway to say no.
func recursionFirst(in shape.Intersect) (shape.Shape, bool) {
	var first, rest shape.Intersect
	for _, s := range in {
		if fmt.Sprintf("%T", s) == "path.iteratorBuilder" {
			first = append(first, s)
		} else {
			rest = append(rest, s)
		}
	}
	if len(first) == 0 || len(rest) == 0 {
		return in, false
	}
	return inOrder{first, rest}, true
}

// inOrder intersects two sets; the first is read, the second looked up in.
type inOrder struct{ first, second shape.Shape }

// BuildIterator makes the iterator.
func (o inOrder) BuildIterator(qs cayley.QuadStore) iterator.Shape {
	return &readThenLookup{o.first.BuildIterator(qs), o.second.BuildIterator(qs)}
}

// Optimize leaves the shape as it is.
func (o inOrder) Optimize(context.Context, shape.Optimizer) (shape.Shape, bool) { return o, false }

type readThenLookup struct{ first, second iterator.Shape }

func (r *readThenLookup) and() *iterator.And { return iterator.NewAnd(r.first, r.second) }

func (r *readThenLookup) String() string { return "ReadThenLookup" }

// Iterate begins a scan.
func (r *readThenLookup) Iterate() iterator.Scanner { return r.and().Iterate() }

// Lookup begins lookups.
func (r *readThenLookup) Lookup() iterator.Index { return r.and().Lookup() }

// SubIterators returns both.
func (r *readThenLookup) SubIterators() []iterator.Shape {
	return []iterator.Shape{r.first, r.second}
}

// Stats estimates the intersection.
func (r *readThenLookup) Stats(ctx context.Context) (iterator.Costs, error) {
	return r.and().Stats(ctx)
}

// Optimize optimizes both and keeps their order.
func (r *readThenLookup) Optimize(ctx context.Context) (iterator.Shape, bool) {
	first, _ := r.first.Optimize(ctx)
	second, _ := r.second.Optimize(ctx)
	if iterator.IsNull(first) || iterator.IsNull(second) {
		return iterator.NewNull(), true
	}
	return &readThenLookup{first, second}, true
}
