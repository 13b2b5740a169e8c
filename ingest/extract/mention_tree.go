package extract

import (
	"strings"

	"kg/ingest/text"
)

// tree gives a sentence's dependency tree from above: children in the order of the text.
type tree struct {
	tok      []text.Token
	children [][]int
}

func newTree(s *text.Sentence) *tree {
	t := &tree{tok: s.Tokens, children: make([][]int, len(s.Tokens))}
	for i, k := range s.Tokens {
		if k.Head >= 0 && k.Head < len(s.Tokens) && k.Head != i {
			t.children[k.Head] = append(t.children[k.Head], i)
		}
	}
	return t
}

// rel is the relation of token i without its subtype.
func (t *tree) rel(i int) string {
	r, _, _ := strings.Cut(t.tok[i].Rel, ":")
	return r
}

// child is the first child of i with one of the relations (with or without subtype), -1 for none.
func (t *tree) child(i int, rels ...string) int {
	for _, c := range t.children[i] {
		for _, r := range rels {
			if t.tok[c].Rel == r || t.rel(c) == r {
				return c
			}
		}
	}
	return -1
}

// above reports whether a dominates b, or is b.
func (t *tree) above(a, b int) bool {
	for n := 0; b >= 0 && n <= len(t.tok); n++ {
		if a == b {
			return true
		}
		b = t.tok[b].Head
	}
	return false
}

// feat is the value of a UD feature of token i, "" where it has none.
func (t *tree) feat(i int, name string) string {
	f := t.tok[i].Feats
	for f != "" {
		var one string
		one, f, _ = strings.Cut(f, "|")
		if k, v, ok := strings.Cut(one, "="); ok && k == name {
			return v
		}
	}
	return ""
}

func (t *tree) lower(i int) string { return strings.ToLower(t.tok[i].Text) }

// form says what kind of mention token i heads; "" for none.
func (t *tree) form(i int) string {
	k := &t.tok[i]
	rel := t.rel(i)
	switch rel {
	case "flat", "fixed", "goeswith", "punct", "case", "mark", "cc", "reparandum", "discourse", "vocative":
		if rel != "vocative" {
			return ""
		}
	}
	w := t.lower(i)
	switch k.Tag {
	case "PRON":
		switch w {
		case "who", "whom", "which", "whose", "that", "what", "where", "when", "why", "how", "whoever", "whatever", "whichever":
			if w != "that" || k.XTag == "WDT" || k.XTag == "WP" || t.feat(i, "PronType") == "Rel" {
				if t.feat(i, "PronType") == "Rel" || k.XTag == "WDT" || t.inRelative(i) {
					return "relative"
				}
				return ""
			}
		case "there":
			if rel == "expl" || k.XTag == "EX" {
				return ""
			}
		}
		return "pronoun"
	case "PROPN":
		if (months[w] > 0 && len(w) > 2 || weekdayName(w)) && !t.givenName(i) {
			return "noun"
		}
		if t.aged(i) {
			return "noun" // "the 58-year-old Dutchman"
		}
		if rel == "compound" || rel == "nummod" || k.Rel == "nmod:desc" {
			if t.nestedName(i) {
				return "name"
			}
			return ""
		}
		return "name"
	case "NOUN":
		if rel == "compound" || k.Rel == "nmod:desc" {
			return ""
		}
		if rel == "advmod" {
			return ""
		}
		if k.Name != "" && isProperName(k.Name) {
			return "name"
		}
		return "noun"
	case "ADJ", "NUM", "DET", "SYM", "ADV", "VERB", "X":
		switch rel {
		case "nsubj", "obj", "iobj", "obl", "nmod", "conj", "root", "appos":
		default:
			if k.Tag == "ADJ" && rel == "amod" && entityName(k.Name) == "NORP" {
				return ""
			}
			return ""
		}
		if k.Tag == "ADV" || k.Tag == "X" || k.Tag == "SYM" {
			return ""
		}
		if k.Tag == "DET" && (rel == "nsubj" || rel == "obj") && (w == "this" || w == "that" || w == "these" || w == "those" || w == "all" || w == "both") {
			return "pronoun"
		}
		if c := t.child(i, "det", "nmod:poss"); c >= 0 && k.Tag != "DET" && t.child(i, "cop", "aux") < 0 {
			return "noun"
		}
		if k.Name != "" && isProperName(k.Name) && rel != "conj" && rel != "root" {
			return "name"
		}
	}
	return ""
}

// aged reports whether i, behind an article and an age, is a word for who is from somewhere.
func (t *tree) aged(i int) bool {
	if d := t.child(i, "det"); d < 0 || t.lower(d) != "the" || entityName(t.tok[i].Name) == "PERSON" {
		return false
	}
	for _, c := range t.children[i] {
		if c < i && (isAge(t.tok[c].Text) || t.lower(c) == "old" && c > 3 && t.lower(c-2) == "year") {
			return true
		}
	}
	return false
}

