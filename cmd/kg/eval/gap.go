package eval

import (
	"bufio"
	"fmt"
	"io"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"kg/ingest/text"
)

// GAP is a case of GAP (Webster et al. 2018): an ambiguous pronoun and two names.
type GAP struct {
	ID, Text string
	Title    string    // of the page that the text is from, read off its address; "" where unknown
	Pronoun  text.Span // bytes of Text
	Names    [2]text.Span
	Right    [2]bool // whether the pronoun stands for the name
}

// Feminine reports whether the pronoun is she, her or hers.
func (g *GAP) Feminine() bool {
	switch strings.ToLower(g.Text[g.Pronoun.Start:g.Pronoun.End]) {
	case "she", "her", "hers":
		return true
	}
	return false
}

// ReadGAP reads GAP's table: a line of titles, then ID, text, pronoun, its offset, name A, its offset, whether it is
// the antecedent, the same of name B, and the page's address; offsets count characters.
func ReadGAP(r io.Reader, path string) ([]GAP, error) {
	var out []GAP
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		f := strings.Split(sc.Text(), "\t")
		if n == 1 && len(f) > 0 && f[0] == "ID" {
			continue
		}
		if len(f) < 10 {
			return nil, fmt.Errorf("%s:%d: %d columns, not the 10 or more of GAP", path, n, len(f))
		}
		g := GAP{ID: f[0], Text: f[1]}
		var err error
		place := func(name, at string) text.Span {
			k, e := strconv.Atoi(at)
			if e != nil {
				err = fmt.Errorf("%s:%d: offset %q is no number", path, n, at)
				return text.Span{}
			}
			b := 0
			for range k {
				_, w := utf8.DecodeRuneInString(g.Text[b:])
				b += w
			}
			if !strings.HasPrefix(g.Text[b:], name) {
				err = fmt.Errorf("%s:%d: %q does not stand at character %s", path, n, name, at)
				return text.Span{}
			}
			return text.Span{Start: b, End: b + len(name)}
		}
		g.Pronoun = place(f[2], f[3])
		g.Names = [2]text.Span{place(f[4], f[5]), place(f[7], f[8])}
		g.Right = [2]bool{strings.EqualFold(f[6], "true"), strings.EqualFold(f[9], "true")}
		if err != nil {
			return nil, err
		}
		if len(f) > 10 {
			g.Title = pageTitle(f[10])
		}
		out = append(out, g)
	}
	return out, sc.Err()
}

// pageTitle is the title in a wiki page's address, without what tells it from others of that title.
func pageTitle(address string) string {
	s := address[strings.LastIndexByte(address, '/')+1:]
	if t, err := url.PathUnescape(s); err == nil {
		s = t
	}
	s, _, _ = strings.Cut(strings.ReplaceAll(s, "_", " "), " (")
	return s
}

// Mention is the mention of an analysed document that the span is, or is within as the smallest one; -1 for none.
func Mention(doc *text.Document, s text.Span) int {
	best, size := -1, 1<<30
	for i, m := range doc.Mentions {
		if m.Form == "group" || m.Form == "relative" || m.Start >= s.End || m.End <= s.Start {
			continue
		}
		h := doc.Sentences[m.Sentence].Tokens[m.Head]
		inside := h.Start >= s.Start && h.End <= s.End
		n := m.End - m.Start
		if !inside {
			n += 1 << 20
		}
		if n < size {
			best, size = i, n
		}
	}
	if size > 1<<20 && best >= 0 && doc.Mentions[best].Form == "pronoun" {
		return -1
	}
	return best
}

// Judge says of each name whether the resolved document has it stand for the same thing as the pronoun.
func (g *GAP) Judge(doc *text.Document) [2]bool {
	var out [2]bool
	p := Mention(doc, g.Pronoun)
	if p < 0 || doc.Mentions[p].Entity < 0 {
		return out
	}
	for i, s := range g.Names {
		if m := Mention(doc, s); m >= 0 && m != p {
			out[i] = doc.Mentions[m].Entity == doc.Mentions[p].Entity
		}
	}
	return out
}

// Decisions counts right and wrong links.
type Decisions struct{ Right, Wrong, Missed int }

// Count adds a case's links.
func (d *Decisions) Count(gold, found [2]bool) {
	for i := range gold {
		switch {
		case gold[i] && found[i]:
			d.Right++
		case found[i]:
			d.Wrong++
		case gold[i]:
			d.Missed++
		}
	}
}

// PRF is precision, recall and F1 of the links.
func (d Decisions) PRF() (p, r, f float64) {
	return Ratio{float64(d.Right), float64(d.Right + d.Missed), float64(d.Right), float64(d.Right + d.Wrong)}.PRF()
}
