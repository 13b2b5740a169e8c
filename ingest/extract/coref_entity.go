package extract

import (
	"sort"
	"strings"

	"kg/ingest/text"
)

// finish writes the clusters to the document: entities in the order of their first mention, with their names.
func (r *resolver) finish() {
	doc := r.doc
	doc.Entities, doc.Regards = doc.Entities[:0], nil
	number := make([]int, len(r.clusters))
	for k := range number {
		number[k] = -1
	}
	for i, m := range r.refs {
		if m.Form == "relative" {
			continue
		}
		k := r.of[i]
		if k < 0 {
			m.Entity = -1
			continue
		}
		if number[k] < 0 {
			number[k] = len(doc.Entities)
			doc.Entities = append(doc.Entities, r.entity(r.clusters[k]))
		}
		m.Entity = number[k]
		if m.Form == "name" && r.clusters[k].class != "Thing" {
			m.Class = r.clusters[k].class
		}
	}
	for k, c := range r.clusters {
		if number[k] < 0 {
			continue
		}
		e := &doc.Entities[number[k]]
		if len(c.parts) > len(c.members) {
			c.members = c.members[:0]
			for _, i := range c.parts {
				if r.of[i] >= 0 && !containsInt(c.members, r.of[i]) {
					c.members = append(c.members, r.of[i])
				}
			}
		}
		for _, o := range c.members {
			if number[o] >= 0 {
				e.Members = append(e.Members, number[o])
			}
		}
		sort.Ints(e.Members)
		nameByMembers(doc, e)
	}
	// a relative pronoun stands for what its clause restricts
	for _, m := range r.refs {
		if m.Form != "relative" {
			continue
		}
		m.Entity = -1
		t := m.tree
		for i, n := m.Head, 0; i >= 0 && n < len(t.tok); n++ {
			if t.tok[i].Rel == "acl:relcl" {
				if j := r.index.Mention(m.Sentence, t.tok[i].Head); j >= 0 && r.refs[j].Form != "relative" {
					m.Entity = r.refs[j].Entity
					if doc.Mentions[j].Class != "" {
						m.Class = doc.Mentions[j].Class
					}
				}
				break
			}
			i = t.tok[i].Head
		}
	}
}

// nameByMembers calls what is only known as "the two leaders" by the names of these.
func nameByMembers(doc *text.Document, e *text.Entity) {
	if len(e.Members) < 2 || len(e.Members) > 3 || properName(e.Name) {
		return
	}
	var names []string
	for _, o := range e.Members {
		if !properName(doc.Entities[o].Name) || len(doc.Entities[o].Members) > 0 {
			return
		}
		names = append(names, doc.Entities[o].Name)
	}
	n := len(names) - 1
	e.Aliases = append(e.Aliases, e.Name)
	sort.Strings(e.Aliases)
	e.Name = strings.Join(names[:n], ", ") + " and " + names[n]
}

// entity names a cluster: by its fullest name, else by its fullest noun phrase.
func (r *resolver) entity(c *cluster) text.Entity {
	e := text.Entity{Class: c.class, Plural: c.plural > 0}
	switch c.sex {
	case male:
		e.Gender = "male"
	case female:
		e.Gender = "female"
	case neuter:
		e.Gender = "neuter"
	}
	best, bestScore := "", -1
	aliases := map[string]bool{}
	for _, i := range c.refs {
		m := r.refs[i]
		var s string
		score := 0
		switch {
		case m.name != nil:
			s = m.tree.text(r.doc, m.name.first, m.name.last)
			s = stripArticle(s)
			score = 1000 + 10*len(m.name.words) + min(len(s), 60)
			if m.name.full == m.name.key && m.name.class == "Place" {
				score += 100 // "United States", not "United States of America" or "U.S."
			}
		case m.Form == "pronoun":
			if len(c.refs) == 1 {
				s = r.doc.At(m.Span)
			}
		case m.Form == "group":
			s, score = stripArticle(r.doc.At(m.Span)), 50
		default:
			s = r.nounName(m)
			score = 10 + 10*min(len(m.mods), 4) + bit(m.det != "dem")
		}
		if s == "" {
			continue
		}
		aliases[s] = true
		if score > bestScore {
			best, bestScore = s, score
		}
	}
	if best == "" && len(c.refs) > 0 {
		best = r.doc.At(r.refs[c.refs[0]].Span)
	}
	e.Name = best
	for a := range aliases {
		if a != best {
			e.Aliases = append(e.Aliases, a)
		}
	}
	sort.Strings(e.Aliases)
	return e
}

// text is the document's text from token a to token b.
func (t *tree) text(doc *text.Document, a, b int) string {
	s := doc.Text[t.tok[a].Start:t.tok[b].End]
	s = strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
	return oneLine(s)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func stripArticle(s string) string {
	for _, a := range []string{"the ", "The ", "a ", "A ", "an ", "An "} {
		if rest, ok := strings.CutPrefix(s, a); ok {
			return rest
		}
	}
	return s
}

// nounName is a noun phrase without article, clauses and appositions: its words from the first modifier to the head,
// with a following "of" phrase.
func (r *resolver) nounName(m *ref) string {
	t, h := m.tree, m.Head
	first, last := h, h
	for _, c := range t.children[h] {
		f, l := t.extent(c)
		switch t.rel(c) {
		case "det", "punct", "case", "cc", "mark", "cop", "nsubj", "aux", "advmod", "appos", "acl", "conj", "parataxis", "advcl", "obl":
			if t.rel(c) != "advmod" || c > h || f < m.first {
				continue
			}
		case "amod":
			if c > h && f < c { // "the bridge, two kilometres long, …"
				continue
			}
		case "nmod":
			if t.tok[c].Rel == "nmod:poss" {
				if t.tok[c].Tag == "PRON" {
					continue
				}
			} else if c > h {
				if k := t.child(c, "case"); k < 0 || t.lower(k) != "of" && t.lower(k) != "for" || l-f > 7 {
					continue
				}
			}
		}
		if f < m.first || l > m.last {
			continue
		}
		first, last = min(first, f), max(last, l)
	}
	for first < h && (t.rel(first) == "det" || t.tok[first].Tag == "PUNCT") {
		first++
	}
	return stripArticle(t.text(r.doc, first, last))
}
