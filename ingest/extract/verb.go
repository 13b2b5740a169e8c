package extract

import (
	"slices"
	"strings"

	"kg/graph"
)

// argument is an adverbial or prepositional argument with what it is to its clause.
type argument struct {
	head int
	prep string
	time bool
}

// arguments sorts c's prepositional arguments: the first that is a participant is the main one.
func (a *analysis) arguments(c *clause) (parts, rest []argument) {
	t := c.t
	for _, k := range c.obl {
		p := t.prep(k)
		g := argument{head: k, prep: p}
		d := t.deref(k)
		e, isTime := a.times[t.n][k]
		switch {
		case adverbials[p+" "+t.low(k)] && t.kid(k, "det", "amod", "nmod", "nmod:poss", "acl", "compound", "acl:relcl") < 0:
			rest = append(rest, g)
		case isTime && e.Kind == Duration && p == "to": // "sentenced to six years"
			parts = append(parts, g)
		case (isTime || t.timeHead(d) && !a.named(t, d)) && !t.timeOf(d):
			g.time = true
			rest = append(rest, g)
		case accordingTo(p) || dependent(t, k) || adjunctPrep[strings.ReplaceAll(p, " ", "-")]:
			rest = append(rest, g)
		case timePreps[p] && !(a.named(t, d) && t.toks[d].Kind != "event") && p != "by" && p != "before" && p != "after" && p != "amid":
			g.time = true
			rest = append(rest, g)
		case p == "" || t.tag(k, "ADJ") && t.kid(k, "det", "nmod:poss", "nmod") < 0: // "at least", "in full"
			rest = append(rest, g)
		default:
			parts = append(parts, g)
		}
	}
	if k := t.kid(c.head, "xcomp"); k > c.head && appointing[t.lemma(c.head)] && t.roleNoun(k) && t.prep(k) == "" {
		parts = append(parts, argument{head: k, prep: "as"})
	}
	slices.SortStableFunc(parts, func(x, y argument) int {
		// what follows the verb is closer to it than what opens the sentence
		switch {
		case x.head > c.head && y.head < c.head:
			return -1
		case x.head < c.head && y.head > c.head:
			return 1
		}
		return 0
	})
	return parts, rest
}

// timeOf reports whether time noun i measures something else: "months of negotiations".
func (t *syntax) timeOf(i int) bool {
	for _, k := range t.all(i, "nmod") {
		if k > i && t.prep(k) == "of" && !t.timeHead(k) && t.feat(i, "Number") == "Plur" {
			return true
		}
	}
	return false
}

// adjunctPrep are prepositions of circumstances that are not participants.
var adjunctPrep = set(`because because-of due-to owing-to thanks-to despite although instead besides like as-well-as unlike including regardless without`)

// named reports whether token i heads a proper name that is not a time.
func (a *analysis) named(t *syntax, i int) bool {
	if t.timeHead(i) {
		return false
	}
	if t.tag(i, "PROPN") || isProperName(t.toks[i].Name) {
		return true
	}
	if m := a.index.Mention(t.n, i); m >= 0 {
		if e := a.doc.Mentions[m].Entity; e >= 0 {
			return properName(a.doc.Entities[e].Name) && a.doc.Mentions[m].Form == "pronoun"
		}
	}
	return false
}

// subjects are the subject values of c; ok is false where it has none.
func (a *analysis) subjects(c *clause, heads []int) []graph.Value {
	var out []graph.Value
	if v, ok := a.officeHolder(c.t, heads); ok {
		return []graph.Value{v}
	}
	for _, i := range heads {
		if a.expletive(c.t, c.t.deref(i)) {
			continue
		}
		out = append(out, a.spread(c.t, i)...)
	}
	return out
}

