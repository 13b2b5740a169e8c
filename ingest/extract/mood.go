package extract

import "kg/graph"

// cc returns the conjunction before conjunct c: "and", "or", "but", "nor".
func (c *clause) cc() string {
	if k := c.t.kid(c.head, "cc"); k >= 0 {
		return c.t.low(k)
	}
	// "A, B and C": the conjunction stands before the last
	if c.up != nil {
		for _, x := range c.t.all(c.up.head, "conj") {
			if x > c.head {
				if k := c.t.kid(x, "cc"); k >= 0 {
					return c.t.low(k)
				}
			}
		}
	}
	return ""
}

// sharesMood reports whether conjunct c goes on under the auxiliaries of the clause it is coordinated with.
func (c *clause) sharesMood() bool {
	if c.link != conjunct || c.own || len(c.auxiliaries()) > 0 {
		return false
	}
	t := c.t
	if len(c.up.auxiliaries()) == 0 && t.kid(c.up.head, "mark") < 0 && !c.up.sharesMood() {
		return false
	}
	x, y := t.toks[c.head].XTag, t.toks[c.up.head].XTag
	if x != "" && x != "_" {
		return x == y || x == "VB" || x == "VBN" && y != "VBD" || x == "VBP" && y == "VB" || x == "VBD" && y == "VBN"
	}
	return t.feat(c.head, "VerbForm") == t.feat(c.up.head, "VerbForm")
}

// auxiliaries are the auxiliaries and copula of c, in order.
func (c *clause) auxiliaries() []int { return c.t.all(c.head, "aux", "cop") }

// mood reads tense, modality and negation off the clause's own words.
func (c *clause) mood() mood {
	t := c.t
	var m mood
	aux := c.auxiliaries()
	if c.sharesMood() {
		m = c.up.mood()
		m.negative = false
		aux = nil
	} else {
		m = c.verbMood(aux)
	}
	for _, k := range t.kids[c.head] {
		w := t.low(k)
		switch {
		case t.is(k, "advmod", "cc:preconj", "det") && negator(w):
			if !t.notOnly(k) {
				m.negative = !m.negative
			}
		case t.is(k, "advmod") && (w == "longer" || w == "more") && t.kid(k, "advmod", "det") >= 0 && t.low(t.kids[k][0]) == "no":
			m.negative = !m.negative
		case t.is(k, "cc") && (w == "nor" || w == "neither"):
			m.negative = true
		case t.is(k, "advmod"):
			switch w {
			case "probably", "likely", "presumably", "apparently", "seemingly", "supposedly":
				m.certainty = weaker(m.certainty, probable)
			case "perhaps", "maybe", "possibly", "potentially", "conceivably":
				m.certainty = weaker(m.certainty, possible)
			}
		case t.is(k, "nsubj", "obj") && c.negated(k):
			m.negative = !m.negative
		case t.is(k, "obl") && k > c.head && (t.prep(k) == "for" || t.prep(k) == "of" || t.prep(k) == "to") && t.kid(c.head, "obj") < 0 && t.kid(k, "det") >= 0 && t.low(t.kid(k, "det")) == "no":
			m.negative = !m.negative // "asked for no rent"
		case t.is(k, "obl") && (t.low(k) == "way" || t.low(k) == "time" || t.low(k) == "means" || t.low(k) == "circumstances") && c.negated(k):
			m.negative = !m.negative
		}
	}
	if m.can && m.negative {
		m.certainty = leave // what cannot be is not
	}
	if m.could && m.negative && !m.perfect {
		m.certainty, m.tense = leave, graph.Past // what could not be done was not
	}
	if c.goal >= 0 {
		f := nounFrames[t.lemma(c.goal)]
		m.tense, m.finite, m.certainty = graph.Future, true, f.certainty
	}
	if c.cop >= 0 {
		for _, k := range t.all(c.head, "det") {
			if t.low(k) == "no" {
				m.negative = !m.negative
			}
		}
	}
	return m
}

// notOnly reports whether negator k belongs to "not only", "not just", which deny nothing.
func (t *syntax) notOnly(k int) bool {
	return k+1 < len(t.toks) && t.low(k) == "not" && (t.low(k+1) == "only" || t.low(k+1) == "just" || t.low(k+1) == "merely" || t.low(k+1) == "solely")
}

