package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/schema"
)

// name is a proper name without honorifics and articles.
type name struct {
	words       []string // lower case, as written but for that
	full        string   // words joined
	key         string   // of sameNames, else full
	class       string
	title       string // last title word, lower case
	number      string // of a person: see schema.Generation; no word of words
	capitalized bool   // a capital letter first, small ones behind
	business    bool   // a single word that a noun before it calls a company: "the carmaker Adler"
	body        bool   // told to be a body's by a noun beside it
	sex         sex
	first       int // its tokens
	last        int
}

// newName reads the name around the head of r.
func newName(r *ref) *name {
	t, h := r.tree, r.Head
	n := &name{class: r.Class, sex: anySex}
	n.first, n.last = t.nameSpan(h, r.first, r.last)
	if t.described(h) {
		r.Class, n.class = "Person", "Person"
		for n.first, n.last = h+1, h+1; n.last < r.last && strings.HasPrefix(t.tok[n.last+1].Name, "I-"); n.last++ {
		}
	}
	if _, ok := honorifics[strings.Trim(t.lower(h), ".")]; ok && entityName(t.tok[h].Name) != "PERSON" {
		for i := h + 1; i <= min(r.last, h+3); i++ { // "Colonel" heads "Colonel Luis Arze"
			if entityName(t.tok[i].Name) == "PERSON" {
				_, n.last = t.nameSpan(i, h, r.last)
				n.first = min(n.first, h)
				r.Class, n.class = "Person", "Person"
				break
			}
		}
	}
	if k := n.last + bit(t.lower(n.last) != "the"); r.Class == "Person" && k+1 < len(t.tok) && t.lower(k) == "the" {
		if _, words := schema.Generation([]string{"the", t.tok[k+1].Text}); words == 2 && capitalized(t.tok[k+1].Text) { // "Ada Kroll the Elder"
			n.last = k + 1
		}
	}
	if t.vessel(n) {
		r.Class, n.class = "Thing", "Thing"
	}
	// honorifics and descriptions before a person's name
	titleSex := anySex
	if r.Class == "Person" {
		for n.first < h || n.first < n.last {
			w := strings.Trim(strings.ToLower(t.tok[n.first].Text), ".")
			s, ok := honorifics[w]
			if !ok || n.first == n.last {
				break
			}
			if w := strings.ToLower(t.tok[n.first].Text); (w == "dean" || w == "st") && n.last-n.first == 1 {
				break
			}
			n.title = w
			titleSex &= s
			n.first++
			for n.first < n.last && (t.lower(n.first) == "of" || t.lower(n.first) == "the" || t.tok[n.first].Text == "-") {
				n.first++
			}
		}
		for n.first < n.last && t.tok[n.first].Tag == "NOUN" && !capitalized(t.tok[n.first].Text) && capitalized(t.tok[n.last].Text) { // "goalkeeper Adam Novak"
			n.first++
		}
		for i := r.first; i < n.first; i++ { // "director General Suleiman", "actress Anna"
			if s, ok := honorifics[strings.Trim(t.lower(i), ".")]; ok {
				titleSex &= s
				if n.title == "" {
					n.title = strings.Trim(t.lower(i), ".")
				}
			} else if s, ok := words().noun[t.lower(i)]; ok && t.rel(i) == "compound" {
				titleSex &= s
			}
		}
	}
	for n.first < n.last && (t.tok[n.first].Text == "," || t.tok[n.first].Text == "ex" || t.tok[n.first].Text == "former") { // "ex Northrop manager"
		n.first++
	}
	for n.last > n.first && strings.Contains(" of for the and ", " "+t.tok[n.last].Text+" ") { // cut short: "Ministry of Health of"
		n.last--
	}
	var written []string // words
	for i := n.first; i <= n.last; i++ {
		w := t.tok[i].Text
		if isPossessive(w) && i > n.first || w == "," || w == "\"" || w == "“" || w == "”" {
			continue
		}
		if len(n.words) == 0 && strings.EqualFold(w, "the") {
			continue
		}
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		written, n.words = append(written, w), append(n.words, strings.ToLower(w))
	}
	if number, k := schema.Generation(written); r.Class == "Person" && len(n.words) > k {
		n.number, n.words = number, n.words[:len(n.words)-k]
	}
	n.full = strings.Join(n.words, " ")
	n.capitalized = capitalized(t.tok[n.first].Text)
	n.key = n.full
	if k, ok := sameNames[n.full]; ok {
		n.key = k
	}
	switch r.Class {
	case "Person":
		n.sex = person
		if titleSex&person != 0 && titleSex != anySex {
			n.sex = titleSex & person
		}
		if n.sex == person && len(n.words) > 0 {
			if s := n.told(); s != 0 {
				n.sex = s
			}
			if n.sex == person && len(n.words) == 1 && n.title == "" && titleSex == anySex {
				n.sex = anySex // "Volkstein" may be a company
			}
		}
	case "Place", "Organization", "Event", "Work", "Date", "Quantity":
		n.sex = neuter
		if len(n.words) > 1 && given(n.words[0]) != 0 && r.Class != "Date" {
			n.sex = anySex
		}
		if r.Class == "Place" || r.Class == "Organization" {
			if n.mayBeSurname() {
				n.sex = anySex
			}
		}
	case "Group":
		n.sex = anySex
	default:
		if len(n.words) > 0 {
			if s := given(n.words[0]); s != 0 {
				n.sex = s | neuter
			} else if t.tok[h].Name != "" {
				n.sex = neuter
			}
		}
	}
	return n
}

