package graph

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
)

func memory(t testing.TB, set Settings) *Store {
	t.Helper()
	if server != nil {
		return made(t, server.URL(t), set)
	}
	s, err := Memory(set)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// made makes a store, which is closed with the test.
func made(t testing.TB, place string, set Settings) *Store {
	t.Helper()
	s, err := Create(place, set)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// place returns where a store may be made.
func place(t testing.TB) string {
	t.Helper()
	if server != nil {
		return server.URL(t)
	}
	return filepath.Join(t.TempDir(), "kg.db")
}

// matching returns the quads with the given terms, nil standing for any.
func matching(t testing.TB, s *Store, sub, pred, obj quad.Value) []quad.Quad {
	t.Helper()
	s.mu.RLock()
	defer s.mu.RUnlock()
	quads, err := s.match(sub, pred, obj)
	if err != nil {
		t.Fatal(err)
	}
	return quads
}

// change adds and deletes quads behind the encoding's back.
func change(t testing.TB, s *Store, add, del []quad.Quad) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.apply(add, del); err != nil {
		t.Fatal(err)
	}
}

// dump returns the canonical N-Quads of a store.
func dump(t testing.TB, s *Store) string {
	t.Helper()
	quads := matching(t, s, nil, nil, nil)
	sortQuads(quads)
	var b []byte
	for _, q := range quads {
		b = append(appendQuad(b, q), '\n')
	}
	return string(b)
}

// differ returns the lines that only one of two dumps has.
func differ(a, b string) string {
	count := map[string]int{}
	for _, l := range strings.Split(a, "\n") {
		count[l]++
	}
	for _, l := range strings.Split(b, "\n") {
		count[l]--
	}
	var out []string
	for l, n := range count {
		if n > 0 {
			out = append(out, "- "+l)
		} else if n < 0 {
			out = append(out, "+ "+l)
		}
	}
	return strings.Join(out, "\n")
}

func TestStatementsComeBackAsTheyWent(t *testing.T) {
	for seed := range seeds(100) {
		c := newCorpus(seed)
		s := memory(t, Settings{Assert: Policy(seed % 3)})
		doc, sts := c.document("news/a b #1")
		_, want, err := s.encode(doc, sts, links(t, Article{Document: doc, Statements: sts}))
		if err != nil {
			t.Fatal(err)
		}
		if err := put(s, doc, sts); err != nil {
			t.Fatal(err)
		}
		got, err := s.Statements(Find{Doc: doc.ID})
		if err != nil {
			t.Fatal(err)
		}
		sortStatements(want)
		if len(got) != len(want) {
			t.Fatalf("seed %d: %d statements, want %d", seed, len(got), len(want))
		}
		for i := range want {
			if !reflect.DeepEqual(got[i], want[i]) {
				t.Fatalf("seed %d: statement\n got %+v\nwant %+v", seed, got[i], want[i])
			}
			for _, src := range got[i].Sources {
				if doc.Text[src.Start:src.End] != src.Quote {
					t.Fatalf("seed %d: source %d-%d is not %q", seed, src.Start, src.End, src.Quote)
				}
			}
		}
		s.mu.RLock()
		own, err := s.owned(doc.ID)
		s.mu.RUnlock()
		if err != nil {
			t.Fatal(err)
		}
		copied, copies, err := s.decode(doc.ID, own)
		if err != nil {
			t.Fatal(err)
		}
		other := memory(t, s.Settings)
		if err := put(other, copied, copies); err != nil {
			t.Fatal(err)
		}
		if a, b := dump(t, s), dump(t, other); a != b {
			t.Fatalf("seed %d: decoding and encoding again differ:\n%s", seed, differ(a, b))
		}
		back, err := s.Document(doc.ID)
		if err != nil {
			t.Fatal(err)
		}
		if back.Text != doc.Text || back.Title != doc.Title || !back.Date.Equal(doc.Date) || back.URL != doc.URL || back.Publisher != doc.Publisher {
			t.Fatalf("seed %d: document %+v, want %+v", seed, back, doc)
		}
	}
}

// TestAnyHistoryEndsInTheSameGraph puts, changes and removes documents at random and compares with a fresh store.
func TestAnyHistoryEndsInTheSameGraph(t *testing.T) {
	type version struct {
		doc Document
		sts []Statement
	}
	for seed := range seeds(9) {
		c := newCorpus(seed)
		set := Settings{Assert: Policy(seed % 3)}
		s := memory(t, set)
		state := map[string]version{}
		for range 15 {
			name := c.name()
			if _, ok := state[name]; ok && c.Intn(3) == 0 {
				if err := s.Remove(DocID(name)); err != nil {
					t.Fatal(err)
				}
				delete(state, name)
				continue
			}
			doc, sts := c.document(name)
			if err := put(s, doc, sts); err != nil {
				t.Fatal(err)
			}
			state[name] = version{doc, sts}
			before := dump(t, s)
			if err := put(s, doc, sts); err != nil {
				t.Fatal(err)
			}
			if after := dump(t, s); after != before {
				t.Fatalf("seed %d: putting %s again changed\n%s", seed, name, differ(before, after))
			}
		}
		fresh := memory(t, set)
		for _, v := range state { // in any order
			if err := put(fresh, v.doc, v.sts); err != nil {
				t.Fatal(err)
			}
		}
		if got, want := dump(t, s), dump(t, fresh); got != want {
			t.Fatalf("seed %d: differs from a fresh store:\n%s", seed, differ(want, got))
		}
		for name := range state {
			if err := s.Remove(DocID(name)); err != nil {
				t.Fatal(err)
			}
		}
		if got, want := dump(t, s), dump(t, memory(t, set)); got != want {
			t.Fatalf("seed %d: left after removing all:\n%s", seed, differ(want, got))
		}
	}
}

func TestRemoveUnknown(t *testing.T) {
	if err := memory(t, Settings{}).Remove("d/none"); !errors.Is(err, ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
}

func TestOpenAgain(t *testing.T) {
	dir := place(t)
	s, err := Create(dir, Settings{Base: "https://kg.example/", Assert: Strict})
	if err != nil {
		t.Fatal(err)
	}
	doc, sts := newCorpus(3).document("a")
	if err := put(s, doc, sts); err != nil {
		t.Fatal(err)
	}
	want := dump(t, s)
	if _, err := Open(dir); server == nil && !errors.Is(err, ErrLocked) {
		t.Errorf("second opening: %v, want ErrLocked", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := put(s, doc, nil); err == nil {
		t.Error("a closed store takes writes")
	}
	s, err = Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if s.Base != "https://kg.example/" || s.Assert != Strict {
		t.Errorf("settings %+v", s.Settings)
	}
	if got := dump(t, s); got != want {
		t.Errorf("changed by closing and opening:\n%s", differ(want, got))
	}
	other := memory(t, s.Settings)
	if err := put(other, doc, sts); err != nil {
		t.Fatal(err)
	}
	if got := dump(t, other); got != want {
		t.Errorf("memory and disk differ:\n%s", differ(want, got))
	}
}

func TestOpenWhatIsNoStore(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) string {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
		return filepath.Dir(p)
	}
	for _, c := range []struct {
		dir  string
		want error
	}{
		{filepath.Join(dir, "none"), ErrNoStore},
		{write("other/readme.txt", "x"), ErrNotStore},
		{filepath.Join(write("file/f", "x"), "f"), ErrNotStore},
		{write("bad/"+marker, "{"), ErrBroken},
		{write("lost/quads/MANIFEST-000001", "x") + "/..", ErrNotStore},
		{write("half/"+marker+".new", "{"), ErrNoStore},
		{write("gone/"+marker, fmt.Sprintf(`{"format":%d,"base":"urn:kg:","assert":"strict"}`, format)), ErrBroken},
		{write("policy/"+marker, fmt.Sprintf(`{"format":%d,"base":"urn:kg:","assert":"lax"}`, format)), ErrBroken},
	} {
		if s, err := Open(c.dir); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.dir, err, c.want)
			if s != nil {
				s.Close()
			}
		}
	}
	if _, err := Open(write("new/"+marker, `{"format":99,"base":"urn:kg:","assert":"strict"}`)); err == nil || !strings.Contains(err.Error(), "format 99") {
		t.Errorf("newer format: %v", err)
	}
	if _, err := Open(write("old/"+marker, `{"format":1,"base":"urn:kg:","assert":"strict"}`)); err == nil || !strings.Contains(err.Error(), "older kg") {
		t.Errorf("older format: %v", err)
	}
	if _, err := Create(filepath.Join(dir, "other"), Settings{}); !errors.Is(err, ErrNotStore) {
		t.Errorf("making a store among other files: %v", err)
	}
	if _, err := Memory(Settings{Base: "kg/"}); err == nil {
		t.Error("a relative base was taken")
	}
}

func TestBrokenFilesAreSaid(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "kg.db")
	s, err := Create(dir, Settings{})
	if err != nil {
		t.Fatal(err)
	}
	doc, sts := newCorpus(3).document("a")
	if err := errors.Join(put(s, doc, sts), s.Close()); err != nil {
		t.Fatal(err)
	}
	manifests, _ := filepath.Glob(filepath.Join(dir, "quads", "MANIFEST-*"))
	tables, _ := filepath.Glob(filepath.Join(dir, "quads", "*.sst"))
	manifests = append(manifests, tables...)
	if len(manifests) == 0 {
		t.Fatal("no manifest")
	}
	for _, m := range manifests {
		if err := os.WriteFile(m, []byte("garbage"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if s, err := Open(dir); !errors.Is(err, ErrBroken) {
		t.Errorf("got %v, want ErrBroken", err)
		if s != nil {
			s.Close()
		}
	}
}

func TestPutRefuses(t *testing.T) {
	s := memory(t, Settings{})
	good := func() Statement {
		return Statement{Relation: Relation{Lemma: "sign"}, Sources: []Source{{Start: 0, End: 2}}}
	}
	doc := Document{ID: "d/x", Text: "A “text”."}
	before := dump(t, s)
	for what, change := range map[string]func(*Statement){
		"no relation":       func(st *Statement) { st.Relation.Lemma = "" },
		"relation's id":     func(st *Statement) { st.Relation.ID = "p/a b" },
		"no source":         func(st *Statement) { st.Sources = nil },
		"source outside":    func(st *Statement) { st.Sources[0].End = 99 },
		"source in a rune":  func(st *Statement) { st.Sources[0].End = 3 },
		"bad UTF-8":         func(st *Statement) { st.Cue = "\xff" },
		"role without name": func(st *Statement) { st.Roles = []Role{{Value: Value{Name: "x"}}} },
		"tense":             func(st *Statement) { st.Tense = 7 },
	} {
		st := good()
		change(&st)
		if err := put(s, doc, []Statement{good(), st}); err == nil {
			t.Errorf("%s: taken", what)
		}
	}
	if err := put(s, Document{ID: "x"}, nil); err == nil {
		t.Error("a document's id without d/ was taken")
	}
	if got := dump(t, s); got != before {
		t.Errorf("half a document was stored:\n%s", differ(before, got))
	}
	if err := put(s, doc, []Statement{good()}); err != nil {
		t.Error(err)
	}
}

func TestStatus(t *testing.T) {
	for _, c := range []struct {
		st                    Statement
		reported, strict, all Status
	}{
		{Statement{}, "p", "p", "p"},
		{Statement{Polarity: Negative}, "not", "not", "not"},
		{Statement{Certainty: Probable, Tense: Future}, "p", "maybe", "p"},
		{Statement{By: Value{Name: "CNN"}}, "p", "maybe", "p"},
		{Statement{Certainty: Possible}, "maybe", "maybe", "p"},
		{Statement{Certainty: Unknown, Polarity: Negative}, "maybe", "maybe", "not"},
		{Statement{Condition: "if it rains"}, "maybe", "maybe", "p"},
	} {
		if r, s, a := Reported.Status(c.st), Strict.Status(c.st), All.Status(c.st); r != c.reported || s != c.strict || a != c.all {
			t.Errorf("%+v: %s %s %s", c.st, r, s, a)
		}
	}
}

func TestPositions(t *testing.T) {
	text := strings.Repeat("aé東🎉", 700)
	p := newPositions(text)
	n := 0
	for b := range text {
		if p.points(b) != n || p.bytes(n) != b {
			t.Fatalf("byte %d: %d points, want %d; back %d", b, p.points(b), n, p.bytes(n))
		}
		n++
	}
	if p.points(len(text)) != n || p.bytes(n) != len(text) {
		t.Errorf("the end: %d points, want %d", p.points(len(text)), n)
	}
	if e := newPositions(""); e.points(0) != 0 || e.bytes(0) != 0 {
		t.Error("the empty text")
	}
}

// TestOneEdgeForOneFact: two documents state one fact; its edge stands until both are gone.
func TestOneEdgeForOneFact(t *testing.T) {
	s := memory(t, Settings{})
	st := Statement{Subject: Value{Name: "Ann", Class: "Person"}, Object: Value{Name: "treaty", Class: "Work"}, Relation: Relation{Lemma: "sign"}, Sources: []Source{{Start: 0, End: 4}}}
	for _, id := range []ID{"d/1", "d/2"} {
		if err := put(s, Document{ID: id, Text: "Ann signs the treaty."}, []Statement{st}); err != nil {
			t.Fatal(err)
		}
	}
	edges := func() int {
		return len(matching(t, s, quad.IRI("urn:kg:e/ann"), quad.IRI("urn:kg:p/sign"), quad.IRI("urn:kg:e/treaty.work")))
	}
	if n := edges(); n != 1 {
		t.Errorf("%d edges for one fact", n)
	}
	if err := s.Remove("d/1"); err != nil || edges() != 1 {
		t.Errorf("%d edges after removing one of two documents (%v)", edges(), err)
	}
	if err := s.Remove("d/2"); err != nil || edges() != 0 {
		t.Errorf("%d edges after removing both (%v)", edges(), err)
	}
}

func TestDigest(t *testing.T) {
	s := memory(t, Settings{})
	doc := Document{ID: "d/x", Text: "Text."}
	before := dump(t, s)
	digest := func() string {
		d, err := s.Digest("d/x")
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	if d := digest(); d != "" {
		t.Errorf("an unknown document: %q", d)
	}
	for _, want := range []string{"one", "two", "two", "", "three"} {
		if _, err := s.PutAll([]Article{{Document: doc, Digest: want}}); err != nil {
			t.Fatal(err)
		}
		if d := digest(); d != want {
			t.Errorf("got %q, want %q", d, want)
		}
	}
	if err := s.Remove("d/x"); err != nil || digest() != "" || dump(t, s) != before {
		t.Errorf("after removing: %q, %v", digest(), err)
	}
}

// TestCreateCutOff makes a store where a process ended that made one, and is refused beside one that still does.
func TestCreateCutOff(t *testing.T) {
	for _, made := range []func(dir string) error{
		func(dir string) error {
			s, err := Create(dir, Settings{})
			if err == nil {
				err = s.Close()
			}
			return err
		},
		func(dir string) error {
			return Import(dir, "x.nq", strings.NewReader(export(t, filled(t, 2, Settings{}), "nquads", false)))
		},
	} {
		dir := filepath.Join(t.TempDir(), "kg.db")
		s, err := Create(dir, Settings{})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(filepath.Join(dir, marker), filepath.Join(dir, marker+".new")); err != nil {
			t.Fatal(err)
		}
		if err := made(dir); !errors.Is(err, ErrLocked) {
			t.Errorf("beside another: %v", err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if err := made(dir); err != nil {
			t.Error(err)
		}
	}
}
