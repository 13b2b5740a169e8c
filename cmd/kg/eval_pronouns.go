package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/cmd/kg/eval"
	"kg/ingest"
	"kg/ingest/read"
)

var evalPronounsCommand = &cli.Command{
	Name:      "pronouns",
	Usage:     "score pronouns against the names that gold statements give them",
	ArgsUsage: "GOLDDIR",
	Description: "GOLDDIR holds an article NAME.txt and its gold statements NAME.jsonl for each name. A case is a pronoun that is\n" +
		"subject or object of the predicate of a gold statement; it is right when its entity has a name that gold gives it.",
	Flags:  []cli.Flag{evalShow},
	Action: evalPronouns,
}

func evalPronouns(c *cli.Context) error {
	if c.NArg() != 1 {
		return usagef("eval pronouns needs the folder of gold statements")
	}
	dir := c.Args().First()
	golds, err := filepath.Glob(filepath.Join(globEscape(dir), "*.jsonl"))
	if err == nil && len(golds) == 0 {
		err = fmt.Errorf("%s: no NAME.jsonl with gold statements in this folder", dir)
	}
	if err != nil {
		return err
	}
	p, err := ingest.New()
	if err != nil {
		return err
	}
	right, all := 0, 0
	for _, path := range golds {
		rows, err := readResolved(path)
		if err != nil {
			return err
		}
		for doc, err := range read.Paths([]string{strings.TrimSuffix(path, ".jsonl") + ".txt"}, read.Options{}) {
			if err != nil {
				return err
			}
			p.Run(doc)
			for _, k := range eval.PronounCases(doc, rows) {
				all++
				e := eval.Referent(doc, k.Span)
				if k.Right(doc, e) {
					right++
				} else if c.Bool("show") {
					got := "nothing"
					if e >= 0 {
						got = doc.Entities[e].Name
					}
					fmt.Fprintf(c.App.Writer, "%s:%d: %s is %s, got %s\n", filepath.Base(path), k.Start, doc.At(k.Span), strings.Join(k.Names, " | "), got)
				}
			}
		}
	}
	_, err = fmt.Fprintf(c.App.Writer, "pronouns %.2f (%d of %d right)\n", 100*float64(right)/float64(max(all, 1)), right, all)
	return err
}

func readResolved(path string) ([]eval.Resolved, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return eval.ReadResolved(path, bytes.NewReader(b))
}
