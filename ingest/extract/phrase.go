package extract

import "strings"

// wide gives the maximal noun phrase of head i as written, its determiner and all modifiers with it, but no other
// conjuncts, appositions, relative clauses or asides.
func (t *syntax) wide(i int) []int { return t.trim(t.yieldNP(i, t.loose)) }

// narrow gives the phrase that names the thing: premodifiers, head and "of" phrase, no determiner.
func (t *syntax) narrow(i int) []int {
	if t.tag(i, "PRON", "DET") && t.kid(i, "acl") >= 0 {
		return t.trim(t.yieldNP(i, func(k int) bool { return t.is(k, "appos", "parataxis", "det:predet") }))
	}
	ids := t.yieldNP(i, func(k int) bool {
		if t.loose(k) || t.is(k, "acl", "det", "advmod", "advcl") {
			return true
		}
		if t.is(k, "nmod:poss") {
			return t.tag(k, "PRON")
		}
		if t.is(k, "amod") && k > i && len(t.kids[k]) > 0 {
			return true
		}
		if t.gauges(k, t.toks[k].Head) {
			return false
		}
		if t.rate(k) {
			return true
		}
		if t.is(k, "nmod", "obl") && !t.is(k, "nmod:desc") {
			c := t.kid(k, "case")
			return c < 0 || t.low(c) != "of" || k < t.toks[k].Head
		}
		return false
	})
	for len(ids) > 1 && t.is(ids[0], "det") {
		ids = ids[1:]
	}
	return t.trim(ids)
}

// rate reports whether k is what the sum before it is reckoned by: "310 pence a share".
func (t *syntax) rate(k int) bool {
	h := t.toks[k].Head
	return h >= 0 && h < k && t.is(k, "nmod:unmarked", "compound") && (t.low(k-1) == "a" || t.low(k-1) == "an") && t.kid(k, "det") == k-1 && t.kid(h, "nummod") >= 0
}

// gauges reports whether k is the measure before the adjective i: "22 metres high".
func (t *syntax) gauges(k, i int) bool {
	return (k+1 == i || k+2 == i && t.toks[k+1].Text == "-") && t.tag(i, "ADJ") && t.is(k, "obl:unmarked") && t.kid(k, "nummod") >= 0
}

// loose reports whether child k stands outside the phrase proper.
func (t *syntax) loose(k int) bool {
	return t.is(k, "appos", "acl:relcl", "parataxis", "discourse", "dep", "list", "vocative", "dislocated", "advcl:relcl", "orphan") ||
		t.is(k, "cc:preconj") || t.membership(k) || t.age(k) ||
		t.toks[k].Head >= 0 && t.is(k, "nmod:unmarked", "obl:unmarked") && t.apart(t.toks[k].Head) == k
}

// age reports whether k is the age behind a person's name: "Holm, 52, …".
func (t *syntax) age(k int) bool {
	h := t.toks[k].Head
	return t.tag(k, "NUM") && h >= 0 && h < k && t.toks[k-1].Text == "," && strings.HasSuffix(t.toks[h].Name, "-Person")
}

// membership reports whether k is an example of its head: "including France", "such as France".
func (t *syntax) membership(k int) bool {
	if !t.is(k, "nmod", "obl", "acl") {
		return false
	}
	c := t.kid(k, "case", "mark")
	return c >= 0 && (t.low(c) == "including" || t.low(c) == "such")
}

// yieldNP is yield for the phrase of i, without i's own preposition and, where i is also a predicate, without the
// parts of its clause.
func (t *syntax) yieldNP(i int, skip func(int) bool) []int {
	pred, prep := t.kid(i, "cop", "nsubj") >= 0, t.kid(i, "case")
	return t.yield(i, func(k int) bool {
		if t.toks[k].Head == i {
			if k < prep && prep < i && t.is(k, "nmod:unmarked", "obl:unmarked") {
				return true // "five months after the quake"
			}
			if t.is(k, "case", "mark") {
				// "between 10 and 20", "at least 107": kept only inside a number
				return !(t.tag(i, "NUM") && t.low(k) == "over")
			}
			if skip != nil && t.is(k, "conj") {
				return !t.vague(k)
			}
			if skip != nil && t.is(k, "cc") {
				return true
			}
			if t.is(k, "det:predet") && k > i {
				return true
			}
			if pred && (t.is(k, "nsubj", "csubj", "cop", "aux", "expl", "advcl", "ccomp", "parataxis", "punct") || t.is(k, "obl:unmarked") && !t.gauges(k, i) || t.is(k, "obl") && t.lasting(k) ||
				t.is(k, "advmod") && k < t.kid(i, "cop") || t.is(k, "obl", "nmod") && k < t.kid(i, "cop") ||
				t.is(k, "advmod") && (negator(t.low(k)) || t.low(k) == "also")) {
				return true
			}
		}
		if t.is(k, "punct") && t.toks[k].Head == i && skip != nil {
			return t.outerComma(i, k)
		}
		return skip != nil && skip(k)
	})
}

