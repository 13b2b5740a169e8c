package view

import (
	"context"
	"errors"
	"testing"

	"kg/graph"
)

// TestCounts asks how much there is before and after it has been counted.
func TestCounts(t *testing.T) {
	s, err := graph.Memory(graph.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	doc := graph.Document{ID: "d/x", Text: "Ann met Bo."}
	if _, err := s.Put(doc, nil); err != nil {
		t.Fatal(err)
	}
	g := &Graph{Store: s, shared: &shared{live: s, counted: make(chan struct{})}}
	if _, err := g.Counts(t.Context()); !errors.Is(err, ErrMaking) {
		t.Errorf("not counted yet: %v", err)
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := g.Counts(gone); !errors.Is(err, context.Canceled) {
		t.Errorf("nobody waits: %v", err)
	}
	close(g.shared.counted)
	if st, err := g.Counts(t.Context()); err != nil || st.Documents != 1 {
		t.Errorf("%d documents (%v)", st.Documents, err)
	}
}
