package extract

// given hangs the one who is given something on the verb: "handed a note to the ambassador".
func (t *syntax) given(i int, move func(i, head int, rel string)) {
	h := t.toks[i].Head
	if h < 0 || h > i || t.toks[i].Rel != "nmod" || t.prep(i) != "to" || !t.is(h, "obj") || t.tag(h, "PROPN") {
		return
	}
	if v := t.toks[h].Head; v >= 0 && handing[t.lemma(v)] && (t.roleNoun(i) || nameClass(t.toks[i].Name) == "Person" || t.toks[i].Kind == "person" || t.toks[i].Kind == "organization") {
		move(i, v, "obl")
	}
}

// installed hangs the day of taking up an office on the verb: "will become president of the club on 1 July".
func (t *syntax) installed(i int, move func(i, head int, rel string)) {
	h := t.toks[i].Head
	if t.toks[i].Rel != "nmod" || h < 0 || h > i || !t.timeHead(i) || !t.roleNoun(h) || !t.is(h, "xcomp", "obj") {
		return
	}
	if p, v := t.prep(i), t.toks[h].Head; (p == "on" || p == "in") && v >= 0 && (t.lemma(v) == "become" || appointing[t.lemma(v)]) {
		move(i, v, "obl")
	}
}

// handing are verbs whose object changes hands.
var handing = set("hand give send deliver lend sell pay award grant submit donate present return lease transfer pass")

// appointed makes office i the complement of its verb where somebody is made it: "whom the king appointed minister",
// "appointed Anna Berg finance minister".
func (t *syntax) appointed(i int, move func(i, head int, rel string)) {
	o := t.all(i, "obj")
	if !appointing[t.lemma(i)] || len(o) == 0 {
		return
	}
	for _, k := range t.all(i, "xcomp", "obj") { // "appointed the economist Anna Berg governor of the bank"
		if n := o[0] + 1; k > n && t.roleNoun(k) && nameClass(t.toks[n].Name) == "Person" && t.is(n, "compound", "nmod:desc") && t.toks[n].Head == k {
			move(n, o[0], "appos")
			move(k, i, "xcomp")
			return
		}
	}
	office := o[len(o)-1]
	if !t.roleNoun(office) {
		return
	}
	if len(o) == 2 {
		move(office, i, "xcomp")
		return
	}
	if n := i + 1; nameClass(t.toks[min(n, office)].Name) == "Person" && n < office && t.above(office, n) && t.kid(office, "det", "nmod:poss") < 0 {
		for t.toks[n].Head != office {
			n = t.toks[n].Head
		}
		if t.is(n, "compound", "nmod:desc") {
			move(office, i, "xcomp")
			move(n, i, "obj")
		}
	}
}

// appointing are verbs that give their object an office.
var appointing = set("appoint name elect nominate reelect re-elect crown proclaim")

// sum makes an amount of money that the parser put beside the one who is to pay or get it an object of its own: "fined the
// ferry company Nordsund 14 million kroner", "paid officials of the union 3 million francs".
func (t *syntax) sum(i int, move func(i, head int, rel string)) {
	h := t.toks[i].Head
	if h < 0 || h > i || !t.is(i, "appos", "nmod") || t.tag(i, "PROPN") || t.kid(i, "nummod") < 0 || t.is(i, "nmod") && (t.kid(i, "case") >= 0 || !t.priced(i)) {
		return
	}
	for t.is(h, "appos", "nmod") && t.toks[h].Head >= 0 {
		h = t.toks[h].Head
	}
	v := t.toks[h].Head
	if ids := t.yield(i, nil); v >= 0 && v < h && t.is(h, "obj", "iobj") && (charging[t.lemma(v)] || giving[t.lemma(v)]) && !t.tag(ids[0], "PUNCT") && !t.tag(ids[0]-1, "PUNCT") {
		move(h, v, "iobj")
		move(i, v, "obj")
	}
}

// lesson makes a noun of the bare participle i that somebody is given: "promised the workers retraining".
func (t *syntax) lesson(i int, move func(i, head int, rel string)) {
	v := t.toks[i].Head
	if v < 0 || !t.is(i, "xcomp") || t.toks[i].XTag != "VBG" || len(t.kids[i]) > 0 || !giving[t.lemma(v)] {
		return
	}
	o := t.kid(v, "obj", "iobj")
	if o < v || o > i {
		return
	}
	move(o, v, "iobj")
	move(i, v, "obj")
	t.toks[i].Tag, t.toks[i].XTag, t.toks[i].Lemma, t.toks[i].Feats = "NOUN", "NN", t.low(i), "Number=Sing"
}

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

