package extract

// pass notes that the walk through the text goes on behind mention i.
func (r *resolver) pass(i int) {
	m, k := r.refs[i], r.of[i]
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
	at := m.anaphorType()
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
	both(62, ds<<4|roles[last.role])
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
	both(74, v<<4|roles[m.role])
	return dst
}
