package text

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxLine is the longest line that ReadConllu takes, in bytes.
const maxLine = 1 << 24

// ReadConllu reads CoNLL-U (universaldependencies.org/format.html). The documents' text is put together from the
// words and SpaceAfter, with one blank line where a paragraph begins (newpar), so that every span holds; a multiword
// token's words lie in its form where they are its parts, else they all have its span. Empty nodes are left out. A
// document begins at each "newdoc"; its ID is that comment's. Misc's NER, Kind and Score are read. Errors name name:line.
func ReadConllu(name string, r io.Reader) ([]*Document, error) {
	c := conllu{name: name, docs: []*Document{{ID: name}}}
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 64<<10), maxLine)
	for in.Scan() {
		c.line++
		if err := c.add(strings.TrimSuffix(in.Text(), "\r")); err != nil {
			return nil, err
		}
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", name, c.line+1, err)
	}
	if err := c.end(); err != nil {
		return nil, err
	}
	c.finish()
	return c.docs, nil
}

type conllu struct {
	name     string
	line     int
	docs     []*Document
	text     strings.Builder
	sentence Sentence
	heads    []string // of the sentence's tokens, checked at its end
	started  int      // line of the sentence's first token
	par      bool     // the next sentence begins a paragraph
	glue     bool     // no blank before the next word
	within   int      // the last word of an open multiword token, 0 for none
	form     Span     // that token's span
	at       int      // where its next word is looked for
}

func (c *conllu) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", c.name, c.line, fmt.Sprintf(format, args...))
}

func (c *conllu) add(line string) error {
	switch {
	case !utf8.ValidString(line):
		return c.errorf("not UTF-8 text")
	case strings.TrimSpace(line) == "":
		return c.end()
	case line[0] == '#':
		key, value, _ := strings.Cut(strings.TrimSpace(line[1:]), "=")
		switch key = strings.TrimSpace(key); {
		case len(c.sentence.Tokens) > 0 || c.within > 0:
		case key == "newdoc id" || key == "newdoc":
			c.finish()
			if d := c.docs[len(c.docs)-1]; len(d.Sentences) > 0 {
				c.docs = append(c.docs, &Document{})
			}
			c.docs[len(c.docs)-1].ID = strings.TrimSpace(value)
		case key == "newpar id" || key == "newpar":
			c.par = true
		}
		return nil
	}
	col := strings.Split(line, "\t")
	if len(col) != 10 {
		return c.errorf("%d columns, CoNLL-U has 10 divided by tabs", len(col))
	}
	if strings.Contains(col[0], ".") {
		return nil
	}
	form := col[1]
	if form == "" {
		return c.errorf("token %s has no form", col[0])
	}
	if from, to, ok := strings.Cut(col[0], "-"); ok {
		a, errA := strconv.Atoi(from)
		b, errB := strconv.Atoi(to)
		if errA != nil || errB != nil || a != len(c.sentence.Tokens)+1 || b < a || c.within > 0 {
			return c.errorf("multiword token %q does not stand before its words", col[0])
		}
		c.within, c.form = b, c.put(form, col[9])
		c.at = c.form.Start
		return nil
	}
	if id, err := strconv.Atoi(col[0]); err != nil || id != len(c.sentence.Tokens)+1 {
		return c.errorf("token %q, want %d", col[0], len(c.sentence.Tokens)+1)
	}
	t := Token{Text: form, Lemma: blank(col[2]), Tag: blank(col[3]), XTag: blank(col[4]), Feats: blank(col[5]), Rel: blank(col[7])}
	if t.Lemma == "" && form == "_" {
		t.Lemma = "_"
	}
	for _, f := range strings.Split(col[9], "|") {
		switch key, value, _ := strings.Cut(f, "="); key {
		case "NER":
			t.Name = value
		case "Kind":
			t.Kind = value
		case "Score":
			if s, err := strconv.ParseFloat(value, 32); err == nil {
				t.Score = float32(s)
			}
		}
	}
	if len(c.sentence.Tokens) == 0 {
		c.started = c.line
	}
	if c.within > 0 {
		t.Span = c.form
		rest := c.text.String()[c.at:c.form.End]
		if strings.HasPrefix(rest, form) {
			t.Span = Span{c.at, c.at + len(form)}
			c.at += len(form)
		}
		if len(c.sentence.Tokens)+1 == c.within {
			c.within = 0
		}
	} else {
		t.Span = c.put(form, col[9])
	}
	c.sentence.Tokens = append(c.sentence.Tokens, t)
	c.heads = append(c.heads, col[6])
	return nil
}

