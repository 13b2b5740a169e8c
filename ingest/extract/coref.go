package extract

import (
	"math"
	"slices"
	"sort"

	"kg/ingest/text"
)

// Resolve fills doc.Entities and Mention.Entity from doc.Mentions: which mentions stand for the same thing. Names are
// joined by rule; then every noun phrase and pronoun, in the order of the text, gets the antecedent that the ranker
// likes best among those that grammar allows, or none. A noun phrase without antecedent is a thing of its own; an
// expletive or generic pronoun and a pronoun without antecedent get -1. Entities stand in the order of their first
// mention. Appositions and predicate nominals stay apart from what they describe.
func Resolve(doc *text.Document) {
	r := newResolver(doc)
	r.joinNames()
	r.places()
	r.count()
	r.leads()
	for i := range r.refs {
		r.step(i, r.work)
	}
	r.finish()
}

// scratch is what ranking needs besides the document.
type scratch struct {
	m    *ranker
	acc  []float32
	sum  []uint64
	rows []int
	fs   []feature
	reg  []uint8
	list []int // candidates
	far  []int // those of the same noun
}

func newScratch(m *ranker) *scratch {
	return &scratch{m: m, acc: make([]float32, m.hidden+1), sum: make([]uint64, words4(m.hidden+1)), reg: make([]uint8, 0, 256)}
}

// step finds what mention i stands for; all mentions before it have been through it.
func (r *resolver) step(i int, w *scratch) {
	if !r.ahead {
		defer r.pass(i)
	}
	ref := r.refs[i]
	if ref.Form == "name" {
		r.adopt(i)
	}
	if ref.Form == "group" {
		r.joinGroup(i)
	}
	if !r.ranked(i) || r.of[i] >= 0 || r.speakerFrame(i) || r.byRule(i) {
		return
	}
	cands := r.candidates(i)
	w.fs = r.ctx.fresh(w.fs[:0], i, len(cands), r.bestMatch(i, cands))
	best, bestScore := -1, w.m.score(w, w.fs, nil)
	if ref.heOrShe() { // mostly stands for somebody who was named
		bestScore -= 1.5
	} else if ref.Form == "pronoun" && ref.sex == neuter {
		bestScore -= 1
	}
	if list := r.bodies(ref, cands); len(list) > 0 {
		cands, bestScore = list, float32(math.Inf(-1))
	}
	for rank, c := range cands {
		if !r.fits(i, c) {
			continue
		}
		w.fs = r.pair(w.fs[:0], i, c, rank)
		s := w.m.score(w, w.fs, r.regarded(i, c, w.reg))
		if s > bestScore {
			best, bestScore = c, s
		}
	}
	switch {
	case best >= 0:
		r.join(i, best)
	case ref.Form == "pronoun" && ref.person == 3 && ref.sex&neuter == 0:
		k := r.start(i)
		r.clusters[k].orphan = true
		r.orphans = append(r.orphans, k)
	case ref.Form != "pronoun":
		r.start(i)
	}
}

// cluster is an entity in the making.
type cluster struct {
	refs    []int
	sex     sex
	plural  int
	class   string
	names   []*name
	forms   []*name // the first of names with each wording
	members []int   // clusters that a group is made of
	parts   []int   // mentions that a coordination is made of
	merged  int     // cluster that it has become a part of, -1 for none
	orphan  bool    // personal pronouns alone
	past    int     // how many of its mentions the walk has passed, how many pronouns among them, and the last of them
	pron    int
	last    int
}

type resolver struct {
	doc      *text.Document
	index    *Index
	quotes   []Quote
	refs     []*ref
	clusters []*cluster
	of       []int // cluster of each mention, -1 for none
	ctx      context
	byLemma  map[string][]int // earlier and later noun phrases and names by head lemma
	pronoun  map[sex]int      // the last he, she and it that has been resolved
	work     *scratch         // of the ranker
	seen     []int            // the stamp under which a mention was last seen
	stamp    int
	ahead    bool                // a mention is looked at before its turn
	framed   []int               // the mentions whose speaker is being looked for
	groups   map[string]group    // clusters with members, by these
	orphans  []int               // clusters of pronouns alone
	topic    []int               // cluster of each sentence's first subject, -1 for none
	firms    map[string]bool     // words that alone stand for a firm
	title    []string            // words of the document's title, lower case
	offices  map[string][]office // what persons have been called beside their names, by noun
	holds    map[int][]string    // the nouns of offices, by cluster
}

