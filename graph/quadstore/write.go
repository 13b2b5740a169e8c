package quadstore

import (
	"bytes"
	"fmt"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
)

// A Batch is a change that is made whole or not at all.
type Batch struct {
	Add, Del      []quad.Quad       // added first
	IgnoreDup     bool              // adding what is there is no error
	IgnoreMissing bool              // deleting what is not there is no error
	Extra         map[string][]byte // what the owner keeps under keys; nil takes out
}

// Write makes the change and returns when it is on the disk. Its errors wrap graph.ErrQuadExists, graph.ErrQuadNotExist
// (in a *graph.DeltaError) or ErrFailed; after any but the last the store is as it was.
func (s *Store) Write(b Batch) error {
	deltas, ignore := b.Deltas()
	return s.write(deltas, ignore, b.Extra)
}

// Deltas returns the quads of the batch as Cayley takes changes.
func (b Batch) Deltas() ([]cayley.Delta, cayley.IgnoreOpts) {
	deltas := make([]cayley.Delta, 0, len(b.Add)+len(b.Del))
	for _, q := range b.Add {
		deltas = append(deltas, cayley.Delta{Quad: q, Action: cayley.Add})
	}
	for _, q := range b.Del {
		deltas = append(deltas, cayley.Delta{Quad: q, Action: cayley.Delete})
	}
	return deltas, cayley.IgnoreOpts{IgnoreDup: b.IgnoreDup, IgnoreMissing: b.IgnoreMissing}
}

func (s *Store) write(deltas []cayley.Delta, ignore cayley.IgnoreOpts, extra map[string][]byte) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if s.opts.ReadOnly {
		return ErrReadOnly
	}
	view, err := s.View()
	if err != nil {
		return err
	}
	defer view.Close()
	w := writer{store: s, view: view.snapshot, counts: s.now, fresh: map[string]ID{}, states: map[Quad]state{}}
	for _, d := range deltas {
		if err := w.apply(d, ignore); err != nil {
			return err
		}
	}
	err = s.commit(func(b *pebble.Batch) error {
		for k, v := range extra {
			key := append([]byte{tagExtra}, k...)
			var err error
			if v == nil {
				err = b.Delete(key, nil)
			} else {
				err = b.Set(key, v, nil)
			}
			if err != nil {
				return err
			}
		}
		return w.fill(b)
	})
	if err != nil {
		return err
	}
	s.now = w.counts
	for enc, id := range w.fresh {
		if w.kept[id] && len(enc) <= longText {
			s.ids.Put(enc, id)
		}
	}
	for _, enc := range w.gone {
		s.ids.Drop(enc)
	}
	s.renew()
	return nil
}

// state is whether a quad was there before the batch and is after it.
type state struct{ was, is bool }

// writer works out what a batch changes.
type writer struct {
	store  *Store
	view   *snapshot
	counts counts
	fresh  map[string]ID // encoded terms that the store does not know
	states map[Quad]state
	order  []Quad // the keys of states, in the order of the batch

	kept map[ID]bool // new terms that are in use after the batch
	gone []string    // terms that no quad has any more
	buf  []byte
}

func (w *writer) apply(d cayley.Delta, ignore cayley.IgnoreOpts) error {
	q, known, err := w.resolve(d.Quad, d.Action == cayley.Add)
	if err != nil {
		return err
	}
	st, seen := w.states[q]
	if !seen && known {
		if st.was, err = w.has(q); err != nil {
			return err
		}
		st.is = st.was
	}
	switch {
	case d.Action != cayley.Add && d.Action != cayley.Delete:
		return &cayley.DeltaError{Delta: d, Err: cayley.ErrInvalidAction}
	case d.Action == cayley.Add && st.is:
		if ignore.IgnoreDup {
			return nil
		}
		return &cayley.DeltaError{Delta: d, Err: cayley.ErrQuadExists}
	case d.Action == cayley.Delete && !st.is:
		if ignore.IgnoreMissing {
			return nil
		}
		return &cayley.DeltaError{Delta: d, Err: cayley.ErrQuadNotExist}
	}
	if !seen {
		w.order = append(w.order, q)
	}
	st.is = d.Action == cayley.Add
	w.states[q] = st
	return nil
}

