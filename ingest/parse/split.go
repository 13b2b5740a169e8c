package parse

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"kg/data"
	"kg/ingest/text"
)

const (
	longest  = 400     // the most words of a sentence cut from raw text
	hashed   = 1 << 16 // weights of the splitter
	splitCut = -1      // a gap of a higher score ends a sentence; chosen on EWT and GUM dev
	looseCut = 0       // the same where a word of letters stands before the gap
	midCut   = 1       // the same in a text whose paragraphs end in a stop
)

// splitter is a logistic regression over hashed features of the gap between two words (train/sentences.py).
type splitter struct {
	weights []int8
	scale   float32
}

var embeddedSplitter = sync.OnceValues(func() (*splitter, error) { return readSplitter("data/sentences.kgm", data.Sentences) })

func readSplitter(name, s string) (*splitter, error) {
	f, err := open(name, s)
	if err != nil {
		return nil, err
	}
	out := &splitter{weights: f.small("weights", hashed)}
	if scale := f.floats("scale", 1); len(scale) == 1 {
		out.scale = scale[0]
	}
	if f.err == nil && out.scale <= 0 {
		return nil, fmt.Errorf("%s: part %q: %v is not above 0", name, "scale", out.scale)
	}
	return out, f.err
}

// split groups words into sentences; each is a range of words.
func (p *splitter) split(s string, words []text.Span) [][2]int {
	var out [][2]int
	from, unwrap := 0, wrapped(s)
	mid := float32(looseCut)
	if careful(s) {
		mid = midCut
	}
	var g gap
	for i := range words {
		end := i+1 == len(words) || i+1-from >= longest
		if !end {
			between := s[words[i].End:words[i+1].Start]
			lines := strings.Count(between, "\n")
			end = lines > 1 || lines == 1 && !unwrap
			if !end {
				g.at(s, words, i, from)
				cut := float32(splitCut)
				if bareGap(s, words, i) {
					cut = mid
				}
				end = p.score(&g) > cut && !unfinished(s, words, i) || unspaced(s, words, i)
			}
		}
		if end {
			out = append(out, [2]int{from, i + 1})
			from = i + 1
		}
	}
	return out
}

// bareGap reports whether within a line a word of letters stands before the gap, without a stop.
func bareGap(s string, words []text.Span, i int) bool {
	before := s[:words[i].End]
	r, n := utf8.DecodeLastRuneInString(before)
	possessive := (r == '\'' || r == '’') && strings.HasSuffix(before[:len(before)-n], "s") // "the workers' federation"
	return (unicode.IsLetter(r) || possessive) && !strings.Contains(s[words[i].End:words[i+1].Start], "\n")
}

// careful says whether a text's paragraphs end in a stop, so that its sentences do, too.
func careful(s string) bool {
	stopped, open := 0, 0
	for line := range strings.Lines(s) {
		line = strings.TrimRight(line, " \t\r\n")
		if len(line) < 60 {
			continue // a heading, a name
		}
		if r, _ := utf8.DecodeLastRuneInString(line); unicode.IsLetter(r) {
			open++
		} else {
			stopped++
		}
	}
	return open == 0 && stopped > 0
}

// unfinished says whether word i is a comma within a line, or closes a quotation that ends in one: who said it is still to
// come.
func unfinished(s string, words []text.Span, i int) bool {
	if s[words[i].Start:words[i].End] == "," {
		return i+1 < len(words) && !strings.Contains(s[words[i].End:words[i+1].Start], "\n")
	}
	if i == 0 || s[words[i-1].Start:words[i-1].End] != "," {
		return false
	}
	switch s[words[i].Start:words[i].End] {
	case "”", "\"", "''", "’", "»":
		return true
	}
	return false
}

// unspaced says whether word i is a full stop that a blank was forgotten after: "left.Then".
func unspaced(s string, words []text.Span, i int) bool {
	at := words[i]
	return at.End == words[i+1].Start && s[at.Start:at.End] == "." && i > 0 && words[i-1].End == at.Start &&
		isLower(s[at.Start-1]) && isUpper(s[at.End])
}

