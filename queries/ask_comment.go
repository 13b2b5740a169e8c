package queries

import (
	"slices"
	"strings"

	"kg/graph"
)

// commented reports whether a statement quotes somebody's words on what he has just been said to do with the slot's thing: "Ann
// Lee negotiated the accord. “Nobody has won,” she said."
func (q *asked) commented(s *graph.Slot, r *reading) bool {
	if len(r.st.Sources) == 0 || r.st.Subject.ID == "" {
		return false
	}
	src := r.st.Sources[0]
	if !strings.HasPrefix(src.Quote, "\"") && !strings.HasPrefix(src.Quote, "“") {
		return false
	}
	told, _ := q.statements(src.Doc)
	return slices.ContainsFunc(told, func(x graph.Statement) bool {
		if len(x.Sources) == 0 || x.Kind == graph.Speech || x.Kind == graph.Attribute || x.Subject.ID != r.st.Subject.ID || x.Polarity == graph.Negative {
			return false
		}
		at := x.Sources[0]
		return at.Doc == src.Doc && at.End <= src.Start && src.Start-at.End <= 1 && q.valueFits(s, x.Object, q.reading(&x)) >= least
	})
}
