package graph

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"strings"
	"testing"
	"time"
)

func exportPart(t testing.TB, s *Store, format string, n Narrow) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.ExportPart(&b, format, false, n); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// news is three dated documents.
func news(t testing.TB) *Store {
	s := memory(t, Settings{})
	for i, lines := range [][]string{
		{"Ann | sign | pact", "Ann | meet | Bob"}, {"Bob | visit | Oslo"}, {"Oslo | host | summit", "Cid | sign | lease"},
	} {
		text := strings.Join(lines, "\n")
		doc := Document{ID: DocID(string(rune('a' + i))), Text: text, Date: time.Date(2024, 1+time.Month(i), 5, 0, 0, 0, 0, time.UTC)}
		var sts []Statement
		for _, l := range lines {
			f := strings.Split(l, " | ")
			at := strings.Index(text, l)
			st := Statement{Subject: Value{Name: f[0], Class: "Person"}, Relation: Relation{Lemma: f[1]}, Object: Value{Name: f[2], Class: "Thing"}, Sources: []Source{{Start: at, End: at + len(l)}}}
			if f[2] == "Bob" {
				st.Object.Class = "Person"
			}
			if f[1] == "visit" {
				st.Polarity, st.Object.Class = Negative, "Person"
			}
			sts = append(sts, st)
		}
		if err := put(s, doc, sts); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func TestNarrow(t *testing.T) {
	s := news(t)
	day := func(m time.Month, d int) time.Time { return time.Date(2024, m, d, 0, 0, 0, 0, time.UTC) }
	ann := Link("Ann", "Person")
	for _, c := range []struct {
		n    Narrow
		want string
	}{
		{Narrow{}, "Ann meet Bob; Ann sign pact; Bob visit Oslo; Cid sign lease; Oslo host summit"},
		{Narrow{Around: ann}, "Ann meet Bob; Ann sign pact"},
		{Narrow{Around: ann, Depth: 2}, "Ann meet Bob; Ann sign pact; Bob visit Oslo"},
		{Narrow{Around: ann, Depth: 3}, "Ann meet Bob; Ann sign pact; Bob visit Oslo; Oslo host summit"},
		{Narrow{Around: ann, Depth: 3, Status: Asserted}, "Ann meet Bob; Ann sign pact"},
		{Narrow{Relation: "Sign"}, "Ann sign pact; Cid sign lease"},
		{Narrow{Relation: "p/sign", Since: day(2, 1)}, "Cid sign lease"},
		{Narrow{Since: day(2, 5), Until: day(3, 5)}, "Bob visit Oslo"},
		{Narrow{Status: Denied}, "Bob visit Oslo"},
		{Narrow{Class: "Event"}, ""},
		{Narrow{Class: "Thing", Until: day(2, 1)}, "Ann sign pact"},
	} {
		rows, err := csv.NewReader(strings.NewReader(exportPart(t, s, "csv", c.n))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range rows[1:] {
			got = append(got, strings.Join(r[1:4], " "))
		}
		if out := strings.Join(unique(got), "; "); out != c.want {
			t.Errorf("%+v: got %q, want %q", c.n, out, c.want)
		}
	}
}

// TestNarrowEverywhere checks that every format leaves out what the others do, and that a part is part of the whole.
func TestNarrowEverywhere(t *testing.T) {
	s := news(t)
	part := Narrow{Around: Link("Ann", "Person")}
	for _, f := range Formats {
		out := exportPart(t, s, f.Name, part)
		if strings.Contains(out, "Cid") || strings.Contains(out, "summit") {
			t.Errorf("%s: holds more than the part:\n%s", f.Name, out)
		}
		if f.Name != "csv-edges" && !strings.Contains(out, "Bob") {
			t.Errorf("%s: holds less than the part:\n%s", f.Name, out)
		}
		if out != exportPart(t, s, f.Name, part) {
			t.Errorf("%s: not the same twice", f.Name)
		}
		if whole := exportPart(t, s, f.Name, Narrow{}); whole != export(t, s, f.Name, false) || len(whole) <= len(out) {
			t.Errorf("%s: the whole is %d bytes, the part %d", f.Name, len(whole), len(out))
		}
	}
	whole := map[string]bool{}
	for l := range strings.Lines(export(t, s, "nquads", false)) {
		whole[l] = true
	}
	nquads := exportPart(t, s, "nquads", part)
	for l := range strings.Lines(nquads) {
		if !whole[l] {
			t.Errorf("not in the whole: %s", l)
		}
	}
	if got := expand(t, exportPart(t, s, "jsonld", part)); got != nquads {
		t.Errorf("JSON-LD of a part differs:\n%s", differ(nquads, got))
	}
	dir := t.TempDir() + "/part.db"
	if err := Import(dir, "part.nq", strings.NewReader(nquads)); err != nil {
		t.Errorf("import of a part: %v", err)
	}
}

func TestSVG(t *testing.T) {
	for name, s := range map[string]*Store{"odd": odd(t), "nasty": nastyStore(t), "news": news(t), "none": memory(t, Settings{})} {
		out := export(t, s, "svg", false)
		if out != export(t, s, "svg", true) {
			t.Errorf("%s: not the same twice", name)
		}
		circles, lines, text := 0, 0, ""
		for tok := range xmlTokens(t, name, out) {
			switch tok := tok.(type) {
			case xml.StartElement:
				switch tok.Name.Local {
				case "circle":
					circles++
				case "line":
					lines++
				case "script", "b":
					t.Errorf("%s: an element %s", name, tok.Name.Local)
				}
				for _, a := range tok.Attr {
					if strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") {
						t.Errorf("%s: %s=%s", name, a.Name.Local, a.Value)
					}
				}
			case xml.CharData:
				text += string(tok)
			}
		}
		if want := map[string][2]int{"odd": {5, 3}, "nasty": {len(nasty), len(nasty) - 1}, "news": {7, 5}, "none": {0, 0}}[name]; circles != want[0] || lines != want[1] {
			t.Errorf("%s: %d circles, %d lines, want %v", name, circles, lines, want)
		}
		if name == "nasty" && !strings.Contains(text, "<b>Bold & Co</b>") {
			t.Errorf("no escaped name in %q", text)
		}
	}
}
