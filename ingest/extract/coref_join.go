package extract

import (
	"encoding/binary"
	"slices"
	"sort"
	"strings"
	"unicode"
)

// joinNames makes a cluster of every name and its short forms. A short form of several goes to the one named last.
func (r *resolver) joinNames() {
	r.noteFirms()
	byWord := map[string][]int{} // clusters that have a name with the word or acronym
	for i, m := range r.refs {
		if m.Form != "name" || m.name == nil || len(m.name.words) == 0 {
			if m.Form == "name" {
				r.start(i)
			}
			continue
		}
		n := m.name
		keys := nameKeys(n)
		seen := map[int]bool{}
		best := -1
		for _, k := range keys {
			for _, c := range byWord[k] {
				if seen[c] {
					continue
				}
				seen[c] = true
				if r.nameFits(n, c) && !r.within(m, c) && (best < 0 || r.nearer(n, c, best)) {
					best = c
				}
			}
		}
		if best < 0 {
			best = r.start(i)
		} else {
			r.add(i, best)
			if c := r.clusters[best]; (c.class == "Person") != (m.Class == "Person") {
				r.settle(best)
			}
		}
		for _, k := range keys {
			if l := byWord[k]; len(l) == 0 || l[len(l)-1] != best {
				byWord[k] = append(l, best)
			}
		}
	}
}

// noteFirms notes the words that alone stand for a firm in the text: taken for an organization somewhere, or spoken of as
// one, and nobody's surname or given name, nor the beginning of what is called after the firm: "the Volta 300 loader",
// "Volta Open Day".
func (r *resolver) noteFirms() {
	r.firms = map[string]bool{}
	bodies := map[string]bool{} // names of several words that are told to be a body's
	for _, m := range r.refs {
		if n := m.name; n != nil && m.corporate && len(n.words) > 1 && n.capitalized && given(n.words[0]) == 0 && words().class[n.words[0]] == "" && !countries()[n.words[0]] {
			bodies[n.full], r.firms[n.words[0]] = true, len(n.words) == 2
		}
	}
	for _, m := range r.refs {
		if n := m.name; n != nil && len(n.words) == 1 && n.capitalized && n.title == "" && (m.corporate || n.class == "Organization") && given(n.words[0]) == 0 && words().class[n.words[0]] == "" {
			r.firms[n.words[0]] = true
		}
	}
	for _, m := range r.refs {
		if n := m.name; n != nil && len(n.words) == 1 && n.class == "Place" && len(bodies) > 0 {
			delete(r.firms, n.words[0]) // "Whitehaven", of Whitehaven Rovers
		}
		if n := m.name; n != nil && len(n.words) > 0 && n.class == "Person" && (len(n.words) > 1 || n.title != "") && !bodies[n.full] {
			delete(r.firms, last(n.words))
			delete(r.firms, n.words[0])
		}
		if n := m.name; n != nil && len(n.words) == 2 && n.class == "Organization" && (numberWord(n.words[1]) || strings.ContainsAny(n.words[1], "0123456789") || m.tree.goesOn(n.last)) {
			delete(r.firms, n.words[0])
		}
	}
}

// goesOn reports whether a capital or a number follows token i.
func (t *tree) goesOn(i int) bool {
	if i+1 >= len(t.tok) {
		return false
	}
	next := []rune(t.tok[i+1].Text)[0]
	return unicode.IsUpper(next) || unicode.IsDigit(next)
}

// shortFirm reports whether n is the first of the two words of a firm's name o and stands for a firm in the text:
// "Halvorsen" of "Halvorsen Sea".
func (r *resolver) shortFirm(n, o *name) bool {
	return len(n.words) == 1 && len(o.words) == 2 && o.class == "Organization" && n.words[0] == o.words[0] && n.title == "" && r.firms[n.words[0]]
}

