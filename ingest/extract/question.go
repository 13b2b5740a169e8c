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
	if c == nil {
		return q, fmt.Errorf("%q: %w: it has no verb", q.Text, ErrQuestion)
	}
	err := b.clause(c)
	b.rest()
	return q, err
}

// OpenQuestion takes the question mark from the analysed sentences of a question and mends what the parser makes of an
// auxiliary before the subject: "did the police arrest" is no compound.
func OpenQuestion(doc *text.Document) {
	for n := range doc.Sentences {
		s := &doc.Sentences[n]
		for len(s.Tokens) > 1 && s.Tokens[len(s.Tokens)-1].Tag == "PUNCT" && !heads(s, len(s.Tokens)-1) {
			s.Tokens = s.Tokens[:len(s.Tokens)-1]
		}
		for i := range s.Tokens { // "who is the captain": the copula hung from "captain", and this from "who"
			h := s.Tokens[i].Head
			if s.Tokens[i].Rel != "cop" || h < 0 || h >= len(s.Tokens) {
				continue
			}
			if g := s.Tokens[h].Head; g >= 0 && g < len(s.Tokens) && s.Tokens[g].Head < 0 && questionWords[strings.ToLower(s.Tokens[g].Text)] && under(s.Tokens[h].Rel, "nsubj") {
				s.Tokens[i].Head = g
			}
		}
		for i := range s.Tokens { // "who is Anna Weiss": the copula hung from "who"
			if h := s.Tokens[i].Head; s.Tokens[i].Rel == "cop" && h >= 0 && h < len(s.Tokens) && questionWords[strings.ToLower(s.Tokens[h].Text)] {
				if g := s.Tokens[h].Head; g >= 0 && g < len(s.Tokens) && under(s.Tokens[h].Rel, "nsubj") {
					s.Tokens[i].Head = g
				}
			}
		}
		capitals(s)
		reroot(s, newSyntax(doc, n))
		t := newSyntax(doc, n)
		for i := range s.Tokens {
			aux := t.kid(i, "aux", "aux:pass")
			if t.tag(i, "PROPN", "NOUN") && aux >= 0 && t.lemma(aux) == "be" { // "who is Anna Weiss"
				s.Tokens[aux].Rel = "cop"
			}
			if t.tag(i, "VERB") && aux >= 0 && !t.gerund(i) && t.lemma(aux) == "be" && t.toks[i].XTag != "VB" { // "where was it launched"
				s.Tokens[aux].Rel = "aux:pass"
				for _, k := range t.all(i, "nsubj") {
					s.Tokens[k].Rel = "nsubj:pass"
				}
			}
			if t.tag(i, "VERB") && aux >= 0 && t.lemma(aux) == "have" && t.kid(i, "aux:pass") < 0 {
				for _, k := range t.all(i, "nsubj:pass") { // "what have the countries not agreed on"
					s.Tokens[k].Rel = "nsubj"
				}
			}
			if !t.tag(i, "VERB") || aux < 0 || t.kid(i, "nsubj", "csubj", "expl") >= 0 {
				continue
			}
			for _, k := range t.all(i, "compound", "amod", "nmod", "nmod:desc", "obl:unmarked", "obj", "obl", "iobj") {
				if k > aux && k < i && !t.is(k, "compound:prt") && t.kid(k, "case") < 0 && t.tag(k, "NOUN", "PROPN") && !t.timeHead(k) {
					s.Tokens[k].Rel = "nsubj"
					if t.kid(i, "aux:pass") >= 0 {
						s.Tokens[k].Rel = "nsubj:pass"
					}
					break
				}
			}
		}
	}
}

// capitals joins what is written as one name: "Canal Um", where the parser takes the second word for another thing, and
// "Castle Infrastructure", where it takes the first for a noun.
func capitals(s *text.Sentence) {
	upper := func(i int) bool {
		w := s.Tokens[i].Text
		return i > 0 && w != "I" && w[0] >= 'A' && w[0] <= 'Z'
	}
	for i := 1; i+1 < len(s.Tokens); i++ {
		a, b := &s.Tokens[i], &s.Tokens[i+1]
		if !upper(i) || !upper(i+1) {
			continue
		}
		switch {
		case b.Tag == "INTJ" && a.Tag == "PROPN" && !heads(s, i+1):
			b.Tag, b.XTag, b.Head, b.Rel, b.Lemma = "PROPN", "NNP", i, "flat", b.Text
		case a.Tag == "NOUN" && a.Rel == "compound" && a.Head == i+1 && (b.Tag == "PROPN" || b.Tag == "NOUN"):
			a.Tag, a.XTag, a.Lemma = "PROPN", "NNP", a.Text
			b.Tag, b.XTag, b.Lemma = "PROPN", "NNP", b.Text
		}
	}
}

