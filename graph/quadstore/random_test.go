package quadstore

import (
	"errors"
	"fmt"
	"math/rand"
	"slices"
	"sort"
	"testing"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// anyTerm returns one of a few terms of every kind, the awkward ones among them.
func anyTerm(r *rand.Rand) quad.Value {
	long := make([]byte, 300)
	for i := range long {
		long[i] = byte('a' + i%7)
	}
	terms := []quad.Value{
		quad.IRI("a"), quad.IRI("b\x00c"), quad.IRI(""), quad.BNode("a"), quad.String("a"), quad.String(""), quad.String("\xff\x00"),
		quad.LangString{Value: "a", Lang: "en"}, quad.LangString{Value: "a", Lang: "en-GB"}, quad.TypedString{Value: "05", Type: "int"},
		quad.TypedString{Value: "5", Type: "int"}, quad.TypedString{Value: "t5", Type: "in"}, quad.Int(-5), quad.Int(5), quad.Float(5.5), quad.Bool(true),
		quad.Time(time.Date(2024, 6, 12, 1, 2, 3, 4, time.FixedZone("", 7200))),
		quad.String(long), quad.String(string(long) + "1"), quad.String(string(long) + "2"), quad.String(long[:longTerm-1]), quad.String(long[:longTerm]),
	}
	return terms[r.Intn(len(terms))]
}

// TestAgainstAMap writes at random, one by one, in batches and in bulk, and compares with a map, also after opening again.
func TestAgainstAMap(t *testing.T) {
	for seed := range int64(6) {
		r := rand.New(rand.NewSource(seed))
		dir := t.TempDir() + "/quads"
		s, err := Open(dir, Options{Create: true})
		if err != nil {
			t.Fatal(err)
		}
		s.NoSync()
		want := map[string]bool{}
		anyQuad := func() quad.Quad {
			q := quad.Quad{Subject: anyTerm(r), Predicate: anyTerm(r), Object: anyTerm(r)}
			if r.Intn(3) == 0 {
				q.Label = anyTerm(r)
			}
			return q
		}
		name := func(q quad.Quad) string { return fmt.Sprintf("%#v", q) }
		var all []quad.Quad
		for step := range 60 {
			next := map[string]bool{}
			for k := range want {
				next[k] = true
			}
			var wantErr error
			switch r.Intn(4) {
			case 0:
				load := s.Load()
				for range r.Intn(40) {
					q := anyQuad()
					all = append(all, q)
					next[name(q)] = true
					if err := load.Add(q); err != nil {
						t.Fatal(err)
					}
				}
				added, err := load.Close()
				if err != nil || int(added) != len(next)-len(want) {
					t.Fatalf("seed %d, step %d: added %d, want %d (%v)", seed, step, added, len(next)-len(want), err)
				}
			default:
				var b Batch
				b.IgnoreDup, b.IgnoreMissing = r.Intn(2) == 0, r.Intn(2) == 0
				for range r.Intn(20) {
					q := anyQuad()
					all = append(all, q)
					b.Add = append(b.Add, q)
					if next[name(q)] && !b.IgnoreDup {
						wantErr = cayley.ErrQuadExists
					}
					next[name(q)] = true
				}
				for range r.Intn(20) {
					if len(all) == 0 {
						break
					}
					q := all[r.Intn(len(all))]
					b.Del = append(b.Del, q)
					if !next[name(q)] && !b.IgnoreMissing && wantErr == nil {
						wantErr = cayley.ErrQuadNotExist
					}
					delete(next, name(q))
				}
				if err := s.Write(b); !errors.Is(err, wantErr) {
					t.Fatalf("seed %d, step %d: %v, want %v", seed, step, err, wantErr)
				}
				if wantErr != nil {
					next = want
				}
			}
			want = next
			if step%20 == 19 {
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				if s, err = Open(dir, Options{}); err != nil {
					t.Fatal(err)
				}
				s.NoSync()
			}
			same(t, s, want, r, fmt.Sprintf("seed %d, step %d", seed, step))
		}
		sound(t, s, fmt.Sprint("seed ", seed))
		if err := s.Compact(); err != nil {
			t.Fatal(err)
		}
		same(t, s, want, r, "after compacting")
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// same compares the store with what it shall hold: all of it, the counts, and a pattern.
func same(t *testing.T, s *Store, want map[string]bool, r *rand.Rand, when string) {
	t.Helper()
	v, err := s.View()
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	var have []quad.Quad
	if err := v.Match([4]quad.Value{}, func(q quad.Quad) error { have = append(have, q); return nil }); err != nil {
		t.Fatal(when, err)
	}
	terms := map[string]bool{}
	for _, q := range have {
		if !want[fmt.Sprintf("%#v", q)] {
			t.Fatalf("%s: %v should not be there", when, q)
		}
		for _, d := range quad.Directions {
			if q.Get(d) != nil {
				terms[fmt.Sprintf("%#v", q.Get(d))] = true
			}
		}
	}
	if len(have) != len(want) || int(v.Quads()) != len(want) || int(v.Nodes()) != len(terms) {
		t.Fatalf("%s: %d quads, counted %d, want %d; %d terms counted, want %d", when, len(have), v.Quads(), len(want), v.Nodes(), len(terms))
	}
	var p [4]quad.Value
	for i := range p {
		if r.Intn(2) == 0 {
			p[i] = anyTerm(r)
		}
	}
	var got, expected []string
	for _, q := range have {
		fits := true
		for i, d := range quad.Directions {
			fits = fits && (p[i] == nil || fmt.Sprintf("%#v", q.Get(d)) == fmt.Sprintf("%#v", p[i]))
		}
		if fits {
			expected = append(expected, fmt.Sprintf("%#v", q))
		}
	}
	if err := v.Match(p, func(q quad.Quad) error { got = append(got, fmt.Sprintf("%#v", q)); return nil }); err != nil {
		t.Fatal(when, err)
	}
	if ids, ok, err := v.pattern(p); err != nil {
		t.Fatal(when, err)
	} else if ok {
		var scanned, back []Quad
		err := v.Scan(ids, func(q Quad) error { scanned = append(scanned, q); return nil })
		err = errors.Join(err, v.Back(ids, func(q Quad) error { back = append(back, q); return nil }))
		if slices.Reverse(back); err != nil || !slices.Equal(back, scanned) {
			t.Fatalf("%s: pattern %v: from the end %v, want %v turned (%v)", when, p, back, scanned, err)
		}
	}
	sort.Strings(got)
	sort.Strings(expected)
	if fmt.Sprint(got) != fmt.Sprint(expected) {
		t.Fatalf("%s: pattern %v: %v, want %v", when, p, got, expected)
	}
}
