package extract

import "strings"

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
	for _, v := range t.all(main, "advcl", "parataxis", "conj", "acl", "dep") {
		if v <= end || !t.tag(v, "VERB") || !speechVerbs[t.lemma(v)] || !t.finite(v) || t.kid(v, "nsubj", "mark", "ccomp") >= 0 {
			continue
		}
		for _, s := range t.all(main, "nsubj") {
			if s > end && s < v {
				// "“Those men were not ours,” a commander wrote": the verb of speech governs
				h, rel := t.toks[main].Head, t.toks[main].Rel
				move(v, h, rel)
				move(main, v, "ccomp")
				move(s, v, "nsubj")
				return
			}
		}
	}
	if v := t.toks[main].Head; v > end && speechVerbs[t.lemma(v)] && t.kid(v, "nsubj") < 0 {
		for _, k := range t.all(main, "nsubj") {
			if k > end && k < v {
				move(k, v, "nsubj") // "“We will rebuild it,” the mayor said"
			}
		}
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
