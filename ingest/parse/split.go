package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/ingest/text"
)

// longest is the most words of a sentence cut from raw text.
const longest = 400

// sentences groups words into sentences; each is a range of words.
func sentences(s string, words []text.Span) [][2]int {
	var out [][2]int
	from := 0
	for i := range words {
		if i+1 == len(words) || i+1-from >= longest || ends(s, words, i) {
			out = append(out, [2]int{from, i + 1})
			from = i + 1
		}
	}
	return out
}

// ends says whether a sentence ends between words i and i+1.
func ends(s string, words []text.Span, i int) bool {
	gap := s[words[i].End:words[i+1].Start]
	if strings.Count(gap, "\n") > 0 {
		return true
	}
	if gap == "" {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[words[i+1].Start:])
	k := i
	for k > 0 && strings.Contains(`"'”’)]''`, s[words[k].Start:words[k].End]) && words[k].Start == words[k-1].End {
		k--
	}
	w := s[words[k].Start:words[k].End]
	switch w[len(w)-1] {
	case '.':
		if len(w) > 1 && w[0] != '.' {
			return k < i && !unicode.IsLower(next)
		}
		return !unicode.IsLower(next)
	case '?', '!':
		return !unicode.IsLower(next) || k == i
	}
	return false
}
