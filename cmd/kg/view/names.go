package view

import (
	"cmp"
	"context"
	"errors"
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
	Weight  int      `json:"weight"`         // how often it is mentioned, or is the subject or object of a statement
}

// heavy keeps the names of the heaviest entities: to suggest the best of a great many, and no more than the best.
type heavy struct {
	mu    sync.Mutex
	done  chan struct{} // closed when they are read
	err   error
	nodes map[graph.ID]entry
	words []word            // sorted; those of entities that are not in nodes mean nothing
	rest  int               // no entity outside nodes is heavier
	dirty map[graph.ID]bool // written since they were read
}

type entry struct {
	graph.Node
	weight int
}

// word is a name from one of its words on.
type word struct {
	slug string
	id   graph.ID
	name string
	head bool // the name's first word
}

const (
	mostHeavy = 20000
	mostNamed = 2000 // names that one search reads
	mostLight = 200  // entities that are not heavy and that one search weighs
	topWeight = 1 << 16
)

// read reads the heaviest entities of the store.
func (h *heavy) read(s *graph.Store) {
	defer close(h.done)
	top, rest, err := s.Heaviest(mostHeavy)
	nodes := make(map[graph.ID]entry, len(top))
	for _, w := range top {
		n, e := s.Node(w.ID)
		if e == nil {
			nodes[w.ID] = entry{n, w.N}
		}
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.nodes, h.rest, h.err = nodes, rest, err
	for id, n := range nodes {
		for _, name := range n.Names {
			h.words = append(h.words, words(id, name)...)
		}
	}
	slices.SortFunc(h.words, order)
}

// words returns a name from each of its words on.
func words(id graph.ID, name string) (out []word) {
	slug := schema.Slug(name)
	for at, head := 0, true; at < len(slug); head = false {
		out = append(out, word{slug[at:], id, name, head})
		next := strings.IndexByte(slug[at:], '-')
		if next < 0 {
			break
		}
		at += next + 1
	}
	return out
}

func order(a, b word) int {
	return cmp.Or(strings.Compare(a.slug, b.slug), strings.Compare(string(a.id), string(b.id)), strings.Compare(a.name, b.name))
}

// changed notes that entities were written.
func (h *heavy) changed(ids []graph.ID) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, id := range ids {
		if strings.HasPrefix(string(id), "e/") {
			h.dirty[id] = true
		}
	}
}

// renew reads again the entities that were written. The caller holds the lock.
func (h *heavy) renew(live *graph.Store) error {
	if h.nodes == nil { // not read yet
		return h.err
	}
	if len(h.dirty) == 0 {
		return nil
	}
	s, err := live.Frozen()
	if err != nil {
		return err
	}
	defer s.Thaw()
	for id := range h.dirty {
		n, err := s.Node(id)
		weight := 0
		if err == nil {
			weight, err = s.Weight(id, topWeight)
		}
		if err != nil && !errors.Is(err, graph.ErrNotFound) {
			return err
		}
		delete(h.dirty, id)
		if err != nil || weight <= h.rest { // gone with its last document, or light
			delete(h.nodes, id)
			continue
		}
		h.nodes[id] = entry{n, weight}
		for _, name := range n.Names {
			for _, w := range words(id, name) {
				if at, there := slices.BinarySearchFunc(h.words, w, order); !there {
					h.words = slices.Insert(h.words, at, w)
				}
			}
		}
	}
	return nil
}

