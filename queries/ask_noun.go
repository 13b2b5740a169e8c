package queries

import (
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

var pronouns = map[string]bool{"it": true, "they": true, "them": true, "this": true, "that": true, "he": true, "she": true, "him": true, "her": true,
	"one": true, "these": true, "those": true, "who": true, "which": true, "what": true, "we": true, "us": true, "i": true, "you": true, "me": true,
	"other": true, "others": true, "some": true, "many": true, "most": true, "both": true, "all": true, "each": true, "anybody": true, "anyone": true,
	"nobody": true, "nothing": true, "everybody": true, "everyone": true, "someone": true, "something": true, "none": true, "its": true, "there": true,
	"another": true, "several": true, "few": true, "people": true, "man": true, "woman": true, "whom": true, "others'": true, "much": true, "do": true}

// single are pronouns for one thing.
var single = set("it he she him her this that")

// plural reports whether the slot names several.
func plural(s *graph.Slot) bool {
	part, _, _ := strings.Cut(strings.ToLower(s.Name), " of ")
	w := lastWord(part)
	return s.Head != "" && w != s.Head && strings.HasSuffix(w, "s") && schema.Head(w) == s.Head
}

// sameNoun reports whether two nouns are one or akin, or the second of the first's kind; "talks" is "talk".
func sameNoun(a, b string) bool {
	if together(akin, a, b) || firms[a] && together(akin, b, "company") || firms[b] && together(akin, a, "company") {
		return true
	}
	x, y := strings.TrimSuffix(schema.Head(a), "s"), strings.TrimSuffix(schema.Head(b), "s")
	return x == y || akin.covers(x, y)
}

// counting are nouns for how many or how much there is of something.
var counting = set("number figure total amount toll rate share percentage")

// rivals are words of which a thing is called by one at most.
var rivals = func() map[string][]string {
	out := map[string][]string{}
	for _, line := range []string{"actor actress", "men women", "man woman", "male female", "boy girl", "northern southern eastern western", "north south east west", "upper lower", "gold silver bronze", "winter summer spring autumn", "first second third fourth fifth",
		"domestic international foreign", "public private", "junior senior", "annual monthly quarterly weekly", "singles doubles", "direct indirect", "minimum maximum"} {
		words := strings.Fields(line)
		for i, w := range words {
			out[w] = append(append(out[w], words[:i]...), words[i+1:]...)
		}
	}
	return out
}()

// excludes reports whether text calls things by a rival of the word and not by the word.
func excludes(word, text string) bool {
	return len(rivals[word]) > 0 && !holds(text, word) && slices.ContainsFunc(rivals[word], func(w string) bool { return holds(text, w) })
}

// shared are nouns for what two parties have with each other.
var shared = set("treaty pact agreement accord deal contract alliance talk negotiation truce")

// anybody are nouns by which a text goes on about whom it has called something else: "the men" for the miners.
var anybody = set("men women man woman group pair victim victims")

// someone reports whether a noun is for a person.
func someone(noun string) bool {
	if persons[noun] || crafts[noun] || craft(noun) || answersNoun("worker", noun) {
		return true
	}
	for _, end := range []string{"er", "or", "man", "ee", "ist"} {
		if len(noun) > 4 && strings.HasSuffix(noun, end) {
			return true
		}
	}
	return false
}

// offers are nouns for what is said to whom one wants to have a post.
var offers = set("offer invitation proposal nomination")

// capital reports whether a word is an adjective that the question writes with a capital: "the Olympic marathon".
func (q *asked) capital(word string) bool {
	if len(nations.of[word]) > 0 {
		return true
	}
	for _, end := range []string{"ic", "an", "ish", "ese", "al"} {
		if strings.HasSuffix(word, end) {
			return strings.Contains(q.p.Text, " "+strings.ToUpper(word[:1])+word[1:])
		}
	}
	return false
}

// apposite reports whether a phrase is the name with adjectives before it and perhaps a noun behind it for what it is: "the first
// Q400 jet".
func apposite(name, phrase string) bool {
	words := strings.Fields(phrase)
	for len(words) > 0 && words[0] == strings.ToLower(words[0]) && !numbered(words[0]) {
		words = words[1:]
	}
	if n := len(words); n > 1 && (crafted[words[n-1]] || wares[words[n-1]]) {
		words = words[:n-1]
	}
	return len(words) < len(strings.Fields(phrase)) && schema.Slug(strings.Join(words, " ")) == schema.Slug(name)
}

// crafted are nouns for vehicles.
var crafted = set("plane airplane aeroplane jetliner airliner superjumbo helicopter drone ship ferry tanker vessel liner cruiser submarine trawler lorry truck train tram spacecraft satellite probe lander rover telescope shuttle missile")

// noun is the noun of a phrase, of a part the noun of the whole: "nurses" of "three of the nurses".
func noun(phrase string) string {
	if part, whole, ok := strings.Cut(phrase, " of "); ok && (numbered(part) || parts[strings.ToLower(part)]) {
		return schema.Head(whole)
	}
	return schema.Head(phrase)
}

var parts = set("some many most several few all both each part half dozens hundreds thousands majority rest none any")
