package extract

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"kg/graph"
	"kg/ingest/text"
)

// ErrQuestion says that a question was not understood; wrapped with what is wrong.
var ErrQuestion = errors.New("not understood")

// Question turns an analysed question into a pattern. It needs what Run needs, of a document whose text is the question
// alone; its question mark must have been taken from the trees (see OpenQuestion), since nothing asked is said.
func Question(doc *text.Document) (graph.Pattern, error) {
	q := graph.Pattern{Text: strings.TrimSpace(doc.Text)}
	if len(doc.Sentences) == 0 || len(doc.Sentences[0].Tokens) == 0 {
		return q, fmt.Errorf("%q: %w: it has no words", q.Text, ErrQuestion)
	}
	a := analyse(doc)
	b := &asking{a: a, t: a.trees[0], p: &q}
	if b.told() {
		return q, b.whole()
	}
	root := -1
	for i, k := range b.t.toks {
		if k.Head < 0 {
			root = i
		}
	}
	c := a.at[0][root]
	if c == nil && b.bare(root) {
		b.rest()
		return q, b.check()
	}
	if c == nil {
		return q, fmt.Errorf("%q: %w: it has no verb", q.Text, ErrQuestion)
	}
	if b.t.low(0) == "why" {
		q.Ask = graph.AskCause
	}
	err := b.clause(c)
	b.rest()
	return q, err
}

// asking is a question in the making of its pattern.
type asking struct {
	a *analysis
	t *syntax
	p *graph.Pattern

	titles map[int]bool // words that say what a name is, beside it
}

// questionWords ask for something.
var questionWords = set("who whom whose what which when where why how")

// wh is the question word in the phrase of i, -1 for none: itself, its determiner, its owner or the adverb of its number.
func (b *asking) wh(i int) int {
	for _, k := range b.t.yield(i, func(k int) bool {
		return b.t.is(k, "acl", "advcl", "ccomp", "conj") || b.t.toks[k].Head == i && b.t.is(k, "nsubj", "csubj", "cop", "aux")
	}) {
		if questionWords[b.t.low(k)] && (k == i || !openers[b.t.low(k)]) && !(b.t.toks[k].Head >= 0 && b.t.is(b.t.toks[k].Head, "acl:relcl") && b.t.toks[k].Head != i) {
			return k
		}
	}
	return -1
}

// counted reports whether the question word w asks for a number: "how many", "how much".
func (b *asking) counted(w int) bool {
	if b.t.low(w) != "how" || w+1 >= len(b.t.toks) {
		return false
	}
	switch b.t.low(w + 1) {
	case "many", "much", "few", "large", "big", "high", "far", "long", "tall", "strong", "deep", "old", "wide", "heavy", "fast", "thick", "hot", "cold":
		return true
	}
	return false
}

