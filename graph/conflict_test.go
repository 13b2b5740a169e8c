package graph

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// sides gives conflicts as "subject relation 1:1".
func sides(t *testing.T, s *Store) string {
	t.Helper()
	found, err := s.Conflicts()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range found {
		var n []string
		for _, side := range c.Sides {
			n = append(n, fmt.Sprint(len(side)))
		}
		got = append(got, fmt.Sprintf("%s %s %s", c.Sides[0][0].Subject.Name, lemmaOf(c.Relation), strings.Join(n, ":")))
	}
	return strings.Join(got, ", ")
}

func TestConflicts(t *testing.T) {
	s := memory(t, Settings{})
	say(t, s, "one", "Ann | sign | pact", "Bo | !lead | firm | 2020-01-01", "Cy | see | sea", "Di | !buy | ship | 2020-01-01", "Ed | !marry | Fay")
	say(t, s, "two", "Ann | !ink | pact", "Bo | lead | firm | 2021-01-01", "Cy | see | sea", "Di | buy | ship | 2020-01-01", "Di | buy | ship | 2022-01-01", "Fay | wed | Ed")
	if got, want := sides(t, s), "Ann sign 1:1, Di acquire 1:1, Fay marry 1:1"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestSuccession holds that what follows in time does not contradict.
func TestSuccession(t *testing.T) {
	at := func(relation, object, class string, tense Tense, polarity Polarity) Statement {
		return Statement{Subject: Value{Name: "Ann Lee", Class: "Person"}, Relation: Relation{Lemma: relation}, Object: Value{Name: object, Class: class},
			Tense: tense, Polarity: polarity, Sources: []Source{{Start: 0, End: 4}}}
	}
	by := func(st Statement, name string) Statement { st.Subject.Name = name; return st }
	for _, c := range []struct {
		what      string
		one, two  Statement
		day       int // of the second document, after the first
		conflicts bool
	}{
		{"is and is not, on one day", at("own", "Acme", "Organization", Present, Positive), at("own", "Acme", "Organization", Present, Negative), 0, true},
		{"is and is not, a year later", at("own", "Acme", "Organization", Present, Positive), at("own", "Acme", "Organization", Present, Negative), 365, false},
		{"was and is not", at("own", "Acme", "Organization", Past, Positive), at("own", "Acme", "Organization", Present, Negative), 0, false},
		{"did, and a year later never did", at("sign", "Accord", "Work", Past, Positive), at("sign", "Accord", "Work", Past, Negative), 365, true},
		{"never did, and a year later did", at("sign", "Accord", "Work", Past, Negative), at("sign", "Accord", "Work", Past, Positive), 365, false},
		{"two heads on one day", at("be ceo of", "Acme", "Organization", Present, Positive), by(at("be ceo of", "Acme", "Organization", Present, Positive), "Bo Day"), 0, true},
		{"a head and a former head", at("be ceo of", "Acme", "Organization", Present, Positive), by(at("be former ceo of", "Acme", "Organization", Present, Positive), "Bo Day"), 0, false},
		{"two heads in two years", at("be ceo of", "Acme", "Organization", Present, Positive), by(at("be ceo of", "Acme", "Organization", Present, Positive), "Bo Day"), 730, false},
		{"a head with two names", at("be ceo of", "Acme", "Organization", Present, Positive), by(at("be chief executive of", "Acme", "Organization", Present, Positive), "Lee"), 0, false},
		{"heads of a company that is not named", at("be ceo of", "company", "Organization", Present, Positive), by(at("be ceo of", "company", "Organization", Present, Positive), "Bo Day"), 0, false},
		{"two birthdays, whenever told", at("be born on", "May 5, 1960", "Date", Past, Positive), at("be born on", "June 1, 1961", "Date", Past, Positive), 900, true},
		{"a birthday told in less detail", at("be born on", "May 5, 1960", "Date", Past, Positive), at("be born on", "May 1960", "Date", Past, Positive), 900, false},
	} {
		s := memory(t, Settings{})
		first := time.Date(2020, 3, 1, 0, 0, 0, 0, time.UTC)
		for i, st := range []Statement{c.one, c.two} {
			doc := Document{ID: DocID(fmt.Sprint(i)), Text: "Text.", Date: first.AddDate(0, 0, i*c.day)}
			if err := put(s, doc, []Statement{st}); err != nil {
				t.Fatal(err)
			}
		}
		if got := sides(t, s); (got != "") != c.conflicts {
			t.Errorf("%s: conflicts %q", c.what, got)
		}
	}
}