// negated reports whether argument k denies the clause: "no treaty", "nobody", "few countries".
func (c *clause) negated(k int) bool {
	t := c.t
	switch t.low(k) {
	case "nobody", "none", "nothing", "no-one", "neither", "nowhere", "few", "little":
		if w := t.low(k); (w == "few" || w == "little") && t.kid(k, "det") >= 0 {
			return false
		}
		return true
	case "one":
		for _, d := range t.all(k, "det") {
			if t.low(d) == "no" {
				return true
			}
		}
		return false
	}
	for _, d := range t.all(k, "advmod", "cc:preconj") { // "not everyone", "not a metre"
		if t.low(d) == "not" && d+1 < len(t.toks) && !t.notOnly(d) {
			switch t.low(d + 1) {
			case "a", "an", "one", "single", "every", "everyone", "everybody", "everything", "all", "many", "much":
				return true
			}
		}
	}
	for _, d := range t.all(k, "advmod") {
		if w := t.low(d); d < k && (w == "hardly" || w == "scarcely" || w == "barely") {
			return true // "hardly anyone"
		}
	}
	for _, d := range t.all(k, "det", "amod", "cc:preconj") {
		switch t.low(d) {
		case "no", "neither":
			return true
		case "few", "little":
			return t.kid(k, "det") < 0 || t.low(t.kid(k, "det")) == t.low(d)
		}
	}
	return false
}

// verbMood reads tense and modality off the verb and its auxiliaries.
func (c *clause) verbMood(aux []int) mood {
	t := c.t
	var m mood
	have, progressive := false, c.cop < 0 && t.gerund(c.head)
	modal := ""
	for _, x := range aux {
		switch w := t.low(x); w {
		case "will", "shall", "'ll", "’ll", "wo", "ll":
			modal, m.tense, m.finite = "will", graph.Future, true
		case "would", "'d", "’d":
			if t.lemma(x) == "have" {
				have, m.tense, m.finite = true, graph.Past, true
			} else {
				modal, m.tense, m.finite, m.would = "would", graph.Future, true, true
			}
		case "may", "might", "could":
			modal, m.certainty, m.tense, m.finite = w, possible, graph.Future, true
			m.could = w == "could"
		case "can", "ca", "must", "should", "ought":
			modal, m.tense, m.finite = w, graph.Present, true
			if w == "should" || w == "ought" {
				m.certainty = probable
			}
			if w == "can" {
				m.certainty, m.can = possible, true
			}
		default:
			switch t.lemma(x) {
			case "have", "'ve":
				have = true
				if modal == "" && t.finite(x) {
					m.tense, m.finite = graph.Past, true
				}
			case "be", "get":
				if !m.finite && t.finite(x) {
					m.finite = true
					m.tense = graph.Present
					if t.past(x) {
						m.tense = graph.Past
					}
				}
			case "do":
				m.finite, m.tense = true, graph.Present
				if t.past(x) {
					m.tense = graph.Past
				}
			}
		}
	}
	m.perfect = have
	switch {
	case modal != "" && have:
		m.tense = graph.Past
		if modal == "must" {
			m.certainty = probable
		}
	case have && t.infinitive(c.head):
		m.tense, m.finite = graph.Past, true // "seems to have left"
	case (modal == "may" || modal == "might" || modal == "could") && (c.cop >= 0 || t.lemma(c.head) == "be"):
		m.tense = graph.Present
	case have && progressive && modal == "" && t.presentHave(aux):
		m.tense = graph.Present
	case c.link == top && t.infinitive(c.head) && c.own && len(aux) == 0 && c.cop < 0:
		m.tense, m.finite = graph.Future, true // headlines: "Norrline to buy ferries"
	case c.deed && m.tense == graph.Past: // "her first act was to close the mine"
	case c.isTo:
		// "is to begin"
		m.tense, m.certainty, m.finite = graph.Future, probable, true
	}
	bare := t.toks[c.head].XTag == "VB" && c.own && t.kid(c.head, "mark") < 0 && (c.link == top || c.link == conjunct || c.link == relative)
	if c.link == content && t.toks[c.head].XTag == "VB" && c.own && !t.infinitive(c.head) {
		bare = true
	}
	if len(aux) == 0 && (t.finite(c.head) || bare) && !t.infinitive(c.head) {
		m.finite, m.tense = true, graph.Present
		if t.past(c.head) || invariant[t.low(c.head)] && c.third() {
			m.tense = graph.Past
		}
	}
	return m
}

// third reports whether c has a subject of the third person singular, where a present would end in -s.
func (c *clause) third() bool {
	if len(c.subj) != 1 {
		return false
	}
	i := c.t.deref(c.subj[0])
	return c.t.feat(i, "Number") == "Sing" && !(c.t.tag(i, "PRON") && (c.t.low(i) == "i" || c.t.low(i) == "you"))
}

func (t *syntax) presentHave(aux []int) bool {
	for _, x := range aux {
		if t.lemma(x) == "have" && !t.past(x) {
			return true
		}
	}
	return false
}

// finite reports whether verb form i has a tense.
func (t *syntax) finite(i int) bool {
	if x := t.toks[i].XTag; x != "" && x != "_" {
		return x == "VBD" || x == "VBZ" || x == "VBP"
	}
	return t.feat(i, "VerbForm") == "Fin" && t.feat(i, "Mood") != "Imp"
}

func (t *syntax) past(i int) bool {
	if x := t.toks[i].XTag; x != "" && x != "_" {
		return x == "VBD"
	}
	return t.feat(i, "Tense") == "Past"
}
