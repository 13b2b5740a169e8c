package extract

import (
	"cmp"

	"kg/graph"
)

// copulas states what "be" says: what somebody is, is like, or where.
func copulas(a *analysis, x *Extractor, t *syntax) {
	for _, c := range a.all[t.n] {
		if c.cop < 0 && (t.tag(c.head, "VERB", "AUX") || c.there) {
			continue
		}
		if c.there {
			continue
		}
		skip := ""
		for _, d := range c.comp {
			if d.over {
				skip = "its complement carries the meaning"
			}
		}
		subj := a.subjects(c, c.subj)
		if t.lemma(c.head) == "time" && (t.kid(c.head, "acl", "csubj", "ccomp") >= 0 || len(c.subj) > 0 && t.low(c.subj[0]) == "it") {
			skip = "\"it is time\" says nothing itself"
		}
		if len(c.subj) == 1 && t.low(c.subj[0]) == "it" && t.kid(c.head, "acl:relcl", "advcl:relcl") > c.head && t.prep(c.head) == "" && a.named(t, c.head) {
			skip = "a cleft: its clause says it" // "it was Norway that hosted the talks"
		}
		if t.tag(c.head, "PART", "AUX") {
			skip = "nothing is said of it"
		}
		if len(subj) == 0 && skip == "" {
			skip = "no subject"
		}
		if skip != "" {
			a.skip = append(a.skip, Skipped{Span: t.span([]int{c.head}), Sentence: t.n, Extractor: x.Name, Reason: skip})
			continue
		}
		rel := c.relation("")
		if c.cop < 0 {
			rel = bare("be", "")
		}
		parts, _ := a.arguments(c)
		for m, s := range subj {
			var of graph.Quantity // of the subject
			if k := c.doer(m, len(subj)); k >= 0 {
				of = a.quantity(t, k)
			}
			against := c.setAgainst(m, len(subj))
			switch {
			case t.lemma(c.head) == "blame" && t.infinitive(c.head): // "the rain is to blame for the flood"
				st := graph.Statement{Kind: graph.Attribute, Subject: s, Relation: bare("be to blame", rel.Text), Quantity: of}
				if len(parts) > 0 && parts[0].prep == "for" {
					st.Relation, st.Object = bare("be to blame for", rel.Text), a.value(t, parts[0].head)
				}
				a.state(x, c, against, st)
			case t.tag(c.head, "ADJ", "ADV", "VERB") && t.prep(c.head) == "" && len(parts) > 0 && parts[0].head > c.head:
				r := rel
				for _, k := range t.conj(parts[0].head) {
					r = bare("be "+t.lemmaOfState(c.head)+" "+parts[0].prep, rel.Text)
					a.state(x, c, against, graph.Statement{Kind: graph.Attribute, Subject: s, Relation: r, Object: a.value(t, k), Quantity: of})
				}
			case t.prep(c.head) != "":
				for _, k := range t.conj(c.head) {
					if k != c.head && t.kid(k, "cop") >= 0 {
						continue // a clause of its own
					}
					p := t.prep(k)
					v := a.phraseValue(t, k)
					a.state(x, c, against, graph.Statement{Subject: s, Relation: c.relationBe(p), Object: v, Quantity: cmp.Or(a.quantity(t, k), of), Roles: a.possessor(t, c.doer(m, len(subj)))})
				}
			default:
				for _, k := range t.attributes(c.head) {
					v := a.phraseValue(t, k)
					if p := t.kid(k, "appos"); p > k && !properName(s.Name) && (t.roleNoun(k) || t.toks[k].XTag == "JJS" || words().class[t.lemma(k)] == "Organization" && p == k+1 || companyIs[t.lemma(k)]) && (t.kid(k, "nmod:poss") >= 0 || t.low(t.kid(k, "det")) == "the") && a.named(t, p) {
						v = a.value(t, k) // "the winner was the runner Anna Berg"
					}
					a.state(x, c, against, graph.Statement{Kind: graph.Attribute, Subject: s, Relation: rel, Object: v, Quantity: cmp.Or(a.quantity(t, k), of), Roles: a.within(t, k)})
				}
			}
		}
	}
}

// attributes are i and what "and" joins with it that is of its kind: "is the founder and chairman of Norrline".
func (t *syntax) attributes(i int) []int {
	out := []int{i}
	if !t.roleNoun(i) && !t.tag(i, "ADJ") {
		return out
	}
	for _, k := range t.all(i, "conj") {
		if t.kid(k, "cop", "nsubj") < 0 && t.tag(k, t.toks[i].Tag) && !t.denied(k) && t.low(t.kid(k, "cc")) != "or" && (t.tag(k, "ADJ") || t.roleNoun(k)) {
			out = append(out, k)
		}
	}
	return out
}

func (c *clause) relationBe(p string) graph.Relation {
	if c.cop < 0 {
		return bare(join("be", p), "")
	}
	return c.relation(p, c.t.prepIDs(c.head)...)
}

// lemmaOfState keeps a participle as it is ("be tied with") and takes the lemma of the rest.
func (t *syntax) lemmaOfState(i int) string { return t.low(i) }

// phraseValue is the value of a nominal predicate: what is said, resolved only where it is a name.
func (a *analysis) phraseValue(t *syntax, i int) graph.Value {
	v := a.value(t, i)
	if !a.named(t, i) {
		ids := t.narrow(i)
		for _, k := range t.lent(i) {
			if !t.tag(k, "PRON") {
				ids = merge(ids, t.trim(t.yield(k, nil)))
			}
		}
		for len(ids) > 1 && t.is(ids[0], "det") {
			ids = ids[1:]
		}
		v.Name = t.words(ids)
		v.Text = t.words(t.wide(i))
		if t.tag(i, "ADJ") {
			v.Class = ""
		}
	}
	if v.Name == "" {
		v.Name = t.toks[i].Text
	}
	return v
}

// existentials states that something is there: "there are three plans".
func existentials(a *analysis, x *Extractor, t *syntax) {
	for _, c := range a.all[t.n] {
		if !c.there {
			continue
		}
		for _, s := range c.subj {
			if a.expletive(t, s) {
				continue
			}
			if k := t.kid(s, "acl", "acl:relcl"); k >= 0 && a.at[t.n][k] != nil && t.tag(k, "VERB") && !t.infinitive(k) {
				a.skip = append(a.skip, Skipped{Span: t.span([]int{c.head}), Sentence: t.n, Extractor: x.Name, Reason: "the clause of its noun says it"})
				continue
			}
			a.emit(x, c, graph.Statement{Relation: bare("be", c.relation("").Text), Object: a.value(t, s), Quantity: a.quantity(t, s)})
		}
	}
}
