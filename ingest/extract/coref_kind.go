package extract

import (
	"slices"
)

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
// has named most so far, or else, as a subject, the one that the last sentence was about; unless the same noun has just
// been introduced with words of its own. A noun that only says what a name is ("Norrline, a shipping company") is none.
func (r *resolver) theCompany(i int) bool {
	m := r.refs[i]
	kind := kindNouns[m.lemma]
	if kind == "" || kind == "Thing" || m.det != "def" && m.det != "dem" || m.plural > 0 || len(m.mods) > 0 || m.owner >= 0 || m.goesOn() {
		return false
	}
	for _, c := range r.earlier(nil, m.lemma, i, 3) {
		o := r.refs[c]
		if m.Sentence-o.Sentence > 3 {
			break
		}
		if o.plural > 0 || r.describes(c) || r.besideItself(i, r.of[c]) {
			continue
		}
		if r.of[c] >= 0 && len(r.clusters[r.of[c]].names) > 0 {
			if r.otherTopic(i, r.of[c]) {
				break
			}
			r.join(i, c)
			return true
		}
		if o.det == "indef" || o.Sentence == m.Sentence {
			return false
		}
	}
	best, most, total := -1, 0, 0
	seen := map[int]int{} // clusters and the last mention of each
	told := false         // the best has been called by the very noun, or its name says it
	for c := i - 1; c >= 0; c-- {
		o := r.refs[c]
		k := r.of[c]
		if m.Sentence-o.Sentence > 6 && len(seen) > 0 && (told || k < 0 || o.name == nil || broad[m.lemma] || !r.tells(k, m.lemma)) {
			continue // what lies further back must be called so by its name: "the agency"
		}
		if k < 0 || !r.ofKind(i, c) || r.besideItself(i, k) || r.trades(k, m.lemma) {
			continue
		}
		if _, ok := seen[k]; ok || business[m.lemma] && slices.ContainsFunc(r.clusters[k].forms, (*name).publicBody) {
			continue
		}
		if kind == "Place" && (m.lemma == "country" || m.lemma == "nation") != r.isCountry(r.clusters[k]) {
			continue
		}
		if o.role == "compound" && o.Sentence == m.Sentence || r.notOf(i, c, k) {
			continue
		}
		seen[k] = c
		n := r.ctx.count[c]
		if kind == "Organization" {
			n = r.clusters[k].past
		}
		total += n
		if calls := !broad[m.lemma] && r.tells(k, m.lemma); calls != told && calls || calls == told && n > most {
			best, most, told = c, n, calls
		}
	}
	if best < 0 {
		return false
	}
	if !told && r.otherTopic(i, r.of[best]) {
		if c, ok := seen[r.topic[m.Sentence-1]]; ok {
			best, most = c, total
		}
	}
	if settlement[m.lemma] && most == 1 && m.Sentence-r.refs[best].Sentence > 1 && r.namedMore(best) {
		return false // another is what the text is about
	}
	if len(seen) > 1 && !told && (most < 3 || 2*most <= total) {
		best = -1
		if m.Sentence > 0 && m.first == 0 {
			if c, ok := seen[r.topic[m.Sentence-1]]; ok {
				best = c
			}
		}
		if best < 0 {
			return false
		}
	}
	r.join(i, best)
	return true
}

// otherTopic reports whether the sentence before that of mention i was about a named organization other than cluster k, and k
// has not been spoken of since.
func (r *resolver) otherTopic(i, k int) bool {
	m := r.refs[i]
	if m.Sentence == 0 || r.topic[m.Sentence-1] < 0 {
		return false
	}
	t := r.clusters[r.topic[m.Sentence-1]]
	if r.topic[m.Sentence-1] == k || t.class != "Organization" || len(t.names) == 0 {
		return false
	}
	for _, c := range r.clusters[k].refs {
		if c < i && r.refs[c].Sentence >= m.Sentence-1 {
			return false
		}
	}
	return true
}

// namedMore reports whether some other town has been named before and more often than that of mention c.
func (r *resolver) namedMore(c int) bool {
	for j := c - 1; j >= 0; j-- {
		o := r.refs[j]
		if o.Form == "name" && o.Class == "Place" && r.of[j] >= 0 && r.of[j] != r.of[c] && r.ctx.count[j] > r.ctx.count[c] && !r.isCountry(r.clusters[r.of[j]]) {
			return true
		}
	}
	return false
}

// ofKind reports whether mention c, a name or what stands for one, is of the kind of the noun i.
func (r *resolver) ofKind(i, c int) bool {
	m, o, cl := r.refs[i], r.refs[c], r.clusters[r.of[c]]
	kind := kindNouns[m.lemma]
	if o.Form != "name" {
		return kind == "Organization" && cl.class == kind && len(cl.names) > 0 && cl.plural <= 0
	}
	return o.Class == kind || cl.class == kind || kind == "Organization" && o.Class == "Person" && cl.sex&neuter != 0 || business[m.lemma] && r.calledBusiness(r.of[c])
}

// describes reports whether noun phrase c only says what something named is, in apposition to it or predicated of it.
func (r *resolver) describes(c int) bool {
	m := r.refs[c]
	if m.Form != "noun" || m.det == "def" || m.det == "dem" {
		return false
	}
	return m.named >= 0 || m.appos >= 0 && r.refs[m.appos].Form == "name"
}

// calledBusiness reports whether a noun beside a name of cluster k calls it a business: "the port's operator, Terminal
// Pacífico".
func (r *resolver) calledBusiness(k int) bool {
	for _, c := range r.clusters[k].refs {
		o := r.refs[c]
		if o.name == nil {
			continue
		}
		if j := o.name.first - 1; j >= 0 && o.tree.tok[j].Tag == "NOUN" && companyIs[o.tree.lower(j)] {
			return true
		}
		if o.appos >= 0 && r.refs[o.appos].Form == "noun" && companyIs[r.refs[o.appos].lemma] {
			return true
		}
	}
	return false
}

// publicBody reports whether the name says that what it names is no business.
func (n *name) publicBody() bool {
	return slices.ContainsFunc(n.words, func(w string) bool { return publicBodies[w] })
}

// business are the nouns of kindNouns for what makes or sells.
var business = set("company firm corporation airline carmaker automaker retailer manufacturer chain grocer brewer brewery insurer lender shipbuilder steelmaker drugmaker chipmaker maker builder developer startup start-up multinational conglomerate")

// publicBodies are words in the names of bodies that are no businesses.
var publicBodies = set(`ministry department office agency authority commission council court parliament senate congress
government police army navy university college school institute union party church federation committee bureau
administration tribunal assembly nations alliance regulator`)

func (r *resolver) isCountry(c *cluster) bool {
	for _, n := range c.forms {
		if _, ok := sameNames[n.full]; ok || countries()[n.full] {
			return true
		}
	}
	return false
}

// besideItself reports whether the sentence of noun phrase i has a mention of cluster k that stands where it cannot be the same.
func (r *resolver) besideItself(i, k int) bool {
	m := r.refs[i]
	for c := i - 1; k >= 0 && c >= 0 && r.refs[c].Sentence == m.Sentence; c-- {
		if r.of[c] == k && !structureAllows(r.refs, m, r.refs[c], i, c) {
			return true
		}
	}
	return false
}
