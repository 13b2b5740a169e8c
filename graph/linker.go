package graph

import (
	"maps"
	"slices"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// linker links kinds to entities. What it returns depends on the set of documents alone: it knows how many documents
// have each kind and which names give or seek a key, reads that from the store where it is first asked for, and
// follows each write. What names are linked to it keeps until a write touches them.
type linker struct {
	s         *Store // nil where everything was told by count
	groups    map[string]*homonyms
	gives     map[string]map[string]bool // key → slugs
	seeks     map[string]map[string]bool
	roots     map[string]map[[2]string]root // by slug; suffix and mark
	decisions *decisions
}

func newLinker(s *Store) *linker {
	return &linker{s: s, groups: map[string]*homonyms{}, gives: map[string]map[string]bool{}, seeks: map[string]map[string]bool{},
		roots: map[string]map[[2]string]root{}}
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

// count tells the linker that n more documents (fewer, where negative) have a kind. What was found before that may hang on
// the kind is to be dropped; see change.
func (l *linker) count(k kind, n int) error {
	slug := schema.Slug(k.Name)
	g, err := l.group(slug)
	if err != nil {
		return err
	}
	g.known = nil
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

// touched adds the slugs whose links may change with a kind, its own among them.
func (l *linker) touched(k kind, into map[string]bool) error {
	slug := schema.Slug(k.Name)
	into[slug] = true
	f, _ := formOf(k.Name, k.suffix())
	gives, _ := f.keys()
	g, err := l.group(slug)
	if err != nil {
		return err
	}
	gives = append(gives, g.gives()...) // a class may be taken for another now
	seen := map[string]bool{}
	for depth := 0; len(gives) > 0 && depth <= deepest; depth++ {
		var further []string // what seeks a name is sought itself
		for _, key := range gives {
			if seen[key] {
				continue
			}
			seen[key] = true
			seekers, err := l.slugs(l.seeks, schema.Seeks, key)
			if err != nil {
				return err
			}
			for slug := range seekers {
				if into[slug] && depth > 0 {
					continue
				}
				into[slug] = true
				g, err := l.group(slug)
				if err != nil {
					return err
				}
				further = append(further, g.gives()...)
			}
		}
		gives = further
	}
	return nil
}

// change counts the documents that more kinds have, fewer where negative, and returns the kinds that are linked to another
// thing by that, or for other reasons, by their names' slugs.
func (l *linker) change(delta map[kind]int) (moved map[string][]kind, err error) {
	changed := slices.SortedFunc(maps.Keys(delta), kind.compare)
	touched := map[string]bool{}
	for _, k := range changed {
		if err := l.touched(k, touched); err != nil {
			return nil, err
		}
	}
	before := map[string]map[kind]target{}
	for slug := range touched {
		if before[slug], err = l.targets(slug); err != nil {
			return nil, err
		}
	}
	for _, k := range changed {
		if err := l.count(k, delta[k]); err != nil {
			return nil, err
		}
	}
	for slug := range touched {
		delete(l.roots, slug)
	}
	moved = map[string][]kind{}
	for slug, was := range before {
		now, err := l.targets(slug)
		if err != nil {
			return nil, err
		}
		for k, t := range was {
			if n, ok := now[k]; ok && n != t {
				moved[slug] = append(moved[slug], k)
			}
		}
	}
	return moved, nil
}

// targets returns what each kind of a slug is linked to.
func (l *linker) targets(slug string) (map[kind]target, error) {
	g, err := l.group(slug)
	if err != nil {
		return nil, err
	}
	out := make(map[kind]target, len(g.kinds))
	for k := range g.kinds {
		if out[k], err = l.target(k, slug); err != nil {
			return nil, err
		}
	}
	return out, nil
}
