package graph

import (
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// A Conflict is what cannot hold at one time, as far as the times are known. One side each is what bears one of the
// facts; the first holds the statements that assert it, where the second denies it.
type Conflict struct {
	Kind     string // "denied": a fact is asserted and denied; "values": a relation that has one value is given several
	Relation ID
	Sides    [][]Statement
}

// Conflicts returns the conflicts of the store: denials first, then values, each sorted by subject, relation and
// object. It reads the statements that are denied and those of functional relations, not the whole store.
//
// A statement without a time of its own is taken at the date of its document, within a week; what is to come, what is
// and what was do not contradict each other, and neither does what was denied first and asserted later of the past:
// it may have come to be.
func (s *Store) Conflicts() ([]Conflict, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	c := conflicts{Store: s, decoder: s.decoder(), dates: map[ID]time.Time{}}
	if err := c.denials(); err != nil {
		return nil, err
	}
	for _, r := range s.lexicon.Relations {
		if !r.Functional && !r.InverseFunctional {
			continue
		}
		if err := c.values(r); err != nil {
			return nil, err
		}
	}
	return c.found, nil
}

// conflicts is the state of one search.
type conflicts struct {
	*Store
	decoder *decoder
	dates   map[ID]time.Time // of documents
	found   []Conflict

	attributes []Statement // of offices, nil before it was called
}

// denials finds facts that are asserted and denied.
func (c *conflicts) denials() error {
	if c.broken != nil {
		return c.broken
	}
	var edges []quad.Quad
	err := c.edges(string(Denied)+"/", func(ID) bool { return true }, func(q quad.Quad) {
		if f, ok := c.factOf(q); ok {
			q.Predicate = c.iri(f.Relation)
			edges = append(edges, q)
		}
	})
	if err != nil {
		return err
	}
	sortQuads(edges)
	for _, q := range edges {
		no, _ := c.id(q.Label)
		var asserted []Statement
		for _, same := range c.sayings(q) {
			links, err := c.match(same.Subject, same.Predicate, same.Object)
			if err != nil {
				return err
			}
			for _, l := range links {
				if yes, ok := c.factOf(l); ok && yes.Status == Asserted {
					sts, err := c.bearing(yes.ID)
					if err != nil {
						return err
					}
					asserted = append(asserted, sts...)
				}
			}
		}
		if len(asserted) == 0 {
			continue
		}
		sts, err := c.bearing(no)
		if err != nil {
			return err
		}
		sides, err := c.meeting(asserted, sts)
		if err != nil {
			return err
		}
		if sides != nil {
			id, _ := c.id(q.Predicate)
			c.found = append(c.found, Conflict{"denied", id, sides})
		}
	}
	return nil
}

// sayings returns the edges that say what q says: itself, and turned round where the relation has an inverse or is
// symmetric.
func (c *conflicts) sayings(q quad.Quad) []quad.Quad {
	out := []quad.Quad{q}
	id, _ := c.id(q.Predicate)
	r := c.lexicon.Slugged(strings.TrimPrefix(string(id), "p/"))
	if _, ok := q.Object.(quad.IRI); !ok || r == nil {
		return out
	}
	if r.Symmetric {
		out = append(out, quad.Quad{Subject: q.Object, Predicate: q.Predicate, Object: q.Subject})
	} else if r.Inverse != "" {
		out = append(out, quad.Quad{Subject: q.Object, Predicate: c.iri(ID("p/" + schema.Slug(r.Inverse))), Object: q.Subject})
	}
	return out
}

// meeting returns the statements of both sides that are not known to be of different times, nil where none are.
func (c *conflicts) meeting(yes, no []Statement) ([][]Statement, error) {
	sides := make([][]Statement, 2)
	with := make([]bool, len(no))
	for i := range yes {
		meets := false
		for j := range no {
			same, err := c.together(&yes[i], &no[j])
			if err != nil {
				return nil, err
			}
			meets = meets || same
			with[j] = with[j] || same
		}
		if meets {
			sides[0] = append(sides[0], yes[i])
		}
	}
	for j := range no {
		if with[j] {
			sides[1] = append(sides[1], no[j])
		}
	}
	if len(sides[0]) == 0 {
		return nil, nil
	}
	return sides, nil
}

// week is how far apart two statements without times of their own may be and still speak of one time.
const week = 7 * 24 * time.Hour

// together reports whether two statements may speak of one time.
func (c *conflicts) together(a, b *Statement) (bool, error) {
	if !a.Time.Start.IsZero() && !b.Time.Start.IsZero() {
		return a.Time.overlaps(b.Time), nil
	}
	if a.Time.Start.IsZero() && b.Time.Start.IsZero() && a.Tense != b.Tense {
		return false, nil
	}
	x, err := c.at(a)
	if err != nil {
		return false, err
	}
	y, err := c.at(b)
	return x.overlaps(y), err
}

// at is the time that a statement speaks of; zero where nothing is known of it.
func (c *conflicts) at(st *Statement) (Time, error) {
	if !st.Time.Start.IsZero() || len(st.Sources) == 0 {
		return st.Time, nil
	}
	doc := st.Sources[0].Doc
	date, ok := c.dates[doc]
	if !ok {
		d, err := c.decoder.document(doc)
		if err != nil {
			return Time{}, err
		}
		date = d.Date
		c.dates[doc] = date
	}
	switch {
	case date.IsZero():
		return Time{}, nil
	case st.Tense == Past && st.Polarity == Negative:
		return Time{Start: time.Time{}.Add(1), End: date.Add(week)}, nil // never until then
	case st.Tense == Past:
		return Time{Start: date.Add(-1), End: date}, nil
	}
	return Time{Start: date.Add(-week / 2), End: date.Add(week / 2)}, nil
}

// overlaps reports whether two times may be one: unless both have intervals that are apart.
func (t Time) overlaps(u Time) bool {
	if t.Start.IsZero() || u.Start.IsZero() {
		return true
	}
	return (u.End.IsZero() || t.Start.Before(u.End)) && (t.End.IsZero() || u.Start.Before(t.End))
}
