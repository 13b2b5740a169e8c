package eval

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"kg/ingest/text"
)

// CorefDocument is a document of a CoNLL coreference file.
type CorefDocument struct {
	Name     string
	Words    []string
	Clusters [][]Words
}

// ReadCoref reads OntoGUM's three columns (number, word, "(1", "1)", "(1)" divided by "|" or nothing) between
// "# begin document" and "# end document".
func ReadCoref(r io.Reader, path string) ([]CorefDocument, error) {
	var docs []CorefDocument
	var of map[string]int
	open := map[string][]int{}
	sc := bufio.NewScanner(r)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimRight(sc.Text(), "\r")
		if name, ok := strings.CutPrefix(line, "# begin document "); ok {
			docs = append(docs, CorefDocument{Name: strings.Trim(name, "();")})
			of = map[string]int{}
			clear(open)
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		cols := strings.Split(line, "\t")
		if len(cols) < 3 || len(docs) == 0 {
			return nil, fmt.Errorf("%s:%d: not a line of number, word and mentions divided by tabs", path, n)
		}
		d := &docs[len(docs)-1]
		d.Words = append(d.Words, cols[1])
		at := len(d.Words) - 1
		add := func(id string, first int) {
			k, ok := of[id]
			if !ok {
				k = len(d.Clusters)
				of[id] = k
				d.Clusters = append(d.Clusters, nil)
			}
			d.Clusters[k] = append(d.Clusters[k], Words{first, at})
		}
		for t := cols[2]; t != "" && t != "_"; {
			switch {
			case t[0] == '|':
				t = t[1:]
			case t[0] == '(':
				end := 1
				for end < len(t) && t[end] >= '0' && t[end] <= '9' {
					end++
				}
				id := t[1:end]
				if _, err := strconv.Atoi(id); err != nil {
					return nil, fmt.Errorf("%s:%d: no number after ( in %q", path, n, cols[2])
				}
				if end < len(t) && t[end] == ')' {
					add(id, at)
					end++
				} else {
					open[id] = append(open[id], at)
				}
				t = t[end:]
			default:
				id, rest, ok := strings.Cut(t, ")")
				starts := open[id]
				if !ok || len(starts) == 0 {
					return nil, fmt.Errorf("%s:%d: %q closes what was not opened", path, n, cols[2])
				}
				add(id, starts[len(starts)-1])
				open[id] = starts[:len(starts)-1]
				t = rest
			}
		}
	}
	return docs, sc.Err()
}

// Text writes the words as running text: without blanks before closing signs, in contractions and around hyphens.
// Starts holds the byte at which each word begins.
func (d *CorefDocument) Text() (s string, starts []int) {
	var b strings.Builder
	quoted, glue := false, true
	for i, w := range d.Words {
		before := " "
		after := false
		switch w {
		case ".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "”", "’", "…":
			before = ""
		case "n't", "n’t", "'s", "’s", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d", "'m", "’m", "'":
			before = ""
		case "(", "[", "{", "$", "£", "€", "“", "‘", "#":
			after = true
		case "-", "/":
			before, after = "", true
		case "\"":
			if quoted {
				before = ""
			} else {
				after = true
			}
			quoted = !quoted
		case "not":
			if i > 0 && strings.EqualFold(d.Words[i-1], "can") {
				before = ""
			}
		}
		if glue {
			before = ""
		}
		b.WriteString(before)
		starts = append(starts, b.Len())
		b.WriteString(w)
		glue = after
	}
	return b.String(), starts
}

// Mentions gives each mention of an analysed document, whose text is d's, the words that it covers.
func (d *CorefDocument) Mentions(doc *text.Document, starts []int) []Words {
	at := make([]int, len(doc.Text)+1) // word at each byte; a blank belongs to the word before it
	w := -1
	for i := range at {
		for w+1 < len(starts) && starts[w+1] <= i {
			w++
		}
		at[i] = w
	}
	out := make([]Words, len(doc.Mentions))
	for i, m := range doc.Mentions {
		out[i] = Words{at[m.Start], at[m.End-1]}
	}
	return out
}

// Chains are the things that several mentions stand for, by their words. Relative pronouns and mentions with the words
// of another are left out.
func Chains(doc *text.Document, words []Words) [][]Words {
	of := make([][]Words, len(doc.Entities))
	taken := map[Words]bool{}
	for i, m := range doc.Mentions {
		if m.Form == "relative" || m.Entity < 0 || taken[words[i]] {
			continue
		}
		taken[words[i]] = true
		of[m.Entity] = append(of[m.Entity], words[i])
	}
	var out [][]Words
	for _, c := range of {
		if len(c) > 1 {
			out = append(out, c)
		}
	}
	return out
}
