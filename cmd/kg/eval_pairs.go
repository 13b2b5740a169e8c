package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"kg/cmd/kg/eval"
	"kg/graph"
	"kg/ingest"
	"kg/ingest/text"
)

var evalPairsCommand = &cli.Command{
	Name:      "pairs",
	Usage:     "score hard pairs of names: one thing or two?",
	ArgsUsage: "PAIRS.txt",
	Description: "Each pair's two contexts become two documents of a store of their own. Prints how many pairs are told right and\n" +
		"the share of different things that got one node.",
	Flags:  []cli.Flag{evalShow},
	Action: evalPairs,
}

func evalPairs(c *cli.Context) error {
	path := c.Args().First()
	pairs, err := readCases(c, "eval pairs needs the file of pairs", eval.ReadPairs)
	if err != nil {
		return err
	}
	p, err := ingest.New()
	if err != nil {
		return err
	}
	var counts eval.PairCounts
	for _, pair := range pairs {
		texts := map[string]string{"a": pair.Sides[0].Text, "b": pair.Sides[1].Text}
		docs := func(yield func(*text.Document, error) bool) {
			_ = yield(&text.Document{ID: "a", Text: texts["a"]}, nil) && yield(&text.Document{ID: "b", Text: texts["b"]}, nil)
		}
		err := withArticles(p, docs, func(s *graph.Store) error {
			found, err := foundMentions(s, texts)
			if err != nil {
				return err
			}
			var ids [2]string
			for i, side := range pair.Sides {
				l := eval.Label{Start: side.Start, End: side.End, Class: pair.Class, Name: side.Text[side.Start:side.End]}
				ids[i] = l.Place(found[string("ab"[i])])
			}
			if !counts.Add(pair, ids[0], ids[1]) && c.Bool("show") {
				fmt.Fprintf(c.App.Writer, "%s:%d: %s | %s: same is %t, got %q %q\n", path, pair.Line, pair.Sides[0].Text, pair.Sides[1].Text, pair.Same, ids[0], ids[1])
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("%s:%d: %w", path, pair.Line, err)
		}
	}
	_, err = fmt.Fprintln(c.App.Writer, counts)
	return err
}
