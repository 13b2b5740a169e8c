package queries

import (
	"fmt"
	"sort"

	"github.com/cayleygraph/quad"

	"kg/graph"
)

// Columns returns the columns of the rows, sorted, but with the row's own thing ("id") first.
func Columns(rows []Row) []string {
	seen := map[string]bool{}
	var out []string
	for _, r := range rows {
		for k := range r {
			if !seen[k] {
				seen[k] = true
				out = append(out, k)
			}
		}
	}
	sort.Slice(out, func(i, j int) bool {
		if a, b := out[i] == "id", out[j] == "id"; a != b {
			return a
		}
		return out[i] < out[j]
	})
	return out
}

// Text is a value of a Row as a table shows it.
func Text(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case graph.ID:
		return string(v)
	case quad.IRI:
		return "<" + string(v) + ">"
	case string:
		return v
	case []any, map[string]any:
		return literal(v)
	}
	return fmt.Sprint(v)
}