func newResolver(doc *text.Document) *resolver {
	r := &resolver{doc: doc, index: NewIndex(doc), quotes: Quotes(doc), byLemma: map[string][]int{}, pronoun: map[sex]int{}, groups: map[string]group{}, offices: map[string][]office{}, holds: map[int][]string{}}
	r.topic = make([]int, len(doc.Sentences))
	for i := range r.topic {
		r.topic[i] = -1
	}
	r.refs = newRefs(doc, r.index, r.quotes)
	r.of, r.seen = make([]int, len(r.refs)), make([]int, len(r.refs))
	for i := range r.of {
		r.of[i] = -1
		r.refs[i].Entity = -1
	}
	r.ctx.refs = r.refs
	r.title = wordsOfTitle(doc.Title)
	r.work = newScratch(coreferenceModel())
	return r
}

// start makes a cluster of mention i alone.
func (r *resolver) start(i int) int {
	m := r.refs[i]
	c := &cluster{refs: []int{i}, sex: m.sex, plural: m.plural, class: m.Class, merged: -1}
	if m.name != nil {
		c.called(m.name)
	}
	r.clusters = append(r.clusters, c)
	r.of[i] = len(r.clusters) - 1
	m.Entity = r.of[i]
	return r.of[i]
}

// join puts mention i into the cluster of mention c, which gets one where it has none.
func (r *resolver) join(i, c int) {
	c = r.described(c)
	k := r.of[c]
	if k < 0 {
		k = r.start(c)
	}
	r.add(i, k)
}

// described is the name that the noun phrase c is in apposition to or predicated of ("their manager Peter Holt"), else c.
func (r *resolver) described(c int) int {
	m := r.refs[c]
	if m.Form != "noun" {
		return c
	}
	if m.appos >= 0 {
		if o := r.refs[m.appos]; (o.Form == "name" || o.Form == "pronoun" && r.of[m.appos] >= 0) && m.sex&o.sex != 0 && m.plural*o.plural >= 0 {
			return m.appos
		}
	}
	if m.name == nil && m.named >= 0 && r.of[m.named] >= 0 && m.sex&r.refs[m.named].sex != 0 {
		return m.named
	}
	return c
}

// called notes a name of the cluster.
func (c *cluster) called(n *name) {
	c.names = append(c.names, n)
	if i := slices.IndexFunc(c.forms, func(o *name) bool { return o.full == n.full }); i < 0 {
		c.forms = append(c.forms, n)
	} else {
		c.forms[i].business = c.forms[i].business || n.business
		c.forms[i].body = c.forms[i].body || n.body
	}
}

func (r *resolver) add(i, k int) {
	cl, m := r.clusters[k], r.refs[i]
	cl.refs = append(cl.refs, i)
	cl.orphan = cl.orphan && m.Form == "pronoun"
	if s := cl.sex & m.sex; s != 0 {
		cl.sex = s
	}
	if cl.plural == 0 {
		cl.plural = m.plural
	}
	switch {
	case cl.class == "Thing" && m.Form != "pronoun":
		cl.class = m.Class
	case m.heOrShe() && (cl.class == "Organization" || cl.class == "Place"):
		cl.class = "Person" // a surname taken for another name
	case cl.class == "Person" && cl.sex == neuter:
		cl.class = "Organization" // a name taken for a person's, spoken of as "it" or "the company"
	}
	if m.name != nil {
		cl.called(m.name)
	}
	r.of[i] = k
	m.Entity = k
}

// fits holds what the whole cluster of candidate c demands of mention i.
func (r *resolver) fits(i, c int) bool {
	k := r.of[r.described(c)]
	if k < 0 {
		return true
	}
	cl, m := r.clusters[k], r.refs[i]
	if cl.sex&m.sex == 0 || r.namedUnder(i, k) || r.calledOther(i, k) || r.ofOther(i, k) || r.otherOffice(i, k) || r.notOf(i, c, k) || r.olderThan(i, k) || r.trades(k, m.lemma) ||
		m.lemma == "they" && len(cl.names) > 0 && (cl.sex == male || cl.sex == female) {
		return false
	}
	// who speaks calls himself "I", not "he"
	if m.Form == "pronoun" && m.person == 3 && m.quote >= 0 {
		if s := r.quotes[m.quote].Speaker; s >= 0 && r.of[s] == k {
			return false
		}
	}
	for n := len(cl.refs) - 1; n >= 0 && n >= len(cl.refs)-6; n-- {
		o := r.refs[cl.refs[n]]
		if o.Sentence == m.Sentence && !structureAllows(r.refs, m, o, i, cl.refs[n]) || !mayBeObject(m, o) {
			return false
		}
	}
	return true
}

