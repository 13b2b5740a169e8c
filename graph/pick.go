package graph

import (
	"errors"
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/graph/quadstore"
	"kg/schema"
)

// Pick returns the ids, sorted, of the statements that have one of the entities in any role and one of the relations;
// nil stands for any, but not for both. It reads the indexes alone. Of more than most it gives most+1, any of them.
func (s *Store) Pick(entities, relations []ID, most int) ([]ID, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var found map[quadstore.ID]bool
	var err error
	switch {
	case relations == nil:
		found, err = s.subjectsOf(nil, entities, most+1)
	case entities == nil:
		found, err = s.subjectsOf(quad.IRI(schema.Predicate), relations, most+1)
	default:
		found, err = s.both(entities, relations)
	}
	if err != nil {
		return nil, err
	}
	return s.named(found, most)
}

// named returns the ids, sorted, of the statements among things; of more than most most+1 of them.
func (s *Store) named(found map[quadstore.ID]bool, most int) ([]ID, error) {
	refs := make([]quadstore.ID, 0, len(found))
	for k := range found {
		refs = append(refs, k)
	}
	sort.Slice(refs, func(i, j int) bool { return refs[i] < refs[j] })
	var out []ID
	for _, ref := range refs {
		t, err := s.view.Term(ref)
		if err != nil {
			return nil, broken(err)
		}
		if id, ok := s.id(t); ok && strings.HasPrefix(string(id), "s/") {
			if out = append(out, id); len(out) > most {
				break
			}
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	return out, nil
}

// about returns the ids of statements about an entity, of one of the relations where they are not nil and of the status
// where it is not "", most at most, and whether there are more.
func (s *Store) about(entity ID, relations []ID, status Status, most int) (out []ID, more bool, err error) {
	if status == "" {
		out, err = s.Pick([]ID{entity}, relations, most)
		return out[:min(len(out), most)], len(out) > most, err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	refs, more, err := s.held(entity, relations, status, most)
	for _, ref := range refs {
		t, err := s.view.Term(ref)
		if err != nil {
			return nil, false, broken(err)
		}
		if id, ok := s.id(t); ok {
			out = append(out, id)
		}
	}
	return out, more, err
}

// mostHeld bounds the statements of a status that are looked through for those of an entity.
const mostHeld = 1 << 17

// held returns the statements about an entity whose facts have a status, sorted, of one of the relations where they are not
// nil, and whether there may be more than most. Where very many have the status, it looks at as many as most of the
// entity's.
func (s *Store) held(entity ID, relations []ID, status Status, most int) (out []quadstore.ID, more bool, err error) {
	var of map[quadstore.ID]bool
	if relations == nil {
		of, err = s.subjectsOf(nil, []ID{entity}, mostEnds)
	} else {
		of, err = s.both([]ID{entity}, relations)
	}
	if err != nil {
		return nil, false, err
	}
	p, ok, err := s.pattern(nil, quad.IRI(schema.Held), quad.String(status.String()))
	if err != nil || !ok {
		return nil, false, err
	}
	read := 0
	err = s.view.Scan(p, func(q quadstore.Quad) error {
		if read++; read > mostHeld {
			return errEnough
		}
		if of[q[0]] {
			out = append(out, q[0])
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		all := slices.Sorted(maps.Keys(of))
		if more = len(all) > most; more {
			all = all[:most]
		}
		out, err = nil, nil
		for _, ref := range all {
			if err == nil {
				err = s.view.Scan(quadstore.Quad{0: ref, 1: p[1], 2: p[2]}, func(quadstore.Quad) error {
					out = append(out, ref)
					return nil
				})
			}
		}
	}
	slices.Sort(out)
	if len(out) > most {
		out, more = out[:most], true
	}
	return out, more, broken(err)
}

// latest returns the ids of the statements that an entity stands in, of more than most the ones stored last.
func (s *Store) latest(entity ID, most int) ([]ID, error) {
	mention, err := s.view.ID(quad.IRI(schema.RefersTo)) // mentions are no statements
	if err != nil {
		return nil, broken(err)
	}
	p, ok, err := s.pattern(nil, nil, s.iri(entity))
	if err != nil || !ok {
		return nil, err
	}
	var out []ID
	was := quadstore.ID(0)
	err = s.view.Back(p, func(q quadstore.Quad) error {
		if q[3] != 0 || q[0] == was || q[1] == mention {
			return nil
		}
		was = q[0]
		t, err := s.view.Term(was)
		if err != nil {
			return err
		}
		if id, ok := s.id(t); ok && strings.HasPrefix(string(id), "s/") {
			if out = append(out, id); len(out) == most {
				return errEnough
			}
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return nil, broken(err)
	}
	return out, nil
}

// Bounds of what both reads: keys of the index for the relations, and where they do not suffice the entities' statements
// that are looked up, those stored last.
const (
	mostAside  = 1 << 15
	mostSought = 500
	fewAside   = 1 << 13 // the same for a question, which asks for many relations several times
	fewSought  = 200
)

// both returns the statements that have one of the entities and one of the relations.
func (s *Store) both(entities, relations []ID) (map[quadstore.ID]bool, error) {
	of, err := s.subjectsOf(nil, entities, mostEnds)
	if err != nil {
		return nil, err
	}
	return s.among(slices.Sorted(maps.Keys(of)), relations, mostAside, mostSought)
}

// among returns those of the statements, sorted, that have one of the relations; aside and sought bound what it reads.
func (s *Store) among(of []quadstore.ID, relations []ID, aside, sought int) (map[quadstore.ID]bool, error) {
	pred, ok, err := s.pattern(nil, quad.IRI(schema.Predicate))
	if err != nil || !ok {
		return nil, err
	}
	out, wanted, left := map[quadstore.ID]bool{}, map[quadstore.ID]bool{}, aside
	refs, err := s.refs(relations)
	if err != nil {
		return nil, err
	}
	for _, r := range refs {
		if r == 0 {
			continue
		}
		wanted[r] = true
		if left < 0 {
			continue
		}
		if left, err = s.view.Among(of, pred[1], r, left, func(ref quadstore.ID) { out[ref] = true }); err != nil {
			return nil, broken(err)
		}
	}
	if left >= 0 {
		return out, nil
	}
	for _, ref := range of[max(0, len(of)-sought):] {
		err := s.view.Scan(quadstore.Quad{0: ref, 1: pred[1]}, func(q quadstore.Quad) error {
			if wanted[q[2]] {
				out[ref] = true
			}
			return nil
		})
		if err != nil {
			return nil, broken(err)
		}
	}
	return out, nil
}

// mostEnds bounds the statements of one end that both reads.
const mostEnds = 1 << 20

var errEnough = errors.New("enough")

// refs returns what the view calls things, 0 for what it does not know.
func (s *Store) refs(ids []ID) ([]quadstore.ID, error) {
	if s.broken != nil {
		return nil, s.broken
	}
	terms := make([]quad.Value, len(ids))
	for i, id := range ids {
		terms[i] = s.iri(id)
	}
	if v, ok := s.view.(massView); ok {
		refs, err := v.IDs(terms)
		return refs, broken(err)
	}
	refs := make([]quadstore.ID, len(ids))
	for i, t := range terms {
		var err error
		if refs[i], err = s.view.ID(t); err != nil {
			return nil, broken(err)
		}
	}
	return refs, nil
}

// subjectsOf returns the subjects of quads with one of the objects, most at most.
func (s *Store) subjectsOf(pred quad.Value, objects []ID, most int) (map[quadstore.ID]bool, error) {
	out := map[quadstore.ID]bool{}
	mention := quadstore.ID(0) // mentions are no statements
	if pred == nil {
		var err error
		if mention, err = s.view.ID(quad.IRI(schema.RefersTo)); err != nil {
			return nil, broken(err)
		}
	}
	p, ok, err := s.pattern(nil, pred)
	if err != nil || !ok {
		return out, err
	}
	refs, err := s.refs(objects)
	if err != nil {
		return nil, err
	}
	for _, ref := range refs {
		if ref == 0 {
			continue
		}
		p[2] = ref
		err = s.view.Scan(p, func(q quadstore.Quad) error {
			if q[3] == 0 && (mention == 0 || q[1] != mention) {
				out[q[0]] = true
			}
			if len(out) >= most {
				return errEnough
			}
			return nil
		})
		if errors.Is(err, errEnough) {
			break
		}
		if err != nil {
			return nil, broken(err)
		}
	}
	return out, nil
}

// SortStatements orders statements by their first source's document and place, then by id.
func SortStatements(sts []Statement) { sortStatements(sts) }
