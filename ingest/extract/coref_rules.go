package extract

import "strings"

// ranked reports whether mention i is one that the ranker finds an antecedent for.
func (r *resolver) ranked(i int) bool {
	m := r.refs[i]
	switch m.Form {
	case "noun":
		return true
	case "pronoun":
		return m.personal() && !m.expletive
	}
	return false
}

// byRule decides what grammar or the ways of news settle without a ranker. It reports whether it has.
func (r *resolver) byRule(i int) bool {
	m := r.refs[i]
	if m.Form == "pronoun" {
		return r.inApposition(i) || r.movedThere(i) || r.goesOnSpeaking(i) || r.sharedObject(i) || r.ownSubject(i) || r.ownWords(i) || r.samePerson(i)
	}
	return r.calledThat(i) || r.several(i) || r.byAge(i) || r.byNation(i) || r.namedWithin(i) || r.theOfficer(i) || r.speakersOwn(i) || r.holdersOwn(i) || r.theOneOfKind(i) || r.centralBank(i) || r.theCompany(i)
}

// ownerBeside is the noun that possessive m's own noun is in apposition to: who it is not. "Karl Holm, his rival"; -1 for none.
func ownerBeside(m *ref) int {
	if m.Form != "pronoun" || m.role != "poss" {
		return -1
	}
	t := m.tree
	if k := t.tok[m.Head].Head; k >= 0 && t.rel(k) == "appos" {
		return t.tok[k].Head
	}
	return -1
}

// inApposition gives a pronoun within a phrase's apposition that phrase: "Anna Karlsson, a member all her life".
func (r *resolver) inApposition(i int) bool {
	m := r.refs[i]
	if m.person != 3 || m.reflexive || ownerBeside(m) >= 0 {
		return false
	}
	t := m.tree
	for k, n := m.Head, 0; k >= 0 && n < len(t.tok); n++ {
		h := t.tok[k].Head
		if t.rel(k) == "appos" && h >= 0 {
			if j := r.index.Mention(m.Sentence, h); j >= 0 && j != i && !t.besideRelative(m, h) && pronounMay(m, r.refs[j]) && r.of[j] >= 0 &&
				r.clusters[r.of[j]].sex&m.sex != 0 {
				r.join(i, j)
				return true
			}
		}
		if t.tok[k].Tag == "VERB" && t.rel(k) != "acl" {
			return false
		}
		k = h
	}
	return false
}

// goesOnSpeaking gives "he" or "she" that says something after a quotation to the quotation's speaker: "…," Lee said.
// "He also …".
func (r *resolver) goesOnSpeaking(i int) bool {
	m := r.refs[i]
	if m.role != "subj" || m.quote >= 0 || m.person != 3 || m.plural >= 0 || m.sex&neuter != 0 || m.verb < 0 || m.first > 2 {
		return false
	}
	if !cueVerbs[strings.ToLower(m.tree.tok[m.verb].Lemma)] {
		return false
	}
	best := -1
	for k := r.quotesUntil(m) - 1; k >= 0 && best < 0 && r.quotes[k].Sentence >= m.Sentence-2; k-- {
		if q := &r.quotes[k]; q.Speaker >= 0 && q.Sentence < m.Sentence && r.refs[q.Speaker].Form == "name" {
			best = q.Speaker
		}
	}
	if best < 0 || r.of[best] < 0 || !pronounMay(m, r.refs[best]) || r.clusters[r.of[best]].sex&m.sex == 0 {
		return false
	}
	for j := i - 1; j > best; j-- { // somebody else has come between
		if o := r.refs[j]; o.Form == "name" && o.Class == "Person" && o.quote < 0 && r.of[j] != r.of[best] && o.sex&m.sex != 0 {
			return false
		}
	}
	r.join(i, best)
	return true
}

