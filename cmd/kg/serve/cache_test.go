package serve

import (
	"fmt"
	"math/rand"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"kg/cmd/kg/view"
	"kg/graph"
)

// TestFresh checks that no answer is older than the last write: after each of many, a server that has kept answers says
// what one says that has just been started.
func TestFresh(t *testing.T) {
	h, s := start(t, Options{})
	store := s.graph.Store
	if err := s.graph.Ready(t.Context()); err != nil {
		t.Fatal(err)
	}
	names := []string{"Ada Moreno", "Tom Bell", "A. Moreno", "River Pact", "Porto", "Lena Ford", "Bell"}
	paths := []string{"search?q=b", "search?q=", "documents", "stats", "conflicts", "documents/w0", "documents/w1", "path?a=e/ada-moreno&b=e/lena-ford"}
	for _, n := range names {
		id := string(graph.Link(n, "Person"))[2:]
		for _, view := range []string{"", "/statements", "/timeline", "/timeline?relation=meet&status=denied", "/neighbourhood?depth=2"} {
			paths = append(paths, "entities/"+id+view)
		}
	}
	r := rand.New(rand.NewSource(1))
	for n := range 25 {
		doc := graph.DocID(fmt.Sprint("w", r.Intn(3)))
		if _, err := store.Document(doc); err == nil && r.Intn(3) == 0 {
			if err := store.Remove(doc); err != nil {
				t.Fatal(err)
			}
		} else {
			a, b := names[r.Intn(len(names))], names[r.Intn(len(names))]
			text := fmt.Sprintf("%s met %s on day %d.", a, b, n)
			st := said(a+":Person | meet | "+b+":Person", text, 0, func(st *graph.Statement) {
				st.Sources[0].Doc = doc
				st.Polarity = graph.Polarity(r.Intn(2))
			})
			d := graph.Document{ID: doc, Title: fmt.Sprint("Title ", n%4), Text: text, Entities: []graph.Entity{{Name: a, Class: "Person"}, {Name: b, Class: "Person"}}}
			if _, err := store.Put(d, []graph.Statement{st}); err != nil {
				t.Fatal(err)
			}
		}
		g := view.New(store)
		if err := g.Ready(t.Context()); err != nil {
			t.Fatal(err)
		}
		fresh := httptest.NewServer(New(g, Options{}).Handler())
		for _, path := range paths {
			for range 2 { // the second time it may be a kept one
				status, got, _ := call(t, "GET", h.URL+"/api/v1/"+path, "")
				for strings.Contains(got, `"stale":true`) { // it says so, and is made anew
					time.Sleep(time.Millisecond)
					status, got, _ = call(t, "GET", h.URL+"/api/v1/"+path, "")
				}
				freshStatus, want, _ := call(t, "GET", fresh.URL+"/api/v1/"+path, "")
				if status != freshStatus || got != want {
					t.Fatalf("write %d: %s: %d %s\nwant %d %s", n, path, status, got, freshStatus, want)
				}
			}
		}
		fresh.Close()
	}
	if found, _ := s.kept.get("false/api/v1/documents/pact?"); found != nil {
		t.Error("what nobody asked for is kept")
	}
	if len(s.kept.found) == 0 || s.kept.size == 0 {
		t.Error("nothing was kept")
	}
}
