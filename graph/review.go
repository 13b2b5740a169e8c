package graph

import (
	"errors"
	"slices"
	"sort"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// A Reason is why what documents call by one name was linked to an entity of another.
type Reason struct {
	Name, Class string // in the documents
	Entity      ID
	Evidence    []string // names of Evidences, sorted
	Score       float64
	Docs        []ID
	Against     []ID // what the name may mean as well, or what a short form was not linked to
}

// Doubtful is the score up to which Review lists a reason.
const Doubtful = 0.8

// Review returns the links whose score is not above most, the most doubtful first.
func (s *Store) Review(most float64) ([]Reason, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var links []quad.Quad
	for _, e := range Evidences {
		if e.Score <= most {
			found, err := s.match(nil, quad.IRI(schema.Evidence), quad.String(e.Name))
			if err != nil {
				return nil, err
			}
			links = append(links, found...)
		}
	}
	out, err := s.reasons(s.subjects(links, "m/"))
	if err != nil {
		return nil, err
	}
	l := newLinker(s)
	for i := range out {
		if err := l.against(&out[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Reasons returns why other names are linked to an entity.
func (s *Store) Reasons(id ID) ([]Reason, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var links []quad.Quad
	err := s.scan(nil, quad.IRI(schema.RefersTo), s.iri(id), func(q quad.Quad) error {
		if links = append(links, q); len(links) >= mostReasons {
			return errEnough
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return nil, err
	}
	return s.reasons(s.subjects(links, "m/"))
}

// mostReasons bounds the mentions whose links Reasons reads.
const mostReasons = 3000

func (s *Store) reasons(mentions []ID) ([]Reason, error) {
	d := s.decoder()
	found := map[string]*Reason{}
	for _, id := range mentions {
		quads, err := s.match(s.iri(id), quad.IRI(schema.Evidence), nil)
		if err != nil {
			return nil, err
		}
		if len(quads) == 0 {
			continue
		}
		v, err := d.mention(id)
		if err != nil {
			return nil, err
		}
		r := Reason{Name: v.Name, Class: v.Class, Entity: v.ID}
		for _, q := range quads {
			r.Evidence = append(r.Evidence, lexical(q.Object))
		}
		sort.Strings(r.Evidence)
		key := r.Name + "\x00" + r.Class + "\x00" + string(r.Entity) + "\x00" + strings.Join(r.Evidence, ";")
		if found[key] == nil {
			r.Score = scoreOf(r.Evidence)
			found[key] = &r
		}
		found[key].Docs = append(found[key].Docs, d.docs[id])
	}
	out := make([]Reason, 0, len(found))
	for _, r := range found {
		slices.Sort(r.Docs)
		r.Docs = slices.Compact(r.Docs)
		out = append(out, *r)
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := out[i], out[j]
		switch {
		case a.Score != b.Score:
			return a.Score < b.Score
		case a.Entity != b.Entity:
			return a.Entity < b.Entity
		case a.Name != b.Name:
			return a.Name < b.Name
		}
		return a.Class < b.Class
	})
	return out, nil
}

// against finds the entities whose names the name of a reason may be short for, but for the one that it is linked to.
func (l *linker) against(r *Reason) error {
	f, ok := formOf(r.Name, schema.ClassOf(r.Class).Suffix)
	if !ok {
		return nil
	}
	ids := map[ID]bool{}
	for _, want := range f.seeks {
		suffix := want.key[:strings.IndexByte(want.key, '|')]
		found, err := l.slugs(l.gives, schema.Gives, want.key)
		if err != nil {
			return err
		}
		for s := range found {
			h, err := l.group(s)
			if err != nil {
				return err
			}
			for _, m := range h.marks(suffix) {
				id, _, err := l.root(s, suffix, m, 0)
				if err != nil {
					return err
				}
				if id != r.Entity {
					ids[id] = true
				}
			}
		}
	}
	for id := range ids {
		r.Against = append(r.Against, id)
	}
	slices.Sort(r.Against)
	return nil
}

// Sentence returns a sentence of a document in which a name stands, "" where there is none.
func (d *Document) Sentence(name string) string {
	at := strings.Index(d.Text, name)
	if at < 0 {
		return ""
	}
	start := max(strings.LastIndexAny(d.Text[:at], "\n"), lastStop(d.Text[:at]))
	end := at + len(name)
	for end < len(d.Text) && d.Text[end] != '\n' && !(strings.IndexByte(".?!", d.Text[end]) >= 0 && (end+1 == len(d.Text) || d.Text[end+1] == ' ' || d.Text[end+1] == '\n')) {
		end++
	}
	return strings.TrimSpace(d.Text[start+1 : min(end+1, len(d.Text))])
}

func lastStop(s string) int {
	for i := len(s) - 2; i > 2; i-- {
		if s[i] == '.' && s[i+1] == ' ' && s[i-2] != ' ' && s[i-2] != '.' {
			return i
		}
	}
	return -1
}