// resolve returns the ids of a quad's terms, new ones where add says so; known is true where the store has all of them.
func (w *writer) resolve(in quad.Quad, add bool) (q Quad, known bool, err error) {
	known = true
	for i, d := range quad.Directions {
		t := in.Get(d)
		if t == nil {
			if i == label {
				continue
			}
			return q, false, fmt.Errorf("%v: a quad without %v", in, d)
		}
		if w.buf, err = AppendTerm(w.buf[:0], t); err != nil {
			return q, false, err
		}
		id, there := w.store.ids.Get(string(w.buf))
		if !there {
			b, err := get(w.view.snap, idKey(w.buf))
			if err != nil {
				return q, false, err
			}
			if there = b != nil; there {
				id, _ = readID(b)
				if len(w.buf) > longTerm {
					if err := w.same(id); err != nil {
						return q, false, err
					}
				} else {
					w.store.ids.Put(string(w.buf), id)
				}
			}
		}
		if !there {
			if id, there = w.fresh[string(w.buf)]; !there && add {
				id = w.counts.next
				w.counts.next++
				w.fresh[string(w.buf)] = id
			} else if !there {
				return Quad{^ID(0)}, false, nil // no quad has it
			}
			known = false
		}
		q[i] = id
	}
	return q, known, nil
}

// same makes sure that the long term in buf is the one behind the id that its hash led to.
func (w *writer) same(id ID) error {
	b, err := get(w.view.snap, termKey(id))
	if err == nil && !bytes.Equal(b, w.buf) {
		err = fmt.Errorf("%w: term %d has the hash of another", ErrCorrupt, id)
	}
	return err
}

func (w *writer) has(q Quad) (bool, error) {
	b, err := get(w.view.snap, spo.appendKey(nil, q))
	return b != nil, err
}

// fill puts the keys of the change into a batch.
func (w *writer) fill(b *pebble.Batch) error {
	w.kept = map[ID]bool{}
	used, left := map[ID]bool{}, map[ID]bool{}
	var key []byte
	for _, q := range w.order {
		st := w.states[q]
		for _, id := range q {
			if st.is {
				used[id] = true
			} else if st.was {
				left[id] = true
			}
		}
		if st.is == st.was {
			continue
		}
		n := int64(1)
		if !st.is {
			n = -1
		}
		w.counts.quads += n
		if q[label] != 0 {
			w.counts.labelled += n
		}
		for _, x := range indexes {
			if !x.holds(q) {
				continue
			}
			key = x.appendKey(key[:0], q)
			var err error
			if st.is {
				err = b.Set(key, nil, nil)
			} else {
				err = b.Delete(key, nil)
			}
			if err != nil {
				return err
			}
		}
	}
	for enc, id := range w.fresh {
		if !used[id] {
			continue
		}
		w.kept[id] = true
		w.counts.nodes++
		key = appendIDKey(key[:0], []byte(enc))
		if err := b.Set(key, appendID(nil, id), nil); err != nil {
			return err
		}
		if err := b.Set(termKey(id), []byte(enc), nil); err != nil {
			return err
		}
	}
	for id := range left {
		if id == 0 || used[id] {
			continue
		}
		if still, err := w.inUse(id); err != nil {
			return err
		} else if still {
			continue
		}
		enc, err := get(w.view.snap, termKey(id))
		if err != nil {
			return err
		}
		w.counts.nodes--
		w.gone = append(w.gone, string(enc))
		if err := b.Delete(termKey(id), nil); err != nil {
			return err
		}
		if err := b.Delete(idKey(enc), nil); err != nil {
			return err
		}
	}
	return b.Set(countsKey, w.counts.bytes(), nil)
}

// inUse reports whether a quad that the batch does not delete has the term.
func (w *writer) inUse(id ID) (found bool, err error) {
	for i, x := range indexes {
		prefix := appendID([]byte{x.tag}, id)
		if i == label && w.view.counts.labelled == 0 {
			continue
		}
		err = w.view.walk(prefix, nil, func(key, _ []byte) (bool, error) {
			q, ok := x.read(key)
			if !ok {
				return false, fmt.Errorf("%w: key %x", ErrCorrupt, key)
			}
			st, touched := w.states[q]
			found = !touched || st.is
			return !found, nil
		})
		if found || err != nil {
			return found, err
		}
	}
	return false, nil
}
