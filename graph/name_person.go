package graph

import (
	"strings"
	"unicode"

	"kg/schema"
)

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

func (f *form) person(words []string) {
	generation, k := schema.Generation(words)
	ruler := k > 0 && len(words)-k <= 1 // "Elizabeth II"
	if !ruler {
		words = words[:len(words)-k]
	}
	parts := personParts(words)
	if ruler || numbered(words) {
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
		if s := slipKey(w); s != "" {
			f.seeks = append(f.seeks, seek{"slip|" + s, "slip"})
		}
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
	if s := slipKey(last); s != "" && generation == "" {
		f.gives = append(f.gives, "slip|"+s)
		if n == 2 {
			f.gives = append(f.gives, "slip|"+given+" "+s)
			f.seeks = append(f.seeks, seek{"slip|" + given + " " + s, "slip"})
		}
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
		f.seeks = append(f.seeks, seek{"ends|" + given + " " + last, "name without its middle"}, seek{"wed|" + given + " " + last, "married name"})
	}
	if len(core) == 1 && len(core[0]) > 2 && len(given) > 1 && generation == "" { // "Ann Reed" of "Ann Reed Miller"
		f.gives = append(f.gives, "wed|"+given+" "+core[0])
	}
}

// personParts are the words of a person's name as they are compared: "Jean-Claude" is one.
func personParts(words []string) []string {
	var parts []string
	for _, w := range words {
		w = schema.Slug(w)
		if k := len(parts) - 1; k >= 0 && (parts[k] == "abd" || parts[k] == "abdul" || parts[k] == "abdel") && len(words) > 2 { // "Abdel Rahman", "Abd al-Rahman"
			parts[k] = "abdul"
			if w != "al" && w != "el" {
				parts[k] += strings.TrimPrefix(strings.TrimPrefix(w, "al-"), "el-")
			}
			continue
		}
		for _, begin := range [...]string{"abdul-", "abdel-", "abd-al-", "abd-el-"} {
			if rest, ok := strings.CutPrefix(w, begin); ok {
				w = "abdul" + rest
			}
		}
		parts = append(parts, transliterate(w))
	}
	return parts
}

// slipKey is what a long surname is written with whose letters were transposed, doubled or dropped by a slip: its
// consonants. It is "" for surnames that others come near to.
func slipKey(surname string) string {
	if len(surname) < 9 || strings.HasSuffix(surname, "son") || strings.HasSuffix(surname, "sen") || strings.Contains(surname, "-") {
		return ""
	}
	var key []byte
	for i := range len(surname) {
		if c := surname[i]; c < 'a' || c > 'z' {
			return ""
		} else if !strings.ContainsRune("aeiouy", rune(c)) && (len(key) == 0 || key[len(key)-1] != c) {
			key = append(key, c)
		}
	}
	if len(key) < 5 {
		return ""
	}
	return string(key)
}

// slip reports whether a differs from b by a slip: two letters that stand the other way round, or one that is missing in
// either, but not the last.
func slip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case len(a) == len(b):
		return i+2 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
	case len(a)+1 == len(b):
		return i+1 < len(a) && a[i:] == b[i+1:]
	}
	return false
}

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
khadafy qaddafi, gadafi qaddafi, moammar muammar, muamar muammar, moamar muammar, sergei sergey, aleksandr alexander, alexandr alexander, aleksander alexander, oleksandr alexander, aleksei alexey,
alexei alexey, aleksey alexey, alexej alexey, dmitri dmitry, dmitriy dmitry, dmitrij dmitry, andrei andrey, yuri yury, yuriy yury,
nikolai nikolay, yevgeny evgeny, evgeni evgeny, evgenii evgeny, yevgeniy evgeny, mikhael mikhail, wolodymyr volodymyr,
volodimir volodymyr, anatoli anatoly, anatoliy anatoly, gennadi gennady, arkadi arkady, valeri valery, vitali vitaly, vitaliy vitaly,
yulia yuliya, julia yuliya, ahmed ahmad, mahmud mahmoud, yasir yasser, yaser yasser, assad asad, abdallah abdullah, khaled khalid,
omar umar, tayyip tayyip, saeed said, sayed sayyid, ayman aiman, zawahri zawahiri, qasim kassem, qassem kassem, tsai cai,
chou zhou, tse zedong, peking beijing`)

// spelled has what letters and their pairs are compared by.
var spelled = strings.NewReplacer("æ", "ae", "œ", "oe", "ß", "ss", "þ", "th",
	"nya", "nia", "nyu", "niu", "tya", "tia", "tyu", "tiu", "lya", "lia", "lyu", "liu", "dya", "dia", "dyu", "diu", "kya", "kia", "syu", "siu")

// transliterate writes a word of a name as all its transliterations are compared.
func transliterate(w string) string {
	if v := variants[w]; v != "" {
		return v
	}
	w = spelled.Replace(w)
	for i := 1; len(w) > 5 && i+2 < len(w); i++ { // "Mueller" is "Müller"
		const vowels = "aeiouy"
		if (w[i] == 'u' || w[i] == 'o') && w[i+1] == 'e' && strings.IndexByte(vowels, w[i-1]) < 0 && strings.IndexByte(vowels, w[i+2]) < 0 && w[i+2:] != "l" {
			w = w[:i+1] + w[i+2:]
		}
	}
	n := len(w)
	if n > 5 {
		for _, end := range [...]string{"our", "oud", "oum", "oun", "ouf"} { // Mansour
			if s, ok := strings.CutSuffix(w, end); ok {
				return s + end[1:]
			}
		}
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
