package extract

import (
	"strings"

	"kg/graph"
)

// titles states "President Joe Biden", "Ukraine President Volodymyr Zelenskyy", "science fiction writer L. Ron Hubbard".
func titles(a *analysis, x *Extractor, t *syntax) {
	for i := range t.toks {
		if !t.tag(i, "NOUN", "PROPN") {
			continue
		}
		if ids, name := t.titled(i); len(ids) > 0 {
			a.title(x, t, i, ids, name)
		}
		for _, d := range t.all(i, "nmod:desc") {
			if t.tag(i, "PROPN") && t.tag(d, "NOUN", "PROPN") && !(nameClass(t.toks[d].Name) == "Organization" && nameClass(t.toks[i].Name) == "Organization") { // but "Saint" of "the Order of Saint Luke"
				j := i
				if h := t.toks[i].Head; t.is(i, "compound") && t.tag(h, "PROPN") && h == i+1 {
					j = h // "Prime Minister Bjarni Hallsson"
				}
				var name []int
				if j != i {
					name = t.yield(j, func(k int) bool { return k != i && !t.is(k, "flat") || k == d })
				}
				owner := a.title(x, t, j, t.titleOf(d), name)
				for _, k := range t.conj(d)[1:] {
					if k < j && owner.None() {
						a.title(x, t, j, t.titleOf(k), name)
					} else if k < j { // "Norrline founder and chairman Peter Oman"
						a.titleUnder(x, t, j, t.titleOf(k), name, owner)
					}
				}
			}
		}
	}
}

// titled splits a name whose head is a title ("President" with Joe and Biden flat under it) into title and name.
func (t *syntax) titled(i int) (title, name []int) {
	flat := t.all(i, "flat")
	if len(flat) == 0 {
		return nil, nil
	}
	isTitle := func(k int) bool {
		return titleWords[t.low(k)] || t.tag(k, "NOUN")
	}
	if !isTitle(i) || address[t.low(i)] {
		return nil, nil
	}
	for _, f := range flat {
		if titleWords[t.low(f)] && len(name) == 0 {
			title = append(title, f)
		} else {
			name = append(name, t.yield(f, func(k int) bool {
				return t.is(k, "appos", "acl", "punct") && t.tag(k, "PUNCT") && t.toks[k].Text == ","
			})...)
		}
	}
	if name = t.trim(name); len(name) == 0 {
		return nil, nil
	}
	title = append(append([]int{}, t.titleOf(i)...), title...)
	return title, name
}

// titleOf gives the words of title i with its modifiers, without the name.
func (t *syntax) titleOf(i int) []int {
	of := t.kid(i, "nmod") // "head of finance"
	ids := t.yield(i, func(k int) bool {
		return k > i && !(of > i && t.toks[of].Name == "" && t.prep(of) == "of" && t.above(of, k)) || t.is(k, "det", "case", "cc", "punct", "nmod:desc", "conj") && t.toks[k].Head == i
	})
	return t.trim(ids)
}

// titleUnder states that who has a title before his name has it of owner.
func (a *analysis) titleUnder(x *Extractor, t *syntax, i int, ids, name []int, owner graph.Value) {
	a.say(x, t, i, graph.Statement{Kind: graph.Attribute, Subject: a.bearer(t, i, name), Relation: bare("be "+strings.ToLower(t.words(ids))+" of", t.words(ids)), Object: owner})
}

// bearer is the person named by token i, or by the tokens name where there are any.
func (a *analysis) bearer(t *syntax, i int, name []int) graph.Value {
	v := a.value(t, i)
	if len(name) > 0 {
		v.Name = a.fullName(t, i, t.words(name))
	}
	return v
}

// title states what a title before a name says; a country or body in it becomes the thing presided over, which is returned.
func (a *analysis) title(x *Extractor, t *syntax, i int, ids, name []int) graph.Value {
	if len(ids) == 0 || len(ids) == 1 && address[t.low(ids[0])] {
		return graph.Value{}
	}
	v := a.bearer(t, i, name)
	if v.Class != "Person" && strings.HasPrefix(v.Name, t.words(ids)+" ") {
		return graph.Value{} // "the island of Saint Anne", "the freighter Lady Elsa"
	}
	// "Ukraine President", "Civil Defense Authority director"
	head := ids[len(ids)-1]
	owned := t.kid(head, "nmod:poss") >= 0 || t.kid(i, "nmod:poss") >= 0 && t.kid(i, "nmod:poss") < head
	for _, k := range ids {
		if owned && t.is(k, "compound") || !t.is(k, "nmod:poss") && t.joined(k, head) {
			continue // "Labour's Shadow Home Secretary": not of Shadow
		}
		if t.is(k, "nmod:poss", "compound") && isProperName(t.toks[k].Name) && (t.toks[k].Head == i || t.toks[k].Head == head) && k < head {
			owner, last := a.value(t, k), k
			for last+1 < head && len(t.toks[last+1].Name) > 1 && t.toks[last+1].Name[0] == 'I' {
				last++
			}
			if last > k && t.is(k, "compound") {
				var run []int
				for j := k; j <= last; j++ {
					run = append(run, j)
				}
				owner.Name = t.words(run) // "Northrop Grumman CEO"
				owner.Text = owner.Name
			}
			role := t.words(t.after(ids, last))
			role = strings.ToLower(strings.TrimPrefix(strings.TrimPrefix(role, "'s "), "’s "))
			a.say(x, t, i, graph.Statement{Kind: graph.Attribute, Subject: v, Relation: bare("be "+role+" of", t.words(ids)), Object: owner})
			return owner
		}
	}
	w := t.words(ids)
	var roles []graph.Role
	if p := t.kid(head, "nmod:poss"); p >= 0 && t.tag(p, "PRON") {
		roles = a.within(t, head) // "its heart medicine Cordal"
	}
	a.say(x, t, i, graph.Statement{Kind: graph.Attribute, Subject: v, Relation: bare("be", ""), Object: graph.Value{Name: w, Text: w}, Roles: append(roles, a.home(t, i)...)})
	return graph.Value{}
}

// home is what a person is of or from: "the analyst Ann Lee of Morton Bank".
func (a *analysis) home(t *syntax, i int) []graph.Role {
	var out []graph.Role
	for _, k := range t.all(i, "nmod") {
		if p := t.prep(k); (p == "of" || p == "from" || p == "at") && t.is(k, "nmod") && a.named(t, k) {
			out = append(out, graph.Role{Name: p, Value: a.value(t, k)})
		}
	}
	return out
}

// joined reports whether tokens a and b are of one name.
func (t *syntax) joined(a, b int) bool {
	for j := a + 1; j <= b; j++ {
		if len(t.toks[j].Name) < 2 || t.toks[j].Name[0] != 'I' {
			return false
		}
	}
	return true
}

// after gives the ids behind modifier k and its own subtree.
func (t *syntax) after(ids []int, k int) []int {
	last := k
	for _, j := range t.yield(k, nil) {
		last = max(last, j)
	}
	var out []int
	for _, j := range ids {
		if j > last {
			out = append(out, j)
		}
	}
	return out
}

// fullName is the fullest name of the entity that i stands for, or name itself.
func (a *analysis) fullName(t *syntax, i int, name string) string {
	if e := a.index.Entity(t.n, i); e >= 0 && properName(a.doc.Entities[e].Name) && strings.Contains(a.doc.Entities[e].Name, lastWord(name)) {
		return a.doc.Entities[e].Name
	}
	return name
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
