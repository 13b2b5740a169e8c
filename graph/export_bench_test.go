package graph

import (
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
		if _, err := s.PutAll(c.articles(10)); err != nil {
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
