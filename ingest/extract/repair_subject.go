package extract

import "strings"

// mainVerb finds the main verb of a sentence whose parser took it for part of the subject: "The church that the fire
// damaged made headlines", "Not only Finland but also Norway agreed".
func (t *syntax) mainVerb(move func(i, head int, rel string)) {
	root := -1
	for i, k := range t.toks {
		if k.Head < 0 {
			root = i
		}
	}
	if root < 0 || !t.tag(root, "NOUN", "PROPN") || t.kid(root, "nsubj", "cop") >= 0 {
		return
	}
	last := -1
	for _, v := range t.all(root, "acl:relcl") {
		last = v
	}
	if last > root && len(t.all(root, "acl:relcl")) > 1 && t.finite(last) && t.kid(last, "nsubj", "aux", "mark") < 0 {
		move(last, -1, "root")
		move(root, last, "nsubj")
		return
	}
	if k := t.kid(root, "advmod", "cc:preconj", "cc"); k >= 0 && t.low(k) == "not" && t.notOnly(k) {
		for _, v := range t.all(root, "conj") {
			if t.tag(v, "VERB") && t.finite(v) && t.kid(v, "nsubj") < 0 {
				move(v, -1, "root")
				move(root, v, "nsubj")
				return
			}
			if s := t.kid(v, "nsubj"); s >= 0 && t.tag(v, "VERB") {
				move(v, -1, "root")
				move(root, v, "nsubj")
				move(s, root, "conj")
				return
			}
		}
	}
}

// between reports whether what verb i says stands from a to b: "Norrline will close, its director said".
func (t *syntax) between(i, a, b int) bool {
	for _, v := range t.all(i, "ccomp", "parataxis") {
		if a < v && v < b {
			return true
		}
	}
	return false
}

// speechBehind gives a verb of speech at the sentence's end the speaker before it, whom the parser put beside a noun of what
// was said: "has offered him a post, its president, Tom Wauters, confirmed".
func (t *syntax) speechBehind(move func(i, head int, rel string)) {
	for v := len(t.toks) - 1; v > 3; v-- {
		said := t.toks[v].Head
		if c := t.kid(v, "ccomp"); c >= 0 && c < v && t.is(v, "root") {
			said = c // "will be sold to Corvane, a firm from Boston, its chairman, Al Munro, announced"
		} else if !t.is(v, "parataxis") || c >= 0 {
			continue
		}
		if !speechVerbs[t.lemma(v)] || !t.finite(v) && t.toks[v].XTag != "VBN" || t.kid(v, "nsubj", "obj", "aux") >= 0 || said > v {
			continue
		}
		for a := v - 1; a > said; a-- {
			ids := t.trim(t.yield(a, nil))
			if t.is(a, "appos") && t.roleNoun(a) && t.kid(a, "nmod:poss", "det") >= 0 && ids[0] > 1 && t.toks[ids[0]-1].Text == "," && t.above(said, a) && t.quiet(ids[len(ids)-1]+1, v) {
				move(a, v, "nsubj")
				t.makePast(v)
				return
			}
		}
	}
}

// quiet reports whether nothing but punctuation stands from a to b.
func (t *syntax) quiet(a, b int) bool {
	for ; a < b; a++ {
		if !t.tag(a, "PUNCT") {
			return false
		}
	}
	return true
}

// inversion gives "Had the alarm rung, …" its clause, where the parser made nothing of it.
func (t *syntax) inversion(move func(i, head int, rel string)) {
	w := t.low(0)
	if w != "had" && w != "should" && w != "were" || t.toks[0].Head < 0 || t.question() {
		return
	}
	main := t.toks[0].Head
	comma := 1
	for comma < main && t.toks[comma].Text != "," {
		comma++
	}
	if comma >= main {
		return
	}
	for v := comma - 1; v > 1; v-- {
		if !t.tag(v, "VERB", "ADJ") || t.is(v, "amod", "compound") {
			continue
		}
		if t.kid(v, "nsubj") >= 0 && t.is(v, "advcl") {
			move(0, v, "aux")
			return
		}
		for s := v - 1; s > 0; s-- {
			if t.tag(s, "NOUN", "PROPN", "PRON") {
				for t.is(s, "compound", "flat") && t.toks[s].Head < v && t.toks[s].Head > 0 {
					s = t.toks[s].Head
				}
				move(v, main, "advcl")
				move(0, v, "aux")
				move(s, v, "nsubj")
				return
			}
		}
	}
}

