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
	rows   []float32 // of each feature: hidden weights, then the linear one
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
	m := &ranker{hidden: hidden, row: newRowTable(n), rows: make([]float32, n*(hidden+1)),
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
	scale := f32()
	for i := range n {
		m.row.set(feature(u32()), int32(i))
	}
	for i := range m.rows {
		m.rows[i] = float32(int8(p[i])) * scale
	}
	return m, nil
}

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

// score is the network's output for a set of features and the regarded weights (nil for none); acc is scratch of hidden
// values.
func (m *ranker) score(fs []feature, regarded []uint8, acc []float32) float32 {
	copy(acc, m.bias)
	var linear float32
	for _, f := range fs {
		i, ok := m.row.get(f)
		if !ok {
			continue
		}
		row := m.rows[int(i)*(m.hidden+1):][:m.hidden+1]
		for k := range acc {
			acc[k] += row[k]
		}
		linear += row[m.hidden]
	}
	if h := m.hidden + 1; len(regarded)*h <= len(m.dense) {
		for i, b := range regarded {
			x := float32(b) / 256
			row := m.dense[i*h : (i+1)*h]
			for k := range acc {
				acc[k] += float32(x * row[k])
			}
			linear += float32(x * row[m.hidden])
		}
	}
	for k, v := range acc {
		if v > 0 {
			linear += v * m.out[k]
		}
	}
	return linear
}

// coreferenceModel is the embedded ranker; a damaged one is a fault of the build.
var coreferenceModel = sync.OnceValue(func() *ranker {
	m, err := readRanker(data.CoreferenceModel)
	if err != nil {
		panic(err)
	}
	return m
})
