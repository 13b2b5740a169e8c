package graph

import (
	"sort"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// appendQuad appends q as one line of canonical N-Quads (W3C RDF Dataset Canonicalization, section 5), without the
// line's end.
func appendQuad(b []byte, q quad.Quad) []byte {
	b = appendTerm(b, q.Subject)
	b = append(b, ' ')
	b = appendTerm(b, q.Predicate)
	b = append(b, ' ')
	b = appendTerm(b, q.Object)
	if q.Label != nil {
		b = append(b, ' ')
		b = appendTerm(b, q.Label)
	}
	return append(b, " ."...)
}

func appendTerm(b []byte, v quad.Value) []byte {
	switch v := v.(type) {
	case quad.IRI:
		return appendIRI(b, string(v))
	case quad.BNode:
		return append(append(b, "_:"...), v...)
	case quad.String:
		return appendLiteral(b, string(v))
	case quad.LangString:
		return append(append(appendLiteral(b, string(v.Value)), '@'), v.Lang...)
	case quad.TypedString:
		b = appendLiteral(b, string(v.Value))
		if v.Type == "" || v.Type == schema.String {
			return b
		}
		return appendIRI(append(b, "^^"...), string(v.Type))
	case quad.TypedStringer:
		return appendTerm(b, v.TypedString())
	}
	return append(b, v.String()...)
}

func appendIRI(b []byte, s string) []byte {
	b = append(b, '<')
	if plainIRI(s) {
		return append(append(b, s...), '>')
	}
	for _, r := range s {
		if r <= 0x20 || r < 0x80 && escapedInIRI[r] {
			b = appendU(b, r)
		} else {
			b = utf8.AppendRune(b, r)
		}
	}
	return append(b, '>')
}

// plainIRI reports whether an IRI is of ASCII alone with nothing to escape.
func plainIRI(s string) bool {
	for i := range len(s) {
		if c := s[i]; c <= 0x20 || c >= 0x80 || escapedInIRI[c] {
			return false
		}
	}
	return true
}

var escapedInIRI = [0x80]bool{'<': true, '>': true, '"': true, '{': true, '}': true, '|': true, '^': true, '`': true, '\\': true}

func appendLiteral(b []byte, s string) []byte {
	b = append(b, '"')
	for _, r := range s {
		switch {
		case r == '"', r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\r':
			b = append(b, `\r`...)
		case r == '\t':
			b = append(b, `\t`...)
		case r == '\b':
			b = append(b, `\b`...)
		case r == '\f':
			b = append(b, `\f`...)
		case r < 0x20, r == 0x7F:
			b = appendU(b, r)
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return append(b, '"')
}

func appendU(b []byte, r rune) []byte {
	const hex = "0123456789ABCDEF"
	return append(b, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
}

// sortQuads puts quads in the order of their N-Quads lines.
func sortQuads(quads []quad.Quad) {
	lines := make([]string, len(quads))
	order := make([]int, len(quads))
	for i, q := range quads {
		lines[i] = string(appendQuad(nil, q))
		order[i] = i
	}
	sort.Slice(order, func(i, j int) bool { return lines[order[i]] < lines[order[j]] })
	sorted := make([]quad.Quad, len(quads))
	for i, o := range order {
		sorted[i] = quads[o]
	}
	copy(quads, sorted)
}
