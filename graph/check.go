package graph

import (
	"encoding/binary"
	"errors"
	"fmt"

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
	beside := newKeys()
	defer beside.close()
	if err := s.checkDocuments(found, beside); err != nil {
		return quads, broken(err)
	}
	return quads, broken(s.checkBeside(found, beside))
}

// checkDocuments compares what the documents call for with what is there, by the ids of quads, and gathers what their
// kinds call for beside the quads.
func (s *Store) checkDocuments(found func(Problem), beside keys) error {
	wanted := newKeys()
	defer wanted.close()
	want := func(q quad.Quad) error {
		p, ok, err := s.pattern(q.Subject, q.Predicate, q.Object, q.Label)
		if err != nil {
			return err
		}
		if !ok {
			found(Problem{"missing", string(appendQuad(nil, q))})
			return nil
		}
		return wanted.add(quadKey(p))
	}
	ruled, err := s.match(s.iri("graph"), quad.IRI(schema.Rules), nil)
	if err != nil {
		return err
	}
	for _, q := range append(s.settings(), ruled...) {
		if err := want(q); err != nil {
			return err
		}
	}
	decided, err := s.readDecisions()
	if err != nil {
		return err
	}
	for _, d := range decided {
		for _, q := range s.decisionQuads(d) {
			if err := want(q); err != nil {
				return err
			}
		}
	}
	copies, err := s.copyQuads(s.view)
	if err != nil {
		return err
	}
	for _, q := range copies {
		if err := want(q); err != nil {
			return err
		}
	}
	docs, err := s.having(schema.Type, quad.IRI(schema.Article))
	if err != nil {
		return err
	}
	l := newLinker(s)
	for _, id := range docs {
		if len(l.groups) > mostGroups {
			l = newLinker(s)
		}
		if err := s.expect(id, l, want, func(key string) error { return beside.add(entry(key, nil)) }); err != nil {
			found(Problem{"unreadable", err.Error()})
		}
	}
	tell := func(what string) func(key []byte) error {
		return func(key []byte) error {
			q, err := s.view.Quad(keyQuad(key))
			found(Problem{what, string(appendQuad(nil, q))})
			return err
		}
	}
	return wanted.compare(func(give func([]byte) error) error {
		return s.view.Scan(quadstore.Quad{}, func(q quadstore.Quad) error { return give(quadKey(q)) })
	}, tell("missing"), tell("left over"))
}

// quadKey makes a key of a quad; their order is that of a scan of all quads.
func quadKey(q quadstore.Quad) []byte {
	key := make([]byte, 0, 8*len(q))
	for _, id := range q {
		key = binary.BigEndian.AppendUint64(key, uint64(id))
	}
	return key
}

// keyQuad undoes quadKey.
func keyQuad(key []byte) (q quadstore.Quad) {
	for i := range q {
		q[i] = quadstore.ID(binary.BigEndian.Uint64(key[8*i:]))
	}
	return q
}

// entry is a key of what lies beside the quads with its value.
func entry(key string, value []byte) []byte { return append([]byte(key+"\x00"), value...) }

// checkBeside compares what lies beside the quads with what the quads call for; what the kinds call for is in wanted.
func (s *Store) checkBeside(found func(Problem), wanted keys) error {
	err := s.codec.eachSketch(s.view, func(key string, value []byte) error { return wanted.add(entry(key, value)) })
	if err != nil {
		return err
	}
	for _, pred := range []string{schema.Name, schema.AlternateName} {
		err := s.scan(nil, quad.IRI(pred), nil, func(q quad.Quad) error {
			for _, key := range s.nameKeys(q) {
				if err := wanted.add(entry(key, nil)); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	tell := func(what string) func(key []byte) error {
		return func(key []byte) error {
			found(Problem{what, fmt.Sprintf("%q", key)})
			return nil
		}
	}
	there := newKeys() // a store need not give them in order
	defer there.close()
	for _, prefix := range []string{bandPrefix, kindPrefix, namesPrefix, sketchPrefix} {
		var added error
		err := s.view.Extras(prefix, func(key string, value []byte) bool {
			added = there.add(entry(key, value))
			return added == nil
		})
		if err := errors.Join(err, added); err != nil {
			return err
		}
	}
	return wanted.compare(there.each, tell("not indexed"), tell("indexed, but not there"))
}

// expect calls want with all quads that a document calls for, kinds with its keys of the index of kinds.
func (s *Store) expect(id ID, l *linker, want func(quad.Quad) error, kinds func(key string) error) error {
	own, err := s.owned(id)
	if err != nil {
		return err
	}
	doc, sts, err := s.decode(id, own)
	if err != nil {
		return err
	}
	of := kindsOf(&doc, sts)
	for _, k := range of {
		if k.linkable() {
			if err := kinds(k.key(id)); err != nil {
				return err
			}
		}
	}
	links, err := l.links(id, of)
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
