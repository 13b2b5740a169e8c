package ingest

import (
	"testing"
	"time"

	"kg/graph"
	"kg/ingest/text"
)

// TestTraits looks at what sentences say of a thing to tell it from its namesakes.
func TestTraits(t *testing.T) {
	p, err := New()
	if err != nil {
		t.Fatal(err)
	}
	date := time.Date(2020, 5, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		text, name string
		date       time.Time
		want       graph.Traits // Gender apart
	}{
		{"Ada Kroll, 24, opened a hotel.", "Ada Kroll", date, graph.Traits{Namesake: ";;b1996"}},
		{"Ada Kroll, 24, opened a hotel.", "Ada Kroll", time.Time{}, graph.Traits{Namesake: ";;a24"}},
		{"Ada Kroll was born in 1943. She painted ships.", "Ada Kroll", date, graph.Traits{Namesake: ";;b1943"}},
		{"Senator Ada Kroll, 61, opened a hotel.", "Ada Kroll", date, graph.Traits{Namesake: "politics;;b1959"}},
		{"Canada's minister Ada Kroll closed the mine.", "Ada Kroll", date, graph.Traits{Namesake: "politics;Canada"}},
		{"The economist Ada Kroll expects a recession.", "Ada Kroll", date, graph.Traits{Namesake: "economics;"}},
		{"Ada Kroll the Elder drew maps for the king.", "Ada Kroll the Elder", date, graph.Traits{}},
		{"The destroyer John Paul Harte was hit by a tanker.", "John Paul Harte", date, graph.Traits{Sure: true}},
		{"The Ministry of Finance in Athens raised the tax on fuel.", "Ministry of Finance", date, graph.Traits{Known: "Ministry of Finance of Greece", KnownClass: "Organization", Namesake: "Greece"}},
		{"The Chilean Agriculture Ministry bought nets.", "Agriculture Ministry", date, graph.Traits{Known: "Ministry of Agriculture of Chile", KnownClass: "Organization", Namesake: "Chile"}},
		{"The British Home Office hired a ship.", "British Home Office", date, graph.Traits{Known: "Home Office of the United Kingdom", KnownClass: "Organization", Namesake: "United Kingdom"}},
		{"Trinity College, Dublin, showed the manuscript.", "Trinity College", date, graph.Traits{Known: "Trinity College of Dublin", KnownClass: "Organization", Namesake: "Dublin"}},
		{"Fog closed the harbour of St. John's, Newfoundland.", "St. John", date, graph.Traits{Namesake: "Canada/Newfoundland"}},
	} {
		d := p.Run(&text.Document{ID: "a", Date: c.date, Text: c.text}).Document()
		found := false
		for _, e := range d.Entities {
			if e.Name == c.name {
				found = true
				if e.Gender = ""; e.Class == "Person" {
					e.Sure = false
				}
				if e.Traits != c.want {
					t.Errorf("%s: %+v, want %+v", c.text, e.Traits, c.want)
				}
			}
		}
		if !found {
			t.Errorf("%s: no %s among %+v", c.text, c.name, d.Entities)
		}
	}
}
