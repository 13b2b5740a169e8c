package graph

import (
	"math"
	"sort"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// Narrow says which part of a graph to export; its zero value is the whole. Conditions hold together.
type Narrow struct {
	Around       ID        // statements that reach from this entity
	Depth        int       // in so many steps, 1 where 0
	Since, Until time.Time // by the statement's own time, else its document's date; Until is the first moment after
	Relation     string    // its lemma or id
	Class        string    // of subject or object
	Status       Status
	Derived      bool // what follows from the rest too (see Infer), marked as such
}

// Whole reports whether n leaves nothing out.
func (n Narrow) Whole() bool { return n == Narrow{Derived: n.Derived} }

// keeps reports whether the statement meets all conditions but Around.
func (n Narrow) keeps(r record) bool {
	start, end := r.Time.Start, r.Time.End
	if start.IsZero() {
		start, end = r.doc.Date, r.doc.Date.Add(1)
	}
	switch {
	case n.Relation != "" && !strings.EqualFold(r.Relation.Lemma, n.Relation) && r.Relation.ID != ID(n.Relation) && r.Relation.ID != RelationID(n.Relation):
		return false
	case n.Class != "" && !strings.EqualFold(r.Subject.Class, n.Class) && !strings.EqualFold(r.Object.Class, n.Class):
		return false
	case n.Status != "" && r.status != n.Status:
		return false
	case (!n.Since.IsZero() || !n.Until.IsZero()) && start.IsZero():
		return false // said at no known time
	case !n.Since.IsZero() && start.Before(n.Since) && !end.IsZero() && !end.After(n.Since):
		return false
	case !n.Until.IsZero() && !start.Before(n.Until):
		return false
	}
	return true
}

// part holds the ids of what a Narrow leaves.
type part struct {
	statements map[ID][]ID // by document
	nodes      map[ID]bool // s/, m/, e/, f/, d/ and passages
}

// selection is a store, or a part of it, as the formats see it. The store is locked for reading already.
type selection struct {
	*Store
	part    *part // nil for the whole
	derived []Derived
}

// narrowed returns the part of the store that n asks for.
func (s *Store) narrowed(n Narrow) (*selection, error) {
	if n.Whole() {
		return &selection{Store: s}, nil
	}
	p := &part{map[ID][]ID{}, map[ID]bool{}}
	take := func(r record) error {
		if n.keeps(r) {
			p.take(s, r.Statement)
		}
		return nil
	}
	var err error
	if n.Around == "" {
		err = s.eachRecord(take)
	} else {
		err = s.around(n, take)
	}
	if err != nil {
		return nil, err
	}
	for doc, ids := range p.statements {
		sort.Slice(ids, func(i, j int) bool { return ids[i] < ids[j] })
		own, err := s.owned(doc)
		if err != nil {
			return nil, err
		}
		for _, q := range own { // mentions of what the statements speak of
			from, _ := s.id(q.Subject)
			to, ok := s.id(q.Object)
			if !ok {
				continue
			}
			if q.Predicate == quad.IRI(schema.RefersTo) && p.nodes[to] {
				p.nodes[from] = true
			} else if p.nodes[from] && q.Predicate == quad.IRI(schema.WasDerivedFrom) {
				p.nodes[to] = true
			} else if strings.HasPrefix(string(to), "m/") && strings.HasPrefix(string(from), "s/") && p.nodes[from] {
				p.nodes[to] = true
			}
		}
	}
	return &selection{Store: s, part: p}, nil
}

// take adds a statement with its document, passages, fact and entities.
func (p *part) take(s *Store, st *Statement) {
	if p.nodes[st.ID] {
		return
	}
	p.nodes[st.ID], p.nodes[s.fact(st)] = true, true
	for _, a := range arguments {
		if id := a.value(st).ID; id != "" {
			p.nodes[id] = true
		}
	}
	for _, r := range st.Roles {
		if r.Value.ID != "" {
			p.nodes[r.Value.ID] = true
		}
	}
	if len(st.Sources) > 0 {
		doc := st.Sources[0].Doc
		p.nodes[doc] = true
		p.statements[doc] = append(p.statements[doc], st.ID)
	}
}

// around calls f with the statements that reach from n.Around in n.Depth steps.
func (s *Store) around(n Narrow, f func(record) error) error {
	statuses := []Status{Asserted, Denied, Doubted}
	if n.Status != "" {
		statuses = []Status{n.Status}
	}
	w, err := s.walk(statuses, math.MaxInt)
	if err != nil {
		return err
	}
	d := s.decoder()
	docs := map[ID]*Document{}
	seen, done := map[ID]bool{n.Around: true}, map[ID]bool{}
	frontier := []ID{n.Around}
	for depth := max(n.Depth, 1); depth > 0; depth-- {
		var next []ID
		for _, id := range frontier {
			links, err := s.match(nil, nil, s.iri(id))
			if err != nil {
				return err
			}
			for _, sid := range s.subjects(links, "s/") {
				if done[sid] {
					continue
				}
				done[sid] = true
				st, err := d.statement(sid)
				if err != nil {
					return err
				}
				doc := docs[st.Sources[0].Doc]
				if doc == nil {
					got, err := d.document(st.Sources[0].Doc)
					if err != nil {
						return err
					}
					doc = &got
					docs[doc.ID] = doc
				}
				if err := f(record{&st, doc, s.policy.Status(st)}); err != nil {
					return err
				}
			}
			if depth == 1 {
				continue
			}
			steps, err := w.steps(id)
			if err != nil {
				return err
			}
			for _, step := range steps {
				if !seen[step.To] {
					seen[step.To] = true
					next = append(next, step.To)
				}
			}
		}
		frontier = next
	}
	return nil
}

// holds reports whether a quad belongs to the view.
func (v *selection) holds(q quad.Quad) bool {
	if v.part == nil {
		return true
	}
	if q.Label != nil {
		id, _ := v.id(q.Label)
		return v.part.nodes[id]
	}
	id, ok := v.id(q.Subject)
	if !ok || len(id) < 2 || id[1] != '/' || id[0] == 'a' {
		return true // about the graph itself
	}
	return v.part.nodes[id]
}

// eachNode calls f with every entity of the view, ordered by id.
func (v *selection) eachNode(f func(Node) error) error {
	return v.Store.eachNode(func(n Node) error {
		if v.part != nil && !v.part.nodes[n.ID] {
			return nil
		}
		return f(n)
	})
}

// eachRecord calls f with every statement of the view, ordered as Store.eachRecord does.
func (v *selection) eachRecord(f func(record) error) error {
	if v.part == nil {
		return v.Store.eachRecord(f)
	}
	var docs []ID
	for id := range v.part.statements {
		docs = append(docs, id)
	}
	sort.Slice(docs, func(i, j int) bool { return docs[i] < docs[j] })
	for _, id := range docs {
		if err := v.records(id, v.part.statements[id], f); err != nil {
			return err
		}
	}
	return nil
}

// eachEdge calls f with every statement of the view between two entities.
func (v *selection) eachEdge(f func(record) error) error {
	return v.eachRecord(func(r record) error {
		if r.Subject.ID == "" || r.Object.ID == "" {
			return nil
		}
		return f(r)
	})
}
