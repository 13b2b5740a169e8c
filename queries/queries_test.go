package queries

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"strings"
	"testing"
	"time"

	"kg/graph"
)

func value(s string) graph.Value { // "Ukraine:Place"
	name, class, _ := strings.Cut(s, ":")
	return graph.Value{Name: name, Class: class}
}

// article builds a document whose sentences are the statements' own.
type article struct {
	doc graph.Document
	sts []graph.Statement
}

func (a *article) sentence(text string, sts ...graph.Statement) {
	start := len(a.doc.Text)
	a.doc.Text += text + " "
	for _, st := range sts {
		st.Sources = []graph.Source{{Start: start, End: start + len(text), Quote: text, Extractor: "verb"}}
		a.sts = append(a.sts, st)
	}
}

// said makes a statement of "subject | relation | object".
func said(s string, change ...func(*graph.Statement)) graph.Statement {
	part := strings.Split(s, " | ")
	st := graph.Statement{Subject: value(part[0]), Relation: graph.Relation{Lemma: part[1]}, Object: value(part[2])}
	for _, c := range change {
		c(&st)
	}
	return st
}

func with(name, v string) func(*graph.Statement) {
	return func(st *graph.Statement) { st.Roles = append(st.Roles, graph.Role{Name: name, Value: value(v)}) }
}

func by(v string) func(*graph.Statement) {
	return func(st *graph.Statement) { st.By = value(v) }
}

func future(st *graph.Statement)   { st.Tense, st.Certainty = graph.Future, graph.Probable }
func negative(st *graph.Statement) { st.Polarity = graph.Negative }
func speech(st *graph.Statement)   { st.Kind = graph.Speech }