// settle gives a cluster whose names were taken for different things one class: a company's where one of its mentions
// is spoken of as one or has a company's full name, or most of its whole names are bodies', else a person's.
func (r *resolver) settle(k int) {
	c := r.clusters[k]
	company, whole := false, 0 // whole: its names of several words that are bodies', less those that are persons'
	for _, i := range c.refs {
		m := r.refs[i]
		if n := m.name; n != nil && len(n.words) > 1 && n.title == "" {
			whole += bit(m.Class == "Organization" && given(n.words[0]) == 0) - bit(m.Class == "Person")
		}
		company = company || m.corporate || m.name != nil && m.Class == "Organization" && (corporateName(m.name) || m.name.ofClub() || r.firms[m.name.words[0]])
	}
	class, s := "Person", c.sex&person
	if s == 0 {
		s = person
	}
	if company || whole > 0 {
		class, s = "Organization", neuter
	}
	c.class, c.sex = class, s
	for _, i := range c.refs {
		m := r.refs[i]
		m.Class, m.sex = class, s
		if m.name != nil {
			m.name.class, m.name.sex = class, s
		}
	}
}

// corporateName reports whether a name says that it is a company's.
func corporateName(n *name) bool { return len(n.words) > 1 && corporate[last(n.words)] }

// ofClub reports whether a name of several words says that it is a sports club's: "Sporting Leie".
func (n *name) ofClub() bool {
	return n.class == "Organization" && len(n.words) > 1 && slices.ContainsFunc(n.words, func(w string) bool { return sideWords[w] })
}

// within reports whether a mention is what one of cluster k is of: "Ford" in "Ford's president, Clay Ford".
func (r *resolver) within(m *ref, k int) bool {
	if m.tree.tok[m.Head].Rel != "nmod:poss" {
		return false
	}
	refs := r.clusters[k].refs
	for j := len(refs) - 1; j >= 0; j-- {
		o := r.refs[refs[j]]
		if o.Sentence != m.Sentence {
			return false
		}
		if o.Start <= m.Start && m.End <= o.End && o.Head != m.Head {
			return true
		}
	}
	return false
}

// nearer reports whether a name is rather one of cluster c than of d: of a person or not, as it was taken for itself, then
// by whether it is only somebody's relative, then by which was named last.
func (r *resolver) nearer(n *name, c, d int) bool {
	person := n.class == "Person"
	if len(n.words) > 1 { // a whole name is rather what has been named so
		whole := func(c int) bool {
			return slices.ContainsFunc(r.clusters[c].forms, func(o *name) bool { return o.full == n.full })
		}
		if x, y := whole(c), whole(d); x != y {
			return x
		}
	}
	if x, y := (r.clusters[c].class == "Person") == person, (r.clusters[d].class == "Person") == person; x != y {
		return x
	}
	if person && len(n.words) == 1 && n.title == "" { // "Holm" is rather Anna Holm than "her brother, Jan Holm"
		if x, y := r.kinsman(c), r.kinsman(d); x != y {
			return y
		}
	}
	return last(r.clusters[c].refs) > last(r.clusters[d].refs)
}

func last[T any](l []T) T { return l[len(l)-1] }

// nameFits reports whether n may be a name of cluster c: alike at least one of its names and no rival of any.
func (r *resolver) nameFits(n *name, c int) bool {
	cl := r.clusters[c]
	if cl.sex&n.sex == 0 && (cl.class == "Person") == (n.class == "Person") {
		return false
	}
	some := false
	for _, o := range cl.forms {
		if n.rival(o) {
			return false
		} else if n.alike(o) || r.shortFirm(n, o) || r.shortFirm(o, n) && r.refs[last(cl.refs)].Sentence == 0 && len(r.title) > 0 {
			some = true
		} else if n.class == "Organization" && o.class == "Organization" && len(n.words) > 1 && len(o.words) > 1 && n.words[0] == o.words[0] {
			return false // Veltra Motors and Veltra Bank share the short form
		} else if n.class == "Person" && o.class == "Person" {
			if len(n.words) > 1 && len(o.words) > 1 {
				return false
			}
		} else if (n.class == "Person") != (o.class == "Person") && len(n.words) > 1 && len(o.words) > 1 {
			return false // a company of several words and its founder share the short form
		} else if n.class != o.class || !sharesWord(n.words, o.words) && len(n.words) > 1 && len(o.words) > 1 && n.key != o.key {
			continue
		}
	}
	return some
}

func sharesWord(a, b []string) bool {
	for _, w := range a {
		if contains(b, w) {
			return true
		}
	}
	return false
}

