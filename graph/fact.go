package graph

import (
	"strings"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// A Fact is an edge of the graph.
type Fact struct {
	ID       ID
	Subject  ID
	Relation ID // "p/sign", whatever the status
	Object   ID // "" where it is a literal
	Literal  string
	Status   Status
}

// factOf reads an edge; ok is false for quads that are none.
func (c codec) factOf(q quad.Quad) (f Fact, ok bool) {
	pred, _ := c.id(q.Predicate)
	status, relation, _ := strings.Cut(string(pred), "/")
	if q.Label == nil || relation == "" {
		return f, false
	}
	f.ID, _ = c.id(q.Label)
	f.Subject, ok = c.id(q.Subject)
	f.Relation, f.Status = ID("p/"+relation), Status(status)
	if f.Object, _ = c.id(q.Object); f.Object == "" {
		f.Literal = lexical(q.Object)
	}
	return f, ok
}

// bearing returns the statements that bear a fact, in order.
func (s *Store) bearing(fact ID) ([]Statement, error) {
	ids, err := s.having(schema.Fact, s.iri(fact))
	if err != nil {
		return nil, err
	}
	return s.statements(ids, func(Statement) bool { return true })
}

// statements reads those of the statements that keep takes, in order.
func (s *Store) statements(ids []ID, keep func(Statement) bool) ([]Statement, error) {
	m := many{s: s}
	var out []Statement
	for len(ids) > 0 { // a part at a time, since most may not be kept
		n := min(len(ids), 4096)
		sts, err := m.statements(ids[:n])
		if err != nil {
			return nil, err
		}
		for _, st := range sts {
			if keep(st) {
				out = append(out, st)
			}
		}
		ids = ids[n:]
	}
	sortStatements(out)
	return out, nil
}
