package parse

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// script makes a lemma of a word (Chrupała 2006): lower it, cut runes off its end, add a string; or it is the lemma
// as a whole. Its text form is train/data.py's.
type script struct {
	whole, lower bool
	cut          int
	add          string
}

func readScripts(lines []string) ([]script, error) {
	out := make([]script, len(lines))
	for i, l := range lines {
		if rest, ok := strings.CutPrefix(l, "="); ok {
			out[i] = script{whole: true, add: rest}
			continue
		}
		f := strings.SplitN(l, "|", 3)
		if len(f) != 3 || f[0] != "L" && f[0] != "K" {
			return nil, fmt.Errorf("entry %d: %q is no lemma script", i, l)
		}
		cut, err := strconv.Atoi(f[1])
		if err != nil || cut < 0 {
			return nil, fmt.Errorf("entry %d: %q is no lemma script: bad number %q", i, l, f[1])
		}
		out[i] = script{lower: f[0] == "L", cut: cut, add: f[2]}
	}
	return out, nil
}

// apply returns the lemma; a word too short for the cut stays as it is.
func (s *script) apply(word string) string {
	if s.whole {
		return s.add
	}
	base := word
	if s.lower {
		base = strings.ToLower(word)
	}
	end := len(base)
	for i := 0; i < s.cut; i++ {
		if end == 0 {
			return base
		}
		_, size := utf8.DecodeLastRuneInString(base[:end])
		end -= size
	}
	if end == 0 && s.add == "" {
		return base
	}
	if s.add == "" {
		return base[:end]
	}
	return base[:end] + s.add
}
