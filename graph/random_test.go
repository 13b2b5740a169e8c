package graph

import (
	"fmt"
	"math/rand"
	"strings"
	"time"
)

// corpus makes random but repeatable documents whose names, facts and wordings overlap.
type corpus struct{ *rand.Rand }

func newCorpus(seed int64) corpus { return corpus{rand.New(rand.NewSource(seed))} }

func pick[T any](c corpus, from ...T) T { return from[c.Intn(len(from))] }

func (c corpus) value() Value {
	switch c.Intn(12) {
	case 0:
		return Value{}
	case 1:
		return unnamed
	case 2:
		return Value{Name: pick(c, "June 13", "$4.5 billion", "two\nlines \"quoted\" \\ é"), Class: pick(c, "Date", "Quantity", "Clause")}
	}
	v := Value{
		Name:  pick(c, "Joe Biden", "JOE BIDEN", "Ukraine", "Washington", "the White House", "U.S.", "agreement", "Zelenskýy", "東京", "C++", "?"),
		Class: pick(c, "Person", "Place", "Organization", "Work", "Thing", "Group", "Event", ""),
	}
	v.Text = pick(c, v.Name, "He", "the President", "Biden", "Kyiv's leader", "")
	return v
}

func (c corpus) statement(text string) Statement {
	lemma := pick(c, "sign", "say", "take place in", "be one of", "co-found")
	st := Statement{
		Subject: c.value(), Object: c.value(), By: c.value(), Place: c.value(),
		Relation:  Relation{Lemma: lemma, Text: pick(c, lemma, "are set to "+lemma, "")},
		Kind:      Kind(c.Intn(4)),
		Polarity:  Polarity(c.Intn(2)),
		Certainty: Certainty(c.Intn(4)),
		Tense:     Tense(c.Intn(3)),
		Cue:       pick(c, "", "announce"),
		Condition: pick(c, "", "", "if he is re-elected"),
	}
	if c.Intn(4) == 0 {
		st.Relation = Relation{ID: "p/sign", Lemma: "ink", Text: "inked"}
	}
	if c.Intn(3) == 0 {
		st.Time = Time{Text: "from June 13 to 15", Value: "2024-06-13/2024-06-15", Start: time.Date(2024, 6, 13, 0, 0, 0, 0, time.UTC), End: time.Date(2024, 6, 16, 0, 0, 0, 5, time.FixedZone("", 3600))}
	}
	if c.Intn(3) == 0 {
		st.Quantity = Quantity{Text: "at least 107", Value: 107, Max: 107, Bound: "at least", Unit: "person", Valid: true}
	}
	if c.Intn(6) == 0 {
		st.Quantity = Quantity{Text: "5 to 10.25 miles", Value: 5, Max: 10.25, Unit: "mi", Valid: true, SI: 8046.72, SIUnit: "m", Ordinal: true}
	}
	for range c.Intn(3) {
		st.Roles = append(st.Roles, Role{Name: pick(c, "with", "ahead of", "co-author", "100% of"), Value: Value{Name: pick(c, "Ukraine", "NATO"), Class: pick(c, "Place", "Clause")}})
	}
	st.Confidence = pick(c, 0, 0.5, 1, 0.123456789)
	for range 1 + c.Intn(2) {
		sentences := strings.SplitAfter(text, ".")
		n := c.Intn(len(sentences) - 1)
		at := len(strings.Join(sentences[:n], ""))
		st.Sources = append(st.Sources, Source{Start: at, End: at + len(sentences[n]), Quote: sentences[n], Extractor: pick(c, "verb", "", "speech")})
	}
	return st
}

func (c corpus) document(name string) (Document, []Statement) {
	text := "Biden signs — he said. “Kyiv” wins. 東京 rises! So it goes.\nThe end."
	doc := Document{ID: DocID(name), Title: pick(c, "", "A title"), URL: pick(c, "", "https://news.example/"+name), Text: text,
		Publisher: pick(c, "", "The Gazette"),
		Date:      pick(c, time.Time{}, time.Date(2024, 6, 12, 0, 0, 0, 0, time.UTC), time.Date(2024, 6, 12, 10, 30, 0, 0, time.UTC))}
	for range c.Intn(3) {
		doc.Entities = append(doc.Entities, Entity{Name: pick(c, "Joe Biden", "Kyiv"), Class: pick(c, "Person", "Place"), Aliases: []string{"Biden"}, Spans: [][2]int{{0, 5}}})
	}
	var sts []Statement
	for range c.Intn(6) {
		sts = append(sts, c.statement(text))
	}
	return doc, sts
}

func (c corpus) name() string {
	return fmt.Sprintf("%s-%d", pick(c, "news/a b", "gazette", "Ünï#code"), c.Intn(3))
}

// put is Put without what it tells.
func put(s *Store, doc Document, sts []Statement) error {
	_, err := s.Put(doc, sts)
	return err
}
