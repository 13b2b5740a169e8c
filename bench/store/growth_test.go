package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kg/graph"
)

// BenchmarkGrowth loads files of 10^4, 10^5 and 10^6 quads, opens the stores and asks them about entities that are spoken of
// more the more there is: a question's time is to grow with its rows alone. To make the largest file takes a minute or two.
func BenchmarkGrowth(b *testing.B) {
	for _, n := range []int{1e4, 1e5, 1e6} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := b.TempDir()
			file, db := filepath.Join(dir, "quads.nq"), filepath.Join(dir, "kg.db")
			if err := makeFile(n, file); err != nil {
				b.Fatal(err)
			}
			text, err := os.ReadFile(file + ".entities")
			if err != nil {
				b.Fatal(err)
			}
			iris := strings.Fields(string(text))
			b.Run("load", func(b *testing.B) {
				for b.Loop() {
					if err := os.RemoveAll(db); err != nil {
						b.Fatal(err)
					}
					f, err := os.Open(file)
					if err != nil {
						b.Fatal(err)
					}
					if err := graph.Import(db, file, f); err != nil {
						b.Fatal(err)
					}
					f.Close()
				}
				b.ReportMetric(b.Elapsed().Seconds()*1e6/float64(b.N)/float64(n), "µs/quad")
			})
			b.Run("open", func(b *testing.B) {
				for b.Loop() {
					s, err := graph.OpenToRead(db)
					if err != nil {
						b.Fatal(err)
					}
					s.Close()
				}
			})
			asked := func(name string, ask func(iri string) (int, error)) {
				b.Run(name, func(b *testing.B) {
					rows, times := 0, 0
					for b.Loop() {
						got, err := ask(iris[times%len(iris)])
						if err != nil {
							b.Fatal(err)
						}
						rows += got
						times++
					}
					b.ReportMetric(float64(rows)/float64(times), "rows/op")
				})
			}
			v, done, err := viewOf(db)
			if err != nil {
				b.Fatal(err)
			}
			for _, q := range direct {
				asked(q.name, func(iri string) (int, error) { return q.run(v, iri) })
			}
			if err := done(); err != nil {
				b.Fatal(err)
			}
			s, err := graph.Open(db)
			if err != nil {
				b.Fatal(err)
			}
			defer s.Close()
			for _, q := range scripts {
				asked("gizmo/"+q.name, func(iri string) (int, error) { return runScript(s, q.script, iri) })
			}
		})
	}
}
