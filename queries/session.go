package queries

import (
	"regexp"
	"strings"
	"sync"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/query/gizmo"

	"kg/graph"
)

// A session is an environment of Gizmo. To make one costs several times a query of one hop, so that one whose script
// cannot have changed it is used again.
type session struct {
	*gizmo.Session
	on func(cayley.QuadStore) // what it reads
}

var spare = sync.Pool{New: func() any {
	qs, on := graph.Relay()
	return &session{gizmo.NewSession(qs), on}
}}

// token matches what scripts that change nothing consist of: blanks, strings, numbers, names and what makes calls of them.
var token = regexp.MustCompile(`^(?:[\s(),;.]+|"(?:[^"\\\n]|\\["\\/bfnrt])*"|'(?:[^'\\\n]|\\['\\/bfnrt])*'|-?[0-9]+|([A-Za-z]+))`)

// steps are names that such scripts may use, in lower case, beside those of the prelude.
var steps = identifiers("g graph v vertex m morphism iri uri bnode raw str lang typed lt lte gt gte regex like emit true false null" +
	" all as back both count except filter follow followr followrecursive getlimit has hasr in inpredicates intersect and or union is" +
	" labelcontext labels limit order out outpredicates save saveinpredicates saveopt saveoptr saveoutpredicates saver skip difference" +
	" tag tagarray tagvalue toarray tovalue unique")

// changesNothing reports whether a script is nothing but calls, so that the environment is afterwards as it was.
func changesNothing(script string) bool {
	all, err := definitions()
	if err != nil {
		return false
	}
	for script != "" {
		m := token.FindStringSubmatch(script)
		if m == nil {
			return false
		}
		script = script[len(m[0]):]
		known := m[1] == "" || steps[strings.ToLower(m[1])]
		for i := 0; i < len(all) && !known; i++ {
			known = all[i].name == m[1]
		}
		if !known {
			return false
		}
	}
	return true
}
