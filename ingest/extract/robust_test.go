package extract_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"kg/ingest/extract"
	"kg/ingest/text"
)

// FuzzTrees runs the extractors over trees that make no sense: any head, any relation, any tag. They must end, and
// nothing they find may lie outside the text.
func FuzzTrees(f *testing.F) {
	words := strings.Fields("said “ ” , . ( ) the Monday June 13 to 15 $ 4.5 billion percent if unless as long had who which that not only but also United States president 12 , 19 years : - according to by of in and or nor neither é \xff 2024 last week")
	for seed := range uint64(80) {
		rr := rand.New(rand.NewPCG(seed, 9))
		var b []string
		for range 40 {
			b = append(b, words[rr.IntN(len(words))])
		}
		f.Add(seed, strings.Join(b, " "))
	}
	for seed := range uint64(40) {
		f.Add(seed, "“We will not sign,” said the minister, who had met 15 countries, including France, if it rains.")
	}
	rels := strings.Fields(`root nsubj nsubj:pass obj iobj obl obl:agent obl:unmarked nmod nmod:poss nmod:desc acl acl:relcl advcl ccomp xcomp
		csubj csubj:pass conj cc cop aux aux:pass mark case det amod compound compound:prt flat appos parataxis advmod expl orphan
		punct nummod fixed list dep`)
	tags := strings.Fields("NOUN PROPN VERB AUX PRON DET ADP SCONJ CCONJ ADJ ADV NUM PUNCT PART SYM X INTJ")
	xtags := strings.Fields("VBD VBZ VBG VBN VB VBP NN NNS NNP PRP WP WDT TO IN _")
	names := strings.Fields("_ _ _ B-Person I-Person B-Gpe I-Organization B-Date")
	kinds := strings.Fields("_ person place event organization time abstract")
	f.Fuzz(func(t *testing.T, seed uint64, s string) {
		if len(s) > 400 {
			s = s[:400]
		}
		r := rand.New(rand.NewPCG(seed, 7))
		d := &text.Document{ID: "fuzz", Text: s}
		trees := r.IntN(2) == 0 // real trees in any shape; else anything, cycles too
		for at := 0; at < len(s); {
			var sent text.Sentence
			for n := 1 + r.IntN(30); n > 0 && at < len(s); n-- {
				for at < len(s) && s[at] == ' ' {
					at++
				}
				end := at
				for end < len(s) && s[end] != ' ' {
					end++
				}
				if end == at {
					break
				}
				sent.Tokens = append(sent.Tokens, text.Token{Span: text.Span{Start: at, End: end}, Text: s[at:end], Lemma: strings.ToLower(s[at:end])})
				at = end
			}
			if len(sent.Tokens) == 0 {
				break
			}
			for i := range sent.Tokens {
				k := &sent.Tokens[i]
				k.Head, k.Rel, k.Tag = r.IntN(len(sent.Tokens)), rels[r.IntN(len(rels))], tags[r.IntN(len(tags))]
				k.XTag, k.Score = xtags[r.IntN(len(xtags))], r.Float32()
				if k.Name = names[r.IntN(len(names))]; k.Name == "_" {
					k.Name = ""
				}
				if k.Kind = kinds[r.IntN(len(kinds))]; k.Kind == "_" {
					k.Kind = ""
				}
			}
			if trees {
				for i := range sent.Tokens {
					sent.Tokens[i].Head = -1
					if i > 0 {
						sent.Tokens[i].Head = r.IntN(i)
					}
				}
			} else {
				sent.Tokens[r.IntN(len(sent.Tokens))].Head = -1
			}
			sent.Span = text.Span{Start: sent.Tokens[0].Start, End: sent.Tokens[len(sent.Tokens)-1].End}
			d.Sentences = append(d.Sentences, sent)
		}
		if trees {
			extract.Mentions(d)
			extract.Resolve(d)
		}
		for _, st := range extract.Run(d).Statements {
			if src := st.Sources[0]; src.Start < 0 || src.End > len(s) || s[src.Start:src.End] != src.Quote {
				t.Errorf("%s stands on bytes %d to %d", extract.Line(&st), src.Start, src.End)
			}
		}
		for _, x := range extract.Tuples(d) {
			if !(x.Confidence >= 0 && x.Confidence <= 1) {
				t.Errorf("%+v", x)
			}
		}
	})
}
