package main

import (
	"fmt"
	"sort"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"kg/graph"
	"kg/ingest/extract"
	"kg/queries"
)

var timelineCommand = &cli.Command{
	Name:      "timeline",
	Usage:     "what happened with an entity, or what a saved query finds, in order of time",
	ArgsUsage: "ENTITY | QUERY ARGUMENT…",
	Description: "What has no time of its own stands at the date of its document, in brackets.\n" +
		"Example: kg timeline Ukraine\n" +
		"         kg timeline signed-with Ukraine",
	Flags: []cli.Flag{dbFlag, jsonFlag, limitFlag, timeoutFlag, sinceFlag, untilFlag},
	Action: func(c *cli.Context) error {
		if c.NArg() == 0 {
			return usagef("timeline: no name given")
		}
		return withStore(c, func(s *graph.Store) error {
			sts, err := told(c, s)
			if err != nil {
				return err
			}
			return printTimeline(c, s, sts)
		})
	},
}

// told returns the statements that the arguments ask for: of a saved query, or of an entity.
func told(c *cli.Context, s *graph.Store) ([]graph.Statement, error) {
	q, err := queries.Find(c.Args().First())
	if err != nil || len(q.Params) == 0 && c.NArg() > 1 {
		ent, err := resolve(c, s, strings.Join(c.Args().Slice(), " "))
		if err != nil {
			return nil, err
		}
		return s.Statements(graph.Find{Entity: ent.ID})
	}
	vars, notes, err := q.Bind(s, c.Args().Tail())
	if err != nil {
		return nil, usagef("timeline %s: %v", q.Name, err)
	}
	for _, n := range notes {
		fmt.Fprintln(c.App.ErrWriter, "kg:", n)
	}
	res, err := queries.Run(c.Context, s, q.Script, vars, queries.Limits{Time: c.Duration("timeout")})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", q.Name, err)
	}
	var out []graph.Statement
	for _, row := range res.Rows {
		id, ok := row["statement"].(graph.ID)
		if !ok {
			return nil, usagef("timeline: %s finds no statements", q.Name)
		}
		st, err := s.Statement(id)
		if err != nil {
			return nil, err
		}
		out = append(out, st)
	}
	return out, nil
}

// moment is a statement with its place in time.
type moment struct {
	*graph.Statement
	at   time.Time
	when string // as shown
	own  bool   // its own time, not its document's
}

func printTimeline(c *cli.Context, s *graph.Store, sts []graph.Statement) error {
	docs := map[graph.ID]graph.Document{}
	since, until := period(c)
	var moments []moment
	width := 0
	for i := range sts {
		st := &sts[i]
		doc, err := document(s, st.Sources[0].Doc, docs)
		if err != nil {
			return err
		}
		m := moment{st, st.Time.Start, st.Time.Value, true}
		if m.at.IsZero() {
			m.at, m.own = doc.Date, false
			m.when = ""
			if !doc.Date.IsZero() {
				m.when = "[" + doc.Date.Format(time.DateOnly) + "]"
			}
		} else if m.when == "" {
			m.when = m.at.Format(time.DateOnly)
		}
		if !since.IsZero() && m.at.Before(since) || !until.IsZero() && (m.at.IsZero() || !m.at.Before(until)) {
			continue
		}
		width = max(width, utf8.RuneCountInString(m.when))
		moments = append(moments, m)
	}
	sort.SliceStable(moments, func(i, j int) bool {
		a, b := moments[i].at, moments[j].at
		if a.IsZero() != b.IsZero() {
			return b.IsZero() // what has no date at all comes last
		}
		return a.Before(b)
	})
	paint := painter(c.App.Writer)
	for i, m := range moments {
		if i >= atMost(c, len(moments)) {
			fmt.Fprintf(c.App.ErrWriter, "kg: only the first %d; more with --limit\n", i)
			break
		}
		if c.Bool("json") {
			row := queries.Row{"statement": m.ID, "time": m.when, "own": m.own}
			if err := printRowJSON(c.App.Writer, s, row, docs); err != nil {
				return err
			}
			continue
		}
		pad := strings.Repeat(" ", width-utf8.RuneCountInString(m.when))
		fmt.Fprintf(c.App.Writer, "%s%s  %s  %s\n", paint(bold, m.when), pad, statusPaint(paint, s.Status(*m.Statement), extract.Line(m.Statement)),
			paint(faint, "("+graph.DocName(m.Sources[0].Doc)+")"))
	}
	if len(moments) == 0 {
		fmt.Fprintln(c.App.ErrWriter, "kg: nothing in that time")
	}
	return nil
}

// statusPaint colours what is denied or doubted.
func statusPaint(paint func(color, text string) string, status graph.Status, text string) string {
	switch status {
	case graph.Denied:
		return paint(red, text)
	case graph.Doubted:
		return paint(yellow, text)
	}
	return text
}
