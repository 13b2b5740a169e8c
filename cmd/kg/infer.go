package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

var inferCommand = &cli.Command{
	Name:      "infer",
	Usage:     "what follows from what is asserted, with the rule and the statements it rests on",
	ArgsUsage: "[ENTITY]",
	Description: "The rules are those of the vocabulary (kg schema): inverse, symmetric and transitive relations, and its own rules.\n" +
		"What follows is not stored: nobody said it.\n" +
		"Example: kg infer Biden",
	Flags: []cli.Flag{dbFlag, jsonFlag},
	Action: func(c *cli.Context) error {
		return withStore(c, func(s *graph.Store) error {
			var about graph.ID
			if c.Args().Present() {
				ent, err := resolve(c, s, strings.Join(c.Args().Slice(), " "))
				if err != nil {
					return err
				}
				about = ent.ID
			}
			found, err := s.Infer(about)
			if err != nil {
				return err
			}
			if len(found) == 0 {
				fmt.Fprintln(c.App.ErrWriter, "kg: nothing follows")
			}
			return printDerived(c, c.App.Writer, s, found)
		})
	},
}

// printDerived prints derived edges with their rules and premises.
func printDerived(c *cli.Context, w io.Writer, s *graph.Store, found []graph.Derived) error {
	docs, r := map[graph.ID]graph.Document{}, s.Reader()
	line := func(d graph.Derived) (string, error) {
		from, err := s.Node(d.Subject)
		if err != nil {
			return "", err
		}
		to, err := s.Node(d.Object)
		return from.Name + " · " + strings.ReplaceAll(strings.TrimPrefix(string(d.Relation), "p/"), "-", " ") + " · " + to.Name, err
	}
	byID := map[graph.ID]graph.Derived{}
	for _, d := range found {
		byID[d.ID] = d
	}
	for _, d := range found {
		if c.Bool("json") {
			e := json.NewEncoder(w)
			e.SetEscapeHTML(false)
			if err := e.Encode(map[string]any{"id": d.ID, "subject": d.Subject, "relation": d.Relation, "object": d.Object, "rule": d.Rule, "premises": d.Premises}); err != nil {
				return err
			}
			continue
		}
		text, err := line(d)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%s  [derived: %s]\n", text, d.Rule)
		for _, p := range d.Premises {
			if other, ok := byID[p]; ok {
				text, err := line(other)
				if err != nil {
					return err
				}
				fmt.Fprintf(w, "  from %s  [derived]\n", text)
				continue
			}
			sts, _, err := r.Bearing(p, 3)
			if err != nil {
				return err
			}
			for i := range sts[:min(len(sts), 1)] {
				fmt.Fprint(w, "  from ")
				if err := printStatement(w, s, &sts[i], nil, docs); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
