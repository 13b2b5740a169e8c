package extract

import (
	"slices"
	"strings"
)

// bodies are the organizations and places of the list where m is "its" before an office: "its managing director"; before "owner" what
// may have one.
func (r *resolver) bodies(m *ref, list []int) []int {
	if m.Form != "pronoun" || m.role != "poss" || m.sex != neuter {
		return nil
	}
	h := m.tree.tok[m.Head].Head
	if h < 0 {
		return nil
	}
	office := strings.ToLower(m.tree.tok[h].Lemma)
	owner := office == "owner" || office == "co-owner"
	if !officers[office] && !stateOfficers[office] && !owner {
		return nil
	}
	if c := r.spokenOf(m, h); c >= 0 && slices.Contains(list, c) && !owner {
		return []int{c}
	}
	var kept []int
	for _, c := range list {
		k := r.of[c]
		named := k >= 0 && len(r.clusters[k].names) > 0
		class := r.refs[c].Class
		if named {
			class = r.clusters[k].class
		}
		o := r.refs[c]
		if o.Form == "noun" && o.det == "bare" && o.plural <= 0 && len(o.mods) == 0 {
			continue // "may go to court"
		}
		switch {
		case class == "Organization" && (office != "minister" || organs[o.lemma]) || class == "Place" && stateOfficers[office]:
		case owner && !named && (class == "Place" || class == "Thing" && o.tree.tok[o.Head].Kind == "object"):
		case named && class == "Thing" && o.Form == "name" && (o.role == "subj" || o.role == "subjpass"):
		default:
			continue
		}
		kept = append(kept, c)
	}
	if office == "minister" && slices.ContainsFunc(kept, r.ofCountry) { // no town has one
		kept = slices.DeleteFunc(kept, func(c int) bool { return !r.ofCountry(c) })
	}
	if m.first == 0 || r.besideFirst(m, h) || r.behindQuote(m) {
		for s := m.Sentence - 1; s >= 0 && s >= m.Sentence-3; s-- {
			if n := slices.IndexFunc(kept, func(c int) bool { return r.of[c] >= 0 && r.of[c] == r.topic[s] }); n >= 0 {
				return kept[n : n+1] // what the last sentences were about
			}
			if n := slices.IndexFunc(kept, func(c int) bool { return r.refs[c].Sentence == s && r.ownClause(c) }); n >= 0 {
				return kept[n : n+1]
			}
			if owner {
				break
			}
		}
	}
	if owner {
		last := slices.DeleteFunc(slices.Clone(kept), func(c int) bool { return r.refs[c].Sentence < m.Sentence-1 })
		if len(last) > 0 {
			return last
		}
	}
	return kept
}

// ofCountry reports whether mention c stands for a country.
func (r *resolver) ofCountry(c int) bool { return r.of[c] >= 0 && r.isCountry(r.clusters[r.of[c]]) }

// ownClause reports whether c, a name or a definite noun, is the subject of a clause that stands for itself.
func (r *resolver) ownClause(c int) bool {
	o := r.refs[c]
	if o.role == "appos" && o.appos >= 0 && o.Form == "name" {
		o = r.refs[o.appos] // "the biggest exporter, Sandvig"
	}
	if o.Form != "name" && o.det != "def" || o.role != "subj" && o.role != "subjpass" || o.verb < 0 {
		return false
	}
	t := o.tree
	return t.tok[o.verb].Head < 0 || (t.rel(o.verb) == "conj" || t.rel(o.verb) == "parataxis") && t.tok[t.tok[o.verb].Head].Head < 0
}

// behindQuote reports whether nothing stands before the possessive m in its sentence but a quotation and the verb of who says it: "…,"
// said its spokeswoman.
func (r *resolver) behindQuote(m *ref) bool {
	q := r.openingQuote(m)
	return q != nil && m.quote < 0 && q.Cue >= 0 && q.Cue == m.first-1
}

// besideFirst reports whether the noun h, which m is the possessive of, stands beside the name that begins the sentence: "Ola Dahl,
// its leader, said".
func (r *resolver) besideFirst(m *ref, h int) bool {
	t := m.tree
	if t.rel(h) != "appos" || m.first == 0 || t.tok[m.first-1].Text != "," {
		return false
	}
	n := t.tok[h].Head
	if n < 0 || t.tok[n].Tag != "PROPN" {
		return false
	}
	for k := 0; k < m.first-1; k++ {
		if k != n && t.tok[k].Head != n {
			return false
		}
	}
	return true
}

// spokenOf is the subject of what is said before the speaker h, whose possessive m is: "It may leave, its spokesman said"; -1 for none.
func (r *resolver) spokenOf(m *ref, h int) int {
	t := m.tree
	if t.rel(h) == "appos" && t.tok[h].Head >= 0 {
		h = t.tok[h].Head
	}
	v := t.tok[h].Head
	if t.rel(h) != "nsubj" || v < 0 || !speechVerbs[strings.ToLower(t.tok[v].Lemma)] {
		return -1
	}
	said := t.child(v, "ccomp")
	if t.rel(v) == "parataxis" {
		said = t.tok[v].Head
	}
	if said < 0 || said > m.Head {
		return -1
	}
	s := t.subjectOf(said)
	if s < 0 || s > m.Head {
		return -1
	}
	j := r.index.Mention(m.Sentence, s)
	if j < 0 || r.of[j] < 0 {
		return -1
	}
	if o := r.refs[j]; o.word == "it" || r.classOf(j) == "Organization" && (o.Form == "name" || o.det == "def") {
		return j
	}
	return -1
}

// officers are nouns for who holds an office in an organization, stateOfficers for who holds one in a country too.
var (
	officers = set("leader chairman chairwoman chair chairperson director head chief boss spokesman spokeswoman spokesperson founder co-founder manager treasurer executive " +
		"ceo economist co-leader vice-president coordinator organiser organizer shareholder employee board workforce commander coach lawyer partner sponsor editor publisher columnist")
	stateOfficers = set("president secretary governor minister premier chancellor commissioner ambassador")
)
