package graph

import (
	"math"
	"math/rand/v2"
	"slices"
	"sort"
	"strings"

	"gonum.org/v1/gonum/graph/community"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// A Ranked is an entity with its weight in the graph of facts between entities.
type Ranked struct {
	Node
	Statements int     // that bear its facts, those of near-copies once
	Neighbours int     // entities that it has a fact with
	PageRank   float64 // share of all, 0 to 1, over facts in both directions, weighted by statements
	Community  int     // from 1, the largest first; 0 where they were not asked for
}

// Top ranks the entities that have facts of one of the statuses with other entities, the most linked first; pronouns that
// stand for nothing known are left out. It reads the whole store; finding the communities takes longer than the rest.
func (s *Store) Top(communities bool, statuses ...Status) ([]Ranked, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	weights := map[quad.Value]float64{} // statements by fact
	var facts []quad.Quad
	err := s.scan(nil, nil, nil, func(q quad.Quad) error {
		if q.Predicate == quad.IRI(schema.Fact) {
			weights[q.Object]++
		} else if f, ok := s.factOf(q); ok && f.Object != "" && f.Object != f.Subject && slices.Contains(statuses, f.Status) {
			facts = append(facts, q)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if copies, err := s.hasCopies(); err != nil {
		return nil, err
	} else if copies {
		for _, q := range facts {
			bearing, err := s.match(nil, quad.IRI(schema.Fact), q.Label)
			if err != nil {
				return nil, err
			}
			n, err := s.weigh(s.subjects(bearing, "s/"))
			if err != nil {
				return nil, err
			}
			weights[q.Label] = float64(n)
		}
	}
	w := newWeb(facts, weights)
	rank := w.pageRank()
	groups := make([]int, len(w.names))
	if communities {
		groups = w.communities()
	}
	out := make([]Ranked, 0, len(w.names))
	for i, name := range w.names {
		id, _ := s.id(name)
		n, err := s.node(id)
		if err != nil {
			return nil, err
		}
		if pronouns[strings.ToLower(n.Name)] {
			continue
		}
		r := Ranked{Node: n, Neighbours: len(w.edges[i]), PageRank: rank[i], Community: groups[i]}
		for _, e := range w.edges[i] {
			r.Statements += int(e.weight)
		}
		out = append(out, r)
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if a.Neighbours != b.Neighbours {
			return a.Neighbours > b.Neighbours
		}
		return a.Statements > b.Statements
	})
	return out, nil
}

// pageRank is PageRank (Page et al. 1999) with damping 0.85, from equal shares.
func (w *web) pageRank() []float64 {
	n := len(w.names)
	rank, next := make([]float64, n), make([]float64, n)
	out := make([]float64, n)
	for i := range rank {
		rank[i] = 1 / float64(n)
		for _, e := range w.edges[i] {
			out[i] += e.weight
		}
	}
	const damping, most = 0.85, 100
	for range most {
		for i := range next {
			next[i] = (1 - damping) / float64(n)
			for _, e := range w.edges[i] {
				next[i] += float64(damping * rank[e.to] * e.weight / out[e.to])
			}
		}
		moved := 0.0
		for i := range next {
			moved += math.Abs(next[i] - rank[i])
		}
		rank, next = next, rank
		if moved < 1e-9 {
			break
		}
	}
	return rank
}

// communities divides the web by modularity (Louvain's method, Blondel et al. 2008): for each node the number of its
// community, from 1, the largest first.
func (w *web) communities() []int {
	out := make([]int, len(w.names))
	if len(w.names) == 0 {
		return out
	}
	parts := community.Modularize(w, 1, rand.NewPCG(1, 2)).Communities()
	groups := make([][]int64, len(parts))
	for i, p := range parts {
		for _, n := range p {
			groups[i] = append(groups[i], n.ID())
		}
		slices.Sort(groups[i])
	}
	slices.SortFunc(groups, func(a, b []int64) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return slices.Compare(a, b)
	})
	for i, g := range groups {
		for _, n := range g {
			out[n] = i + 1
		}
	}
	return out
}

// newWeb joins the ends of facts, which are nodes in the order of their ids.
func newWeb(facts []quad.Quad, weights map[quad.Value]float64) *web {
	w := &web{}
	seen := map[quad.Value]bool{}
	for _, q := range facts {
		for _, v := range []quad.Value{q.Subject, q.Object} {
			if !seen[v] {
				seen[v] = true
				w.names = append(w.names, v)
			}
		}
	}
	sort.Slice(w.names, func(i, j int) bool { return strings.Compare(lexical(w.names[i]), lexical(w.names[j])) < 0 })
	at := map[quad.Value]int{}
	for i, v := range w.names {
		at[v] = i
	}
	w.edges = make([][]webEdge, len(w.names))
	for _, q := range facts {
		a, b, weight := at[q.Subject], at[q.Object], weights[q.Label]
		w.edges[a] = append(w.edges[a], webEdge{b, weight})
		w.edges[b] = append(w.edges[b], webEdge{a, weight})
	}
	w.merge()
	return w
}
