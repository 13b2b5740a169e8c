package extract

import (
	"sort"

	"kg/ingest/text"
)

// Mentions fills doc.Mentions from the trees: names, noun phrases, pronouns and coordinations of these, nested ones
// too, each once. Entity is -1 until Resolve. Span leaves out prepositions and conjunctions before the phrase and takes
// its modifiers and clauses in.
func Mentions(doc *text.Document) {
	doc.Mentions = doc.Mentions[:0]
	for si := range doc.Sentences {
		mended := doc.Sentences[si]
		mended.Tokens = repaired(doc, si).toks
		s, t := &mended, newTree(&mended)
		for i := range s.Tokens {
			form := t.form(i)
			if form == "" {
				continue
			}
			first, last := t.phrase(i)
			m := text.Mention{
				Span:     text.Span{Start: s.Tokens[first].Start, End: s.Tokens[last].End},
				Sentence: si, Head: i, Form: form, Entity: -1,
			}
			m.Class = classOf(t, i, form)
			doc.Mentions = append(doc.Mentions, m)
			if form != "relative" && t.coordinates(i) {
				first, last := t.coordination(i)
				doc.Mentions = append(doc.Mentions, text.Mention{
					Span:     text.Span{Start: s.Tokens[first].Start, End: s.Tokens[last].End},
					Sentence: si, Head: i, Form: "group", Class: m.Class, Entity: -1,
				})
			}
		}
	}
	sort.SliceStable(doc.Mentions, func(i, j int) bool {
		a, b := doc.Mentions[i], doc.Mentions[j]
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		return a.End > b.End
	})
}

// Index finds mentions by the token that heads them.
type Index struct {
	doc   *text.Document
	heads [][]int32 // by sentence and token: mention + 1, 0 for none
}

// NewIndex indexes doc.Mentions; it is stale once they change (Resolve does not).
func NewIndex(doc *text.Document) *Index {
	x := &Index{doc: doc, heads: make([][]int32, len(doc.Sentences))}
	for i := range doc.Sentences {
		x.heads[i] = make([]int32, len(doc.Sentences[i].Tokens))
	}
	for i, m := range doc.Mentions {
		if m.Form != "group" {
			x.heads[m.Sentence][m.Head] = int32(i + 1)
		}
	}
	return x
}

// Mention is the index in doc.Mentions of the mention that the token heads alone (not its coordination), -1 for none.
func (x *Index) Mention(sentence, token int) int {
	if token < 0 {
		return -1
	}
	return int(x.heads[sentence][token]) - 1
}

// Entity is the index in doc.Entities of what the token's mention stands for, -1 for nothing.
func (x *Index) Entity(sentence, token int) int {
	if m := x.Mention(sentence, token); m >= 0 {
		return x.doc.Mentions[m].Entity
	}
	return -1
}
