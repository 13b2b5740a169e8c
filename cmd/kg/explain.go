package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"kg/graph"
	"kg/ingest"
	"kg/ingest/extract"
	"kg/ingest/text"
)

var explainCommand = &cli.Command{
	Name:      "explain",
	Usage:     "show what each stage found, under the text, and what was left out and why",
	ArgsUsage: "[PATH|URL…]",
	Description: "Under each sentence: its mentions, with the number of the thing that each stands for (listed at the end), the clauses, the\n" +
		"statements with the extractor that found them and their confidence, and what was left out (-) with the reason. Then the\n" +
		"things, and what follows from what is asserted, by which rule.\n" +
		"Example: kg explain article.txt",
	Flags: []cli.Flag{
		&cli.BoolFlag{Name: "tree", Usage: "also draw the dependency trees"},
		dateFlag, fetchFlag, privateFlag,
	},
	Action: func(c *cli.Context) error {
		p, err := ingest.New()
		if err != nil {
			return err
		}
		out := bufio.NewWriter(c.App.Writer)
		defer out.Flush()
		var failed error
		for r, err := range p.All(c.Context, articles(c)) {
			if err != nil {
				fmt.Fprintln(c.App.ErrWriter, "kg:", err)
				failed = errReported
				continue
			}
			explain(out, r, c.Bool("tree"))
			if err := follows(c, out, r); err != nil {
				return err
			}
		}
		return failed
	},
}

