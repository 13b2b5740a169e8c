package schema

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxSlug bounds a slug in bytes; a longer one is cut at a word and told apart by a hash of the whole.
const maxSlug = 72

// slugWords spells out signs that tell names apart ("C++", "AT&T").
var slugWords = map[rune]string{'+': "plus", '&': "and", '@': "at", '#': "sharp", '%': "percent", '$': "dollar", '€': "euro", '£': "pound"}

// Slug turns a name into a readable part of an IRI: lower case, words joined by "-", Latin letters without their
// accents, other scripts as they are. Names that differ only in case, accents, punctuation or a leading "the" have one
// slug. It is never empty and needs no escaping.
func Slug(name string) string {
	words := slugParts(name)
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	s := strings.Join(words, "-")
	switch {
	case s == "":
		return "x-" + Hash(name)[:8]
	case len(s) <= maxSlug:
		return s
	}
	cut := strings.LastIndexByte(s[:maxSlug-8], '-')
	if cut < maxSlug/2 {
		for cut = maxSlug - 9; cut > 0 && s[cut]&0xC0 == 0x80; cut-- {
		}
	}
	return s[:cut] + "-" + Hash(s)[:8]
}

func slugParts(name string) []string {
	var words []string
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			words = append(words, norm.NFC.String(b.String()))
			b.Reset()
		}
	}
	latin := false // whether the last letter was Latin: only its accents are dropped
	for _, r := range norm.NFKD.String(name) {
		r = unicode.ToLower(r)
		switch {
		case unicode.Is(unicode.M, r):
			if !latin && b.Len() > 0 {
				b.WriteRune(r)
			}
		case unicode.IsLetter(r), unicode.IsDigit(r):
			latin = unicode.Is(unicode.Latin, r)
			b.WriteRune(foldLatin(r))
		case r == '\'', r == '’', r == '.', r == 0xAD: // "O'Neill", "U.S.", soft hyphen
			if r == '.' && b.Len() > 3 { // "Inc. and", "amazon.com": a full stop after a word divides
				flush()
			}
		case slugWords[r] != "":
			flush()
			words = append(words, slugWords[r])
		default:
			flush()
		}
	}
	flush()
	return words
}

// foldLatin maps the Latin letters that have no decomposition to the usual plain ones.
func foldLatin(r rune) rune {
	switch r {
	case 'ø':
		return 'o'
	case 'ł':
		return 'l'
	case 'đ', 'ð':
		return 'd'
	case 'ı':
		return 'i'
	}
	return r
}

// Generation returns what the last words of a person's name tell them from parents and predecessors by, in lower case, and
// how many words that is: "jr", "sr", a Roman number, "elder", "younger"; "" and 0 for a name without. "X" is no number:
// Malcolm X.
func Generation(words []string) (generation string, n int) {
	if len(words) == 0 {
		return "", 0
	}
	last := strings.Trim(words[len(words)-1], ".,")
	switch low := strings.ToLower(last); {
	case low == "jr" || low == "sr":
		return low, 1
	case last != "" && last != "X" && strings.Trim(last, "IVX") == "":
		return low, 1
	case (low == "elder" || low == "younger") && len(words) > 1 && words[len(words)-2] == "the":
		return low, 2
	}
	return "", 0
}

// Hash returns 20 hexadecimal digits (80 bits) of the SHA-256 of the parts, which are kept apart.
func Hash(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(strings.ReplaceAll(p, "\x00", "\x00\x01")))
		h.Write([]byte{0, 0})
	}
	return hex.EncodeToString(h.Sum(nil)[:10])
}
