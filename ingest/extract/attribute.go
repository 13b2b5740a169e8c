package extract

import (
	"slices"
	"strings"

	"kg/graph"
)

// say adds a statement that no verb makes: it holds as its noun's clause is attributed, in the present.
func (a *analysis) say(x *Extractor, t *syntax, i int, s graph.Statement) {
	for h := i; h >= 0; h = t.toks[h].Head {
		if c := a.at[t.n][h]; c != nil {
			st := a.status(c)
			if s.Kind == graph.Membership {
				s.By, s.Cue = st.by, st.cue
			}
			break
		}
		if t.toks[h].Head == h {
			break
		}
	}
	s.Tense = graph.Present
	p := float64(t.toks[i].Score)
	if p == 0 {
		p = 0.9
	}
	a.add(x, t, i, s, 0.9*p)
}

// appositions states "Jake Sullivan, the National Security Advisor", "Daniel Montalvo, 19" and "the bridge, two kilometres long".
func appositions(a *analysis, x *Extractor, t *syntax) {
	for i := range t.toks {
		if t.sizeBeside(i) {
			a.identity(x, t, t.toks[i].Head, i, a.value(t, t.toks[i].Head))
			continue
		}
		if h := t.toks[i].Head; t.is(i, "nmod") && h >= 0 && t.kid(i, "case") >= 0 && t.low(t.kid(i, "case")) == "worth" && h < i {
			v := a.phraseValue(t, i) // "a contract worth 410 million dollars"
			v.Name, v.Text, v.Class, v.ID = "worth "+v.Name, "worth "+v.Text, "", ""
			a.say(x, t, h, graph.Statement{Kind: graph.Attribute, Subject: a.value(t, h), Relation: bare("be", ""), Object: v})
			continue
		}
		if !t.is(i, "appos") || t.toks[i].Head < 0 {
			continue
		}
		h := a.anchor(t, i)
		if h < 0 {
			continue
		}
		if t.measure(h) || t.aside(i) && strings.ToUpper(t.toks[i].Text) == t.toks[i].Text {
			continue // "2.95% (54.97 points)", "the union (EU)"
		}
		if w := t.kid(i, "nmod:poss"); w >= 0 && t.low(w) == "whose" {
			continue // "CADE, whose chairwoman, Ana Melo, …": it begins a clause
		}
		if t.partOf(i) {
			continue
		}
		if t.kid(i, "nsubj", "cop") >= 0 || t.clausal(i) && t.tag(i, "VERB") || t.timeHead(h) || t.timeHead(i) {
			continue
		}
		sub, obj := h, i
		if t.tag(i, "PROPN") && !t.tag(h, "PROPN") && !a.named(t, h) || t.bodyBeside(h) == i {
			sub, obj = i, h // "its rival, Firefox"
		}
		if t.tag(sub, "NUM") && !t.tag(obj, "NUM") || t.sumsUp(i, h) {
			continue
		}
		if ids := t.yield(i, nil); ids[0] > 1 && t.low(ids[0]-2)+" "+t.low(ids[0]-1) == "among them" || len(ids) > 2 && t.low(ids[0])+" "+t.low(ids[1]) == "among them" {
			for h > 0 && (t.low(h) == "them" || !t.tag(h, "NOUN", "PROPN")) {
				h--
			}
			for _, k := range t.conj(i) {
				a.say(x, t, k, graph.Statement{Kind: graph.Membership, Subject: a.value(t, k), Relation: bare("be one of", "among them"), Object: a.phraseValue(t, h)})
			}
			continue
		}
		if t.low(h) == "all" || t.tag(h, "PRON") && t.deref(h) == h && a.index.Entity(t.n, h) < 0 {
			continue
		}
		v := a.value(t, sub)
		if t.tag(obj, "NUM") && !t.tag(i, "NUM") {
			continue
		}
		if n := t.nameBeside(h); n > i && t.tag(h, "NOUN") && a.named(t, n) {
			a.identity(x, t, n, h, a.value(t, n)) // "her husband, the runner Paul Kip"
			continue
		}
		if abbreviates(t.toks[i].Text, v.Name) || abbreviates(v.Text, t.words(t.narrow(i))) {
			continue
		}
		if sub == i && t.feat(h, "Number") == "Plur" { // "the graduates Alice Nguyen and Ravi Menon"
			for _, k := range t.conj(sub)[1:] {
				if t.tag(k, "PROPN") {
					a.identity(x, t, k, obj, a.value(t, k))
				}
			}
		}
		for n, k := range t.conj(obj) {
			if n > 0 && (t.tag(k, "PROPN") || t.tag(sub, "PROPN") && t.feat(sub, "Number") == "Plur" || sub == i && t.kid(k, "appos") >= 0) {
				break
			}
			a.identity(x, t, sub, k, v)
		}
	}
}

