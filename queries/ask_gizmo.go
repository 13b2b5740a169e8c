package queries

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"kg/graph"
)

// script is Gizmo that gives the statements of the answers, by what the pattern became in this store: relations, things,
// status and passages.
func (q *asked) script(answers []Answer) string {
	type group struct {
		relation                    graph.ID
		status                      string
		subjects, objects, passages map[string]bool
		open                        bool // a statement of it has no object
	}
	groups := map[string]*group{}
	seen := map[graph.ID]bool{}
	for _, a := range answers {
		for i := range a.Statements {
			st := &a.Statements[i]
			if seen[st.ID] {
				continue
			}
			seen[st.ID] = true
			status := q.s.Status(*st).String()
			shape := ""
			if st.Subject.ID == "" {
				shape += "-"
			}
			if st.Object.ID == "" {
				shape += "_"
			}
			key := string(st.Relation.ID) + " " + status + shape
			g := groups[key]
			if g == nil {
				g = &group{st.Relation.ID, status, map[string]bool{}, map[string]bool{}, map[string]bool{}, false}
				groups[key] = g
			}
			if st.Subject.ID != "" {
				g.subjects[q.term(st.Subject.ID)] = true
			}
			if st.Object.ID != "" {
				g.objects[q.term(st.Object.ID)] = true
			}
			for _, src := range st.Sources {
				g.passages[q.passage(src)] = true
			}
		}
	}
	if len(groups) == 0 {
		return ""
	}
	var keys []string
	for k := range groups {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	var paths []string
	for _, k := range keys {
		g := groups[k]
		path := "g.V(" + q.term(g.relation) + ").in(rdf(\"predicate\")).has(kg(\"status\"), " + literal(g.status) + ")"
		for _, c := range []struct {
			term string
			ids  map[string]bool
		}{{`rdf("subject")`, g.subjects}, {`rdf("object")`, g.objects}, {`prov("wasDerivedFrom")`, g.passages}} {
			if len(c.ids) > 0 {
				path += "\n    .has(" + c.term + ", " + strings.Join(sorted(c.ids), ", ") + ")"
			}
		}
		paths = append(paths, path)
	}
	return "each(\n  " + strings.Join(paths, ",\n  ") + "\n)"
}

// term writes an id as the prelude has it: p("sign"), id("e/ukraine.place").
func (q *asked) term(id graph.ID) string {
	if rest, ok := strings.CutPrefix(string(id), "p/"); ok {
		return "p(" + literal(rest) + ")"
	}
	return "id(" + literal(string(id)) + ")"
}

// passage is the id of a source's passage, which counts in characters.
func (q *asked) passage(src graph.Source) string {
	text := q.doc(src.Doc).Text
	from := utf8.RuneCountInString(text[:src.Start])
	to := from + utf8.RuneCountInString(text[src.Start:src.End])
	return q.term(graph.ID(fmt.Sprintf("%s#char=%d,%d", src.Doc, from, to)))
}

func sorted(set map[string]bool) []string {
	var out []string
	for k := range set {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
