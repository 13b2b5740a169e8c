package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"sync/atomic"
	"time"

	"github.com/urfave/cli/v2"

	"kg/graph"
)

var importCommand = &cli.Command{
	Name:      "import",
	Usage:     "put an export in N-Quads into a store, or make one of it",
	ArgsUsage: "FILE.nq[.gz]",
	Description: "A document that the store has already is replaced.\n" +
		"Example: kg export --format nquads | kg import --db copy.db -",
	Flags: []cli.Flag{dbFlag},
	Action: func(c *cli.Context) error {
		if c.NArg() != 1 {
			return usagef("import: want one file (or - for standard input)")
		}
		name, in, size := c.Args().First(), c.App.Reader, int64(0)
		if name != "-" {
			f, err := os.Open(name)
			if err != nil {
				return fmt.Errorf("%s: no such file", name)
			}
			defer f.Close()
			if info, err := f.Stat(); err == nil {
				size = info.Size()
			}
			in = f
		}
		reading := &countingReader{r: in}
		stop := reading.show(c.App.ErrWriter, size)
		err := importFrom(c.String("db"), name, reading)
		stop()
		if err != nil {
			return err
		}
		return withStore(c, func(s *graph.Store) error {
			docs, err := s.Documents()
			fmt.Fprintf(c.App.Writer, "%s in %s\n", counted(len(docs), "document"), dbName(c))
			return err
		})
	},
}

func importFrom(dir, name string, r io.Reader) error {
	in := bufio.NewReaderSize(r, 1<<16)
	if head, _ := in.Peek(2); len(head) == 2 && head[0] == 0x1f && head[1] == 0x8b {
		z, err := gzip.NewReader(in)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		defer z.Close()
		return graph.Import(dir, name, z)
	}
	return graph.Import(dir, name, in)
}

// countingReader knows how many bytes were read through it.
type countingReader struct {
	r io.Reader
	n atomic.Int64
}

// Read reads from the reader beneath.
func (c *countingReader) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.n.Add(int64(n))
	return n, err
}

// show writes a line on a terminal, over and over until stop is called: what was read of size bytes (0 for unknown), how
// fast, and how long the rest takes.
func (c *countingReader) show(w io.Writer, size int64) (stop func()) {
	if !terminal(w) {
		return func() {}
	}
	begun, done, ended := time.Now(), make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		tick := time.NewTicker(200 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-done:
				fmt.Fprint(w, "\r\x1b[K")
				return
			case <-tick.C:
			}
			n, sec := c.n.Load(), time.Since(begun).Seconds()
			fmt.Fprintf(w, "\r\x1b[K%.1f MB, %.1f MB/s", float64(n)/1e6, float64(n)/1e6/sec)
			if size > 0 && n > 0 {
				left := time.Duration(float64(size-n) / float64(n) * sec * float64(time.Second))
				fmt.Fprintf(w, ", %d%%, %v left", n*100/size, left.Round(time.Second))
			}
		}
	}()
	return func() {
		close(done)
		<-ended
	}
}
