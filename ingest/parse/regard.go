package parse

import (
	"math"
	"slices"
	"strings"

	"kg/ingest/text"
)

const (
	regardWords     = 130 // most words of a window
	regardSentences = 4   // most sentences of a window, the pronoun's among them
)

// regards reads off the attention of the network, for each pronoun that two persons' names may compete for, how it looks
// at the nouns before it and around it. For these the network runs once more, over the pronoun's sentence with those
// before it (attention finds antecedents: Clark et al. 2019).
func (m *Model) regards(sentences []text.Sentence) []text.Regard {
	var out []text.Regard
	w := m.scratch.Get().(*workspace)
	defer m.scratch.Put(w)
	for i := range sentences {
		s := &sentences[i]
		var pronouns []int
		for k := range s.Tokens {
			if regardful(s.Tokens[k].Text) {
				pronouns = append(pronouns, k)
			}
		}
		if len(pronouns) == 0 || len(s.Tokens) > regardWords {
			continue
		}
		from, n := i, len(s.Tokens)
		for from > 0 && i-from+1 < regardSentences && n+len(sentences[from-1].Tokens) <= regardWords {
			from--
			n += len(sentences[from].Tokens)
		}
		if !rivals(sentences[from : i+1]) {
			continue
		}
		out = m.regardWindow(w, out, sentences, from, i, pronouns)
	}
	return out
}

// regardful reports whether a word is a pronoun of one person.
func regardful(s string) bool {
	switch strings.ToLower(s) {
	case "he", "him", "his", "she", "her", "hers":
		return true
	}
	return false
}

// rivals reports whether the sentences hold two names of persons, or what may be one.
func rivals(sentences []text.Sentence) bool {
	n := 0
	for i := range sentences {
		for k := range sentences[i].Tokens {
			if t := &sentences[i].Tokens[k]; strings.HasPrefix(t.Name, "B-") && t.Tag == "PROPN" {
				n++
			}
		}
	}
	return n > 1
}

// regardWindow appends the regards of the pronouns of sentence i in a window that starts with sentence from.
func (m *Model) regardWindow(w *workspace, out []text.Regard, sentences []text.Sentence, from, i int, pronouns []int) []text.Regard {
	var words []string
	type place struct{ sentence, token int }
	var places []place
	for s := from; s <= i; s++ {
		for k := range sentences[s].Tokens {
			words = append(words, sentences[s].Tokens[k].Text)
			places = append(places, place{s, k})
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
	base := len(words) - len(sentences[i].Tokens)
	start := len(out)
	for _, p := range pronouns {
		r := text.Regard{Sentence: i, Token: p}
		for _, at := range places {
			t := &sentences[at.sentence].Tokens[at.token]
			if (t.Tag == "PROPN" || t.Tag == "NOUN" || t.Name != "") && !(at.sentence == i && at.token == p) {
				r.Words = append(r.Words, text.Regarded{Sentence: at.sentence, Token: at.token, Weights: make([]uint8, 2*len(m.layers)*m.Heads)})
			}
		}
		out = append(out, r)
	}
	offset := make([]int, i-from+1) // of each sentence's first word in the window
	for s := from; s < i; s++ {
		offset[s-from+1] = offset[s-from] + len(sentences[s].Tokens)
	}
	w.watch = func(layer, head int, in input, weights []float32, wide int) {
		at := layer*m.Heads + head
		for n, p := range pronouns {
			own := first[base+p]
			for j := range out[start+n].Words {
				o := &out[start+n].Words[j]
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
