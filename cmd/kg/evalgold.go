package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/cmd/kg/eval"
	"kg/ingest"
	"kg/ingest/extract"
	"kg/ingest/read"
)

var evalGoldCommand = &cli.Command{
	Name:      "gold",
	Usage:     "score statements against gold statements, as `kg eval GOLDDIR` does",
	ArgsUsage: "GOLDDIR [PREDICTED]",
	Description: "GOLDDIR holds an article NAME.txt and its gold statements NAME.jsonl for each name. Without PREDICTED the\n" +
		"statements are drawn from the articles; else PREDICTED is a folder with a NAME.jsonl for each, as kg extract writes.\n" +
		"A line for each article and one for all: F1 over the required statements, full (polarity, certainty and source\n" +
		"right as well), then shares of the statements found; in brackets right/given.",
	Flags:  []cli.Flag{evalShow, evalFields},
	Action: evalGold,
}

var evalShow = &cli.BoolFlag{Name: "show", Usage: "list what was found, missed and wrong"}

var evalFields = &cli.BoolFlag{Name: "fields", Usage: "end with a table of times, places and quantities: right of those given, invented of the others"}

func evalGold(c *cli.Context) error {
	if c.NArg() < 1 || c.NArg() > 2 {
		return usagef("eval needs the folder of gold statements (or what to score: see kg help eval)")
	}
	dir := c.Args().Get(0)
	golds, err := filepath.Glob(filepath.Join(globEscape(dir), "*.jsonl"))
	if err == nil && len(golds) == 0 {
		err = fmt.Errorf("%s: no NAME.jsonl with gold statements in this folder", dir)
	}
	if err != nil {
		return err
	}
	var p *ingest.Pipeline
	if c.NArg() == 1 {
		if p, err = ingest.New(); err != nil {
			return err
		}
	}
	var total eval.Counts
	for _, path := range golds {
		gold, err := readStatements(path, eval.ReadGold)
		if err != nil {
			return err
		}
		name := strings.TrimSuffix(filepath.Base(path), ".jsonl")
		var rows []*eval.Row
		if p != nil {
			rows, err = drawRows(p, strings.TrimSuffix(path, ".jsonl")+".txt")
		} else if rows, err = readStatements(filepath.Join(c.Args().Get(1), name+".jsonl"), eval.ReadRows); errors.Is(err, fs.ErrNotExist) {
			fmt.Fprintf(c.App.ErrWriter, "kg: %s: no predictions, counted as empty\n", name)
			err = nil
		}
		if err != nil {
			return err
		}
		var counts eval.Counts
		if c.Bool("show") {
			fmt.Fprintf(c.App.Writer, "== %s\n", name)
			counts = eval.Show(c.App.Writer, gold, rows)
		} else {
			counts = eval.Score(gold, rows)
		}
		total.Add(counts)
		fmt.Fprintf(c.App.Writer, "%-24s %s\n", name, counts)
	}
	fmt.Fprintln(c.App.Writer, total)
	if c.Bool("fields") {
		fmt.Fprint(c.App.Writer, total.Fields())
	}
	return nil
}

// globEscape guards a path against being read as a pattern.
func globEscape(path string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(path)
}

func readStatements[T any](path string, from func(string, io.Reader) ([]*T, error)) ([]*T, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return from(path, bytes.NewReader(b))
}

// drawRows takes an article through the whole analysis.
func drawRows(p *ingest.Pipeline, path string) ([]*eval.Row, error) {
	var lines bytes.Buffer
	for doc, err := range read.Paths([]string{path}, read.Options{}) {
		if err != nil {
			return nil, err
		}
		r := p.Run(doc)
		for i := range r.Statements {
			b, err := extract.JSON(&r.Statements[i])
			if err != nil {
				return nil, err
			}
			lines.Write(b)
			lines.WriteByte('\n')
		}
	}
	return eval.ReadRows(path, &lines)
}
