package main

import (
	"bytes"
	"fmt"

	"github.com/urfave/cli/v2"

	"kg/ingest/parse"
	"kg/ingest/read"
	"kg/ingest/text"
)

var parseCommand = &cli.Command{
	Name:        "parse",
	Usage:       "print sentences, words, tags, trees and names as CoNLL-U",
	Description: "Example: kg parse article.txt",
	ArgsUsage:   "[PATH…]",
	Flags: []cli.Flag{
		&cli.BoolFlag{Name: "conllu", Usage: "take CoNLL-U and analyse its words anew"},
	},
	Action: func(c *cli.Context) error {
		m, err := parse.Load()
		if err != nil {
			return err
		}
		var failed error
		for name, read := range inputs(c) {
			b, err := read()
			if err == nil {
				err = parseOne(c, m, name, b)
			}
			if err != nil {
				fmt.Fprintln(c.App.ErrWriter, "kg:", err)
				failed = errReported
			}
		}
		return failed
	},
}

// inputs yields the files of the arguments, "-" and none at all being standard input.
func inputs(c *cli.Context) func(func(string, func() ([]byte, error)) bool) {
	return func(yield func(string, func() ([]byte, error)) bool) {
		paths := c.Args().Slice()
		if len(paths) == 0 {
			paths = []string{"-"}
		}
		for _, p := range paths {
			name := p
			if p == "-" {
				name = "stdin"
			}
			read := func() ([]byte, error) {
				s, err := read.File(p, read.Options{Stdin: c.App.Reader, MaxBytes: 1 << 30})
				return []byte(s), err
			}
			if !yield(name, read) {
				return
			}
		}
	}
}

func parseOne(c *cli.Context, m *parse.Model, name string, b []byte) error {
	docs := []*text.Document{{ID: name, Text: string(b)}}
	if c.Bool("conllu") {
		var err error
		if docs, err = readConllu(name, b); err != nil {
			return err
		}
	}
	for _, d := range docs {
		if c.Bool("conllu") {
			m.Analyse(d.Sentences)
		} else {
			m.Parse(d)
		}
		if err := text.WriteConllu(c.App.Writer, d); err != nil {
			return err
		}
	}
	return nil
}
func readConllu(name string, b []byte) ([]*text.Document, error) {
	return text.ReadConllu(name, bytes.NewReader(b))
}
