package parse

import (
	"hash/crc32"
	"strings"
	"sync"

	"kg/data"
)

// lexicon is a logistic regression over hashed features of a word and those around it, for the two name corpora's tags
// (train/names.py). It knows by heart what the network saw once.
type lexicon struct {
	mask    uint32
	width   int // labels of both corpora
	weights []int8
	scale   []float32
	tags    [2][]nameTag
}

var embeddedLexicon = sync.OnceValues(func() (*lexicon, error) { return readLexicon("data/names.kgm", data.Names) })

func readLexicon(name, s string) (*lexicon, error) {
	f, err := open(name, s)
	if err != nil {
		return nil, err
	}
	l := &lexicon{}
	for i, part := range []string{"vocab.name", "vocab.news"} {
		l.tags[i] = readNameTags(f.text(part))
		l.width += len(l.tags[i])
	}
	l.weights, l.scale = f.small("weights", -1, l.width), f.floats("scale", l.width)
	if f.err != nil {
		return nil, f.err
	}
	size := f.parts["weights"].Shape[0]
	if size == 0 || size&(size-1) != 0 {
		f.fail("weights", "%d rows, want a power of two", size)
	}
	l.mask = uint32(size - 1)
	return l, f.err
}

// lexWord is what the features of a word are made of.
type lexWord struct{ word, low, shape string }

var lexStart, lexEnd = lexWord{"<", "<", "<"}, lexWord{">", ">", ">"}

func newLexWord(w string) lexWord {
	return lexWord{head(w, 16), head(strings.ToLower(w), 16), shape(w)}
}

// head returns the first n runes of s.
func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// tail returns the last n runes of s.
func tail(s string, n int) string {
	at, count := len(s), 0
	for at > 0 && count < n {
		at--
		if s[at]&0xC0 != 0x80 {
			count++
		}
	}
	return s[at:]
}

// scores writes a row of scores, of both corpora's labels, for each word.
func (l *lexicon) scores(words []string, out []float32) {
	lex := make([]lexWord, len(words))
	for i, w := range words {
		lex[i] = newLexWord(w)
	}
	at := func(i int) *lexWord {
		switch {
		case i < 0:
			return &lexStart
		case i >= len(lex):
			return &lexEnd
		}
		return &lex[i]
	}
	var buf []byte
	sum := make([]int32, l.width)
	var rows []int
	for i := range words {
		rows = rows[:0]
		add := func(parts ...string) {
			buf = buf[:0]
			for _, p := range parts {
				buf = append(buf, p...)
			}
			rows = append(rows, int(crc32.ChecksumIEEE(buf)&l.mask)*l.width)
		}
		w, p, n, pp, nn := at(i), at(i-1), at(i+1), at(i-2), at(i+2)
		first := head(w.shape, 1)
		add("w", w.word)
		add("l", w.low)
		add("s", w.shape)
		add("a", p.low)
		add("b", n.low)
		add("c", pp.low)
		add("d", nn.low)
		add("e", p.low, " ", w.low)
		add("f", w.low, " ", n.low)
		add("g", p.shape, " ", w.shape)
		add("h", w.shape, " ", n.shape)
		add("i", p.shape, " ", w.shape, " ", n.shape)
		add("p", head(w.low, 2), first)
		add("q", head(w.low, 3), first)
		add("r", head(w.low, 4))
		add("t", tail(w.low, 2), first)
		add("u", tail(w.low, 3), first)
		add("v", tail(w.low, 4))
		add("x", p.low, " ", w.shape)
		add("y", w.shape, " ", n.low)
		add("z", pp.low, " ", p.low, " ", w.shape)
		add("A", w.shape, " ", n.low, " ", nn.low)
		add("B", p.low, " ", n.shape)
		add("C", p.word, " ", w.word)
		add("D", w.word, " ", n.word)
		clear(sum)
		for _, row := range rows {
			weights := l.weights[row : row+l.width]
			for j := range sum {
				sum[j] += int32(weights[j])
			}
		}
		for j, s := range sum {
			out[i*l.width+j] = float32(float32(s) * l.scale[j])
		}
	}
}
