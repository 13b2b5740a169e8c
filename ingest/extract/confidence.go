package extract

import "math"

// confidence is a logistic model's probability that a finding is right.
func confidence(weights, features []float64) float64 {
	z := 0.0
	for i, f := range features {
		z += weights[i] * f
	}
	return 1 / (1 + math.Exp(-z))
}

// TupleFeatures names the features of a tuple's confidence, in the order of Tuple.Features.
var TupleFeatures = []string{
	"one", "verb", "copula", "existential", "apposition", "title", "possession", "place",
	"top", "conjunct", "complement", "content", "adverbial", "relative", "participial", "purpose", "other link",
	"own subject", "passive", "gives way", "pronoun subject", "name subject", "infinitive", "gerund",
	"edges", "weakest edge", "head edge", "relation length", "subject length", "object length", "further length", "further arguments", "sentence length",
	"comma in subject", "comma in object", "conjunction in arguments", "clause object", "preposition",
}

// features measures a tuple.
func (w *wording) features(rule string, c *clause, relation []int, args [][]int) []float64 {
	t := w.t
	f := make([]float64, len(TupleFeatures))
	flag := func(name string, on bool) {
		if !on {
			return
		}
		for i, n := range TupleFeatures {
			if n == name {
				f[i] = 1
			}
		}
	}
	number := func(name string, x float64) {
		for i, n := range TupleFeatures {
			if n == name {
				f[i] = x
			}
		}
	}
	f[0] = 1
	flag(rule, true)
	if c != nil {
		name := [...]string{"top", "conjunct", "complement", "content", "adverbial", "relative", "participial", "purpose", "other link", "other link", "other link"}[c.link]
		flag(name, true)
		flag("own subject", c.own)
		flag("passive", c.passive)
		flag("gives way", c.over)
		flag("infinitive", t.infinitive(c.head))
		flag("gerund", t.gerund(c.head))
		flag("clause object", t.kid(c.head, "ccomp") >= 0)
	}
	low, sum, n := 1.0, 0.0, 0.0
	seen := func(i int) {
		if i < 0 || t.is(i, "punct") || t.toks[i].Score == 0 {
			return
		}
		s := float64(t.toks[i].Score)
		low = min(low, s)
		sum += math.Log(max(s, 0.01))
		n++
	}
	for _, i := range relation {
		seen(i)
	}
	words, commas, conjunctions := make([]int, 3), make([]int, 3), 0
	for a, x := range args {
		k := min(a, 2)
		for _, i := range x {
			seen(i)
			words[k]++
			if i >= 0 && t.toks[i].Text == "," {
				commas[k]++
			}
			if i >= 0 && t.is(i, "cc") {
				conjunctions++
			}
		}
	}
	if len(args) > 0 && len(args[0]) > 0 && args[0][0] >= 0 {
		flag("pronoun subject", len(args[0]) == 1 && t.tag(args[0][0], "PRON"))
		flag("name subject", t.tag(args[0][len(args[0])-1], "PROPN"))
	}
	if n > 0 {
		number("edges", sum/n)
	}
	number("weakest edge", low)
	if c != nil {
		number("head edge", float64(t.toks[c.head].Score))
	}
	length := func(n int) float64 { return math.Log(1 + float64(n)) }
	number("relation length", length(len(relation)))
	number("subject length", length(words[0]))
	number("object length", length(words[1]))
	number("further length", length(words[2]))
	number("further arguments", float64(max(len(args)-2, 0)))
	number("sentence length", length(len(t.toks)))
	flag("comma in subject", commas[0] > 0)
	flag("comma in object", commas[1] > 0)
	flag("conjunction in arguments", conjunctions > 0)
	for _, i := range relation {
		flag("preposition", i >= 0 && t.is(i, "case"))
	}
	return f
}
