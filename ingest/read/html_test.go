package read

import (
	"strings"
	"testing"
	"time"

	"kg/ingest/text"
)

const body = "<p>The river rose by two metres in a single night, officials said.</p><p>Nobody was hurt, but forty houses stood under water.</p>"

func TestHTMLSources(t *testing.T) {
	want := "The river rose by two metres in a single night, officials said.\nNobody was hurt, but forty houses stood under water."
	deep := strings.Repeat("<div>", 1_000_000)
	for _, c := range []struct{ name, data, text, err string }{
		{"latin.html", "<meta charset=windows-1252><p>The caf\xe9 closed, \x93for good\x94, its owner said.</p>", "The café closed, “for good”, its owner said.", ""},
		{"meta.htm", `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>Pan Wa` + "\xb3\xeas" + `a left the house.</p>`, "Pan Wałęsa left the house.", ""},
		{"wrong.html", "<meta charset=utf-8><p>A caf\xe9 is closed in the town.</p>", "A caf\uFFFD is closed in the town.", ""},
		{"entities.html", "<p>Smith &amp; Sons paid &pound;3m &mdash; &ldquo;too much&rdquo;.</p>", "Smith & Sons paid £3m — “too much”.", ""},
		{"bare.html", body, want, ""},
		{"cut.html", "<html><body><div><p>" + body[3:40], "The river rose by two metres in a sin", ""},
		{"breaks.html", "<body>One thing happened here.<br>Another<br/>\n thing happened there.</body>", "One thing happened here.\nAnother\nthing happened there.", ""},
		{"inline.html", "<p>The <b>new</b> <a href=x>law</a> is <!-- not --> here<span>.</span></p>", "The new law is here.", ""},
		{"pre.html.gz", zipped(t, body), want, ""},
		{"empty.html", " ", "", "empty.html: the file is empty"},
		{"image.html", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "", "image.html: a binary file, not HTML (" + readable + ")"},
		{"script.html", "<script>document.write('x')</script>", "", "script.html: no article text in this file"},
		{"deep.html", deep + body, "", "deep.html: HTML that cannot be read: html: open stack of elements exceeds 512 nodes"},
		{"large.html", strings.Repeat(body, 200000), "", "large.html: larger than 16 MiB (divide it into articles, one a file, or one a line of a .jsonl file)"},
	} {
		files(t, map[string]string{c.name: c.data})
		docs, errs := collect(Options{}, c.name)
		switch {
		case c.err != "" && (len(errs) != 1 || errs[0] != c.err):
			t.Errorf("%s: errors %q, want %q", c.name, errs, c.err)
		case c.err == "" && errs != nil:
			t.Errorf("%s: %v", c.name, errs)
		case c.err == "" && docs[0].Text != c.text:
			t.Errorf("%s: %q, want %q", c.name, docs[0].Text, c.text)
		}
	}
}

func TestMetadata(t *testing.T) {
	for _, c := range []struct{ head, title, publisher, date, url string }{
		{`<title>River rises fast - The Ledger</title><meta property="og:site_name" content="The Ledger">`, "River rises fast", "The Ledger", "", ""},
		{`<title>The Ledger: River rises fast</title><h1>River rises fast</h1>`, "River rises fast", "", "", ""},
		{`<title>Smith - Jones wins - again</title>`, "Smith - Jones wins - again", "", "", ""},
		{`<meta property="article:published_time" content="2020-05-01T23:30:00+02:00"><link rel=canonical href="https://ledger.example/2019/01/02/river">`, "", "", "2020-05-01", "https://ledger.example/2019/01/02/river"},
		{`<link rel=canonical href="https://ledger.example/2019/01/02/river">`, "", "", "2019-01-02", "https://ledger.example/2019/01/02/river"},
		{`<link rel=canonical href="javascript:alert(1)">`, "", "", "", ""},
		{`<script type="application/ld+json">[{"@type":"NewsArticle","headline":"River rises fast","datePublished":"2020-05-01","publisher":{"name":"The Ledger"}}]</script>`, "River rises fast", "The Ledger", "2020-05-01", ""},
		{`<script type="application/ld+json">{"headline": broken</script><meta name=date content="1 May 2020">`, "", "", "2020-05-01", ""},
	} {
		files(t, map[string]string{"a.html": c.head + body})
		docs, errs := collect(Options{}, "a.html")
		if errs != nil {
			t.Errorf("%s: %v", c.head, errs)
			continue
		}
		date := ""
		if !docs[0].Date.IsZero() {
			date = docs[0].Date.Format(time.DateOnly)
		}
		if d := docs[0]; d.Title != c.title || d.Publisher != c.publisher || date != c.date || d.URL != c.url {
			t.Errorf("%s:\ngot  %q %q %q %q\nwant %q %q %q %q", c.head, d.Title, d.Publisher, date, d.URL, c.title, c.publisher, c.date, c.url)
		}
	}
}

func FuzzHTML(f *testing.F) {
	f.Add("<title>a - b</title><h2>Most read</h2>" + body)
	f.Add(`<div class="share"><div class=ads>` + body + `<script type="application/ld+json">{"headline":1}</script>`)
	f.Fuzz(func(t *testing.T, page string) {
		s := &source{path: "f.html", id: "f"}
		readHTML(s, strings.NewReader(page), Options{MaxBytes: 1 << 16}, func(d *text.Document, err error) bool {
			if err == nil && (d.Text == "" || strings.ToValidUTF8(d.Text, "") != d.Text || strings.Contains(d.Text, "\n\n")) {
				t.Errorf("bad text %q", d.Text)
			}
			return true
		})
	})
}
