package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/urfave/cli/v2"

	"kg/cmd/kg/agent"
	"kg/cmd/kg/view"
	"kg/graph"
	"kg/ingest"
	"kg/ingest/text"
)

var mcpCommand = &cli.Command{
	Name:        "mcp",
	Usage:       "the graph as tools for agents (Model Context Protocol over standard input and output)",
	Description: "Example, for an agent's settings: {\"command\": \"kg\", \"args\": [\"mcp\", \"--db\", \"kg.db\"]}",
	Flags: []cli.Flag{
		dbFlag,
		&cli.BoolFlag{Name: "allow-write", Usage: "let agents store articles"},
	},
	Action: func(c *cli.Context) error {
		return withStoreToWrite(c, func(s *graph.Store) error {
			g := view.New(s)
			r := &articleReader{store: s}
			o := agent.Options{Ask: r.ask()}
			if c.Bool("allow-write") {
				o.Ingest = r.ingest
			}
			err := agent.New(g, o).Run(c.Context, &mcp.IOTransport{Reader: io.NopCloser(c.App.Reader), Writer: nopCloser{c.App.Writer}})
			if errors.Is(err, io.EOF) || errors.Is(err, context.Canceled) {
				err = nil
			}
			return errors.Join(err, g.Counted(context.Background()))
		})
	},
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }

// articleReader stores articles that come one by one.
type articleReader struct {
	store *graph.Store
	once  sync.Once
	p     *ingest.Pipeline
	err   error
}

func (r *articleReader) pipeline() (*ingest.Pipeline, error) {
	r.once.Do(func() { r.p, r.err = ingest.New() })
	return r.p, r.err
}

// ingest reads an article and stores what it says; it returns its id.
func (r *articleReader) ingest(_ context.Context, a view.Article) (graph.ID, error) {
	doc := &text.Document{ID: a.ID, Title: a.Title, Publisher: a.Publisher, URL: a.URL, Text: a.Text}
	if doc.ID == "" {
		h := sha256.Sum256([]byte(a.Title + "\x00" + a.Text))
		doc.ID = "article-" + hex.EncodeToString(h[:8])
	}
	if a.Date != "" {
		d, err := time.Parse(time.DateOnly, a.Date)
		if err != nil {
			return "", fmt.Errorf("date %q: want YYYY-MM-DD", a.Date)
		}
		doc.Date = d
	}
	p, err := r.pipeline()
	if err != nil {
		return "", err
	}
	res := p.Run(doc)
	done, err := r.store.PutAll([]graph.Article{{Document: res.Document(), Statements: res.Statements}})
	if err != nil {
		return "", err
	}
	return graph.DocID(doc.ID), done[0].Err
}
