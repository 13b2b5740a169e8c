package extract

import (
	"slices"
	"strings"

	"kg/ingest/text"
)

// repaired is the tree of sentence n with a few edges put right that parsers often get wrong and that plain rules know
// better. The document keeps its own.
func repaired(doc *text.Document, n int) *syntax {
	t := newSyntax(doc, n)
	t.uncycle()
	moved := false
	move := func(i, head int, rel string) {
		if head == i || head >= 0 && t.above(i, head) {
			return
		}
		if !moved {
			t.toks = slices.Clone(t.toks)
			moved = true
		}
		t.toks[i].Head, t.toks[i].Rel = head, rel
	}
	t.mainVerb(move)
	for i := range t.toks {
		if len(t.all(i, "nsubj")) > 1 {
			t.clauseSubject(i, move)
		}
		switch {
		case t.tag(i, "VERB") && len(t.all(i, "nsubj")) > 1:
			t.twoSubjects(i, move)
		case t.is(i, "conj") && t.tag(i, "NOUN") && t.kid(i, "cc") < 0 && t.kid(i, "det") > 1 && t.tag(t.toks[i].Head, "PROPN") && len(t.all(t.toks[i].Head, "conj")) == 1:
			// "Balt Cargo, a ferry operator, …"
			if h := t.toks[i].Head; t.toks[t.kid(i, "det")-1].Text == "," && t.kid(h, "cc") < 0 {
				move(i, h, "appos")
			}
		case t.low(i) == "long" && i > 0 && i+1 < len(t.toks) && t.low(i+1) == "as" && (t.low(i-1) == "as" || t.low(i-1) == "so") && t.tag(max(t.toks[i+1].Head, 0), "VERB", "ADJ"):
			// "as long as the talks continue"
			v, h := t.toks[i+1].Head, t.toks[i].Head
			if t.above(i, v) && h >= 0 {
				move(v, h, "advcl")
				move(i-1, v, "mark")
				move(i, i-1, "fixed")
				move(i+1, i-1, "fixed")
			}
		case t.is(i, "flat") && i > 1 && t.toks[i].Head < i-1 && t.tag(i-1, "PROPN") && !t.is(i-1, "flat") && t.toks[i-1].Head != t.toks[i].Head && !t.above(t.toks[i].Head, i-1):
			move(i, i-1, "flat") // "Anna Berg said Peter Oman …"
		case t.tag(i, "NOUN", "PROPN") && (t.is(i, "conj", "parataxis") || t.toks[i].Rel == "obl" && t.kid(i, "case") < 0) && t.toks[i].Head >= 0 && t.tag(t.toks[i].Head, "VERB") && t.kid(i, "nsubj", "cop") < 0:
			// "closed the yard but not the warehouse"
			if k := t.kid(i, "advmod"); k >= 0 && t.low(k) == "not" {
				if o := t.kid(t.toks[i].Head, "obj", "obl"); o >= 0 && o < i {
					move(i, o, "conj")
				}
			}
		case t.low(i) == "provided" && i+1 < len(t.toks) && t.low(i+1) == "that" && t.kid(i, "ccomp") > i:
			k, h := t.kid(i, "ccomp"), t.toks[i].Head
			for h >= 0 && !t.tag(h, "VERB", "AUX") {
				h = t.toks[h].Head
			}
			if h >= 0 {
				move(k, h, "advcl")
				move(i, k, "mark")
				move(i+1, i, "fixed")
			}
		case t.is(i, "nmod:desc") && i > t.toks[i].Head && t.toks[i].Head >= 0:
			// "Joe Biden and President Volodymyr Zelenskyy": a title belongs to the name behind it
			if j := i + 1; j < len(t.toks) && t.tag(j, "PROPN") && t.is(j, "conj") {
				move(i, j, t.toks[i].Rel)
			}
		case t.is(i, "acl") && t.infinitive(i) && t.is(t.toks[i].Head, "obl") && t.toks[i].Head >= 0 && t.unpromised(t.toks[t.toks[i].Head].Head):
			move(i, t.toks[t.toks[i].Head].Head, "xcomp") // "promised during the campaign to raise fees"
		case t.is(i, "compound") && i+1 < len(t.toks) && t.toks[i+1].XTag == "POS" && t.toks[i+1].Head != i && t.toks[i].Head > i+1:
			move(i, t.toks[i].Head, "nmod:poss") // "Saturday's election"
			move(i+1, i, "case")
		case t.is(i, "compound", "nmod", "nmod:poss") && t.tag(i, "PROPN", "NOUN") && t.kid(i, "case") < 0 && t.gapped(i):
			// "France signed the treaty, and Germany the accord": nothing stands before its noun's article
			h := t.toks[i].Head
			v := t.toks[h].Head
			if t.is(v, "obj") {
				v = t.toks[v].Head
			}
			if t.tag(v, "VERB") {
				move(i, v, "conj")
				move(h, i, "orphan")
			}
		case t.is(i, "amod", "compound") && t.tag(i, "NOUN") && t.toks[i].Head == i+1 && t.toks[i].Name == "" && t.toks[i+1].Name == "B-Person":
			// "Black Sea Terminals chief executive Georgi Stoev": what stands before a person's name is what he is
			move(i, i+1, "nmod:desc")
			for j := i - 1; j >= 0; j-- {
				if t.toks[j].Head != i+1 || !t.is(j, "compound", "amod", "nmod:desc", "nmod:poss") || t.kid(j, "case") >= 0 || t.tag(j, "PRON") {
					break
				}
				rel := "compound"
				if t.tag(j, "ADJ") {
					rel = "amod"
				}
				move(j, i, rel)
				j = min(j, t.yield(j, nil)[0])
			}
		case t.is(i, "obl") && t.tag(i, "NUM") && i > 2 && t.kid(i, "case") == i-1 && t.low(i-1) == "to" && t.toks[i-2].Head == t.toks[i].Head && t.is(i-2, "obl"):
			// "from June 3 to 5"
			if k := t.kid(i-2, "case"); k >= 0 && t.low(k) == "from" {
				move(i, i-2, "nmod")
			}
		case t.is(i, "advcl") && t.kid(i, "nsubj") < 0 && t.kid(i, "aux:pass") >= 0 && t.low(t.kid(i, "aux:pass")) == "being" && i > 2 && t.kid(i, "mark") < 0:
			// "result in the permit being withdrawn"
			if j := t.kid(i, "aux:pass") - 1; j > 0 && t.toks[j].Head == t.toks[i].Head && t.is(j, "obl", "obj") {
				if k := t.kid(j, "case"); k >= 0 {
					move(k, i, "mark")
				}
				move(j, i, "nsubj:pass")
			}
		case t.is(i, "acl:relcl") && t.toks[i].Score > 0 && t.toks[i].Score < 0.7:
			// "an agreement during the summit, which takes place in Italy"
			if j := t.nearer(i); j >= 0 {
				move(i, j, t.toks[i].Rel)
			} else if j := t.nearerPerson(i); j >= 0 {
				move(i, j, t.toks[i].Rel)
			}
		case t.is(i, "acl:relcl"):
			if j := t.nearerPerson(i); j >= 0 {
				move(i, j, t.toks[i].Rel)
			} else if j := t.nearer(i); j >= 0 && t.happens(i) && t.isEvent(j) && !t.isEvent(t.toks[i].Head) {
				move(i, j, t.toks[i].Rel)
			}
		case t.tag(i, "VERB", "ADJ", "NOUN") && t.is(i, "ccomp"):
			// "announced on June 12 that …": nothing of a clause stands before its "that"
			if m := t.kid(i, "mark"); m >= 0 && t.low(m) == "that" && t.toks[i].Head >= 0 && t.toks[i].Head < m {
				for _, k := range t.all(i, "obl", "advmod") {
					if k < m && k > t.toks[i].Head {
						move(k, t.toks[i].Head, t.toks[k].Rel)
					}
				}
			}
		}
	}
	t.quotations(move)
	t.inversion(move)
	if !moved {
		return t
	}
	t.uncycle()
	t.children()
	return t
}

