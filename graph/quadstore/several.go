package quadstore

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
)

// IDs returns the ids of terms, 0 where no quad has one. It reads in the order of the keys, which costs less than one after
// the other.
func (v *View) IDs(terms []quad.Value) ([]ID, error) {
	type wanted struct {
		at       int
		key, enc []byte
	}
	out := make([]ID, len(terms))
	var left []wanted
	v.mu.Lock()
	for i, t := range terms {
		enc, err := AppendTerm(make([]byte, 0, 64), t)
		if err != nil {
			continue // what can't be stored
		}
		id, known := v.ids.Get(string(enc))
		if out[i] = id; !known {
			left = append(left, wanted{i, idKey(enc), enc})
		}
	}
	closed := v.closed
	v.mu.Unlock()
	if closed {
		return nil, ErrClosed
	}
	slices.SortFunc(left, func(a, b wanted) int { return bytes.Compare(a.key, b.key) })
	err := v.with(func(it *pebble.Iterator) error {
		for _, w := range left {
			if !it.SeekGE(w.key) {
				break
			}
			if !bytes.Equal(it.Key(), w.key) {
				continue
			}
			value, err := it.ValueAndErr()
			if err != nil {
				return err
			}
			out[w.at], _ = readID(value)
		}
		return nil
	})
	v.mu.Lock()
	defer v.mu.Unlock()
	for _, w := range left {
		if id := out[w.at]; id != 0 && len(w.enc) <= longText {
			v.ids.Put(string(w.enc), id)
		}
	}
	return out, err
}

// Several is About for each of the subjects, of which f gets the place in the list; the quads of one come in a row. It reads
// in the order of the ids, which costs less than one after the other.
func (v *View) Several(subs []quad.Value, but []ID, f func(i int, q quad.Quad) error) error {
	ids, err := v.IDs(subs)
	if err != nil {
		return err
	}
	order := make([]int, 0, len(subs))
	for i, id := range ids {
		if id != 0 {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(ids[a], ids[b]) })
	type row struct {
		at int
		q  Quad
	}
	var rows []row
	terms := map[ID]quad.Value{0: nil}
	var unknown []ID
	err = v.with(func(it *pebble.Iterator) error {
		for _, i := range order {
			prefix, _ := spo.appendPrefix(make([]byte, 0, 40), Quad{subject: ids[i]})
			for ok := it.SeekGE(prefix); ok && bytes.HasPrefix(it.Key(), prefix); ok = it.Next() {
				q, ok := spo.read(it.Key())
				if !ok {
					return fmt.Errorf("%w: key %x", ErrCorrupt, it.Key())
				}
				if slices.Contains(but, q[predicate]) {
					continue
				}
				rows = append(rows, row{i, q})
				for _, id := range q[predicate:] {
					if _, ok := terms[id]; ok {
						continue
					}
					t, ok := v.store.terms.Lookup(id)
					if terms[id] = t; !ok {
						unknown = append(unknown, id)
					}
				}
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := v.termsOf(unknown, terms); err != nil {
		return err
	}
	for _, r := range rows {
		if err := f(r.at, quad.Quad{Subject: subs[r.at], Predicate: terms[r.q[predicate]], Object: terms[r.q[object]], Label: terms[r.q[label]]}); err != nil {
			return err
		}
	}
	return nil
}

// termsOf puts the terms behind ids into terms.
func (v *View) termsOf(ids []ID, terms map[ID]quad.Value) error {
	slices.Sort(ids)
	return v.with(func(it *pebble.Iterator) error {
		for _, id := range ids {
			key := termKey(id)
			if !it.SeekGE(key) || !bytes.Equal(it.Key(), key) {
				return fmt.Errorf("%w: term %d is not there", ErrCorrupt, id)
			}
			value, err := it.ValueAndErr()
			if err != nil {
				return err
			}
			t, err := ReadTerm(value)
			if err != nil {
				return err
			}
			terms[id] = t
			v.remember(id, t, value)
		}
		return nil
	})
}
