package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

var exportCommand = &cli.Command{
	Name:        "export",
	Usage:       "write the graph for other tools",
	Description: exportHelp(),
	Flags: []cli.Flag{
		dbFlag,
		&cli.StringFlag{Name: "format", Value: "jsonld", Usage: "one of the formats above"},
		&cli.BoolFlag{Name: "plain", Usage: "entities and the edges between them alone"},
		&cli.StringFlag{Name: "o", Usage: "write to `FILE` (default: standard output)"},
	},
	Action: func(c *cli.Context) error {
		known := false
		var names []string
		for _, f := range graph.Formats {
			known = known || f.Name == c.String("format")
			names = append(names, f.Name)
		}
		if !known {
			return usagef("--format %s: no such format (use %s)", c.String("format"), strings.Join(names, ", "))
		}
		return withStore(c, func(s *graph.Store) error {
			if c.String("o") == "" {
				return s.Export(c.App.Writer, c.String("format"), c.Bool("plain"))
			}
			return writeFile(c.String("o"), func(w io.Writer) error { return s.Export(w, c.String("format"), c.Bool("plain")) })
		})
	},
}

func exportHelp() string {
	out := "Formats:\n"
	for _, f := range graph.Formats {
		out += fmt.Sprintf("  %-8s %s\n", f.Name, f.Doc)
	}
	return out + "Example: kg export --format nquads -o graph.nq"
}

// writeFile writes a file whole or not at all.
func writeFile(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".kg-*")
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	err = errors.Join(write(f), f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

var importCommand = &cli.Command{
	Name:      "import",
	Usage:     "make a store from an export in N-Quads",
	ArgsUsage: "FILE.nq",
	Flags:     []cli.Flag{dbFlag},
	Action: func(c *cli.Context) error {
		if c.NArg() != 1 {
			return usagef("import: want one file (or - for standard input)")
		}
		name, in := c.Args().First(), c.App.Reader
		if name != "-" {
			f, err := os.Open(name)
			if err != nil {
				return fmt.Errorf("%s: no such file", name)
			}
			defer f.Close()
			in = f
		}
		if err := graph.Import(c.String("db"), name, in); err != nil {
			return err
		}
		return withStore(c, func(s *graph.Store) error {
			docs, err := s.Documents()
			fmt.Fprintf(c.App.Writer, "%s in %s\n", counted(len(docs), "document"), c.String("db"))
			return err
		})
	},
}

var removeCommand = &cli.Command{
	Name:      "remove",
	Usage:     "take documents out, with what only they say",
	ArgsUsage: "DOC…",
	Description: "DOC is a document's id, its URL, or the file it came from.\n" +
		"Example: kg remove us-ukraine-agreement",
	Flags: []cli.Flag{dbFlag},
	Action: func(c *cli.Context) error {
		if !c.Args().Present() {
			return usagef("remove: no document given (kg query sources lists them)")
		}
		return withStore(c, func(s *graph.Store) error {
			var failed error
			for _, name := range c.Args().Slice() {
				id, err := findDocument(s, name)
				if err == nil {
					err = s.Remove(id)
				}
				if err != nil {
					fmt.Fprintln(c.App.ErrWriter, "kg:", err)
					failed = errReported
					continue
				}
				fmt.Fprintf(c.App.Writer, "%s is removed\n", graph.DocName(id))
			}
			return failed
		})
	},
}