// officeHolder is the one person whose several titles heads are: "President and Chief Executive, Tom Enders".
func (a *analysis) officeHolder(t *syntax, heads []int) (graph.Value, bool) {
	if len(heads) < 2 {
		return graph.Value{}, false
	}
	name := -1
	for _, h := range heads {
		if !titleWords[t.low(h)] && t.low(h) != "officer" && t.low(h) != "executive" {
			if h == heads[len(heads)-1] && t.tag(h, "PROPN") && a.value(t, h).Class == "Person" && t.kid(h, "cc") < 0 {
				name = h
				continue
			}
			return graph.Value{}, false
		}
		if p := t.kid(h, "appos"); p >= 0 && t.tag(p, "PROPN") {
			name = p
		}
	}
	if name < 0 {
		return graph.Value{}, false
	}
	return a.value(t, name), true
}

// verbs states what verbs say.
func verbs(a *analysis, x *Extractor, t *syntax) {
	for _, c := range a.all[t.n] {
		if c.cop >= 0 || !t.tag(c.head, "VERB", "AUX") || c.there {
			continue
		}
		if why := a.unfit(c); why != "" {
			a.skip = append(a.skip, Skipped{Span: t.span([]int{c.head}), Sentence: t.n, Extractor: x.Name, Reason: why})
			continue
		}
		a.verb(x, c)
	}
}

