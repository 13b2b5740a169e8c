package graph

import (
	"errors"
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
	ends := most + 1
	if entities != nil && relations != nil {
		ends = 1 << 20
	}
	if relations != nil {
		if found, err = s.subjectsOf(quad.IRI(schema.Predicate), relations, ends, nil); err != nil {
			return nil, err
		}
	}
	if entities != nil {
		if found, err = s.subjectsOf(nil, entities, ends, found); err != nil {
			return nil, err
		}
	}
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

var errEnough = errors.New("enough")

// subjectsOf returns the subjects of quads with one of the objects, most at most; among those of within where it is
// not nil.
func (s *Store) subjectsOf(pred quad.Value, objects []ID, most int, within map[quadstore.ID]bool) (map[quadstore.ID]bool, error) {
	out := map[quadstore.ID]bool{}
	mention := quadstore.ID(0) // mentions are no statements
	if pred == nil {
		var err error
		if mention, err = s.view.ID(quad.IRI(schema.RefersTo)); err != nil {
			return nil, broken(err)
		}
	}
	for _, o := range objects {
		p, ok, err := s.pattern(nil, pred, s.iri(o))
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		err = s.view.Scan(p, func(q quadstore.Quad) error {
			if q[3] == 0 && (mention == 0 || q[1] != mention) && (within == nil || within[q[0]]) {
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