func fixture(t testing.TB) *graph.Store {
	t.Helper()
	s, err := graph.Memory(graph.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	day := func(n int) func(*graph.Statement) {
		return func(st *graph.Statement) {
			st.Time = graph.Time{Text: fmt.Sprintf("May %d", n), Value: fmt.Sprintf("2031-05-%02d", n), Start: time.Date(2031, 5, n, 0, 0, 0, 0, time.UTC)}
		}
	}
	one := article{doc: graph.Document{ID: "d/one", Title: "Treaty week", Date: time.Date(2031, 5, 1, 0, 0, 0, 0, time.UTC)}}
	one.sentence("Arland and Borduria are set to sign a trade pact on May 9.",
		said("Arland:Place | sign | trade pact:Work", future, day(9)), said("Borduria:Place | sign | trade pact:Work", future, day(9)))
	one.sentence("Three countries, including Cordia, have signed pacts with Borduria.",
		said("three countries:Group | sign | pact:Work", with("with", "Borduria:Place")),
		said("Cordia:Place | be one of | three countries:Group", func(st *graph.Statement) { st.Kind = graph.Membership }))
	one.sentence("Ida Stone, the foreign minister, said the pact will not bind Arland.",
		said("Ida Stone:Person | be | foreign minister:Thing", func(st *graph.Statement) { st.Kind = graph.Attribute }),
		said("Ida Stone:Person | say | the pact will not bind Arland:Clause", speech),
		said("pact:Work | bind | Arland:Place", negative, future, by("Ida Stone:Person")))
	two := article{doc: graph.Document{ID: "d/two", Title: "After the vote", Date: time.Date(2031, 5, 3, 0, 0, 0, 0, time.UTC)}}
	two.sentence("Borduria denied a treaty on May 2.", said("Borduria:Place | deny | treaty:Work", day(2)))
	two.sentence("Dora Stone met the agreement with Borduria’s envoy.", said("Dora Stone:Person | sign | agreement with Borduria:Work"))
	for _, a := range []article{one, two} {
		if _, err := s.Put(a.doc, a.sts); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// show prints rows, statements by what they say.
func show(t testing.TB, s *graph.Store, rows []Row) string {
	t.Helper()
	var out []string
	for _, r := range rows {
		var cols []string
		for k, v := range r {
			id, ok := v.(graph.ID)
			if ok && k == "statement" {
				st, err := s.Statement(id)
				if err != nil {
					t.Fatal(err)
				}
				v = fmt.Sprintf("%s %s %s", st.Subject.Name, st.Relation.Lemma, st.Object.Name)
			}
			cols = append(cols, fmt.Sprintf("%s=%v", k, v))
		}
		sort.Strings(cols)
		out = append(out, strings.Join(cols, " "))
	}
	return strings.Join(out, "\n")
}

func TestSavedQueries(t *testing.T) {
	s := fixture(t)
	tested := map[string]bool{}
	for _, c := range []struct {
		run     string // name and arguments, divided by "|"
		ordered bool
		want    string
	}{
		{"signed-with|Borduria", false, "statement=Arland sign trade pact\nstatement=Borduria sign trade pact\nstatement=Dora Stone sign agreement with Borduria\nstatement=three countries sign pact"},
		{"relates|Borduria|three countries", false, "statement=three countries sign pact"},
		{"denied", false, "statement=pact bind Arland"},
		{"denied|arland", false, "statement=pact bind Arland"},
		{"denied|Cordia", false, ""},
		{"said-about|Arland", false, "statement=Ida Stone say the pact will not bind Arland\nstatement=pact bind Arland"},
		{"said-by|Ida", false, "statement=Ida Stone say the pact will not bind Arland\nstatement=pact bind Arland"},
		{"timeline|Borduria", true, "published=2031-05-01 statement=three countries sign pact time=\npublished=2031-05-03 statement=Borduria deny treaty time=2031-05-02\npublished=2031-05-01 statement=Borduria sign trade pact time=2031-05-09"},
		{"evidence|Arland|sign", false, "statement=Arland sign trade pact"},
		{"evidence|Arland|sign|trade pact", false, "statement=Arland sign trade pact"},
		{"evidence|Arland|sign|treaty", false, ""},
		{"neighbours|Arland", true, "neighbour=e/pact.work relation=p/bind statements=1 status=denied way=←\nneighbour=e/trade-pact.work relation=p/sign statements=1 status=asserted way=→"},
		{"planned|Borduria", false, "statement=Borduria sign trade pact"},
		{"planned", false, "statement=Arland sign trade pact\nstatement=Borduria sign trade pact\nstatement=pact bind Arland"},
		{"members|three countries", false, "statement=Cordia be one of three countries"},
		{"roles|Ida Stone", false, "statement=Ida Stone be foreign minister"},
		{"sources|Borduria", true, "date=2031-05-01 document=d/one statements=2 title=Treaty week\ndate=2031-05-03 document=d/two statements=1 title=After the vote"},
		{"sources", true, "date=2031-05-01 document=d/one statements=7 title=Treaty week\ndate=2031-05-03 document=d/two statements=2 title=After the vote"},
	} {
		args := strings.Split(c.run, "|")
		q, err := Find(args[0])
		if err != nil {
			t.Fatal(err)
		}
		tested[q.Name] = true
		vars, _, err := q.Bind(s, args[1:])
		if err != nil {
			t.Fatalf("%s: %v", c.run, err)
		}
		res, err := Run(context.Background(), s, q.Script, vars, Limits{Rows: 100, Time: time.Minute})
		if err != nil {
			t.Errorf("%s: %v", c.run, err)
			continue
		}
		got := show(t, s, res.Rows)
		if !c.ordered {
			lines := strings.Split(got, "\n")
			sort.Strings(lines)
			got = strings.Join(lines, "\n")
		}
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.run, got, c.want)
		}
	}
	all, err := Saved()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range all {
		if !tested[q.Name] {
			t.Errorf("%s has no case", q.Name)
		}
		if !strings.HasPrefix(q.Example, "kg query "+q.Name) {
			t.Errorf("%s: its example is %q", q.Name, q.Example)
		}
	}
}

func TestRun(t *testing.T) {
	s := fixture(t)
	for _, c := range []struct{ script, want string }{
		{`g.V(e("arland")).out(p("sign")).all()`, "id=e/trade-pact.work"},
		{`g.V(e("arland")).follow(asserted).all()`, "id=e/trade-pact.work"},
		{`g.V(e("pact.work")).follow(denied).all()`, "id=e/arland.place"},
		{`g.V(id("e/pact.work")).out(not("bind")).all()`, "id=e/arland.place"},
		{`g.V(e("ida-stone")).in(kg("by")).follow(sentences).all()`, "id=Ida Stone, the foreign minister, said the pact will not bind Arland."},
		{`g.emit({a: 1, b: iri("urn:x"), c: [e("ida-stone")], d: 1.5, f: true})`, "a=1 b=<urn:x> c=[e/ida-stone] d=1.5 f=true"},
		{`g.V(d("two")).out(schema("datePublished")).all()`, "id=2031-05-03"},
		{`g.V(e("none")).all()`, ""},
		{`each(g.V("speech").in(kg("kind")).tag("s").out(rdf("object")).filter(naming(e("none"))).back("s"))`, ""},
		{`each(g.V("speech").in(kg("kind")).tag("s").out(rdf("object")).filter(naming(e("arland"), "bind|with")).back("s"))`, "statement=Ida Stone say the pact will not bind Arland"},
	} {
		res, err := Run(context.Background(), s, c.script, nil, Limits{})
		if got := show(t, s, res.Rows); err != nil || got != c.want {
			t.Errorf("%s\n got %s (%v)\nwant %s", c.script, got, err, c.want)
		}
	}
	if res, err := Run(context.Background(), s, `each(g.V(e("borduria")).in(rdf("subject")))`, nil, Limits{}); err != nil || show(t, s, res.Rows) != "statement=Borduria sign trade pact\nstatement=Borduria deny treaty" {
		t.Errorf("statements in the order of the texts: %s (%v)", show(t, s, res.Rows), err)
	}
	res, err := Run(context.Background(), s, `g.V().all()`, nil, Limits{Rows: 5})
	if err != nil || len(res.Rows) != 5 || !res.More {
		t.Errorf("the limit of rows: %d rows, more %v, %v", len(res.Rows), res.More, err)
	}
	res, err = Run(context.Background(), s, `g.V(e("arland"))`, nil, Limits{})
	if err != nil || res.Note == "" {
		t.Errorf("a path without rows: %+v %v", res, err)
	}
}

func TestScriptErrors(t *testing.T) {
	s := fixture(t)
	for script, want := range map[string]string{
		"g.V(\n\n;":                        "3:1: Gizmo: syntax error: Unexpected token ;",
		"var x = ;":                        "1:9: Gizmo: syntax error: Unexpected token ;",
		"\nfoo()":                          "2:4: Gizmo: ReferenceError: foo is not defined",
		"var a = 1\n\nvar b = a.b.c":       "3:13: Gizmo: TypeError: Cannot read property 'c' of undefined",
		"throw 'x'":                        "1:1: Gizmo: x",
		"\nnames(undefined).x.y":           "Gizmo: not a quad.Value: <nil>",
		"g.V(e('arland')).out().has().all": "Gizmo: unexpected arguments count: 0",
	} {
		_, err := Run(context.Background(), s, script, nil, Limits{})
		if err == nil || !errors.Is(err, ErrScript) || !strings.HasPrefix(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q:\n got %v\nwant %s", script, err, want)
		}
	}
	_, err := Run(context.Background(), s, "while (true) {}", nil, Limits{Time: 200 * time.Millisecond})
	if !errors.Is(err, ErrTimeout) {
		t.Errorf("an endless loop: %v", err)
	}
}

func TestArguments(t *testing.T) {
	s := fixture(t)
	if _, err := Find("relate"); err == nil || !strings.Contains(err.Error(), "did you mean relates?") {
		t.Errorf("an unknown query: %v", err)
	}
	q, err := Find("relates")
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := q.Bind(s, []string{"Arland"}); !errors.Is(err, ErrArguments) {
		t.Errorf("a missing argument: %v", err)
	}
	if _, _, err := q.Bind(s, []string{"Arland", "Borduria", "Cordia"}); !errors.Is(err, ErrArguments) {
		t.Errorf("too many: %v", err)
	}
	if _, _, err := q.Bind(s, []string{"Arland", "Bordurai"}); !errors.Is(err, graph.ErrNotFound) || !strings.Contains(err.Error(), "did you mean Borduria?") {
		t.Errorf("an unknown name: %v", err)
	}
	var several *graph.AmbiguousError
	if _, _, err := q.Bind(s, []string{"Arland", "stone"}); !errors.As(err, &several) || len(several.Candidates) != 2 || several.Candidates[0].ID != "e/ida-stone" {
		t.Errorf("a name of two: %v", err)
	}
	if vars, _, err := q.Bind(s, []string{"e/arland.place", "dora"}); err != nil || vars["a"] != graph.ID("e/arland.place") || vars["b"] != graph.ID("e/dora-stone") {
		t.Errorf("an id and a beginning: %v %v", vars, err)
	}
}

func TestHeaders(t *testing.T) {
	for src, want := range map[string]string{
		"g.V().all()": "1:", "// x: y?\n// param a: number\n": "2:", "// x: y?\n// sample: z\n": "2:", "// x\n": "1:",
	} {
		if _, err := parse(src); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want an error in line %s", src, err, want)
		}
	}
}
