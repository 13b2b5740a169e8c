package serve

import (
	"context"
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"github.com/piprate/json-gold/ld"

	"kg/cmd/kg/view"
	"kg/graph"
	"kg/queries"
)

func TestAnswers(t *testing.T) {
	h, _ := start(t, Options{})
	api := h.URL + "/api/v1/"
	hits := get[Hits](t, api+"search?q=mor")
	if len(hits.Hits) != 1 || hits.Hits[0].ID != "e/ada-moreno" {
		t.Errorf("search mor: %+v", hits)
	}
	ent := get[view.Entity](t, api+"entities/ada-moreno")
	status := map[string]int{}
	for _, g := range ent.Relations {
		status["asserted"] += g.Asserted
		status["denied"] += g.Denied
	}
	if ent.Name != "Ada Moreno" || ent.Statements != 4 || ent.Documents != 3 || status["denied"] != 1 || status["asserted"] != 3 {
		t.Errorf("entity: %+v %v", ent, status)
	}
	if len(ent.Speakers) != 1 || ent.Speakers[0].Name != "Tom Bell" {
		t.Errorf("speakers: %+v", ent.Speakers)
	}
	if got := get[view.Entity](t, api+"entities/"+url.PathEscape("Ada Moreno")); got.ID != ent.ID {
		t.Errorf("by name: %s", got.ID)
	}
	line := get[view.Page](t, api+"entities/ada-moreno/timeline")
	if line.Total != 4 || line.Statements[0].Relation != "meet" || line.Statements[0].Start != "2024-06-10" {
		t.Errorf("timeline: %+v", line)
	}
	first := get[view.Page](t, api+"entities/ada-moreno/statements?limit=3")
	rest := get[view.Page](t, api+"entities/ada-moreno/statements?limit=3&cursor="+first.Next)
	if len(first.Statements) != 3 || len(rest.Statements) != 1 || rest.Next != "" {
		t.Errorf("pages of %d and %d", len(first.Statements), len(rest.Statements))
	}
	for query, want := range map[string]int{"status=denied": 1, "relation=meet": 1, "class=Work": 2, "to=2024-06-12": 1, "from=2024-06-14": 1} {
		if got := get[view.Page](t, api+"entities/ada-moreno/statements?"+query); got.Total != want {
			t.Errorf("%s: %d statements, want %d", query, got.Total, want)
		}
	}
	var fact graph.ID
	for _, g := range ent.Relations {
		if g.Relation == "meet" {
			fact = g.Facts[0].ID
		}
	}
	ev := get[view.Page](t, api+"facts/"+strings.TrimPrefix(string(fact), "f/"))
	if ev.Total != 1 || ev.Statements[0].Sources[0].Quote != "Ada Moreno met Tom Bell in Porto." {
		t.Errorf("fact: %+v", ev)
	}
	if got := get[view.Statement](t, api+"statements/"+string(ev.Statements[0].ID)); got.ID != ev.Statements[0].ID {
		t.Errorf("statement: %+v", got)
	}
	doc := get[view.Document](t, api+"documents/pact")
	text, marked := "", ""
	for _, p := range doc.Pieces {
		text += p.Text
		for _, id := range p.Statements {
			if id == ev.Statements[0].ID {
				marked += p.Text
			}
		}
	}
	if marked != "Ada Moreno met Tom Bell in Porto." || !strings.HasPrefix(text, "Ada Moreno signed") {
		t.Errorf("document: %q marked in %q", marked, text)
	}
	if c := get[Conflicts](t, api+"conflicts"); c.Total != 1 || len(c.Conflicts[0].Denied) != 1 {
		t.Errorf("conflicts: %+v", c)
	}
	if p := get[Steps](t, api+"path?a=Porto&b=River+Pact"); len(p.Steps) != 2 {
		t.Errorf("path: %+v", p)
	}
	if docs := get[Documents](t, api+"documents?limit=2"); docs.Total != 3 || len(docs.Documents) != 2 || docs.Next == "" {
		t.Errorf("documents: %+v", docs)
	}
}

// TestDrawing checks the drawing's layout: nothing on top of anything, filters, the rest counted, the same each time.
func TestDrawing(t *testing.T) {
	h, _ := start(t, Options{})
	at := h.URL + "/api/v1/entities/ada-moreno/neighbourhood"
	d := get[view.Drawing](t, at+"?depth=2")
	places := map[[2]float64]bool{}
	for _, n := range d.Nodes {
		if n.X < 0 || n.Y < 0 || n.X > d.Width || n.Y > d.Height || places[[2]float64{n.X, n.Y}] {
			t.Errorf("%s at %v %v", n.ID, n.X, n.Y)
		}
		places[[2]float64{n.X, n.Y}] = true
	}
	if len(d.Nodes) != 6 {
		t.Errorf("%d nodes: %+v", len(d.Nodes), d.Nodes)
	}
	_, a, _ := call(t, "GET", at, "")
	_, b, _ := call(t, "GET", at, "")
	if a != b {
		t.Error("two drawings differ")
	}
	tall := get[view.Drawing](t, at+"?depth=2&shape=tall")
	if len(tall.Nodes) != len(d.Nodes) || len(tall.Edges) != len(d.Edges) || tall.Width > 360 || !tall.Tall {
		t.Errorf("tall: %d of %d nodes, %d of %d links, %v wide", len(tall.Nodes), len(d.Nodes), len(tall.Edges), len(d.Edges), tall.Width)
	}
	for i, n := range tall.Nodes { // in the order of reading, none on another
		if i > 0 && n.Y < tall.Nodes[i-1].Y+28 || n.X < 0 || n.X > 120 || n.Y > tall.Height {
			t.Errorf("tall: %s at %v %v", n.ID, n.X, n.Y)
		}
	}
	if d := get[view.Drawing](t, at+"?limit=2"); d.Hidden != 3 || len(d.Nodes) != 3 {
		t.Errorf("limit 2: %d hidden, %d nodes", d.Hidden, len(d.Nodes))
	}
	if d := get[view.Drawing](t, at+"?status=denied"); len(d.Edges) != 1 || d.Edges[0].Label != "not sign" {
		t.Errorf("denied: %+v", d.Edges)
	}
	if d := get[view.Drawing](t, at+"?class=Place"); len(d.Nodes) != 2 {
		t.Errorf("places: %+v", d.Nodes)
	}
}

