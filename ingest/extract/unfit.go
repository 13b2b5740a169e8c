package extract

// unfit says why a verb gives no statement, "" where it does.
func (a *analysis) unfit(c *clause) string {
	t := c.t
	l := t.lemma(c.head)
	for _, d := range c.comp {
		if d.over {
			return "its complement carries the meaning"
		}
	}
	switch {
	case c.link == participial && (l == "call" || l == "name" || l == "know" || l == "title") && t.participle(c.head):
		return "names its noun"
	case a.judged(t, c.head):
		return "what its governor calls a thing"
	case a.attributive(c):
		return "attributes the sentence"
	case c.link == adverbial && c.mark == "than":
		return "a comparison"
	case c.link == relative && c.passive && len(c.agent) == 0 && c.noun >= 0 && t.tag(c.noun, "PRON", "DET") && len(c.obl) == 0:
		return "only says who is meant"
	case c.link == participial && l == "include" || l == "regard" && c.link != top:
		return "a preposition in form"
	case len(c.subj) == 0 && len(c.agent) == 0 && !c.passive:
		return "nobody to do it"
	case c.link == adverbial && c.passive && (l == "base" || l == "compare" || l == "give" || l == "need") && !c.own:
		return "a preposition in form"
	case c.mark == "as" && t.participle(c.head) && !c.own:
		return "a comparison"
	}
	return ""
}

// attributive reports whether c only names the source of the rest of its sentence.
func (a *analysis) attributive(c *clause) bool {
	t := c.t
	if c.link == adverbial && c.mark == "as" && speechVerbs[t.lemma(c.head)] {
		return true
	}
	return false
}
