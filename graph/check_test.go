package graph

import (
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

func problems(t *testing.T, s *Store) []Problem {
	t.Helper()
	var out []Problem
	if _, err := s.Check(func(p Problem) { out = append(out, p) }); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestCheck(t *testing.T) {
	s := filled(t, 5, Settings{})
	if p := problems(t, s); len(p) > 0 {
		t.Fatalf("a good store has %d problems, the first %+v", len(p), p[0])
	}
	var status, edge quad.Quad
	for _, q := range matching(t, s, nil, nil, nil) {
		if q.Predicate == quad.IRI(schema.Held) {
			status = q
		}
		if q.Label != nil {
			edge = q
		}
	}
	stray := quad.Quad{Subject: quad.IRI("urn:kg:e/nobody"), Predicate: quad.IRI("urn:kg:p/be"), Object: quad.IRI("urn:kg:e/nothing")}
	change(t, s, []quad.Quad{stray}, []quad.Quad{edge, status})
	got := map[string]string{}
	for _, p := range problems(t, s) {
		got[p.Line] = p.What
	}
	for q, what := range map[quad.Quad]string{status: "missing", edge: "missing", stray: "left over"} {
		line := string(appendQuad(nil, q))
		if got[line] != what {
			t.Errorf("%s: %q, want %q", line, got[line], what)
		}
	}
	if len(got) != 3 {
		t.Errorf("%d problems, want 3", len(got))
	}
}

func TestCheckReadsBrokenStatements(t *testing.T) {
	s := filled(t, 5, Settings{})
	ids := s.subjects(matching(t, s, nil, quad.IRI(schema.Type), quad.IRI(schema.Statement)), "s/")
	bad := quad.Quad{Subject: s.iri(ids[0]), Predicate: quad.IRI(schema.Tense), Object: quad.String("yore")}
	change(t, s, []quad.Quad{bad}, nil)
	if p := problems(t, s); len(p) == 0 || p[0].What != "unreadable" || !strings.Contains(p[0].Line, "yore") {
		t.Errorf("%+v", p)
	}
}

func TestStats(t *testing.T) {
	s := memory(t, Settings{})
	st := func(subject, object string, p Polarity) Statement {
		return Statement{Subject: Value{Name: subject, Class: "Person"}, Object: Value{Name: object, Class: "Work"}, Polarity: p, Relation: Relation{Lemma: "sign"}, Sources: []Source{{Start: 0, End: 4}}}
	}
	for _, id := range []ID{"d/1", "d/2"} {
		if err := put(s, Document{ID: id, Text: "Text."}, []Statement{st("Ann", "treaty", Positive), st("Ann", "treaty", Negative), st("Bo", "treaty", Positive), st("Bo", "treaty", Positive)}); err != nil {
			t.Fatal(err)
		}
	}
	got, err := s.Stats()
	want := Stats{Documents: 2, Statements: 6, Entities: 3, Facts: 3, Asserted: 2, Denied: 1, Mentions: 6, Relations: 1, Quads: got.Quads}
	if err != nil || got != want {
		t.Errorf("got %+v (%v)\nwant %+v", got, err, want)
	}
}
