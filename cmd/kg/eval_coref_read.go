package main

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// corefDocument is a document of a CoNLL coreference file.
type corefDocument struct {
	name     string
	words    []string
	clusters [][]span
}

// readCorefDocuments reads OntoGUM's three columns (number, word, "(1", "1)", "(1)" divided by "|" or nothing) between
// "# begin document" and "# end document".
func readCorefDocuments(r io.Reader, path string) ([]corefDocument, error) {
	var docs []corefDocument
	var of map[string]int
	open := map[string][]int{}
	sc := bufio.NewScanner(r)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimRight(sc.Text(), "\r")
		if name, ok := strings.CutPrefix(line, "# begin document "); ok {
			docs = append(docs, corefDocument{name: strings.Trim(name, "();")})
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
		d.words = append(d.words, cols[1])
		at := len(d.words) - 1
		add := func(id string, first int) {
			k, ok := of[id]
			if !ok {
				k = len(d.clusters)
				of[id] = k
				d.clusters = append(d.clusters, nil)
			}
			d.clusters[k] = append(d.clusters[k], span{first, at})
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
