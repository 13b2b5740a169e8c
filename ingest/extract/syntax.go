package extract

import (
	"sort"
	"strings"

	"kg/ingest/text"
)

// syntax is one sentence's dependency tree with its edges turned round. Tokens are named by their index in the sentence;
// -1 is "none", for which every question has the answer no.
type syntax struct {
	doc  *text.Document
	n    int // index of the sentence
	toks []text.Token
	kids [][]int     // children of each token, in the text's order
	ref  map[int]int // relative pronoun → its antecedent
}

func newSyntax(doc *text.Document, n int) *syntax {
	toks := doc.Sentences[n].Tokens
	t := &syntax{doc: doc, n: n, toks: toks, kids: make([][]int, len(toks)), ref: map[int]int{}}
	for i, k := range toks {
		if k.Head >= 0 && k.Head < len(toks) && k.Head != i {
			t.kids[k.Head] = append(t.kids[k.Head], i)
		}
	}
	return t
}

// under reports whether rel is want or one of its subtypes.
func under(rel, want string) bool {
	return rel == want || len(rel) > len(want) && rel[len(want)] == ':' && rel[:len(want)] == want
}

// is reports whether i hangs by one of rels (or a subtype of it).
func (t *syntax) is(i int, rels ...string) bool {
	if i < 0 {
		return false
	}
	for _, r := range rels {
		if under(t.toks[i].Rel, r) {
			return true
		}
	}
	return false
}

// kid returns i's first child by one of rels, or -1.
func (t *syntax) kid(i int, rels ...string) int {
	if i < 0 {
		return -1
	}
	for _, k := range t.kids[i] {
		if t.is(k, rels...) {
			return k
		}
	}
	return -1
}

// all returns i's children by any of rels.
func (t *syntax) all(i int, rels ...string) []int {
	if i < 0 {
		return nil
	}
	var out []int
	for _, k := range t.kids[i] {
		if t.is(k, rels...) {
			out = append(out, k)
		}
	}
	return out
}

// feat returns the value of a UD feature of i, "" where it has none.
func (t *syntax) feat(i int, name string) string {
	if i < 0 {
		return ""
	}
	f := t.toks[i].Feats
	for f != "" {
		var kv string
		kv, f, _ = strings.Cut(f, "|")
		if k, v, _ := strings.Cut(kv, "="); k == name {
			return v
		}
	}
	return ""
}

// tag reports whether i's UPOS is one of tags.
func (t *syntax) tag(i int, tags ...string) bool {
	if i < 0 {
		return false
	}
	for _, g := range tags {
		if t.toks[i].Tag == g {
			return true
		}
	}
	return false
}

func (t *syntax) low(i int) string {
	if i < 0 {
		return ""
	}
	return strings.ToLower(t.toks[i].Text)
}

// lemma returns i's lemma in lower case, or its form where the parser gave none.
func (t *syntax) lemma(i int) string {
	if i < 0 {
		return ""
	}
	l := strings.ToLower(t.toks[i].Lemma)
	if l == "" || l == "_" {
		l = t.low(i)
	}
	if t.toks[i].Tag == "VERB" {
		if t.low(i) == "found" && i > 0 && t.low(i-1) == "to" {
			return "found" // "to found a club"
		}
		if l == "found" && t.low(i) == l && (t.toks[i].XTag == "VBD" || t.toks[i].XTag == "VBN") {
			return "find"
		}
		return verbLemma(t.low(i), l)
	}
	return l
}

// participle reports whether i is a past participle.
func (t *syntax) participle(i int) bool {
	if i < 0 || i > 0 && t.low(i-1) == "to" && t.kid(i, "mark") == i-1 {
		return false // "to found a club"
	}
	if x := t.toks[i].XTag; x != "" && x != "_" {
		return x == "VBN"
	}
	return t.feat(i, "VerbForm") == "Part" && t.feat(i, "Tense") == "Past"
}

// gerund reports whether i is an -ing form.
func (t *syntax) gerund(i int) bool {
	if i < 0 {
		return false
	}
	if x := t.toks[i].XTag; x != "" && x != "_" {
		return x == "VBG"
	}
	return strings.HasSuffix(t.low(i), "ing") && (t.feat(i, "VerbForm") == "Ger" || t.feat(i, "VerbForm") == "Part")
}

