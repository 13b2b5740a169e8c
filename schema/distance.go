package schema

// Distance returns how many characters must be put in, taken out, replaced, or swapped with their neighbour to make one
// string of another (optimal string alignment), or most+1 where it is more than most.
func Distance(a, b string, most int) int {
	x, y := []rune(a), []rune(b)
	if d := len(x) - len(y); d > most || -d > most {
		return most + 1
	}
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := range x {
		row[0] = i + 1
		least := row[0]
		for j := range y {
			cost := last[j]
			if x[i] != y[j] {
				cost++
			}
			row[j+1] = min(cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
			least = min(least, row[j+1])
		}
		if least > most+1 { // a swap may still undo one
			return most + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(y)], most+1)
}

// Nearest returns the candidates that are so near to a mistyped name that one of them may be meant, in their order.
func Nearest(name string, candidates []string) []string {
	best := max(len(name)/3, 1)
	var out []string
	for _, c := range candidates {
		d := Distance(name, c, best)
		if d < best {
			best, out = d, nil
		}
		if d == best {
			out = append(out, c)
		}
	}
	return out
}
