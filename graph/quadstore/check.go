package quadstore

import (
	"bytes"
	"fmt"
	"hash/maphash"
)

// Check reads everything in the store once, in order, and calls found with each thing that is wrong: blocks whose
// checksum does not fit, keys that cannot be read, quads that one index has and another lacks, terms that no quad has or
// that are missing, and counts. The indexes are compared by the sum of hashes of their quads; where two differ, quad by
// quad. It calls seen now and then with the number of keys read.
func (v *View) Check(seen func(keys int), found func(what string)) error {
	c := checker{v: v.snapshot, seed: maphash.MakeSeed(), found: found, seen: seen}
	if err := c.terms(); err != nil {
		return err
	}
	for _, x := range indexes {
		if err := c.index(x); err != nil {
			return err
		}
	}
	if !c.unreadable {
		c.compare()
	}
	return c.differences()
}

// sum is what a set of quads comes to, in any order.
type sum struct {
	count int64
	hash  uint64
}

type checker struct {
	v     *snapshot
	seed  maphash.Seed
	found func(string)
	seen  func(int)
	keys  int

	used       []uint64 // a bit for each id that a quad has
	there      []uint64 // a bit for each id that the dictionary has
	words, ids sum
	quads      [4]sum
	spoL       sum // of the quads with a label in spo
	unsound    bool
	unreadable bool // Pebble takes long to say so of a block, each time
}

func set(bits *[]uint64, id ID) {
	at := int(id >> 6)
	for len(*bits) <= at {
		*bits = append(*bits, make([]uint64, at+1-len(*bits)+1024)...)
	}
	(*bits)[at] |= 1 << (id & 63)
}

func (c *checker) problem(format string, args ...any) {
	c.unsound = true
	c.found(fmt.Sprintf(format, args...))
}

func (c *checker) hash(b []byte) uint64 { return maphash.Bytes(c.seed, b) }

// walk reads all that lies under a tag; a block that cannot be read is a problem.
func (c *checker) walk(tag byte, f func(key, value []byte)) error {
	err := c.v.walk([]byte{tag}, nil, func(key, value []byte) (bool, error) {
		if c.keys++; c.keys%(1<<16) == 0 && c.seen != nil {
			c.seen(c.keys)
		}
		f(key, value)
		return true, nil
	})
	if err != nil {
		c.problem("%c: cannot be read: %v", tag, err)
		c.unreadable = true
	}
	return nil
}

// sane bounds ids, so that a wrong one costs no memory.
func (c *checker) sane(id ID) bool { return id > 0 && id < c.v.counts.next }

func (c *checker) terms() error {
	pair := func(term []byte, id ID) uint64 { return c.hash(appendID(append([]byte(nil), idKey(term)...), id)) }
	err := c.walk(tagTerm, func(key, term []byte) {
		id, rest := readID(key[1:])
		if rest == nil || len(rest) > 0 || !c.sane(id) {
			c.problem("dictionary: key %x", key)
			return
		}
		if _, err := ReadTerm(term); err != nil {
			c.problem("term %d: %v", id, err)
		}
		set(&c.there, id)
		c.words.count++
		c.words.hash += pair(term, id)
	})
	if err != nil {
		return err
	}
	err = c.walk(tagID, func(key, value []byte) {
		id, _ := readID(value)
		c.ids.count++
		c.ids.hash += c.hash(appendID(append([]byte(nil), key...), id))
	})
	if c.ids != c.words {
		c.problem("dictionary: %d terms, %d ids of terms, which do not fit", c.words.count, c.ids.count)
	}
	return err
}

func (c *checker) index(x *index) error {
	at := 0
	for i := range indexes {
		if indexes[i] == x {
			at = i
		}
	}
	var key []byte
	var last Quad
	return c.walk(x.tag, func(k, value []byte) {
		q, ok := x.read(k)
		if !ok || len(value) > 0 || q[subject] == 0 || q[predicate] == 0 || q[object] == 0 || x == &lspo && q[label] == 0 {
			c.problem("index %c: key %x", x.tag, k)
			return
		}
		key = spo.appendKey(key[:0], q)
		h := c.hash(key)
		c.quads[at].count++
		c.quads[at].hash += h
		if x == &spo && q[label] != 0 {
			c.spoL.count++
			c.spoL.hash += h
		}
		for i, id := range q {
			if id != 0 && id != last[i] {
				if !c.sane(id) {
					c.problem("index %c: a quad with the term %d, which was never given", x.tag, id)
					continue
				}
				set(&c.used, id)
			}
		}
		last = q
	})
}

// compare compares what was summed up.
func (c *checker) compare() {
	n := c.v.counts
	for i, x := range indexes {
		want := c.quads[0]
		if x == &lspo {
			want = c.spoL
		}
		if c.quads[i] != want {
			c.problem("index %c: %d quads, index S has %d, which do not fit", x.tag, c.quads[i].count, want.count)
		}
	}
	if c.quads[0].count != n.quads || c.spoL.count != n.labelled || c.words.count != n.nodes {
		c.problem("counts: %d quads, %d with a label, %d terms; there are %d, %d and %d", n.quads, n.labelled, n.nodes, c.quads[0].count, c.spoL.count, c.words.count)
	}
	for i := range max(len(c.used), len(c.there)) {
		var used, there uint64
		if i < len(c.used) {
			used = c.used[i]
		}
		if i < len(c.there) {
			there = c.there[i]
		}
		for b := range 64 {
			bit, id := uint64(1)<<b, i<<6+b
			if used&bit != there&bit {
				if used&bit != 0 {
					c.problem("term %d: quads have it, the dictionary does not", id)
				} else {
					c.problem("term %d: in the dictionary, in no quad", id)
				}
			}
		}
	}
}

// mostDifferences bounds how many quads are named.
const mostDifferences = 1000

// differences names the quads that one index has and another lacks.
func (c *checker) differences() error {
	if !c.unsound || c.unreadable {
		return nil
	}
	left := mostDifferences
	for _, x := range indexes {
		for _, y := range indexes {
			if x == y || (x != &spo && y != &spo) {
				continue
			}
			err := c.v.walk([]byte{x.tag}, nil, func(k, _ []byte) (bool, error) {
				q, ok := x.read(k)
				if !ok || !y.holds(q) {
					return true, nil
				}
				b, err := get(c.v.snap, y.appendKey(nil, q))
				if err != nil || b == nil {
					full, _ := c.v.quad(q)
					c.found(fmt.Sprintf("index %c has, index %c lacks: %v", x.tag, y.tag, full))
					left--
				}
				return left > 0, nil
			})
			if err != nil || left == 0 {
				return nil // said already
			}
		}
	}
	return c.v.walk([]byte{tagTerm}, nil, func(k, term []byte) (bool, error) {
		b, err := get(c.v.snap, idKey(term))
		if err != nil || !bytes.Equal(b, k[1:]) {
			c.found(fmt.Sprintf("term %x: its id is not found by it", k[1:]))
			left--
		}
		return left > 0, nil
	})
}
