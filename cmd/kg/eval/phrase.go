package eval

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

type wordSet map[string]bool

func set(s string) wordSet {
	m := wordSet{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

func stems(s string) wordSet {
	m := wordSet{}
	for _, w := range strings.Fields(s) {
		m[stem(w)] = true
	}
	return m
}

func union(a, b wordSet) wordSet {
	m := maps.Clone(a)
	maps.Copy(m, b)
	return m
}

func sorted(s wordSet) []string { return slices.Sorted(maps.Keys(s)) }

// any reports whether a word of s passes f.
func (s wordSet) any(f func(string) bool) bool {
	for w := range s {
		if f(w) {
			return true
		}
	}
	return false
}

func (s wordSet) minus(t wordSet) wordSet {
	m := wordSet{}
	for w := range s {
		if !t[w] {
			m[w] = true
		}
	}
	return m
}

// phrase is a string made ready for comparison.
type phrase struct {
	words   []string // lower case, singular, numbers as digits, determiners and punctuation dropped
	content wordSet  // words without prepositions, "and", "or"; all words where nothing would be left
	capital wordSet  // those written with a capital letter
	head    string   // the last word before the first preposition, relative or punctuation mark
	stems   []string // of words
}

var (
	wordForm     = regexp.MustCompile(`\$?\p{Nd}+(?:\.\p{Nd}+)?|n't|[\p{L}\p{Nl}\p{No}]+(?:'[a-z]+)?|[,;:()]`)
	abbreviation = regexp.MustCompile(`\b(?:[A-Za-z]\.){2,}`)
	dollars      = regexp.MustCompile(`(?i)us\$`)
	sameMark     = strings.NewReplacer("\u2019", "'", "\u2018", "'", "\u201c", `"`, "\u201d", `"`, "`", "'", "\u2010", "-",
		"\u2011", "-", "\u2012", "-", "\u2013", "-", "\u2014", "-", "\u2015", "-")
)

// clean unites spellings: quotation marks, dashes, "US$", "1,000", "U.S.", "%"; possessive endings go.
func clean(s string) string {
	s = dollars.ReplaceAllLiteralString(sameMark.Replace(norm.NFKC.String(s)), "$")
	s = dropThousands(s)
	s = abbreviation.ReplaceAllStringFunc(s, func(a string) string { return strings.ReplaceAll(a, ".", "") })
	return dropPossessives(strings.ReplaceAll(s, "%", " percent "))
}

// dropThousands removes the commas between a digit and three digits.
func dropThousands(s string) string {
	r := []rune(s)
	var out []rune
	for i, c := range r {
		if c == ',' && i > 0 && unicode.IsDigit(r[i-1]) && i+3 < len(r) &&
			unicode.IsDigit(r[i+1]) && unicode.IsDigit(r[i+2]) && unicode.IsDigit(r[i+3]) {
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

// dropPossessives removes "'s" after a word, and then an apostrophe between s and a blank or the end.
func dropPossessives(s string) string {
	r := []rune(s)
	var out []rune
	for i := 0; i < len(r); i++ {
		if r[i] == '\'' && i > 0 && inWord(r[i-1]) && i+1 < len(r) && r[i+1] == 's' && (i+2 == len(r) || !inWord(r[i+2])) {
			i++
			continue
		}
		out = append(out, r[i])
	}
	r, out = out, nil
	for i, c := range r {
		if c == '\'' && i > 0 && r[i-1] == 's' && (i+1 == len(r) || unicode.IsSpace(r[i+1])) {
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

func inWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

func isMark(w string) bool { return strings.Contains(",;:()", w) }

// phrases keeps every phrase that was read once; it is not safe for use by several goroutines.
type phrases map[string]*phrase

func (ps phrases) of(s string) *phrase {
	if p, ok := ps[s]; ok {
		return p
	}
	p := newPhrase(s)
	ps[s] = p
	return p
}

func newPhrase(s string) *phrase {
	forms := wordForm.FindAllString(clean(s), -1)
	var words, kept []string
	for _, f := range forms {
		if isMark(f) {
			continue
		}
		words = append(words, f)
		if !determiners[strings.ToLower(f)] {
			kept = append(kept, f)
		}
	}
	if kept == nil {
		kept = words
	}
	p := &phrase{content: wordSet{}, capital: wordSet{}}
	for _, f := range kept {
		w := strings.ToLower(f)
		if r, _ := utf8.DecodeRuneInString(f); unicode.IsUpper(r) {
			p.capital[singular(w)] = true
		}
		w = number(w)
		p.words = append(p.words, w)
		p.stems = append(p.stems, stem(w))
		if !prepositions[w] && w != "and" && w != "or" {
			p.content[w] = true
		}
	}
	if len(p.content) == 0 {
		p.content = set(strings.Join(p.words, " "))
	}
	p.head = head(forms)
	if p.head == "" && len(p.words) > 0 {
		p.head = p.words[len(p.words)-1]
	}
	return p
}

// number returns the singular of w, or its digits where it is a number word.
func number(w string) string {
	if n, ok := numbers[w]; ok {
		w = n
	}
	return singular(w)
}

// head returns the last word before the first preposition, relative or mark, those at the very beginning skipped.
func head(forms []string) string {
	stop := func(f string) bool { w := strings.ToLower(f); return prepositions[w] || relatives[w] || isMark(f) }
	for len(forms) > 0 && stop(forms[0]) {
		forms = forms[1:]
	}
	h := ""
	for _, f := range forms {
		w := strings.ToLower(f)
		if h != "" && stop(f) {
			break
		}
		if !determiners[w] && !isMark(f) {
			h = number(w)
		}
	}
	return h
}

// tokenF1 is the harmonic mean of the shares of content words in common.
func tokenF1(a, b *phrase) float64 {
	if len(a.content) == 0 || len(b.content) == 0 {
		return 0
	}
	common := 0
	for w := range a.content {
		if b.content[w] {
			common++
		}
	}
	return 2 * float64(common) / float64(len(a.content)+len(b.content))
}

// rivals reports whether each has a modifier that contradicts one of the other: names, numbers, ordinals.
func rivals(a, b *phrase) bool {
	x, y := a.content.minus(b.content), b.content.minus(a.content)
	named := func(s wordSet, p *phrase) bool {
		return s.any(func(w string) bool { return p.capital[w] && !titles[w] })
	}
	counted := func(s wordSet) bool {
		return s.any(func(w string) bool {
			r, _ := utf8.DecodeLastRuneInString(w)
			return ordinals[w] || unicode.IsDigit(r)
		})
	}
	return named(x, a) && named(y, b) || counted(x) && counted(y)
}

// alike reports whether the predicted and the gold string mean the same argument.
func alike(p, g *phrase, clause bool) bool {
	if len(p.words) == 0 || len(g.words) == 0 {
		return false
	}
	if slices.Equal(p.words, g.words) {
		return true
	}
	negated := func(q *phrase) bool { return q.content.any(func(w string) bool { return negators[w] }) }
	if negated(p) != negated(g) {
		return false
	}
	f := tokenF1(p, g)
	if clause && f >= 0.5 {
		return true
	}
	least := 0.5
	if len(p.content.minus(g.content).minus(titles)) > 0 && len(g.content.minus(p.content).minus(titles)) > 0 {
		least = 0.6
	}
	return p.head == g.head && f >= least && !rivals(p, g)
}
