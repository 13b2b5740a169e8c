package graph

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// encoder collects the quads of one document, each once.
type encoder struct {
	codec
	doc   *Document
	pos   positions
	quads map[quad.Quad]bool
	links map[[2]string]resolved
}

// encode returns all quads of a document and its statements, sorted, and the statements in their normal form with ids.
// Statements that say the same are one with the sources of all.
func (c codec) encode(doc Document, sts []Statement, links map[[2]string]resolved) ([]quad.Quad, []Statement, error) {
	if !strings.HasPrefix(string(doc.ID), "d/") || len(doc.ID) < 3 || schema.Escape(schema.Unescape(string(doc.ID))) != string(doc.ID) {
		return nil, nil, fmt.Errorf("%q: not the id of a document (see DocID)", doc.ID)
	}
	e := &encoder{codec: c, doc: &doc, pos: newPositions(doc.Text), quads: map[quad.Quad]bool{}, links: links}
	e.document()
	for _, ent := range doc.Entities {
		if err := e.entity(ent); err != nil {
			return nil, nil, fmt.Errorf("%s: %s: %w", doc.ID, ent.Name, err)
		}
	}
	byID := map[ID]*Statement{}
	var ids []string
	for i := range sts {
		st, err := e.normal(&doc, sts[i])
		if err != nil {
			return nil, nil, fmt.Errorf("%s: statement %d (%s): %w", doc.ID, i, sts[i].Relation.Lemma, err)
		}
		st.ID = e.hash(&st)
		if was := byID[st.ID]; was != nil {
			was.Sources = mergeSources(append(was.Sources, st.Sources...))
			was.Confidence = max(was.Confidence, st.Confidence)
			continue
		}
		byID[st.ID] = &st
		ids = append(ids, string(st.ID))
	}
	sort.Strings(ids)
	out := make([]Statement, 0, len(ids))
	for _, id := range ids {
		e.statement(byID[ID(id)])
		out = append(out, *byID[ID(id)])
	}
	quads := make([]quad.Quad, 0, len(e.quads))
	for q := range e.quads {
		if bad := invalid(q); bad != "" {
			return nil, nil, fmt.Errorf("%s: %q is not valid UTF-8", doc.ID, bad)
		}
		quads = append(quads, q)
	}
	sortQuads(quads)
	return quads, out, nil
}

func invalid(q quad.Quad) string {
	for _, d := range quad.Directions {
		if s := q.GetString(d); !utf8.ValidString(s) {
			return s
		}
	}
	return ""
}

func (e *encoder) add(s quad.Value, term string, o quad.Value) {
	e.quads[quad.Quad{Subject: s, Predicate: quad.IRI(term), Object: o}] = true
}

func (e *encoder) literal(s quad.Value, term, value, datatype string) {
	if value == "" {
		return
	}
	if datatype == "" {
		e.add(s, term, quad.String(value))
	} else {
		e.add(s, term, quad.TypedString{Value: quad.String(value), Type: quad.IRI(datatype)})
	}
}

func (e *encoder) document() {
	d := e.iri(e.doc.ID)
	e.add(d, schema.Type, quad.IRI(schema.Article))
	e.literal(d, schema.Headline, e.doc.Title, "")
	e.literal(d, schema.Publisher, e.doc.Publisher, "")
	e.literal(d, schema.URL, e.doc.URL, "")
	e.literal(d, schema.ArticleBody, e.doc.Text, "")
	if t := e.doc.Date.UTC(); !t.IsZero() {
		if t.Equal(t.Truncate(24 * time.Hour)) {
			e.literal(d, schema.DatePublished, t.Format(time.DateOnly), schema.Date)
		} else {
			e.literal(d, schema.DatePublished, t.Format(time.RFC3339Nano), schema.DateTime)
		}
	}
}

func (e *encoder) entity(ent Entity) error {
	v := e.linked(Value{Name: ent.Name, Text: ent.Name, Class: ent.Class})
	if v.None() {
		return fmt.Errorf("an entity without a name")
	}
	if v.ID == "" {
		return nil // dates and amounts are no things
	}
	if len(ent.Aliases)+len(ent.Spans) == 0 {
		e.mention(v)
	}
	for _, a := range ent.Aliases {
		if v.Text = a; a != "" {
			e.mention(v)
		}
	}
	for _, s := range ent.Spans {
		if s[0] < 0 || s[1] <= s[0] || s[1] > len(e.doc.Text) {
			return fmt.Errorf("mention %d-%d: no passage of the text (%d bytes)", s[0], s[1], len(e.doc.Text))
		}
		v.Text = e.doc.Text[s[0]:s[1]]
		e.add(e.mention(v), schema.At, e.passage(s[0], s[1]))
	}
	return nil
}

