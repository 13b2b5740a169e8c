package extract_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"kg/graph"
	"kg/ingest"
	"kg/ingest/extract"
	"kg/ingest/text"
)

var rewrite = flag.Bool("rewrite", false, "rewrite testdata/statements from what is found")

// TestExamples takes every extractor's example through the whole analysis: it must give the statement that it promises,
// and that extractor must have found it.
func TestExamples(t *testing.T) {
	p := pipeline(t)
	for _, x := range extract.Extractors {
		if x.Doc == "" || x.Example == "" || x.Want == "" {
			t.Errorf("%s: without a description or an example", x.Name)
			continue
		}
		var got []string
		ok := false
		for _, s := range p.Run(&text.Document{ID: "example", Text: x.Example}).Statements {
			line := extract.Line(&s) + "  by " + s.Sources[0].Extractor
			got = append(got, line)
			ok = ok || line == x.Want+"  by "+x.Name
		}
		if !ok {
			t.Errorf("%s: %s\nwant %s\ngot  %s", x.Name, x.Example, x.Want, strings.Join(got, "\n     "))
		}
	}
}

// TestStatements compares all that is said in the passages of testdata/statements, construction by construction, with
// the lines under them. -rewrite takes over what is found.
func TestStatements(t *testing.T) {
	p := pipeline(t)
	files, err := filepath.Glob("testdata/statements/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := range a.Files {
			f := &a.Files[i]
			passage, want, _ := strings.Cut(string(f.Data), "\n\n")
			var got strings.Builder
			for _, s := range p.Run(&text.Document{ID: f.Name, Text: strings.ReplaceAll(passage, "\n", " ")}).Statements {
				got.WriteString(extract.Line(&s) + "\n")
			}
			if *rewrite {
				f.Data = []byte(passage + "\n\n" + got.String())
			} else if got.String() != want {
				t.Errorf("%s: %s: %s\nwant\n%sgot\n%s", file, f.Name, passage, want, got.String())
			}
		}
		if *rewrite {
			if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestRepeatable runs one passage twice, in two pipelines: the same statements must come out, and each must stand on a
// sentence of the text.
func TestRepeatable(t *testing.T) {
	const passage = "The minister, Ana Ruiz, said on Monday that Spain and Portugal would sign the accord if both parliaments agree. She did not name a date."
	var lines [2]bytes.Buffer
	for n := range lines {
		d := &text.Document{ID: "d", Text: passage}
		for _, s := range pipeline(t).Run(d).Statements {
			b, err := extract.JSON(&s)
			if err != nil {
				t.Fatal(err)
			}
			lines[n].Write(b)
			src := s.Sources[0]
			if passage[src.Start:src.End] != src.Quote {
				t.Errorf("%s: bytes %d to %d are not its sentence", extract.Line(&s), src.Start, src.End)
			}
			if s.Confidence <= 0 || s.Confidence > 1 {
				t.Errorf("%s: confidence %v", extract.Line(&s), s.Confidence)
			}
		}
	}
	if lines[0].Len() == 0 || lines[0].String() != lines[1].String() {
		t.Errorf("not the same twice:\n%s\n%s", lines[0].String(), lines[1].String())
	}
}

// TestTuples holds the open-IE view to the sentence's own words, but for the "be" and "has" that nouns imply.
func TestTuples(t *testing.T) {
	d := pipeline(t).Run(&text.Document{ID: "d", Text: "Anna Weiss, the finance minister, plans to cut taxes in May. The law, drafted by Peter Oman, was not passed."}).Doc
	found := map[string]bool{}
	for _, x := range extract.Tuples(d) {
		found[x.Relation+" | "+strings.Join(x.Args, " | ")] = true
		if x.Confidence <= 0 || x.Confidence >= 1 || len(x.Args) < 2 {
			t.Errorf("%+v", x)
		}
		for _, w := range strings.Fields(strings.Join(x.Args, " ")) {
			if !strings.Contains(d.At(d.Sentences[x.Sentence].Span), w) {
				t.Errorf("%q is not in the sentence", w)
			}
		}
	}
	for _, want := range []string{"plans to cut | Anna Weiss | taxes | in May", "is | Anna Weiss | the finance minister", "was drafted by | The law | Peter Oman"} {
		if !found[want] {
			t.Errorf("no %q among %v", want, found)
		}
	}
}

func TestJSON(t *testing.T) {
	s := graph.Statement{Subject: graph.Value{Name: "A & B", Text: "they"}, Relation: graph.Relation{Lemma: "sign", Text: "did not sign"},
		Polarity: graph.Negative, Certainty: graph.Possible, Tense: graph.Future, Condition: "if it rains", Confidence: 0.5}
	got, err := extract.JSON(&s)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"subject":{"name":"A & B","mention":"they"}`, `"predicate":{"lemma":"sign","text":"did not sign"}`, `"object":null`,
		`"polarity":"negative"`, `"certainty":"possible"`, `"tense":"future"`, `"source":null`, `"condition":"if it rains"`, `"kind":"relation"`} {
		if !strings.Contains(string(got), want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
}

func pipeline(t *testing.T) *ingest.Pipeline {
	t.Helper()
	p, err := ingest.New()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestWeekday checks which way a weekday lies: after what moves it ahead, else as the tense says. 12 June 2024 was a
// Wednesday.
func TestWeekday(t *testing.T) {
	p := pipeline(t)
	for sentence, want := range map[string]string{
		"The union called a strike for Monday.":      "2024-06-17",
		"The match was postponed until Sunday.":      "2024-06-16",
		"The match was moved to Tuesday.":            "2024-06-18",
		"The union called off the strike on Monday.": "2024-06-10",
		"The strike lasted until Sunday.":            "2024-06-09",
	} {
		doc := &text.Document{ID: "weekday", Text: "Strike\n12 June 2024\n\n" + sentence}
		p.Run(doc)
		times := extract.Times(doc)
		if got := times[len(times)-1].Time.Value; got != want {
			t.Errorf("%s %s, want %s", sentence, got, want)
		}
	}
}
