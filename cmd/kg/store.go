package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

var dbFlag = &cli.StringFlag{Name: "db", Value: "kg.db", EnvVars: []string{"KG_DB"}, Usage: "folder of the store, or postgres://USER@HOST/DATABASE"}

// dbName is --db as it may be shown.
func dbName(c *cli.Context) string { return graph.Shown(c.String("db")) }

var noSyncFlag = &cli.BoolFlag{Name: "no-sync", Usage: "do not wait for the disk with each step: faster, and the last steps may be lost with the power"}

// openStore opens the store of --db for reading.
func openStore(c *cli.Context) (*graph.Store, error) { return graph.OpenToRead(c.String("db")) }

// withStore runs f on the store of --db, opened for reading, and closes it.
func withStore(c *cli.Context, f func(*graph.Store) error) error {
	return with(c, graph.OpenToRead, f)
}

// withStoreToWrite runs f on the store of --db and closes it; no other process can write it meanwhile.
func withStoreToWrite(c *cli.Context, f func(*graph.Store) error) error {
	return with(c, graph.Open, func(s *graph.Store) error {
		if err := tellOutdated(c, s); err != nil {
			return err
		}
		return f(s)
	})
}

// tellOutdated says on standard error that the next write will take its time, where it will.
func tellOutdated(c *cli.Context, s *graph.Store) error {
	n, err := s.Outdated()
	if n > 0 {
		fmt.Fprintf(c.App.ErrWriter, "kg: another kg linked the names of %s: the next write links its %d documents anew\n", dbName(c), n)
	}
	return err
}

func with(c *cli.Context, open func(dir string) (*graph.Store, error), f func(*graph.Store) error) error {
	s, err := open(c.String("db"))
	if err != nil {
		return err
	}
	return errors.Join(f(s), s.Close())
}

// resolve returns the entity that a name means, and says on standard error what else it may have meant.
func resolve(c *cli.Context, s *graph.Store, name string) (graph.Candidate, error) {
	ent, err := s.Resolve(name)
	if many, ok := errors.AsType[*graph.AmbiguousError](err); ok {
		return ent, candidatesError{many}
	}
	if n := ent.Note(name); n != "" {
		fmt.Fprintln(c.App.ErrWriter, "kg:", n)
	}
	return ent, err
}

// resolveBoth resolves the names that are the first two arguments.
func resolveBoth(c *cli.Context, s *graph.Store) (a, b graph.Candidate, err error) {
	if a, err = resolve(c, s, c.Args().Get(0)); err == nil {
		b, err = resolve(c, s, c.Args().Get(1))
	}
	return a, b, err
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

// mostCandidates is the number of things that a name may mean which are listed.
const mostCandidates = 12

// candidatesError lists what an ambiguous name may mean, one a line.
type candidatesError struct{ *graph.AmbiguousError }

func (e candidatesError) Error() string {
	var rows [][]string
	for i, c := range e.Candidates {
		if i == mostCandidates {
			rows = append(rows, []string{"", fmt.Sprintf("… and %d more", len(e.Candidates)-i)})
			break
		}
		rows = append(rows, []string{" ", c.Name, strings.ToLower(strings.Join(c.Classes, ", ")), counted(c.Statements, "statement"), string(c.ID)})
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%q may mean %d things; give more of the name, or an id:\n", e.Name, len(e.Candidates))
	width := [5]int{}
	for _, r := range rows {
		for i, cell := range r {
			width[i] = max(width[i], utf8.RuneCountInString(cell))
		}
	}
	for _, r := range rows {
		line := ""
		for i, cell := range r {
			line += cell + strings.Repeat(" ", width[i]-utf8.RuneCountInString(cell)+2)
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func (e candidatesError) Unwrap() error { return e.AmbiguousError }