// mayBeSurname reports whether a single word taken for a place's or an organization's name may be a person's: it is no
// country, no acronym and no common noun.
func (n *name) mayBeSurname() bool {
	if len(n.words) != 1 || n.first != n.last || n.title != "" {
		return false
	}
	w := n.words[0]
	if _, known := sameNames[w]; known || countries()[w] || words().class[w] != "" || len(w) < 4 {
		return false
	}
	return n.capitalized
}

// capitalized reports whether a word has a capital letter first and small letters alone behind it.
func capitalized(w string) bool {
	for i, c := range w {
		if (i == 0) != unicode.IsUpper(c) || i > 0 && !unicode.IsLower(c) {
			return false
		}
	}
	return w != ""
}

// alike reports whether two names may be of one thing: a name and its short form, acronym or other spelling.
func (n *name) alike(o *name) bool {
	if n.full == "" || o.full == "" || n.rival(o) {
		return false
	}
	if n.key == o.key {
		return true
	}
	if plain(n.full) == plain(o.full) {
		return true
	}
	if n.class == "Person" || o.class == "Person" {
		if n.class == "Person" && o.class == "Person" {
			return alikePersons(n.words, o.words)
		}
		// a surname that was taken for something else than the person of the full name
		full, short := n, o
		if full.class != "Person" {
			full, short = o, n
		}
		if len(full.words) == 1 && full.title == "" && corporateName(short) {
			return alikeThings(full, short) // "Ford" of "Ford Motor Company", taken for a person
		}
		if len(full.words) == 1 && full.title == "" && given(full.words[0]) == 0 && (short.body || short.ofClub()) && full.words[0] == last(short.words) {
			return true // "Leie" of "Sporting Leie", taken for a person
		}
		if short.business || len(full.words) < 2 || len(short.words) != 1 || short.words[0] != full.words[len(full.words)-1] || short.first != short.last {
			return false
		}
		_, known := sameNames[short.full]
		return !known && !countries()[short.full] && short.class != "Date" && short.class != "Group"
	}
	return alikeThings(n, o) || alikeThings(o, n)
}

// rival reports whether numbers tell the persons of two names apart: father and son, two rulers.
func (n *name) rival(o *name) bool { return n.number != "" && o.number != "" && n.number != o.number }

// plain leaves out what spellings differ by.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '.' || r == '-' || r == '\'' || r == '’' || r == ' ' {
			return -1
		}
		return r
	}, s)
}

