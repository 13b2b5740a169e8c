package parse

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"math"
	"strings"
	"unsafe"
)

const (
	magic   = "KGMODEL\n"
	version = 2
)

// config holds the network's sizes, as train/export.py writes them.
type config struct {
	Layers int      `json:"layers"`
	Width  int      `json:"width"`
	Heads  int      `json:"heads"`
	Arc    int      `json:"arc"`
	Label  int      `json:"label"`
	Rank   int      `json:"rank"` // of each relation's matrix of dependent and head
	Tags   []string `json:"tags"`
}

type part struct {
	Kind  string `json:"kind"`
	Shape []int  `json:"shape"`
	At    int    `json:"at"`
	Bytes int    `json:"bytes"`
}

// file gives out the parts of a model file; its first error stays, and what is read after it is empty.
type file struct {
	name   string
	config config
	parts  map[string]part
	body   string
	err    error
}

// open checks the frame of a model file: magic, version, lengths, checksum, header.
func open(name, s string) (*file, error) {
	bad := func(field, format string, args ...any) (*file, error) {
		return nil, fmt.Errorf("%s: %s: %s", name, field, fmt.Sprintf(format, args...))
	}
	if len(s) < 20 {
		return bad("length", "%d bytes, a model file has at least 20: it is cut off", len(s))
	}
	if s[:8] != magic {
		return bad("magic", "%q is not a model file's %q", s[:8], magic)
	}
	word := func(at int) uint32 { return binary.LittleEndian.Uint32([]byte(s[at : at+4])) }
	if v := word(8); v != version {
		return bad("version", "%d, this program reads %d: export the model again with train/export.py", v, version)
	}
	sum := crc32.Checksum(unsafe.Slice(unsafe.StringData(s), len(s))[16:], crc32.MakeTable(crc32.Castagnoli))
	if want := word(12); sum != want {
		return bad("checksum", "%08x, the file says %08x: it is cut off or damaged", sum, want)
	}
	head := uint64(word(16))
	if head > uint64(len(s)-20) {
		return bad("header length", "%d bytes, only %d are there", head, len(s)-20)
	}
	var h struct {
		Config config          `json:"config"`
		Parts  map[string]part `json:"parts"`
	}
	if err := json.Unmarshal([]byte(s[20:20+head]), &h); err != nil {
		return bad("header", "%v", err)
	}
	start := (20 + int(head) + 63) / 64 * 64
	f := &file{name: name, config: h.Config, parts: h.Parts}
	if start <= len(s) {
		f.body = s[start:]
	}
	return f, nil
}

// check says what is wrong with the network's sizes.
func (c *config) check() error {
	for _, x := range []struct {
		name      string
		n, least  int
		most, per int
	}{{"layers", c.Layers, 1, 48, 1}, {"width", c.Width, 32, 4096, 32}, {"heads", c.Heads, 1, 128, 1},
		{"arc", c.Arc, 32, 4096, 32}, {"label", c.Label, 32, 4096, 32},
		{"rank", c.Rank, 1, 1024, 1}} {
		if x.n < x.least || x.n > x.most || x.n%x.per != 0 {
			return fmt.Errorf("config %s: %d, want %d to %d in steps of %d", x.name, x.n, x.least, x.most, x.per)
		}
	}
	if c.Width != c.Heads*headWidth {
		return fmt.Errorf("config heads: %d for a width of %d, want %d of each", c.Heads, c.Width, headWidth)
	}
	return nil
}

func (f *file) fail(part, format string, args ...any) {
	if f.err == nil {
		f.err = fmt.Errorf("%s: part %q: %s", f.name, part, fmt.Sprintf(format, args...))
	}
}

