package graph

import (
	"context"
	"sort"
	"strings"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	_ "github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/cayley/query/path"
	"github.com/cayleygraph/quad"

	"kg/schema"
)

// TestPlannerChangesNoAnswer compares paths over the store with the same over Cayley's own in memory.
func TestPlannerChangesNoAnswer(t *testing.T) {
	s := filled(t, 21, Settings{})
	plain, err := cayley.NewQuadStore("memstore", "", nil)
	if err != nil {
		t.Fatal(err)
	}
	all := matching(t, s, nil, nil, nil)
	w, err := plain.NewQuadWriter()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.WriteQuads(all); err != nil {
		t.Fatal(err)
	}
	iri := func(term string) quad.Value { return quad.IRI(term) }
	type ask func(*path.Path) *path.Path
	for name, q := range map[string]ask{
		"in":  func(p *path.Path) *path.Path { return p.In(iri(schema.Subject)) },
		"any": func(p *path.Path) *path.Path { return p.In().Has(iri(schema.Type), iri(schema.Statement)) },
		"has": func(p *path.Path) *path.Path {
			return p.In(iri(schema.Subject)).Has(iri(schema.Held), quad.String("asserted"))
		},
		"save": func(p *path.Path) *path.Path {
			return p.In(iri(schema.Object)).Save(iri(schema.Predicate), "p").Out(iri(schema.Subject))
		},
		"opt":    func(p *path.Path) *path.Path { return p.In(iri(schema.Object)).SaveOptional(iri(schema.Tense), "t") },
		"second": func(p *path.Path) *path.Path { return p.In(iri(schema.Subject)).Out(iri(schema.Object)).Unique() },
		"labels": func(p *path.Path) *path.Path { return p.LabelContext().Out() },
		"back": func(p *path.Path) *path.Path {
			return p.In(iri(schema.RefersTo)).Tag("m").Out(iri(schema.IsPartOf)).Back("m")
		},
		"or": func(p *path.Path) *path.Path { return p.In(iri(schema.Subject), iri(schema.Object), iri(schema.By)) },
	} {
		rows := 0
		for _, start := range []quad.Value{quad.IRI("urn:kg:e/joe-biden"), quad.IRI("urn:kg:e/agreement"), quad.IRI("urn:kg:e/us"), quad.IRI("urn:kg:e/ukraine.place"), quad.IRI("urn:kg:e/us.place"), quad.IRI("urn:kg:e/agreement.work"), quad.IRI("urn:kg:e/zelenskyy.group"), quad.IRI("urn:kg:none")} {
			answer := func(qs cayley.QuadStore) string {
				var out []string
				if err := q(path.StartPath(qs, start)).Iterate(context.Background()).TagValues(qs, func(m map[string]quad.Value) error {
					row := ""
					for _, k := range []string{"", "p", "t", "m"} {
						row += quad.StringOf(m[k]) + " "
					}
					out = append(out, row)
					return nil
				}); err != nil {
					t.Fatal(err)
				}
				var ends []quad.Value
				ends, err := q(path.StartPath(qs, start)).Iterate(context.Background()).AllValues(qs)
				if err != nil {
					t.Fatal(err)
				}
				for _, v := range ends {
					out = append(out, v.String())
				}
				rows += len(out)
				sort.Strings(out)
				return strings.Join(out, "\n")
			}
			var got string
			if err := s.View(func(qs cayley.QuadStore) error {
				got = answer(qs)
				return nil
			}); err != nil {
				t.Fatal(err)
			}
			if want := answer(plain); got != want {
				t.Errorf("%s from %s:\n got %s\nwant %s", name, start, got, want)
			}
		}
		if rows == 0 && name != "labels" {
			t.Errorf("%s finds nothing", name)
		}
	}
}
