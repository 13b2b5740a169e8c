package extract

import "slices"

// clause is one predicate with its arguments, all as token indices of t.
type clause struct {
	t       *syntax
	head    int // the predicate: a verb, or the nominal of a copula
	up      *clause
	link    link
	mark    string // the word that introduces it: "if", "after", "to", "that"
	goal    int    // "goal" of "the goal is to V", else -1
	noun    int    // for relative, participial and purpose: the noun it hangs from, else -1
	cop     int    // the copula, -1 for a verb
	there   bool   // existential
	passive bool
	isTo    bool  // "is to V"
	deed    bool  // "her first act is to V"
	subj    []int // grammatical subjects, conjuncts apart; in a passive the patients
	own     bool  // subj stand in the clause itself
	obj     []int
	iobj    []int
	obl     []int // prepositional and bare adverbial arguments, agents apart
	agent   []int
	comp    []*clause // complements and contents, filled as these are made
	aux     []int
	over    bool    // its governor gives way to it: "plans to sign" is about signing
	memo    *status // see status
}

// predicate reports whether token i heads a clause.
func (t *syntax) predicate(i int) bool {
	if t.is(i, "aux", "cop", "case", "mark", "fixed", "flat", "cc", "det", "punct", "goeswith", "reparandum", "compound", "amod", "discourse", "expl") {
		return false
	}
	if t.kid(i, "cop") >= 0 {
		return true
	}
	if t.tag(i, "VERB") {
		if t.is(i, "nsubj", "obj", "iobj", "obl", "nmod", "appos", "advmod", "nummod", "xcomp") && !t.infinitive(i) &&
			t.kid(i, "obj", "ccomp", "xcomp", "obl", "aux") < 0 {
			return t.is(i, "xcomp") && !t.adjectival(i)
		}
		return true
	}
	if t.tag(i, "AUX") {
		l := t.lemma(i)
		return (l == "be" || l == "have") && (t.kid(i, "nsubj") >= 0 || t.is(i, "root"))
	}
	// small clauses: "with development almost complete"
	if t.is(i, "root", "ccomp", "advcl", "acl:relcl", "parataxis") || t.is(i, "conj") && t.tag(i, "ADJ", "ADV", "NOUN", "PROPN", "NUM") {
		return t.kid(i, "nsubj") >= 0
	}
	return false
}

// adjectival reports whether an xcomp participle is a state: "got tired".
func (t *syntax) adjectival(i int) bool { return t.toks[i].XTag == "JJ" }

// clauses finds all clauses of t, governors before the governed.
func (t *syntax) clauses() []*clause {
	for i := range t.toks {
		if t.is(i, "acl:relcl") && t.toks[i].Head >= 0 {
			t.relatives(i, t.toks[i].Head)
		} else if h := t.toks[i].Head; t.is(i, "advcl", "ccomp", "acl", "csubj") && h >= 0 && i > h && t.kid(h, "cop") >= 0 && (t.low(t.kid(h, "nsubj", "expl")) == "it") {
			if s := t.kid(i, "nsubj", "obj", "mark"); t.low(s) == "that" && t.toks[s].XTag == "WDT" || t.low(s) == "who" {
				t.relatives(i, h) // "it was Norway that hosted the talks"
				t.ref[s] = h
			}
		}
	}
	var out []*clause
	seen := make([]bool, len(t.toks))
	var visit func(int, *clause)
	visit = func(i int, up *clause) {
		if seen[i] {
			return
		}
		seen[i] = true
		if t.predicate(i) {
			c := t.clause(i, up)
			out = append(out, c)
			up = c
		}
		for _, k := range t.kids[i] {
			visit(k, up)
		}
	}
	for i, k := range t.toks {
		if k.Head < 0 {
			visit(i, nil)
		}
	}
	return out
}

// relatives notes the antecedent of the relative pronouns under relative clause i: of a noun in apposition to a
// name the name, and for "who" not the institution that somebody is of.
func (t *syntax) relatives(i, noun int) {
	noun = t.apposedTo(noun)
	for _, k := range t.yield(i, func(k int) bool { return t.is(k, "acl:relcl", "ccomp:inner") }) {
		if k == noun || !t.tag(k, "PRON", "DET", "SCONJ") {
			continue
		}
		switch t.low(k) {
		case "who", "whom":
			t.ref[k] = noun
			if h := t.toks[noun].Head; h >= 0 && t.is(noun, "nmod") && classOfToken(t, h) == "Person" && classOfToken(t, noun) == "Organization" {
				for t.tag(h, "NOUN") && t.is(h, "appos") && t.tag(t.toks[h].Head, "PROPN") {
					h = t.toks[h].Head
				}
				t.ref[k] = h // "Peter Vogel of the charity Aid Now, who"
			}
		case "which", "whose":
			t.ref[k] = noun
		case "that":
			if t.feat(k, "PronType") == "Rel" || t.tag(k, "PRON") && t.is(k, "nsubj", "obj", "obl") && t.toks[k].Head == i && k < i && t.feat(k, "PronType") != "Dem" {
				t.ref[k] = noun
			}
		}
	}
}

