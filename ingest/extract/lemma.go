package extract

import (
	"slices"
	"strings"
	"sync"

	"kg/data"
)

// verbForms are the base forms of verbs that the word list knows, and the base of each irregular form.
var verbForms = sync.OnceValues(func() (base map[string]bool, irregular map[string]string) {
	base, irregular = map[string]bool{}, map[string]string{}
	for l := range strings.Lines(data.Verbs) {
		if strings.HasPrefix(l, "#") {
			continue
		}
		head, forms, ok := strings.Cut(l, ":")
		for _, w := range strings.Fields(head) {
			base[w] = true
			if ok {
				for _, f := range strings.Fields(forms) {
					irregular[f] = w
				}
			}
		}
	}
	return base, irregular
})

// verbLemma is the base form of a verb: the parser's where the word list knows it, else the list's own reading of the
// form, else the parser's with a wrong ending put right.
func verbLemma(form, given string) string {
	base, irregular := verbForms()
	if b, ok := irregular[form]; ok && (!base[given] || form != given && !slices.Contains(candidates(form), given)) {
		return b // "flown" is of fly, whatever looks like it
	}
	if base[given] {
		return given
	}
	if base[form] {
		return form
	}
	stems := candidates(form)
	for _, s := range stems {
		if base[s] {
			return s
		}
		for _, p := range []string{"re", "re-", "over", "out", "un", "under", "mis", "dis", "pre", "co-"} {
			if rest, ok := strings.CutPrefix(s, p); ok && base[rest] {
				return s
			}
			if rest, ok := strings.CutPrefix(form, p); ok {
				if b, ok := irregular[rest]; ok {
					return p + b
				}
			}
		}
	}
	if len(stems) > 0 {
		return stems[0]
	}
	if form == given+"e" || len(form) == len(given)+1 && strings.HasPrefix(form, given) && !base[given] {
		return form // "capsize" cut short
	}
	return given
}

func vowels(s string) int {
	n := 0
	for i := range len(s) {
		if vowel(s[i]) {
			n++
		}
	}
	return n
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// candidates are the base forms that a regular form may come from, likeliest first.
func candidates(form string) []string {
	var stem string
	switch {
	case strings.HasSuffix(form, "ied"):
		return []string{form[:len(form)-3] + "y", form[:len(form)-1]}
	case strings.HasSuffix(form, "ies"):
		return []string{form[:len(form)-3] + "y", form[:len(form)-1]}
	case strings.HasSuffix(form, "ing") && len(form) > 4:
		stem = form[:len(form)-3]
	case strings.HasSuffix(form, "ed") && len(form) > 3:
		stem = form[:len(form)-2]
	case strings.HasSuffix(form, "ches"), strings.HasSuffix(form, "shes"), strings.HasSuffix(form, "sses"), strings.HasSuffix(form, "xes"), strings.HasSuffix(form, "zzes"):
		return []string{form[:len(form)-2], form[:len(form)-1]}
	case strings.HasSuffix(form, "es") && len(form) > 3:
		return []string{form[:len(form)-1], form[:len(form)-2]}
	case strings.HasSuffix(form, "s") && !strings.HasSuffix(form, "ss"):
		return []string{form[:len(form)-1]}
	default:
		return nil
	}
	n := len(stem)
	if n > 1 && strings.HasSuffix(form, "eed") {
		return []string{stem + "e", stem} // "freed", "agreed"
	}
	if n > 2 && stem[n-1] == stem[n-2] && !strings.ContainsRune("aeiousl", rune(stem[n-1])) {
		return []string{stem[:n-1], stem}
	}
	if n > 1 {
		switch {
		case strings.ContainsRune("vcuz", rune(stem[n-1])), strings.HasSuffix(stem, "at"), strings.HasSuffix(stem, "ng"),
			strings.HasSuffix(stem, "rs"), strings.HasSuffix(stem, "bl"), strings.HasSuffix(stem, "tl"), strings.HasSuffix(stem, "is"):
			return []string{stem + "e", stem}
		}
	}
	if n >= 3 && vowels(stem) == 1 && vowel(stem[n-2]) && !vowel(stem[n-1]) && !strings.ContainsRune("wxy", rune(stem[n-1])) {
		return []string{stem + "e", stem} // "fined": "fin" would have doubled its n
	}
	out := []string{stem, stem + "e"}
	if n > 2 && stem[n-1] == stem[n-2] {
		out = append(out, stem[:n-1])
	}
	return out
}
