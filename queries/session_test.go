package queries

import (
	"context"
	"fmt"
	"testing"

	"kg/graph"
)

func TestChangesNothing(t *testing.T) {
	for script, want := range map[string]bool{
		`g.V("<a:b>").out("<c:d>").all()`:                       true,
		"graph.Vertex(e(\"ann\")).In(p('sign')).getLimit(5);\n": true,
		`g.V().has("x", gt(-3)).tag("it's \"quoted\"").all()`:   true,
		`x = 1`:                                 false,
		`g.x`:                                   false,
		`g.V = 1`:                               false,
		`g["V"]("a")`:                           false,
		`g.addNamespace("a", "b:")`:             false,
		`g.V().forEach(function (d) { x = d })`: false,
		`g.V.constructor("x = 1")()`:            false,
		"g.V(`${x = 1}`)":                       false,
		`g.V(/x/)`:                              false,
		`"\u0067"`:                              false,
		`var e = 1`:                             false,
		`delete g`:                              false,
	} {
		if got := changesNothing(script); got != want {
			t.Errorf("%s: %t", script, got)
		}
	}
}

// TestSessions runs scripts one after the other, some of which change what they find, over two stores that are written
// meanwhile: each gives what it gives alone.
func TestSessions(t *testing.T) {
	stores := []*graph.Store{fixture(t), fixture(t)}
	run := func(s *graph.Store, script string, limits Limits) Result {
		t.Helper()
		res, err := Run(context.Background(), s, script, nil, limits)
		if err != nil {
			t.Fatalf("%s: %v", script, err)
		}
		return res
	}
	spoil := []string{`x = 1; Object.prototype.y = 2; g.V = null`, `iri = function () { return "spoilt" }`, `e = p = id = null`, `g.addNamespace("b", "urn:kg:e/")`}
	find := fmt.Sprintf(`g.V("<%s>").out("<http://schema.org/name>").all()`, stores[0].IRI("e/borduria.place"))
	for round := range 4 {
		for i, s := range stores {
			for _, script := range spoil {
				run(s, script, Limits{})
			}
			if res := run(s, `g.V().all()`, Limits{Rows: 2}); len(res.Rows) != 2 || !res.More {
				t.Errorf("round %d: %+v", round, res)
			}
			if _, err := Run(context.Background(), s, `g.V(`, nil, Limits{}); err == nil {
				t.Error("no syntax error")
			}
			for _, script := range []string{find, `g.V(e("borduria")).out(schema("name")).all()`} {
				if got := run(s, script, Limits{}).Rows; len(got) != 1 || got[0]["id"] != "Borduria" {
					t.Errorf("round %d, %s: %v", round, script, got)
				}
			}
			if got := run(s, `g.emit(typeof x + typeof {}.y)`, Limits{}).Rows; len(got) != 1 || got[0]["value"] != "undefinedundefined" {
				t.Errorf("round %d: %v", round, got)
			}
			if got := run(s, `g.V("<b:borduria.place>").out().all()`, Limits{}).Rows; len(got) != 0 {
				t.Errorf("round %d: a namespace of another script: %v", round, got)
			}
			later := graph.Document{ID: graph.DocID(fmt.Sprint("later-", round, i)), Text: "Ann waits."}
			if _, err := s.Put(later, nil); err != nil {
				t.Fatal(err)
			}
			if got := run(s, fmt.Sprintf(`g.V("<%s>").out("<http://schema.org/articleBody>").all()`, s.IRI(later.ID)), Limits{}).Rows; len(got) != 1 {
				t.Errorf("round %d: what was written is not seen", round)
			}
		}
		if got := run(stores[0], fmt.Sprintf(`g.V("<%s>").out().all()`, stores[0].IRI(graph.DocID(fmt.Sprint("later-", round, 1)))), Limits{}).Rows; len(got) != 0 {
			t.Errorf("round %d: the other store's: %v", round, got)
		}
	}
}
