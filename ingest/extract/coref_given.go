package extract

import (
	"strings"

	"kg/schema"
)

// given is the gender of those who bear a given name, 0 where none is known; the word is in lower case, with or without
// its accents.
func given(word string) sex {
	if s := words().given[word]; s != 0 || ascii(word) {
		return s
	}
	return words().given[schema.Slug(word)]
}

func ascii(s string) bool { return strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0 }

// told is the gender that the words of a person's name tell: its given name or, where that is unknown, the end of one of
// its words. It is 0 where they tell none.
func (n *name) told() sex {
	first := n.words[0]
	if s := given(first); s != 0 {
		return s
	}
	if i := strings.IndexByte(first, '-'); i > 0 {
		if s := given(first[:i]); s != 0 {
			return s
		}
	}
	if len(n.words) < 2 || len(strings.Trim(first, ".")) < 2 {
		return 0
	}
	for _, w := range n.words[1:] {
		if s := filial[w]; s != 0 {
			return s
		}
	}
	if s := ending(schema.Slug(last(n.words)), surnameEnds); s != 0 {
		return s
	}
	if s := ending(schema.Slug(n.words[1]), patronymicEnds); s != 0 && len(n.words) > 2 {
		return s
	}
	return ending(schema.Slug(first), givenEnds)
}

// filial lists words within or after a name that only the names of men or only those of women have.
var filial = map[string]sex{"bin": male, "ibn": male, "ould": male, "bint": female, "binti": female, "binte": female, "mint": female,
	"kaur": female, "begum": female, "khatun": female, "khatoon": female, "bibi": female, "devi": female, "kumari": female}

// end is a way in which the names of one gender end.
type end struct {
	of     sex
	tail   string
	unless string // names that end so and say nothing, divided by blanks
}

// surnameEnds are of languages where a surname has a form for women: Slavic ones, Lithuanian, Icelandic. Forms for men are
// left out where women abroad bear them too.
var surnameEnds = []end{{female, "ova", "casanova villanova terranova cordova genova"}, {female, "eva", "villanueva nueva"},
	{female, "ovska", ""}, {female, "evska", ""}, {female, "wska", ""}, {female, "nska", ""}, {female, "skaya", ""}, {female, "skaia", ""},
	{female, "ckaya", ""}, {female, "dottir", ""}, {female, "aite", ""}, {female, "iene", ""}, {female, "yte", ""},
	{male, "skiy", ""}, {male, "skyi", ""}, {male, "skyy", ""}, {male, "auskas", ""}}

var patronymicEnds = []end{{female, "ovna", ""}, {female, "evna", ""}, {male, "ovich", ""}, {male, "evich", ""}, {male, "ovych", ""}}

// givenEnds are those of which at least 97 in 100 of the given names listed are of the one gender.
var givenEnds = []end{{female, "ina", ""}, {female, "ira", ""}, {female, "tte", ""}, {female, "nia", ""}, {female, "nka", ""}, {female, "tta", ""},
	{female, "iana", ""}, {female, "ella", ""}, {female, "elle", ""}, {female, "ona", ""}, {male, "mir", ""}, {male, "slav", ""}, {male, "din", ""}, {male, "bek", ""}}

// ending is the gender of the first of the ends that a word has behind two letters or more, else 0.
func ending(word string, ends []end) sex {
	for _, e := range ends {
		if len(word) >= len(e.tail)+2 && strings.HasSuffix(word, e.tail) && !contains(strings.Fields(e.unless), word) {
			return e.of
		}
	}
	return 0
}

// surnames takes back what a lone word was held to tell as a given name where it is the surname of persons in the text:
// "Thomas" of Clare Thomas is as she is.
func surnames(refs []*ref) {
	first, of := map[string]bool{}, map[string]sex{}
	for _, r := range refs {
		if r.name != nil && r.Class == "Person" && len(r.name.words) > 1 {
			first[r.name.words[0]] = true
			of[last(r.name.words)] |= r.sex & person
		}
	}
	for _, r := range refs {
		if r.name == nil || r.Class != "Person" || len(r.name.words) != 1 {
			continue
		}
		w := r.name.words[0]
		titled := r.name.title != "" && honorifics[r.name.title] != person
		if s := of[w]; s != 0 && !first[w] && !titled && r.sex == given(w) {
			r.sex, r.name.sex = s, s
		}
	}
}
