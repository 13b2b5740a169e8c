package graph

import (
	"sort"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// A Step leads from one entity to another that stands in the same statement.
type Step struct {
	From, To  ID
	Statement ID
	loose     bool // one of them is neither subject nor object
}

// steps returns the ways out of an entity over statements of the given statuses: those between subject and object first.
func (s *Store) steps(id ID, statuses []Status) ([]Step, error) {
	links, err := s.match(nil, nil, s.iri(id))
	if err != nil {
		return nil, err
	}
	core := func(q quad.Quad) bool {
		return q.Predicate == quad.IRI(schema.Subject) || q.Predicate == quad.IRI(schema.Object)
	}
	var out []Step
	for _, l := range links {
		st, _ := s.id(l.Subject)
		if !strings.HasPrefix(string(st), "s/") {
			continue
		}
		quads, err := s.match(l.Subject, nil, nil)
		if err != nil {
			return nil, err
		}
		wanted := false
		for _, q := range quads {
			if q.Predicate == quad.IRI(schema.Held) {
				for _, status := range statuses {
					wanted = wanted || lexical(q.Object) == status.String()
				}
			}
		}
		if !wanted {
			continue
		}
		for _, q := range quads {
			if to, _ := s.id(q.Object); strings.HasPrefix(string(to), "e/") && to != id {
				out = append(out, Step{From: id, To: to, Statement: st, loose: !core(l) || !core(q)})
			}
		}
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := out[i], out[j]
		switch {
		case a.loose != b.loose:
			return b.loose
		case a.To != b.To:
			return a.To < b.To
		}
		return a.Statement < b.Statement
	})
	return out, nil
}

// Path returns a shortest way from one entity to another over statements whose facts have one of the statuses, of at
// most the given number of steps; nil where there is none. Of ways of one length it is always the same.
func (s *Store) Path(from, to ID, statuses []Status, most int) ([]Step, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	type side struct {
		via      map[ID]Step // the step by which an entity was reached
		frontier []ID
	}
	sides := [2]side{{map[ID]Step{from: {}}, []ID{from}}, {map[ID]Step{to: {}}, []ID{to}}}
	if from == to {
		return nil, nil
	}
	for range most {
		at := 0
		if len(sides[1].frontier) < len(sides[0].frontier) {
			at = 1
		}
		var next []ID
		meet := ID("")
		for _, id := range sides[at].frontier {
			steps, err := s.steps(id, statuses)
			if err != nil {
				return nil, err
			}
			for _, step := range steps {
				if _, known := sides[at].via[step.To]; known {
					continue
				}
				sides[at].via[step.To] = step
				next = append(next, step.To)
				if _, both := sides[1-at].via[step.To]; both && (meet == "" || step.To < meet) {
					meet = step.To
				}
			}
		}
		if meet != "" {
			var out []Step
			for id := meet; id != from; id = sides[0].via[id].From {
				out = append([]Step{sides[0].via[id]}, out...)
			}
			for id := meet; id != to; {
				back := sides[1].via[id]
				out = append(out, Step{From: id, To: back.From, Statement: back.Statement, loose: back.loose})
				id = back.From
			}
			return out, nil
		}
		sort.Slice(next, func(i, j int) bool { return next[i] < next[j] })
		if sides[at].frontier = next; len(next) == 0 {
			return nil, nil
		}
	}
	return nil, nil
}
