package quadstore

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2/objstorage/objstorageprovider"
	"github.com/cockroachdb/pebble/v2/sstable"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// loadSuffix ends the names of tables that are not yet part of the store.
const loadSuffix = ".load"

// What a Loader holds before it writes: quads, and bytes of terms.
const (
	loadQuads = 1 << 20
	loadBytes = 96 << 20
)

// A Loader adds many quads quickly: it sorts what it holds for each index, writes sorted tables and gives them to the
// store in one atomic step. Nothing else can be written until it is closed. What it has not given to the store when the
// process ends is not there; loading the same again adds the rest.
type Loader struct {
	store *Store
	added int64

	known map[string]uint32 // keys of terms → their number below
	terms []loadTerm
	quads [][4]uint32 // numbers of terms plus one, 0 for none
	extra map[string][]byte
	bytes int
	buf   []byte
	done  bool
}

// loadTerm is a term with the key of its id.
type loadTerm struct {
	key  string // as idKey gives it
	long []byte // the encoded term, where the key has only its hash
	id   ID
}

func (t *loadTerm) encoded() []byte {
	if t.long != nil {
		return t.long
	}
	return []byte(t.key[1:])
}

// Load begins a bulk load.
func (s *Store) Load() *Loader {
	s.writing.Lock()
	l := &Loader{store: s}
	l.empty()
	return l
}

func (l *Loader) empty() {
	l.known, l.terms, l.quads, l.extra, l.bytes = map[string]uint32{}, l.terms[:0], l.quads[:0], map[string][]byte{}, 0
}

// Add adds a quad; one that is there already has no effect. After an error nothing more can be added.
func (l *Loader) Add(q quad.Quad) error {
	var n [4]uint32
	for i, d := range quad.Directions {
		t := q.Get(d)
		if t == nil {
			if i != label {
				return fmt.Errorf("%v: a quad without %v", q, d)
			}
			continue
		}
		var err error
		if l.buf, err = AppendTerm(l.buf[:0], t); err != nil {
			return err
		}
		size := len(l.buf)
		l.buf = appendIDKey(l.buf, l.buf)
		at, ok := l.known[string(l.buf[size:])]
		if !ok {
			term := loadTerm{key: string(l.buf[size:])}
			if size > longTerm {
				term.long = bytes.Clone(l.buf[:size])
			}
			l.terms = append(l.terms, term)
			at = uint32(len(l.terms))
			l.known[term.key] = at
			l.bytes += size + 100
		} else if size > longTerm && !bytes.Equal(l.terms[at-1].long, l.buf[:size]) {
			return fmt.Errorf("%w: two terms with one hash", ErrCorrupt)
		}
		n[i] = at
	}
	if l.quads = append(l.quads, n); len(l.quads) >= loadQuads || l.bytes >= loadBytes {
		return l.flush()
	}
	return nil
}

// Extra keeps a value under a key, in the step of the quads around it.
func (l *Loader) Extra(key string, value []byte) error {
	l.extra[key] = value
	if l.bytes += len(key) + len(value) + 50; l.bytes >= loadBytes {
		return l.flush()
	}
	return nil
}

// Close gives the rest to the store and returns how many quads the load added to it. It may be called again, to end a
// load that failed.
func (l *Loader) Close() (added int64, err error) {
	if l.done {
		return l.added, nil
	}
	err = l.flush()
	l.done = true
	l.store.writing.Unlock()
	return l.added, err
}

// Stop ends the load without what is not in the store yet.
func (l *Loader) Stop() {
	if !l.done {
		l.done = true
		l.store.writing.Unlock()
	}
}

// flush gives what the loader holds to the store.
func (l *Loader) flush() error {
	if len(l.quads)+len(l.extra) == 0 {
		return nil
	}
	if l.store.opts.ReadOnly {
		return ErrReadOnly
	}
	view, err := l.store.View()
	if err != nil {
		return err
	}
	defer view.Close()
	now := l.store.now
	order, err := l.number(view.snapshot, &now)
	if err != nil {
		return err
	}
	quads, err := l.fresh(view.snapshot, &now)
	if err != nil {
		return err
	}
	tables := &tables{store: l.store}
	err = l.write(tables, order, quads, now)
	if err != nil {
		tables.remove()
		return explain(err)
	}
	if err := safely(func() error { return l.store.db.Ingest(context.Background(), tables.names) }); err != nil {
		tables.remove()
		return l.store.fail(err)
	}
	l.added += int64(len(quads))
	l.store.now = now
	l.store.renew()
	l.empty()
	return nil
}

