package quadstore

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"github.com/cayleygraph/quad"
)

// TestAmong compares with a scan: of many subjects and of few, where many quads have the object and where few have, with
// quads that have a label among them; and sees it give up.
func TestAmong(t *testing.T) {
	s, err := Open("", Options{Create: true, Memory: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	r := rand.New(rand.NewSource(1))
	load := s.Load()
	for i := range 3000 {
		q := quad.Quad{Subject: quad.IRI(fmt.Sprint("s", i)), Predicate: quad.IRI("p"), Object: quad.IRI("often")}
		switch {
		case i%50 == 0:
			q.Object = quad.IRI("seldom")
		case i%7 == 0:
			q.Label = quad.IRI("l")
		}
		if err := load.Add(q); err != nil {
			t.Fatal(err)
		}
		if i%3 == 0 {
			q.Label = quad.IRI("l2")
			if err := load.Add(q); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := load.Close(); err != nil {
		t.Fatal(err)
	}
	v, err := s.View()
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	var all []ID
	for i := range 3000 {
		id, err := v.ID(quad.IRI(fmt.Sprint("s", i)))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, id)
	}
	pred, _ := v.ID(quad.IRI("p"))
	for _, name := range []string{"often", "seldom", "never"} {
		obj, _ := v.ID(quad.IRI(name))
		has := map[ID]bool{}
		if obj != 0 {
			if err := v.Scan(Quad{predicate: pred, object: obj}, func(q Quad) error {
				if q[label] == 0 {
					has[q[subject]] = true
				}
				return nil
			}); err != nil {
				t.Fatal(err)
			}
		} else {
			obj = 1 << 40
		}
		for _, n := range []int{0, 1, 20, 500, 3000} {
			subjects := slices.Clone(all)
			r.Shuffle(len(subjects), func(i, j int) { subjects[i], subjects[j] = subjects[j], subjects[i] })
			subjects = subjects[:n]
			slices.Sort(subjects)
			var want, got []ID
			for _, id := range subjects {
				if has[id] {
					want = append(want, id)
				}
			}
			left, err := v.Among(subjects, pred, obj, 10000, func(id ID) { got = append(got, id) })
			if err != nil || left < 0 || !slices.Equal(got, want) {
				t.Errorf("%s among %d: %d, want %d; left %d: %v", name, n, len(got), len(want), left, err)
			}
		}
	}
	often, _ := v.ID(quad.IRI("often"))
	if left, err := v.Among(all, pred, often, 100, func(ID) {}); err != nil || left >= 0 {
		t.Errorf("of 100 keys %d are left: %v", left, err)
	}
}
