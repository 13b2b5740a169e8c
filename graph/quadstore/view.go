package quadstore

import (
	"bytes"
	"errors"
	"fmt"
	"sync"

	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
)

// snapshot is the store at one moment, with iterators that wait to be used again. It is shared by the views of that
// moment and goes with the last of them.
type snapshot struct {
	store  *Store
	snap   *pebble.Snapshot
	counts counts
	uses   int // guarded by store.mu

	mu     sync.Mutex
	ids    IDCache
	idle   []*pebble.Iterator
	out    int // iterators in use
	closed bool
}

// mostIdle is the number of iterators that a snapshot keeps for the next reader.
const mostIdle = 8

// renew makes the state of the store the one that new views see.
func (s *Store) renew() {
	now := &snapshot{store: s, snap: s.db.NewSnapshot(), counts: s.now}
	s.mu.Lock()
	was := s.current
	s.current = now
	s.live[now] = true
	gone := was != nil && was.uses == 0
	if gone {
		delete(s.live, was)
	}
	s.mu.Unlock()
	if gone {
		was.close()
	}
}

// acquire returns the current snapshot, to be released.
func (s *Store) acquire() (*snapshot, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.broken != nil {
		return nil, s.broken
	}
	s.current.uses++
	return s.current, nil
}

func (v *snapshot) retain() *snapshot {
	v.store.mu.Lock()
	defer v.store.mu.Unlock()
	v.uses++
	return v
}

func (v *snapshot) release() error {
	s := v.store
	s.mu.Lock()
	v.uses--
	gone := v.uses == 0 && v != s.current && s.live[v]
	if gone {
		delete(s.live, v)
	}
	s.mu.Unlock()
	if gone {
		return v.close()
	}
	return nil
}

// close frees the snapshot once no iterator is in use; from now on none is given out.
func (v *snapshot) close() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.closed {
		return nil
	}
	v.closed = true
	var errs []error
	for _, it := range v.idle {
		errs = append(errs, it.Close())
	}
	v.idle = nil
	if v.out == 0 {
		errs = append(errs, v.snap.Close())
	}
	return errors.Join(errs...)
}

func (v *snapshot) take() (*pebble.Iterator, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.closed {
		return nil, ErrClosed
	}
	v.out++
	if n := len(v.idle); n > 0 {
		it := v.idle[n-1]
		v.idle = v.idle[:n-1]
		return it, nil
	}
	it, err := v.snap.NewIter(nil)
	if err != nil {
		v.out--
	}
	return it, err
}

func (v *snapshot) give(it *pebble.Iterator) (err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.out--
	if !v.closed && len(v.idle) < mostIdle {
		v.idle = append(v.idle, it)
		return nil
	}
	err = it.Close()
	if v.closed && v.out == 0 {
		err = errors.Join(err, v.snap.Close())
	}
	return err
}

// with calls f with an iterator of the snapshot.
func (v *snapshot) with(f func(it *pebble.Iterator) error) error {
	it, err := v.take()
	if err != nil {
		return err
	}
	err = safely(func() error { return errors.Join(f(it), it.Error()) })
	return explain(errors.Join(err, v.give(it)))
}

// walk calls f with each key that begins with prefix, from the key from on where it is not nil, until f returns false.
// What f gets is good during the call alone; f may read the snapshot.
func (v *snapshot) walk(prefix, from []byte, f func(key, value []byte) (bool, error)) error {
	return v.with(func(it *pebble.Iterator) error {
		if from == nil {
			from = prefix
		}
		for ok := it.SeekGE(from); ok && bytes.HasPrefix(it.Key(), prefix); ok = it.Next() {
			value, err := it.ValueAndErr()
			if err != nil {
				return err
			}
			if more, err := f(it.Key(), value); err != nil || !more {
				return err
			}
		}
		return nil
	})
}

// read fills buf with quads that match the pattern, in the order of the index for it, from the key from on (nil for the
// first); next is where to go on, nil at the end.
func (v *snapshot) read(p Quad, from []byte, buf []Quad) (n int, next []byte, err error) {
	x := indexFor(p)
	prefix, rest := x.appendPrefix(make([]byte, 0, 40), p)
	err = v.walk(prefix, from, func(key, _ []byte) (bool, error) {
		if n == len(buf) {
			next = append([]byte(nil), key...)
			return false, nil
		}
		q, ok := x.read(key)
		if !ok {
			return false, fmt.Errorf("%w: key %x", ErrCorrupt, key)
		}
		if !rest || p.matches(q) {
			buf[n] = q
			n++
		}
		return true, nil
	})
	return n, next, err
}

// get returns a copy of the value of a key, nil where there is none.
func get(r pebble.Reader, key []byte) (out []byte, err error) {
	err = safely(func() error {
		b, closer, err := r.Get(key)
		if errors.Is(err, pebble.ErrNotFound) {
			return nil
		} else if err != nil {
			return err
		}
		out = append([]byte{}, b...)
		return closer.Close()
	})
	return out, explain(err)
}

