package graph

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"iter"
	"strings"
	"testing"
	"time"
)

// nasty are names that careless writers break on.
var nasty = []string{
	`Ann "the Cat" O'Roe`, "Smith, Jones; Sons", "=cmd|' /C calc'!A0", "+1 Group", "-Minus", "@home", "Two\nlines\tof \\text", "<b>Bold & Co</b>", "😀 Party", "حزب العدالة", "a`b$c{d}", "x\x01y", "naïve Ünion",
}

// nastyStore holds a chain of statements between things of these names.
func nastyStore(t *testing.T) *Store {
	s := memory(t, Settings{})
	text := strings.Join(nasty, " ")
	doc := Document{ID: DocID("nasty, \"doc\""), Title: "A title", Date: time.Date(2024, 6, 13, 0, 0, 0, 0, time.UTC), Text: text, URL: "https://news.example/a?b=1&c=2"}
	var sts []Statement
	for i, name := range nasty[:len(nasty)-1] {
		at := strings.Index(text, name)
		sts = append(sts, Statement{
			Subject: Value{Name: name, Text: name, Class: "Organization"}, Object: Value{Name: nasty[i+1], Text: nasty[i+1], Class: "Organization"},
			Relation: Relation{Lemma: "take place in", Text: "=took, \"place\"\nin"}, Polarity: Polarity(i % 2), Certainty: Certainty(i % 4), Condition: "if, " + name,
			Confidence: 0.5, Sources: []Source{{Start: at, End: at + len(name), Quote: name, Extractor: "verb"}},
		})
	}
	sts = append(sts, Statement{Subject: Value{Name: nasty[0], Text: nasty[0], Class: "Organization"}, Relation: Relation{Lemma: "wait"}, Sources: []Source{{Start: 0, End: 3, Quote: text[:3], Extractor: "verb"}}})
	if err := put(s, doc, sts); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestNeo4jTables(t *testing.T) {
	s := nastyStore(t)
	names := map[string]bool{}
	for _, n := range nasty {
		names[n] = true
	}
	read := func(format string) [][]string {
		rows, err := csv.NewReader(strings.NewReader(export(t, s, format, false))).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", format, err)
		}
		return rows[1:]
	}
	nodes, err := s.Nodes()
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, row := range read("csv-nodes") {
		ids[row[0]] = true
		if !names[row[1]] {
			t.Errorf("csv-nodes: name %q", row[1])
		}
	}
	if len(ids) != len(nodes) {
		t.Errorf("csv-nodes: %d rows, the store has %d entities", len(ids), len(nodes))
	}
	edges := read("csv-edges")
	if len(edges) != len(nasty)-1 {
		t.Errorf("csv-edges: %d rows, want %d", len(edges), len(nasty)-1)
	}
	for i, row := range edges {
		if !ids[row[0]] || !ids[row[1]] {
			t.Errorf("csv-edges: row %d joins %s and %s", i, row[0], row[1])
		}
	}
}

// xmlTokens yields the tokens of a document that must be XML to its end.
func xmlTokens(t *testing.T, name, doc string) iter.Seq[xml.Token] {
	return func(yield func(xml.Token) bool) {
		for d := xml.NewDecoder(strings.NewReader(doc)); ; {
			tok, err := d.Token()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if !yield(tok) {
				return
			}
		}
	}
}

func TestGEXF(t *testing.T) {
	s := nastyStore(t)
	nodes, err := s.Nodes()
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"gexf"} {
		n := map[string]int{}
		text := ""
		for tok := range xmlTokens(t, format, export(t, s, format, false)) {
			switch tok := tok.(type) {
			case xml.StartElement:
				n[tok.Name.Local]++
				for _, a := range tok.Attr {
					text += a.Value + "\x00"
				}
			case xml.CharData:
				text += string(tok) + "\x00"
			}
		}
		if n["node"] != len(nodes) || n["edge"] != len(nasty)-1 {
			t.Errorf("%s: %d nodes, %d edges, want %d, %d", format, n["node"], n["edge"], len(nodes), len(nasty)-1)
		}
		for _, name := range nasty {
			if want := strings.ReplaceAll(name, "\x01", "\uFFFD"); !strings.Contains(text, want+"\x00") {
				t.Errorf("%s: no %q", format, want)
			}
		}
	}
}

func TestFTM(t *testing.T) {
	s := nastyStore(t)
	schemas, names := map[string]int{}, map[string]bool{}
	for l := range strings.Lines(export(t, s, "ftm", false)) {
		var e ftmEntity
		if err := json.Unmarshal([]byte(l), &e); err != nil {
			t.Fatal(err)
		}
		schemas[e.Schema]++
		for _, n := range e.Properties["name"] {
			names[n] = true
		}
	}
	if schemas["Organization"] != len(nasty) || schemas["UnknownLink"] != len(nasty)-1 {
		t.Errorf("ftm: %v", schemas)
	}
	for _, n := range nasty {
		if !names[n] {
			t.Errorf("ftm: no %q", n)
		}
	}
}

// TestScripts checks that no name ends its string early in Cypher: outside of strings stand only our own words.
func TestCypher(t *testing.T) {
	s := nastyStore(t)
	for format, quote := range map[string]byte{"cypher": '\''} {
		var outside strings.Builder
		out := export(t, s, format, false)
		in := false
		for i := 0; i < len(out); i++ {
			switch {
			case in && out[i] == '\\':
				i++
			case out[i] == quote:
				in = !in
			case in && out[i] == '\n':
				t.Errorf("%s: a line ends in a string", format)
			case !in:
				outside.WriteByte(out[i])
			}
		}
		if in {
			t.Errorf("%s: a string that does not end", format)
		}
		for _, bad := range []string{"Roe", "cmd", "Bold", "Party", "Sons", "text", "naïve"} {
			if strings.Contains(outside.String(), bad) {
				t.Errorf("%s: %q stands outside of a string", format, bad)
			}
		}
		if n := strings.Count(outside.String(), "->"); n != len(nasty)-1 {
			t.Errorf("%s: %d edges, want %d", format, n, len(nasty)-1)
		}
	}
}

// TestFormatsSame checks that every format gives the same bytes whatever the order in which documents came in.
func TestFormatsSame(t *testing.T) {
	a, b := memory(t, Settings{}), memory(t, Settings{})
	docs := []Document{{ID: DocID("a"), Text: "Ann Roe met Tom Okoro."}, {ID: DocID("b"), Text: "Tom Okoro did not thank Ann Roe."}}
	sts := [][]Statement{
		{{Subject: Value{Name: "Ann Roe", Class: "Person"}, Object: Value{Name: "Tom Okoro", Class: "Person"}, Relation: Relation{Lemma: "meet"}, Sources: []Source{{Start: 0, End: 22}}}},
		{{Subject: Value{Name: "Tom Okoro", Class: "Person"}, Object: Value{Name: "Ann Roe", Class: "Person"}, Relation: Relation{Lemma: "thank"}, Polarity: Negative, Sources: []Source{{Start: 0, End: 32}}}},
	}
	for i := range docs {
		if err := errors.Join(put(a, docs[i], sts[i]), put(b, docs[1-i], sts[1-i])); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range Formats {
		for _, plain := range []bool{false, true} {
			x, y := export(t, a, f.Name, plain), export(t, b, f.Name, plain)
			if x != y || len(x) == 0 {
				t.Errorf("%s (plain %v): %d and %d bytes", f.Name, plain, len(x), len(y))
			}
		}
	}
}
