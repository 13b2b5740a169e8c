package eval

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// Question is a question with its answers, as data/questions/README.md tells.
type Question struct {
	Line     int
	Kind     string
	Text     string
	Articles []string   // paths, from the file of questions
	Want     [][]string // expected answers, each in its forms; none: silence is right
	Also     [][]string // right, but not expected
	Quote    string     // words of the sentence that it stands on
}

// ReadQuestions reads a file of questions.
func ReadQuestions(path string, r io.Reader) ([]Question, error) {
	var out []Question
	var articles []string
	in := bufio.NewScanner(r)
	for n := 1; in.Scan(); n++ {
		line := strings.TrimSpace(in.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		mark, rest := line[0], strings.TrimSpace(line[1:])
		if rest == "" || strings.IndexByte(`@?=+"`, mark) < 0 || len(out) == 0 && mark != '@' && mark != '?' {
			return nil, fmt.Errorf(`%s:%d: %q: want a line that begins with #, @, ?, =, + or "`, path, n, line)
		}
		var q *Question
		if len(out) > 0 {
			q = &out[len(out)-1]
		}
		switch mark {
		case '@':
			articles = strings.Fields(rest)
		case '?':
			kind, text, ok := strings.Cut(rest, ": ")
			if !ok || len(articles) == 0 {
				return nil, fmt.Errorf("%s:%d: want a kind, a colon and the question, below a line of articles", path, n)
			}
			out = append(out, Question{Line: n, Kind: kind, Text: text, Articles: articles})
		case '=':
			if rest != "none" {
				q.Want = append(q.Want, forms(rest))
			}
		case '+':
			q.Also = append(q.Also, forms(rest))
		case '"':
			q.Quote = rest
		}
	}
	return out, in.Err()
}

func forms(s string) []string {
	var out []string
	for f := range strings.SplitSeq(s, "|") {
		out = append(out, strings.TrimSpace(f))
	}
	return out
}

// Verdict on the answers to a question.
type Verdict int

const (
	Silent Verdict = iota // no answer where one was expected
	Right
	Part // all fit, but less than half of what was expected
	Wrong
)

func (v Verdict) String() string { return [...]string{"silent", "right", "part", "wrong"}[v] }

// Judge compares the answers with the expected ones; bad are those that fit none.
func (q *Question) Judge(answers []string) (v Verdict, bad []string) {
	given := make([]bool, len(q.Want))
	for _, a := range answers {
		ok := false
		for i, w := range q.Want {
			if fitsAny(a, w) {
				given[i], ok = true, true
			}
		}
		for _, w := range q.Also {
			ok = ok || fitsAny(a, w)
		}
		if !ok {
			bad = append(bad, a)
		}
	}
	n := 0
	for _, g := range given {
		if g {
			n++
		}
	}
	switch {
	case len(bad) > 0:
		return Wrong, bad
	case len(answers) == 0 && len(q.Want) > 0:
		return Silent, nil
	case 2*n < len(q.Want):
		return Part, nil
	}
	return Right, nil
}

func fitsAny(answer string, forms []string) bool {
	for _, f := range forms {
		if Fits(answer, f) {
			return true
		}
	}
	return false
}

// Fits reports whether an answer holds the words of a form in their order, and not many more; articles, case and
// punctuation do not matter.
func Fits(answer, form string) bool {
	a, f := plainWords(answer), plainWords(form)
	if len(f) == 0 || len(a) > 3*len(f)+4 {
		return false
	}
	n := 0
	for _, w := range a {
		if n < len(f) && w == f[n] {
			n++
		}
	}
	return n == len(f)
}

func plainWords(s string) []string {
	s = strings.NewReplacer("'s", "", "’s", "").Replace(strings.ToLower(s))
	var out []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '%' && r != '$'
	}) {
		if w = strings.Trim(w, "."); w != "" && w != "the" && w != "a" && w != "an" {
			out = append(out, w)
		}
	}
	return out
}

// QuestionCounts counts verdicts.
type QuestionCounts [4]int

// String is a line of shares of all questions.
func (c QuestionCounts) String() string {
	all := c[Right] + c[Part] + c[Wrong] + c[Silent]
	return fmt.Sprintf("right %.2f, part %.2f, wrong %.2f, silent %.2f (%d questions)", percent(c[Right], all), percent(c[Part], all),
		percent(c[Wrong], all), percent(c[Silent], all), all)
}
