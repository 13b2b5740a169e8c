package graph

import (
	"sort"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// A Passage is a place in a document's text that speaks of an entity.
type Passage struct {
	Doc        ID
	Start, End int // bytes of the document's text
	Entity     ID
	Class      string // as the document has it
}

// Passages returns all mentions of entities that the store knows the place of, by document, start and end.
func (s *Store) Passages() ([]Passage, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	docs, err := s.having(schema.Type, quad.IRI(schema.Article))
	if err != nil {
		return nil, err
	}
	var out []Passage
	for _, doc := range docs {
		own, err := s.owned(doc)
		if err != nil {
			return nil, err
		}
		d := s.decoder()
		for _, id := range s.subjects(own, "m/") {
			v, err := d.mention(id)
			if err != nil {
				return nil, err
			}
			quads, err := d.about(id)
			if err != nil {
				return nil, err
			}
			for _, q := range quads {
				if v.ID == "" || term(q.Predicate) != schema.At {
					continue
				}
				_, start, end, err := d.passage(q.Object)
				if err != nil {
					return nil, err
				}
				out = append(out, Passage{doc, start, end, v.ID, v.Class})
			}
		}
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := out[i], out[j]
		switch {
		case a.Doc != b.Doc:
			return a.Doc < b.Doc
		case a.Start != b.Start:
			return a.Start < b.Start
		case a.End != b.End:
			return a.End < b.End
		}
		return a.Entity < b.Entity
	})
	return out, nil
}