// uncycle makes the tree a tree whatever its edges: one root, and every word under it.
func (t *syntax) uncycle() {
	root, bad := -1, false
	for i, k := range t.toks {
		if k.Head == -1 && root < 0 {
			root = i
		}
		bad = bad || k.Head < -1 || k.Head >= len(t.toks) || k.Head == i
	}
	reached := make([]int8, len(t.toks)) // 1 on the way, 2 under the root
	cut := func(i int) {
		if !bad {
			t.toks, bad = slices.Clone(t.toks), true
		}
		if root < 0 {
			root, t.toks[i].Head, t.toks[i].Rel = i, -1, "root"
		} else {
			t.toks[i].Head, t.toks[i].Rel = root, "dep"
		}
	}
	if bad {
		t.toks = slices.Clone(t.toks)
	}
	for i := range t.toks {
		j := i
		for reached[j] == 0 {
			reached[j] = 1
			h := t.toks[j].Head
			if h < 0 || h >= len(t.toks) || h == j {
				if j != root {
					cut(j)
				}
				break
			}
			if reached[h] == 1 {
				cut(j) // a cycle ends here
				break
			}
			j = h
		}
		for j = i; j >= 0 && reached[j] == 1; j = t.toks[j].Head {
			reached[j] = 2
		}
	}
	if bad {
		t.children()
	}
}

