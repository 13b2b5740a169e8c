package main

import (
	"context"
	"os"

	"github.com/urfave/cli/v2"

	"kg/graph"
	"kg/queries"
)

// lentCommand is the process of a script that a stranger sent; kg serve and kg mcp start it.
var lentCommand = &cli.Command{
	Name:   "run-lent",
	Usage:  "run a script on quads that the parent process lends",
	Hidden: true,
	Action: func(c *cli.Context) error { return queries.RunLent(c.App.Reader, c.App.Writer) },
}

// runApart runs a script in a process of its own.
func runApart(s *graph.Store) func(context.Context, string, queries.Limits) (queries.Result, error) {
	return func(ctx context.Context, script string, limits queries.Limits) (queries.Result, error) {
		exe, err := os.Executable()
		if err != nil {
			return queries.Result{}, err
		}
		return queries.RunApart(ctx, s, []string{exe, lentCommand.Name}, script, nil, limits)
	}
}
