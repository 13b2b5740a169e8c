package parse

import (
	"math"
	"slices"
	"strings"

	"kg/ingest/text"
)

const (
	regardWords     = 150 // most words of a window
	regardSentences = 3   // most sentences of a window before its first pronoun's
)

// regards reads off the attention of the network, for each pronoun that two persons' names may compete for, how it looks
// at the nouns before it and around it. For these the network runs once more, over windows of some sentences: the first
// pronoun's, those before it, and as many after it as there is room for, whose pronouns it serves as well (attention
// finds antecedents: Clark et al. 2019).
func (m *Model) regards(sentences []text.Sentence) []text.Regard {
	var out []text.Regard
	w := m.scratch.Get().(*workspace)
	defer m.scratch.Put(w)
	for i := 0; i < len(sentences); i++ {
		if len(sentences[i].Tokens) > regardWords || !slices.ContainsFunc(sentences[i].Tokens, regardful) {
			continue
		}
		from, to, n := i, i+1, len(sentences[i].Tokens)
		for from > 0 && i-from < regardSentences && n+len(sentences[from-1].Tokens) <= regardWords {
			from--
			n += len(sentences[from].Tokens)
		}
		end := to // after the last sentence with a pronoun
		for to < len(sentences) && n+len(sentences[to].Tokens) <= regardWords {
			n += len(sentences[to].Tokens)
			to++
			if slices.ContainsFunc(sentences[to-1].Tokens, regardful) {
				end = to
			}
		}
		if rivals(sentences[from:end]) {
			out = m.regardWindow(w, out, sentences, from, i, end)
		}
		i = end - 1
	}
	return out
}

// regardful reports whether a word is a pronoun of one person.
func regardful(t text.Token) bool {
	switch strings.ToLower(t.Text) {
	case "he", "him", "his", "she", "her", "hers":
		return true
	}
	return false
}

// rivals reports whether the sentences hold two names of persons.
func rivals(sentences []text.Sentence) bool {
	n := 0
	for i := range sentences {
		for k := range sentences[i].Tokens {
			if t := &sentences[i].Tokens[k]; t.Name == "B-Person" {
				n++
			}
		}
	}
	return n > 1
}

// regardWindow appends the regards of the pronouns of sentences i to end in a window that starts with sentence from.
func (m *Model) regardWindow(w *workspace, out []text.Regard, sentences []text.Sentence, from, i, end int) []text.Regard {
	var words []string
	offset := make([]int, end-from) // of each sentence's first word in the window
	for s := from; s < end; s++ {
		offset[s-from] = len(words)
		for k := range sentences[s].Tokens {
			words = append(words, sentences[s].Tokens[k].Text)
		}
	}
	w.begin()
	if w.add(m, 0, words, 0) < len(words) {
		return out
	}
	first := make([]int, len(words)+1) // row within the input of each word's first piece
	for k, r := range w.first {
		first[k] = int(r)
	}
	first[len(words)] = len(w.ids) - 1
	start := len(out)
	for s := i; s < end; s++ {
		for p, t := range sentences[s].Tokens {
			if regardful(t) {
				out = append(out, text.Regard{Sentence: s, Token: p, Words: m.regarded(sentences, from, s, p)})
			}
		}
	}
	w.watch = func(layer, head int, in input, weights []float32, wide int) {
		at := layer*m.Heads + head
		for n := range out[start:] {
			r := &out[start+n]
			own := first[offset[r.Sentence-from]+r.Token]
			for j := range r.Words {
				o := &r.Words[j]
				k := offset[o.Sentence-from] + o.Token
				var sum float32
				for c := first[k]; c < first[k+1]; c++ {
					sum += weights[own*wide+c]
				}
				o.Weights[at] = logByte(sum)
				o.Weights[len(m.layers)*m.Heads+at] = logByte(weights[first[k]*wide+own])
			}
		}
	}
	m.encode(w)
	w.watch = nil
	return out
}

// regarded lists the nouns and names, from sentence from to the pronoun's own, with room for their weights.
func (m *Model) regarded(sentences []text.Sentence, from, sentence, pronoun int) []text.Regarded {
	var out []text.Regarded
	for s := from; s <= sentence; s++ {
		for k := range sentences[s].Tokens {
			t := &sentences[s].Tokens[k]
			if (t.Tag == "PROPN" || t.Tag == "NOUN" || t.Name != "") && !(s == sentence && k == pronoun) {
				out = append(out, text.Regarded{Sentence: s, Token: k, Weights: make([]uint8, 2*len(m.layers)*m.Heads)})
			}
		}
	}
	return out
}

// logByte puts a weight of 0 to 1 on a scale of 256 that tells small ones apart.
func logByte(w float32) uint8 {
	i, _ := slices.BinarySearch(logSteps[:], w)
	return uint8(i)
}

// logSteps are the weights up to which logByte gives each number.
var logSteps = func() (steps [255]float32) {
	for i := range steps {
		steps[i] = float32((math.Exp((float64(i)+0.5)/255*math.Log(1001)) - 1) / 1000)
	}
	return steps
}()