// explain writes what the stages found in one document.
func explain(w io.Writer, r ingest.Result, trees bool) {
	d := r.Doc
	fmt.Fprintf(w, "%s", d.ID)
	if !d.Date.IsZero() {
		fmt.Fprintf(w, " · %s", d.Date.Format("2006-01-02"))
	}
	fmt.Fprintf(w, " · %d sentences, %d mentions of %d things, %d statements\n", len(d.Sentences), len(d.Mentions), len(d.Entities), len(r.Statements))
	if _, ok := extract.Dateline(d.Text); d.Date.IsZero() && !ok {
		var relative []string
		for _, e := range extract.Times(d) {
			if e.Relative {
				relative = append(relative, strconv.Quote(d.At(e.Span)))
			}
		}
		if len(relative) > 0 {
			fmt.Fprintf(w, "\nno date of the article (--date gives one): without a value stay %s\n", strings.Join(relative, ", "))
		}
	}
	if len(d.Skipped) > 0 {
		fmt.Fprintln(w, "\nnot part of the article")
		for _, s := range d.Skipped {
			where := ""
			if s.Line > 0 {
				where = fmt.Sprint("line ", s.Line)
			}
			fmt.Fprintf(w, "  %-9s%-23s%s\n", where, s.Reason, s.Text)
		}
	}
	found := bySentence(r.Statements, func(s *graph.Statement) int { return sentenceAt(d, s.Sources[0].Start) })
	skipped := bySentence(r.Skipped, func(s *extract.Skipped) int { return s.Sentence })
	clauses := bySentence(r.Clauses, func(c *extract.Clause) int { return c.Sentence })
	mentions := bySentence(d.Mentions, func(m *text.Mention) int { return m.Sentence })
	for n := range d.Sentences {
		s := &d.Sentences[n]
		fmt.Fprintf(w, "\n%d  bytes %d to %d\n", n+1, s.Start, s.End)
		draw(w, d, s.Span, mentions[n])
		if trees {
			drawTree(w, s)
		}
		for _, c := range clauses[n] {
			fmt.Fprintf(w, "    %-13s%s\n", "clause", c.Text)
		}
		for _, st := range found[n] {
			fmt.Fprintf(w, "    %-13s%s  %.2f\n", st.Sources[0].Extractor, extract.Line(st), st.Confidence)
		}
		for _, sk := range skipped[n] {
			at := d.At(sk.Span)
			if sk.Span == s.Span {
				at = "the sentence"
			}
			fmt.Fprintf(w, "  - %-13s%s: %s\n", sk.Extractor, at, sk.Reason)
		}
	}
	fmt.Fprintln(w, "\nthings")
	for i, e := range d.Entities {
		fmt.Fprintf(w, "  %3d  %-13s%s", i+1, e.Class, e.Name)
		if len(e.Aliases) > 0 {
			fmt.Fprintf(w, "  (also: %s)", strings.Join(e.Aliases, ", "))
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w)
}

// follows writes what follows from what one document asserts.
func follows(c *cli.Context, w io.Writer, r ingest.Result) error {
	s, err := graph.Memory(graph.Settings{})
	if err != nil {
		return err
	}
	defer s.Close()
	done, err := s.PutAll([]graph.Article{{Document: r.Document(), Statements: r.Statements}})
	if err != nil || done[0].Err != nil {
		return errors.Join(err, done[0].Err)
	}
	found, err := s.Infer("")
	if err != nil || len(found) == 0 {
		return err
	}
	fmt.Fprintln(w, "follows")
	if err := printDerived(c, w, s, found); err != nil {
		return err
	}
	_, err = fmt.Fprintln(w)
	return err
}

// bySentence groups items by their sentence's index.
func bySentence[T any](items []T, sentence func(*T) int) map[int][]*T {
	out := map[int][]*T{}
	for i := range items {
		n := sentence(&items[i])
		out[n] = append(out[n], &items[i])
	}
	return out
}

// sentenceAt returns the index of the sentence that begins at byte start.
func sentenceAt(d *text.Document, start int) int {
	n, _ := slices.BinarySearchFunc(d.Sentences, start, func(s text.Sentence, at int) int { return s.Start - at })
	return n
}

const (
	wide   = 100 // columns of text
	indent = "    "
)

// draw writes the text of s in lines, and under each a bracket for every mention with its thing's number.
func draw(w io.Writer, d *text.Document, s text.Span, mentions []*text.Mention) {
	for start := s.Start; start < s.End; {
		end := lineEnd(d.Text[start:s.End]) + start
		fmt.Fprintf(w, "%s%s\n", indent, strings.ReplaceAll(strings.TrimRight(d.Text[start:end], " \n"), "\n", " "))
		var rows [][]rune
		for _, m := range mentions {
			if m.Start < start || m.Start >= end {
				continue
			}
			a := utf8.RuneCountInString(d.Text[start:m.Start])
			b := a + utf8.RuneCountInString(d.Text[m.Start:min(m.End, end)])
			label := "?"
			if m.Entity >= 0 {
				label = fmt.Sprint(m.Entity + 1)
			}
			rows = bracket(rows, a, b, label)
		}
		for _, r := range rows {
			fmt.Fprintf(w, "%s%s\n", indent, strings.TrimRight(string(r), " "))
		}
		start = end
	}
}

// lineEnd returns where to break s: behind the last blank within the width.
func lineEnd(s string) int {
	columns, last := 0, 0
	for i, r := range s {
		if columns >= wide && last > 0 {
			return last
		}
		if r == ' ' || r == '\n' {
			last = i + 1
		}
		columns++
	}
	return len(s)
}

// bracket draws ╰──label──╯ from column a to b in the first row that is free there.
func bracket(rows [][]rune, a, b int, label string) [][]rune {
	mark := []rune(label)
	if n := b - a - len(mark); n >= 2 {
		mark = []rune("╰" + strings.Repeat("─", (n-2)/2) + label + strings.Repeat("─", (n-1)/2) + "╯")
	}
	for i := 0; ; i++ {
		if i == len(rows) {
			rows = append(rows, nil)
		}
		for len(rows[i]) < a+len(mark)+1 {
			rows[i] = append(rows[i], ' ')
		}
		if strings.TrimSpace(string(rows[i][max(a-1, 0):a+len(mark)+1])) == "" {
			copy(rows[i][a:], mark)
			return rows
		}
	}
}

// drawTree writes a sentence's words, each below and right of its head.
func drawTree(w io.Writer, s *text.Sentence) {
	below := make([][]int, len(s.Tokens)+1)
	for i, t := range s.Tokens {
		below[t.Head+1] = append(below[t.Head+1], i)
	}
	var visit func(i, depth int)
	visit = func(i, depth int) {
		t := s.Tokens[i]
		fmt.Fprintf(w, "    %s%s  %s %s %s", strings.Repeat("  ", depth), t.Text, t.Rel, t.Tag, t.Lemma)
		if t.Name != "" {
			fmt.Fprintf(w, " %s", t.Name)
		}
		fmt.Fprintln(w)
		for _, k := range below[i+1] {
			visit(k, depth+1)
		}
	}
	for _, root := range below[0] {
		visit(root, 0)
	}
}
