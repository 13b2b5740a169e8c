package eval

import (
	"math"
	"testing"
)

// The example of Luo 2005 and of the CoNLL scorer's paper (Pradhan et al. 2014, section 5): key {a b c} {d e f g},
// response {a b} {c d} {f g h i}.
func TestScoreCoref(t *testing.T) {
	m := func(s string) []Words {
		var c []Words
		for _, r := range s {
			c = append(c, Words{int(r), int(r)})
		}
		return c
	}
	s := ScoreCoref([][]Words{m("abc"), m("defg")}, [][]Words{m("ab"), m("cd"), m("fghi")})
	for _, c := range []struct {
		name    string
		c       Ratio
		p, r, f float64
	}{
		{"MUC", s.MUC, 0.4, 0.4, 0.4},
		{"B3", s.B3, 4.0 / 8, (6.0*5/12 + 5.0/12) / 7, 0},
		{"CEAF-e", s.CEAF, 1.3 / 3, 1.3 / 2, 0.52},
	} {
		p, r, f := c.c.PRF()
		if math.Abs(p-c.p) > 1e-9 || math.Abs(r-c.r) > 1e-9 || c.f > 0 && math.Abs(f-c.f) > 1e-9 {
			t.Errorf("%s: precision %.4f recall %.4f F1 %.4f, want %.4f %.4f", c.name, p, r, f, c.p, c.r)
		}
	}
}
