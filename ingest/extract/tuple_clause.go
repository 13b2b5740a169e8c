package extract

import "sort"

// clause makes the tuples of one clause: one with all its arguments, or one for each of several coordinated objects.
func (w *wording) clause(c *clause) {
	t := w.t
	subj := w.subject(c)
	rel := w.relation(c)
	// governors that give way: "plans to establish"
	if c.over && !c.up.there {
		rel = w.chain(c)
	} else if c.link == complement && !c.over && c.mark == "to" {
		rel = append(t.all(c.head, "mark"), rel...)
	}
	for _, d := range c.comp {
		if d.over && d.link == complement {
			return
		}
	}
	if c.there {
		w.there(c, rel)
		return
	}
	if c.cop >= 0 || !t.tag(c.head, "VERB", "AUX") {
		w.copula(c, rel, subj)
		return
	}
	if c.passive && t.kid(c.head, "aux:pass", "aux") < 0 && c.link == participial {
		rel = append([]int{w.be(c)}, rel...)
	}
	if (c.link == participial || c.link == adverbial && c.mark == "") && !c.passive && t.gerund(c.head) {
		rel = append([]int{w.be(c)}, rel...)
	}
	var rest [][]int
	var obj []int
	for _, k := range t.kids[c.head] {
		switch {
		case t.is(k, "obj"):
			obj = w.noun(k)
		case t.is(k, "iobj") && (t.kid(c.head, "obj", "ccomp", "xcomp") >= 0):
			rest = append(rest, w.noun(k))
		case t.is(k, "ccomp"):
			obj = t.trim(t.yield(k, func(j int) bool {
				return t.is(j, "parataxis") && t.speechAside(j)
			}))
		case t.is(k, "xcomp") && !w.covers(c, k):
			obj = append(obj, t.trim(t.yield(k, nil))...)
		}
	}
	if len(obj) == 0 && len(c.obj) > 0 && !c.passive {
		obj = w.noun(c.obj[0])
	}
	var obls []int
	for _, k := range c.obl {
		if t.deref(k) != k || accordingTo(t.prep(k)) {
			continue
		}
		obls = append(obls, k)
	}
	if c.passive {
		for _, k := range t.all(c.head, "obl:agent") {
			obls = append(obls, k)
		}
	}
	sort.Ints(obls)
	if len(obj) == 0 {
		// the first prepositional argument after the verb gives the relation its preposition
		for n, k := range obls {
			if k > c.head && t.prep(k) != "" && !t.timeHead(k) {
				rel = append(rel, t.prepIDs(k)...)
				obj = w.noun(k)
				obls = append(append([]int{}, obls[:n]...), obls[n+1:]...)
				break
			}
		}
	}
	for _, k := range obls {
		rest = append(rest, w.full(k))
	}
	for _, k := range t.all(c.head, "advcl") {
		if d := w.a.at[t.n][k]; d != nil && k > c.head && d.mark != "" {
			rest = append(rest, t.trim(t.yield(k, nil)))
		}
	}
	for _, k := range t.all(c.head, "advmod") {
		if t.timeHead(k) || len(t.kids[k]) > 0 && t.low(k) != "so" || k > c.head && !negator(t.low(k)) {
			rest = append(rest, t.trim(t.yield(k, nil)))
		}
	}
	if len(subj) == 0 {
		return
	}
	if len(obj) == 0 && len(rest) > 0 {
		obj, rest = rest[0], rest[1:]
	}
	if k := t.kid(c.head, "obj"); k >= 0 && len(t.conj(k)) > 1 {
		for _, j := range t.conj(k) {
			w.put("verb", c, rel, append([][]int{subj, t.trim(t.lastComma(t.wide(j)))}, rest...)...)
		}
		return
	}
	w.put("verb", c, rel, append([][]int{subj, obj}, rest...)...)
}

// copula makes the tuple of a clause with "be".
func (w *wording) copula(c *clause, rel, subj []int) {
	t := w.t
	if len(subj) == 0 {
		return
	}
	if c.cop < 0 {
		rel = []int{-1}
	}
	obj := w.noun(c.head)
	rel = append(rel, t.prepIDs(c.head)...)
	var rest [][]int
	for _, k := range t.all(c.head, "obl", "obl:unmarked") {
		if k < c.cop {
			rest = append(rest, w.full(k))
		}
	}
	w.put("copula", c, rel, append([][]int{subj, obj}, rest...)...)
}

// there makes the tuple of an existential clause: "repeated attempts; were by; the House of Stewart".
func (w *wording) there(c *clause, rel []int) {
	t := w.t
	for _, s := range c.subj {
		var args [][]int
		for _, k := range append(append([]int{}, c.obl...), t.all(s, "nmod")...) {
			if p := t.prepIDs(k); len(p) > 0 && len(args) == 0 && !t.timeHead(k) && t.low(p[0]) != "of" {
				subj := t.trim(t.yieldNP0(s, func(j int) bool { return j == k || t.is(j, "acl:relcl", "parataxis", "acl") }))
				args = append(args, subj, w.noun(k))
				w.put("existential", c, append(append([]int{}, rel...), p...), args...)
			}
		}
		if len(args) == 0 {
			w.put("existential", c, rel, []int{t.kid(c.head, "expl")}, w.noun(s))
		}
	}
}