func (e *encoder) passage(start, end int) quad.IRI {
	return e.iri(e.doc.ID) + quad.IRI(fmt.Sprintf("#char=%d,%d", e.pos.points(start), e.pos.points(end)))
}

func (e *encoder) mentionID(v Value) ID {
	return ID("m/" + schema.Hash(string(e.doc.ID), v.Name, v.Class, v.Text))
}

// mention adds the mention of a linked value, and what it says of the entity.
func (e *encoder) mention(v Value) quad.IRI {
	m := e.iri(e.mentionID(v))
	e.add(m, schema.Type, quad.IRI(schema.Mention))
	e.add(m, schema.IsPartOf, e.iri(e.doc.ID))
	e.literal(m, schema.Name, v.Name, "")
	e.literal(m, schema.Class, v.Class, "")
	if v.Text != v.Name {
		e.literal(m, schema.Exact, v.Text, "")
	}
	if v.ID != "" {
		l := e.links[[2]string{v.Name, v.Class}]
		e.traits(m, l.kind)
		e.link(m, v, l)
	}
	return m
}

// entityQuads returns what one mention says of its entity: class and names.
func (c codec) entityQuads(v Value, t Traits) []quad.Quad {
	id := c.iri(v.ID)
	out := []quad.Quad{{Subject: id, Predicate: quad.IRI(schema.Type), Object: quad.IRI(classOf(v).IRI)}}
	for _, f := range c.lexicon.Finer(classOf(v).Name, v.Name) {
		out = append(out, quad.Quad{Subject: id, Predicate: quad.IRI(schema.Type), Object: quad.IRI(f.IRI)})
	}
	name := v.Name
	if t.Known != "" && v.ID == Link(t.Known, t.KnownClass) {
		name = t.Known
		for _, same := range strings.Fields(t.SameAs) {
			out = append(out, quad.Quad{Subject: id, Predicate: quad.IRI(schema.SameAs), Object: quad.IRI(same)})
		}
	}
	if proper := ID("e/" + schema.Slug(name)); v.ID == proper || strings.HasPrefix(string(v.ID), string(proper)+".") {
		out = append(out, quad.Quad{Subject: id, Predicate: quad.IRI(schema.Name), Object: quad.String(name)})
	} else {
		out = append(out, quad.Quad{Subject: id, Predicate: quad.IRI(schema.AlternateName), Object: quad.String(name)})
	}
	if v.Name != name {
		out = append(out, quad.Quad{Subject: id, Predicate: quad.IRI(schema.AlternateName), Object: quad.String(v.Name)})
	}
	if alias := withoutArticle(v.Text); alias != v.Name && alias != name && nameLike(alias) {
		out = append(out, quad.Quad{Subject: id, Predicate: quad.IRI(schema.AlternateName), Object: quad.String(alias)})
	}
	return out
}

// hash is the statement's id: what is said, in which document.
func (e *encoder) hash(st *Statement) ID {
	parts := []string{string(e.doc.ID), string(st.Relation.ID)}
	for _, f := range fields[:len(fields)-1] {
		parts = append(parts, f.get(st))
	}
	for _, a := range arguments {
		parts = append(parts, e.argumentKey(*a.value(st)))
	}
	for _, r := range st.Roles {
		parts = append(parts, r.Name, e.argumentKey(r.Value))
	}
	return ID("s/" + schema.Hash(parts...))
}

func (e *encoder) argumentKey(v Value) string {
	if v.None() || v == unnamed {
		return v.Name
	}
	return string(e.mentionID(v))
}

// object is the node or literal that a value is in the graph.
func (c codec) object(v Value) quad.Value {
	switch {
	case v == unnamed:
		return quad.IRI(schema.Unnamed)
	case v.ID != "":
		return c.iri(v.ID)
	}
	return quad.String(v.Name)
}

