package read

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

// redirecting is a network in which public.example sends its visitors elsewhere; other hosts are the real network's.
type redirecting struct {
	to   string
	real http.RoundTripper
}

func (r redirecting) RoundTrip(q *http.Request) (*http.Response, error) {
	if q.URL.Host != "public.example" {
		return r.real.RoundTrip(q)
	}
	w := httptest.NewRecorder()
	http.Redirect(w, q, r.to, http.StatusFound)
	return w.Result(), nil
}

func TestRedirectToPrivateAddress(t *testing.T) {
	reached := false
	s := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached = true }))
	defer s.Close()
	at, err := url.Parse(s.URL)
	if err != nil {
		t.Fatal(err)
	}
	for _, to := range []string{s.URL, "http://localhost:" + at.Port(), "http://[::ffff:127.0.0.1]:" + at.Port()} {
		c := client(Options{})
		c.Transport = redirecting{to, c.Transport}
		_, err := c.Get("http://public.example/")
		if err == nil || reached {
			t.Errorf("%s: reached", to)
			continue
		}
		got := (&source{path: "http://public.example/"}).unreachable(err, Options{}).Error()
		if want := "http://public.example/: leads to a private address (allow it with --private)"; got != want {
			t.Errorf("%s: %q, want %q", to, got, want)
		}
	}
}

// TestSlowServer reads pages that come drop by drop, or not at all: each costs the time allowed, and the next is read.
func TestSlowServer(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/drip", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			fmt.Fprint(w, "<p>more</p>")
			w.(http.Flusher).Flush()
			time.Sleep(10 * time.Millisecond)
		}
	})
	mux.HandleFunc("/silent", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/good", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<p>The river rose.</p>") })
	s := httptest.NewServer(mux)
	defer s.Close()
	docs, errs := collect(Options{Private: true, FetchTime: 300 * time.Millisecond}, s.URL+"/drip", s.URL+"/silent", s.URL+"/good")
	if len(docs) != 1 || docs[0].Text != "The river rose." {
		t.Errorf("the good page: %v", docs)
	}
	want := s.URL + "/drip: the server did not come to an end in time\n" + s.URL + "/silent: no answer within 300ms"
	if got := strings.Join(errs, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestHostileFiles reads files made to break readers, between good ones: each is one line, or an article, and the good
// ones are read.
func TestHostileFiles(t *testing.T) {
	rows := strings.Repeat("<tr><td>1</td></tr>", 1000)
	laughs := `<!DOCTYPE x [<!ENTITY a "ha ha ha ha ha ha ha ha">`
	for i := 'b'; i < 'k'; i++ {
		laughs += fmt.Sprintf(`<!ENTITY %c "%s">`, i, strings.Repeat(fmt.Sprintf("&%c;", i-1), 10))
	}
	laughs += `]>`
	files(t, map[string]string{
		"good.txt":    "All is well.",
		"huge.html":   "<p>The river rose.</p><table>" + strings.Repeat(rows, 2800) + "</table>",
		"deep.html":   strings.Repeat("<div>", 1_000_000) + "<p>The river rose in the night and nobody slept.</p>",
		"inline.html": strings.Repeat("<b>", 1_000_000) + "The river rose.",
		"laughs.html": laughs + "<p>The river rose &j; in the night.</p>",
		"laughs.rss":  laughs + `<rss version="2.0"><channel><title>x</title><item><title>River</title><guid>1</guid><description>It rose &j; again.</description></item></channel></rss>`,
		"deep.rss":    `<rss version="2.0"><channel>` + strings.Repeat("<item>", 200_000),
		"deep.jsonl":  strings.Repeat("[", 1_000_000) + "\n" + `{"text": "The lake fell."}` + "\n" + `{"text": ` + strings.Repeat(`{"a":`, 100_000) + "\n",
		"line.jsonl":  `{"text": "` + strings.Repeat("x", 17<<20) + `"}` + "\n" + `{"text": "The sea froze."}` + "\n",
	})
	for path, want := range map[string]string{
		"huge.html":   "huge.html: larger than 16 MiB (divide it into articles, one a file, or one a line of a .jsonl file)",
		"deep.html":   "deep.html: HTML that cannot be read: html: open stack of elements exceeds 512 nodes",
		"inline.html": "inline.html: HTML that cannot be read: html: open stack of elements exceeds 512 nodes",
		"laughs.html": "",
		"laughs.rss":  "laughs.rss: ",
		"deep.rss":    "deep.rss: ",
		"deep.jsonl":  "deep.jsonl:1: bad JSON: ",
		"line.jsonl":  "line.jsonl:1: a line of more than 16 MiB",
	} {
		docs, errs := collect(Options{}, path, "good.txt")
		if len(docs) == 0 || docs[len(docs)-1].Text != "All is well." {
			t.Errorf("%s: the next file was not read", path)
		}
		for _, d := range docs {
			if len(d.Text) > 1000 {
				t.Errorf("%s: %d bytes of text", path, len(d.Text))
			}
		}
		if want == "" && len(errs) > 0 || want != "" && (len(errs) == 0 && path != "laughs.rss" || len(errs) > 0 && !strings.HasPrefix(errs[0], want)) {
			t.Errorf("%s: errors %.200q, want %q", path, errs, want)
		}
		for _, e := range errs {
			if strings.Contains(e, "\n") || len(e) > 500 {
				t.Errorf("%s: more than a line: %.300q", path, e)
			}
		}
	}
}