// bytes returns a part of the given kind; a size of -1 in shape stands for any.
func (f *file) bytes(name, kind string, shape ...int) (string, []int) {
	if f.err != nil {
		return "", nil
	}
	p, ok := f.parts[name]
	switch {
	case !ok:
		f.fail(name, "missing")
		return "", nil
	case p.Kind != kind:
		f.fail(name, "kind %q, want %q", p.Kind, kind)
		return "", nil
	case len(p.Shape) != len(shape):
		f.fail(name, "shape %v has %d sizes, want %d", p.Shape, len(p.Shape), len(shape))
		return "", nil
	case p.At < 0 || p.Bytes < 0 || p.At > len(f.body) || p.Bytes > len(f.body)-p.At:
		f.fail(name, "bytes %d to %d+%d lie outside the file's %d", p.At, p.At, p.Bytes, len(f.body))
		return "", nil
	}
	n := 1
	for i, size := range p.Shape {
		if size < 0 || shape[i] >= 0 && size != shape[i] || size > 0 && n > math.MaxInt32/size {
			f.fail(name, "shape %v, want %v", p.Shape, shape)
			return "", nil
		}
		n *= size
	}
	per := map[string]int{"i8": 1, "f32": 4, "i32": 4}[kind]
	if per > 0 && n*per != p.Bytes {
		f.fail(name, "%d bytes for shape %v of %s, want %d", p.Bytes, p.Shape, kind, n*per)
		return "", nil
	}
	return f.body[p.At : p.At+p.Bytes], p.Shape
}

// text returns the lines of a part.
func (f *file) text(name string) []string {
	s, shape := f.bytes(name, "text", -1)
	if f.err != nil {
		return nil
	}
	if n := strings.Count(s, "\n"); n != shape[0] || s != "" && !strings.HasSuffix(s, "\n") {
		f.fail(name, "%d lines, its shape says %d", n, shape[0])
		return nil
	}
	if s == "" {
		f.fail(name, "no entries")
		return nil
	}
	return strings.Split(s[:len(s)-1], "\n")
}

func (f *file) floats(name string, shape ...int) []float32 {
	s, _ := f.bytes(name, "f32", shape...)
	out := make([]float32, len(s)/4)
	for i := range out {
		v := math.Float32frombits(binary.LittleEndian.Uint32([]byte(s[4*i : 4*i+4])))
		if v != v || v > 1e30 || v < -1e30 {
			f.fail(name, "number %d is %v", i, v)
			return nil
		}
		out[i] = v
	}
	return out
}

// small returns 8-bit numbers in place, without a copy.
func (f *file) small(name string, shape ...int) []int8 {
	s, _ := f.bytes(name, "i8", shape...)
	if s == "" {
		return nil
	}
	return unsafe.Slice((*int8)(unsafe.Pointer(unsafe.StringData(s))), len(s))
}

// table is an embedding: rows of 8-bit numbers, each row with its scale.
type table struct {
	width int
	rows  []int8
	scale []float32
}

func (f *file) table(name string, rows, width int) table {
	t := table{width: width, rows: f.small(name, rows, width)}
	n := -1
	if f.err == nil {
		n = f.parts[name].Shape[0]
		if n == 0 {
			f.fail(name, "no rows")
		}
	}
	t.scale = f.floats(name+".scale", n)
	return t
}

// add adds row i, times its scale, to x.
func (t *table) add(x []float32, i int) {
	s := t.scale[i]
	for k, q := range t.rows[i*t.width : (i+1)*t.width] {
		x[k] += float32(float32(q) * s)
	}
}

// matrix is a linear layer in the kernels' packing (train/export.py); out is filled up to whole blocks.
type matrix struct {
	in, out     int
	w           []int8
	scale, bias []float32
	sum         []int32 // of each output's weights
}

// inner returns how many numbers a layer's feed-forward part has between its two matrices: they may differ.
func (f *file) inner(name string) int {
	const most = 16384
	if shape := f.parts[name].Shape; len(shape) == 2 && shape[0] >= block && shape[0] <= most && shape[0]%block == 0 {
		return shape[0]
	}
	f.fail(name, "shape %v, want %d to %d rows in steps of %d", f.parts[name].Shape, block, most, block)
	return 0
}

func (f *file) matrix(name string, out, in int) matrix {
	m := matrix{in: in, out: (out + block - 1) / block * block}
	m.w = f.small(name, m.out, in)
	m.scale, m.bias = f.floats(name+".scale", m.out), f.floats(name+".bias", m.out)
	s, _ := f.bytes(name+".sum", "i32", m.out)
	m.sum = make([]int32, len(s)/4)
	for i := range m.sum {
		m.sum[i] = int32(binary.LittleEndian.Uint32([]byte(s[4*i : 4*i+4])))
	}
	return m
}
