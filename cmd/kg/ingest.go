package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"

	"kg/graph"
	"kg/ingest"
	"kg/ingest/extract"
	"kg/ingest/read"
)

var ingestCommand = &cli.Command{
	Name:      "ingest",
	Usage:     "read articles and store what they say",
	ArgsUsage: "PATH|URL…",
	Description: "PATH is a file, a folder, a URL or - for standard input. An article that is stored already is replaced.\n" +
		"Example: kg ingest --date 2024-06-12 article.txt",
	Flags: []cli.Flag{
		dbFlag,
		dateFlag, fetchFlag, privateFlag,
		&cli.StringFlag{Name: "assert", Value: graph.Reported.String(), Usage: "what becomes a fact: strict, reported or all; fixed when the store is made"},
		&cli.StringFlag{Name: "gazetteer", Usage: "things of your own: CSV or JSON lines of name, aliases, class, sameAs"},
		&cli.StringFlag{Name: "schema", Usage: "a vocabulary of your own (kg schema prints the form); what is not in it is no fact; fixed when the store is made"},
		&cli.StringFlag{Name: "base", Usage: "base of all IRIs; fixed when the store is made (default: urn:kg:)"},
		noSyncFlag,
		&cli.IntFlag{Name: "jobs", Usage: "articles to analyse at once (default: as many as there are processors)"},
	},
	Action: ingestArticles,
}

func ingestArticles(c *cli.Context) error {
	if !c.Args().Present() {
		return usagef("ingest: no PATH given (a file, a folder, or - for standard input)")
	}
	policy, err := graph.ParsePolicy(c.String("assert"))
	if err != nil {
		return usagef("--assert %v", err)
	}
	if err := (graph.Settings{Base: c.String("base")}).Check(); err != nil {
		return usagef("--base: %v", err)
	}
	own, err := ownSchema(c)
	if err != nil {
		return err
	}
	if n := c.Int("jobs"); n > 0 {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(n))
	} else if c.IsSet("jobs") {
		return usagef("--jobs %d: want 1 or more", n)
	}
	store, err := graph.Open(c.String("db"))
	switch {
	case errors.Is(err, graph.ErrNoStore): // made with the first article that can be read
	case err != nil:
		return err
	case c.IsSet("assert") && policy != store.Assert:
		return errors.Join(usagef("%s was made with --assert %s; give a new store with --db to have %s", dbName(c), store.Assert, policy), store.Close())
	case c.IsSet("base") && c.String("base") != store.Base:
		return errors.Join(usagef("%s was made with --base %s; give a new store with --db to have %s", dbName(c), store.Base, c.String("base")), store.Close())
	case c.IsSet("schema") && own != store.Schema:
		was := "the program's vocabulary"
		if store.Schema != "" {
			was = "another vocabulary (digest " + store.SchemaDigest() + ", not " + graph.Settings{Schema: own}.SchemaDigest() + ")"
		}
		return errors.Join(usagef("--schema %s: %s was made with %s; give a new store with --db", c.String("schema"), dbName(c), was), store.Close())
	}
	if store != nil {
		if c.Bool("no-sync") {
			store.NoSync()
		}
		if err := tellOutdated(c, store); err != nil {
			return errors.Join(err, store.Close())
		}
	}
	sum := summary{entities: map[graph.ID]bool{}, facts: map[graph.ID]bool{}}
	err = func() error {
		p, err := ingest.New()
		if err != nil {
			return err
		}
		if path := c.String("gazetteer"); path != "" {
			f, err := os.Open(path)
			if err != nil {
				return err
			}
			err = p.Known.Add(path, f)
			f.Close()
			if err != nil {
				return err
			}
		}
		ctx, stop := signal.NotifyContext(c.Context, os.Interrupt, syscall.SIGTERM)
		defer stop()
		context.AfterFunc(ctx, stop) // a second Ctrl-C ends at once
		var reading read.Progress
		progress := newProgress(c.App.ErrWriter, reading.Share)
		defer progress.clear()
		fresh := &freshness{store: store, known: p.Known.Digest()}
		var batch []ingest.Result
		flushed := time.Now()
		flush := func() error {
			if len(batch) == 0 {
				return nil
			}
			if store == nil {
				store, err = graph.Create(c.String("db"), graph.Settings{Base: c.String("base"), Assert: policy, Schema: own})
				if err != nil {
					return err
				}
				if c.Bool("no-sync") {
					store.NoSync()
				}
			}
			var put []graph.Article
			for _, r := range batch {
				put = append(put, graph.Article{Document: r.Document(), Statements: r.Statements, Digest: fresh.digest(r.Doc)})
			}
			done, err := store.PutAll(put)
			if err != nil {
				return err
			}
			progress.clear()
			for i, r := range batch {
				if err := done[i].Err; err != nil {
					sum.fail(c, err)
				} else {
					sum.add(store, r, done[i])
				}
			}
			progress.show(&sum)
			batch, flushed = batch[:0], time.Now()
			return nil
		}
		for r, err := range p.All(ctx, fresh.filter(articlesWith(c, &reading))) {
			if err != nil {
				progress.clear()
				sum.fail(c, err)
				continue
			}
			if batch = append(batch, r); len(batch) == atOnce || time.Since(flushed) > time.Second {
				if err := flush(); err != nil {
					return err
				}
			}
		}
		if err := flush(); err != nil {
			return err
		}
		sum.changes[graph.Unchanged] += int(fresh.unchanged.Load())
		if errors.Is(ctx.Err(), context.Canceled) {
			fmt.Fprintln(c.App.ErrWriter, "kg: stopped; what is counted below is stored, the same command goes on from there")
			sum.interrupted = true
		}
		return nil
	}()
	if store != nil {
		err = errors.Join(err, sum.count(store), store.Close())
	}
	if err != nil {
		return err
	}
	sum.print(c)
	if sum.failed > 0 || sum.interrupted {
		return errReported
	}
	return nil
}

