package view

import (
	"cmp"
	"context"
	"errors"
	"sync"
	"time"

	"kg/graph"
)

// slow is a list that all of a store has to be searched for. It is made in the background, one at a time; until the new
// one is there, the last one is shown.
type slow[T any] struct {
	mu     sync.Mutex
	value  T
	has    bool
	of     uint64        // the version that value is of
	now    uint64        // the version of the store
	making chan struct{} // closed when the one in the making is there; nil for none
	err    error         // of the last try
	rest   time.Time     // not to be made anew before
	always bool          // nobody tells of all writes: make it anew each time
}

const (
	mostStale = 50 * time.Millisecond // how long a new list is waited for where there is an old one
	mostFirst = 5 * time.Second       // where there is none
	restFor   = 5                     // times as long as making it took, nothing is made
)

// ErrMaking says that all of the store is being searched for a list; it is there later.
var ErrMaking = errors.New("all of the store is being searched; ask again in a while")

func (x *slow[T]) changed() {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.now++
}

// get returns the list of the live store, and whether writes have come since it was made.
func (x *slow[T]) get(ctx context.Context, live *graph.Store, build func(*graph.Store) (T, error)) (value T, stale bool, err error) {
	x.mu.Lock()
	if x.always {
		x.now++
	}
	if x.has && x.of == x.now {
		defer x.mu.Unlock()
		return x.value, false, nil
	}
	if x.making == nil && (!x.has || time.Now().After(x.rest)) {
		x.making = make(chan struct{})
		go x.build(live, build)
	}
	making, has := x.making, x.has
	x.mu.Unlock()
	late := time.After(mostFirst)
	if has {
		late = time.After(mostStale)
	}
	if making != nil {
		select {
		case <-making:
		case <-late:
		case <-ctx.Done():
			return value, false, ctx.Err()
		}
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if !x.has {
		return value, false, cmp.Or(x.err, ErrMaking)
	}
	return x.value, x.of != x.now, nil
}

func (x *slow[T]) build(live *graph.Store, build func(*graph.Store) (T, error)) {
	x.mu.Lock()
	of := x.now
	x.mu.Unlock()
	begun := time.Now()
	var value T
	s, err := live.Frozen()
	if err == nil {
		value, err = build(s)
		if e := s.Thaw(); err == nil {
			err = e
		}
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.always {
		of = x.now
	}
	if x.err = err; err == nil {
		x.value, x.has, x.of = value, true, of
	}
	x.rest = time.Now().Add(restFor * time.Since(begun))
	close(x.making)
	x.making = nil
}
