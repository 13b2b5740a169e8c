package ingest

import (
	"strings"
	"unicode/utf8"

	"kg/graph"
	"kg/ingest/text"
)

// standIn is a name that every question is read rightly with.
const standIn = "Norrline"

// misread is the first run of capitalized words behind a question's first word that the parser took apart, reading a word of it as
// a verb or an adverb, or as several things: "Open Hearts"; "" for none.
func misread(doc *text.Document) string {
	for _, s := range doc.Sentences {
		for i := 1; i < len(s.Tokens); i++ {
			j := i
			for j < len(s.Tokens) && capitalized(s.Tokens[j].Text) && !moved[s.Tokens[j].Text] && (j == i || s.Tokens[j].Start == s.Tokens[j-1].End+1) {
				j++
			}
			if j-i > 1 {
				heads, apart := 0, false
				for n, k := range s.Tokens[i:j] {
					apart = apart || n > 0 && k.Name == "" && strings.HasSuffix(s.Tokens[i+n-1].Name, "-Person") || k.Tag == "VERB" || k.Tag == "AUX" || k.Tag == "ADV"
					if k.Head < i || k.Head >= j {
						heads++
					}
				}
				if apart || heads > 1 {
					return doc.Text[s.Tokens[i].Start:s.Tokens[j-1].End]
				}
			}
			i = max(i, j-1)
		}
	}
	return ""
}

// moved are first words of what a question may begin with and plain puts at its end.
var moved = map[string]bool{"According": true, "In": true, "On": true, "After": true, "Before": true, "Since": true, "During": true, "At": true, "By": true, "Until": true, "For": true, "From": true, "Under": true, "With": true}

// capitalized reports whether a word of several letters begins with a capital.
func capitalized(word string) bool {
	return capital(word) && utf8.RuneCountInString(word) > 1
}

// renamed puts a name back in the places of the one that stood in for it.
func renamed(slots []graph.Slot, name string) {
	for i := range slots {
		s := &slots[i]
		if strings.Contains(s.Name, standIn) {
			if s.Name == standIn {
				s.Class = ""
			}
			s.Name = strings.ReplaceAll(s.Name, standIn, name)
			words := strings.Fields(strings.ToLower(name))
			if s.Head == strings.ToLower(standIn) || s.Head == standIn {
				s.Head = words[len(words)-1]
			}
		}
		renamed(s.Within, name)
	}
}