// outerComma reports whether punctuation k under i sets off something that the phrase leaves out.
func (t *syntax) outerComma(i, k int) bool {
	s := t.toks[k].Text
	if s == "-" || s == "–" || s == "/" || s == "." || s == "'" {
		return false
	}
	if s == "," {
		// a comma among premodifiers stays: "a cold, wet day"
		return k > i
	}
	return strings.ContainsAny(s, "()[]—;:") || k > i && s != `"` && s != "”" && s != "''"
}

// clauseText gives the wording of the clause headed by i without its introducing conjunction, quotation marks and full
// stop.
func (t *syntax) clauseText(i int) []int {
	open := -1 // the quotation mark that the clause stands behind
	for j := i - 1; j >= 0 && open < 0; j-- {
		if s := t.toks[j].Text; t.tag(j, "PUNCT") && (s == "\"" || s == "“" || s == "``" || s == "”" || s == "''") {
			open = j
		}
	}
	ids := t.yield(i, func(k int) bool {
		if t.toks[k].Head != i {
			return false
		}
		if open >= 0 && k > i && t.is(k, "conj", "parataxis") {
			for j := i + 1; j < k; j++ {
				if s := t.toks[j].Text; t.tag(j, "PUNCT") && (s == "\"" || s == "”" || s == "''") && t.kid(k, "nsubj") > j {
					return true
				}
			}
		}
		if t.is(k, "mark") {
			return t.low(k) == "that"
		}
		if t.is(k, "conj", "cc") {
			return false
		}
		return t.is(k, "parataxis") && t.speechAside(k)
	})
	return t.trim(ids)
}

// firstClause cuts the words of the clause headed by i before the first clause coordinated with it.
func (t *syntax) firstClause(i int, ids []int) []int {
	for _, k := range t.all(i, "conj") {
		if !t.clausal(k) {
			continue
		}
		start := t.yield(k, nil)[0]
		var out []int
		for _, j := range ids {
			if j < start {
				out = append(out, j)
			}
		}
		return t.trim(out)
	}
	return ids
}

// denied reports whether conjunct i is set against the others: "ships, not debt", "masks but no tents".
func (t *syntax) denied(i int) bool {
	if !t.is(i, "conj") {
		return false
	}
	for _, k := range t.all(i, "advmod", "cc", "det") {
		switch w := t.low(k); {
		case k > i:
		case w == "not" && !t.notOnly(k), w == "no" && t.low(t.kid(i, "cc")) == "but":
			return true
		}
	}
	return false
}

// speechAside reports whether k is "he said" put beside what was said.
func (t *syntax) speechAside(k int) bool { return speechVerbs[t.lemma(k)] && t.kid(k, "ccomp") < 0 }

// prep returns the prepositions of i as written in lower case ("according to"), "" for none.
func (t *syntax) prep(i int) string {
	return strings.Join(t.prepTokens(i, true), " ")
}

func (t *syntax) prepTokens(i int, lower bool) []string {
	var out []string
	for _, j := range t.prepIDs(i) {
		if lower {
			out = append(out, t.low(j))
		} else {
			out = append(out, t.toks[j].Text)
		}
	}
	return out
}

// prepIDs returns the tokens of i's preposition.
func (t *syntax) prepIDs(i int) []int {
	var out []int
	for _, c := range t.all(i, "case") {
		if c > i { // possessive 's
			continue
		}
		out = append(out, c)
		for _, f := range t.all(c, "fixed") {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		// a later conjunct shares the preposition of the first
		if t.is(i, "conj") && t.toks[i].Head >= 0 && !t.clausal(i) {
			return t.prepIDs(t.toks[i].Head)
		}
	}
	return out
}
