package parse

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"kg/ingest/text"
)

// check fails where a parsed document breaks a promise: spans hold, nothing but blanks is left out, trees are trees.
func check(t *testing.T, d *text.Document) {
	t.Helper()
	at := 0
	blank := func(from, to int) {
		for i, c := range d.Text[from:to] {
			if !isBlank(c) {
				t.Fatalf("byte %d: %q is in no token", from+i, c)
			}
		}
	}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if len(s.Tokens) == 0 || s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			t.Fatalf("sentence %d: span %v is not that of its tokens", i, s.Span)
		}
		heads := make([]int, len(s.Tokens))
		for j := range s.Tokens {
			x := &s.Tokens[j]
			if x.Start < at || x.End <= x.Start || d.At(x.Span) != x.Text {
				t.Fatalf("token %q: span %v is wrong after byte %d", x.Text, x.Span, at)
			}
			blank(at, x.Start)
			at = x.End
			if x.Lemma == "" || x.Tag == "" || x.XTag == "" || x.Rel == "" {
				t.Fatalf("token %q: %+v lacks a layer", x.Text, x)
			}
			if (x.Rel == "root") != (x.Head == -1) {
				t.Fatalf("token %q: relation %q with head %d", x.Text, x.Rel, x.Head)
			}
			if !(x.Score >= 0 && x.Score <= 1) {
				t.Fatalf("token %q: score %v", x.Text, x.Score)
			}
			if strings.HasPrefix(x.Name, "I-") && (j == 0 || s.Tokens[j-1].Name == "" || s.Tokens[j-1].Name[2:] != x.Name[2:]) {
				t.Fatalf("token %q: %s follows no name", x.Text, x.Name)
			}
			heads[j] = x.Head + 1
		}
		if !isTree(heads) {
			t.Fatalf("sentence %d is no tree: %v", i, heads)
		}
	}
	blank(at, len(d.Text))
}

func TestParse(t *testing.T) {
	d := &text.Document{Text: "Anna Berg did not sign the treaty in Oslo.\n\nHer minister, Ola Lie, won't either."}
	load(t).Parse(d)
	check(t, d)
	if len(d.Sentences) != 2 {
		t.Fatalf("%d sentences, want 2", len(d.Sentences))
	}
	first := d.Sentences[0].Tokens
	sign := slices.IndexFunc(first, func(x text.Token) bool { return x.Text == "sign" })
	for _, want := range []struct{ word, rel, name string }{{"not", "advmod", ""}, {"treaty", "obj", ""}, {"Anna", "nsubj", "B-Person"}} {
		i := slices.IndexFunc(first, func(x text.Token) bool { return x.Text == want.word })
		if x := first[i]; x.Head != sign || x.Rel != want.rel || x.Name != want.name {
			t.Errorf("%s: head %d, relation %s, name %q; want %d, %s, %q", x.Text, x.Head, x.Rel, x.Name, sign, want.rel, want.name)
		}
	}
	if x := d.Sentences[1].Tokens[7]; x.Text != "n't" || x.Lemma != "not" {
		t.Errorf("%q with lemma %q, want n't, not", x.Text, x.Lemma)
	}
}

func TestLemma(t *testing.T) {
	m := load(t)
	for sentence, want := range map[string]string{
		"They are buzzing about it.":   "buzz",
		"He wants to found a party.":   "found",
		"The captain found the wreck.": "find",
		"She was controlling it.":      "control",
	} {
		sentences := m.Segment(sentence)
		m.Analyse(sentences)
		if !slices.ContainsFunc(sentences[0].Tokens, func(x text.Token) bool { return x.Tag == "VERB" && x.Lemma == want }) {
			t.Errorf("%s no verb %q in %+v", sentence, want, sentences[0].Tokens)
		}
	}
}

