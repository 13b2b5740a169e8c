package extract

// proverb is the clause that "do so" in c repeats, nil where c says something of its own.
func (a *analysis) proverb(c *clause) *clause {
	t := c.t
	if t.lemma(c.head) != "do" || len(c.obj) > 0 || c.passive {
		return nil
	}
	so := false
	for _, k := range t.kids[c.head] {
		so = so || k > c.head && t.low(k) == "so" || t.low(c.head+min(1, len(t.toks)-1-c.head)) == "so"
	}
	if !so {
		return nil
	}
	for x := c; x.up != nil; x = x.up {
		if x.link == conjunct && x.up.cop < 0 && t.tag(x.up.head, "VERB") {
			return x.up
		}
	}
	var last *clause
	for _, u := range a.all[t.n] {
		if u.head < c.head && u.cop < 0 && !u.passive && t.tag(u.head, "VERB") && u != c.up && len(u.subj) > 0 {
			last = u
		}
	}
	return last
}

// elided is the clause whose verb is left out behind "to" in c: "may sell it but does not want to"; nil for none.
func (a *analysis) elided(c *clause) *clause {
	t := c.t
	to := c.head + 1
	if f := subjectFrames[t.lemma(c.head)]; !f.drop || c.passive || to >= len(t.toks) || t.low(to) != "to" || len(t.kids[to]) > 0 || to+1 < len(t.toks) && !t.tag(to+1, "PUNCT", "CCONJ") {
		return nil
	}
	var last *clause
	for _, u := range a.all[t.n] {
		if u.head < c.head && u.cop < 0 && !u.passive && u != c && t.tag(u.head, "VERB") && !subjectFrames[t.lemma(u.head)].drop && (last == nil || u.head > last.head) && u.link != relative {
			last = u
		}
	}
	return last
}

// possessives are pronouns for what is somebody's.
var possessives = set("his hers theirs ours mine yours")

// ownOf is the noun that "its own" or "hers" at token i stands for, with its tree: what somebody else's was just spoken of as the
// object of a verb; -1 for none.
func (a *analysis) ownOf(t *syntax, i int) (*syntax, int) {
	if !t.is(i, "obj", "obl") || !(t.low(i) == "own" && t.kid(i, "nmod:poss") >= 0) && !(possessives[t.low(i)] && t.tag(i, "PRON") && len(t.kids[i]) == 0) {
		return nil, -1
	}
	for n := t.n; n >= 0 && n >= t.n-1; n-- {
		u, end := a.trees[n], len(a.trees[n].toks)
		if n == t.n {
			end = t.toks[i].Head
		}
		for k := end - 1; k >= 0; k-- {
			if u.is(k, "obj") && u.tag(k, "NOUN") && u.kid(k, "nmod:poss") >= 0 {
				return u, k
			}
		}
	}
	return nil, -1
}
