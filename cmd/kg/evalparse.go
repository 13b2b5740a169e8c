package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"kg/ingest/text"
)

// treeScore counts as CoNLL 2018's evaluation does (universaldependencies.org/conll18/evaluation.html): sentences and
// words are right when their spans are, all else is counted over words that are; spans count characters without
// blanks. Labels are compared in full, with their subtypes.
type treeScore struct {
	sentences, words                             ratio
	upos, xpos, feats, lemmas, uas, las, lasMain ratio
}

// ratio holds what is right, our own and gold.
type ratio struct{ right, own, gold int }

// evalWord is a word with its place in the text without blanks.
type evalWord struct {
	*text.Token
	start, end int
	head       int // index among all words, -1 for the root
}

// flatten returns a document's words and its sentences' spans.
func flatten(d *text.Document) ([]evalWord, map[[2]int]bool) {
	at := make([]int, len(d.Text)+1) // characters before each byte
	n := 0
	for i, c := range d.Text {
		at[i] = n
		if !unicode.IsSpace(c) {
			n++
		}
		for k := i + 1; k < len(at) && (k == len(d.Text) || d.Text[k]&0xC0 == 0x80); k++ {
			at[k] = n
		}
	}
	at[len(d.Text)] = n
	var words []evalWord
	spans := map[[2]int]bool{}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		base := len(words)
		for j := range s.Tokens {
			t := &s.Tokens[j]
			head := -1
			if t.Head >= 0 {
				head = base + t.Head
			}
			words = append(words, evalWord{t, at[t.Start], at[t.End], head})
		}
		spans[[2]int{at[s.Start], at[s.End]}] = true
	}
	return words, spans
}

func (t *treeScore) add(gold, own *text.Document) {
	g, gs := flatten(gold)
	o, os := flatten(own)
	t.sentences.own += len(os)
	t.sentences.gold += len(gs)
	for s := range os {
		if gs[s] {
			t.sentences.right++
		}
	}
	toGold := align(g, o)
	all := []*ratio{&t.words, &t.upos, &t.xpos, &t.feats, &t.lemmas, &t.uas, &t.las, &t.lasMain}
	for _, r := range all {
		r.own += len(o)
		r.gold += len(g)
	}
	for i, at := range toGold {
		if at < 0 {
			continue
		}
		a, b := &o[i], &g[at]
		head := -1
		if a.head >= 0 {
			if head = toGold[a.head]; head < 0 {
				head = -2
			}
		}
		right := head == b.head
		for k, ok := range []bool{true, a.Tag == b.Tag, a.XTag == b.XTag, universal(a.Feats) == universal(b.Feats),
			b.Lemma == "" || a.Lemma == b.Lemma, right, right && a.Rel == b.Rel, right && universalRel(a.Rel) == universalRel(b.Rel)} {
			if ok {
				all[k].right++
			}
		}
	}
}

// universalRel is a relation without its subtype.
func universalRel(rel string) string {
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}

// align returns the gold word of each own word, or -1. Words that lie on one span together (parts of a multiword token
// that are not in its form) are matched in order by their forms.
func align(gold, own []evalWord) []int {
	out := make([]int, len(own))
	for i := range out {
		out[i] = -1
	}
	for g, o := 0, 0; g < len(gold) && o < len(own); {
		a, b := &gold[g], &own[o]
		switch {
		case a.start == b.start && a.end == b.end:
			if strings.EqualFold(a.Text, b.Text) {
				out[o] = g
				o++
			}
			g++
		case a.start < b.start || a.start == b.start && a.end < b.end:
			g++
		default:
			o++
		}
	}
	return out
}

// universalFeats are those that CoNLL 2018 compared.
var universalFeats = map[string]bool{"PronType": true, "NumType": true, "Poss": true, "Reflex": true, "Foreign": true, "Abbr": true,
	"Gender": true, "Animacy": true, "Number": true, "Case": true, "Definite": true, "Degree": true, "VerbForm": true, "Mood": true,
	"Tense": true, "Aspect": true, "Voice": true, "Evident": true, "Polarity": true, "Person": true, "Polite": true}

func universal(feats string) string {
	var out []string
	for _, f := range strings.Split(feats, "|") {
		if key, _, _ := strings.Cut(f, "="); universalFeats[key] {
			out = append(out, f)
		}
	}
	return strings.Join(out, "|")
}

func (t *treeScore) write(w io.Writer) {
	fmt.Fprintf(w, "%-12s%10s%10s%10s%8s\n", "", "precision", "recall", "F1", "gold")
	for _, x := range []struct {
		name string
		r    ratio
	}{{"words", t.words}, {"sentences", t.sentences}, {"UPOS", t.upos}, {"XPOS", t.xpos}, {"UFeats", t.feats}, {"lemmas", t.lemmas},
		{"UAS", t.uas}, {"LAS", t.las}, {"LAS main", t.lasMain}} {
		fmt.Fprintf(w, "%-12s%10.2f%10.2f%10.2f%8d\n", x.name, percent(x.r.right, x.r.own), percent(x.r.right, x.r.gold),
			percent(2*x.r.right, x.r.own+x.r.gold), x.r.gold)
	}
}