// infinitive reports whether i is marked by "to".
func (t *syntax) infinitive(i int) bool {
	for _, k := range t.all(i, "mark") {
		if t.low(k) == "to" {
			return true
		}
	}
	// "to be released": the mark may hang from an auxiliary in loose parses
	return false
}

// yield returns the tokens of i's subtree in order, without the subtrees that skip refuses.
func (t *syntax) yield(i int, skip func(int) bool) []int {
	var out []int
	var walk func(int, int)
	walk = func(j, depth int) {
		out = append(out, j)
		if depth > len(t.toks) {
			return
		}
		for _, k := range t.kids[j] {
			if skip == nil || !skip(k) {
				walk(k, depth+1)
			}
		}
	}
	walk(i, 0)
	sort.Ints(out)
	return out
}

// trim strips punctuation and stray conjunctions from both ends of ids; brackets and quotes stay only in pairs.
func (t *syntax) trim(ids []int) []int {
	edge := func(i int) bool {
		return t.tag(i, "PUNCT") || t.is(i, "punct") && !t.tag(i, "SYM", "NUM") || t.tag(i, "CCONJ") && t.is(i, "cc")
	}
	for len(ids) > 0 && edge(ids[0]) && !t.paired(ids, ids[0]) {
		ids = ids[1:]
	}
	for len(ids) > 0 && edge(ids[len(ids)-1]) && !t.paired(ids, ids[len(ids)-1]) {
		ids = ids[:len(ids)-1]
	}
	return ids
}

// paired reports whether token i of ids is a quotation mark or bracket whose partner is in ids and inside, not at the
// other end of it.
func (t *syntax) paired(ids []int, i int) bool {
	if len(ids) < 3 {
		return false
	}
	first, last := ids[0], ids[len(ids)-1]
	if i != first && i != last {
		return false
	}
	s := t.toks[i].Text
	if !strings.ContainsAny(s, "\"“”''``‘’()[]") {
		return false
	}
	n := 0
	for _, j := range ids[1 : len(ids)-1] {
		if strings.ContainsAny(t.toks[j].Text, "\"“”''``()[]") && t.tag(j, "PUNCT") {
			n++
		}
	}
	return n%2 == 1
}

// words returns the text of ids: as written where they adjoin, joined by a blank over gaps.
func (t *syntax) words(ids []int) string {
	var b strings.Builder
	for x, i := range ids {
		if x > 0 {
			p := ids[x-1]
			if i == p+1 {
				if g := t.toks[p].End; g <= t.toks[i].Start {
					b.WriteString(strings.ReplaceAll(t.doc.Text[g:t.toks[i].Start], "\n", " "))
				}
			} else if !hugs(t.toks[i].Text) {
				b.WriteByte(' ')
			}
		}
		b.WriteString(t.toks[i].Text)
	}
	return strings.TrimSpace(b.String())
}

func hugs(s string) bool {
	switch s {
	case ",", ".", ";", ":", "'s", "’s", "'", "’", ")", "%", "n't", "n’t":
		return true
	}
	return false
}

// conj returns i and its conjuncts, first to last.
func (t *syntax) conj(i int) []int {
	out := []int{i}
	for _, k := range t.all(i, "conj") {
		if t.vague(k) || t.clausal(k) != t.clausal(i) {
			continue
		}
		out = append(out, t.conj(k)...)
	}
	return out
}

// vague reports whether conjunct k only widens its head: "107 or more", "a week or so".
func (t *syntax) vague(k int) bool {
	switch t.low(k) {
	case "more", "so", "less", "fewer", "two", "over", "later":
		return len(t.kids[k]) <= 1
	}
	return false
}

// clausal reports whether i heads a clause of its own by its form: a verb, or a nominal with a copula.
func (t *syntax) clausal(i int) bool {
	return t.tag(i, "VERB", "AUX") || t.kid(i, "cop") >= 0 || t.kid(i, "nsubj") >= 0
}

// deref follows a relative pronoun to its antecedent.
func (t *syntax) deref(i int) int {
	for n := 0; n < 4; n++ {
		j, ok := t.ref[i]
		if !ok {
			return i
		}
		i = j
	}
	return i
}

// span returns the bytes from the first to the last of ids.
func (t *syntax) span(ids []int) text.Span {
	if len(ids) == 0 {
		return text.Span{}
	}
	return text.Span{Start: t.toks[ids[0]].Start, End: t.toks[ids[len(ids)-1]].End}
}
