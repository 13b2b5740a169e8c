package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

var dbFlag = &cli.StringFlag{Name: "db", Value: "kg.db", EnvVars: []string{"KG_DB"}, Usage: "folder of the store"}

// openStore opens the store of --db.
func openStore(c *cli.Context) (*graph.Store, error) { return graph.Open(c.String("db")) }

// withStore runs f on the store of --db and closes it.
func withStore(c *cli.Context, f func(*graph.Store) error) error {
	s, err := openStore(c)
	if err != nil {
		return err
	}
	return errors.Join(f(s), s.Close())
}

// resolve returns the entity that a name means, and says on standard error what else it may have meant.
func resolve(c *cli.Context, s *graph.Store, name string) (graph.Candidate, error) {
	ent, err := s.Resolve(name)
	if n := ent.Note(name); n != "" {
		fmt.Fprintln(c.App.ErrWriter, "kg:", n)
	}
	return ent, err
}

// counted is a number with its noun: "1 document", "2 documents", "3 entities".
func counted(n int, noun string) string {
	switch {
	case n == 1:
	case noun[len(noun)-1] == 'y':
		noun = noun[:len(noun)-1] + "ies"
	default:
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// terminal reports whether w is one.
func terminal(w any) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
