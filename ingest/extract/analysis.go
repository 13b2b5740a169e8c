package extract

import (
	"slices"
	"strings"

	"kg/graph"
	"kg/ingest/text"
)

// analysis is a document with everything the extractors look at.
type analysis struct {
	doc    *text.Document
	trees  []*syntax
	all    [][]*clause       // clauses by sentence
	at     []map[int]*clause // the same by sentence and head token
	index  *Index
	quotes []Quote
	times  []map[int]TimeExpr     // by sentence and head token
	counts []map[int]QuantityExpr // by sentence and the token that is counted
	voice  []map[int]attribution  // "according to X" by sentence and head of the clause it covers
	out    []found
	skip   []Skipped
}

// attribution is a source given outside the clause's governors.
type attribution struct {
	by  graph.Value
	cue string
}

func analyse(doc *text.Document) *analysis {
	n := len(doc.Sentences)
	a := &analysis{doc: doc, index: NewIndex(doc), quotes: Quotes(doc),
		trees: make([]*syntax, n), all: make([][]*clause, n), at: make([]map[int]*clause, n),
		times: make([]map[int]TimeExpr, n), counts: make([]map[int]QuantityExpr, n), voice: make([]map[int]attribution, n)}
	for i := range doc.Sentences {
		a.trees[i] = repaired(doc, i)
		a.times[i], a.counts[i], a.at[i] = map[int]TimeExpr{}, map[int]QuantityExpr{}, map[int]*clause{}
	}
	for _, e := range Times(doc) {
		a.times[e.Sentence][e.Head] = e
	}
	for _, q := range Quantities(doc) {
		if t := a.trees[q.Sentence]; q.First < q.Last && t.is(q.First, "compound:prt") {
			q.Quantity.Text, q.Quantity.Bound = strings.TrimPrefix(q.Quantity.Text, t.toks[q.First].Text+" "), "" // "handed over 140 guns"
			q.First++
		}
		a.counts[q.Sentence][q.Head] = q
	}
	for i, t := range a.trees {
		a.all[i] = t.clauses()
		for _, c := range a.all[i] {
			a.at[i][c.head] = c
		}
	}
	for i := range a.trees {
		a.voice[i] = a.attributions(i)
	}
	return a
}

// value is the argument that token i of t heads.
func (a *analysis) value(t *syntax, i int) graph.Value {
	i = t.deref(i)
	if c := a.at[t.n][i]; c != nil && c.cop < 0 && t.tag(i, "VERB", "AUX") && !(t.is(i, "amod") || t.is(i, "nmod")) {
		w := t.words(t.trim(t.clauseText(i)))
		return graph.Value{Name: w, Text: w, Class: "Clause"}
	}
	wide := t.words(t.wide(i))
	name := t.words(t.narrow(i))
	v := graph.Value{Name: name, Text: wide, Class: classOfToken(t, i)}
	if m := a.index.Mention(t.n, i); m >= 0 {
		mention := a.doc.Mentions[m]
		v.Class = mention.Class
		if e := mention.Entity; e >= 0 {
			ent := a.doc.Entities[e]
			if pronouns[strings.ToLower(ent.Name)] {
				v.Name = t.toks[i].Text
			} else if mention.Form == "pronoun" || mention.Form == "name" || properName(ent.Name) || ownedBody(ent, name) {
				v.Name = ent.Name
			} else if name == "" {
				v.Name = ent.Name
			}
			if ent.Class != "" {
				v.Class = ent.Class
			}
		}
	}
	if n := t.bodyBeside(i); n >= 0 && !properName(v.Name) {
		w := a.value(t, n)
		v.Name, v.Class = w.Name, w.Class
	}
	if n := t.standsFor(i); n >= 0 {
		v.Name, v.Class = t.words(t.narrow(n)), classOfToken(t, n) // "those on Bolivia"
	}
	if u, n := a.ownOf(t, i); n >= 0 {
		v.Name, v.Class = u.words(u.narrow(n)), classOfToken(u, n)
	}
	if title, name := t.titled(i); len(title) > 0 && !strings.Contains(v.Name, t.toks[name[len(name)-1]].Text) {
		v.Name, v.Class = t.words(name), "Person" // "Chancellor Otto Brandt"
	}
	if p := t.nameBeside(i); p > i && t.low(i) == "one" && t.tag(p, "PROPN") && a.named(t, p) {
		w := a.value(t, p) // "one of them, Maria Lopez"
		v.Name, v.Class = w.Name, w.Class
	} else if p > i && t.low(i) == "one" && t.roleNoun(p) && properName(a.value(t, p).Name) {
		w := a.value(t, p) // "one of them, the teacher Maria Lopez"
		v.Name, v.Class = w.Name, w.Class
	} else if p > i && (t.tag(i, "NOUN") || !isProperName(t.toks[i].Name)) && t.tag(p, "PROPN") && !properName(v.Name) && (t.kid(i, "det", "nmod:poss") >= 0 || t.yield(p, nil)[0] == i+1) && a.named(t, p) && t.feat(i, "Number") != "Plur" {
		w := a.value(t, p) // "the former governor, Maria Lopez"
		v.Name, v.Class = w.Name, w.Class
	}
	if v.Name == "" {
		v.Name = t.toks[i].Text
	}
	return v
}

