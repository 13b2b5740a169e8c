package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

// copies writes a file of N-Quads n times over to standard output, with other documents and statements each time. Things
// of many quads are the same in all copies, those of some in ten copies each, all others in none: a few entities are in
// a great many statements, and a great many in few, as in the news.
func copies(n int, name string) error {
	levels, err := levels(name)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	for k := range n {
		mark := func(level int) string {
			return []string{"", fmt.Sprintf("g%d-", k/10), fmt.Sprintf("c%d-", k)}[level]
		}
		err := eachLine(name, func(l string) {
			if k > 0 && (strings.HasPrefix(l, base+"graph>") || strings.HasPrefix(l, base+"a/")) {
				return // about the store as a whole
			}
			if strings.HasPrefix(l, base+"e/") && strings.Contains(l, "<http://schema.org/name>") {
				if m := mark(level(levels, l[:strings.IndexByte(l, '>')])); m != "" {
					l = strings.TrimSuffix(l, "\" .") + " of " + strings.TrimSuffix(m, "-") + "\" ."
				}
			}
			for {
				before, rest, more := strings.Cut(l, base)
				out.WriteString(before)
				if !more {
					break
				}
				out.WriteString(base)
				if len(rest) > 2 && rest[1] == '/' && strings.IndexByte("dsmefn", rest[0]) >= 0 {
					out.WriteString(rest[:2])
					out.WriteString(mark(level(levels, base+rest[:strings.IndexByte(rest, '>')])))
					rest = rest[2:]
				}
				l = rest
			}
			out.WriteByte('\n')
		})
		if err != nil {
			return err
		}
	}
	return out.Flush()
}

const base = "<urn:kg:"

// level of a term without its ">": 0 is in all copies, 1 in ten of them, 2 in one.
func level(levels map[string]int, term string) int {
	if l, ok := levels[term]; ok {
		return l
	}
	return 2
}

// levels returns the levels of entities, names and facts in a file of N-Quads. A fact has the higher one of its ends.
func levels(name string) (map[string]int, error) {
	count, facts := map[string]int{}, map[string][2]string{}
	err := eachLine(name, func(l string) {
		var ends []string
		for _, part := range strings.Fields(l) {
			part = strings.TrimSuffix(part, ">")
			switch {
			case strings.HasPrefix(part, base+"e/"), strings.HasPrefix(part, base+"n/"):
				count[part]++
				ends = append(ends, part)
			case strings.HasPrefix(part, base+"f/") && len(ends) > 0:
				facts[part] = [2]string{ends[0], ends[len(ends)-1]}
			}
		}
	})
	out := map[string]int{}
	for term, n := range count {
		switch {
		case n >= 60:
			out[term] = 0
		case n >= 20:
			out[term] = 1
		}
	}
	for f, ends := range facts {
		out[f] = max(level(out, ends[0]), level(out, ends[1]))
	}
	return out, err
}

func eachLine(name string, each func(string)) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		each(lines.Text())
	}
	return lines.Err()
}
