package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"

	"kg/graph"
	"kg/schema"
)

var exportCommand = &cli.Command{
	Name:        "export",
	Usage:       "write the graph for other tools",
	Description: exportHelp(),
	Flags: []cli.Flag{
		dbFlag,
		&cli.StringFlag{Name: "format", Value: "jsonld", Usage: "one of the formats above"},
		&cli.BoolFlag{Name: "plain", Usage: "entities and the edges between them alone"},
		&cli.BoolFlag{Name: "derived", Usage: "what follows from the edges as well (kg infer), marked as derived, with rule and premises"},
		&cli.StringFlag{Name: "o", Usage: "write to `FILE` (default: standard output)"},
		&cli.StringFlag{Name: "around", Usage: "only what `ENTITY` has to do with"},
		&cli.IntFlag{Name: "depth", Value: 1, Usage: "with --around: in so many steps"},
		sinceFlag, untilFlag,
		&cli.StringFlag{Name: "relation", Usage: "only statements with this `VERB`: \"sign\", \"take place in\""},
		&cli.StringFlag{Name: "class", Usage: "only statements of which subject or object is a Person, Organization, Place, Event, Work, Group or Thing"},
		&cli.StringFlag{Name: "status", Usage: "only what is asserted, denied or doubted"},
	},
	Action: func(c *cli.Context) error {
		var names []string
		for _, f := range graph.Formats {
			names = append(names, f.Name)
		}
		if !slices.Contains(names, c.String("format")) {
			return usagef("--format %s: no such format%s (use %s)", c.String("format"), meant(c.String("format"), names), strings.Join(names, ", "))
		}
		return withStore(c, func(s *graph.Store) error {
			part, err := narrow(c, s)
			if err != nil {
				return err
			}
			part.Derived = c.Bool("derived")
			write := func(w io.Writer) error { return s.ExportPart(w, c.String("format"), c.Bool("plain"), part) }
			if c.String("o") == "" {
				return write(c.App.Writer)
			}
			return writeFile(c.String("o"), write)
		})
	},
}

// Limits on the time of statements.
var (
	sinceFlag = &cli.TimestampFlag{Name: "since", Layout: time.DateOnly, Usage: "only what happened on this day or later, YYYY-MM-DD"}
	untilFlag = &cli.TimestampFlag{Name: "until", Layout: time.DateOnly, Usage: "only what happened on this day or before, YYYY-MM-DD"}
)

// period is the half-open interval of --since and --until, zero where they are not given.
func period(c *cli.Context) (since, until time.Time) {
	if t := c.Timestamp("since"); t != nil {
		since = *t
	}
	if t := c.Timestamp("until"); t != nil {
		until = t.AddDate(0, 0, 1)
	}
	return since, until
}

// narrow reads the flags that leave out parts of the graph.
func narrow(c *cli.Context, s *graph.Store) (n graph.Narrow, err error) {
	if c.IsSet("around") {
		ent, err := resolve(c, s, c.String("around"))
		if err != nil {
			return n, err
		}
		n.Around, n.Depth = ent.ID, c.Int("depth")
	}
	if n.Depth < 1 && c.IsSet("around") {
		return n, usagef("--depth %d: want 1 or more", n.Depth)
	}
	if c.IsSet("depth") && !c.IsSet("around") {
		return n, usagef("--depth: how far from what? (give --around too)")
	}
	n.Since, n.Until = period(c)
	n.Relation = c.String("relation")
	if n.Class, err = classFlag(c); err != nil {
		return n, err
	}
	n.Status, err = statusFlag(c)
	return n, err
}

// classFlag reads --class in any case.
func classFlag(c *cli.Context) (string, error) {
	var classes []string
	for _, known := range schema.Classes {
		if strings.EqualFold(known.Name, c.String("class")) {
			return known.Name, nil
		}
		classes = append(classes, known.Name)
	}
	if c.String("class") == "" {
		return "", nil
	}
	return "", usagef("--class %s: no such class (use %s)", c.String("class"), strings.Join(classes, ", "))
}

func statusFlag(c *cli.Context) (graph.Status, error) {
	for _, status := range []graph.Status{graph.Asserted, graph.Denied, graph.Doubted} {
		if status.String() == c.String("status") {
			return status, nil
		}
	}
	if c.String("status") == "" {
		return "", nil
	}
	return "", usagef("--status %s: want asserted, denied or doubted", c.String("status"))
}

// meant is "; did you mean x?" where one of the names is near.
func meant(name string, names []string) string {
	if near := schema.Nearest(name, names); len(near) > 0 {
		return "; did you mean " + strings.Join(near, " or ") + "?"
	}
	return ""
}

func exportHelp() string {
	out := "Formats:\n"
	for _, f := range graph.Formats {
		out += fmt.Sprintf("  %-8s %s\n", f.Name, f.Doc)
	}
	return out + "Example: kg export --format nquads -o graph.nq\n" +
		"         kg export --format svg --around Ukraine -o ukraine.svg"
}

// writeFile writes a file whole or not at all, and leaves nothing else behind when it is interrupted.
func writeFile(path string, write func(io.Writer) error) error {
	interrupted, over := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(interrupted, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(interrupted)
	f, err := os.CreateTemp(filepath.Dir(path), ".kg-*")
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	defer close(over)
	go func() {
		select {
		case <-interrupted:
			os.Remove(f.Name())
			os.Exit(1)
		case <-over:
		}
	}()
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
		return withStoreToWrite(c, func(s *graph.Store) error {
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
