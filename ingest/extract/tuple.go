package extract

import (
	"sort"
	"strings"

	"kg/ingest/text"
)

// Tuple is a statement in the manner of open information extraction: the sentence's own words, nothing resolved.
type Tuple struct {
	Sentence   int // index into Document.Sentences
	Relation   string
	Args       []string // subject, object, further arguments; at least one
	Confidence float64  // 0 to 1
	Extractor  string
}

// Tuples draws open-IE tuples from the trees of doc; it needs no mentions.
func Tuples(doc *text.Document) []Tuple {
	a := analyse(doc)
	var out []Tuple
	for n, t := range a.trees {
		w := &wording{a: a, t: t}
		for _, c := range a.all[n] {
			w.clause(c)
		}
		w.appositions()
		out = append(out, w.result()...)
	}
	return out
}

// wording makes the tuples of one sentence.
type wording struct {
	a   *analysis
	t   *syntax
	out []Tuple
}

// put adds a tuple; an empty argument is left out.
func (w *wording) put(rule string, p float64, relation []int, args ...[]int) {
	rel := w.join(relation)
	t := Tuple{Sentence: w.t.n, Relation: rel, Confidence: p, Extractor: rule}
	for _, x := range args {
		if s := w.join(x); s != "" {
			t.Args = append(t.Args, s)
		}
	}
	if rel == "" || len(t.Args) == 0 {
		return
	}
	w.out = append(w.out, t)
}

func (w *wording) join(ids []int) string {
	var b []string
	for _, i := range ids {
		if i < 0 {
			b = append(b, "is")
			continue
		}
		b = append(b, w.t.toks[i].Text)
	}
	return strings.Join(b, " ")
}

func (w *wording) result() []Tuple {
	seen := map[string]bool{}
	var out []Tuple
	for _, t := range w.out {
		k := t.Relation + "\t" + strings.Join(t.Args, "\t")
		if !seen[k] {
			seen[k] = true
			out = append(out, t)
		}
	}
	return out
}

// noun is the wording of a subject or object, with its conjuncts.
func (w *wording) noun(i int) []int {
	t := w.t
	i = t.deref(i)
	return t.trim(t.yieldNP0(i, func(k int) bool {
		return t.is(k, "acl:relcl", "parataxis", "discourse", "vocative", "advcl:relcl", "appos")
	}))
}

// yieldNP0 is yield for a phrase with its conjuncts, without i's own preposition and clause parts.
func (t *syntax) yieldNP0(i int, skip func(int) bool) []int {
	pred := t.kid(i, "cop") >= 0
	ids := t.yield(i, func(k int) bool {
		if t.toks[k].Head == i {
			if t.is(k, "case", "mark") && k < i || t.is(k, "cc:preconj") {
				return true
			}
			if t.is(k, "cc") && k < i {
				return true
			}
			if pred && (t.is(k, "nsubj", "csubj", "cop", "aux", "expl", "advcl", "ccomp", "parataxis", "punct", "obl:unmarked") ||
				t.is(k, "advmod") && k < t.kid(i, "cop") || t.is(k, "obl", "nmod") && k < t.kid(i, "cop") ||
				t.is(k, "advmod") && (negator(t.low(k)) || t.low(k) == "also") || t.is(k, "conj") && t.clausal(k)) {
				return true
			}
		}
		return skip(k)
	})
	return t.lastComma(ids)
}

// lastComma drops punctuation that stands before a gap.
func (t *syntax) lastComma(ids []int) []int {
	var out []int
	for n, i := range ids {
		if n+1 < len(ids) && ids[n+1] != i+1 && t.toks[i].Text == "," {
			continue
		}
		out = append(out, i)
	}
	return out
}

// full is the wording of an adjunct with its preposition.
func (w *wording) full(i int) []int {
	t := w.t
	return t.trim(t.lastComma(t.yield(i, func(k int) bool {
		return t.is(k, "acl:relcl", "parataxis", "discourse", "appos") || t.is(k, "cc") && t.toks[k].Head == i && k < i
	})))
}

// relation is the verb with what belongs to it: auxiliaries, negation, adverbs before it, particles.
func (w *wording) relation(c *clause) []int {
	t := w.t
	ids := []int{c.head}
	if c.cop >= 0 {
		ids = []int{c.cop}
	}
	aux := t.all(c.head, "aux")
	if len(aux) == 0 && c.cop < 0 && c.link == conjunct && c.sharesMood() {
		for u := c.up; u != nil; u = u.up {
			if x := t.all(u.head, "aux"); len(x) > 0 {
				aux = x
				break
			}
			if u.link != conjunct {
				break
			}
		}
	}
	ids = append(ids, aux...)
	ids = append(ids, t.all(c.head, "compound:prt")...)
	limit := c.head
	if c.cop >= 0 {
		limit = c.cop + 1
		for limit < c.head && t.is(limit, "advmod") {
			limit++
		}
	}
	for _, k := range t.all(c.head, "advmod") {
		if len(t.kids[k]) == 0 && !t.timeHead(k) && (k < limit && k > w.first(c) || negator(t.low(k))) && t.deref(k) == k && !wh(t.low(k)) {
			ids = append(ids, k)
		}
	}
	sort.Ints(ids)
	return ids
}

func wh(s string) bool { return s == "where" || s == "when" || s == "why" || s == "how" }

// first is the last token of c's subject where it precedes the verb, else -1: adverbs before it open the sentence.
func (w *wording) first(c *clause) int {
	f := -1
	if c.own {
		for _, s := range c.subj {
			if s < c.head {
				f = max(f, s)
			}
		}
	}
	return f
}