func blank(s string) string {
	if s == "_" {
		return ""
	}
	return s
}

// put adds a form to the text and returns its span.
func (c *conllu) put(form, misc string) Span {
	if c.text.Len() > 0 {
		if c.par {
			c.text.WriteString("\n\n")
		} else if !c.glue {
			c.text.WriteByte(' ')
		}
	}
	c.par = false
	c.glue = false
	for _, f := range strings.Split(misc, "|") {
		c.glue = c.glue || f == "SpaceAfter=No"
	}
	at := c.text.Len()
	c.text.WriteString(form)
	return Span{at, c.text.Len()}
}

// end closes the sentence.
func (c *conllu) end() error {
	s := &c.sentence
	if c.within > 0 {
		return c.errorf("the sentence ends within a multiword token")
	}
	if len(s.Tokens) == 0 {
		return nil
	}
	for i, h := range c.heads {
		n := 0
		if h != "_" {
			var err error
			if n, err = strconv.Atoi(h); err != nil || n < 0 || n > len(s.Tokens) || n == i+1 {
				return fmt.Errorf("%s:%d: token %d of the sentence that begins here: head %q", c.name, c.started, i+1, h)
			}
		}
		s.Tokens[i].Head = n - 1
	}
	s.Span = Span{s.Tokens[0].Start, s.Tokens[len(s.Tokens)-1].End}
	d := c.docs[len(c.docs)-1]
	d.Sentences = append(d.Sentences, *s)
	c.sentence, c.heads = Sentence{}, c.heads[:0]
	return nil
}

// finish gives the open document its text.
func (c *conllu) finish() {
	if c.text.Len() > 0 {
		c.docs[len(c.docs)-1].Text = c.text.String()
		c.text = strings.Builder{}
	}
	c.par, c.glue = false, false
}

// WriteConllu writes a document's sentences as CoNLL-U. NER, the kind of a phrase's head and the tree's score (two
// digits) stand in MISC.
func WriteConllu(w io.Writer, d *Document) error {
	out := bufio.NewWriter(w)
	if d.ID != "" {
		fmt.Fprintf(out, "# newdoc id = %s\n", oneLine(d.ID))
	}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if i > 0 && strings.Contains(d.Text[d.Sentences[i-1].End:s.Start], "\n") {
			fmt.Fprintf(out, "# newpar\n")
		}
		fmt.Fprintf(out, "# sent_id = %d\n# text = %s\n", i+1, oneLine(d.At(s.Span)))
		for j := range s.Tokens {
			t := &s.Tokens[j]
			var misc []string
			if t.Name != "" {
				misc = append(misc, "NER="+t.Name)
			}
			if t.Kind != "" {
				misc = append(misc, "Kind="+t.Kind)
			}
			if t.Score > 0 {
				misc = append(misc, "Score="+strconv.FormatFloat(float64(t.Score), 'f', 2, 32))
			}
			next := len(d.Text)
			if j+1 < len(s.Tokens) {
				next = s.Tokens[j+1].Start
			} else if i+1 < len(d.Sentences) {
				next = d.Sentences[i+1].Start
			}
			if next == t.End && t.End < len(d.Text) {
				misc = append(misc, "SpaceAfter=No")
			}
			fmt.Fprintf(out, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t_\t%s\n", j+1, oneLine(t.Text), under(oneLine(t.Lemma)), under(t.Tag),
				under(t.XTag), under(t.Feats), t.Head+1, under(t.Rel), under(strings.Join(misc, "|")))
		}
		out.WriteByte('\n')
	}
	return out.Flush()
}

func under(s string) string {
	if s == "" {
		return "_"
	}
	return s
}

// oneLine puts blanks for what would break a line or a column.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' {
			return ' '
		}
		return r
	}, s)
}