// sizeBeside reports whether adjective i gives with its measure the size of the noun before it: "the bridge, two kilometres long, …".
func (t *syntax) sizeBeside(i int) bool {
	if !t.is(i, "amod") || !t.tag(i, "ADJ") || t.toks[i].Head < 0 || t.toks[i].Head > i || !t.tag(t.toks[i].Head, "NOUN", "PROPN") {
		return false
	}
	k := t.kid(i, "obl:unmarked")
	if k < 0 || !t.gauges(k, i) {
		return false
	}
	first := t.yield(i, nil)[0]
	return t.toks[first].Text == "," || first > 0 && t.toks[first-1].Text == ","
}

// sumsUp reports whether the superlative i, behind a longer phrase of the circumstance h, says what the whole clause says:
// "was fined over a fire at its plant in 2021, the largest penalty".
func (t *syntax) sumsUp(i, h int) bool {
	m := t.kid(i, "amod")
	return t.is(h, "obl") && t.tag(h, "NOUN") && m >= 0 && t.toks[m].XTag == "JJS" && t.yield(i, nil)[0]-h > 3
}

// partOf reports whether i counts some of those that it stands beside: "nine people were hurt, four of them critically".
func (t *syntax) partOf(i int) bool {
	k := t.kid(i, "nmod")
	return k > i && t.prep(k) == "of" && (t.low(k) == "them" || t.low(k) == "whom" || t.low(k) == "which") && t.tag(i, "NUM", "DET", "PRON", "ADJ")
}

// aside reports whether i stands in brackets.
func (t *syntax) aside(i int) bool {
	n := t.yield(i, nil)[0]
	return t.toks[n].Text == "(" || n > 0 && t.toks[n-1].Text == "("
}

// anchor is the noun that apposition i explains: the last conjunct before it rather than the first, and the nearest name
// where that alone is of its kind; -1 where i is part of a name.
func (a *analysis) anchor(t *syntax, i int) int {
	h := t.toks[i].Head
	ids := t.yield(i, nil)
	start := ids[0]
	for j := h + 1; j < start; j++ {
		if t.toks[j].Text == ":" {
			return -1
		}
	}
	if t.toks[max(start, 0)].Text == ":" {
		return -1
	}
	if start > 0 && start > h && !t.tag(start-1, "PUNCT") && !t.tag(start, "PUNCT") && t.tag(i, "PROPN") && t.tag(h, "PROPN") {
		return -1
	}
	for _, k := range t.all(h, "conj") {
		if k < start && k > h && !t.clausal(k) {
			h = k
		}
	}
	n := start - 1
	for n > h && t.tag(n, "PUNCT") {
		n--
	}
	for n > h && t.is(n, "flat", "case") {
		n = t.toks[n].Head
	}
	if n > h && t.tag(n, "PROPN") && t.tag(i, "NOUN") {
		ci, ch, cn := classOfToken(t, i), classOfToken(t, h), classOfToken(t, n)
		if ci == cn && ci != ch {
			return n
		}
	}
	return h
}

// identity states that sub is what noun k says: "be", "be president of".
func (a *analysis) identity(x *Extractor, t *syntax, sub, k int, v graph.Value) {
	obj := a.phraseValue(t, k)
	if a.named(t, k) && strings.EqualFold(obj.Name, v.Name) {
		obj.Name = t.words(t.narrow(k))
	}
	if strings.EqualFold(obj.Name, v.Name) || obj.Name == "" {
		return
	}
	if t.is(sub, "appos", "conj") && t.above(k, sub) && t.feat(k, "Number") == "Plur" && t.feat(sub, "Number") != "Plur" {
		obj.Name = strings.Replace(obj.Name, t.toks[k].Text, t.lemma(k), 1) // "the engineers Alice Nguyen and Ravi Menon"
		if n := t.kid(k, "nummod"); n >= 0 {
			obj.Name = strings.TrimPrefix(obj.Name, t.toks[n].Text+" ")
		}
	}
	roles := a.within(t, k)
	if of := t.respective(sub, k); of >= 0 {
		first := t.conj(t.kid(k, "nmod"))[0]
		obj.Name = strings.Replace(obj.Name, t.words(t.trim(t.yieldNP0(first, func(int) bool { return false }))), t.words(t.narrow(of)), 1)
		roles = slices.DeleteFunc(roles, func(r graph.Role) bool { return r.Name == "of" && r.Value.Name != a.value(t, of).Name })
	}
	roles = slices.DeleteFunc(roles, func(r graph.Role) bool { return r.Value.Name == v.Name }) // a part of the name itself
	if v.Class == "Place" && obj.Class == "Place" && t.tag(k, "PROPN") && t.tag(sub, "PROPN") {
		a.say(x, t, sub, graph.Statement{Subject: v, Relation: bare("be in", ","), Object: obj}) // "Toulouse, France"
		return
	}
	s := graph.Statement{Kind: graph.Attribute, Subject: v, Relation: bare("be", ""), Object: obj, Roles: append(roles, a.home(t, sub)...)}
	for _, n := range t.all(k, "nmod", "obl:unmarked") {
		p := t.prep(n)
		if e, ok := a.times[t.n][n]; !t.is(n, "nmod:unmarked", "obl:unmarked") && p != "until" && !(ok && e.Kind != Set && (p == "since" || p == "from" || p == "between")) {
			continue
		}
		if tm, ok := a.timePhrase(t, n); ok && n > k {
			s.Time = tm // "a member of the party all his life", "president from 2001 to 2009"
		}
	}
	a.say(x, t, sub, s)
}

