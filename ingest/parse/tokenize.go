package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/ingest/text"
)

// tokenizer cuts a text into the words of UD English (EWT and GUM): clitics and hyphenated words apart, numbers,
// abbreviations and addresses whole. It goes over the text once.
type tokenizer struct {
	s   string
	out []text.Span
}

// tokenize returns the words' spans, in order.
func tokenize(s string) []text.Span {
	t := tokenizer{s: s, out: make([]text.Span, 0, len(s)/5+1)}
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		if isBlank(c) {
			i += size
			continue
		}
		end := i + size
		for end < len(s) {
			c, size := utf8.DecodeRuneInString(s[end:])
			if isBlank(c) {
				break
			}
			end += size
		}
		t.chunk(i, end)
		i = end
	}
	return t.out
}

// isBlank says whether c stands between words: white space and the marks without width that are like it.
func isBlank(c rune) bool {
	if c < utf8.RuneSelf {
		return c <= ' ' || c == 0x7f
	}
	switch c {
	case 0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F, 0x00AD, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069:
		return true
	}
	return unicode.IsSpace(c) || c >= 0x80 && c < 0xA0
}

func (t *tokenizer) emit(from, to int) {
	if from < to {
		t.out = append(t.out, text.Span{Start: from, End: to})
	}
}

// chunk cuts what stands between two blanks.
func (t *tokenizer) chunk(from, to int) {
	for i := from; i < to; {
		end := i
		switch c, size := utf8.DecodeRuneInString(t.s[i:to]); {
		case isWord(c):
			if end = address(t.s, i, to); end == i {
				end = t.word(i, to, i == from)
				i = end
				continue
			}
		default:
			end = t.mark(i, to, c, size, i == from)
		}
		t.emit(i, end)
		i = end
	}
}

// isWord says whether c is part of a word: letters, digits, the marks on them, the underscore.
func isWord(c rune) bool {
	if c < utf8.RuneSelf {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
	}
	return unicode.In(c, unicode.L, unicode.M, unicode.N) || c == 0x200C || c == 0x200D
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// address returns the end of a web address, mail address or the like that begins at i, or i.
func address(s string, i, to int) int {
	chunk := s[i:to]
	n := min(len(chunk), 12)
	head := strings.ToLower(chunk[:n])
	web := strings.HasPrefix(head, "www.")
	if k := strings.Index(head, "://"); k > 2 && k <= 8 {
		web = true
	}
	web = web || strings.HasPrefix(head, "mailto:") || strings.HasPrefix(head, "doi:10.")
	if !web {
		return i
	}
	end, open := 0, 0
	for k := 0; k < len(chunk); k++ {
		switch c := chunk[k]; c {
		case '(':
			open++
		case ')':
			if open == 0 {
				return i + end
			}
			open--
			end = k + 1
		case '.', ',', ';', ':', '!', '?', '\'', '"', '*':
		case '>', '<', ']':
			return i + end
		default:
			if strings.HasPrefix(chunk[k:], "”") || strings.HasPrefix(chunk[k:], "’") {
				return i + end
			}
			end = k + 1
		}
	}
	return i + end
}

// faces that stand for themselves, longest first where one begins another.
var faces = []string{":-)", ":-(", ";-)", ":-D", ":-P", ":-/", "^_^", ":')", ":'(", ":)", ":(", ";)", ":D", ":P", ":p", "=)", "=(", "=D", ":/", ":|", "<3", "xD", ":o", ":O", "D:"}

// mark returns the end of the punctuation or symbol at i.
func (t *tokenizer) mark(i, to int, c rune, size int, first bool) int {
	s := t.s[i:to]
	if c == ':' || c == ';' || c == '=' || c == '^' || c == '<' {
		for _, f := range faces {
			if strings.HasPrefix(s, f) && !isWordAt(s, len(f), len(s)) && (f != ":/" || len(s) == 2) {
				return i + len(f)
			}
		}
	}
	run := func(set string) int {
		k := size
		for k < len(s) && strings.IndexByte(set, s[k]) >= 0 {
			k++
		}
		return i + k
	}
	switch c {
	case '.':
		if len(s) > 1 && isDigit(s[1]) && (first || !isWordBefore(t.s, i)) {
			k := 1
			for k < len(s) && isDigit(s[k]) {
				k++
			}
			return i + k
		}
		return run(".")
	case '…':
		return run(".")
	case '!', '?':
		return run("!?")
	case '-':
		return run("->")
	case '*', '=', '~', '_', '`':
		return run(string(c) + ">")
	case '<', '>':
		return run("<>"[strings.IndexRune("<>", c):][:1])
	case '\'':
		if strings.HasPrefix(s, "''") {
			return i + 2
		}
		if n := elided(s, 1); n > 0 && (first || !isDigit(t.s[i-1])) {
			return i + n
		}
	case '’', '‘':
		if n := elided(s, size); n > 0 && (first || !isDigit(t.s[i-1])) {
			return i + n
		}
		if strings.HasPrefix(s, "’’") || strings.HasPrefix(s, "‘’") || strings.HasPrefix(s, "‘‘") {
			return i + 2*size
		}
	case '#', '@', '+':
		next := byte(0)
		if len(s) > 1 {
			next = s[1]
		}
		switch {
		case next == byte(c):
			return run(string(c))
		case c == '+' && isDigit(next):
			return i + number(s)
		case c != '+' && !isDigit(next) && isWordAt(s, 1, len(s)):
			k := 1
			for k < len(s) && isWordAt(s, k, len(s)) {
				_, n := utf8.DecodeRuneInString(s[k:])
				k += n
			}
			return i + k
		}
	}
	if c >= 0x2190 {
		return i + picture(s, size)
	}
	return i + size
}

// picture returns the length of an emoji with its modifiers and joined parts.
func picture(s string, size int) int {
	k := size
	for k < len(s) {
		r, n := utf8.DecodeRuneInString(s[k:])
		switch {
		case r == 0xFE0F || r >= 0x1F3FB && r <= 0x1F3FF || r == 0x20E3 || unicode.Is(unicode.Mn, r):
			k += n
		case r == 0x200D:
			k += n
			_, m := utf8.DecodeRuneInString(s[k:])
			k += m
		default:
			return k
		}
	}
	return k
}

func isWordBefore(s string, i int) bool {
	c, size := utf8.DecodeLastRuneInString(s[:i])
	return size > 0 && isWord(c)
}

// elided returns the length of a word that begins with an apostrophe ('s, '90s, 'em), whose sign has the given size, or 0.
func elided(s string, size int) int {
	rest := s[size:]
	k := 0
	for k < len(rest) && k < 8 && rest[k] < utf8.RuneSelf && isWord(rune(rest[k])) {
		k++
	}
	if k == 0 || k == 8 {
		return 0
	}
	switch w := strings.ToLower(rest[:k]); w {
	case "s", "re", "ve", "ll", "d", "m", "t", "em", "til", "cause", "cuz", "n", "bout", "nuff", "twas", "tis":
		if w == "tis" || w == "twas" {
			return size + 1
		}
		return size + k
	default:
		if isDigit(w[0]) && (k == 2 || k == 3 && w[2] == 's') {
			return size + k
		}
	}
	return 0
}

// number returns the length of the number with its sign, points, commas and hyphens that s begins with.
func number(s string) int {
	end := 1
	for k := 1; k < len(s); k++ {
		switch c := s[k]; {
		case isDigit(c):
			end = k + 1
		case (c == '.' || c == ',' || c == '-') && isDigit(s[k-1]):
		default:
			return end
		}
	}
	return end
}
