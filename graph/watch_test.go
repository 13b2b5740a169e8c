package graph

import (
	"fmt"
	"slices"
	"sort"
	"testing"
)

// TestKeptUp writes and removes random documents and checks what is kept up with each write against what is counted
// anew: the counts, the weights, the places; and that a frozen state stays as it was.
func TestKeptUp(t *testing.T) {
	s, err := Memory(Settings{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	told := map[ID]bool{}
	s.Watch(func(ids []ID) {
		for _, id := range ids {
			told[id] = true
		}
	})
	c := newCorpus(3)
	if _, err := s.Stats(); err != nil {
		t.Fatal(err)
	}
	for n := range 20 {
		before, err := s.Frozen()
		if err != nil {
			t.Fatal(err)
		}
		was, err := before.all()
		if err != nil {
			t.Fatal(err)
		}
		clear(told)
		name := c.name()
		if _, err := s.Document(DocID(name)); err == nil && c.Intn(3) == 0 {
			err = s.Remove(DocID(name))
			if err != nil {
				t.Fatal(err)
			}
		} else {
			doc, sts := c.document(name)
			if err := put(s, doc, sts); err != nil {
				t.Fatal(err)
			}
		}
		got, err := s.Stats()
		if err != nil {
			t.Fatal(err)
		}
		now, err := s.Frozen()
		if err != nil {
			t.Fatal(err)
		}
		want, err := now.count()
		if err != nil {
			t.Fatal(err)
		}
		if got != want {
			t.Fatalf("write %d: %+v, want %+v", n, got, want)
		}
		is, err := now.all()
		if err != nil {
			t.Fatal(err)
		}
		for id := range is {
			if is[id].text != was[id].text && !told[id] && !slices.ContainsFunc(was[id].names, func(id ID) bool { return told[id] }) {
				t.Errorf("write %d: nothing was told of %s and what it stands beside\n%s\n%s", n, id, was[id].text, is[id].text)
			}
		}
		if again, err := before.all(); err != nil || fmt.Sprint(again) != fmt.Sprint(was) {
			t.Errorf("write %d: a frozen store has changed: %v", n, err)
		}
		if err := before.apply(s.settings(), nil); err == nil {
			t.Error("a frozen store was written")
		}
		for _, f := range []*Store{before, now} {
			if err := f.Thaw(); err != nil {
				t.Fatal(err)
			}
		}
	}
	top, rest, err := s.Heaviest(5)
	if err != nil || len(top) != 5 {
		t.Fatal(top, err)
	}
	nodes, err := s.Nodes()
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range nodes {
		w, err := s.Weight(n.ID, 1<<20)
		if err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(top, func(w Weight) bool { return w.ID == n.ID })
		if at >= 0 && top[at].N != w || at < 0 && w > rest {
			t.Errorf("%s weighs %d: %v, the others %d at most", n.ID, w, top, rest)
		}
	}
}

// spokenOf is what is said of an entity, and the entities that stand in it.
type spokenOf struct {
	text  string
	names []ID
}

// all writes out what is said of each entity.
func (s *Store) all() (map[ID]spokenOf, error) {
	out := map[ID]spokenOf{}
	nodes, err := s.Nodes()
	if err != nil {
		return nil, err
	}
	for _, n := range nodes {
		sts, err := s.Statements(Find{Entity: n.ID})
		if err != nil {
			return nil, err
		}
		spoken := spokenOf{text: fmt.Sprint(n, sts)}
		for _, st := range sts {
			for _, a := range arguments {
				spoken.names = append(spoken.names, a.value(&st).ID)
			}
			for _, r := range st.Roles {
				spoken.names = append(spoken.names, r.Value.ID)
			}
		}
		out[n.ID] = spoken
		places, more, err := s.Reader().Places(n.ID, nil, "", 1000)
		if err != nil || more || len(places) != len(sts) {
			return nil, fmt.Errorf("%s: %d places of %d statements: %v", n.ID, len(places), len(sts), err)
		}
		sort.SliceStable(sts, func(i, j int) bool { // as places are: by where they begin
			a, b := sts[i].Sources[0], sts[j].Sources[0]
			return a.Doc < b.Doc || a.Doc == b.Doc && (a.Start < b.Start || a.Start == b.Start && sts[i].ID < sts[j].ID)
		})
		for i, p := range places {
			st := sts[i]
			day := ""
			if doc, err := s.Document(p.Doc); err != nil {
				return nil, err
			} else if !st.Time.Start.IsZero() {
				day = st.Time.Start.UTC().Format("2006-01-02")
			} else if !doc.Date.IsZero() {
				day = doc.Date.Format("2006-01-02")
			}
			if p.ID != st.ID || p.Doc != st.Sources[0].Doc || p.Day != day {
				return nil, fmt.Errorf("%s: place %+v of %+v", n.ID, p, st)
			}
		}
	}
	return out, nil
}
