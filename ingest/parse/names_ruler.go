package parse

import (
	"strings"

	"kg/ingest/text"
)

// numberRulers gives the names of rulers the number that the tagger took for the pronoun: "John Paul I died". The parser
// tells it by hanging it on the name before it.
func numberRulers(tokens []text.Token) {
	for i := range tokens {
		t := &tokens[i]
		if i == 0 || t.Text != "I" || t.Tag != "PRON" || t.Rel != "appos" && t.Rel != "flat" || t.Head < 0 || t.Head >= i ||
			!strings.HasSuffix(tokens[i-1].Name, "-Person") || !strings.HasSuffix(tokens[t.Head].Name, "-Person") {
			continue
		}
		t.Tag, t.XTag, t.Feats, t.Lemma, t.Rel, t.Name, t.Kind = "PROPN", "NNP", "Number=Sing", "I", "flat", "I-Person", ""
	}
}
