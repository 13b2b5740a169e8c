package schema

import (
	"strings"
	"testing"
)

func TestFiner(t *testing.T) {
	l := Default()
	for _, c := range []struct{ class, name, want string }{
		{"Organization", "Bank of Ostrava", "BankOrCreditUnion Corporation"},
		{"Organization", "Corvane Mining Company", "Corporation"},
		{"Organization", "Apple, Inc.", "Corporation"},
		{"Organization", "Polish news agency", "NewsMediaOrganization"},
		{"Organization", "Space Agency", "GovernmentOrganization"},
		{"Organization", "Ministry of Defence", "GovernmentOrganization"},
		{"Organization", "University of Lund", "CollegeOrUniversity EducationalOrganization"},
		{"Event", "Vilnius summit", "Meeting"},
		{"Event", "peace talks in Doha", "Meeting"},
		{"Thing", "security pacts with Fenland", "Agreement"},
		{"Work", "Treaty of Lisbon", "Agreement"},
		{"Work", "the law", "Legislation"},
		{"Place", "Mississippi River", "RiverBodyOfWater BodyOfWater Landform"},
		{"Place", "Lund", ""},
		{"Person", "Ann River", ""}, // a name of a person tells nothing of rivers
		{"Organization", "River", ""},
		{"Group", "companies", ""},
		{"Organization", "", ""},
	} {
		var got []string
		for _, f := range l.Finer(c.class, c.name) {
			got = append(got, f.Name)
			if l.FinerByIRI(f.IRI) != f {
				t.Errorf("%s is not found by %s", f.Name, f.IRI)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s %q is %v, want %s", c.class, c.name, got, c.want)
		}
	}
}

func TestFinerErrors(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"class Firm\n  heads firm\n", "f:1:1: class Firm: no parent"},
		{"class Firm\n  parent Organisation\n", "f:2:10: \"Organisation\" is no class of things given before; did you mean Organization?"},
		{"class Firm\n  parent Date\n", "f:2:10: \"Date\" is no class"},
		{"class Firm\n  parent Firm\n", "f:2:10: \"Firm\" is no class"},
		{"class Place\n  parent Thing\n", "f:1:7: Place is a class already"},
		{"class firm\n  parent Thing\n", "f:1:7: want \"class NAME: WORD, WORD\" or"},
		{"class Firm\n  parent Thing\n  head x\n", "f:3:3: \"head\" is no field of a class"},
		{"class A\n  parent Thing\n  heads x\nclass B\n  parent A\n  heads y, x\n", "f:6:12: \"x\" is a head of A already (line 1)"},
		{"class A\n  parent Thing\n  heads x Y z\n", "f:3:9: \"x Y z\": want a noun"},
		{"class A\n  parent Thing\n  same schema:Person\n", "f:1:1: class A: has the IRI of Person"},
		{"class A\n  parent Thing\n  same wdt:P1\n", "f:3:8: \"wdt:P1\": want schema:CLASS"},
		{"include kg\n", "f:1:1: include: only in a vocabulary of one's own"},
		{"only Person\n", "f:1:1: only: stands only in"},
	} {
		if _, err := Read("f", c.text); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.text, err, c.want)
		}
	}
	for _, c := range []struct{ text, want string }{
		{"include all\n", "f:1:9: \"all\": want \"include kg\""},
		{"relation own\ninclude kg\n", "f:2:1: include: stands once and before all else"},
		{"include kg\nrelation own\n", "f:2:10: relation own is given already"},
		{"only Persn\n", "f:1:6: \"Persn\" is no class; did you mean Person?"},
	} {
		if _, err := ReadOwn("f", c.text); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.text, err, c.want)
		}
	}
}

func TestApart(t *testing.T) {
	own := "class Firm\n  parent Organization\n  heads company, bank\nonly Person, Organization\nrelation acquire\n  also buy\n  from Firm\n  to Organization\nrelation meet\n"
	closed, err := ReadOwn("f", own)
	if err != nil {
		t.Fatal(err)
	}
	open, err := ReadOwn("f", "include kg\nrelation outbid\n  from Organization\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		l    *Lexicon
		slug string
		use  Use
		want string
	}{
		{closed, "acquire", Use{Subject: "Organization", SubjectName: "Oak Company", Object: "Organization"}, ""},
		{closed, "acquire", Use{Subject: "Organization", SubjectName: "Oak Club", Object: "Organization"}, "domain"},
		{closed, "acquire", Use{Subject: "Organization", SubjectName: "Oak Company", Object: "Person"}, "range"},
		{closed, "meet", Use{Subject: "Person", Object: "Place"}, "class"},
		{closed, "meet", Use{Subject: "Person", Object: "Organization", Name: "Elm Bank"}, ""},
		{closed, "like", Use{Subject: "Person", Object: "Person"}, "relation"},
		{open, "like-much", Use{Subject: "Person", Object: "Person"}, ""},
		{open, "outbid", Use{Subject: "Person", Object: "Person"}, "domain"},
		{Default(), "say", Use{Subject: "Date", Object: "Person"}, ""},
	} {
		if got := c.l.Apart(c.slug, c.use); got != c.want {
			t.Errorf("%s %+v: %q, want %q", c.slug, c.use, got, c.want)
		}
	}
	if again, err := ReadOwn("f", "include kg\n"); err != nil || again.Write() != Default().Write() {
		t.Errorf("include kg is not the program's vocabulary (%v)", err)
	}
}
