package quadstore

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// TestReadOnlyBesideAWriter opens a store for reading again and again while it is written, loaded and compacted: each time
// every document is there whole, all those among them that were acknowledged before, and it stays so.
func TestReadOnlyBesideAWriter(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "quads")
	w, err := Open(dir, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	acknowledged := map[int]bool{}
	done, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for n := 0; ; n++ {
			select {
			case <-done:
				return
			default:
			}
			err := error(nil)
			if n%7 == 6 {
				load := w.Load()
				for _, q := range document(n) {
					err = errors.Join(err, load.Add(q))
				}
				_, closed := load.Close()
				err = errors.Join(err, closed)
			} else {
				err = w.Write(Batch{Add: document(n)})
			}
			if n%10 == 9 {
				err = errors.Join(err, w.Compact())
			}
			if err != nil {
				t.Error(err)
				return
			}
			mu.Lock()
			acknowledged[n] = true
			mu.Unlock()
		}
	}()
	var old *Store // kept open while the files go
	was := 0
	before := map[int]bool{}
	for n := 0; n < 20 || len(before) < 60; n++ {
		mu.Lock()
		for d := range acknowledged {
			before[d] = true
		}
		mu.Unlock()
		r, err := Open(dir, Options{ReadOnly: true})
		if err != nil {
			t.Fatal(n, err)
		}
		whole(t, r, before, fmt.Sprint("reader ", n))
		if old == nil {
			old, was = r, len(documents(t, r))
		} else if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
	close(done)
	<-ended
	if err := errors.Join(w.Compact(), w.Close()); err != nil {
		t.Error(err)
	}
	if got := len(documents(t, old)); got != was {
		t.Errorf("a reader's %d documents became %d", was, got)
	}
	if err := old.Close(); err != nil {
		t.Error(err)
	}
	t.Logf("%d documents written meanwhile", len(acknowledged))
}

// TestReadOnlyChangesNothing compares the folder before and after reading, and tries to write.
func TestReadOnlyChangesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "quads")
	s, err := Open(dir, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	for n := range 3 {
		if err := s.Write(Batch{Add: document(n)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	files := func() (out string) {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			info, err := e.Info()
			if err != nil {
				t.Fatal(err)
			}
			out += fmt.Sprintln(e.Name(), info.Size(), info.ModTime())
		}
		return out
	}
	before := files()
	r, err := Open(dir, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	load := r.Load()
	if err := load.Add(document(9)[0]); err != nil {
		t.Fatal(err)
	}
	_, loaded := load.Close()
	for what, err := range map[string]error{"write": r.Write(Batch{Add: document(9)}), "load": loaded, "compact": r.Compact()} {
		if !errors.Is(err, ErrReadOnly) {
			t.Errorf("%s: %v", what, err)
		}
	}
	whole(t, r, map[int]bool{0: true, 1: true, 2: true}, "read")
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if after := files(); after != before {
		t.Errorf("before:\n%safter:\n%s", before, after)
	}
	if _, err := Open(dir+"x", Options{ReadOnly: true}); !errors.Is(err, ErrCorrupt) {
		t.Errorf("a store that is not there: %v", err)
	}
}
