package serve

import (
	"fmt"
	"io"
	"net"
	"net/url"
	"strings"
	"testing"
	"time"
)

// TestRefused lists attacks from the network and what becomes of them.
func TestRefused(t *testing.T) {
	h, _ := start(t, Options{Token: "secret-of-the-test", Hosts: []string{"kg.example"}})
	addr := strings.TrimPrefix(h.URL, "http://")
	auth := []string{"Authorization", "Bearer secret-of-the-test"}
	for _, c := range []struct {
		what, method, path, body string
		header                   []string
		want                     int
	}{
		{"the page without a token", "GET", "/", "", nil, 200},
		{"no token", "GET", "/api/v1/stats", "", nil, 401},
		{"wrong token", "GET", "/api/v1/stats", "", []string{"Authorization", "Bearer secret"}, 401},
		{"token in the URL", "GET", "/api/v1/stats?token=secret-of-the-test", "", nil, 401},
		{"right token", "GET", "/api/v1/stats", "", auth, 200},
		{"another host (DNS rebinding)", "GET", "/api/v1/stats", "", append(auth, "Host", "evil.example"), 421},
		{"another host, the page", "GET", "/", "", []string{"Host", "evil.example:80"}, 421},
		{"an allowed host", "GET", "/api/v1/stats", "", append(auth, "Host", "kg.example"), 200},
		{"another origin", "GET", "/api/v1/stats", "", append(auth, "Origin", "https://evil.example"), 403},
		{"origin null", "POST", "/api/v1/query/gizmo", "g.V().all()", append(auth, "Origin", "null"), 403},
		{"own origin", "GET", "/api/v1/stats", "", append(auth, "Origin", "http://"+addr), 200},
		{"another site", "GET", "/api/v1/stats", "", append(auth, "Sec-Fetch-Site", "cross-site"), 403},
		{"writing to a reading server", "POST", "/api/v1/documents", `{"text":"x"}`, auth, 403},
		{"removing from a reading server", "DELETE", "/api/v1/documents/pact", "", auth, 403},
		{"a large body", "POST", "/api/v1/query/gizmo", strings.Repeat("a", maxBody+1), auth, 413},
		{"path traversal", "GET", "/../../etc/passwd", "", auth, 307},
		{"path traversal, escaped", "GET", "/..%2f..%2fetc%2fpasswd", "", auth, 404},
		{"path traversal in an id", "GET", "/api/v1/documents/..%2F..%2Fetc%2Fpasswd", "", auth, 404},
		{"the page's folder", "GET", "/page/app.js", "", auth, 404},
		{"an unknown parameter", "GET", "/api/v1/stats?x=1", "", auth, 400},
		{"a limit of nonsense", "GET", "/api/v1/documents?limit=-5", "", auth, 400},
		{"a cursor of nonsense", "GET", "/api/v1/documents?cursor=%00", "", auth, 400},
		{"a date of nonsense", "GET", "/api/v1/entities/ada-moreno/statements?from=x", "", auth, 400},
		{"a name that is too long", "GET", "/api/v1/search?q=" + strings.Repeat("a", 5000), "", auth, 400},
		{"a method that is not there", "PUT", "/api/v1/stats", "", auth, 405},
	} {
		status, body, header := call(t, c.method, h.URL+c.path, c.body, c.header...)
		if status != c.want {
			t.Errorf("%s: %d, want %d: %.200s", c.what, status, c.want, body)
		}
		if p := header.Get("Content-Security-Policy"); !strings.Contains(p, "default-src 'none'") || strings.Contains(p, "unsafe") {
			t.Errorf("%s: policy %q", c.what, p)
		}
		if strings.Contains(body, "root:") {
			t.Errorf("%s: reads files", c.what)
		}
	}
}

// TestHostileArticle checks that nothing of an article reaches a browser as markup or as a link that runs.
func TestHostileArticle(t *testing.T) {
	h, _ := start(t, Options{})
	for _, path := range []string{"entities/ada-moreno", "entities/ada-moreno/statements", "documents", "search?q=evil"} {
		_, body, header := call(t, "GET", h.URL+"/api/v1/"+path, "")
		if strings.Contains(body, "<") || strings.Contains(body, `"url":"javascript`) {
			t.Errorf("%s: unescaped: %.300s", path, body)
		}
		if header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: no nosniff", path)
		}
	}
	docs := get[Documents](t, h.URL+"/api/v1/documents")
	for _, d := range docs.Documents {
		if status, body, _ := call(t, "GET", h.URL+"/api/v1/documents/"+url.PathEscape(string(d.ID)), ""); status != 200 {
			t.Errorf("%s: %d %s", d.ID, status, body)
		}
	}
}

// TestSlowClient checks that a client that sends its head byte by byte is cut off.
func TestSlowClient(t *testing.T) {
	h, s := start(t, Options{})
	if c := s.HTTP(); c.ReadHeaderTimeout == 0 || c.ReadTimeout == 0 || c.WriteTimeout == 0 || c.IdleTimeout == 0 {
		t.Error("a limit of time is missing")
	}
	h.Config.ReadHeaderTimeout = 100 * time.Millisecond
	conn, err := net.Dial("tcp", strings.TrimPrefix(h.URL, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprint(conn, "GET / HTTP/1.1\r\nHost: localhost\r\nX-")
	conn.SetReadDeadline(time.Now().Add(10 * time.Second))
	b, err := io.ReadAll(conn)
	if err != nil || strings.Contains(string(b), "200 OK") {
		t.Errorf("%v %.100q", err, b)
	}
}

// TestSlowBody checks that a client that sends its body byte by byte is cut off, and that one that reads nothing of an
// answer holds no place.
func TestSlowBody(t *testing.T) {
	h, s := start(t, Options{Write: true})
	h.Config.ReadTimeout = 300 * time.Millisecond
	conn, err := net.Dial("tcp", strings.TrimPrefix(h.URL, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprint(conn, "POST /api/v1/query/gizmo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\ng.V")
	conn.SetReadDeadline(time.Now().Add(20 * time.Second))
	if b, err := io.ReadAll(conn); err != nil || strings.Contains(string(b), "200 OK") {
		t.Errorf("%v %.100q", err, b)
	}
	deaf, err := net.Dial("tcp", strings.TrimPrefix(h.URL, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer deaf.Close()
	for range 50 {
		fmt.Fprint(deaf, "GET /app.js HTTP/1.1\r\nHost: localhost\r\n\r\n")
	}
	for range 5 {
		if status, body, _ := call(t, "GET", h.URL+"/api/v1/stats", ""); status != 200 {
			t.Errorf("beside a deaf client: %d %s", status, body)
		}
	}
	if n := len(s.work) + len(s.slow); n > 0 {
		t.Errorf("%d places are held", n)
	}
}

// TestBusy checks that no more requests are worked on at once than there are slots, and that one whose client has gone
// gives its place up.
func TestBusy(t *testing.T) {
	h, s := start(t, Options{})
	for range cap(s.slots) {
		s.slots <- struct{}{}
	}
	done := make(chan int)
	go func() {
		status, _, _ := call(t, "GET", h.URL+"/api/v1/stats", "")
		done <- status
	}()
	select {
	case status := <-done:
		if status != 503 {
			t.Errorf("status %d while full", status)
		}
	case <-time.After(100 * time.Millisecond):
		<-s.slots
		if status := <-done; status != 200 {
			t.Errorf("status %d after a slot was free", status)
		}
	}
}
