package parse

// decode returns the head of each of n words (0 is the root) in the tree of the greatest score with one child of the
// root. scores has a row of wide numbers for each word.
func decode(scores []float32, wide, n int) []int {
	heads := make([]int, n)
	for i := range heads {
		heads[i] = argmax(scores[i*wide : i*wide+n+1])
	}
	if isTree(heads) {
		return heads
	}
	// A price on every arc from the root, above what any two trees differ by, leaves one of them: the best.
	price := 0.0
	g := graph{n: n + 1, score: make([]float64, (n+1)*(n+1))}
	for i := range n {
		low, high := 0.0, 0.0
		for j := 0; j <= n; j++ {
			s := float64(scores[i*wide+j])
			if i+1 == j {
				continue
			}
			g.score[(i+1)*g.n+j] = s
			if s > -1e3 {
				low, high = min(low, s), max(high, s)
			}
		}
		price += high - low
	}
	for i := 1; i < g.n; i++ {
		g.score[i*g.n] -= price + 1
	}
	copy(heads, g.best()[1:])
	return heads
}

// isTree says whether the heads make a tree with one child of the root.
func isTree(heads []int) bool {
	seen := make([]int, len(heads)+1) // 0 new, else the walk that met it
	roots := 0
	for i, h := range heads {
		if h == 0 {
			roots++
		}
		for at := i + 1; at != 0 && seen[at] != -1; at = heads[at-1] {
			if seen[at] == i+1 {
				return false
			}
			seen[at] = i + 1
		}
		for at := i + 1; at != 0 && seen[at] == i+1; at = heads[at-1] {
			seen[at] = -1
		}
	}
	return roots == 1
}

// graph has the score of each arc: row the dependent, column its head; node 0 is the root.
type graph struct {
	n     int
	score []float64
}

// best returns the heads of the spanning tree of the greatest score (Chu and Liu 1965, Edmonds 1967).
func (g graph) best() []int {
	heads := make([]int, g.n)
	heads[0] = -1
	for i := 1; i < g.n; i++ {
		at := -1
		for j := 0; j < g.n; j++ {
			if j != i && (at < 0 || g.score[i*g.n+j] > g.score[i*g.n+at]) {
				at = j
			}
		}
		heads[i] = at
	}
	cycle := findCycle(heads)
	if cycle == nil {
		return heads
	}
	in := make([]bool, g.n)
	for _, c := range cycle {
		in[c] = true
	}
	var rest []int
	for i := range g.n {
		if !in[i] {
			rest = append(rest, i)
		}
	}
	// The cycle becomes the last node of a smaller graph.
	k := len(rest)
	small := graph{n: k + 1, score: make([]float64, (k+1)*(k+1))}
	enter, leave := make([]int, k), make([]int, k)
	for a, i := range rest {
		for b, j := range rest {
			small.score[a*small.n+b] = g.score[i*g.n+j]
		}
		to, from := cycle[0], cycle[0]
		gain := func(c int) float64 { return g.score[c*g.n+i] - g.score[c*g.n+heads[c]] }
		for _, c := range cycle[1:] {
			if g.score[i*g.n+c] > g.score[i*g.n+from] {
				from = c
			}
			if gain(c) > gain(to) {
				to = c
			}
		}
		enter[a], leave[a] = to, from
		small.score[a*small.n+k] = g.score[i*g.n+from]
		small.score[k*small.n+a] = gain(to)
	}
	found := small.best()
	for a := 1; a < k; a++ {
		if found[a] == k {
			heads[rest[a]] = leave[a]
		} else {
			heads[rest[a]] = rest[found[a]]
		}
	}
	heads[enter[found[k]]] = rest[found[k]]
	return heads
}

// findCycle returns the nodes of one cycle of heads, nil where there is none.
func findCycle(heads []int) []int {
	seen := make([]int, len(heads))
	for i := 1; i < len(heads); i++ {
		at := i
		for at > 0 && seen[at] == 0 {
			seen[at] = i
			at = heads[at]
		}
		if at > 0 && seen[at] == i {
			cycle := []int{at}
			for c := heads[at]; c != at; c = heads[c] {
				cycle = append(cycle, c)
			}
			return cycle
		}
	}
	return nil
}
