package extract

import "strings"

// besidePerson is the noun for a person or body that the name i explains, where the parser put it beside the place or body that
// this noun is of: "a clerk at the ministry, Nada Kern"; -1 for none.
func (t *syntax) besidePerson(i int) int {
	h := t.toks[i].Head
	if h < 0 || h > i || !t.is(i, "appos") || !t.tag(i, "PROPN") || !t.is(h, "nmod") || t.is(h, "nmod:poss", "nmod:desc") || t.kid(h, "case") < 0 {
		return -1
	}
	if t.roleNoun(h) || t.toks[h].Kind == "person" || t.kid(i, "conj") >= 0 {
		return -1
	}
	n := t.toks[h].Head
	ids := t.yield(i, nil)
	body := n >= 0 && nameClass(t.toks[i].Name) == "Organization" && nameClass(t.toks[h].Name) == "Place" && (t.toks[n].Kind == "organization" || companyIs[t.lemma(n)])
	if n < 0 || n > h || !t.tag(n, "NOUN") || !body && !t.roleNoun(n) && !t.runnerUp(n) || ids[0] < 1 || t.toks[ids[0]].Text != "," && t.toks[ids[0]-1].Text != "," || t.kid(n, "appos") >= 0 {
		return -1
	}
	switch nameClass(t.toks[i].Name) {
	case "Person":
		return n
	case "Place", "Group", "Event", "Work":
		return -1
	case "Organization":
		if body { // "a company in Cyprus, Perla Holdings"
			return n
		}
		if t.givenName(i) && nameClass(t.toks[h].Name) == "Organization" && t.kid(n, "det") >= 0 {
			return n // "the owner of Maren Build, Tiago Lobo"
		}
	}
	if poss := t.kid(i, "nmod:poss"); poss >= 0 && nameClass(t.toks[poss].Name) == "Place" && nameClass(t.toks[h].Name) == "Place" {
		return n // "the winner in Rotterdam, Kenya's Purity Jelimo"
	}
	return -1
}

// givenName reports whether the name i begins with a given name and goes on, and none of its words is one for a body.
func (t *syntax) givenName(i int) bool {
	if given(t.low(i)) == 0 || len(t.all(i, "flat")) == 0 {
		return false
	}
	for _, k := range t.all(i, "flat") {
		if words().class[t.low(k)] == "Organization" {
			return false
		}
	}
	return true
}

// besideBody is the noun for one body that the name i says what it is called, where the parser put the name beside the place that
// the body is from: "a firm from Antwerp, Sekurex"; -1 for none. A name that may be a larger place stays.
func (t *syntax) besideBody(i int) int {
	h := t.toks[i].Head
	if h < 0 || h > i || !t.is(i, "appos") || !t.tag(i, "PROPN") || len(t.kids[i]) > 1 || t.toks[i].Score >= 0.8 || !t.is(h, "nmod") || nameClass(t.toks[h].Name) != "Place" || t.prep(h) != "from" && t.prep(h) != "in" && t.prep(h) != "near" {
		return -1
	}
	n := t.toks[h].Head
	if n < 0 || n > h || !t.tag(n, "NOUN") || words().class[t.lemma(n)] != "Organization" || t.kid(n, "det") < 0 || t.feat(n, "Number") == "Plur" || t.kid(n, "appos") >= 0 || countries()[t.low(i)] {
		return -1
	}
	return n
}

// bodyBeside is the noun of a body, with a name before it, that stands in apposition to noun i and says who that is: "its owners,
// the Verhulst family"; -1 for none.
func (t *syntax) bodyBeside(i int) int {
	p := t.kid(i, "appos")
	if p < i || !t.tag(i, "NOUN") || t.kid(i, "compound", "flat", "conj") >= 0 || t.kid(i, "det", "nmod:poss") < 0 || !t.tag(p, "NOUN") || t.toks[p].Text != t.low(p) {
		return -1
	}
	if d, n := t.kid(p, "det"), p-1; d < 0 || t.low(d) != "the" || !t.tag(n, "PROPN") || t.toks[n].Head != p || !t.is(n, "compound") || t.kid(p, "nmod") >= 0 {
		return -1
	}
	if c := words().class[t.lemma(p)]; c != "Organization" && c != "Group" {
		return -1
	}
	return p
}

