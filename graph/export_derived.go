package graph

import (
	"regexp"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// derive adds to a selection what follows from the edges that it holds.
func (s *selection) derive() error {
	found, err := s.infer("")
	if err != nil || s.part == nil {
		s.derived = found
		return err
	}
	follows := map[ID]bool{}
	holds := func(d Derived) bool {
		for _, p := range d.Premises {
			if !s.part.nodes[p] && !follows[p] {
				return false
			}
		}
		return true
	}
	for more := true; more; { // premises may follow themselves
		more = false
		for _, d := range found {
			if !follows[d.ID] && holds(d) {
				follows[d.ID], more = true, true
			}
		}
	}
	for _, d := range found {
		if follows[d.ID] {
			s.derived = append(s.derived, d)
		}
	}
	return nil
}

// derivedQuads writes a derived edge: its predicate's namespace tells that nobody said it, as those of denied and
// doubted edges tell what they are; its label has the rule and the premises.
func (c codec) derivedQuads(d Derived) []quad.Quad {
	id := c.iri(d.ID)
	out := []quad.Quad{
		{Subject: c.iri(d.Subject), Predicate: c.iri(ID(string(following) + strings.TrimPrefix(string(d.Relation), "p"))), Object: c.iri(d.Object), Label: id},
		{Subject: id, Predicate: quad.IRI(schema.Type), Object: quad.IRI(schema.Derived)},
		{Subject: id, Predicate: quad.IRI(schema.Because), Object: quad.String(d.Rule)},
	}
	for _, p := range d.Premises {
		out = append(out, quad.Quad{Subject: id, Predicate: quad.IRI(schema.WasDerivedFrom), Object: c.iri(p)})
	}
	return out
}

var derivedID = regexp.MustCompile(`[/#:]i/[0-9a-f]+$`)

// isDerived reports whether a quad of an export is one of derivedQuads: such are not read back, they follow again.
func isDerived(q quad.Quad) bool {
	if q.Label != nil {
		return derivedID.MatchString(term(q.Label))
	}
	switch term(q.Predicate) {
	case schema.Because, schema.WasDerivedFrom:
	case schema.Type:
		if q.Object != quad.IRI(schema.Derived) {
			return false
		}
	default:
		return false
	}
	return derivedID.MatchString(term(q.Subject))
}
