package graph

import (
	"errors"
	"fmt"
	"sort"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// A Decision is what somebody decided about which things are one. It is kept in the store beside the documents, holds
// for what is stored later too, and can be taken back.
type Decision struct {
	ID     ID     `json:"id"`             // "x/…", a hash of the rest
	Kind   string `json:"kind"`           // "merge", "split", "rename"
	Entity ID     `json:"entity"`         // merge: what is to be To; split: what the mentions were taken for; rename
	To     ID     `json:"to,omitempty"`   // merge, split: what they are
	Doc    ID     `json:"doc,omitempty"`  // split: the document whose mentions are meant, "" for all
	Name   string `json:"name,omitempty"` // split: the name that they have there, "" for all; rename: the name to show
}

func (d Decision) id() ID {
	return ID("x/" + schema.Hash(d.Kind, string(d.Entity), string(d.To), string(d.Doc), d.Name))
}

// Check reports decisions that make no sense.
func (d Decision) Check() error {
	entity := func(id ID) bool {
		return strings.HasPrefix(string(id), "e/") && len(id) > 2 && schema.Escape(schema.Unescape(string(id))) == string(id)
	}
	switch {
	case !entity(d.Entity):
		return fmt.Errorf("decision: %q is not the id of an entity", d.Entity)
	case d.Kind == "merge" && entity(d.To) && d.To != d.Entity && d.Doc == "" && d.Name == "":
	case d.Kind == "split" && entity(d.To) && d.To != d.Entity && (d.Doc != "" || d.Name != "") && (d.Doc == "" || strings.HasPrefix(string(d.Doc), "d/")):
	case d.Kind == "rename" && d.Name != "" && d.To == "" && d.Doc == "":
	default:
		return fmt.Errorf("decision about %s: not a merge, split or rename that says what to do", d.Entity)
	}
	return nil
}

func (c codec) decisionQuads(d Decision) []quad.Quad {
	x := c.iri(d.id())
	out := []quad.Quad{
		{Subject: x, Predicate: quad.IRI(schema.Type), Object: quad.IRI(schema.Decision)},
		{Subject: x, Predicate: quad.IRI(schema.Kind), Object: quad.String(d.Kind)},
		{Subject: x, Predicate: quad.IRI(schema.From), Object: c.iri(d.Entity)},
	}
	if d.To != "" {
		out = append(out, quad.Quad{Subject: x, Predicate: quad.IRI(schema.To), Object: c.iri(d.To)})
	}
	if d.Doc != "" {
		out = append(out, quad.Quad{Subject: x, Predicate: quad.IRI(schema.In), Object: c.iri(d.Doc)})
	}
	if d.Name != "" {
		out = append(out, quad.Quad{Subject: x, Predicate: quad.IRI(schema.Name), Object: quad.String(d.Name)})
	}
	if d.Kind == "rename" {
		out = append(out, quad.Quad{Subject: c.iri(d.Entity), Predicate: quad.IRI(schema.PrefLabel), Object: quad.String(d.Name)})
	}
	return out
}

// decisions are all of a store, ready to be applied.
type decisions struct {
	list   []Decision // sorted by id
	merges map[ID]ID
	splits map[ID][]Decision
}

func newDecisions(list []Decision) *decisions {
	sort.Slice(list, func(i, j int) bool { return list[i].ID < list[j].ID })
	d := &decisions{list: list, merges: map[ID]ID{}, splits: map[ID][]Decision{}}
	for _, x := range list {
		switch x.Kind {
		case "merge":
			if was, ok := d.merges[x.Entity]; !ok || x.To < was {
				d.merges[x.Entity] = x.To
			}
		case "split":
			d.splits[x.Entity] = append(d.splits[x.Entity], x)
		}
	}
	return d
}

// apply returns what the thing of that name in a document is by decision, id where there is none.
func (d *decisions) apply(id ID, doc ID, name string) ID {
	if len(d.list) == 0 {
		return id
	}
	id = d.follow(id)
	for _, x := range d.splits[id] {
		if (x.Doc == "" || x.Doc == doc) && (x.Name == "" || schema.Slug(x.Name) == schema.Slug(name)) {
			return d.follow(x.To)
		}
	}
	return id
}

// follow goes from merge to merge; a circle of them is left at its lowest id.
func (d *decisions) follow(id ID) ID {
	seen := map[ID]bool{}
	for {
		next, ok := d.merges[id]
		if !ok {
			return id
		}
		if seen[id] {
			low := id
			for at := next; at != id; at = d.merges[at] {
				low = min(low, at)
			}
			return low
		}
		seen[id] = true
		id = next
	}
}

// decided reads the decisions of the store.
func (l *linker) decided() error {
	if l.decisions != nil {
		return nil
	}
	var list []Decision
	if l.s != nil {
		var err error
		if list, err = l.s.readDecisions(); err != nil {
			return err
		}
	}
	l.decisions = newDecisions(list)
	return nil
}

func (s *Store) readDecisions() ([]Decision, error) {
	ids, err := s.having(schema.Type, quad.IRI(schema.Decision))
	if err != nil {
		return nil, err
	}
	var out []Decision
	for _, id := range ids {
		quads, err := s.match(s.iri(id), nil, nil)
		if err != nil {
			return nil, err
		}
		d := Decision{ID: id}
		for _, q := range quads {
			switch term(q.Predicate) {
			case schema.Kind:
				d.Kind = lexical(q.Object)
			case schema.From:
				d.Entity, _ = s.id(q.Object)
			case schema.To:
				d.To, _ = s.id(q.Object)
			case schema.In:
				d.Doc, _ = s.id(q.Object)
			case schema.Name:
				d.Name = lexical(q.Object)
			}
		}
		if d.Check() != nil || d.id() != id {
			return nil, fmt.Errorf("%w: %s is no decision", ErrBroken, id)
		}
		out = append(out, d)
	}
	return out, nil
}

// Decisions returns all decisions, sorted by id.
func (s *Store) Decisions() ([]Decision, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.readDecisions()
}

// Decide adds decisions and links anew what they are about, in one atomic step. Those that are there already are
// passed over; it returns the number of documents whose links changed.
func (s *Store) Decide(list ...Decision) (documents int, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range list {
		if err := list[i].Check(); err != nil {
			return 0, err
		}
		list[i].ID = list[i].id()
	}
	return s.decide(list, nil)
}

// Undo takes decisions back; its error wraps ErrNotFound where there is no such decision.
func (s *Store) Undo(ids ...ID) (documents int, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.decide(nil, ids)
}

func (s *Store) decide(more []Decision, less []ID) (int, error) {
	if err := s.follow(); err != nil {
		return 0, err
	}
	was, err := s.readDecisions()
	if err != nil {
		return 0, err
	}
	have, about := map[ID]Decision{}, map[ID]bool{}
	for _, d := range was {
		have[d.ID] = d
	}
	before := map[quad.Quad]bool{}
	for _, d := range was {
		for _, q := range s.decisionQuads(d) {
			before[q] = true
		}
	}
	for _, d := range more {
		have[d.ID] = d
		about[d.Entity], about[d.To] = true, true
	}
	for _, id := range less {
		d, ok := have[id]
		if !ok {
			return 0, fmt.Errorf("%s: no such decision: %w", id, ErrNotFound)
		}
		about[d.Entity], about[d.To] = true, true
		delete(have, id)
	}
	now := make([]Decision, 0, len(have))
	for _, d := range have {
		now = append(now, d)
	}
	// whatever a chain of merges leads to or from
	for grown := true; grown; {
		grown = false
		for _, d := range append(now, was...) {
			if d.To != "" && about[d.Entity] != about[d.To] {
				about[d.Entity], about[d.To], grown = true, true, true
			}
		}
	}
	var mentions []ID
	for id := range about {
		if id == "" {
			continue
		}
		links, err := s.match(nil, quad.IRI(schema.RefersTo), s.iri(id))
		if err != nil {
			return 0, err
		}
		mentions = append(mentions, s.subjects(links, "m/")...)
	}
	moved, err := s.readBearers(mentions)
	if err != nil {
		return 0, err
	}
	l := s.linking()
	l.decisions = newDecisions(now)
	wanted := map[quad.Quad]bool{}
	for _, d := range now {
		for _, q := range s.decisionQuads(d) {
			wanted[q] = true
		}
	}
	var add, del []quad.Quad
	for q := range wanted {
		if !before[q] {
			add = append(add, q)
		}
	}
	for q := range before {
		if !wanted[q] {
			del = append(del, q)
		}
	}
	sortQuads(add)
	sortQuads(del)
	sets, err := s.moves(moved)
	changed := 0
	if err == nil {
		err = s.replaceWith(sets, add, del)
	}
	if err != nil {
		s.links = nil
		return 0, err
	}
	for _, r := range sets {
		if *r.change == Changed {
			changed++
		}
	}
	return changed, nil
}

// errNoDecision is returned for ids that are none.
var errNoDecision = errors.New("not the id of a decision")

// DecisionID checks the id of a decision.
func DecisionID(s string) (ID, error) {
	if !strings.HasPrefix(s, "x/") {
		s = "x/" + s
	}
	if len(s) != 22 {
		return "", fmt.Errorf("%s: %w (kg review --decided lists them)", s, errNoDecision)
	}
	return ID(s), nil
}
