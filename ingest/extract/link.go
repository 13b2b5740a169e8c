package extract

// link is how a clause hangs under the one that governs it.
type link int

const (
	top         link = iota
	conjunct         // coordinated with it
	complement       // xcomp: no subject of its own
	content          // ccomp: that-clauses, reported speech
	adverbial        // advcl; see clause.mark
	relative         // acl:relcl
	participial      // acl with a participle: "the alliance supporting Ukraine"
	purpose          // acl with an infinitive: "an effort to clear"
	aside            // parataxis
	subject          // csubj
	inside           // anything else: a gerund in a noun's place
)

// setLink finds how c hangs under its governor, and the word that introduces it.
func (c *clause) setLink() {
	t, i := c.t, c.head
	for _, m := range t.all(i, "mark", "case") {
		if m < i {
			c.mark = t.low(m)
			for _, f := range t.all(m, "fixed") {
				c.mark += " " + t.low(f)
			}
			if c.mark != "to" {
				break
			}
		}
	}
	if c.mark == "" && t.is(i, "advcl", "parataxis", "ccomp") && c.up != nil && i < c.up.head && t.inverted(i) && !t.question() {
		c.mark = "if"
	}
	if c.up == nil {
		return
	}
	h := t.toks[i].Head
	switch {
	case t.is(i, "conj") && h == c.up.head && t.kid(i, "cc") < 0 && (c.mark == "that" || c.mark == "whether") && speechVerbs[t.lemma(h)]:
		c.link = content
	case t.is(i, "conj") && h == c.up.head:
		c.link = conjunct
	case c.mark == "if" && t.is(i, "parataxis", "ccomp") && t.inverted(i):
		c.link = adverbial
	case t.is(i, "xcomp"):
		c.link = complement
	case t.is(i, "ccomp"):
		c.link = content
		if t.kid(i, "nsubj", "csubj", "expl", "nsubj:pass") < 0 && (c.mark == "to" && !t.left(i) || t.gerund(i)) {
			c.link = complement
		}
	case t.is(i, "advcl") && c.mark == "that" && speechVerbs[t.lemma(h)] && t.kid(h, "ccomp") < 0 && i > h:
		c.link = content
	case t.is(i, "advcl") && c.mark == "to" && c.callee() >= 0:
		c.link = complement
	case t.is(i, "advcl") && c.mark == "to" && i > h && t.kid(h, "obj", "xcomp") < 0 && promising[t.lemma(h)] && t.kid(i, "nsubj") < 0 && t.kid(h, "cop", "aux:pass") < 0:
		c.link = complement
	case t.is(i, "advcl"):
		c.link = adverbial
	case t.is(i, "acl:relcl"):
		c.link, c.noun = relative, h
	case t.is(i, "acl"):
		c.link, c.noun = participial, h
		if c.mark == "to" {
			c.link = purpose
		}
		if c.mark == "that" || t.kid(i, "nsubj") >= 0 && c.mark != "to" {
			c.link = content
		}
	case t.is(i, "parataxis"):
		c.link = aside
	case t.is(i, "csubj") && (c.up.expl() || t.is(i, "csubj:pass")) && i > c.up.head:
		c.link = content
	case t.is(i, "csubj"):
		c.link = subject
	default:
		c.link = inside
	}
}

// left reports whether infinitive i stands in a question that is left open: "has not decided how to vote".
func (t *syntax) left(i int) bool {
	for _, k := range t.all(i, "advmod", "mark", "obj") {
		if w := t.low(k); k < i-1 && t.low(k+1) == "to" && (w == "how" || w == "when" || w == "where" || w == "whether" || w == "what" || w == "whom") && t.infinitive(i) {
			return true
		}
	}
	return false
}

// callees are the prepositions of those whom a verb asks to do something: "called on the minister to resign".
var callees = map[string]string{"call": "on", "appeal": "to", "plead": "with", "prevail": "on", "signal": "to", "shout": "to", "lobby": "with"}

// callee is the noun of whom c's governor asks to do what c says, -1 for none.
func (c *clause) callee() int {
	t, u := c.t, c.up
	if u == nil || u.passive || callees[t.lemma(u.head)] == "" || c.mark != "to" || t.kid(c.head, "nsubj") >= 0 || t.kid(u.head, "obj") >= 0 {
		return -1
	}
	for _, k := range t.all(u.head, "obl") {
		if k < c.head && (t.prep(k) == callees[t.lemma(u.head)] || t.lemma(u.head) == "call" && t.prep(k) == "upon") {
			return k
		}
	}
	return -1
}

// expl reports whether c's subject is an "it" that stands for a clause.
func (c *clause) expl() bool {
	k := c.t.kid(c.head, "expl", "nsubj")
	return k >= 0 && c.t.low(k) == "it"
}

// inverted reports whether the adverbial clause i is a condition by word order: "Had it happened later".
func (t *syntax) inverted(i int) bool {
	s := t.kid(i, "nsubj", "expl")
	if s < 0 {
		return false
	}
	first := append(t.all(i, "aux", "cop"), max(t.yield(i, nil)[0]-1, 0))
	for _, a := range first {
		if w := t.low(a); a < s && t.tag(a, "AUX", "VERB") && (w == "had" || w == "should" || w == "were") {
			return true
		}
	}
	return false
}

// setOver marks c where its governor only says how, whether or when c holds.
func (c *clause) setOver() {
	u := c.up
	if u == nil || c.link != complement {
		return
	}
	f, ok := c.frame()
	c.over = ok && f.drop
}

// frame returns what the governor of c does to it.
func (c *clause) frame() (frame, bool) {
	u := c.up
	if u == nil || c.link != complement {
		return frame{}, false
	}
	l := u.t.lemma(u.head)
	if u.cop < 0 && u.passive {
		if f, ok := passiveFrames[l]; ok {
			return f, true
		}
		if f, ok := objectFrames[l]; ok {
			return f, true
		}
	}
	if u.cop < 0 && (len(u.obj) > 0 || len(u.iobj) > 0 || c.callee() >= 0) && !subjectControl[l] {
		f, ok := objectFrames[l]
		return f, ok
	}
	if u.cop < 0 && c.mark == "for" && callingFor[l] && u.t.infinitive(c.head) {
		return frame{future: true, certainty: possible}, true
	}
	f, ok := subjectFrames[l]
	return f, ok
}

// callingFor are verbs that ask for something to be done: "called for him to resign".
var callingFor = set("call push press appeal plead ask campaign lobby wait hope beg petition pray argue")
