package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"
	"unicode"

	"github.com/urfave/cli/v2"

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
		&cli.BoolFlag{Name: "wrong", Usage: "list the wrong answers"},
	},
	Action: func(c *cli.Context) error {
		if c.NArg() != 1 {
			return usagef("eval ask needs the folder of questions.ask")
		}
		path := filepath.Join(c.Args().First(), "questions.ask")
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		cases, articles, err := readQuestions(path, string(b))
		if err != nil {
			return err
		}
		return evalAsk(c, cases, articles)
	},
}

// askCase is a question with its answers.
type askCase struct {
	line           int
	kind, question string
	want           [][]string // forms of each expected answer
	also           [][]string // forms of answers that are as right
	none           bool       // the articles do not answer it
}

// readQuestions reads questions.ask; articles are the paths of all that its questions stand on, each once.
func readQuestions(path, s string) (cases []askCase, articles []string, err error) {
	seen := map[string]bool{}
	n := 0
	for line := range strings.Lines(s) {
		n++
		line = strings.TrimSpace(line)
		mark, rest, _ := strings.Cut(line, " ")
		switch mark {
		case "", "#", "\"":
		case "@":
			for _, a := range strings.Fields(rest) {
				if a = filepath.Join(filepath.Dir(path), a); !seen[a] {
					seen[a] = true
					articles = append(articles, a)
				}
			}
		case "?":
			kind, question, ok := strings.Cut(rest, ": ")
			if !ok {
				return nil, nil, fmt.Errorf("%s:%d: want \"? kind: question\"", path, n)
			}
			cases = append(cases, askCase{line: n, kind: kind, question: question})
		case "=", "+":
			if len(cases) == 0 {
				return nil, nil, fmt.Errorf("%s:%d: an answer without a question", path, n)
			}
			k := &cases[len(cases)-1]
			var forms []string
			for _, f := range strings.Split(rest, "|") {
				forms = append(forms, strings.TrimSpace(f))
			}
			switch {
			case mark == "+":
				for _, f := range forms {
					k.also = append(k.also, []string{f})
				}
			case rest == "none":
				k.none = true
			default:
				k.want = append(k.want, forms)
			}
		default:
			return nil, nil, fmt.Errorf("%s:%d: %q begins no line of questions", path, n, mark)
		}
	}
	return cases, articles, nil
}

// evalAsk asks every question of one store with all the articles.
func evalAsk(c *cli.Context, cases []askCase, articles []string) error {
	p, err := ingest.New()
	if err != nil {
		return err
	}
	s, err := graph.Memory(graph.Settings{})
	if err != nil {
		return err
	}
	defer s.Close()
	for doc, err := range read.Paths(articles, read.Options{}) {
		if err != nil {
			return err
		}
		r := p.Run(doc)
		if _, err := s.Put(r.Document(), r.Statements); err != nil {
			return err
		}
	}
	verdicts := []string{"right", "part", "wrong", "silent"}
	count := map[string]int{}
	byKind := map[string]map[string]int{}
	for _, k := range cases {
		var given []string
		pattern, err := p.Question(k.question, time.Time{})
		if err == nil {
			reply, err := queries.Ask(s, pattern, 20)
			if err != nil {
				return err
			}
			for _, a := range reply.Answers {
				name := a.Name
				if a.Value != "" {
					name += "|" + a.Value
				}
				given = append(given, name)
			}
		} else if !errors.Is(err, extract.ErrQuestion) {
			return err
		}
		v := k.judge(given)
		count[v]++
		if byKind[k.kind] == nil {
			byKind[k.kind] = map[string]int{}
		}
		byKind[k.kind][v]++
		if c.Bool("show") && v != "right" || c.Bool("wrong") && v == "wrong" {
			fmt.Fprintf(c.App.Writer, "%-6s %d %s: %s\n       want %v, got %q\n", v, k.line, k.kind, k.question, k.want, given)
		}
	}
	return printAskScore(c.App.Writer, len(cases), verdicts, count, byKind)
}

func printAskScore(w io.Writer, all int, verdicts []string, count map[string]int, byKind map[string]map[string]int) error {
	var kinds []string
	for k := range byKind {
		kinds = append(kinds, k)
	}
	sort.Strings(kinds)
	table := [][]string{}
	row := func(name string, n map[string]int) {
		line := []string{name}
		for _, v := range verdicts {
			line = append(line, fmt.Sprint(n[v]))
		}
		table = append(table, line)
	}
	for _, k := range kinds {
		row(k, byKind[k])
	}
	row("all", count)
	if err := printTable(w, append([]string{"kind"}, verdicts...), table); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "%d questions: right %.1f %%, wrong %.1f %%\n", all,
		100*float64(count["right"])/float64(max(all, 1)), 100*float64(count["wrong"])/float64(max(all, 1)))
	return err
}

// judge says whether the answers are right, part, wrong or silent. An answer may give several forms, divided by a bar.
func (k *askCase) judge(given []string) string {
	if len(given) == 0 {
		if k.none {
			return "right"
		}
		return "silent"
	}
	met := make([]bool, len(k.want))
	for _, g := range given {
		ok := false
		for _, form := range strings.Split(g, "|") {
			for i, forms := range k.want {
				for _, f := range forms {
					if fitsForm(form, f) {
						ok, met[i] = true, true
					}
				}
			}
			for _, forms := range k.also {
				for _, f := range forms {
					ok = ok || fitsForm(form, f)
				}
			}
		}
		if !ok {
			return "wrong"
		}
	}
	n := 0
	for _, m := range met {
		if m {
			n++
		}
	}
	if 2*n < len(met) || n == 0 {
		return "part"
	}
	return "right"
}

// fitsForm reports whether an answer holds the form's words in their order and at most as many more and two.
func fitsForm(answer, form string) bool {
	a, f := formWords(answer), formWords(form)
	if len(f) == 0 || len(a) > 2*len(f)+2 {
		return false
	}
	n := 0
	for _, w := range a {
		if n < len(f) && w == f[n] {
			n++
		}
	}
	return n == len(f)
}

func formWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '-' })
}
