package extract_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kg/ingest"
	"kg/ingest/extract"
	"kg/ingest/text"
)

// sample is an analysed document of all sample articles.
func sample(b *testing.B) *text.Document {
	b.Helper()
	var s strings.Builder
	err := filepath.WalkDir("../../data/articles", func(path string, d fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(path) == ".txt" {
			var t []byte
			t, err = os.ReadFile(path)
			s.Write(t)
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	p, err := ingest.New()
	if err != nil {
		b.Fatal(err)
	}
	return p.Run(&text.Document{ID: "sample", Text: s.String()}).Doc
}

// BenchmarkRun measures statements alone, in tokens a second.
func BenchmarkRun(b *testing.B) {
	doc := sample(b)
	tokens := 0
	for _, s := range doc.Sentences {
		tokens += len(s.Tokens)
	}
	for b.Loop() {
		extract.Run(doc)
	}
	b.ReportMetric(float64(tokens*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkLong resolves one document of some 20,000 mentions: seconds and MB a document.
func BenchmarkLong(b *testing.B) {
	doc := sample(b)
	short := *doc
	for len(doc.Mentions) < 20000 {
		at := len(doc.Text)
		doc.Text += "\n" + short.Text
		for _, s := range short.Sentences {
			s.Start, s.End = s.Start+at+1, s.End+at+1
			s.Tokens = slices.Clone(s.Tokens)
			for i := range s.Tokens {
				s.Tokens[i].Start += at + 1
				s.Tokens[i].End += at + 1
			}
			doc.Sentences = append(doc.Sentences, s)
		}
		extract.Mentions(doc)
	}
	b.ReportAllocs()
	for b.Loop() {
		extract.Mentions(doc)
		extract.Resolve(doc)
	}
	b.ReportMetric(float64(len(doc.Mentions)), "mentions")
}

// BenchmarkResolve measures mentions and coreference, in tokens a second.
func BenchmarkResolve(b *testing.B) {
	doc := sample(b)
	tokens := 0
	for _, s := range doc.Sentences {
		tokens += len(s.Tokens)
	}
	for b.Loop() {
		extract.Mentions(doc)
		extract.Resolve(doc)
	}
	b.ReportMetric(float64(tokens*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
