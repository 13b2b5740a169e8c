package quadstore

import (
	"github.com/cayleygraph/quad"
)

// An ID stands for a term of the store; 0 is no term. IDs are given in the order of arrival and never used again.
type ID uint64

// Quad is a quad of ids: subject, predicate, object and label, 0 for no label. As a pattern, 0 stands for any.
type Quad [4]ID

// places of the directions in a Quad.
const (
	subject = iota
	predicate
	object
	label
)

// place returns where a direction stands in a Quad, -1 for quad.Any.
func place(d quad.Direction) int { return int(d) - int(quad.Subject) }

// matches reports whether q agrees with the pattern.
func (p Quad) matches(q Quad) bool {
	for i, id := range p {
		if id != 0 && id != q[i] {
			return false
		}
	}
	return true
}

// The first byte of a key says what lies there.
const (
	tagMeta  = 'M' // name → counts, format
	tagTerm  = 'D' // id → term
	tagID    = 'T' // term → id
	tagExtra = 'X' // what the owner of the store keeps beside the quads
)

// An index holds every quad (lspo: every quad with a label) under a key of its four ids in the order of the index.
type index struct {
	tag   byte
	order [4]int
}

var (
	spo     = index{'S', [4]int{subject, predicate, object, label}}
	pos     = index{'P', [4]int{predicate, object, subject, label}}
	osp     = index{'O', [4]int{object, subject, predicate, label}}
	lspo    = index{'L', [4]int{label, subject, predicate, object}}
	indexes = []*index{&spo, &pos, &osp, &lspo}
)

// holds reports whether the index has a key for q.
func (x *index) holds(q Quad) bool { return x != &lspo || q[label] != 0 }

// indexFor returns the index whose keys begin with most of what the pattern gives.
func indexFor(p Quad) *index {
	s, pr, o, l := p[subject] != 0, p[predicate] != 0, p[object] != 0, p[label] != 0
	switch {
	case s && pr, s && !o && !l:
		return &spo
	case pr && o, pr && !s && !l:
		return &pos
	case o:
		return &osp
	case l:
		return &lspo
	}
	return &spo
}

// appendID appends the id so that the order of bytes is that of numbers and no id begins another: up to 239 in one byte,
// else the number of bytes and the bytes.
func appendID(b []byte, id ID) []byte {
	if id < 0xF0 {
		return append(b, byte(id))
	}
	n := 1
	for x := id >> 8; x > 0; x >>= 8 {
		n++
	}
	b = append(b, 0xEF+byte(n))
	for i := n - 1; i >= 0; i-- {
		b = append(b, byte(id>>(8*i)))
	}
	return b
}

// readID undoes appendID; rest is nil where b holds no id.
func readID(b []byte) (id ID, rest []byte) {
	if len(b) == 0 {
		return 0, nil
	}
	if b[0] < 0xF0 {
		return ID(b[0]), b[1:]
	}
	n := int(b[0] - 0xEF)
	if n > 8 || len(b) < 1+n {
		return 0, nil
	}
	for _, c := range b[1 : 1+n] {
		id = id<<8 | ID(c)
	}
	return id, b[1+n:]
}

// appendKey appends the key of q in the index.
func (x *index) appendKey(b []byte, q Quad) []byte {
	b = append(b, x.tag)
	for _, i := range x.order {
		b = appendID(b, q[i])
	}
	return b
}

// appendPrefix appends what all keys of quads that match the pattern begin with; rest is true where keys of other quads
// do too.
func (x *index) appendPrefix(b []byte, p Quad) (prefix []byte, rest bool) {
	b = append(b, x.tag)
	ended := false
	for _, i := range x.order {
		switch {
		case p[i] == 0:
			ended = true
		case ended:
			rest = true
		default:
			b = appendID(b, p[i])
		}
	}
	return b, rest
}

// read undoes appendKey; ok is false for what is no key of the index.
func (x *index) read(key []byte) (q Quad, ok bool) {
	if len(key) == 0 || key[0] != x.tag {
		return q, false
	}
	key = key[1:]
	for _, i := range x.order {
		if q[i], key = readID(key); key == nil {
			return q, false
		}
	}
	return q, len(key) == 0
}

// after returns the first key beyond all that begin with prefix, nil where there is none.
func after(prefix []byte) []byte {
	end := append([]byte(nil), prefix...)
	for i := len(end) - 1; i >= 0; i-- {
		if end[i]++; end[i] != 0 {
			return end[:i+1]
		}
	}
	return nil
}

func termKey(id ID) []byte { return appendID([]byte{tagTerm}, id) }
