package graph

import (
	"fmt"
	"math/rand"
	"path/filepath"
	"strings"
	"testing"
	"time"
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

// BenchmarkCopies stores many articles of one text, sixteen in a step, and says how long each takes: the earliest first,
// or last.
func BenchmarkCopies(b *testing.B) {
	for _, order := range []string{"forth", "back"} {
		for _, n := range []int{250, 500, 1000, 2000} {
			b.Run(fmt.Sprint(order, "/", n), func(b *testing.B) {
				for b.Loop() {
					text := strings.Join(prose(rand.New(rand.NewSource(1)), 200), " ")
					s := memory(b, Settings{})
					var batch []Article
					for i := range n {
						day := i
						if order == "back" {
							day = n - i
						}
						batch = append(batch, Article{Document: Document{ID: DocID(fmt.Sprint("paper-", i)), Text: text, Date: time.Date(2020, 1, 1+day, 0, 0, 0, 0, time.UTC)}})
						if len(batch) < 16 && i < n-1 {
							continue
						}
						if _, err := s.PutAll(batch); err != nil {
							b.Fatal(err)
						}
						batch = batch[:0]
					}
				}
				b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/article")
			})
		}
	}
}
