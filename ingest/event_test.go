package ingest

import (
	"testing"
	"time"

	"kg/graph"
	"kg/ingest/text"
)

// TestEvents stores articles that speak of attacks and summits and looks which are one: those of one day and place.
func TestEvents(t *testing.T) {
	p, err := New()
	if err != nil {
		t.Fatal(err)
	}
	at := func(day int) time.Time { return time.Date(2024, 6, day, 0, 0, 0, 0, time.UTC) }
	docs := []text.Document{
		{ID: "a", Date: at(14), Text: "Tuesday's attack in Kabul killed nine people. The attack was the third this year."},
		{ID: "b", Date: at(13), Text: "Nine people died in the attack in Kabul on Tuesday. The police arrested two men."},
		{ID: "c", Date: at(21), Text: "The attack in Kabul on Wednesday killed two soldiers. Nobody was arrested."},
		{ID: "d", Date: at(21), Text: "The attack in Herat on Wednesday wounded two soldiers. Nobody was arrested."},
		{ID: "e", Date: at(21), Text: "The attack killed two soldiers. Nobody was arrested."},
		{ID: "f", Date: at(14), Text: "The summit took place on Thursday. The leaders signed a declaration at the summit."},
		{ID: "g", Date: at(28), Text: "The summit took place on Thursday. The leaders left without a declaration."},
	}
	s, err := graph.Memory(graph.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for i := range docs {
		r := p.Run(&docs[i])
		if _, err := s.Put(r.Document(), r.Statements); err != nil {
			t.Fatal(err)
		}
	}
	passages, err := s.Passages()
	if err != nil {
		t.Fatal(err)
	}
	of := map[string]graph.ID{}
	for _, p := range passages {
		if p.Class != "Event" {
			continue
		}
		name := graph.DocName(p.Doc)
		if was, ok := of[name]; ok && was != p.Entity {
			t.Errorf("%s: %s and %s", name, was, p.Entity)
		}
		of[name] = p.Entity
	}
	for _, pair := range []struct {
		a, b string
		same bool
	}{{"a", "b", true}, {"a", "c", false}, {"c", "d", false}, {"a", "e", false}, {"f", "g", false}} {
		if (of[pair.a] == of[pair.b]) != pair.same {
			t.Errorf("%s and %s: %s and %s", pair.a, pair.b, of[pair.a], of[pair.b])
		}
	}
	if of["a"] == "" || of["c"] == "" || of["f"] == "" {
		t.Errorf("no event: %v", of)
	}
}
