package extract

import "kg/graph"

// conditions returns the wording of the conditions that govern c, "" for none.
func (a *analysis) conditions(c *clause) string {
	t := c.t
	if u := c.up; u != nil && c.link == content && speechVerbs[t.lemma(u.head)] {
		// "Had the truce failed, she said, people would have fled"
		for _, k := range t.kids[u.head] {
			if d := a.at[t.n][k]; d != nil && d.link == adverbial && d.condition() && k < u.head && k < c.head {
				return t.words(t.clauseText(k))
			}
		}
	}
	for _, k := range t.kids[c.head] {
		if d := a.at[t.n][k]; d != nil && d.link == adverbial && d.condition() {
			if k < c.head && speechVerbs[t.lemma(c.head)] && t.kid(c.head, "ccomp") > k && !c.mood().would && c.mood().tense != graph.Future {
				continue
			}
			return t.words(t.clauseText(k))
		}
		if m := t.kid(k, "mark"); m >= 0 && t.is(k, "advcl") && a.at[t.n][k] == nil && conditional(t.low(m)) {
			return t.words(t.clauseText(k))
		}
		if t.is(k, "obl", "advcl", "advmod") && k != c.head && dependent(t, k) {
			return t.words(t.trim(t.yield(k, nil)))
		}
	}
	return ""
}

// condition reports whether c is an if-clause.
func (c *clause) condition() bool {
	return conditional(c.mark)
}

// dependentOnly reports whether a condition is a phrase and not an if-clause.
func dependentOnly(s string) bool {
	return len(s) > 9 && s[:9] == "depending" || len(s) > 10 && s[:10] == "subject to"
}

// dependent reports whether k is a condition in the form of a phrase: "depending on the vote", "in case of rain".
func dependent(t *syntax, k int) bool {
	switch t.prep(k) {
	case "depending on", "depending upon", "in case of", "in the event of", "subject to", "pending", "depending":
		return true
	}
	if t.low(k) == "subject" && t.tag(k, "ADJ") && t.is(k, "advmod", "advcl") {
		return true
	}
	return t.low(k) == "depending" && t.is(k, "advcl")
}

// condFirst reports whether the condition of u covers its conjunct c as well: it stands before both or after both.
func (a *analysis) condFirst(u, c *clause) bool {
	for _, k := range u.t.kids[u.head] {
		d := a.at[u.t.n][k]
		if d != nil && d.link == adverbial && d.condition() || dependent(u.t, k) {
			return k < u.head && !c.own || k > c.head
		}
	}
	return true
}
