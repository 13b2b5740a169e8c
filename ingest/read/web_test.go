package read

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"kg/ingest/text"
)

const wanted = "The river rose by two metres in a single night, officials said.\nNobody was hurt, but forty houses stood under water."

// site serves pages in the ways that pages come and fail.
func site(t *testing.T) *httptest.Server {
	mux := http.NewServeMux()
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	mux.HandleFunc("/river.html", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, body) })
	mux.HandleFunc("/latin", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=iso-8859-1")
		fmt.Fprint(w, "<p>The caf\xe9 in the town closed.</p>")
	})
	mux.HandleFunc("/plain", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		fmt.Fprint(w, "The river rose.")
	})
	mux.HandleFunc("/picture", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Type", "image/png") })
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/river.html", http.StatusFound) })
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/hosts", http.StatusFound)
	})
	mux.HandleFunc("/endless", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			if _, err := fmt.Fprint(w, strings.Repeat("<p>more</p>", 1000)); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/feed", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/rss+xml")
		fmt.Fprintf(w, `<rss version="2.0"><channel><title>The Ledger</title>
<item><title>River rises</title><link>%[1]s/river.html</link><pubDate>Wed, 01 May 2024 10:00:00 GMT</pubDate><description>Short.</description></item>
<item><title>Gone page</title><link>%[1]s/gone</link><description>&lt;p&gt;It was &lt;b&gt;removed&lt;/b&gt; on Monday.&lt;/p&gt;</description></item>
</channel></rss>`, s.URL)
	})
	return s
}

func TestURLs(t *testing.T) {
	s := site(t)
	for _, c := range []struct{ path, text, err string }{
		{"/river.html", wanted, ""},
		{"/moved", wanted, ""},
		{"/latin", "The café in the town closed.", ""},
		{"/plain", "The river rose.", ""},
		{"/gone", "", ": the server says 404 Not Found"},
		{"/picture", "", ": image/png is not read: an article is HTML, a feed or text"},
		{"/loop", "", ": more than 10 redirects (is the address right, and is there a network?)"},
		{"/file", "", ": redirect to file (is the address right, and is there a network?)"},
		{"/endless", "", ": larger than 0 MiB (divide it into articles, one a file, or one a line of a .jsonl file)"},
	} {
		docs, errs := collect(Options{Private: true, MaxBytes: 100_000}, s.URL+c.path)
		if c.err != "" {
			if len(errs) != 1 || errs[0] != s.URL+c.path+c.err {
				t.Errorf("%s: errors %q, want %q", c.path, errs, c.err)
			}
			continue
		}
		if errs != nil || docs[0].Text != c.text || docs[0].URL != s.URL+c.path {
			t.Errorf("%s: %v %v, want %q", c.path, docs, errs, c.text)
		}
	}
	if _, errs := collect(Options{}, s.URL+"/river.html"); len(errs) != 1 || !strings.HasSuffix(errs[0], "leads to a private address (allow it with --private)") {
		t.Errorf("a private address: %q", errs)
	}
	docs, errs := collect(Options{Private: true}, s.URL+"/feed")
	if len(errs) != 1 || !strings.Contains(errs[0], "/gone: the server says 404") {
		t.Errorf("feed: errors %q", errs)
	}
	if len(docs) != 2 || docs[0].Text != wanted || docs[0].Title != "River rises" || docs[0].Date.Format(time.DateOnly) != "2024-05-01" ||
		docs[0].Publisher != "The Ledger" || docs[1].Text != "Gone page\nIt was removed on Monday." {
		t.Errorf("feed: %+v", docs)
	}
}

func TestPublic(t *testing.T) {
	for a, want := range map[string]bool{
		"93.184.216.34": true, "2606:4700::1111": true, "127.0.0.1": false, "10.1.2.3": false, "192.168.0.1": false, "172.16.0.1": false,
		"169.254.169.254": false, "100.64.0.1": false, "0.0.0.0": false, "::1": false, "fe80::1": false, "fd00::1": false, "::ffff:127.0.0.1": false,
		"64:ff9b::7f00:1": false, "224.0.0.1": false, "255.255.255.255": false,
	} {
		if got := public(netip.MustParseAddr(a)); got != want {
			t.Errorf("public(%s) = %v", a, got)
		}
	}
}

