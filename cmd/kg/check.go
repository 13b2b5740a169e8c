package main

import (
	"encoding/json"
	"fmt"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

var statsCommand = &cli.Command{
	Name:  "stats",
	Usage: "count what the store holds",

	Description: "Example: kg stats",
	Flags:       []cli.Flag{dbFlag, jsonFlag},
	Action: func(c *cli.Context) error {
		return withStore(c, func(s *graph.Store) error {
			st, err := s.Stats()
			if err != nil {
				return err
			}
			if c.Bool("json") {
				return json.NewEncoder(c.App.Writer).Encode(st)
			}
			for _, row := range []struct {
				name string
				n    int
			}{
				{"documents", st.Documents}, {"  near-copies", st.Copies}, {"statements", st.Statements}, {"relations", st.Relations}, {"entities", st.Entities}, {"mentions", st.Mentions},
				{"kept apart", st.Apart}, {"facts", st.Facts}, {"  asserted", st.Asserted}, {"  denied", st.Denied}, {"  doubted", st.Doubted}, {"quads", st.Quads},
			} {
				if row.name == "kept apart" && s.Schema == "" {
					continue
				}
				fmt.Fprintf(c.App.Writer, "%-13s %8d\n", row.name, row.n)
			}
			return nil
		})
	},
}

// worst is the number of problems that check prints.
const worst = 20

var checkCommand = &cli.Command{
	Name:  "check",
	Usage: "verify the store: what statements call for against what is there, and the indexes",

	Description: "Example: kg check",
	Flags:       []cli.Flag{dbFlag},
	Action: func(c *cli.Context) error {
		return withStore(c, func(s *graph.Store) error {
			problems := 0
			quads, err := s.Check(func(p graph.Problem) {
				if problems++; problems <= worst {
					fmt.Fprintf(c.App.Writer, "%s: %s\n", p.What, p.Line)
				}
			})
			if err != nil {
				return err
			}
			if problems > 0 {
				if problems > worst {
					fmt.Fprintf(c.App.Writer, "… and %d more\n", problems-worst)
				}
				return fmt.Errorf("%s: %s; remove it and ingest again, or import an export", dbName(c), counted(problems, "problem"))
			}
			fmt.Fprintf(c.App.Writer, "%s: good, %d quads\n", dbName(c), quads)
			return nil
		})
	},
}

var compactCommand = &cli.Command{
	Name:  "compact",
	Usage: "rewrite the store's files in order, without what was deleted",

	Description: "Example: kg compact",
	Flags:       []cli.Flag{dbFlag},
	Action: func(c *cli.Context) error {
		return withStoreToWrite(c, func(s *graph.Store) error { return s.Compact() })
	},
}