// givenName reports whether i is part of a person's name of several words: "Jan Palach", "June Carter".
func (t *tree) givenName(i int) bool {
	return entityName(t.tok[i].Name) == "PERSON" && (t.tok[i].Name[0] == 'I' || i+1 < len(t.tok) && strings.HasPrefix(t.tok[i+1].Name, "I-"))
}

// inRelative reports whether the token stands in a relative clause.
func (t *tree) inRelative(i int) bool {
	for n := 0; i >= 0 && n <= len(t.tok); n++ {
		if t.tok[i].Rel == "acl:relcl" || t.tok[i].Rel == "advcl:relcl" {
			return true
		}
		i = t.tok[i].Head
	}
	return false
}

// nestedName reports whether the modifier i is a name of its own ("Ukraine President", "a Microsoft browser") and not a
// part of the name around it ("Microsoft Research").
func (t *tree) nestedName(i int) bool {
	n := t.tok[i].Name
	if n == "" || !isProperName(n) {
		return false
	}
	h := t.tok[i].Head
	if h < 0 {
		return true
	}
	hn := t.tok[h].Name
	if hn == "" || !isProperName(hn) {
		return true
	}
	// the same run of tags is one name
	a, b := i, h
	if a > b {
		a, b = b, a
	}
	for j := a + 1; j <= b; j++ {
		if !strings.HasPrefix(t.tok[j].Name, "I-") {
			return true
		}
	}
	return false
}

// phrase is the first and last token of the phrase that i heads: its subtree without prepositions, conjuncts, and what
// belongs to the clause where i is a predicate.
func (t *tree) phrase(i int) (first, last int) {
	first, last = i, i
	predicate := t.child(i, "cop", "nsubj", "csubj") >= 0
	if isProperName(t.tok[i].Name) { // the whole name, whatever the tree says
		for first > 0 && strings.HasPrefix(t.tok[first].Name, "I-") && t.tok[first-1].Name != "" {
			first--
		}
		for last+1 < len(t.tok) && strings.HasPrefix(t.tok[last+1].Name, "I-") {
			last++
		}
	}
	for _, c := range t.children[i] {
		if !t.inPhrase(i, c, predicate) {
			continue
		}
		f, l := t.extent(c)
		if t.rel(c) == "flat" && t.verbBetween(last, f) {
			continue
		}
		first, last = min(first, f), max(last, l)
	}
	for first < i && (t.tok[first].Tag == "PUNCT" && t.tok[first].Text == "," || t.tok[first].Tag == "CCONJ" || t.tok[first].Tag == "ADP" && t.rel(first) == "case") {
		first++
	}
	for last > i && t.tok[last].Tag == "PUNCT" && !closes(t.tok[last].Text) {
		last--
	}
	return first, last
}

func (t *tree) verbBetween(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if t.tok[i].Tag == "VERB" || t.tok[i].Tag == "AUX" {
			return true
		}
	}
	return false
}

func weekdayName(w string) bool {
	_, ok := weekdays[w]
	return ok && len(w) > 5
}

func closes(s string) bool {
	switch s {
	case ")", "]", "\"", "”", "’", "'", "''":
		return true
	}
	return false
}

func (t *tree) inPhrase(i, c int, predicate bool) bool {
	switch rel := t.rel(c); rel {
	case "case":
		return c > i && t.tok[c].Head == i && isPossessive(t.tok[c].Text)
	case "mark", "cc", "conj", "punct", "cop", "nsubj", "csubj", "aux", "parataxis", "discourse", "vocative", "expl",
		"dislocated", "reparandum", "list", "orphan", "ccomp", "xcomp":
		return false
	case "advmod", "obl", "advcl":
		return !predicate && c < i || !predicate && rel != "advmod"
	case "appos":
		return true
	}
	return true
}

func isPossessive(s string) bool { return s == "'s" || s == "’s" || s == "'" || s == "’" }

// extent is the first and last token of the whole subtree of c, outer punctuation left out.
func (t *tree) extent(c int) (first, last int) {
	first, last = c, c
	stack := []int{c}
	for len(stack) > 0 {
		k := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		first, last = min(first, k), max(last, k)
		stack = append(stack, t.children[k]...)
	}
	return first, last
}

// coordinates reports whether i is the first of several coordinated phrases.
func (t *tree) coordinates(i int) bool {
	if t.rel(i) == "conj" {
		return false
	}
	cc := false
	n := 0
	for _, c := range t.children[i] {
		if t.rel(c) == "conj" && (t.form(c) != "" || t.tok[c].Tag == "NOUN" || t.tok[c].Tag == "PROPN") {
			n++
			for _, d := range t.children[c] {
				if t.rel(d) == "cc" && (t.lower(d) == "and" || t.lower(d) == "&") {
					cc = true
				}
			}
		}
	}
	return n > 0 && cc && t.child(i, "cop", "nsubj") < 0
}

// coordination is the phrase of i with its conjuncts.
func (t *tree) coordination(i int) (first, last int) {
	first, last = t.phrase(i)
	for _, c := range t.children[i] {
		if t.rel(c) == "conj" {
			_, l := t.phrase(c)
			last = max(last, l)
		}
	}
	return first, last
}
