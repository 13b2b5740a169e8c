package graph

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/graph/quadstore"
	"kg/schema"
)

// Article is a document with its statements.
type Article struct {
	Document
	Statements []Statement
	Digest     string // of what it was made from and by, kept for Store.Digest; no part of the graph
}

// Stored is what became of an article.
type Stored struct {
	Statements []Statement // as stored: with ids, those that say the same as one
	Change     Change
	Err        error // why the article could not be encoded, and so was not stored; nil for none
}

// Put stores a document with its statements in one atomic step. What it held of a document of that id goes: the
// statements, their evidence, the mentions, and the edges that only they bore. The same document again changes
// nothing. The ids of values are given by Link, those of statements by their content.
func (s *Store) Put(doc Document, sts []Statement) (Stored, error) {
	done, err := s.PutAll([]Article{{Document: doc, Statements: sts}})
	if err != nil {
		return Stored{}, err
	}
	return done[0], done[0].Err
}

// PutAll stores several articles as Put does, in one atomic step, which is faster than one by one. An article that
// cannot be encoded is left out and says so; of two of one id the last counts. An error means that nothing was stored.
func (s *Store) PutAll(articles []Article) ([]Stored, error) {
	out := make([]Stored, len(articles))
	last := map[ID]int{}
	for i, a := range articles {
		_, out[i].Statements, out[i].Err = s.encode(a.Document, a.Statements, nil)
		if out[i].Err == nil {
			last[a.ID] = i
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.follow(); err != nil {
		return nil, err
	}
	var sets []replacement
	var kept []Article
	for i, a := range articles {
		if at, ok := last[a.ID]; ok && at == i {
			sets = append(sets, replacement{id: a.ID, digest: a.Digest, change: &out[i].Change})
			a.Statements = out[i].Statements
			kept = append(kept, a)
		}
	}
	others, err := s.link(sets, kept)
	if err == nil {
		err = s.fill(sets, kept)
	}
	if err == nil {
		err = s.replace(append(sets, others...))
	}
	if err != nil {
		s.links = nil
		return out, err
	}
	for i := range out {
		at, ok := last[articles[i].ID]
		for _, r := range sets {
			if ok && at == i && r.id == articles[i].ID {
				out[i].Statements = r.statements
			}
		}
	}
	return out, nil
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
	if err := s.follow(); err != nil {
		return err
	}
	found, err := s.match(s.iri(id), quad.IRI(schema.Type), quad.IRI(schema.Article))
	if err != nil {
		return err
	}
	if len(found) == 0 {
		return fmt.Errorf("%s: %w", DocName(id), ErrNotFound)
	}
	var change Change
	sets := []replacement{{id: id, change: &change}}
	others, err := s.link(sets, nil)
	if err == nil {
		err = s.replace(append(sets, others...))
	}
	if err != nil {
		s.links = nil
	}
	return err
}

// replacement is all that the store shall hold of a document; change tells what that means.
type replacement struct {
	id     ID
	own    []quad.Quad // what it holds
	next   []quad.Quad
	digest string
	change *Change

	part   bool        // own and next are not all of it; the digest stays
	shared []quad.Quad // of a part: the shared quads that own stands for

	extra map[string][]byte // what else lies beside the quads of it, as for Batch.Extra
	links map[[2]string]resolved

	statements []Statement // behind next
}

// replace makes the replacements in one step.
func (s *Store) replace(sets []replacement) error { return s.replaceWith(sets, nil, nil) }

// replaceWith is replace that adds and deletes further quads in the same step.
func (s *Store) replaceWith(sets []replacement, add, del []quad.Quad) error {
	before := map[quad.Quad]bool{} // what the store holds of the documents, shared quads too
	subjects := map[quad.Value]bool{}
	for _, r := range sets {
		own := r.own
		for _, q := range own {
			before[q] = true
			subjects[q.Subject] = true
		}
		shared := r.shared
		if !r.part {
			var err error
			if shared, err = s.derive(own); err != nil {
				return err
			}
		}
		for _, q := range shared {
			before[q] = true
		}
		*r.change = s.change(own, r.next)
	}
	digests := map[ID]string{}
	wanted := map[quad.Quad]bool{}
	for _, r := range sets {
		if !r.part {
			digests[r.id] = r.digest
		}
		for _, q := range r.next {
			if wanted[q] {
				continue
			}
			wanted[q] = true
			there := before[q]
			if !there && !s.own(q) {
				var err error
				if there, err = s.has(q); err != nil {
					return err
				}
			}
			if !there {
				add = append(add, q)
			}
		}
	}
	others := s.bearings()
	for q := range before {
		if wanted[q] {
			continue
		}
		if !s.own(q) {
			if kept, err := others.borne(q, subjects); err != nil {
				return err
			} else if kept {
				continue
			}
		}
		del = append(del, q)
	}
	copied, uncopied, extra, err := s.copies(sets)
	if err != nil {
		return err
	}
	for _, r := range sets {
		maps.Copy(extra, r.extra)
	}
	add, del = append(add, copied...), append(del, uncopied...)
	sortQuads(del)
	return s.write(add, del, digests, extra)
}

// change compares what a document owns with all that it shall be.
func (c codec) change(own, next []quad.Quad) Change {
	switch {
	case len(own) == 0:
		return Added
	case len(next) == 0:
		return Removed
	}
	left := map[quad.Quad]bool{}
	for _, q := range own {
		left[q] = true
	}
	for _, q := range next {
		if !c.own(q) {
			continue
		}
		if !left[q] {
			return Changed
		}
		delete(left, q)
	}
	if len(left) > 0 {
		return Changed
	}
	return Unchanged
}

// owned returns the quads that belong to a document: its own, those of its passages, statements and mentions.
func (s *Store) owned(id ID) ([]quad.Quad, error) {
	doc := s.iri(id)
	out, err := s.match(doc, nil, nil)
	if err != nil {
		return nil, err
	}
	out = slices.DeleteFunc(out, func(q quad.Quad) bool { return q.Predicate == quad.IRI(schema.CopyOf) }) // hangs on other documents
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
			t := d.traits[id]
			out = append(append(out, c.entityQuads(v, t)...), c.nameQuads(kind{v.Name, v.Class, t})...)
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

// bearings finds who bears shared quads; what it read once it keeps.
type bearings struct {
	*Store
	d     *decoder
	links map[quad.Value][]quad.Quad // to the mentions of an entity or name
}

func (s *Store) bearings() bearings { return bearings{s, s.decoder(), map[quad.Value][]quad.Quad{}} }

// borne reports whether a document whose quads are not about the given subjects bears the shared quad q.
func (b bearings) borne(q quad.Quad, subjects map[quad.Value]bool) (bool, error) {
	if q.Label != nil {
		links, err := b.match(nil, quad.IRI(schema.Fact), q.Label)
		for _, l := range links {
			if !subjects[l.Subject] {
				return true, err
			}
		}
		return false, err
	}
	id, _ := b.id(q.Subject)
	name := strings.HasPrefix(string(id), "n/")
	links, ok := b.links[q.Subject]
	if !ok {
		pred := schema.RefersTo
		if name {
			pred = schema.Of
		}
		var err error
		if links, err = b.match(nil, quad.IRI(pred), q.Subject); err != nil {
			return false, err
		}
		b.links[q.Subject] = links
	}
	for _, l := range links {
		if subjects[l.Subject] {
			continue
		}
		id, _ := b.id(l.Subject)
		v, err := b.d.mention(id)
		if err != nil {
			return false, err
		}
		var quads []quad.Quad
		if t := b.d.traits[id]; name {
			quads = b.nameQuads(kind{v.Name, v.Class, t})
		} else {
			quads = b.entityQuads(v, t)
		}
		if slices.Contains(quads, q) {
			return true, nil
		}
	}
	return false, nil
}

// undecoded are predicates of statements, mentions and passages that nothing is decoded from: what they lead to is not read.
var undecoded = []string{schema.Fact, schema.Held, schema.Of, schema.HasSource, schema.Start, schema.End}

// decoder returns a decoder that reads the store; the store's lock is held while it is in use.
func (s *Store) decoder() *decoder {
	var but []quadstore.ID
	ready := func() error {
		if s.broken != nil || but != nil {
			return s.broken
		}
		for _, pred := range undecoded {
			id, err := s.view.ID(quad.IRI(pred))
			if err != nil {
				return broken(err)
			}
			but = append(but, id)
		}
		return nil
	}
	var d *decoder
	d = newDecoder(s.codec, func(id ID) (out []quad.Quad, err error) {
		if out, ok := d.ahead[id]; ok {
			return out, nil
		}
		if err := ready(); err != nil {
			return nil, err
		}
		err = s.view.About(s.iri(id), but, func(q quad.Quad) error {
			out = append(out, q)
			return nil
		})
		return out, broken(err)
	})
	all, ok := s.view.(massView)
	if !ok {
		return d
	}
	d.several = func(ids []ID, into map[ID][]quad.Quad) error {
		if err := ready(); err != nil {
			return err
		}
		subs := make([]quad.Value, len(ids))
		for i, id := range ids {
			subs[i] = s.iri(id)
			into[id] = nil
		}
		return broken(all.Several(subs, but, func(i int, q quad.Quad) error {
			into[ids[i]] = append(into[ids[i]], q)
			return nil
		}))
	}
	return d
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
