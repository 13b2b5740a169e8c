package queries

import (
	_ "embed"
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

//go:embed near.txt
var nearText string

//go:embed akin.txt
var akinText string

var (
	near = grouped(nearText) // verbs that a question may use for one another, though they are relations of their own
	akin = grouped(akinText) // nouns that news use for one another
)

// A thesaurus holds groups of words of one meaning, and words that mean more than others.
type thesaurus struct {
	of     map[string][]int // the groups that a word stands in
	groups [][]string
	under  map[string][]string // what says more closely what a word says
}

// grouped reads a thesaurus: a group a line, or words, ">" and what says it more closely; an underscore stands for a blank.
func grouped(text string) thesaurus {
	t := thesaurus{of: map[string][]int{}, under: map[string][]string{}}
	for line := range strings.Lines(text) {
		f := strings.Fields(line)
		if len(f) < 2 || f[0] == "#" {
			continue
		}
		for i := range f {
			f[i] = strings.ReplaceAll(f[i], "_", " ")
		}
		if n := slices.Index(f, ">"); n > 0 {
			for _, w := range f[:n] {
				t.under[w] = append(t.under[w], f[n+1:]...)
			}
			continue
		}
		for _, w := range f {
			t.of[w] = append(t.of[w], len(t.groups))
		}
		t.groups = append(t.groups, f)
	}
	return t
}

// together reports whether two words are one or stand in one group.
func together(t thesaurus, a, b string) bool {
	return a == b || slices.ContainsFunc(t.of[a], func(i int) bool { return slices.Contains(t.of[b], i) })
}

// covers reports whether what a question asks with a word is answered by a statement with another.
func (t thesaurus) covers(asked, said string) bool {
	return together(t, asked, said) || slices.Contains(t.under[asked], said)
}

// fellows are the other words of w's groups.
func fellows(t thesaurus, w string) []string {
	var out []string
	for _, i := range t.of[w] {
		for _, x := range t.groups[i] {
			if x != w && !slices.Contains(out, x) {
				out = append(out, x)
			}
		}
	}
	return out
}

// covered are the other words that may answer w.
func (t thesaurus) covered(w string) []string {
	return append(fellows(t, w), t.under[w]...)
}

// compounds reports whether a noun of two words answers one of one, or the other way round: "prime minister" for "premier". It
// returns the slot's words that remain to be met.
func compounds(s *graph.Slot, head, name string) ([]string, bool) {
	if n := len(s.Words); n > 0 && together(akin, s.Words[n-1]+" "+s.Head, head) {
		return s.Words[:n-1], true
	}
	words := strings.Fields(strings.ToLower(name))
	for i := 1; i < len(words); i++ {
		if n := len(s.Words); n > 0 && schema.Head(words[i]) == head && together(akin, s.Words[n-1]+" "+s.Head, words[i-1]+" "+head) {
			return s.Words[:n-1], true // "tax breaks" for "tax relief"
		}
		if schema.Head(words[i]) == head && akin.covers(s.Head, words[i-1]+" "+head) {
			return s.Words, true
		}
	}
	return s.Words, false
}

// answersNoun reports whether what is asked for with a noun may be called by another: a vehicle is answered by a lorry.
func answersNoun(asked, said string) bool {
	return sameNoun(asked, said) || slices.Contains(akin.under[asked], said)
}