// recipientBefore makes the persons right before what verb i gives, whom the parser took for a part of its noun, those who get it:
// "promised the farmers money".
func (t *syntax) recipientBefore(i int, move func(i, head int, rel string)) {
	v, k := t.toks[i].Head, i-1
	for n := i - 1; n > v; n-- {
		if t.toks[n].Head == i && t.is(n, "compound", "nmod:poss") && t.tag(n+1, "NUM") {
			k = n // "promised the workers six months' wages"
		}
	}
	if v < 0 || k <= v || !giving[t.lemma(v)] || !t.is(i, "obj") || !t.tag(i, "NOUN") || t.kid(v, "iobj") >= 0 || !t.is(k, "compound", "nmod:poss") || t.kid(k, "case") >= 0 || t.toks[k].Head != i {
		return
	}
	if k == v+1 && t.is(k, "compound") && len(t.low(k)) > 4 && countries()[t.low(k)] && t.to(v) < 0 {
		move(k, v, "iobj") // "sold Peru fruit"
		return
	}
	if t.toks[k].XTag != "NNS" || words().class[t.lemma(k)] != "Person" {
		return
	}
	if d := t.kid(k, "det", "nmod:poss"); d < 0 && (t.kid(i, "det") < 0 || t.kid(i, "det") > k) {
		return
	}
	move(k, v, "iobj")
	for _, m := range t.kids[i] {
		if m < k {
			move(m, k, t.toks[m].Rel)
		}
	}
}

// to is what hangs from verb v with "to" before it, -1 for none.
func (t *syntax) to(v int) int {
	for _, k := range t.all(v, "obl") {
		if t.prep(k) == "to" {
			return k
		}
	}
	return -1
}

// givenTwo reports whether verb v has all that it wants before the infinitive i, which so says what for: "promised them rice to
// make up for their losses".
func (t *syntax) givenTwo(v, i int) bool {
	to, what := t.kid(v, "iobj"), t.kid(v, "obj")
	return giving[t.lemma(v)] && to > v && what > to && what < i && t.tag(what, "NOUN", "PROPN", "NUM", "SYM")
}

// insteadOf joins "those on Bolivia" to the noun that it stands for, where the parser joined it to a noun under that one:
// "lifted the sanctions on Paraguay but not those on Bolivia".
func (t *syntax) insteadOf(i int, move func(i, head int, rel string)) {
	n := t.standsFor(i)
	if n >= 0 && t.toks[i].Head != n {
		move(i, n, "conj")
	}
}

// parallel joins noun i to the noun that it is like, rather than to a complement of that one: "the offices of the club and the
// villa of its owner".
func (t *syntax) parallel(i int, move func(i, head int, rel string)) {
	n := t.toks[i].Head
	if n < 0 || !t.is(i, "conj") || !t.tag(i, "NOUN") || !t.is(n, "nmod") || t.prep(n) != "of" || t.kid(i, "case") >= 0 {
		return
	}
	h := t.toks[n].Head
	of := func(k int) bool { m := t.kid(k, "nmod"); return m > k && t.prep(m) == "of" }
	if h >= 0 && t.tag(h, "NOUN") && of(i) && !of(n) && t.kid(h, "det") >= 0 && t.kid(i, "det") >= 0 && t.low(t.kid(h, "det")) == t.low(t.kid(i, "det")) && t.kid(n, "cc") < 0 {
		move(i, h, "conj")
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

// inquiryInto hangs what an inquiry is into on its noun rather than on the verb before it: "leads the investigation into the theft".
func (t *syntax) inquiryInto(i int, move func(i, head int, rel string)) {
	v := t.toks[i].Head
	if v < 0 || v > i || !t.is(i, "obl") || t.prep(i) != "into" {
		return
	}
	if o := t.yield(i, nil)[0] - 1; o > v && t.toks[o].Head == v && t.is(o, "obj") && t.tag(o, "NOUN") && inquiries[t.lemma(o)] {
		move(i, o, "nmod")
	}
}

// inquiries are nouns that take what is looked into with "into".
var inquiries = set("investigation inquiry enquiry probe research inquest study examination review hearing insight")
