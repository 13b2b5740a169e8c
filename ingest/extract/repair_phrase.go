package extract

// phrase mends the edges of word i that only its neighbours tell: parts of fixed phrases, the two sides of a vote, a verb's
// particle, a clause whose verb is left out.
func (t *syntax) phrase(i int, move func(i, head int, rel string)) {
	h := t.toks[i].Head
	if h < 0 {
		return
	}
	switch {
	case t.is(i, "appos") && t.rival(i):
		move(i, h, "conj") // "the club, not the player, was fined"
	case t.is(i, "xcomp") && t.left(i):
		move(i, h, "ccomp") // "has not decided how to vote"
	case t.low(i) == "worth" && t.is(i, "case") && h > i:
		for t.is(h, "nummod", "compound") && t.toks[h].Head > h {
			h = t.toks[h].Head
		}
		move(i, h, "case")
	case t.low(i) == "worth" && t.is(i, "case"):
		for _, k := range t.all(h, "nmod") {
			if k > i && t.yield(k, nil)[0] == i+1 {
				move(i, k, "case") // "a contract worth 410 million dollars"
				t.toks[i].Tag, t.toks[i].XTag = "ADP", "IN"
			}
		}
	case t.is(i, "obl", "nmod") && t.tag(i, "NUM") && i > 3 && t.kid(i, "case") == i-1 && t.low(i-1) == "to" && t.lemma(i-2) == "vote" && t.prep(i-2) == "by" && t.toks[i-2].Head == h:
		move(i, i-2, "nmod") // "by 11 votes to nine"
	case t.is(i, "advmod") && i == h+1 && t.tag(h, "VERB") && phrasal[t.lemma(h)+"/"+t.low(i)] && len(t.kids[i]) == 0 && t.kid(h, "obj") < 0:
		move(i, h, "compound:prt") // "stepped down because of his health"
	case t.low(i) == "over" && i > 0 && t.lemma(i-1) == "hand" && t.tag(i-1, "VERB") && i+1 < len(t.toks) && t.tag(i+1, "NUM") && len(t.kids[i]) == 0 && t.kid(i-1, "obj") > i:
		move(i, i-1, "compound:prt") // "handed over 140 guns"
	case t.is(i, "obl") && t.low(i) == "front" && t.kid(i, "case") == i-1 && t.low(i-1) == "in" && len(t.kids[i]) == 2:
		if m := t.kid(i, "nmod"); m > i && t.kid(m, "case") == i+1 && t.low(i+1) == "of" {
			move(m, h, "obl") // "in front of the stadium"
			move(i-1, m, "case")
			move(i, i-1, "fixed")
			move(i+1, i-1, "fixed")
		}
	case t.is(i, "conj") && t.tag(i, "PROPN") && t.tag(h, "VERB") && t.kid(i, "cc") >= 0 && t.kid(i, "case", "nsubj", "cop") < 0 && t.kid(h, "obj") > h:
		if k := t.kid(i, "nmod:unmarked", "appos"); k > i && t.tag(k, "NOUN", "SYM") && t.kid(k, "det", "nummod", "nmod:poss") == i+1 {
			move(k, i, "orphan") // "Norway will pay half and Sweden the rest"
		}
	case t.is(i, "obj") && t.low(i) == "more" && i > 0 && i+1 < len(t.toks) && t.low(i+1) == "than" && t.kid(i-1, "nummod") >= 0 && (t.is(i-1, "obj") && t.toks[i-1].Head == h || t.toks[i-1].Head == i):
		move(i-1, h, "obj") // "31,000 tonnes more than allowed"
		move(i, i-1, "acl")
	case i > 2 && t.low(i-1) == "a" && t.kid(i, "det") == i-1 && unitNames[t.low(i-2)] != nil && t.kid(i-2, "nummod") >= 0 && (t.toks[i-2].Head == i || t.is(i, "obj") && t.toks[i-2].Head == h):
		move(i-2, h, t.toks[i].Rel) // "offered 310 pence a share"
		move(i, i-2, "nmod:unmarked")
	case t.is(i, "nmod:unmarked", "obl:unmarked") && timeNouns[t.lemma(i)] && t.kid(i, "nummod", "det") >= 0 && i+1 < len(t.toks) && (t.low(i+1) == "after" || t.low(i+1) == "before") && t.is(i+1, "mark"):
		move(i, i+1, "obl:unmarked") // "on Monday, three weeks after the police had searched it"
	case t.is(i, "acl:relcl") && t.is(h, "obl", "nmod") && t.prep(h) == "with" && t.kid(h, "nmod:poss") >= 0 && t.tag(t.kid(h, "nmod:poss"), "PRON"):
		// "an agency with its seat in Ghent, which will employ 70 people"
		n := t.kid(h, "case") - 1
		if first := t.yield(i, nil)[0]; n > 0 && t.tag(n, "NOUN") && t.toks[first].Text == "," && t.low(first+1) == "which" {
			move(i, n, "acl:relcl")
		}
	}
}

// rival reports whether "not" before the definite noun i sets it against another: ", not the player".
func (t *syntax) rival(i int) bool {
	n := t.kid(i, "advmod")
	return n > 0 && n < i && t.low(n) == "not" && !t.notOnly(n) && t.toks[n-1].Text == "," && (t.tag(i, "PROPN") || t.low(n+1) == "the" || t.kid(i, "nmod:poss") >= 0)
}

// phrasal are verbs with the particle that makes another verb of them.
var phrasal = set(`step/down step/aside step/in step/up stand/down stand/up back/down break/down break/out break/up close/down shut/down
	slow/down come/back come/forward fall/apart fall/through give/in give/up go/ahead hold/out move/in move/out opt/out pull/out
	run/away run/out shut/up sit/down speak/out speak/up stay/away take/off turn/back turn/out walk/away walk/out wake/up win/out`)

// finiteOf is the verb that the finite verb i goes on with, where the parser hangs it from a gerund before it: "accused the firm of
// breaking it and did not rule out a lawsuit"; -1 where it does not.
func (t *syntax) finiteOf(i int) int {
	h := t.toks[i].Head
	aux := t.kid(i, "aux", "aux:pass")
	if h < 0 || !t.tag(i, "VERB") || !t.tag(h, "VERB") || !t.gerund(h) || t.kid(h, "aux") >= 0 || t.kid(h, "mark", "case") < 0 || aux < 0 || t.toks[aux].XTag == "VB" || t.toks[aux].XTag == "VBG" || t.kid(i, "nsubj", "nsubj:pass") >= 0 {
		return -1
	}
	up := t.toks[h].Head
	if up < 0 || up > h || !t.tag(up, "VERB") || t.gerund(up) || !t.is(h, "advcl", "obl", "ccomp", "xcomp") {
		return -1
	}
	return up
}
