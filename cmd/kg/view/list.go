package view

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
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
	More       bool        `json:"more,omitempty"` // there are more, which this list leaves out: narrow it by a filter
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

// Bounds of the statements that one list is made of: that are placed, that are read to see whether they are wanted, and
// that bear one fact.
const (
	mostListed   = 1000
	mostFiltered = 300
	mostBearing  = 300
)

// List returns statements in the order of the texts, or, with byTime, of what they tell of.
func (g *Graph) List(f Filter, byTime bool, cursor string, limit int) (*Page, error) {
	g.see(f.Entity)
	r := g.reader()
	var relations []graph.ID
	if f.Relation != "" {
		relations = []graph.ID{g.Relation(f.Relation), graph.RelationID(f.Relation)}
	}
	status, err := f.held()
	if err != nil {
		return nil, err
	}
	places, more, err := r.texts.Places(f.Entity, relations, status, mostListed)
	if err != nil {
		return nil, err
	}
	kept, read := places[:0], 0
	for _, p := range places {
		g.see(p.Doc)
		sure, in := f.during(p.Day)
		if sure && !in {
			continue
		}
		if f.Class != "" || !sure {
			if read++; read > mostFiltered {
				more = true
				break
			}
			st, err := r.texts.Statement(p.ID)
			if err != nil {
				return nil, err
			}
			if ok, err := r.keep(f, &st); err != nil {
				return nil, err
			} else if !ok {
				continue
			}
		}
		kept = append(kept, p)
	}
	if byTime {
		sort.SliceStable(kept, func(i, j int) bool {
			a, b := kept[i].Day, kept[j].Day
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
	out := &Page{Total: len(kept), More: more, Next: next, Statements: make([]Statement, to-from)}
	for i, p := range kept[from:to] {
		sts, err := r.read([]graph.ID{p.ID})
		if err != nil {
			return nil, err
		}
		if out.Statements[i], err = r.statement(&sts[0]); err != nil {
			return nil, err
		}
		if s := &out.Statements[i]; byTime && s.Start == "" {
			s.Start = p.Day
		}
	}
	return out, nil
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
	r := g.reader()
	var sts []graph.Statement
	var more bool
	var err error
	if strings.HasPrefix(string(id), "f/") {
		sts, more, err = r.texts.Bearing(id, mostBearing)
	} else {
		sts, err = r.read([]graph.ID{id})
	}
	if err != nil {
		return nil, err
	}
	if len(sts) == 0 {
		return nil, fmt.Errorf("%s: no such fact: %w", id, graph.ErrNotFound)
	}
	for i := range sts {
		r.seeAll(&sts[i])
	}
	from, to, next, err := Window(len(sts), cursor, limit)
	if err != nil {
		return nil, err
	}
	out := &Page{Total: len(sts), More: more, Next: next}
	out.Statements, err = r.statements(sts[from:to])
	return out, err
}

// Conflict is what cannot hold at one time: of the kind "denied" a fact that some assert and others deny, of the kind
// "values" several values of a relation that has one, the first as asserted, the others as denied.
type Conflict struct {
	Kind     string      `json:"kind"`
	Asserted []Statement `json:"asserted"`
	Denied   []Statement `json:"denied"`
	More     int         `json:"more,omitempty"` // statements of both sides that are left out
}

// conflict is a Conflict by the ids of its statements.
type conflict struct {
	kind             string
	asserted, denied []graph.ID
}

// mostSide bounds the statements shown of one side of a conflict.
const mostSide = 10

// Conflicts returns a part of the conflicts of the whole store, how many there are, and the cursor of the next part;
// stale says that writes have come since they were looked for.
func (g *Graph) Conflicts(ctx context.Context, cursor string, limit int) (out []Conflict, total int, next string, stale bool, err error) {
	all, stale, err := g.shared.conflicts.get(ctx, g.shared.live, conflicts)
	if err != nil {
		return nil, 0, "", false, err
	}
	from, to, next, err := Window(len(all), cursor, limit)
	if err != nil {
		return nil, 0, "", false, err
	}
	r := g.reader()
	side := func(ids []graph.ID, more *int) (out []Statement, err error) {
		out = []Statement{}
		for _, id := range ids {
			if len(out) == mostSide {
				*more++
				continue
			}
			sts, err := r.read([]graph.ID{id})
			if errors.Is(err, graph.ErrNotFound) { // gone since
				continue
			}
			if err != nil {
				return nil, err
			}
			st, err := r.statement(&sts[0])
			if err != nil {
				return nil, err
			}
			out = append(out, st)
		}
		return out, nil
	}
	out = []Conflict{}
	for _, c := range all[from:to] {
		x := Conflict{Kind: c.kind}
		if x.Asserted, err = side(c.asserted, &x.More); err != nil {
			return nil, 0, "", false, err
		}
		if x.Denied, err = side(c.denied, &x.More); err != nil {
			return nil, 0, "", false, err
		}
		if len(x.Asserted) > 0 && len(x.Denied) > 0 {
			out = append(out, x)
		}
	}
	return out, len(all), next, stale, nil
}

// conflicts finds the conflicts of a store.
func conflicts(s *graph.Store) ([]conflict, error) {
	found, err := s.Conflicts()
	out := make([]conflict, len(found))
	for i, c := range found {
		out[i].kind = c.Kind
		for j, side := range c.Sides {
			for _, st := range side {
				if j == 0 {
					out[i].asserted = append(out[i].asserted, st.ID)
				} else {
					out[i].denied = append(out[i].denied, st.ID)
				}
			}
		}
	}
	return out, err
}

// Step is one step of a way between two entities.
type Step struct {
	From      Thing     `json:"from"`
	To        Thing     `json:"to"`
	Statement Statement `json:"statement"`
}

// Path returns a shortest way over statements of the statuses, empty where there is none within so many steps; more says
// that not all of them could be tried.
func (g *Graph) Path(from, to graph.ID, statuses []graph.Status, most int) (out []Step, more bool, err error) {
	out = []Step{}
	steps, err := g.Store.Path(from, to, statuses, most)
	if errors.Is(err, graph.ErrFar) {
		return out, true, nil
	}
	if err != nil {
		return nil, false, err
	}
	for _, s := range steps {
		var x Step
		for _, e := range []struct {
			id graph.ID
			to *Thing
		}{{s.From, &x.From}, {s.To, &x.To}} {
			n, err := g.Node(e.id)
			if err != nil {
				return nil, false, err
			}
			*e.to = Thing{ID: e.id, Name: n.Name}
			if len(n.Classes) > 0 {
				e.to.Class = n.Classes[0]
			}
		}
		st, err := g.Statement(s.Statement)
		if err != nil {
			return nil, false, err
		}
		x.Statement = *st
		out = append(out, x)
	}
	return out, false, nil
}
