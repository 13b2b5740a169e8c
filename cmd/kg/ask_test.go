package main

import (
	"context"
	"slices"
	"testing"
	"time"

	"kg/graph"
	"kg/ingest"
	"kg/ingest/read"
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
