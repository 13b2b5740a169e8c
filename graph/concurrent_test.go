package graph

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"kg/graph/quadstore"
)

// TestSecondOpening opens a store a second time: for writing it is refused, for reading it is as it was then.
func TestSecondOpening(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "kg.db")
	s, err := Create(dir, Settings{})
	if err != nil {
		t.Fatal(err)
	}
	say(t, s, "x", "Ann | meet | Bo")
	if _, err := Open(dir); !errors.Is(err, ErrLocked) {
		t.Errorf("opened again for writing: %v", err)
	}
	r, err := OpenToRead(dir)
	if err != nil {
		t.Fatal(err)
	}
	say(t, s, "y", "Cy | see | Di")
	if got := problems(t, r); len(got) > 0 {
		t.Errorf("%+v", got[0])
	}
	docs, err := r.Documents()
	if err != nil || len(docs) != 1 {
		t.Errorf("%v (%v)", docs, err)
	}
	if err := r.Remove(docs[0]); !errors.Is(err, quadstore.ErrReadOnly) {
		t.Errorf("written: %v", err)
	}
	if err := errors.Join(s.Close(), r.Close()); err != nil {
		t.Error(err)
	}
	if r, err = OpenToRead(dir); err != nil {
		t.Fatal(err)
	}
	if docs, err := r.Documents(); err != nil || len(docs) != 2 {
		t.Errorf("%v (%v)", docs, err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
}

// TestReadersBesideAWriter lets readers look at a document that a writer keeps changing, for KG_TEST_LASTING where that is
// set ("60s"): they see it whole, as it was or as it is.
func TestReadersBesideAWriter(t *testing.T) {
	s, err := Create(place(t), Settings{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	version := func(n int) []string {
		var lines []string
		for i := range 5 {
			lines = append(lines, fmt.Sprintf("Ann | say%d | Bo%d", n, i))
		}
		return lines
	}
	say(t, s, "x", version(0)...)
	var readers sync.WaitGroup
	done := make(chan struct{})
	for range 3 {
		readers.Add(1)
		go func() {
			defer readers.Done()
			for {
				select {
				case <-done:
					return
				default:
				}
				sts, err := s.Statements(Find{Doc: "d/x"})
				if err != nil || len(sts) != 5 {
					t.Errorf("%d statements (%v)", len(sts), err)
					return
				}
				for _, st := range sts {
					if st.Relation.Lemma != sts[0].Relation.Lemma {
						t.Errorf("half of one version, half of another: %s, %s", st.Relation.Lemma, sts[0].Relation.Lemma)
						return
					}
				}
				_, err1 := s.Resolve("ann")
				_, err2 := s.Stats()
				_, err3 := s.Path("e/ann", "e/bo1", []Status{Asserted}, 3)
				if err := errors.Join(err1, err2, err3, s.Export(io.Discard, "jsonld", false)); err != nil {
					t.Error(err)
					return
				}
			}
		}()
	}
	lasting, _ := time.ParseDuration(os.Getenv("KG_TEST_LASTING"))
	begun, n := time.Now(), 0
	for ; !t.Failed() && (n < 12 || time.Since(begun) < lasting); n++ {
		say(t, s, "x", version(n)...)
		say(t, s, strings.Repeat("y", n%12+1), "Cy | see | Di")
	}
	t.Logf("%d changes", n)
	close(done)
	readers.Wait()
}

// TestReadingWhileWriting reads while another is in the middle of a write, and while watchers are told of one.
func TestReadingWhileWriting(t *testing.T) {
	s, err := Memory(Settings{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	say(t, s, "x", "Ann | meet | Bo")
	read := func(doc ID, want int) {
		t.Helper()
		sts, err := s.Statements(Find{Doc: doc})
		_, err2 := s.Resolve("ann")
		if err := errors.Join(err, err2); err != nil || len(sts) != want {
			t.Errorf("%d statements of %s, want %d (%v)", len(sts), doc, want, err)
		}
	}
	s.mu.Lock()
	read("d/x", 1)
	s.mu.Unlock()
	told := false
	s.Watch(func([]ID) {
		told = true
		read("d/y", 1)
	})
	say(t, s, "y", "Cy | see | Di")
	if !told {
		t.Error("nobody was told")
	}
}
