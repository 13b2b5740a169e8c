package graph

import (
	"fmt"
	"path/filepath"
	"testing"
)

// BenchmarkPut stores documents of forty statements each in a store on disk, one or many in a step.
func BenchmarkPut(b *testing.B) {
	for _, step := range []int{1, 16} {
		b.Run(fmt.Sprint(step), func(b *testing.B) {
			c := newCorpus(1)
			s, err := Create(filepath.Join(b.TempDir(), "kg.db"), Settings{})
			if err != nil {
				b.Fatal(err)
			}
			defer s.Close()
			docs := 0
			for b.Loop() {
				articles := c.articles(step)
				if _, err := s.PutAll(articles); err != nil {
					b.Fatal(err)
				}
				docs += step
			}
			b.ReportMetric(float64(docs)/b.Elapsed().Seconds(), "documents/s")
		})
	}
}

// articles makes n documents of forty statements each.
func (c corpus) articles(n int) []Article {
	var out []Article
	for range n {
		doc, _ := c.document(fmt.Sprint("doc", c.Int()))
		var sts []Statement
		for range 40 {
			st := c.statement(doc.Text)
			st.Subject.Name += fmt.Sprint(" ", c.Intn(1000))
			st.Cue = fmt.Sprint(c.Int())
			sts = append(sts, st)
		}
		out = append(out, Article{Document: doc, Statements: sts})
	}
	return out
}
