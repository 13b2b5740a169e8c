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
	own := func() { // the tokens, which are the document's till then
		if !moved {
			t.toks, moved = slices.Clone(t.toks), true
		}
	}
	move := func(i, head int, rel string) {
		if head == i || head >= 0 && t.above(i, head) {
			return
		}
		own()
		t.toks[i].Head, t.toks[i].Rel = head, rel
	}
	t.mainVerb(move)
	for i := range t.toks {
		if t.pastAlone(i) {
			own()
			t.makePast(i)
		}
		t.perfect(i, move)
		if t.toldAsDone(i) {
			move(t.kid(i, "nsubj:pass"), i, "nsubj")
			t.makePast(i)
		}
		if s := t.kid(i, "nsubj"); s >= 0 && intransitive[t.lemma(i)] && t.kid(i, "aux", "cop", "obj") < 0 && t.participle(i) {
			move(s, i, "nsubj") // "Lund, who had told them, apologised to the families"
			own()
			t.makePast(i)
		}
		if len(t.all(i, "nsubj")) > 1 {
			t.clauseSubject(i, move)
		}
		t.unitName(i, move)
		t.besideName(i, move)
		t.wholeName(i, move)
		t.bareName(i, move)
		t.ofCopula(i, move)
		t.unit(i, move)
		t.ware(i, move)
		t.sum(i, move)
		t.appointed(i, move)
		t.twoObjects(i, move)
		t.recipientBefore(i, move)
		t.given(i, move)
		t.installed(i, move)
		t.lesson(i, move)
		t.length(i, move)
		t.amid(i, move)
		t.phrase(i, move)
		t.whoseSubject(i, move)
		t.whoseNoun(i, move)
		t.dueTo(i, move)
		t.inLaw(i, move)
		t.herself(i, move)
		t.actsAs(i, move)
		t.byMeasure(i, move)
		t.byDoer(i, move)
		t.timesAs(i, move)
		t.calledSo(i, move)
		t.rank(i, move)
		t.parallel(i, move)
		t.inquiryInto(i, move)
		t.afterSaying(i, move)
		t.strays(i, move)
		t.fromTo(i, move)
		switch {
		case t.is(i, "conj", "appos") && t.holder(i) >= 0:
			t.holders(i, move)
		case t.inOffice(i) >= 0:
			t.entitle(i, t.inOffice(i), move)
		case t.besidePerson(i) >= 0:
			move(i, t.besidePerson(i), "appos")
			if t.givenName(i) {
				t.renamed(i, "Person")
			}
		case t.besideBody(i) >= 0:
			move(i, t.besideBody(i), "appos")
			t.renamed(i, "Organization")
		case t.is(i, "xcomp") && t.infinitive(i) && t.givenTwo(t.toks[i].Head, i):
			move(i, t.kid(t.toks[i].Head, "obj"), "acl")
		case t.is(i, "flat", "appos") && t.tag(i, "PROPN") && t.described(i) >= 0:
			t.describe(i, move)
		case t.is(i, "conj") && t.finiteOf(i) >= 0:
			move(i, t.finiteOf(i), "conj")
		case t.is(i, "conj") && t.signsFor(i) >= 0:
			// "signed for Norway and Rafael Quiroga for Uruguay"
			v := t.toks[t.toks[i].Head].Head
			move(t.signsFor(i), i, "orphan")
			move(i, v, "conj")
		case t.is(i, "appos", "nmod:desc", "list") && i > t.toks[i].Head && t.toks[i].Head >= 0 && t.generation(i):
			move(i, t.toks[i].Head, "flat") // "George Harlan Jr."
		case t.is(i, "appos") && t.listed(i):
			move(i, t.toks[t.toks[i].Head].Head, "conj") // "Ann Lee, a former minister, Eva Lind, the mayor, and …"
		case t.is(i, "appos") && t.partOfName(t.toks[i].Head):
			move(i, t.toks[t.toks[i].Head].Head, "appos") // "Halvorsen Subsea, a firm"
		case t.is(i, "appos") && t.tag(i, "PROPN") && i > 1 && t.toks[i].Head < i-1 && t.tag(i-1, "NOUN") && t.toks[i-1].Name == "" && t.is(i-1, "nmod", "obl") && t.above(t.toks[i].Head, i-1):
			move(i, i-1, "appos") // "passengers aboard the ferry Solveig"
		case t.is(i, "appos") && t.tag(i, "PROPN") && t.membersOf(i) >= 0:
			move(i, t.membersOf(i), "appos")
		case t.is(i, "appos") && t.tag(i, "PROPN"):
			t.ofSeveralRoles(i, move)
		case t.is(i, "compound") && t.toks[i].Name == "" && t.toks[i].Head > i && t.toks[t.toks[i].Head].Name == "B-Person" && t.severalRoles(i) == t.toks[i].Head-1:
			move(i, t.toks[i].Head, "nmod:desc") // "Chief executive and co-founder Petra Haas"
			t.toks[i].Tag, t.toks[i].XTag = "NOUN", "NN"
		case t.tag(i, "VERB") && len(t.all(i, "nsubj")) > 1:
			t.twoSubjects(i, move)
		case t.is(i, "amod") && t.toks[i].Head == i+1 && strings.HasSuffix(t.toks[i+1].Name, "-Person") && words().class[t.low(i)] == "Person":
			t.office(i, move)
		case t.tag(i, "NUM") && i+1 < len(t.toks) && t.toks[i+1].Text == "%" && t.toks[i].Head != i+1 && t.toks[i+1].Head != i && len(t.kids[i]) == 0:
			move(i, i+1, "nummod")
		case t.is(i, "compound") && t.toks[i].Head < i && t.kid(i, "cc") > t.toks[i].Head:
			move(i, t.toks[i].Head, "conj")
		case t.is(i, "conj") && t.tag(i, "NOUN", "NUM") && t.kid(t.toks[i].Head, "appos") >= 0 && t.kid(i, "cop", "nsubj") < 0:
			t.secondRole(i, move)
		case t.is(i, "conj") && t.standsFor(i) >= 0:
			t.insteadOf(i, move)
		case t.is(i, "conj") && t.insideName(t.toks[i].Head, i):
			move(i, t.toks[t.toks[i].Head].Head, "conj") // "Volta Power and the carmaker Adler"
		case t.is(i, "flat", "appos") && i > 0 && t.is(i-1, "appos") && t.toks[i-1].Head == t.toks[i].Head && strings.HasPrefix(t.toks[i].Name, "I-"):
			move(i, i-1, "flat") // "the carmaker Adler AG"
		case t.is(i, "xcomp") && t.nounLike(i):
			move(i, i+1, "compound") // "accept pay deal"
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
		case t.is(i, "nmod:desc") && strings.HasSuffix(t.toks[i].Name, "-Organization"):
			// "Acme Corp. chief executive Jane Miller": a body before an office is its owner
			for _, k := range t.all(t.toks[i].Head, "nmod:desc") {
				if i < k && k < t.toks[i].Head && t.tag(k, "NOUN") {
					move(i, k, "compound")
					break
				}
			}
		case t.is(i, "nmod:desc") && i > t.toks[i].Head && t.toks[i].Head >= 0:
			// "Joe Biden and President Volodymyr Zelenskyy": a title belongs to the name behind it
			if j := i + 1; j < len(t.toks) && t.tag(j, "PROPN") && t.is(j, "conj") {
				move(i, j, t.toks[i].Rel)
			}
		case t.is(i, "acl") && t.infinitive(i) && t.is(t.toks[i].Head, "obl") && t.toks[i].Head >= 0 && t.unpromised(t.toks[t.toks[i].Head].Head):
			move(i, t.toks[t.toks[i].Head].Head, "xcomp") // "promised during the campaign to raise fees"
		case t.is(i, "compound") && i+1 < len(t.toks) && t.toks[i+1].XTag == "POS" && t.toks[i].Head > i+1:
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
	t.speechBehind(move)
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

// unpromised reports whether i is a verb of promising that lacks what is promised.
func (t *syntax) unpromised(i int) bool {
	return t.tag(i, "VERB") && promising[t.lemma(i)] && t.kid(i, "obj", "xcomp", "ccomp", "advcl") < 0
}