// candidates are the mentions that grammar allows as antecedents of i, nearest first; those behind i come last. They
// hold until the next call.
func (r *resolver) candidates(i int) []int {
	m := r.refs[i]
	list := r.work.list[:0]
	r.stamp++
	quoted := m.heOrShe() && m.quote < 0 && r.speakerNear(m)
	for c, n := i-1, 0; c >= 0 && n < window; c-- {
		n++
		if m.Form == "pronoun" && m.person == 3 && m.Sentence-r.refs[c].Sentence > 9 {
			break
		}
		if !mayRefer(r.refs, i, c) || r.saysThis(i, c) || quoted && r.refs[c].quote >= 0 && r.quotes[r.refs[c].quote].Speaker >= 0 {
			continue
		}
		if m.Form != "pronoun" {
			if k := matchKind(m, r.refs[c]); k >= 9 && m.det != "def" && m.det != "dem" {
				continue
			}
		}
		list = append(list, c)
		r.seen[c] = r.stamp
	}
	if m.Form != "pronoun" {
		far := r.earlier(r.work.far[:0], m.lemma, i, 24)
		for _, s := range m.synonyms {
			far = r.earlier(far, s, i, 3)
		}
		for _, c := range far {
			if r.seen[c] != r.stamp && mayRefer(r.refs, i, c) {
				list = append(list, c)
				r.seen[c] = r.stamp
			}
		}
		r.work.far, r.work.list = far, list
		return r.sameWords(m, list)
	}
	if m.person == 3 && m.plural <= 0 && m.det != "dem" {
		for c := i + 1; c < len(r.refs) && c < i+12 && r.refs[c].Sentence == m.Sentence; c++ {
			o := r.refs[c]
			if (o.Form == "name" || o.Form == "noun" && o.role == "subj") && mayRefer(r.refs, i, c) {
				list = append(list, c)
			}
		}
	}
	r.work.list = list
	return list
}

// speakerNear reports whether a speaker of the last two sentences may be what the pronoun m stands for: then it is
// nobody whom only the quotation speaks of.
func (r *resolver) speakerNear(m *ref) bool {
	for k := r.quotesUntil(m) - 1; k >= 0; k-- {
		q := &r.quotes[k]
		if q.Speaker < 0 {
			continue
		}
		if q.Sentence < m.Sentence-2 {
			return false
		}
		if o := r.refs[q.Speaker]; pronounMay(m, o) && o.Start < m.Start {
			return true
		}
	}
	return false
}

// quotesUntil is how many quotations begin before or with m.
func (r *resolver) quotesUntil(m *ref) int {
	return sort.Search(len(r.quotes), func(k int) bool { return r.quotes[k].Start > m.Start })
}

// sameWords leaves only the candidates that share a word with a noun phrase, where there is one that has all its words.
func (r *resolver) sameWords(m *ref, list []int) []int {
	if m.det != "def" && m.det != "dem" {
		return list
	}
	full := false
	for _, c := range list {
		if k := matchKind(m, r.refs[c]); k == 1 || k == 2 {
			full = true
		}
	}
	if !full {
		return list
	}
	out := list[:0]
	for _, c := range list {
		if k := matchKind(m, r.refs[c]); k < 9 {
			out = append(out, c)
		}
	}
	return out
}

// earlier appends at most n mentions before i that have the head lemma, nearest first.
func (r *resolver) earlier(list []int, lemma string, i, n int) []int {
	all := r.byLemma[lemma]
	lo, hi := 0, len(all)
	for lo < hi {
		mid := (lo + hi) / 2
		if all[mid] < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for k := lo - 1; k >= max(0, lo-n); k-- {
		list = append(list, all[k])
	}
	return list
}

// bestMatch is the best matchKind of the candidates, 0 for none.
func (r *resolver) bestMatch(i int, cands []int) int {
	best := 0
	for _, c := range cands {
		if k := matchKind(r.refs[i], r.refs[c]); k > 0 && (best == 0 || k < best) {
			best = k
		}
	}
	return best
}

// count fills how often each name and noun occurs, and the index of head lemmas.
func (r *resolver) count() {
	r.ctx.count, r.ctx.total = make([]int, len(r.refs)), make([]int, len(r.refs))
	byCluster, byLemma := map[int]int{}, map[string]int{}
	for i, m := range r.refs {
		switch m.Form {
		case "name":
			byCluster[r.of[i]]++
			r.ctx.count[i] = byCluster[r.of[i]]
		case "noun":
			m.same = byLemma[m.lemma]
			byLemma[m.lemma]++
			r.ctx.count[i] = byLemma[m.lemma]
		}
		if m.Form == "name" || m.Form == "noun" {
			r.byLemma[m.lemma] = append(r.byLemma[m.lemma], i)
		}
	}
	for i, m := range r.refs {
		switch m.Form {
		case "name":
			r.ctx.total[i] = byCluster[r.of[i]]
		case "noun":
			r.ctx.total[i] = byLemma[m.lemma]
		}
	}
}
