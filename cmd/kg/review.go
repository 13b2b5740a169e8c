package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

var reviewCommand = &cli.Command{
	Name:  "review",
	Usage: "the doubtful links between names, and what was decided about them",
	Description: "Prints names that were linked to another on weak evidence, or left alone because they may mean several things,\n" +
		"with a sentence of each side. kg merge and kg split decide; decisions hold for articles to come.\n" +
		"--json with --decided writes what --import takes in another store.\n" +
		"Example: kg review --most 0.9\n" +
		"         kg review --decided",
	Flags: []cli.Flag{
		dbFlag, jsonFlag,
		&cli.Float64Flag{Name: "most", Value: graph.Doubtful, Usage: "the highest score to list, 0 to 1"},
		&cli.IntFlag{Name: "limit", Value: 50, Usage: "links at most, 0 for all"},
		&cli.BoolFlag{Name: "decided", Usage: "list the decisions instead"},
		&cli.StringFlag{Name: "undo", Usage: "take back the decision of that id"},
		&cli.StringFlag{Name: "import", Usage: "take decisions from a file that --decided --json wrote"},
	},
	Action: func(c *cli.Context) error {
		return withStoreToWrite(c, func(s *graph.Store) error {
			switch {
			case c.String("undo") != "":
				id, err := graph.DecisionID(c.String("undo"))
				if err != nil {
					return usagef("--undo %v", err)
				}
				n, err := s.Undo(id)
				if err == nil {
					fmt.Fprintf(c.App.Writer, "taken back; %s linked anew\n", counted(n, "document"))
				}
				return err
			case c.String("import") != "":
				return importDecisions(c, s, c.String("import"))
			case c.Bool("decided"):
				return listDecisions(c, s)
			}
			return review(c, s)
		})
	},
}

func listDecisions(c *cli.Context, s *graph.Store) error {
	all, err := s.Decisions()
	if err != nil {
		return err
	}
	if len(all) == 0 {
		fmt.Fprintln(c.App.ErrWriter, "no decisions yet: kg merge, split and rename make them")
	}
	e := json.NewEncoder(c.App.Writer)
	e.SetEscapeHTML(false)
	for _, d := range all {
		if c.Bool("json") {
			err = e.Encode(d)
		} else {
			_, err = fmt.Fprintf(c.App.Writer, "%s  %s\n", d.ID, decisionLine(d))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func importDecisions(c *cli.Context, s *graph.Store, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var list []graph.Decision
	for d := json.NewDecoder(f); ; {
		var x graph.Decision
		err := d.Decode(&x)
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = x.Check()
		}
		if err != nil {
			return fmt.Errorf("%s: decision %d: %w", path, len(list)+1, err)
		}
		list = append(list, x)
	}
	n, err := s.Decide(list...)
	if err == nil {
		fmt.Fprintf(c.App.Writer, "%s, %s linked anew\n", counted(len(list), "decision"), counted(n, "document"))
	}
	return err
}

func review(c *cli.Context, s *graph.Store) error {
	found, err := s.Review(c.Float64("most"))
	if err != nil {
		return err
	}
	e := json.NewEncoder(c.App.Writer)
	e.SetEscapeHTML(false)
	docs := map[graph.ID]graph.Document{}
	if len(found) == 0 {
		fmt.Fprintln(c.App.ErrWriter, "no doubtful links")
	}
	for i, r := range found {
		if n := c.Int("limit"); n > 0 && i == n {
			fmt.Fprintf(c.App.ErrWriter, "kg: %d more with --limit\n", len(found)-n)
			break
		}
		if c.Bool("json") {
			err = e.Encode(map[string]any{"name": r.Name, "class": r.Class, "entity": r.Entity, "evidence": r.Evidence,
				"score": r.Score, "documents": r.Docs, "against": r.Against})
			if err != nil {
				return err
			}
			continue
		}
		node, err := s.Node(r.Entity)
		if err != nil {
			return err
		}
		fmt.Fprintf(c.App.Writer, "%.2f  %s → %s (%s): %s, %s\n", r.Score, r.Name, node.Name, r.Entity, strings.Join(r.Evidence, ", "), counted(len(r.Docs), "document"))
		doc, err := document(s, r.Docs[0], docs)
		if err != nil {
			return err
		}
		fmt.Fprintf(c.App.Writer, "    %s: “%s”\n", r.Name, doc.Sentence(r.Name))
		for _, id := range append([]graph.ID{r.Entity}, r.Against...) {
			if err := otherSide(c, s, id, r.Docs, docs); err != nil {
				return err
			}
		}
	}
	return nil
}

// otherSide prints a sentence about an entity from a document that is none of those.
func otherSide(c *cli.Context, s *graph.Store, id graph.ID, but []graph.ID, docs map[graph.ID]graph.Document) error {
	node, err := s.Node(id)
	if errors.Is(err, graph.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	sts, err := s.Statements(graph.Find{Entity: id})
	if err != nil {
		return err
	}
	for _, st := range sts {
		for _, src := range st.Sources {
			known := false
			for _, d := range but {
				known = known || d == src.Doc
			}
			if !known {
				_, err := fmt.Fprintf(c.App.Writer, "    %s (%s): “%s”\n", node.Name, id, src.Quote)
				return err
			}
		}
	}
	return nil
}
