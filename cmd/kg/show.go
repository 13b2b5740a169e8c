package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"sort"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/graph"
	"kg/ingest/extract"
	"kg/ingest/read"
)

var showCommand = &cli.Command{
	Name:      "show",
	Usage:     "what is known of a person, place, organization or thing",
	ArgsUsage: "ENTITY",
	Description: "ENTITY is a name, the beginning of one, or an id.\n" +
		"Example: kg show Zelenskyy",
	Flags: []cli.Flag{
		dbFlag, jsonFlag,
		&cli.IntFlag{Name: "limit", Value: 100, Usage: "statements at most, 0 for all"},
		&cli.BoolFlag{Name: "sentences", Usage: "show each statement's sentence"},
	},
	Action: func(c *cli.Context) error {
		if c.NArg() == 0 {
			return usagef("show: no name given")
		}
		return withStore(c, func(s *graph.Store) error {
			ent, err := resolve(c, s, strings.Join(c.Args().Slice(), " "))
			if err != nil {
				return err
			}
			sts, err := s.Statements(graph.Find{Entity: ent.ID})
			if err != nil {
				return err
			}
			if c.Bool("json") {
				return showJSON(c, s, ent, sts)
			}
			if err := show(c, s, ent, sts); err != nil {
				return err
			}
			derived, err := s.Infer(ent.ID)
			if err != nil || len(derived) == 0 {
				return err
			}
			fmt.Fprintln(c.App.Writer, "\nderived")
			return printDerived(c, c.App.Writer, s, derived)
		})
	},
}

func show(c *cli.Context, s *graph.Store, ent graph.Candidate, sts []graph.Statement) error {
	w := c.App.Writer
	docs := map[graph.ID]graph.Document{}
	for _, st := range sts {
		for _, src := range st.Sources {
			if _, err := document(s, src.Doc, docs); err != nil {
				return err
			}
		}
	}
	fmt.Fprintf(w, "%s — %s, %s\n", ent.Name, strings.ToLower(strings.Join(ent.Classes, ", ")), ent.ID)
	var others []string
	for _, n := range ent.Names {
		if n != ent.Name {
			others = append(others, n)
		}
	}
	if len(others) > 0 {
		fmt.Fprintf(w, "also: %s\n", strings.Join(others, "; "))
	}
	fmt.Fprintf(w, "%s in %s\n", counted(len(sts), "statement"), counted(len(docs), "document"))
	groups, order := map[string][]graph.Statement{}, []string(nil)
	for _, st := range sts {
		name := strings.ReplaceAll(strings.TrimPrefix(string(st.Relation.ID), "p/"), "-", " ")
		if groups[name] == nil {
			order = append(order, name)
		}
		groups[name] = append(groups[name], st)
	}
	sort.SliceStable(order, func(i, j int) bool { return len(groups[order[i]]) > len(groups[order[j]]) })
	left := c.Int("limit")
	for _, name := range order {
		fmt.Fprintf(w, "\n%s\n", name)
		for i := range groups[name] {
			if left--; left < 0 && c.Int("limit") > 0 {
				fmt.Fprintln(c.App.ErrWriter, "kg: more with --limit")
				return nil
			}
			st := &groups[name][i]
			if c.Bool("sentences") {
				if err := printStatement(w, s, st, nil, docs); err != nil {
					return err
				}
				continue
			}
			var where []string
			for _, src := range st.Sources {
				if name := citation(docs[src.Doc]); len(where) == 0 || where[len(where)-1] != name {
					where = append(where, name)
				}
			}
			fmt.Fprintf(w, "  %s  (%s)\n", extract.Line(st), strings.Join(where, "; "))
		}
	}
	return nil
}

func showJSON(c *cli.Context, s *graph.Store, ent graph.Candidate, sts []graph.Statement) error {
	said := []any{}
	for i := range sts {
		b, err := extract.JSON(&sts[i])
		if err != nil {
			return err
		}
		said = append(said, map[string]any{"id": sts[i].ID, "status": s.Status(sts[i]).String(), "statement": json.RawMessage(b)})
	}
	e := json.NewEncoder(c.App.Writer)
	e.SetEscapeHTML(false)
	return e.Encode(map[string]any{"id": ent.ID, "name": ent.Name, "names": ent.Names, "classes": ent.Classes, "statements": said})
}

// findDocument resolves a document's id, URL, or the file that it came from.
func findDocument(s *graph.Store, name string) (graph.ID, error) {
	id, err := s.FindDocument(name)
	if !errors.Is(err, graph.ErrNotFound) {
		return id, err
	}
	for doc, readErr := range read.Paths([]string{name}, read.Options{}) {
		if readErr != nil {
			break
		}
		if id, again := s.FindDocument(doc.ID); again == nil {
			return id, nil
		}
	}
	return "", err
}
