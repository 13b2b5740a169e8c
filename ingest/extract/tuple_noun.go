package extract

// bareName is the name that i heads without what stands before it.
func (w *wording) bareName(i int) []int {
	t := w.t
	return t.trim(t.yield(i, func(k int) bool { return !t.is(k, "flat", "compound", "goeswith", "punct") }))
}

// nouns makes the tuples that no verb states: appositions, titles, possession and place.
func (w *wording) nouns() {
	t := w.t
	for i := range t.toks {
		h := t.toks[i].Head
		switch {
		case h < 0:
		case t.is(i, "nmod:desc") && t.tag(h, "PROPN") && !address[t.low(i)] && !t.tag(i, "VERB"):
			w.put("title", nil, []int{-1}, w.bareName(h), t.titleOf(i))
		case t.is(i, "appos"):
			w.apposition(i, h)
		case t.is(i, "nmod:poss") && !t.tag(i, "PRON"):
			w.put("possession", nil, []int{-5}, w.noun(i), w.without(h, i))
		case t.is(i, "nmod") && i > h && t.prep(i) == "in" && !t.timeHead(i) && t.tag(i, "PROPN") && t.tag(h, "NOUN", "PROPN"):
			n := -1
			if t.feat(h, "Number") == "Plur" {
				n = -3
			}
			w.put("place", nil, append([]int{n}, t.prepIDs(i)...), w.without(h, i), w.noun(i))
		}
		if title, name := t.titled(i); len(title) > 0 {
			w.put("title", nil, []int{-1}, name, title)
		}
	}
}

// without is the phrase of h without its child i, conjuncts and clauses.
func (w *wording) without(h, i int) []int {
	t := w.t
	return t.trim(t.yieldNP0(h, func(k int) bool {
		return k == i || t.is(k, "acl:relcl", "parataxis", "appos") || t.is(k, "conj", "cc") && t.toks[k].Head == h
	}))
}

func (w *wording) apposition(i, h int) {
	t := w.t
	sub := t.trim(t.lastComma(t.yield(h, func(k int) bool {
		return t.is(k, "acl:relcl", "parataxis", "appos", "case", "conj", "cc", "acl") && t.toks[k].Head == h
	})))
	obj := w.noun(i)
	if t.tag(i, "PROPN") && !t.tag(h, "PROPN") {
		sub, obj = obj, sub
	}
	n := -1
	if t.feat(i, "Number") == "Plur" {
		n = -3
	}
	w.put("apposition", nil, []int{n}, sub, obj)
}
