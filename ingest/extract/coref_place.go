package extract

import "strings"

// places makes places of lone words taken for persons' names that the text speaks of as places, more than once: "in Karzan",
// "to Karzan, where", "the government of Karzan".
func (r *resolver) places() {
	for _, c := range r.clusters {
		if c.class != "Person" || c.merged >= 0 {
			continue
		}
		signs, least := 0, 2
		for _, i := range c.refs {
			m := r.refs[i]
			if m.name == nil || len(m.name.words) != 1 || m.name.title != "" || m.named >= 0 || m.appos >= 0 || len(m.says) > 0 || m.role == "subj" && m.verb >= 0 && cueVerbs[strings.ToLower(m.tree.tok[m.verb].Lemma)] {
				signs = -1
				break
			}
			if m.asPlace() {
				signs++
			}
			if given(m.name.words[0]) != 0 {
				least = 3
			}
		}
		if signs < least {
			continue
		}
		c.class, c.sex = "Place", neuter
		for _, i := range c.refs {
			m := r.refs[i]
			m.Class, m.sex, m.name.class, m.name.sex = "Place", neuter, "Place", neuter
		}
	}
}

// asPlace reports whether a name stands where places do.
func (r *ref) asPlace() bool {
	if r.beforeWhere() {
		return true
	}
	t := r.tree
	h := t.tok[r.Head].Head
	if h < 0 {
		return false
	}
	up := strings.ToLower(t.tok[h].Lemma)
	if p := t.child(r.Head, "case"); p >= 0 && p < r.Head && t.rel(r.Head) != "conj" {
		switch w := t.lower(p); {
		case t.tok[r.Head].Rel == "nmod:poss":
		case w == "in" || w == "across":
			return t.rel(r.Head) == "obl" && t.tok[h].Tag == "VERB" && !trusting[up] || t.rel(r.Head) == "nmod" && !trusting[up]
		case w == "of":
			return t.rel(r.Head) == "nmod" && placeHas[up]
		}
	}
	return t.tok[r.Head].Rel == "nmod:poss" && (placeHas[up] || up == "minister")
}

// placeHas are nouns for what a country or a town has.
var placeHas = set("government capital border parliament army embassy coast territory airport mayor suburb outskirts outskirt north south east west population republic kingdom city town")

// trusting are words with "in" before a person.
var trusting = set("trust faith confidence interest belief believe confide trust interested change")

// movedThere gives "he" or "she" in the clause that tells of where somebody is taken the one who is: "extradited Karl Weber to Norway,
// where he is accused".
func (r *resolver) movedThere(i int) bool {
	m := r.refs[i]
	if !m.heOrShe() || m.quote >= 0 || m.role != "subj" && m.role != "subjpass" {
		return false
	}
	t, k := m.tree, m.Head-1
	if k < 1 || t.lower(k) != "where" {
		return false
	}
	for k--; k > 0 && t.tok[k].Text == ","; k-- {
	}
	for t.rel(k) == "flat" || t.rel(k) == "compound" {
		if k = t.tok[k].Head; k < 0 {
			return false
		}
	}
	p, v := t.child(k, "case"), t.tok[k].Head
	if p < 0 || t.lower(p) != "to" || v < 0 || !moving[strings.ToLower(t.tok[v].Lemma)] {
		return false
	}
	o := t.child(v, "obj")
	if o < v {
		return false
	}
	j := r.index.Mention(m.Sentence, o)
	if j < 0 {
		return false
	}
	if j = r.described(j); r.of[j] < 0 || r.refs[j].Class != "Person" || !pronounMay(m, r.refs[j]) || r.clusters[r.of[j]].sex&m.sex == 0 {
		return false
	}
	r.join(i, j)
	return true
}

// moving are verbs whose object gets somewhere.
var moving = set("extradite deport send take transfer bring fly return expel exile escort surrender repatriate transport banish")
