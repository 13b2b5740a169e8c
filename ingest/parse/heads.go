package parse

import (
	"cmp"
	"math"
)

// slope of the leaky rectifier before the biaffines.
const slope = 0.1

// wordOut is what the network says of one token.
type wordOut struct {
	best  [tasks]int32 // of each tag's labels
	head  int32        // in the input: 0 is the root, 1 its first word
	rel   int32
	score float32
}

// decide runs the heads over the encoded batch and calls each input's words out: give gets the input, its words'
// decisions, and each word's row of tag scores (start[task] on).
func (m *Model) decide(w *workspace, give func(in input, words []wordOut, tags func(i, task int) []float32)) {
	d, k := m.Width, w.kernels
	rows := 0
	for _, in := range w.inputs {
		rows = in.heads + 1 + in.to - in.from
	}
	full := tiles(rows)
	q, code := room(&w.q, full*max(d, m.Arc)), room(&w.code, full)
	k.quantize(q, code, w.x, full, d)
	out := room(&w.out, full*m.heads.out)
	k.multiply(out, q, code, rows, &m.heads)
	arcDep := m.start[tasks]
	arcHead := arcDep + m.Arc
	relDep := arcHead + m.Arc
	relHead := relDep + m.Label
	for r := 0; r < rows; r++ {
		row := out[r*m.heads.out:][arcDep : relHead+m.Label]
		for i, v := range row {
			if v < 0 {
				row[i] = float32(v * slope)
			}
		}
	}
	dep := room(&w.deps, full*m.Arc)
	for r := 0; r < rows; r++ {
		copy(dep[r*m.Arc:(r+1)*m.Arc], out[r*m.heads.out+arcDep:])
	}
	k.quantize(q, code, dep, full, m.Arc)
	k.multiply(dep, q, code, rows, &m.arc)

	var decided []wordOut
	for _, in := range w.inputs {
		n := in.to - in.from
		decided = append(decided[:0], make([]wordOut, n)...)
		scores, wide := m.arcScores(w, dep, out[in.heads*m.heads.out+arcHead:], in.heads, n)
		heads := decode(scores, wide, n)
		for i := range decided {
			decided[i].head = int32(heads[i])
			row := scores[i*wide : (i+1)*wide]
			k.softmax(row, 1)
			decided[i].score = row[heads[i]]
		}
		m.relations(w, out, in, relDep, relHead, decided)
		tags := func(i, task int) []float32 {
			row := out[(in.heads+1+i)*m.heads.out:]
			return row[m.start[task]:m.start[task+1]]
		}
		for i := range decided {
			for t := range tasks {
				decided[i].best[t] = int32(argmax(tags(i, t)))
			}
		}
		give(in, decided, tags)
	}
}

// argmax is the first place of the greatest.
func argmax[T cmp.Ordered](x []T) int {
	at := 0
	for i, v := range x {
		if v > x[at] {
			at = i
		}
	}
	return at
}

// arcScores returns a row for each of n words, of the root and the words as its head.
func (m *Model) arcScores(w *workspace, dep, head []float32, at, n int) ([]float32, int) {
	wide := (1 + n + 7) / 8 * 8
	side := room(&w.keys, m.Arc*wide)
	for j := 0; j <= n; j++ {
		for c, v := range head[j*m.heads.out:][:m.Arc] {
			side[c*wide+j] = v
		}
	}
	for c := 0; c < m.Arc; c++ {
		clear(side[c*wide+n+1 : (c+1)*wide])
	}
	scores := room(&w.arcs, n*wide)
	clear(scores)
	w.kernels.product(scores, wide, dep[(at+1)*m.Arc:], m.Arc, side, wide, n, m.Arc, wide)
	factor := float32(4 / math.Sqrt(float64(m.Arc)))
	for i := 0; i < n; i++ {
		row := scores[i*wide : (i+1)*wide]
		for j := range row {
			row[j] *= factor
		}
		row[i+1] = -1e4
		for j := n + 1; j < wide; j++ {
			row[j] = -1e4
		}
	}
	return scores, wide
}

// relations labels the arcs and multiplies each word's score by its label's probability. A label's score of a word and
// its head is the sum over the rank of what the one gives times what the other gives, plus a part linear in each.
func (m *Model) relations(w *workspace, out []float32, in input, relDep, relHead int, words []wordOut) {
	k, wide, n := w.kernels, m.relWide, len(words)
	dep, depLine := m.relSide(w, &w.rel[0], out[(in.heads+1)*m.heads.out+relDep:], n, &m.relDep, m.relU)
	head, headLine := m.relSide(w, &w.rel[1], out[in.heads*m.heads.out+relHead:], n+1, &m.relHead, m.relV)
	row := room(&w.prob, wide)
	for i := range words {
		word := &words[i]
		h := int(word.head)
		for j, c := range m.relC {
			row[j] = float32(c+depLine[i*wide+j]) + headLine[h*wide+j]
		}
		a, b := dep[i*m.relDep.out:][:m.Rank*wide], head[h*m.relHead.out:][:m.Rank*wide]
		for r := 0; r < len(a); r += wide {
			x, y := a[r:r+wide], b[r:r+wide]
			for j := range row {
				row[j] += float32(x[j] * y[j])
			}
		}
		for j := range row {
			if j >= len(m.rels) || (j == m.rootRel) != (h == 0) {
				row[j] = -1e4
			}
		}
		best := argmax(row)
		k.softmax(row, 1)
		word.rel, word.score = int32(best), float32(word.score*row[best])
	}
}

// relSide returns rows of one side's inputs times its matrix, and times its line.
func (m *Model) relSide(w *workspace, buffer *[]float32, out []float32, rows int, by *matrix, line []float32) (product, linear []float32) {
	k, full, d := w.kernels, tiles(rows), m.Label
	side := room(&w.side, full*d)
	for i := range rows {
		copy(side[i*d:(i+1)*d], out[i*m.heads.out:])
	}
	clear(side[rows*d:])
	q, code := room(&w.q, full*d), room(&w.code, full)
	k.quantize(q, code, side, full, d)
	both := room(buffer, full*by.out+rows*m.relWide)
	product, linear = both[:full*by.out], both[full*by.out:]
	k.multiply(product, q, code, rows, by)
	clear(linear)
	k.product(linear, m.relWide, side, d, line, m.relWide, rows, d, m.relWide)
	return product, linear
}
