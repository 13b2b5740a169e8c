package extract_test

import (
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"kg/ingest/extract"
	"kg/ingest/parse"
	"kg/ingest/text"
)

// analysed takes a text through the stages up to coreference.
func analysed(t *testing.T, s string) *text.Document {
	t.Helper()
	m, err := parse.Load()
	if err != nil {
		t.Fatal(err)
	}
	doc := &text.Document{ID: t.Name(), Text: s}
	m.Parse(doc)
	extract.Mentions(doc)
	extract.Resolve(doc)
	return doc
}

// standsFor is the name of the entity of a word's n-th occurrence, of its members where it is several; "-" for none.
func standsFor(t *testing.T, doc *text.Document, word string) (string, int) {
	t.Helper()
	word, nth, _ := strings.Cut(word, "#")
	n := 1
	if nth != "" {
		n, _ = strconv.Atoi(nth)
	}
	x := extract.NewIndex(doc)
	for si, s := range doc.Sentences {
		for i, k := range s.Tokens {
			if k.Text != word {
				continue
			}
			if n--; n > 0 {
				continue
			}
			for x.Mention(si, i) < 0 && s.Tokens[i].Head >= 0 && s.Tokens[i].Rel == "flat" {
				i = s.Tokens[i].Head // "Lang" of "Peter Lang"
			}
			e := x.Entity(si, i)
			if e < 0 {
				return "-", -1
			}
			var names []string
			for _, m := range doc.Entities[e].Members {
				names = append(names, doc.Entities[m].Name)
			}
			if len(names) > 0 && !strings.Contains(doc.Entities[e].Name, " and ") {
				return strings.Join(names, " + "), e
			}
			return doc.Entities[e].Name, e
		}
	}
	t.Errorf("no %q in the text", word)
	return "", -1
}

func TestResolve(t *testing.T) {
	files, err := filepath.Glob("testdata/coref/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, path := range files {
		a, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range a.Files {
			t.Run(f.Name, func(t *testing.T) {
				body, want, ok := strings.Cut(string(f.Data), "\n--\n")
				if !ok {
					t.Fatal("no line -- between text and answers")
				}
				doc := analysed(t, body)
				for line := range strings.Lines(want) {
					line = strings.TrimSpace(line)
					if word, not, ok := strings.Cut(line, " != "); ok {
						_, a := standsFor(t, doc, word)
						if strings.Contains(not, "#") {
							if _, b := standsFor(t, doc, not); a == b {
								t.Errorf("%s and %s are one", word, not)
							}
						} else if a >= 0 && doc.Entities[a].Name == not {
							t.Errorf("%s = %s", word, not)
						}
						continue
					}
					word, name, ok := strings.Cut(line, " = ")
					if !ok {
						continue
					}
					if got, _ := standsFor(t, doc, word); got != name {
						t.Errorf("%s = %s, want %s", word, got, name)
					}
				}
			})
		}
	}
}

// TestLayersHold takes a text through every layer and checks what other stages rest on: spans on characters' borders,
// mentions in order, indices in range, entities with names and sorted aliases.
func TestLayersHold(t *testing.T) {
	doc := analysed(t, "“Überraschung!” said Zoë Müller, 41, on “Tagesschau”. The company’s €3.5 million\nplan — she’d said — won’t end before May 3, 2021.\n\nAt least 12 of them agreed; they and I didn't.")
	check := func(s text.Span) {
		if s.Start < 0 || s.End > len(doc.Text) || s.Start >= s.End || !utf8Border(doc.Text, s.Start) || !utf8Border(doc.Text, s.End) {
			t.Errorf("span %v of %d bytes", s, len(doc.Text))
		}
	}
	if !sort.SliceIsSorted(doc.Mentions, func(i, j int) bool { return doc.Mentions[i].Start < doc.Mentions[j].Start }) {
		t.Error("mentions out of order")
	}
	for _, m := range doc.Mentions {
		check(m.Span)
		if m.Entity < -1 || m.Entity >= len(doc.Entities) || m.Class == "" || m.Form == "" {
			t.Errorf("mention %+v", m)
		}
	}
	for _, e := range doc.Entities {
		if e.Name == "" || !sort.StringsAreSorted(e.Aliases) {
			t.Errorf("entity %+v", e)
		}
	}
	for _, q := range extract.Quotes(doc) {
		check(q.Span)
	}
	for _, e := range extract.Times(doc) {
		check(e.Span)
	}
	for _, q := range extract.Quantities(doc) {
		check(q.Span)
		if doc.At(q.Span) != q.Quantity.Text {
			t.Errorf("quantity %q is not %q", q.Quantity.Text, doc.At(q.Span))
		}
	}
}

func utf8Border(s string, i int) bool { return i == len(s) || s[i]&0xc0 != 0x80 }
