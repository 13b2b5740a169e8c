package graph

import (
	"errors"
	"strings"
	"sync"

	"github.com/cayleygraph/quad"

	"kg/graph/quadstore"
	"kg/schema"
)

// Stats counts what the store holds.
type Stats struct {
	Documents  int `json:"documents"`
	Statements int `json:"statements"`
	Entities   int `json:"entities"`
	Facts      int `json:"facts"` // distinct edges
	Asserted   int `json:"asserted"`
	Denied     int `json:"denied"`
	Doubted    int `json:"doubted"`
	Mentions   int `json:"mentions"`
	Relations  int `json:"relations"`
	Copies     int `json:"copies"` // documents that are near-copies of others
	Apart      int `json:"apart"`  // statements that the store's own vocabulary keeps from the facts
	Quads      int `json:"quads"`
}

// counting keeps the Stats of a store: what was counted once, and what the writes since have changed.
type counting struct {
	once        sync.Mutex // held while all is counted
	mu          sync.Mutex
	base, since *Stats // nil before
}

func (a *Stats) add(b *Stats) {
	from := b.fields()
	for i, n := range a.fields() {
		*n += *from[i]
	}
}

func (a *Stats) fields() []*int {
	return []*int{&a.Documents, &a.Statements, &a.Entities, &a.Facts, &a.Asserted, &a.Denied, &a.Doubted, &a.Mentions, &a.Relations, &a.Copies, &a.Apart, &a.Quads}
}

// Stats counts in the indexes the first time, while others read and write, and is kept up from then on.
func (s *Store) Stats() (Stats, error) {
	if s.of != nil {
		return s.of.Stats()
	}
	if s.Shared() {
		then, err := s.Frozen()
		if err != nil {
			return Stats{}, err
		}
		out, err := then.count()
		return out, errors.Join(err, then.Thaw())
	}
	c := &s.counting
	c.once.Lock()
	defer c.once.Unlock()
	c.mu.Lock()
	if c.base != nil {
		out := *c.base
		out.add(c.since)
		c.mu.Unlock()
		return out, nil
	}
	c.mu.Unlock()
	s.mu.Lock() // no write between the state that is counted and the first that is added
	then, err := s.Frozen()
	if err == nil {
		c.mu.Lock()
		c.since = &Stats{}
		c.mu.Unlock()
	}
	s.mu.Unlock()
	if err != nil {
		return Stats{}, err
	}
	base, err := then.count()
	if err = errors.Join(err, then.Thaw()); err != nil {
		return Stats{}, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.base = &base
	base.add(c.since)
	out := base
	c.base, c.since = &out, &Stats{}
	return out, nil
}

// recount returns what is to be called when the quads have been added and deleted.
func (s *Store) recount(add, del []quad.Quad) (func(), error) {
	c := &s.counting
	c.mu.Lock()
	idle := c.since == nil
	c.mu.Unlock()
	if idle {
		return func() {}, nil
	}
	var d Stats
	d.Quads = len(add) - len(del)
	things, relations := map[ID]bool{}, map[ID]bool{} // those of which the write speaks, and whether they were there
	for sign, quads := range map[int][]quad.Quad{1: add, -1: del} {
		for _, q := range quads {
			s.tally(&d, q, sign)
			for _, v := range []quad.Value{q.Subject, q.Object} {
				if id, _ := s.id(v); strings.HasPrefix(string(id), "e/") {
					things[id] = false
				}
			}
			if id, ok := s.id(q.Object); ok && term(q.Predicate) == schema.Predicate {
				relations[id] = false
			}
		}
	}
	there := func(id ID) (bool, error) { n, err := s.view.ID(s.iri(id)); return n != 0, broken(err) }
	used := func(id ID) (bool, error) {
		found, err := s.subjectsOf(quad.IRI(schema.Predicate), []ID{id}, 1)
		return len(found) > 0, err
	}
	look := func(each func(ids map[ID]bool, id ID, now bool)) error {
		for id := range things {
			now, err := there(id)
			if err != nil {
				return err
			}
			each(things, id, now)
		}
		for id := range relations {
			now, err := used(id)
			if err != nil {
				return err
			}
			each(relations, id, now)
		}
		return nil
	}
	if err := look(func(ids map[ID]bool, id ID, now bool) { ids[id] = now }); err != nil {
		return nil, err
	}
	return func() {
		err := look(func(ids map[ID]bool, id ID, now bool) {
			n := &d.Entities
			if strings.HasPrefix(string(id), "p/") {
				n = &d.Relations
			}
			if was := ids[id]; now && !was {
				*n++
			} else if was && !now {
				*n--
			}
		})
		c.mu.Lock()
		defer c.mu.Unlock()
		if err != nil {
			c.base, c.since = nil, nil // to be counted anew
			return
		}
		c.since.add(&d)
	}, nil
}

// tally adds what one quad counts for.
func (s *Store) tally(d *Stats, q quad.Quad, n int) {
	if q.Label != nil {
		d.Facts += n
		pred, _ := s.id(q.Predicate)
		switch status, _, _ := strings.Cut(string(pred), "/"); Status(status) {
		case Asserted:
			d.Asserted += n
		case Denied:
			d.Denied += n
		case Doubted:
			d.Doubted += n
		}
	}
	switch term(q.Predicate) {
	case schema.Type:
		switch term(q.Object) {
		case schema.Article:
			d.Documents += n
		case schema.Mention:
			d.Mentions += n
		}
	case schema.Predicate:
		d.Statements += n
	case schema.Apart:
		d.Apart += n
	case schema.CopyOf:
		d.Copies += n
	}
}

// count counts in the indexes, without reading all of the store.
func (s *Store) count() (Stats, error) {
	st := Stats{Quads: int(s.view.Quads()), Facts: int(s.view.Labelled())}
	for _, c := range []struct {
		to        *int
		pred, obj quad.Value
	}{
		{&st.Documents, quad.IRI(schema.Type), quad.IRI(schema.Article)},
		{&st.Mentions, quad.IRI(schema.Type), quad.IRI(schema.Mention)},
		{&st.Statements, quad.IRI(schema.Predicate), nil},
		{&st.Apart, quad.IRI(schema.Apart), nil},
		{&st.Copies, quad.IRI(schema.CopyOf), nil},
	} {
		var err error
		if *c.to, err = s.matches(nil, c.pred, c.obj); err != nil {
			return st, err
		}
	}
	for _, c := range []struct {
		to     *int
		status Status
	}{{&st.Asserted, Asserted}, {&st.Denied, Denied}, {&st.Doubted, Doubted}} {
		err := s.view.IRIs(s.Base+string(c.status)+"/", func(_ string, pred quadstore.ID) error {
			return s.view.Scan(quadstore.Quad{1: pred}, func(q quadstore.Quad) error {
				if q[3] != 0 {
					*c.to++
				}
				return nil
			})
		})
		if err != nil {
			return st, broken(err)
		}
	}
	err := s.view.IRIs(s.Base+"e/", func(string, quadstore.ID) error {
		st.Entities++
		return nil
	})
	if err != nil {
		return st, broken(err)
	}
	relation, err := s.view.ID(quad.IRI(schema.Predicate))
	if err != nil || relation == 0 {
		return st, broken(err)
	}
	return st, broken(s.view.Distinct(relation, func(quadstore.ID) error {
		st.Relations++
		return nil
	}))
}
