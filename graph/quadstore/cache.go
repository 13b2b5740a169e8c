package quadstore

import (
	"sync"

	"github.com/cayleygraph/quad"
)

// mostTerms bounds each half of a cache; terms longer than longText are not kept.
const (
	mostTerms = 1 << 15
	longText  = 512
)

// halves is a cache of two generations: what is asked for moves to the young one, and when that is full the old one goes.
type halves[K comparable, V any] struct{ young, old map[K]V }

func (h *halves[K, V]) get(k K) (v V, ok bool) {
	if v, ok = h.young[k]; ok {
		return v, true
	}
	if v, ok = h.old[k]; ok {
		h.put(k, v)
	}
	return v, ok
}

func (h *halves[K, V]) put(k K, v V) {
	if h.young == nil || len(h.young) >= mostTerms {
		h.old, h.young = h.young, make(map[K]V)
	}
	h.young[k] = v
}

func (h *halves[K, V]) drop(k K) {
	delete(h.young, k)
	delete(h.old, k)
}

// termCache remembers the terms behind ids. An id stands for one term for ever, so that nothing in it goes stale.
type termCache struct {
	mu sync.Mutex
	halves[ID, quad.Value]
}

func (c *termCache) lookup(id ID) (quad.Value, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.get(id)
}

func (c *termCache) remember(id ID, v quad.Value, size int) {
	if size > longText {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.put(id, v)
}

// idCache remembers the ids of terms for the one that writes: those that are stored, and no others.
type idCache struct{ halves[string, ID] }

func (c *idCache) forget() { c.young, c.old = nil, nil }
