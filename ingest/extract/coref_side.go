package extract

import "strings"

// side is the cluster that a speaker speaks for: the organisation or country that the text ties to them in a title,
// possessive or apposition; for an officer of state without one, of several countries the one that was just spoken of or
// that the text names by far most; else the speaker.
func (r *resolver) side(speaker int) int {
	cl := r.clusters[speaker]
	if cl.class == "Organization" || cl.class == "Place" {
		return speaker
	}
	office := false
	for _, i := range cl.refs {
		m := r.refs[i]
		if m.Form == "pronoun" {
			continue
		}
		if t := m.tree; m.name != nil && m.last+2 < len(t.tok) && t.lower(m.last+1) == "for" {
			if j := r.index.Mention(m.Sentence, m.last+2); j >= 0 && r.of[j] >= 0 && r.refs[j].Form == "name" && r.isCountry(r.clusters[r.of[j]]) {
				return r.of[j] // "Foreign Minister Rafael Quiroga for Uruguay"
			}
		}
		heads := []int{m.Head}
		if m.appos >= 0 { // "Norway's minister, Kari Lund"
			heads = append(heads, r.refs[m.appos].Head)
		}
		k := i
		for k > 0 && r.refs[k-1].Sentence == m.Sentence {
			k--
		}
		for ; k < len(r.refs) && r.refs[k].Sentence == m.Sentence; k++ { // descriptions of the speaker
			if o := r.refs[k]; o.appos == i && k != i {
				heads = append(heads, o.Head)
			}
		}
		for _, h := range heads {
			t := m.tree
			for k := max(0, m.first-8); k <= min(len(t.tok)-1, m.last+14); k++ {
				if !t.above(h, k) {
					continue
				}
				if stateOffice[t.lower(k)] {
					office = true
				}
				if k == m.Head {
					continue
				}
				j := r.index.Mention(m.Sentence, k)
				if j >= 0 && r.of[j] < 0 && r.refs[j].role == "poss" {
					r.stepAhead(j)
				}
				if j < 0 || r.of[j] < 0 || r.of[j] == speaker || t.outsider(t.tok[k].Head) {
					continue
				}
				// "the company's chief executive", where the company has a name, speaks for it too
				if k := r.organOf(j); k >= 0 {
					return k
				}
				if o := r.refs[j]; (o.Form == "name" || o.role == "poss" && len(r.clusters[r.of[j]].names) > 0) && (o.Class == "Organization" || o.Class == "Place") &&
					(o.role == "poss" || o.role == "compound" || o.role == "nmod") {
					return r.of[j]
				}
			}
		}
	}
	if !office {
		return speaker
	}
	best, most, second := speaker, 0, 0
	for k, c := range r.clusters {
		if c.class != "Place" || len(c.names) == 0 {
			continue
		}
		if _, ok := sameNames[c.names[0].key]; !ok && !countries()[c.names[0].full] {
			continue
		}
		if len(c.names) > most {
			best, most, second = k, len(c.names), most
		} else {
			second = max(second, len(c.names))
		}
	}
	if second > 1 {
		for _, i := range cl.refs { // of several countries the one that the sentence before the name was about
			if m := r.refs[i]; m.Form == "name" && m.Sentence > 0 {
				if k := r.topic[m.Sentence-1]; k >= 0 && k != speaker && r.isCountry(r.clusters[k]) {
					return k
				}
			}
		}
		if 3*second > most {
			return speaker
		}
	}
	return best
}

// outsider reports whether noun h is for somebody who does not speak for what he is of: "the Stanford graduates".
func (t *tree) outsider(h int) bool {
	if h < 0 {
		return false
	}
	switch strings.ToLower(t.tok[h].Lemma) {
	case "graduate", "alumnus", "student", "resident", "native", "fan", "supporter", "patient", "customer", "critic", "rival", "opponent", "veteran":
		return true
	}
	for _, c := range t.children[h] {
		if w := t.lower(c); t.rel(c) == "amod" && (w == "former" || w == "ex") {
			return true
		}
	}
	return false
}

var stateOffice = map[string]bool{"president": true, "minister": true, "secretary": true, "advisor": true, "adviser": true,
	"chancellor": true, "premier": true, "ambassador": true, "diplomat": true, "general": true, "senator": true, "envoy": true}

// organOf is the named organization or country that mention j is, or stands for, the board or office of; -1 for none.
func (r *resolver) organOf(j int) int {
	if k := r.of[j]; len(r.clusters[k].names) == 0 {
		for _, c := range r.clusters[k].refs {
			if o := r.refs[c]; o.Form == "noun" && organs[o.lemma] {
				if b := r.belongs(o); b != nil && b.Form == "name" && b.Entity >= 0 && (b.Class == "Organization" || b.Class == "Place") {
					return b.Entity
				}
			}
		}
	}
	return -1
}

// organs are nouns for what speaks for the organization or country that it is of.
var organs = set("board office management leadership secretariat headquarters directorate cabinet government administration")
