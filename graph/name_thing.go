package graph

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// thingWords leaves out common nouns around a name: "United Auto Workers union", "German carmaker Daimler".
func thingWords(words []string) []string {
	n := len(words)
	for n > 1 && (kinds[words[n-1]] || legal[words[n-1]]) { // "plc" is often written small
		n--
	}
	words = words[:n]
	if n > 1 && !has2(words, small) {
		for i := n - 2; i >= 0; i-- {
			if kinds[words[i]] {
				return words[i+1:]
			}
		}
	}
	return words
}

// kinds are nouns that say what a name is of, written small.
var kinds = set(`union company airline newspaper index agency group firm carmaker automaker bank club party magazine
corporation manufacturer maker giant network broadcaster website chain`)

// legal are words of the legal form of a company or club, which names are written with or without.
var legal = set("fc afc inc incorporated corp corporation co company ltd limited llc llp lp plc ag sa sas nv bv gmbh spa ab asa oyj kg se")

// business are words that a company's short name leaves out: "Ford" of "Ford Motor Company".
var business = set(`motor motors automotive automobiles group holding holdings computer computers industries international
electronics technologies technology systems system software brothers enterprises worldwide entertainment`)

func (f *form) organization(words []string, suffix string) {
	joined := fold(words)
	parts := strings.Split(joined, "-")
	for i, p := range parts {
		if b := respelled[p]; b != "" {
			parts[i] = b
		}
		if p == "motors" && i > 0 {
			parts[i] = "motor"
		}
	}
	if len(parts) == 3 && parts[0] == "university" && parts[1] == "of" && !twice[parts[2]] { // "University of Ghent"
		parts = []string{parts[2], parts[0]}
	}
	if len(parts) > 1 && parts[0] == "fc" { // "FC Porto"
		parts = parts[1:]
	}
	for len(parts) > 1 && legal[parts[len(parts)-1]] {
		parts = parts[:len(parts)-1]
	}
	for len(parts) > 1 && (parts[len(parts)-1] == "and" || parts[len(parts)-1] == "n" || parts[len(parts)-1] == "s") { // "& Co.", "S.A."
		parts = parts[:len(parts)-1]
	}
	f.fold = strings.Join(parts, "-")
	if len(words) == 1 {
		if a := acronym(words[0]); a != "" {
			f.seeks = append(f.seeks, seek{"acr|" + a, "acronym"})
		}
	}
	if len(parts) == 1 {
		f.seeks = append(f.seeks, seek{"head|" + parts[0], "short name"})
	}
	if len(parts) > 1 {
		var all, main strings.Builder
		for _, p := range parts {
			all.WriteString(p[:runeLen(p)])
			if !small[p] {
				main.WriteString(p[:runeLen(p)])
			}
		}
		if n := utf8.RuneCountInString(main.String()); n >= 2 && n <= 7 {
			f.gives = append(f.gives, "acr|"+main.String(), "acr|"+all.String())
		}
		n := len(parts)
		for n > 1 && business[parts[n-1]] {
			n--
		}
		if n == 1 && n < len(parts) && len(parts[0]) > 2 && !vagueHeads[parts[0]] {
			f.gives = append(f.gives, "head|"+parts[0])
		}
	}
}

// twice are the towns and states with both a university of theirs and one called after them.
var twice = set("washington miami indiana pennsylvania york ohio kansas oregon michigan arizona boston chicago houston denver iowa kent north south east west northern southern eastern western")

// respelled has words of names with what they are compared by: the British spelling, the full word.
var respelled = pairs("dept department, intl international, natl national, univ university, assn association, bros brothers, govt government, " +
	"defense defence, labor labour, center centre, organization organisation, theater theatre, harbor harbour, program programme, aluminum aluminium")

// vagueHeads begin too many names to stand for one.
var vagueHeads = set("general united national american international first new global world royal north south east west")

func runeLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// acronym returns the letters of a name that is one, in lower case: "EADS", "U.N.".
func acronym(w string) string {
	letters := strings.ReplaceAll(w, ".", "")
	if n := utf8.RuneCountInString(letters); n < 2 || n > 7 {
		return ""
	}
	for _, r := range letters {
		if !unicode.IsUpper(r) && r != '&' {
			return ""
		}
	}
	return strings.ToLower(strings.ReplaceAll(letters, "&", ""))
}

func (f *form) place(words []string) {
	parts := strings.Split(fold(words), "-")
	for i, p := range parts {
		switch p {
		case "st":
			parts[i] = "saint"
		case "mt":
			parts[i] = "mount"
		case "ft":
			parts[i] = "fort"
		}
	}
	f.fold = strings.Join(parts, "-")
}
