package graph

import (
	"sync"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"kg/graph/postgres"
	"kg/graph/quadstore"
)

// access is the lock of a Store. One writes at a time; meanwhile others read what was written last, and wait only while
// the store's view is exchanged (publish). Where other processes write too, a writer has the view for itself, and with it
// the right to write that one process has at a time; a reader who finds nobody reading begins a new view and the last one
// to leave ends it. What cannot be had is said by the view, when it is used.
type access struct {
	writing sync.Mutex   // of the writers of this process
	lock    sync.RWMutex // of the view and of why the store is broken, which the one that writes may read without it

	store   *Store
	shared  *tables // nil where the store is this process's own
	version int64   // of the store, when this process wrote last

	counting sync.Mutex
	readers  int
	begun    time.Time // the view
}

// stale is how old a view may be for another reader to join those who read it.
const stale = 2 * time.Second

// RLock begins reading. Who reads already must not.
func (a *access) RLock() {
	a.lock.RLock()
	for a.shared != nil && !a.join() {
		a.lock.RUnlock()
		a.lock.Lock() // waits for those who read
		a.lock.Unlock()
		a.lock.RLock()
	}
}

// join makes one more reader of the view, unless it is too old.
func (a *access) join() bool {
	a.counting.Lock()
	defer a.counting.Unlock()
	if a.readers > 0 && time.Since(a.begun) > stale {
		return false
	}
	if a.readers == 0 {
		v, err := a.shared.View()
		if err != nil {
			v = unreadable{err}
		}
		a.store.view, a.begun = v, time.Now()
	}
	a.readers++
	return true
}

// RUnlock ends reading.
func (a *access) RUnlock() {
	if a.shared != nil {
		a.counting.Lock()
		if a.readers--; a.readers == 0 {
			a.store.view.Close()
		}
		a.counting.Unlock()
	}
	a.lock.RUnlock()
}

// Lock begins writing.
func (a *access) Lock() {
	a.writing.Lock()
	if a.shared == nil {
		return
	}
	session, err := a.shared.Store.Lock()
	a.lock.Lock()
	if err != nil {
		a.store.view = unreadable{err}
		return
	}
	a.shared.session, a.store.view = session, session
	if session.Version() != a.version {
		a.store.links = nil // somebody else wrote
	}
}

// Unlock ends writing.
func (a *access) Unlock() {
	if a.shared == nil {
		a.writing.Unlock()
		return
	}
	session := a.shared.session
	a.shared.session = nil
	if session != nil {
		a.version = session.Version()
	}
	a.lock.Unlock()
	if session != nil {
		session.Unlock()
	}
	a.writing.Unlock()
}

// publish calls f, for the one that writes, while nobody reads.
func (a *access) publish(f func()) {
	if a.shared == nil {
		a.lock.Lock()
		defer a.lock.Unlock()
	}
	f()
}

// tables is a backend that other processes write too.
type tables struct {
	*postgres.Store
	session  *postgres.Session // nil where nobody here writes
	readOnly bool
}

// View returns the store as it is.
func (t *tables) View() (view, error) {
	v, err := t.Store.View()
	if err != nil {
		return nil, err
	}
	return v, nil
}

// Write makes a change in one transaction.
func (t *tables) Write(b quadstore.Batch) error {
	if t.readOnly {
		return quadstore.ErrReadOnly
	}
	if t.session == nil {
		return errNoSession
	}
	return t.session.Write(b)
}

// Compact frees what was deleted.
func (t *tables) Compact() error { return t.Store.Vacuum() }

// unreadable is a view that could not be had.
type unreadable struct{ err error }

func (u unreadable) ID(quad.Value) (quadstore.ID, error)                   { return 0, u.err }
func (u unreadable) Term(quadstore.ID) (quad.Value, error)                 { return nil, u.err }
func (u unreadable) Quad(quadstore.Quad) (quad.Quad, error)                { return quad.Quad{}, u.err }
func (u unreadable) Scan(quadstore.Quad, func(quadstore.Quad) error) error { return u.err }
func (u unreadable) Back(quadstore.Quad, func(quadstore.Quad) error) error { return u.err }
func (u unreadable) Match([4]quad.Value, func(quad.Quad) error) error      { return u.err }
func (u unreadable) About(quad.Value, []quadstore.ID, func(quad.Quad) error) error {
	return u.err
}
func (u unreadable) Among([]quadstore.ID, quadstore.ID, quadstore.ID, int, func(quadstore.ID)) (int, error) {
	return 0, u.err
}
func (u unreadable) Distinct(quadstore.ID, func(quadstore.ID) error) error { return u.err }
func (u unreadable) IRIs(string, func(string, quadstore.ID) error) error   { return u.err }
func (u unreadable) Extra(string) ([]byte, error)                          { return nil, u.err }
func (u unreadable) Extras(string, func(string, []byte) bool) error        { return u.err }
func (u unreadable) Quads() int64                                          { return 0 }
func (u unreadable) Labelled() int64                                       { return 0 }
func (u unreadable) Check(func(int), func(string)) error                   { return u.err }
func (u unreadable) Cayley() cayley.QuadStore                              { return nil }
func (u unreadable) Close() error                                          { return nil }
