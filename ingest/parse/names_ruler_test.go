package parse

import (
	"testing"

	"kg/ingest/text"
)

func TestNumberRulers(t *testing.T) {
	for _, c := range []struct {
		rel  string
		head int
		name string
		want string
	}{
		{"appos", 0, "B-Person", "PROPN"}, // "Harald I died"
		{"flat", 0, "B-Person", "PROPN"},
		{"nsubj", 2, "B-Person", "PRON"}, // "Harald I know"
		{"appos", 0, "B-Gpe", "PRON"},
	} {
		tokens := []text.Token{{Text: "Harald", Tag: "PROPN", Name: c.name, Head: 2, Rel: "nsubj"}, {Text: "I", Tag: "PRON", Rel: c.rel, Head: c.head},
			{Text: "died", Tag: "VERB", Head: -1, Rel: "root"}}
		numberRulers(tokens)
		if got := tokens[1]; got.Tag != c.want || (got.Name == "I-Person") != (c.want == "PROPN") {
			t.Errorf("%+v: %+v", c, got)
		}
	}
	numberRulers([]text.Token{{Text: "I", Tag: "PRON", Rel: "appos", Head: 1}, {Text: "Harald", Tag: "PROPN", Name: "B-Person"}})
	numberRulers(nil)
}
