package extract_test

import (
	"io/fs"
	"os"
	"path/filepath"
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
