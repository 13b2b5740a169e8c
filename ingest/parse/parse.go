package parse

import (
	"slices"

	"kg/ingest/text"
)

// Parse fills doc.Sentences from doc.Text: sentences, words, tags, lemmas, trees and names. What was there is dropped.
func (m *Model) Parse(doc *text.Document) {
	doc.Sentences = m.Segment(doc.Text)
	m.Analyse(doc.Sentences)
	Agree(doc.Sentences)
	doc.Regards = m.regards(doc.Sentences)
}

// Segment cuts a text into sentences and words, without analysing them: each token has its span and form alone.
func (m *Model) Segment(s string) []text.Sentence {
	words := tokenize(s)
	tokens := make([]text.Token, len(words))
	for i, w := range words {
		tokens[i] = text.Token{Span: w, Text: s[w.Start:w.End]}
	}
	var out []text.Sentence
	for _, r := range m.splitter.split(s, words) {
		t := tokens[r[0]:r[1]:r[1]]
		out = append(out, text.Sentence{Span: text.Span{Start: t[0].Start, End: t[len(t)-1].End}, Tokens: t})
	}
	return out
}

// Analyse fills all that a token has but its span and form. A sentence of more than maxWords words is analysed in
// parts: the roots of its later parts hang on the first one's as parataxis. The result for a sentence depends on that
// sentence alone.
func (m *Model) Analyse(sentences []text.Sentence) {
	w := m.scratch.Get().(*workspace)
	defer m.scratch.Put(w)
	// Sentences of like length together keep the buffers small; the order has no influence on the result.
	order := make([]int, len(sentences))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(sentences[a].Tokens) - len(sentences[b].Tokens) })
	var words []string
	flush := func() {
		if len(w.inputs) > 0 {
			m.encode(w)
			m.decide(w, func(in input, got []wordOut, tags func(i, task int) []float32) {
				m.fill(sentences[in.sentence].Tokens, in, got, tags)
			})
		}
		w.begin()
	}
	w.begin()
	for _, i := range order {
		words = words[:0]
		for j := range sentences[i].Tokens {
			words = append(words, sentences[i].Tokens[j].Text)
		}
		for from := 0; from < len(words); {
			from = w.add(m, i, words, from)
			if len(w.ids) >= batchWords {
				flush()
			}
		}
	}
	flush()
}

// fill writes the network's decisions on one input into its sentence's tokens.
func (m *Model) fill(tokens []text.Token, in input, got []wordOut, tags func(i, task int) []float32) {
	part := tokens[in.from:in.to]
	for i, g := range got {
		t := &part[i]
		t.Tag, t.XTag = m.labels[taskUPOS][g.best[taskUPOS]], m.labels[taskXPOS][g.best[taskXPOS]]
		t.Feats, t.Kind = m.labels[taskFeats][g.best[taskFeats]], m.labels[taskMention][g.best[taskMention]]
		if t.Feats == "_" {
			t.Feats = ""
		}
		if t.Kind == "O" {
			t.Kind = ""
		}
		t.Lemma = m.lemma(t.Text, t.XTag, &m.scripts[g.best[taskLemma]])
		t.Head, t.Rel, t.Score = in.from+int(g.head)-1, m.rels[g.rel], g.score
		if g.head == 0 {
			t.Head = -1
			if in.from > 0 {
				t.Rel = "parataxis"
				t.Head = root(tokens)
			}
		}
		t.Name = ""
	}
	row := func(task int) func(i int) []float32 { return func(i int) []float32 { return tags(i, task) } }
	m.names(part, row(taskName), row(taskNews))
}

// root returns the index of the first root among tokens.
func root(tokens []text.Token) int {
	for i := range tokens {
		if tokens[i].Rel == "root" {
			return i
		}
	}
	return 0
}
