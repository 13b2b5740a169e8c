package graph

import (
	"bufio"
	"regexp"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// writeTurtle writes each subject with its properties. Turtle has no graphs, so that the labels of facts are left out.
func writeTurtle(w *bufio.Writer, s *selection, plain bool) error {
	t := turtle{newFrame(w, s.Base)}
	for _, p := range t.prefixes {
		w.WriteString("@prefix " + p.Name + ": ")
		w.Write(appendIRI(nil, p.IRI))
		w.WriteString(" .\n")
	}
	var last quad.Quad
	err := s.sorted(plain, func(b []byte, q quad.Quad) []byte {
		q.Label = nil
		return appendQuad(b, q)
	}, func(line string) error {
		q, _, err := parseQuad(line)
		if err != nil {
			return err
		}
		switch {
		case q.Subject != last.Subject:
			if last.Subject != nil {
				w.WriteString(" .\n")
			}
			w.WriteString("\n" + t.term(q.Subject) + " " + t.verb(q.Predicate) + " " + t.term(q.Object))
		case q.Predicate != last.Predicate:
			w.WriteString(" ;\n    " + t.verb(q.Predicate) + " " + t.term(q.Object))
		default:
			w.WriteString(", " + t.term(q.Object))
		}
		last = q
		return nil
	})
	if last.Subject != nil {
		w.WriteString(" .\n")
	}
	return err
}

type turtle struct{ *frame }

// local matches what may follow a prefix as it is.
var local = regexp.MustCompile(`^[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?$`)

func (t turtle) verb(v quad.Value) string {
	if v == quad.IRI(schema.Type) {
		return "a"
	}
	return t.term(v)
}

func (t turtle) term(v quad.Value) string {
	switch v := v.(type) {
	case quad.IRI:
		if prefix, rest, ok := strings.Cut(t.compact(string(v)), ":"); ok && local.MatchString(rest) && prefix+":"+rest != string(v) {
			return prefix + ":" + rest
		}
	case quad.TypedString:
		return string(appendLiteral(nil, string(v.Value))) + "^^" + t.term(v.Type)
	}
	return string(appendTerm(nil, v))
}
