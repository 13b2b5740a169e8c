package graph

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/piprate/json-gold/ld"

	"kg/schema"
)

// filled returns a store with a few random documents.
func filled(t testing.TB, seed int64, set Settings) *Store {
	t.Helper()
	c := newCorpus(seed)
	s := memory(t, set)
	for i := range 5 {
		doc, sts := c.document(fmt.Sprintf("doc %d", i))
		if err := put(s, doc, sts); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func export(t testing.TB, s *Store, format string, plain bool) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Export(&b, format, plain); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// expand turns JSON-LD into canonical N-Quads with an implementation that is not ours.
func expand(t testing.TB, doc string) string {
	t.Helper()
	var parsed any
	if err := json.Unmarshal([]byte(doc), &parsed); err != nil {
		t.Fatal(err)
	}
	opts := ld.NewJsonLdOptions("")
	opts.Format = "application/n-quads"
	rdf, err := ld.NewJsonLdProcessor().ToRDF(parsed, opts)
	if err != nil {
		t.Fatal(err)
	}
	var quads []quad.Quad
	if err := readQuads(strings.NewReader(rdf.(string)), func(q quad.Quad) error {
		quads = append(quads, q)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	sortQuads(quads)
	var b []byte
	for _, q := range quads {
		b = append(appendQuad(b, q), '\n')
	}
	return string(b)
}

func TestJSONLDHoldsEveryQuad(t *testing.T) {
	for seed := range seeds(6) {
		base := []string{"", "https://kg.example/"}[seed%2]
		s := filled(t, seed, Settings{Base: base})
		for _, plain := range []bool{false, true} {
			doc := export(t, s, "jsonld", plain)
			if got, want := expand(t, doc), export(t, s, "nquads", plain); got != want {
				t.Fatalf("seed %d plain %v: JSON-LD and N-Quads differ:\n%s", seed, plain, differ(want, got))
			}
		}
		var doc map[string]any
		if err := json.Unmarshal([]byte(export(t, s, "jsonld", false)), &doc); err != nil {
			t.Fatal(err)
		}
		if doc["@id"] != nil || doc["@graph"] == nil || doc["@context"] == nil {
			t.Error("the document is not a plain @graph with its @context")
		}
	}
}

func TestExportIsTheWholeGraphInOrder(t *testing.T) {
	s := filled(t, 9, Settings{})
	if got, want := export(t, s, "nquads", false), dump(t, s); got != want {
		t.Errorf("the export differs from the store:\n%s", differ(want, got))
	}
	plain := export(t, s, "nquads", true)
	if !strings.Contains(plain, "/p/") && !strings.Contains(plain, ":p/") {
		t.Error("no edge in the plain export")
	}
	for _, l := range strings.Split(strings.TrimSpace(plain), "\n") {
		if !strings.HasPrefix(l, "<urn:kg:e/") || strings.Contains(l, "urn:kg:f/") {
			t.Errorf("plain export: %s", l)
		}
	}
	if err := s.Export(&bytes.Buffer{}, "xls", false); err == nil || !strings.Contains(err.Error(), "nquads") {
		t.Errorf("an unknown format: %v", err)
	}
}

func TestImportGivesTheGraphBack(t *testing.T) {
	s := filled(t, 4, Settings{Base: "https://kg.example/kg#", Assert: Strict})
	want := export(t, s, "nquads", false)
	dir := place(t)
	if err := Import(dir, "in.nq", strings.NewReader(want)); err != nil {
		t.Fatal(err)
	}
	back, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer back.Close()
	if got := export(t, back, "nquads", false); got != want {
		t.Errorf("differs:\n%s", differ(want, got))
	}
	doc, sts := newCorpus(77).document("doc 1") // the copy goes on as the original would
	if err := errors.Join(put(s, doc, sts), put(back, doc, sts)); err != nil {
		t.Fatal(err)
	}
	if a, b := dump(t, s), dump(t, back); a != b {
		t.Errorf("after a change, differs:\n%s", differ(a, b))
	}
	if err := Import(dir, "in.nq", strings.NewReader(want)); server == nil && !errors.Is(err, ErrLocked) {
		t.Errorf("an import into a store that is in use: %v", err)
	}
}

// TestImportIntoAStore imports documents over others: those that are there already are replaced.
func TestImportIntoAStore(t *testing.T) {
	c := newCorpus(9)
	dir := place(t)
	s, err := Create(dir, Settings{})
	if err != nil {
		t.Fatal(err)
	}
	from, want := memory(t, Settings{}), memory(t, Settings{})
	for _, name := range []string{"only here", "both"} {
		doc, sts := c.document(name)
		if err := put(s, doc, sts); err != nil {
			t.Fatal(err)
		}
		if name == "only here" {
			err = put(want, doc, sts)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"both", "only there"} {
		doc, sts := c.document(name)
		if err := errors.Join(put(from, doc, sts), put(want, doc, sts)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := Import(dir, "in.nq", strings.NewReader(strings.Repeat(export(t, from, "nquads", false), 2))); err != nil { // as of files put together
			t.Fatal(err)
		}
	}
	if s, err = Open(dir); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if got, want := dump(t, s), dump(t, want); got != want {
		t.Errorf("differs:\n%s", differ(want, got))
	}
	if p := problems(t, s); len(p) > 0 {
		t.Errorf("%+v", p[0])
	}
}

func TestImportRefuses(t *testing.T) {
	good := export(t, filled(t, 4, Settings{}), "nquads", false)
	for what, in := range map[string]string{
		"empty":          "",
		"foreign":        "<urn:a> <urn:b> <urn:c> .\n",
		"broken line":    good + "<urn:a> <urn:b> .\n",
		"cut in a line":  good[:len(good)-20],
		"newer format":   strings.Replace(good, fmt.Sprintf(`v/format> "%d"`, format), `v/format> "99"`, 1),
		"older format":   strings.Replace(good, fmt.Sprintf(`v/format> "%d"`, format), `v/format> "1"`, 1),
		"no format":      strings.Replace(good, fmt.Sprintf(`v/format> "%d"`, format), `v/format> "x"`, 1),
		"unknown policy": strings.Replace(good, `v/assert> "reported"`, `v/assert> "lax"`, 1),
		"bad UTF-8":      good + "<urn:a> <urn:b> \"\xff\" .\n",
	} {
		dir := filepath.Join(t.TempDir(), "x.db")
		if err := Import(dir, "in.nq", strings.NewReader(in)); err == nil || !strings.HasPrefix(err.Error(), "in.nq:") {
			t.Errorf("%s: %v", what, err)
		}
		if left, _ := filepath.Glob(dir + "*"); len(left) > 0 {
			t.Errorf("%s: left %v", what, left)
		}
	}
}

func TestSorterSpills(t *testing.T) {
	s := newSorter()
	s.limit = 200
	defer s.close()
	want := ""
	for i := range 500 {
		if err := s.add(fmt.Appendf(nil, "line %03d", (i*7919)%250)); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 250 {
		want += fmt.Sprintf("line %03d\n", i)
	}
	if len(s.runs) < 10 {
		t.Fatalf("only %d files", len(s.runs))
	}
	got := ""
	if err := s.each(func(l string) error { got += l + "\n"; return nil }); err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("got %d bytes, want %d", len(got), len(want))
	}
	s.close()
	for _, f := range s.runs {
		if _, err := os.Stat(f.Name()); err == nil {
			t.Errorf("%s is left", f.Name())
		}
	}
}

func TestReadQuads(t *testing.T) {
	for line, want := range map[string]string{
		`<urn:a> <urn:b> <urn:c> .`:                                        `<urn:a> <urn:b> <urn:c> .`,
		"\t<urn:a><urn:b>\"x\"<urn:g>.# note":                              `<urn:a> <urn:b> "x" <urn:g> .`,
		`_:a.b <urn:b> _:c1 _:g .`:                                         `_:a.b <urn:b> _:c1 _:g .`,
		`<urn:a> <urn:b> "a\tb\n\"\\\u00e9\U0001F389\u0001" .`:             "<urn:a> <urn:b> \"a\\tb\\n\\\"\\\\é🎉\\u0001\" .",
		`<urn:a> <urn:b> "05"^^<http://www.w3.org/2001/XMLSchema#int>.`:    `<urn:a> <urn:b> "05"^^<http://www.w3.org/2001/XMLSchema#int> .`,
		`<urn:a> <urn:b> "x"^^<http://www.w3.org/2001/XMLSchema#string> .`: `<urn:a> <urn:b> "x" .`,
		`<urn:a> <urn:b> "x"@en-GB .`:                                      `<urn:a> <urn:b> "x"@en-GB .`,
		`<urn:a\u0020b> <urn:b> "x" .`:                                     `<urn:a\u0020b> <urn:b> "x" .`,
		`# only a comment`:                                                 ``,
		``:                                                                 ``,
	} {
		q, ok, err := parseQuad(line)
		got := ""
		if ok {
			got = string(appendQuad(nil, q))
		}
		if err != nil || got != want {
			t.Errorf("%s\n got %s (%v)\nwant %s", line, got, err, want)
		}
	}
	for line, at := range map[string]string{
		`<urn:a> <urn:b> <urn:c>`:            "24:",
		`<urn:a> <urn:b> .`:                  "17:",
		`<a> <urn:b> <urn:c> .`:              "1:",
		`<urn:a b> <urn:b> <urn:c> .`:        "7:",
		`"x" <urn:b> <urn:c> .`:              "1:",
		`<urn:a> "b" <urn:c> .`:              "1:",
		`<urn:a> <urn:b> "c .`:               "17:",
		`<urn:a> <urn:b> "\q" .`:             "17:",
		`<urn:a> <urn:b> "\u12" .`:           "17:",
		`<urn:a> <urn:b> "\uD800" .`:         "17:",
		`<urn:a> <urn:b> 'c' .`:              "17:",
		`<urn:a> <urn:b> "c" <urn:g> <x:y>.`: "29:",
		`<urn:a> <urn:b> "c" "g" .`:          "1:",
		`<urn:a> <urn:b> <urn:c> . <urn:d>`:  "27:",
		`_: <urn:b> <urn:c> .`:               "1:",
	} {
		if q, ok, err := parseQuad(line); err == nil || !strings.HasPrefix(err.Error(), at) {
			t.Errorf("%s: %v %v %v, want an error at %s", line, q, ok, err, at)
		}
	}
	err := readQuads(strings.NewReader("<urn:a> <urn:b> <urn:c> .\r\n\n<urn:a> x\n"), func(quad.Quad) error { return nil })
	if err == nil || !strings.HasPrefix(err.Error(), "3:9:") {
		t.Errorf("the place of an error: %v", err)
	}
}

func FuzzReadQuads(f *testing.F) {
	f.Add(`<urn:a> <urn:b> "a\tb\n\"\\\u00e9\U0001F389\u0001"@en <urn:g> .`)
	f.Add(`_:a.b <urn:b> "x"^^<urn:\u0020> .`)
	f.Fuzz(func(t *testing.T, line string) {
		q, ok, err := parseQuad(line)
		if err != nil || !ok {
			return
		}
		written := string(appendQuad(nil, q))
		again, ok, err := parseQuad(written)
		if err != nil || !ok || again != q {
			t.Fatalf("%q\nwritten %q\nread again %v %v", line, written, again, err)
		}
	})
}

func FuzzWriteQuad(f *testing.F) {
	f.Add("urn:a", "text \"\\\x00\n", "en")
	f.Fuzz(func(t *testing.T, iri, text, lang string) {
		text = strings.ToValidUTF8(text, "?")
		iri = "urn:" + strings.ToValidUTF8(iri, "?")
		q := quad.Quad{Subject: quad.IRI(iri), Predicate: quad.IRI("urn:p"), Object: quad.TypedString{Value: quad.String(text), Type: quad.IRI(iri)}, Label: quad.IRI(iri)}
		line := string(appendQuad(nil, q))
		if strings.ContainsAny(line, "\n\r") {
			t.Fatalf("%q: more than a line", line)
		}
		back, ok, err := parseQuad(line)
		if err != nil || !ok || back != q {
			t.Fatalf("%q: %v %v %v", line, back, ok, err)
		}
	})
}

// TestExportDerived holds that derived edges are told from said ones, come with rule and premises, and do not come back.
func TestExportDerived(t *testing.T) {
	s := memory(t, Settings{})
	say(t, s, "one", "Acme | own | Birch", "Cedar | buy | Acme", "Ann | marry | Bo")
	export := func(s *Store, format string, n Narrow) string {
		t.Helper()
		var b strings.Builder
		if err := s.ExportPart(&b, format, false, n); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	found, err := s.Infer("")
	if err != nil || len(found) < 4 {
		t.Fatalf("%v follows (%v)", found, err)
	}
	plain, all := export(s, "nquads", Narrow{}), export(s, "nquads", Narrow{Derived: true})
	if strings.Contains(plain, "derived/") {
		t.Error("derived edges without being asked for")
	}
	for _, d := range found {
		edge := fmt.Sprintf("<urn:kg:%s> <urn:kg:derived/%s> <urn:kg:%s> <urn:kg:%s> .\n", d.Subject, d.Relation[2:], d.Object, d.ID)
		if !strings.Contains(all, edge) {
			t.Errorf("no %s", edge)
		}
		for _, p := range d.Premises {
			if line := fmt.Sprintf("<urn:kg:%s> <%s> <urn:kg:%s> .\n", d.ID, schema.WasDerivedFrom, p); !strings.Contains(all, line) {
				t.Errorf("no %s", line)
			}
		}
	}
	for format, want := range map[string]string{
		"jsonld": `"derived:own": {"@id": "e:birch`, "turtle": "derived:own e:birch", "graphml": `<data key="status">derived</data>`,
		"dot": "style=dotted", "csv": ",derived,",
	} {
		if out := export(s, format, Narrow{Derived: true}); !strings.Contains(out, want) {
			t.Errorf("%s: no %s in\n%s", format, want, out)
		}
		if out := export(s, format, Narrow{}); strings.Contains(out, want) {
			t.Errorf("%s: %s without being asked for", format, want)
		}
	}
	if err := s.ExportPart(io.Discard, "ftm", false, Narrow{Derived: true}); err == nil {
		t.Error("FollowTheMoney takes derived edges")
	}
	if part := export(s, "nquads", Narrow{Derived: true, Around: Link("Ann", "Person")}); strings.Contains(part, "derived/own") || !strings.Contains(part, "derived/marry") {
		t.Errorf("around Ann:\n%s", part)
	}
	dir := filepath.Join(t.TempDir(), "db")
	if err := Import(dir, "all.nq", strings.NewReader(all)); err != nil {
		t.Fatal(err)
	}
	back, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer back.Close()
	if export(back, "nquads", Narrow{}) != plain || export(back, "nquads", Narrow{Derived: true}) != all {
		t.Error("the graph comes back otherwise")
	}
}