func (a *analysis) verb(x *Extractor, c *clause) {
	t := c.t
	l := t.lemma(c.head)
	subj, patients := a.subjects(c, c.subj), []graph.Value(nil)
	var objHeads []int
	if c.passive {
		subj, objHeads = a.subjects(c, c.agent), c.subj
	} else {
		objHeads = c.obj
	}
	if a.speech(x, c, subj) {
		return
	}
	u := a.proverb(c)
	if u == nil {
		if u = a.elided(c); u != nil { // "does not intend to"
			st := *a.status(c)
			st.apply(subjectFrames[l])
			c.memo = &st
		}
	}
	if u != nil {
		objects := a.subjects(u, u.obj)
		if len(objects) == 0 {
			objects = []graph.Value{{}}
		}
		for _, s := range subj {
			for _, o := range objects {
				a.emit(x, c, graph.Statement{Subject: s, Relation: u.relation(""), Object: o})
			}
		}
		return
	}
	if k := t.kid(c.head, "xcomp"); k >= 0 && !c.passive && opining[l] && t.tag(k, "ADJ") && !statesOf[t.lemma(k)] {
		return // a verdict
	}
	parts, _ := a.arguments(c)
	extra := ""
	if c.passive && len(c.obj) > 0 && giving[l] && len(patients) == 0 { // "was given three doses"
		var to []graph.Role
		for _, v := range a.subjects(c, c.subj) {
			to = append(to, graph.Role{Name: "to", Value: v})
		}
		doers := subj
		if len(doers) == 0 {
			doers = []graph.Value{{}}
		}
		for _, s := range doers {
			for _, o := range c.obj {
				a.emit(x, c, graph.Statement{Subject: s, Relation: c.relation(""), Object: a.value(t, o), Quantity: a.restriction(c, o, -1), Roles: append(to, a.roles(c, parts)...)})
			}
		}
	}
	if c.passive && t.low(c.head) == "born" {
		for _, s := range a.subjects(c, c.subj) {
			a.emit(x, c, graph.Statement{Subject: s, Relation: bare("be born", c.relation("").Text), Roles: a.roles(c, parts)})
		}
		return
	}
	// verb and noun that are one predicate
	if !c.passive && len(objHeads) == 1 && idioms[l+" "+t.lemma(objHeads[0])] {
		extra = t.lemma(objHeads[0])
		objHeads = nil
	}
	for n, p := range parts {
		if touch[p.prep+"/"+t.lemma(p.head)] && len(objHeads) == 0 && !(t.lemma(p.head) == "court" && t.kid(p.head, "det") >= 0) {
			extra = join(extra, p.prep, t.lemma(p.head))
			parts = append(append([]argument{}, parts[:n]...), parts[n+1:]...)
			if nm := t.kid(p.head, "nmod"); nm >= 0 {
				parts = append([]argument{{head: nm, prep: t.prep(nm)}}, parts...)
			}
			break
		}
	}
	var heads []int // of patients
	for _, o := range objHeads {
		if a.expletive(t, t.deref(o)) || t.low(o) == "us" && o+1 < len(t.toks) && t.toks[o+1].Text == "$" {
			continue
		}
		for _, v := range a.spread(t, o) {
			patients, heads = append(patients, v), append(heads, o)
		}
	}
	sub := subj
	if len(sub) == 0 {
		if len(patients) == 0 {
			a.skip = append(a.skip, Skipped{Span: t.span([]int{c.head}), Sentence: t.n, Extractor: x.Name, Reason: "neither subject nor object"})
			return
		}
		sub = []graph.Value{{}}
	}
	switch {
	case len(patients) > 0:
		rel := c.relation(extra)
		if c.link == participial && c.passive && len(subj) == 0 && a.states(x, c, patients, parts) {
			return
		}
		paired := t.respectively(c) && len(sub) == len(patients)
		for m, s := range sub {
			for n, o := range patients {
				if paired && m != n {
					continue
				}
				q := a.restriction(c, heads[n], c.doer(m, len(sub)))
				roles := append(a.roles(c, parts), a.within(t, heads[n])...)
				if !properName(s.Name) && !slices.ContainsFunc(roles, func(r graph.Role) bool { return r.Name == "of" }) {
					roles = append(roles, a.possessor(t, c.doer(m, len(sub)))...)
				}
				a.state(x, c, t.denied(heads[n]) != c.setAgainst(m, len(sub)), graph.Statement{Subject: s, Relation: rel, Object: o, Quantity: q, Roles: roles})
			}
		}
		if c.passive && len(subj) == 0 {
			a.states(x, c, patients, parts)
		} else {
			a.others(x, c, sub, patients, parts)
		}
	case len(parts) > 0 && !c.passive:
		p := parts[0]
		rel := c.relation(join(extra, p.prep), t.prepIDs(p.head)...)
		for m, s := range sub {
			for _, k := range t.conj(p.head) {
				q := a.restriction(c, k, c.doer(m, len(sub)))
				a.state(x, c, t.denied(k) != c.setAgainst(m, len(sub)), graph.Statement{Subject: s, Relation: rel, Object: a.value(t, k), Quantity: q, Roles: append(a.roles(c, parts[1:]), a.within(t, k)...)})
			}
		}
		a.others(x, c, sub, nil, parts[1:])
	default:
		if k := a.gerundArgument(c); k >= 0 {
			ids := t.clauseText(k)
			for len(ids) > 1 && t.is(ids[0], "mark", "case") {
				ids = ids[1:]
			}
			w := t.words(ids)
			for m, s := range sub {
				a.state(x, c, c.setAgainst(m, len(sub)), graph.Statement{Subject: s, Relation: c.relation(join(extra, a.at[t.n][k].mark)), Object: graph.Value{Name: w, Text: w, Class: "Clause"}})
			}
			return
		}
		if o, ok := a.clauseObject(c); ok {
			for m, s := range sub {
				a.state(x, c, c.setAgainst(m, len(sub)), graph.Statement{Subject: s, Relation: c.relation(extra), Object: o})
			}
			return
		}
		for m, s := range sub {
			if s.None() {
				continue
			}
			q := a.restriction(c, -1, c.doer(m, len(sub)))
			a.state(x, c, c.setAgainst(m, len(sub)), graph.Statement{Subject: s, Relation: c.relation(extra), Quantity: q, Roles: a.roles(c, parts)})
		}
	}
}

// setAgainst reports whether the mth of n doers is set against the others: "Norway and not Sweden signed".
func (c *clause) setAgainst(m, n int) bool {
	k := c.doer(m, n)
	return k >= 0 && c.t.denied(k)
}

// giving are verbs whose passive keeps the thing that is given as its object.
var giving = set("give award offer grant hand send pay lend deny owe sell promise allocate guarantee")

// doer is the token of the mth of n doers, -1 where these are not one for one the tree's.
func (c *clause) doer(m, n int) int {
	heads := c.subj
	if c.passive {
		heads = c.agent
	}
	if n != len(heads) {
		return -1
	}
	return heads[m]
}

