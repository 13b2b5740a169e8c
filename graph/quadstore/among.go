package quadstore

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/cockroachdb/pebble/v2"
)

// farAhead is the number of keys that are read in a row before the next one wanted is searched for.
const farAhead = 8

// Among calls f with those of the subjects, sorted, that have a quad without a label of that predicate and object. It
// reads most keys at most: left is what it did not need, negative where it gave up. f must not use the view.
func (v *View) Among(subjects []ID, pred, obj ID, most int, f func(ID)) (left int, err error) {
	if len(subjects) == 0 {
		return most, nil
	}
	prefix, _ := pos.appendPrefix(make([]byte, 0, 40), Quad{predicate: pred, object: obj})
	key := appendID(slices.Clone(prefix), subjects[0])
	err = v.with(func(it *pebble.Iterator) error {
		passed := 0
		for ok := it.SeekGE(key); ok && bytes.HasPrefix(it.Key(), prefix); {
			q, ok2 := pos.read(it.Key())
			if !ok2 {
				return fmt.Errorf("%w: key %x", ErrCorrupt, it.Key())
			}
			if most--; most < 0 {
				return nil
			}
			at, met := slices.BinarySearch(subjects, q[subject])
			if subjects = subjects[at:]; met {
				if q[label] == 0 {
					f(q[subject])
				}
				subjects, passed = subjects[1:], 0
			}
			if len(subjects) == 0 {
				return nil
			}
			if passed++; passed > farAhead {
				passed = 0
				ok = it.SeekGE(appendID(key[:len(prefix)], subjects[0]))
			} else {
				ok = it.Next()
			}
		}
		return nil
	})
	return most, err
}
