package graph

import (
	"sort"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/graph/quadstore"
	"kg/schema"
)

// values finds things that have two values of a relation that has one.
func (c *conflicts) values(r *schema.Relation) error {
	id := ID("p/" + r.Slug())
	offices, err := c.offices()
	if err != nil {
		return err
	}
	held := map[ID]Value{} // statements that hold the relation in an attribute, with what it is to
	var holding []Statement
	for _, st := range offices {
		if found, of, _ := c.office(&st); found == r {
			held[st.ID] = of
			holding = append(holding, st)
		}
	}
	ids, err := c.several(r, id, holding, held)
	if err != nil {
		return err
	}
	sts, err := c.statements(ids, func(st Statement) bool { return c.policy.Status(st) == Asserted })
	if err != nil {
		return err
	}
	sts = append(sts, holding...)
	for _, inverse := range []bool{false, true} {
		if inverse && !r.InverseFunctional || !inverse && !r.Functional {
			continue
		}
		ends := func(st *Statement) (one, value Value) {
			object := st.Object
			if of, ok := held[st.ID]; ok {
				object = of
			}
			if inverse {
				return object, st.Subject
			}
			return st.Subject, object
		}
		groups := map[ID][]int{}
		var keys []ID
		for i := range sts {
			one, value := ends(&sts[i])
			if one.ID == "" || value.None() || !singled(one) {
				continue
			}
			if groups[one.ID] == nil {
				keys = append(keys, one.ID)
			}
			groups[one.ID] = append(groups[one.ID], i)
		}
		sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
		for _, k := range keys {
			sides, err := c.rivals(r, sts, groups[k], func(st *Statement) Value { _, v := ends(st); return v })
			if err != nil {
				return err
			}
			if len(sides) > 1 {
				c.found = append(c.found, Conflict{"values", id, sides})
			}
		}
	}
	return nil
}

// several returns the statements of a relation that share one of its ends with another that has another value there, or
// with one of those that hold it in an attribute. It reads the ends alone.
func (c *conflicts) several(r *schema.Relation, id ID, holding []Statement, held map[ID]Value) ([]ID, error) {
	var preds [2]quadstore.ID
	for i, pred := range []string{schema.Subject, schema.Object} {
		var err error
		if preds[i], err = c.view.ID(quad.IRI(pred)); err != nil {
			return nil, broken(err)
		}
	}
	type tie struct {
		statement quadstore.ID
		ends      [2]quadstore.ID
	}
	var ties []tie
	for _, st := range holding {
		var t tie
		for i, end := range []ID{st.Subject.ID, held[st.ID].ID} {
			var err error
			if t.ends[i], err = c.view.ID(c.iri(end)); err != nil {
				return nil, broken(err)
			}
		}
		ties = append(ties, t)
	}
	p, ok, err := c.pattern(nil, quad.IRI(schema.Predicate), c.iri(id))
	if err != nil || !ok {
		return nil, err
	}
	err = c.view.Scan(p, func(q quadstore.Quad) error { ties = append(ties, tie{statement: q[0]}); return nil })
	if err != nil {
		return nil, broken(err)
	}
	for n := range ties {
		t := &ties[n]
		for i, pred := range preds {
			if t.statement == 0 || pred == 0 {
				continue
			}
			err := c.view.Scan(quadstore.Quad{0: t.statement, 1: pred}, func(q quadstore.Quad) error { t.ends[i] = q[2]; return nil })
			if err != nil {
				return nil, broken(err)
			}
		}
	}
	wanted := map[quadstore.ID]bool{}
	for end, functional := range []bool{r.Functional, r.InverseFunctional} {
		if !functional {
			continue
		}
		value, many := map[quadstore.ID]quadstore.ID{}, map[quadstore.ID]bool{}
		for _, t := range ties {
			one, v := t.ends[end], t.ends[1-end]
			if was, seen := value[one]; seen && was != v {
				many[one] = true
			}
			value[one] = v
		}
		for _, t := range ties {
			if t.statement != 0 && many[t.ends[end]] {
				wanted[t.statement] = true
			}
		}
	}
	var out []ID
	for ref := range wanted {
		t, err := c.view.Term(ref)
		if err != nil {
			return nil, broken(err)
		}
		if id, ok := c.id(t); ok {
			out = append(out, id)
		}
	}
	return out, nil
}

