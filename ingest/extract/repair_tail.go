package extract

// afterSaying gives a verb of speech behind what was said the phrases that follow it, which the parser put inside what was said: "“We
// have won,” she told a crowd in Oslo".
func (t *syntax) afterSaying(v int, move func(i, head int, rel string)) {
	said := t.kid(v, "ccomp")
	if said < 0 || said > v || !speechVerbs[t.lemma(v)] || !t.tag(v, "VERB") {
		return
	}
	s := t.kid(v, "nsubj")
	if s < said || s > v {
		return
	}
	for i := v + 1; i < len(t.toks) && !t.tag(i, "PUNCT"); i++ {
		if h := t.toks[i].Head; h >= 0 && h < v && t.above(said, h) && t.is(i, "obl", "nmod") && t.kid(i, "case") > v {
			move(i, v, "obl")
		}
	}
}

// strays gives a possessive or a number to the noun behind it, where the parser gave it to one beyond a word that this does not
// govern: "Its leader, Ola Dahl, called the accord a trap".
func (t *syntax) strays(i int, move func(i, head int, rel string)) {
	h := t.toks[i].Head
	if h <= i+1 || !(t.tag(i, "PRON") && t.is(i, "nmod:poss") || t.tag(i, "NUM") && t.is(i, "nummod")) {
		return
	}
	crossed := false
	for j := i + 1; j < h && !crossed; j++ {
		crossed = !t.above(h, j) && !t.tag(j, "PUNCT")
	}
	n := i + 1
	for n < h && t.tag(n, "ADJ", "NOUN") && t.toks[n].Head > n && t.toks[n].Head < h && t.is(n, "amod", "compound") {
		n++
	}
	if crossed && n < h && t.tag(n, "NOUN") && !t.above(h, n) && t.kid(n, "det", "nmod:poss") < 0 && (t.is(i, "nmod:poss") || t.kid(n, "nummod") < 0) {
		move(i, n, t.toks[i].Rel)
	}
}

// fromTo takes apart the two ends of a change whose unit is said once: "from 27 to 12 percent".
func (t *syntax) fromTo(i int, move func(i, head int, rel string)) {
	h, to := t.toks[i].Head, t.kid(i, "case")
	if h < 0 || h > i || to != i-1 || t.low(to) != "to" || !t.tag(i, "NUM") || !t.is(i, "nmod") || !t.tag(h, "NUM") || !t.is(h, "nummod") {
		return
	}
	n := t.toks[h].Head
	from := t.kid(n, "case")
	if n != i+1 || from != h-1 || t.low(from) != "from" || !t.is(n, "obl", "nmod") || t.timeHead(n) {
		return
	}
	move(h, t.toks[n].Head, "obl")
	move(from, h, "case")
	move(i, n, "nummod")
	move(to, n, "case")
}