// apposedTo is the name of a person or body that noun i is in apposition to, else i.
func (t *syntax) apposedTo(i int) int {
	h := t.toks[i].Head
	if h < 0 || !t.is(i, "appos") || !t.tag(i, "NOUN", "ADJ", "PROPN") || !t.tag(h, "PROPN") || nameClass(t.toks[i].Name) != "" || h > i {
		return i
	}
	if c := classOfToken(t, h); c == "Person" || c == "Organization" && t.tag(i, "NOUN") && t.feat(i, "Number") != "Plur" {
		return h
	}
	return i
}

// aims are nouns for what somebody means to do: "its goal is to cut costs" says what it is to do, "its law is to go to
// parliament" where the law goes.
var aims = set(`goal aim plan task mission purpose objective intention ambition job duty hope dream wish aspiration idea priority target
	strategy policy role challenge promise desire`)

// deeds are nouns for what somebody does.
var deeds = set("act action step move decision deed job task duty concern priority")

// owner is whom noun i is of: "her plan", "the plan of the bank".
func (t *syntax) owner(i int) []int {
	if p := t.kid(i, "nmod:poss"); p >= 0 {
		return t.conj(p)
	}
	if m := t.kid(i, "nmod"); m >= 0 && t.prep(m) == "of" {
		return t.conj(m)
	}
	return nil
}

func (t *syntax) clause(i int, up *clause) *clause {
	c := &clause{t: t, head: i, up: up, noun: -1, goal: -1, cop: t.kid(i, "cop"), aux: t.all(i, "aux")}
	c.setLink()
	if c.cop >= 0 && t.tag(i, "VERB") && (c.mark == "to" || c.mark == "that" && t.infinitive(i)) {
		// "is to begin", "its goal is to cut"
		c.isTo, c.aux, c.cop = true, append([]int{c.cop}, c.aux...), -1
	}
	if c.cop < 0 && c.mark == "to" && t.tag(i, "VERB") && len(c.aux) == 1 && t.lemma(c.aux[0]) == "be" && c.aux[0] < t.kid(i, "mark") {
		c.isTo = true // the same, where "is" was taken for an auxiliary
	}
	c.there = t.kid(i, "expl") >= 0 && t.low(t.kid(i, "expl")) == "there"
	c.passive = t.kid(i, "aux:pass") >= 0 || t.kid(i, "nsubj:pass") >= 0 || c.fined()
	for _, k := range t.kids[i] {
		switch {
		case t.is(k, "nsubj:outer") && !c.isTo:
		case t.is(k, "csubj") && k > i && t.kid(i, "expl", "nsubj") >= 0:
		case t.is(k, "nsubj", "csubj"):
			c.subj = append(c.subj, t.conj(k)...)
			c.own = true
		case t.is(k, "obj"):
			c.obj = append(c.obj, t.conj(k)...)
		case t.is(k, "iobj"):
			c.iobj = append(c.iobj, t.conj(k)...)
		case t.is(k, "obl:agent") && !t.measure(k) && !t.means(k), t.is(k, "obl") && t.prep(k) == "by" && (c.participleLike() || c.link == participial && !t.gerund(i)) && (!t.timeHead(k) || t.timeOf(k)) && !t.gerundNoun(k) && !t.measure(k) && !t.means(k):
			c.agent = append(c.agent, t.conj(k)...)
		case t.is(k, "obl"), t.is(k, "nmod") && (c.cop < 0 || k > i && t.tag(i, "ADJ")):
			c.obl = append(c.obl, k)
		}
	}
	if c.there && len(c.subj) == 0 {
		c.subj = c.obj
		c.obj = nil
	}
	if len(c.obj) == 0 && c.cop < 0 && !c.passive && t.kid(i, "compound:prt") >= 0 {
		for n, k := range c.obl {
			if t.toks[k].Rel == "obl" && t.prep(k) == "" && k > i && !t.timeHead(k) && t.kid(k, "det", "nmod:poss") >= 0 {
				c.obj, c.obl = t.conj(k), append(append([]int{}, c.obl[:n]...), c.obl[n+1:]...) // "called off the strike"
				break
			}
		}
	}
	c.share()
	if c.isTo && c.link != conjunct && len(c.subj) > 0 {
		if l := t.lemma(c.subj[0]); aims[l] && nounFrames[l].future {
			c.goal = c.subj[0]
			c.subj = nil
			c.subj = t.owner(c.goal)
		} else if who := t.owner(c.subj[0]); deeds[l] && t.ranked(c.subj[0]) && len(who) > 0 {
			c.subj, c.deed = who, true // "her first act was to close the mine"
		}
	}
	if charging[t.lemma(i)] && len(c.obj)+len(c.iobj) > 1 && len(c.obj) > 0 && t.priced(c.obj[len(c.obj)-1]) {
		c.obj = c.obj[:len(c.obj)-1] // "fined the bank $20 million"
	}
	if len(c.obj) == 0 && len(c.iobj) > 0 {
		c.obj, c.iobj = c.iobj, nil
	}
	c.bestAgent()
	if !c.own {
		c.inheritSubject()
	}
	if c.link == relative && len(c.obj) == 0 && c.cop < 0 && !c.passive && c.own && t.transitiveGap(c) {
		c.obj = []int{c.noun}
	}
	if c.link == conjunct && len(up.obj) == 0 && !up.passive && !intransitive[t.lemma(up.head)] && up.cop < 0 && !c.passive && i-up.head <= 3 && t.kid(up.head, "obl", "ccomp", "xcomp", "advcl") < 0 {
		for _, o := range c.obj {
			if o > i && !c.own && !(t.kid(i, "aux") >= 0 && slices.ContainsFunc(t.kids[up.head], func(k int) bool { return t.is(k, "advmod") && negator(t.low(k)) })) { // but "did not appeal and will leave prison"
				up.obj = append(up.obj, o) // "signed and ratified the treaty"
			}
		}
	}
	if up != nil {
		up.comp = append(up.comp, c)
	}
	c.setOver()
	return c
}