// namedUnder reports whether cluster k is named in what the pronoun i is the subject of: who "admitted paying Teles" is not
// Teles.
func (r *resolver) namedUnder(i, k int) bool {
	m := r.refs[i]
	if m.Form != "pronoun" || m.role != "subj" && m.role != "subjpass" || m.verb < 0 {
		return false
	}
	t := m.tree
	for j := i + 1; j < len(r.refs) && r.refs[j].Sentence == m.Sentence; j++ {
		o := r.refs[j]
		if o.Form != "name" || r.of[j] != k || o.Head < m.verb {
			continue
		}
		h := o.Head
		for h >= 0 && h != m.verb {
			switch t.rel(h) {
			case "parataxis", "appos", "dep", "list", "advcl", "discourse":
				h = -1
			case "conj":
				if t.child(h, "nsubj") >= 0 || t.tok[h].Head == m.verb && t.tok[h].Tag == "VERB" {
					h = -1
				} else {
					h = t.tok[h].Head
				}
			default:
				h = t.tok[h].Head
			}
		}
		if h == m.verb {
			return true
		}
	}
	return false
}

// leads joins the person whom a lead introduces without a name with the name of the next sentences: "A man was arrested
// on Monday … John Doe, 34, was arrested after …". The two must be subjects of one verb, and the name new.
func (r *resolver) leads() {
	for i, m := range r.refs {
		if m.Sentence > 4 {
			return
		}
		if m.Form != "noun" || m.det != "indef" || m.plural >= 0 || m.Class != "Person" {
			continue
		}
		verbs := m.tree.verbsOf(m.Head)
		for j := i + 1; j < len(r.refs) && r.refs[j].Sentence <= m.Sentence+2; j++ {
			o := r.refs[j]
			if o.Form != "name" || o.Class != "Person" || o.Sentence == m.Sentence || o.name == nil || len(o.name.words) < 2 ||
				o.role != "subj" && o.role != "subjpass" || r.ctx.count[j] != 1 || m.sex&o.sex == 0 {
				continue
			}
			shared := false
			for v := range o.tree.verbsOf(o.Head) {
				shared = shared || verbs[v]
			}
			if shared && r.of[j] >= 0 {
				r.add(i, r.of[j])
				break
			}
		}
	}
}

// verbsOf are the lemmas of the verbs that h is subject or passive subject of, those joined with "and" among them.
func (t *tree) verbsOf(h int) map[string]bool {
	out := map[string]bool{}
	role, v := t.role(h)
	if role != "subj" && role != "subjpass" || v < 0 {
		return out
	}
	stack := []int{v}
	for len(stack) > 0 {
		k := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if l := strings.ToLower(t.tok[k].Lemma); t.tok[k].Tag == "VERB" && !light[l] {
			out[l] = true
		}
		for _, c := range t.children[k] {
			switch t.rel(c) {
			case "conj", "xcomp", "advcl", "acl":
				stack = append(stack, c)
			}
		}
	}
	return out
}

var light = map[string]bool{"be": true, "have": true, "do": true, "say": true, "make": true, "take": true, "go": true, "get": true}

// adopt gives a person's name, at its first mention, the pronouns before it that have found no name: a text that begins
// with "He". The name must be a subject or possessor, as what a text is about mostly is.
func (r *resolver) adopt(i int) {
	m := r.refs[i]
	k := r.of[i]
	if k < 0 || m.Class != "Person" || r.ctx.count[i] != 1 || m.role != "subj" && m.role != "subjpass" && m.role != "poss" {
		return
	}
	for n := len(r.orphans) - 1; n >= 0 && n >= len(r.orphans)-8; n-- {
		c := r.orphans[n]
		cl := r.clusters[c]
		if c == k || cl.merged >= 0 || !cl.orphan || cl.sex&r.clusters[k].sex == 0 || m.Sentence-r.refs[cl.refs[0]].Sentence > 6 {
			continue
		}
		fits := true
		for _, j := range cl.refs {
			if o := r.refs[j]; o.Sentence == m.Sentence && !structureAllows(r.refs, o, m, j, i) {
				fits = false
			}
		}
		if !fits {
			continue
		}
		refs := cl.refs
		cl.refs, cl.merged, cl.orphan = nil, k, false
		for _, j := range refs {
			r.add(j, k)
		}
		return
	}
}
