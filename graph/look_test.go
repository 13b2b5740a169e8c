package graph

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// ring is a store in which a way of two steps is better borne than another, and one of three steps goes round.
func ring(t testing.TB) *Store {
	s := memory(t, Settings{})
	say(t, s, "x", "Ann | meet | Bob", "Bob | meet | Eve", "Ann | call | Bob", "Bob | call | Eve", "Ann | meet | Cid", "Cid | meet | Eve", "Ann | meet | Dan", "Dan | meet | Fay", "Fay | meet | Eve")
	return s
}

func TestPaths(t *testing.T) {
	s := ring(t)
	ways, err := s.Paths(Link("Ann", "Person"), Link("Eve", "Person"), []Status{Asserted}, 6, 5)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, w := range ways {
		line := string(w[0].From)
		for _, step := range w {
			line += " " + string(step.To)
			st, err := s.Statement(step.Statement)
			if err != nil || !st.Mentions(step.From) || !st.Mentions(step.To) {
				t.Errorf("step %+v: %+v %v", step, st, err)
			}
		}
		got = append(got, strings.ReplaceAll(line, "e/", ""))
	}
	want := "ann bob eve; ann cid eve; ann dan fay eve"
	if strings.Join(got, "; ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if ways, err := s.Paths(Link("Ann", "Person"), Link("Eve", "Person"), []Status{Denied}, 6, 5); err != nil || ways != nil {
		t.Errorf("over denials: %v %v", ways, err)
	}
}

func TestTop(t *testing.T) {
	s := memory(t, Settings{})
	var lines []string
	for _, team := range []string{"A", "B", "C"} { // three circles of friends, joined by their heads
		for i := range 5 {
			for j := range i {
				lines = append(lines, fmt.Sprintf("%s%d | know | %s%d", team, i, team, j))
			}
		}
	}
	lines = append(lines, "A0 | know | B0", "B0 | know | C0")
	say(t, s, "x", lines...)
	first := ""
	for range 5 {
		top, err := s.Top(true, Asserted)
		if err != nil {
			t.Fatal(err)
		}
		sum, teams := 0.0, map[int]string{}
		for _, r := range top {
			sum += r.PageRank
			if was := teams[r.Community]; was != "" && was != r.Name[:1] {
				t.Errorf("%s is in the community of team %s", r.Name, was)
			}
			teams[r.Community] = r.Name[:1]
		}
		if len(top) != 15 || top[0].Name != "B0" || top[0].Neighbours != 6 || len(teams) != 3 || sum < 0.999 || sum > 1.001 {
			t.Errorf("%d entities, first %s with %d, %d communities, ranks add up to %f", len(top), top[0].Name, top[0].Neighbours, len(teams), sum)
		}
		if out := fmt.Sprint(top); first == "" {
			first = out
		} else if out != first {
			t.Error("not the same twice")
		}
	}
}

func TestDiff(t *testing.T) {
	s := news(t)
	read := func(until time.Time) Known {
		k, err := s.Known(until)
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	day := func(m time.Month) time.Time { return time.Date(2024, m, 6, 0, 0, 0, 0, time.UTC) }
	show := func(a, b Known) string {
		var out []string
		for _, c := range Diff(a, b) {
			out = append(out, fmt.Sprintf("%s>%s %s %s %s", string(c.Was), string(c.Is), c.Statement.Subject.Name, c.Statement.Relation.Lemma, c.Statement.Object.Name))
		}
		return strings.Join(out, "; ")
	}
	if got, want := show(read(day(1)), read(day(2))), ">not Bob visit Oslo"; got != want {
		t.Errorf("January to February: %q, want %q", got, want)
	}
	if got, want := show(read(day(3)), read(day(2))), "p> Cid sign lease; p> Oslo host summit"; got != want {
		t.Errorf("back: %q, want %q", got, want)
	}
	if got := show(read(time.Time{}), read(day(3))); got != "" {
		t.Errorf("nothing happened: %q", got)
	}
	was := read(time.Time{})
	say(t, s, "z", "Ann | !meet | Bob", "Ann | thank | Bob")
	if got, want := show(was, read(time.Time{})), ">not Ann meet Bob; >p Ann thank Bob"; got != want {
		t.Errorf("a denial: %q, want %q", got, want)
	}
}
