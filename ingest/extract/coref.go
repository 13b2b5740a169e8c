package extract

import (
	"strings"

	"kg/ingest/text"
)

// Resolve fills doc.Entities and Mention.Entity from doc.Mentions: which mentions stand for the same thing. Every
// mention gets an entity, but for expletives, generic pronouns and pronouns without antecedent (-1).
func Resolve(doc *text.Document) {
	doc.Entities = doc.Entities[:0]
	byName := map[string]int{}
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		if m.Form == "pronoun" || m.Form == "relative" {
			m.Entity = -1
			continue
		}
		name := strings.TrimPrefix(strings.TrimPrefix(doc.At(m.Span), "the "), "The ")
		e, ok := byName[name]
		if !ok || m.Form != "name" {
			e = len(doc.Entities)
			doc.Entities = append(doc.Entities, text.Entity{Name: name, Class: m.Class, Plural: m.Form == "group"})
			byName[name] = e
		}
		m.Entity = e
	}
}
