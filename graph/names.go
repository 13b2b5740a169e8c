package graph

import (
	"strings"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// The index of names lies beside the quads: for each name of an entity, in the form that schema.Slug gives, and for what
// follows each word of it, a key of that form, the entity, whether it is the whole name, and the name itself.
const (
	namesPrefix = "name/"
	nameWords   = 8 // words of a name that it can be found by
	nameLength  = 96
)

// nameKeys returns the keys of the name that a quad gives to an entity, none where it gives none.
func (c codec) nameKeys(q quad.Quad) []string {
	if q.Predicate != quad.IRI(schema.Name) && q.Predicate != quad.IRI(schema.AlternateName) || q.Label != nil {
		return nil
	}
	id, ok := c.id(q.Subject)
	if !ok || !strings.HasPrefix(string(id), "e/") {
		return nil
	}
	name := lexical(q.Object)
	slug := schema.Slug(name)
	mark := string([]byte{0, 'a'}) // a name; 'b' for another wording
	if q.Predicate == quad.IRI(schema.AlternateName) {
		mark = string([]byte{0, 'b'})
	}
	end := "\x00" + string(id) + mark + "\x00" + name
	keys := []string{namesPrefix + cut(slug) + "\x00w" + end}
	for n := 1; n < nameWords; n++ {
		_, rest, more := strings.Cut(slug, "-")
		if !more {
			break
		}
		slug = rest
		keys = append(keys, namesPrefix+cut(slug)+"\x00i"+end)
	}
	return keys
}

func cut(s string) string { return s[:min(len(s), nameLength)] }

// named is an entry of the index of names.
type named struct {
	slug  string
	whole bool // slug is all of the name, not what follows a word of it
	id    ID
	name  string
}

// mostNamed bounds how many entries a beginning may have.
const mostNamed = 5000

// eachNamed calls f with the entries that begin with slug, in order, at most so many.
func (s *Store) eachNamed(slug string, most int, f func(named)) error {
	if s.broken != nil {
		return s.broken
	}
	n := 0
	return broken(s.view.Extras(namesPrefix+cut(slug), func(key string, _ []byte) bool {
		part := strings.SplitN(strings.TrimPrefix(key, namesPrefix), "\x00", 5)
		if len(part) == 5 {
			f(named{slug: part[0], whole: part[1] == "w", id: ID(part[2]), name: part[4]})
		}
		n++
		return n < most
	}))
}

// A Name is one of an entity, or what follows a word of one.
type Name struct {
	ID    ID
	Name  string
	Slug  string // from the word on
	Whole bool   // Slug is all of the name
}

// Names returns the names in which some word begins with what is given, most at most, in the order of their slugs, and
// whether there are more.
func (s *Store) Names(begin string, most int) (out []Name, more bool, err error) {
	slug := schema.Slug(begin)
	if slug == "" {
		return nil, false, nil
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	err = s.eachNamed(slug, most+1, func(n named) { out = append(out, Name{n.id, n.name, n.slug, n.whole}) })
	if more = len(out) > most; more {
		out = out[:most]
	}
	return out, more, err
}
