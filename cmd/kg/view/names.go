package view

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"sort"
	"strings"
	"sync"
	"time"

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
	nodes map[graph.ID]*entry
	words []word            // sorted
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
	mostHeavy = 5000
	mostNamed = 500 // names that one search reads
	mostWhole = 30  // where it has found enough heavy ones
	mostLight = 60  // entities that are not heavy and that one search weighs
	topWeight = 1 << 16
)

// read reads the heaviest entities of the store.
func (h *heavy) read(s *graph.Store) {
	defer close(h.done)
	top, rest, err := s.Heaviest(mostHeavy)
	nodes := make(map[graph.ID]*entry, len(top))
	for _, w := range top {
		n, e := s.Node(w.ID)
		if e == nil {
			nodes[w.ID] = &entry{n, w.N}
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
		names := n.Names
		if err != nil || weight <= h.rest { // gone with its last document, or light
			names = nil
		}
		if old := h.nodes[id]; old != nil {
			for _, name := range old.Names {
				for _, w := range words(id, name) {
					if at, there := slices.BinarySearchFunc(h.words, w, order); there && !slices.Contains(names, name) {
						h.words = slices.Delete(h.words, at, at+1)
					}
				}
			}
		}
		if delete(h.nodes, id); names == nil {
			continue
		}
		h.nodes[id] = &entry{n, weight}
		for _, name := range names {
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

// Counted waits until the store is counted, and its names are read: nothing reads it in the background after that unasked.
func (g *Graph) Counted(ctx context.Context) error {
	select {
	case <-g.shared.counted:
		return errors.Join(g.shared.heavy.err, g.shared.uncounted)
	case <-ctx.Done():
		return ctx.Err()
	}
}

// mostUncounted is how long the first count is waited for.
const mostUncounted = time.Second

// Counts returns how much there is. Its error is ErrMaking where that is still being counted.
func (g *Graph) Counts(ctx context.Context) (graph.Stats, error) {
	soon, cancel := context.WithTimeout(ctx, mostUncounted)
	defer cancel()
	if err := g.Counted(soon); errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
		return graph.Stats{}, ErrMaking
	} else if err != nil {
		return graph.Stats{}, err
	}
	return g.Stats()
}

// found is a hit with how well it fits: 0 for a whole name, 1 for the beginning of one, 2 for a later word.
type found struct {
	Hit
	rank int
}

// before reports whether a is shown before b.
func (a *found) before(b *found) bool {
	switch {
	case (a.rank == 0) != (b.rank == 0):
		return a.rank == 0
	case a.Weight != b.Weight:
		return a.Weight > b.Weight
	case a.rank != b.rank:
		return a.rank < b.rank
	case a.ID != b.ID:
		return a.ID < b.ID
	case (a.Also == "") != (b.Also == ""):
		return a.Also == ""
	}
	return a.Also < b.Also
}

// best keeps the first few of what a search finds, each entity once.
type best struct {
	most int
	list []found // sorted
}

func (x *best) take(f found) {
	if len(x.list) == x.most && !f.before(&x.list[x.most-1]) {
		return
	}
	if i := slices.IndexFunc(x.list, func(o found) bool { return o.ID == f.ID }); i >= 0 {
		if !f.before(&x.list[i]) {
			return
		}
		x.list = slices.Delete(x.list, i, i+1)
	}
	at := sort.Search(len(x.list), func(i int) bool { return f.before(&x.list[i]) })
	x.list = slices.Insert(x.list, at, f)
	x.list = x.list[:min(len(x.list), x.most)]
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
	top := &best{most: limit}
	known, err := g.shared.heavy.search(g.shared.live, want, class, top)
	if err != nil {
		return nil, 0, false, err
	}
	total = len(known)
	// The others come after the heavy ones, unless the name is whole; those come first in the index.
	read := mostNamed
	if total >= limit {
		read = mostWhole
	}
	names, more, err := g.Store.Names(q, read)
	if err != nil {
		return nil, 0, false, err
	}
	weights := map[graph.ID]int{} // -1 for what is not of the class
	for _, n := range names {
		if known[n.ID] {
			continue
		}
		weight, seen := weights[n.ID]
		if !seen && total >= limit && !(n.Whole && n.Slug == want) || !seen && len(weights) == mostLight {
			more = true
			break
		}
		if weight < 0 {
			continue
		}
		node, err := g.Node(n.ID)
		if err != nil || !slices.Contains(node.Names, n.Name) || class != "" && !contains(node.Classes, class) {
			weights[n.ID] = -1
			continue
		}
		if !seen {
			if weight, err = g.Weight(n.ID, topWeight); err != nil {
				return nil, 0, false, err
			}
			weights[n.ID] = weight
			total++
		}
		top.take(hit(&node, weight, n.Name, n.Slug, want, n.Whole))
	}
	hits = make([]Hit, 0, len(top.list))
	for _, f := range top.list {
		hits = append(hits, f.Hit)
	}
	return hits, total, more, nil
}

// search takes the heavy entities that are found, and returns which they are.
func (h *heavy) search(live *graph.Store, want, class string, top *best) (known map[graph.ID]bool, err error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := h.renew(live); err != nil {
		return nil, err
	}
	known = map[graph.ID]bool{}
	from := sort.Search(len(h.words), func(i int) bool { return h.words[i].slug >= want })
	for i := from; i < len(h.words) && strings.HasPrefix(h.words[i].slug, want); i++ {
		w := &h.words[i]
		n := h.nodes[w.id]
		if class == "" || contains(n.Classes, class) {
			known[w.id] = true
			top.take(hit(&n.Node, n.weight, w.name, w.slug, want, w.head))
		}
	}
	return known, nil
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
