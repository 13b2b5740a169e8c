package schema

// Distance returns the Levenshtein distance of two strings in characters, or most+1 where it is more than most.
func Distance(a, b string, most int) int {
	x, y := []rune(a), []rune(b)
	if d := len(x) - len(y); d > most || -d > most {
		return most + 1
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal, least := row[0], i+1
		row[0] = i + 1
		for j := range y {
			cost := diagonal
			if x[i] != y[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
			least = min(least, row[j+1])
		}
		if least > most {
			return most + 1
		}
	}
	return min(row[len(y)], most+1)
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
