package quadstore

import (
	"cmp"
	"sync"

	"github.com/cayleygraph/quad"
)

// mostTerms bounds each half of a cache where nothing else is said; terms longer than longText are not kept.
const (
	mostTerms = 1 << 15
	longText  = 512
)

// halves is a cache of two generations: what is asked for moves to the young one, and when that is full the old one goes.
type halves[K comparable, V any] struct {
	young, old map[K]V
	most       int // entries of each, mostTerms where 0
}

// Get returns what is kept under k.
func (h *halves[K, V]) Get(k K) (v V, ok bool) {
	if v, ok = h.young[k]; ok {
		return v, true
	}
	if v, ok = h.old[k]; ok {
		h.Put(k, v)
	}
	return v, ok
}

// Put keeps v under k.
func (h *halves[K, V]) Put(k K, v V) {
	if h.young == nil || len(h.young) >= cmp.Or(h.most, mostTerms) {
		h.old, h.young = h.young, make(map[K]V)
	}
	h.young[k] = v
}

// Drop forgets k.
func (h *halves[K, V]) Drop(k K) {
	delete(h.young, k)
	delete(h.old, k)
}

// A TermCache remembers the terms behind ids. An id stands for one term for ever, so that nothing in it goes stale.
type TermCache struct {
	mu sync.Mutex
	halves[ID, quad.Value]
}

// Lookup returns the term behind an id, where it is remembered.
func (c *TermCache) Lookup(id ID) (quad.Value, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.Get(id)
}

// Remember keeps a term of so many bytes, where it is not too long.
func (c *TermCache) Remember(id ID, v quad.Value, size int) {
	if size > longText {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.Put(id, v)
}

// An IDCache remembers the ids of terms for the one that writes: those that are stored, and no others.
type IDCache struct{ halves[string, ID] }

// Forget empties the cache.
func (c *IDCache) Forget() { c.young, c.old = nil, nil }
