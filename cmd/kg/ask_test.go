package main

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"kg/graph"
	"kg/ingest"
	"kg/ingest/read"
	"kg/ingest/text"
	"kg/queries"
)

// TestAskGizmo runs the Gizmo that explains an answer: it gives the answers' statements, no more and no fewer.
func TestAskGizmo(t *testing.T) {
	p, err := ingest.New()
	if err != nil {
		t.Fatal(err)
	}
	s, err := graph.Memory(graph.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for doc, err := range read.Paths([]string{"../../data/articles/us-ukraine-agreement.txt", "../../data/questions/dev/lumen-trial.txt"}, read.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		r := p.Run(doc)
		if _, err := s.Put(r.Document(), r.Statements); err != nil {
			t.Fatal(err)
		}
	}
	for _, question := range []string{"Who signed agreements with Ukraine?", "Who will sign pacts with Ukraine?", "Will the Senate vote on the agreement?",
		"When did Lumen dismiss Brandt?", "Who is Ewa Lange?", "How are Donald Trump and Joe Biden related?", "What did Jake Sullivan say?"} {
		pattern, err := p.Question(question, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		reply, err := queries.Ask(s, pattern, 0)
		if err != nil {
			t.Fatal(err)
		}
		if len(reply.Answers) == 0 {
			t.Errorf("%s no answer", question)
			continue
		}
		var want, got []graph.ID
		for _, a := range reply.Answers {
			for _, st := range a.Statements {
				want = append(want, st.ID)
			}
		}
		res, err := queries.Run(context.Background(), s, reply.Script, nil, queries.Limits{})
		if err != nil {
			t.Fatalf("%s %v\n%s", question, err, reply.Script)
		}
		for _, row := range res.Rows {
			got = append(got, row["statement"].(graph.ID))
		}
		slices.Sort(want)
		slices.Sort(got)
		if want = slices.Compact(want); !slices.Equal(got, want) {
			t.Errorf("%s\n got %v\nwant %v\n%s", question, got, want, reply.Script)
		}
	}
}

// TestAskWords asks with other words than the sentence has, and for more than it says.
func TestAskWords(t *testing.T) {
	p, err := ingest.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ text, question, answer string }{
		{"Anna Lee sold the bakery to Peter Holt for two million euros.", "Who bought the bakery?", "Peter Holt"},
		{"Anna Lee sold the bakery to Peter Holt for two million euros.", "How much did Peter Holt pay for the bakery?", "two million euros"},
		{"Anna Lee sold the bakery to Peter Holt for two million euros.", "Who burned the bakery?", ""},
		{"Maria Brandt is the owner of a hotel in Trier.", "What does Maria Brandt own?", "hotel"},
		{"Josef Auer, who heads the chess club, resigned.", "Who is the head of the chess club?", "Josef Auer"},
		{"The board rejected the offer.", "Who turned down the offer?", "board"},
		{"The council opposed the road.", "Did the council support the road?", "no"},
		{"Tom Keane met Anna Lee on Monday.", "When did Anna Lee and Tom Keane meet?", "Monday"},
		{"A court found Peter Holt guilty of fraud.", "Who was convicted of fraud?", "Peter Holt"},
		{"The tower is 120 metres tall.", "How tall is the tower?", "120 metres tall"},
		{"Clashes in the port left 48 people dead.", "How many people died in the clashes?", "48 people"},
		{"Ruth Kip won the Rotterdam marathon in 2015.", "When did Ruth Kip win the Boston marathon?", ""},
		{"Her husband, the former sprinter Paul Kip, accused the club of fraud.", "Who accused the club of fraud?", "Paul Kip"},
		{"Pike, a lawyer who had governed the city since 2007, conceded defeat.", "Who governed the city?", "Pike"},
		{"Not a metre of the border had been moved.", "Was a metre of the border moved?", "no"},
		{"Brann has asked for no rent.", "Has Brann asked for rent?", "no"},
	} {
		s, err := graph.Memory(graph.Settings{})
		if err != nil {
			t.Fatal(err)
		}
		r := p.Run(&text.Document{ID: "a", Text: x.text})
		if _, err := s.Put(r.Document(), r.Statements); err != nil {
			t.Fatal(err)
		}
		pattern, err := p.Question(x.question, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		reply, err := queries.Ask(s, pattern, 0)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, a := range reply.Answers {
			got = append(got, a.Name)
		}
		if strings.Join(got, "; ") != x.answer {
			t.Errorf("%s %s\n got %q\nwant %q", x.text, x.question, got, x.answer)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}
