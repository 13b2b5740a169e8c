package extract

import "strings"

// ownSubject gives "its" within the object of a verb that verb's subject, where "it" may stand for this: "Skyline has
// stopped its payments".
func (r *resolver) ownSubject(i int) bool {
	m := r.refs[i]
	t := m.tree
	h := t.tok[m.Head].Head
	if (m.word == "his" || m.word == "her") && m.role == "poss" && h >= 0 && kin[strings.ToLower(t.tok[h].Lemma)] {
		return r.ownKin(i, h)
	}
	if m.word != "its" || m.role != "poss" {
		return false
	}
	for n := 0; h >= 0 && t.rel(h) == "nmod" && n < len(t.tok); n++ {
		h = t.tok[h].Head
	}
	if h < 0 || t.rel(h) != "obj" && t.rel(h) != "obl" {
		return false
	}
	v := t.tok[h].Head
	s := t.subjectOf(v)
	if to := t.child(v, "iobj"); to >= 0 && to < m.Head {
		s = to // "the takeover could cost Marinex its licence"
	}
	return s >= 0 && (t.rel(h) == "obj" || t.rel(h) == "obl" && t.tok[s].Tag == "PROPN" && t.child(h, "case") >= 0 && t.lower(t.child(h, "case")) == "for") && r.takeSubject(i, s)
}

// kin are nouns for relatives.
var kin = set("husband wife father mother son daughter brother sister grandmother grandfather grandson granddaughter uncle aunt nephew niece cousin fiancé fiancée widow widower stepfather stepmother")

// ownKin gives the possessive i of the noun for a relative at token h the person who is named as the subject of the clause and
// alone in it before: "Holm thanked her sister".
func (r *resolver) ownKin(i, h int) bool {
	m := r.refs[i]
	t := m.tree
	if t.rel(h) != "obj" && t.rel(h) != "obl" {
		return false
	}
	s := t.subjectOf(t.tok[h].Head)
	for j := i - 1; j >= 0 && r.refs[j].Sentence == m.Sentence; j-- {
		if o := r.refs[j]; o.Head != s && o.sex&m.sex != 0 && o.plural <= 0 && r.classOf(j) == "Person" && o.appos < 0 && o.Form != "relative" {
			return false
		}
	}
	j := r.index.Mention(m.Sentence, s)
	return j >= 0 && r.refs[j].Form == "name" && r.classOf(j) == "Person" && r.takeSubject(i, s)
}

// subjectOf is the subject of verb v, the one that it shares with the verb before it or takes from one above among them;
// -1 for none.
func (t *tree) subjectOf(v int) int {
	for n := 0; v >= 0 && n < len(t.tok); n++ {
		if s := t.child(v, "nsubj"); s >= 0 {
			return s
		}
		switch t.rel(v) {
		case "conj":
		case "xcomp":
			if up := t.tok[v].Head; up >= 0 && t.child(up, "obj", "iobj") >= 0 {
				return -1
			}
		default:
			return -1
		}
		v = t.tok[v].Head
	}
	return -1
}

// takeSubject joins the pronoun i with the subject that heads at token s, where this is named or has a noun of its own.
func (r *resolver) takeSubject(i, s int) bool {
	m := r.refs[i]
	j := r.index.Mention(m.Sentence, s)
	if j < 0 || j >= i || r.of[j] < 0 && r.refs[j].Form != "noun" {
		return false
	}
	o := r.refs[j]
	if o.Form != "name" && o.Form != "noun" || o.Form == "noun" && (o.det == "indef" || o.det == "bare") || o.plural > 0 ||
		!mayRefer(r.refs, i, j) || !r.fits(i, j) {
		return false
	}
	r.join(i, j)
	return true
}

// ownWords gives "it" that does something in reported speech the organization or country that speaks: "Fjordmar said that
// it would dismiss 150 workers".
func (r *resolver) ownWords(i int) bool {
	m := r.refs[i]
	if m.word != "it" || m.role != "subj" || m.quote >= 0 || m.verb < 0 {
		return false
	}
	t := m.tree
	v := t.tok[m.Head].Head
	if v < 0 || t.tok[v].Tag != "VERB" || t.rel(v) != "ccomp" || happening[strings.ToLower(t.tok[v].Lemma)] {
		return false
	}
	up := t.tok[v].Head
	if up < 0 || up > v || !cueVerbs[strings.ToLower(t.tok[up].Lemma)] {
		return false
	}
	s := t.subjectOf(up)
	if s < 0 {
		return false
	}
	j := r.index.Mention(m.Sentence, s)
	if j < 0 {
		return false
	}
	class := r.classOf(j)
	return (class == "Organization" || class == "Place") && r.takeSubject(i, s)
}

// happening are verbs for what things do, not organizations.
var happening = set("cost happen last expire occur contain violate mean follow result depend matter seem appear remain take come go work fail rise fall affect concern lead cause reach")

