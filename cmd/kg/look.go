package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/graph"
	"kg/queries"
)

var pathCommand = &cli.Command{
	Name:      "path",
	Usage:     "how two entities hang together: a shortest way over statements, with their sentences",
	ArgsUsage: "A B",
	Description: "Only what is asserted is used; --all takes what is denied or doubted too.\n" +
		"Example: kg path Biden Japan",
	Flags: []cli.Flag{
		dbFlag, jsonFlag,
		&cli.BoolFlag{Name: "all", Usage: "use what is denied or doubted too"},
		&cli.IntFlag{Name: "depth", Value: 6, Usage: "steps at most"},
	},
	Action: func(c *cli.Context) error {
		if c.NArg() != 2 {
			return usagef("path: want two names")
		}
		return withStore(c, func(s *graph.Store) error {
			a, err := resolve(c, s, c.Args().Get(0))
			if err != nil {
				return err
			}
			b, err := resolve(c, s, c.Args().Get(1))
			if err != nil {
				return err
			}
			statuses := []graph.Status{graph.Asserted}
			if c.Bool("all") {
				statuses = append(statuses, graph.Denied, graph.Doubted)
			}
			steps, err := s.Path(a.ID, b.ID, statuses, c.Int("depth"))
			if err != nil {
				return err
			}
			if len(steps) == 0 {
				fmt.Fprintf(c.App.ErrWriter, "kg: no way from %s to %s in %d steps\n", a.Name, b.Name, c.Int("depth"))
				return nil
			}
			return printPath(c, s, a.Name, steps)
		})
	},
}

func printPath(c *cli.Context, s *graph.Store, name string, steps []graph.Step) error {
	docs := map[graph.ID]graph.Document{}
	for _, step := range steps {
		row := queries.Row{"statement": step.Statement, "from": step.From, "to": step.To}
		if c.Bool("json") {
			if err := printRowJSON(c.App.Writer, s, row, docs); err != nil {
				return err
			}
			continue
		}
		st, err := s.Statement(step.Statement)
		if err != nil {
			return err
		}
		to, err := s.Node(step.To)
		if err != nil {
			return err
		}
		fmt.Fprintf(c.App.Writer, "%s → %s\n  ", name, to.Name)
		if err := printStatement(c.App.Writer, s, &st, row, docs); err != nil {
			return err
		}
		name = to.Name
	}
	return nil
}

var timelineCommand = &cli.Command{
	Name:        "timeline",
	Usage:       "what happened with an entity, in order of time",
	ArgsUsage:   "ENTITY",
	Description: "What has no time of its own stands at the date of its document.\nExample: kg timeline Ukraine",
	Flags:       []cli.Flag{dbFlag, jsonFlag, limitFlag, timeoutFlag},
	Action: func(c *cli.Context) error {
		if c.NArg() == 0 {
			return usagef("timeline: no name given")
		}
		q, err := queries.Find("timeline")
		if err != nil {
			return err
		}
		return answer(c, q, q.Name, []string{strings.Join(c.Args().Slice(), " ")})
	},
}

var conflictsCommand = &cli.Command{
	Name:  "conflicts",
	Usage: "what some statements assert and others deny for the same time",
	Flags: []cli.Flag{dbFlag, jsonFlag},
	Action: func(c *cli.Context) error {
		return withStore(c, func(s *graph.Store) error {
			found, err := s.Conflicts()
			if err != nil {
				return err
			}
			docs := map[graph.ID]graph.Document{}
			for n, f := range found {
				for _, sts := range f.Sides {
					for i := range sts {
						row := queries.Row{"statement": sts[i].ID}
						var err error
						if c.Bool("json") {
							row["conflict"] = n + 1
							err = printRowJSON(c.App.Writer, s, row, docs)
						} else {
							err = printStatement(c.App.Writer, s, &sts[i], row, docs)
						}
						if err != nil {
							return err
						}
					}
				}
				if !c.Bool("json") {
					fmt.Fprintln(c.App.Writer)
				}
			}
			if len(found) == 0 {
				fmt.Fprintln(c.App.ErrWriter, "kg: no conflicts")
			}
			return nil
		})
	},
}
