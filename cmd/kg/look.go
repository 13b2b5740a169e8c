package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"kg/graph"
	"kg/queries"
)

var pathCommand = &cli.Command{
	Name:      "path",
	Usage:     "how two entities hang together: the best ways over statements, with their sentences",
	ArgsUsage: "A B",
	Description: "Only what is asserted is used; --all takes what is denied or doubted too.\n" +
		"The shortest way comes first, of ways as long the one that more statements bear.\n" +
		"Example: kg path Biden Japan\n" +
		"         kg path --ways 3 Biden Japan",
	Flags: []cli.Flag{
		dbFlag, jsonFlag,
		&cli.BoolFlag{Name: "all", Usage: "use what is denied or doubted too"},
		&cli.IntFlag{Name: "depth", Value: 6, Usage: "steps at most"},
		&cli.IntFlag{Name: "ways", Aliases: []string{"k"}, Value: 1, Usage: "ways at most, the best first"},
	},
	Action: func(c *cli.Context) error {
		if c.NArg() != 2 {
			return usagef("path: want two names")
		}
		return withStore(c, func(s *graph.Store) error { return showWays(c, s) })
	},
}

// showWays prints the ways between the two that the arguments name.
func showWays(c *cli.Context, s *graph.Store) error {
	a, b, err := resolveBoth(c, s)
	if err != nil {
		return err
	}
	statuses := []graph.Status{graph.Asserted}
	if c.Bool("all") {
		statuses = append(statuses, graph.Denied, graph.Doubted)
	}
	if a.ID == b.ID {
		return fmt.Errorf("%s and %s are one: %s", c.Args().Get(0), c.Args().Get(1), a.ID)
	}
	ways, err := s.Paths(a.ID, b.ID, statuses, c.Int("depth"), c.Int("ways"))
	if err != nil {
		return err
	}
	if len(ways) == 0 {
		fmt.Fprintf(c.App.ErrWriter, "kg: no way from %s to %s in %d steps%s\n", a.Name, b.Name, c.Int("depth"), map[bool]string{false: " over what is asserted; --all takes the rest too"}[c.Bool("all")])
		return nil
	}
	for i, steps := range ways {
		if len(ways) > 1 && !c.Bool("json") {
			fmt.Fprintf(c.App.Writer, "%s\n", painter(c.App.Writer)(bold, fmt.Sprintf("way %d, %s", i+1, counted(len(steps), "step"))))
		}
		if err := printPath(c, s, i+1, a.Name, steps); err != nil {
			return err
		}
	}
	return nil
}

func printPath(c *cli.Context, s *graph.Store, way int, name string, steps []graph.Step) error {
	docs := map[graph.ID]graph.Document{}
	for _, step := range steps {
		row := queries.Row{"statement": step.Statement, "from": step.From, "to": step.To, "way": way}
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
		fmt.Fprintf(c.App.Writer, "%s\n  ", painter(c.App.Writer)(bold, name+" → "+to.Name))
		if err := printStatement(c.App.Writer, s, &st, row, docs); err != nil {
			return err
		}
		name = to.Name
	}
	return nil
}

var conflictsCommand = &cli.Command{
	Name:        "conflicts",
	Usage:       "what some statements assert and others deny for the same time",
	Description: "Example: kg conflicts",
	Flags:       []cli.Flag{dbFlag, jsonFlag},
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
