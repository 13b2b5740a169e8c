package ingest_test

import (
	"errors"
	"fmt"
	"testing"

	"kg/ingest"
	"kg/ingest/text"
)

// TestAll checks that results and errors come in the documents' order, and that the loop may end early.
func TestAll(t *testing.T) {
	p, err := ingest.New()
	if err != nil {
		t.Fatal(err)
	}
	bad := errors.New("bad file")
	docs := func(yield func(*text.Document, error) bool) {
		for i := range 12 {
			if i%5 == 3 {
				if !yield(nil, bad) {
					return
				}
				continue
			}
			if !yield(&text.Document{ID: fmt.Sprint(i), Text: "Ann Roe met Tom Okoro."}, nil) {
				return
			}
		}
	}
	n := 0
	for r, err := range p.All(t.Context(), docs) {
		if want := n%5 == 3; (err != nil) != want || err == nil && (r.Doc.ID != fmt.Sprint(n) || len(r.Statements) == 0) {
			t.Errorf("result %d: %+v, %v", n, r, err)
		}
		n++
	}
	if n != 12 {
		t.Errorf("%d results, want 12", n)
	}
	for range p.All(t.Context(), docs) {
		break
	}
}
