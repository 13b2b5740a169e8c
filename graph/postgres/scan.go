package postgres

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
	"github.com/jackc/pgx/v5"

	"kg/graph/quadstore"
)

// A scan reads firstPage rows in one step, then page.
const (
	firstPage = 256
	page      = 4096
)

// pages calls f with the quads that match the pattern, many at a time.
func (v *View) pages(p quadstore.Quad, f func([]quadstore.Quad) error) error {
	buf := make([]quadstore.Quad, firstPage)
	var from []byte
	for {
		n, next, err := v.Read(p, from, buf)
		if err == nil {
			err = f(buf[:n])
		}
		if err != nil || next == nil {
			return err
		}
		if from = next; len(buf) < page {
			buf = make([]quadstore.Quad, page)
		}
	}
}

// Scan calls f with each quad that matches the pattern, in the order of an index.
func (v *View) Scan(p quadstore.Quad, f func(quadstore.Quad) error) error {
	return v.pages(p, func(quads []quadstore.Quad) error {
		for _, q := range quads {
			if err := f(q); err != nil {
				return err
			}
		}
		return nil
	})
}

// Back calls f with each quad that matches the pattern, from the end of what Scan gives.
func (v *View) Back(p quadstore.Quad, f func(quadstore.Quad) error) error {
	var all []quadstore.Quad
	if err := v.pages(p, func(quads []quadstore.Quad) error { all = append(all, quads...); return nil }); err != nil {
		return err
	}
	for _, q := range slices.Backward(all) {
		if err := f(q); err != nil {
			return err
		}
	}
	return nil
}

// Match calls f with each quad that has the given terms (subject, predicate, object, label), nil standing for any.
func (v *View) Match(terms [4]quad.Value, f func(quad.Quad) error) error {
	ids, err := v.find(terms[:])
	if err != nil {
		return err
	}
	for i, t := range terms {
		if t != nil && ids[i] == 0 {
			return nil
		}
	}
	return v.wholes(quadstore.Quad(ids), nil, f)
}

// About calls f with each quad of a subject but for those of the predicates in but.
func (v *View) About(sub quad.Value, but []quadstore.ID, f func(quad.Quad) error) error {
	id, err := v.ID(sub)
	if err != nil || id == 0 {
		return err
	}
	return v.wholes(quadstore.Quad{0: id}, but, f)
}

// wholes calls f with the quads that match a pattern but for those of the predicates in but.
func (v *View) wholes(p quadstore.Quad, but []quadstore.ID, f func(quad.Quad) error) error {
	return v.pages(p, func(quads []quadstore.Quad) error {
		quads = slices.DeleteFunc(quads, func(q quadstore.Quad) bool { return slices.Contains(but, q[1]) })
		terms, err := v.read(quads)
		if err != nil {
			return err
		}
		for _, q := range quads {
			if err := f(whole(q, terms)); err != nil {
				return err
			}
		}
		return nil
	})
}

// Among calls f with those of the subjects that have a quad without a label of that predicate and object; see
// quadstore.View. All are asked for at once, so that nothing is left undone.
func (v *View) Among(subjects []quadstore.ID, pred, obj quadstore.ID, most int, f func(quadstore.ID)) (left int, err error) {
	wanted := make([]int64, len(subjects))
	for i, id := range subjects {
		wanted[i] = int64(id)
	}
	return most, v.query("SELECT s FROM kg_quads WHERE p = $1 AND o = $2 AND l = 0 AND s = ANY($3)", func(r pgx.Rows) error {
		var s int64
		err := r.Scan(&s)
		f(quadstore.ID(s))
		return err
	}, int64(pred), int64(obj), wanted)
}

// Distinct calls f with each object that quads of that predicate have, once.
func (v *View) Distinct(pred quadstore.ID, f func(object quadstore.ID) error) error {
	var found []quadstore.ID
	err := v.query("SELECT DISTINCT o FROM kg_quads WHERE p = $1", func(r pgx.Rows) error {
		var o int64
		err := r.Scan(&o)
		found = append(found, quadstore.ID(o))
		return err
	}, int64(pred))
	for _, o := range found {
		if err == nil {
			err = f(o)
		}
	}
	return err
}

