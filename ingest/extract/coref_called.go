package extract

import (
	"slices"
	"strings"
)

// calledThat gives a noun phrase for an organization the name that its clause says it has: "the new company will be called Norlin".
func (r *resolver) calledThat(i int) bool {
	m := r.refs[i]
	t := m.tree
	v := t.tok[m.Head].Head
	if m.Form != "noun" || m.plural > 0 || m.Class != "Organization" || m.det == "indef" || v < 0 || !naming[strings.ToLower(t.tok[v].Lemma)] || m.role != "subjpass" && m.role != "obj" {
		return false
	}
	for _, c := range t.children[v] {
		if c < v || c == m.Head || t.rel(c) != "xcomp" && t.rel(c) != "obj" {
			continue
		}
		if j := r.index.Mention(m.Sentence, c); j >= 0 && r.refs[j].Form == "name" && r.of[j] >= 0 && t.child(c, "case") < 0 {
			r.add(i, r.of[j])
			return true
		}
	}
	return false
}

// naming are verbs for giving a name.
var naming = set("call rename christen")

// newlyMade reports whether the noun m says that it is of what is yet to be or has just been made of others: "the new
// company", "the merged group". A name that the text has told of something older is not its.
func (m *ref) newlyMade() bool {
	if m.Form != "noun" || m.Class != "Organization" && !business[m.lemma] {
		return false
	}
	return slices.ContainsFunc(m.mods, func(w string) bool { return w == "new" || w == "merged" || w == "combined" || w == "future" })
}

// olderThan reports whether cluster k was there before what the noun phrase i says is new: nothing has told how it was
// founded or named.
func (r *resolver) olderThan(i, k int) bool {
	if !r.refs[i].newlyMade() || len(r.clusters[k].names) == 0 {
		return false
	}
	for _, c := range r.clusters[k].refs {
		o := r.refs[c]
		if c > i || o.Form != "name" {
			continue
		}
		t := o.tree
		for h, n := o.Head, 0; h >= 0 && n < 6; n++ {
			if founding[strings.ToLower(t.tok[h].Lemma)] {
				return false
			}
			h = t.tok[h].Head
		}
	}
	return true
}

// founding are words for how something comes to be or to its name.
var founding = set("found create form establish launch call name rename christen become open build merge merger buy sell combine start set")

// centralBank gives "the central bank" the one bank of a state whose name the text has told.
func (r *resolver) centralBank(i int) bool {
	m := r.refs[i]
	if m.Form != "noun" || m.lemma != "bank" || m.det != "def" || m.owner >= 0 || m.named >= 0 || m.goesOn() || len(m.mods) != 1 || m.mods[0] != "central" {
		return false
	}
	best := -1
	for k, c := range r.clusters {
		if c.merged >= 0 || c.class != "Organization" || len(c.refs) == 0 || c.refs[0] > i || !slices.ContainsFunc(c.forms, (*name).ofState) {
			continue
		}
		if best >= 0 {
			return false
		}
		best = k
	}
	if best < 0 {
		return false
	}
	r.add(i, best)
	return true
}

// ofState reports whether a bank's name is that of a state's own: "the Norwegian National Bank", "the Bank of Japan".
func (n *name) ofState() bool {
	k := slices.Index(n.words, "bank")
	if k < 0 || n.class != "Organization" {
		return false
	}
	if k > 0 {
		switch n.words[k-1] {
		case "national", "central", "reserve", "state":
			return len(n.words) > 2
		}
	}
	return k == 0 && len(n.words) > 2 && n.words[1] == "of" && countries()[strings.Join(n.words[2:], " ")]
}

// deed reports whether the pronoun m is called a thing that is done: "called it a bargain", "it was the gravest breach".
func (m *ref) deed() bool {
	if m.word != "it" || m.Form != "pronoun" {
		return false
	}
	t := m.tree
	v := t.tok[m.Head].Head
	if v < 0 {
		return false
	}
	p := -1
	switch {
	case m.role == "subj" && t.child(v, "cop") >= 0 && slices.ContainsFunc(t.children[v], func(k int) bool { return t.tok[k].XTag == "JJS" || t.lower(k) == "first" }):
		p = v
	case m.role == "obj" && naming[strings.ToLower(t.tok[v].Lemma)]:
		p = t.child(v, "xcomp")
	}
	return p >= 0 && t.tok[p].Tag == "NOUN" && (t.tok[p].Kind == "event" || words().class[strings.ToLower(t.tok[p].Lemma)] == "Event")
}

// coordinated joins the noun i for so many things with the only coordination of as many names of its kind in the text so
// far, where one of these has been named in the last sentences. It reports whether it has.
func (r *resolver) coordinated(i, n int) bool {
	m := r.refs[i]
	if m.Class != "Organization" && m.lemma != "country" && m.lemma != "nation" {
		return false
	}
	found := -1
	for c := i - 1; c >= 0; c-- {
		o := r.refs[c]
		if o.Form != "group" || r.of[c] < 0 {
			continue
		}
		k := r.of[c]
		if len(r.clusters[k].members) != n || !r.sameKind(m, r.clusters[k].members) {
			continue
		}
		if found >= 0 && membersKey(r.clusters[found].members) != membersKey(r.clusters[k].members) {
			return false
		}
		if found < 0 {
			found = k
		}
	}
	if found < 0 || !slices.ContainsFunc(r.clusters[found].members, func(k int) bool {
		return slices.ContainsFunc(r.clusters[k].refs, func(c int) bool { return c < i && m.Sentence-r.refs[c].Sentence <= 3 })
	}) {
		return false
	}
	r.add(i, found)
	return true
}

// kinsman reports whether the text has introduced cluster c as a relative of somebody: "his brother, Jan Holm".
func (r *resolver) kinsman(c int) bool {
	for _, i := range r.clusters[c].refs {
		m := r.refs[i]
		beside := slices.Clone(m.says)
		if m.appos >= 0 {
			beside = append(beside, m.appos)
		}
		for _, d := range beside {
			if o := r.refs[d]; kin[o.lemma] && (o.owner >= 0 || o.complement() >= 0) {
				return true
			}
		}
		t := m.tree
		for _, k := range t.children[m.Head] {
			if t.tok[k].Rel == "nmod:desc" && kin[strings.ToLower(t.tok[k].Lemma)] && (t.child(k, "nmod:poss") >= 0 || t.child(m.Head, "nmod:poss") >= 0) {
				return true
			}
		}
	}
	return false
}
