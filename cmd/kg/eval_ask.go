package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"kg/cmd/kg/eval"
	"kg/graph"
	"kg/ingest"
	"kg/ingest/extract"
	"kg/ingest/read"
	"kg/queries"
)

var evalAskCommand = &cli.Command{
	Name:      "ask",
	Usage:     "score answers to questions about articles",
	ArgsUsage: "DIR",
	Flags: []cli.Flag{
		&cli.BoolFlag{Name: "show", Usage: "show every question that is not answered right"},
		&cli.BoolFlag{Name: "wrong", Usage: "show the questions that are answered wrong"},
	},
	Action: func(c *cli.Context) error {
		if c.NArg() != 1 {
			return usagef("eval ask needs the folder of questions.ask")
		}
		path := filepath.Join(c.Args().First(), "questions.ask")
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		cases, err := eval.ReadQuestions(path, f)
		if err = errors.Join(err, f.Close()); err != nil {
			return err
		}
		return evalAsk(c, filepath.Dir(path), cases)
	},
}

// evalAsk asks every question of one store with all the articles.
func evalAsk(c *cli.Context, dir string, cases []eval.Question) error {
	p, err := ingest.New()
	if err != nil {
		return err
	}
	var articles []string
	for _, q := range cases {
		for _, a := range q.Articles {
			if a = filepath.Join(dir, a); !slices.Contains(articles, a) {
				articles = append(articles, a)
			}
		}
	}
	return withArticles(p, read.Paths(articles, read.Options{}), func(s *graph.Store) error { return judge(c, p, s, cases) })
}

// judge asks a store the questions and prints how they are answered.
func judge(c *cli.Context, p *ingest.Pipeline, s *graph.Store, cases []eval.Question) error {
	var all eval.QuestionCounts
	byKind := map[string]*eval.QuestionCounts{}
	var kinds []string
	for _, q := range cases {
		var given []string
		pattern, err := p.Question(q.Text, time.Time{})
		if err == nil {
			reply, err := queries.Ask(s, pattern, 20)
			if err != nil {
				return err
			}
			for _, a := range reply.Answers {
				given = append(given, a.Name)
			}
		} else if !errors.Is(err, extract.ErrQuestion) {
			return err
		}
		v, _ := q.Judge(given)
		if byKind[q.Kind] == nil {
			byKind[q.Kind] = &eval.QuestionCounts{}
			kinds = append(kinds, q.Kind)
		}
		byKind[q.Kind][v]++
		all[v]++
		if c.Bool("show") && v != eval.Right || c.Bool("wrong") && v == eval.Wrong {
			fmt.Fprintf(c.App.Writer, "%s, line %d: %s\n    want %s\n    got %s\n", v, q.Line, q.Text, strings.Join(slices.Concat(q.Want...), " | "), strings.Join(given, " | "))
		}
	}
	slices.Sort(kinds)
	for _, k := range kinds {
		fmt.Fprintf(c.App.Writer, "%-10s %s\n", k, byKind[k])
	}
	_, err := fmt.Fprintf(c.App.Writer, "%-10s %s\n", "all", all)
	return err
}
