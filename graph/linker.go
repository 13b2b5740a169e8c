package graph

import (
	"github.com/cayleygraph/quad"

	"kg/schema"
)

// linker links kinds to entities. What it returns depends on the set of documents alone: it knows how many documents
// have each kind and which names give or seek a key, reads that from the store where it is first asked for, and
// follows each write.
type linker struct {
	s         *Store // nil where everything was told by count
	groups    map[string]*homonyms
	gives     map[string]map[string]bool // key → slugs
	seeks     map[string]map[string]bool
	decisions *decisions
}

func newLinker(s *Store) *linker {
	return &linker{s: s, groups: map[string]*homonyms{}, gives: map[string]map[string]bool{}, seeks: map[string]map[string]bool{}}
}

// wellKnown is the number of documents from which on a person is so well known that what is only guessed to be a person's
// surname is taken for theirs.
const wellKnown = 4

// mostGroups bounds the memory of a linker, at about a kilobyte each.
const mostGroups = 1 << 16

// group reads the group of a slug.
func (l *linker) group(slug string) (*homonyms, error) {
	if g := l.groups[slug]; g != nil {
		return g, nil
	}
	g := &homonyms{kinds: map[kind]int{}}
	if l.s != nil {
		var err error
		if g.kinds, err = l.s.kinds(slug); err != nil {
			return nil, err
		}
	}
	l.groups[slug] = g
	return g, nil
}

// slugs returns the names that give or seek a key.
func (l *linker) slugs(index map[string]map[string]bool, term, key string) (map[string]bool, error) {
	if m := index[key]; m != nil {
		return m, nil
	}
	m := map[string]bool{}
	if l.s != nil {
		links, err := l.s.match(nil, quad.IRI(term), quad.String(key))
		if err != nil {
			return nil, err
		}
		for _, id := range l.s.subjects(links, "n/") {
			m[string(id[2:])] = true
		}
	}
	index[key] = m
	return m, nil
}

// count tells the linker that n more documents (fewer, where negative) have a kind.
func (l *linker) count(k kind, n int) error {
	slug := schema.Slug(k.Name)
	g, err := l.group(slug)
	if err != nil {
		return err
	}
	g.forms, g.apart = nil, nil
	if g.kinds[k] += n; g.kinds[k] <= 0 {
		delete(g.kinds, k)
	}
	f, _ := formOf(k.Name, k.suffix())
	gives, seeks := f.keys()
	for i, keys := range [][]string{gives, seeks} {
		index, term := l.gives, schema.Gives
		if i == 1 {
			index, term = l.seeks, schema.Seeks
		}
		for _, key := range keys {
			m, err := l.slugs(index, term, key)
			if err != nil {
				return err
			}
			if n > 0 {
				m[slug] = true
			} // a name that is gone has no kinds any more, which is looked at where it is found
		}
	}
	return nil
}

// touched returns the slugs whose links may change with a kind, its own among them.
func (l *linker) touched(k kind, into map[string]bool) error {
	into[schema.Slug(k.Name)] = true
	g, err := l.group(schema.Slug(k.Name))
	if err != nil {
		return err
	}
	kinds := []kind{k}
	for k := range g.kinds { // a class may be taken for another now
		kinds = append(kinds, k)
	}
	for _, k := range kinds {
		f, _ := formOf(k.Name, k.suffix())
		gives, _ := f.keys()
		for _, key := range gives {
			m, err := l.slugs(l.seeks, schema.Seeks, key)
			if err != nil {
				return err
			}
			for slug := range m {
				into[slug] = true
			}
		}
	}
	return nil
}
