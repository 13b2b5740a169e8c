package view

import (
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	"kg/graph"
)

// ErrCursor says that a cursor was not one that an answer gave.
var ErrCursor = errors.New("not a cursor of this list")

// Page is a part of a list of statements; Next asks for the part after it, "" at the end.
type Page struct {
	Total      int         `json:"total"`
	Statements []Statement `json:"statements"`
	Next       string      `json:"next,omitempty"`
}

// At returns the place in a list that a cursor means.
func At(cursor string) (int, error) {
	if cursor == "" {
		return 0, nil
	}
	b, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil {
		return 0, fmt.Errorf("%q: %w", cursor, ErrCursor)
	}
	n, err := strconv.Atoi(strings.TrimPrefix(string(b), "at:"))
	if err != nil || n < 0 {
		return 0, fmt.Errorf("%q: %w", cursor, ErrCursor)
	}
	return n, nil
}

// Cursor returns the cursor of the place n in a list.
func Cursor(n int) string {
	return base64.RawURLEncoding.EncodeToString([]byte("at:" + strconv.Itoa(n)))
}

// Window returns the ends of the part of a list of n that begins at the cursor, and the cursor of the next.
func Window(n int, cursor string, limit int) (from, to int, next string, err error) {
	at, err := At(cursor)
	if err != nil {
		return 0, 0, "", err
	}
	from = min(at, n)
	to = min(from+limit, n)
	if to < n {
		next = Cursor(to)
	}
	return from, to, next, nil
}

// List returns statements in the order of the texts, or, with byTime, of what they tell of.
func (g *Graph) List(f Filter, byTime bool, cursor string, limit int) (*Page, error) {
	sts, err := g.Statements(graph.Find{Entity: f.Entity})
	if err != nil {
		return nil, err
	}
	r := g.reader()
	var kept []graph.Statement
	when := map[graph.ID]string{}
	for i := range sts {
		ok, err := r.keep(f, &sts[i])
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		if byTime {
			if when[sts[i].ID], _, err = r.when(&sts[i]); err != nil {
				return nil, err
			}
		}
		kept = append(kept, sts[i])
	}
	if byTime {
		sort.SliceStable(kept, func(i, j int) bool {
			a, b := when[kept[i].ID], when[kept[j].ID]
			if (a == "") != (b == "") {
				return b == ""
			}
			return a < b
		})
	}
	from, to, next, err := Window(len(kept), cursor, limit)
	if err != nil {
		return nil, err
	}
	out := &Page{Total: len(kept), Next: next}
	out.Statements, err = r.statements(kept[from:to])
	if byTime {
		for i := range out.Statements {
			if s := &out.Statements[i]; s.Start == "" {
				s.Start = when[s.ID]
			}
		}
	}
	return out, err
}

// Statement returns the statement of that id.
func (g *Graph) Statement(id graph.ID) (*Statement, error) {
	st, err := g.Store.Statement(id)
	if err != nil {
		return nil, err
	}
	out, err := g.reader().statement(&st)
	return &out, err
}

// Evidence returns the statements that bear a fact, or the one statement of that id.
func (g *Graph) Evidence(id graph.ID, cursor string, limit int) (*Page, error) {
	var sts []graph.Statement
	var err error
	if strings.HasPrefix(string(id), "f/") {
		sts, err = g.Bearing(id)
	} else {
		var st graph.Statement
		st, err = g.Store.Statement(id)
		sts = []graph.Statement{st}
	}
	if err != nil {
		return nil, err
	}
	if len(sts) == 0 {
		return nil, fmt.Errorf("%s: no such fact: %w", id, graph.ErrNotFound)
	}
	from, to, next, err := Window(len(sts), cursor, limit)
	if err != nil {
		return nil, err
	}
	out := &Page{Total: len(sts), Next: next}
	out.Statements, err = g.reader().statements(sts[from:to])
	return out, err
}

// Conflict is what cannot hold at one time: of the kind "denied" a fact that some assert and others deny, of the kind
// "values" several values of a relation that has one, the first as asserted, the others as denied.
type Conflict struct {
	Kind     string      `json:"kind"`
	Asserted []Statement `json:"asserted"`
	Denied   []Statement `json:"denied"`
}

// Conflicts returns the conflicts of the whole store.
func (g *Graph) Conflicts() ([]Conflict, error) {
	found, err := g.Store.Conflicts()
	if err != nil {
		return nil, err
	}
	r := g.reader()
	out := make([]Conflict, len(found))
	for i, c := range found {
		out[i].Kind = c.Kind
		if out[i].Asserted, err = r.statements(c.Sides[0]); err != nil {
			return nil, err
		}
		if out[i].Denied, err = r.statements(slices.Concat(c.Sides[1:]...)); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Step is one step of a way between two entities.
type Step struct {
	From      Thing     `json:"from"`
	To        Thing     `json:"to"`
	Statement Statement `json:"statement"`
}

// Path returns a shortest way over statements of the statuses, empty where there is none within so many steps.
func (g *Graph) Path(from, to graph.ID, statuses []graph.Status, most int) ([]Step, error) {
	steps, err := g.Store.Path(from, to, statuses, most)
	if err != nil {
		return nil, err
	}
	out := []Step{}
	for _, s := range steps {
		var x Step
		for _, e := range []struct {
			id graph.ID
			to *Thing
		}{{s.From, &x.From}, {s.To, &x.To}} {
			n, err := g.Node(e.id)
			if err != nil {
				return nil, err
			}
			*e.to = Thing{ID: e.id, Name: n.Name}
			if len(n.Classes) > 0 {
				e.to.Class = n.Classes[0]
			}
		}
		st, err := g.Statement(s.Statement)
		if err != nil {
			return nil, err
		}
		x.Statement = *st
		out = append(out, x)
	}
	return out, nil
}
