package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word emits the words of a run of letters and digits at i with what connects them, and returns its end.
func (t *tokenizer) word(i, to int, first bool) int {
	s := t.s
	if end := mail(s, i, to); end > i {
		t.emit(i, end)
		return end
	}
	at := i // where the open word begins
	for k := i; k < to; {
		c, size := utf8.DecodeRuneInString(s[k:to])
		if isWord(c) {
			k += size
			continue
		}
		next := byte(0)
		if k+size < to {
			next = s[k+size]
		}
		wordNext := isWordAt(s, k+size, to)
		prev := s[k-1]
		between := isDigit(prev) && isDigit(next)
		keep := false
		switch c {
		case '.':
			capital := isUpper(next) && k+2 < to && isLower(s[k+2])
			keep = wordNext && !(capital && isLower(prev) && k-at > 1) && !(isLower(prev) && isDigit(next) && k-at > 3)
			initial := capital && isUpper(prev) && (k-at == 1 || s[k-2] == '.')
			if initial || !wordNext && !strings.HasPrefix(s[k:to], "...") && t.abbreviation(at, k, to) {
				t.emit(at, k+1)
				return k + 1
			}
		case ',':
			keep = between && k+3 < to && isDigit(s[k+2]) && isDigit(s[k+3]) && (k+4 == to || !isDigit(s[k+4]))
		case ':':
			keep = between
		case '/':
			if between {
				if end := dashed(s, at, to); end > k {
					k = end
					continue
				}
			}
			keep = between || wordNext && short(s, at, k) && (k+2 == to || !isWordAt(s, k+2, to))
		case '-', '‐', '‑':
			if !wordNext {
				// A word that was broken off: "th-".
				if c == '-' && k-at < 4 && unicode.IsLetter(rune(s[at])) && (next == 0 || next == ',' || next == '.') {
					t.emit(at, k+1)
					return k + 1
				}
			} else if !between {
				keep = prefixes[strings.ToLower(s[at:min(k, at+12)])] && (k-at > 1 || isLower(next))
			} else if end := dashed(s, at, to); end > k {
				k = end
				continue
			}
		case '\'', '’':
			keep = wordNext && !between
			decade := prev == '0' && k-at > 1 && (next == 's' || next == 'S') && !isWordAt(s, k+size+1, to)
			if decade && isDigit(s[k-2]) {
				t.emit(at, k+size+1)
				return k + size + 1
			}
			if wordNext && !isDigit(prev) {
				if n := clitic(s[k+size : to]); n > 0 {
					end := k + size + n
					if n == 1 && (s[k+size] == 't' || s[k+size] == 'T') && (prev == 'n' || prev == 'N') {
						t.simple(at, k-1)
						t.emit(k-1, end)
					} else {
						t.simple(at, k)
						t.emit(k, end)
					}
					return end
				}
			} else if wordNext && (next == 's' || next == 'S') {
				t.emit(at, k)
				t.emit(k, k+size+1)
				return k + size + 1
			}
		case '&':
			keep = wordNext && isUpper(prev) && isUpper(next)
		case '@', '*':
			keep = wordNext
		}
		if !keep {
			t.simple(at, k)
			return k
		}
		k += size
	}
	t.simple(at, to)
	return to
}

func isLower(c byte) bool { return c >= 'a' && c <= 'z' }
func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }

func isWordAt(s string, k, to int) bool {
	c, size := utf8.DecodeRuneInString(s[min(k, to):to])
	return size > 0 && c != utf8.RuneError && isWord(c)
}

// short says whether the word is one letter, as before the slash in w/o and c/o.
func short(s string, at, k int) bool { return k-at == 1 && unicode.IsLetter(rune(s[at])) }

// mail returns the end of a mail address that begins at i, or i.
func mail(s string, i, to int) int {
	k := i
	for k < to && k-i < 80 && (isWord(rune(s[k])) && s[k] < utf8.RuneSelf || strings.IndexByte(".+-%", s[k]) >= 0) {
		k++
	}
	if k == to || s[k] != '@' {
		return i
	}
	end, k := k, k+1
	start := k
	for k < to && (isWord(rune(s[k])) && s[k] < utf8.RuneSelf || strings.IndexByte(".-", s[k]) >= 0) {
		if s[k] != '.' && s[k] != '-' {
			end = k + 1
		}
		k++
	}
	if end < start {
		return i
	}
	return end
}

// dashed returns the end of a telephone number or a date whose groups of digits are joined by hyphens, or at.
func dashed(s string, at, to int) int {
	var groups []int
	n, k := 0, at
	for ; k < to && len(groups) < 6; k++ {
		if isDigit(s[k]) {
			n++
		} else if (s[k] == '-' || s[k] == '/' && n == 3) && n > 0 && k+1 < to && isDigit(s[k+1]) {
			groups, n = append(groups, n), 0
		} else {
			break
		}
	}
	if k < to && isWord(rune(s[k])) {
		return at
	}
	groups = append(groups, n)
	last := groups[len(groups)-1]
	if len(groups) < 2 {
		return at
	}
	phone := last == 4 && (groups[len(groups)-2] == 3 || len(groups) == 2 && groups[0] == 5)
	date := len(groups) == 3 && (groups[0] == 4 || last == 4 || last == 2) && groups[1] <= 2
	if phone || date || len(groups) > 3 {
		return k
	}
	return at
}

