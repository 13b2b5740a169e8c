package graph

import (
	"errors"
	"slices"

	"github.com/cayleygraph/quad"

	"kg/graph/quadstore"
	"kg/schema"
)

// Bounds of what is read to infer what follows for one thing: the edges, the statements that may be attributes, and the
// links that are looked through for the edges: of one thing, before they are sought by their relations, and of all.
const (
	mostNear   = 800
	mostOffice = 150
	mostPassed = 1 << 10
	mostLooked = 1 << 15
)

// near returns the asserted edges of the relations that are at most three edges from a thing, the nearest where there are
// very many.
func (in *inference) near(about ID, used map[ID]bool) ([]quad.Quad, error) {
	var out []quad.Quad
	seen := map[quad.Quad]bool{}
	things, reached, looked := []ID{about}, map[ID]bool{about: true}, 0
	relations, err := in.predicates(used)
	if err != nil {
		return nil, err
	}
	for hop := 0; hop < 3; hop++ {
		var next []ID
		for _, id := range things {
			if len(out) >= mostNear || looked >= mostLooked {
				return out, nil
			}
			edges, err := in.touching(id, relations, mostNear-len(out), &looked)
			if err != nil {
				return nil, err
			}
			for _, q := range edges {
				f, ok := in.factOf(q)
				if !ok || f.Object == "" || seen[q] {
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

// predicates are the terms of the asserted edges of the relations that the store has, sorted.
func (in *inference) predicates(used map[ID]bool) ([]quadstore.ID, error) {
	var out []quadstore.ID
	for id := range used {
		p, ok, err := in.pattern(in.iri(id))
		if err != nil {
			return nil, err
		}
		if ok {
			out = append(out, p[0])
		}
	}
	slices.Sort(out)
	return out, nil
}

// touching returns the labelled quads of the predicates, sorted, from and to a thing, most at most of each; it adds up
// how many quads it looks at.
func (in *inference) touching(id ID, predicates []quadstore.ID, most int, looked *int) ([]quad.Quad, error) {
	p, ok, err := in.pattern(in.iri(id))
	if err != nil || !ok {
		return nil, err
	}
	var out []quad.Quad
	for _, at := range []int{0, 2} {
		pattern := quadstore.Quad{}
		pattern[at] = p[0]
		links, whole, err := in.labelled(pattern, predicates, most, looked)
		if err == nil && !whole {
			links = nil
			for _, pred := range predicates {
				if len(links) >= most {
					break
				}
				pattern[1] = pred
				found, _, err := in.labelled(pattern, predicates, most-len(links), looked)
				if err != nil {
					return nil, err
				}
				links = append(links, found...)
			}
		}
		if err != nil {
			return nil, err
		}
		for _, q := range links {
			full, err := in.view.Quad(q)
			if err != nil {
				return nil, broken(err)
			}
			out = append(out, full)
		}
	}
	return out, nil
}

// labelled returns the labelled quads of the predicates, sorted, that match the pattern, most at most; whole is false
// where there are more, or where mostPassed were looked at before.
func (in *inference) labelled(pattern quadstore.Quad, predicates []quadstore.ID, most int, looked *int) (links []quadstore.Quad, whole bool, err error) {
	here := 0
	err = in.view.Scan(pattern, func(q quadstore.Quad) error {
		if here++; here > mostPassed || len(links) == most {
			return errEnough
		}
		if q[3] != 0 {
			if _, ok := slices.BinarySearch(predicates, q[1]); ok {
				links = append(links, q)
			}
		}
		return nil
	})
	*looked += here
	if errors.Is(err, errEnough) {
		return links, false, nil
	}
	return links, err == nil, broken(err)
}

// attributes returns the ids of attributes with a role "of" that a thing is the subject of or stands in as that role, one
// of those that say the same, of the mostOffice statements for each that were stored last.
func (in *inference) attributes(about ID) ([]ID, error) {
	kind, ok, err := in.pattern(nil, quad.IRI(schema.Kind), quad.String(Attribute.String()))
	if err != nil || !ok {
		return nil, err
	}
	known, ok, err := in.pattern(quad.IRI(schema.Subject), in.iri("r/of"), quad.IRI(schema.Fact), in.iri(about))
	if err != nil || !ok {
		return nil, err
	}
	of, fact := known[1], known[2]
	type alike struct{ fact, of quadstore.ID }
	seen := map[alike]bool{}
	var out []ID
	for _, pred := range known[:2] {
		var refs []quadstore.ID
		err = in.view.Back(quadstore.Quad{1: pred, 2: known[3]}, func(q quadstore.Quad) error {
			if refs = append(refs, q[0]); len(refs) >= mostOffice {
				return errEnough
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			return nil, broken(err)
		}
		for _, ref := range refs {
			var says alike
			held := false
			err := in.view.Scan(quadstore.Quad{0: ref, 1: of}, func(q quadstore.Quad) error { says.of = q[2]; return nil })
			if err == nil && says.of != 0 {
				err = in.view.Scan(quadstore.Quad{ref, kind[1], kind[2]}, func(quadstore.Quad) error { held = true; return nil })
			}
			if err == nil && held {
				err = in.view.Scan(quadstore.Quad{0: ref, 1: fact}, func(q quadstore.Quad) error { says.fact = q[2]; return nil })
			}
			if err != nil {
				return nil, broken(err)
			}
			if !held || seen[says] {
				continue
			}
			seen[says] = true
			t, err := in.view.Term(ref)
			if err != nil {
				return nil, broken(err)
			}
			if id, ok := in.id(t); ok {
				out = append(out, id)
			}
		}
	}
	slices.Sort(out)
	return out, nil
}
