package graph

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// decoder reads quads back. about returns the quads with that subject and no label.
type decoder struct {
	codec
	about    func(ID) ([]quad.Quad, error)
	several  func([]ID, map[ID][]quad.Quad) error // likewise of many, nil where that is no quicker
	ahead    map[ID][]quad.Quad                   // what several has read
	texts    map[ID]positions
	read     map[ID]Document
	mentions map[ID]Value
	traits   map[ID]Traits // of the mentions
	why      map[ID]string // likewise, as target has it
	docs     map[ID]ID
}

func newDecoder(c codec, about func(ID) ([]quad.Quad, error)) *decoder {
	return &decoder{codec: c, about: about, texts: map[ID]positions{}, read: map[ID]Document{}, mentions: map[ID]Value{}, traits: map[ID]Traits{}, why: map[ID]string{}, docs: map[ID]ID{}}
}

// document reads a document without its entities.
func (d *decoder) document(id ID) (Document, error) {
	if doc, ok := d.read[id]; ok {
		return doc, nil
	}
	doc := Document{ID: id}
	quads, err := d.about(id)
	if err != nil {
		return doc, err
	}
	found := false
	for _, q := range quads {
		switch term(q.Predicate) {
		case schema.Type:
			found = true
		case schema.Headline:
			doc.Title = lexical(q.Object)
		case schema.Publisher:
			doc.Publisher = lexical(q.Object)
		case schema.URL:
			doc.URL = lexical(q.Object)
		case schema.ArticleBody:
			doc.Text = lexical(q.Object)
		case schema.DatePublished:
			layout := time.RFC3339Nano
			if s := lexical(q.Object); len(s) == len(time.DateOnly) {
				layout = time.DateOnly
			}
			t, err := time.Parse(layout, lexical(q.Object))
			if err != nil {
				return doc, fmt.Errorf("%s: bad date %q", id, lexical(q.Object))
			}
			doc.Date = t.UTC()
		}
	}
	if !found {
		return doc, fmt.Errorf("%s: %w", id, ErrNotFound)
	}
	d.read[id] = doc
	return doc, nil
}

// mention reads a mention as the value that it gives to a statement.
func (d *decoder) mention(id ID) (Value, error) {
	if v, ok := d.mentions[id]; ok {
		return v, nil
	}
	quads, err := d.about(id)
	if err != nil {
		return Value{}, err
	}
	var v Value
	var t Traits
	var why []string
	for _, q := range quads {
		switch term(q.Predicate) {
		case schema.IsPartOf:
			d.docs[id], _ = d.id(q.Object)
		case schema.Sure:
			t.Sure = true
		case schema.Gender:
			t.Gender = lexical(q.Object)
		case schema.Namesake:
			t.Namesake = lexical(q.Object)
		case schema.Known:
			t.KnownClass, t.Known, _ = strings.Cut(lexical(q.Object), " ")
		case schema.SameAs:
			t.SameAs = strings.TrimPrefix(t.SameAs+" "+lexical(q.Object), " ")
		case schema.Name:
			v.Name = lexical(q.Object)
		case schema.Class:
			v.Class = lexical(q.Object)
		case schema.Exact:
			v.Text = lexical(q.Object)
		case schema.RefersTo:
			v.ID, _ = d.id(q.Object)
		case schema.Evidence:
			why = append(why, lexical(q.Object))
		}
	}
	if v.Name == "" {
		return v, fmt.Errorf("%s: a mention without a name", id)
	}
	if v.Text == "" {
		v.Text = v.Name
	}
	same := strings.Fields(t.SameAs)
	sort.Strings(same)
	t.SameAs = strings.Join(same, " ")
	d.mentions[id], d.traits[id], d.why[id] = v, t, strings.Join(why, ";")
	return v, nil
}

// entities gathers mentions into the entities of their document, in the order of name and class.
func (d *decoder) entities(mentions []ID) ([]Entity, error) {
	found := map[[2]string]*Entity{}
	for _, id := range mentions {
		v, err := d.mention(id)
		if err != nil {
			return nil, err
		}
		if v.ID == "" {
			continue
		}
		key := [2]string{v.Name, v.Class}
		ent := found[key]
		if ent == nil {
			ent = &Entity{Name: v.Name, Class: v.Class, Traits: d.traits[id]}
			found[key] = ent
		}
		ent.Aliases = append(ent.Aliases, v.Text)
		quads, err := d.about(id)
		if err != nil {
			return nil, err
		}
		for _, q := range quads {
			if term(q.Predicate) == schema.At {
				_, start, end, err := d.passage(q.Object)
				if err != nil {
					return nil, err
				}
				ent.Spans = append(ent.Spans, [2]int{start, end})
			}
		}
	}
	out := make([]Entity, 0, len(found))
	for _, ent := range found {
		sort.Strings(ent.Aliases)
		sort.Slice(ent.Spans, func(i, j int) bool { return ent.Spans[i][0] < ent.Spans[j][0] })
		out = append(out, *ent)
	}
	sort.Slice(out, func(i, j int) bool {
		return out[i].Name+"\x00"+out[i].Class < out[j].Name+"\x00"+out[j].Class
	})
	return out, nil
}