// children turns the edges round.
func (t *syntax) children() {
	t.kids = make([][]int, len(t.toks))
	for i, k := range t.toks {
		if k.Head >= 0 {
			t.kids[k.Head] = append(t.kids[k.Head], i)
		}
	}
}

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
	if ids := t.trim(t.yield(s[1], nil)); s[1] < i && len(ids) > 0 && ids[0] > 0 && t.toks[ids[0]-1].Text == "," && t.toks[ids[len(ids)-1]+1].Text == "," && t.tag(s[0], "PROPN") && t.kid(s[1], "det", "nmod:poss") >= 0 && t.tag(s[1], "NOUN") {
		move(s[1], s[0], "appos") // "Norrline AS, the shipping group, said"
		return
	}
	if d := t.kid(s[1], "nmod:desc"); s[1] < i && d == s[0]+1 && t.tag(s[0], "PROPN") {
		move(s[0], d, "compound") // "Kenya President Paul Otieno resigned"
		return
	}
	if s[1] < i && s[1] == s[0]+1 && t.tag(s[0], "NOUN") && t.tag(s[1], "PROPN") {
		move(s[0], s[1], "nmod:desc") // "defence analyst Paul Nesbit said"
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

// above reports whether a dominates b, or is b.
func (t *syntax) above(a, b int) bool {
	for n := 0; b >= 0 && n <= len(t.toks); n++ {
		if a == b {
			return true
		}
		b = t.toks[b].Head
	}
	return false
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

// nearer is the noun right before relative clause i where the parser, unsure, chose one farther off; -1 for none.
func (t *syntax) nearer(i int) int {
	first := t.yield(i, nil)[0]
	j := first - 1
	for j > 0 && t.toks[j].Text == "," {
		j--
	}
	for n := 0; j >= 0 && t.is(j, "flat", "compound", "nmod:unmarked") && n < 5; n++ {
		j = t.toks[j].Head
	}
	h := t.toks[i].Head
	if j <= h || j >= i || !t.tag(j, "NOUN", "PROPN") || t.timeHead(j) || t.feat(j, "Number") != t.feat(h, "Number") || !t.is(j, "obl") {
		return -1
	}
	return j
}

// nearerPerson is the person or body right before a "who" clause that the parser hung on a thing: "the support of the
// Greens, who …"; -1 for none.
func (t *syntax) nearerPerson(i int) int {
	h := t.toks[i].Head
	who := false
	for _, k := range t.kids[i] {
		who = who || t.low(k) == "who" && k < i
	}
	if !who || h < 0 || t.toks[h].Kind == "person" || t.tag(h, "PRON", "PROPN") || t.toks[h].Kind == "organization" {
		return -1
	}
	j := t.yield(i, nil)[0] - 1
	for j > h && t.toks[j].Text == "," {
		j--
	}
	for n := 0; j > h && t.is(j, "flat", "compound", "nmod:unmarked") && n < 5; n++ {
		j = t.toks[j].Head
	}
	if j <= h || j >= i || !t.tag(j, "NOUN", "PROPN") || !(t.tag(j, "PROPN") || t.toks[j].Kind == "person" || t.toks[j].Kind == "organization") {
		return -1
	}
	return j
}

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

// unpromised reports whether i is a verb of promising that lacks what is promised.
func (t *syntax) unpromised(i int) bool {
	return t.tag(i, "VERB") && promising[t.lemma(i)] && t.kid(i, "obj", "xcomp", "ccomp", "advcl") < 0
}
