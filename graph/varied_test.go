//go:build linux

package graph_test

import (
	"fmt"
	"math"
	"math/rand"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"kg/graph"
	"kg/ingest"
	"kg/ingest/text"
)

// varied makes articles out of the sentences of our own articles, as they were analysed, with other names: a few names
// are in most articles, most names in a few, and their number grows with that of the articles.
type varied struct {
	passages []passage
	analysis time.Duration // of a passage, on average
	articles int           // to be made
}

// passage is a sentence with what it says.
type passage struct {
	text       string
	entities   []graph.Entity // with spans within the sentence
	statements []graph.Statement
}

// analysed are our articles, analysed once, for newVaried.
var analysed *varied

// newVaried makes so many articles out of ours.
func newVaried(tb testing.TB, articles int) *varied {
	tb.Helper()
	if analysed == nil {
		analysed = analyse(tb)
	}
	return &varied{analysed.passages, analysed.analysis, articles}
}

// analyse analyses our articles.
func analyse(tb testing.TB) *varied {
	tb.Helper()
	p, err := ingest.New()
	if err != nil {
		tb.Fatal(err)
	}
	v := &varied{}
	for _, pattern := range []string{"../data/articles/*.txt", "../data/gold/dev/*.txt"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			tb.Fatalf("%s: no articles (%v)", pattern, err)
		}
		for _, path := range paths {
			body, err := os.ReadFile(path)
			if err != nil {
				tb.Fatal(err)
			}
			start := graph.Spent()
			r := p.Run(&text.Document{ID: path, Text: string(body)})
			doc := r.Document()
			v.analysis += graph.Spent() - start
			for _, s := range r.Doc.Sentences {
				v.passages = append(v.passages, cut(&doc, r.Statements, s.Start, s.End))
			}
		}
	}
	v.analysis /= time.Duration(len(v.passages))
	return v
}

// cut takes a sentence out of a document.
func cut(doc *graph.Document, sts []graph.Statement, start, end int) passage {
	p := passage{text: doc.Text[start:end]}
	for _, e := range doc.Entities {
		var spans [][2]int
		for _, s := range e.Spans {
			if s[0] >= start && s[1] <= end {
				spans = append(spans, [2]int{s[0] - start, s[1] - start})
			}
		}
		if e.Spans = spans; len(spans) > 0 {
			p.entities = append(p.entities, e)
		}
	}
	for _, st := range sts {
		if st.Sources[0].Start >= start && st.Sources[0].End <= end {
			p.statements = append(p.statements, st)
		}
	}
	return p
}

// article makes the article of that number, always the same.
func (v *varied) article(n int) graph.Article {
	r := rand.New(rand.NewSource(int64(n)))
	a := graph.Article{Document: graph.Document{ID: graph.DocID(fmt.Sprint("news/", n)), Title: fmt.Sprint("Report ", n),
		Date: time.Date(2020, 1, 1+n%1500, 0, 0, 0, 0, time.UTC)}}
	named := map[[2]string]graph.Entity{} // as named here, by name and class there
	var body strings.Builder
	for range 18 {
		v.add(r, &a, &body, v.passages[r.Intn(len(v.passages))], named)
	}
	a.Text = body.String()
	return a
}

func (v *varied) add(r *rand.Rand, a *graph.Article, body *strings.Builder, p passage, named map[[2]string]graph.Entity) {
	type place struct{ start, end, entity int }
	var places []place
	for i, e := range p.entities {
		key := [2]string{e.Name, e.Class}
		if _, ok := named[key]; !ok {
			named[key] = v.rename(r, e)
		}
		for _, s := range e.Spans {
			places = append(places, place{s[0], s[1], i})
		}
	}
	sort.Slice(places, func(i, j int) bool { return places[i].start < places[j].start })
	start, at := body.Len(), 0
	for _, s := range places {
		if s.start < at {
			continue
		}
		e := named[[2]string{p.entities[s.entity].Name, p.entities[s.entity].Class}]
		body.WriteString(p.text[at:s.start])
		from := body.Len()
		body.WriteString(e.Name)
		e.Spans = [][2]int{{from, body.Len()}}
		a.Entities = append(a.Entities, e)
		at = s.end
	}
	body.WriteString(p.text[at:])
	end := body.Len()
	body.WriteByte(' ')
	value := func(x *graph.Value) {
		if e, ok := named[[2]string{x.Name, x.Class}]; ok {
			if x.Text == x.Name {
				x.Text = e.Name
			}
			x.Name, x.Class = e.Name, e.Class
		}
	}
	for _, st := range p.statements {
		st.ID, st.Relation.ID = "", ""
		for _, x := range []*graph.Value{&st.Subject, &st.Object, &st.By, &st.Place} {
			value(x)
		}
		st.Roles = append([]graph.Role(nil), st.Roles...)
		for i := range st.Roles {
			value(&st.Roles[i].Value)
		}
		st.Sources = []graph.Source{{Start: start, End: end, Extractor: st.Sources[0].Extractor}}
		a.Statements = append(a.Statements, st)
	}
}

// rename returns an entity under another name of its class, unless it is generally known.
func (v *varied) rename(r *rand.Rand, e graph.Entity) graph.Entity {
	if e.Known != "" {
		return e
	}
	x := int(float64(v.articles) * math.Pow(r.Float64(), 3))
	out := graph.Entity{Name: e.Name, Class: e.Class, Traits: graph.Traits{Sure: e.Sure}}
	switch e.Class {
	case "Person": // of the frequent ones each has a surname of their own
		given, last := word(x%331+7000), word(int(math.Pow(float64(x), 0.85)))
		out.Name = given + " " + last
		switch k := r.Intn(20); {
		case k < 6:
			out.Name = last
		case k == 6:
			out.Name = given[:1] + ". " + last
		case k == 7:
			out.Name = given + " " + word(x%17 + 9000)[:1] + ". " + last
		}
		if r.Intn(2) == 0 {
			out.Gender, out.Sure = []string{"male", "female"}[x%2], true
		}
		if r.Intn(3) == 0 {
			out.Namesake = []string{"politics", "sport", "arts", "business", "law"}[x%5] + ";"
		}
	case "Organization":
		switch head := word(x + 20000); x % 4 {
		case 0:
			out.Name = head + []string{"", " Motor Company", " Group", " Motor Co."}[r.Intn(4)]
		case 1:
			full := "Union of " + head + " " + word(x+30000) + " Workers"
			if out.Name = full; r.Intn(3) == 0 {
				out.Name = "U" + head[:1] + word(x + 30000)[:1] + "W"
			}
		case 2:
			out.Name = head + " University"
		default:
			out.Name = head
		}
	case "Place":
		out.Name = word(x + 40000)
		if r.Intn(4) == 0 {
			out.Namesake = []string{"United States/Ohio", "France", "Kenya", "United States"}[x%4]
		}
	default:
		out.Name = word(x+50000) + " " + []string{"Report", "Prize", "Act", "Accord"}[x%4]
		out.Class = []string{"Work", "Event", "Thing", "Thing"}[x%4]
	}
	return out
}

// word is the name of that number, made of syllables.
func word(n int) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	var b strings.Builder
	for n += 70; n > 0; n /= 70 {
		b.WriteByte(consonants[n%70/5])
		b.WriteByte(vowels[n%5])
	}
	w := b.String() + "n"
	return strings.ToUpper(w[:1]) + w[1:]
}
