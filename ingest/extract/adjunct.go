package extract

import (
	"strings"

	"kg/graph"
)

// placeOf is the place where c happens: of a phrase of the clause, else of one of its object or subject ("farmers in
// Zamora").
func (a *analysis) placeOf(c *clause, object graph.Value) graph.Value {
	t := c.t
	here := func(v graph.Value) bool {
		return !v.None() && (v.Name != object.Name || t.lemma(c.head) == "take" && !c.passive)
	}
	for _, k := range c.obl {
		if v := a.locative(t, k); here(v) {
			return v
		}
	}
	if v := a.whereOf(c); here(v) {
		return v
	}
	if c.cop >= 0 {
		return graph.Value{}
	}
	for _, k := range c.obl {
		if v := a.venue(c, k); here(v) {
			return v
		}
	}
	for n, list := range [][]int{c.obj, c.obl, c.subj} {
		for _, i := range list {
			d := t.deref(i)
			switch t.prep(i) {
			case "to", "into", "toward", "towards":
				if t.toks[d].Kind != "place" || a.named(t, d) {
					continue // where something goes is not where it happens, but for a building that it reaches
				}
			case "for", "with", "by":
				continue
			}
			if k := t.kid(d, "nmod"); k > d && t.prep(k) == "of" && (t.measure(d) || shares[t.lemma(d)]) {
				d = k // "half of the children in Turkana"
			}
			if a.tells(t, d, n == 2) || t.standsFor(d) >= 0 {
				continue
			}
			if v := a.placeWithin(t, d, i, 2); here(v) && !strings.Contains(object.Name, v.Name) {
				return v
			}
		}
	}
	if v := a.lastPlace(c, object); !v.None() || !c.over {
		return v
	}
	for _, k := range c.up.obl { // "In Nuabela, thirty people refused to go"
		if v := a.locative(t, k); k < c.up.head && here(v) {
			return v
		}
	}
	return graph.Value{}
}

// placeWithin is the named place that the phrase of noun d gives after token from, of its own or of what its parts are in:
// "cores from the ice on Signy Island".
func (a *analysis) placeWithin(t *syntax, d, from, depth int) graph.Value {
	for _, k := range t.all(d, "nmod") {
		if k <= from || t.is(k, "nmod:poss") {
			continue
		}
		if v := a.locative(t, k); !v.None() && (a.named(t, t.deref(k)) || settlements[t.lemma(k)] || premises[t.lemma(k)] && t.kid(k, "det") >= 0 && making[t.lemma(t.toks[d].Head)] && t.is(d, "obj")) {
			return v
		}
		if depth > 1 && t.prep(k) == "from" && !a.named(t, k) {
			if v := a.placeWithin(t, k, k, depth-1); !v.None() {
				return v
			}
		}
	}
	return graph.Value{}
}

// tells reports whether a place in the phrase of noun d tells which one it is, not where the event is: "a court in
// Ljubljana" as the one that acts, "its terminal in Riga".
func (a *analysis) tells(t *syntax, d int, doer bool) bool {
	if p := t.kid(d, "nmod:poss"); t.tag(d, "PROPN") || p >= 0 && t.toks[d].Kind != "event" &&
		(t.feat(p, "Number") != "Plur" || t.tag(p, "PRON") || t.kid(p, "det") >= 0) { // but "farmers' unions"
		return true
	}
	return doer && t.feat(d, "Number") != "Plur" && (t.toks[d].Kind == "organization" || a.value(t, d).Class == "Organization")
}

// whereOf is the place that a relative clause tells of: "the building where he was questioned".
func (a *analysis) whereOf(c *clause) graph.Value {
	t := c.t
	for c.link == conjunct && !c.own {
		c = c.up
	}
	if c.link != relative {
		return graph.Value{}
	}
	if k := t.kid(c.head, "advmod"); t.low(k) != "where" {
		return graph.Value{}
	}
	v := a.value(t, c.noun)
	if !a.named(t, c.noun) {
		v.Name = t.words(t.trim(t.yieldNP(c.noun, func(k int) bool { return t.loose(k) || t.is(k, "det") && t.toks[k].Head == c.noun })))
	}
	return v
}

// venue is the place of phrase k that only some verbs make one: the journal of what is published, the goal of what is
// taken somewhere.
func (a *analysis) venue(c *clause, k int) graph.Value {
	t := c.t
	switch p := t.prep(k); {
	case p == "in" && publishing[t.lemma(c.head)] && properName(a.value(t, k).Name):
		return a.value(t, k)
	case p == "to" && c.passive && carrying[t.lemma(c.head)] && (a.value(t, k).Class == "Place" || premises[t.lemma(k)]):
		return a.value(t, k)
	}
	return graph.Value{}
}

// lastPlace is the place that the tree hangs on the last of two coordinated predicates though it goes for both: "killed
// nine people and destroyed 400 homes in the town".
func (a *analysis) lastPlace(c *clause, object graph.Value) graph.Value {
	t := c.t
	if len(c.obl) > 0 || len(c.obj) == 0 {
		return graph.Value{}
	}
	for _, d := range c.comp {
		if d.link == conjunct && !d.own && len(d.obj) > 0 && d.passive == c.passive && t.twain(d) {
			return a.placeOf(d, object)
		}
	}
	return graph.Value{}
}

// locative is the place that the phrase of k names with its preposition.
func (a *analysis) locative(t *syntax, k int) graph.Value {
	if !placePreps[t.prep(k)] || t.timeHead(k) || t.lemma(k) == "place" && t.kid(k, "det", "amod", "nmod:poss") < 0 { // "in place of"
		return graph.Value{}
	}
	if text := t.toks[k].Text; a.named(t, k) && text == strings.ToLower(text) {
		return graph.Value{} // a place's name is no small word: "a treaty on mackerel"
	}
	if settlements[t.lemma(k)] { // "the Bolivian town of Rurrenabaque"
		if m := t.kid(k, "nmod"); m > k && t.prep(m) == "of" && a.named(t, m) {
			k = m
		}
	}
	v := a.value(t, k)
	if v.Class != "Place" && !(premises[t.lemma(k)] && !a.named(t, k)) {
		return graph.Value{}
	}
	return v
}

var settlements = set("city town village province state region district island port capital county municipality suburb prefecture")

// premises are buildings that are organizations as well: what happens in or at one happens there.
var premises = set(`school hospital clinic university college prison jail church mosque temple synagogue hotel restaurant shop store
	museum theatre theater factory plant warehouse library cinema stadium airport station barracks courthouse`)

// making are verbs whose object comes to be where its phrase says.
var making = set("open build erect establish construct create stage organise organize install")

// publishing are verbs whose "in" names where a text stands.
var publishing = set("publish print serialize serialise reprint")

// carrying are verbs of taking somebody or something to a place.
var carrying = set("take bring carry move transport transfer rush fly drive evacuate airlift deport extradite return ship tow escort")
