package graph

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/graph/quadstore"
	"kg/schema"
)

// A Reader reads many statements of a store and remembers the documents and mentions on the way. It is for one
// goroutine and one request: what is written after it has read something it may not see.
type Reader struct {
	s    *Store
	many many
	days map[string]string         // dates of documents by the part of their passages' IRIs before "#"
	of   map[string][]quadstore.ID // statements, sorted, by the entities that they are about
}

// Reader returns a reader of the store.
func (s *Store) Reader() *Reader {
	return &Reader{s, many{s: s}, map[string]string{}, map[string][]quadstore.ID{}}
}

// Pick is Store.Pick.
func (r *Reader) Pick(entities, relations []ID, most int) ([]ID, error) {
	if entities == nil || relations == nil {
		return r.s.Pick(entities, relations, most)
	}
	r.s.mu.RLock()
	defer r.s.mu.RUnlock()
	key := fmt.Sprint(entities)
	if r.of[key] == nil {
		of, err := r.s.subjectsOf(nil, entities, mostEnds)
		if err != nil {
			return nil, err
		}
		r.of[key] = slices.Sorted(maps.Keys(of))
	}
	found, err := r.s.among(r.of[key], relations, fewAside, fewSought)
	if err != nil {
		return nil, err
	}
	return r.s.named(found, most)
}

// Statement is Store.Statement.
func (r *Reader) Statement(id ID) (Statement, error) {
	r.s.mu.RLock()
	defer r.s.mu.RUnlock()
	return r.many.first().statement(id)
}

// Document is Store.Document.
func (r *Reader) Document(id ID) (Document, error) {
	r.s.mu.RLock()
	defer r.s.mu.RUnlock()
	return r.many.first().document(id)
}

// Statements reads the statements of the ids, in the order of SortStatements.
func (r *Reader) Statements(ids []ID) ([]Statement, error) {
	out, err := r.InTurn(ids)
	sortStatements(out)
	return out, err
}

// InTurn reads the statements of the ids, in their order.
func (r *Reader) InTurn(ids []ID) ([]Statement, error) {
	r.s.mu.RLock()
	defer r.s.mu.RUnlock()
	return r.many.statements(ids)
}

// Drawn returns the ids, sorted, of the statements that stand on passages of a document.
func (r *Reader) Drawn(doc ID) ([]ID, error) {
	r.s.mu.RLock()
	defer r.s.mu.RUnlock()
	return r.s.drawn(doc)
}

// Bearing returns statements that bear a fact, most at most, in order, and whether there are more.
func (r *Reader) Bearing(fact ID, most int) (sts []Statement, more bool, err error) {
	ids, err := r.s.bearingIDs(fact, most+1)
	if err != nil {
		return nil, false, err
	}
	sort.Slice(ids, func(i, j int) bool { return ids[i] < ids[j] })
	if more = len(ids) > most; more {
		ids = ids[:most]
	}
	sts, err = r.Statements(ids)
	return sts, more, err
}

// bearingIDs returns the ids of statements that bear a fact, most at most.
func (s *Store) bearingIDs(fact ID, most int) (ids []ID, err error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	refs, err := s.subjectsOf(quad.IRI(schema.Fact), []ID{fact}, most)
	if err != nil {
		return nil, err
	}
	for ref := range refs {
		t, err := s.view.Term(ref)
		if err != nil {
			return nil, broken(err)
		}
		if id, ok := s.id(t); ok {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// A Place says where a statement stands and of which day it tells.
type Place struct {
	ID    ID
	Doc   ID     // of its first passage
	Start int    // of the passage, in code points
	Day   string // on which its own time begins, else its document's date; YYYY-MM-DD, "" where neither is known
}

// Places returns where the statements about an entity stand, most at most, in the order of SortStatements but for
// passages that begin at one place, of one of the relations where they are not nil and of the status where it is not "".
// more says that there are others. It reads two quads a statement.
func (r *Reader) Places(entity ID, relations []ID, status Status, most int) (out []Place, more bool, err error) {
	ids, more, err := r.s.about(entity, relations, status, most)
	if err != nil {
		return nil, false, err
	}
	s := r.s
	s.mu.RLock()
	defer s.mu.RUnlock()
	from, ok, err := s.pattern(quad.IRI(schema.WasDerivedFrom), quad.IRI(schema.TimeStart))
	if err != nil || !ok && from[0] == 0 {
		return nil, false, err
	}
	for _, id := range ids {
		self, err := s.view.ID(s.iri(id))
		if err != nil {
			return nil, false, broken(err)
		}
		p := Place{ID: id}
		err = s.view.Scan(quadstore.Quad{0: self, 1: from[0]}, func(q quadstore.Quad) error {
			t, err := s.view.Term(q[2])
			if err == nil {
				err = r.place(&p, term(t))
			}
			return err
		})
		if err == nil && from[1] != 0 {
			err = s.view.Scan(quadstore.Quad{0: self, 1: from[1]}, func(q quadstore.Quad) error {
				t, err := s.view.Term(q[2])
				if text := lexical(t); err == nil && len(text) >= len("2006-01-02") {
					p.Day = text[:len("2006-01-02")]
				}
				return err
			})
		}
		if err != nil {
			return nil, false, broken(err)
		}
		out = append(out, p)
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := &out[i], &out[j]
		switch {
		case a.Doc != b.Doc:
			return a.Doc < b.Doc
		case a.Start != b.Start:
			return a.Start < b.Start
		}
		return a.ID < b.ID
	})
	return out, more, nil
}

// place takes a passage where it is before the one that p has.
func (r *Reader) place(p *Place, passage string) error {
	doc, at, _ := strings.Cut(passage, "#char=")
	at, _, _ = strings.Cut(at, ",")
	start, err := strconv.Atoi(at)
	id, ok := r.s.ID(doc)
	if err != nil || !ok {
		return nil // kg check tells of it
	}
	if p.Doc != "" && (p.Doc < id || p.Doc == id && p.Start <= start) {
		return nil
	}
	p.Doc, p.Start = id, start
	day, ok := r.days[doc]
	if !ok {
		dates, err := r.s.match(quad.IRI(doc), quad.IRI(schema.DatePublished), nil)
		if err != nil {
			return err
		}
		for _, q := range dates {
			if text := lexical(q.Object); len(text) >= len("2006-01-02") {
				day = text[:len("2006-01-02")]
			}
		}
		r.days[doc] = day
	}
	p.Day = day
	return nil
}
