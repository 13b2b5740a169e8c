package graph

import (
	"fmt"
	"os"
	"testing"
	"time"
)

// TestFormat compares the encoding of an article that uses all of it with the one that this format is known by. Where the
// encoding is meant to change, raise format, then run with KG_UPDATE=1.
func TestFormat(t *testing.T) {
	text := "Vera Lindqvist told a court that Orsova will hardly pay back 40 to 60 euros in May unless it rains there."
	v := func(name, class string) Value { return Value{Name: name, Text: name, Class: class} }
	at := Source{Start: 0, End: len(text), Extractor: "verb"}
	st := Statement{
		Subject: Value{Name: "Orsova", Text: "it", Class: "Organization"}, Object: v("60 euros", "amount"),
		Relation: Relation{ID: "p/pay", Lemma: "pay back", Text: "will pay back"}, Kind: Speech, Polarity: Negative, Certainty: Possible, Tense: Future,
		By: v("Vera Lindqvist", "Person"), Cue: "tell", Condition: "unless it rains there", Place: unnamed,
		Time:     Time{Text: "in May", Value: "2024-05", Start: time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC), End: time.Date(2024, 6, 1, 0, 0, 0, 0, time.UTC)},
		Quantity: Quantity{Text: "40 to 60", Value: 40, Max: 60, Bound: "about", Unit: "EUR", Valid: true, SI: 41.5, SIUnit: "s", Ordinal: true},
		Roles:    []Role{{"ahead of", v("Vera Lindqvist", "Person")}}, Sources: []Source{at, {Start: 0, End: 14, Extractor: "noun"}}, Confidence: 0.5,
	}
	doc := Document{ID: DocID("a b"), Title: "T", Publisher: "P", URL: "https://news.example/a", Date: time.Date(2024, 4, 30, 8, 0, 0, 0, time.UTC), Text: text,
		Entities: []Entity{{Name: "Vera Lindqvist", Class: "Person", Spans: [][2]int{{0, 14}}, Traits: Traits{Sure: true, Gender: "female", Known: "Vera Lindqvist", KnownClass: "Person", SameAs: "urn:x"}}}}
	s := memory(t, Settings{})
	if err := put(s, doc, []Statement{st}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Decide(Decision{Kind: "split", Entity: "e/orsova.org", To: "e/other", Doc: doc.ID, Name: "Orsova"}, Decision{Kind: "rename", Entity: "e/vera-lindqvist", Name: "Vera"}); err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("testdata/format-%d.nq", format)
	got := dump(t, s)
	want, err := os.ReadFile(name)
	if os.IsNotExist(err) && os.Getenv("KG_UPDATE") != "" {
		want, err = []byte(got), os.WriteFile(name, []byte(got), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("format %d is another now; raise it:\n%s", format, differ(string(want), got))
	}
}
