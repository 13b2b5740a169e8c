package extract

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"kg/data"
)

var countries = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(data.Countries) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			m[strings.ToLower(line)] = true
		}
	}
	return m
})

// several resolves "the two leaders", "both countries" to the things that they count, where the text has named as many
// of the class just before. It reports whether it has decided about mention i.
func (r *resolver) several(i int) bool {
	m := r.refs[i]
	if m.Form != "noun" || m.plural <= 0 || m.det != "def" && m.det != "dem" {
		return false
	}
	n := 0
	t := m.tree
	for _, c := range t.children[m.Head] {
		switch t.lower(c) {
		case "two", "both", "2":
			n = 2
		case "three", "3":
			n = 3
		}
	}
	if n == 0 || m.Class == "Date" || m.Class == "Quantity" {
		return false
	}
	if r.coordinated(i, n) {
		return true
	}
	var members []int
	for c := i - 1; c >= 0 && len(members) < n && m.Sentence-r.refs[c].Sentence <= 3; c-- {
		o := r.refs[c]
		if o.Form == "group" && r.of[c] >= 0 && len(r.clusters[r.of[c]].members) == n && r.sameKind(m, r.clusters[r.of[c]].members) {
			r.add(i, r.of[c])
			return true
		}
		if o.Form == "noun" && o.lemma == m.lemma && o.plural > 0 {
			return false
		}
		if r.of[c] < 0 || !r.sameKind(m, []int{r.of[c]}) || o.plural > 0 || containsInt(members, r.of[c]) || m.role != "subj" && o.Sentence == m.Sentence && o.role == "subj" && o.verb == m.verb {
			continue
		}
		members = append(members, r.of[c])
	}
	if len(members) < n || !r.sameKind(m, members) {
		return r.onceMore(i, n)
	}
	sort.Ints(members)
	if g, ok := r.groups[membersKey(members)]; ok {
		r.add(i, g.first)
		return true
	}
	k := r.start(i)
	r.clusters[k].members = members
	r.grouped(k)
	return true
}

// onceMore gives "the two chains" the last group of n that the text has spoken of, where that is of the kind. It reports whether
// there is one.
func (r *resolver) onceMore(i, n int) bool {
	m := r.refs[i]
	for c := i - 1; c >= 0 && m.Sentence-r.refs[c].Sentence <= 8; c-- {
		k := r.of[c]
		if k < 0 || len(r.clusters[k].members) != n {
			continue
		}
		if !r.sameKind(m, r.clusters[k].members) {
			return false
		}
		r.add(i, k)
		return true
	}
	return false
}

// sameKind reports whether the clusters' names are of what the noun m speaks of.
func (r *resolver) sameKind(m *ref, members []int) bool {
	people := 0
	for _, k := range members {
		if r.clusters[k].class == "Person" {
			people++
		}
	}
	if people > 0 && people < len(members) {
		return false // a person and a country: "Gabon's minister, Ann Ndong"
	}
	for _, k := range members {
		c := r.clusters[k]
		if len(c.names) == 0 {
			return false
		}
		isCountry := countries()[c.names[0].full]
		if _, ok := sameNames[c.names[0].full]; ok {
			isCountry = true
		}
		switch m.lemma {
		case "country", "nation", "state", "ally", "neighbor", "neighbour", "government":
			if !isCountry {
				return false
			}
		case "side", "party", "power":
			if !isCountry && c.class != "Organization" && c.class != "Person" {
				return false
			}
		default:
			if m.Class != c.class || (business[m.lemma] || m.lemma == "club" || m.lemma == "team") && slices.ContainsFunc(c.forms, (*name).publicBody) {
				return false
			}
		}
	}
	return true
}

func containsInt(list []int, n int) bool {
	for _, e := range list {
		if e == n {
			return true
		}
	}
	return false
}
