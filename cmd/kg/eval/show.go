package eval

import (
	"fmt"
	"io"
	"strings"
)

// Show writes which gold statements were found (HIT, BONUS, with what is wrong about them) or missed, and which
// predictions are wrong (WRONG) or surplus (AGAIN), and returns the counts.
func Show(w io.Writer, gold []*Gold, rows []*Row) Counts {
	res := score(gold, rows)
	used := map[int]bool{}
	for i, g := range gold {
		e, ok := res.pair[i]
		switch {
		case ok:
			used[e.row] = true
			kind := "BONUS"
			if g.required() {
				kind = "HIT  "
			}
			fmt.Fprintf(w, "%s %s\n    = %s%s\n", kind, g.line(), rows[e.row].line(), differing(e))
		case g.required():
			fmt.Fprintf(w, "MISS  %s\n", g.line())
		}
	}
	for j, r := range rows {
		switch {
		case used[j]:
		case res.again[j]:
			fmt.Fprintf(w, "AGAIN %s\n", r.line())
		default:
			fmt.Fprintf(w, "WRONG %s\n", r.line())
		}
	}
	return res.counts
}

func differing(e edge) string {
	var bad []string
	for k, ok := range e.right {
		if !ok {
			bad = append(bad, attributes[k])
		}
	}
	if bad == nil {
		return ""
	}
	return "   differs: " + strings.Join(bad, ", ")
}

func (g *Gold) line() string {
	name := func(s *string) string {
		if s == nil {
			return "_"
		}
		return *s
	}
	source := Text{}
	if g.Source != "" {
		source.Names = []string{g.Source}
	}
	return brief(name(g.Subject), name(g.Predicate), name(g.Object), [3]string{g.Polarity, g.Certainty, g.Tense}, source, g.adjuncts())
}

func (r *Row) line() string {
	return brief(first(r.Subject.all()), first(r.Predicate), first(r.Object.all()), [3]string{r.Polarity, r.Certainty, r.Tense},
		r.Source, r.adjuncts())
}

func first(s []string) string {
	if len(s) == 0 {
		return "_"
	}
	return s[0]
}

func brief(subject, predicate, object string, status [3]string, source Text, adjuncts [4]Text) string {
	var extra []string
	for _, s := range status {
		if s != "" && s != "positive" && s != "certain" {
			extra = append(extra, s)
		}
	}
	for i, t := range append([]Text{source}, adjuncts[:]...) {
		if !t.none() {
			extra = append(extra, attributes[3+i]+"="+first(t.all()))
		}
	}
	return subject + " · " + predicate + " · " + object + " [" + strings.Join(extra, "; ") + "]"
}
