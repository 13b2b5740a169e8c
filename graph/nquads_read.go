package graph

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// readQuads calls f with each quad of r, which is N-Quads (W3C 2014). Literals are kept as written, but for xsd:string,
// which is the same as none. Errors name line and column.
func readQuads(r io.Reader, f func(quad.Quad) error) error {
	in := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		line, err := in.ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		end := errors.Is(err, io.EOF)
		q, ok, err := parseQuad(strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r"))
		if err != nil {
			return fmt.Errorf("%d:%w", n, err)
		}
		if ok {
			if err := f(q); err != nil {
				return err
			}
		}
		if end {
			return nil
		}
	}
}

// parseQuad reads one line; ok is false for a blank line or a comment. Errors begin with the column, in bytes from 1.
func parseQuad(line string) (q quad.Quad, ok bool, err error) {
	p := &quadParser{s: line}
	if !utf8.ValidString(line) {
		return q, false, fmt.Errorf("1: not valid UTF-8")
	}
	p.space()
	if p.rest() == "" || p.s[p.i] == '#' {
		return q, false, nil
	}
	if q.Subject, err = p.term("IRI or blank node as subject"); err != nil {
		return q, false, err
	}
	if q.Predicate, err = p.term("IRI as predicate"); err != nil {
		return q, false, err
	}
	if q.Object, err = p.term("IRI, blank node or literal as object"); err != nil {
		return q, false, err
	}
	if !strings.HasPrefix(p.rest(), ".") {
		if q.Label, err = p.term("IRI or blank node as graph, or a full stop"); err != nil {
			return q, false, err
		}
	}
	if !strings.HasPrefix(p.rest(), ".") {
		return q, false, p.errorf("want a full stop")
	}
	p.i++
	p.space()
	if p.rest() != "" && p.s[p.i] != '#' {
		return q, false, p.errorf("text after the full stop")
	}
	if _, ok := q.Subject.(quad.Identifier); !ok {
		return q, false, fmt.Errorf("1: a literal as subject")
	}
	if _, ok := q.Predicate.(quad.IRI); !ok {
		return q, false, fmt.Errorf("1: the predicate is no IRI")
	}
	if _, ok := q.Label.(quad.Identifier); q.Label != nil && !ok {
		return q, false, fmt.Errorf("1: a literal as graph")
	}
	return q, true, nil
}

type quadParser struct {
	s string
	i int
}

func (p *quadParser) rest() string { return p.s[p.i:] }

func (p *quadParser) errorf(format string, args ...any) error {
	return fmt.Errorf("%d: %s", p.i+1, fmt.Sprintf(format, args...))
}

func (p *quadParser) space() {
	for p.i < len(p.s) && (p.s[p.i] == ' ' || p.s[p.i] == '\t') {
		p.i++
	}
}

// term reads one term and the space after it.
func (p *quadParser) term(want string) (v quad.Value, err error) {
	switch rest := p.rest(); {
	case strings.HasPrefix(rest, "<"):
		v, err = p.iri()
	case strings.HasPrefix(rest, "_:"):
		v, err = p.blank()
	case strings.HasPrefix(rest, `"`):
		v, err = p.literal()
	default:
		return nil, p.errorf("want %s", want)
	}
	p.space()
	return v, err
}

var scheme = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:`)

// absolute reports whether an IRI begins with a scheme, as the pattern scheme says.
func absolute(iri string) bool {
	for i := 0; i < len(iri); i++ {
		switch c := iri[i]; {
		case c == ':':
			return i > 0
		case 'a' <= c|0x20 && c|0x20 <= 'z':
		case i > 0 && (c == '+' || c == '-' || c == '.' || '0' <= c && c <= '9'):
		default:
			return false
		}
	}
	return false
}

// barred are the characters that no IRI holds.
func barred(s string) int {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c <= 0x20 || c == '<' || c == '"' || c == '{' || c == '}' || c == '|' || c == '^' || c == '`' {
			return i
		}
	}
	return -1
}

