package graph

import (
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/graph/quadstore"
	"kg/schema"
)

// A Step leads from one entity to another that stands in the same statement.
type Step struct {
	From, To  ID
	Statement ID
	loose     bool // one of them is neither subject nor object
}

// Bounds of the search for a way, so that it takes less than a tenth of a second: the statements read about one entity,
// and in all.
const (
	mostSteps  = 500
	mostWalked = 2500
)

// ErrFar says that no way was found among the statements nearest to both ends, and that there are others.
var ErrFar = errors.New("no way found among the statements nearest to both")

// walk reads the ways out of entities; it counts the statements read.
type walk struct {
	*Store
	held   quadstore.ID // predicate of a statement's status
	wanted map[quadstore.ID]bool
	ties   map[quadstore.ID]bool // whether a predicate leads to who or what stands in a statement
	most   int                   // statements read about one entity
	read   int
}

// tie reports whether a predicate leads to who or what stands in a statement.
func (w *walk) tie(pred quadstore.ID) (bool, error) {
	is, known := w.ties[pred]
	if known {
		return is, nil
	}
	t, err := w.view.Term(pred)
	if err != nil {
		return false, broken(err)
	}
	id, _ := w.id(t)
	is = strings.HasPrefix(string(id), "r/") || slices.ContainsFunc(arguments, func(a argument) bool { return t == quad.IRI(a.ref) })
	w.ties[pred] = is
	return is, nil
}

func (s *Store) walk(statuses []Status, most int) (*walk, error) {
	w := &walk{Store: s, most: most, wanted: map[quadstore.ID]bool{}, ties: map[quadstore.ID]bool{}}
	p, ok, err := s.pattern(quad.IRI(schema.Held))
	if err != nil || !ok {
		return w, err
	}
	w.held = p[0]
	for _, status := range statuses {
		if p, ok, err = s.pattern(quad.String(status.String())); err != nil {
			return w, err
		} else if ok {
			w.wanted[p[0]] = true
		}
	}
	return w, nil
}

// steps returns the ways out of an entity over statements of the wanted statuses: those between subject and object first.
func (w *walk) steps(id ID) ([]Step, error) {
	p, ok, err := w.pattern(nil, nil, w.iri(id))
	if err != nil || !ok {
		return nil, err
	}
	ends, _, err := w.pattern(quad.IRI(schema.Subject), quad.IRI(schema.Object), quad.IRI(schema.RefersTo))
	if err != nil {
		return nil, err
	}
	core := func(pred quadstore.ID) bool { return pred == ends[0] || pred == ends[1] }
	var links []quadstore.Quad
	err = w.view.Scan(p, func(q quadstore.Quad) error {
		if q[3] == 0 && q[1] != ends[2] {
			links = append(links, q)
		}
		if len(links) >= w.most {
			return errEnough
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return nil, broken(err)
	}
	var out []Step
	for _, l := range links {
		w.read++
		var quads []quadstore.Quad
		wanted := false
		err := w.view.Scan(quadstore.Quad{0: l[0]}, func(q quadstore.Quad) error {
			wanted = wanted || q[1] == w.held && w.wanted[q[2]]
			quads = append(quads, q)
			return nil
		})
		if err != nil {
			return nil, broken(err)
		}
		if !wanted {
			continue
		}
		t, err := w.view.Term(l[0])
		if err != nil {
			return nil, broken(err)
		}
		st, _ := w.id(t)
		for _, q := range quads {
			if tie, err := w.tie(q[1]); err != nil {
				return nil, err
			} else if !tie || q[2] == p[2] {
				continue
			}
			t, err := w.view.Term(q[2])
			if err != nil {
				return nil, broken(err)
			}
			if to, _ := w.id(t); strings.HasPrefix(string(to), "e/") {
				out = append(out, Step{From: id, To: to, Statement: st, loose: !core(l[1]) || !core(q[1])})
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
// most the given number of steps; nil where there is none. Of ways of one length it is always the same. It reads a
// bounded number of statements; its error wraps ErrFar where it has read so many and found none.
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
	w, err := s.walk(statuses, mostSteps)
	if err != nil {
		return nil, err
	}
	for range most {
		at := 0
		if len(sides[1].frontier) < len(sides[0].frontier) {
			at = 1
		}
		var next []ID
		meet := ID("")
		for _, id := range sides[at].frontier {
			if w.read > mostWalked {
				return nil, fmt.Errorf("%s and %s: %w", from, to, ErrFar)
			}
			steps, err := w.steps(id)
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
