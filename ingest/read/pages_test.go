package read

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"text/template"
	"time"

	"kg/ingest/text"
)

// page is an article with what stands around it, for the templates of testdata/pages: the shapes of news sites.
type page struct {
	name                              string
	Title, Author, Site, Caption      string
	URL                               string
	Date                              time.Time
	P, Menu, Other, Teasers, Comments []string
}

// pages renders each shape with several of the sample articles.
func pages(t *testing.T) (out []page, html []string) {
	t.Helper()
	var articles []*text.Document
	for d, err := range Paths([]string{"../../data/articles"}, Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		articles = append(articles, d)
	}
	shapes, err := filepath.Glob("testdata/pages/*.html")
	if err != nil || len(shapes) == 0 {
		t.Fatal("no shapes", err)
	}
	sites := []string{"The Coast Herald", "Northern Wire", "Daily Ledger"}
	authors := []string{"Mara Ellison", "Tom Okoro", "Ruth Calder"}
	for i, shape := range shapes {
		tmpl, err := template.New(filepath.Base(shape)).Funcs(template.FuncMap{"json": quoted, "wrap": broken72}).ParseFiles(shape)
		if err != nil {
			t.Fatal(err)
		}
		for j := range 4 {
			n := i + 2*j
			at := func(k int) *text.Document { return articles[(n+k)%len(articles)] }
			lines := strings.Split(at(0).Text, "\n")
			p := page{
				name: strings.TrimSuffix(filepath.Base(shape), ".html") + "-" + at(0).ID, Title: at(0).Title, Date: at(0).Date, P: lines[1:],
				Site: sites[n%3], Author: authors[n/2%3], URL: "https://news.example/" + at(0).ID,
				Caption: "People gather near the building on the morning of the announcement.",
				Menu:    []string{"Home", "World", "Business", "Sport", "Weather", "Opinion", "Culture"},
				Comments: []string{"I have said this for years and nobody ever listened to me.",
					"The author has clearly not read the report, which says the opposite on page twelve."},
			}
			for k := 1; k < 5; k++ {
				p.Other = append(p.Other, at(k).Title)
				first := strings.SplitAfter(strings.Split(at(k).Text, "\n")[1], ". ")[0]
				p.Teasers = append(p.Teasers, strings.TrimSpace(first))
			}
			var b strings.Builder
			if err := tmpl.Execute(&b, p); err != nil {
				t.Fatal(err)
			}
			out, html = append(out, p), append(html, b.String())
		}
	}
	return out, html
}

func quoted(s string) (string, error) {
	b, err := json.Marshal(s)
	return string(b), err
}

// broken72 breaks a paragraph into lines of at most 72 bytes.
func broken72(s string) string {
	var b strings.Builder
	width := 0
	for _, w := range strings.Fields(s) {
		switch {
		case width == 0:
		case width+1+len(w) > 72:
			b.WriteByte('\n')
			width = 0
		default:
			b.WriteByte(' ')
			width++
		}
		b.WriteString(w)
		width += len(w)
	}
	return b.String()
}

// overlap is the F1 of the words of got, against want's.
func overlap(got, want string) float64 {
	count := map[string]int{}
	g, w := strings.Fields(got), strings.Fields(want)
	for _, x := range w {
		count[x]++
	}
	hit := 0
	for _, x := range g {
		if count[x] > 0 {
			count[x]--
			hit++
		}
	}
	return 2 * float64(hit) / float64(len(g)+len(w))
}

// TestPages checks that the article comes out of pages in the shapes of news sites: the words, the headline, the date.
func TestPages(t *testing.T) {
	ps, docs := pages(t)
	if len(ps) < 40 {
		t.Errorf("%d pages, want at least 40", len(ps))
	}
	words, titles, dates := 0.0, 0, 0
	for i, p := range ps {
		s := &source{path: p.name + ".html", id: p.name}
		readHTML(s, strings.NewReader(docs[i]), Options{MaxBytes: 1 << 20}, func(d *text.Document, err error) bool {
			if err != nil {
				t.Errorf("%s: %v", p.name, err)
				return true
			}
			f := overlap(d.Text, p.Title+"\n"+strings.Join(p.P, "\n"))
			words += f
			if f < 0.95 {
				t.Errorf("%s: word F1 %.3f:\n%s", p.name, f, d.Text)
			}
			if d.Title == p.Title {
				titles++
			} else {
				t.Logf("%s: title %q, want %q", p.name, d.Title, p.Title)
			}
			if d.Date.Format(time.DateOnly) == p.Date.Format(time.DateOnly) {
				dates++
			} else {
				t.Logf("%s: date %v, want %v", p.name, d.Date, p.Date)
			}
			return true
		})
	}
	n := float64(len(ps))
	t.Logf("word F1 %.3f, titles %.3f, dates %.3f", words/n, float64(titles)/n, float64(dates)/n)
	if words/n < 0.97 || float64(titles)/n < 0.95 || float64(dates)/n < 0.95 {
		t.Errorf("word F1 %.3f, titles %.3f, dates %.3f: want 0.97, 0.95, 0.95", words/n, float64(titles)/n, float64(dates)/n)
	}
}
