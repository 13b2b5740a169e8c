package quadstore

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"github.com/cayleygraph/quad"
)

// TestSeveral compares what is read of many subjects at once, unknown and repeated ones among them, with what is read of each,
// and ids likewise: with nothing remembered and with much.
func TestSeveral(t *testing.T) {
	s, err := Open(t.TempDir()+"/quads", Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	r := rand.New(rand.NewSource(1))
	load := s.Load()
	for range 600 {
		q := quad.Quad{Subject: anyTerm(r), Predicate: anyTerm(r), Object: anyTerm(r)}
		if r.Intn(3) == 0 {
			q.Label = anyTerm(r)
		}
		if err := load.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := load.Close(); err != nil {
		t.Fatal(err)
	}
	for round := range 20 {
		v, err := s.View()
		if err != nil {
			t.Fatal(err)
		}
		subs := []quad.Value{quad.IRI("nowhere")}
		for range r.Intn(12) {
			subs = append(subs, anyTerm(r))
		}
		aside, err := v.ID(quad.String("a"))
		if err != nil {
			t.Fatal(err)
		}
		var got, want []string
		err = v.Several(subs, []ID{aside}, func(i int, q quad.Quad) error {
			got = append(got, fmt.Sprintf("%d %#v", i, q))
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		ids, err := v.IDs(subs)
		if err != nil {
			t.Fatal(err)
		}
		for i, sub := range subs {
			if id, err := v.ID(sub); err != nil || id != ids[i] {
				t.Errorf("round %d: %v is %d, among others %d (%v)", round, sub, id, ids[i], err)
			}
			err := v.About(sub, []ID{aside}, func(q quad.Quad) error {
				want = append(want, fmt.Sprintf("%d %#v", i, q))
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) || len(want) == 0 && round == 0 {
			t.Errorf("round %d: got %d quads %v\nwant %d %v", round, len(got), got, len(want), want)
		}
		if err := v.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
