package queries

import (
	"context"
	"testing"
)

// BenchmarkRun runs one hop, next to nothing but what every query costs: with names of the prelude, and without.
func BenchmarkRun(b *testing.B) {
	s := fixture(b)
	for name, script := range map[string]string{
		"prelude": `g.V(e("borduria")).out(schema("name")).all()`,
		"plain":   `g.V("<urn:kg:e/borduria.place>").out("<http://schema.org/name>").all()`,
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				res, err := Run(context.Background(), s, script, nil, Limits{})
				if err != nil || len(res.Rows) != 1 {
					b.Fatal(res, err)
				}
			}
		})
	}
}
