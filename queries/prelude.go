package queries

import (
	"encoding/json"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"kg/graph"
	"kg/schema"
)

// preludeFile is not a query: its definitions go before each script.
const preludeFile = "prelude.js"

// A definition is a variable of the prelude.
type definition struct {
	name, text string          // text is whole lines
	words      map[string]bool // that may be names
}

var (
	defined = regexp.MustCompile(`(?m)^var (\w+) = `)
	// quotedIRI matches a string that is an IRI: its words are no names.
	quotedIRI = regexp.MustCompile(`"<[^"'<>\s]*:[^"'<>\s]*>"|'<[^"'<>\s]*:[^"'<>\s]*>'`)
	// reflective matches what may reach a variable that the script does not name.
	reflective = regexp.MustCompile(`\\u|\b(this|globalThis|eval|Function|constructor)\b`)
)

// definitions are the prelude's, in order.
var definitions = sync.OnceValues(func() ([]definition, error) {
	src, err := fs.ReadFile(files, preludeFile)
	if err != nil {
		return nil, err
	}
	suffixes := []string{}
	for _, c := range schema.Classes {
		if !c.Literal {
			suffixes = append(suffixes, c.Suffix)
		}
	}
	text := "var SUFFIXES = " + literal(suffixes) + "\n" + string(src)
	var out []definition
	starts := defined.FindAllStringSubmatchIndex(text, -1)
	for i, m := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		out = append(out, definition{text[m[2]:m[3]], text[m[0]:end], identifiers(text[m[0]:end])})
	}
	return out, nil
})

// identifiers returns the words in a text of JavaScript that may be names.
func identifiers(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(quotedIRI.ReplaceAllString(text, ""), func(r rune) bool {
		return r != '_' && r != '$' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}) {
		out[w] = true
	}
	return out
}

// prelude is the text that goes before a script: the store's base, the definitions that the script can reach, and vars.
// To compile and run them all takes several times as long as a query of one hop.
func prelude(s *graph.Store, script string, vars map[string]any) (string, error) {
	all, err := definitions()
	if err != nil {
		return "", err
	}
	wanted, everything := identifiers(script), reflective.MatchString(script)
	needed := make([]bool, len(all))
	for found := true; found; {
		found = false
		for i, d := range all {
			if !needed[i] && (everything || wanted[d.name]) {
				needed[i], found = true, true
				maps.Copy(wanted, d.words)
			}
		}
	}
	var out strings.Builder
	out.WriteString("var BASE = " + literal(s.Base) + "\n")
	for i, d := range all {
		if needed[i] {
			out.WriteString(d.text)
		}
	}
	for _, n := range slices.Sorted(maps.Keys(vars)) {
		out.WriteString("var " + n + " = ")
		switch v := vars[n].(type) {
		case nil:
			out.WriteString("null\n")
		case graph.ID:
			out.WriteString("iri(" + literal(s.IRI(v)) + ")\n")
		default:
			out.WriteString(literal(v) + "\n")
		}
	}
	return out.String(), nil
}

// literal is a string, or a list of strings, in JavaScript.
func literal(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // strings, lists of strings and rows always marshal
	}
	return string(b)
}
