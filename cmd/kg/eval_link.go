package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/cmd/kg/eval"
	"kg/graph"
	"kg/ingest"
	"kg/ingest/read"
	"kg/ingest/text"
)

var evalLinkCommand = &cli.Command{
	Name:      "link",
	Usage:     "score entities across documents against labelled names",
	ArgsUsage: "LABELS.tsv",
	Description: "The documents are stored in a store of their own, then each labelled name's entity is looked up. Prints B-cubed\n" +
		"precision, recall and F1 over the labels, a name that was not found being an entity of its own, and how many of the 50\n" +
		"most frequent entities are in more than one node or share a node.",
	Flags:  []cli.Flag{&cli.StringFlag{Name: "docs", Required: true, Usage: "the file or folder of the labelled documents"}, evalShow},
	Action: evalLink,
}

func evalLink(c *cli.Context) error {
	path := c.Args().First()
	labels, err := readCases(c, "eval link needs the file of labels", eval.ReadLabels)
	if err != nil {
		return err
	}
	p, err := ingest.New()
	if err != nil {
		return err
	}
	texts := map[string]string{}
	docs := func(yield func(*text.Document, error) bool) {
		for doc, err := range read.Paths([]string{c.String("docs")}, read.Options{}) {
			if err != nil {
				fmt.Fprintln(c.App.ErrWriter, "kg:", err)
				continue
			}
			texts[doc.ID] = doc.Text
			if !yield(doc, nil) {
				return
			}
		}
	}
	return withArticles(p, docs, func(s *graph.Store) error {
		found, err := foundMentions(s, texts)
		if err != nil {
			return err
		}
		score := eval.Clusters{Labels: labels}
		for _, l := range labels {
			if t := texts[l.Doc]; l.End > len(t) || t[l.Start:l.End] != l.Name {
				return fmt.Errorf("%s: %s is not at byte %d of document %q in %s", path, l.Name, l.Start, l.Doc, c.String("docs"))
			}
			node := l.Place(found[l.Doc])
			score.Pred = append(score.Pred, node)
			if c.Bool("show") {
				fmt.Fprintf(c.App.Writer, "%s\t%d\t%s\t%s\t%s\n", l.Doc, l.Start, l.Name, l.Entity, node)
			}
		}
		for _, class := range []string{"Person", "Organization", "Place", ""} {
			p, r, f, n, found := score.BCubed(class)
			if class == "" {
				class = "all"
			}
			fmt.Fprintf(c.App.Writer, "%-12s precision %.2f recall %.2f F1 %.2f (%d names, %d found)\n", class, 100*p, 100*r, 100*f, n, found)
		}
		top := score.Top(50)
		split, merged := 0, 0
		for _, f := range top {
			if len(f.Nodes) > 1 {
				split++
				fmt.Fprintf(c.App.Writer, "%s: in %d nodes: %s\n", f.Entity, len(f.Nodes), strings.Join(f.Nodes, " "))
			}
			if len(f.Merged) > 0 {
				merged++
				fmt.Fprintf(c.App.Writer, "%s: one node with %s\n", f.Entity, strings.Join(f.Merged, " "))
			}
		}
		_, err = fmt.Fprintf(c.App.Writer, "top %d: one node %d, falsely merged %d\n", len(top), len(top)-split, merged)
		return err
	})
}

// readCases reads the file that is the only argument; needs says what is missing where there is none.
func readCases[T any](c *cli.Context, needs string, read func(string, io.Reader) ([]T, error)) ([]T, error) {
	if c.NArg() != 1 {
		return nil, usagef("%s", needs)
	}
	path := c.Args().First()
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return read(path, f)
}

// foundMentions gathers a store's mentions by the name of their document.
func foundMentions(s *graph.Store, texts map[string]string) (map[string][]eval.Found, error) {
	passages, err := s.Passages()
	if err != nil {
		return nil, err
	}
	out := map[string][]eval.Found{}
	for _, p := range passages {
		doc := graph.DocName(p.Doc)
		if t := texts[doc]; p.End <= len(t) {
			out[doc] = append(out[doc], eval.Found{Start: p.Start, End: p.End, Text: t[p.Start:p.End], Class: p.Class, Entity: string(p.Entity)})
		}
	}
	return out, nil
}

// withArticles analyses documents, puts them into a store in memory that lasts as long as f and calls f on it.
func withArticles(p *ingest.Pipeline, docs iter.Seq2[*text.Document, error], f func(*graph.Store) error) error {
	s, err := graph.Memory(graph.Settings{})
	if err != nil {
		return err
	}
	defer s.Close()
	var put []graph.Article
	for r, err := range p.All(context.Background(), docs) {
		if err != nil {
			return err
		}
		put = append(put, graph.Article{Document: r.Document(), Statements: r.Statements})
	}
	done, err := s.PutAll(put)
	if err != nil {
		return err
	}
	for _, d := range done {
		if d.Err != nil {
			return d.Err
		}
	}
	return f(s)
}