// reroot makes the predicate the root where the parser has taken another word for it: the infinitive of "when are the
// shareholders to vote", the participle of "who is Ann Lee married to".
func reroot(s *text.Sentence, t *syntax) {
	for i := range s.Tokens {
		cop := t.kid(i, "cop")
		if k := t.kid(i, "acl:relcl"); s.Tokens[i].Head < 0 && cop < 0 && k > i && questionWords[t.low(i)] && t.tag(k, "NOUN", "PROPN") && t.kid(k, "cop") >= 0 && t.kid(k, "nsubj") < 0 {
			s.Tokens[k].Rel = "nsubj" // "who was the director of the operation"
			s.Tokens[t.kid(k, "cop")].Head = i
			return
		}
		if s.Tokens[i].Head < 0 && cop < 0 && t.tag(i, "PROPN") && questionWords[t.low(0)] {
			if v := t.kid(i, "acl", "parataxis", "amod", "appos"); v > i && t.kid(v, "cop") >= 0 && t.kid(v, "nsubj") < 0 {
				s.Tokens[v].Head, s.Tokens[v].Rel = -1, "root"
				s.Tokens[i].Head, s.Tokens[i].Rel = v, "nsubj"
				return
			}
		}
		if s.Tokens[i].Head >= 0 || cop < 0 {
			continue
		}
		v := t.kid(i, "acl", "xcomp", "advcl", "ccomp", "parataxis", "amod")
		wh := t.low(i) == "when" || t.low(i) == "where"
		if n := t.kid(i, "nsubj"); wh && v < 0 && n > cop {
			v = t.kid(n, "acl")
		}
		if v <= i || !(wh && t.infinitive(v)) && !(t.tag(i, "PROPN") && t.tag(v, "ADJ", "VERB") && questionWords[t.low(0)] && cop < i) {
			continue
		}
		for _, k := range t.kids[i] {
			if k != v && (wh || k <= cop || k > v) {
				s.Tokens[k].Head = v
			}
		}
		s.Tokens[v].Head, s.Tokens[v].Rel = -1, "root"
		s.Tokens[i].Head, s.Tokens[i].Rel = v, "nsubj"
		if wh {
			s.Tokens[i].Rel, s.Tokens[cop].Rel = "advmod", "aux"
		}
		return
	}
}

func heads(s *text.Sentence, i int) bool {
	for _, k := range s.Tokens {
		if k.Head == i {
			return true
		}
	}
	return s.Tokens[i].Head < 0
}

// asking is a question in the making of its pattern.
type asking struct {
	a *analysis
	t *syntax
	p *graph.Pattern
}

// questionWords ask for something.
var questionWords = set("who whom whose what which when where why how")

// wh is the question word in the phrase of i, -1 for none: itself, its determiner, its owner or the adverb of its number.
func (b *asking) wh(i int) int {
	for _, k := range b.t.yield(i, func(k int) bool {
		return b.t.is(k, "acl", "advcl", "ccomp", "conj") || b.t.toks[k].Head == i && b.t.is(k, "nsubj", "csubj", "cop", "aux")
	}) {
		if questionWords[b.t.low(k)] && !(b.t.toks[k].Head >= 0 && b.t.is(b.t.toks[k].Head, "acl:relcl") && b.t.toks[k].Head != i) {
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
	v := b.a.value(t, i)
	s.Name, s.Class = v.Name, v.Class
	s.Head = t.lemma(i)
	s.Proper = b.a.named(t, i) && t.tag(i, "PROPN") || properName(v.Name) && (t.tag(i, "PROPN", "NUM", "X", "SYM") || i > 0 && properName(t.toks[i].Text))
	if s.Proper {
		s.Head = ""
		return s
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
	case words[0] == "how" && is("related", "connected", "linked", "tied", "associated", "hang together"),
		is("relation between", "relationship between", "connection between", "link between", "links between", "tie between", "ties between",
			"connections between", "relations between", "relation of", "relationship of"),
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
		if taken[i] || !t.tag(i, "NOUN", "PROPN") || t.is(i, "compound", "flat", "amod", "nmod:desc", "nmod:poss") || b.wh(i) >= 0 {
			continue
		}
		switch t.lemma(i) {
		case "relation", "relationship", "connection", "link", "tie":
			continue
		}
		if t.is(i, "nmod") && !t.is(i, "conj") && t.toks[i].Head >= 0 && t.tag(t.toks[i].Head, "NOUN", "PROPN") {
			switch t.lemma(t.toks[i].Head) {
			case "relation", "relationship", "connection", "link", "tie":
			default:
				continue // part of another phrase
			}
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