// bestAgent keeps the likelier doer of two "by" phrases: "returned by mail by Montalvo".
func (c *clause) bestAgent() {
	if len(c.agent) < 2 {
		return
	}
	t := c.t
	var named, rest []int
	for _, k := range c.agent {
		root := k
		for t.is(root, "conj") {
			root = t.toks[root].Head
		}
		if t.tag(root, "PROPN", "PRON") || t.kid(root, "det", "nmod:poss", "compound") >= 0 {
			named = append(named, k)
		} else {
			rest = append(rest, k)
		}
	}
	roots := map[int]bool{}
	for _, k := range c.agent {
		if !t.is(k, "conj") {
			roots[k] = true
		}
	}
	if len(roots) > 1 && len(named) > 0 && len(rest) > 0 {
		c.agent = named
	}
}

// charging are verbs whose one object is who pays; the sum is how much.
var charging = set("fine tax bill charge overcharge cost")

// fined reports whether c, joined with a passive verb, has only a sum for an object: "was acquitted but fined 700,000 euros".
func (c *clause) fined() bool {
	t, o := c.t, c.t.kid(c.head, "obj")
	return c.link == conjunct && c.up.passive && t.lemma(c.head) == "fine" && t.kid(c.head, "nsubj", "aux") < 0 && o >= 0 && t.priced(o)
}

// priced reports whether i is a sum of money.
func (t *syntax) priced(i int) bool {
	return t.tag(i, "SYM") || len(t.toks[i].Name) > 2 && t.toks[i].Name[2:] == "Money"
}

// measure reports whether i is an amount: "fell by 3 percent".
func (t *syntax) measure(i int) bool {
	return t.tag(i, "NUM", "SYM") || t.lemma(i) == "percent" || t.lemma(i) == "%" || t.lemma(i) == "point" || unitNames[t.low(i)] != nil && t.kid(i, "nummod", "det:predet") >= 0 && !t.ofSome(i)
}

// ofSome reports whether measure i is of something: "four days of rain".
func (t *syntax) ofSome(i int) bool {
	m := t.kid(i, "nmod")
	return m > i && t.prep(m) == "of"
}

// means reports whether i is by what something goes rather than who does it: "told by telephone".
func (t *syntax) means(i int) bool {
	return conveyances[t.lemma(i)] && t.feat(i, "Number") != "Plur" && t.kid(i, "det", "nmod:poss", "compound", "amod", "flat", "nummod") < 0
}

