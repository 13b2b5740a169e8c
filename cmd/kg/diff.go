package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/urfave/cli/v2"

	"kg/graph"
	"kg/ingest/extract"
)

var diffCommand = &cli.Command{
	Name:      "diff",
	Usage:     "what changed between two stores, or between two dates of one",
	ArgsUsage: "OLD NEW",
	Description: "OLD and NEW are folders of stores, or days (YYYY-MM-DD): what the articles up to that day say. Lines begin with\n" +
		"+ for facts that came, - for those that went, and ~ for those that are held otherwise.\n" +
		"Example: kg diff 2024-06-12 2024-06-14\n" +
		"         kg diff yesterday.db kg.db",
	Flags: []cli.Flag{dbFlag, jsonFlag, &cli.IntFlag{Name: "limit", Usage: "changes at most, 0 for all"}},
	Action: func(c *cli.Context) error {
		if c.NArg() != 2 {
			return usagef("diff: want two stores or two days")
		}
		old, err := known(c, c.Args().Get(0))
		if err != nil {
			return err
		}
		new, err := known(c, c.Args().Get(1))
		if err != nil {
			return err
		}
		changes := graph.Diff(old, new)
		paint := painter(c.App.Writer)
		n := [3]int{}
		for i, ch := range changes {
			sign, kind, color := "~", 2, yellow
			switch {
			case ch.Was == "":
				sign, kind, color = "+", 0, green
			case ch.Is == "":
				sign, kind, color = "-", 1, red
			}
			n[kind]++
			if i >= atMost(c, len(changes)) {
				continue
			}
			if c.Bool("json") {
				said, err := extract.JSON(&ch.Statement)
				if err != nil {
					return err
				}
				if err := printJSON(c, map[string]any{"change": sign, "fact": ch.ID, "was": word(ch.Was), "is": word(ch.Is), "statement": json.RawMessage(said)}); err != nil {
					return err
				}
				continue
			}
			line := sign + " " + extract.Line(&ch.Statement)
			if sign == "~" {
				line += ": " + word(ch.Was) + " → " + word(ch.Is)
			}
			fmt.Fprintln(c.App.Writer, paint(color, line))
		}
		if !c.Bool("json") {
			fmt.Fprintf(c.App.Writer, "%d came, %d went, %d are held otherwise\n", n[0], n[1], n[2])
		}
		return nil
	},
}

// word is the status's word, "" for none.
func word(s graph.Status) string {
	if s == "" {
		return ""
	}
	return s.String()
}

// known reads a store, or what the store of --db knew on a day.
func known(c *cli.Context, name string) (k graph.Known, err error) {
	dir, until := name, time.Time{}
	if day, err := time.Parse(time.DateOnly, name); err == nil {
		dir, until = c.String("db"), day.AddDate(0, 0, 1)
	}
	s, err := graph.OpenToRead(dir)
	if err != nil {
		return k, err
	}
	k, err = s.Known(until)
	return k, errors.Join(err, s.Close())
}
