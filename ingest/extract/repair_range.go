package extract

// length gives the predicate i how long it lasts, which the parser gave to the name in it: "has been with Omnia for ten years".
func (t *syntax) length(i int, move func(i, head int, rel string)) {
	if h := t.toks[i].Head; h >= 0 && t.is(i, "nmod") && t.lasting(i) && t.kid(h, "cop") >= 0 && t.kid(h, "case") >= 0 {
		move(i, h, "obl")
	}
}

// lasting reports whether i says how long: "for ten years".
func (t *syntax) lasting(i int) bool {
	return timeNouns[t.lemma(i)] && t.prep(i) == "for" && t.kid(i, "nummod") >= 0
}

// amid makes a number between two others the object of a verb that has none: "pay between 12 and 20 million".
func (t *syntax) amid(i int, move func(i, head int, rel string)) {
	h, c := t.toks[i].Head, t.kid(i, "case")
	if h < 0 || c < 0 || t.low(c) != "between" {
		return
	}
	number := func(k int) bool { return t.tag(k, "NUM", "SYM") || t.kid(k, "nummod") >= 0 }
	switch to := t.kid(i, "conj"); {
	case (t.is(i, "obj") || t.is(i, "obl") && t.kid(h, "obj") < 0) && t.tag(h, "VERB") && t.kid(h, "aux:pass") < 0 && to > i && number(i) && number(to) && !t.timeHead(i) && !t.timeHead(to):
		move(i, h, "obj")
		move(to, i, "flat")
		move(c, i, "advmod")
	case t.is(i, "obj") && t.kid(i, "nummod") > c:
		move(c, t.kid(i, "nummod"), "advmod")
	}
}
