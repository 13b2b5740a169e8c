package graph

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/schema"
)

// Link returns the id of the entity that a name of that class stands for: "e/joe-biden", "e/ukraine.place".
//
// It looks at nothing but its arguments, so that the order of documents cannot matter: names that schema.Slug makes
// equal are one thing within a class, and people, places, organizations and things are never one.
func Link(name, class string) ID {
	return ID("e/" + schema.Slug(name) + schema.ClassOf(class).Suffix)
}

// pronouns are wordings that say nothing about the thing's name.
var pronouns = map[string]bool{
	"he": true, "she": true, "it": true, "they": true, "we": true, "i": true, "you": true, "him": true, "her": true,
	"them": true, "us": true, "me": true, "his": true, "hers": true, "its": true, "their": true, "theirs": true,
	"our": true, "ours": true, "my": true, "mine": true, "your": true, "yours": true, "himself": true, "herself": true,
	"itself": true, "themselves": true, "ourselves": true, "myself": true, "yourself": true, "who": true, "whom": true,
	"whose": true, "which": true, "that": true, "this": true, "these": true, "those": true, "what": true, "one": true,
	"both": true, "all": true, "some": true, "each": true, "another": true, "others": true, "there": true, "here": true,
}

// nameLike reports whether a wording may serve as another name of its thing: it has a capital inside, or a script
// without capitals, is no pronoun and no long phrase.
func nameLike(text string) bool {
	words := strings.Fields(text)
	if len(words) > 1 && articles[strings.ToLower(words[0])] {
		words = words[1:]
	}
	if len(words) == 0 || len(words) > 6 || joining[words[0]] {
		return false
	}
	if len(words) == 1 && pronouns[strings.ToLower(words[0])] && words[0] != "US" {
		return false
	}
	for _, w := range words {
		for _, r := range w {
			if unicode.IsUpper(r) || unicode.IsTitle(r) || (unicode.IsLetter(r) && !unicode.IsLower(r)) {
				return true
			}
		}
	}
	return false
}

// joining are words that begin no name: a wording that does was cut wrong.
var joining = map[string]bool{"and": true, "or": true, "but": true, "of": true, "with": true, "for": true, "by": true}

var articles = map[string]bool{"the": true, "a": true, "an": true, "this": true, "that": true, "these": true, "those": true}

// withoutArticle drops a leading "the", "a" or "this".
func withoutArticle(text string) string {
	first, rest, ok := strings.Cut(text, " ")
	if ok && articles[strings.ToLower(first)] && utf8.RuneCountInString(rest) > 0 {
		return strings.TrimSpace(rest)
	}
	return text
}
