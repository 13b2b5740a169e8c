package extract

import (
	"slices"
	"strings"
)

// wordsOfTitle are the words of a title, lower case, without the signs around them.
func wordsOfTitle(title string) []string {
	var out []string
	for _, w := range strings.Fields(strings.ToLower(title)) {
		w = strings.TrimFunc(w, func(c rune) bool { return strings.ContainsRune(".,:;!?'\"“”‘’()", c) })
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

// inTitle says how the title names a cluster: 0 there is no title, 1 not at all, 2 by the last word of a name, 3 by a
// whole name of more words than one, 4 the title is that name.
func (r *resolver) inTitle(c *cluster) int {
	if len(r.title) == 0 {
		return 0
	}
	best := 1
	for _, n := range c.forms {
		if len(n.words) == 0 {
			continue
		}
		at := slices.Index(r.title, n.words[len(n.words)-1])
		if at < 0 {
			continue
		}
		best = max(best, 2)
		if k := len(n.words); k > 1 && at+1 >= k && slices.Equal(r.title[at+1-k:at+1], n.words) {
			best = max(best, 3)
			if k == len(r.title) {
				return 4
			}
		}
	}
	return best
}

// pass notes that the walk through the text goes on behind mention i.
func (r *resolver) pass(i int) {
	m, k := r.refs[i], r.of[i]
	r.noteOffices(i)
	if k < 0 {
		return
	}
	c := r.clusters[k]
	c.past++
	c.last = i
	if m.Form == "pronoun" {
		c.pron++
		if m.person == 3 {
			r.pronoun[m.sex] = i
		}
	}
	if (m.role == "subj" || m.role == "subjpass") && r.topic[m.Sentence] < 0 && m.Form != "group" {
		r.topic[m.Sentence] = k
	}
}

// pair appends the features of candidate c for anaphor a, and those of what c has been taken for so far: how often and
// how lately the text has spoken of it, and whether the last pronoun like a stood for it.
func (r *resolver) pair(dst []feature, a, c, rank int) []feature {
	dst = r.ctx.pair(dst, a, c, rank)
	m := r.refs[a]
	at := m.asks
	both := func(template, value int) {
		dst = append(dst, key(template, value), key(template+1, value<<5|at))
	}
	k := r.of[c]
	if k < 0 || r.clusters[k].past == 0 {
		both(60, 15)
		return dst
	}
	cl := r.clusters[k]
	last := r.refs[cl.last]
	ds := min(m.Sentence-last.Sentence, 3)
	both(60, min(bucket(cl.past), 8))
	both(62, ds<<4|last.roleNo)
	both(64, bit(cl.last == c)<<2|min(ds, 3))
	both(66, min(cl.pron, 3))
	both(68, bit(len(cl.names) > 0)<<1|bit(cl.orphan))
	if m.Form == "pronoun" {
		v := 0
		if p, ok := r.pronoun[m.sex]; ok {
			v = 1 + bit(r.of[p] == k) + 2*min(m.Sentence-r.refs[p].Sentence, 3)
		}
		both(70, v)
	}
	v := bit(r.topic[m.Sentence] == k)
	if m.Sentence > 0 {
		v |= bit(r.topic[m.Sentence-1] == k) << 1
	}
	if m.Sentence > 1 {
		v |= bit(r.topic[m.Sentence-2] == k) << 2
	}
	both(72, v)
	both(74, v<<4|m.roleNo)
	if len(cl.names) > 0 {
		both(76, r.inTitle(cl))
	}
	both(78, int(cl.sex)<<3|int(m.sex))
	if m.Form == "pronoun" {
		dst = r.position(dst, a, c)
	}
	return dst
}

// position appends what the place of c says about a pronoun: the phrase that it stands in, and how many others of the
// pronoun's gender the text has named between the two and in all.
func (r *resolver) position(dst []feature, a, c int) []feature {
	m, o := r.refs[a], r.refs[c]
	at := m.asks
	both := func(template, value int) {
		dst = append(dst, key(template, value), key(template+1, value<<5|at))
	}
	t := o.tree
	how := 0
	if t.rel(o.Head) == "conj" {
		how = 1
	} else if t.child(o.Head, "conj") >= 0 {
		how = 2
	}
	if o.first > 0 {
		switch t.tok[o.first-1].Text {
		case "(", "-", "--", "[":
			how += 3
		case "``", "\"", "“", "''":
			how += 6
		}
	}
	both(80, how)
	prep := ""
	if k := t.child(o.Head, "case"); k >= 0 {
		prep = t.lower(k)
	}
	if o.Form == "name" {
		both(82, hashed(prep)&0x7ff)
	}
	ds := min(m.Sentence-o.Sentence, 2)
	mainClause := 0 // whether the clause of each is the sentence's main one
	if o.verb >= 0 && (t.tok[o.verb].Head < 0 || t.rel(o.verb) == "conj" && t.tok[o.verb].Head >= 0 && t.tok[t.tok[o.verb].Head].Head < 0) {
		mainClause = 1
	}
	if m.verb >= 0 && m.tree.tok[m.verb].Head < 0 {
		mainClause += 2
	}
	both(84, (o.roleNo<<2|mainClause)<<2|ds)
	dst = append(dst, key(86, (((o.roleNo<<4|m.roleNo)<<2|mainClause)<<2|ds)<<1|bit(c > a)))
	between, all := r.rivals(a, c)
	both(87, min(between, 4))
	both(89, min(all, 5)<<3|min(between, 4))
	return dst
}

// rivals counts the other named things that the pronoun a may stand for: those last named between c and a, and those
// within twenty mentions of it in all.
func (r *resolver) rivals(a, c int) (between, all int) {
	m := r.refs[a]
	var seen [24]int
	n := 0
	for j := a - 1; j >= 0 && j >= a-40 && n < len(seen); j-- {
		o, k := r.refs[j], r.of[j]
		if o.Form != "name" || k < 0 || k == r.of[c] || r.clusters[k].sex&m.sex == 0 || o.Class != "Person" && m.sex&neuter == 0 {
			continue
		}
		if slices.Contains(seen[:n], k) {
			continue
		}
		seen[n] = k
		n++
		all++
		if j > c {
			between++
		}
	}
	return between, all
}
