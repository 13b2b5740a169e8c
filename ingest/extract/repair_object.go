package extract

// twoObjects makes the first of verb i's two objects the one who is given something: "promised each of the families
// 20,000 euros". A clause has one direct object only.
func (t *syntax) twoObjects(i int, move func(i, head int, rel string)) {
	o := t.all(i, "obj")
	if len(o) != 2 || o[0] < i || t.kid(i, "iobj") >= 0 || !t.tag(o[1], "NOUN", "SYM", "NUM", "PROPN") {
		return
	}
	if giving[t.lemma(i)] || t.measure(o[1]) && !t.measure(o[0]) {
		move(o[0], i, "iobj")
	}
}

// insteadOf joins "those on Bolivia" to the noun that it stands for, where the parser joined it to a noun under that one:
// "lifted the sanctions on Paraguay but not those on Bolivia".
func (t *syntax) insteadOf(i int, move func(i, head int, rel string)) {
	n := t.standsFor(i)
	if n >= 0 && t.toks[i].Head != n {
		move(i, n, "conj")
	}
}

// standsFor is the noun that "those on Bolivia", joined with it or with a complement of it, repeats; -1 for none.
func (t *syntax) standsFor(i int) int {
	if l := t.low(i); l != "those" && l != "that" || !t.is(i, "conj") || t.kid(i, "nmod") < i {
		return -1
	}
	p := t.prep(t.kid(i, "nmod"))
	for n := t.toks[i].Head; n >= 0 && t.tag(n, "NOUN", "PROPN"); n = t.toks[n].Head {
		for _, k := range t.all(n, "nmod") {
			if k > n && t.tag(n, "NOUN") && t.prep(k) == p {
				return n
			}
		}
		if !t.is(n, "nmod", "conj") {
			break
		}
	}
	return -1
}