// ownedBody reports whether a body's name is of whom it belongs to and the noun: "Peru's football federation" for "the federation".
func ownedBody(e text.Entity, noun string) bool {
	owner, rest, ok := strings.Cut(e.Name, "'s ")
	return ok && e.Class == "Organization" && noun != "" && properName(owner) && strings.HasSuffix(" "+rest, " "+noun)
}

// nameBeside is the apposition of i, or that of its apposition where only this is a name: "her husband, the runner Paul
// Kip"; -1 for none.
func (t *syntax) nameBeside(i int) int {
	p := t.kid(i, "appos")
	if p > i && t.tag(p, "NOUN") {
		if n := t.kid(p, "appos"); n > p && t.tag(n, "PROPN") {
			return n
		}
	}
	return p
}

// spread gives the values of i: several where modifiers before it are coordinated, each with its own ("welfare and housing
// systems").
func (a *analysis) spread(t *syntax, i int) []graph.Value {
	v := a.value(t, i)
	i = t.deref(i)
	if !t.tag(i, "NOUN") || properName(v.Name) {
		return []graph.Value{v}
	}
	if p := t.kid(i, "appos"); p > i && t.feat(i, "Number") == "Plur" && t.tag(p, "PROPN") && t.kid(p, "conj") >= 0 && a.named(t, p) {
		var out []graph.Value // "the graduates Alice Nguyen and Ravi Menon"
		for _, k := range t.conj(p) {
			if !t.tag(k, "PROPN") {
				return []graph.Value{v}
			}
			out = append(out, a.value(t, k))
		}
		return out
	}
	one := t.kid(i, "det") >= 0 && (t.low(t.kid(i, "det")) == "a" || t.low(t.kid(i, "det")) == "an") // "a French and German team" is one
	for _, m := range t.all(i, "compound", "amod") {
		all := t.conj(m)
		if one && t.adjectival(m) {
			continue
		}
		if m > i || len(all) < 2 || all[len(all)-1] > i || t.vague(all[1]) {
			continue
		}
		if k := t.kid(all[len(all)-1], "cc"); k < 0 || t.low(k) != "and" && t.low(k) != "&" {
			continue
		}
		drop := map[int]bool{}
		for _, k := range all {
			for _, j := range t.yield(k, nil) {
				drop[j] = true
			}
		}
		var rest []int
		for _, j := range t.narrow(i) {
			if !drop[j] {
				rest = append(rest, j)
			}
		}
		var out []graph.Value
		for _, k := range all {
			own := t.trim(t.yield(k, func(j int) bool { return t.is(j, "conj", "cc", "punct") && t.toks[j].Head == k }))
			x := v
			x.Name = t.words(merge(rest, own))
			out = append(out, x)
		}
		return out
	}
	return []graph.Value{v}
}

// merge puts two lists of tokens in one order.
func merge(a, b []int) []int {
	out := append(append([]int{}, a...), b...)
	slices.Sort(out)
	return slices.Compact(out)
}

var pronouns = set(`i me my mine we us our ours you your yours he him his she her hers it its they them their theirs who whom this
that these those`)

// properName reports whether s is a name rather than a noun phrase: all its longer words are capitalised.
func properName(s string) bool {
	n := 0
	for _, w := range strings.Fields(s) {
		if w[0] >= 'A' && w[0] <= 'Z' {
			n++
		} else if len(w) > 3 {
			return false
		}
	}
	return n > 0
}

func classOfToken(t *syntax, i int) string {
	if c := nameClass(t.toks[i].Name); c != "" {
		return c
	}
	if c := kindClass(t.toks[i].Kind); c != "" {
		return c
	}
	return "Thing"
}

// expletive reports whether i is an "it" or "there" that stands for nothing.
func (a *analysis) expletive(t *syntax, i int) bool {
	return t.is(i, "expl") || t.low(i) == "there" && t.tag(i, "PRON")
}

// quoteAt returns the quote that token i of t stands in, nil for none.
func (a *analysis) quoteAt(t *syntax, i int) *Quote {
	for q := range a.quotes {
		if x := &a.quotes[q]; x.Start <= t.toks[i].Start && t.toks[i].End <= x.End {
			return x
		}
	}
	return nil
}
