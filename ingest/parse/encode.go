package parse

import "math"

const (
	maxPieces  = 402 // of one input, with its [CLS] and [SEP]; positions beyond were not trained
	maxWords   = 150 // of one input; longer sentences are analysed in several
	batchWords = 128 // pieces that go through the layers together; more leave a core's cache
)

// input is a sentence, or a part of a long one, as the network sees it: pieces with [CLS] first and [SEP] last.
type input struct {
	sentence, from, to int // the tokens from..to of a sentence
	at, n              int // its rows of the batch
	word               int // its first word among the batch's
	heads              int // its first row of what the heads read: the root, then the words
}

// workspace holds one goroutine's buffers; they only grow, to the largest batch.
type workspace struct {
	kernels      *kernels
	ids          []int32
	first        []int32 // row of the batch of each word's first piece
	forms        [3][]int32
	inputs       []input
	x, wide, y   []float32
	code         []row
	q            []uint8
	keys, scores []float32
	out, arcs    []float32
	side, deps   []float32
	rel          [2][]float32 // dependents, heads
	prob         []float32
	watch        func(layer, head int, in input, weights []float32, wide int) // sees each attention; nil for none
}

var fastest = available()[0]

func newWorkspace() *workspace { return &workspace{kernels: fastest} }

// room returns a slice of n elements with whatever they held, growing it where it must.
func room[T any](s *[]T, n int) []T {
	if cap(*s) < n {
		*s = make([]T, n, n+n/4)
	}
	*s = (*s)[:n]
	return *s
}

// begin empties the batch.
func (w *workspace) begin() {
	w.ids, w.first, w.inputs = w.ids[:0], w.first[:0], w.inputs[:0]
	for i := range w.forms {
		w.forms[i] = w.forms[i][:0]
	}
}

// add puts tokens of a sentence into the batch, from the given one as far as an input may go, and returns where it
// ended.
func (w *workspace) add(m *Model, sentence int, words []string, from int) int {
	in := input{sentence: sentence, from: from, at: len(w.ids), word: len(w.first)}
	w.ids = append(w.ids, m.pieces.cls)
	to := from
	for to < len(words) && to-from < maxWords {
		n := len(w.ids)
		w.ids = m.pieces.add(w.ids, words[to])
		if len(w.ids)-in.at > maxPieces-1 && to > from {
			w.ids = w.ids[:n]
			break
		}
		w.first = append(w.first, int32(n))
		for i := range m.forms {
			f := &m.forms[i]
			w.forms[i] = append(w.forms[i], int32(f.index[f.of(words[to])]))
		}
		to++
	}
	w.ids = append(w.ids, m.pieces.sep)
	in.to, in.n = to, len(w.ids)-in.at
	w.inputs = append(w.inputs, in)
	return to
}

// tiles is n filled up to whole tiles.
func tiles(n int) int { return (n + tile - 1) / tile * tile }

// encode runs the batch through the layers; x then holds a row of the model's width for each input's [CLS], the root,
// and then its words, from in.heads on.
func (m *Model) encode(w *workspace) {
	rows, d, k := len(w.ids), m.Width, w.kernels
	full := tiles(rows)
	x := room(&w.x, full*d)
	clear(x)
	for _, in := range w.inputs {
		for p := 0; p < in.n; p++ {
			row := x[(in.at+p)*d : (in.at+p+1)*d]
			m.piece.add(row, int(w.ids[in.at+p]))
			m.position.add(row, p)
		}
	}
	for i, at := range w.first {
		row := x[int(at)*d : (int(at)+1)*d]
		for j := range m.forms {
			m.forms[j].add(row, int(w.forms[j][i]))
		}
	}
	y := room(&w.y, full*d)
	clear(y)
	for r := 0; r < rows; r++ {
		k.addNorm(x[r*d:(r+1)*d], y[r*d:(r+1)*d], m.norm.gain, m.norm.bias)
	}
	for i := range m.layers {
		rows = m.layer(w, i, rows)
	}
}

// layer runs x, of so many rows, through a layer and returns how many it has then: the last leaves roots and words only.
func (m *Model) layer(w *workspace, number, rows int) int {
	l := &m.layers[number]
	d, k, full := m.Width, w.kernels, tiles(rows)
	x, y := w.x, w.y
	wide := room(&w.wide, full*max(3*d, m.inner))
	q, code := room(&w.q, full*max(d, m.inner)), room(&w.code, full)

	k.quantize(q, code, x, full, d)
	k.multiply(wide, q, code, rows, &l.qkv)
	for _, in := range w.inputs {
		m.attend(w, number, y, wide, in)
	}
	if number == len(m.layers)-1 {
		if w.watch != nil {
			return rows // who watches wants no more
		}
		rows = w.gather(d)
		full = tiles(rows)
	}
	k.quantize(q, code, y, full, d)
	k.multiply(wide, q, code, rows, &l.out)
	for r := 0; r < rows; r++ {
		k.addNorm(x[r*d:(r+1)*d], wide[r*d:(r+1)*d], l.norm1.gain, l.norm1.bias)
	}
	k.quantize(q, code, x, full, d)
	k.multiply(wide, q, code, rows, &l.up)
	k.gelu(wide[:rows*l.up.out])
	k.quantize(q, code, wide, full, l.up.out)
	k.multiply(y, q, code, rows, &l.down)
	for r := 0; r < rows; r++ {
		k.addNorm(x[r*d:(r+1)*d], y[r*d:(r+1)*d], l.norm2.gain, l.norm2.bias)
	}
	return rows
}

// gather moves the rows of x and y that the heads read to the front, and returns how many these are.
func (w *workspace) gather(d int) int {
	rows, word := 0, 0
	take := func(from int) {
		copy(w.x[rows*d:(rows+1)*d], w.x[from*d:(from+1)*d])
		copy(w.y[rows*d:(rows+1)*d], w.y[from*d:(from+1)*d])
		rows++
	}
	for i := range w.inputs {
		in := &w.inputs[i]
		in.heads = rows
		take(in.at)
		for range in.to - in.from {
			take(int(w.first[word]))
			word++
		}
	}
	return rows
}

// attend writes the attention of one input, all heads, to its rows of out; qkv holds queries, keys and values.
func (m *Model) attend(w *workspace, layer int, out, qkv []float32, in input) {
	d, k, n := m.Width, w.kernels, in.n
	wide := (n + 7) / 8 * 8
	keys, scores := room(&w.keys, headWidth*wide), room(&w.scores, n*wide)
	factor := float32(1 / math.Sqrt(headWidth))
	base := in.at * 3 * d
	for h := 0; h < m.Heads; h++ {
		k.transpose(keys, wide, qkv[base+d+h*headWidth:], 3*d, n)
		clear(scores)
		k.product(scores, wide, qkv[base+h*headWidth:], 3*d, keys, wide, n, headWidth, wide)
		for i := 0; i < n; i++ {
			row := scores[i*wide : (i+1)*wide]
			for j := n; j < wide; j++ {
				row[j] = -1e4
			}
			k.softmax(row, factor)
		}
		if w.watch != nil {
			w.watch(layer, h, in, scores, wide)
		}
		for i := 0; i < n; i++ {
			clear(out[(in.at+i)*d+h*headWidth:][:headWidth])
		}
		k.product(out[in.at*d+h*headWidth:], d, scores, wide, qkv[base+2*d+h*headWidth:], 3*d, n, n, headWidth)
	}
}