// clitic returns the length of the clitic after an apostrophe, or 0.
func clitic(s string) int {
	n := 0
	for n < len(s) && n < 3 && isWordAt(s, n, len(s)) {
		n++
	}
	switch strings.ToLower(s[:n]) {
	case "s", "d", "m", "t":
		return 1
	case "re", "ve", "ll":
		return 2
	}
	return 0
}

// simple emits a word without clitics' apostrophes: fused words are cut in two, and units from their numbers.
func (t *tokenizer) simple(from, to int) {
	w := t.s[from:to]
	if len(w) < 2 || len(w) > 24 {
		t.emit(from, to)
		return
	}
	if n := fused[strings.ToLower(w)]; n > 0 {
		t.emit(from, from+n)
		t.emit(from+n, to)
		return
	}
	if isDigit(w[0]) {
		k := 0
		for k < len(w) && (isDigit(w[k]) || strings.IndexByte(".,:", w[k]) >= 0) {
			k++
		}
		if k < len(w) && units[w[k:]] {
			t.emit(from, from+k)
			t.emit(from+k, to)
			return
		}
	}
	t.emit(from, to)
}

// abbreviation says whether the full stop at k belongs to the word before it.
func (t *tokenizer) abbreviation(at, k, to int) bool {
	w := t.s[at:k]
	if len(w) > 12 {
		return false
	}
	if i := strings.IndexByte(w, '.'); i > 0 {
		// U.S., e.g., Ph.D.: letters by ones and twos between the points.
		for _, p := range strings.Split(w, ".") {
			if len(p) == 0 || len(p) > 2 || isDigit(p[0]) {
				return false
			}
		}
		return true
	}
	if abbreviations[strings.ToLower(w)] {
		return true
	}
	next, blanks := t.after(k + 1)
	if len(w) == 1 && isUpper(w[0]) && w != "I" {
		return unicode.IsUpper(next) && blanks < 2 || next == ',' || next == ';'
	}
	if numbered[w] {
		return unicode.IsDigit(next)
	}
	return calendar[w] && blanks < 2 && (unicode.IsDigit(next) || unicode.IsLower(next) || k+1 < to && t.s[k+1] != '.')
}

// after returns the next rune that is no blank, if it comes soon, and how many line ends lie before it.
func (t *tokenizer) after(k int) (rune, int) {
	lines := 0
	for n := 0; n < 16 && k < len(t.s); n++ {
		c, size := utf8.DecodeRuneInString(t.s[k:])
		if c == '\n' {
			lines++
		}
		if !isBlank(c) {
			return c, lines
		}
		k += size
	}
	return 0, lines
}

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

var (
	// prefixes stay with their word across a hyphen.
	prefixes = set(`anti co counter cross de e ex extra hyper i infra inter intra macro mega meta micro mid mini multi neo
		non over pan para post pre pro proto pseudo psycho quasi re semi socio sub super supra trans tri ultra un
		uni uh arch mm hm oh`)
	// abbreviations keep their full stop wherever they stand.
	abbreviations = set(`mr mrs ms dr prof st jr sr gen col lt sgt maj capt cmdr adm gov sen rep rev hon pres messrs
		mme mlle inc corp ltd co bros vs vol pp al fig figs eq ft attn reps esp lv approx dept est ave blvd rd assn`)
	// numbered ones keep it before a number.
	numbered = set(`No no Nos nos p c ca b d Art art Sec sec Ch ch Vol v`)
	// calendar words and some more keep it before a number or in mid-sentence.
	calendar = set(`etc Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun`)
	// fused words, and the length of the first of the two.
	fused = map[string]int{"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3, "lotta": 3,
		"dont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3, "arent": 3, "werent": 4, "havent": 4, "hasnt": 3,
		"couldnt": 5, "wouldnt": 5, "shouldnt": 6, "cant": 2, "wont": 2, "im": 1, "ive": 1, "thats": 4, "whats": 4,
		"youre": 3, "theyre": 4, "youve": 3, "whatcha": 3, "dunno": 2, "outta": 3, "aint": 2, "arnt": 2}
	// units are cut from the number before them.
	units = set(`am pm AM PM a.m p.m a.m. p.m. mm cm km kg mg lb lbs oz ft hr hrs min mins sec secs mph kmh k bn mn tn m b t
		gb mb tb kb GB MB TB KB MW GW kW kWh MWh Hz kHz MHz GHz ml yr yrs million billion trillion minutes hours days percent`)
)
