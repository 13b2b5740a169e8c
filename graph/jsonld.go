package graph

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"sort"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// writeJSONLD writes one node a line. The quads of a fact stand in a graph object of their own, named by the fact;
// the others in the default graph.
func writeJSONLD(w *bufio.Writer, s *selection, plain bool) error {
	j := newFrame(w, s.Base)
	j.head()
	var node []quad.Quad // the quads of the node being read
	flush := func() error {
		if len(node) == 0 {
			return nil
		}
		err := j.node(node)
		node = node[:0]
		return err
	}
	key := func(b []byte, q quad.Quad) []byte { // by graph, then as N-Quads
		if q.Label != nil {
			b = appendTerm(b, q.Label)
			q.Label = nil
		}
		return appendQuad(append(b, '\t'), q)
	}
	err := s.sorted(plain, key, func(line string) error {
		label, triple, _ := strings.Cut(line, "\t")
		q, _, err := parseQuad(triple)
		if err == nil && label != "" {
			p := &quadParser{s: label}
			q.Label, err = p.term("graph")
		}
		if err != nil {
			return err
		}
		if len(node) > 0 && (node[0].Subject != q.Subject || node[0].Label != q.Label) {
			if err := flush(); err != nil {
				return err
			}
		}
		node = append(node, q)
		return nil
	})
	if err := errors.Join(err, flush()); err != nil {
		return err
	}
	j.foot()
	return nil
}

// frame writes nodes with the short names of the context.
type frame struct {
	w        *bufio.Writer
	prefixes []schema.Term
	terms    map[string]schema.Term // by IRI
	label    quad.Value             // of the graph that is open, nil for the default graph
	nodes    int                    // written to the graph that is open
	graphs   int
}

func newFrame(w *bufio.Writer, base string) *frame {
	j := &frame{w: w, prefixes: schema.Prefixes(base), terms: map[string]schema.Term{}}
	for _, t := range schema.Terms {
		j.terms[t.IRI] = t
	}
	return j
}

// text returns s as a JSON string.
func (j *frame) text(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if e.Encode(s) != nil {
		panic("a string that JSON cannot hold") // there is none
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func (j *frame) head() {
	j.w.WriteString("{\n\"@context\": {\n")
	for _, p := range j.prefixes {
		j.w.WriteString("  " + j.text(p.Name) + ": " + j.text(p.IRI) + ",\n")
	}
	for i, t := range schema.Terms {
		end := ",\n"
		if i == len(schema.Terms)-1 {
			end = "\n"
		}
		if t.Ref {
			j.w.WriteString("  " + j.text(t.Name) + ": {\"@id\": " + j.text(j.compact(t.IRI)) + ", \"@type\": \"@id\"}" + end)
		} else {
			j.w.WriteString("  " + j.text(t.Name) + ": " + j.text(j.compact(t.IRI)) + end)
		}
	}
	j.w.WriteString("},\n\"@graph\": [")
}

func (j *frame) foot() {
	j.open(nil)
	j.w.WriteString("\n]\n}\n")
}

// open ends the graph that is open and begins another.
func (j *frame) open(label quad.Value) {
	if j.label == label {
		return
	}
	if j.label != nil {
		j.w.WriteString("]}")
	}
	if label != nil {
		j.comma()
		j.w.WriteString("{\"@id\": " + j.text(j.compact(term(label))) + ", \"@graph\": [")
		j.nodes = 0
	}
	j.label = label
}

func (j *frame) comma() {
	if j.graphs > 0 {
		j.w.WriteByte(',')
	}
	j.graphs++
	j.w.WriteByte('\n')
}

// node writes the quads of one subject in one graph; they are sorted.
func (j *frame) node(quads []quad.Quad) error {
	j.open(quads[0].Label)
	if j.label == nil {
		j.comma()
	} else if j.nodes > 0 {
		j.w.WriteString(", ")
	}
	j.nodes++
	j.w.WriteString("{\"@id\": " + j.text(j.ref(quads[0].Subject)))
	values := map[string][]string{}
	var keys []string
	for _, q := range quads {
		key, value := j.property(q)
		if values[key] == nil {
			keys = append(keys, key)
		}
		values[key] = append(values[key], value)
	}
	sort.Strings(keys) // "@type" first
	for _, k := range keys {
		j.w.WriteString(", " + j.text(k) + ": ")
		if len(values[k]) == 1 {
			j.w.WriteString(values[k][0])
		} else {
			j.w.WriteString("[" + strings.Join(values[k], ", ") + "]")
		}
	}
	_, err := j.w.WriteString("}")
	return err
}

// property returns the key and the JSON value of a quad's predicate and object.
func (j *frame) property(q quad.Quad) (key, value string) {
	pred := term(q.Predicate)
	_, isRef := q.Object.(quad.Identifier)
	if pred == schema.Type && isRef {
		return "@type", j.text(j.ref(q.Object))
	}
	t, ok := j.terms[pred]
	if key = t.Name; !ok {
		key = j.compact(pred)
	}
	switch o := q.Object.(type) {
	case quad.Identifier:
		if t.Ref {
			return key, j.text(j.ref(o))
		}
		return key, "{\"@id\": " + j.text(j.ref(o)) + "}"
	case quad.TypedString:
		return key, "{\"@type\": " + j.text(j.compact(string(o.Type))) + ", \"@value\": " + j.text(string(o.Value)) + "}"
	case quad.LangString:
		return key, "{\"@language\": " + j.text(o.Lang) + ", \"@value\": " + j.text(string(o.Value)) + "}"
	}
	if t.Ref {
		return key, "{\"@value\": " + j.text(lexical(q.Object)) + "}"
	}
	return key, j.text(lexical(q.Object))
}

func (j *frame) ref(v quad.Value) string {
	if b, ok := v.(quad.BNode); ok {
		return "_:" + string(b)
	}
	return j.compact(term(v))
}

// compact shortens an IRI by the longest prefix that fits.
func (j *frame) compact(iri string) string {
	best := schema.Term{}
	for _, p := range j.prefixes {
		if rest, ok := strings.CutPrefix(iri, p.IRI); ok && len(p.IRI) > len(best.IRI) && !strings.HasPrefix(rest, "//") {
			best = p
		}
	}
	if best.Name == "" {
		return iri
	}
	return best.Name + ":" + iri[len(best.IRI):]
}
