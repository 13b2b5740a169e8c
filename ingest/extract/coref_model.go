package extract

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"slices"
	"sync"

	"kg/data"
)

// ranker scores an anaphor's candidates: one hidden layer of rectified units over sparse features, with a linear term
// beside it. Which antecedent is right is learned as a softmax over the candidates and "none" (Durrett and Klein 2013).
type ranker struct {
	hidden int
	row    rowTable
	rows   []float32 // of each feature: hidden weights, then the linear one; in training only
	packed []uint64  // of each feature that was read: its row in steps of scale plus 128, four weights of 16 bits a word
	scale  float32
	bias   []float32
	out    []float32
	dense  []float32 // of each weight of text.Regarded: as of a feature
}

// rowTable gives features their rows: open addressing, at most half full.
type rowTable struct {
	key []feature // 0 for none: no template is 0
	row []int32
	n   int
}

func newRowTable(n int) rowTable {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return rowTable{key: make([]feature, size), row: make([]int32, size)}
}

func (t *rowTable) slot(f feature) int {
	i := int(uint32(f)*2654435769>>7) & (len(t.key) - 1)
	for t.key[i] != 0 && t.key[i] != f {
		i = (i + 1) & (len(t.key) - 1)
	}
	return i
}

func (t *rowTable) set(f feature, row int32) {
	i := t.slot(f)
	if f == 0 || t.key[i] == 0 && 2*(t.n+1) > len(t.key) {
		return
	}
	if t.key[i] == 0 {
		t.n++
	}
	t.key[i], t.row[i] = f, row
}

func (t *rowTable) get(f feature) (int32, bool) {
	i := t.slot(f)
	return t.row[i], t.key[i] == f && f != 0
}

