package extract

import (
	"strings"

	"kg/ingest/text"
)

// Tuple is a statement in the manner of open information extraction: the sentence's own words, nothing resolved.
type Tuple struct {
	Sentence   int // index into Document.Sentences
	Relation   string
	Args       []string // subject, object, further arguments; at least one
	Confidence float64  // 0 to 1
	Extractor  string
	Features   []float64 // what Confidence was made from, named by TupleFeatures
}

// Tuples draws open-IE tuples from the trees of doc; it needs no mentions.
func Tuples(doc *text.Document) []Tuple {
	a := analyse(doc)
	var out []Tuple
	for n, t := range a.trees {
		w := &wording{a: a, t: t}
		for _, c := range a.all[n] {
			w.clause(c)
		}
		w.nouns()
		out = append(out, w.result()...)
	}
	return out
}

// wording makes the tuples of one sentence.
type wording struct {
	a   *analysis
	t   *syntax
	out []Tuple
}

// put adds a tuple; an empty argument is left out.
func (w *wording) put(rule string, c *clause, relation []int, args ...[]int) {
	rel := w.join(relation)
	t := Tuple{Sentence: w.t.n, Relation: rel, Extractor: rule}
	t.Features = w.features(rule, c, relation, args)
	t.Confidence = confidence(tupleWeights[:], t.Features)
	for _, x := range args {
		if s := w.join(x); s != "" {
			t.Args = append(t.Args, s)
		}
	}
	if rel == "" || len(t.Args) < 2 {
		return
	}
	w.out = append(w.out, t)
}

func (w *wording) join(ids []int) string {
	var b []string
	for _, i := range ids {
		if i < 0 {
			b = append(b, [...]string{"is", "was", "are", "were", "has"}[-i-1])
			continue
		}
		b = append(b, w.t.toks[i].Text)
	}
	return strings.Join(b, " ")
}

func (w *wording) result() []Tuple {
	seen := map[string]bool{}
	var out []Tuple
	for _, t := range w.out {
		k := t.Relation + "\t" + strings.Join(t.Args, "\t")
		if !seen[k] {
			seen[k] = true
			out = append(out, t)
		}
	}
	return out
}