// Ready waits until the names of the heaviest entities are read; before that, searches find but do not rank so well.
func (g *Graph) Ready(ctx context.Context) error {
	select {
	case <-g.shared.heavy.done:
		return g.shared.heavy.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// found is a hit with how well it fits: 0 for a whole name, 1 for the beginning of one, 2 for a later word.
type found struct {
	Hit
	rank int
}

// take keeps the better of two ways in which a search found an entity.
func take(best map[graph.ID]found, f found) {
	old, ok := best[f.ID]
	if !ok || f.rank < old.rank || f.rank == old.rank && (f.Also == "" && old.Also != "" || old.Also != "" && f.Also < old.Also) {
		best[f.ID] = f
	}
}

func hit(n *graph.Node, weight int, name, slug, want string, head bool) found {
	f := found{Hit{ID: n.ID, Name: n.Name, Classes: n.Classes, Weight: weight}, 2}
	if head {
		f.rank = 1
		if slug == want {
			f.rank = 0
		}
	}
	if name != n.Name {
		f.Also = name
	}
	return f
}

// Search returns the entities with a name in which some word begins q, whole names and heavy entities first, how many
// there are, and whether there are more than could be counted. Class "" is any.
func (g *Graph) Search(ctx context.Context, q, class string, limit int) (hits []Hit, total int, more bool, err error) {
	want := schema.Slug(q)
	if want == "" {
		return []Hit{}, 0, false, nil
	}
	best := map[graph.ID]found{}
	h := &g.shared.heavy
	heavy, err := h.search(g.shared.live, want, class, best)
	if err != nil {
		return nil, 0, false, err
	}
	names, more, err := g.Store.Names(q, mostNamed)
	if err != nil {
		return nil, 0, false, err
	}
	// Those that are not heavy come after the heavy ones, unless the name is whole.
	light := map[graph.ID]bool{}
	for _, n := range names {
		if heavy(n.ID) || light[n.ID] && best[n.ID].ID == "" {
			continue
		}
		whole := n.Whole && n.Slug == want
		if !light[n.ID] && (len(light) >= mostLight || len(best) >= limit && !whole) {
			light[n.ID] = true
			continue
		}
		light[n.ID] = true
		node, err := g.Node(n.ID)
		if err != nil || !slices.Contains(node.Names, n.Name) || class != "" && !contains(node.Classes, class) {
			continue
		}
		old, known := best[n.ID]
		weight := old.Weight
		if !known {
			if weight, err = g.Weight(n.ID, topWeight); err != nil {
				return nil, 0, false, err
			}
		}
		take(best, hit(&node, weight, n.Name, n.Slug, want, n.Whole))
	}
	total = len(best)
	if class == "" {
		for id := range light {
			if _, ok := best[id]; !ok {
				total++
			}
		}
	} else {
		more = more || len(light) >= mostLight
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
	hits = make([]Hit, 0, limit)
	for i := 0; i < len(all) && i < limit; i++ {
		hits = append(hits, all[i].Hit)
	}
	return hits, total, more, nil
}

// search adds the heavy entities, and returns whether an entity is one.
func (h *heavy) search(live *graph.Store, want, class string, best map[graph.ID]found) (heavy func(graph.ID) bool, err error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := h.renew(live); err != nil {
		return nil, err
	}
	known := map[graph.ID]bool{}
	from := sort.Search(len(h.words), func(i int) bool { return h.words[i].slug >= want })
	for i := from; i < len(h.words) && strings.HasPrefix(h.words[i].slug, want); i++ {
		w := &h.words[i]
		n, ok := h.nodes[w.id]
		if !ok || !slices.Contains(n.Names, w.name) {
			continue
		}
		known[w.id] = true
		if class == "" || contains(n.Classes, class) {
			take(best, hit(&n.Node, n.weight, w.name, w.slug, want, w.head))
		}
	}
	return func(id graph.ID) bool { return known[id] }, nil
}

// Top returns the entities that are heaviest.
func (g *Graph) Top(ctx context.Context, limit int) ([]Hit, error) {
	if err := g.Ready(ctx); err != nil {
		return nil, err
	}
	h := &g.shared.heavy
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := h.renew(g.shared.live); err != nil {
		return nil, err
	}
	out := []Hit{}
	less := func(a, b *Hit) bool { return a.Weight > b.Weight || a.Weight == b.Weight && a.ID < b.ID }
	for id, n := range h.nodes { // the best are kept sorted: the map's order does not show
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