// samePerson gives "he" or "she" at the beginning of a sentence the person whose name was the subject of the sentence
// before, where that speaks of nobody else who could be meant, or the one says something.
func (r *resolver) samePerson(i int) bool {
	m := r.refs[i]
	if !m.heOrShe() || m.role != "subj" && m.role != "subjpass" || m.quote >= 0 || m.first > 0 && !r.quoting(i) || m.Sentence == 0 {
		return false
	}
	best, says := -1, m.verb >= 0 && cueVerbs[strings.ToLower(m.tree.tok[m.verb].Lemma)]
	several, judged := false, false
	for j := i - 1; j >= 0 && r.refs[j].Sentence >= m.Sentence-1; j-- {
		o := r.refs[j]
		if o.Sentence != m.Sentence-1 || r.classOf(j) != "Person" && o.Form != "pronoun" || r.nested(j) || o.Form == "relative" || o.plural > 0 || o.sex&m.sex == 0 || o.sex == neuter || o.person != 3 {
			continue
		}
		if o.Form == "pronoun" && o.sex&neuter != 0 {
			continue
		}
		k := r.of[r.described(j)]
		if k < 0 {
			return false
		}
		if best >= 0 && k != r.of[best] {
			if !says {
				return false
			}
			if r.judges(j) { // "Anna Berg thanked Ida Lund. She said": who spoke before speaks on
				best, judged = r.described(j), true
			}
			several = true
			continue
		}
		if o.Form == "name" && (best < 0 || r.refs[best].Form != "name" || j < best) || best < 0 {
			best = r.described(j)
		}
	}
	if best < 0 || r.refs[best].Form != "name" || several && !judged {
		return false
	}
	o := r.refs[best]
	subject := o.role == "subj" || o.role == "subjpass" || o.role == "obj" || // the only person there
		o.appos >= 0 && r.refs[o.appos].named == best
	for _, d := range o.says {
		subject = subject || r.refs[d].role == "subj" || r.refs[d].role == "subjpass"
	}
	if !subject || !r.mainSubject(best) || !mayRefer(r.refs, i, best) || !r.fits(i, best) {
		return false
	}
	r.join(i, best)
	return true
}

// quoting reports whether nothing but a quotation stands before the pronoun i in its sentence: "…," he said.
func (r *resolver) quoting(i int) bool {
	m := r.refs[i]
	q := r.openingQuote(m)
	return q != nil && m.tree.tok[m.first].Start-q.End < 4
}

// openingQuote is the quotation that begins m's sentence and is the last to begin before m, behind whose end m stands; nil for none.
func (r *resolver) openingQuote(m *ref) *Quote {
	k := r.quotesUntil(m) - 1
	if k < 0 {
		return nil
	}
	if q := &r.quotes[k]; q.Sentence == m.Sentence && q.Start <= m.tree.tok[0].End && q.End <= m.Start {
		return q
	}
	return nil
}

// saysThis reports whether the pronoun i is the speaker of a quotation in its own sentence that c stands in: who says "A neighbour may
// look in" is no neighbour.
func (r *resolver) saysThis(i, c int) bool {
	m, q := r.refs[i], r.refs[c].quote
	return q >= 0 && m.Form == "pronoun" && m.quote < 0 && r.quotes[q].Sentence == m.Sentence && r.quotes[q].Cue >= 0 && r.quotes[q].Cue == m.verb && (m.role == "subj" || m.role == "subjpass") && r.refs[c].person == 3
}

// judges reports whether the name j is the subject of its sentence's main verb, which says what it thinks of others.
func (r *resolver) judges(j int) bool {
	o := r.refs[j]
	return o.Form == "name" && (o.role == "subj" || o.role == "subjpass") && o.verb >= 0 && o.tree.tok[o.verb].Head < 0 && verdictVerbs[strings.ToLower(o.tree.tok[o.verb].Lemma)]
}

// verdictVerbs are verbs for what somebody says of, or to, somebody else.
var verdictVerbs = set("thank praise criticise criticize accuse blame congratulate condemn attack denounce rebuke urge warn commend defend support endorse mock")

// mainSubject reports whether the mention, or the noun phrase that it stands beside, is in the main clause of its sentence.
func (r *resolver) mainSubject(j int) bool {
	o := r.refs[j]
	for _, d := range append([]int{j}, o.says...) {
		if v := r.refs[d].verb; v >= 0 && o.tree.tok[v].Head < 0 {
			return true
		}
	}
	return false
}

// classOf is the class of what mention j stands for.
func (r *resolver) classOf(j int) string {
	if k := r.of[r.described(j)]; k >= 0 {
		return r.clusters[k].class
	}
	return r.refs[j].Class
}

// nested reports whether mention j stands, without a possessive, within what describes somebody named: "Winther, a partner
// of Halvorsen".
func (r *resolver) nested(j int) bool {
	o := r.refs[j]
	if o.role != "nmod" {
		return false
	}
	h := r.index.Mention(o.Sentence, o.tree.tok[o.Head].Head)
	return h >= 0 && r.refs[h].Form == "noun" && (r.refs[h].appos >= 0 || r.refs[h].named >= 0)
}
