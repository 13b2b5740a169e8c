package graph

import (
	"slices"

	gonum "gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
	"gonum.org/v1/gonum/graph/simple"

	"github.com/cayleygraph/quad"
)

// web is an undirected weighted graph for gonum's algorithms. Its nodes are numbered from 0, and everything is walked in
// the order of the numbers, so that results do not depend on chance.
type web struct {
	names []quad.Value
	edges [][]webEdge // by node, sorted by the other end, each once
}

type webEdge struct {
	to     int
	weight float64
}

// merge sorts the edges and adds up those between the same nodes.
func (w *web) merge() {
	for i, edges := range w.edges {
		slices.SortStableFunc(edges, func(a, b webEdge) int { return a.to - b.to })
		out := edges[:0]
		for _, e := range edges {
			if n := len(out); n > 0 && out[n-1].to == e.to {
				out[n-1].weight += e.weight
			} else {
				out = append(out, e)
			}
		}
		w.edges[i] = out
	}
}

func (w *web) edge(a, b int64) (webEdge, bool) {
	i, ok := slices.BinarySearchFunc(w.edges[a], int(b), func(e webEdge, to int) int { return e.to - to })
	if !ok {
		return webEdge{}, false
	}
	return w.edges[a][i], true
}

// Node returns the node of that number, nil where there is none.
func (w *web) Node(id int64) gonum.Node {
	if id < 0 || id >= int64(len(w.edges)) {
		return nil
	}
	return simple.Node(id)
}

// Nodes returns all nodes in order.
func (w *web) Nodes() gonum.Nodes {
	nodes := make([]gonum.Node, len(w.edges))
	for i := range nodes {
		nodes[i] = simple.Node(i)
	}
	return iterator.NewOrderedNodes(nodes)
}

// From returns the neighbours of a node in order.
func (w *web) From(id int64) gonum.Nodes {
	nodes := make([]gonum.Node, len(w.edges[id]))
	for i, e := range w.edges[id] {
		nodes[i] = simple.Node(e.to)
	}
	if len(nodes) == 0 {
		return gonum.Empty
	}
	return iterator.NewOrderedNodes(nodes)
}

// HasEdgeBetween reports whether two nodes are neighbours.
func (w *web) HasEdgeBetween(a, b int64) bool {
	_, ok := w.edge(a, b)
	return ok
}

// Edge returns the edge between two nodes, nil for none.
func (w *web) Edge(a, b int64) gonum.Edge { return w.weighted(a, b) }

// EdgeBetween is Edge.
func (w *web) EdgeBetween(a, b int64) gonum.Edge { return w.weighted(a, b) }

// WeightedEdge returns the edge between two nodes, nil for none.
func (w *web) WeightedEdge(a, b int64) gonum.WeightedEdge {
	if e, ok := w.edge(a, b); ok {
		return simple.WeightedEdge{F: simple.Node(a), T: simple.Node(b), W: e.weight}
	}
	return nil
}

// WeightedEdgeBetween is WeightedEdge.
func (w *web) WeightedEdgeBetween(a, b int64) gonum.WeightedEdge { return w.WeightedEdge(a, b) }

func (w *web) weighted(a, b int64) gonum.Edge {
	if e := w.WeightedEdge(a, b); e != nil {
		return e
	}
	return nil
}

// Weight returns the weight of the edge between two nodes; ok is false where there is none.
func (w *web) Weight(a, b int64) (weight float64, ok bool) {
	if a == b {
		return 0, true
	}
	e, ok := w.edge(a, b)
	return e.weight, ok
}
