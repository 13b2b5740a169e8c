//go:build unix

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode"

	"github.com/urfave/cli/v2"

	"kg/graph"
	"kg/ingest"
)

// BenchmarkLook shows entities, finds ways between them and answers questions about them, over the heaviest entities of a
// store and over light ones: that of KG_BENCH_STORE, else one of the sample articles. The store is open already but for
// "command", which is all that kg does in its process. Beside the mean it gives the time that passed and the processors'
// time, those of the median of the things asked and of the slowest, each at its best.
func BenchmarkLook(b *testing.B) {
	db := os.Getenv("KG_BENCH_STORE")
	if db == "" {
		db = filepath.Join(b.TempDir(), "kg.db")
		if status := run([]string{"kg", "ingest", "--db", db, "../../data/articles"}, nil, io.Discard, io.Discard); status != 0 {
			b.Fatal("kg ingest failed")
		}
	}
	s, err := graph.OpenToRead(db)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	p, err := ingest.New()
	if err != nil {
		b.Fatal(err)
	}
	heavy, light, err := someEntities(s, 20)
	if err != nil {
		b.Fatal(err)
	}
	open := func(command *cli.Command, f func(*cli.Context) error) func([]string) error {
		return func(args []string) error {
			app := &cli.App{Writer: io.Discard, ErrWriter: io.Discard, ExitErrHandler: func(*cli.Context, error) {},
				Commands: []*cli.Command{{Name: command.Name, Flags: command.Flags, Action: f}}}
			return app.Run(append([]string{"kg"}, args...))
		}
	}
	show := open(showCommand, func(c *cli.Context) error { return showNamed(c, s, c.Args().First()) })
	path := open(pathCommand, func(c *cli.Context) error { return showWays(c, s) })
	ask := open(askCommand, func(c *cli.Context) error { return showAnswers(c, s, p, c.Args().First()) })
	whole := func(args []string) error {
		args = slices.Insert(args, 1, "--db", db)
		if status := run(append([]string{"kg"}, args...), nil, io.Discard, io.Discard); status == 1 && args[0] != "path" { // nor all ways be found
			return fmt.Errorf("kg %q failed", args)
		}
		return nil
	}
	for _, group := range []struct {
		name     string
		entities []graph.Node
	}{{"heavy", heavy}, {"light", light}} {
		var shows, paths, asks [][]string
		for i, n := range group.entities {
			other := group.entities[(i+7)%len(group.entities)]
			shows = append(shows, []string{"show", string(n.ID)})
			paths = append(paths, []string{"path", string(n.ID), string(other.ID)}, []string{"path", "--ways", "3", string(n.ID), string(other.ID)})
			named := strings.NewReplacer("ONE", n.Name, "TWO", other.Name)
			for _, q := range []string{"Who met ONE?", "What did ONE sign?", "Who is ONE?", "What did ONE say about TWO?", "How are ONE and TWO related?",
				"When did ONE attack TWO?", "How many people did ONE kill?", "Did ONE support TWO?", "Where is ONE?", "What happened in ONE?"} {
				asks = append(asks, []string{"ask", named.Replace(q)})
			}
		}
		for _, c := range []struct {
			name string
			args [][]string
			run  func([]string) error
		}{
			{"show", shows, show}, {"path", paths, path}, {"ask", asks, ask},
			{"command/show", shows, whole}, {"command/path", paths, whole}, {"command/ask", asks, whole},
		} {
			b.Run(c.name+"/"+group.name, func(b *testing.B) { each(b, c.args, c.run) })
		}
	}
}

// each runs f on each of the arguments in turn and reports how long they take and what of the processors' time, each at its
// best.
func each(b *testing.B, args [][]string, f func([]string) error) {
	passed, worked, times := make([]time.Duration, len(args)), make([]time.Duration, len(args)), 0
	least := func(all []time.Duration, i int, took time.Duration) {
		if all[i] == 0 || took < all[i] {
			all[i] = took
		}
	}
	for b.Loop() {
		i := times % len(args)
		times++
		begun, at := spent(), time.Now()
		if err := f(args[i]); err != nil && !errors.Is(err, errUsage) && !errors.Is(err, graph.ErrFar) { // questions may not be understood
			b.Fatalf("%q: %v", args[i], err)
		}
		least(passed, i, time.Since(at))
		least(worked, i, spent()-begun)
	}
	b.Logf("slowest: %q", args[slices.Index(passed, slices.Max(passed))])
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	for unit, all := range map[string][]time.Duration{"ms": passed, "ms-cpu": worked} {
		slices.Sort(all)
		b.ReportMetric(ms(all[len(all)/2]), unit+"-median")
		b.ReportMetric(ms(all[len(all)-1]), unit+"-slowest")
	}
}

// spent is the processors' time that the test has taken.
func spent() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// someEntities returns the n heaviest entities of a store, of those with names, and n of the lighter half.
func someEntities(s *graph.Store, n int) (heavy, light []graph.Node, err error) {
	all, _, err := s.Heaviest(1 << 30)
	if err != nil {
		return nil, nil, err
	}
	named := func(from, step int) (out []graph.Node, err error) {
		for at := from; at < len(all) && len(out) < n; at++ {
			node, err := s.Node(all[at].ID)
			if err != nil {
				return nil, err
			}
			if unicode.IsUpper([]rune(node.Name)[0]) {
				out = append(out, node)
				at += step
			}
		}
		return out, nil
	}
	if heavy, err = named(0, 0); err == nil {
		light, err = named(len(all)/2, len(all)/2/n/4)
	}
	return heavy, light, err
}
