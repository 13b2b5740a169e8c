package ingest_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"kg/data"
	"kg/ingest"
	"kg/ingest/read"
	"kg/ingest/text"
)

// analyse takes one article through all stages; the result is empty where nothing of it can be read.
func analyse(p *ingest.Pipeline, article string) ingest.Result {
	for doc, err := range read.Paths([]string{"-"}, read.Options{Stdin: strings.NewReader(article)}) {
		if err == nil {
			return p.Run(doc)
		}
	}
	return ingest.Result{}
}

// checkSpans reports every position that is not one of the text's.
func checkSpans(r ingest.Result) (faults []string) {
	doc := r.Doc
	bad := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	inside := func(what string, s text.Span) bool {
		if s.Start < 0 || s.Start >= s.End || s.End > len(doc.Text) {
			bad("%s [%d,%d) of a text of %d bytes", what, s.Start, s.End, len(doc.Text))
			return false
		}
		if !utf8.ValidString(doc.At(s)) {
			bad("%s [%d,%d) cuts a character: %q", what, s.Start, s.End, doc.At(s))
		}
		return true
	}
	last := 0
	for i, s := range doc.Sentences {
		if !inside("sentence", s.Span) || len(s.Tokens) == 0 {
			bad("sentence %d has %d tokens", i, len(s.Tokens))
			continue
		}
		if s.Start < last || strings.TrimSpace(doc.Text[last:s.Start]) != "" {
			bad("between sentences: %q", doc.Text[min(last, s.Start):max(last, s.Start)])
		}
		last = s.End
		roots, at := 0, s.Start
		for j, w := range s.Tokens {
			if inside("token", w.Span) && doc.At(w.Span) != w.Text {
				bad("token %q stands on %q", w.Text, doc.At(w.Span))
			}
			if w.Start < at || strings.TrimSpace(doc.Text[at:w.Start]) != "" {
				bad("before token %q: %q", w.Text, doc.Text[min(at, w.Start):max(at, w.Start)])
			}
			at = w.End
			if w.Head == -1 {
				roots++
			}
			for n, h := 0, j; h != -1; n, h = n+1, s.Tokens[h].Head {
				if h < 0 || h >= len(s.Tokens) || n > len(s.Tokens) {
					bad("token %q of sentence %d has no way to the root", w.Text, i)
					break
				}
			}
		}
		if roots != 1 {
			bad("sentence %d has %d roots", i, roots)
		}
		if at != s.End {
			bad("sentence %d ends at %d, its tokens at %d", i, s.End, at)
		}
	}
	if strings.TrimSpace(doc.Text[last:]) != "" {
		bad("in no sentence: %q", doc.Text[last:])
	}
	for _, m := range doc.Mentions {
		if !inside("mention", m.Span) {
			continue
		}
		if m.Sentence < 0 || m.Sentence >= len(doc.Sentences) || m.Head < 0 || m.Head >= len(doc.Sentences[m.Sentence].Tokens) ||
			m.Entity < -1 || m.Entity >= len(doc.Entities) {
			bad("mention %q: sentence %d, head %d, entity %d", doc.At(m.Span), m.Sentence, m.Head, m.Entity)
			continue
		}
		if h := doc.Sentences[m.Sentence].Tokens[m.Head]; h.Start < m.Start || h.End > m.End {
			bad("mention %q has its head %q outside", doc.At(m.Span), h.Text)
		}
	}
	for _, s := range r.Statements {
		if len(s.Sources) == 0 {
			bad("statement %v without a source", s.Relation.Lemma)
		}
		for _, src := range s.Sources {
			if p := (text.Span{Start: src.Start, End: src.End}); inside("source", p) && doc.At(p) != src.Quote {
				bad("source %q quotes %q", doc.At(p), src.Quote)
			}
		}
		if s.Confidence < 0 || s.Confidence > 1 {
			bad("statement %v: confidence %v", s.Relation.Lemma, s.Confidence)
		}
	}
	return faults
}

// mutate changes an article in a few places as bad scans, careless editing and other scripts do.
func mutate(r *rand.Rand, s string) string {
	odd := []string{"", " ", "  ", "\n", "\n\n", "\t", ".", ",", "“", "”", "\"", "'", "’", "—", "(", ")", "é", "😀", "مرحبا", "中文", "\u200b", "\u00a0", "\u0301",
		"he", "who", "that", "not", "and", "if", "said", "$1.5 billion", "June 12", "to", ":", ";", "…", "?", "e\u0301", "ﬁ", "\U0001F1FA\U0001F1E6", "US", "www.x.org"}
	words := strings.SplitAfter(s, " ")
	for range 1 + r.IntN(12) {
		i, j := r.IntN(len(words)), r.IntN(len(words))
		switch r.IntN(5) {
		case 0:
			words[i], words[j] = words[j], words[i]
		case 1:
			words[i] = odd[r.IntN(len(odd))] + words[i]
		case 2:
			words[i] = strings.TrimSuffix(words[i], " ") + odd[r.IntN(len(odd))]
		case 3:
			words[i] = ""
		case 4:
			words[i] = words[j] + words[j]
		}
	}
	return strings.Join(words, "")
}

// TestSpans holds that every position that any stage gives is one of the text's, in the sample articles and in what
// random changes make of them.
func TestSpans(t *testing.T) {
	p, err := ingest.New()
	if err != nil {
		t.Fatal(err)
	}
	articles, err := data.Articles.ReadDir("articles")
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for _, a := range articles {
		b, err := data.Articles.ReadFile("articles/" + a.Name())
		if err != nil {
			t.Fatal(err)
		}
		whole := string(b)
		res := analyse(p, whole)
		if len(res.Statements) < 10 {
			t.Fatalf("%s: %d statements", a.Name(), len(res.Statements))
		}
		for _, f := range checkSpans(res) {
			t.Errorf("%s: %s", a.Name(), f)
		}
		paragraphs := strings.SplitAfter(whole, "\n")
		for range 60 {
			i := r.IntN(len(paragraphs))
			changed := mutate(r, strings.Join(paragraphs[i:min(i+2, len(paragraphs))], ""))
			res := analyse(p, changed)
			if res.Doc == nil {
				continue
			}
			if faults := checkSpans(res); len(faults) > 0 {
				t.Errorf("%q:\n%s", changed, strings.Join(faults, "\n"))
			}
		}
	}
}