// runnerUp reports whether noun i is the last word of "runner-up".
func (t *syntax) runnerUp(i int) bool { return i > 1 && t.low(i) == "up" && t.low(i-2) == "runner" }

// whoseSubject gives the verb i of a "whose" clause its subject, which the parser made a description of the noun before it: "Cade,
// whose chairwoman, Ana Melo, has warned".
func (t *syntax) whoseSubject(i int, move func(i, head int, rel string)) {
	w := i - 1
	if w < 1 || t.low(w) != "whose" || t.toks[w].Head != i || !t.tag(i, "NOUN") || t.is(i, "nsubj") {
		return
	}
	for v := i + 1; v < len(t.toks); v++ {
		if t.is(v, "acl:relcl") && t.tag(v, "VERB", "ADJ", "NOUN") && t.toks[v].Head < w && t.kid(v, "nsubj") < 0 && (t.finite(v) || t.kid(v, "aux", "cop") >= 0) && !t.above(v, i) {
			move(i, v, "nsubj")
			return
		}
	}
}

// whoseNoun makes a clause of "whose president is Ana Melo", which the parser took for another name of what stands before it.
func (t *syntax) whoseNoun(i int, move func(i, head int, rel string)) {
	s := t.kid(i, "nsubj")
	if !t.is(i, "appos") || s < 0 || t.kid(i, "cop") < 0 {
		return
	}
	if w := t.kid(s, "nmod:poss"); w >= 0 && t.low(w) == "whose" {
		move(i, t.toks[i].Head, "acl:relcl")
	}
}

// dueTo makes "due" the head of the verb behind it, as other words for what is to happen are: "is due to retire in May", where the
// parser took "due to" for a preposition.
func (t *syntax) dueTo(i int, move func(i, head int, rel string)) {
	to := i + 1
	v := t.toks[i].Head
	if t.low(i) != "due" || to >= len(t.toks) || t.low(to) != "to" || v <= to || !t.is(i, "case", "mark", "advmod", "amod") || t.kid(v, "cop") < 0 || t.kid(v, "cop") > i {
		return
	}
	s := t.kid(v, "nsubj")
	if s < 0 || s > i || t.kid(v, "det", "amod", "nmod:poss", "nummod") >= 0 {
		return
	}
	if !t.tag(v, "VERB") {
		base, _ := verbForms()
		if !t.tag(v, "NOUN") || t.toks[v].XTag != "NN" || v != to+1 || !base[t.low(v)] || t.toks[s].Kind != "person" && nameClass(t.toks[s].Name) != "Person" {
			return
		}
	}
	move(i, t.toks[v].Head, t.toks[v].Rel)
	for _, k := range t.kids[v] {
		if k < i || t.is(k, "punct") && k == len(t.toks)-1 {
			move(k, i, t.toks[k].Rel)
		}
	}
	move(v, i, "xcomp")
	move(to, v, "mark")
	t.toks[i].Tag, t.toks[i].XTag, t.toks[to].Tag, t.toks[to].XTag = "ADJ", "JJ", "PART", "TO"
	t.toks[v].Tag, t.toks[v].XTag, t.toks[v].Feats, t.toks[v].Lemma = "VERB", "VB", "VerbForm=Inf", t.low(v)
}

// inLaw makes one word of "brother-in-law", which the parser reads as a brother in the law.
func (t *syntax) inLaw(i int, move func(i, head int, rel string)) {
	if i+4 >= len(t.toks) || !strings.HasSuffix(t.low(i+4), "law") || t.low(i+2) != "in" || t.toks[i+1].Text != "-" || t.toks[i+3].Text != "-" || !t.above(i, i+4) {
		return
	}
	for k := i + 1; k <= i+4; k++ {
		for _, j := range t.kids[k] {
			if j > i+4 {
				move(j, i, t.toks[j].Rel)
			}
		}
		if k == i+2 || k == i+4 {
			move(k, i, "fixed")
		} else {
			move(k, i, "punct")
		}
	}
}
