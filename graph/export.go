package graph

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/cayleygraph/quad"
)

// A Format is one way to write a graph.
type Format struct {
	Name, Doc string
	write     func(w *bufio.Writer, s *selection, plain bool) error
	derived   bool // holds derived edges
}

// Formats lists the formats of Export. Each is written in an order that depends on the graph alone.
var Formats = []Format{
	{"jsonld", "JSON-LD 1.1 with its context: schema.org, PROV-O and Web Annotation; a fact's edge in a graph of its own", writeJSONLD, true},
	{"nquads", "canonical N-Quads: the whole graph, sorted", writeNQuads, true},
	{"turtle", "Turtle: the whole graph without the labels of facts", writeTurtle, true},
	{"graphml", "GraphML for Gephi, yEd, networkx: entities and the edges between them", writeGraphML, true},
	{"gexf", "GEXF with dates for Gephi's timeline: an edge for each statement between two entities", writeGEXF, false},
	{"csv-nodes", "a table of entities with Neo4j's headings", writeNodesCSV, false},
	{"csv-edges", "a table of the statements between two entities with Neo4j's headings", writeEdgesCSV, false},
	{"cypher", "openCypher for Neo4j and its kin", writeCypher, false},
	{"ftm", "FollowTheMoney entities for Aleph", writeFTM, false},
	{"dot", "Graphviz: entities and the edges between them", writeDot, true},
	{"svg", "a picture of the entities most linked and the edges between them", writeSVG, false},
	{"csv", "a table of statements for spreadsheets, with their sentences", writeCSV, true},
}

// Export writes the graph. With plain, only entities with their names and classes and the edges between them, without
// the labels of facts, so that readers of triples see them. The store must not be written meanwhile.
func (s *Store) Export(w io.Writer, format string, plain bool) error {
	return s.ExportPart(w, format, plain, Narrow{})
}

// ExportPart writes the part of the graph that n leaves, as Export does: the statements, with their documents, their
// sentences, and the entities that they speak of.
func (s *Store) ExportPart(w io.Writer, format string, plain bool, n Narrow) error {
	for _, f := range Formats {
		if f.Name == format {
			s.mu.RLock()
			defer s.mu.RUnlock()
			v, err := s.narrowed(n)
			if err == nil && n.Derived {
				if !f.derived {
					return fmt.Errorf("%s has no place for derived edges", f.Name)
				}
				err = v.derive()
			}
			if err != nil {
				return err
			}
			b := bufio.NewWriterSize(w, 1<<16)
			if err := f.write(b, v, plain); err != nil {
				return err
			}
			return b.Flush()
		}
	}
	return fmt.Errorf("%q: no such format; there are %s", format, strings.Join(formatNames(), ", "))
}

func formatNames() (names []string) {
	for _, f := range Formats {
		names = append(names, f.Name)
	}
	return names
}

// sorted calls f with the lines that key appends for the quads to export, in order, each once.
func (s *selection) sorted(plain bool, key func([]byte, quad.Quad) []byte, f func(line string) error) error {
	lines := newSorter()
	defer lines.close()
	var line []byte
	add := func(q quad.Quad) error {
		line = key(line[:0], q)
		return lines.add(line)
	}
	err := s.scan(nil, nil, nil, func(q quad.Quad) error {
		if !s.holds(q) {
			return nil
		}
		if plain {
			if id, ok := s.id(q.Subject); !ok || !strings.HasPrefix(string(id), "e/") {
				return nil
			}
			q.Label = nil
		}
		return add(q)
	})
	for _, d := range s.derived {
		for _, q := range s.derivedQuads(d) {
			if plain && q.Label == nil {
				continue
			}
			if plain {
				q.Label = nil
			}
			err = errors.Join(err, add(q))
		}
	}
	if err != nil {
		return err
	}
	return lines.each(f)
}

func writeNQuads(w *bufio.Writer, s *selection, plain bool) error {
	return s.sorted(plain, appendQuad, func(line string) error {
		w.WriteString(line)
		return w.WriteByte('\n')
	})
}
