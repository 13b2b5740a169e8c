package ingest

import (
	"slices"
	"strings"

	"kg/graph"
	"kg/ingest/extract"
	"kg/ingest/text"
)

// Document returns the article as the store keeps it, with the things it speaks of and their places.
func (r Result) Document() graph.Document {
	d := r.Doc
	out := graph.Document{ID: graph.DocID(d.ID), Title: d.Title, Publisher: d.Publisher, URL: d.URL, Date: d.Date, Text: d.Text}
	places := make([][][2]int, len(d.Entities))
	for _, m := range d.Mentions {
		if m.Entity >= 0 && m.Entity < len(places) && named(d, m) {
			places[m.Entity] = append(places[m.Entity], [2]int{m.Start, m.End})
		}
	}
	n := namesakes{r: r}
	for i, e := range d.Entities {
		if e.Class == "Event" && len(places[i]) == 0 && r.known != nil && n.event(i, e) != "" { // "the summit" that took place on Friday
			for _, m := range d.Mentions {
				if m.Entity == i && m.Form == "noun" {
					places[i] = append(places[i], [2]int{m.Start, m.End})
				}
			}
		}
		if len(places[i]) > 0 {
			out.Entities = append(out.Entities, graph.Entity{Name: e.Name, Class: e.Class, Spans: places[i], Traits: r.traits(i, &n)})
		}
	}
	return out
}

// named reports whether a mention is worth a place in the store: mentions of things that only one noun phrase speaks of
// and that no statement takes up are not.
func named(d *text.Document, m text.Mention) bool {
	for _, t := range d.Sentences[m.Sentence].Tokens {
		if t.Start >= m.Start && t.End <= m.End && (t.Name != "" || t.Tag == "PROPN") {
			return true
		}
	}
	return false
}

// traits returns what is known of an entity for linking it to those of other documents.
func (r Result) traits(i int, n *namesakes) (t graph.Traits) {
	e := r.Doc.Entities[i]
	switch {
	case e.Class == "Person" && (e.Gender == "male" || e.Gender == "female"):
		t.Gender, t.Sure = e.Gender, true
	case e.Class == "Organization":
		for _, name := range append(e.Aliases, e.Name) {
			words := strings.Fields(name)
			t.Sure = t.Sure || len(words) > 1 && legalForms[strings.Trim(words[len(words)-1], ".,")]
		}
	}
	if e.Class == "Thing" && r.known != nil {
		t.Sure = slices.ContainsFunc(n.saidOf(e).wordings, func(w role) bool { return extract.Vessels[w.wording[strings.LastIndexByte(w.wording, ' ')+1:]] })
	}
	if r.known != nil {
		r.known.mark(r.Doc, e, &t)
		if t.Known == "" {
			n.tell(i, &t)
		}
	}
	return t
}

// legalForms end names of companies alone.
var legalForms = map[string]bool{"Inc": true, "Corp": true, "Corporation": true, "Ltd": true, "LLC": true, "PLC": true,
	"plc": true, "AG": true, "GmbH": true, "SA": true, "N.V": true, "S.A": true, "Co": true, "Company": true}
