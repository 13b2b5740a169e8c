package extract

import (
	"slices"
	"strings"
)

// asCompany reports whether a name tagged as a person's or a body's belongs to a company: it has shares, workers or a
// chief executive, or is called a maker or the like, and has no title or given name.
func (r *ref) asCompany() bool {
	if r.calledBody() {
		r.name.business = len(r.name.words) == 1
		return true
	}
	if r.hasIts() {
		return true
	}
	if r.name == nil || r.Class != "Person" && r.Class != "Organization" || r.name.title != "" || len(r.name.words) == 0 || given(r.name.words[0]) != 0 {
		return false
	}
	t := r.tree
	if v := t.child(r.Head, "acl:relcl"); v > r.Head+2 && len(r.name.words) == 1 && t.tok[r.Head+1].Text == "," && t.lower(r.Head+2) == "which" {
		return true // "Halvorsen, which is based in Bergen"
	}
	if k := r.name.first - 1; k >= 0 && len(r.name.words) == 1 && t.tok[k].Tag == "NOUN" && companyIs[t.lower(k)] {
		r.name.business = true
		return true // "the train maker Talgo"
	}
	if k := r.name.last; k+3 < len(t.tok) && t.tok[k+1].Text == "," && t.lower(k+2) == "whose" {
		if o := t.tok[k+2].Head; o > k+2 && bodyHas[strings.ToLower(t.tok[o].Lemma)] {
			return true // "Haliç Spor, whose chairman has stepped down"
		}
	}
	h := t.tok[r.Head].Head
	if r.amongMakers() {
		r.name.business = true
		return true
	}
	if h < 0 || t.rel(r.Head) != "nmod" && t.rel(r.Head) != "compound" {
		return false
	}
	if t.rel(r.Head) == "nmod" && t.tok[r.Head].Rel != "nmod:poss" {
		if c := t.child(r.Head, "case"); c < 0 || t.lower(c) != "of" && t.lower(c) != "at" && t.lower(c) != "in" {
			return false
		}
	}
	return companyHas[strings.ToLower(t.tok[h].Lemma)]
}

// hasIts reports whether a name that opens its sentence does something to its own people: "Olympia Kortrijk dismissed its coach".
func (r *ref) hasIts() bool {
	t := r.tree
	v := t.tok[r.Head].Head
	if r.name == nil || r.Class != "Person" || r.name.title != "" || r.first > 0 || len(r.says) > 0 || v != r.last+1 || t.rel(r.Head) != "nsubj" || v+1 >= len(t.tok) || t.lower(v+1) != "its" {
		return false
	}
	o := t.tok[v+1].Head
	return o > v && t.tok[o].Head == v && t.rel(o) == "obj" && (bodyHas[strings.ToLower(t.tok[o].Lemma)] || crews[strings.ToLower(t.tok[o].Lemma)])
}

// crews are nouns for those whom a body has.
var crews = set("coach manager trainer captain goalkeeper striker worker employee staff director president secretary treasurer editor engineer ambassador envoy member player")

// saidBody reports whether a name taken for a person's or a place's has a noun for a body behind it: "Halvorsen Subsea, an engineering firm".
func (r *ref) saidBody(refs []*ref) bool {
	if r.name == nil || r.Class != "Person" && r.Class != "Place" || r.name.title != "" || len(r.name.words) == 0 || given(r.name.words[0]) != 0 || countries()[r.name.full] {
		return false
	}
	return slices.ContainsFunc(r.says, func(d int) bool {
		o := refs[d]
		return o.first > r.last && o.Class == "Organization" && o.plural <= 0 && !mayBePerson[o.lemma] && (words().class[o.lemma] == "Organization" || companyIs[o.lemma])
	})
}

