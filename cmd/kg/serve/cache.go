package serve

import (
	"container/list"
	"net/http"
	"slices"
	"strings"
	"sync"

	"kg/cmd/kg/view"
	"kg/graph"
)

// cache keeps answers until something that they tell of is written. It forgets those asked for longest ago.
type cache struct {
	mu     sync.Mutex
	writes uint64 // so far
	found  map[string]*list.Element
	order  *list.List // of *kept, last asked for first
	tells  map[graph.ID]map[*list.Element]bool
	size   int
}

// kept is an answer.
type kept struct {
	key, kind string // kind is its media type
	body      []byte
	of        []graph.ID
}

// mostKept bounds a cache, in bytes.
const mostKept = 64 << 20

func newCache() *cache {
	return &cache{found: map[string]*list.Element{}, order: list.New(), tells: map[graph.ID]map[*list.Element]bool{}}
}

// changed forgets the answers that tell of one of the ids.
func (c *cache) changed(ids []graph.ID) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.writes++
	for _, id := range ids {
		for e := range c.tells[id] {
			c.drop(e)
		}
	}
	if slices.ContainsFunc(ids, func(id graph.ID) bool { return strings.HasPrefix(string(id), string(view.AllDocuments)) }) {
		for e := range c.tells[view.AllDocuments] {
			c.drop(e)
		}
	}
}

func (c *cache) drop(e *list.Element) {
	k := e.Value.(*kept)
	c.order.Remove(e)
	delete(c.found, k.key)
	c.size -= k.weight()
	for _, id := range k.of {
		if delete(c.tells[id], e); len(c.tells[id]) == 0 {
			delete(c.tells, id)
		}
	}
}

func (k *kept) weight() int { return len(k.body) + len(k.key) + 120*len(k.of) }

// get returns the answer of a key, nil for none, and the number of writes so far.
func (c *cache) get(key string) (*kept, uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.found[key]
	if e == nil {
		return nil, c.writes
	}
	c.order.MoveToFront(e)
	return e.Value.(*kept), c.writes
}

// put keeps an answer that was begun after so many writes, unless there were more since.
func (c *cache) put(k *kept, writes uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.writes != writes || c.found[k.key] != nil {
		return
	}
	e := c.order.PushFront(k)
	c.found[k.key] = e
	c.size += k.weight()
	for _, id := range k.of {
		if c.tells[id] == nil {
			c.tells[id] = map[*list.Element]bool{}
		}
		c.tells[id][e] = true
	}
	for c.size > mostKept {
		c.drop(c.order.Back())
	}
}

// write answers a request.
func (k *kept) write(w http.ResponseWriter) {
	w.Header().Set("Vary", "Accept")
	w.Header().Set("Content-Type", k.kind)
	w.Write(k.body)
}
