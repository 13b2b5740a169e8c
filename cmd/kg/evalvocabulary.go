package main

import (
	"fmt"
	"sort"
	"strconv"

	"github.com/urfave/cli/v2"

	"kg/graph"
	"kg/ingest"
	"kg/schema"
)

var evalVocabularyCommand = &cli.Command{
	Name:      "vocabulary",
	Usage:     "count the statements of articles whose predicate is in the vocabulary, and whose arguments are of its classes",
	ArgsUsage: "PATH…",
	Description: "Counted are statements of verbs and of relational nouns. With --show the commonest predicates that are not in the\n" +
		"vocabulary and the commonest misfits of classes are listed.",
	Flags:  []cli.Flag{evalShow},
	Action: evalVocabulary,
}

func evalVocabulary(c *cli.Context) error {
	if !c.Args().Present() {
		return usagef("eval vocabulary: no PATH given")
	}
	p, err := ingest.New()
	if err != nil {
		return err
	}
	l := schema.Default()
	all, mapped, bounded, fitting := 0, 0, 0, 0
	unknown, misfits := map[string]int{}, map[string]int{}
	for r, err := range p.All(c.Context, articles(c)) {
		if err != nil {
			fmt.Fprintln(c.App.ErrWriter, "kg:", err)
			continue
		}
		for i := range r.Statements {
			st := &r.Statements[i]
			if st.Kind == graph.Attribute || st.Kind == graph.Membership {
				continue
			}
			all++
			use := st.Use()
			rel := l.Canonical(use)
			if rel == nil {
				unknown[use.Phrase]++
				continue
			}
			mapped++
			if rel.Domain == nil && rel.Range == nil {
				continue
			}
			bounded++
			if l.Fits(rel, use.Subject, use.Object) {
				fitting++
			} else {
				misfits[use.Subject+" · "+rel.Name+" · "+use.Object]++
			}
		}
	}
	if all == 0 {
		return fmt.Errorf("no statements in %v", c.Args().Slice())
	}
	if c.Bool("show") {
		for _, m := range []map[string]int{unknown, misfits} {
			var keys []string
			for k := range m {
				keys = append(keys, k)
			}
			sort.Slice(keys, func(i, j int) bool {
				if m[keys[i]] != m[keys[j]] {
					return m[keys[i]] > m[keys[j]]
				}
				return keys[i] < keys[j]
			})
			for _, k := range keys[:min(len(keys), 60)] {
				fmt.Fprintf(c.App.Writer, "%5d  %s\n", m[k], k)
			}
			fmt.Fprintln(c.App.Writer)
		}
	}
	row := func(what string, n, of int) []string {
		share := 0.0
		if of > 0 {
			share = 100 * float64(n) / float64(of)
		}
		return []string{what, strconv.Itoa(n), strconv.Itoa(of), fmt.Sprintf("%.2f", share)}
	}
	return printTable(c.App.Writer, []string{"statements", "count", "of", "%"}, [][]string{
		row("in the vocabulary", mapped, all),
		row("of classes that fit, where domain or range is given", fitting, bounded),
		row("of classes that fit, of all in the vocabulary", mapped-bounded+fitting, mapped),
	})
}