// number gives the terms their ids, new ones where the store has none, and returns the order of their keys.
func (l *Loader) number(v *snapshot, now *counts) (order []uint32, err error) {
	order = make([]uint32, len(l.terms))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return cmp.Compare(l.terms[a].key, l.terms[b].key) })
	if v.counts.nodes > 0 {
		err := v.seek(func(find func(key []byte) ([]byte, error)) error {
			for _, i := range order {
				t := &l.terms[i]
				value, err := find([]byte(t.key))
				if err != nil {
					return err
				}
				t.id, _ = readID(value)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		order = slices.DeleteFunc(order, func(i uint32) bool { return l.terms[i].id != 0 })
	}
	now.nodes += int64(len(order))
	for i := range l.terms {
		if t := &l.terms[i]; t.id == 0 {
			t.id = now.next
			now.next++
		}
	}
	return order, nil
}

// seek lets f look up keys in order, each at or after the last; what find returns is good until the next call, nil
// where there is no such key.
func (v *snapshot) seek(f func(find func(key []byte) ([]byte, error)) error) error {
	it, err := v.take()
	if err != nil {
		return err
	}
	err = safely(func() error {
		return f(func(key []byte) ([]byte, error) {
			if !it.SeekGE(key) || !bytes.Equal(it.Key(), key) {
				return nil, it.Error()
			}
			value, err := it.ValueAndErr()
			if value == nil {
				value = []byte{}
			}
			return value, err
		})
	})
	return explain(errors.Join(err, v.give(it)))
}

// fresh returns the quads that the store does not hold, in the order of spo, each once, and counts them.
func (l *Loader) fresh(v *snapshot, now *counts) ([]Quad, error) {
	out := make([]Quad, 0, len(l.quads))
	for _, n := range l.quads {
		var q Quad
		for i, t := range n {
			if t != 0 {
				q[i] = l.terms[t-1].id
			}
		}
		out = append(out, q)
	}
	slices.SortFunc(out, spo.compare)
	out = slices.Compact(out)
	if v.counts.quads > 0 {
		err := v.seek(func(find func(key []byte) ([]byte, error)) error {
			kept, key := out[:0], []byte(nil)
			for _, q := range out {
				old := true
				for _, id := range q {
					old = old && id < v.counts.next
				}
				if old {
					key = spo.appendKey(key[:0], q)
					if value, err := find(key); err != nil {
						return err
					} else if value != nil {
						continue
					}
				}
				kept = append(kept, q)
			}
			out = kept
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	now.quads += int64(len(out))
	for _, q := range out {
		if q[label] != 0 {
			now.labelled++
		}
	}
	return out, nil
}

// compare orders quads as their keys in the index are.
func (x *index) compare(a, b Quad) int {
	for _, i := range x.order {
		if c := cmp.Compare(a[i], b[i]); c != 0 {
			return c
		}
	}
	return 0
}

// write writes the tables of one step, two at a time.
func (l *Loader) write(t *tables, order []uint32, quads []Quad, now counts) error {
	jobs := []func() error{
		func() error {
			return t.write(func(set func(k, v []byte) error) error {
				for i := range l.terms {
					if term := &l.terms[i]; term.id >= l.store.now.next {
						if err := set(termKey(term.id), term.encoded()); err != nil {
							return err
						}
					}
				}
				return nil
			})
		},
		func() error {
			return t.write(func(set func(k, v []byte) error) error {
				for _, i := range order {
					if err := set([]byte(l.terms[i].key), appendID(nil, l.terms[i].id)); err != nil {
						return err
					}
				}
				return nil
			})
		},
		func() error {
			return t.write(func(set func(k, v []byte) error) error {
				if err := set(countsKey, now.bytes()); err != nil {
					return err
				}
				keys := make([]string, 0, len(l.extra))
				for k := range l.extra {
					keys = append(keys, k)
				}
				slices.Sort(keys)
				for _, k := range keys {
					if err := set(append([]byte{tagExtra}, k...), l.extra[k]); err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
	for _, x := range indexes {
		jobs = append(jobs, func() error {
			sorted := make([]Quad, 0, len(quads))
			for _, q := range quads {
				if x.holds(q) {
					sorted = append(sorted, q)
				}
			}
			if x != &spo {
				slices.SortFunc(sorted, x.compare)
			}
			return t.write(func(set func(k, v []byte) error) error {
				var key []byte
				for _, q := range sorted {
					key = x.appendKey(key[:0], q)
					if err := set(key, nil); err != nil {
						return err
					}
				}
				return nil
			})
		})
	}
	errs := make([]error, len(jobs))
	var wait sync.WaitGroup
	slots := make(chan struct{}, 2)
	for i, job := range jobs {
		wait.Add(1)
		slots <- struct{}{}
		go func() {
			defer wait.Done()
			errs[i] = job()
			<-slots
		}()
	}
	wait.Wait()
	return errors.Join(errs...)
}

// tables are sorted tables that are not yet part of the store.
type tables struct {
	store *Store
	mu    sync.Mutex
	made  int
	names []string
}

// write makes a table of what fill sets, whose keys must come in order; none where there are none.
func (t *tables) write(fill func(set func(k, v []byte) error) error) error {
	s := t.store
	t.mu.Lock()
	t.made++
	name := s.fs.PathJoin(s.dir, fmt.Sprintf("%d%s", t.made, loadSuffix))
	t.mu.Unlock()
	f, err := s.fs.Create(name, vfs.WriteCategoryUnspecified)
	if err != nil {
		return err
	}
	n := 0
	err = safely(func() error {
		w := sstable.NewWriter(objstorageprovider.NewFileWritable(f), s.opts.MakeWriterOptions(len(s.opts.Levels)-1, s.db.TableFormat()))
		err := fill(func(k, v []byte) error {
			n++
			return w.Set(k, v)
		})
		return errors.Join(err, w.Close())
	})
	if err != nil || n == 0 {
		return errors.Join(err, s.fs.Remove(name))
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.names = append(t.names, name)
	return nil
}

func (t *tables) remove() {
	for _, n := range t.names {
		t.store.fs.Remove(n)
	}
}

// Compact rewrites the store's files in order, without what was deleted.
func (s *Store) Compact() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if s.opts.ReadOnly {
		return ErrReadOnly
	}
	err := safely(func() error { return s.db.Compact(context.Background(), []byte{0}, []byte{0xFF}, true) })
	if err == nil {
		s.renew()
	}
	return explain(err)
}
