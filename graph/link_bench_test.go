//go:build linux

package graph_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"kg/graph"
)

// BenchmarkLink stores varied articles in a store on disk, sixteen in a step as kg ingest does, and says what linking
// takes of the processors' time for a document, its analysis included: over all, and of the last documents, for how it grows; then
// what linking one more document costs in a store that was just opened, and, of up to a thousand, linking all anew.
func BenchmarkLink(b *testing.B) {
	for _, n := range []int{100, 1000, 3000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			v := newVaried(b, n)
			for b.Loop() {
				s, err := graph.Create(filepath.Join(b.TempDir(), "kg.db"), graph.Settings{})
				if err != nil {
					b.Fatal(err)
				}
				s.NoSync()
				var all, last graph.Timed
				const step, lastly = 16, 96
				for from := 0; from < n; from += step {
					var articles []graph.Article
					for i := from; i < min(n, from+step); i++ {
						articles = append(articles, v.article(i))
					}
					t, err := s.PutTimed(articles)
					if err != nil {
						b.Fatal(err)
					}
					all.Link, all.Own, all.Store, all.Relinked = all.Link+t.Link, all.Own+t.Own, all.Store+t.Store, all.Relinked+t.Relinked
					if from >= n-lastly {
						last.Link += t.Link
					}
				}
				report := func(x time.Duration, of int, unit string) {
					b.ReportMetric(float64(x.Microseconds())/1000/float64(of), unit)
				}
				analysis := time.Duration(n*18) * v.analysis
				b.ReportMetric(100*float64(all.Link)/float64(all.Link+all.Store+analysis), "%link")
				report(all.Link, n, "ms-link/doc")
				report(all.Own, n, "ms-link-own/doc")
				report(last.Link, min(n, lastly), "ms-link/last-doc")
				report(all.Store, n, "ms-store/doc")
				report(analysis, n, "ms-analysis/doc")
				b.ReportMetric(float64(all.Relinked)/float64(n), "relinked/doc")
				const more = 10
				var opened graph.Timed
				for i := range more {
					s.Forget()
					t, err := s.PutTimed([]graph.Article{v.article(n + i)})
					if err != nil {
						b.Fatal(err)
					}
					opened.Link += t.Link
				}
				report(opened.Link, more, "ms-link/opened")
				if n <= 1000 {
					start := graph.Spent()
					if changed, err := s.Relink(); err != nil || changed > 0 {
						b.Fatalf("linking anew changed %d documents (%v)", changed, err)
					}
					report(graph.Spent()-start, n, "ms-relink/doc")
				}
				if err := s.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkLinker is BenchmarkLink without a store: what it takes to work out the links that sixteen more articles make and
// change, over all and in the last tenth.
func BenchmarkLinker(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			v := newVaried(b, n)
			for b.Loop() {
				x := graph.NewLinking()
				var all, last time.Duration
				const step = 16
				lastly, relinked := 0, 0
				for from := 0; from < n; from += step {
					var articles []graph.Article
					for i := from; i < min(n, from+step); i++ {
						articles = append(articles, v.article(i))
					}
					start := graph.Spent()
					moved, err := x.Put(articles)
					if err != nil {
						b.Fatal(err)
					}
					took := graph.Spent() - start
					if all += took; 10*from >= 9*n {
						last, lastly, relinked = last+took, lastly+len(articles), relinked+moved
					}
				}
				b.ReportMetric(float64(all.Microseconds())/1000/float64(n), "ms-link/doc")
				b.ReportMetric(float64(last.Microseconds())/1000/float64(lastly), "ms-link/last-doc")
				b.ReportMetric(float64(relinked)/float64(lastly), "relinked/last-doc")
			}
		})
	}
}
