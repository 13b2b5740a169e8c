package parse

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// wordPieces is the most pieces of one word; a longer word (a URL) keeps its first ones.
const wordPieces = 8

// pieces is BERT's uncased WordPiece over one word at a time (train/data.py, Pieces).
type pieces struct {
	start, inner      map[string]int32 // pieces that begin a run, and those ("##") that go on in it
	longest           int              // bytes of the longest piece
	unknown, cls, sep int32
}

func newPieces(words []string) (*pieces, error) {
	p := &pieces{start: make(map[string]int32, len(words)), inner: make(map[string]int32, 8192)}
	for i, w := range words {
		if rest, ok := strings.CutPrefix(w, "##"); ok && rest != "" {
			p.inner[rest] = int32(i)
		} else {
			p.start[w] = int32(i)
		}
		p.longest = max(p.longest, len(w))
	}
	for _, x := range []struct {
		name string
		to   *int32
	}{{"[UNK]", &p.unknown}, {"[CLS]", &p.cls}, {"[SEP]", &p.sep}} {
		i, ok := p.start[x.name]
		if !ok {
			return nil, fmt.Errorf("no entry %s", x.name)
		}
		*x.to = i
	}
	return p, nil
}

// known says whether a word in lower case is one piece.
func (p *pieces) known(word string) bool {
	_, ok := p.start[word]
	return ok
}

// add appends a word's pieces, at least one and at most wordPieces.
func (p *pieces) add(ids []int32, word string) []int32 {
	n := len(ids)
	most := n + wordPieces
	// A piece has at most longest bytes; what lies beyond eight runs cannot matter, and a run is cut off at 100 runes.
	word = plain(word)
	run := 0 // start of the run of letters that is open
	for i, c := range word {
		if len(ids) >= most {
			break
		}
		if isPunct(c) || isCJK(c) {
			if run < i {
				ids = p.greedy(ids, word[run:i])
			}
			run = i + utf8.RuneLen(c)
			ids = p.greedy(ids, word[i:run])
		}
	}
	if run < len(word) && len(ids) < most {
		ids = p.greedy(ids, word[run:])
	}
	if len(ids) == n {
		return append(ids, p.unknown)
	}
	return ids[:min(len(ids), most)]
}

// plain lowers a word and drops its accents, control characters and white space.
func plain(word string) string {
	ascii := true
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf || c <= ' ' || c == 0x7f {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(word)
	}
	var b strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(word)) {
		if c == utf8.RuneError || unicode.In(c, unicode.Mn, unicode.Cc, unicode.Cf) || unicode.IsSpace(c) {
			continue
		}
		b.WriteRune(c)
	}
	return b.String()
}

// greedy cuts a run into the longest pieces from the left; one that cannot be cut is unknown as a whole.
func (p *pieces) greedy(ids []int32, run string) []int32 {
	n := len(ids)
	if len(run) > 100 && utf8.RuneCountInString(run) > 100 {
		return append(ids, p.unknown)
	}
	set := p.start
	for run != "" {
		end := min(len(run), p.longest)
		for ; end > 0; end-- {
			if end < len(run) && !utf8.RuneStart(run[end]) {
				continue
			}
			if id, ok := set[run[:end]]; ok {
				ids = append(ids, id)
				break
			}
		}
		if end == 0 {
			return append(ids[:n], p.unknown)
		}
		run, set = run[end:], p.inner
	}
	return ids
}

func isPunct(c rune) bool {
	if c < utf8.RuneSelf {
		return c >= 33 && c <= 47 || c >= 58 && c <= 64 || c >= 91 && c <= 96 || c >= 123 && c <= 126
	}
	return unicode.IsPunct(c)
}

func isCJK(c rune) bool {
	return c >= 0x4E00 && c <= 0x9FFF || c >= 0x3400 && c <= 0x4DBF || c >= 0xF900 && c <= 0xFAFF || c >= 0x20000 && c <= 0x2FA1F
}

// shape writes a word's letters and digits by class, "Xxx", "dd.d", "x'x": runs cut at three, the whole at ten runes.
func shape(word string) string {
	var out [10]rune
	n := 0
	for _, c := range word {
		k := '?'
		switch {
		case c < utf8.RuneSelf:
			switch {
			case c >= 'a' && c <= 'z':
				k = 'x'
			case c >= 'A' && c <= 'Z':
				k = 'X'
			case c >= '0' && c <= '9':
				k = 'd'
			default:
				k = c
			}
		case unicode.IsUpper(c):
			k = 'X'
		case unicode.IsLetter(c):
			k = 'x'
		case unicode.IsDigit(c):
			k = 'd'
		}
		if n >= 3 && out[n-1] == k && out[n-2] == k && out[n-3] == k {
			continue
		}
		if n == len(out) {
			break
		}
		out[n] = k
		n++
	}
	return string(out[:n])
}

// prefix is a word's first two runes.
func prefix(word string) string {
	n := 0
	for i := range word {
		if n == 2 {
			return word[:i]
		}
		n++
	}
	return word
}

// suffix is a word's last three runes.
func suffix(word string) string {
	at := len(word)
	for i := 0; i < 3 && at > 0; i++ {
		_, size := utf8.DecodeLastRuneInString(word[:at])
		at -= size
	}
	return word[at:]
}
