package graph

import (
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// importBatch is the number of quads that Import writes in one step.
const importBatch = 50_000

// Import makes a store in dir, which must not exist, from the N-Quads of an export. It is there whole or, after an
// error, not at all. Errors about the input begin with its name, line and column.
func Import(dir, name string, r io.Reader) error {
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return fmt.Errorf("%s: there is something already; import makes a new store", dir)
	} else if err != nil && !os.IsNotExist(err) {
		return fmt.Errorf("%s: a store is a folder: %w", dir, err)
	}
	lines := newSorter()
	defer lines.close()
	set, err := readExport(name, r, lines)
	if err != nil {
		return err
	}
	half := dir + ".importing"
	if err := os.RemoveAll(half); err != nil {
		return err
	}
	s, err := Create(half, set)
	if err != nil {
		return err
	}
	err = s.load(lines)
	if again := s.Close(); err == nil {
		err = again
	}
	if err == nil {
		os.Remove(dir) // where it is empty
		err = os.Rename(half, dir)
	}
	if err != nil {
		os.RemoveAll(half)
	}
	return err
}

// readExport parses an export into sorted lines and finds the settings of its store.
func readExport(name string, r io.Reader, lines *sorter) (set Settings, err error) {
	graphs, version := 0, ""
	err = readQuads(r, func(q quad.Quad) error {
		iri := term(q.Subject)
		switch {
		case q.Predicate == quad.IRI(schema.Type) && q.Object == quad.IRI(schema.Graph) && len(iri) > len("graph"):
			graphs++
			set.Base = iri[:len(iri)-len("graph")]
		case q.Predicate == quad.IRI(schema.Format):
			version = lexical(q.Object)
		case q.Predicate == quad.IRI(schema.Assert):
			policy, err := ParsePolicy(lexical(q.Object))
			if err != nil {
				return err
			}
			set.Assert = policy
		}
		return lines.add(string(appendQuad(nil, q)))
	})
	switch {
	case err != nil:
		return set, fmt.Errorf("%s:%w", name, err)
	case graphs != 1:
		return set, fmt.Errorf("%s: not an export of kg: it names %d stores (a line with <%s>), want 1", name, graphs, schema.Graph)
	case version != strconv.Itoa(format):
		return set, fmt.Errorf("%s: written in format %q, this kg reads format %d", name, version, format)
	}
	if err := set.Check(); err != nil {
		return set, fmt.Errorf("%s: %w", name, err)
	}
	return set, nil
}

// load adds quads that the store does not hold, the settings apart.
func (s *Store) load(lines *sorter) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	there := map[quad.Quad]bool{}
	for _, q := range s.settings() {
		there[q] = true
	}
	var batch []quad.Quad
	err := lines.each(func(line string) error {
		q, _, err := parseQuad(line)
		if err != nil || there[q] {
			return err
		}
		if batch = append(batch, q); len(batch) == importBatch {
			err = s.apply(batch, nil)
			batch = batch[:0]
		}
		return err
	})
	if err != nil {
		return err
	}
	return s.apply(batch, nil)
}