func (e *encoder) statement(st *Statement) {
	s := e.iri(st.ID)
	e.add(s, schema.Type, quad.IRI(schema.Statement))
	e.add(s, schema.Predicate, e.iri(st.Relation.ID))
	e.add(s, schema.WasGeneratedBy, e.iri("a/ingest"))
	for _, f := range fields {
		e.literal(s, f.term, f.get(st), f.datatype)
	}
	for _, a := range arguments {
		e.argument(s, a.as, *a.value(st))
	}
	for _, r := range st.Roles {
		e.argument(s, e.base+"as/"+roleSlug(r.Name), r.Value)
	}
	e.evidence(s, st.Sources)
	e.literal(s, schema.Held, e.policy.Status(*st).String(), "")
	e.literal(s, schema.Apart, e.apart(st), "")
	e.things(s, st)
}

// things adds what of a statement hangs on what its names are linked to: the things that it is about, its fact and edge.
func (e *encoder) things(s quad.Value, st *Statement) {
	ref := func(term string, v Value) {
		if !v.None() {
			e.add(s, term, e.object(v))
		}
	}
	for _, a := range arguments {
		ref(a.ref, *a.value(st))
	}
	for _, r := range st.Roles {
		ref(e.base+"r/"+roleSlug(r.Name), r.Value)
	}
	e.add(s, schema.Fact, e.iri(e.fact(st)))
	if edge, ok := e.edge(st); ok {
		e.quads[edge] = true
	}
}

var roleEscaper = strings.NewReplacer("%", "%25", "-", "%2D", " ", "-")

// roleSlug makes a role's name the tail of an IRI: "ahead of" is "ahead-of".
func roleSlug(name string) string { return schema.Escape(roleEscaper.Replace(name)) }

func (e *encoder) argument(s quad.Value, as string, v Value) {
	if !v.None() && v != unnamed {
		e.add(s, as, e.mention(v))
	}
}

// evidence links the statement to its passages. One extractor for all is named plainly, several with their passages.
func (e *encoder) evidence(s quad.Value, sources []Source) {
	same := true
	for _, src := range sources {
		same = same && src.Extractor == sources[0].Extractor
	}
	for _, src := range sources {
		p := e.passage(src.Start, src.End)
		start, end := strconv.Itoa(e.pos.points(src.Start)), strconv.Itoa(e.pos.points(src.End))
		e.add(s, schema.WasDerivedFrom, p)
		e.add(p, schema.HasSource, e.iri(e.doc.ID))
		e.literal(p, schema.Start, start, schema.Integer)
		e.literal(p, schema.End, end, schema.Integer)
		e.add(p, schema.Exact, quad.String(src.Quote))
		if same {
			e.literal(s, schema.Extractor, src.Extractor, "")
		} else {
			e.literal(s, schema.Extractor, src.Extractor+"@"+start+","+end, "")
		}
	}
}

// Fact returns the id of what a stored statement asserts, denies or doubts: one for all statements that agree in it.
func (s *Store) Fact(st *Statement) ID { return s.fact(st) }

// fact is the id of what a statement asserts, denies or doubts: one for all statements that agree in it.
func (c codec) fact(st *Statement) ID {
	return ID("f/" + schema.Hash(string(c.policy.Status(*st)), string(st.Relation.ID), factKey(st.Subject), factKey(st.Object)))
}

func factKey(v Value) string {
	if v.ID != "" {
		return "<" + string(v.ID)
	}
	return "\"" + v.Name
}

// Apart returns why the store's own vocabulary keeps a stored statement from the facts: "relation", "class", "domain" or
// "range"; "" where it does not.
func (s *Store) Apart(st *Statement) string { return s.apart(st) }

// apart returns why the store's own vocabulary keeps a statement from the facts, "" where it does not.
func (c codec) apart(st *Statement) string {
	return c.lexicon.Apart(strings.TrimPrefix(string(st.Relation.ID), "p/"), st.Use())
}

// edge returns the fact's edge; ok is false where the subject is no entity, the object is missing, or the statement is
// kept apart.
func (c codec) edge(st *Statement) (q quad.Quad, ok bool) {
	if st.Subject.ID == "" || st.Object.None() || st.Object == unnamed || c.apart(st) != "" {
		return q, false
	}
	p := ID(string(c.policy.Status(*st)) + strings.TrimPrefix(string(st.Relation.ID), "p"))
	return quad.Quad{Subject: c.iri(st.Subject.ID), Predicate: c.iri(p), Object: c.object(st.Object), Label: c.iri(c.fact(st))}, true
}