// keys are the features, ascending.
func (t *rowTable) keys() []feature {
	var out []feature
	for _, k := range t.key {
		if k != 0 {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

const rankerMagic = "kgcoref2"

// readRanker reads the form that write makes: magic, hidden units, number of features, number of regarded weights
// (u32, little-endian), bias, output weights and rows of the regarded weights (f32), scale (f32), keys (u32, ascending), rows (int8 times scale), CRC-32 of all before it.
func readRanker(b []byte) (*ranker, error) {
	if len(b) < len(rankerMagic)+20 || string(b[:len(rankerMagic)]) != rankerMagic {
		return nil, fmt.Errorf("coreference model: not one (%d bytes); make it again with train/coref", len(b))
	}
	body, sum := b[:len(b)-4], binary.LittleEndian.Uint32(b[len(b)-4:])
	if crc32.ChecksumIEEE(body) != sum {
		return nil, fmt.Errorf("coreference model: checksum differs; the file is damaged")
	}
	p := body[len(rankerMagic):]
	u32 := func() uint32 { v := binary.LittleEndian.Uint32(p); p = p[4:]; return v }
	hidden, n, dense := int(u32()), int(u32()), int(u32())
	if hidden <= 0 || hidden > 1024 || n < 0 || dense < 0 || dense > 4096 || len(p) != 8*hidden+4*dense*(hidden+1)+4+4*n+n*(hidden+1) {
		return nil, fmt.Errorf("coreference model: %d units and %d features do not make %d bytes", hidden, n, len(b))
	}
	f32 := func() float32 { return math.Float32frombits(u32()) }
	m := &ranker{hidden: hidden, row: newRowTable(n), packed: make([]uint64, n*words4(hidden+1)),
		bias: make([]float32, hidden), out: make([]float32, hidden), dense: make([]float32, dense*(hidden+1))}
	for i := range m.bias {
		m.bias[i] = f32()
	}
	for i := range m.out {
		m.out[i] = f32()
	}
	for i := range m.dense {
		m.dense[i] = f32()
	}
	m.scale = f32()
	for i := range n {
		m.row.set(feature(u32()), int32(i))
	}
	for i, b := range p {
		at, k := i/(hidden+1)*words4(hidden+1), i%(hidden+1)
		m.packed[at+k/4] |= uint64(int(int8(b))+128) << (k % 4 * 16)
	}
	return m, nil
}

// words4 is how many words hold n weights.
func words4(n int) int { return (n + 3) / 4 }

// write is the inverse of readRanker, but for rounding.
func (m *ranker) write() []byte {
	keys := m.row.keys()
	var most float32
	for _, w := range m.rows {
		most = max(most, w, -w)
	}
	scale := most / 127
	if scale == 0 {
		scale = 1
	}
	var b bytes.Buffer
	b.WriteString(rankerMagic)
	le := func(v any) { binary.Write(&b, binary.LittleEndian, v) }
	le(uint32(m.hidden))
	le(uint32(len(keys)))
	le(uint32(len(m.dense) / (m.hidden + 1)))
	le(m.bias)
	le(m.out)
	le(m.dense)
	le(scale)
	le(keys)
	for _, k := range keys {
		i, _ := m.row.get(k)
		r := int(i) * (m.hidden + 1)
		for _, w := range m.rows[r : r+m.hidden+1] {
			b.WriteByte(byte(int8(math.Round(float64(w / scale)))))
		}
	}
	le(crc32.ChecksumIEEE(b.Bytes()))
	return b.Bytes()
}

// mostFeatures is how many packed weights add up without a carry.
const mostFeatures = math.MaxUint16 / 255

// score is the network's output for a set of at most mostFeatures features and the regarded weights (nil for none). The
// features' weights are added as whole numbers, which is exact in any order.
func (m *ranker) score(w *scratch, fs []feature, regarded []uint8) float32 {
	h, wide := m.hidden+1, words4(m.hidden+1)
	w.rows = w.rows[:0]
	for _, f := range fs[:min(len(fs), mostFeatures)] {
		if i, ok := m.row.get(f); ok {
			w.rows = append(w.rows, int(i)*wide)
		}
	}
	sum := w.sum[:wide]
	m.add(sum, w.rows)
	acc := w.acc[:h]
	none := 128 * len(w.rows)
	for k := range acc {
		acc[k] = m.scale * float32(int(sum[k/4]>>(k%4*16)&0xffff)-none)
	}
	for k, b := range m.bias {
		acc[k] += b
	}
	if len(regarded)*h <= len(m.dense) {
		for i, b := range regarded {
			if b == 0 {
				continue
			}
			x := float32(b) / 256
			for k, d := range m.dense[i*h : (i+1)*h] {
				acc[k] += float32(x * d)
			}
		}
	}
	linear := acc[m.hidden]
	for k, v := range acc[:m.hidden] {
		if v > 0 {
			linear += float32(v * m.out[k])
		}
	}
	return linear
}

// add sums the packed rows that start at the given words.
func (m *ranker) add(sum []uint64, rows []int) {
	k := 0
	for ; k+8 <= len(sum); k += 8 {
		var s0, s1, s2, s3, s4, s5, s6, s7 uint64
		for _, r := range rows {
			p := (*[8]uint64)(m.packed[r+k:])
			s0 += p[0]
			s1 += p[1]
			s2 += p[2]
			s3 += p[3]
			s4 += p[4]
			s5 += p[5]
			s6 += p[6]
			s7 += p[7]
		}
		copy(sum[k:], []uint64{s0, s1, s2, s3, s4, s5, s6, s7})
	}
	for ; k < len(sum); k++ {
		var s uint64
		for _, r := range rows {
			s += m.packed[r+k]
		}
		sum[k] = s
	}
}

// coreferenceModel is the embedded ranker; a damaged one is a fault of the build.
var coreferenceModel = sync.OnceValue(func() *ranker {
	m, err := readRanker(data.CoreferenceModel)
	if err != nil {
		panic(err)
	}
	return m
})
