package graph

import (
	"slices"
	"sort"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// A Derived edge follows from what is asserted by the lexicon: nobody says it. It is no fact of the store.
type Derived struct {
	ID                        ID // "i/…"
	Subject, Relation, Object ID
	Rule                      string // in the text form of rules
	Premises                  []ID   // facts ("f/…") that statements bear, or other derived edges ("i/…")
	Converse                  bool   // tells its only premise from the other end
}

// Infer returns what follows from the asserted edges by the lexicon's inverse, symmetric and transitive relations and
// its rules, and from attributes that hold a relation ("is the chief executive of Acme"), sorted by subject, relation
// and object. With a thing given it returns what follows for that thing from what is at most three edges away. Rules
// that join several edges join only what is or was, of things that have names: a common noun may stand for two.
func (s *Store) Infer(about ID) ([]Derived, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.infer(about)
}

func (s *Store) infer(about ID) ([]Derived, error) {
	if s.broken != nil {
		return nil, s.broken
	}
	in := inference{Store: s, known: map[triple]ID{}, out: map[triple][]triple{}, into: map[triple][]triple{}, named: map[ID]bool{}}
	in.rules = s.lexicon.Closure()
	used := map[ID]bool{}
	for _, r := range in.rules {
		for _, p := range r.Premises {
			used[relationOf(p)] = true
		}
	}
	var base []quad.Quad
	var err error
	if about == "" {
		base, err = in.all(used)
	} else {
		base, err = in.near(about, used)
	}
	if err != nil {
		return nil, err
	}
	sortQuads(base)
	var next []triple
	for _, q := range base {
		f, ok := s.factOf(q)
		if t := (triple{f.Subject, f.Relation, f.Object}); ok && f.Object != "" && in.known[t] == "" {
			in.add(t, f.ID)
			next = append(next, t)
		}
	}
	offices, err := in.offices(about)
	if err != nil {
		return nil, err
	}
	next = append(next, offices...)
	for len(next) > 0 {
		if next, err = in.step(next); err != nil {
			return nil, err
		}
	}
	var found []Derived
	for _, d := range in.derived {
		if about == "" || d.Subject == about || d.Object == about {
			found = append(found, d)
		}
	}
	sort.Slice(found, func(i, j int) bool {
		a, b := found[i], found[j]
		return triple{a.Subject, a.Relation, a.Object}.compare(triple{b.Subject, b.Relation, b.Object}) < 0
	})
	return found, nil
}

// triple is an edge without its label.
type triple struct{ subject, relation, object ID }

func (t triple) compare(u triple) int {
	return slices.Compare([]ID{t.subject, t.relation, t.object}, []ID{u.subject, u.relation, u.object})
}

func relationOf(p schema.Pattern) ID { return ID("p/" + schema.Slug(p.Relation)) }

// inference is the state of one closure.
type inference struct {
	*Store
	rules     []schema.Rule
	known     map[triple]ID // edges with what bears them
	out, into map[triple][]triple
	named     map[ID]bool
	derived   []Derived
}

func (in *inference) add(t triple, id ID) {
	in.known[t] = id
	in.out[triple{t.subject, t.relation, ""}] = append(in.out[triple{t.subject, t.relation, ""}], t)
	in.into[triple{"", t.relation, t.object}] = append(in.into[triple{"", t.relation, t.object}], t)
}

// all returns the asserted edges of the relations.
func (in *inference) all(used map[ID]bool) ([]quad.Quad, error) {
	var out []quad.Quad
	err := in.edges("p/", func(id ID) bool { return used[id] }, func(q quad.Quad) { out = append(out, q) })
	return out, err
}

// offices derives relations from attributes that hold them: "be · chief executive of Acme" with Acme in the role "of".
func (in *inference) offices(about ID) ([]triple, error) {
	var ids []ID
	var err error
	if about == "" {
		ids, err = in.having(schema.Kind, quad.String(Attribute.String()))
	} else {
		ids, err = in.attributes(about)
	}
	if err != nil {
		return nil, err
	}
	sts, err := in.statements(ids, func(st Statement) bool {
		return st.Kind == Attribute && st.Subject.ID != "" && in.policy.Status(st) == Asserted
	})
	if err != nil {
		return nil, err
	}
	var out []triple
	for i := range sts {
		st := &sts[i]
		r, of, office := in.office(st)
		if r == nil {
			continue
		}
		t := triple{st.Subject.ID, ID("p/" + r.Slug()), of.ID}
		if in.known[t] == "" {
			in.derive(t, Derived{Rule: "X " + st.Relation.Lemma + " " + office + " of Y => X " + r.Name + " Y", Premises: []ID{in.fact(st)}})
			out = append(out, t)
		}
	}
	return out, nil
}

// notHeld are words before an office that say that another, or nobody, holds it.
var notHeld = map[string]bool{"former": true, "ex": true, "onetime": true, "late": true, "future": true, "incoming": true, "next": true,
	"deputy": true, "vice": true, "assistant": true, "associate": true, "shadow": true, "honorary": true, "aspiring": true}

// office returns the relation that an attribute holds, to what, and the words for it; nil where it holds none.
func (c codec) office(st *Statement) (r *schema.Relation, of Value, words string) {
	office, _, ok := strings.Cut(strings.ToLower(st.Object.Name), " of ")
	for _, role := range st.Roles {
		if !ok || role.Name != "of" || role.Value.ID == "" || role.Value.ID == st.Subject.ID {
			continue
		}
		f := strings.Fields(office)
		for k := range f {
			if k > 0 && (notHeld[f[k-1]] || strings.HasPrefix(f[k-1], "ex-")) {
				break
			}
			use := schema.Use{Phrase: "be " + strings.Join(f[k:], " ") + " of", Subject: st.Subject.Class, Object: role.Value.Class, Name: role.Value.Name}
			if r := c.lexicon.Canonical(use); r != nil {
				return r, role.Value, office
			}
		}
	}
	return nil, Value{}, ""
}

// derive adds the edge t, which d tells the reason of.
func (in *inference) derive(t triple, d Derived) {
	d.ID = ID("i/" + schema.Hash(string(t.subject), string(t.relation), string(t.object)))
	d.Subject, d.Relation, d.Object = t.subject, t.relation, t.object
	in.add(t, d.ID)
	in.derived = append(in.derived, d)
}

// step applies all rules to what is new, and returns what that adds.
func (in *inference) step(fresh []triple) ([]triple, error) {
	slices.SortFunc(fresh, triple.compare)
	var out []triple
	for _, r := range in.rules {
		for n := range r.Premises {
			relation := relationOf(r.Premises[n])
			for _, t := range fresh {
				if relation != t.relation {
					continue
				}
				found, err := in.join(r, 0, n, t, map[string]ID{}, nil)
				if err != nil {
					return nil, err
				}
				out = append(out, found...)
			}
		}
	}
	return out, nil
}

// join matches the premises from k on; premise n is t. Variables have their things in bound.
func (in *inference) join(r schema.Rule, k, n int, t triple, bound map[string]ID, premises []ID) ([]triple, error) {
	if k == 0 && !bind(bound, r.Premises[n], t) {
		return nil, nil
	}
	if k == len(r.Premises) {
		c := r.Conclusion
		d := triple{bound[c.Subject], relationOf(c), bound[c.Object]}
		if d.subject == d.object || in.known[d] != "" {
			return nil, nil
		}
		if k > 1 {
			for _, v := range []string{"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z"} {
				if id := bound[v]; id != "" {
					if ok, err := in.hasName(id); err != nil || !ok {
						return nil, err
					}
				}
			}
		}
		if k > 1 {
			for _, p := range premises {
				if ok, err := in.come(p); err != nil || !ok {
					return nil, err
				}
			}
		}
		converse := k == 1 && r.Premises[0].Subject == r.Conclusion.Object && r.Premises[0].Object == r.Conclusion.Subject
		in.derive(d, Derived{Rule: r.String(), Premises: slices.Clone(premises), Converse: converse})
		return []triple{d}, nil
	}
	p := r.Premises[k]
	candidates := []triple{t}
	if k != n {
		switch s, o := bound[p.Subject], bound[p.Object]; {
		case s != "":
			candidates = slices.Clone(in.out[triple{s, relationOf(p), ""}])
		case o != "":
			candidates = slices.Clone(in.into[triple{"", relationOf(p), o}])
		default:
			return nil, nil // premises that share nothing with the others are not joined
		}
	}
	slices.SortFunc(candidates, triple.compare)
	var out []triple
	for _, c := range candidates {
		also := map[string]ID{}
		for v, id := range bound {
			also[v] = id
		}
		if !bind(also, p, c) {
			continue
		}
		found, err := in.join(r, k+1, n, t, also, append(premises[:len(premises):len(premises)], in.known[c]))
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

// bind gives the pattern's variables the ends of t; false where they have others.
func bind(bound map[string]ID, p schema.Pattern, t triple) bool {
	for _, x := range []struct {
		variable string
		id       ID
	}{{p.Subject, t.subject}, {p.Object, t.object}} {
		if was := bound[x.variable]; was != "" && was != x.id {
			return false
		}
		bound[x.variable] = x.id
	}
	return true
}

// come reports whether some statement says that a fact is or was, not only that it will be. Derived edges are what
// their premises are.
func (in *inference) come(fact ID) (bool, error) {
	if strings.HasPrefix(string(fact), "i/") {
		for _, d := range in.derived {
			if d.ID == fact {
				for _, p := range d.Premises {
					if ok, err := in.come(p); err != nil || !ok {
						return ok, err
					}
				}
			}
		}
		return true, nil
	}
	sts, err := in.bearing(fact)
	return slices.ContainsFunc(sts, func(st Statement) bool { return st.Tense != Future }), err
}

// hasName reports whether a thing has a name, not only a common noun.
func (in *inference) hasName(id ID) (bool, error) {
	if ok, done := in.named[id]; done {
		return ok, nil
	}
	n, err := in.node(id)
	in.named[id] = nameLike(n.Name)
	return in.named[id], err
}
