package extract

import (
	"slices"
	"strings"

	"kg/ingest/text"
)

// repaired is the tree of sentence n with a few edges put right that parsers often get wrong and that plain rules know
// better. The document keeps its own.
func repaired(doc *text.Document, n int) *syntax {
	t := newSyntax(doc, n)
	moved := false
	move := func(i, head int, rel string) {
		if head == i || t.above(i, head) {
			return
		}
		if !moved {
			t.toks = slices.Clone(t.toks)
			moved = true
		}
		t.toks[i].Head, t.toks[i].Rel = head, rel
	}
	for i := range t.toks {
		switch {
		case t.is(i, "nmod:desc") && i > t.toks[i].Head && t.toks[i].Head >= 0:
			// "Joe Biden and President Volodymyr Zelenskyy": a title belongs to the name behind it
			if j := i + 1; j < len(t.toks) && t.tag(j, "PROPN") && t.is(j, "conj") {
				move(i, j, t.toks[i].Rel)
			}
		case t.is(i, "acl:relcl") && t.toks[i].Score > 0 && t.toks[i].Score < 0.7:
			// "an agreement during the summit, which takes place in Italy"
			if j := t.nearer(i); j >= 0 {
				move(i, j, t.toks[i].Rel)
			}
		}
	}
	t.quotations(move)
	if !moved {
		return t
	}
	toks := t.toks
	t.kids = make([][]int, len(toks))
	for i, k := range toks {
		if k.Head >= 0 && k.Head < len(toks) && k.Head != i {
			t.kids[k.Head] = append(t.kids[k.Head], i)
		}
	}
	return t
}

// above reports whether a dominates b, or is b.
func (t *syntax) above(a, b int) bool {
	for n := 0; b >= 0 && n <= len(t.toks); n++ {
		if a == b {
			return true
		}
		b = t.toks[b].Head
	}
	return false
}

// nearer is the noun right before relative clause i where the parser, unsure, chose one farther off; -1 for none.
func (t *syntax) nearer(i int) int {
	first := t.yield(i, nil)[0]
	j := first - 1
	for j > 0 && t.toks[j].Text == "," {
		j--
	}
	for n := 0; j >= 0 && t.is(j, "flat", "compound", "nmod:unmarked") && n < 5; n++ {
		j = t.toks[j].Head
	}
	h := t.toks[i].Head
	if j <= h || j >= i || !t.tag(j, "NOUN", "PROPN") || t.timeHead(j) || t.feat(j, "Number") != t.feat(h, "Number") || !t.is(j, "obl") {
		return -1
	}
	return j
}

// quotations sees to it that a quotation inside a sentence hangs together: its parts hang from one of its words, and
// that from the verb of speech before it.
func (t *syntax) quotations(move func(i, head int, rel string)) {
	open := -1
	for i, k := range t.toks {
		if k.Tag != "PUNCT" {
			continue
		}
		switch {
		case open < 0 && (k.Text == "“" || k.Text == "``" || k.Text == "\""):
			open = i
		case open >= 0 && (k.Text == "”" || k.Text == "''" || k.Text == "\""):
			t.quotation(open, i, move)
			open = -1
		}
	}
}

func (t *syntax) quotation(open, end int, move func(i, head int, rel string)) {
	var roots []int
	for i := open + 1; i < end; i++ {
		if h := t.toks[i].Head; (h < open || h > end) && !t.tag(i, "PUNCT") {
			roots = append(roots, i)
		}
	}
	if len(roots) == 0 || end-open < 5 {
		return
	}
	main := -1
	for _, r := range roots {
		if t.is(r, "ccomp", "parataxis", "root", "conj") && (t.tag(r, "VERB", "AUX") || t.kid(r, "cop") >= 0) {
			main = r
		}
	}
	if main < 0 {
		return
	}
	for _, r := range roots {
		if r != main && t.is(r, "advcl") && r < main {
			move(r, main, "advcl")
		}
	}
	v := open - 1
	for v >= 0 && t.tag(v, "PUNCT") {
		v--
	}
	if v >= 0 && t.tag(v, "VERB") && speechVerbs[strings.ToLower(t.lemma(v))] && t.kid(v, "ccomp") < 0 && t.is(main, "ccomp", "conj", "parataxis") && t.toks[main].Head != v && t.gerund(v) {
		move(main, v, "ccomp")
	}
}
