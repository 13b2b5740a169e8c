package queries

import (
	"embed"
	"fmt"
	"io/fs"
	"sort"
	"strings"

	"kg/schema"
)

//go:embed *.js
var files embed.FS

// A Query is a saved query.
type Query struct {
	Name     string
	Question string
	Params   []Param
	Example  string // a command line
	Script   string // Gizmo
}

// A Param is a parameter of a query.
type Param struct {
	Name     string `json:"name"`
	Kind     string `json:"kind"` // "entity", "relation" or "text"
	Optional bool   `json:"optional,omitempty"`
}

// Usage is the query's name with its parameters: "relates A B", "denied [X]".
func (q Query) Usage() string {
	out := q.Name
	for _, p := range q.Params {
		if p.Optional {
			out += " [" + strings.ToUpper(p.Name) + "]"
		} else {
			out += " " + strings.ToUpper(p.Name)
		}
	}
	return out
}

// Saved returns the saved queries, sorted by name.
func Saved() ([]Query, error) {
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return nil, err
	}
	var out []Query
	for _, e := range entries {
		if e.Name() == preludeFile {
			continue
		}
		src, err := fs.ReadFile(files, e.Name())
		if err != nil {
			return nil, err
		}
		q, err := parse(string(src))
		if err != nil {
			return nil, fmt.Errorf("%s:%w", e.Name(), err)
		}
		if q.Name+".js" != e.Name() {
			return nil, fmt.Errorf("%s: holds the query %s", e.Name(), q.Name)
		}
		out = append(out, q)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out, nil
}

// Find returns the saved query of that name; its error says what there is.
func Find(name string) (Query, error) {
	all, err := Saved()
	if err != nil {
		return Query{}, err
	}
	var names []string
	for _, q := range all {
		if q.Name == name {
			return q, nil
		}
		names = append(names, q.Name)
	}
	if near := schema.Nearest(name, names); len(near) > 0 {
		return Query{}, fmt.Errorf("%s: no such query; did you mean %s?", name, strings.Join(near, " or "))
	}
	return Query{}, fmt.Errorf("%s: no such query; there are %s", name, strings.Join(names, ", "))
}

// parse reads the header of a saved query. Errors begin with the line.
func parse(src string) (Query, error) {
	q := Query{Script: src}
	for n, line := range strings.Split(src, "\n") {
		text, ok := strings.CutPrefix(line, "// ")
		if !ok {
			break
		}
		key, value, ok := strings.Cut(text, ": ")
		if !ok {
			return q, fmt.Errorf("%d: want \"name: question\"", n+1)
		}
		switch {
		case n == 0:
			q.Name, q.Question = key, value
		case key == "example":
			q.Example = value
		case strings.HasPrefix(key, "param "):
			p := Param{Name: strings.TrimPrefix(key, "param "), Kind: strings.TrimSuffix(value, "?"), Optional: strings.HasSuffix(value, "?")}
			if p.Kind != "entity" && p.Kind != "relation" && p.Kind != "text" {
				return q, fmt.Errorf("%d: parameter %s: %q is no kind (want entity, relation or text)", n+1, p.Name, p.Kind)
			}
			q.Params = append(q.Params, p)
		default:
			return q, fmt.Errorf("%d: %q: want example or param", n+1, key)
		}
	}
	if q.Name == "" || q.Question == "" || q.Example == "" {
		return q, fmt.Errorf("1: the header needs name, question and example")
	}
	return q, nil
}
