package graph

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// say puts a document of statements "subject | relation | object", "!" before the relation for a denial.
func say(t testing.TB, s *Store, doc string, lines ...string) {
	t.Helper()
	var sts []Statement
	for _, l := range lines {
		part := strings.Split(l, " | ")
		st := Statement{Subject: Value{Name: part[0], Class: "Person"}, Object: Value{Name: part[2], Class: "Person"}, Sources: []Source{{Start: 0, End: 4}}}
		lemma, denied := strings.CutPrefix(part[1], "!")
		if st.Relation.Lemma = lemma; denied {
			st.Polarity = Negative
		}
		if len(part) > 3 {
			start, err := time.Parse(time.DateOnly, part[3])
			if err != nil {
				t.Fatal(err)
			}
			st.Time = Time{Text: part[3], Value: part[3], Start: start, End: start.AddDate(0, 0, 1)}
		}
		sts = append(sts, st)
	}
	if err := put(s, Document{ID: DocID(doc), Text: "Text."}, sts); err != nil {
		t.Fatal(err)
	}
}

func TestPath(t *testing.T) {
	s := memory(t, Settings{})
	say(t, s, "x", "a | know | b", "c | know | b", "c | know | d", "d | know | e", "a | !know | e", "f | know | f", "a | like | c")
	for _, c := range []struct {
		from, to string
		statuses []Status
		most     int
		want     string
	}{
		{"a", "d", []Status{Asserted}, 6, "a>c:like c>d:know"},
		{"d", "a", []Status{Asserted}, 6, "d>c:know c>a:like"},
		{"a", "e", []Status{Asserted}, 6, "a>c:like c>d:know d>e:know"},
		{"a", "e", []Status{Asserted, Denied}, 6, "a>e:know"},
		{"a", "e", []Status{Asserted}, 2, ""},
		{"a", "f", []Status{Asserted}, 6, ""},
		{"a", "a", []Status{Asserted}, 6, ""},
	} {
		steps, err := s.Path(Link(c.from, "Person"), Link(c.to, "Person"), c.statuses, c.most)
		var got []string
		for _, p := range steps {
			st, err := s.Statement(p.Statement)
			if err != nil || !st.Mentions(p.From) || !st.Mentions(p.To) {
				t.Fatalf("%+v: %+v (%v)", p, st, err)
			}
			got = append(got, fmt.Sprintf("%s>%s:%s", p.From[2:], p.To[2:], st.Relation.Lemma))
			if sts, _, err := s.Reader().Bearing(s.Fact(&st), 2); err != nil || len(sts) != 1 || sts[0].ID != st.ID {
				t.Errorf("the fact of %s is borne by %+v (%v)", st.ID, sts, err)
			}
		}
		if err != nil || strings.Join(got, " ") != c.want {
			t.Errorf("%s to %s: %v (%v), want %s", c.from, c.to, got, err, c.want)
		}
	}
}

// hubs is a store of two who stand in more statements than a search for ways reads, without a way between them.
func hubs(t testing.TB) *Store {
	s := memory(t, Settings{})
	var lines []string
	for i := range mostSteps + 1 {
		lines = append(lines, fmt.Sprintf("Ann | meet | P%d", i), fmt.Sprintf("Bob | see | Q%d", i))
	}
	say(t, s, "x", lines...)
	return s
}

func TestPathOfHubs(t *testing.T) {
	s := hubs(t)
	ann, bob := Link("Ann", "Person"), Link("Bob", "Person")
	if steps, err := s.Path(ann, bob, []Status{Asserted}, 6); !errors.Is(err, ErrFar) {
		t.Errorf("a way that is not there: %v (%v)", steps, err)
	}
	say(t, s, "y", "Ann | !thank | Bob")
	say(t, s, "z", "Bob | call | Ann")
	for _, c := range []struct {
		statuses []Status
		want     string
	}{{[]Status{Asserted}, "call"}, {[]Status{Denied}, "thank"}} {
		steps, err := s.Path(ann, bob, c.statuses, 6)
		if err != nil || len(steps) != 1 || steps[0].From != ann || steps[0].To != bob {
			t.Fatalf("%v (%v)", steps, err)
		}
		if st, err := s.Statement(steps[0].Statement); err != nil || st.Relation.Lemma != c.want {
			t.Errorf("%v by %q (%v), want %q", c.statuses, st.Relation.Lemma, err, c.want)
		}
	}
	ways, err := s.Paths(ann, bob, []Status{Asserted}, 6, 3)
	if err != nil || len(ways) != 1 || len(ways[0]) != 1 {
		t.Errorf("%v (%v)", ways, err)
	}
}
