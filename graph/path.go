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
	mostSteps  = 300
	mostWalked = 1500
	mostLinks  = 1 << 17 // quads that lead to each end, for what links the two directly
)

// ErrFar says that no way was found among the statements nearest to both ends, and that there are others.
var ErrFar = errors.New("no way found among the statements nearest to both")

// walk reads the ways out of entities; it counts the statements read.
type walk struct {
	*Store
	held    quadstore.ID // predicate of a statement's status
	wanted  map[quadstore.ID]bool
	mention quadstore.ID          // predicate of what a mention refers to
	core    map[quadstore.ID]bool // predicates of subject and object
	ties    map[quadstore.ID]bool // whether a predicate leads to who or what stands in a statement
	most    int                   // statements read about one entity
	read    int
	cut     bool // not all about some entity were read
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
	if w.mention, err = s.view.ID(quad.IRI(schema.RefersTo)); err != nil {
		return w, broken(err)
	}
	w.core = map[quadstore.ID]bool{}
	for _, pred := range []string{schema.Subject, schema.Object} {
		id, err := s.view.ID(quad.IRI(pred))
		if err != nil {
			return w, broken(err)
		}
		w.core[id] = true
	}
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
	var links []quadstore.Quad
	err = w.view.Scan(p, func(q quadstore.Quad) error {
		if q[3] == 0 && q[1] != w.mention {
			links = append(links, q)
		}
		if len(links) >= w.most {
			w.cut = true
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
				out = append(out, Step{From: id, To: to, Statement: st, loose: !w.core[l[1]] || !w.core[q[1]]})
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

// direct returns a step from one entity to another, between subject and object where there is one.
func (w *walk) direct(from, to ID) (best Step, ok bool, err error) {
	type link struct{ statement, pred quadstore.ID }
	var links [2][]link
	for i, id := range []ID{from, to} {
		p, known, err := w.pattern(nil, nil, w.iri(id))
		if err != nil || !known {
			return best, false, err
		}
		err = w.view.Scan(p, func(q quadstore.Quad) error { // in the order of the statements
			if q[3] == 0 && q[1] != w.mention {
				links[i] = append(links[i], link{q[0], q[1]})
			}
			if len(links[i]) == mostLinks {
				return errEnough
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			return best, false, broken(err)
		}
	}
	// run takes the links of the first statement off a list, and tells whether one is of subject or object.
	run := func(list []link) (rest []link, core bool) {
		first := list[0].statement
		for len(list) > 0 && list[0].statement == first {
			core = core || w.core[list[0].pred]
			list = list[1:]
		}
		return list, core
	}
	a, b := links[0], links[1]
	for len(a) > 0 && len(b) > 0 && w.read < w.most {
		switch x, y := a[0].statement, b[0].statement; {
		case x < y:
			a, _ = run(a)
		case x > y:
			b, _ = run(b)
		default:
			var one, other bool
			a, one = run(a)
			b, other = run(b)
			loose := !one || !other
			if ok && loose && !best.loose {
				continue
			}
			w.read++
			wanted := false
			err := w.view.Scan(quadstore.Quad{0: x, 1: w.held}, func(q quadstore.Quad) error {
				wanted = wanted || w.wanted[q[2]]
				return nil
			})
			if err != nil {
				return best, false, broken(err)
			}
			t, err := w.view.Term(x)
			if err != nil {
				return best, false, broken(err)
			}
			step := Step{From: from, To: to, loose: loose}
			if step.Statement, _ = w.id(t); !wanted || !strings.HasPrefix(string(step.Statement), "s/") {
				continue
			}
			if !ok || best.loose && !loose || best.loose == loose && step.Statement < best.Statement {
				best, ok = step, true
			}
		}
	}
	return best, ok, nil
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
	if most > 0 {
		if step, ok, err := w.direct(from, to); err != nil {
			return nil, err
		} else if ok {
			return []Step{step}, nil
		}
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
			break
		}
	}
	if w.cut {
		return nil, fmt.Errorf("%s and %s: %w", from, to, ErrFar)
	}
	return nil, nil
}