// A View is the store as it was when the view was made: later writes do not change it. It is closed by Close, or with
// the store, after which its methods return ErrClosed.
type View struct {
	*snapshot
	once sync.Once
}

// View returns a view of the store as it is.
func (s *Store) View() (*View, error) {
	v, err := s.acquire()
	if err != nil {
		return nil, err
	}
	return &View{snapshot: v}, nil
}

// Close frees what the view holds.
func (v *View) Close() (err error) {
	v.once.Do(func() { err = v.release() })
	return err
}

// Quads, Nodes and Labelled return exact counts: of quads, of terms in use, and of quads with a label.
func (v *View) Quads() int64 { return v.counts.quads }

// Nodes returns the number of terms that stand in some quad.
func (v *View) Nodes() int64 { return v.counts.nodes }

// Labelled returns the number of quads with a label.
func (v *View) Labelled() int64 { return v.counts.labelled }

// ID returns the id of a term, 0 where no quad has it.
func (v *View) ID(t quad.Value) (ID, error) { return v.snapshot.id(t) }

func (v *snapshot) id(t quad.Value) (ID, error) {
	if t == nil {
		return 0, nil
	}
	enc, err := AppendTerm(make([]byte, 0, 64), t)
	if err != nil {
		return 0, nil
	}
	v.mu.Lock()
	id, known := v.ids.Get(string(enc))
	closed := v.closed
	v.mu.Unlock()
	if closed {
		return 0, ErrClosed
	} else if known {
		return id, nil
	}
	b, err := get(v.snap, idKey(enc))
	if b == nil || err != nil {
		return 0, err
	}
	id, _ = readID(b)
	if len(enc) <= longText {
		v.mu.Lock()
		v.ids.Put(string(enc), id)
		v.mu.Unlock()
	}
	return id, nil
}

// Term returns the term behind an id, nil for 0.
func (v *View) Term(id ID) (quad.Value, error) { return v.snapshot.term(id) }

func (v *snapshot) term(id ID) (quad.Value, error) {
	if id == 0 {
		return nil, nil
	}
	if t, ok := v.store.terms.Lookup(id); ok {
		return t, nil
	}
	b, err := get(v.snap, termKey(id))
	if err != nil {
		return nil, err
	}
	if b == nil {
		return nil, fmt.Errorf("%w: term %d is not there", ErrCorrupt, id)
	}
	t, err := ReadTerm(b)
	if err != nil {
		return nil, err
	}
	v.remember(id, t, b)
	return t, nil
}

// remember keeps a term that has been read, encoded as enc, and the id of one that is likely to be asked about next.
func (v *snapshot) remember(id ID, t quad.Value, enc []byte) {
	v.store.terms.Remember(id, t, len(enc))
	if _, ok := t.(quad.IRI); ok && len(enc) <= longTerm {
		v.mu.Lock()
		v.ids.Put(string(enc), id)
		v.mu.Unlock()
	}
}

// pattern returns the ids of terms, nil standing for any; ok is false where the store does not know one.
func (v *snapshot) pattern(terms [4]quad.Value) (p Quad, ok bool, err error) {
	for i, t := range terms {
		if t == nil {
			continue
		}
		if p[i], err = v.id(t); err != nil || p[i] == 0 {
			return p, false, err
		}
	}
	return p, true, nil
}

// Read fills buf with quads that match the pattern, in the order of an index; see State.
func (v *View) Read(p Quad, from []byte, buf []Quad) (n int, next []byte, err error) {
	return v.read(p, from, buf)
}

// ReadTerms fills buf with terms in use, in the order of their ids; see State.
func (v *View) ReadTerms(from []byte, buf []ID) (n int, next []byte, err error) {
	err = v.walk([]byte{tagTerm}, from, func(key, _ []byte) (bool, error) {
		if n == len(buf) {
			next = append([]byte(nil), key...)
			return false, nil
		}
		buf[n], _ = readID(key[1:])
		n++
		return true, nil
	})
	return n, next, err
}

// Estimate returns the number of quads that match the pattern; see State.
func (v *View) Estimate(p Quad) (refs.Size, error) { return v.estimate(p) }

// Quad returns the terms behind the ids of a quad.
func (v *View) Quad(q Quad) (quad.Quad, error) { return v.quad(q) }

func (v *snapshot) quad(q Quad) (out quad.Quad, err error) {
	for i, d := range quad.Directions {
		if q[i] == 0 {
			continue
		}
		t, err := v.term(q[i])
		if err != nil {
			return out, err
		}
		out.Set(d, t)
	}
	return out, nil
}

// Extra returns what the owner of the store keeps under a key, nil for nothing.
func (v *View) Extra(key string) ([]byte, error) {
	return get(v.snap, append([]byte{tagExtra}, key...))
}

// Extras calls f with each key that begins with prefix and what lies there, in the order of the keys, until it returns
// false.
func (v *View) Extras(prefix string, f func(key string, value []byte) bool) error {
	return v.walk(append([]byte{tagExtra}, prefix...), nil, func(key, value []byte) (bool, error) {
		return f(string(key[1:]), value), nil
	})
}
