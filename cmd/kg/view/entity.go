package view

import (
	"fmt"
	"sort"
	"strings"

	"kg/graph"
)

// Fact is an edge from or to an entity, or what is said of it without one.
type Fact struct {
	ID         graph.ID  `json:"id,omitempty"`
	Relation   string    `json:"relation"`
	Direction  string    `json:"direction"` // "out": the entity is the subject, "in": the object, "other"
	Status     string    `json:"status"`
	Subject    *Thing    `json:"subject,omitempty"`
	Object     *Thing    `json:"object,omitempty"`
	Statements int       `json:"statements"`
	By         []string  `json:"by,omitempty"` // who says so, by name
	First      Statement `json:"statement"`    // the first that bears it
}

// Group is what an entity does, or has done to it, under one relation.
type Group struct {
	Relation  string `json:"relation"`
	Direction string `json:"direction"`
	Total     int    `json:"total"` // facts
	Asserted  int    `json:"asserted"`
	Denied    int    `json:"denied"`
	Doubted   int    `json:"doubted"`
	Facts     []Fact `json:"facts"` // at most the limit asked for, asserted first, best attested first
}

// Speaker is somebody who says something of an entity.
type Speaker struct {
	Thing
	Statements int `json:"statements"`
}

// Entity is what is known of a thing.
type Entity struct {
	ID         graph.ID  `json:"id"`
	Name       string    `json:"name"`
	Names      []string  `json:"names"`
	Classes    []string  `json:"classes"`
	Statements int       `json:"statements"`
	More       bool      `json:"more,omitempty"` // there are more statements, which are not counted here
	Documents  int       `json:"documents"`
	Said       int       `json:"said"` // statements of which it is the source
	Relations  []Group   `json:"relations"`
	Speakers   []Speaker `json:"speakers"` // most talkative first; the author has no name
}

// Resolve returns the entity that a name or id means, with what else it may have meant.
func (g *Graph) Resolve(name string) (graph.Candidate, error) {
	if strings.HasPrefix(name, "e/") {
		n, err := g.Node(graph.ID(name))
		return graph.Candidate{Node: n}, err
	}
	return g.Store.Resolve(name)
}

// mostRead bounds the statements about one entity that its page and its drawing are made of.
const mostRead = 120

// about reads statements about an entity, in order, and whether there are more than most.
func (r *reader) about(id graph.ID, most int) (sts []graph.Statement, more bool, err error) {
	ids, err := r.Pick([]graph.ID{id}, nil, most)
	if err != nil {
		return nil, false, err
	}
	if more = len(ids) > most; more {
		ids = ids[:most]
	}
	sts, err = r.read(ids)
	return sts, more, err
}

// Entity returns what is known of an entity, with at most so many facts to a relation.
func (g *Graph) Entity(id graph.ID, facts int) (*Entity, error) {
	n, err := g.Node(id)
	if err != nil {
		return nil, err
	}
	r := g.reader()
	sts, more, err := r.about(id, mostRead)
	if err != nil {
		return nil, err
	}
	out := &Entity{ID: id, Name: n.Name, Names: n.Names, Classes: n.Classes, Statements: len(sts), More: more, Relations: []Group{}, Speakers: []Speaker{}}
	docs := map[graph.ID]bool{}
	speakers := map[string]*Speaker{}
	type key struct{ relation, direction, fact string }
	found := map[key]*Fact{}
	first := map[*Fact]*graph.Statement{}
	groups := map[[2]string][]*Fact{}
	var order [][2]string
	for i := range sts {
		st := &sts[i]
		for _, src := range st.Sources {
			original, err := g.Original(src.Doc)
			if err != nil {
				return nil, err
			}
			docs[original] = true // near-copies are one source
		}
		if st.By.ID == id {
			out.Said++
		} else if by := st.By; !by.None() {
			k := string(by.ID) + by.Name
			if speakers[k] == nil {
				speakers[k] = &Speaker{Thing: *thing(by)}
			}
			speakers[k].Statements++
		}
		direction := "other"
		switch id {
		case st.Subject.ID:
			direction = "out"
		case st.Object.ID:
			direction = "in"
		}
		status := g.Status(*st)
		k := key{st.Relation.Lemma, direction, string(st.ID)}
		var fact graph.ID
		if st.Subject.ID != "" && !st.Object.None() {
			fact = g.Fact(st)
			k.fact = string(fact)
		}
		f := found[k]
		if f == nil {
			f = &Fact{ID: fact, Relation: st.Relation.Lemma, Direction: direction, Status: status.String(), Subject: thing(st.Subject), Object: thing(st.Object)}
			found[k], first[f] = f, st
			pair := [2]string{k.relation, direction}
			if groups[pair] == nil {
				order = append(order, pair)
			}
			groups[pair] = append(groups[pair], f)
		}
		f.Statements++
		if by := st.By.Name; by != "" && !contains(f.By, by) && len(f.By) < 5 {
			f.By = append(f.By, by)
		}
	}
	out.Documents = len(docs)
	for _, pair := range order {
		all := groups[pair]
		gr := Group{Relation: pair[0], Direction: pair[1], Total: len(all)}
		sort.SliceStable(all, func(i, j int) bool {
			a, b := all[i], all[j]
			if x, y := statusRank(a.Status), statusRank(b.Status); x != y {
				return x < y
			}
			return a.Statements > b.Statements
		})
		for i, f := range all {
			switch f.Status {
			case "asserted":
				gr.Asserted++
			case "denied":
				gr.Denied++
			default:
				gr.Doubted++
			}
			if i < facts {
				if f.First, err = r.statement(first[f]); err != nil {
					return nil, err
				}
				gr.Facts = append(gr.Facts, *f)
			}
		}
		out.Relations = append(out.Relations, gr)
	}
	sort.SliceStable(out.Relations, func(i, j int) bool {
		a, b := out.Relations[i], out.Relations[j]
		if (a.Direction == "other") != (b.Direction == "other") {
			return b.Direction == "other"
		}
		return a.Total > b.Total
	})
	for _, s := range speakers {
		out.Speakers = append(out.Speakers, *s)
	}
	sort.Slice(out.Speakers, func(i, j int) bool {
		a, b := out.Speakers[i], out.Speakers[j]
		if a.Statements != b.Statements {
			return a.Statements > b.Statements
		}
		return string(a.ID)+a.Name < string(b.ID)+b.Name
	})
	return out, nil
}

