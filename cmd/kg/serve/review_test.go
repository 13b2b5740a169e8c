package serve

import (
	"encoding/json"
	"net/http/httptest"
	"testing"

	"kg/cmd/kg/view"
	"kg/graph"
)

// doubtful starts a writing server of a store in which a given name is only an initial.
func doubtful(t *testing.T) *httptest.Server {
	t.Helper()
	h, s := start(t, Options{Write: true})
	text := "A. Moreno opened a ferry."
	st := said("A. Moreno:Person | open | ferry:Thing", text, 0)
	st.Sources[0].Doc = "d/ferry"
	d := graph.Document{ID: "d/ferry", Text: text, Entities: []graph.Entity{{Name: "A. Moreno", Class: "Person"}}}
	if _, err := s.graph.Put(d, []graph.Statement{st}); err != nil {
		t.Fatal(err)
	}
	return h
}

func settle(t *testing.T, h *httptest.Server, s view.Settlement) (int, string) {
	t.Helper()
	b, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	status, body, _ := call(t, "POST", h.URL+"/api/v1/review", string(b), "Content-Type", "application/json")
	return status, body
}

func opener(t *testing.T, h *httptest.Server) graph.ID {
	t.Helper()
	d := get[view.Document](t, h.URL+"/api/v1/documents/ferry")
	return d.Statements[0].Subject.ID
}

func TestReview(t *testing.T) {
	h := doubtful(t)
	found := get[Doubts](t, h.URL+"/api/v1/review")
	if found.Total != 1 || len(found.Doubts) != 1 {
		t.Fatalf("%+v", found)
	}
	d := found.Doubts[0]
	if d.A != "e/ada-moreno" || d.B != "e/a-moreno" || d.AName != "Ada Moreno" || d.BName != "A. Moreno" || !d.Linked || d.Reason == "" ||
		d.BQuote == nil || d.BQuote.Text != "A. Moreno opened a ferry." || d.AQuote == nil || d.AQuote.Document == "d/ferry" {
		t.Fatalf("%+v", d)
	}
	answer := view.Settlement{A: d.A, B: d.B, Name: d.BName}
	for _, same := range []bool{false, true, false, true} { // each time another mind
		answer.Same = same
		if status, body := settle(t, h, answer); status != 200 {
			t.Fatalf("same %v: %d %s", same, status, body)
		}
		want := d.B
		if same {
			want = d.A
		}
		if is := opener(t, h); is != want {
			t.Errorf("same %v: the ferry's opener is %s", same, is)
		}
		if left := get[Doubts](t, h.URL+"/api/v1/review"); left.Total != 0 {
			t.Errorf("same %v: still doubtful: %+v", same, left.Doubts)
		}
		hits := get[Hits](t, h.URL+"/api/v1/search?q=moreno")
		named := false
		for _, x := range hits.Hits {
			named = named || x.ID == d.B
		}
		if named == same {
			t.Errorf("same %v: search finds %+v", same, hits.Hits)
		}
	}
	for what, s := range map[string]view.Settlement{
		"nothing":     {},
		"one thing":   {A: d.A, B: d.A, Name: "A. Moreno", Same: true},
		"no ids":      {A: "Ada Moreno", B: "s/x", Name: "A. Moreno"},
		"no name":     {A: d.A, B: d.B},
		"no entities": {A: "e/nobody", B: d.B, Name: "A. Moreno", Same: true},
	} {
		if status, body := settle(t, h, s); status != 400 && status != 404 {
			t.Errorf("%s: %d %s", what, status, body)
		}
	}
	if is := opener(t, h); is != d.A {
		t.Errorf("what was refused changed the opener to %s", is)
	}
}

func TestReviewOnlyRead(t *testing.T) {
	h, _ := start(t, Options{})
	if status, body := settle(t, h, view.Settlement{A: "e/ada-moreno", B: "e/tom-bell", Name: "Tom Bell", Same: true}); status != 403 {
		t.Errorf("%d %s", status, body)
	}
}
