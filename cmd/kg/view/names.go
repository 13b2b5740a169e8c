package view

import (
	"context"
	"slices"
	"sort"
	"strings"
	"sync"

	"kg/graph"
	"kg/schema"
)

// Hit is an entity that a search found.
type Hit struct {
	ID      graph.ID `json:"id"`
	Name    string   `json:"name"`
	Classes []string `json:"classes"`
	Also    string   `json:"also,omitempty"` // the other name that was found
	Weight  int      `json:"weight"`         // how often it stands in statements and mentions
}

// names is the index of the entities' names: each word of a name leads to its entity.
type names struct {
	mu    sync.RWMutex
	done  chan struct{}
	err   error
	nodes map[graph.ID]entry
	words []word // sorted
	fresh []word // put since, not sorted
}

type entry struct {
	graph.Node
	weight int
}

type word struct {
	slug string // of the name from this word on
	id   graph.ID
	name string
	head bool // the name's first word
}

// mostFresh bounds what is searched one by one.
const mostFresh = 4096

func (x *names) load(s *graph.Store) {
	defer close(x.done)
	nodes, err := s.Nodes()
	x.mu.Lock()
	defer x.mu.Unlock()
	if err != nil {
		x.err = err
		return
	}
	x.nodes = make(map[graph.ID]entry, len(nodes))
	for _, n := range nodes {
		x.add(s, n)
	}
	x.settle()
}

// add puts a node in, or again with what is new about it.
func (x *names) add(s *graph.Store, n graph.Node) {
	weight, err := s.Degree(n.ID)
	if err != nil {
		x.err = err
		return
	}
	old, known := x.nodes[n.ID]
	have := map[string]bool{}
	for _, name := range old.Names {
		have[name] = true
	}
	x.nodes[n.ID] = entry{n, weight}
	for _, name := range n.Names {
		if known && have[name] {
			continue
		}
		slug := schema.Slug(name)
		for at, head := 0, true; at < len(slug); head = false {
			x.fresh = append(x.fresh, word{slug[at:], n.ID, name, head})
			next := strings.IndexByte(slug[at:], '-')
			if next < 0 {
				break
			}
			at += next + 1
		}
	}
}

func (x *names) settle() {
	x.words = append(x.words, x.fresh...)
	x.fresh = nil
	sort.Slice(x.words, func(i, j int) bool {
		a, b := &x.words[i], &x.words[j]
		if a.slug != b.slug {
			return a.slug < b.slug
		}
		if a.id != b.id {
			return a.id < b.id
		}
		return a.name < b.name
	})
}

// Ready waits until the names are read.
func (g *Graph) Ready(ctx context.Context) error {
	select {
	case <-g.names.done:
		return g.names.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Refresh reads again the entities that a write touched.
func (g *Graph) Refresh(ids []graph.ID) error {
	if err := g.Ready(context.Background()); err != nil {
		return err
	}
	g.names.mu.Lock()
	defer g.names.mu.Unlock()
	for _, id := range ids {
		n, err := g.Node(id)
		if err != nil {
			delete(g.names.nodes, id) // gone with its last document; its words find nothing
			continue
		}
		g.names.add(g.Store, n)
	}
	if len(g.names.fresh) > mostFresh {
		g.names.settle()
	}
	return nil
}

// mostMatches bounds how many names are weighed for one search.
const mostMatches = 20000

// Search returns the entities with a name in which some word begins q, whole names and heavy entities first, and how many
// there are. Class "" is any.
func (g *Graph) Search(ctx context.Context, q, class string, limit int) ([]Hit, int, error) {
	if err := g.Ready(ctx); err != nil {
		return nil, 0, err
	}
	want := schema.Slug(q)
	x := &g.names
	x.mu.RLock()
	defer x.mu.RUnlock()
	if strings.TrimSpace(q) == "" {
		return nil, 0, nil
	}
	type found struct {
		Hit
		rank int
	}
	best := map[graph.ID]found{}
	take := func(w *word) {
		n, ok := x.nodes[w.id]
		if !ok || !slices.Contains(n.Names, w.name) || class != "" && !contains(n.Classes, class) {
			return
		}
		rank := 2
		switch {
		case w.head && w.slug == want:
			rank = 0
		case w.head:
			rank = 1
		}
		f := found{Hit{ID: n.ID, Name: n.Name, Classes: n.Classes, Weight: n.weight}, rank}
		if w.name != n.Name {
			f.Also = w.name
		}
		if old, ok := best[n.ID]; !ok || rank < old.rank || rank == old.rank && (f.Also == "" || old.Also != "" && f.Also < old.Also) {
			best[n.ID] = f
		}
	}
	from := sort.Search(len(x.words), func(i int) bool { return x.words[i].slug >= want })
	for i := from; i < len(x.words) && i-from < mostMatches && strings.HasPrefix(x.words[i].slug, want); i++ {
		take(&x.words[i])
	}
	for i := range x.fresh {
		if strings.HasPrefix(x.fresh[i].slug, want) {
			take(&x.fresh[i])
		}
	}
	all := make([]found, 0, len(best))
	for _, f := range best {
		all = append(all, f)
	}
	sort.Slice(all, func(i, j int) bool {
		a, b := &all[i], &all[j]
		switch {
		case (a.rank == 0) != (b.rank == 0):
			return a.rank == 0
		case a.Weight != b.Weight:
			return a.Weight > b.Weight
		case a.rank != b.rank:
			return a.rank < b.rank
		}
		return a.ID < b.ID
	})
	out := make([]Hit, 0, limit)
	for i := 0; i < len(all) && i < limit; i++ {
		out = append(out, all[i].Hit)
	}
	return out, len(all), nil
}

// Top returns the entities that stand in most statements.
func (g *Graph) Top(ctx context.Context, limit int) ([]Hit, error) {
	if err := g.Ready(ctx); err != nil {
		return nil, err
	}
	g.names.mu.RLock()
	defer g.names.mu.RUnlock()
	var out []Hit
	less := func(a, b *Hit) bool { return a.Weight > b.Weight || a.Weight == b.Weight && a.ID < b.ID }
	for id, n := range g.names.nodes { // the best are kept sorted: the map's order does not show
		h := Hit{ID: id, Name: n.Name, Classes: n.Classes, Weight: n.weight}
		at := sort.Search(len(out), func(i int) bool { return less(&h, &out[i]) })
		if at >= limit {
			continue
		}
		out = append(out[:at], append([]Hit{h}, out[at:]...)...)
		out = out[:min(len(out), limit)]
	}
	return out, nil
}

func contains(all []string, s string) bool {
	for _, x := range all {
		if strings.EqualFold(x, s) {
			return true
		}
	}
	return false
}
