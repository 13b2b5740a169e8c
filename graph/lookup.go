package graph

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"unicode"

	"github.com/cayleygraph/quad"

	"kg/graph/quadstore"
	"kg/schema"
)

// A Candidate is an entity that a name may mean, with the number of statements that it stands in.
type Candidate struct {
	Node
	Statements int
	Rivals     []Candidate // what else the name may mean, where this was taken as the likeliest
}

// Note says what else the name may have meant, "" where there is nothing else.
func (c Candidate) Note(name string) string {
	if len(c.Rivals) == 0 {
		return ""
	}
	return fmt.Sprintf("%q is taken for %s (%s); it may mean %s as well", name, c.Name, c.ID, list(c.Rivals))
}

// AmbiguousError says that a name may mean several entities, the most spoken of first.
type AmbiguousError struct {
	Name       string
	Candidates []Candidate
}

func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("%q may mean %s; give one of these ids", e.Name, list(e.Candidates))
}

func list(cs []Candidate) string {
	var out []string
	for i, c := range cs {
		if i == 6 {
			more := "and %d more"
			if len(cs) >= mostCandidates {
				more = "and at least %d more"
			}
			out = append(out, fmt.Sprintf(more, len(cs)-i))
			break
		}
		out = append(out, fmt.Sprintf("%s (%s, %d statements)", c.ID, c.Name, c.Statements))
	}
	return strings.Join(out, ", ")
}

// dominance is how many times more statements than all its rivals together an entity must stand in to be meant.
const dominance = 2

// Resolve returns the entity that name means: an id ("e/joe-biden", also without "e/"), a name or another wording in any
// case, or the beginning of one. It returns an *AmbiguousError where several may be meant, and an error that wraps
// ErrNotFound, with what comes near, where none is.
func (s *Store) Resolve(name string) (Candidate, error) {
	name = strings.TrimSpace(name)
	exact, err := s.exact(name)
	if err != nil {
		return Candidate{}, err
	}
	found := exact
	if len(found) == 0 {
		if found, err = s.beginning(name); err != nil {
			return Candidate{}, err
		}
	}
	if len(found) == 0 {
		return Candidate{}, s.unknown(name)
	}
	if len(found) == 1 {
		return found[0], nil
	}
	rest := 0
	for _, c := range found[1:] {
		rest += c.Statements
	}
	if len(exact) > 0 && found[0].Statements >= dominance*max(rest, 1) {
		found[0].Rivals = found[1:]
		return found[0], nil
	}
	return Candidate{}, &AmbiguousError{name, found}
}

// exact returns the entities of exactly that id or name.
func (s *Store) exact(name string) ([]Candidate, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	id := ID(strings.TrimPrefix(strings.Trim(name, "<>"), s.Base))
	for _, id := range []ID{id, "e/" + id} {
		if !strings.HasPrefix(string(id), "e/") || !strings.Contains(name, "/") && !strings.Contains(name, ".") {
			continue
		}
		if found, err := s.candidates([]ID{id}); err != nil || len(found) > 0 {
			return found, err
		}
	}
	var ids []ID
	for _, c := range schema.Classes {
		if !c.Literal {
			ids = append(ids, Link(name, c.Name))
		}
	}
	for _, wording := range []string{name, strings.ToUpper(name), title(name)} {
		links, err := s.match(nil, quad.IRI(schema.AlternateName), quad.String(wording))
		if err != nil {
			return nil, err
		}
		ids = append(ids, s.subjects(links, "e/")...)
	}
	return s.candidates(ids)
}

func title(s string) string {
	begin := true
	return strings.Map(func(r rune) rune {
		up := begin
		begin = unicode.IsSpace(r) || r == '-'
		if up {
			return unicode.ToTitle(r)
		}
		return r
	}, strings.ToLower(s))
}

