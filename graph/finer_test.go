package graph

import (
	"strings"
	"testing"
)

// TestFinerClass holds that a thing has the finer class that one of its names tells, beside its own, while that name is borne.
func TestFinerClass(t *testing.T) {
	s := memory(t, Settings{})
	say := func(doc, name string) {
		v := Value{Name: name, Class: "Organization"}
		err := put(s, Document{ID: DocID(doc), Text: "Text."}, []Statement{{Subject: v, Relation: Relation{Lemma: "grow"}, Sources: []Source{{Start: 0, End: 4}}}})
		if err != nil {
			t.Fatal(err)
		}
	}
	say("one", "Elm Bank")
	n, err := s.Node(Link("Elm Bank", "Organization"))
	if got := strings.Join(n.Classes, " ") + ": " + strings.Join(n.Finer, " "); err != nil || got != "Organization: BankOrCreditUnion Corporation" {
		t.Errorf("Elm Bank is %s (%v)", got, err)
	}
	before := dump(t, s)
	say("two", "Oak University")
	if err := s.Remove(DocID("two")); err != nil {
		t.Fatal(err)
	}
	if d := differ(before, dump(t, s)); d != "" {
		t.Errorf("a document that came and went leaves\n%s", d)
	}
}
