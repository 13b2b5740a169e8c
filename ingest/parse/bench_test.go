package parse

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kg/ingest/text"
)

func load(t testing.TB) *Model {
	t.Helper()
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// sample returns our own articles as one text.
func sample(t testing.TB) string {
	t.Helper()
	files, err := filepath.Glob("../../data/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	var b strings.Builder
	for _, f := range files {
		s, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(s)
		b.WriteString("\n\n")
	}
	return b.String()
}

func BenchmarkStages(b *testing.B) {
	m, s := load(b), sample(b)
	words := tokenize(s)
	run := func(name string, f func()) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				f()
			}
			b.ReportMetric(float64(len(words))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
	run("tokenize", func() { tokenize(s) })
	run("split", func() { m.splitter.split(s, words) })
	sentences := m.Segment(s)
	w := newWorkspace()
	run("pieces", func() {
		w.begin()
		for i, x := range sentences {
			var words []string
			for j := range x.Tokens {
				words = append(words, x.Tokens[j].Text)
			}
			for from := 0; from < len(words); {
				from = w.add(m, i, words, from)
			}
		}
	})
	run("encode", func() { m.encode(w) })
	run("decide", func() { m.decide(w, func(input, []wordOut, func(int, int) []float32) {}) })
	run("analyse", func() { m.Analyse(sentences) })
	run("all", func() { m.Parse(&text.Document{Text: s}) })
	for _, k := range available() {
		w.kernels = k
		if k != &plainKernels {
			run("encode-"+k.name, func() { m.encode(w) })
		}
	}
}
