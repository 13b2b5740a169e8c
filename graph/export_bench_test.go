package graph

import (
	"fmt"
	"path/filepath"
	"testing"
)

// BenchmarkExport writes a store of 2000 statements in each format.
func BenchmarkExport(b *testing.B) {
	c := newCorpus(1)
	s, err := Create(filepath.Join(b.TempDir(), "kg.db"), Settings{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	s.NoSync()
	for range 5 {
		var articles []Article
		for range 10 {
			doc, _ := c.document(fmt.Sprint("doc", c.Int()))
			var sts []Statement
			for range 40 {
				st := c.statement(doc.Text)
				st.Subject.Name += fmt.Sprint(" ", c.Intn(1000))
				st.Cue = fmt.Sprint(c.Int())
				sts = append(sts, st)
			}
			articles = append(articles, Article{Document: doc, Statements: sts})
		}
		if _, err := s.PutAll(articles); err != nil {
			b.Fatal(err)
		}
	}
	for _, f := range Formats {
		b.Run(f.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var n counter
				if err := s.Export(&n, f.Name, false); err != nil {
					b.Fatal(err)
				}
				b.SetBytes(int64(n))
			}
		})
	}
}

// counter counts the bytes written to it.
type counter int64

func (n *counter) Write(b []byte) (int, error) {
	*n += counter(len(b))
	return len(b), nil
}
