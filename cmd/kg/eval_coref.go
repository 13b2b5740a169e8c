package main

import (
	"fmt"
	"io"
	"os"

	"github.com/urfave/cli/v2"

	"kg/cmd/kg/eval"
	"kg/ingest/extract"
	"kg/ingest/parse"
	"kg/ingest/text"
)

var evalCorefCommand = &cli.Command{
	Name:      "coref",
	Usage:     "score coreference: MUC, B³, CEAF-e and their mean, everything predicted",
	ArgsUsage: "GOLD.conll…",
	Description: "GOLD.conll is OntoGUM's format: number, word and mentions of each word. Its words are written as running text,\n" +
		"analysed, and the chains found compared by the words that they cover. Chains of one mention do not count.",
	Flags:  []cli.Flag{&cli.BoolFlag{Name: "documents", Usage: "a line for each document too"}},
	Action: evalCoref,
}

func evalCoref(c *cli.Context) error {
	if c.NArg() == 0 {
		return usagef("eval coref needs a file of gold chains")
	}
	m, err := parse.Load()
	if err != nil {
		return err
	}
	var total eval.Coref
	for _, path := range c.Args().Slice() {
		docs, err := readFile(path, eval.ReadCoref)
		if err != nil {
			return err
		}
		for i := range docs {
			g := &docs[i]
			s, starts := g.Text()
			doc := &text.Document{ID: g.Name, Text: s}
			m.Parse(doc)
			extract.Mentions(doc)
			extract.Resolve(doc)
			score := eval.ScoreCoref(g.Clusters, eval.Chains(doc, g.Mentions(doc, starts)))
			total.Add(score)
			if c.Bool("documents") {
				fmt.Fprintf(c.App.Writer, "%-32s CoNLL %.2f\n", g.Name, 100*score.CoNLL())
			}
		}
	}
	for _, k := range []struct {
		name string
		eval.Ratio
	}{{"mentions", total.Mentions}, {"MUC", total.MUC}, {"B3", total.B3}, {"CEAF-e", total.CEAF}} {
		p, r, f := k.PRF()
		fmt.Fprintf(c.App.Writer, "%-9s P %.2f R %.2f F1 %.2f\n", k.name, 100*p, 100*r, 100*f)
	}
	_, err = fmt.Fprintf(c.App.Writer, "CoNLL F1 %.2f\n", 100*total.CoNLL())
	return err
}

// readFile opens a file for a reader that names it in its errors.
func readFile[T any](path string, read func(io.Reader, string) (T, error)) (T, error) {
	f, err := os.Open(path)
	if err != nil {
		var none T
		return none, err
	}
	defer f.Close()
	return read(f, path)
}

var evalGAPCommand = &cli.Command{
	Name:      "gap",
	Usage:     "score pronouns against GAP: F1 of all links, of masculine and feminine ones, and their ratio",
	ArgsUsage: "GAP.tsv…",
	Flags:     []cli.Flag{evalShow},
	Action:    evalGAP,
}

func evalGAP(c *cli.Context) error {
	if c.NArg() == 0 {
		return usagef("eval gap needs a table of GAP")
	}
	m, err := parse.Load()
	if err != nil {
		return err
	}
	var by [2]eval.Decisions
	for _, path := range c.Args().Slice() {
		cases, err := readFile(path, eval.ReadGAP)
		if err != nil {
			return err
		}
		for i := range cases {
			g := &cases[i]
			doc := &text.Document{ID: g.ID, Title: g.Title, Text: g.Text}
			m.Parse(doc)
			extract.Mentions(doc)
			extract.Resolve(doc)
			found := g.Judge(doc)
			k := 0
			if g.Feminine() {
				k = 1
			}
			by[k].Count(g.Right, found)
			if c.Bool("show") && found != g.Right {
				fmt.Fprintf(c.App.Writer, "%s gold %v found %v %q %q / %q\n%s\n", g.ID, g.Right, found, doc.At(g.Pronoun), doc.At(g.Names[0]), doc.At(g.Names[1]), g.Text)
			}
		}
	}
	all := eval.Decisions{Right: by[0].Right + by[1].Right, Wrong: by[0].Wrong + by[1].Wrong, Missed: by[0].Missed + by[1].Missed}
	p, r, f := all.PRF()
	_, _, he := by[0].PRF()
	_, _, she := by[1].PRF()
	bias := 0.0
	if he > 0 {
		bias = she / he
	}
	_, err = fmt.Fprintf(c.App.Writer, "GAP P %.2f R %.2f F1 %.2f masculine %.2f feminine %.2f bias %.3f\n", 100*p, 100*r, 100*f, 100*he, 100*she, bias)
	return err
}
