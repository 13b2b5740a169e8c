package quadstore

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
)

// TestOpenWaitsForNoMerging opens a store whose tables are due to be merged: that is begun after the next flush.
func TestOpenWaitsForNoMerging(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "quads")
	s, err := Open(dir, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	flush := func(n int) {
		t.Helper()
		if err := s.Write(Batch{Add: []quad.Quad{{Subject: quad.IRI(fmt.Sprint("s", n)), Predicate: quad.IRI("p"), Object: quad.String("o")}}}); err != nil {
			t.Fatal(err)
		}
		if err := s.db.Flush(); err != nil {
			t.Fatal(err)
		}
	}
	s.opening.Store(true) // as if it were never there
	for n := range 6 {
		flush(n)
	}
	if n := s.db.Metrics().Compact.Count; n > 0 {
		t.Fatalf("%d times merged while it was not to be", n)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(dir, Options{}); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if n := s.db.Metrics().Compact.Count; n > 0 {
		t.Errorf("%d times merged before it was open", n)
	}
	flush(6)
	for try := 0; s.db.Metrics().Compact.Count == 0; try++ {
		if try == 1000 {
			t.Fatal("not merged after a flush")
		}
		time.Sleep(10 * time.Millisecond)
	}
}
