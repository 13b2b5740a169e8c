package extract

import "sort"

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

// be stands for the form of "be" that the participle of c leaves out.
func (w *wording) be(c *clause) int {
	n := -1
	if c.passive || c.up != nil && c.up.mood().tense == 0 {
		n = -2
	}
	if len(c.subj) > 0 && w.t.feat(c.subj[0], "Number") == "Plur" {
		n -= 2
	}
	return n
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
		if x.link == relative || x.link == participial || x.link == purpose && len(x.subj) == 1 && x.subj[0] == x.noun {
			return w.antecedent(x)
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

// antecedent is the wording of the noun that clause c hangs from, without c.
func (w *wording) antecedent(c *clause) []int {
	t := w.t
	i := t.deref(c.noun)
	return t.trim(t.yieldNP0(i, func(k int) bool {
		return k == c.head || t.is(k, "acl:relcl", "parataxis", "discourse", "vocative", "advcl:relcl", "appos")
	}))
}
