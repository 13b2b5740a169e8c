package extract

import (
	"slices"
	"strings"

	"kg/schema"
)

// mayBeObject reports whether the verb whose object the pronoun r is takes things of o's class: nobody signs a place.
func mayBeObject(r, o *ref) bool {
	if r.Form != "pronoun" || r.sex != neuter || r.role != "obj" || o.Form != "name" {
		return true
	}
	l := schema.Default()
	rel := l.Canonical(schema.Use{Phrase: r.tree.tok[r.verb].Lemma, Object: o.Class})
	return rel == nil || l.Fits(rel, "", o.Class)
}

// sharedObject gives "it" behind the second of two verbs of one subject the object of the first: "made an offer but withdrew it".
func (r *resolver) sharedObject(i int) bool {
	m := r.refs[i]
	if m.word != "it" || m.role != "obj" {
		return false
	}
	t := m.tree
	v := t.tok[m.Head].Head
	if v < 0 || t.rel(v) != "conj" || t.child(v, "nsubj") >= 0 {
		return false
	}
	u := t.tok[v].Head
	if u < 0 || t.tok[u].Tag != "VERB" || t.child(u, "aux:pass") >= 0 {
		return false
	}
	o := t.child(u, "obj")
	if o < 0 || o > v || t.child(o, "conj") >= 0 {
		return false
	}
	j := r.index.Mention(m.Sentence, o)
	if j < 0 || j >= i || r.refs[j].plural > 0 || r.refs[j].Form == "pronoun" || r.refs[j].Class == "Quantity" || r.refs[j].Class == "Date" || !mayRefer(r.refs, i, j) || !r.fits(i, j) {
		return false
	}
	r.join(i, j)
	return true
}

// wantsThing reports whether "it" stands where only a thing can, no person, organization or country: what is voted on or
// against, signed, ratified, repaired.
func (m *ref) wantsThing() bool {
	if m.Form != "pronoun" || m.sex != neuter {
		return false
	}
	t := m.tree
	v := t.tok[m.Head].Head
	if v < 0 {
		return false
	}
	lemma := strings.ToLower(t.tok[v].Lemma)
	switch m.role {
	case "obj", "subjpass":
		return thingVerbs[lemma]
	case "obl", "nmod":
		if c := t.child(m.Head, "case"); c >= 0 && lemma == "vote" {
			p := t.lower(c)
			return p == "on" || p == "against" || p == "for"
		}
	}
	return false
}

// thingVerbs take no person, organization or country as their object.
var thingVerbs = set("withdraw retract sign ratify amend enact veto repair mend approve implement postpone cancel publish propose draft redraft install announce reject")

// rejecting are verbs of thingVerbs for what is done to proposals: to no place.
var rejecting = set("reject approve announce propose publish postpone")

// statements are nouns for what can be denied.
var statements = set("accusation allegation charge claim report rumour rumor statement story suspicion remark assertion involvement responsibility")

// agent reports whether cluster k is a person, an organization or a country, going by its names where it has any.
func (r *resolver) agent(k int) bool {
	c := r.clusters[k]
	if slices.ContainsFunc(c.forms, func(n *name) bool { return slices.ContainsFunc(n.words, func(w string) bool { return papers[w] }) }) {
		return false
	}
	switch c.class {
	case "Person", "Organization":
		return true
	case "Place":
		return r.isCountry(c) || len(c.names) == 0 && kindNouns[r.refs[c.refs[0]].lemma] == "Place"
	}
	return false
}

// papers are words in the names of what is signed or voted on.
var papers = set("treaty pact act bill law agreement accord protocol charter constitution convention declaration plan resolution amendment budget reform")

// wantsAgent reports whether the pronoun m does what only persons, organizations and countries do: plan, deny, dismiss.
func (m *ref) wantsAgent() bool {
	if m.Form != "pronoun" || m.role != "subj" || m.sex&neuter == 0 {
		return false
	}
	t := m.tree
	v := t.tok[m.Head].Head
	return v >= 0 && t.tok[v].Tag == "VERB" && agentVerbs[strings.ToLower(t.tok[v].Lemma)]
}

// agentVerbs are those whose subject is a person, an organization or a country.
var agentVerbs = set("plan intend hope want tell deny refuse decide vow pledge sue accuse apologise apologize hire dismiss agree urge insist believe fear ask promise buy sign join comment appeal negotiate abstain reject criticise criticize condemn")

// thing reports whether the noun phrase c and what else it has been joined with name no person, organization or country.
func (r *resolver) thing(c int) bool {
	if k := r.of[c]; k >= 0 && len(r.clusters[k].names) > 0 {
		return false
	}
	o := r.refs[c]
	if o.Form == "noun" && portions[o.lemma] {
		return true
	}
	switch o.Class {
	case "Person", "Organization", "Group":
		return false
	case "Quantity", "Date":
		return true
	case "Place":
		return o.Form == "noun" && kindNouns[o.lemma] != "Place" && o.lemma != "state"
	}
	switch o.tree.tok[o.Head].Kind {
	case "", "person", "organization", "place":
		return false
	}
	return o.Form == "noun"
}

// portions are nouns for a part of what follows with "of".
var portions = set("half third quarter part share portion piece rest")

// notOf reports whether pronoun or noun i may not stand for mention c, of cluster k, because of what it does or of what a
// noun calls it: nobody signs a summit, and no city is "the Ebro".
func (r *resolver) notOf(i, c, k int) bool {
	m := r.refs[i]
	if m.wantsThing() {
		if r.agent(k) || r.clusters[k].class == "Place" && rejecting[strings.ToLower(m.tree.tok[m.tree.tok[m.Head].Head].Lemma)] {
			return true
		}
		if o := r.refs[c]; o.Class == "Event" && o.Form == "noun" {
			return signed[strings.ToLower(m.tree.tok[m.tree.tok[m.Head].Head].Lemma)] && !papers[o.lemma]
		}
	}
	if m.Form == "pronoun" && m.sex == neuter && m.role == "obj" && !statements[r.refs[c].lemma] {
		if v := m.tree.tok[m.Head].Head; v >= 0 && strings.ToLower(m.tree.tok[v].Lemma) == "deny" {
			return true // mostly all that was said
		}
	}
	if m.deed() && (r.agent(k) || r.clusters[k].class == "Place") {
		return true
	}
	if m.wantsAgent() && r.thing(c) {
		return true
	}
	if m.Form == "noun" && settlement[m.lemma] {
		for _, j := range r.clusters[k].refs {
			if o := r.refs[j]; j < i && o.name != nil && o.name.first > 0 && o.tree.lower(o.name.first-1) == "the" {
				return true
			}
		}
	}
	return false
}

// signed are verbs of thingVerbs for what is done to papers.
var signed = set("sign ratify amend enact draft redraft")

var settlement = set("city town village")
