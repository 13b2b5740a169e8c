package graph

import (
	"sort"
	"time"
)

// A FactChange tells of a fact from one graph to another: a fact that came, went, or is held otherwise.
type FactChange struct {
	ID        ID        // of the fact in the later graph, of one that went in the earlier
	Was, Is   Status    // "" where the graph does not hold it
	Statement Statement // one that bears it, the first by document
}

// Known are the facts of a graph, up to a date.
type Known struct {
	facts map[[3]string]map[Status]*known
}

type known struct {
	id        ID
	statement Statement
}

// Known reads the facts of the documents that are dated before until; all of them where until is zero. Documents without
// a date count as old.
func (s *Store) Known(until time.Time) (Known, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	k := Known{map[[3]string]map[Status]*known{}}
	err := s.eachRecord(func(r record) error {
		if !until.IsZero() && !r.doc.Date.Before(until) {
			return nil
		}
		key := [3]string{factKey(r.Subject), string(r.Relation.ID), factKey(r.Object)}
		if k.facts[key] == nil {
			k.facts[key] = map[Status]*known{}
		}
		if k.facts[key][r.status] == nil {
			k.facts[key][r.status] = &known{s.fact(r.Statement), *r.Statement}
		}
		return nil
	})
	return k, err
}

// Diff returns what changes from one graph to another, sorted by subject, relation and object: for each fact that one of
// them holds and the other does not. A fact that is held otherwise, asserted and then denied, is one change.
func Diff(old, new Known) []FactChange {
	keys := map[[3]string]bool{}
	for _, k := range []Known{old, new} {
		for key := range k.facts {
			keys[key] = true
		}
	}
	sorted := make([][3]string, 0, len(keys))
	for key := range keys {
		sorted = append(sorted, key)
	}
	sort.Slice(sorted, func(i, j int) bool {
		for n := range 3 {
			if a, b := sorted[i][n], sorted[j][n]; a != b {
				return a < b
			}
		}
		return false
	})
	var out []FactChange
	for _, key := range sorted {
		var gone, came []Status
		for _, status := range []Status{Asserted, Denied, Doubted} {
			was, is := old.facts[key][status], new.facts[key][status]
			switch {
			case was != nil && is == nil:
				gone = append(gone, status)
			case was == nil && is != nil:
				came = append(came, status)
			}
		}
		for i := range max(len(gone), len(came)) {
			var c FactChange
			if i < len(gone) {
				f := old.facts[key][gone[i]]
				c.Was, c.ID, c.Statement = gone[i], f.id, f.statement
			}
			if i < len(came) {
				f := new.facts[key][came[i]]
				c.Is, c.ID, c.Statement = came[i], f.id, f.statement
			}
			out = append(out, c)
		}
	}
	return out
}