// alikePersons compares names of persons: given names must agree (or one be an initial or short form of the other), or
// one of the two be a surname or given name alone.
func alikePersons(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 1 {
		w := a[0]
		if w == b[len(b)-1] || w == b[0] && len(b) > 1 && given(w) != 0 || len(b) > 1 && nicknames[w] == b[0] {
			return true
		}
		// "Beauvoir", "Al-Maeena"; never a middle name alone
		if len(b) > 2 && w == b[len(b)-2]+" "+b[len(b)-1] {
			return true
		}
		return len(b) == 2 && w == b[0] && len(w) > 2
	}
	la, lb := a[len(a)-1], b[len(b)-1]
	if plain(la) != plain(lb) {
		// a name with a particle, written short: "de Sousa" of "Maria de Sousa"
		return false
	}
	fa, fb := a[0], b[0]
	if fa == fb || particle[fa] {
		return true
	}
	ia, ib := strings.Trim(fa, "."), strings.Trim(fb, ".")
	if len(ia) == 1 && strings.HasPrefix(ib, ia) || len(ib) == 1 && strings.HasPrefix(ia, ib) {
		return true
	}
	if len(a) < len(b) { // "Ron Hubbard" of "L. Ron Hubbard", "García Márquez" of "Gabriel García Márquez"
		for i := 1; i < len(b)-1; i++ {
			if b[i] == fa {
				return true
			}
		}
	}
	return nicknames[ia] == ib && ib != "" || nicknames[ib] == ia && ia != ""
}

var particle = map[string]bool{"de": true, "van": true, "von": true, "der": true, "al": true, "bin": true, "del": true,
	"la": true, "le": true, "da": true, "di": true, "ben": true, "ter": true}

var nicknames = map[string]string{"joe": "joseph", "bill": "william", "bob": "robert", "jim": "james", "mike": "michael",
	"tom": "thomas", "dick": "richard", "ted": "edward", "tony": "anthony", "dave": "david", "dan": "daniel", "ben": "benjamin",
	"chris": "christopher", "matt": "matthew", "nick": "nicholas", "steve": "steven", "liz": "elizabeth", "kate": "katherine",
	"sue": "susan", "pat": "patricia", "sam": "samuel", "alex": "alexander", "andy": "andrew", "jeff": "jeffrey",
	"ron": "ronald", "don": "donald", "ken": "kenneth", "greg": "gregory", "tim": "timothy", "will": "william",
	"rick": "richard", "rob": "robert", "jack": "john", "larry": "lawrence", "chuck": "charles", "charlie": "charles"}

// alikeThings reports whether a is a short form of b, names of other things than persons.
func alikeThings(a, b *name) bool {
	if len(a.words) == 1 && acronymOf(a.words[0], b.words) {
		return true
	}
	if len(a.words) >= len(b.words) {
		return false
	}
	k := len(a.words)
	// "Microsoft" of "Microsoft Corporation"
	if equalWords(a.words, b.words[:k]) {
		rest := b.words[k:]
		all := true
		for _, w := range rest {
			if !corporate[w] {
				all = false
			}
		}
		if all {
			return true
		}
		if k == 1 && a.class == "Organization" && b.class == "Organization" && a.capitalized && words().class[a.words[0]] == "" && !slices.ContainsFunc(rest, func(w string) bool { return !trades[w] && !corporate[w] }) {
			return true // "Halvorsen" of "Halvorsen Shipping"
		}
		// "Lockheed" of "Lockheed Martin", but "Internet Explorer" of "Internet Explorer 6" is another thing
		return k == 1 && len(rest) == 1 && a.class == "Organization" && b.class == "Organization" && a.capitalized && given(rest[0]) != 0
	}
	// "Home Office" of "United Kingdom Home Office", "Firefox" of "Mozilla Firefox"
	if equalWords(a.words, b.words[len(b.words)-k:]) {
		if a.class == "Place" || b.class == "Place" {
			return false
		}
		if k == 1 && (words().class[a.words[0]] != "" || numberWord(a.words[0])) {
			return false
		}
		return true
	}
	return false
}

func numberWord(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

func equalWords(a, b []string) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return len(a) == len(b)
}

// acronymOf reports whether s is made of the initials of the words, small words left out or not, with the figures at
// the end kept: "ie6" of "internet explorer 6".
func acronymOf(s string, ws []string) bool {
	s = strings.ReplaceAll(s, ".", "")
	if len(s) < 2 || len(ws) < 2 {
		return false
	}
	var all, main strings.Builder
	for _, w := range ws {
		if numberWord(w) {
			all.WriteString(w)
			main.WriteString(w)
			continue
		}
		for _, part := range strings.Split(w, "-") {
			r, _ := utf8.DecodeRuneInString(part)
			if !unicode.IsLetter(r) {
				continue
			}
			all.WriteRune(r)
			switch part {
			case "of", "the", "and", "for", "in", "on", "to", "&", "de":
			default:
				main.WriteRune(r)
			}
		}
	}
	return s == all.String() || s == main.String()
}
