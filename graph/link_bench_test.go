package graph

import (
	"fmt"
	"strconv"
	"testing"
)

// BenchmarkLink links documents one by one, each with a dozen names of which most are known from others, and says how
// long each takes; the store apart.
func BenchmarkLink(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				c := newCorpus(1)
				l := newLinker(nil)
				moved := 0
				for i := range n {
					var doc Document
					for range 12 {
						// a few names are everywhere, most in a few documents
						x := int(float64(n) * c.Float64() * c.Float64() * c.Float64())
						name := [...]string{fmt.Sprintf("Ann%d Lee%d", x%97, x), fmt.Sprintf("Lee%d", x), fmt.Sprintf("Gray%d Motor Company", x),
							fmt.Sprintf("Gray%d", x), fmt.Sprintf("Union of Works%d", x)}[c.Intn(5)]
						doc.Entities = append(doc.Entities, Entity{Name: name, Class: pick(c, "Person", "Organization", "Organization", "Thing")})
					}
					touched := map[string]bool{}
					kinds := kindsOf(&doc, nil)
					for _, k := range kinds {
						if err := l.touched(k, touched); err != nil {
							b.Fatal(err)
						}
					}
					was := map[string]map[kind]target{}
					for s := range touched {
						was[s], _ = l.targets(s)
					}
					for _, k := range kinds {
						if err := l.count(k, 1); err != nil {
							b.Fatal(err)
						}
					}
					for s := range touched {
						now, err := l.targets(s)
						if err != nil {
							b.Fatal(err)
						}
						for k, t := range was[s] {
							if now[k] != t {
								moved++
							}
						}
					}
					if _, err := l.links(ID("d/"+strconv.Itoa(i)), kinds); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(moved)/float64(n), "relinked/document")
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/document")
		})
	}
}
