package eval

import "sort"

// Words is a mention in a scored document: its first and last word.
type Words struct{ First, Last int }

// Ratio holds the numerators and denominators of recall and precision, summed over documents.
type Ratio struct{ rNum, rDen, pNum, pDen float64 }

func (c *Ratio) add(d Ratio) {
	c.rNum += d.rNum
	c.rDen += d.rDen
	c.pNum += d.pNum
	c.pDen += d.pDen
}

// PRF is precision, recall and their harmonic mean, 0 where nothing was counted.
func (c Ratio) PRF() (p, r, f float64) {
	if c.pDen > 0 {
		p = c.pNum / c.pDen
	}
	if c.rDen > 0 {
		r = c.rNum / c.rDen
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

// Coref holds the measures that CoNLL-2012 averages, and that of mentions.
type Coref struct{ MUC, B3, CEAF, Mentions Ratio }

// ScoreCoref compares two partitions of mentions. MUC after Vilain et al. 1995, B³ after Bagga and Baldwin 1998, CEAF-e
// after Luo 2005 (φ4), all as in Pradhan et al. 2014: mentions of one side that the other lacks count as they stand.
func ScoreCoref(gold, system [][]Words) Coref {
	var s Coref
	g, y := ClusterOf(gold), ClusterOf(system)
	s.MUC.rNum, s.MUC.rDen = mucLinks(gold, y)
	s.MUC.pNum, s.MUC.pDen = mucLinks(system, g)
	s.B3.rNum, s.B3.rDen = bCubed(gold, system, y)
	s.B3.pNum, s.B3.pDen = bCubed(system, gold, g)
	sim := ceafE(gold, system, g)
	s.CEAF = Ratio{sim, float64(len(gold)), sim, float64(len(system))}
	for m := range g {
		if _, ok := y[m]; ok {
			s.Mentions.rNum++
			s.Mentions.pNum++
		}
	}
	s.Mentions.rDen, s.Mentions.pDen = float64(len(g)), float64(len(y))
	return s
}

// Add sums the counts of two documents.
func (s *Coref) Add(d Coref) {
	s.MUC.add(d.MUC)
	s.B3.add(d.B3)
	s.CEAF.add(d.CEAF)
	s.Mentions.add(d.Mentions)
}

// CoNLL is the mean of the three F1.
func (s Coref) CoNLL() float64 {
	_, _, a := s.MUC.PRF()
	_, _, b := s.B3.PRF()
	_, _, c := s.CEAF.PRF()
	return (a + b + c) / 3
}

// ClusterOf is the index of the cluster of every mention.
func ClusterOf(clusters [][]Words) map[Words]int {
	of := map[Words]int{}
	for i, c := range clusters {
		for _, m := range c {
			of[m] = i
		}
	}
	return of
}

// mucLinks Ratio the links of the key's clusters that the response keeps, and all of them.
func mucLinks(key [][]Words, response map[Words]int) (num, den float64) {
	for _, c := range key {
		parts := map[int]bool{}
		alone := 0
		for _, m := range c {
			if k, ok := response[m]; ok {
				parts[k] = true
			} else {
				alone++
			}
		}
		num += float64(len(c) - len(parts) - alone)
		den += float64(len(c) - 1)
	}
	return num, den
}

// bCubed sums over the key's mentions the share of their cluster that the response has with them.
func bCubed(key, response [][]Words, of map[Words]int) (num, den float64) {
	for _, c := range key {
		with := map[int]int{}
		for _, m := range c {
			if k, ok := of[m]; ok {
				with[k]++
			}
		}
		shared := make([]int, 0, len(with))
		for _, n := range with {
			shared = append(shared, n)
		}
		sort.Ints(shared)
		for _, n := range shared {
			num += float64(n) * float64(n) / float64(len(c))
		}
		den += float64(len(c))
	}
	return num, den
}

// ceafE is the greatest sum of φ4 = 2|K∩R| / (|K|+|R|) over one-to-one alignments of clusters.
func ceafE(gold, system [][]Words, of map[Words]int) float64 {
	if len(gold) == 0 || len(system) == 0 {
		return 0
	}
	n := max(len(gold), len(system))
	cost := make([][]float64, n)
	for i := range cost {
		cost[i] = make([]float64, n)
	}
	for j, c := range system {
		with := map[int]int{}
		for _, m := range c {
			if k, ok := of[m]; ok {
				with[k]++
			}
		}
		for k, shared := range with {
			cost[k][j] = -2 * float64(shared) / float64(len(gold[k])+len(c))
		}
	}
	return -cheapest(cost)
}

// cheapest is the cost of the cheapest perfect matching of a square matrix (the Hungarian method with potentials, O(n³)).
func cheapest(cost [][]float64) float64 {
	n := len(cost)
	const inf = 1e18
	u, v := make([]float64, n+1), make([]float64, n+1)
	match, way := make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		match[0] = i
		j0 := 0
		least := make([]float64, n+1)
		used := make([]bool, n+1)
		for j := range least {
			least[j] = inf
		}
		for {
			used[j0] = true
			i0, delta, j1 := match[j0], inf, 0
			for j := 1; j <= n; j++ {
				if used[j] {
					continue
				}
				if c := cost[i0-1][j-1] - u[i0] - v[j]; c < least[j] {
					least[j], way[j] = c, j0
				}
				if least[j] < delta {
					delta, j1 = least[j], j
				}
			}
			for j := 0; j <= n; j++ {
				if used[j] {
					u[match[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			if j0 = j1; match[j0] == 0 {
				break
			}
		}
		for j0 != 0 {
			match[j0] = match[way[j0]]
			j0 = way[j0]
		}
	}
	sum := 0.0
	for j := 1; j <= n; j++ {
		sum += cost[match[j]-1][j-1]
	}
	return sum
}
