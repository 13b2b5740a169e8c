package graph

import (
	"slices"
	"testing"
)

// The mentions of all documents come back with where they stand, in the order of the text.
func TestPassages(t *testing.T) {
	doc := Document{ID: DocID("a"), Text: "Vera Lindqvist spoke. Lindqvist left Bergen.", Entities: []Entity{
		{Name: "Bergen", Class: "Place", Spans: [][2]int{{37, 43}}},
		{Name: "Vera Lindqvist", Class: "Person", Spans: [][2]int{{0, 14}, {22, 31}}},
	}}
	s := memory(t, Settings{})
	if err := put(s, doc, nil); err != nil {
		t.Fatal(err)
	}
	got, err := s.Passages()
	if err != nil {
		t.Fatal(err)
	}
	want := []Passage{
		{doc.ID, 0, 14, "e/vera-lindqvist", "Person"},
		{doc.ID, 22, 31, "e/vera-lindqvist", "Person"},
		{doc.ID, 37, 43, "e/bergen.place", "Place"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
