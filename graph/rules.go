package graph

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// linkRules is the version of the rules by which names are linked. It is raised when the keys of a name change
// (TestLinkRules): a store that holds others is linked anew before it is written.
const linkRules = 2

// rules is the quad that says by which version of the rules a store was linked.
func (c codec) rules(version int) quad.Quad {
	return quad.Quad{Subject: c.iri("graph"), Predicate: quad.IRI(schema.Rules), Object: quad.String(strconv.Itoa(version))}
}

// Outdated returns the number of documents that were linked by the rules of another kg, which the next write links anew;
// 0 where there is nothing to do.
func (s *Store) Outdated() (documents int, err error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if current, err := s.current(); err != nil || current {
		return 0, err
	}
	ids, err := s.having(schema.Type, quad.IRI(schema.Article))
	return len(ids), err
}

// current reports whether the store was linked by the rules of this kg.
func (s *Store) current() (bool, error) { return s.has(s.rules(linkRules)) }

// follow links the store anew where it was linked by other rules. The store is locked for writing.
func (s *Store) follow() error {
	if s.ruled {
		return nil
	}
	current, err := s.current()
	if err == nil && !current {
		_, err = s.relink()
	}
	s.ruled = err == nil && s.mu.shared == nil // there, another process may have other rules
	return err
}

// Relink links all documents anew, from nothing but what they say and the decisions, and returns the number of those
// whose links changed: none, unless the rules of linking are others than when they were stored. It is not one atomic step;
// where it is cut off, the next write does it again.
func (s *Store) Relink() (documents int, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.relink()
}

func (s *Store) relink() (documents int, err error) {
	ids, err := s.having(schema.Type, quad.IRI(schema.Article))
	if err != nil {
		return 0, err
	}
	s.links = nil
	l := newLinker(nil) // told of everything, so that a wrong index in the store cannot matter
	if err := l.decided(); err != nil {
		return 0, err
	}
	decided, err := s.readDecisions()
	if err != nil {
		return 0, err
	}
	l.decisions = newDecisions(decided)
	for _, id := range ids {
		own, err := s.owned(id)
		if err != nil {
			return 0, err
		}
		doc, sts, err := s.decode(id, own)
		if err != nil {
			return 0, fmt.Errorf("%w: %v", ErrBroken, err)
		}
		for _, k := range kindsOf(&doc, sts) {
			if k.linkable() {
				if err := l.count(k, 1); err != nil {
					return 0, err
				}
			}
		}
	}
	defer func() { s.links = nil }()
	if err := s.rekey(l); err != nil {
		return 0, err
	}
	for some := range slices.Chunk(ids, 16) {
		s.links = l
		sets, err := s.again(some)
		if err == nil {
			err = s.replace(sets)
		}
		if err != nil {
			return documents, err
		}
		for _, r := range sets {
			if *r.change == Changed {
				documents++
			}
		}
	}
	was, err := s.match(s.iri("graph"), quad.IRI(schema.Rules), nil)
	if err != nil {
		return documents, err
	}
	now := s.rules(linkRules)
	if slices.Contains(was, now) {
		return documents, nil
	}
	return documents, s.apply([]quad.Quad{now}, was)
}

// rekey makes the keys of names in the store those that the linker was told of.
func (s *Store) rekey(l *linker) error {
	for term, index := range map[string]map[string]map[string]bool{schema.Gives: l.gives, schema.Seeks: l.seeks} {
		there := map[quad.Quad]bool{}
		found, err := s.match(nil, quad.IRI(term), nil)
		if err != nil {
			return err
		}
		var add, del []quad.Quad
		for _, q := range found {
			there[q] = true
			if id, ok := s.id(q.Subject); !ok || !index[lexical(q.Object)][string(id[len("n/"):])] {
				del = append(del, q)
			}
		}
		for key, slugs := range index {
			for slug := range slugs {
				q := quad.Quad{Subject: s.iri(ID("n/" + slug)), Predicate: quad.IRI(term), Object: quad.String(key)}
				if !there[q] {
					add = append(add, q)
				}
			}
		}
		sortQuads(add)
		sortQuads(del)
		const step = 10_000
		for len(add)+len(del) > 0 {
			a, d := add[:min(step, len(add))], del[:min(step, len(del))]
			if err := s.apply(a, d); err != nil {
				return err
			}
			add, del = add[len(a):], del[len(d):]
		}
	}
	return nil
}
