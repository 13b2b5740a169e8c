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
		return r.inApposition(i) || r.goesOnSpeaking(i)
	}
	return r.several(i) || r.namedWithin(i) || r.theCompany(i)
}

// inApposition gives a pronoun within a phrase's apposition that phrase: "Anna Karlsson, a member all her life".
func (r *resolver) inApposition(i int) bool {
	m := r.refs[i]
	if m.person != 3 || m.reflexive {
		return false
	}
	t := m.tree
	for k, n := m.Head, 0; k >= 0 && n < len(t.tok); n++ {
		h := t.tok[k].Head
		if t.rel(k) == "appos" && h >= 0 {
			if j := r.index.Mention(m.Sentence, h); j >= 0 && j != i && pronounMay(m, r.refs[j]) && r.of[j] >= 0 &&
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

// kindNouns are the nouns that say of a name what it is; a definite one alone stands for the thing of that kind that the
// text speaks of most.
var kindNouns = map[string]string{"company": "Organization", "firm": "Organization", "organization": "Organization",
	"organisation": "Organization", "corporation": "Organization", "group": "Organization", "agency": "Organization",
	"bank": "Organization", "party": "Organization", "airline": "Organization", "newspaper": "Organization",
	"broadcaster": "Organization", "carmaker": "Organization", "automaker": "Organization", "retailer": "Organization",
	"university": "Organization", "club": "Organization", "network": "Organization", "country": "Place", "nation": "Place",
	"city": "Place", "town": "Place", "village": "Place", "island": "Place", "alliance": "Organization", "bloc": "Organization",
	"browser": "Thing", "church": "Organization", "movement": "Organization", "manufacturer": "Organization"}

// namedWithin joins "the Lufthansa group" with Lufthansa: a definite noun of a kind whose modifier is a name of it.
func (r *resolver) namedWithin(i int) bool {
	m := r.refs[i]
	kind := kindNouns[m.lemma]
	if kind == "" || m.det != "def" || m.plural > 0 {
		return false
	}
	t := m.tree
	for _, c := range t.children[m.Head] {
		if t.rel(c) != "compound" && t.rel(c) != "flat" && t.rel(c) != "appos" && t.tok[c].Rel != "nmod:desc" {
			continue
		}
		j := r.index.Mention(m.Sentence, c)
		if j < 0 || r.of[j] < 0 || r.refs[j].Form != "name" || t.rel(c) == "compound" && c != m.Head-1 {
			continue
		}
		if o := r.refs[j]; o.Class == kind || o.Class == "Thing" {
			r.join(i, j)
			return true
		}
	}
	return false
}

// theCompany gives a bare definite noun of a kind ("the company", "the country") the name of that class that the text
// has named most so far, unless the same noun has just been introduced with words of its own.
func (r *resolver) theCompany(i int) bool {
	m := r.refs[i]
	kind := kindNouns[m.lemma]
	if kind == "" || kind == "Thing" || m.det != "def" && m.det != "dem" || m.plural > 0 || len(m.mods) > 0 || m.owner >= 0 ||
		m.last > m.Head && (m.last > m.Head+1 || m.tree.tok[m.last].XTag != "POS") { // but "the company's"
		return false
	}
	for _, c := range r.earlier(nil, m.lemma, i, 3) {
		o := r.refs[c]
		if m.Sentence-o.Sentence > 3 {
			break
		}
		if r.of[c] >= 0 && len(r.clusters[r.of[c]].names) > 0 {
			r.join(i, c)
			return true
		}
		if o.det == "indef" || o.Sentence == m.Sentence {
			return false
		}
	}
	best, most := -1, 0
	seen := map[int]bool{}
	total := 0
	for c := i - 1; c >= 0 && m.Sentence-r.refs[c].Sentence <= 6; c-- {
		o := r.refs[c]
		k := r.of[c]
		if o.Form != "name" || k < 0 || o.Class != kind && !(kind == "Organization" && o.Class == "Person" && r.clusters[k].sex&neuter != 0) || seen[k] || o.Sentence == m.Sentence && !structureAllows(r.refs, m, o, i, c) {
			continue
		}
		if kind == "Place" && (m.lemma == "country" || m.lemma == "nation") != r.isCountry(r.clusters[k]) {
			continue
		}
		if o.role == "compound" && o.Sentence == m.Sentence {
			continue
		}
		seen[k] = true
		n := r.ctx.count[c]
		total += n
		if n > most {
			best, most = c, n
		}
	}
	if best < 0 || len(seen) > 1 && (most < 3 || 2*most <= total) {
		return false
	}
	r.join(i, best)
	return true
}

func (r *resolver) isCountry(c *cluster) bool {
	for _, n := range c.forms {
		if _, ok := sameNames[n.full]; ok || countries()[n.full] {
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
