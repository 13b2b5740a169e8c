package main

import "sort"

// span is a mention in a scored document: first and last token.
type span struct{ first, last int }

// counts are the numerators and denominators of precision and recall, summed over documents.
type counts struct{ rNum, rDen, pNum, pDen float64 }

func (c *counts) add(d counts) {
	c.rNum += d.rNum
	c.rDen += d.rDen
	c.pNum += d.pNum
	c.pDen += d.pDen
}

func (c counts) prf() (p, r, f float64) {
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

// corefScore holds the measures that CoNLL-2012 averages, and that of mentions.
type corefScore struct{ muc, b3, ceaf, mentions counts }

// scoreCoref compares two partitions of mentions. MUC after Vilain et al. 1995, B³ after Bagga and Baldwin 1998, CEAF-e
// after Luo 2005 (φ4), all as in Pradhan et al. 2014: mentions of one side that the other lacks count as they stand.
func scoreCoref(gold, system [][]span) corefScore {
	var s corefScore
	g, y := clusterOf(gold), clusterOf(system)
	s.muc.rNum, s.muc.rDen = mucLinks(gold, y)
	s.muc.pNum, s.muc.pDen = mucLinks(system, g)
	s.b3.rNum, s.b3.rDen = bCubed(gold, system, y)
	s.b3.pNum, s.b3.pDen = bCubed(system, gold, g)
	sim := ceafE(gold, system, g)
	s.ceaf = counts{sim, float64(len(gold)), sim, float64(len(system))}
	for m := range g {
		if _, ok := y[m]; ok {
			s.mentions.rNum++
			s.mentions.pNum++
		}
	}
	s.mentions.rDen, s.mentions.pDen = float64(len(g)), float64(len(y))
	return s
}

func (s *corefScore) add(d corefScore) {
	s.muc.add(d.muc)
	s.b3.add(d.b3)
	s.ceaf.add(d.ceaf)
	s.mentions.add(d.mentions)
}

// conll is the mean of the three F1.
func (s corefScore) conll() float64 {
	_, _, a := s.muc.prf()
	_, _, b := s.b3.prf()
	_, _, c := s.ceaf.prf()
	return (a + b + c) / 3
}

func clusterOf(clusters [][]span) map[span]int {
	of := map[span]int{}
	for i, c := range clusters {
		for _, m := range c {
			of[m] = i
		}
	}
	return of
}

// mucLinks counts the links of the key's clusters that the response keeps, and all of them.
func mucLinks(key [][]span, response map[span]int) (num, den float64) {
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
func bCubed(key, response [][]span, of map[span]int) (num, den float64) {
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
func ceafE(gold, system [][]span, of map[span]int) float64 {
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
	return -assign(cost)
}

// assign is the cost of the cheapest perfect matching of a square matrix (the Hungarian method with potentials, O(n³)).
func assign(cost [][]float64) float64 {
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
