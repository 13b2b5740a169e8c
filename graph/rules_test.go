package graph

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// TestLinkRules holds the keys of names to those that this version of the rules is known by: where they are meant to change, raise
// linkRules, then run with KG_UPDATE=1.
func TestLinkRules(t *testing.T) {
	names := []string{"Vera Lindqvist", "Lindqvist", "V. A. Lindqvist", "Dr. Vera Lindqvist Jr.", "Henry VIII", "Jean-Marie de la Tour", "Agent 47", "Ministry of Defence", "European Union", "EU",
		"Orsova Steel Plc", "Orsova", "Bank of Orsova", "The Orsova Courier", "Orsova United FC", "Republic of Orsova", "New Orsova", "Mount Orsova", "University of Orsova", "Orsova & Sons Ltd", "Zelenskyy",
		"Kyiv", "São Tomé", "U.S.", "Boeing 787", "St. Petersburg", "O'Brien", "Hurricane Mitch", "Treaty of Orsova", "the summit"}
	var b strings.Builder
	fmt.Fprintln(&b, "rules", linkRules)
	for _, name := range names {
		for _, c := range schema.Classes {
			if c.Literal {
				continue
			}
			f, _ := formOf(name, c.Suffix)
			gives, seeks := f.keys()
			if len(gives)+len(seeks) > 0 {
				fmt.Fprintln(&b, name, c.Name, "gives", gives, "seeks", seeks)
			}
		}
	}
	const file = "testdata/rules.txt"
	want, err := os.ReadFile(file)
	version, _, _ := strings.Cut(string(want), "\n")
	if os.Getenv("KG_UPDATE") != "" && (os.IsNotExist(err) || version != fmt.Sprint("rules ", linkRules)) {
		want, err = []byte(b.String()), os.WriteFile(file, []byte(b.String()), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("rules %d give other keys now; raise linkRules:\n%s", linkRules, differ(string(want), b.String()))
	}
}

// TestOlderRules checks that a store whose names were linked by other rules is linked anew by whatever writes it first, and not by
// what reads it.
func TestOlderRules(t *testing.T) {
	said := func(name, subject string) Article {
		text := subject + " resigned."
		v := Value{Name: subject, Text: subject, Class: "Person"}
		return Article{Document: Document{ID: DocID(name), Text: text, Entities: []Entity{{Name: subject, Class: "Person", Spans: [][2]int{{0, len(subject)}}}}},
			Statements: []Statement{{Subject: v, Relation: Relation{Lemma: "resign", Text: "resigned"}, Sources: []Source{{Start: 0, End: len(text), Extractor: "verb"}}}}}
	}
	first := []Article{said("a", "Vera Lindqvist"), said("b", "Lindqvist"), said("c", "Oto Brand")}
	writes := map[string]func(*Store) error{
		"put":    func(s *Store) error { _, err := s.PutAll([]Article{said("d", "Vera Anna Lindqvist")}); return err },
		"change": func(s *Store) error { _, err := s.PutAll([]Article{said("a", "Mats Lindqvist")}); return err },
		"remove": func(s *Store) error { return s.Remove(DocID("a")) },
		"decide": func(s *Store) error {
			_, err := s.Decide(Decision{Kind: "rename", Entity: "e/oto-brand", Name: "Oto"})
			return err
		},
		"nothing": func(s *Store) error { _, err := s.PutAll(first); return err },
	}
	for name, write := range writes {
		t.Run(name, func(t *testing.T) {
			old, now := memory(t, Settings{}), memory(t, Settings{})
			for _, s := range []*Store{old, now} {
				if _, err := s.PutAll(first); err != nil {
					t.Fatal(err)
				}
			}
			n := old.iri("n/vera-lindqvist")
			keys, err := old.match(n, quad.IRI(schema.Gives), nil)
			if err != nil || len(keys) == 0 {
				t.Fatal(keys, err)
			}
			stale := quad.Quad{Subject: n, Predicate: quad.IRI(schema.Gives), Object: quad.String("a key that is no more")}
			if err := old.apply([]quad.Quad{stale, old.rules(linkRules - 1)}, append(keys, old.rules(linkRules))); err != nil {
				t.Fatal(err)
			}
			old.links, old.ruled = nil, false
			if n, err := old.Outdated(); n != 3 || err != nil {
				t.Fatalf("outdated: %d documents (%v), want 3", n, err)
			}
			for _, s := range []*Store{old, now} {
				if err := write(s); err != nil {
					t.Fatal(err)
				}
			}
			if n, err := old.Outdated(); n != 0 || err != nil {
				t.Errorf("outdated after the write: %d documents (%v)", n, err)
			}
			if a, b := dump(t, old), dump(t, now); a != b {
				t.Errorf("not as if always linked by these rules:\n%s", differ(b, a))
			}
			if _, err := old.Check(func(p Problem) { t.Error(p) }); err != nil {
				t.Error(err)
			}
		})
	}
}