// wrapped says whether a text's lines are cut within sentences, as in mail: then single line ends mean nothing.
func wrapped(s string) bool {
	single, within := 0, 0
	for i := 0; i < len(s); {
		n := strings.IndexByte(s[i:], '\n')
		if n < 0 {
			break
		}
		before := i + n
		i = before + 1
		rest := strings.TrimLeft(s[i:min(len(s), i+64)], " \t\r")
		if rest == "" || rest[0] == '\n' || before == 0 || strings.HasSuffix(strings.TrimRight(s[max(0, before-64):before], " \t\r"), "\n") {
			continue
		}
		single++
		if c, _ := utf8.DecodeRuneInString(rest); unicode.IsLower(c) {
			within++
		}
	}
	return within > 2 && within*3 > single
}

// gap is the place between two words, with what its features are made of.
type gap struct {
	words              [4]gapWord // before the last, the last, the next, the one after it
	glued, gluedBefore bool
	size, kind         string
}

type gapWord struct {
	at           int // index of the word, -1 for none
	short, shape string
}

// at moves the gap to the one after word i, in a sentence that began at from.
func (g *gap) at(s string, words []text.Span, i, from int) {
	old := g.words
	for k := range g.words {
		at := i - 1 + k
		if at < 0 || at >= len(words) {
			g.words[k] = gapWord{at: -1}
			continue
		}
		if k < 3 && old[k+1].short != "" && old[k+1].at == at {
			g.words[k] = old[k+1]
			continue
		}
		w := s[words[at].Start:words[at].End]
		g.words[k] = gapWord{at: at, short: shorten(w), shape: shape(w)}
	}
	g.glued = words[i].End == words[i+1].Start
	g.gluedBefore = i > 0 && words[i-1].End == words[i].Start
	switch n := i - from + 1; {
	case n < 4:
		g.size = strconv.Itoa(n)
	case n < 8:
		g.size = "s"
	case n < 20:
		g.size = "m"
	case n < 40:
		g.size = "l"
	default:
		g.size = "x"
	}
	c, size := utf8.DecodeRuneInString(s[words[i+1].Start:])
	switch {
	case unicode.IsUpper(c):
		g.kind = "A"
	case unicode.IsLetter(c):
		g.kind = "a"
	case unicode.IsDigit(c):
		g.kind = "0"
	default:
		g.kind = s[words[i+1].Start : words[i+1].Start+size]
	}
}

// shorten is a word in lower case, of at most ten runes.
func shorten(w string) string {
	n := 0
	for i := range w {
		if n == 10 {
			w = w[:i]
			break
		}
		n++
	}
	w = strings.ToLower(w)
	return w
}

func (p *splitter) score(g *gap) float32 {
	space, before := " ", "b"
	if g.glued {
		space = "_"
	}
	if g.gluedBefore {
		before = "g"
	}
	last, w, n, nn := &g.words[0], &g.words[1], &g.words[2], &g.words[3]
	first := w.shape
	if first != "" {
		_, size := utf8.DecodeRuneInString(first)
		first = first[:size]
	}
	sum := 0
	add := func(parts ...string) {
		h := uint32(2166136261)
		for _, s := range parts {
			for i := 0; i < len(s); i++ {
				h = (h ^ uint32(s[i])) * 16777619
			}
		}
		sum += int(p.weights[h&(hashed-1)])
	}
	add("b", space)
	add("w", w.short)
	add("n", n.short)
	add("s", w.shape, space)
	add("S", n.shape, space)
	add("wk", w.short, space, g.kind)
	add("sn", w.shape, space, n.short)
	add("pw", last.short, " ", w.short)
	add("wn", w.short, " ", n.short)
	add("ss", last.shape, " ", w.shape, space, n.shape)
	add("l", g.size, space)
	add("lw", g.size, w.short)
	add("nn", n.short, " ", nn.shape)
	add("lk", g.size, g.kind, first)
	add("pk", last.short, g.kind)
	add("c", before, w.short, space, g.kind)
	return float32(sum) * p.scale
}