// nameKeys are what a name is found by: its words, its key, its acronym, the full form of a nickname.
func nameKeys(n *name) []string {
	keys := []string{n.key, plain(n.full)}
	if len(n.words) <= 8 {
		keys = append(keys, n.words...)
	}
	if len(n.words) > 1 {
		var all, main strings.Builder
		for _, w := range n.words {
			if numberWord(w) {
				all.WriteString(w)
				main.WriteString(w)
				continue
			}
			for _, p := range strings.Split(w, "-") {
				if p == "" {
					continue
				}
				all.WriteByte(p[0])
				switch p {
				case "of", "the", "and", "for", "in", "on", "to", "&", "de":
				default:
					main.WriteByte(p[0])
				}
			}
		}
		keys = append(keys, all.String(), main.String())
	} else {
		keys = append(keys, strings.ReplaceAll(n.full, ".", ""), nicknames[n.full])
	}
	sort.Strings(keys)
	out := keys[:0]
	for i, k := range keys {
		if k != "" && (i == 0 || k != keys[i-1]) {
			out = append(out, k)
		}
	}
	return out
}

// joinGroup makes a cluster of a coordination, or joins it with an earlier one of the same members.
func (r *resolver) joinGroup(i int) {
	var members []int
	m := r.refs[i]
	first := r.index.Mention(m.Sentence, m.Head)
	if first < 0 {
		return
	}
	list := []int{first}
	for _, c := range m.tree.children[m.Head] {
		if m.tree.rel(c) == "conj" {
			if k := r.index.Mention(m.Sentence, c); k >= 0 {
				list = append(list, k)
			}
		}
	}
	all := true
	for _, k := range list {
		if r.of[k] < 0 {
			all = false
			continue
		}
		members = append(members, r.of[k])
	}
	sort.Ints(members)
	c := r.start(i)
	r.clusters[c].members, r.clusters[c].parts = members, list
	if !all {
		r.grouped(c)
		return // its nouns are not resolved yet: finish asks again
	}
	if g, ok := r.groups[membersKey(members)]; ok && len(members) > 1 {
		r.clusters = r.clusters[:c]
		r.of[i] = -1
		r.add(i, g.last)
		return
	}
	r.grouped(c)
}

// group are the first and the last cluster that certain others are the members of.
type group struct{ first, last int }

// grouped notes the members of cluster k.
func (r *resolver) grouped(k int) {
	key := membersKey(r.clusters[k].members)
	g, ok := r.groups[key]
	if !ok {
		g.first = k
	}
	g.last = k
	r.groups[key] = g
}

func membersKey(members []int) string {
	var b []byte
	for _, k := range members {
		b = binary.AppendUvarint(b, uint64(k))
	}
	return string(b)
}

// speakerFrame resolves the first person within a quote: "I" is the speaker, "we" the side that the speaker speaks for.
// It reports whether it has decided about mention i.
func (r *resolver) speakerFrame(i int) bool {
	m := r.refs[i]
	if m.Form != "pronoun" || m.person == 3 || m.quote < 0 {
		return false
	}
	q := r.quotes[m.quote]
	if q.Speaker < 0 {
		return false
	}
	r.framed = append(r.framed, i)
	defer func() { r.framed = r.framed[:len(r.framed)-1] }()
	who := r.described(q.Speaker)
	if r.of[who] < 0 && who > i { // the speaker is named behind the words
		r.stepAhead(who)
	}
	if r.of[who] < 0 {
		return false
	}
	if m.person == 2 {
		return true // whom the speaker addresses is not said
	}
	if m.plural < 0 {
		if c := r.clusters[r.of[who]]; c.class == "Person" || c.class == "Thing" {
			r.add(i, r.of[who])
		}
		return true
	}
	if generic(m) {
		return true
	}
	r.add(i, r.side(r.of[who]))
	return true
}

// stepAhead resolves a mention before its turn, but for those that wait for it.
func (r *resolver) stepAhead(i int) {
	if r.ranked(i) && !slices.Contains(r.framed, i) {
		ahead := r.ahead
		r.ahead = true
		r.step(i, r.work)
		r.ahead = ahead
	}
}

// generic reports whether "we" is everybody: "now that we're in 2011", "as we know".
func generic(m *ref) bool {
	t := m.tree
	if m.role != "subj" || m.verb < 0 {
		return false
	}
	v := m.verb
	if t.tok[v].Tag == "NUM" || t.tok[v].Kind == "time" || entityName(t.tok[v].Name) == "DATE" {
		return true
	}
	return false
}
