package main

import (
	"fmt"
	"iter"
	"time"

	"github.com/urfave/cli/v2"

	"kg/ingest/read"
	"kg/ingest/text"
)

// The flags of the commands that read articles.
var (
	dateFlag    = &cli.TimestampFlag{Name: "date", Layout: time.DateOnly, Usage: "date of articles that give none, YYYY-MM-DD"}
	fetchFlag   = &cli.BoolFlag{Name: "fetch", Usage: "read the pages that the entries of a feed file link to"}
	privateFlag = &cli.BoolFlag{Name: "private", Usage: "allow URLs that lead to private addresses"}
)

// articles yields the documents under the arguments, standard input where there is none. What the reader remarked goes
// to standard error.
func articles(c *cli.Context) iter.Seq2[*text.Document, error] { return articlesWith(c, nil) }

// articlesWith is articles that tells how far the reading is.
func articlesWith(c *cli.Context, progress *read.Progress) iter.Seq2[*text.Document, error] {
	paths := c.Args().Slice()
	if len(paths) == 0 {
		paths = []string{"-"}
	}
	o := read.Options{Stdin: c.App.Reader, Fetch: c.Bool("fetch"), Private: c.Bool("private"), Progress: progress}
	if d := c.Timestamp("date"); d != nil {
		o.Date = *d
	}
	return func(yield func(*text.Document, error) bool) {
		for d, err := range read.Paths(paths, o) {
			if err == nil {
				for _, r := range d.Remarks {
					fmt.Fprintln(c.App.ErrWriter, "kg:", r)
				}
			}
			if !yield(d, err) {
				return
			}
		}
	}
}
