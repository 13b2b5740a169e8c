// Command coref learns the ranker of antecedents, data/coref.bin, from OntoGUM's chains and GAP's pronouns:
//
//	go run ./train/coref -o data/coref.bin -gap gap-validation.tsv ontogum-train.conll
//
// The texts are analysed with the embedded model first. The same files and settings give the same bytes.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"kg/cmd/kg/eval"
	"kg/ingest/extract"
	"kg/ingest/parse"
	"kg/ingest/text"
)

func main() {
	if err := run(os.Args[1:], os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "coref:", err)
		os.Exit(1)
	}
}

func run(args []string, log io.Writer) error {
	fs := flag.NewFlagSet("coref", flag.ContinueOnError)
	out := fs.String("o", "coref.bin", "file to write")
	gap := fs.String("gap", "", "table of GAP to learn from")
	leave := fs.String("leave", "crane,ie9,asylum,defector", "documents to leave out, by a part of the name: those of the gold statements")
	set := extract.Training{Log: func(epoch int, loss float64) { fmt.Fprintf(log, "epoch %d loss %.4f\n", epoch+1, loss) }}
	fs.IntVar(&set.Hidden, "hidden", 16, "hidden units")
	fs.IntVar(&set.Nets, "nets", 1, "networks of different seeds that are joined to one")
	fs.IntVar(&set.Epochs, "epochs", 8, "passes over the data")
	fs.IntVar(&set.LeastDocs, "least", 3, "documents that a feature must occur in")
	fs.Float64Var(&set.Rate, "rate", 0.05, "learning rate")
	fs.Float64Var(&set.Decay, "decay", 1e-5, "weight decay")
	fs.Float64Var(&set.FalseLink, "falselink", 0.1, "cost of a link of a fresh mention")
	fs.Float64Var(&set.FalseNew, "falsenew", 2, "cost of a missed link")
	fs.Float64Var(&set.GAPWeight, "gapweight", 6, "weight of a pronoun of GAP")
	if err := fs.Parse(args); err != nil {
		return err
	}
	m, err := parse.Load()
	if err != nil {
		return err
	}
	var all []extract.Answers
	for _, path := range fs.Args() {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		docs, err := eval.ReadCoref(f, path)
		f.Close()
		if err != nil {
			return err
		}
		for i := range docs {
			if !named(docs[i].Name, *leave) {
				all = append(all, chains(m, &docs[i]))
			}
		}
	}
	if *gap != "" {
		f, err := os.Open(*gap)
		if err != nil {
			return err
		}
		cases, err := eval.ReadGAP(f, *gap)
		f.Close()
		if err != nil {
			return err
		}
		for i := range cases {
			if a, ok := pronoun(m, &cases[i]); ok {
				all = append(all, a)
			}
		}
	}
	if len(all) == 0 {
		return fmt.Errorf("no documents to learn from: give OntoGUM's .conll files or -gap")
	}
	return os.WriteFile(*out, extract.TrainRanker(all, set), 0o644)
}

func named(name, parts string) bool {
	for _, p := range strings.Split(parts, ",") {
		if p != "" && strings.HasSuffix(name, "_"+p) {
			return true
		}
	}
	return false
}

// chains analyses a document and gives its mentions their gold chains.
func chains(m *parse.Model, g *eval.CorefDocument) extract.Answers {
	s, starts := g.Text()
	doc := &text.Document{ID: g.Name, Text: s}
	m.Parse(doc)
	extract.Mentions(doc)
	of := eval.ClusterOf(g.Clusters)
	a := extract.Answers{Doc: doc, Same: make([]int, len(doc.Mentions))}
	for i, w := range g.Mentions(doc, starts) {
		a.Same[i] = -1
		if k, ok := of[w]; ok && doc.Mentions[i].Form != "relative" {
			a.Same[i] = k
		}
	}
	return a
}

// pronoun analyses a case of GAP: the right name's chain is 1, the wrong one's 2.
func pronoun(m *parse.Model, g *eval.GAP) (extract.Answers, bool) {
	doc := &text.Document{ID: g.ID, Title: g.Title, Text: g.Text}
	m.Parse(doc)
	extract.Mentions(doc)
	p := eval.Mention(doc, g.Pronoun)
	if p < 0 || doc.Mentions[p].Form != "pronoun" || g.Right[0] == g.Right[1] {
		return extract.Answers{}, false
	}
	a := extract.Answers{Doc: doc, Same: make([]int, len(doc.Mentions)), Only: p, Choice: true}
	for i := range a.Same {
		a.Same[i] = -1
	}
	a.Same[p] = 1
	for i, s := range g.Names {
		k := eval.Mention(doc, s)
		if k < 0 || k == p {
			return extract.Answers{}, false
		}
		a.Same[k] = 2
		if g.Right[i] {
			a.Same[k] = 1
		}
	}
	return a, true
}
