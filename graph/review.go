package graph

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/graph/quadstore"
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
	mentions := map[quadstore.ID]bool{}
	for _, e := range Evidences {
		if e.Score <= most {
			p, ok, err := s.pattern(nil, quad.IRI(schema.Evidence), quad.String(e.Name))
			if err == nil && ok {
				err = s.view.Scan(p, func(q quadstore.Quad) error { mentions[q[0]] = true; return nil })
			}
			if err != nil {
				return nil, broken(err)
			}
		}
	}
	out, err := s.reasons(mentions)
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
	mentions := map[quadstore.ID]bool{}
	p, ok, err := s.pattern(nil, quad.IRI(schema.RefersTo), s.iri(id))
	if err != nil || !ok {
		return nil, err
	}
	err = s.view.Scan(p, func(q quadstore.Quad) error {
		if mentions[q[0]] = true; len(mentions) >= mostReasons {
			return errEnough
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return nil, broken(err)
	}
	return s.reasons(mentions)
}

// mostReasons bounds the mentions whose links Reasons reads.
const mostReasons = 300

// reasons gathers the mentions that were linked by evidence. Of those that are alike it reads the words of one.
func (s *Store) reasons(mentions map[quadstore.ID]bool) ([]Reason, error) {
	var preds [5]quadstore.ID
	for i, pred := range []string{schema.Name, schema.Class, schema.RefersTo, schema.IsPartOf, schema.Evidence} {
		var err error
		if preds[i], err = s.view.ID(quad.IRI(pred)); err != nil {
			return nil, broken(err)
		}
	}
	type alike struct {
		words    [3]quadstore.ID // name, class and what it was linked to
		evidence string          // ids
	}
	type group struct {
		mention  quadstore.ID // one of them
		docs     map[quadstore.ID]bool
		evidence []quadstore.ID
	}
	found := map[alike]*group{}
	for _, m := range slices.Sorted(maps.Keys(mentions)) {
		var key alike
		var doc quadstore.ID
		var evidence []quadstore.ID
		err := s.view.Scan(quadstore.Quad{0: m}, func(q quadstore.Quad) error {
			switch i := slices.Index(preds[:], q[1]); i {
			case 0, 1, 2:
				key.words[i] = q[2]
			case 3:
				doc = q[2]
			case 4:
				evidence = append(evidence, q[2])
			}
			return nil
		})
		if err != nil {
			return nil, broken(err)
		}
		if len(evidence) == 0 {
			continue
		}
		slices.Sort(evidence)
		key.evidence = fmt.Sprint(evidence)
		if found[key] == nil {
			found[key] = &group{mention: m, docs: map[quadstore.ID]bool{}, evidence: evidence}
		}
		found[key].docs[doc] = true
	}
	d := s.decoder()
	id := func(ref quadstore.ID) (ID, error) {
		t, err := s.view.Term(ref)
		id, _ := s.id(t)
		return id, broken(err)
	}
	out := make([]Reason, 0, len(found))
	for _, g := range found {
		mention, err := id(g.mention)
		if err != nil {
			return nil, err
		}
		v, err := d.mention(mention)
		if err != nil {
			return nil, err
		}
		r := Reason{Name: v.Name, Class: v.Class, Entity: v.ID}
		for _, e := range g.evidence {
			t, err := s.view.Term(e)
			if err != nil {
				return nil, broken(err)
			}
			r.Evidence = append(r.Evidence, lexical(t))
		}
		sort.Strings(r.Evidence)
		r.Score = scoreOf(r.Evidence)
		for ref := range g.docs {
			doc, err := id(ref)
			if err != nil {
				return nil, err
			}
			r.Docs = append(r.Docs, doc)
		}
		slices.Sort(r.Docs)
		out = append(out, r)
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
		case a.Class != b.Class:
			return a.Class < b.Class
		}
		return slices.Compare(a.Evidence, b.Evidence) < 0
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
				to, err := l.root(s, suffix, m, 0)
				if err != nil {
					return err
				}
				if to.id != r.Entity {
					ids[to.id] = true
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
