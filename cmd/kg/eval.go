package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/ingest/parse"
	"kg/ingest/text"
)

var evalCommand = &cli.Command{
	Name:      "eval",
	Usage:     "score the analysis against gold data",
	ArgsUsage: "GOLDDIR [PREDICTED]",
	Flags:     []cli.Flag{evalShow, evalFields},
	Action:    evalGold,
	Subcommands: []*cli.Command{
		evalGoldCommand,
		evalCorefCommand,
		evalGAPCommand,
		evalTimeCommand,
		evalVocabularyCommand,
		evalLinkCommand,
		evalPairsCommand,
		evalAskCommand,
		evalPronounsCommand,
		{
			Name:      "parse",
			Usage:     "score segmentation, tags and trees as CoNLL 2018 did, but with full labels",
			ArgsUsage: "GOLD.conllu…",
			Flags:     []cli.Flag{&cli.BoolFlag{Name: "gold-tokens", Usage: "analyse the gold sentences and words, not the raw text"}},
			Action:    evalParse,
		},
		{
			Name:      "names",
			Usage:     "score names of persons, organizations and places, on gold words",
			ArgsUsage: "GOLD.iob2…",
			Action:    evalNames,
		},
	},
}

func evalParse(c *cli.Context) error {
	if c.NArg() == 0 {
		return usagef("eval parse needs the gold file")
	}
	m, err := parse.Load()
	if err != nil {
		return err
	}
	for _, path := range c.Args().Slice() {
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		gold, err := readConllu(path, b)
		if err != nil {
			return err
		}
		var total treeScore
		for _, g := range gold {
			own := &text.Document{Text: g.Text}
			if c.Bool("gold-tokens") {
				for _, s := range g.Sentences {
					own.Sentences = append(own.Sentences, text.Sentence{Span: s.Span, Tokens: slices.Clone(s.Tokens)})
				}
				m.Analyse(own.Sentences)
			} else {
				m.Parse(own)
			}
			total.add(g, own)
		}
		fmt.Fprintf(c.App.Writer, "%s\n", path)
		total.write(c.App.Writer)
	}
	return nil
}

func evalNames(c *cli.Context) error {
	if c.NArg() == 0 {
		return usagef("eval names needs the gold file")
	}
	m, err := parse.Load()
	if err != nil {
		return err
	}
	for _, path := range c.Args().Slice() {
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		gold, docs, err := readNames(path, string(b))
		if err != nil {
			return err
		}
		own := make([]text.Sentence, len(gold))
		for i, s := range gold {
			own[i].Tokens = slices.Clone(s.Tokens)
		}
		m.Analyse(own)
		for _, doc := range docs {
			parse.Agree(own[doc[0]:doc[1]])
		}
		fmt.Fprintf(c.App.Writer, "%s\n", path)
		scoreNames(c.App.Writer, gold, own)
	}
	return nil
}

// readNames reads sentences with a name tag a word: UNER's columns (number, word, tag, …) or GMB's (word, tag, name), and
// which of them (from, to) make a document each; those outside documents are left out of these.
func readNames(path, s string) (out []text.Sentence, docs [][2]int, err error) {
	var open text.Sentence
	end := func() {
		if len(open.Tokens) > 0 {
			out = append(out, open)
			if len(docs) > 0 {
				docs[len(docs)-1][1] = len(out)
			}
			open = text.Sentence{}
		}
	}
	n := 0
	for line := range strings.Lines(s) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			end()
		}
		if strings.HasPrefix(line, "# newdoc") {
			docs = append(docs, [2]int{len(out), len(out)})
		}
		if line == "" || line[0] == '#' && strings.HasPrefix(line, "# ") {
			continue
		}
		col := strings.Split(line, "\t")
		word, tag := "", ""
		switch {
		case len(col) >= 4:
			if strings.ContainsAny(col[0], "-.") {
				continue
			}
			word, tag = col[1], col[2]
		case len(col) == 3:
			word, tag = col[0], col[2]
		default:
			return nil, nil, fmt.Errorf("%s:%d: %d columns, want three (word, tag, name) or UNER's", path, n, len(col))
		}
		if tag == "O" || strings.HasSuffix(tag, "OTH") {
			tag = ""
		}
		open.Tokens = append(open.Tokens, text.Token{Text: word, Name: tag})
	}
	end()
	return out, docs, nil
}