var conveyances = set("telephone phone email e-mail mail post letter fax radio telegram text train bus car plane air sea ship boat ferry rail road lorry truck bike bicycle helicopter ambulance hand foot courier cheque check law referendum decree accident mistake")

func (t *syntax) gerundNoun(k int) bool { return t.gerund(k) && t.tag(k, "VERB") }

// participleLike reports whether a "by" phrase of c can be its agent.
func (c *clause) participleLike() bool {
	return c.passive || c.t.participle(c.head) && c.t.kid(c.head, "aux") < 0
}

// transitiveGap reports whether a relative clause without a relative pronoun lacks its object.
func (t *syntax) transitiveGap(c *clause) bool {
	for _, r := range t.yield(c.head, nil) {
		if n, ok := t.ref[r]; ok && (n == c.noun || n == t.toks[c.noun].Head) {
			return false
		}
		if w := t.low(r); t.is(r, "advmod", "mark") && (w == "where" || w == "when" || w == "why" || w == "how") && t.toks[r].Head == c.head {
			return false
		}
	}
	n := t.lemma(c.noun)
	if timeNouns[n] || n == "way" || n == "reason" || n == "place" {
		return false
	}
	return t.kid(c.head, "ccomp", "xcomp") < 0 && !t.is(c.head, "advcl")
}

// share gives a conjunct what it has in common with the first predicate: auxiliaries, voice, objects, adjuncts.
func (c *clause) share() {
	t, u := c.t, c.up
	if c.link != conjunct {
		if !c.passive && c.cop < 0 && t.participle(c.head) && t.kid(c.head, "aux") < 0 && !c.own {
			c.passive = c.link == participial || c.link == adverbial || c.link == complement || c.link == top
		}
		if c.link == participial && !c.own && !c.passive && c.mark == "" && !t.gerund(c.head) && len(c.agent)+len(t.all(c.head, "obl")) > 0 && len(c.obj) == 0 {
			c.passive = true // "the pier hit by the ferry"
		}
		if c.link == top && t.participle(c.head) && t.kid(c.head, "aux") < 0 && c.own && c.cop < 0 {
			// headlines: "Defector arrested after attempt"
			c.passive = len(c.obj) == 0
		}
		return
	}
	if c.own {
		return
	}
	if u.passive && !c.passive && t.participle(c.head) && len(c.aux) == 0 {
		c.passive = true
	}
	if len(c.obj) == 0 && !c.passive && u.cop < 0 && c.cop < 0 {
		for _, o := range u.obj {
			if o > c.head {
				c.obj = append(c.obj, o)
			}
		}
	}
	if len(c.agent) == 0 && c.passive {
		for _, o := range u.agent {
			if o > c.head {
				c.agent = append(c.agent, o)
			}
		}
	}
	for _, o := range u.obl {
		if o > c.head || o < u.head && t.timeHead(o) {
			c.obl = append(c.obl, o)
		}
	}
}

// timeHead reports whether the phrase of i is a time.
func (t *syntax) timeHead(i int) bool {
	if nameClass(t.toks[i].Name) == "Person" {
		return false // "Jan Palach", "Theresa May"
	}
	if t.toks[i].Text == "sun" {
		return false // no short Sunday
	}
	if w := t.toks[i].Text; w == "marches" || w == "march" && t.kid(i, "det", "amod", "compound", "nmod:poss") >= 0 {
		return false // no month
	}
	if t.lemma(i) == "half" && t.kid(i, "amod", "nummod", "nmod") < 0 {
		return false // "by nearly half"
	}
	if fractionOf[t.low(i)] > 2 && i > 0 && t.low(i-1) == "a" && t.kid(i, "nmod", "amod") < 0 {
		return false // "by a tenth"
	}
	if timeNouns[t.lemma(i)] && !t.tag(i, "VERB", "AUX") && t.lemma(i) != "fall" {
		return true
	}
	k := t.toks[i]
	if k.Kind == "time" || t.lemma(i) == "long" && t.prep(i) == "for" { // "for so long"
		return true
	}
	if len(k.Name) > 2 && (k.Name[2:] == "DATE" || k.Name[2:] == "TIME" || k.Name[2:] == "Date" || k.Name[2:] == "Time") {
		return true
	}
	if k.Tag == "NUM" && len(k.Text) == 4 && (k.Text[:2] == "19" || k.Text[:2] == "20" || k.Text[:2] == "18") {
		p := t.prep(i)
		return p == "in" || p == "since" || p == "from" || p == "by" || p == "until" || p == "to" || p == "" || p == "of"
	}
	return false
}
