package graph

import (
	"fmt"
	"sort"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/graph/quadstore"
	"kg/schema"
)

// Find says which statements to read; its zero value is all of them. Conditions hold together.
type Find struct {
	Entity   ID     // as subject, object, place, source or in a role
	Relation ID     // "p/sign"
	Status   Status // of the fact, under the store's policy
	Doc      ID
	Most     int // of an Entity's: so many are read at most, those stored last; 0 for all
}

// Statements returns the statements that f asks for, ordered by document, place in the text and id.
func (s *Store) Statements(f Find) ([]Statement, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var ids []ID
	var err error
	switch {
	case f.Doc != "":
		ids, err = s.drawn(f.Doc)
	case f.Entity != "" && f.Most > 0:
		ids, err = s.latest(f.Entity, f.Most)
	case f.Entity != "":
		var links []quad.Quad
		links, err = s.match(nil, nil, s.iri(f.Entity))
		ids = s.subjects(links, "s/")
	case f.Relation != "":
		ids, err = s.having(schema.Predicate, s.iri(f.Relation))
	default:
		ids, err = s.having(schema.Type, quad.IRI(schema.Statement))
	}
	if err != nil {
		return nil, err
	}
	return s.statements(ids, func(st Statement) bool {
		return (f.Relation == "" || st.Relation.ID == f.Relation) && (f.Status == "" || s.policy.Status(st) == f.Status) &&
			(f.Entity == "" || st.Mentions(f.Entity))
	})
}

// drawn returns the ids, sorted, of the statements that stand on passages of a document.
func (s *Store) drawn(doc ID) ([]ID, error) {
	passages, err := s.subjectsOf(quad.IRI(schema.HasSource), []ID{doc}, mostEnds)
	if err != nil {
		return nil, err
	}
	from, err := s.view.ID(quad.IRI(schema.WasDerivedFrom))
	if err != nil || from == 0 {
		return nil, broken(err)
	}
	found := map[quadstore.ID]bool{}
	for p := range passages {
		err := s.view.Scan(quadstore.Quad{1: from, 2: p}, func(q quadstore.Quad) error {
			found[q[0]] = true
			return nil
		})
		if err != nil {
			return nil, broken(err)
		}
	}
	return s.named(found, len(found))
}

// Mentions reports whether the entity stands in any argument of the statement.
func (st *Statement) Mentions(id ID) bool {
	for _, a := range arguments {
		if a.value(st).ID == id {
			return true
		}
	}
	for _, r := range st.Roles {
		if r.Value.ID == id {
			return true
		}
	}
	return false
}

// Statement returns the statement of that id; its error wraps ErrNotFound where there is none.
func (s *Store) Statement(id ID) (Statement, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.decoder().statement(id)
}

// InOrder sorts ids of statements by document, place in the text and id.
func (s *Store) InOrder(ids []ID) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	d := s.decoder()
	sts := make([]Statement, len(ids))
	for i, id := range ids {
		st, err := d.statement(id)
		if err != nil {
			return err
		}
		sts[i] = st
	}
	sortStatements(sts)
	for i := range sts {
		ids[i] = sts[i].ID
	}
	return nil
}

// Lexicon returns the vocabulary of the store's relations.
func (s *Store) Lexicon() *schema.Lexicon { return s.lexicon }

// Relation returns the id of the relation that a phrase ("take part in") or an id ("p/attend") usually means.
func (s *Store) Relation(phrase string) ID {
	if strings.HasPrefix(phrase, "p/") {
		return ID(phrase)
	}
	phrase = strings.ToLower(phrase)
	if r := s.lexicon.Named(phrase); r != nil {
		return ID("p/" + r.Slug())
	}
	if r := s.lexicon.Canonical(schema.Use{Phrase: phrase}); r != nil {
		return ID("p/" + r.Slug())
	}
	return RelationID(phrase)
}

// Status returns how the store holds the statement's fact.
func (s *Store) Status(st Statement) Status { return s.policy.Status(st) }

// Document returns the document of that id, without its entities; its error wraps ErrNotFound where there is none.
func (s *Store) Document(id ID) (Document, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.decoder().document(id)
}

// Documents returns the ids of all documents, sorted.
func (s *Store) Documents() ([]ID, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.having(schema.Type, quad.IRI(schema.Article))
}

// FindDocument returns the id of the document of that name, id or URL.
func (s *Store) FindDocument(name string) (ID, error) {
	ids, err := s.Documents()
	if err != nil {
		return "", err
	}
	for _, id := range ids {
		if string(id) == name || DocName(id) == name || s.IRI(id) == name {
			return id, nil
		}
	}
	s.mu.RLock()
	found, err := s.having(schema.URL, quad.String(name))
	s.mu.RUnlock()
	if err != nil {
		return "", err
	}
	if len(found) > 0 {
		return found[0], nil
	}
	var near []string
	for _, id := range ids {
		doc, err := s.Document(id)
		if err != nil {
			return "", err
		}
		if len(near) < 5 && strings.Contains(strings.ToLower(DocName(id)+" "+doc.Title), strings.ToLower(name)) {
			near = append(near, DocName(id))
		}
	}
	if len(near) > 0 {
		return "", fmt.Errorf("%s: no such document: %w; perhaps %s", name, ErrNotFound, strings.Join(near, ", "))
	}
	return "", fmt.Errorf("%s: no such document: %w", name, ErrNotFound)
}