// amongMakers reports whether a name is one of several that a noun before them calls companies: "the bus makers Norin and
// Kolt".
func (r *ref) amongMakers() bool {
	t, h := r.tree, r.Head
	if len(r.name.words) != 1 {
		return false
	}
	if t.rel(h) == "conj" {
		if h = t.tok[h].Head; h < 0 {
			return false
		}
	}
	k := h - 1
	return k >= 0 && t.tok[k].Tag == "NOUN" && t.feat(k, "Number") == "Plur" && companyIs[strings.ToLower(t.tok[k].Lemma)] && (t.tok[h].Head == k || t.tok[k].Head == h)
}

// calledBody reports whether the noun that a name stands beside, in apposition or as its description, says that it is an
// organization's: "the power company Elmar", "the exporter Fjordmar".
func (r *ref) calledBody() bool {
	if r.name == nil || r.Class == "Work" || r.name.title != "" || len(r.name.words) == 0 {
		return false
	}
	if r.leading() {
		return true
	}
	t := r.tree
	k := r.name.first - 1
	if k > 0 && periodicals[t.lower(k)] && t.tok[k].Head == r.Head && t.determiner(r.Head) == "def" {
		return true // "the weekly Novo"
	}
	if k < 0 || t.tok[k].Tag != "NOUN" || t.tok[k].Name != "" || t.tok[r.Head].Head != k && t.tok[k].Head != r.Head {
		return false
	}
	w := words()
	lemma := strings.ToLower(t.tok[k].Lemma)
	if given(r.name.words[0]) != 0 && (len(r.name.words) > 1 || mayBePerson[lemma]) {
		return false // "the sugar manufacturer Anna Balog"
	}
	if (w.class[lemma] == "Organization" || r.Class == "Person" && houses[lemma]) && w.noun[lemma] == 0 && t.feat(k, "Number") != "Plur" {
		return true
	}
	return companyIs[lemma] && r.Class != "Person" && !countries()[r.name.full]
}

// leading reports whether a name explains who a company of some rank is: "the biggest Turkish exporter, Karadere Tel".
func (r *ref) leading() bool {
	t := r.tree
	k := t.tok[r.Head].Head
	if t.rel(r.Head) != "appos" || k < 0 || k > r.name.first || t.tok[k].Tag != "NOUN" || !companyIs[strings.ToLower(t.tok[k].Lemma)] || t.feat(k, "Number") == "Plur" || given(r.name.words[0]) != 0 {
		return false
	}
	for _, c := range t.children[k] {
		if w := t.lower(c); t.rel(c) == "amod" && (t.tok[c].XTag == "JJS" || w == "leading" || w == "main" || w == "major" || w == "top") {
			return true
		}
	}
	return false
}

// periodicals are words for newspapers by how often they appear.
var periodicals = set("daily weekly monthly fortnightly quarterly tabloid broadsheet")

// houses are nouns of businesses that are places too.
var houses = set("brewery bakery distillery winery vineyard dairy refinery smelter mill steelworks shipyard yard factory plant hotel casino restaurant shop store supermarket pharmacy mine quarry farm")

// mayBePerson are nouns of companies and of persons too.
var mayBePerson = set("maker manufacturer supplier retailer vendor developer publisher lender insurer operator builder giant exporter importer")

var companyIs = map[string]bool{"maker": true, "carmaker": true, "automaker": true, "manufacturer": true, "giant": true, "retailer": true,
	"supplier": true, "airline": true, "carrier": true, "lender": true, "insurer": true, "builder": true, "operator": true, "firm": true,
	"exporter": true, "importer": true, "company": true, "group": true, "startup": true, "start-up": true}

// bodyHas are nouns for what a body has and a person seldom.
var bodyHas = set("chairman chairwoman chairperson chair spokesman spokeswoman spokesperson headquarters ceo executive shareholder workforce board subsidiary founder co-founder")

var companyHas = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`share shareholder stock employee worker staff executive ceo chairman chairwoman chair spokesman
spokeswoman spokesperson subsidiary revenue profit factory plant customer product headquarters owner founder co-founder unit
division brand store merger takeover acquisition board fleet ship investor creditor debt sale
loss workforce plant production`) {
		m[w] = true
	}
	return m
}()
