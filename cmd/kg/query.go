package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"kg/graph"
	"kg/ingest/extract"
	"kg/queries"
)

var jsonFlag = &cli.BoolFlag{Name: "json", Usage: "print JSON, one object a line"}

var (
	limitFlag   = &cli.IntFlag{Name: "limit", Value: 1000, Usage: "rows at most, 0 for all"}
	timeoutFlag = &cli.DurationFlag{Name: "timeout", Value: 30 * time.Second, Usage: "time at most, 0 for any"}
)

var queryCommand = &cli.Command{
	Name:      "query",
	Usage:     "ask the graph: a saved query, a file, or a script in Gizmo",
	ArgsUsage: "[NAME ARGUMENT… | FILE]",
	Description: "Saved queries: kg query --list. Scripts have e(\"joe-biden\"), p(\"sign\"), not(\"sign\"), maybe(\"sign\") for the\n" +
		"graph's names, and follow(asserted), follow(sentences) as paths.\n" +
		"Example: kg query signed-with Ukraine\n" +
		"         kg query -e 'g.V(e(\"ukraine\")).out(p(\"sign\")).all()'",
	Flags: []cli.Flag{
		dbFlag, jsonFlag,
		&cli.StringFlag{Name: "e", Usage: "run `SCRIPT`"},
		&cli.BoolFlag{Name: "list", Usage: "list the saved queries"},
		limitFlag, timeoutFlag,
	},
	Action: func(c *cli.Context) error {
		if c.Bool("list") {
			return listQueries(c)
		}
		q, name, err := chosenQuery(c)
		if err != nil {
			return err
		}
		return answer(c, q, name, c.Args().Tail())
	},
}

// answer runs a query on the store of --db; name stands before its errors.
func answer(c *cli.Context, q queries.Query, name string, args []string) error {
	if c.Int("limit") < 0 || c.Duration("timeout") < 0 {
		return usagef("%s: --limit and --timeout cannot be negative", c.Command.Name)
	}
	s, err := openStore(c)
	if err != nil {
		return err
	}
	err = runQuery(c, s, q, name, args)
	if errors.Is(err, queries.ErrTimeout) {
		return err // the script may still read the store; the process ends
	}
	return errors.Join(err, s.Close())
}

