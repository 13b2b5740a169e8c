package graph

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// A record is a statement with its document, for the formats that know nodes and edges but no statements about them.
type record struct {
	*Statement
	doc    *Document
	status Status
}

// column is an attribute of a record; get returns "" where there is nothing to say.
type column struct {
	name, kind string // kind is GraphML's: string, double, int
	get        func(r record) string
}

// columns lists what is said of an edge beside its ends, with plain only the first two.
var columns = []column{
	{"relation", "string", func(r record) string { return r.Relation.Lemma }},
	{"status", "string", func(r record) string { return r.status.String() }},
	{"wording", "string", func(r record) string { return r.Relation.Text }},
	{"kind", "string", func(r record) string { return r.Kind.String() }},
	{"polarity", "string", func(r record) string { return r.Polarity.String() }},
	{"certainty", "string", func(r record) string { return r.Certainty.String() }},
	{"tense", "string", func(r record) string { return r.Tense.String() }},
	{"by", "string", func(r record) string { return r.By.Name }},
	{"condition", "string", func(r record) string { return r.Condition }},
	{"time", "string", func(r record) string { return r.Time.Text }},
	{"start", "string", func(r record) string { return isoDay(r.Time.Start) }},
	{"end", "string", func(r record) string { return isoDay(r.Time.End) }},
	{"place", "string", func(r record) string { return r.Place.Name }},
	{"quantity", "string", func(r record) string { return r.Quantity.Text }},
	{"roles", "string", func(r record) string {
		var out []string
		for _, x := range r.Roles {
			out = append(out, x.Name+" "+x.Value.Name)
		}
		return strings.Join(out, "; ")
	}},
	{"confidence", "double", func(r record) string { return strconv.FormatFloat(r.Confidence, 'g', -1, 64) }},
	{"document", "string", func(r record) string { return DocName(r.doc.ID) }},
	{"date", "string", func(r record) string { return isoDay(r.doc.Date) }},
	{"url", "string", func(r record) string { return r.doc.URL }},
	{"sentence", "string", func(r record) string {
		if len(r.Sources) == 0 {
			return ""
		}
		return r.Sources[0].Quote
	}},
}

func columnsFor(plain bool) []column {
	if plain {
		return columns[:2]
	}
	return columns
}

func isoDay(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.DateOnly)
}

// label is the edge's name: the status of a fact stands in it, so that no reader can forget it.
func (r record) label() string {
	if r.status == Asserted {
		return r.Relation.Lemma
	}
	return string(r.status) + " " + r.Relation.Lemma
}

// class is the first of the node's classes.
func (n *Node) class() string {
	if len(n.Classes) == 0 {
		return "Thing"
	}
	return n.Classes[0]
}

// eachNode calls f with every entity, ordered by id. The store is locked for reading already.
func (s *Store) eachNode(f func(Node) error) error {
	ids := newSorter()
	defer ids.close()
	for _, c := range schema.Classes {
		if c.Literal {
			continue
		}
		err := s.scan(nil, quad.IRI(schema.Type), quad.IRI(c.IRI), func(q quad.Quad) error {
			if id, ok := s.id(q.Subject); ok && strings.HasPrefix(string(id), "e/") {
				return ids.add([]byte(id))
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return ids.each(func(id string) error {
		n, err := s.node(ID(id))
		if errors.Is(err, ErrNotFound) {
			return nil
		} else if err != nil {
			return err
		}
		return f(n)
	})
}

// eachRecord calls f with every statement, ordered by document, place in the text and id; one document is in memory at
// a time. The store is locked for reading already.
func (s *Store) eachRecord(f func(record) error) error {
	docs, err := s.having(schema.Type, quad.IRI(schema.Article))
	if err != nil {
		return err
	}
	for _, id := range docs {
		own, err := s.owned(id)
		if err != nil {
			return err
		}
		if err := s.records(id, s.subjects(own, "s/"), f); err != nil {
			return err
		}
	}
	return nil
}

// records calls f with statements of one document, ordered by place in the text and id.
func (s *Store) records(id ID, statements []ID, f func(record) error) error {
	d := s.decoder()
	doc, err := d.document(id)
	if err != nil {
		return err
	}
	sts := make([]Statement, len(statements))
	for i, id := range statements {
		if sts[i], err = d.statement(id); err != nil {
			return err
		}
	}
	sortStatements(sts)
	for i := range sts {
		if err := f(record{&sts[i], &doc, s.policy.Status(sts[i])}); err != nil {
			return err
		}
	}
	return nil
}