// beginning returns the entities whose name begins with name; where there are none, those of which another wording
// does; where there are none, those with a word in a name that does.
func (s *Store) beginning(name string) ([]Candidate, error) {
	want := schema.Slug(name)
	if want == "" {
		return nil, nil
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	tiers := map[ID]int{}
	err := s.eachNamed(want, mostNamed, func(n named) {
		tier := 2
		if n.whole {
			tier = 1
			if strings.HasPrefix(string(n.id), "e/"+n.slug) {
				tier = 0
			}
		}
		if best, seen := tiers[n.id]; !seen || tier < best {
			tiers[n.id] = tier
		}
	})
	if err != nil {
		return nil, err
	}
	var ids [3][]ID
	for id, tier := range tiers {
		ids[tier] = append(ids[tier], id)
	}
	for _, tier := range ids {
		if len(tier) > 0 {
			return s.candidates(tier)
		}
	}
	return nil, nil
}

// mostCompared bounds the names that one that nothing has is compared with; they begin with the same letter.
const mostCompared = 50000

// unknown is the error for a name that nothing has.
func (s *Store) unknown(name string) error {
	want := schema.Slug(name)
	best, near := len(want)/3+1, []ID(nil)
	s.mu.RLock()
	defer s.mu.RUnlock()
	err := s.eachNamed(want[:min(1, len(want))], mostCompared, func(n named) {
		if !n.whole {
			return
		}
		d := schema.Distance(want, n.slug, best)
		if d < best {
			best, near = d, nil
		}
		if d == best && d <= len(want)/3 && len(near) < 5 {
			near = append(near, n.id)
		}
	})
	if err != nil {
		return err
	}
	var names []string
	for _, id := range near {
		n, err := s.node(id)
		if err != nil {
			return err
		}
		names = append(names, n.Name)
	}
	if len(names) > 0 {
		return fmt.Errorf("%q: no such entity: %w; did you mean %s?", name, ErrNotFound, strings.Join(unique(names), ", "))
	}
	return fmt.Errorf("%q: no such entity: %w", name, ErrNotFound)
}

// spoken reports whether anything refers to an entity, and in how many statements it stands.
func (s *Store) spoken(id ID) (there bool, statements int, err error) {
	p, ok, err := s.pattern(nil, nil, s.iri(id))
	if err != nil || !ok {
		return false, 0, err
	}
	mention, err := s.view.ID(quad.IRI(schema.RefersTo))
	if err != nil {
		return false, 0, broken(err)
	}
	last := quadstore.ID(0)
	err = s.view.Scan(p, func(q quadstore.Quad) error {
		there = true
		if q[1] != mention && q[3] == 0 && q[0] != last { // the index has the quads of one subject side by side
			statements++
			last = q[0]
		}
		return nil
	})
	return there, statements, broken(err)
}

// mostCandidates bounds the entities that a name may mean: those most spoken of.
const mostCandidates = 64

// candidates reads the entities that exist among ids, most statements first, mostCandidates at most.
func (s *Store) candidates(ids []ID) ([]Candidate, error) {
	seen := map[ID]bool{}
	var found []Candidate
	for _, id := range ids {
		if seen[id] {
			continue
		}
		seen[id] = true
		there, said, err := s.spoken(id)
		if err != nil {
			return nil, err
		}
		if there {
			found = append(found, Candidate{Node: Node{ID: id}, Statements: said})
		}
	}
	sort.Slice(found, func(i, j int) bool {
		if found[i].Statements != found[j].Statements {
			return found[i].Statements > found[j].Statements
		}
		return found[i].ID < found[j].ID
	})
	var out []Candidate
	for _, c := range found {
		if len(out) == mostCandidates || len(out) > 0 && out[0].Statements > 0 && c.Statements == 0 {
			break // the rest is less spoken of, or only mentioned: not what is asked for
		}
		n, err := s.node(c.ID)
		if errors.Is(err, ErrNotFound) { // only a decision speaks of it
			continue
		}
		if err != nil {
			return nil, err
		}
		c.Node = n
		out = append(out, c)
	}
	return out, nil
}

// Beginning returns the entities with a name that begins with the given one, the most spoken of first, at most so many.
func (s *Store) Beginning(name string, most int) ([]Candidate, error) {
	found, err := s.beginning(name)
	return found[:min(len(found), most)], err
}
