package extract

import "strings"

// demonym reports whether i, behind an article, is a word for who is from somewhere: "the Swede".
func (t *syntax) demonym(i int) bool {
	return t.tag(i, "PROPN") && (t.toks[i].Name == "" || t.toks[i].Name == "B-Norp") && i > 0 && t.low(i-1) == "the" && t.toks[i-1].Head == i
}

// besideName puts the person's name i beside the noun right before it, where the parser gave both one place in the clause:
// "extradited the banker Karl Weber", "the Swede Lars Holm won".
func (t *syntax) besideName(i int, move func(i, head int, rel string)) {
	n := i - 1
	if n >= 0 && t.toks[i].Name == "B-Person" && t.is(i, "case") && t.toks[i].Head == n && t.tag(i, "PROPN") && t.roleNoun(n) && t.kid(n, "det") < 0 {
		t.entitle(i, n, move) // "Chief editor Ofelia Zunino": a foreign name is no preposition
		for _, k := range t.all(n, "acl:relcl", "appos", "punct") {
			if k > i {
				move(k, i, t.toks[k].Rel)
			}
		}
		return
	}
	if n < 0 || t.toks[i].Name != "B-Person" || !t.is(i, "nsubj", "obj", "obl", "nmod") || t.toks[n].Head != t.toks[i].Head || t.toks[n].Rel != t.toks[i].Rel {
		return
	}
	switch {
	case t.demonym(n):
		move(n, i, "nmod:desc")
	case t.tag(n, "NOUN") && t.roleNoun(n) && t.kid(n, "det", "nmod:poss") >= 0:
		move(i, n, "appos")
	}
}

// renamed gives the name that begins at token i another class.
func (t *syntax) renamed(i int, class string) {
	t.toks[i].Name = "B-" + class
	for k := i + 1; k < len(t.toks) && strings.HasPrefix(t.toks[k].Name, "I-"); k++ {
		t.toks[k].Name = "I-" + class
	}
}

// wholeName makes one name of the person's name i and the capitalised word right before it, which has an adjective before it and
// which the parser took for the noun that the name explains: "the Ethiopian Tigist Bekele".
func (t *syntax) wholeName(i int, move func(i, head int, rel string)) {
	n := i - 1
	if n < 1 || t.toks[i].Name != "B-Person" || !t.is(i, "appos", "flat") || t.toks[i].Head != n || i+1 < len(t.toks) && strings.HasPrefix(t.toks[i+1].Name, "I-") {
		return
	}
	if !t.tag(n, "PROPN") || t.toks[n].Name != "" || t.toks[n-1].Head != n || !t.is(n-1, "amod") || titleWords[t.low(n)] || words().class[t.low(n)] != "" || words().noun[t.low(n)] != 0 {
		return
	}
	move(i, n, "flat")
	t.toks[n].Name, t.toks[i].Name = "B-Person", "I-Person"
}

// bareName takes a common noun out of the name that it stands before: "the union Baltyk".
func (t *syntax) bareName(i int, move func(i, head int, rel string)) {
	h := i + 1
	if h >= len(t.toks) || t.toks[i].Name != "B-Organization" || t.toks[h].Name != "I-Organization" || t.toks[i].Text != t.low(i) || t.toks[h].Text == t.low(h) || !t.is(i, "compound") || words().class[t.low(i)] == "" {
		return
	}
	for k := h; k < len(t.toks) && t.toks[k].Name == "I-Organization"; k++ {
		if t.toks[i].Head == k {
			move(i, k, "nmod:desc")
			t.toks[i].Tag, t.toks[i].XTag, t.toks[i].Name, t.toks[h].Name = "NOUN", "NN", "", "B-Organization"
			return
		}
	}
}

// ofCopula gives the predicate i the subject that the parser gave to the name beside it: "The first to emerge was the youngest,
// Diego Paz".
func (t *syntax) ofCopula(i int, move func(i, head int, rel string)) {
	c, p := t.kid(i, "cop"), t.kid(i, "appos")
	if c < 0 || p < i || t.kid(i, "nsubj", "expl", "csubj") >= 0 {
		return
	}
	s := t.kid(p, "nsubj")
	if s < 0 || s > c || t.kid(p, "cop") >= 0 {
		return
	}
	move(s, i, "nsubj")
	for _, k := range t.all(p, "parataxis") {
		move(k, i, "parataxis")
	}
}

// ware makes the noun for a thing before its name, which somebody has, the description of the name: "its heart medicine Cordal".
func (t *syntax) ware(i int, move func(i, head int, rel string)) {
	h := i + 1
	if h >= len(t.toks) || !(t.is(i, "compound") && t.toks[i].Head == h || t.is(i, "iobj") && t.is(h, "obj") && t.toks[i].Head == t.toks[h].Head) || !t.tag(i, "NOUN") || t.toks[i].Text != t.low(i) || t.toks[h].Name != "" || !t.tag(h, "PROPN") || t.toks[h].Text == strings.ToUpper(t.toks[h].Text) || t.feat(h, "Number") == "Plur" {
		return
	}
	if k := t.toks[i].Kind; k != "substance" && k != "object" {
		return
	}
	p := t.kid(i, "nmod:poss")
	if p < 0 {
		p = t.kid(h, "nmod:poss")
	}
	if p < 0 || p > i {
		return
	}
	for _, k := range t.kids[h] {
		if k < i && t.is(k, "nmod:poss", "amod", "compound") {
			move(k, i, t.toks[k].Rel)
		}
	}
	move(i, h, "nmod:desc")
}

// partOfName reports whether i is a word of a name before its head: "Halvorsen" of "Halvorsen Subsea".
func (t *syntax) partOfName(i int) bool {
	if i < 0 {
		return false
	}
	h := t.toks[i].Head
	if !t.is(i, "compound") || !t.tag(i, "PROPN") || !strings.HasPrefix(t.toks[i].Name, "B-") || h <= i {
		return false
	}
	for k := i + 1; k <= h; k++ {
		if !strings.HasPrefix(t.toks[k].Name, "I-") {
			return false
		}
	}
	return true
}

// unit hangs "a dose" on the sum before it, which is for each: "24 dollars a dose".
func (t *syntax) unit(i int, move func(i, head int, rel string)) {
	h := t.toks[i].Head
	if t.is(i, "appos") && h == i-2 && t.tag(i, "NOUN") && t.toks[i-1].Head == i && (t.low(i-1) == "a" || t.low(i-1) == "an") && t.kid(h, "nummod") >= 0 && strings.HasSuffix(t.toks[h].Name, "Money") {
		move(i, h, "nmod:unmarked")
	}
}
