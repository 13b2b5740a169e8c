package graph

import (
	"fmt"
	"math"
	"sort"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// codec turns documents and statements into quads and back. This file and decode.go are the only places that know the
// encoding:
//
//	s/<hash>   the statement: rdf:subject, rdf:predicate, rdf:object and the qualifiers that are not default
//	m/<hash>   a wording that a document uses for a thing: kg:refersTo e/…, kg:at its places
//	d/<doc>    the document; d/<doc>#char=a,b a passage of it
//	n/<slug>   a name, with the keys by which it is linked; mentions are kg:of it
//	x/<hash>   a decision about which things are one
//	e/<slug>   the entity: its classes and names, as its mentions give them
//	e p e      the edge of a fact under p/, not/ or maybe/, labelled f/<hash>: once, however many statements bear it
//
// A statement belongs to one document; its id is a hash of the document and of what is said, not of the entities that
// its names are linked to. A statement without subject or object has a fact (kg:fact) but no edge. Quads about d/, s/
// and m/ are the document's own; edges and quads about e/ and n/ are shared, and stand as long as one document bears them.
type codec struct {
	base    string
	policy  Policy
	lexicon *schema.Lexicon

	vocabulary string // text of the lexicon, "" for the program's
}

func (c codec) iri(id ID) quad.IRI { return quad.IRI(c.base + string(id)) }

// id undoes iri; ok is false for what is not an IRI under the base.
func (c codec) id(v quad.Value) (id ID, ok bool) {
	iri, ok := v.(quad.IRI)
	if !ok || !strings.HasPrefix(string(iri), c.base) {
		return "", false
	}
	return ID(iri[len(c.base):]), true
}

// own reports whether a quad belongs to one document.
func (c codec) own(q quad.Quad) bool {
	id, ok := c.id(q.Subject)
	return ok && q.Label == nil && len(id) > 2 && id[1] == '/' && strings.IndexByte("dsm", id[0]) >= 0
}

// settings returns the quads that every store of this base and policy holds.
func (c codec) settings() []quad.Quad {
	g, a := c.iri("graph"), c.iri("a/ingest")
	out := []quad.Quad{
		{Subject: g, Predicate: quad.IRI(schema.Type), Object: quad.IRI(schema.Graph)},
		{Subject: g, Predicate: quad.IRI(schema.Format), Object: quad.String(strconv.Itoa(format))},
		{Subject: g, Predicate: quad.IRI(schema.Assert), Object: quad.String(c.policy.String())},
		{Subject: a, Predicate: quad.IRI(schema.Type), Object: quad.IRI(schema.Activity)},
	}
	if c.vocabulary != "" {
		out = append(out, quad.Quad{Subject: g, Predicate: quad.IRI(schema.Own), Object: quad.String(c.vocabulary)})
	}
	return out
}

// field is a qualifier that is one literal; get returns "" for the default.
type field struct {
	term, datatype string
	get            func(*Statement) string
	set            func(*Statement, string) error
}

func text(term string, p func(*Statement) *string) field {
	return field{term, "", func(st *Statement) string { return *p(st) }, func(st *Statement, s string) error { *p(st) = s; return nil }}
}

func enum[T ~int](term string, names []string, p func(*Statement) *T) field {
	return field{term, "", func(st *Statement) string {
		if *p(st) == 0 {
			return ""
		}
		return names[*p(st)]
	}, func(st *Statement, s string) error {
		i := index(names, s)
		if i < 0 {
			return fmt.Errorf("%q: not one of %s", s, strings.Join(names, ", "))
		}
		*p(st) = T(i)
		return nil
	}}
}

// number is a field whose default is zero; where says whether a zero counts.
func number(term string, where func(*Statement) bool, p func(*Statement) *float64) field {
	return field{term, schema.Double, func(st *Statement) string {
		if !where(st) {
			return ""
		}
		return strconv.FormatFloat(*p(st), 'g', -1, 64)
	}, func(st *Statement, s string) (err error) {
		*p(st), err = strconv.ParseFloat(s, 64)
		return err
	}}
}

func moment(term string, p func(*Statement) *time.Time) field {
	return field{term, schema.DateTime, func(st *Statement) string {
		if p(st).IsZero() {
			return ""
		}
		return p(st).UTC().Format(time.RFC3339Nano)
	}, func(st *Statement, s string) (err error) {
		*p(st), err = time.Parse(time.RFC3339Nano, s)
		*p(st) = p(st).UTC()
		return err
	}}
}

// fields lists the literal qualifiers. The order matters to the hashes of statements, in which the confidence, the last,
// has no part.
var fields = []field{
	enum(schema.Kind, kindNames, func(st *Statement) *Kind { return &st.Kind }),
	enum(schema.Polarity, polarityNames, func(st *Statement) *Polarity { return &st.Polarity }),
	enum(schema.Certainty, certaintyNames, func(st *Statement) *Certainty { return &st.Certainty }),
	enum(schema.Tense, tenseNames, func(st *Statement) *Tense { return &st.Tense }),
	{schema.Lemma, "", func(st *Statement) string {
		if st.Relation.Lemma == lemmaOf(st.Relation.ID) {
			return ""
		}
		return st.Relation.Lemma
	}, func(st *Statement, s string) error { st.Relation.Lemma = s; return nil }},
	text(schema.Wording, func(st *Statement) *string { return &st.Relation.Text }),
	text(schema.Cue, func(st *Statement) *string { return &st.Cue }),
	text(schema.Condition, func(st *Statement) *string { return &st.Condition }),
	text(schema.Time, func(st *Statement) *string { return &st.Time.Text }),
	text(schema.TimeValue, func(st *Statement) *string { return &st.Time.Value }),
	moment(schema.TimeStart, func(st *Statement) *time.Time { return &st.Time.Start }),
	moment(schema.TimeEnd, func(st *Statement) *time.Time { return &st.Time.End }),
	text(schema.Quantity, func(st *Statement) *string { return &st.Quantity.Text }),
	number(schema.Amount, func(st *Statement) bool { return st.Quantity.Valid }, func(st *Statement) *float64 { return &st.Quantity.Value }),
	number(schema.AmountMax, func(st *Statement) bool { return st.Quantity.Max != st.Quantity.Value }, func(st *Statement) *float64 { return &st.Quantity.Max }),
	text(schema.Bound, func(st *Statement) *string { return &st.Quantity.Bound }),
	text(schema.Unit, func(st *Statement) *string { return &st.Quantity.Unit }),
	number(schema.AmountSI, func(st *Statement) bool { return st.Quantity.SI != 0 }, func(st *Statement) *float64 { return &st.Quantity.SI }),
	text(schema.UnitSI, func(st *Statement) *string { return &st.Quantity.SIUnit }),
	{schema.Ordinal, "", func(st *Statement) string {
		if st.Quantity.Ordinal {
			return "true"
		}
		return ""
	}, func(st *Statement, s string) error { st.Quantity.Ordinal = s == "true"; return nil }},
	number(schema.Confidence, func(st *Statement) bool { return st.Confidence != 0 }, func(st *Statement) *float64 { return &st.Confidence }),
}

// lemmaOf is the lemma that a relation's id stands for by itself.
func lemmaOf(id ID) string { return strings.ReplaceAll(strings.TrimPrefix(string(id), "p/"), "-", " ") }

// argument is a qualifier that is a Value: ref leads to the entity or literal, as to the mention.
type argument struct {
	ref, as string
	value   func(*Statement) *Value
}

var arguments = []argument{
	{schema.Subject, schema.SubjectAs, func(st *Statement) *Value { return &st.Subject }},
	{schema.Object, schema.ObjectAs, func(st *Statement) *Value { return &st.Object }},
	{schema.By, schema.ByAs, func(st *Statement) *Value { return &st.By }},
	{schema.Location, schema.LocationAs, func(st *Statement) *Value { return &st.Place }},
}

// unnamed is the Value of a party that the text does not name.
var unnamed = Value{Name: "unnamed", Text: "unnamed", Class: "unnamed"}

// normal checks a statement and gives its one form: ids linked, roles and sources sorted, defaults filled in.
func (c *encoder) normal(doc *Document, st Statement) (Statement, error) {
	for _, a := range arguments {
		*a.value(&st) = c.linked(*a.value(&st))
	}
	roles := make([]Role, 0, len(st.Roles))
	for _, r := range st.Roles {
		r.Value = c.linked(r.Value)
		if r.Name == "" || r.Value.None() {
			return st, fmt.Errorf("a role without a name or a value")
		}
		roles = append(roles, r)
	}
	sort.Slice(roles, func(i, j int) bool { return roleKey(roles[i]) < roleKey(roles[j]) })
	st.Roles = nil
	for i, r := range roles {
		if i == 0 || roleKey(r) != roleKey(roles[i-1]) {
			st.Roles = append(st.Roles, r)
		}
	}
	if st.Relation.ID == "" && st.Relation.Lemma == "" {
		return st, fmt.Errorf("a statement without a relation")
	}
	if st.Relation.ID == "" {
		st.Relation.ID = c.relation(&st)
	}
	if !strings.HasPrefix(string(st.Relation.ID), "p/") || schema.Escape(string(st.Relation.ID)) != string(st.Relation.ID) {
		return st, fmt.Errorf("relation %q: its id must be p/ and a slug", st.Relation.ID)
	}
	if st.Relation.Lemma == "" {
		st.Relation.Lemma = lemmaOf(st.Relation.ID)
	}
	if st.Polarity < 0 || st.Polarity > Negative || st.Certainty < 0 || st.Certainty > Unknown || st.Tense < 0 || st.Tense > Future || st.Kind < 0 || st.Kind > Speech {
		return st, fmt.Errorf("a qualifier out of its range")
	}
	if !st.Quantity.Valid {
		st.Quantity.Value, st.Quantity.Max = 0, 0
	} else if st.Quantity.Max == 0 {
		st.Quantity.Max = st.Quantity.Value
	}
	for _, f := range []float64{st.Confidence, st.Quantity.Value, st.Quantity.Max, st.Quantity.SI} {
		if math.IsNaN(f) || math.IsInf(f, 0) {
			return st, fmt.Errorf("a number that is not finite")
		}
	}
	st.Confidence = math.Round(st.Confidence*1e4) / 1e4 // what processors agree on
	st.Time.Start, st.Time.End = dated(st.Time.Start), dated(st.Time.End)
	if len(st.Sources) == 0 {
		return st, fmt.Errorf("a statement without a source")
	}
	sources := append([]Source(nil), st.Sources...)
	for i := range sources {
		s := &sources[i]
		s.Doc = doc.ID
		if s.Start < 0 || s.End <= s.Start || s.End > len(doc.Text) || !utf8.RuneStart(doc.Text[s.Start]) || s.End < len(doc.Text) && !utf8.RuneStart(doc.Text[s.End]) {
			return st, fmt.Errorf("source %d-%d: no passage of the text (%d bytes)", s.Start, s.End, len(doc.Text))
		}
		if s.Quote == "" {
			s.Quote = doc.Text[s.Start:s.End]
		}
	}
	st.Sources = mergeSources(sources)
	st.ID = ""
	return st, nil
}

// Use is the statement's predicate as a lexicon takes it.
func (st *Statement) Use() schema.Use {
	use := schema.Use{Phrase: st.Relation.Lemma, Subject: st.Subject.Class, Object: st.Object.Class, Name: st.Object.Name, SubjectName: st.Subject.Name}
	if st.Object.None() {
		use.Object = schema.None
	}
	return use
}

// relation returns the id of the relation that the lexicon has for a statement, or of its lemma.
func (c codec) relation(st *Statement) ID {
	if r := c.lexicon.Canonical(st.Use()); r != nil {
		return ID("p/" + r.Slug())
	}
	return RelationID(st.Relation.Lemma)
}

// dated drops what xsd:dateTime cannot hold; the time's EDTF value still says it.
func dated(t time.Time) time.Time {
	if t = t.UTC(); t.Year() < 1 || t.Year() > 9999 {
		return time.Time{}
	}
	return t
}

func linked(v Value) Value {
	switch {
	case v.Name == "" && v.Text == "":
		return Value{}
	case v.Class == unnamed.Class:
		return unnamed
	case v.Name == "":
		v.Name = v.Text
	case v.Text == "":
		v.Text = v.Name
	}
	v.ID = ""
	if !schema.ClassOf(v.Class).Literal {
		v.ID = Link(v.Name, v.Class)
	}
	return v
}

func roleKey(r Role) string {
	return r.Name + "\x00" + r.Value.Name + "\x00" + r.Value.Class + "\x00" + r.Value.Text
}

// mergeSources sorts sources and drops repetitions.
func mergeSources(in []Source) []Source {
	sort.SliceStable(in, func(i, j int) bool {
		a, b := in[i], in[j]
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		if a.End != b.End {
			return a.End < b.End
		}
		return a.Extractor < b.Extractor
	})
	out := in[:0]
	for i, s := range in {
		if i == 0 || s.Start != in[i-1].Start || s.End != in[i-1].End || s.Extractor != in[i-1].Extractor {
			out = append(out, s)
		}
	}
	return out
}