// passage reads "d/doc#char=a,b"; start and end are bytes.
func (d *decoder) passage(v quad.Value) (doc ID, start, end int, err error) {
	id, ok := d.id(v)
	name, frag, ok2 := strings.Cut(string(id), "#char=")
	a, b, ok3 := strings.Cut(frag, ",")
	from, err1 := strconv.Atoi(a)
	to, err2 := strconv.Atoi(b)
	if !ok || !ok2 || !ok3 || err1 != nil || err2 != nil {
		return "", 0, 0, fmt.Errorf("%s: not a passage", lexical(v))
	}
	doc = ID(name)
	pos, ok := d.texts[doc]
	if !ok {
		whole, err := d.document(doc)
		if err != nil {
			return "", 0, 0, err
		}
		pos = newPositions(whole.Text)
		d.texts[doc] = pos
	}
	return doc, pos.bytes(from), pos.bytes(to), nil
}

// statement reads the statement of that id.
func (d *decoder) statement(id ID) (Statement, error) {
	quads, err := d.about(id)
	if err != nil {
		return Statement{}, err
	}
	st, err := d.said(id, quads)
	if err != nil {
		return st, err
	}
	var extractors []string
	for _, q := range quads {
		switch term(q.Predicate) {
		case schema.Extractor:
			extractors = append(extractors, lexical(q.Object))
		case schema.WasDerivedFrom:
			src, err := d.source(q.Object)
			if err != nil {
				return st, fmt.Errorf("%s: %w", id, err)
			}
			st.Sources = append(st.Sources, src)
		}
	}
	if err := d.sources(&st, extractors); err != nil {
		return st, fmt.Errorf("%s: %w", id, err)
	}
	return st, nil
}

// said reads a statement without its sources from the quads about it.
func (d *decoder) said(id ID, quads []quad.Quad) (Statement, error) {
	st := Statement{ID: id}
	for _, q := range quads {
		if err := d.qualifier(&st, q); err != nil {
			return st, fmt.Errorf("%s: %w", id, err)
		}
	}
	if st.Relation.ID == "" {
		return st, fmt.Errorf("%s: %w", id, ErrNotFound)
	}
	if st.Relation.Lemma == "" {
		st.Relation.Lemma = lemmaOf(st.Relation.ID)
	}
	if st.Quantity.Max == 0 {
		st.Quantity.Max = st.Quantity.Value
	}
	sort.Slice(st.Roles, func(i, j int) bool { return roleKey(st.Roles[i]) < roleKey(st.Roles[j]) })
	return st, nil
}

// source reads a passage that a statement was drawn from; the extractor is not known there.
func (d *decoder) source(v quad.Value) (Source, error) {
	doc, start, end, err := d.passage(v)
	if err != nil {
		return Source{}, err
	}
	src := Source{Doc: doc, Start: start, End: end}
	if text := d.texts[doc].text; start < end && end < len(text) { // what the passage repeats
		src.Quote = text[start:end]
		return src, nil
	}
	id, _ := d.id(v)
	quads, err := d.about(id)
	for _, q := range quads {
		if term(q.Predicate) == schema.Exact {
			src.Quote = lexical(q.Object)
		}
	}
	return src, err
}

func (d *decoder) qualifier(st *Statement, q quad.Quad) error {
	p := term(q.Predicate)
	if p == schema.Predicate {
		st.Relation.ID, _ = d.id(q.Object)
		return nil
	}
	for _, a := range arguments {
		if p == a.as || (p == a.ref && q.Object == quad.IRI(schema.Unnamed)) {
			return d.value(a.value(st), q.Object)
		}
	}
	role, ok := strings.CutPrefix(p, d.base+"as/")
	if !ok && q.Object == quad.IRI(schema.Unnamed) {
		role, ok = strings.CutPrefix(p, d.base+"r/")
	}
	if ok {
		r := Role{Name: roleName(role)}
		if err := d.value(&r.Value, q.Object); err != nil {
			return err
		}
		st.Roles = append(st.Roles, r)
		return nil
	}
	for _, f := range fields {
		if p == f.term {
			st.Quantity.Valid = st.Quantity.Valid || p == schema.Amount
			return f.set(st, lexical(q.Object))
		}
	}
	return nil
}

// roleName undoes roleSlug.
func roleName(slug string) string {
	return schema.Unescape(strings.ReplaceAll(schema.Unescape(slug), "-", " "))
}

func (d *decoder) value(to *Value, o quad.Value) (err error) {
	if o == quad.IRI(schema.Unnamed) {
		*to = unnamed
		return nil
	}
	id, _ := d.id(o)
	*to, err = d.mention(id)
	return err
}

// sources names the extractor of each passage and sorts the passages.
func (d *decoder) sources(st *Statement, extractors []string) error {
	var out []Source
	for _, src := range st.Sources {
		n := len(out)
		for _, x := range extractors {
			name, at, several := strings.Cut(x, "@")
			if several {
				pos := d.texts[src.Doc]
				if at != fmt.Sprintf("%d,%d", pos.points(src.Start), pos.points(src.End)) {
					continue
				}
			}
			src.Extractor = name
			out = append(out, src)
		}
		if len(out) == n {
			src.Extractor = ""
			out = append(out, src)
		}
	}
	st.Sources = mergeSources(out)
	return nil
}

// term returns an IRI's text, "" for what is none.
func term(v quad.Value) string {
	iri, _ := v.(quad.IRI)
	return string(iri)
}

// lexical returns the text of an IRI or a literal without datatype or language.
func lexical(v quad.Value) string {
	switch v := v.(type) {
	case quad.String:
		return string(v)
	case quad.TypedString:
		return string(v.Value)
	case quad.LangString:
		return string(v.Value)
	case quad.IRI:
		return string(v)
	case quad.BNode:
		return "_:" + string(v)
	}
	return ""
}
