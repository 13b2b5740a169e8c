package quadstore

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
)

// Scan calls f with each quad that matches the pattern, in the order of an index.
func (v *View) Scan(p Quad, f func(Quad) error) error {
	x := indexFor(p)
	prefix, rest := x.appendPrefix(nil, p)
	return v.walk(prefix, nil, func(key, _ []byte) (bool, error) {
		q, ok := x.read(key)
		if !ok {
			return false, fmt.Errorf("%w: key %x", ErrCorrupt, key)
		}
		if rest && !p.matches(q) {
			return true, nil
		}
		return true, f(q)
	})
}

// Back calls f with each quad that matches the pattern, from the end of the index that Scan follows.
func (v *View) Back(p Quad, f func(Quad) error) error {
	x := indexFor(p)
	prefix, rest := x.appendPrefix(nil, p)
	return v.with(func(it *pebble.Iterator) error {
		for ok := it.SeekLT(after(prefix)); ok && bytes.HasPrefix(it.Key(), prefix); ok = it.Prev() {
			q, ok := x.read(it.Key())
			if !ok {
				return fmt.Errorf("%w: key %x", ErrCorrupt, it.Key())
			}
			if rest && !p.matches(q) {
				continue
			}
			if err := f(q); err != nil {
				return err
			}
		}
		return nil
	})
}

// Match calls f with each quad that has the given terms (subject, predicate, object, label), nil standing for any, in an
// order that depends on the history of the store.
func (v *View) Match(terms [4]quad.Value, f func(quad.Quad) error) error {
	p, ok, err := v.pattern(terms)
	if err != nil || !ok {
		return err
	}
	return v.Scan(p, func(q Quad) error {
		for i := range q {
			if p[i] != 0 {
				q[i] = 0 // given
			}
		}
		full, err := v.quad(q)
		if err != nil {
			return err
		}
		for i, d := range quad.Directions {
			if p[i] != 0 {
				full.Set(d, terms[i])
			}
		}
		return f(full)
	})
}

// About calls f with each quad of a subject, in no order that means anything, but for those of the predicates in but.
func (v *View) About(sub quad.Value, but []ID, f func(quad.Quad) error) error {
	id, err := v.id(sub)
	if err != nil || id == 0 {
		return err
	}
	return v.Scan(Quad{0: id}, func(q Quad) error {
		if slices.Contains(but, q[1]) {
			return nil
		}
		full, err := v.quad(Quad{1: q[1], 2: q[2], 3: q[3]})
		if err != nil {
			return err
		}
		full.Subject = sub
		return f(full)
	})
}

// Distinct calls f with each object that quads of that predicate have, once, without reading all of the quads.
func (v *View) Distinct(pred ID, f func(object ID) error) error {
	prefix := appendID([]byte{pos.tag}, pred)
	from := prefix
	for from != nil {
		var found ID
		err := v.walk(prefix, from, func(key, _ []byte) (bool, error) {
			q, ok := pos.read(key)
			if !ok {
				return false, fmt.Errorf("%w: key %x", ErrCorrupt, key)
			}
			found = q[object]
			return false, nil
		})
		if err != nil || found == 0 {
			return err
		}
		if err := f(found); err != nil {
			return err
		}
		from = after(appendID(append([]byte(nil), prefix...), found))
	}
	return nil
}

// IRIs calls f with each IRI in use that begins with prefix, of at most 96 bytes, in the order of bytes but for those
// longer than 127, of which f gets "".
func (v *View) IRIs(prefix string, f func(iri string, id ID) error) error {
	key := append([]byte{tagID, kindIRI}, prefix...)
	return v.walk(key, nil, func(key, value []byte) (bool, error) {
		id, _ := readID(value)
		if len(key) > 1+longTerm {
			key = key[:2]
		}
		return true, f(string(key[2:]), id)
	})
}

// Terms calls f with each term in use, encoded as by AppendTerm, in the order of their ids; f may keep none of it.
func (v *View) Terms(f func(id ID, term []byte) error) error {
	return v.walk([]byte{tagTerm}, nil, func(key, term []byte) (bool, error) {
		id, _ := readID(key[1:])
		return true, f(id, term)
	})
}
