package extract

// calledOther reports whether noun phrase i has a name beside it in apposition that is none of cluster k, which has names:
// "the French bank Armorica" is no other bank.
func (r *resolver) calledOther(i, k int) bool {
	m := r.refs[i]
	if m.Form != "noun" || len(r.clusters[k].names) == 0 {
		return false
	}
	n := m.named
	if n < 0 && m.appos >= 0 && m.tree.rel(m.Head) == "appos" {
		n = m.appos
	}
	return n >= 0 && r.refs[n].name != nil && r.of[n] >= 0 && r.of[n] != k && r.refs[n].plural <= 0
}

// ofOther reports whether noun phrase i is of something else than what cluster k is called by the same noun: "the driver
// of the goods train" is not "the driver of the commuter train".
func (r *resolver) ofOther(i, k int) bool {
	m := r.refs[i]
	if m.Form != "noun" || m.complement() < 0 && m.owner < 0 {
		return false
	}
	for _, c := range r.clusters[k].refs {
		o := r.refs[c]
		if c < i && o.Form == "noun" && o.lemma == m.lemma && r.differs(m, o) {
			return true
		}
		for _, d := range o.says {
			if d < i && r.refs[d].lemma == m.lemma && r.differs(m, r.refs[d]) {
				return true
			}
		}
	}
	return false
}

// differs reports whether two noun phrases of one noun are of different things: their owners or complements with "of" are
// different names or nouns, or ones that different words go with.
func (r *resolver) differs(m, o *ref) bool {
	a, b := r.belongs(m), r.belongs(o)
	if a == nil || b == nil {
		return false
	}
	if a.Form == "name" && b.Form == "name" {
		return a.Entity >= 0 && b.Entity >= 0 && a.Entity != b.Entity
	}
	if a.Form != "noun" || b.Form != "noun" || a.lemma != b.lemma {
		return false
	}
	apart := func(a, b *ref) bool {
		for _, w := range a.mods {
			if !contains(b.mods, w) {
				return true
			}
		}
		return false
	}
	return apart(a, b) && apart(b, a)
}

// belongs is what a noun phrase is of: its owner, else its complement with "of"; nil for none.
func (r *resolver) belongs(m *ref) *ref {
	if m.owner >= 0 {
		return r.refs[m.owner]
	}
	if c := m.complement(); c >= 0 {
		if j := r.index.Mention(m.Sentence, c); j >= 0 {
			return r.refs[j]
		}
	}
	return nil
}

// complement is the head of the phrase with "of" behind a noun, -1 for none.
func (r *ref) complement() int {
	t := r.tree
	for _, c := range t.children[r.Head] {
		if c > r.Head && t.tok[c].Rel == "nmod" {
			if k := t.child(c, "case"); k >= 0 && t.lower(k) == "of" {
				return c
			}
		}
	}
	return -1
}