// slot is the argument that token i heads.
func (b *asking) slot(role string, i int) graph.Slot {
	t := b.t
	s := graph.Slot{Role: role}
	if w := b.wh(i); w >= 0 {
		word := t.low(w)
		if k := t.kid(i, "nmod"); w == i && word == "which" && k > i && t.prep(k) == "of" && t.tag(k, "NOUN") && t.lemma(k) != t.low(k) && b.wh(k) < 0 {
			s = b.slot(role, k) // "which of Peru's banks": which bank of Peru
			s.Name, s.Class, s.Wanted, s.Proper = "", "", true, false
			return s
		}
		s.Wanted = word != "whose"
		s.Counted = b.counted(w)
		switch {
		case w == i && (word == "who" || word == "whom"):
			s.Class = "Person"
		case w == i:
		case s.Counted && t.low(i) == t.low(w+1): // "how much"
		case word == "whose":
			s.Head = t.lemma(i)
			s.Within = append(s.Within, graph.Slot{Role: "of", Wanted: true})
		default:
			s.Head = t.lemma(i)
			s.Words = b.modifiers(i, w)
		}
		for _, k := range t.all(i, "nmod") {
			if k != w && b.wh(k) < 0 {
				s.Within = append(s.Within, b.slot(b.roleOf(k), k)) // "which of the banks", "how many people in the town"
			}
		}
		return s
	}
	if k := t.kid(i, "nmod"); k >= 0 && t.prep(k) == "of" && quantifiers[t.low(i)] {
		return b.slot(role, k) // "any of his musicians"
	}
	if k := t.kid(i, "appos"); k >= 0 && t.tag(i, "NOUN") && t.tag(k, "PROPN") && b.a.named(t, k) {
		b.title(i)
		s := b.slot(role, k) // "the boxer Dario Kolar"
		s.Words = []string{t.lemma(i)}
		return s
	}
	v := b.a.value(t, i)
	s.Name, s.Class = v.Name, v.Class
	s.Head = t.lemma(i)
	s.Proper = b.a.named(t, i) && t.tag(i, "PROPN") || properName(v.Name) && (t.tag(i, "PROPN", "NUM", "X", "SYM") || i > 0 && properName(t.toks[i].Text))
	if d := t.kid(i, "det"); d >= 0 && d < i && t.low(d) == "the" && !slices.ContainsFunc(t.toks[d+1:i+1], func(k text.Token) bool { return k.Text != strings.ToLower(k.Text) }) {
		s.Proper = false // "the prime minister", whatever its tag
	}
	if s.Proper && v.Name != "" && v.Name == strings.ToLower(v.Name) && slices.ContainsFunc(t.all(i, "compound", "flat"), func(k int) bool { return k < i && properName(t.toks[k].Text) }) {
		s.Proper = false // "the Boston marathon"
	}
	if s.Proper || t.is(i, "nmod:poss") && t.tag(i, "PRON") && properName(v.Name) && !strings.EqualFold(v.Name, t.toks[i].Text) {
		s.Proper, s.Head = true, "" // "its licence", when it has been named
		for _, k := range t.all(i, "nmod:desc", "appos") {
			b.title(k)
			s.Words = append(s.Words, t.lemma(k))
		}
		return s
	}
	if t.tag(i, "NOUN") && properName(v.Name) && !b.a.named(t, i) {
		s.Name = t.words(t.narrow(i)) // a noun of a question does not stand for what it names
	}
	s.Words = b.modifiers(i, -1)
	for _, k := range t.all(i, "nmod") {
		if t.is(k, "nmod:desc", "nmod:unmarked") {
			continue
		}
		for _, j := range t.conj(k) {
			if !t.timeHead(j) {
				s.Within = append(s.Within, b.slot(b.roleOf(k), j))
			}
		}
	}
	return s
}

// quantifiers are pronouns for some of what they stand with.
var quantifiers = set("any some all none each either neither both many most one")

// title takes the words of the phrase of i for a title.
func (b *asking) title(i int) {
	if b.titles == nil {
		b.titles = map[int]bool{}
	}
	for _, k := range b.t.yield(i, func(k int) bool { return b.t.is(k, "acl:relcl") }) {
		b.titles[k] = true
	}
}

func (b *asking) roleOf(k int) string {
	if b.t.is(k, "nmod:poss") {
		return "of"
	}
	return b.t.prep(k)
}

// modifiers are the lemmas of the words that narrow the noun i, without the words of the phrase of w.
func (b *asking) modifiers(i, w int) []string {
	var out []string
	for _, k := range b.t.all(i, "amod", "compound", "nummod", "flat", "nmod:desc") {
		if w >= 0 && (k == w || slices.Contains(b.t.yield(k, nil), w)) {
			continue
		}
		for _, j := range b.t.yield(k, nil) {
			switch {
			case b.t.tag(j, "VERB"):
				out = append(out, b.t.low(j)) // "rowing club"
			case b.t.tag(j, "NOUN", "PROPN", "ADJ", "NUM"):
				out = append(out, b.t.lemma(j))
			}
		}
	}
	return out
}

