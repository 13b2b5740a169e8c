package extract

// conditions returns the wording of the conditions that govern c, "" for none.
func (a *analysis) conditions(c *clause) string {
	t := c.t
	for _, k := range t.kids[c.head] {
		if d := a.at[t.n][k]; d != nil && d.link == adverbial && conditional(d.mark) {
			return t.words(t.clauseText(k))
		}
		if t.is(k, "obl", "advcl", "advmod") && dependent(t, k) {
			return t.words(t.trim(t.yield(k, nil)))
		}
	}
	return ""
}

// dependent reports whether k is a condition in the form of a phrase: "depending on the vote", "in case of rain".
func dependent(t *syntax, k int) bool {
	switch t.prep(k) {
	case "depending on", "depending upon", "in case of", "in the event of", "subject to", "pending", "depending":
		return true
	}
	return t.low(k) == "depending" && t.is(k, "advcl")
}

// condFirst reports whether the condition of u covers its conjunct c as well: it stands before both or after both.
func (a *analysis) condFirst(u, c *clause) bool {
	for _, k := range u.t.kids[u.head] {
		d := a.at[u.t.n][k]
		if d != nil && d.link == adverbial && conditional(d.mark) || dependent(u.t, k) {
			return k < u.head && !c.own || k > c.head
		}
	}
	return true
}
