package graph

import (
	"fmt"
	"os"
	"os/exec"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"kg/graph/postgres/postgrestest"
)

// server is where stores are made in tests, nil for this process.
var server *postgrestest.Server

// seeds is how many seeds a test of random stores takes: fewer of those in a database, which take longer to make.
func seeds(n int64) int64 {
	if server != nil {
		return min(n, 2)
	}
	return n
}

// TestPostgres runs the tests of a store on stores in PostgreSQL.
func TestPostgres(t *testing.T) {
	s := postgrestest.Start(t)
	server = s
	defer func() { server = nil }()
	for _, test := range []func(*testing.T){
		TestStatementsComeBackAsTheyWent, TestAnyHistoryEndsInTheSameGraph, TestRemoveUnknown, TestOpenAgain, TestPutRefuses,
		TestOneEdgeForOneFact, TestDigest, TestCheck, TestCheckReadsBrokenStatements, TestStats, TestReadersBesideAWriter,
		TestJSONLDHoldsEveryQuad, TestExportIsTheWholeGraphInOrder, TestImportGivesTheGraphBack, TestImportIntoAStore,
		TestConflicts, TestSuccession, TestFinerClass, TestInfer, TestInferOffice, TestOrder, TestTop, TestResolve,
		TestSVG, TestPath, TestPaths, TestTurtle, TestFormatsSame, TestPlannerChangesNoAnswer,
		TestCopies, TestCopiesCountOnce,
	} {
		name := runtime.FuncForPC(reflect.ValueOf(test).Pointer()).Name()
		t.Run(name[strings.LastIndexByte(name, '.')+1:], test)
	}
	t.Run("Writers", testWriters)
	t.Run("Killed", testKilled)
}

// writerVar names the store to a process that the test starts as a writer of its own.
const writerVar = "KG_TEST_WRITER"

func TestMain(m *testing.M) {
	if url := os.Getenv(writerVar); url != "" {
		if err := writeOver(url, os.Args[1]); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	if spec := os.Getenv(failing); spec != "" {
		if err := failingWriter(spec); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// versions is how often each writer writes its documents, of which some are the other's too.
const versions = 3

func versionOf(c corpus, name string) Article {
	doc, sts := c.document(name)
	return Article{Document: doc, Statements: sts}
}

// writeOver puts documents, changes them and removes one, beside another that does so.
func writeOver(url, who string) error {
	s, err := Open(url)
	if err != nil {
		return err
	}
	defer s.Close()
	for v := range int64(versions) {
		var some []Article
		for i := range int64(4) {
			some = append(some, versionOf(newCorpus(10*v+i), fmt.Sprintf("%s %d", who, i)), versionOf(newCorpus(10*v+i), fmt.Sprintf("both %d", i)))
		}
		if _, err := s.PutAll(some[:3]); err != nil {
			return err
		}
		for _, a := range some[3:] {
			if _, err := s.Put(a.Document, a.Statements); err != nil {
				return err
			}
		}
		if _, err := s.Stats(); err != nil {
			return err
		}
	}
	return s.Remove(DocID(who + " 3"))
}

// testWriters lets two processes write to one store at once, over documents of which some are the same, and compares
// with what one of them after the other leaves.
func testWriters(t *testing.T) {
	url, other := server.URL(t), server.URL(t)
	together, apart := made(t, url, Settings{}), made(t, other, Settings{})
	var writers []*exec.Cmd
	var said []*strings.Builder
	for _, who := range []string{"a", "b"} {
		w := exec.Command(os.Args[0], who)
		w.Env = append(os.Environ(), writerVar+"="+url)
		var out strings.Builder
		w.Stdout, w.Stderr = &out, &out
		if err := w.Start(); err != nil {
			t.Fatal(err)
		}
		writers, said = append(writers, w), append(said, &out)
	}
	done := make(chan bool)
	go func() {
		for i, w := range writers {
			if err := w.Wait(); err != nil {
				t.Errorf("writer %d: %v: %s", i, err, said[i])
			}
		}
		close(done)
	}()
	for reading := true; reading; { // a third process sees whole documents alone
		select {
		case <-done:
			reading = false
		default:
		}
		if p := problems(t, together); len(p) > 0 {
			t.Fatalf("%d problems in between, the first %+v", len(p), p[0])
		}
	}
	for _, who := range []string{"a", "b"} {
		if err := writeOver(other, who); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := dump(t, together), dump(t, apart); got != want {
		t.Errorf("two at once and one after the other differ:\n%s", differ(want, got))
	}
	if st, err := together.Stats(); err != nil || st.Documents != 10 {
		t.Errorf("%d documents (%v), want 10", st.Documents, err)
	}
}

// testKilled kills a process that writes, at several moments: what is stored is whole, and the next can write.
func testKilled(t *testing.T) {
	url, other := server.URL(t), server.URL(t)
	killed, apart := made(t, url, Settings{}), made(t, other, Settings{})
	cut := 0
	for i := range 6 {
		w := exec.Command(os.Args[0], "a")
		w.Env = append(os.Environ(), writerVar+"="+url)
		if err := w.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(i*i) * 20 * time.Millisecond)
		w.Process.Kill()
		if w.Wait() != nil {
			cut++
		}
		if p := problems(t, killed); len(p) > 0 {
			t.Fatalf("%d problems, the first %+v", len(p), p[0])
		}
	}
	if cut == 0 {
		t.Error("none was killed before it was done")
	}
	for _, url := range []string{url, other} {
		if err := writeOver(url, "a"); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := dump(t, killed), dump(t, apart); got != want {
		t.Errorf("differs from what one leaves that was not killed:\n%s", differ(want, got))
	}
}
