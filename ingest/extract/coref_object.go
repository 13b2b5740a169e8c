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
var thingVerbs = set("sign ratify amend enact veto repair mend approve implement postpone cancel publish propose draft redraft install announce")

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
