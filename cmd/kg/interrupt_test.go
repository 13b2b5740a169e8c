//go:build unix

package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"kg/graph"
)

// TestInterrupt sends an interrupt to kg ingest while it waits for more articles: it ends at once, what it has read is
// stored whole, and the same command goes on from there.
func TestInterrupt(t *testing.T) {
	dir := t.TempDir()
	const articles = 24
	line := func(n int) string {
		return fmt.Sprintf(`{"id": "a%d", "text": "Vera Lindqvist visited harbour number %d. Oskar Brandt praised it."}`+"\n", n, n)
	}
	var all strings.Builder
	for n := range articles {
		all.WriteString(line(n))
	}
	file := filepath.Join(dir, "all.jsonl")
	if err := os.WriteFile(file, []byte(all.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	pipe := filepath.Join(dir, "pipe.jsonl")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("no named pipes here:", err)
	}
	db := filepath.Join(dir, "kg.db")
	kg := exec.Command("kg", "ingest", "--db", db, "--jobs", "1", pipe)
	var out, remarks bytes.Buffer
	kg.Stdout, kg.Stderr = &out, &remarks
	if err := kg.Start(); err != nil {
		t.Fatal(err)
	}
	in, err := os.OpenFile(pipe, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	for n := range articles - 4 {
		if _, err := io.WriteString(in, line(n)); err != nil {
			t.Fatal(err)
		}
	}
	stored := func() int {
		s, err := graph.OpenToRead(db)
		if err != nil {
			return 0
		}
		defer s.Close()
		st, err := s.Stats()
		if err != nil {
			t.Fatal(err)
		}
		return st.Documents
	}
	for begun := time.Now(); stored() == 0; time.Sleep(20 * time.Millisecond) {
		if time.Since(begun) > time.Minute {
			t.Fatalf("nothing is stored: %s", &remarks)
		}
	}
	if err := kg.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := kg.Wait(); kg.ProcessState.ExitCode() != 1 {
		t.Errorf("%v, want exit status 1", err)
	}
	in.Close()
	if !strings.Contains(remarks.String(), "kg: stopped") {
		t.Errorf("remarks: %s", &remarks)
	}
	first := stored()
	if want := fmt.Sprintf("%d documents (%d new", first, first); !strings.Contains(out.String(), want) || first >= articles {
		t.Errorf("%d are stored, it says:\n%s", first, &out)
	}
	run := func(db string) string {
		t.Helper()
		kg := exec.Command("kg", "ingest", "--db", db, file)
		got, err := kg.Output()
		if err != nil {
			t.Fatal(err)
		}
		return string(got)
	}
	if got, want := run(db), fmt.Sprintf("%d documents (%d new, 0 changed, %d unchanged)", articles, articles-first, first); !strings.Contains(got, want) {
		t.Errorf("the second run says\n%s\nwant %s", got, want)
	}
	fresh := filepath.Join(dir, "fresh.db")
	run(fresh)
	var graphs [2]bytes.Buffer
	for i, db := range []string{db, fresh} {
		s, err := graph.OpenToRead(db)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Export(&graphs[i], "nquads", false); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if graphs[0].String() != graphs[1].String() {
		t.Error("the graph is not that of one run")
	}
}

// TestInterruptedExport stops kg export by signals and by a closed pipe, while it waits for its reader or writes a file:
// nothing is left in the folder for temporary files nor beside the file. The store is large enough that lines are sorted on
// the disk.
func TestInterruptedExport(t *testing.T) {
	dir := t.TempDir()
	db, temp, beside := filepath.Join(dir, "kg.db"), filepath.Join(dir, "temp"), filepath.Join(dir, "beside")
	for _, d := range []string{temp, beside} {
		if err := os.Mkdir(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	s, err := graph.Create(db, graph.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	s.NoSync()
	for n := range 40 { // 1 MB of text each, which is more than is sorted in memory
		doc := graph.Document{ID: graph.DocID(fmt.Sprint("a", n)), Text: strings.Repeat(fmt.Sprintf("Harbour %d is quiet. ", n), 50_000)}
		if _, err := s.Put(doc, nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, sig := range []os.Signal{os.Interrupt, syscall.SIGKILL, nil} {
		out, in, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		kg := exec.Command("kg", "export", "--db", db, "--format", "nquads")
		kg.Env = append(os.Environ(), "TMPDIR="+temp)
		kg.Stdout = in
		if err := kg.Start(); err != nil {
			t.Fatal(err)
		}
		in.Close()
		if _, err := io.ReadFull(out, make([]byte, 1<<10)); err != nil { // it has sorted, and writes
			t.Fatal(err)
		}
		if sig == nil {
			out.Close()
		} else if err := kg.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		if kg.Wait() == nil {
			t.Errorf("%v: it ended well", sig)
		}
		out.Close()
		if left, _ := filepath.Glob(filepath.Join(temp, "*")); len(left) > 0 {
			t.Errorf("%v: %v is left", sig, left)
		}
	}
	for _, sig := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		kg := exec.Command("kg", "export", "--db", db, "--format", "nquads", "-o", filepath.Join(beside, "graph.nq"))
		if err := kg.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- kg.Wait() }()
		for begun, at := false, time.Now(); !begun; time.Sleep(time.Millisecond) {
			left, _ := filepath.Glob(filepath.Join(beside, ".kg-*"))
			if begun = len(left) > 0; time.Since(at) > time.Minute {
				t.Fatal("nothing is written")
			}
		}
		if err := kg.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		if err := <-ended; err == nil {
			t.Errorf("%v: it ended well", sig)
		}
		if left, _ := os.ReadDir(beside); len(left) > 0 {
			t.Errorf("%v: %v is left", sig, left)
		}
	}
}
