package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

var mergeCommand = &cli.Command{
	Name:      "merge",
	Usage:     "say that two entities are one",
	ArgsUsage: "A B",
	Description: "What is B is A from now on, in articles to come too. kg review --decided lists what was decided, --undo takes it back.\n" +
		"Example: kg merge e/ten-year-security-agreement.work e/strongest-agreement.work",
	Flags: []cli.Flag{dbFlag},
	Action: func(c *cli.Context) error {
		if c.NArg() != 2 {
			return usagef("merge needs two entities, each a name or an id")
		}
		return withStoreToWrite(c, func(s *graph.Store) error {
			a, b, err := resolveBoth(c, s)
			if err != nil {
				return err
			}
			if a.ID == b.ID {
				return fmt.Errorf("%s and %s: one entity already (%s)", c.Args().Get(0), c.Args().Get(1), a.ID)
			}
			return decide(c, s, graph.Decision{Kind: "merge", Entity: b.ID, To: a.ID})
		})
	},
}

var splitCommand = &cli.Command{
	Name:      "split",
	Usage:     "say that some mentions are of another thing",
	ArgsUsage: "ENTITY MENTION…",
	Description: "MENTION is a name that articles have for the thing, as kg show lists them, an article, or both as NAME@ARTICLE.\n" +
		"Example: kg split \"Jake Sullivan\" @us-ukraine-agreement",
	Flags: []cli.Flag{dbFlag, &cli.StringFlag{Name: "as", Usage: "the entity that they are of, an id (default: a new one)"}},
	Action: func(c *cli.Context) error {
		if c.NArg() < 2 {
			return usagef("split needs an entity and the mentions that are not of it (a NAME, an @ARTICLE, or NAME@ARTICLE)")
		}
		return withStoreToWrite(c, func(s *graph.Store) error {
			ent, err := resolve(c, s, c.Args().First())
			if err != nil {
				return err
			}
			have, err := s.Decisions()
			if err != nil {
				return err
			}
			to := graph.ID(c.String("as"))
			for n := 2; to == ""; n++ {
				to = graph.ID(fmt.Sprintf("%s~%d", ent.ID, n))
				for _, d := range have {
					if d.To == to || d.Entity == to {
						to = ""
						break
					}
				}
			}
			var list []graph.Decision
			for _, m := range c.Args().Tail() {
				d := graph.Decision{Kind: "split", Entity: ent.ID, To: to}
				name, doc, in := strings.Cut(m, "@")
				if d.Name = name; in {
					if d.Doc, err = findDocument(s, doc); err != nil {
						return err
					}
				}
				list = append(list, d)
			}
			return decide(c, s, list...)
		})
	},
}

var renameCommand = &cli.Command{
	Name:      "rename",
	Usage:     "choose the name that an entity is shown by",
	ArgsUsage: "ENTITY NAME",
	Description: "Articles keep their wording; the entity keeps its id.\n" +
		"Example: kg rename \"Joe Biden\" \"Joseph R. Biden\"",
	Flags: []cli.Flag{dbFlag},
	Action: func(c *cli.Context) error {
		if c.NArg() != 2 {
			return usagef("rename needs an entity and its name")
		}
		return withStoreToWrite(c, func(s *graph.Store) error {
			ent, err := resolve(c, s, c.Args().Get(0))
			if err != nil {
				return err
			}
			have, err := s.Decisions()
			if err != nil {
				return err
			}
			var old []graph.ID
			for _, d := range have {
				if d.Kind == "rename" && d.Entity == ent.ID {
					old = append(old, d.ID)
				}
			}
			if len(old) > 0 {
				if _, err := s.Undo(old...); err != nil {
					return err
				}
			}
			return decide(c, s, graph.Decision{Kind: "rename", Entity: ent.ID, Name: c.Args().Get(1)})
		})
	},
}

func decide(c *cli.Context, s *graph.Store, list ...graph.Decision) error {
	n, err := s.Decide(list...)
	if err != nil {
		return err
	}
	for _, d := range list {
		fmt.Fprintln(c.App.Writer, decisionLine(d))
	}
	if list[0].Kind != "rename" {
		fmt.Fprintf(c.App.Writer, "%s linked anew\n", counted(n, "document"))
	}
	return nil
}

func decisionLine(d graph.Decision) string {
	switch d.Kind {
	case "merge":
		return fmt.Sprintf("merge: %s is %s", d.Entity, d.To)
	case "split":
		what := d.Name
		if d.Doc != "" {
			what = strings.TrimSpace(what + " in " + graph.DocName(d.Doc))
		}
		return fmt.Sprintf("split: %s is not %s but %s", what, d.Entity, d.To)
	}
	return fmt.Sprintf("rename: %s is called %s", d.Entity, d.Name)
}
