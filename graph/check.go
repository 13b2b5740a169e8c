package graph

import (
	"fmt"
	"sort"

	"github.com/cayleygraph/quad"

	"kg/graph/quadstore"
	"kg/schema"
)

// A Problem is something that Check found wrong.
type Problem struct {
	What string // "missing", "left over", "not indexed", "damaged"
	Line string // the quad, as N-Quads, or the document with its error
}

// Check reads the whole store and calls found with each problem: what is wrong with its files and indexes, what a
// document's statements call for and the store lacks, what no document calls for. It returns the number of quads. With
// files alone it is a scan of the indexes in order; the rest reads each document and encodes it again.
func (s *Store) Check(found func(Problem)) (quads int, err error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.broken != nil {
		return 0, s.broken
	}
	sound := true
	err = s.view.Check(nil, func(what string) {
		sound = false
		found(Problem{"damaged", what})
	})
	quads = int(s.view.Quads())
	if err != nil || !sound {
		return quads, broken(err) // what is damaged cannot be compared
	}
	c := contents{store: s, want: map[quadstore.Quad]bool{}}
	if err := c.documents(found); err != nil {
		return quads, broken(err)
	}
	return quads, broken(s.checkNames(found))
}

// contents compares what the documents call for with what is there, by the ids of quads.
type contents struct {
	store *Store
	want  map[quadstore.Quad]bool
}

func (c *contents) documents(found func(Problem)) error {
	s := c.store
	want := func(q quad.Quad) error {
		p, ok, err := s.pattern(q.Subject, q.Predicate, q.Object, q.Label)
		if err != nil {
			return err
		}
		if !ok {
			found(Problem{"missing", string(appendQuad(nil, q))})
			return nil
		}
		c.want[p] = true
		return nil
	}
	for _, q := range s.settings() {
		if err := want(q); err != nil {
			return err
		}
	}
	docs, err := s.having(schema.Type, quad.IRI(schema.Article))
	if err != nil {
		return err
	}
	l := newLinker(s)
	if err := l.decided(); err != nil {
		return err
	}
	for _, d := range l.decisions.list {
		for _, q := range s.decisionQuads(d) {
			if err := want(q); err != nil {
				return err
			}
		}
	}
	for _, id := range docs {
		if err := s.expect(id, l, want); err != nil {
			found(Problem{"unreadable", err.Error()})
		}
	}
	err = s.view.Scan(quadstore.Quad{}, func(q quadstore.Quad) error {
		if c.want[q] {
			delete(c.want, q)
			return nil
		}
		full, err := s.view.Quad(q)
		found(Problem{"left over", string(appendQuad(nil, full))})
		return err
	})
	if err != nil {
		return err
	}
	var missing []quad.Quad
	for q := range c.want {
		full, err := s.view.Quad(q)
		if err != nil {
			return err
		}
		missing = append(missing, full)
	}
	sortQuads(missing)
	for _, q := range missing {
		found(Problem{"missing", string(appendQuad(nil, q))})
	}
	return nil
}

// checkNames compares the index of names with the names.
func (s *Store) checkNames(found func(Problem)) error {
	want := map[string]bool{}
	for _, pred := range []string{schema.Name, schema.AlternateName} {
		err := s.scan(nil, quad.IRI(pred), nil, func(q quad.Quad) error {
			for _, key := range s.nameKeys(q) {
				want[key] = true
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	err := s.view.Extras(namesPrefix, func(key string, _ []byte) bool {
		if !want[key] {
			found(Problem{"not a name", fmt.Sprintf("%q", key)})
		}
		delete(want, key)
		return true
	})
	keys := make([]string, 0, len(want))
	for key := range want {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	for _, key := range keys {
		found(Problem{"not indexed", fmt.Sprintf("%q", key)})
	}
	return err
}

// expect calls want with all quads that a document calls for.
func (s *Store) expect(id ID, l *linker, want func(quad.Quad) error) error {
	own, err := s.owned(id)
	if err != nil {
		return err
	}
	doc, sts, err := s.decode(id, own)
	if err != nil {
		return err
	}
	links, err := l.links(id, kindsOf(&doc, sts))
	if err != nil {
		return err
	}
	all, again, err := s.encode(doc, sts, links)
	if err != nil {
		return err
	}
	for i := range again {
		if again[i].ID != sts[i].ID && !has(sts, again[i].ID) {
			return fmt.Errorf("%s: statement %s should be %s", id, sts[i].ID, again[i].ID)
		}
	}
	for _, q := range all {
		if err := want(q); err != nil {
			return err
		}
	}
	return nil
}

func has(sts []Statement, id ID) bool {
	for i := range sts {
		if sts[i].ID == id {
			return true
		}
	}
	return false
}

var errStopped = fmt.Errorf("stopped")