func (p *quadParser) iri() (quad.IRI, error) {
	end := strings.IndexByte(p.rest(), '>')
	if end < 0 {
		return "", p.errorf("an IRI without its end")
	}
	raw := p.s[p.i+1 : p.i+end]
	if i := barred(raw); i >= 0 {
		p.i += 1 + i
		return "", p.errorf("%q in an IRI", raw[i])
	}
	iri, err := p.unescape(raw, false)
	if err != nil {
		return "", err
	}
	if !absolute(iri) {
		return "", p.errorf("<%s>: not an absolute IRI", iri)
	}
	p.i += end + 1
	return quad.IRI(iri), nil
}

func (p *quadParser) blank() (quad.BNode, error) {
	n := 2
	for i, r := range p.s[p.i+2:] {
		name := r == '_' || r == ':' || unicode.IsLetter(r) || unicode.IsDigit(r)
		if !name && (i == 0 || r != '-' && r != '.' && r != '·' && !unicode.Is(unicode.M, r)) {
			break
		}
		n = 2 + i + utf8.RuneLen(r)
	}
	for n > 2 && p.s[p.i+n-1] == '.' {
		n--
	}
	if n == 2 {
		return "", p.errorf("a blank node without a name")
	}
	b := quad.BNode(p.s[p.i+2 : p.i+n])
	p.i += n
	return b, nil
}

var language = regexp.MustCompile(`^@[A-Za-z]+(-[A-Za-z0-9]+)*`)

func (p *quadParser) literal() (quad.Value, error) {
	end := 1
	for rest := p.rest(); ; end++ {
		if end >= len(rest) {
			return nil, p.errorf("a literal without its end")
		}
		if rest[end] == '\\' {
			end++
		} else if rest[end] == '"' {
			break
		} else if rest[end] == '\r' {
			p.i += end
			return nil, p.errorf("a carriage return in a literal")
		}
	}
	s, err := p.unescape(p.s[p.i+1:p.i+end], true)
	if err != nil {
		return nil, err
	}
	p.i += end + 1
	if !strings.HasPrefix(p.rest(), "@") {
	} else if tag := language.FindString(p.rest()); tag != "" {
		p.i += len(tag)
		return quad.LangString{Value: quad.String(s), Lang: tag[1:]}, nil
	}
	if strings.HasPrefix(p.rest(), "^^<") {
		p.i += 2
		t, err := p.iri()
		if err != nil {
			return nil, err
		}
		if t != schema.String {
			return quad.TypedString{Value: quad.String(s), Type: t}, nil
		}
	}
	return quad.String(s), nil
}

// unescape resolves \u and \U, and in literals the escapes of single letters.
func (p *quadParser) unescape(s string, literal bool) (string, error) {
	if !strings.Contains(s, `\`) {
		return s, nil
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' {
			b.WriteByte(s[i])
			continue
		}
		i++
		digits := 0
		switch {
		case i >= len(s):
			return "", p.errorf("a backslash at the end")
		case s[i] == 'u':
			digits = 4
		case s[i] == 'U':
			digits = 8
		case literal && strings.IndexByte(`tbnrf"'\`, s[i]) >= 0:
			b.WriteByte("\t\b\n\r\f\"'\\"[strings.IndexByte(`tbnrf"'\`, s[i])])
			continue
		default:
			return "", p.errorf("unknown escape \\%c", s[i])
		}
		if i+digits >= len(s) {
			return "", p.errorf("an escape that is too short")
		}
		r := rune(0)
		for _, c := range []byte(s[i+1 : i+1+digits]) {
			h := strings.IndexByte("0123456789abcdef", c|0x20)
			if h < 0 || c < '0' {
				return "", p.errorf("%q in an escape", c)
			}
			r = r<<4 | rune(h)
		}
		if !utf8.ValidRune(r) {
			return "", p.errorf("an escape that is no character")
		}
		b.WriteRune(r)
		i += digits
	}
	return b.String(), nil
}
