package graph

import (
	"fmt"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// Put stores a document with its statements in one atomic step. What it held of a document of that id goes: the
// statements, their evidence, the mentions, and the edges that only they bore. The same document again changes
// nothing. The ids of values are given by Link, those of statements by their content.
func (s *Store) Put(doc Document, sts []Statement) (Stored, error) {
	next, out, err := s.encode(doc, sts)
	if err != nil {
		return Stored{}, err
	}
	sortStatements(out)
	s.mu.Lock()
	defer s.mu.Unlock()
	change, err := s.replace(doc.ID, next)
	return Stored{Statements: out, Change: change}, err
}

// Stored is what Put did.
type Stored struct {
	Statements []Statement // as stored: with ids, those that say the same as one
	Change     Change
}

// Change says what a write did to a document.
type Change int

const (
	Unchanged Change = iota
	Added
	Changed
	Removed
)

// Remove takes a document out, with all that only it bore; its error wraps ErrNotFound where there is none.
func (s *Store) Remove(id ID) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	found, err := s.match(s.iri(id), quad.IRI(schema.Type), quad.IRI(schema.Article))
	if err != nil {
		return err
	}
	if len(found) == 0 {
		return fmt.Errorf("%s: %w", DocName(id), ErrNotFound)
	}
	_, err = s.replace(id, nil)
	return err
}

// replace makes next all that the store holds of a document.
func (s *Store) replace(id ID, next []quad.Quad) (Change, error) {
	own, err := s.owned(id)
	if err != nil {
		return Unchanged, err
	}
	before := map[quad.Quad]bool{}
	for _, q := range own {
		before[q] = true
	}
	if len(own) > 0 {
		old, err := s.derive(own)
		if err != nil {
			return Unchanged, err
		}
		for _, q := range old {
			before[q] = true
		}
	}
	var add, del []quad.Quad
	for _, q := range next {
		if before[q] {
			delete(before, q)
			continue
		}
		there := false
		if !s.own(q) {
			if there, err = s.has(q); err != nil {
				return Unchanged, err
			}
		}
		if !there {
			add = append(add, q)
		}
	}
	subjects := map[quad.Value]bool{}
	for _, q := range own {
		subjects[q.Subject] = true
	}
	for q := range before {
		kept := false
		if !s.own(q) {
			if kept, err = s.borne(q, subjects); err != nil {
				return Unchanged, err
			}
		}
		if !kept {
			del = append(del, q)
		}
	}
	sortQuads(del)
	change := Changed
	switch {
	case len(add)+len(del) == 0:
		change = Unchanged
	case len(own) == 0:
		change = Added
	case len(next) == 0:
		change = Removed
	}
	return change, s.apply(add, del)
}

// owned returns the quads that belong to a document: its own, those of its passages, statements and mentions.
func (s *Store) owned(id ID) ([]quad.Quad, error) {
	doc := s.iri(id)
	out, err := s.match(doc, nil, nil)
	if err != nil {
		return nil, err
	}
	seen := map[quad.Value]bool{doc: true}
	follow := func(pred string, obj quad.Value) (subjects []quad.Value, err error) {
		links, err := s.match(nil, quad.IRI(pred), obj)
		for _, l := range links {
			if seen[l.Subject] {
				continue
			}
			seen[l.Subject] = true
			quads, err := s.match(l.Subject, nil, nil)
			if err != nil {
				return nil, err
			}
			out = append(out, quads...)
			subjects = append(subjects, l.Subject)
		}
		return subjects, err
	}
	if _, err := follow(schema.IsPartOf, doc); err != nil {
		return nil, err
	}
	passages, err := follow(schema.HasSource, doc)
	if err != nil {
		return nil, err
	}
	for _, p := range passages {
		if _, err := follow(schema.WasDerivedFrom, p); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// derive returns the shared quads that a document's own quads stand for.
func (c codec) derive(own []quad.Quad) ([]quad.Quad, error) {
	d, statements, mentions := c.gather(own)
	var out []quad.Quad
	for _, id := range mentions {
		v, err := d.mention(id)
		if err != nil {
			return nil, fmt.Errorf("%w: %v", ErrBroken, err)
		}
		if v.ID != "" {
			out = append(out, c.entityQuads(v)...)
		}
	}
	for _, id := range statements {
		st, err := d.statement(id)
		if err != nil {
			return nil, fmt.Errorf("%w: %v", ErrBroken, err)
		}
		if q, ok := c.edge(&st); ok {
			out = append(out, q)
		}
	}
	return out, nil
}

// borne reports whether a document whose quads are not about the given subjects bears the shared quad q.
func (s *Store) borne(q quad.Quad, subjects map[quad.Value]bool) (bool, error) {
	if q.Label != nil {
		links, err := s.match(nil, quad.IRI(schema.Fact), q.Label)
		for _, l := range links {
			if !subjects[l.Subject] {
				return true, err
			}
		}
		return false, err
	}
	links, err := s.match(nil, quad.IRI(schema.RefersTo), q.Subject)
	if err != nil {
		return false, err
	}
	d := s.decoder()
	for _, l := range links {
		if subjects[l.Subject] {
			continue
		}
		id, _ := s.id(l.Subject)
		v, err := d.mention(id)
		if err != nil {
			return false, err
		}
		for _, e := range s.entityQuads(v) {
			if e == q {
				return true, nil
			}
		}
	}
	return false, nil
}

// decoder returns a decoder that reads the store; the store's lock is held while it is in use.
func (s *Store) decoder() *decoder {
	return newDecoder(s.codec, func(id ID) ([]quad.Quad, error) { return s.match(s.iri(id), nil, nil) })
}

// gather makes a decoder over the quads that belong to a document, and lists its statements and mentions.
func (c codec) gather(own []quad.Quad) (d *decoder, statements, mentions []ID) {
	about := map[ID][]quad.Quad{}
	for _, q := range own {
		sub, _ := c.id(q.Subject)
		if about[sub] == nil && len(sub) > 2 {
			switch sub[:2] {
			case "s/":
				statements = append(statements, sub)
			case "m/":
				mentions = append(mentions, sub)
			}
		}
		about[sub] = append(about[sub], q)
	}
	return newDecoder(c, func(id ID) ([]quad.Quad, error) { return about[id], nil }), statements, mentions
}

// decode reads a document and its statements, in the order of the text, from the quads that belong to it.
func (c codec) decode(id ID, own []quad.Quad) (Document, []Statement, error) {
	d, statements, mentions := c.gather(own)
	doc, err := d.document(id)
	if err != nil {
		return doc, nil, err
	}
	if doc.Entities, err = d.entities(mentions); err != nil {
		return doc, nil, err
	}
	sts := make([]Statement, 0, len(statements))
	for _, id := range statements {
		st, err := d.statement(id)
		if err != nil {
			return doc, nil, err
		}
		sts = append(sts, st)
	}
	sortStatements(sts)
	return doc, sts, nil
}