// gapped says whether token i is the subject of a clause whose verb is left out, though it hangs on the object: it stands
// before the object's article, behind "and".
func (t *syntax) gapped(i int) bool {
	h := t.toks[i].Head
	return i+1 < h && t.is(i+1, "det") && t.toks[i+1].Head == h && t.toks[h].Head >= 0 && t.toks[h].Head < i &&
		(t.is(h, "conj") || t.is(h, "obj") && (t.kid(h, "cc") >= 0 || t.kid(i, "cc") >= 0))
}

// twoSubjects gives the first of two subjects of a verb of speech to the words that were said: "The drug cured him, James
// Hartley said", "“The minister,” said Anna Berg, “signed it”".
func (t *syntax) twoSubjects(i int, move func(i, head int, rel string)) {
	s := t.all(i, "nsubj")
	if ids := t.trim(t.yield(s[1], nil)); s[1] < i && len(ids) > 0 && ids[0] > 0 && t.toks[ids[0]-1].Text == "," && t.toks[ids[len(ids)-1]+1].Text == "," && t.tag(s[0], "PROPN") && t.kid(s[1], "det", "nmod:poss") >= 0 && t.tag(s[1], "NOUN") && !t.between(i, s[0], s[1]) {
		move(s[1], s[0], "appos") // "Norrline AS, the shipping group, said"
		return
	}
	if d := t.kid(s[1], "nmod:desc"); s[1] < i && d == s[0]+1 && t.tag(s[0], "PROPN") {
		move(s[0], d, "compound") // "Kenya President Paul Otieno resigned"
		return
	}
	if s[1] < i && s[1] == s[0]+1 && (t.tag(s[0], "NOUN") || t.toks[s[0]].Text == t.low(s[0])) && t.tag(s[1], "PROPN") {
		move(s[0], s[1], "nmod:desc") // "defence analyst Paul Nesbit said"
		return
	}
	if s[1] < i && t.tag(s[0], "NOUN") && t.nameFrom(s[0]+1, s[1], words().class[t.lemma(s[0])] == "Organization") {
		for k := s[0] + 1; k < s[1]; k++ {
			if t.toks[k].Head == s[0] {
				move(k, s[1], "compound")
			}
		}
		move(s[0], s[1], "nmod:desc") // "the American fund Pellworth Capital said"
		return
	}
	if s[1] < i && t.tag(s[1], "PROPN") && t.severalRoles(s[0]) == s[1]-1 {
		move(s[0], s[1], "nmod:desc") // "Former minister and party leader Ana Ruiz returned"
		return
	}
	if !speechVerbs[t.lemma(i)] {
		return
	}
	for _, v := range t.all(i, "ccomp", "parataxis") {
		if t.kid(v, "nsubj", "expl") < 0 && v > s[0] {
			move(s[0], v, "nsubj")
			return
		}
	}
	for _, v := range t.all(s[0], "acl") {
		if v < s[1] && t.finite(v) && t.kid(v, "nsubj") < 0 {
			move(v, i, "ccomp")
			move(s[0], v, "nsubj")
			return
		}
	}
}

// nameFrom reports whether the tokens from a to head b are one name, behind a noun for a body by their tags alone.
func (t *syntax) nameFrom(a, b int, body bool) bool {
	if a >= b || !body && !strings.HasPrefix(t.toks[a].Name, "B-") {
		return false
	}
	for k := a; k <= b; k++ {
		if !t.tag(k, "PROPN") || !body && k > a && !strings.HasPrefix(t.toks[k].Name, "I-") {
			return false
		}
	}
	return true
}

// clauseSubject gives one of two subjects of a predicate to the clause that it stands in: "If Lis thinks so, she is wrong",
// where the parser made Lis a subject of "wrong".
func (t *syntax) clauseSubject(i int, move func(i, head int, rel string)) {
	for _, v := range t.all(i, "advcl") {
		m := t.kid(v, "mark")
		if m < 0 || t.kid(v, "nsubj") >= 0 {
			continue
		}
		for _, s := range t.all(i, "nsubj") {
			if m < s && s < v {
				move(s, v, "nsubj")
				break
			}
		}
	}
}

// happens reports whether verb i says that its subject takes place.
func (t *syntax) happens(i int) bool {
	switch t.lemma(i) {
	case "occur", "happen":
		return true
	case "take":
		o := t.kid(i, "obj", "compound")
		return o > i && t.low(o) == "place"
	}
	return false
}

// isEvent reports whether noun i is a word for an event.
func (t *syntax) isEvent(i int) bool { return i >= 0 && words().class[t.lemma(i)] == "Event" }
