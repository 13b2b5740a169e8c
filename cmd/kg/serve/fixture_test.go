package serve

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"kg/cmd/kg/view"
	"kg/graph"
)

// said makes a statement of "Subject:Class | relation | Object:Class" that stands on sentence.
func said(s, sentence string, start int, change ...func(*graph.Statement)) graph.Statement {
	part := strings.Split(s, " | ")
	value := func(s string) graph.Value {
		name, class, _ := strings.Cut(s, ":")
		return graph.Value{Name: name, Class: class}
	}
	st := graph.Statement{Subject: value(part[0]), Relation: graph.Relation{Lemma: part[1], Text: part[1]}, Object: value(part[2]),
		Confidence: 0.9, Sources: []graph.Source{{Start: start, End: start + len(sentence), Quote: sentence, Extractor: "verb"}}}
	for _, c := range change {
		c(&st)
	}
	return st
}

// hostile is what an article may hold to harm who looks at it.
const hostile = `<script>document.title="owned"</script><img src=x onerror="document.title='owned'">"'><svg/onload=alert(1)>`

// fixture is a store with two articles that disagree, and one that is hostile.
func fixture(t testing.TB) *graph.Store {
	t.Helper()
	s, err := graph.Memory(graph.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	date := time.Date(2024, 6, 13, 0, 0, 0, 0, time.UTC)
	put := func(d graph.Document, sts ...graph.Statement) {
		for i := range sts {
			sts[i].Sources[0].Doc = d.ID
			for _, v := range []graph.Value{sts[i].Subject, sts[i].Object, sts[i].By} {
				if v.Class != "" {
					d.Entities = append(d.Entities, graph.Entity{Name: v.Name, Class: v.Class})
				}
			}
		}
		if _, err := s.Put(d, sts); err != nil {
			t.Fatal(err)
		}
	}
	one, two := "Ada Moreno signed the River Pact.", "Ada Moreno met Tom Bell in Porto."
	put(graph.Document{ID: "d/pact", Title: "The pact", Publisher: "Daily Ferry", URL: "https://example.org/pact", Date: date, Text: one + " " + two},
		said("Ada Moreno:Person | sign | River Pact:Work", one, 0),
		said("Ada Moreno:Person | meet | Tom Bell:Person", two, len(one)+1, func(st *graph.Statement) {
			st.Place = graph.Value{Name: "Porto", Class: "Place"}
			st.Time = graph.Time{Text: "on June 10", Value: "2024-06-10", Start: date.AddDate(0, 0, -3), End: date.AddDate(0, 0, -2)}
		}))
	no := "Ada Moreno did not sign the River Pact, Tom Bell said."
	maybe := "Tom Bell may leave Harbour Union."
	put(graph.Document{ID: "d/denial", Title: "A denial", Date: date.AddDate(0, 0, 1), Text: no + " " + maybe},
		said("Ada Moreno:Person | sign | River Pact:Work", no, 0, func(st *graph.Statement) {
			st.Polarity, st.By, st.Cue = graph.Negative, graph.Value{Name: "Tom Bell", Class: "Person"}, "say"
		}),
		said("Tom Bell:Person | leave | Harbour Union:Organization", maybe, len(no)+1, func(st *graph.Statement) { st.Certainty = graph.Possible }))
	bad := hostile + " praised Ada Moreno."
	put(graph.Document{ID: graph.DocID("../../etc/" + hostile), Title: hostile, Publisher: hostile, URL: "javascript:document.title='owned'", Text: bad},
		said("Evil "+hostile+":Person | praise | Ada Moreno:Person", bad, 0, func(st *graph.Statement) { st.Relation.Text = hostile }))
	return s
}

func start(t testing.TB, o Options) (*httptest.Server, *Server) {
	t.Helper()
	s := New(view.New(fixture(t)), o)
	h := httptest.NewUnstartedServer(nil)
	h.Config = s.HTTP()
	h.Start()
	t.Cleanup(h.Close)
	return h, s
}

// call sends a request and returns the status and the body.
func call(t testing.TB, method, url, body string, header ...string) (int, string, http.Header) {
	t.Helper()
	r, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(header); i += 2 {
		if header[i] == "Host" {
			r.Host = header[i+1]
		} else {
			r.Header.Set(header[i], header[i+1])
		}
	}
	resp, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(b), resp.Header
}

func get[T any](t testing.TB, url string) T {
	t.Helper()
	status, body, _ := call(t, "GET", url, "")
	var v T
	if status != 200 {
		t.Fatalf("%s: %d %s", url, status, body)
	}
	if err := json.Unmarshal([]byte(body), &v); err != nil {
		t.Fatalf("%s: %v", url, err)
	}
	return v
}