// atOnce is the number of articles that are stored in one step, fewer where a second has gone by: more is faster, and
// loses more when it is cut off.
const atOnce = 16

// mostFailures is the number of failures that a summary tells.
const mostFailures = 10

// sample is the number of statements that a summary shows.
const sample = 12

// summary is what one run of ingest stored.
type summary struct {
	changes         [4]int // by graph.Change
	statements      int
	entities, facts map[graph.ID]bool
	failed          int
	failures        []string // the first, and why
	interrupted     bool
	lines           []string   // the first statements
	title           string     // of the first article
	stored          []graph.ID // new and changed
	copies          int        // of them, near-copies of others
}

// count finds out how many of what was stored are near-copies.
func (s *summary) count(store *graph.Store) error {
	for _, id := range s.stored {
		original, err := store.Original(id)
		if err != nil {
			return err
		}
		if original != id {
			s.copies++
		}
	}
	return nil
}

func (s *summary) add(store *graph.Store, r ingest.Result, done graph.Stored) {
	s.changes[done.Change]++
	if done.Change != graph.Unchanged {
		s.stored = append(s.stored, graph.DocID(r.Doc.ID))
	}
	s.statements += len(done.Statements)
	for i := range done.Statements {
		st := &done.Statements[i]
		for _, v := range []graph.Value{st.Subject, st.Object, st.By, st.Place} {
			if v.ID != "" {
				s.entities[v.ID] = true
			}
		}
		if st.Subject.ID != "" && !st.Object.None() && store.Apart(st) == "" {
			s.facts[store.Fact(st)] = true
		}
		if len(s.lines) < sample && (s.title == "" || s.title == r.Doc.ID) {
			s.title = r.Doc.ID
			s.lines = append(s.lines, extract.Line(st))
		}
	}
}

func (s *summary) fail(c *cli.Context, err error) {
	if s.failed++; s.failed <= mostFailures {
		s.failures = append(s.failures, err.Error())
	}
	fmt.Fprintln(c.App.ErrWriter, "kg:", err)
}

func (s *summary) documents() int {
	return s.changes[graph.Unchanged] + s.changes[graph.Added] + s.changes[graph.Changed]
}

func (s *summary) print(c *cli.Context) {
	out := c.App.Writer
	if len(s.lines) > 0 {
		fmt.Fprintf(out, "%s says:\n", s.title)
		for _, l := range s.lines {
			fmt.Fprintln(out, " ", l)
		}
		if n := s.statements - len(s.lines); n > 0 {
			fmt.Fprintf(out, "  … and %s more\n", counted(n, "statement"))
		}
		fmt.Fprintln(out)
	}
	fmt.Fprintf(out, "%s (%d new, %d changed, %d unchanged)", counted(s.documents(), "document"),
		s.changes[graph.Added], s.changes[graph.Changed], s.changes[graph.Unchanged])
	if s.changes[graph.Added]+s.changes[graph.Changed] > 0 {
		fmt.Fprintf(out, ", %s, %s, %s", counted(s.statements, "statement"), counted(len(s.entities), "entity"), counted(len(s.facts), "fact"))
	}
	fmt.Fprintf(out, " in %s\n", dbName(c))
	if s.copies > 0 {
		fmt.Fprintf(out, "%s of other articles: each counts with its original as one source\n", counted(s.copies, "near-copy"))
	}
	if s.failed > 0 {
		fmt.Fprintf(out, "%d failed:\n", s.failed)
		for _, why := range s.failures {
			fmt.Fprintln(out, " ", why)
		}
		if n := s.failed - len(s.failures); n > 0 {
			fmt.Fprintf(out, "  … and %d more\n", n)
		}
	}
	if s.documents() > 0 {
		fmt.Fprintln(out, "Next: kg query --list, kg show NAME, kg export --format jsonld")
	}
}
