package extract

import (
	"math"
	"sort"

	"kg/graph"
	"kg/ingest/text"
)

// Result is what Run finds.
type Result struct {
	Statements []graph.Statement // in the order of the text
	Skipped    []Skipped         // in the order of the text
	Clauses    []Clause          // in the order of the text, governors before the governed
}

// Skipped is something that looked like a statement and was left out.
type Skipped struct {
	text.Span
	Sentence  int // index into Document.Sentences
	Extractor string
	Reason    string
}

// found is a statement with the place that it comes from, for ordering and for weeding out repetitions.
type found struct {
	graph.Statement
	sentence, head int // of the predicate
}

// Extractor draws one kind of statement from a sentence.
type Extractor struct {
	Name    string
	Doc     string
	Example string // a sentence of its kind
	Want    string // the statement it must give, in the compact form of Line
	run     func(a *analysis, x *Extractor, t *syntax)
}

// Run draws the statements from an analysed document: it needs the sentences' trees, doc.Mentions and doc.Entities.
// It changes nothing in doc.
func Run(doc *text.Document) Result {
	a := analyse(doc)
	for n, t := range a.trees {
		if reason := boilerplate(t); reason != "" {
			a.skip = append(a.skip, Skipped{Span: doc.Sentences[n].Span, Sentence: n, Extractor: "sentence", Reason: reason})
			continue
		}
		for i := range Extractors {
			Extractors[i].run(a, &Extractors[i], t)
		}
	}
	return a.result()
}

// result puts what was found in the order of the text, each statement once.
func (a *analysis) result() Result {
	sort.SliceStable(a.out, func(i, j int) bool {
		x, y := &a.out[i], &a.out[j]
		if x.sentence != y.sentence {
			return x.sentence < y.sentence
		}
		return x.head < y.head
	})
	type key struct {
		sentence                  int
		subject, relation, object string
		negative                  bool
	}
	seen := map[key]bool{}
	var r Result
	for _, f := range a.out {
		k := key{f.sentence, f.Subject.Name, f.Relation.Lemma, f.Object.Name, f.Polarity == graph.Negative}
		if seen[k] {
			continue
		}
		seen[k] = true
		r.Statements = append(r.Statements, f.Statement)
	}
	sort.SliceStable(a.skip, func(i, j int) bool { return a.skip[i].Start < a.skip[j].Start })
	r.Skipped = a.skip
	for _, cs := range a.all {
		for _, c := range cs {
			r.Clauses = append(r.Clauses, c.shown())
		}
	}
	return r
}

// boilerplate says why the sentence of t is page furniture, "" where it is prose.
func boilerplate(t *syntax) string {
	verb, letters := false, 0
	for _, k := range t.toks {
		if k.Tag == "VERB" || k.Tag == "AUX" {
			verb = true
		}
		letters += len(k.Text)
	}
	if !verb && len(t.toks) < 4 {
		return "no verb: a heading or page furniture"
	}
	if letters == 0 {
		return "empty"
	}
	return ""
}

// emit adds statement s of clause c found by x, with c's status and qualifiers.
func (a *analysis) emit(x *Extractor, c *clause, s graph.Statement) { a.state(x, c, false, s) }

// state is emit for a statement whose argument may be denied: "ships, not debt".
func (a *analysis) state(x *Extractor, c *clause, denied bool, s graph.Statement) {
	st := a.status(c)
	s.Polarity = graph.Positive
	if st.negative != denied {
		s.Polarity = graph.Negative
	}
	s.Certainty = [...]graph.Certainty{graph.Certain, graph.Probable, graph.Possible, graph.Unknown}[st.certainty]
	s.Tense = st.tense
	s.By, s.Cue, s.Condition = st.by, st.cue, st.condition
	if s.Time.Text == "" {
		if tm := a.timeOf(c); s.Object.None() || tm.Text != "in "+s.Object.Text { // what came of it: "result in months of talks"
			s.Time = tm
		}
	}
	if s.Place.None() && !denied {
		s.Place = a.placeOf(c, s.Object)
	}
	a.add(x, c.t, c.head, s, c.confidence())
}

// add appends s with its source passage. confidence is the product of its edges' probabilities, which is far too low for
// the share of such statements that are right; the power is fitted on articles with gold statements.
func (a *analysis) add(x *Extractor, t *syntax, head int, s graph.Statement, confidence float64) {
	sp := a.doc.Sentences[t.n].Span
	s.Confidence = 0.95 * math.Pow(confidence, 0.12)
	s.Sources = []graph.Source{{Doc: graph.ID(a.doc.ID), Start: sp.Start, End: sp.End, Quote: a.doc.At(sp), Extractor: x.Name}}
	a.out = append(a.out, found{s, t.n, head})
}

// confidence is the parser's own for the edges that c rests on.
func (c *clause) confidence() float64 {
	p := 1.0
	n := 0.0
	for _, k := range append([]int{c.head}, c.t.kids[c.head]...) {
		if c.t.is(k, "punct") {
			continue
		}
		if s := float64(c.t.toks[k].Score); s > 0 {
			p *= s
			n++
		}
	}
	if n == 0 {
		return 0.9
	}
	return 0.95 * p
}