// offices returns the asserted attributes that may hold a relation, each once.
func (c *conflicts) offices() ([]Statement, error) {
	if c.attributes != nil {
		return c.attributes, nil
	}
	kind, ok, err := c.pattern(nil, quad.IRI(schema.Kind), quad.String(Attribute.String()))
	if err != nil {
		return nil, err
	}
	of, there, err := c.pattern(nil, c.iri("r/of"))
	if err != nil {
		return nil, err
	}
	attributes := map[quadstore.ID]bool{}
	var ids []ID
	if ok && there {
		err = c.view.Scan(kind, func(q quadstore.Quad) error { attributes[q[0]] = true; return nil })
		if err == nil {
			err = c.view.Scan(of, func(q quadstore.Quad) error {
				if !attributes[q[0]] {
					return nil
				}
				attributes[q[0]] = false // each once
				t, err := c.view.Term(q[0])
				if id, ok := c.id(t); ok {
					ids = append(ids, id)
				}
				return err
			})
		}
		if err != nil {
			return nil, broken(err)
		}
	}
	c.attributes, err = c.statements(ids, func(st Statement) bool {
		return st.Kind == Attribute && c.policy.Status(st) == Asserted
	})
	if c.attributes == nil {
		c.attributes = []Statement{}
	}
	return c.attributes, err
}

// rivals groups statements by their values, and keeps those that another value's statement meets in time.
func (c *conflicts) rivals(r *schema.Relation, sts []Statement, group []int, value func(*Statement) Value) ([][]Statement, error) {
	sides := map[string][]Statement{}
	wordings, at := make([]int, len(group)), map[[2]string]int{} // what is said many times is compared once
	for n, i := range group {
		v := value(&sts[i])
		key := [2]string{factKey(v), v.Name}
		if _, known := at[key]; !known {
			at[key] = len(at)
		}
		wordings[n] = at[key]
	}
	differ := map[[2]int]bool{}
	for n, i := range group {
		a := &sts[i]
		meets := false
		for m, j := range group {
			if meets {
				break
			}
			pair := [2]int{wordings[n], wordings[m]}
			differs, known := differ[pair]
			if !known {
				differs = apart(value(a), value(&sts[j]))
				differ[pair] = differs
			}
			if !differs {
				continue
			}
			b := &sts[j]
			same := r.Lasting
			if !same {
				if dated, err := c.dated(a, b); err != nil {
					return nil, err
				} else if !dated {
					continue
				}
				var err error
				if same, err = c.together(a, b); err != nil {
					return nil, err
				}
			}
			meets = same
		}
		if meets {
			key := factKey(value(a))
			sides[key] = append(sides[key], *a)
		}
	}
	var keys []string
	for k := range sides {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	var out [][]Statement
	for _, k := range keys {
		out = append(out, sides[k])
	}
	return out, nil
}

// dated reports whether the times of both are known, or they stand in one document.
func (c *conflicts) dated(a, b *Statement) (bool, error) {
	if len(a.Sources) > 0 && len(b.Sources) > 0 && a.Sources[0].Doc == b.Sources[0].Doc {
		return true, nil
	}
	x, err := c.at(a)
	if err != nil {
		return false, err
	}
	y, err := c.at(b)
	return !x.Start.IsZero() && !y.Start.IsZero(), err
}

// apart reports whether two values are certainly two: neither is a vaguer wording of the other.
func apart(a, b Value) bool {
	if factKey(a) == factKey(b) || !singled(a) || !singled(b) {
		return false
	}
	x, y := strings.Fields(strings.ToLower(a.Name)), strings.Fields(strings.ToLower(b.Name))
	return !within(x, y) && !within(y, x)
}

// singled reports whether a value is a name or a literal, not a common noun that may stand for many.
func singled(v Value) bool { return v.ID == "" || nameLike(v.Name) }

// within reports whether every word of a is in b.
func within(a, b []string) bool {
	in := map[string]bool{}
	for _, w := range b {
		in[strings.Trim(w, ",.")] = true
	}
	for _, w := range a {
		if !in[strings.Trim(w, ",.")] {
			return false
		}
	}
	return true
}
