package ingest

import (
	"os"
	"path/filepath"
	"testing"

	"kg/ingest/text"
)

// BenchmarkStages measures each stage of the pipeline on the sample articles, in bytes of text a second; the stages before
// it are not counted.
func BenchmarkStages(b *testing.B) {
	paths, err := filepath.Glob("../data/articles/*.txt")
	if err != nil || len(paths) == 0 {
		b.Fatal("no sample articles: ", err)
	}
	var texts []string
	size := 0
	for _, p := range paths {
		t, err := os.ReadFile(p)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, string(t))
		size += len(t)
	}
	p, err := New()
	if err != nil {
		b.Fatal(err)
	}
	for k, s := range Stages {
		b.Run(s.Name, func(b *testing.B) {
			b.SetBytes(int64(size))
			for b.Loop() {
				for _, t := range texts {
					b.StopTimer()
					r := Result{Doc: &text.Document{Text: t}, known: p.Known}
					for _, before := range Stages[:k] {
						before.run(p, &r)
					}
					b.StartTimer()
					s.run(p, &r)
				}
			}
		})
	}
}
