package graph

import (
	"encoding/csv"
	"encoding/xml"
	"regexp"
	"strings"
	"testing"
)

// odd returns a store whose names and texts are hard to write.
func odd(t testing.TB) *Store {
	t.Helper()
	s := memory(t, Settings{})
	text := "=cmd|' /C calc'!A0 said \"no\",\nthen <b>left</b> & עברית 🎉\x01."
	st := func(subject, object string, p Polarity, c Certainty) Statement {
		return Statement{Subject: Value{Name: subject, Class: "Person"}, Object: Value{Name: object, Class: "Organization"}, Polarity: p, Certainty: c,
			Relation: Relation{Lemma: "take part in"}, Sources: []Source{{Start: 0, End: len(text)}}}
	}
	if err := put(s, Document{ID: DocID("a b/ü#?"), Title: "T", Text: text}, []Statement{
		st("=SUM(A1)", "R&D <\"x\">", Positive, Certain), st("Ann\nLee", "עברית 🎉", Negative, Certain), st("Ann\nLee", "back\\slash", Positive, Possible),
		st("", "nobody's", Positive, Certain),
	}); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestGraphML(t *testing.T) {
	s := odd(t)
	type data struct {
		Key  string `xml:"key,attr"`
		Text string `xml:",chardata"`
	}
	var g struct {
		Nodes []struct {
			ID   string `xml:"id,attr"`
			Data []data `xml:"data"`
		} `xml:"graph>node"`
		Edges []struct {
			Source string `xml:"source,attr"`
			Target string `xml:"target,attr"`
			Data   []data `xml:"data"`
		} `xml:"graph>edge"`
	}
	if err := xml.Unmarshal([]byte(export(t, s, "graphml", false)), &g); err != nil {
		t.Fatal(err)
	}
	stats, err := s.Stats()
	if err != nil {
		t.Fatal(err)
	}
	if len(g.Nodes) != stats.Entities || len(g.Edges) != stats.Facts || len(g.Edges) != 3 {
		t.Errorf("%d nodes, %d edges; the store has %d entities, %d facts", len(g.Nodes), len(g.Edges), stats.Entities, stats.Facts)
	}
	names := map[string]string{}
	for _, n := range g.Nodes {
		names[n.ID] = n.Data[0].Text
	}
	for _, e := range g.Edges {
		if names[e.Source] == "" || names[e.Target] == "" {
			t.Errorf("an edge %s to %s without its nodes", e.Source, e.Target)
		}
	}
	if names[string(Link("R&D <\"x\">", "Organization"))] != "R&D <\"x\">" || names[string(Link("Ann\nLee", "Person"))] != "Ann\nLee" {
		t.Errorf("names %q", names)
	}
}

func TestCSV(t *testing.T) {
	s := odd(t)
	rows, err := csv.NewReader(strings.NewReader(export(t, s, "csv", false))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 5 {
		t.Fatalf("%d lines, want a head and 4 statements", len(rows))
	}
	seen := ""
	for _, r := range rows[1:] {
		seen += r[1] + "|" + r[3] + "|" + r[4] + "\n"
		for _, c := range r {
			if strings.HasPrefix(c, "=") {
				t.Errorf("a formula: %s", c)
			}
		}
		if r[22] != "'=cmd|' /C calc'!A0 said \"no\",\nthen <b>left</b> & עברית 🎉\x01." {
			t.Errorf("sentence %q", r[22])
		}
	}
	for _, want := range []string{"'=SUM(A1)|R&D <\"x\">|asserted\n", "Ann\nLee|עברית 🎉|denied\n", "|nobody's|asserted\n"} {
		if !strings.Contains(seen, want) {
			t.Errorf("no %q in %q", want, seen)
		}
	}
}

func TestDot(t *testing.T) {
	line := regexp.MustCompile(`^  ("([^"\\]|\\.)*")( -> ("([^"\\]|\\.)*"))? \[label=("([^"\\]|\\.)*")[a-z=, 0-9]*\];$`)
	dot := export(t, odd(t), "dot", false)
	lines := strings.Split(strings.TrimSpace(dot), "\n")
	if lines[0] != "digraph kg {" || lines[len(lines)-1] != "}" {
		t.Errorf("no digraph: %s", dot)
	}
	edges := 0
	for _, l := range lines[3 : len(lines)-1] {
		if !line.MatchString(l) {
			t.Errorf("%s", l)
		}
		edges += strings.Count(l, " -> ")
	}
	if edges != 3 || !strings.Contains(dot, "color=red") || !strings.Contains(dot, "dashed") {
		t.Errorf("%d edges:\n%s", edges, dot)
	}
}

func TestTurtle(t *testing.T) {
	s := memory(t, Settings{})
	say(t, s, "x", "Ann | sign | pact")
	turtle := export(t, s, "turtle", true)
	_, body, _ := strings.Cut(turtle, "\n\n")
	want := "e:ann schema:name \"Ann\" ;\n    a schema:Person ;\n    p:sign e:pact .\n\ne:pact schema:name \"pact\" ;\n    a schema:Person .\n"
	if body != want {
		t.Errorf("got\n%s\nwant\n%s", body, want)
	}
	if whole := export(t, odd(t), "turtle", false); !strings.Contains(whole, "<urn:kg:d/a%20b/ü%23%3F>") {
		t.Errorf("an IRI that no prefix fits:\n%s", whole)
	}
}
