package parse

import (
	"bytes"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
)

// Every kernel must give the bits of the plain one.
func TestKernelsAgree(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	floats := func(n int, size float32) []float32 { return floats(rng, n, size) }
	same := func(t *testing.T, what string, a, b []float32) {
		t.Helper()
		for i := range a {
			if math.Float32bits(a[i]) != math.Float32bits(b[i]) {
				t.Fatalf("%s: number %d is %v (%08x), plain has %v (%08x)", what, i, b[i], math.Float32bits(b[i]), a[i], math.Float32bits(a[i]))
			}
		}
	}
	clone := func(x []float32) []float32 { return append([]float32(nil), x...) }
	p := &plainKernels
	for _, k := range available() {
		t.Run(k.name, func(t *testing.T) {
			for _, size := range products {
				m, x, q, code := product(rng, size)
				rows, in, out := size[0], size[1], size[2]
				full := tiles(rows)
				q2, code2 := make([]uint8, full*in), make([]row, full)
				k.quantize(q2, code2, x, full, in)
				if !slices.Equal(code, code2) {
					t.Fatalf("quantize: %v, plain has %v", code2, code)
				}
				if string(q) != string(q2) {
					t.Fatal("quantize: bytes differ")
				}
				saturate(rng, q)
				a, b := make([]float32, full*out), make([]float32, full*out)
				p.multiply(a, q, code, rows, m)
				k.multiply(b, q, code, rows, m)
				same(t, "multiply", a[:rows*out], b[:rows*out])
			}
			for _, size := range [][3]int{{1, 1, 8}, {3, 32, 24}, {9, 31, 32}, {4, 256, 56}, {1, 128, 56}} {
				m, n, in := size[0], size[2], size[1]
				c, a, b := floats(m*(n+8), 1), floats(m*(in+3), 1), floats(in*(n+16), 1)
				d := clone(c)
				p.product(c, n+8, a, in+3, b, n+16, m, in, n)
				k.product(d, n+8, a, in+3, b, n+16, m, in, n)
				same(t, "product", c, d)
			}
			for _, n := range []int{1, 7, 8, 30} {
				wide, stride := (n+7)/8*8, headWidth+3
				src := floats(n*stride, 1)
				a, b := floats(headWidth*wide, 1), floats(headWidth*wide, 1)
				p.transpose(a, wide, src, stride, n)
				k.transpose(b, wide, src, stride, n)
				same(t, "transpose", a, b)
			}
			for _, n := range []int{8, 16, 384, 1536} {
				for _, size := range []float32{0.01, 1, 30, 1e4} {
					x := floats(n, size)
					x[0] = 0
					a, b := clone(x), clone(x)
					p.softmax(a, 0.17)
					k.softmax(b, 0.17)
					same(t, "softmax", a, b)
					a, b = clone(x), clone(x)
					p.gelu(a)
					k.gelu(b)
					same(t, "gelu", a, b)
					y, gain, bias := floats(n, size), floats(n, 1), floats(n, 1)
					a, b = clone(x), clone(x)
					p.addNorm(a, y, gain, bias)
					k.addNorm(b, y, gain, bias)
					same(t, "addNorm", a, b)
				}
			}
		})
	}
}

// TestKernelCases writes products of the plain kernel to the file that KG_TEST_CASES names, for bench/vnni.
func TestKernelCases(t *testing.T) {
	name := os.Getenv("KG_TEST_CASES")
	if name == "" {
		t.Skip("KG_TEST_CASES names no file")
	}
	var file bytes.Buffer
	put := func(v any) {
		if err := binary.Write(&file, binary.LittleEndian, v); err != nil {
			t.Fatal(err)
		}
	}
	rng := rand.New(rand.NewPCG(3, 4))
	put(int64(len(products)))
	for _, size := range products {
		rows, in, out := size[0], size[1], size[2]
		m, _, q, code := product(rng, size)
		saturate(rng, q)
		want := make([]float32, tiles(rows)*out)
		plainKernels.multiply(want, q, code, rows, m)
		for _, v := range []any{[]int64{int64(rows), int64(in), int64(out)}, want[:rows*out], code, m.sum, m.scale, m.bias, m.w, q} {
			put(v)
		}
	}
	if err := os.WriteFile(name, file.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

// products are the sizes of the products that kernels are tried on: rows, inputs, outputs.
var products = [][3]int{{1, 32, 32}, {7, 384, 96}, {8, 128, 64}, {21, 1536, 32}, {64, 384, 384}}

// product is one of a size: random weights, inputs in floating point, and these as the plain kernel quantizes them.
func product(rng *rand.Rand, size [3]int) (m *matrix, x []float32, q []uint8, code []row) {
	rows, in, out := size[0], size[1], size[2]
	m = &matrix{in: in, out: out, w: make([]int8, in*out), scale: floats(rng, out, 0.01), bias: floats(rng, out, 1), sum: make([]int32, out)}
	for i := range m.w {
		m.w[i] = int8(rng.IntN(127) - 63)
		if rng.IntN(3) == 0 {
			m.w[i] = 63 - 126*int8(rng.IntN(2)) // the ends, where a saturating kernel would fail
		}
		j := i/(in*block)*block + i%(4*block)/4
		m.sum[j] += int32(m.w[i])
	}
	full := tiles(rows)
	x = floats(rng, full*in, 3)
	x[0] = 100
	clear(x[in*(rows-1) : in*rows])
	q, code = make([]uint8, full*in), make([]row, full)
	plainKernels.quantize(q, code, x, full, in)
	return m, x, q, code
}

// saturate sets half of the inputs to the greatest.
func saturate(rng *rand.Rand, q []uint8) {
	for i := range q {
		if rng.IntN(2) == 0 {
			q[i] = inputMax
		}
	}
}

func floats(rng *rand.Rand, n int, size float32) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(rng.NormFloat64()) * size
	}
	return x
}

// The approximations must be near what they stand for.
func TestPlainFunctions(t *testing.T) {
	for v := float32(-20); v <= 0; v += 0.37 {
		if got, want := float64(exp(v)), math.Exp(float64(v)); math.Abs(got-want) > 1e-6*want {
			t.Errorf("exp(%v) = %v, want %v", v, got, want)
		}
	}
	x, want := []float32{}, []float64{}
	for v := -6.0; v < 6; v += 0.25 {
		x, want = append(x, float32(v)), append(want, v/2*(1+math.Erf(v/math.Sqrt2)))
	}
	plainGelu(x)
	for i := range x {
		if math.Abs(float64(x[i])-want[i]) > 2e-4 {
			t.Errorf("gelu: %v, want %v", x[i], want[i])
		}
	}
}
