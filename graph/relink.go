package graph

import (
	"fmt"
	"maps"
	"slices"
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

// traits adds what a mention says of its thing for linking.
func (e *encoder) traits(m quad.Value, k kind) {
	if k.Sure {
		e.literal(m, schema.Sure, "true", "")
	}
	e.literal(m, schema.Gender, k.Gender, "")
	e.literal(m, schema.Namesake, k.Namesake, "")
	if k.Known != "" {
		e.literal(m, schema.Known, k.KnownClass+" "+k.Known, "")
		for _, same := range strings.Fields(k.SameAs) {
			e.add(m, schema.SameAs, quad.IRI(same))
		}
	}
	if k.linkable() {
		e.add(m, schema.Of, e.iri(ID("n/"+schema.Slug(k.Name))))
	}
}

// link adds what the mention of a linked value refers to and why, and what it says of that.
func (e *encoder) link(m quad.Value, v Value, l resolved) {
	e.add(m, schema.RefersTo, e.iri(v.ID))
	if l.evidence != "" {
		why := strings.Split(l.evidence, ";")
		for _, w := range why {
			e.literal(m, schema.Evidence, w, "")
		}
		e.literal(m, schema.Score, strconv.FormatFloat(scoreOf(why), 'g', -1, 64), schema.Double)
	}
	for _, q := range append(e.entityQuads(v, l.Traits), e.nameQuads(kind{v.Name, v.Class, l.Traits})...) {
		e.quads[q] = true
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

// link tells the linker what the replacements change, gives them their links, and returns replacements for what hangs on
// links in the other documents and changes by that. The articles are those of the replacements, none where they go.
func (s *Store) link(sets []replacement, articles []Article) (others []replacement, err error) {
	l := s.linking()
	delta := map[kind]int{}
	kinds := make([][]kind, len(sets))
	for i := range sets {
		own, err := s.owned(sets[i].id)
		if err != nil {
			return nil, err
		}
		sets[i].own = own
		extra := map[string][]byte{}
		sets[i].extra = extra
		if len(own) > 0 {
			doc, sts, err := s.decode(sets[i].id, own)
			if err != nil {
				return nil, fmt.Errorf("%w: %v", ErrBroken, err)
			}
			for _, k := range kindsOf(&doc, sts) {
				if k.linkable() {
					delta[k]--
					extra[k.key(doc.ID)] = nil
				}
			}
		}
		if articles != nil {
			kinds[i] = kindsOf(&articles[i].Document, articles[i].Statements)
			for _, k := range kinds[i] {
				if k.linkable() {
					delta[k]++
					extra[k.key(sets[i].id)] = []byte{}
				}
			}
		}
	}
	maps.DeleteFunc(delta, func(_ kind, n int) bool { return n == 0 })
	changed, err := l.change(delta)
	if err != nil {
		return nil, err
	}
	var moved []bearer
	for slug, kinds := range changed {
		bearers, err := s.bearers(slug)
		if err != nil {
			return nil, err
		}
		for _, b := range bearers {
			if slices.Contains(kinds, b.kind) && !slices.ContainsFunc(sets, func(r replacement) bool { return r.id == b.doc }) {
				moved = append(moved, b)
			}
		}
	}
	for i := range articles {
		if sets[i].links, err = l.links(sets[i].id, kinds[i]); err != nil {
			return nil, err
		}
	}
	return s.moves(moved)
}

// fill gives the replacements of articles the quads to store, by their links, and the statements as stored.
func (s *Store) fill(sets []replacement, articles []Article) (err error) {
	for i, a := range articles {
		if sets[i].next, sets[i].statements, err = s.encode(a.Document, a.Statements, sets[i].links); err != nil {
			return err
		}
		sortStatements(sets[i].statements)
	}
	return nil
}

// moves returns replacements of all that hangs on what the given mentions are linked to, one for each document.
func (s *Store) moves(mentions []bearer) ([]replacement, error) {
	of := map[ID][]bearer{}
	for _, b := range mentions {
		of[b.doc] = append(of[b.doc], b)
	}
	sets := make([]replacement, 0, len(of))
	for _, doc := range slices.Sorted(maps.Keys(of)) {
		r, err := s.move(doc, of[doc])
		if err != nil {
			return nil, err
		}
		sets = append(sets, r)
	}
	return sets, nil
}

// move returns the replacement of all that hangs on what some mentions of a document are linked to. All mentions of the
// document that have the name and class of one of them must be among them.
func (s *Store) move(doc ID, mentions []bearer) (replacement, error) {
	kinds := make([]kind, len(mentions))
	for i, b := range mentions {
		kinds[i] = b.kind
	}
	links, err := s.linking().links(doc, kinds)
	if err != nil {
		return replacement{}, err
	}
	d := s.decoder()
	was := &encoder{codec: s.codec, quads: map[quad.Quad]bool{}}
	will := &encoder{codec: s.codec, quads: map[quad.Quad]bool{}, links: links}
	about := map[quad.Value]bool{}
	for _, b := range mentions {
		m := s.iri(b.mention)
		v, err := d.mention(b.mention)
		if err != nil {
			return replacement{}, err
		}
		was.link(m, v, resolved{b.kind, target{v.ID, d.why[b.mention]}})
		if v.ID != will.linked(v).ID {
			said, err := s.match(nil, nil, m)
			if err != nil {
				return replacement{}, err
			}
			for _, q := range said {
				about[q.Subject] = true
			}
		}
		v = will.linked(v)
		will.link(m, v, links[[2]string{v.Name, v.Class}])
	}
	for sub := range about {
		id, _ := s.id(sub)
		quads, err := s.match(sub, nil, nil)
		if err != nil {
			return replacement{}, err
		}
		st, err := d.said(id, quads)
		if err != nil {
			return replacement{}, fmt.Errorf("%w: %v", ErrBroken, err)
		}
		was.things(sub, &st)
		relink := func(v *Value) {
			if l, ok := links[[2]string{v.Name, v.Class}]; ok && v.ID != "" {
				v.ID = l.id
			}
		}
		for _, a := range arguments {
			relink(a.value(&st))
		}
		for i := range st.Roles {
			relink(&st.Roles[i].Value)
		}
		will.things(sub, &st)
	}
	r := replacement{id: doc, part: true, change: new(Change)}
	for q := range was.quads {
		if s.own(q) {
			r.own = append(r.own, q)
		} else {
			r.shared = append(r.shared, q)
		}
	}
	for q := range will.quads {
		r.next = append(r.next, q)
	}
	return r, nil
}

// again returns the replacements of documents by themselves, linked anew.
func (s *Store) again(docs []ID) (sets []replacement, err error) {
	l := s.linking()
	for _, id := range docs {
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
