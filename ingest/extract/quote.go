package extract

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/ingest/text"
)

// Quote is a stretch between quotation marks. A quotation split by its attribution ("…," he said, "…") is two quotes
// with the same speaker.
type Quote struct {
	text.Span      // with its quotation marks
	Speaker   int  // index into Document.Mentions, -1 where nobody is named
	Sentence  int  // of the cue verb, -1 for none
	Cue       int  // token of the cue verb in that sentence ("said"), -1 for none
	Continues bool // goes on with the words of the quote before it
}

// Speaks reports whether the quote is somebody's speech and not a title or a word in inverted commas.
func (q Quote) Speaks() bool { return q.Speaker >= 0 || q.Cue >= 0 }

// Quotes finds direct speech between curly or straight marks, across sentences and paragraphs, with the mention that
// speaks and the verb that says so. It needs doc.Mentions.
func Quotes(doc *text.Document) []Quote {
	quotes := quoteSpans(doc.Text)
	if len(quotes) == 0 {
		return nil
	}
	x := NewIndex(doc)
	for i := range quotes {
		q := &quotes[i]
		q.Speaker, q.Cue, q.Sentence = -1, -1, -1
		attribute(doc, x, quotes, q)
		if q.Speaker >= 0 || i == 0 {
			continue
		}
		before := &quotes[i-1]
		between := doc.Text[before.End:q.Start]
		switch {
		case q.Continues, before.Speaks() && !strings.Contains(between, "\n") && wholeSentences(doc, q):
			q.Speaker, q.Sentence, q.Cue = before.Speaker, before.Sentence, before.Cue
		}
	}
	return quotes
}

// quoteSpans finds what stands between double quotation marks. A paragraph that begins with a mark while a quote is
// open goes on with it; one that begins without closes it.
func quoteSpans(s string) []Quote {
	var quotes []Quote
	open := -1
	continues := false
	closeAt := func(end int) {
		if end-open > 3 {
			quotes = append(quotes, Quote{Span: text.Span{Start: open, End: end}, Continues: continues})
		}
		open, continues = -1, false
	}
	atParagraph := true
	for i, r := range s {
		switch {
		case r == '\n':
			if open >= 0 {
				rest := strings.TrimLeft(s[i:], "\n \t")
				if strings.HasPrefix(rest, "“") || strings.HasPrefix(rest, "\"") {
					end := i
					closeAt(end)
					continues = true
				} else {
					open, continues = -1, false
				}
			}
			atParagraph = true
			continue
		case r == '“' || r == '"' && open < 0 && opensAt(s, i):
			if open < 0 {
				open = i
			}
			if !atParagraph {
				continues = false
			}
		case open >= 0 && (r == '”' || r == '"'):
			closeAt(i + utf8.RuneLen(r))
		}
		if !unicode.IsSpace(r) {
			atParagraph = false
		}
	}
	return quotes
}

// opensAt tells a straight mark that opens from one left over that closes, or an inch mark.
func opensAt(s string, i int) bool {
	next, _ := utf8.DecodeRuneInString(s[i+1:])
	if i+1 >= len(s) || unicode.IsSpace(next) {
		return false
	}
	prev, _ := utf8.DecodeLastRuneInString(s[:i])
	return i == 0 || !unicode.IsDigit(prev)
}

// attribute finds the cue verb and the speaker of q in the sentences that it touches.
func attribute(doc *text.Document, x *Index, quotes []Quote, q *Quote) {
	best, bestCost := -1, 1<<30
	bestSentence := -1
	from := sort.Search(len(doc.Sentences), func(i int) bool { return doc.Sentences[i].End >= q.Start-3 })
	for si := max(0, from-1); si < len(doc.Sentences); si++ {
		s := &doc.Sentences[si]
		if s.End < q.Start-3 {
			if !strings.HasSuffix(strings.TrimSpace(doc.At(s.Span)), ":") || strings.TrimSpace(doc.Text[s.End:q.Start]) != "" {
				continue
			}
		}
		if s.Start > q.End && (s.Start > q.End+2 || !attributed(doc, q)) {
			break
		}
		t := newTree(s)
		for i := range s.Tokens {
			k := &s.Tokens[i]
			if k.Start >= q.Start && k.End <= q.End || !isCue(t, i) || inQuote(quotes, k.Start) {
				continue
			}
			cost := 0
			switch {
			case k.End <= q.Start:
				cost = 2 * wordsBetween(doc.Text[k.End:q.Start])
			default:
				cost = 2 * wordsBetween(doc.Text[q.End:max(k.Start, q.End)])
			}
			if governs(t, i, q) {
				cost -= 20
			} else if wordsBetween(doc.At(q.Span)) < 3 && cost > 4 || titled(doc, q) {
				continue // a word or title in inverted commas
			}
			if cost < bestCost {
				best, bestCost, bestSentence = i, cost, si
			}
		}
	}
	if best < 0 || bestCost > 60 {
		return
	}
	q.Sentence, q.Cue = bestSentence, best
	t := newTree(&doc.Sentences[bestSentence])
	q.Speaker = speaker(x, t, bestSentence, best)
	if m := q.Speaker; m >= 0 && doc.Mentions[m].Start >= q.Start && doc.Mentions[m].End <= q.End {
		q.Speaker = -1 // the quote's own words: another subject, or the name beside the verb
		for _, c := range t.children[best] {
			k := t.tok[c]
			if (t.rel(c) == "nsubj" || t.rel(c) == "obj" || t.rel(c) == "parataxis") && (k.Start >= q.End || k.End <= q.Start) {
				q.Speaker = x.Mention(bestSentence, c)
			}
		}
		for c := best - 1; c >= 0 && c >= best-4 && q.Speaker < 0 && t.tok[c].Start >= q.End; c-- {
			q.Speaker = x.Mention(bestSentence, c)
		}
	}
}