// having returns the ids of the subjects that have that predicate and object, sorted.
func (s *Store) having(pred string, obj quad.Value) ([]ID, error) {
	links, err := s.match(nil, quad.IRI(pred), obj)
	if err != nil {
		return nil, err
	}
	return s.subjects(links, ""), nil
}

// subjects returns the ids of the quads' subjects that begin with prefix, sorted, each once.
func (s *Store) subjects(quads []quad.Quad, prefix string) []ID {
	seen := map[ID]bool{}
	var out []ID
	for _, q := range quads {
		if id, ok := s.id(q.Subject); ok && !seen[id] && strings.HasPrefix(string(id), prefix) {
			seen[id] = true
			out = append(out, id)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	return out
}

// sortStatements orders statements by their first source, then by id.
func sortStatements(sts []Statement) {
	sort.Slice(sts, func(i, j int) bool {
		a, b := sts[i], sts[j]
		if len(a.Sources) > 0 && len(b.Sources) > 0 {
			x, y := a.Sources[0], b.Sources[0]
			switch {
			case x.Doc != y.Doc:
				return x.Doc < y.Doc
			case x.Start != y.Start:
				return x.Start < y.Start
			case x.End != y.End:
				return x.End < y.End
			}
		}
		return a.ID < b.ID
	})
}

// edges calls each with the quads whose predicate's IRI begins with prefix, after the base, and is one that take takes.
func (s *Store) edges(prefix string, take func(ID) bool, each func(quad.Quad)) error {
	return broken(s.view.IRIs(s.Base+prefix, func(iri string, pred quadstore.ID) error {
		if id, _ := s.ID(iri); !take(id) {
			return nil
		}
		return s.view.Scan(quadstore.Quad{1: pred}, func(q quadstore.Quad) error {
			full, err := s.view.Quad(q)
			if err == nil {
				each(full)
			}
			return err
		})
	}))
}

// A Node is an entity with what all documents say of it.
type Node struct {
	ID      ID
	Name    string   // the one it is best known by
	Names   []string // all its names and wordings, sorted, Name among them
	Classes []string // sorted
	Finer   []string // finer classes of the vocabulary, sorted
	SameAs  []string // IRIs of the same thing elsewhere, sorted
}

// Node returns the entity of that id; its error wraps ErrNotFound where there is none.
func (s *Store) Node(id ID) (Node, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.node(id)
}

// describing are the predicates of what a Node tells.
var describing = []string{schema.Name, schema.PrefLabel, schema.SameAs, schema.AlternateName, schema.Type}

func (s *Store) node(id ID) (Node, error) {
	n := Node{ID: id}
	var quads []quad.Quad
	var err error
	for _, pred := range describing { // its edges, which may be many, are not read
		if err == nil {
			err = s.scan(s.iri(id), quad.IRI(pred), nil, func(q quad.Quad) error { quads = append(quads, q); return nil })
		}
	}
	var names, aliases []string
	chosen := ""
	for _, q := range quads {
		switch {
		case q.Label != nil:
		case q.Predicate == quad.IRI(schema.Name):
			names = append(names, lexical(q.Object))
		case q.Predicate == quad.IRI(schema.PrefLabel):
			chosen = max(chosen, lexical(q.Object))
		case q.Predicate == quad.IRI(schema.SameAs):
			n.SameAs = append(n.SameAs, lexical(q.Object))
		case q.Predicate == quad.IRI(schema.AlternateName):
			aliases = append(aliases, lexical(q.Object))
		case q.Predicate == quad.IRI(schema.Type):
			for _, c := range schema.Classes {
				if c.IRI == lexical(q.Object) && c.IRI != "" {
					n.Classes = append(n.Classes, c.Name)
				}
			}
			if f := s.lexicon.FinerByIRI(lexical(q.Object)); f != nil {
				n.Finer = append(n.Finer, f.Name)
			}
		}
	}
	if len(names) == 0 && len(aliases) > 0 {
		names = append(names, bestName(aliases))
	}
	if err == nil && len(names) == 0 {
		err = fmt.Errorf("%s: %w", id, ErrNotFound)
	}
	if err != nil {
		return n, err
	}
	n.Name = bestName(names)
	if chosen != "" {
		n.Name = chosen
		names = append(names, chosen)
	}
	n.Names = unique(append(names, aliases...))
	sort.Strings(n.SameAs)
	sort.Strings(n.Classes)
	sort.Strings(n.Finer)
	return n, nil
}

// bestName chooses among names that link made one: the longest, and of those the one least in capitals.
func bestName(names []string) string {
	sort.Slice(names, func(i, j int) bool {
		a, b := names[i], names[j]
		if len(a) != len(b) {
			return len(a) > len(b)
		}
		return a > b // lower case sorts after capitals
	})
	return names[0]
}

func unique(in []string) []string {
	sort.Strings(in)
	var out []string
	for i, s := range in {
		if i == 0 || s != in[i-1] {
			out = append(out, s)
		}
	}
	return out
}

// Nodes returns all entities, sorted by id.
func (s *Store) Nodes() ([]Node, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var out []Node
	err := s.eachNode(func(n Node) error {
		out = append(out, n)
		return nil
	})
	return out, err
}
