package graph

import (
	"errors"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/graph/quadstore"
	"kg/schema"
)

// Bounds of what is read to infer what follows for one thing: the edges, the statements that may be attributes, and the
// links that are looked through for them.
const (
	mostNear   = 800
	mostLooked = 1 << 16
)

// near returns the asserted edges of the relations that are at most three edges from a thing, the nearest where there are
// very many.
func (in *inference) near(about ID, used map[ID]bool) ([]quad.Quad, error) {
	var out []quad.Quad
	seen := map[quad.Quad]bool{}
	things, reached, read, looked := []ID{about}, map[ID]bool{about: true}, 0, 0
	relations, err := in.predicates(used)
	if err != nil {
		return nil, err
	}
	for hop := 0; hop < 3; hop++ {
		var next []ID
		for _, id := range things {
			edges, err := in.touching(id, relations, mostNear-read, &looked)
			if err != nil {
				return nil, err
			}
			if read += len(edges); read >= mostNear || looked >= mostLooked && hop > 0 {
				return out, nil
			}
			for _, q := range edges {
				f, ok := in.factOf(q)
				if !ok || f.Status != Asserted || f.Object == "" || !used[f.Relation] || seen[q] {
					continue
				}
				seen[q] = true
				out = append(out, q)
				for _, end := range []ID{f.Subject, f.Object} {
					if !reached[end] {
						reached[end] = true
						next = append(next, end)
					}
				}
			}
		}
		things = next
	}
	return out, nil
}

// predicates are the terms of the asserted edges of the relations that the store has.
func (in *inference) predicates(used map[ID]bool) (map[quadstore.ID]bool, error) {
	out := map[quadstore.ID]bool{}
	for id := range used {
		p, ok, err := in.pattern(in.iri(id))
		if err != nil {
			return nil, err
		}
		if ok {
			out[p[0]] = true
		}
	}
	return out, nil
}

// touching returns the labelled quads of the predicates from and to a thing, most at most, among those that it looks at
// before it has looked at mostLooked in each direction; it adds up how many.
func (in *inference) touching(id ID, predicates map[quadstore.ID]bool, most int, looked *int) ([]quad.Quad, error) {
	p, ok, err := in.pattern(in.iri(id))
	if err != nil || !ok {
		return nil, err
	}
	var links []quadstore.Quad
	for _, at := range []int{0, 2} {
		pattern := quadstore.Quad{}
		pattern[at] = p[0]
		here := 0
		err := in.view.Scan(pattern, func(q quadstore.Quad) error {
			if q[3] != 0 && predicates[q[1]] {
				links = append(links, q)
			}
			*looked++
			if here++; len(links) >= most || here >= mostLooked {
				return errEnough
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			return nil, broken(err)
		}
	}
	out := make([]quad.Quad, len(links))
	for i, q := range links {
		if out[i], err = in.view.Quad(q); err != nil {
			return nil, broken(err)
		}
	}
	return out, nil
}

// attributes returns the ids of the attributes among the statements that a thing stands in, of at most mostNear of these.
func (in *inference) attributes(about ID) ([]ID, error) {
	kind, ok, err := in.pattern(nil, quad.IRI(schema.Kind), quad.String(Attribute.String()))
	if err != nil || !ok {
		return nil, err
	}
	p, ok, err := in.pattern(nil, nil, in.iri(about))
	if err != nil || !ok {
		return nil, err
	}
	var refs []quadstore.ID
	err = in.view.Scan(p, func(q quadstore.Quad) error {
		if q[3] == 0 && (len(refs) == 0 || refs[len(refs)-1] != q[0]) {
			refs = append(refs, q[0])
		}
		if len(refs) >= mostNear {
			return errEnough
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return nil, broken(err)
	}
	var out []ID
	for _, ref := range refs {
		held := false
		err := in.view.Scan(quadstore.Quad{ref, kind[1], kind[2]}, func(quadstore.Quad) error { held = true; return nil })
		if err != nil {
			return nil, broken(err)
		}
		if !held {
			continue
		}
		t, err := in.view.Term(ref)
		if err != nil {
			return nil, broken(err)
		}
		if id, ok := in.id(t); ok && strings.HasPrefix(string(id), "s/") {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}