func listQueries(c *cli.Context) error {
	all, err := queries.Saved()
	if err != nil {
		return err
	}
	for _, q := range all {
		if c.Bool("json") {
			err = json.NewEncoder(c.App.Writer).Encode(map[string]any{"name": q.Name, "question": q.Question, "params": q.Params, "example": q.Example})
		} else {
			_, err = fmt.Fprintf(c.App.Writer, "%-28s %s\n", q.Usage(), q.Question)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// chosenQuery is the query that the command line asks for; name stands before its errors.
func chosenQuery(c *cli.Context) (q queries.Query, name string, err error) {
	first := c.Args().First()
	switch {
	case c.IsSet("e"):
		if c.NArg() > 0 {
			return q, "", usagef("query: -e and %s: give one of them", first)
		}
		return queries.Query{Script: c.String("e")}, "script", nil
	case first == "":
		return q, "", usagef("query: give a saved query (kg query --list), a file, or -e SCRIPT")
	case first == "-":
		b, err := io.ReadAll(c.App.Reader)
		return queries.Query{Script: string(b)}, "stdin", err
	}
	q, err = queries.Find(first)
	if err == nil {
		return q, q.Name, nil
	}
	if b, fileErr := os.ReadFile(first); fileErr == nil {
		return queries.Query{Script: string(b)}, first, nil
	} else if !errors.Is(fileErr, fs.ErrNotExist) || strings.HasSuffix(first, ".js") {
		return q, "", fmt.Errorf("%s: cannot be read: %w", first, errors.Unwrap(fileErr))
	}
	return q, "", fmt.Errorf("%w (kg query --list)", err)
}

func runQuery(c *cli.Context, s *graph.Store, q queries.Query, name string, args []string) error {
	var vars map[string]any
	if q.Name != "" {
		var notes []string
		var err error
		if vars, notes, err = q.Bind(s, args); errors.Is(err, queries.ErrArguments) {
			return usagef("query %s: %v", q.Name, err)
		} else if err != nil {
			return err
		}
		for _, n := range notes {
			fmt.Fprintln(c.App.ErrWriter, "kg:", n)
		}
	}
	res, err := queries.Run(c.Context, s, q.Script, vars, queries.Limits{Rows: c.Int("limit"), Time: c.Duration("timeout")})
	if printErr := printRows(c, s, res.Rows); printErr != nil {
		return printErr
	}
	switch {
	case errors.Is(err, queries.ErrScript):
		return fmt.Errorf("%s:%w", name, err)
	case err != nil:
		return fmt.Errorf("%s: %w", name, err)
	case res.More:
		fmt.Fprintf(c.App.ErrWriter, "kg: only the first %d rows; more with --limit\n", c.Int("limit"))
	case res.Note != "":
		fmt.Fprintf(c.App.ErrWriter, "kg: no rows: %s\n", res.Note)
	case len(res.Rows) == 0:
		fmt.Fprintln(c.App.ErrWriter, "kg: no rows")
	}
	return nil
}

// printRows prints statements with their sentences, other rows as a table.
func printRows(c *cli.Context, s *graph.Store, rows []queries.Row) error {
	docs := map[graph.ID]graph.Document{}
	var table [][]string
	var columns []string
	for _, row := range rows {
		id, isStatement := row["statement"].(graph.ID)
		if c.Bool("json") {
			if err := printRowJSON(c.App.Writer, s, row, docs); err != nil {
				return err
			}
			continue
		}
		if isStatement {
			st, err := s.Statement(id)
			if err != nil {
				return err
			}
			if err := printStatement(c.App.Writer, s, &st, row, docs); err != nil {
				return err
			}
			continue
		}
		if columns == nil {
			columns = queries.Columns(rows)
		}
		var line []string
		for _, k := range columns {
			line = append(line, queries.Text(row[k]))
		}
		table = append(table, line)
	}
	return printTable(c.App.Writer, columns, table)
}

// printStatement prints what a statement says, then the sentence and where it stands.
func printStatement(w io.Writer, s *graph.Store, st *graph.Statement, row queries.Row, docs map[graph.ID]graph.Document) error {
	if t, _ := row["time"].(string); t != "" {
		fmt.Fprintf(w, "%s  ", t)
	}
	fmt.Fprintln(w, extract.Line(st))
	for _, src := range st.Sources {
		doc, err := document(s, src.Doc, docs)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "    “%s” (%s)\n", strings.Join(strings.Fields(src.Quote), " "), citation(doc)); err != nil {
			return err
		}
	}
	return nil
}

// citation names a document: its publisher or id, and its date.
func citation(d graph.Document) string {
	name := graph.DocName(d.ID)
	if d.Publisher != "" {
		name = d.Publisher + ", " + name
	}
	if !d.Date.IsZero() {
		name += ", " + d.Date.Format(time.DateOnly)
	}
	return name
}

func document(s *graph.Store, id graph.ID, docs map[graph.ID]graph.Document) (graph.Document, error) {
	if d, ok := docs[id]; ok {
		return d, nil
	}
	d, err := s.Document(id)
	docs[id] = d
	return d, err
}

// printRowJSON prints a row as one JSON object; a statement is an object of its own within it.
func printRowJSON(w io.Writer, s *graph.Store, row queries.Row, docs map[graph.ID]graph.Document) error {
	out := map[string]any{}
	for k, v := range row {
		out[k] = v
	}
	if id, ok := row["statement"].(graph.ID); ok {
		st, err := s.Statement(id)
		if err != nil {
			return err
		}
		said, err := extract.JSON(&st)
		if err != nil {
			return err
		}
		out["statement"], out["id"], out["status"] = json.RawMessage(said), id, s.Status(st).String()
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(out)
}
