package schema

import (
	_ "embed"
	"slices"
	"sort"
	"strings"
	"sync"
)

//go:embed nominal.txt
var nominalText string

// nominals are the verbs by the nouns that name what they say.
var nominals = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for l := range strings.Lines(nominalText) {
		words := strings.Fields(l)
		if len(words) < 2 || words[0] == "#" {
			continue
		}
		verb := strings.ReplaceAll(words[0], "_", " ")
		for _, noun := range words[1:] {
			out[noun] = append(out[noun], verb)
		}
	}
	return out
})

// Verbs returns the verbs, as lemmas, for what a noun names: "decide" for "decision"; nil for a noun that names no doing.
func Verbs(noun string) []string { return nominals()[noun] }

// Nouns returns the nouns, as lemmas, that name what the verb says, in alphabetical order: "decision" for "decide"; nil where none does.
func Nouns(verb string) []string {
	var out []string
	for noun, verbs := range nominals() {
		if slices.Contains(verbs, verb) {
			out = append(out, noun)
		}
	}
	sort.Strings(out)
	return out
}