func (w *wording) clause(c *clause) {
	t := w.t
	p := c.confidence()
	subj := w.subject(c)
	rel := w.relation(c)
	// governors that give way: "plans to establish"
	if c.over && !c.up.there {
		rel = w.chain(c)
	} else if c.link == complement && !c.over && c.mark == "to" {
		rel = append(t.all(c.head, "mark"), rel...)
	}
	for _, d := range c.comp {
		if d.over && d.link == complement {
			return
		}
	}
	if c.there {
		w.there(c, rel)
		return
	}
	if c.cop >= 0 || !t.tag(c.head, "VERB", "AUX") {
		w.copula(c, rel, subj, p)
		return
	}
	var rest [][]int
	var obj []int
	for _, k := range t.kids[c.head] {
		switch {
		case t.is(k, "obj"):
			obj = w.noun(k)
		case t.is(k, "iobj"):
			rest = append(rest, w.noun(k))
		case t.is(k, "ccomp"):
			obj = t.trim(t.yield(k, func(j int) bool { return t.is(j, "parataxis") && t.speechAside(j) }))
		case t.is(k, "xcomp") && !w.covers(c, k):
			obj = append(obj, t.trim(t.yield(k, nil))...)
		}
	}
	if len(obj) == 0 && len(c.obj) > 0 && !c.passive {
		obj = w.noun(c.obj[0])
	}
	var obls []int
	for _, k := range c.obl {
		if t.deref(k) != k || accordingTo(t.prep(k)) {
			continue
		}
		obls = append(obls, k)
	}
	if c.passive {
		for _, k := range t.all(c.head, "obl:agent") {
			obls = append(obls, k)
		}
	}
	sort.Ints(obls)
	if len(obj) == 0 {
		// the first prepositional argument after the verb gives the relation its preposition
		for n, k := range obls {
			if k > c.head && t.prep(k) != "" && !t.timeHead(k) {
				rel = append(rel, t.prepIDs(k)...)
				obj = w.noun(k)
				obls = append(append([]int{}, obls[:n]...), obls[n+1:]...)
				break
			}
		}
	}
	for _, k := range obls {
		rest = append(rest, w.full(k))
	}
	for _, k := range t.all(c.head, "advcl") {
		if d := w.a.at[t.n][k]; d != nil && k > c.head && d.mark != "" {
			rest = append(rest, t.trim(t.yield(k, nil)))
		}
	}
	for _, k := range t.all(c.head, "advmod") {
		if t.timeHead(k) || k > c.head && !negator(t.low(k)) {
			rest = append(rest, t.trim(t.yield(k, nil)))
		}
	}
	if len(subj) == 0 {
		return
	}
	if len(obj) == 0 && len(rest) > 0 {
		obj, rest = rest[0], rest[1:]
	}
	w.put("verb", p, rel, append([][]int{subj, obj}, rest...)...)
}

// covers reports whether complement k of c states c as well.
func (w *wording) covers(c *clause, k int) bool {
	d := w.a.at[w.t.n][k]
	return d != nil && d.over
}

// chain is the relation of a verb with the governors that give way to it.
func (w *wording) chain(c *clause) []int {
	t := w.t
	ids := w.relation(c)
	for x := c; x.over && x.up != nil; x = x.up {
		ids = append(ids, t.all(x.head, "mark")...)
		ids = append(ids, w.relation(x.up)...)
		if x.up.cop >= 0 {
			ids = append(ids, x.up.head)
		}
	}
	sort.Ints(ids)
	return ids
}

// subject is the wording of c's subject, nil for none.
func (w *wording) subject(c *clause) []int {
	t := w.t
	for x := c; x != nil; x = x.up {
		for _, k := range t.all(x.head, "nsubj", "csubj") {
			if t.is(k, "nsubj:outer") {
				continue
			}
			return w.noun(k)
		}
		if x.link == relative || x.link == participial {
			return w.noun(x.noun)
		}
		if len(x.subj) > 0 && x.link != conjunct && x.link != complement && x.link != adverbial {
			return w.noun(x.subj[0])
		}
		if len(x.subj) > 0 && x.link == complement && len(x.up.subj) > 0 && x.subj[0] != x.up.subj[0] {
			return w.noun(x.subj[0])
		}
		if x.link != conjunct && x.link != complement && x.link != adverbial {
			return nil
		}
	}
	return nil
}

func (w *wording) copula(c *clause, rel, subj []int, p float64) {
	t := w.t
	if len(subj) == 0 {
		return
	}
	if c.cop < 0 {
		rel = []int{-1}
	}
	obj := w.noun(c.head)
	rel = append(rel, t.prepIDs(c.head)...)
	var rest [][]int
	for _, k := range t.all(c.head, "obl", "obl:unmarked") {
		if k < c.cop {
			rest = append(rest, w.full(k))
		}
	}
	w.put("copula", p, rel, append([][]int{subj, obj}, rest...)...)
}

func (w *wording) there(c *clause, rel []int) {}

func (w *wording) appositions() {
	t := w.t
	for i := range t.toks {
		if t.is(i, "appos") && t.toks[i].Head >= 0 {
			h := t.toks[i].Head
			head := t.trim(t.lastComma(t.yield(h, func(k int) bool {
				return t.is(k, "acl:relcl", "parataxis", "appos", "case", "conj", "cc", "acl") && t.toks[k].Head == h
			})))
			w.put("apposition", 0.6*float64(max(t.toks[i].Score, 0.5)), []int{-1}, head, w.noun(i))
		}
	}
}
