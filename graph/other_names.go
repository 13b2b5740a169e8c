package graph

import (
	"slices"
	"strings"
	"unicode"
)

// OtherNames returns the names of an entity but Name; of one with a name those of its wordings that are names themselves,
// without quotation marks and the ending of an owner.
func (n Node) OtherNames() []string {
	var out []string
	named := unicode.IsUpper([]rune(n.Name)[0])
	for _, name := range n.Names {
		if named {
			name = strings.Trim(name, "\"'“”‘’ ")
			name = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(name, "'s"), "’s"))
			words := strings.Fields(name)
			if slices.ContainsFunc(words, func(w string) bool {
				return unicode.IsLower([]rune(w)[0]) && !small[w] && !strings.ContainsFunc(w, unicode.IsUpper) // "iPhone"
			}) || len(words) == 0 || small[words[len(words)-1]] {
				continue
			}
		}
		if name != n.Name && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}
