package graph

import (
	"bufio"
	"errors"
	"io"
	"sort"

	"github.com/cayleygraph/quad"
)

// Describe writes the quads of the given subjects as JSON-LD in the context of Export, in the order of the quads. Ids
// that the store does not hold add nothing. The store must not be written meanwhile by the caller's own goroutine.
func (s *Store) Describe(w io.Writer, ids []ID) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	type line struct {
		key string
		quad.Quad
	}
	var lines []line
	seen := map[ID]bool{}
	for _, id := range ids {
		if seen[id] {
			continue
		}
		seen[id] = true
		quads, err := s.match(s.iri(id), nil, nil)
		if err != nil {
			return err
		}
		for _, q := range quads {
			label, bare := "", q
			if q.Label != nil {
				label = string(appendTerm(nil, q.Label))
				bare.Label = nil
			}
			lines = append(lines, line{label + "\t" + string(appendQuad(nil, bare)), q})
		}
	}
	sort.Slice(lines, func(i, j int) bool { return lines[i].key < lines[j].key })
	out := bufio.NewWriter(w)
	j := newFrame(out, s.Base)
	j.head()
	for from := 0; from < len(lines); {
		to := from
		var node []quad.Quad
		for ; to < len(lines) && lines[to].Subject == lines[from].Subject && lines[to].Label == lines[from].Label; to++ {
			node = append(node, lines[to].Quad)
		}
		if err := j.node(node); err != nil {
			return errors.Join(err, out.Flush())
		}
		from = to
	}
	j.foot()
	return out.Flush()
}
