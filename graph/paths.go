package graph

import (
	"sort"

	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"
)

// Bounds of what Paths reads: the entities whose neighbours it looks at, and the statements that count as evidence of one
// step.
const (
	wide        = 400
	mostBearing = 20
)

// Paths returns up to k ways from one entity to another without loops, the best first: the fewest steps, and of those
// with as many the ones that more statements bear (Yen 1971). Of several statements that make a step, it gives the one
// surest, between subject and object where there is one. Ways of more than most steps are left out; nil where there is
// none. It reads the neighbourhood of a shortest way, a few hundred entities and a few thousand statements at most.
func (s *Store) Paths(from, to ID, statuses []Status, most, k int) ([][]Step, error) {
	first, err := s.Path(from, to, statuses, most)
	if err != nil || len(first) == 0 {
		return nil, err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	if k <= 1 && len(first) > 1 {
		return [][]Step{first}, nil
	}
	// The entities near both ends, nearest first, so many steps that one way more than the shortest is seen whole.
	w, err := s.walk(statuses, mostSteps)
	if err != nil {
		return nil, err
	}
	between := map[[2]ID][]Step{}
	reach := len(first)/2 + 1
	for i, end := range []ID{from, to} {
		frontier, near := []ID{end}, map[ID]bool{end: true}
		for depth, read := 0, 0; depth < reach && read < wide; depth++ {
			var next []ID
			for _, id := range frontier {
				if read++; read > wide || w.read > mostWalked/2*(i+1) {
					break
				}
				steps, err := w.steps(id)
				if err != nil {
					return nil, err
				}
				for _, step := range steps {
					key := [2]ID{step.From, step.To}
					between[key] = append(between[key], step)
					if !near[step.To] {
						near[step.To] = true
						next = append(next, step.To)
					}
				}
			}
			sort.Slice(next, func(i, j int) bool { return next[i] < next[j] })
			frontier = next
		}
	}
	for _, step := range first {
		key := [2]ID{step.From, step.To}
		if len(between[key]) == 0 {
			between[key] = []Step{step}
		}
	}
	prune(between, from, to)
	net, at, ids, err := s.joined(between)
	if err != nil {
		return nil, err
	}
	var out [][]Step
	d := s.decoder()
	for _, nodes := range path.YenKShortestPaths(net, 4*k, 2.5, simple.Node(at[from]), simple.Node(at[to])) {
		if len(nodes)-1 > most || len(out) == k {
			continue
		}
		var steps []Step
		for i := range nodes[1:] {
			step, err := s.surest(d, between, ids[nodes[i].ID()], ids[nodes[i+1].ID()])
			if err != nil {
				return nil, err
			}
			steps = append(steps, step)
		}
		out = append(out, steps)
	}
	return out, nil
}

// prune takes out the steps to entities that lead no further but back.
func prune(between map[[2]ID][]Step, from, to ID) {
	others := map[ID]map[ID]bool{}
	for key := range between {
		for i, id := range key {
			if others[id] == nil {
				others[id] = map[ID]bool{}
			}
			others[id][key[1-i]] = true
		}
	}
	var ends []ID
	for id := range others {
		ends = append(ends, id)
	}
	for len(ends) > 0 {
		id := ends[len(ends)-1]
		ends = ends[:len(ends)-1]
		if len(others[id]) != 1 || id == from || id == to {
			continue
		}
		for other := range others[id] {
			delete(between, [2]ID{id, other})
			delete(between, [2]ID{other, id})
			delete(others[other], id)
			ends = append(ends, other)
		}
		delete(others, id)
	}
}

// joined makes a web of the steps between entities. An edge costs one, and up to a half more the fewer statements bear it.
func (s *Store) joined(between map[[2]ID][]Step) (w *web, at map[ID]int, ids []ID, err error) {
	at = map[ID]int{}
	for key := range between {
		for _, id := range key {
			if _, ok := at[id]; !ok {
				at[id] = 0
				ids = append(ids, id)
			}
		}
	}
	sort.Slice(ids, func(i, j int) bool { return ids[i] < ids[j] })
	for i, id := range ids {
		at[id] = i
	}
	w = &web{edges: make([][]webEdge, len(ids))}
	for key, steps := range between {
		a, b := at[key[0]], at[key[1]]
		there, err := s.evidence(steps)
		if err != nil {
			return nil, nil, nil, err
		}
		back, err := s.evidence(between[[2]ID{key[1], key[0]}])
		if err != nil {
			return nil, nil, nil, err
		}
		cost := 1 + 0.5/max(there, back)
		w.edges[a] = append(w.edges[a], webEdge{b, cost})
		if len(between[[2]ID{key[1], key[0]}]) == 0 {
			w.edges[b] = append(w.edges[b], webEdge{a, cost})
		}
	}
	for _, edges := range w.edges {
		sort.Slice(edges, func(i, j int) bool { return edges[i].to < edges[j].to })
	}
	return w, at, ids, nil
}

// evidence is the number of statements that make steps, mostBearing at most, those of near-copies once; one with an end in a
// role counts half.
func (s *Store) evidence(steps []Step) (float64, error) {
	n, err := s.weighing()
	seen := map[ID]bool{}
	for _, step := range steps {
		if seen[step.Statement] || len(seen) == mostBearing {
			continue
		}
		seen[step.Statement] = true
		weight := 1.0
		if step.loose {
			weight = 0.5
		}
		if err == nil {
			err = n.add(step.Statement, weight)
		}
	}
	return max(n.sum(), 0.1), err
}

// surest returns the step between two entities whose statement is the surest.
func (s *Store) surest(d *decoder, between map[[2]ID][]Step, a, b ID) (Step, error) {
	steps := between[[2]ID{a, b}]
	if len(steps) == 0 {
		for _, step := range between[[2]ID{b, a}] {
			steps = append(steps, Step{From: a, To: b, Statement: step.Statement, loose: step.loose})
		}
	}
	best, sure := Step{}, -1.0
	for _, step := range steps[:min(len(steps), mostBearing)] { // the others are looser
		st, err := d.statement(step.Statement)
		if err != nil {
			return best, err
		}
		c := st.Confidence
		if !step.loose {
			c++
		}
		if c > sure {
			best, sure = step, c
		}
	}
	return best, nil
}
