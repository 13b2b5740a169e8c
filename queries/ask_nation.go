package queries

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed nations.txt
var nationText string

// nations are words for one nation or its country: "Estonian" and "Estonia".
var nations = grouped(nationText)

// national reports whether text, in lower case, has another word for the nation of the word: "Estonia's parliament" for "the Estonian
// parliament".
func national(word, text string) bool {
	return slices.ContainsFunc(fellows(nations, strings.ToLower(word)), func(w string) bool { return wordAt(text, w, 0) >= 0 })
}

// ofNation reports whether a name begins with a nation as its owner: "Chile's parliament".
func ofNation(name string) bool {
	who, _, ok := strings.Cut(name, "'s ")
	return ok && len(nations.of[strings.ToLower(who)]) > 0
}

// foreign reports whether the text has the name with another nation's adjective before what it calls it: "the Swiss president, Viola
// Amherd" is no American one.
func (r *reading) foreign(name, word string) bool {
	name = strings.ToLower(name)
	for at := 0; ; {
		i := wordAt(r.all, name, at)
		if i < 0 {
			return false
		}
		before := r.all[max(0, i-40):i]
		if end := strings.LastIndexAny(before, ".\n"); end >= 0 {
			before = before[end+1:]
		}
		words := strings.FieldsFunc(before, func(c rune) bool { return c == ' ' || c == ',' })
		for _, w := range words[max(0, len(words)-4):] {
			if w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"); len(nations.of[w]) > 0 && !together(nations, w, word) {
				return true
			}
		}
		at = i + len(name)
	}
}