// attributed reports whether q ends as one that an attribution follows: with a comma, question or exclamation mark.
func attributed(doc *text.Document, q *Quote) bool {
	s := strings.TrimRight(doc.At(q.Span), "”\"")
	return strings.HasSuffix(s, ",") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!")
}

// titled reports whether a preposition or "titled" stands before q: `on "Newsnight"`.
func titled(doc *text.Document, q *Quote) bool {
	before := strings.Fields(doc.Text[max(0, q.Start-20):q.Start])
	if len(before) == 0 {
		return false
	}
	switch strings.ToLower(before[len(before)-1]) {
	case "on", "in", "of", "at", "from", "titled", "called", "named", "entitled", "dubbed", "with", "by", "the":
		return true
	}
	return false
}

// governs reports whether verb i has words of the quote as its complement.
func governs(t *tree, i int, q *Quote) bool {
	for _, c := range t.children[i] {
		switch t.rel(c) {
		case "ccomp", "parataxis", "obj", "xcomp", "dep", "discourse", "appos":
			if t.tok[c].Start >= q.Start && t.tok[c].End <= q.End {
				return true
			}
		}
	}
	h := t.tok[i].Head
	return t.rel(i) == "parataxis" && h >= 0 && t.tok[h].Start >= q.Start && t.tok[h].End <= q.End
}

// speaker is the mention that the cue verb has as its subject; of a participle, that of the verb above it.
func speaker(x *Index, t *tree, si, i int) int {
	if t.lower(i) == "according" || t.lower(i) == "accord" {
		for _, c := range append([]int{t.tok[i].Head}, t.children[i]...) {
			if c >= 0 {
				if m := x.Mention(si, c); m >= 0 {
					return m
				}
			}
		}
		return -1
	}
	for n := 0; i >= 0 && n < 6; n++ {
		if c := t.child(i, "nsubj"); c >= 0 {
			if t.tok[c].Rel == "nsubj:pass" {
				if c = t.child(i, "obl:agent"); c < 0 {
					return -1
				}
			}
			return x.Mention(si, c)
		}
		if g := t.child(i, "obl:agent"); g >= 0 {
			return x.Mention(si, g)
		}
		switch t.rel(i) {
		case "acl":
			return x.Mention(si, t.tok[i].Head)
		case "conj", "advcl", "xcomp", "ccomp", "parataxis", "dep":
			i = t.tok[i].Head
		default:
			return -1
		}
	}
	return -1
}

func wordsBetween(s string) int { return len(strings.Fields(s)) }

func inQuote(quotes []Quote, at int) bool {
	i := sort.Search(len(quotes), func(i int) bool { return quotes[i].End > at })
	return i < len(quotes) && quotes[i].Start <= at
}

// wholeSentences reports whether q begins where a sentence does.
func wholeSentences(doc *text.Document, q *Quote) bool {
	i := sort.Search(len(doc.Sentences), func(i int) bool { return doc.Sentences[i].Start >= q.Start-1 })
	return i < len(doc.Sentences) && doc.Sentences[i].Start <= q.Start+3
}

// isCue reports whether token i can introduce direct speech.
func isCue(t *tree, i int) bool {
	lemma := strings.ToLower(t.tok[i].Lemma)
	if t.tok[i].Tag == "VERB" {
		return cueVerbs[lemma]
	}
	return t.lower(i) == "according"
}

var cueVerbs = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`say tell state add explain announce report note claim argue warn insist admit confirm declare
comment remark reply respond ask write mention stress emphasize emphasise reveal suggest conclude continue describe answer
acknowledge agree allege assert assure believe complain concede contend deny disclose exclaim express indicate joke observe
predict proclaim promise propose quote read recall recommend reiterate shout tweet post think urge vow whisper wonder
maintain estimate testify lament boast caution counter cry demand inform opine point pledge quip reason recount rule
speak state tell utter voice yell advise accuse condemn criticize criticise praise`) {
		m[w] = true
	}
	return m
}()
