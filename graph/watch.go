package graph

import (
	"strings"

	"github.com/cayleygraph/quad"
)

// Watch makes the store call f after each write with the entities and documents whose own quads changed, each once. What
// is said of an entity changes with another one that stands in the same statement too. No other write begins meanwhile: f
// must not write the store, nor wait for one who does.
func (s *Store) Watch(f func(changed []ID)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.watchers = append(s.watchers, f)
}

// tell calls the watchers after a write.
func (s *Store) tell(sets ...[]quad.Quad) {
	if len(s.watchers) == 0 {
		return
	}
	seen := map[ID]bool{}
	var changed []ID
	for _, quads := range sets {
		for _, q := range quads {
			for _, v := range []quad.Value{q.Subject, q.Object} {
				id, _ := s.id(v)
				if len(id) < 2 || id[:2] != "e/" && id[:2] != "d/" {
					continue
				}
				if id[0] == 'd' {
					id = ID(strings.SplitN(string(id), "#", 2)[0])
				}
				if !seen[id] {
					seen[id] = true
					changed = append(changed, id)
				}
			}
		}
	}
	for _, f := range s.watchers {
		f(changed)
	}
}