// respective is the one of several complements of noun k that name sub, one of as many beside k, goes with: "the presidents of
// Bolivia and Paraguay, Pablo Condori and Lourdes Benegas"; -1 for none.
func (t *syntax) respective(sub, k int) int {
	first := sub
	if t.is(sub, "conj") {
		first = t.toks[sub].Head
	}
	of := t.kid(k, "nmod")
	if t.feat(k, "Number") != "Plur" || first < 0 || !t.is(first, "appos") || t.toks[first].Head != k || of < k || of > first || t.prep(of) != "of" {
		return -1
	}
	names, whose := t.conj(first), t.conj(of)
	if n := slices.Index(names, sub); n >= 0 && len(names) > 1 && len(names) == len(whose) {
		return whose[n]
	}
	return -1
}

// abbreviates reports whether short is made of the initials of long, or one holds the other.
func abbreviates(short, long string) bool {
	if len(short) < 2 || strings.ToUpper(short) != short {
		return false
	}
	initials := ""
	for _, w := range strings.Fields(long) {
		if w[0] >= 'A' && w[0] <= 'Z' {
			initials += w[:1]
		}
	}
	s := strings.ReplaceAll(short, ".", "")
	return len(s) > 1 && (strings.HasPrefix(s, initials) && initials != "" || strings.HasPrefix(initials, s))
}

// memberships states "15 countries, including the U.K.": U.K. · be one of · 15 countries.
func memberships(a *analysis, x *Extractor, t *syntax) {
	for i := range t.toks {
		if !t.membership(i) || t.toks[i].Head < 0 {
			continue
		}
		whole := a.phraseValue(t, t.toks[i].Head)
		if t.tag(t.toks[i].Head, "VERB", "ADJ", "ADV") {
			continue
		}
		for _, k := range t.conj(i) {
			v := a.value(t, k)
			rel := bare("be one of", t.prep(i))
			if t.low(k) == "others" || t.low(k) == "other" {
				continue
			}
			a.say(x, t, i, graph.Statement{Kind: graph.Membership, Subject: v, Relation: rel, Object: whole})
		}
	}
}

// ages states "Daniel Montalvo, 19" and "the 54-year-old engineer".
func ages(a *analysis, x *Extractor, t *syntax) {
	for i := range t.toks {
		q, ok := a.counts[t.n][i]
		if !ok || !q.Age {
			// "Peter Novak, 54, was arrested"
			k := -1
			for _, n := range t.all(i, "list", "appos", "nummod", "nmod:unmarked", "dep", "amod") {
				if k < 0 && n > i && t.tag(n, "NUM") {
					k = n
				}
			}
			if k < 0 || k < i || !t.tag(k, "NUM") || t.toks[k-1].Text != "," || k+1 >= len(t.toks) || !t.tag(k+1, "PUNCT") || !t.tag(i, "PROPN") || len(t.toks[k].Text) > 3 || nameClass(t.toks[i].Name) != "Person" {
				continue
			}
			q.Quantity = graph.Quantity{Text: t.toks[k].Text}
		}
		v := a.value(t, i)
		if v.None() || t.tag(i, "NUM", "ADJ") || t.low(i) == "old" || q.Quantity.Text == v.Name || t.low(i) == strings.ToLower(q.Quantity.Text) {
			continue
		}
		a.say(x, t, i, graph.Statement{Kind: graph.Attribute, Subject: v, Relation: bare("be", ""),
			Object: graph.Value{Name: strings.Trim(q.Quantity.Text, " ,"), Text: q.Quantity.Text, Class: "Quantity"}, Quantity: q.Quantity})
	}
}

