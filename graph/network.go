package graph

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/graph/quadstore"
	"kg/schema"
)

// A link is a fact between two entities, with the number of statements that bear it, those of near-copies once.
type link struct {
	Fact
	statements int
	rule       string // of a derived edge
	premises   []ID
}

// network calls node with every entity, sorted, then edge with every fact between two entities, sorted. node may be nil.
func (s *selection) network(node func(Node) error, edge func(link) error) error {
	ids, lines := newSorter(), newSorter()
	ids.limit, lines.limit = ids.limit/2, lines.limit/2
	defer ids.close()
	defer lines.close()
	if s.broken != nil {
		return s.broken
	}
	refersTo, err := s.view.ID(quad.IRI(schema.RefersTo))
	if err != nil {
		return broken(err)
	}
	err = s.view.Scan(quadstore.Quad{}, func(at quadstore.Quad) error {
		if mention := at[1] == refersTo && node != nil; !mention && at[3] == 0 {
			return nil // neither a node's nor a fact: its terms need not be read
		}
		q, err := s.view.Quad(at)
		if err != nil || !s.holds(q) {
			return err
		}
		if q.Predicate == quad.IRI(schema.RefersTo) {
			id, _ := s.id(q.Object)
			if s.part != nil && !s.part.nodes[id] {
				return nil
			}
			return ids.add([]byte(id))
		}
		if f, ok := s.factOf(q); ok && f.Object != "" {
			return lines.add(appendQuad(nil, q))
		}
		return nil
	})
	if err != nil {
		return broken(err)
	}
	err = ids.each(func(id string) error {
		n, err := s.node(ID(id))
		if err != nil {
			return err
		}
		return node(n)
	})
	if err != nil {
		return err
	}
	err = lines.each(func(line string) error {
		q, _, err := parseQuad(line)
		if err != nil {
			return err
		}
		f, _ := s.factOf(q)
		bearing, err := s.match(nil, quad.IRI(schema.Fact), q.Label)
		if err != nil {
			return err
		}
		ids := s.subjects(bearing, "s/")
		if s.part != nil {
			ids = slices.DeleteFunc(ids, func(id ID) bool { return !s.part.nodes[id] })
		}
		n, err := s.weigh(ids)
		if err != nil {
			return err
		}
		return edge(link{Fact: f, statements: n})
	})
	for _, d := range s.derived {
		if err == nil {
			err = edge(link{Fact{ID: d.ID, Subject: d.Subject, Relation: d.Relation, Object: d.Object, Status: following}, 0, d.Rule, d.Premises})
		}
	}
	return err
}

// xmlText escapes s for XML; characters that XML cannot hold become U+FFFD.
func xmlText(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic(err) // a Builder takes all
	}
	return b.String()
}

// writeGraphML writes GraphML 1.0. It is the same with and without plain.
func writeGraphML(w *bufio.Writer, s *selection, _ bool) error {
	w.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="label" for="node" attr.name="label" attr.type="string"/>
<key id="class" for="node" attr.name="class" attr.type="string"/>
<key id="names" for="node" attr.name="names" attr.type="string"/>
<key id="relation" for="edge" attr.name="relation" attr.type="string"/>
<key id="status" for="edge" attr.name="status" attr.type="string"/>
<key id="weight" for="edge" attr.name="weight" attr.type="int"/>
`)
	if s.derived != nil {
		w.WriteString(`<key id="rule" for="edge" attr.name="rule" attr.type="string"/>
<key id="premises" for="edge" attr.name="premises" attr.type="string"/>
`)
	}
	w.WriteString("<graph edgedefault=\"directed\">\n")
	err := s.network(func(n Node) error {
		_, err := fmt.Fprintf(w, "<node id=\"%s\"><data key=\"label\">%s</data><data key=\"class\">%s</data><data key=\"names\">%s</data></node>\n",
			xmlText(string(n.ID)), xmlText(n.Name), xmlText(strings.Join(n.Classes, ", ")), xmlText(strings.Join(n.Names, "; ")))
		return err
	}, func(l link) error {
		why := ""
		if l.rule != "" {
			why = "<data key=\"rule\">" + xmlText(l.rule) + "</data><data key=\"premises\">" + xmlText(joinIDs(l.premises)) + "</data>"
		}
		_, err := fmt.Fprintf(w, "<edge id=\"%s\" source=\"%s\" target=\"%s\"><data key=\"relation\">%s</data><data key=\"status\">%s</data><data key=\"weight\">%d</data>%s</edge>\n",
			xmlText(string(l.ID)), xmlText(string(l.Subject)), xmlText(string(l.Object)), xmlText(lemmaOf(l.Relation)), l.Status, l.statements, why)
		return err
	})
	w.WriteString("</graph>\n</graphml>\n")
	return err
}

// dotText quotes s for Graphviz.
func dotText(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ", "\r", " ", "\x00", "").Replace(s) + `"`
}

// writeDot writes a digraph: denied edges red, doubted ones dashed, broader the more statements bear them; derived ones dotted. It is the
// same with and without plain.
func writeDot(w *bufio.Writer, s *selection, _ bool) error {
	w.WriteString("digraph kg {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n")
	err := s.network(func(n Node) error {
		_, err := fmt.Fprintf(w, "  %s [label=%s];\n", dotText(string(n.ID)), dotText(n.Name))
		return err
	}, func(l link) error {
		style := ""
		switch l.Status {
		case Denied:
			style = ", color=red, fontcolor=red"
		case Doubted:
			style = ", style=dashed"
		case following:
			style = ", style=dotted, tooltip=" + dotText("derived: "+l.rule)
		}
		_, err := fmt.Fprintf(w, "  %s -> %s [label=%s, penwidth=%d%s];\n", dotText(string(l.Subject)), dotText(string(l.Object)), dotText(lemmaOf(l.Relation)), min(l.statements, 6), style)
		return err
	})
	w.WriteString("}\n")
	return err
}
