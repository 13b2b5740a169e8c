package parse

import (
	"strings"
	"testing"

	"kg/ingest/text"
)

// The sentences of a document agree on its names: those written "Acme/Organization", others bare. A word with ":kind"
// heads a phrase of that kind.
func TestAgree(t *testing.T) {
	for _, c := range []struct{ what, in, want string }{
		{"the type that a name has most often", "Corden/Person rose . Corden/Organization fell . Corden/Organization sank",
			"Corden/Organization rose . Corden/Organization fell . Corden/Organization sank"},
		{"a tie stays as it is", "Corden/Person rose . Corden/Organization fell", "Corden/Person rose . Corden/Organization fell"},
		{"a bare name", "Corden/Organization rose . shares of Corden fell", "Corden/Organization rose . shares of Corden/Organization fell"},
		{"of several words", "Port_Corden/Gpe sleeps . in Port_Corden today", "Port_Corden/Gpe sleeps . in Port_Corden/Gpe today"},
		{"not in small letters", "Rose/Person spoke . prices rose", "Rose/Person spoke . prices rose"},
		{"not in a phrase of another kind", "Corden/Organization rose . they use Corden:object", "Corden/Organization rose . they use Corden:object"},
		{"in a phrase of its own kind", "Corden/Organization rose . the Corden:organization fell", "Corden/Organization rose . the Corden/Organization fell"},
		{"not within a longer name", "Vera/Person spoke . the Vera Bridge is closed", "Vera/Person spoke . the Vera Bridge is closed"},
		{"an organization is called by its first words", "Corden_Marine/Organization rose . Corden/Person fell . Corden/Gpe fell",
			"Corden_Marine/Organization rose . Corden/Organization fell . Corden/Organization fell"},
		{"a place is not", "Corden_Marine/Organization rose . Corden/Gpe sleeps . in Corden/Gpe", "Corden_Marine/Organization rose . Corden/Gpe sleeps . in Corden/Gpe"},
		{"a person is called by the last", "Vera_Corden/Person rose . Corden/Organization fell", "Vera_Corden/Person rose . Corden/Person fell"},
		{"dates are none of its business", "May/Date ends . May comes", "May/Date ends . May comes"},
	} {
		sentences, joined := namedSentences(c.in)
		Agree(sentences)
		if got := written(sentences, joined); got != c.want {
			t.Errorf("%s: %s\ngot  %s\nwant %s", c.what, c.in, got, c.want)
		}
		Agree(sentences)
		if got := written(sentences, joined); got != c.want {
			t.Errorf("%s: a second time: %s", c.what, got)
		}
	}
}

// namedSentences reads words with their names' types; what "_" joins is one name.
func namedSentences(s string) (out []text.Sentence, joined map[string]bool) {
	joined = map[string]bool{}
	for line := range strings.SplitSeq(s, " . ") {
		var tokens []text.Token
		for word := range strings.FieldsSeq(line) {
			word, typ, _ := strings.Cut(word, "/")
			word, kind, _ := strings.Cut(word, ":")
			from := len(tokens)
			for w := range strings.SplitSeq(word, "_") {
				t := text.Token{Text: w, Tag: "NOUN", Kind: kind}
				if w != strings.ToLower(w) {
					t.Tag = "PROPN"
				}
				tokens = append(tokens, t)
			}
			if typ != "" {
				tag(tokens, from, len(tokens), typ)
			}
			joined[word] = true
		}
		out = append(out, text.Sentence{Tokens: tokens})
	}
	return out, joined
}

// written is the reverse of namedSentences.
func written(sentences []text.Sentence, joined map[string]bool) string {
	var lines []string
	for _, s := range sentences {
		var words []string
		for i := 0; i < len(s.Tokens); i++ {
			t := s.Tokens[i]
			word, name := t.Text, t.Name
			for i+1 < len(s.Tokens) && joined[word+"_"+s.Tokens[i+1].Text] {
				i++
				word += "_" + s.Tokens[i].Text
			}
			if name != "" {
				word += "/" + name[2:]
			} else if t.Kind != "" {
				word += ":" + t.Kind
			}
			words = append(words, word)
		}
		lines = append(lines, strings.Join(words, " "))
	}
	return strings.Join(lines, " . ")
}
