package graph

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestOddTextInTriples checks that names and texts that are hard to write come back as they were from N-Quads, Turtle and
// JSON-LD.
func TestOddTextInTriples(t *testing.T) {
	s := odd(t)
	values := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(export(t, s, "nquads", false)), "\n") {
		q, _, err := parseQuad(line)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		values["nquads"] = append(values["nquads"], lexical(q.Object))
	}
	var node func(v any)
	node = func(v any) {
		switch v := v.(type) {
		case string:
			values["jsonld"] = append(values["jsonld"], v)
		case []any:
			for _, x := range v {
				node(x)
			}
		case map[string]any:
			for _, x := range v {
				node(x)
			}
		}
	}
	var doc any
	if err := json.Unmarshal([]byte(export(t, s, "jsonld", false)), &doc); err != nil {
		t.Fatal(err)
	}
	node(doc)
	turtle := export(t, s, "turtle", false)
	for i := 0; i < len(turtle); i++ { // strings in double quotes, IRIs in pointed brackets
		switch turtle[i] {
		case '<':
			i += strings.IndexByte(turtle[i:], '>')
		case '"':
			end := i + 1
			for turtle[end] != '"' {
				if turtle[end] == '\n' {
					t.Fatalf("turtle: a line ends in a string: %q", turtle[i:end])
				}
				if turtle[end] == '\\' {
					end++
				}
				end++
			}
			q, _, err := parseQuad("<urn:s> <urn:p> " + turtle[i:end+1] + " .")
			if err != nil {
				t.Fatalf("turtle: %s: %v", turtle[i:end+1], err)
			}
			values["turtle"] = append(values["turtle"], lexical(q.Object))
			i = end
		}
	}
	for _, format := range []string{"nquads", "jsonld", "turtle"} {
		for _, want := range []string{"=SUM(A1)", `R&D <"x">`, "Ann\nLee", "עברית 🎉", `back\slash`, "nobody's",
			"=cmd|' /C calc'!A0 said \"no\",\nthen <b>left</b> & עברית 🎉\x01."} {
			found := false
			for _, v := range values[format] {
				found = found || v == want
			}
			if !found {
				t.Errorf("%s: no %q", format, want)
			}
		}
	}
}
