package queries

import (
	"fmt"
	"os"
	"strconv"
	"testing"

	"kg/graph"
)

// BenchmarkAsk asks of a store of synthetic statements, KG_BENCH of them (default 20000): a name that stands in very
// many of them, with the relation that most of them have.
func BenchmarkAsk(b *testing.B) {
	n, _ := strconv.Atoi(os.Getenv("KG_BENCH"))
	if n == 0 {
		n = 20000
	}
	s, err := graph.Create(b.TempDir(), graph.Settings{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	verbs := []string{"sign", "meet", "visit", "buy", "attack", "support", "lead", "praise"}
	var batch []graph.Article
	for d := 0; d*50 < n; d++ {
		a := graph.Article{Document: graph.Document{ID: graph.DocID(fmt.Sprint("d", d))}}
		for i := range 50 {
			subject, object, verb := person((d*50+i)*7919%100003), fmt.Sprintf("Country %d", (d+i)%150), verbs[(d+i*3)%len(verbs)]
			from := len(a.Document.Text)
			a.Document.Text += fmt.Sprintf("%s %ss %s. ", subject, verb, object)
			a.Statements = append(a.Statements, graph.Statement{
				Subject: graph.Value{Name: subject, Class: "Person"}, Relation: graph.Relation{Lemma: verb, Text: verb}, Object: graph.Value{Name: object, Class: "Place"},
				Sources: []graph.Source{{Start: from, End: len(a.Document.Text) - 1}},
			})
		}
		if batch = append(batch, a); len(batch) == 200 || (d+1)*50 >= n {
			if _, err := s.PutAll(batch); err != nil {
				b.Fatal(err)
			}
			batch = batch[:0]
		}
	}
	for _, q := range []struct {
		name string
		graph.Pattern
	}{
		{"one", graph.Pattern{Verb: "sign", Slots: []graph.Slot{{Role: "subject", Name: person(7919), Proper: true}, {Role: "object", Wanted: true}}}},
		{"many", graph.Pattern{Verb: "sign", Slots: []graph.Slot{{Role: "subject", Wanted: true, Class: "Person"}, {Role: "object", Name: "Country 7", Proper: true}}}},
		{"events", graph.Pattern{Ask: graph.AskEvents, Slots: []graph.Slot{{Name: "Country 7", Proper: true}}}},
		{"none", graph.Pattern{Verb: "kill", Slots: []graph.Slot{{Role: "subject", Wanted: true, Class: "Person"}, {Role: "object", Name: "Country 7", Proper: true}}}},
	} {
		b.Run(q.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Ask(s, q.Pattern, 20); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// person is a name of letters for a number: numbers in names of persons are no part of them.
func person(n int) string {
	word := func(n int) string {
		out := []byte{byte('A' + n%26)}
		for n /= 26; n > 0; n /= 26 {
			out = append(out, "aeiou"[n%5], byte('a'+n%26))
		}
		return string(out) + "an"
	}
	return word(n%317) + " " + word(n)
}