// IRIs calls f with each IRI in use that begins with prefix, of at most 96 bytes, nearly in the order of bytes.
func (v *View) IRIs(prefix string, f func(iri string, id quadstore.ID) error) error {
	type found struct {
		term []byte
		id   int64
	}
	enc, err := quadstore.AppendTerm(nil, quad.IRI(prefix))
	if err != nil {
		return err
	}
	return eachKey(enc, func(from []byte, op string) (last []byte, n int, err error) {
		var some []found
		err = v.query("SELECT term, coalesce(long, term), id FROM kg_terms WHERE term "+op+" $1 ORDER BY term LIMIT $2", func(r pgx.Rows) error {
			var x found
			err := r.Scan(&last, &x.term, &x.id)
			some = append(some, x)
			return err
		}, from, page)
		for _, x := range some {
			if err == nil && bytes.HasPrefix(x.term, enc) {
				err = f(string(x.term[1:]), quadstore.ID(x.id))
			}
		}
		return last, len(some), err
	})
}

// eachKey calls read for one page of keys after another, as long as they begin with prefix.
func eachKey(prefix []byte, read func(from []byte, op string) (last []byte, n int, err error)) error {
	from, op := prefix, ">="
	for {
		last, n, err := read(from, op)
		if err != nil || n < page || !bytes.HasPrefix(last, prefix) {
			return err
		}
		from, op = last, ">"
	}
}

// Extra returns what the owner of the store keeps under a key, nil for nothing.
func (v *View) Extra(key string) (value []byte, err error) {
	err = v.query("SELECT value FROM kg_extras WHERE key = $1", func(r pgx.Rows) error { return r.Scan(&value) }, abridge(key))
	return value, err
}

// Extras calls f with each key that begins with prefix and what lies there, in the order of the keys (that of their first
// bytes, where they are long), until it returns false.
func (v *View) Extras(prefix string, f func(key string, value []byte) bool) error {
	type found struct{ key, value []byte }
	return eachKey([]byte(prefix), func(from []byte, op string) (last []byte, n int, err error) {
		var some []found
		err = v.query("SELECT key, coalesce(long, key), value FROM kg_extras WHERE key "+op+" $1 ORDER BY key LIMIT $2", func(r pgx.Rows) error {
			var x found
			err := r.Scan(&last, &x.key, &x.value)
			some = append(some, x)
			return err
		}, from, page)
		if err != nil {
			return nil, 0, err
		}
		for _, x := range some {
			if !bytes.HasPrefix(x.key, []byte(prefix)) || !f(string(x.key), x.value) {
				return nil, 0, nil
			}
		}
		return last, len(some), nil
	})
}

// sampled bounds how many quads are counted to tell how many match.
const sampled = 64

// Estimate returns the number of quads that match the pattern: exactly where they are few, else as PostgreSQL's planner
// takes it.
func (v *View) Estimate(p quadstore.Quad) (refs.Size, error) {
	if p == (quadstore.Quad{}) {
		return refs.Size{Value: v.quads, Exact: true}, nil
	}
	v.mu.Lock()
	size, known := v.sizes[p]
	v.mu.Unlock()
	if known {
		return size, nil
	}
	n, next, err := v.Read(p, nil, make([]quadstore.Quad, sampled))
	if err != nil {
		return refs.Size{}, err
	}
	size = refs.Size{Value: int64(n), Exact: next == nil}
	if next != nil {
		planned, err := v.planned(p)
		if err != nil {
			return size, err
		}
		size.Value = max(size.Value, planned)
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.sizes == nil {
		v.sizes = map[quadstore.Quad]refs.Size{}
	}
	v.sizes[p] = size
	return size, nil
}

// planned returns how many quads the planner takes to match.
func (v *View) planned(p quadstore.Quad) (int64, error) {
	var parts []string
	for i, id := range p {
		if id != 0 {
			parts = append(parts, fmt.Sprintf("%s = %d", columns[i], id))
		}
	}
	var plans []struct {
		Plan struct {
			Rows float64 `json:"Plan Rows"`
		}
	}
	err := v.query("EXPLAIN (FORMAT JSON) SELECT FROM kg_quads WHERE "+strings.Join(parts, " AND "), func(r pgx.Rows) error {
		var text []byte
		if err := r.Scan(&text); err != nil {
			return err
		}
		return json.Unmarshal(text, &plans)
	}, pgx.QueryExecModeExec)
	if err != nil || len(plans) == 0 {
		return 0, err
	}
	return int64(plans[0].Plan.Rows), nil
}
