package graph

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"

	"kg/graph/quadstore"
)

// failing names the variable that makes of the tests' program one that writes to a failing disk: the number of the
// operation that fails, how many fail from there, and the store.
const failing = "KG_TEST_FAILING"

// steps are what is done to a store one after the other: new articles, near-copies, changed ones, decisions, removals.
func steps(s *Store) []func() error {
	c := newCorpus(1)
	var out []func() error
	article := func(name string) Article {
		doc, sts := c.document(name)
		doc.Text += strings.Repeat(" The same words stand in many papers, and each of them counts with the others as one source of what it says.", 3)
		return Article{Document: doc, Statements: sts}
	}
	for i := range 4 {
		batch := []Article{article(fmt.Sprint("x", i)), article(fmt.Sprint("y", i)), article("changed")}
		out = append(out, func() error {
			done, err := s.PutAll(batch)
			for _, d := range done {
				err = errors.Join(err, d.Err)
			}
			return err
		})
	}
	return append(out, func() error { return s.Remove(DocID("x1")) }, func() error {
		_, err := s.Decide(Decision{Kind: "merge", Entity: "e/joe-biden", To: "e/ukraine.place"})
		return err
	})
}

// failingWriter opens a store on a disk on which some operations fail, and does the steps, each of which it acknowledges
// on standard output.
func failingWriter(spec string) error {
	part := strings.SplitN(spec, " ", 3)
	from, err1 := strconv.ParseInt(part[0], 10, 64)
	most, err2 := strconv.ParseInt(part[1], 10, 64)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	var n atomic.Int64
	n.Store(-1 << 40) // opening is not what is tried
	s, err := open(part[2], quadstore.Options{FS: errorfs.Wrap(vfs.Default, errorfs.InjectorFunc(func(op errorfs.Op) error {
		if op.Kind.ReadOrWrite() == errorfs.OpIsWrite {
			if at := n.Add(1); at >= from && at-from < most {
				return syscall.ENOSPC
			}
		}
		return nil
	}))})
	if err != nil {
		return err
	}
	n.Store(0)
	for i, step := range steps(s) {
		if err := step(); err != nil {
			return err
		}
		fmt.Println("done", i)
	}
	err = s.Close()
	fmt.Println("writes", max(0, n.Load()))
	return err
}

// TestFailingWrites lets the nth operation that writes to the disk fail, alone or with all after it, while articles are
// put, changed and removed: the error names its cause, and the store is afterwards as the steps that were acknowledged
// left it, or with one more. Every operation is tried with KG_TEST_FAULTS=all, else some.
func TestFailingWrites(t *testing.T) {
	stride := int64(7)
	if os.Getenv("KG_TEST_FAULTS") == "all" {
		stride = 1
	}
	var want []string // what the store holds after so many steps
	s := memory(t, Settings{})
	want = append(want, dump(t, s))
	for _, step := range steps(s) {
		if err := step(); err != nil {
			t.Fatal(err)
		}
		want = append(want, dump(t, s))
	}
	failures, points := 0, int64(0)
	for _, most := range []int64{1, 1 << 40} {
		for n, writes := int64(1), int64(1<<40); n <= writes; n += stride {
			when := fmt.Sprintf("%d operations fail from the %dth", most, n)
			dir := filepath.Join(t.TempDir(), "kg.db")
			s, err := Create(dir, Settings{})
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			child := exec.Command(os.Args[0])
			child.Env = append(os.Environ(), fmt.Sprintf("%s=%d %d %s", failing, n, most, dir))
			var remarks bytes.Buffer
			child.Stderr = &remarks
			out, err := child.StdoutPipe()
			if err == nil {
				err = child.Start()
			}
			if err != nil {
				t.Fatal(err)
			}
			hung := time.AfterFunc(time.Minute, func() { child.Process.Kill() })
			done := 0
			for lines := bufio.NewScanner(out); lines.Scan(); {
				word, number, _ := strings.Cut(lines.Text(), " ")
				if word == "done" {
					done++
				} else if writes, err = strconv.ParseInt(number, 10, 64); err != nil {
					t.Fatal(err)
				}
			}
			err = child.Wait()
			if !hung.Stop() {
				t.Fatalf("%s: hangs", when)
			}
			points++
			if err != nil {
				failures++
				if !strings.Contains(remarks.String(), syscall.ENOSPC.Error()) || strings.Contains(remarks.String(), "goroutine ") {
					t.Errorf("%s: %v: %s", when, err, &remarks)
				}
			}
			s, err = Open(dir)
			if err != nil {
				t.Fatalf("%s: %v", when, err)
			}
			if p := problems(t, s); len(p) > 0 {
				t.Errorf("%s: %d problems, the first %+v", when, len(p), p[0])
			}
			if got := dump(t, s); got != want[done] && (done+1 == len(want) || got != want[done+1]) {
				t.Errorf("%s: the store is not as %d steps leave it: %s", when, done, differ(want[done], got))
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
			if t.Failed() {
				return
			}
		}
	}
	if failures < 3 {
		t.Errorf("only %d failures", failures)
	}
	t.Logf("%d of %d cases fail", failures, points)
}
