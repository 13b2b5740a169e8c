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
	words := strings.Fields(withoutArticle(strings.TrimLeft(name, " ,;:")))
	if n := len(words); n > 0 {
		words[n-1] = strings.TrimSuffix(strings.TrimSuffix(words[n-1], "'s"), "’s")
	}
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

// titles are words before names of persons that are no part of them.
var titles = set(`mr mrs ms miss dr prof professor sir dame lord lady president vice prime minister chancellor king queen
prince princess pope emperor sultan sheikh emir ayatollah imam rabbi cardinal archbishop bishop father reverend rev pastor
senator sen representative rep congressman congresswoman governor gov mayor secretary ambassador commissioner councillor
general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm marshal commander judge justice
attorney sheriff chief officer executive ceo cfo coo chairman chairwoman chairperson director manager analyst spokesman
spokeswoman spokesperson deputy former acting first lady foreign defence defense finance interior coach actor actress
singer author us u.s`)

// personWords leaves out what stands around a person's name: titles, and a description before it ("team member").
func personWords(words []string) []string {
	if n := len(words); n > 2 { // "city mayor Hau Lung-bin"
		at := n
		for at > 0 && capital(words[at-1]) {
			at--
		}
		if at > 0 && n-at >= 2 && n-at <= 4 && !has2(words[:at], small) {
			words = words[at:]
		}
	}
	for len(words) > 1 && titles[strings.ToLower(strings.Trim(words[0], ".,"))] {
		words = words[1:]
	}
	for len(words) > 1 && strings.IndexFunc(words[len(words)-1], unicode.IsLetter) < 0 && !numbered(words) { // "Steve Jobs (1955"
		words = words[:len(words)-1]
	}
	for len(words) > 1 && degrees[strings.ToLower(strings.Trim(words[len(words)-1], ".,"))] {
		words = words[:len(words)-1]
	}
	return words
}

// numbered reports whether words are one that a number tells from others of its kind: "Agent 1". A number after a full name
// is an age or a year.
func numbered(words []string) bool {
	return len(words) == 2 && strings.IndexFunc(words[1], func(r rune) bool { return !unicode.IsDigit(r) }) < 0 && !strings.HasSuffix(words[0], ",")
}

// severalPersons reports whether words list names: a comma stands inside that is not that of "Jr.".
func severalPersons(words []string) bool {
	for i, w := range words[:max(len(words)-1, 0)] {
		if strings.HasSuffix(w, ",") && i+2 < len(words) {
			return true
		}
	}
	return false
}

// degrees follow names; "Jr." and "II" tell father and son apart and stay.
var degrees = set("phd md mp mbe obe cbe qc kc esq")

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

// fold writes the words of a name as all spellings of it are written.
func fold(words []string) string { return schema.Slug(strings.Join(words, " ")) }

