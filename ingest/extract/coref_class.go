package extract

import (
	"strings"

	"kg/ingest/text"
)

// settleClasses gives all names of one wording in the document one class: the one that an apposition tells ("Baltgrain, a
// company"), else the one that most of them have, else the first's.
func settleClasses(doc *text.Document, x *Index) {
	type vote struct {
		class string
		n     int
	}
	votes := map[string][]vote{}
	add := func(name, class string, n int) {
		vs := votes[name]
		for i := range vs {
			if vs[i].class == class {
				vs[i].n += n
				return
			}
		}
		votes[name] = append(vs, vote{class, n})
	}
	wording := func(m *text.Mention) string {
		tok := doc.Sentences[m.Sentence].Tokens
		a, b := m.Head, m.Head
		for a > 0 && strings.HasPrefix(tok[a].Name, "I-") {
			a--
		}
		for b+1 < len(tok) && strings.HasPrefix(tok[b+1].Name, "I-") {
			b++
		}
		return oneLine(doc.Text[tok[a].Start:tok[b].End])
	}
	named := func(m *text.Mention) bool {
		switch m.Class {
		case "Person", "Organization", "Place":
			return m.Form == "name"
		}
		return false
	}
	w := words()
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		if named(m) {
			add(wording(m), m.Class, 1)
		}
		if m.Form != "noun" {
			continue
		}
		tok := doc.Sentences[m.Sentence].Tokens
		if tok[m.Head].Rel != "appos" {
			continue
		}
		j := x.Mention(m.Sentence, tok[m.Head].Head)
		if j < 0 || !named(&doc.Mentions[j]) {
			continue
		}
		lemma := strings.ToLower(tok[m.Head].Lemma)
		class := w.class[lemma]
		if w.noun[lemma] != 0 {
			class = "Person"
		}
		switch class {
		case "Person", "Organization", "Place":
			add(wording(&doc.Mentions[j]), class, 1000)
		}
	}
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		if !named(m) {
			continue
		}
		best := vote{}
		for _, v := range votes[wording(m)] {
			if v.n > best.n {
				best = v
			}
		}
		m.Class = best.class
	}
}