func TestLinkedData(t *testing.T) {
	h, s := start(t, Options{})
	for _, path := range []string{"entities/ada-moreno", "entities/ada-moreno/statements", "documents/pact"} {
		status, body, header := call(t, "GET", h.URL+"/api/v1/"+path, "", "Accept", "application/ld+json")
		if status != 200 || header.Get("Content-Type") != "application/ld+json" {
			t.Fatalf("%s: %d %s", path, status, header)
		}
		var doc any
		if err := json.Unmarshal([]byte(body), &doc); err != nil {
			t.Fatal(err)
		}
		set, err := ld.NewJsonLdProcessor().ToRDF(doc, ld.NewJsonLdOptions(""))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		n := 0
		for _, g := range set.(*ld.RDFDataset).Graphs {
			n += len(g)
		}
		if n < 3 || !strings.Contains(body, s.graph.Base) {
			t.Errorf("%s: %d quads", path, n)
		}
	}
}

// TestDescription calls every operation of the description, and finds no route that it leaves out.
func TestDescription(t *testing.T) {
	h, _ := start(t, Options{})
	d := get[map[string]any](t, h.URL+"/api/v1/openapi.json")
	values := map[string]string{"/api/v1/documents/{id}": "pact"}
	n := 0
	for path, ops := range d["paths"].(map[string]any) {
		for method, op := range ops.(map[string]any) {
			n++
			at := h.URL + path
			query := url.Values{}
			for _, p := range op.(map[string]any)["parameters"].([]any) {
				p := p.(map[string]any)
				v := map[string]string{"id": "ada-moreno", "q": "Ada", "a": "Porto", "b": "Ada Moreno"}[p["name"].(string)]
				switch {
				case p["in"] == "path":
					if values[path] != "" {
						v = values[path]
					}
					at = strings.ReplaceAll(at, "{"+p["name"].(string)+"}", v)
				case p["required"] == true:
					query.Set(p["name"].(string), v)
				}
			}
			status, body, header := call(t, strings.ToUpper(method), at+"?"+query.Encode(), "")
			if status == 405 || strings.Contains(body, "no such page") || header.Get("Content-Type") != "application/json; charset=utf-8" {
				t.Errorf("%s %s: %d %s", method, path, status, body)
			}
		}
	}
	if n != len(Routes) {
		t.Errorf("%d operations described of %d", n, len(Routes))
	}
	if _, err := json.Marshal(d["components"]); err != nil {
		t.Error(err)
	}
}

// TestGizmo checks the shape of Cayley's endpoint: a list of rows, IRIs in angle brackets, what is wrong with a script.
func TestGizmo(t *testing.T) {
	var store *graph.Store
	h, s := start(t, Options{Gizmo: func(ctx context.Context, script string, limits queries.Limits) (queries.Result, error) {
		return queries.Run(ctx, store, script, nil, limits)
	}})
	store = s.graph.Store
	at := h.URL + "/api/v1/query/gizmo"
	for _, c := range []struct {
		script, query string
		status        int
		want          string
	}{
		{`g.V(e("tom-bell")).all()`, "", 200, `{"result":[{"id":"\u003curn:kg:e/tom-bell\u003e"}]}`},
		{`g.V(e("ada-moreno")).out(p("meet")).tag("who").all()`, "", 200, `{"result":[{"id":"\u003curn:kg:e/tom-bell\u003e","who":"\u003curn:kg:e/tom-bell\u003e"}]}`},
		{`g.V(e("tom-bell")).out("<http://schema.org/name>").all()`, "", 200, `{"result":[{"id":"Tom Bell"}]}`},
		{`g.V(e("nobody")).all()`, "", 200, `{"result":[]}`},
		{`g.V().all()`, "?limit=1", 200, `"more":true`},
		{`g.V(`, "", 400, `"error"`},
		{`g.V().all()`, "?limit=0", 400, `"error"`},
		{strings.Repeat(" ", maxScript+1), "", 413, `"error"`},
	} {
		status, body, _ := call(t, "POST", at+c.query, c.script, "Content-Type", "text/plain")
		if status != c.status || !strings.Contains(body, c.want) {
			t.Errorf("%.60s%s: %d %s", c.script, c.query, status, body)
		}
	}
}
