package graph

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestResolve(t *testing.T) {
	s := memory(t, Settings{})
	ford := Statement{Subject: Value{Name: "Ford Motor", Text: "Ford", Class: "Organization"}, Object: Value{Name: "ford", Class: "Place"}, Relation: Relation{Lemma: "cross"}, Sources: []Source{{Start: 0, End: 4}}}
	var sts []Statement
	for _, verb := range []string{"build", "sell", "own"} {
		st := ford
		st.Relation.Lemma, st.Object = verb, Value{Name: "cars", Class: "Thing"}
		sts = append(sts, st)
	}
	if err := put(s, Document{ID: "d/x", Text: "Text."}, append(sts, ford)); err != nil {
		t.Fatal(err)
	}
	say(t, s, "y", "Anna Berg | see | Anna Lund", "Björn Ek | see | Anna Berg", "Carl Anders | see | Björn Ek")
	for _, c := range []struct {
		name string
		want ID // or the start of the error
	}{
		{"Ford", "e/ford-motor.org"}, // four times as much is said of it as of the ford
		{"e/ford.place", "e/ford.place"},
		{"ford.place", "e/ford.place"},
		{"urn:kg:e/ford.place", "e/ford.place"},
		{"ANNA BERG", "e/anna-berg"},
		{"bjorn", "e/bjorn-ek"},
		{"Lun", "e/anna-lund"},
		{"anders", "e/carl-anders"},
		{"Anna", "\"Anna\" may mean e/anna-berg (Anna Berg, 2 statements), e/anna-lund"},
		{"Bjron Ek", "\"Bjron Ek\": no such entity: not found; did you mean Björn Ek?"},
		{"xyzzy", "\"xyzzy\": no such entity"},
	} {
		got, err := s.Resolve(c.name)
		if err != nil && !strings.HasPrefix(err.Error(), string(c.want)) || err == nil && got.ID != c.want {
			t.Errorf("%s: %s %v, want %s", c.name, got.ID, err, c.want)
		}
		var several *AmbiguousError
		if err != nil && !errors.Is(err, ErrNotFound) && !errors.As(err, &several) {
			t.Errorf("%s: an error of neither kind: %v", c.name, err)
		}
	}
	if c, err := s.Resolve("Ford"); err != nil || !strings.Contains(c.Note("Ford"), "it may mean e/ford.place") {
		t.Errorf("the note on what else it may mean: %q (%v)", c.Note("Ford"), err)
	}
}

// TestManyCandidates resolves the beginning of very many names to those most spoken of.
func TestManyCandidates(t *testing.T) {
	s := memory(t, Settings{})
	var lines []string
	for i := range 100 {
		lines = append(lines, fmt.Sprintf("Kim B%c%c | see | Ann Lee", 'a'+i/10, 'a'+i%10))
	}
	say(t, s, "x", append(lines, "Kim Bjj | hear | Ann Lee")...)
	_, err := s.Resolve("Kim")
	several, ok := errors.AsType[*AmbiguousError](err)
	if !ok || len(several.Candidates) != mostCandidates || several.Candidates[0].Name != "Kim Bjj" || !strings.Contains(err.Error(), "at least") {
		t.Errorf("%v", err)
	}
}
