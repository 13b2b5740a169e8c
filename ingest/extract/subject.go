package extract

import "slices"

// inheritSubject finds the subject of a clause that has none of its own.
func (c *clause) inheritSubject() {
	t, u := c.t, c.up
	switch c.link {
	case conjunct:
		if u.passive && !c.passive && len(u.subj) > 0 {
			c.subj = u.subj
			return
		}
		if u.link == purpose && !u.own || u.passive == c.passive || u.cop >= 0 {
			c.subj = u.subj
		} else if !u.passive && c.passive {
			c.subj = u.subj
		}
	case complement:
		if _, ok := c.frame(); !ok && t.gerund(c.head) && len(u.obj) == 0 {
			return // "cannot replace becoming a member": anybody's
		}
		switch k := c.callee(); {
		case k >= 0:
			c.subj = t.conj(k)
		case len(u.iobj) > 0 && !subjectControl[t.lemma(u.head)]:
			c.subj = u.iobj
		case len(u.obj) > 0 && !subjectControl[t.lemma(u.head)] && !t.timeHead(u.obj[0]): // but "needs a season to settle"
			c.subj = u.obj
		default:
			c.subj = u.subj
		}
	case participial:
		if c.mark != "" && c.mark != "as" {
			// "at risk of being hacked"
			switch {
			case t.kid(c.noun, "nmod:poss") >= 0:
				c.subj = t.conj(t.kid(c.noun, "nmod:poss"))
			case len(u.obj) > 0 && u.obj[0] != c.noun:
				c.subj = u.obj
			case len(u.subj) > 0 && u.subj[0] != c.noun && !u.passive:
				c.subj = u.subj
			}
			return
		}
		c.subj = t.conjOf(t.apposedTo(c.noun))
	case purpose:
		if c.passive {
			c.subj = []int{c.noun}
			return
		}
		c.subj = c.purposeSubject()
	case relative:
		c.subj = nil
	case adverbial:
		c.subj = u.subj
		if l := t.lemma(u.head); (accusing[l] || clearing[l] || preventing[l] && c.mark == "from") && len(u.obj) > 0 {
			c.subj = u.obj
		} else if c.mark == "for" && judging[l] && len(u.obj) > 0 && !u.passive {
			c.subj = u.obj // "sentenced him to six years for taking bribes"
		} else if l == "guilty" || l == "innocent" {
			if len(u.obj) > 0 {
				c.subj = u.obj
			}
		}
		switch {
		case c.mark == "to" && u.passive:
			c.subj = u.agent
		case c.mark == "to" && choosing[t.lemma(u.head)] && len(u.obj) > 0 && u.obj[0] < c.head && t.somebody(u.obj[0]):
			c.subj = u.obj // "picked a judge to lead the ministry"
		}
	case aside, subject, inside:
	}
}

// choosing are verbs whose object is to do what it is chosen for.
var choosing = set("pick choose select name appoint nominate elect hire recruit designate tap dispatch")

// somebody reports whether noun i is a person or a body.
func (t *syntax) somebody(i int) bool {
	c := classOfToken(t, i)
	return c == "Person" || c == "Organization" || t.roleNoun(i) || t.toks[i].Kind == "person"
}

// conjOf returns noun with its conjuncts only where a modifier after the last of them goes with all.
func (t *syntax) conjOf(noun int) []int { return []int{noun} }

// ofPredicate reports whether the noun that c hangs from is what the subject of the clause above is or becomes.
func (c *clause) ofPredicate() bool {
	t, u := c.t, c.up
	return u.cop >= 0 && u.head == c.noun || t.lemma(u.head) == "become" && t.is(c.noun, "xcomp", "obj") && t.toks[c.noun].Head == u.head
}

// ofSubject reports whether the noun that c hangs from is the subject of a copula, and what that says is somebody.
func (c *clause) ofSubject() bool {
	u := c.up
	return u != nil && u.cop >= 0 && slices.Contains(u.subj, c.noun) && (c.t.tag(u.head, "PROPN") || c.t.kid(u.head, "det", "nmod:poss") >= 0)
}

// ranked reports whether noun i is one of a row: "the first storm", "the only member".
func (t *syntax) ranked(i int) bool {
	if w := t.lemma(i); w == "first" || w == "last" || w == "only" {
		return true
	}
	for _, m := range t.all(i, "amod", "nummod") {
		switch t.lemma(m) {
		case "first", "last", "only", "next", "second", "third":
			return true
		}
	}
	return false
}

// purposeSubject finds who is to do "to V" after a noun: the owner of the effort, or the subject of the clause.
func (c *clause) purposeSubject() []int {
	t := c.t
	if h := t.toks[c.noun].Head; h >= 0 && t.prep(c.noun) == "for" && t.tag(h, "VERB") && callingFor[t.lemma(h)] {
		return t.conj(c.noun) // "pushed for wages to rise"
	}
	if p := t.kid(c.noun, "nmod:poss"); p >= 0 {
		return t.conj(p)
	}
	if t.ranked(c.noun) {
		if c.up != nil && c.ofPredicate() && len(c.up.subj) > 0 {
			return c.up.subj // "was the first storm to hit the region"
		}
		if c.ofSubject() {
			return []int{c.up.head} // "the first to leave was Ann"
		}
		return []int{c.noun}
	}
	for _, m := range t.all(c.noun, "nmod") {
		if p := t.prep(m); p == "of" || p == "by" || p == "for" && c.noun < m && m < c.head {
			return t.conj(m)
		}
	}
	if c.up == nil || c.up.there {
		return nil
	}
	if c.up.head == c.noun {
		if len(c.up.subj) > 0 && t.prep(c.noun) != "" {
			return c.up.subj // "is in talks to buy"
		}
		return nil
	}
	for _, s := range c.up.subj {
		if s == c.noun {
			return nil
		}
	}
	if len(c.up.agent) > 0 {
		return c.up.agent
	}
	if len(c.up.iobj) > 0 && giving[t.lemma(c.up.head)] && len(c.up.obj) > 0 && c.up.obj[0] == c.noun {
		return c.up.iobj // "gave the school money to buy books"
	}
	if c.up.passive {
		return nil
	}
	return c.up.subj
}