// told handles questions for all that is said of something, and for how two things hang together. It reports whether
// the question is one of these.
func (b *asking) told() bool {
	t := b.t
	words := make([]string, len(t.toks))
	for i := range words {
		words[i] = t.low(i)
	}
	line := " " + strings.Join(words, " ") + " "
	is := func(list ...string) bool {
		for _, s := range list {
			if strings.Contains(line, " "+s+" ") {
				return true
			}
		}
		return false
	}
	switch {
	case words[0] == "how" && len(words) > 1 && (words[1] == "is" || words[1] == "are" || words[1] == "was" || words[1] == "were") && is("related", "connected", "linked", "tied", "associated", "hang together"),
		is("relation between", "relationship between", "connection between", "link between", "links between", "tie between", "ties between",
			"connections between", "relations between", "relation of", "relationship of"),
		words[0] == "what" && is("'s relation to", "'s relationship to", "'s relationship with", "'s relation with", "'s connection to", "'s connection with", "'s link to", "'s links to", "'s links with", "'s ties to", "'s ties with"),
		words[0] == "what" && is("connects", "links", "relates", "joins") && (is("and") || is("to") || is("with")),
		is("have to do with", "has to do with"):
		b.p.Ask = graph.AskPath
	case words[0] == "what" && (is("happened", "happens", "happen", "occurred", "going on", "took place") && !is("said", "say")),
		is("tell me about", "what about", "do we know about", "do you know about", "is known about", "is known of", "is said about", "was said about", "everything about"):
		b.p.Ask = graph.AskEvents
	default:
		return false
	}
	return true
}

// ties are nouns for how two things hang together.
var ties = set("relation relationship connection link tie")

// whole fills a pattern with the things that the question names, wherever they stand.
func (b *asking) whole() error {
	t, p := b.t, b.p
	taken := map[int]bool{}
	for i := range t.toks {
		if e, ok := b.a.times[0][i]; ok {
			b.time(i, e)
			for k := e.First; k <= e.Last; k++ {
				taken[k] = true
			}
		}
	}
	for i := range t.toks {
		if taken[i] || !t.tag(i, "NOUN", "PROPN") || t.is(i, "compound", "flat", "amod", "nmod:desc") || b.wh(i) >= 0 || ties[t.lemma(i)] {
			continue
		}
		if t.is(i, "nmod") && !t.is(i, "conj") && t.toks[i].Head >= 0 && t.tag(t.toks[i].Head, "NOUN", "PROPN") && !ties[t.lemma(t.toks[i].Head)] {
			continue // part of another phrase
		}
		role := ""
		if pr := t.prep(i); p.Ask == graph.AskEvents && pr != "" && pr != "to" && pr != "with" && pr != "about" {
			role = pr
		}
		p.Slots = append(p.Slots, b.slot(role, i))
	}
	if p.Ask == graph.AskPath && len(p.Slots) < 2 || len(p.Slots) == 0 && p.Time.Text == "" {
		return fmt.Errorf("%q: %w: it names nothing that could be looked up", p.Text, ErrQuestion)
	}
	return nil
}

// time takes the time expression at token i into the pattern.
func (b *asking) time(i int, e TimeExpr) {
	prep := b.t.prep(i)
	b.p.Time = e.Time
	if b.p.Time.Text == "" {
		b.p.Time.Text = b.t.words(b.t.trim(b.t.yield(i, nil)))
	}
	switch {
	case strings.HasPrefix(prep, "before") || prep == "until" || prep == "till" || prep == "by" || prep == "prior to" || prep == "ahead of":
		b.p.Side = "before"
	case strings.HasPrefix(prep, "after") || prep == "since" || prep == "following" || strings.HasPrefix(strings.ToLower(e.Time.Text), "since "):
		b.p.Side = "after"
	}
}
