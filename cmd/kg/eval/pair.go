package eval

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Pair is two names, each in its context: are they one thing?
type Pair struct {
	Line  int
	Same  bool
	Class string
	Sides [2]Context
}

// Context is a short text with the span, in bytes, of a name in it.
type Context struct {
	Text       string
	Start, End int
}

// ReadPairs reads pairs: a line "same CLASS" or "different CLASS", then two lines with the name in [[ ]]. Empty lines and
// those that begin with "#" are skipped.
func ReadPairs(path string, r io.Reader) ([]Pair, error) {
	var out []Pair
	side := 2
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	n := 0
	for in.Scan() {
		n++
		line := strings.TrimSpace(in.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		if side == 2 {
			word, class, _ := strings.Cut(line, " ")
			if word != "same" && word != "different" || class == "" {
				return nil, fmt.Errorf("%s:%d: %q: want same or different and a class", path, n, line)
			}
			out = append(out, Pair{Line: n, Same: word == "same", Class: class})
			side = 0
			continue
		}
		before, rest, ok := strings.Cut(line, "[[")
		name, after, ok2 := strings.Cut(rest, "]]")
		if !ok || !ok2 || name == "" {
			return nil, fmt.Errorf("%s:%d: no name in [[ ]]", path, n)
		}
		out[len(out)-1].Sides[side] = Context{before + name + after, len(before), len(before) + len(name)}
		side++
	}
	if err := in.Err(); err != nil {
		return nil, err
	}
	if side != 2 {
		return nil, fmt.Errorf("%s:%d: the last pair has %d of two contexts", path, n, side)
	}
	return out, nil
}

// PairCounts counts answers to pairs.
type PairCounts struct {
	Same, Different     int // pairs of each kind
	Split, Merged, Lost int // one thing taken for two, two for one; a name not found, which is never right
	Right               int
}

// Add counts the answer to p: the entities of its two names, "" where a name was not found.
func (c *PairCounts) Add(p Pair, a, b string) (right bool) {
	one := a != "" && a == b
	if a == "" || b == "" {
		c.Lost++
	}
	switch {
	case p.Same:
		c.Same++
		if !one && a != "" && b != "" {
			c.Split++
		}
	default:
		c.Different++
		if one {
			c.Merged++
		}
	}
	if right = p.Same == one && a != "" && b != ""; right {
		c.Right++
	}
	return right
}

// String is a line with accuracy and the share of different pairs that were merged.
func (c PairCounts) String() string {
	return fmt.Sprintf("accuracy %.2f (%d of %d), false merges %.2f (%d of %d different), split %d of %d same, not found in %d",
		percent(c.Right, c.Same+c.Different), c.Right, c.Same+c.Different, percent(c.Merged, c.Different), c.Merged, c.Different, c.Split, c.Same, c.Lost)
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