func (f *form) organization(words []string, suffix string) {
	joined := fold(words)
	parts := strings.Split(joined, "-")
	for i, p := range parts {
		if b := british[p]; b != "" {
			parts[i] = b
		}
		if p == "motors" && i > 0 {
			parts[i] = "motor"
		}
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

// british has words of names with their British spelling.
var british = pairs("defense defence, labor labour, center centre, organization organisation, theater theatre, harbor harbour, program programme, aluminum aluminium")

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

func (f *form) person(words []string) {
	var parts []string
	generation := ""
	if n := len(words); n > 2 {
		if g := strings.ToLower(strings.Trim(words[n-1], ".,")); g == "jr" || g == "sr" || ordinal(words[n-1]) {
			words, generation = words[:n-1], g
		}
	}
	for _, w := range words {
		w = schema.Slug(w) // "Jean-Claude" is one word
		parts = append(parts, transliterate(w))
	}
	if last := len(parts) - 1; numbered(words) || generation == "" && last > 0 && ordinal(words[last]) { // "Elizabeth II"
		f.fold = strings.Join(parts, "-")
		return
	}
	if n := len(parts); n > 2 && parts[n-2] == "al" {
		parts = append(parts[:n-2], "al-"+parts[n-1])
	}
	if len(parts) == 1 {
		w := strings.TrimPrefix(strings.TrimPrefix(parts[0], "al-"), "el-")
		f.fold = w
		f.seeks = append(f.seeks, seek{"sur|" + w, "surname"})
		return
	}
	n := len(parts)
	given, last := formal(parts[0]), strings.TrimPrefix(strings.TrimPrefix(parts[n-1], "al-"), "el-")
	middle := parts[1 : n-1]
	if familyFirst[parts[0]] && n == 2 || familyFirst[parts[0]] && n == 3 && parts[1] != "" && !strings.Contains(words[1], ".") {
		f.fold = strings.ReplaceAll(strings.Join(parts, "-"), "--", "-")
		f.gives = append(f.gives, "sur|"+parts[0])
		if n == 2 {
			f.gives = append(f.gives, "sur|"+last)
		}
		return
	}
	all := append(append([]string{given}, middle...), last)
	f.fold = strings.Join(all, "-")
	if generation != "" {
		f.fold += "-" + generation
		f.gives = append(f.gives, "ends|"+given+" "+last)
	}
	// the surname, with its particles
	f.gives = append(f.gives, "sur|"+last)
	for i := n - 2; i > 0 && small[parts[i]]; i-- {
		f.gives = append(f.gives, "sur|"+strings.Join(append(append([]string{}, parts[i:n-1]...), last), "-"))
	}
	initial := given[:runeLen(given)]
	core := dropSmall(middle)
	if len(given) > 1 {
		f.gives = append(f.gives, "ini|"+initial+" "+last)
	} else {
		f.seeks = append(f.seeks, seek{"ini|" + initial + " " + last, "initial"})
	}
	if len(core) > 0 {
		f.gives = append(f.gives, "ends|"+given+" "+last)
		if len(core[0]) > 1 {
			f.gives = append(f.gives, "mid|"+given+" "+core[0][:runeLen(core[0])]+" "+last)
		} else {
			f.seeks = append(f.seeks, seek{"mid|" + given + " " + core[0] + " " + last, "middle initial"})
		}
		for _, m := range core { // "Ron Hubbard" of "L. Ron Hubbard"
			if len(m) > 1 && len(given) == 1 {
				f.gives = append(f.gives, "ends|"+formal(m)+" "+last)
			}
		}
	} else if len(given) > 1 && generation == "" {
		f.seeks = append(f.seeks, seek{"ends|" + given + " " + last, "name without its middle"})
	}
}

// ordinal reports whether a word is the Roman number of a ruler or of one of a family. "X" is none: Malcolm X.
func ordinal(w string) bool { return len(w) > 0 && w != "X" && strings.Trim(w, "IVX") == "" }

func dropSmall(in []string) (out []string) {
	for _, w := range in {
		if !small[w] {
			out = append(out, w)
		}
	}
	return out
}

// formal is the full form of a given name's short one.
func formal(given string) string {
	if f := nicknames[given]; f != "" {
		return f
	}
	return given
}

// nicknames has short given names with the full ones that they always stand for in news.
var nicknames = pairs(`joe joseph, bill william, billy william, will william, bob robert, bobby robert, rob robert, jim james,
jimmy james, mike michael, tom thomas, dick richard, rick richard, tony anthony, dave david, dan daniel, danny daniel,
ben benjamin, chris christopher, matt matthew, nick nicholas, steve steven, stephen steven, liz elizabeth, kate katherine,
kathy katherine, catherine katherine, sue susan, sam samuel, andy andrew, jeff jeffrey, geoff jeffrey, geoffrey jeffrey,
ron ronald, don donald, ken kenneth, kenny kenneth, greg gregory, tim timothy, larry lawrence, chuck charles, ed edward,
charlie charles, ted edward, jon jonathan, josh joshua, phil philip, phillip philip, pete peter, ray raymond, stan stanley,
vlad vladimir, pat patrick, maggie margaret, peggy margaret, betty elizabeth, abe abraham, fred frederick, gerry gerald, jerry gerald,
alex alexander, debbie deborah, barb barbara, cathy katherine, jen jennifer, becky rebecca, nancy nancy, zach zachary, nate nathaniel`)

// familyFirst are family names that stand first, Chinese, Korean and Vietnamese.
var familyFirst = set(`xi hu wen jiang deng mao zhu li wang zhang liu chen yang zhao huang zhou wu xu sun ma zhao gao lin luo
kim park lee moon roh ban choi jung kang yoon cho nguyen tran pham wong chan cheung leung lam tsang`)

// variants are spellings of names from other scripts, with the one that they are compared by.
var variants = pairs(`muhammad mohammed, mohamed mohammed, mohammad mohammed, muhammed mohammed, mohamad mohammed,
usama osama, ladin laden, husayn hussein, hussain hussein, husain hussein, gaddafi qaddafi, gadhafi qaddafi, kadafi qaddafi,
khadafy qaddafi, gadafi qaddafi, moammar muammar, muamar muammar, moamar muammar, sergei sergey, aleksandr alexander, alexandr alexander, aleksander alexander, aleksei alexey,
alexei alexey, aleksey alexey, alexej alexey, dmitri dmitry, dmitriy dmitry, dmitrij dmitry, andrei andrey, yuri yury, yuriy yury,
nikolai nikolay, yevgeny evgeny, evgeni evgeny, evgenii evgeny, yevgeniy evgeny, mikhael mikhail, wolodymyr volodymyr,
volodimir volodymyr, anatoli anatoly, anatoliy anatoly, gennadi gennady, arkadi arkady, valeri valery, vitali vitaly, vitaliy vitaly,
yulia yuliya, julia yuliya, ahmed ahmad, mahmud mahmoud, yasir yasser, yaser yasser, assad asad, abdallah abdullah, khaled khalid,
omar umar, tayyip tayyip, saeed said, sayed sayyid, ayman aiman, zawahri zawahiri, qasim kassem, qassem kassem, tsai cai,
chou zhou, tse zedong, peking beijing`)

// transliterate writes a word of a name as all its transliterations are compared.
func transliterate(w string) string {
	if v := variants[w]; v != "" {
		return v
	}
	n := len(w)
	if n > 5 {
		for _, end := range [...]string{"skyy", "skiy", "skij", "skii", "ski", "sky", "skyi"} { // Zelenskyy; Polish -ski is the same suffix
			if s, ok := strings.CutSuffix(w, end); ok {
				return s + "sky"
			}
		}
		for _, end := range [...]string{"iy", "yy", "ij", "yi"} {
			if s, ok := strings.CutSuffix(w, end); ok {
				return s + "y"
			}
		}
		for _, end := range [...]string{"ow", "off", "eff"} { // Ivanoff
			if s, ok := strings.CutSuffix(w, end); ok && end != "ow" {
				return s + end[:1] + "v"
			}
		}
	}
	return w
}

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
