package graph

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/schema"
)

// A form is what the linker reads from one name of one class: names of one fold are spellings of one another; a name
// that seeks a key is a short form of those that give it.
type form struct {
	fold   string
	gives  []string
	seeks  []seek // the strongest first
	common bool   // no name but a noun phrase, which says of what kind the thing is
}

// seek is a key under which fuller names are looked for, and the evidence that a find is.
type seek struct {
	key      string
	evidence string
}

// formOf reads a name as one of a class, given by the suffix of its ids; ok is false for wordings that are no names.
func formOf(name, suffix string) (f form, ok bool) {
	words := bareWords(strings.Fields(withoutArticle(strings.TrimLeft(name, " ,;:"))))
	switch suffix {
	case "":
		if words = personWords(words); severalPersons(words) {
			return f, false
		}
	case ".org", ".thing":
		words = thingWords(words)
	}
	if !properName(words) {
		if suffix == ".event" {
			return commonEvent(words)
		}
		return f, false
	}
	switch suffix {
	case "":
		f.person(words)
	case ".org", ".thing", ".work", ".event":
		f.organization(words, suffix)
	case ".place":
		f.place(words)
	default:
		f.fold = fold(words)
	}
	f.fold = suffix + "|" + f.fold
	for i := range f.gives {
		f.gives[i] = suffix + "|" + f.gives[i]
	}
	for i := range f.seeks {
		f.seeks[i].key = suffix + "|" + f.seeks[i].key
	}
	f.gives = unique(f.gives)
	if _, bare, _ := strings.Cut(f.fold, "|"); strings.Contains(bare, "-") {
		switch suffix {
		case ".org":
			f.gives = append(f.gives, ".org|self|"+bare)
		case ".thing": // a name that its document gave no class
			f.seeks = append(f.seeks, seek{".org|self|" + bare, "class"})
		}
	}
	return f, true
}

// bareWords leaves out what shows that a name belongs to a sentence: "Corvane 's", "ex-Corvane".
func bareWords(words []string) []string {
	for n := len(words); n > 1 && (words[n-1] == "'s" || words[n-1] == "’s" || words[n-1] == "'" || words[n-1] == "’"); n-- {
		words = words[:n-1]
	}
	for len(words) > 1 && (words[0] == "ex" || words[0] == "former" || words[0] == "then") {
		words = words[1:]
	}
	if len(words) == 0 {
		return nil
	}
	if rest, ok := strings.CutPrefix(words[0], "ex-"); ok && capital(rest) {
		words[0] = rest
	}
	if n := len(words) - 1; n == 0 || !saint[words[n-1]] { // not of "St. John's"
		words[n] = strings.TrimSuffix(strings.TrimSuffix(words[n], "'s"), "’s")
	}
	return words
}

var saint = set("St St. Saint")

// properName reports whether all words but small ones have a capital, and not all of them are titles.
func properName(words []string) bool {
	if len(words) == 0 || len(words) > 9 || joining[words[0]] {
		return false
	}
	titlesOnly := true
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "\"'“‘("))
		if unicode.IsUpper(r) || unicode.IsTitle(r) || unicode.IsDigit(r) || unicode.IsLetter(r) && !unicode.IsLower(r) || innerCapital(w) {
			low := strings.ToLower(strings.Trim(w, ".,"))
			titlesOnly = titlesOnly && (titles[low] || pronouns[low] && w != "US")
			continue
		}
		if i == 0 || i == len(words)-1 || !small[w] {
			return false
		}
	}
	return !titlesOnly
}

// innerCapital: "iTunes", "eBay", "al-Assad".
func innerCapital(w string) bool {
	return strings.IndexFunc(w, unicode.IsUpper) > 0
}

// small are the words that stand uncapitalized within names.
var small = set("of the and for in on at de la le du des del della di da dos van von der den ter bin ibn al el y e zu &")

func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || innerCapital(w)
}

func has2(words []string, in map[string]bool) bool {
	for _, w := range words {
		if in[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

// fold writes the words of a name as all spellings of it are written.
func fold(words []string) string { return schema.Slug(strings.Join(words, " ")) }

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// pairs reads "a b, c d" as a map.
func pairs(list string) map[string]string {
	m := map[string]string{}
	for _, p := range strings.Split(list, ",") {
		w := strings.Fields(p)
		m[w[0]] = w[1]
	}
	return m
}

// keys lists all keys of a form, sorted: what has one of them can bear on what has another.
func (f form) keys() (gives, seeks []string) {
	gives = append(append(gives, f.gives...), "fold|"+f.fold)
	for _, s := range f.seeks {
		seeks = append(seeks, s.key)
	}
	seeks = append(seeks, "fold|"+f.fold)
	sort.Strings(gives)
	sort.Strings(seeks)
	return gives, seeks
}