func statusRank(s string) int {
	switch s {
	case "asserted":
		return 0
	case "denied":
		return 1
	}
	return 2
}

// Filter says which statements are wanted; zero fields want all. From and To are days: From ≤ day ≤ To.
type Filter struct {
	Entity   graph.ID
	Relation string // lemma or slug
	Status   string
	Class    string // of an argument other than Entity
	From, To string
}

// Check reports what no statement can have.
func (f Filter) Check() error {
	switch f.Status {
	case "", "asserted", "denied", "doubted":
	default:
		return fmt.Errorf("status %q: want asserted, denied or doubted", f.Status)
	}
	for _, d := range []string{f.From, f.To} {
		if d != "" && !isDay(d) {
			return fmt.Errorf("date %q: want YYYY-MM-DD", d)
		}
	}
	return nil
}

// held is the status as the store has it, "" for any.
func (f Filter) held() (graph.Status, error) {
	for _, s := range []graph.Status{graph.Asserted, graph.Denied, graph.Doubted} {
		if f.Status == s.String() {
			return s, nil
		}
	}
	return "", f.Check()
}

// during reports whether what begins on a day, "" for one that is not known, falls into the filter's time; sure is false
// where that hangs on when it ends.
func (f Filter) during(day string) (sure, in bool) {
	switch {
	case f.From == "" && f.To == "":
		return true, true
	case day == "" || f.To != "" && day > f.To:
		return true, false
	}
	return day >= f.From, true
}

func isDay(s string) bool {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return false
	}
	for i, c := range s {
		if i != 4 && i != 7 && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// keep reports whether st is wanted. What has no time of its own counts at its document's date.
func (r *reader) keep(f Filter, st *graph.Statement) (bool, error) {
	if f.Relation != "" && st.Relation.ID != r.Store.Relation(f.Relation) && !strings.EqualFold(st.Relation.Lemma, f.Relation) {
		return false, nil
	}
	if f.Status != "" && r.Status(*st).String() != f.Status {
		return false, nil
	}
	if f.Class != "" {
		ok := false
		for _, v := range arguments(st) {
			ok = ok || v.ID != f.Entity && strings.EqualFold(v.Class, f.Class)
		}
		if !ok {
			return false, nil
		}
	}
	if f.From == "" && f.To == "" {
		return true, nil
	}
	from, to, err := r.when(st)
	if err != nil || from == "" {
		return false, err
	}
	return (f.To == "" || from <= f.To) && (f.From == "" || to >= f.From), nil
}

// when returns the first day of a statement's time and the last one or the first day after it; "" where nothing tells.
func (r *reader) when(st *graph.Statement) (from, to string, err error) {
	if !st.Time.Start.IsZero() {
		from = day(st.Time.Start)
		if to = day(st.Time.End); to == "" {
			to = "9999"
		}
		return from, to, nil
	}
	if len(st.Sources) == 0 {
		return "", "", nil
	}
	d, err := r.document(st.Sources[0].Doc)
	return day(d.Date), day(d.Date), err
}

func arguments(st *graph.Statement) []graph.Value {
	out := []graph.Value{st.Subject, st.Object, st.Place, st.By}
	for _, x := range st.Roles {
		out = append(out, x.Value)
	}
	return out
}
