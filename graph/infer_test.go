package graph

import (
	"fmt"
	"strings"
	"testing"
)

func inferred(t *testing.T, s *Store, about ID) []string {
	t.Helper()
	found, err := s.Infer(about)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range found {
		got = append(got, fmt.Sprintf("%s %s %s %d", d.Subject[2:], d.Relation[2:], d.Object[2:], len(d.Premises)))
		for _, p := range d.Premises {
			if sts, _, err := s.Reader().Bearing(p, 1); strings.HasPrefix(string(p), "f/") && (err != nil || len(sts) == 0) {
				t.Errorf("%v: premise %s is borne by nothing (%v)", d, p, err)
			}
		}
	}
	return got
}

func TestInfer(t *testing.T) {
	s := memory(t, Settings{})
	say(t, s, "one", "Ann | marry | Bo", "Cy | !marry | Di", "Acme | own | Birch", "Acme | like | Birch", "Fir | be part of | Oak", "Oak | be part of | Elm", "Gum | be part of | tree", "tree | be part of | Yew")
	say(t, s, "two", "Cedar | buy | Acme", "Elm | include | Oak")
	got := strings.Join(inferred(t, s, ""), ", ")
	want := "birch be-owned-by acme 1, birch be-owned-by cedar 1, bo marry ann 1, cedar own birch 2, elm include fir 1, fir be-part-of elm 2, oak include fir 1"
	for _, w := range strings.Split(want, ", ") {
		if !strings.Contains(got, w) {
			t.Errorf("%s does not follow in %s", w, got)
		}
	}
	for _, w := range []string{"di marry", "gum be-part-of yew", "like"} {
		if strings.Contains(got, w) {
			t.Errorf("%s follows in %s", w, got)
		}
	}
	if got, want := strings.Join(inferred(t, s, Link("Bo", "Person")), ", "), "bo marry ann 1"; got != want {
		t.Errorf("for Bo follows %s, want %s", got, want)
	}
}

// TestInferOffice holds that an attribute gives the relation that it holds, and that what is planned joins with nothing.
func TestInferOffice(t *testing.T) {
	s := memory(t, Settings{})
	acme, gum := Value{Name: "Acme", Class: "Organization"}, Value{Name: "Gum", Class: "Organization"}
	source := []Source{{Start: 0, End: 4}}
	err := put(s, Document{ID: DocID("x"), Text: "Text."}, []Statement{
		{Subject: Value{Name: "Ann Lee", Class: "Person"}, Relation: Relation{Lemma: "be"}, Object: Value{Name: "chief executive of Acme", Class: "Person"},
			Kind: Attribute, Tense: Present, Roles: []Role{{"of", acme}}, Sources: source},
		{Subject: Value{Name: "Bo Day", Class: "Person"}, Relation: Relation{Lemma: "be"}, Object: Value{Name: "former chief executive of Acme", Class: "Person"},
			Kind: Attribute, Tense: Present, Roles: []Role{{"of", acme}}, Sources: source},
		{Subject: acme, Relation: Relation{Lemma: "acquire"}, Object: gum, Tense: Future, Sources: source},
		{Subject: gum, Relation: Relation{Lemma: "own"}, Object: Value{Name: "Oak", Class: "Organization"}, Tense: Present, Sources: source},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(inferred(t, s, ""), ", "), "ann-lee be-ceo-of acme.org 1, oak.org be-owned-by gum.org 1"; got != want {
		t.Errorf("%s follows, want %s", got, want)
	}
}

// TestInferOfHub holds that what follows for a thing is found among more links than are looked through.
func TestInferOfHub(t *testing.T) {
	s := memory(t, Settings{})
	var lines []string
	for i := range mostPassed + 200 {
		lines = append(lines, fmt.Sprintf("Hub | like | Tree%d", i))
	}
	say(t, s, "hub", append(lines, "Hub | own | Birch", "Acme | own | Hub")...)
	if got, want := strings.Join(inferred(t, s, Link("Hub", "Person")), ", "), "birch be-owned-by hub 1, hub be-owned-by acme 1"; got != want {
		t.Errorf("%s follows, want %s", got, want)
	}
}
