package graph

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// linked gives a value the id that its document's links have for it.
func (e *encoder) linked(v Value) Value {
	v = linked(v)
	if l, ok := e.links[[2]string{v.Name, v.Class}]; ok && v.ID != "" {
		v.ID = l.id
	}
	return v
}

// linkQuads adds what a mention says of its thing for linking, and why it is linked as it is.
func (e *encoder) linkQuads(m quad.Value, l resolved) {
	if l.Sure {
		e.literal(m, schema.Sure, "true", "")
	}
	e.literal(m, schema.Gender, l.Gender, "")
	e.literal(m, schema.Namesake, l.Namesake, "")
	if l.Known != "" {
		e.literal(m, schema.Known, l.KnownClass+" "+l.Known, "")
		for _, same := range strings.Fields(l.SameAs) {
			e.add(m, schema.SameAs, quad.IRI(same))
		}
	}
	if l.evidence != "" {
		why := strings.Split(l.evidence, ";")
		for _, w := range why {
			e.literal(m, schema.Evidence, w, "")
		}
		e.literal(m, schema.Score, strconv.FormatFloat(scoreOf(why), 'g', -1, 64), schema.Double)
	}
	if l.linkable() {
		e.add(m, schema.Of, e.iri(ID("n/"+schema.Slug(l.Name))))
	}
}

// nameQuads returns what one mention says of its name: the keys by which it is linked.
func (c codec) nameQuads(k kind) []quad.Quad {
	if !k.linkable() {
		return nil
	}
	n := c.iri(ID("n/" + schema.Slug(k.Name)))
	f, _ := formOf(k.Name, k.suffix())
	gives, seeks := f.keys()
	var out []quad.Quad
	for _, key := range gives {
		out = append(out, quad.Quad{Subject: n, Predicate: quad.IRI(schema.Gives), Object: quad.String(key)})
	}
	for _, key := range seeks {
		out = append(out, quad.Quad{Subject: n, Predicate: quad.IRI(schema.Seeks), Object: quad.String(key)})
	}
	return out
}

// classOf is the class of a linked value: its own, where its id is of that class.
func classOf(v Value) schema.ClassInfo {
	own := schema.ClassOf(v.Class)
	_, suffix, found := strings.Cut(string(v.ID), ".")
	if found {
		suffix = "." + suffix
	}
	suffix, _, _ = strings.Cut(suffix, "~")
	if own.Suffix == suffix {
		return own
	}
	for _, c := range schema.Classes {
		if c.Suffix == suffix && !c.Literal {
			return c
		}
	}
	return own
}

// linking returns the linker that follows the store's writes. The store is locked for writing.
func (s *Store) linking() *linker {
	if s.links == nil || len(s.links.groups) > mostGroups {
		s.links = newLinker(s)
	}
	return s.links
}

// link tells the linker what the replacements change, fills them with the quads to store, and adds replacements for
// the other documents whose links change by that. The articles are those of the replacements; out takes what is told
// of them.
func (s *Store) link(sets []replacement, articles []Article) ([]replacement, error) {
	l := s.linking()
	delta := map[kind]int{}
	kinds := make([][]kind, len(sets))
	for i := range sets {
		own, err := s.owned(sets[i].id)
		if err != nil {
			return nil, err
		}
		sets[i].own = own
		if len(own) > 0 {
			doc, sts, err := s.decode(sets[i].id, own)
			if err != nil {
				return nil, fmt.Errorf("%w: %v", ErrBroken, err)
			}
			for _, k := range kindsOf(&doc, sts) {
				delta[k]--
			}
		}
		if articles != nil {
			kinds[i] = kindsOf(&articles[i].Document, articles[i].Statements)
			for _, k := range kinds[i] {
				delta[k]++
			}
		}
	}
	changed := make([]kind, 0, len(delta))
	for k, n := range delta {
		if n != 0 && k.linkable() {
			changed = append(changed, k)
		}
	}
	sort.Slice(changed, func(i, j int) bool {
		return changed[i].Name+"\x00"+changed[i].Class < changed[j].Name+"\x00"+changed[j].Class
	})
	touched := map[string]bool{}
	for _, k := range changed {
		if err := l.count(k, 0); err != nil { // reads what is there
			return nil, err
		}
	}
	for _, k := range changed {
		if err := l.touched(k, touched); err != nil {
			return nil, err
		}
	}
	before := map[string]map[kind]target{}
	for slug := range touched {
		var err error
		if before[slug], err = l.targets(slug); err != nil {
			return nil, err
		}
	}
	for _, k := range changed {
		if err := l.count(k, delta[k]); err != nil {
			return nil, err
		}
	}
	others := map[ID]bool{}
	for slug, was := range before {
		now, err := l.targets(slug)
		if err != nil {
			return nil, err
		}
		moved := map[kind]bool{}
		for k, t := range was {
			if n, ok := now[k]; ok && n != t {
				moved[k] = true
			}
		}
		if len(moved) == 0 {
			continue
		}
		bearers, err := s.bearers(slug)
		if err != nil {
			return nil, err
		}
		for k := range moved {
			for doc := range bearers[k] {
				others[doc] = true
			}
		}
	}
	for i := range sets {
		delete(others, sets[i].id)
		if articles == nil {
			continue
		}
		links, err := l.links(sets[i].id, kinds[i])
		if err != nil {
			return nil, err
		}
		var sts []Statement
		if sets[i].next, sts, err = s.encode(articles[i].Document, articles[i].Statements, links); err != nil {
			return nil, err
		}
		sortStatements(sts)
		sets[i].statements = sts
	}
	return s.again(others, sets)
}

// targets returns what each kind of a slug is linked to.
func (l *linker) targets(slug string) (map[kind]target, error) {
	g, err := l.group(slug)
	if err != nil {
		return nil, err
	}
	out := map[kind]target{}
	for k := range g.kinds {
		if out[k], err = l.resolve(k); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// again adds replacements that link the given documents anew.
func (s *Store) again(docs map[ID]bool, sets []replacement) ([]replacement, error) {
	l := s.linking()
	ids := make([]ID, 0, len(docs))
	for id := range docs {
		ids = append(ids, id)
	}
	sort.Slice(ids, func(i, j int) bool { return ids[i] < ids[j] })
	for _, id := range ids {
		own, err := s.owned(id)
		if err != nil {
			return nil, err
		}
		doc, sts, err := s.decode(id, own)
		if err != nil {
			return nil, fmt.Errorf("%w: %v", ErrBroken, err)
		}
		links, err := l.links(id, kindsOf(&doc, sts))
		if err != nil {
			return nil, err
		}
		next, _, err := s.encode(doc, sts, links)
		if err != nil {
			return nil, fmt.Errorf("%w: %v", ErrBroken, err)
		}
		digest, err := s.digest(id)
		if err != nil {
			return nil, err
		}
		sets = append(sets, replacement{id: id, own: own, next: next, digest: digest, change: new(Change)})
	}
	return sets, nil
}

// Relink links all documents anew, from nothing but what they say and the decisions, and returns the number of those
// whose links changed: none, unless the rules of linking are others than when they were stored.
func (s *Store) Relink() (documents int, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
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
	for len(ids) > 0 {
		some := map[ID]bool{}
		for len(ids) > 0 && len(some) < 16 {
			some[ids[0]] = true
			ids = ids[1:]
		}
		s.links = l
		sets, err := s.again(some, nil)
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
	return documents, nil
}