// origins states "refugees from Syria": refugees · be from · Syria.
func origins(a *analysis, x *Extractor, t *syntax) {
	for i := range t.toks {
		h := t.toks[i].Head
		if h < 0 || !t.is(i, "nmod") || t.prep(i) != "from" || a.value(t, i).Class != "Place" {
			continue
		}
		if v := a.value(t, t.apposedTo(h)); v.Class == "Person" || v.Class == "Group" {
			for _, k := range t.conj(i) {
				a.say(x, t, k, graph.Statement{Subject: v, Relation: bare("be from", "from"), Object: a.value(t, k)})
			}
		}
	}
}

// verdicts states what somebody calls a thing: "described the sale as a mistake".
func verdicts(a *analysis, x *Extractor, t *syntax) {
	for _, c := range a.all[t.n] {
		switch t.lemma(c.head) {
		case "describe", "label", "brand", "regard", "portray", "denounce", "dismiss", "characterize", "characterise", "condemn", "hail", "praise", "depict", "call", "deem", "consider":
		default:
			if k := t.kid(c.head, "xcomp"); !opining[t.lemma(c.head)] || k < 0 || !t.tag(k, "ADJ") || statesOf[t.lemma(k)] {
				continue
			}
		}
		k := -1
		for _, o := range t.all(c.head, "obl", "xcomp", "advcl") {
			if m := t.kid(o, "mark"); t.prep(o) == "as" || m >= 0 && t.low(m) == "as" || t.is(o, "xcomp") && (!t.tag(o, "VERB") || a.judged(t, o)) {
				k = o
			}
		}
		about := c.obj
		if c.passive {
			about = c.subj
		}
		if k < 0 || len(about) == 0 || c.link == participial {
			continue
		}
		st := a.status(c)
		by := st.by
		if !c.passive && len(c.subj) > 0 {
			by = a.source(c)
		} else if len(c.agent) > 0 {
			by = a.speaker(t, c.agent[0])
		}
		verdict := a.phraseValue(t, k)
		if t.tag(k, "ADJ") && len(t.conj(k)) > 1 && t.kid(k, "case") < 0 { // "late but right": one judgement
			verdict.Text = t.words(t.trim(t.yield(k, nil)))
			verdict.Name = verdict.Text
		}
		for _, o := range about {
			if t.deref(o) == k || a.expletive(t, o) {
				continue
			}
			a.add(x, t, k, graph.Statement{Kind: graph.Attribute, Subject: a.value(t, o), Relation: bare("be", t.toks[c.head].Text),
				Object: verdict, Tense: graph.Present, By: by, Cue: t.lemma(c.head)}, 0.7*c.confidence())
		}
	}
}

// opining are verbs that with an object and an adjective tell what somebody thinks of something.
var opining = set("think find believe judge rate")

// statesOf are adjectives that tell how somebody or something was found rather than what he thinks of it: "found her dead".
var statesOf = set("dead alive guilty innocent unconscious asleep liable responsible empty open closed")

// judged reports whether participle k is what its governor calls its object: "called it politically motivated".
func (a *analysis) judged(t *syntax, k int) bool {
	c := a.at[t.n][k]
	if c == nil || c.link != complement || c.mark != "" || len(c.obj) > 0 || !t.gerund(k) && !t.participle(k) {
		return false
	}
	switch t.lemma(c.up.head) {
	case "call", "label", "brand", "deem", "consider":
		return true
	}
	return false
}

// namings states "the group called the Sea Org": the Sea Org · be · group.
func namings(a *analysis, x *Extractor, t *syntax) {
	for i := range t.toks {
		if !t.is(i, "acl") || t.is(i, "acl:relcl") || !t.participle(i) {
			continue
		}
		switch t.lemma(i) {
		case "call", "name", "title", "know", "dub", "entitle", "nickname":
		default:
			continue
		}
		k := t.kid(i, "xcomp", "obj", "appos", "obl:unmarked")
		if k < 0 {
			continue
		}
		v := a.value(t, k)
		obj := a.phraseValue(t, t.toks[i].Head)
		obj.Name = t.words(t.narrow(t.toks[i].Head))
		a.say(x, t, i, graph.Statement{Kind: graph.Attribute, Subject: v, Relation: bare("be", t.toks[i].Text), Object: obj})
	}
}