// clauseObject is the clause or the state that completes c where it has no object.
func (a *analysis) clauseObject(c *clause) (graph.Value, bool) {
	t := c.t
	for _, k := range t.all(c.head, "ccomp") {
		w := t.words(t.clauseText(k))
		return graph.Value{Name: w, Text: w, Class: "Clause"}, true
	}
	for _, k := range t.all(c.head, "xcomp") {
		d := a.at[t.n][k]
		if d == nil {
			v := a.value(t, k)
			return v, true
		}
		if !d.over && t.gerund(k) && !phases[t.lemma(c.head)] {
			w := t.words(t.clauseText(k))
			return graph.Value{Name: w, Text: w, Class: "Clause"}, true
		}
	}
	return graph.Value{}, false
}

// gerundPreps introduce a clause that is a prepositional argument: "result in the claim being withdrawn".
var gerundPreps = set("in of to on about for at from into with against")

// gerundArgument is the clause that a preposition of c governs, -1 for none.
func (a *analysis) gerundArgument(c *clause) int {
	for _, k := range c.t.all(c.head, "advcl", "ccomp") {
		if d := a.at[c.t.n][k]; d != nil && gerundPreps[d.mark] && !(d.mark == "with" && d.own) && k > c.head && !c.t.infinitive(k) {
			return k
		}
	}
	return -1
}

// states gives a passive without an agent a statement about its patient: "was taken to hospital".
// It reports whether it did.
func (a *analysis) states(x *Extractor, c *clause, patients []graph.Value, parts []argument) bool {
	t := c.t
	for _, p := range parts {
		if c.link == participial && !goals[p.prep] && !(placed[t.lemma(c.head)] && p.prep == "in") {
			continue
		}
		if p.time || p.prep == "by" && t.measure(p.head) || c.mood().would || p.prep == "in" && t.toks[p.head].Kind == "event" {
			continue
		}
		rel := bare("be "+t.low(c.head)+" "+p.prep, c.relation(p.prep, t.prepIDs(p.head)...).Text)
		for n, s := range patients {
			q := graph.Quantity{}
			if len(patients) == len(c.subj) {
				q = a.quantity(t, c.subj[n])
			}
			for _, k := range t.conj(p.head) {
				a.state(x, c, t.denied(k) != (len(patients) == len(c.subj) && t.denied(c.subj[n])), graph.Statement{Subject: s, Relation: rel, Object: a.value(t, k), Quantity: q})
			}
		}
		return true
	}
	return false
}

// placed are participles that say where their noun is.
var placed = set("base locate situate headquarter")

// goals are prepositions that make a bare participle a state of its noun: "attached to the wall".
var goals = set("to from at into against")

// respectively reports whether c pairs its subjects with its objects one by one.
func (t *syntax) respectively(c *clause) bool {
	for _, i := range t.yield(c.head, nil) {
		if t.low(i) == "respectively" {
			return true
		}
	}
	return false
}

// others states the further arguments of c that are things with names: who it was done with, for, against.
func (a *analysis) others(x *Extractor, c *clause, subj, patients []graph.Value, parts []argument) {
	t := c.t
	for _, p := range parts {
		if p.time || !a.named(t, t.deref(p.head)) || placePreps[p.prep] {
			continue
		}
		rel := c.relation(p.prep, t.prepIDs(p.head)...)
		for m, s := range subj {
			if s.None() {
				continue
			}
			for _, k := range t.conj(p.head) {
				a.state(x, c, t.denied(k) != c.setAgainst(m, len(subj)), graph.Statement{Subject: s, Relation: rel, Object: a.value(t, k)})
			}
		}
	}
}

func (a *analysis) roles(c *clause, parts []argument) []graph.Role {
	var out []graph.Role
	for _, i := range c.iobj {
		out = append(out, graph.Role{Name: "to", Value: a.value(c.t, i)}) // "lent Poland the drill"
	}
	for _, p := range parts {
		for _, k := range c.t.conj(p.head) {
			if !c.t.denied(k) {
				out = append(out, graph.Role{Name: p.prep, Value: a.value(c.t, k)})
			}
		}
	}
	return out
}

func join(words ...string) string {
	out := ""
	for _, w := range words {
		if w != "" {
			if out != "" {
				out += " "
			}
			out += w
		}
	}
	return out
}
