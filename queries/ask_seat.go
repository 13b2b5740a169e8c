package queries

import (
	"slices"
	"strings"

	"kg/graph"
)

// seats takes the place by which a headline speaks of a body that is there for the body, which the article names: "Paris opens
// inquiry".
func (r *Reply) seats() {
	for i := 0; i < len(r.Answers) && len(r.Answers) > 1; i++ {
		a := r.Answers[i]
		j := slices.IndexFunc(r.Answers, func(b Answer) bool {
			return len(a.Statements) == 1 && b.ID != a.ID && slices.ContainsFunc(b.Statements, func(st graph.Statement) bool { return seat(&a, &b, &a.Statements[0], &st) })
		})
		if j >= 0 {
			r.Answers[j].Statements = append(r.Answers[j].Statements, a.Statements...)
			r.Answers = slices.Delete(r.Answers, i, i+1)
			i--
		}
	}
}

// seat reports whether statement x of a headline says of the place a what statement y of the same article says of the body b.
func seat(a, b *Answer, x, y *graph.Statement) bool {
	return x.Subject.ID == a.ID && y.Subject.ID == b.ID && x.Subject.Class == "Place" && y.Subject.Class == "Organization" &&
		x.Relation.ID == y.Relation.ID && !x.Object.None() && sameNoun(noun(x.Object.Name), noun(y.Object.Name)) &&
		len(x.Sources) == 1 && !strings.HasSuffix(x.Sources[0].Quote, ".") && x.Sources[0].Start == 0 &&
		slices.ContainsFunc(y.Sources, func(s graph.Source) bool { return s.Doc == x.Sources[0].Doc })
}