// The same sentences give the same bits by every kernel, alone or together, in any order.
func TestSameEverywhere(t *testing.T) {
	m := load(t)
	sentences := m.Segment(sample(t))
	if testing.Short() {
		sentences = sentences[:30]
	}
	copyOf := func(ss []text.Sentence) []text.Sentence {
		out := slices.Clone(ss)
		for i := range out {
			out[i].Tokens = slices.Clone(out[i].Tokens)
		}
		return out
	}
	want := copyOf(sentences)
	m.Analyse(want)
	alone := copyOf(sentences[:30])
	for i := range alone {
		m.Analyse(alone[i : i+1])
	}
	if !reflect.DeepEqual(alone, want[:30]) {
		t.Error("sentences alone differ from those together")
	}
	order := rand.New(rand.NewPCG(1, 1)).Perm(len(sentences))
	mixed := make([]text.Sentence, len(order))
	for i, k := range order {
		mixed[i] = copyOf(sentences[k : k+1])[0]
	}
	m.Analyse(mixed)
	for i, k := range order {
		if !reflect.DeepEqual(mixed[i], want[k]) {
			t.Fatalf("sentence %d differs in another order", k)
		}
	}
	few := sentences[:12]
	var logits [][]float32
	for _, k := range available() {
		w := newWorkspace()
		w.kernels = k
		w.begin()
		for i := range few {
			var words []string
			for _, x := range few[i].Tokens {
				words = append(words, x.Text)
			}
			w.add(m, i, words, 0)
		}
		m.encode(w)
		var all []float32
		m.decide(w, func(in input, words []wordOut, tags func(i, task int) []float32) {
			for i, x := range words {
				all = append(all, float32(x.head), float32(x.rel), x.score)
				for task := range tasks {
					all = append(all, tags(i, task)...)
				}
			}
		})
		logits = append(logits, all)
	}
	for i := range logits[1:] {
		if !slices.Equal(logits[0], logits[i+1]) {
			t.Errorf("logits of %s and %s differ", available()[0].name, available()[i+1].name)
		}
	}
}

// What no article holds must come out too, in tokens and trees.
func TestStrangeTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("long texts")
	}
	m := load(t)
	for name, s := range map[string]string{
		"empty":       "",
		"blanks":      " \n\t\u200b\ufeff ",
		"long":        strings.Repeat("word ", 6000),
		"brackets":    strings.Repeat("(", 5000) + "x" + strings.Repeat(")", 5000),
		"no space":    strings.Repeat("abcdefghij", 100_000),
		"dots":        strings.Repeat("a.", 50_000),
		"hyphens":     strings.Repeat("1-", 2_000) + "1",
		"marks":       "e\u0301\u200d\u200b\u202eabc\u202c \u0301\u0301 x\u00ad",
		"emoji":       "👩‍👩‍👧‍👦 👍🏽 🇳🇴 ok☺️",
		"right left":  "قال الرئيس إن شلوم שלום עולם said.",
		"bad bytes":   "abc\xff\xfe def\xe2\x80",
		"surrogates":  "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 世界 ½ ² Ⅳ",
		"apostrophes": strings.Repeat("'", 1000) + "s" + strings.Repeat("’s", 500),
		"addresses":   strings.Repeat("www.a.b/(", 3000) + " " + strings.Repeat("a@", 3000),
	} {
		t.Run(name, func(t *testing.T) {
			d := &text.Document{Text: s}
			m.Parse(d)
			check(t, d)
		})
	}
}

// A given sentence stays one, however long: its parts hang on the first one's root.
func TestLongSentence(t *testing.T) {
	words := strings.Fields(strings.Repeat("The minister said that the law was good and ", 60))
	s := []text.Sentence{{Tokens: make([]text.Token, len(words))}}
	for i, w := range words {
		s[0].Tokens[i].Text = w
	}
	load(t).Analyse(s)
	heads, roots := make([]int, len(words)), 0
	for i, x := range s[0].Tokens {
		heads[i] = x.Head + 1
		if x.Rel == "root" {
			roots++
		}
	}
	if !isTree(heads) || roots != 1 {
		t.Errorf("%d words: %d roots, tree %v", len(words), roots, isTree(heads))
	}
}

func FuzzTokenize(f *testing.F) {
	for _, s := range []string{"Mr. O'Neil can't pay $3.5m, e.g. at 5:30pm.", "www.x.org/(a) a@b.c #tag :-) U.S.", "it’s—they’ve …", "\xff\u200d'", "1-2-3/4 5'6\""} {
		f.Add(s)
	}
	m, err := Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		words := tokenize(s)
		for _, w := range words {
			if w.Start < at || w.End <= w.Start || w.End > len(s) {
				t.Fatalf("%q: span %v after byte %d", s, w, at)
			}
			for _, c := range s[at:w.Start] {
				if !isBlank(c) {
					t.Fatalf("%q: %q is in no token", s, c)
				}
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[w.Start:w.End]) {
				t.Fatalf("%q: %v cuts a rune", s, w)
			}
			at = w.End
		}
		for _, c := range s[at:] {
			if !isBlank(c) {
				t.Fatalf("%q: %q is in no token", s, c)
			}
		}
		n := 0
		for _, r := range m.splitter.split(s, words) {
			if r[0] != n || r[1] <= r[0] {
				t.Fatalf("%q: sentence %v after word %d", s, r, n)
			}
			n = r[1]
		}
		if n != len(words) {
			t.Fatalf("%q: %d words in sentences, %d words", s, n, len(words))
		}
	})
}
