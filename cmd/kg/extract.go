package main

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/ingest"
	"kg/ingest/extract"
	"kg/ingest/parse"
	"kg/ingest/text"
)

var extractCommand = &cli.Command{
	Name:      "extract",
	Usage:     "print the statements of articles, without storing them",
	ArgsUsage: "[PATH|URL…]",
	Description: "Formats: jsonl, one statement a line with all its attributes; tsv, open information extraction with the\n" +
		"sentence's own words (sentence, confidence, relation, arguments); text, for reading; features, what the\n" +
		"confidence of tsv rests on (for train/confidence.py).\n" +
		"Example: kg extract --format text article.txt",
	Flags: []cli.Flag{
		&cli.StringFlag{Name: "format", Value: "jsonl", Usage: "jsonl, tsv, text or features"},
		&cli.BoolFlag{Name: "lines", Usage: "take each line as one sentence whose tokens are divided by blanks"},
		&cli.BoolFlag{Name: "conllu", Usage: "take CoNLL-U with its trees as they are"},
		dateFlag, fetchFlag, privateFlag,
	},
	Action: func(c *cli.Context) error {
		write, ok := extractFormats[c.String("format")]
		if !ok {
			return usagef("unknown format %q: use jsonl, tsv, text or features", c.String("format"))
		}
		p, err := ingest.New()
		if err != nil {
			return err
		}
		out := bufio.NewWriter(c.App.Writer)
		defer out.Flush()
		results := p.All(c.Context, articles(c))
		if c.Bool("lines") || c.Bool("conllu") {
			if results, err = analysed(c); err != nil {
				return err
			}
		}
		var failed error
		for r, err := range results {
			if err == nil {
				err = write(out, r)
			}
			if err != nil {
				fmt.Fprintln(c.App.ErrWriter, "kg:", err)
				failed = errReported
			}
		}
		return failed
	},
}

// tokenized is a sentence as its tokens with blanks between.
func tokenized(s *text.Sentence) string {
	words := make([]string, len(s.Tokens))
	for i := range s.Tokens {
		words[i] = s.Tokens[i].Text
	}
	return strings.Join(words, " ")
}

// extractFormats write what was found in an analysed document.
var extractFormats = map[string]func(io.Writer, ingest.Result) error{
	"jsonl": func(w io.Writer, r ingest.Result) error {
		for i := range r.Statements {
			b, err := extract.JSON(&r.Statements[i])
			if err != nil {
				return err
			}
			if _, err := fmt.Fprintf(w, "%s\n", b); err != nil {
				return err
			}
		}
		return nil
	},
	"tsv": func(w io.Writer, r ingest.Result) error {
		for _, t := range extract.Tuples(r.Doc) {
			if _, err := fmt.Fprintf(w, "%s\t%.4f\t%s\t%s\n", tokenized(&r.Doc.Sentences[t.Sentence]), t.Confidence, t.Relation, strings.Join(t.Args, "\t")); err != nil {
				return err
			}
		}
		return nil
	},
	"features": func(w io.Writer, r ingest.Result) error {
		for _, t := range extract.Tuples(r.Doc) {
			fmt.Fprintf(w, "%s\t%s\t%s\t", tokenized(&r.Doc.Sentences[t.Sentence]), t.Relation, strings.Join(t.Args, "\t"))
			for _, f := range t.Features {
				fmt.Fprintf(w, " %g", f)
			}
			if _, err := fmt.Fprintln(w); err != nil {
				return err
			}
		}
		return nil
	},
	"text": func(w io.Writer, r ingest.Result) error {
		last := -1
		for i := range r.Statements {
			s := &r.Statements[i]
			if src := s.Sources[0]; src.Start != last {
				if last = src.Start; i > 0 {
					fmt.Fprintln(w)
				}
				fmt.Fprintln(w, strings.ReplaceAll(src.Quote, "\n", " "))
			}
			if _, err := fmt.Fprintln(w, "  "+extract.Line(s)); err != nil {
				return err
			}
		}
		return nil
	},
}

// analysed yields what documents say whose tokens are given: one sentence a line, or CoNLL-U with its trees.
func analysed(c *cli.Context) (iter.Seq2[ingest.Result, error], error) {
	m, err := parse.Load()
	if err != nil {
		return nil, err
	}
	return func(yield func(ingest.Result, error) bool) {
		for name, open := range inputs(c) {
			b, err := open()
			var docs []*text.Document
			if err == nil && c.Bool("conllu") {
				docs, err = readConllu(name, b)
			} else if err == nil {
				docs = lines(m, name, string(b))
			}
			if err != nil && !yield(ingest.Result{}, err) {
				return
			}
			for _, d := range docs {
				extract.Mentions(d)
				extract.Resolve(d)
				found := extract.Run(d)
				if !yield(ingest.Result{Doc: d, Statements: found.Statements, Skipped: found.Skipped}, nil) {
					return
				}
			}
		}
	}, nil
}

// lines makes a document of each line, a sentence of tokens divided by blanks, so that no line bears on another.
func lines(m *parse.Model, name, s string) []*text.Document {
	var all []text.Sentence
	var docs []*text.Document
	for n, l := range strings.Split(s, "\n") {
		l = strings.TrimSpace(l)
		if l == "" {
			continue
		}
		d := &text.Document{ID: fmt.Sprintf("%s#%d", name, n+1), Text: l}
		var sent text.Sentence
		at := 0
		for _, w := range strings.Fields(l) {
			start := at + strings.Index(l[at:], w)
			at = start + len(w)
			sent.Tokens = append(sent.Tokens, text.Token{Span: text.Span{Start: start, End: at}, Text: w})
		}
		sent.Span = text.Span{Start: 0, End: len(l)}
		all = append(all, sent)
		docs = append(docs, d)
	}
	m.Analyse(all)
	for i, d := range docs {
		d.Sentences = all[i : i+1 : i+1]
	}
	return docs
}