func TestFeedFile(t *testing.T) {
	var entries strings.Builder
	for i := range 1000 {
		if i%100 == 99 {
			fmt.Fprintf(&entries, "<entry><title>Empty %d</title><id>e%d</id></entry>", i, i)
			continue
		}
		fmt.Fprintf(&entries, `<entry><title>Item %d</title><link href="https://ledger.example/%d.html"/><updated>2024-05-01T10:00:00Z</updated>
<content type="html">&lt;p&gt;River number %d rose in the night.&lt;/p&gt;</content></entry>`, i, i, i)
	}
	bomb := `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`
	files(t, map[string]string{
		"a.atom":    `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Ledger</title>` + entries.String() + `</feed>`,
		"bad.rss":   `<rss><channel><item>`,
		"other.xml": `<hello/>`,
		"bomb.rss":  bomb + `<rss version="2.0"><channel><title>x</title><item><title>Bomb</title><guid>b1</guid><description>A man said &c; to us.</description></item></channel></rss>`,
	})
	docs, errs := collect(Options{}, "a.atom")
	if len(docs) != 990 || len(errs) != mostErrors+1 || errs[mostErrors] != "a.atom: and 7 more bad entries like these" {
		t.Errorf("%d documents, errors %q", len(docs), errs)
	}
	if d := docs[1]; d.ID != "ledger-example-1" || d.Text != "Item 1\nRiver number 1 rose in the night." || d.URL != "https://ledger.example/1.html" {
		t.Errorf("entry %+v", d)
	}
	for _, p := range []string{"bad.rss", "other.xml"} {
		if docs, errs := collect(Options{}, p); len(docs) != 0 || len(errs) != 1 || !strings.HasPrefix(errs[0], p+": ") {
			t.Errorf("%s: %v %q", p, docs, errs)
		}
	}
	docs, errs = collect(Options{}, "bomb.rss")
	for _, d := range docs {
		if len(d.Text) > 200 {
			t.Errorf("entity bomb went off: %d bytes, %q", len(d.Text), errs)
		}
	}
}

func warc(kind, uri, contentType, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, uri, contentType, len(block), block)
}

func TestWARC(t *testing.T) {
	page := func(s string) string {
		return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + s
	}
	const http = "application/http; msgtype=response"
	whole := warc("warcinfo", "", "application/warc-fields", "software: x") +
		warc("request", "https://ledger.example/1", "application/http", "GET / HTTP/1.1\r\n\r\n") +
		warc("response", "https://ledger.example/1.html", http, page(body)) +
		warc("response", "https://ledger.example/gone", http, "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Nothing is to be found here.</p>") +
		warc("response", "https://ledger.example/a.png", http, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG") +
		warc("response", "https://ledger.example/nothing", http, page("<script>x</script>")) +
		warc("response", "https://ledger.example/chunked", http, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n<p>It rained in \r\n8\r\nJuly.</p\r\n1\r\n>\r\n0\r\n\r\n") +
		warc("response", "https://ledger.example/zipped", http, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"+zipped(t, "<p>It snowed in May.</p>")) +
		warc("conversion", "https://ledger.example/wet", "text/plain", "It thawed in March.")
	files(t, map[string]string{"a.warc": whole, "b.warc.gz": zipped(t, whole[:200]) + zipped(t, whole[200:]), "cut.warc": whole[:len(whole)-10], "cut.warc.gz": zipped(t, whole)[:300],
		"no.warc": "hello\n", "huge.warc": "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n", "minus.warc": "WARC/1.0\r\nContent-Length: -5\r\n\r\n"})
	texts := func(docs []*text.Document) string {
		var out []string
		for _, d := range docs {
			out = append(out, d.ID+" "+d.Text)
		}
		return strings.Join(out, "\n\n")
	}
	all := "ledger-example-1 " + wanted + "\n\nledger-example-chunked It rained in July.\n\nledger-example-zipped It snowed in May.\n\nledger-example-wet It thawed in March."
	for _, p := range []string{"a.warc", "b.warc.gz"} {
		docs, errs := collect(Options{}, p)
		if got := texts(docs); got != all {
			t.Errorf("%s: got %q", p, got)
		}
		if len(errs) != 1 || errs[0] != "https://ledger.example/nothing: no article text in this file" {
			t.Errorf("%s: errors %q", p, errs)
		}
		if docs[0].URL != "https://ledger.example/1.html" || docs[0].Path != p {
			t.Errorf("%s: %+v", p, docs[0])
		}
	}
	for p, want := range map[string]string{
		"cut.warc":    "cut.warc: record 9 is cut or damaged; what came before it was read (is the file complete?)",
		"cut.warc.gz": "cut.warc.gz: record ",
		"no.warc":     "no.warc: record 1 does not begin with WARC/: not a web archive, or damaged",
		"huge.warc":   "huge.warc: record 1 is cut or damaged",
		"minus.warc":  "minus.warc: record 1 is cut or damaged",
	} {
		if _, errs := collect(Options{}, p); len(errs) == 0 || !strings.HasPrefix(errs[len(errs)-1], want) {
			t.Errorf("%s: errors %q, want %q", p, errs, want)
		}
	}
}

func FuzzWARC(f *testing.F) {
	f.Add([]byte(warc("response", "http://x.example/", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"+body)))
	f.Fuzz(func(t *testing.T, data []byte) {
		n := 0
		readWARC(&source{path: "f.warc", id: "f"}, strings.NewReader(string(data)), Options{MaxBytes: 1 << 16}, func(d *text.Document, err error) bool {
			if n++; n > len(data)+1 {
				t.Fatal("more results than bytes")
			}
			return err != nil || d.Text != "" || t.Failed()
		})
	})
}

func FuzzFeed(f *testing.F) {
	f.Add([]byte(`<rss version="2.0"><channel><item><title>a</title><description>b c.</description></item></channel></rss>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		readFeed(&source{path: "f.rss", id: "f"}, strings.NewReader(string(data)), Options{MaxBytes: 1 << 16}, func(d *text.Document, err error) bool {
			if err == nil && (d.ID == "" || d.Text == "") {
				t.Errorf("bad document %+v", d)
			}
			return true
		})
	})
}
