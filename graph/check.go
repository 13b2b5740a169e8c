package graph

import (
	"fmt"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/graph/quadstore"
	"kg/schema"
)

// A Problem is something that Check found wrong.
type Problem struct {
	What string // "missing", "left over", "not indexed"
	Line string // the quad, as N-Quads, or the document with its error
}

// Check reads the whole store and calls found with each problem: what a document's statements call for and the store
// lacks, what no document calls for, quads that an index does not know. It returns the number of quads read.
func (s *Store) Check(found func(Problem)) (quads int, err error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	want, have := newSorter(), newSorter()
	defer want.close()
	defer have.close()
	for _, q := range s.settings() {
		if err := want.add(string(appendQuad(nil, q))); err != nil {
			return 0, err
		}
	}
	docs, err := s.having(schema.Type, quad.IRI(schema.Article))
	if err != nil {
		return 0, err
	}
	l := newLinker(s)
	if err := l.decided(); err != nil {
		return 0, err
	}
	for _, d := range l.decisions.list {
		for _, q := range s.decisionQuads(d) {
			if err := want.add(string(appendQuad(nil, q))); err != nil {
				return 0, err
			}
		}
	}
	for _, id := range docs {
		if err := s.expect(id, l, want); err != nil {
			found(Problem{"unreadable", err.Error()})
		}
	}
	err = s.scan(nil, nil, nil, func(q quad.Quad) error {
		quads++
		return have.add(string(appendQuad(nil, q)))
	})
	if err != nil {
		return quads, err
	}
	return quads, compare(want, have, func(line string, missing bool) error {
		what := "left over"
		if missing {
			what = "missing"
		}
		found(Problem{what, line})
		return nil
	}, s.indexed(found))
}

// indexed returns a function that looks a quad up in both of Cayley's indexes.
func (s *Store) indexed(found func(Problem)) func(string) error {
	return func(line string) error {
		q, _, err := parseQuad(line)
		if err != nil {
			found(Problem{"unreadable", err.Error() + ": " + line})
			return nil
		}
		bySubject, err := s.match(q.Subject, q.Predicate, nil)
		if err != nil {
			return err
		}
		byObject, err := s.has(q)
		if err != nil {
			return err
		}
		there := false
		for _, f := range bySubject {
			there = there || f == q
		}
		if !there || !byObject {
			found(Problem{"not indexed", line})
		}
		return nil
	}
}

// expect adds the lines of all quads that a document calls for.
func (s *Store) expect(id ID, l *linker, to *sorter) error {
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
		if err := to.add(string(appendQuad(nil, q))); err != nil {
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

// compare walks two sorted sets: differ is called with each line that only one has, both with each that both have.
func compare(want, have *sorter, differ func(line string, missing bool) error, both func(string) error) error {
	lines, done := make(chan string, 256), make(chan struct{})
	defer close(done)
	var wantErr error
	go func() {
		defer close(lines)
		wantErr = want.each(func(l string) error {
			select {
			case lines <- l:
				return nil
			case <-done:
				return errStopped
			}
		})
	}()
	w, more := <-lines
	err := have.each(func(h string) error {
		for more && strings.Compare(w, h) < 0 {
			if err := differ(w, true); err != nil {
				return err
			}
			w, more = <-lines
		}
		if more && w == h {
			w, more = <-lines
			return both(h)
		}
		return differ(h, false)
	})
	if err != nil {
		return err
	}
	for ; more; w, more = <-lines {
		if err := differ(w, true); err != nil {
			return err
		}
	}
	return wantErr
}

var errStopped = fmt.Errorf("stopped")

// Stats counts what the store holds.
type Stats struct {
	Documents  int `json:"documents"`
	Statements int `json:"statements"`
	Entities   int `json:"entities"`
	Facts      int `json:"facts"` // distinct edges
	Asserted   int `json:"asserted"`
	Denied     int `json:"denied"`
	Doubted    int `json:"doubted"`
	Mentions   int `json:"mentions"`
	Relations  int `json:"relations"`
	Quads      int `json:"quads"`
}

// Stats counts in the indexes, without reading all of the store.
func (s *Store) Stats() (Stats, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.broken != nil {
		return Stats{}, s.broken
	}
	st := Stats{Quads: int(s.view.Quads()), Facts: int(s.view.Labelled())}
	for _, c := range []struct {
		to        *int
		pred, obj quad.Value
	}{
		{&st.Documents, quad.IRI(schema.Type), quad.IRI(schema.Article)},
		{&st.Mentions, quad.IRI(schema.Type), quad.IRI(schema.Mention)},
		{&st.Statements, quad.IRI(schema.Predicate), nil},
	} {
		var err error
		if *c.to, err = s.count(nil, c.pred, c.obj); err != nil {
			return st, err
		}
	}
	for _, c := range []struct {
		to     *int
		status Status
	}{{&st.Asserted, Asserted}, {&st.Denied, Denied}, {&st.Doubted, Doubted}} {
		err := s.view.IRIs(s.Base+string(c.status)+"/", func(_ string, pred quadstore.ID) error {
			return s.view.Scan(quadstore.Quad{1: pred}, func(q quadstore.Quad) error {
				if q[3] != 0 {
					*c.to++
				}
				return nil
			})
		})
		if err != nil {
			return st, broken(err)
		}
	}
	err := s.view.IRIs(s.Base+"e/", func(string, quadstore.ID) error {
		st.Entities++
		return nil
	})
	if err != nil {
		return st, broken(err)
	}
	relation, err := s.view.ID(quad.IRI(schema.Predicate))
	if err != nil || relation == 0 {
		return st, broken(err)
	}
	return st, broken(s.view.Distinct(relation, func(quadstore.ID) error {
		st.Relations++
		return nil
	}))
}
