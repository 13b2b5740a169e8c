package quadstore

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
)

// document is the quads of the nth document: some its own, some shared with others, one with a label.
func document(n int) (out []quad.Quad) {
	iri := func(format string, args ...any) quad.IRI { return quad.IRI(fmt.Sprintf(format, args...)) }
	for i := range 40 {
		out = append(out, quad.Quad{Subject: iri("d/%d", n), Predicate: iri("p/%d", i%5), Object: quad.String(fmt.Sprintf("text %d of %d", i, n))})
		out = append(out, quad.Quad{Subject: iri("s/%d-%d", n, i), Predicate: iri("about"), Object: iri("e/%d", (n+i)%17)})
	}
	return append(out, quad.Quad{Subject: iri("shared"), Predicate: iri("in"), Object: iri("d/%d", n), Label: iri("f/%d", n)})
}

// documents returns how many of each document's quads are there.
func documents(t *testing.T, s *Store) map[int]int {
	t.Helper()
	v, err := s.View()
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	out := map[int]int{}
	err = v.Match([4]quad.Value{}, func(q quad.Quad) error {
		for _, term := range []quad.Value{q.Subject, q.Object} {
			id := string(strings.TrimLeft(quad.StringOf(term), "<"))
			if rest, ok := strings.CutPrefix(id, "d/"); ok {
				n, _ := strconv.Atoi(strings.TrimRight(rest, ">"))
				out[n]++
			} else if rest, ok := strings.CutPrefix(id, "s/"); ok {
				n, _ := strconv.Atoi(rest[:strings.IndexByte(rest, '-')])
				out[n]++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// sound fails the test where Check finds something.
func sound(t *testing.T, s *Store, when string) {
	t.Helper()
	v, err := s.View()
	if err != nil {
		t.Fatal(when, err)
	}
	defer v.Close()
	if err := v.Check(nil, func(what string) { t.Errorf("%s: %s", when, what) }); err != nil {
		t.Fatal(when, err)
	}
}

// whole checks that every document is there whole or not at all, and those that were acknowledged whole.
func whole(t *testing.T, s *Store, acknowledged map[int]bool, when string) {
	t.Helper()
	got := documents(t, s)
	size := len(document(0))
	for n, quads := range got {
		if quads != size {
			t.Errorf("%s: document %d has %d of %d quads", when, n, quads, size)
		}
	}
	for n := range acknowledged {
		if got[n] == 0 {
			t.Errorf("%s: document %d was acknowledged and is not there", when, n)
		}
	}
	sound(t, s, when)
}

// write is what the child process does: it stores documents, says so, and loads some in bulk.
func write(dir string, from int) error {
	s, err := Open(dir, Options{Create: from == 0})
	if err != nil {
		return err
	}
	for n := from; n < from+100000; n++ {
		if n%7 == 6 {
			load := s.Load()
			for _, q := range document(n) {
				if err := load.Add(q); err != nil {
					return err
				}
			}
			if _, err := load.Close(); err != nil {
				return err
			}
		} else if err := s.Write(Batch{Add: document(n), IgnoreDup: true}); err != nil {
			return err
		}
		fmt.Println(n)
	}
	return s.Close()
}

const childEnv = "KG_TEST_WRITER"

func TestMain(m *testing.M) {
	if spec := os.Getenv(childEnv); spec != "" {
		from, dir, _ := strings.Cut(spec, " ")
		n, _ := strconv.Atoi(from)
		if err := write(dir, n); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// TestKilled kills a writing process at random moments, KG_TEST_KILLS times (5 by default).
func TestKilled(t *testing.T) {
	kills := 5
	if n, err := strconv.Atoi(os.Getenv("KG_TEST_KILLS")); err == nil {
		kills = n
	}
	dir := filepath.Join(t.TempDir(), "quads")
	r := rand.New(rand.NewSource(time.Now().UnixNano()))
	acknowledged, next := map[int]bool{}, 0
	for kill := range kills {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), fmt.Sprintf("%s=%d %s", childEnv, next, dir))
		child.Stderr = os.Stderr
		pipe, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		in := bufio.NewScanner(pipe)
		first := true
		for in.Scan() {
			n, err := strconv.Atoi(in.Text())
			if err != nil {
				t.Fatal(in.Text())
			}
			acknowledged[n] = true
			next = max(next, n+1)
			if first {
				first = false
				time.AfterFunc(time.Duration(r.Intn(150_000))*time.Microsecond, func() { child.Process.Signal(syscall.SIGKILL) })
			}
		}
		child.Wait()
		next++ // the one that was being written may be there
		s, err := Open(dir, Options{})
		if err != nil {
			t.Fatalf("kill %d: %v", kill, err)
		}
		whole(t, s, acknowledged, fmt.Sprint("kill ", kill))
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d kills, %d documents acknowledged, none lost", kills, len(acknowledged))
}

// TestFailingDisk lets the nth operation that writes, and all after it, fail, for each n in turn, with the error of a
// full disk. What was acknowledged is there when the store is opened again, nothing is there in part.
func TestFailingDisk(t *testing.T) {
	step := 1
	if testing.Short() {
		step = 17
	}
	ending := exit
	defer func() { exit = ending }()
	// A process that ends acknowledges nothing any more, whichever of its goroutines ended it.
	type process struct {
		sync.Mutex
		over  bool
		ended chan bool
	}
	var processes sync.Map // by folder
	exit = func(dir string) {
		if c, ok := processes.Load(dir); ok {
			p := c.(*process)
			p.Lock()
			if !p.over {
				p.over = true
				close(p.ended)
			}
			p.Unlock()
		}
		select {}
	}
	failures, exits := 0, 0
	for n := 0; ; n += step {
		mem, dir := vfs.NewCrashableMem(), fmt.Sprint("quads-", n)
		s, err := Open(dir, Options{FS: mem, Create: true})
		if err != nil {
			t.Fatal(err)
		}
		acknowledged := map[int]bool{}
		for i := range 2 {
			if err := s.Write(Batch{Add: document(i)}); err != nil {
				t.Fatal(err)
			}
			acknowledged[i] = true
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		var left atomic.Int64
		left.Store(1 << 40)
		fs := errorfs.Wrap(mem, errorfs.InjectorFunc(func(op errorfs.Op) error {
			if op.Kind.ReadOrWrite() == errorfs.OpIsWrite && left.Add(-1) < 0 {
				return syscall.ENOSPC
			}
			return nil
		}))
		s, err = Open(dir, Options{FS: fs})
		if err != nil {
			t.Fatal(err)
		}
		left.Store(int64(n))
		done, p := make(chan error, 1), &process{ended: make(chan bool)}
		processes.Store(dir, p)
		go func() {
			var failed error
			for i := 2; i < 6 && failed == nil; i++ {
				if i%2 == 0 {
					failed = s.Write(Batch{Add: document(i)})
				} else {
					load := s.Load()
					for _, q := range document(i) {
						if failed = load.Add(q); failed != nil {
							break
						}
					}
					if failed == nil {
						_, failed = load.Close()
					}
				}
				p.Lock()
				if failed == nil && !p.over {
					acknowledged[i] = true
				}
				p.Unlock()
			}
			done <- failed
		}()
		var failed error
		select {
		case failed = <-done:
		case <-p.ended:
			failed = syscall.ENOSPC
			exits++
		}
		if failed != nil {
			failures++
			if !errors.Is(failed, syscall.ENOSPC) && !strings.Contains(failed.Error(), syscall.ENOSPC.Error()) {
				t.Errorf("write %d: the error does not name its cause: %v", n, failed)
			}
		}
		enough := left.Load() >= 0
		left.Store(1 << 40)
		copied := mem.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: 0})
		again, err := Open(dir, Options{FS: copied})
		if err != nil {
			t.Fatalf("write %d: %v", n, err)
		}
		whole(t, again, acknowledged, fmt.Sprint("write ", n))
		if err := again.Close(); err != nil {
			t.Error(err)
		}
		if enough && failed == nil {
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		}
		if enough || t.Failed() {
			break
		}
	}
	if failures < 3 {
		t.Errorf("only %d failures", failures)
	}
	t.Logf("%d failures, %d of which end the process", failures, exits)
}

// TestFlippedBits changes a bit of the files at random: opening or Check says so, or nothing that is stored differs.
func TestFlippedBits(t *testing.T) {
	flips := 10
	if n, err := strconv.Atoi(os.Getenv("KG_TEST_FLIPS")); err == nil {
		flips = n
	}
	dir := filepath.Join(t.TempDir(), "quads")
	s, err := Open(dir, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	for n := range 60 {
		if err := s.Write(Batch{Add: document(n)}); err != nil {
			t.Fatal(err)
		}
	}
	want := documents(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	var sizes []int64
	total := int64(0)
	for _, f := range files {
		info, err := os.Stat(f)
		if err != nil {
			t.Fatal(err)
		}
		total += info.Size()
		sizes = append(sizes, info.Size())
	}
	r := rand.New(rand.NewSource(1))
	detected := 0
	for range flips {
		at := r.Int63n(total)
		i := 0
		for ; at >= sizes[i]; i++ {
			at -= sizes[i]
		}
		copied := t.TempDir()
		if err := os.CopyFS(copied, os.DirFS(dir)); err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(copied, filepath.Base(files[i]))
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		data[at] ^= 1 << r.Intn(8)
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
		what := fmt.Sprintf("%s at %d of %d", filepath.Base(name), at, sizes[i])
		s, err := Open(copied, Options{})
		if err != nil {
			detected++
			continue
		}
		v, err := s.View()
		if err != nil {
			t.Fatal(what, err)
		}
		found := 0
		if err := v.Check(nil, func(string) { found++ }); err != nil || found > 0 {
			detected++
		} else if got := documents(t, s); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: not found, and the store has %d documents, not %d", what, len(got), len(want))
		}
		v.Close()
		s.Close()
	}
	t.Logf("%d of %d found, the others harmless", detected, flips)
}
