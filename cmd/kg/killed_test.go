//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"kg/graph"
)

// kills is how often a test kills a command: KG_TEST_KILLS times, else a few.
func kills() int {
	if n, err := strconv.Atoi(os.Getenv("KG_TEST_KILLS")); err == nil {
		return n
	}
	return 4
}

// content is what each document of a store holds: its text, and its statements with their quotes.
func content(t *testing.T, db string) map[graph.ID]string {
	t.Helper()
	s, err := graph.OpenToRead(db)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	docs, err := s.Documents()
	if err != nil {
		t.Fatal(err)
	}
	out := map[graph.ID]string{}
	for _, id := range docs {
		doc, err := s.Document(id)
		if err != nil {
			t.Fatal(err)
		}
		sts, err := s.Statements(graph.Find{Doc: id})
		if err != nil {
			t.Fatal(err)
		}
		out[id] = doc.Text
		for _, st := range sts {
			out[id] += fmt.Sprintf("\n%s %s | %s | %s", st.ID, st.Subject.Name, st.Relation.Lemma, st.Object.Name)
			for _, src := range st.Sources {
				out[id] += " | " + src.Quote
			}
		}
	}
	return out
}

// succeed runs kg to its end and returns what it printed.
func succeed(t *testing.T, args ...string) string {
	t.Helper()
	kg := exec.Command("kg", args...)
	var remarks bytes.Buffer
	kg.Stderr = &remarks
	out, err := kg.Output()
	if err != nil {
		t.Fatalf("kg %s: %v: %s%s", strings.Join(args, " "), err, out, &remarks)
	}
	return string(out)
}

// killed runs kg and kills it at a random moment within the time given; whether it was done before that.
func killed(t *testing.T, within time.Duration, args ...string) (done bool) {
	t.Helper()
	kg := exec.Command("kg", args...)
	var remarks bytes.Buffer
	kg.Stderr = &remarks
	if err := kg.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(time.Duration(rand.Int63n(int64(within))), func() { kg.Process.Kill() })
	defer timer.Stop()
	err := kg.Wait()
	if err != nil && kg.ProcessState.Exited() {
		t.Fatalf("kg %s: %v: %s", strings.Join(args, " "), err, &remarks)
	}
	return err == nil
}

// harbours are n articles in JSON lines, in some version.
func harbours(n, version int) string {
	var out strings.Builder
	for i := range n {
		fmt.Fprintf(&out, `{"id": "a%d", "text": "Vera Lindqvist visited harbour number %d. Oskar Brandt praised year %d."}`+"\n", i, i, 2000+version)
	}
	return out.String()
}

// wholly checks that each document that was in a store is there as it was or as it is wanted, and others as they are
// wanted; how many are as wanted.
func wholly(t *testing.T, got, was, want map[graph.ID]string) (fresh int) {
	t.Helper()
	for id := range was {
		if got[id] == "" {
			t.Errorf("%s is lost", id)
		}
	}
	for id, is := range got {
		if is == want[id] {
			fresh++
		} else if is != was[id] {
			t.Errorf("%s is\n%s\nwas\n%s\nwant\n%s", id, is, was[id], want[id])
		}
	}
	return fresh
}

// TestKilled kills kg ingest and kg import at random moments, where there is no store and over one with another version
// of the same documents: the store is good, or not there yet; each document is whole, in one version; what was there
// before is; and the same command then ends as if none had been killed.
func TestKilled(t *testing.T) {
	dir := t.TempDir()
	const versions = 2
	var ingest, load [versions][]string // the commands that store a version
	var want [versions]map[graph.ID]string
	var exported [versions]string
	for v := range versions {
		file := func(kind string) string { return filepath.Join(dir, fmt.Sprint("version", v, kind)) }
		ingest[v], load[v] = []string{"ingest", "--jobs", "1", file(".jsonl")}, []string{"import", file(".nq")}
		write(t, file(".jsonl"), harbours(80, v))
		succeed(t, append(ingest[v], "--db", file(".db"))...)
		exported[v] = succeed(t, "export", "--db", file(".db"), "--format", "nquads")
		write(t, file(".nq"), exported[v])
		want[v] = content(t, file(".db"))
	}
	for name, command := range map[string][versions][]string{"ingest": ingest, "import": load} {
		t.Run(name, func(t *testing.T) {
			var takes [versions]time.Duration // where there is no store, and over one
			for v := range versions {
				begun := time.Now()
				succeed(t, append(command[v], "--db", filepath.Join(dir, name+".db"))...)
				takes[v] = time.Since(begun)
			}
			cut, partly, stores := 0, 0, 0
			for cut < kills() {
				stores++
				db := filepath.Join(dir, fmt.Sprint(name, stores, ".db"))
				have := map[graph.ID]string{}
				for v := range 2 * versions {
					v %= versions
					args := append(command[v], "--db", db)
					for {
						if killed(t, takes[min(1, len(have))], args...) {
							break
						}
						cut++
						if s, err := graph.OpenToRead(db); errors.Is(err, graph.ErrNoStore) && len(have) == 0 {
							break
						} else if err == nil {
							s.Close()
						}
						succeed(t, "check", "--db", db)
						got := content(t, db)
						fresh := wholly(t, got, have, want[v])
						if have = got; fresh > 0 && fresh < len(want[v]) {
							partly++
						}
						if t.Failed() {
							t.Fatalf("kill %d of kg %s", cut, strings.Join(args, " "))
						}
						if cut%2 == 0 {
							break
						}
					}
					succeed(t, args...)
					if got := succeed(t, "export", "--db", db, "--format", "nquads"); got != exported[v] {
						t.Fatalf("kill %d: the graph is not that of a command that was not killed", cut)
					}
					have = content(t, db)
				}
			}
			t.Logf("%d killed, %d with a part of the documents stored", cut, partly)
		})
	}
}
