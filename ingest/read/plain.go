package read

import (
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/ingest/text"
)

// line is a paragraph and the line of the source that it begins on.
type line struct {
	text string
	no   int
}

func readPlain(s *source, r io.Reader, opts Options, yield yield) bool {
	t, err := s.plain(r, opts)
	if err != nil {
		return yield(nil, err)
	}
	d, err := s.article(paragraphs(t))
	return yield(d, err)
}

// plain reads all of r as text.
func (s *source) plain(r io.Reader, opts Options) (string, error) {
	data, err := s.all(r, opts)
	if err != nil {
		return "", err
	}
	return s.decode(data)
}

// article makes a document of an article's lines.
func (s *source) article(lines []line) (*text.Document, error) {
	d := &text.Document{ID: s.id, Path: s.path}
	d.Title = headline(lines)
	clean(d, lines)
	if d.Text == "" {
		return nil, s.errorf(0, "", "no article text in this file")
	}
	if s.path == "-" {
		d.ID = "stdin-" + hash(d.Text)
	}
	return d, nil
}

// paragraphs divides a text into paragraphs: at empty lines, and at every line unless the lines look wrapped.
func paragraphs(t string) []line {
	var out []line
	var block []line
	flush := func() {
		if wrapped(block) {
			var b strings.Builder
			for i, l := range block {
				if i > 0 {
					b.WriteByte(' ')
				}
				b.WriteString(l.text)
			}
			out = append(out, line{b.String(), block[0].no})
		} else {
			out = append(out, block...)
		}
		block = block[:0]
	}
	no := 0
	for l := range strings.Lines(t) {
		no++
		if l = tidy(l); l == "" {
			flush()
			continue
		}
		block = append(block, line{l, no})
	}
	flush()
	return out
}

// wrapped reports whether the lines are one paragraph broken at a width: all but the last about equally long, and the
// next line going on in lower case.
func wrapped(block []line) bool {
	if len(block) < 2 {
		return false
	}
	longest, open := 0, false
	for _, l := range block {
		longest = max(longest, utf8.RuneCountInString(l.text))
	}
	if longest < 50 || longest > 120 {
		return false
	}
	for i, l := range block[:len(block)-1] {
		if utf8.RuneCountInString(l.text)*10 < longest*6 {
			return false
		}
		next, _ := utf8.DecodeRuneInString(block[i+1].text)
		open = open || !closed(l.text) && unicode.IsLower(next)
	}
	return open
}

// tidy returns l without control characters and with each run of blanks as one blank.
func tidy(l string) string {
	var b strings.Builder
	gap := false
	for _, r := range l {
		switch {
		case unicode.IsSpace(r):
			gap = true
			continue
		case unicode.IsControl(r), r == '\u00ad', r == '\u200b', r == '\ufeff':
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteRune(r)
	}
	return b.String()
}

// closed reports whether l ends as a sentence does.
func closed(l string) bool {
	l = strings.TrimRight(l, "\"'”’»)]* ")
	return l != "" && strings.ContainsRune(".!?…:;", lastRune(l))
}

func lastRune(l string) rune {
	r, _ := utf8.DecodeLastRuneInString(l)
	return r
}

// headline returns the first line where it looks like one: short, not a sentence, with an article under it.
func headline(lines []line) string {
	for i, l := range lines {
		if i >= 5 || i+1 == len(lines) {
			break
		}
		if reason(l.text) != "" {
			continue
		}
		if n := len(strings.Fields(l.text)); n < 2 || n > 24 || len(l.text) > 200 {
			return ""
		}
		if strings.HasSuffix(l.text, "?") || strings.HasSuffix(l.text, "!") || !closed(l.text) {
			return l.text
		}
		return ""
	}
	return ""
}
