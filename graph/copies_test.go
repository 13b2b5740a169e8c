package graph

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"
)

// prose makes a text of n words that is like no other.
func prose(r *rand.Rand, n int) []string {
	var out []string
	for range n {
		out = append(out, fmt.Sprintf("%c%c%d", 'a'+r.Intn(26), 'a'+r.Intn(26), r.Intn(50)))
	}
	return out
}

// TestSketch compares texts that have a known part of their runs of words in common.
func TestSketch(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	near := func(a, b []string) bool {
		x, y := sketch(strings.Join(a, " ")), sketch(strings.Join(b, ", "))
		for i := range x {
			if x[i] == y[i] {
				return true
			}
		}
		return false
	}
	for _, c := range []struct {
		what  string
		cut   int // words of 300, at the end, that are others
		least int // of 200
		most  int
	}{{"nine tenths in common", 15, 199, 200}, {"eight tenths", 33, 190, 200}, {"a third", 150, 0, 16}, {"nothing", 300, 0, 0}} {
		found := 0
		for range 200 {
			a := prose(r, 300)
			b := append(append([]string{}, a[:300-c.cut]...), prose(r, c.cut)...)
			if near(a, b) {
				found++
			}
		}
		if found < c.least || found > c.most {
			t.Errorf("%s: %d of 200 are near-copies, want %d to %d", c.what, found, c.least, c.most)
		}
	}
	if short := "A short notice. It is the same as many."; sketch(short) != nil {
		t.Error("a short text has a sketch")
	}
}

// TestCopies puts, changes and removes agencies' texts in any order and compares with a fresh store: the graph, what is a
// copy of what, and what lies beside the quads.
func TestCopies(t *testing.T) {
	meet := []Statement{{Subject: Value{Name: "Ann", Class: "Person"}, Object: Value{Name: "Bo", Class: "Person"}, Relation: Relation{Lemma: "meet"}, Sources: []Source{{Start: 0, End: 3}}}}
	copies := 0
	for seed := range seeds(12) {
		r := rand.New(rand.NewSource(seed))
		texts := [][]string{prose(r, 120), prose(r, 120), prose(r, 120)}
		s := memory(t, Settings{})
		state := map[string]Article{}
		for range 40 {
			name := fmt.Sprint("paper-", r.Intn(9))
			if _, ok := state[name]; ok && r.Intn(3) == 0 {
				if err := s.Remove(DocID(name)); err != nil {
					t.Fatal(err)
				}
				delete(state, name)
				continue
			}
			words := texts[r.Intn(len(texts))]
			switch r.Intn(4) {
			case 0:
				words = append(prose(r, 6), words...) // with a line of the paper's own
			case 1:
				words = words[:len(words)-5]
			case 2:
				words = prose(r, 100)
			}
			doc := Document{ID: DocID(name), Text: strings.Join(words, " ") + "."}
			if r.Intn(2) == 0 {
				doc.Date = time.Date(2024, 1, 1+r.Intn(4), 0, 0, 0, 0, time.UTC)
			}
			if err := put(s, doc, meet); err != nil {
				t.Fatal(err)
			}
			state[name] = Article{Document: doc, Statements: meet}
		}
		if p := problems(t, s); len(p) > 0 {
			t.Fatalf("seed %d: %d problems, the first %+v", seed, len(p), p[0])
		}
		fresh := memory(t, Settings{})
		var all []Article
		for _, a := range state { // in any order, in steps of any size
			all = append(all, a)
		}
		for len(all) > 0 {
			n := 1 + r.Intn(len(all))
			if _, err := fresh.PutAll(all[:n]); err != nil {
				t.Fatal(err)
			}
			all = all[n:]
		}
		if a, b := dump(t, s), dump(t, fresh); a != b {
			t.Fatalf("seed %d:\n%s", seed, differ(b, a))
		}
		st, err := s.Stats()
		if err != nil {
			t.Fatal(err)
		}
		copies += st.Copies
	}
	if copies < int(seeds(12)) {
		t.Errorf("only %d copies in all", copies)
	}
}

// TestCopiesCountOnce stores a text of an agency's as two papers have it, beside another article that says the same.
func TestCopiesCountOnce(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	wire, other := prose(r, 100), prose(r, 100)
	s := memory(t, Settings{})
	store := func(name string, day int, words ...string) {
		t.Helper()
		doc := Document{ID: DocID(name), Text: strings.Join(words, " "), Date: time.Date(2024, 1, day, 0, 0, 0, 0, time.UTC)}
		st := Statement{Subject: Value{Name: "Ann", Class: "Person"}, Object: Value{Name: "Bo", Class: "Person"}, Relation: Relation{Lemma: "meet"}, Sources: []Source{{Start: 0, End: 3}}}
		if err := put(s, doc, []Statement{st}); err != nil {
			t.Fatal(err)
		}
	}
	expect := func(when string, weight, copies int, original ID) {
		t.Helper()
		top, err := s.Top(false, Asserted)
		if err != nil || len(top) != 2 || top[0].Statements != weight {
			t.Errorf("%s: %+v (%v), want %d statements", when, top, err, weight)
		}
		if got := export(t, s, "graphml", false); !strings.Contains(got, fmt.Sprintf(`<data key="weight">%d</data>`, weight)) {
			t.Errorf("%s: graphml has not the weight %d", when, weight)
		}
		if st, err := s.Stats(); err != nil || st.Copies != copies {
			t.Errorf("%s: %d copies (%v), want %d", when, st.Copies, err, copies)
		}
		if got, err := s.Original("d/gazette"); err != nil || got != original {
			t.Errorf("%s: the original of gazette is %s (%v), want %s", when, got, err, original)
		}
	}
	store("courier", 3, wire...)
	expect("one paper", 1, 0, "d/gazette")
	store("gazette", 2, append([]string{"from", "our", "agency"}, wire...)...)
	expect("two papers", 1, 1, "d/gazette")
	store("agency", 1, wire...)
	expect("the agency", 1, 2, "d/agency")
	store("rival", 4, other...)
	expect("another article", 2, 2, "d/agency")
	if got := export(t, s, "jsonld", false); !strings.Contains(got, `"copyOf": "d:agency"`) {
		t.Error("JSON-LD does not say what is a copy")
	}
	if err := s.Remove("d/agency"); err != nil {
		t.Fatal(err)
	}
	expect("without the agency", 2, 1, "d/gazette")
	if err := s.Remove("d/courier"); err != nil {
		t.Fatal(err)
	}
	expect("without the courier", 2, 0, "d/gazette")
}
