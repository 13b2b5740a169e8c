package schema

import (
	"strings"
	"testing"
)

func TestCanonical(t *testing.T) {
	l := Default()
	for _, c := range []struct {
		use  Use
		want string // "" where the lemma stays
	}{
		{Use{Phrase: "sign"}, "sign"},
		{Use{Phrase: "ink", Subject: "Person", Object: "Work"}, "sign"},
		{Use{Phrase: "strike", Object: "Work", Name: "accord with the union"}, "sign"},
		{Use{Phrase: "strike", Object: "Place", Name: "coast"}, "hit"},
		{Use{Phrase: "conclude", Object: "Thing", Name: "ten-year trade deals"}, "sign"},
		{Use{Phrase: "conclude", Object: "Thing", Name: "tour"}, "finish"},
		{Use{Phrase: "release", Object: "Person"}, "free"},
		{Use{Phrase: "release", Object: "Work"}, "release"},
		{Use{Phrase: "release", Object: "Work", Name: "report on floods"}, "publish"},
		{Use{Phrase: "fall by", Object: "Quantity"}, "fall"},
		{Use{Phrase: "drop", Object: None}, "fall"},
		{Use{Phrase: "drop", Object: "Thing", Name: "bombs"}, ""},
		{Use{Phrase: "increase", Object: None}, "rise"},
		{Use{Phrase: "increase", Object: "Thing"}, "raise"},
		{Use{Phrase: "buy", Subject: "Organization", Object: "Organization"}, "acquire"},
		{Use{Phrase: "buy", Subject: "Thing", Object: "Thing"}, "acquire"},
		{Use{Phrase: "add", Subject: "Person", Object: "Clause"}, "say"},
		{Use{Phrase: "add", Subject: "Person", Object: "Thing"}, "add"},
		{Use{Phrase: "be in", Object: "Place"}, "be located in"},
		{Use{Phrase: "be in", Object: "Thing"}, ""},
		{Use{Phrase: "outlast", Object: "Thing"}, ""},
	} {
		got := ""
		if r := l.Canonical(c.use); r != nil {
			got = r.Name
		}
		if got != c.want {
			t.Errorf("%+v is %q, want %q", c.use, got, c.want)
		}
	}
}

func TestDefaultLexicon(t *testing.T) {
	l := Default()
	if n := len(l.Relations); n < 250 {
		t.Errorf("%d relations", n)
	}
	slugs := map[string]string{}
	for _, r := range l.Relations {
		if was := slugs[r.Slug()]; was != "" {
			t.Errorf("%s and %s have one id", was, r.Name)
		}
		slugs[r.Slug()] = r.Name
		if r.Means == "" {
			t.Errorf("%s: no meaning", r.Name)
		}
		if r.Inverse != "" && l.Named(r.Inverse).Inverse != r.Name {
			t.Errorf("%s: its inverse %s has another inverse", r.Name, r.Inverse)
		}
		if found := l.Lookup(r.Name); len(found) == 0 {
			t.Errorf("%s: its name is not a phrase of its own", r.Name)
		}
	}
	again, err := Read("written", l.Write())
	if err != nil {
		t.Fatal(err)
	}
	if again.Write() != l.Write() {
		t.Error("written and read again it is another")
	}
}

func TestLexiconErrors(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"relation sign\n  form Person\n", `v:2:3: "form" is no field of a relation`},
		{"relation sign\n  from Persn\n", `v:2:8: "Persn" is no class; did you mean Person?`},
		{"relation sign\n  from Person, Wrk\n", `v:2:16: "Wrk" is no class; did you mean Work?`},
		{"relation sign\nrelation sign\n", `v:2:10: relation sign is given already in line 1`},
		{"relation sign\n  also ink, Seal\n", `v:2:13: "Seal": want a lemma`},
		{"relation sign\n  also ink {deal\n", `v:2:8: a brace is not closed`},
		{"relation sign\n  is symetric\n", `v:2:6: "symetric": want symmetric`},
		{"relation own\n  inverse be ownd by\nrelation be owned by\n", `v:2:11: inverse "be ownd by": no such relation; did you mean be owned by?`},
		{"relation sign\n  event AGRE\n", `v:2:9: "AGRE" is no event word`},
		{"relation sign\n  same P1891\n", `v:2:8: "P1891": want schema:PROPERTY or wdt:P…`},
		{"relation sign\n  means x\n  means y\n", `v:3:3: means is given twice`},
		{"  means x\n", `v:1:3: "means" stands under no relation`},
		{"relaton sign\n", `v:1:1: "relaton" begins no entry`},
		{"relation own\nrule X own Y => X own Z\n", `v:2:17: Z stands in no premise`},
		{"relation own\nrule X owns Y => Y own X\n", `v:2:1: rule: "owns": no such relation; did you mean own?`},
		{"relation a\n  also b\nrelation c\n  also b\n", `v:3:1: c: "b" always means a (line 1)`},
		{"relation é\n  also ü, ä {\n", `v:2:8: a brace is not closed`},
		{"class Agent Person\n", `v:1:7: want "class NAME: WORD, WORD"`},
	} {
		_, err := Read("v", c.text)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q gives %v, want %s", c.text, err, c.want)
		}
	}
}

func FuzzReadLexicon(f *testing.F) {
	f.Add("nouns n: a, b\nrelation sign\n  also ink, strike {n}\n  from Person\nrule X sign Y => X sign Y\n")
	f.Add("relation é\n\tis transitive, \x00{")
	f.Fuzz(func(t *testing.T, text string) {
		l, err := Read("f", text)
		if err != nil {
			return
		}
		again, err := Read("f", l.Write())
		if err != nil {
			t.Fatalf("%q is written\n%s\nand not read: %v", text, l.Write(), err)
		}
		if again.Write() != l.Write() {
			t.Fatalf("%q is written\n%s\nand again\n%s", text, l.Write(), again.Write())
		}
	})
}
