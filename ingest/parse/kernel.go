package parse

import "math"

// The kernels' results are the same bits on every machine: products of 8-bit integers are summed exactly, and every
// float32 operation is rounded by itself (the conversions keep the compiler from fusing) and done in a fixed order.
// Sums over a row run in eight lanes, that vector registers hold, and are then folded by lanes8.

const (
	block = 32 // outputs a matrix is packed by
	tile  = 8  // rows that a kernel takes at once; buffers are filled up to it

	inputMax = 127 // of inputs; with weights of ±63, sums of four products fit 16 bits
)

// row tells what the inputs of a matrix stand for: scale times what they are above zero. It lies in memory as the assembly
// reads it.
type row struct {
	scale float32
	zero  int32
}

// kernels is one set of implementations; plain's code says what each must compute.
type kernels struct {
	name string
	// multiply writes rows of x, as quantize gives them, times m, plus its bias. Rows are taken up to
	// a whole tile, so the buffers must hold as many.
	multiply func(dst []float32, x []uint8, code []row, rows int, m *matrix)
	// quantize turns rows of floats into whole numbers of 0 to inputMax, from the row's least, or 0, to its greatest.
	quantize func(dst []uint8, code []row, x []float32, rows, width int)
	// product adds a[m][k] times b[k][n] to c, each sum in the order of k; n is a multiple of 8.
	product func(c []float32, ldc int, a []float32, lda int, b []float32, ldb int, m, k, n int)
	// transpose writes n rows of src, headWidth numbers each, as headWidth rows of dst, which are n filled up with zeros to
	// wide, a multiple of 8.
	transpose func(dst []float32, wide int, src []float32, stride, n int)
	// softmax turns x, times factor, into probabilities; len(x) is a multiple of 8.
	softmax func(x []float32, factor float32)
	// gelu is x times the normal distribution function of x; len(x) is a multiple of 8.
	gelu func(x []float32)
	// addNorm adds y to x and normalizes the sum to mean 0, variance 1, times gain plus bias.
	addNorm func(x, y, gain, bias []float32)
}

var plainKernels = kernels{"plain", plainMultiply, plainQuantize, plainProduct, plainTranspose, plainSoftmax, plainGelu, plainAddNorm}

func plainMultiply(dst []float32, x []uint8, code []row, rows int, m *matrix) {
	for b := 0; b < m.out; b += block {
		w := m.w[b*m.in : (b+block)*m.in]
		for r := 0; r < rows; r++ {
			var acc [block]int32
			row := x[r*m.in : (r+1)*m.in]
			for k := 0; k+4 <= len(row); k += 4 {
				x0, x1, x2, x3 := int32(row[k]), int32(row[k+1]), int32(row[k+2]), int32(row[k+3])
				g := w[k*block : (k+4)*block]
				for j := range acc {
					q := g[4*j : 4*j+4 : 4*j+4]
					acc[j] += x0*int32(q[0]) + x1*int32(q[1]) + x2*int32(q[2]) + x3*int32(q[3])
				}
			}
			out, s := dst[r*m.out+b:r*m.out+b+block], code[r]
			for j := range acc {
				v := float32(acc[j] - s.zero*m.sum[b+j])
				out[j] = float32(v*float32(s.scale*m.scale[b+j])) + m.bias[b+j]
			}
		}
	}
}

func plainQuantize(dst []uint8, code []row, x []float32, rows, width int) {
	for r := 0; r < rows; r++ {
		in, least, most := x[r*width:(r+1)*width], float32(0), float32(0)
		for _, v := range in {
			least, most = min(least, v), max(most, v)
		}
		span := max(most-least, 1e-6)
		inv := inputMax / span
		zero := int32(nearest(float32(-least * inv)))
		code[r] = row{span / inputMax, zero}
		for i, v := range in {
			dst[r*width+i] = uint8(max(min(int32(nearest(float32(v*inv)))+zero, inputMax), 0))
		}
	}
}

// nearest rounds to the nearest whole number, halves to even, for numbers under 2²².
func nearest(x float32) float32 {
	const big = 3 << 22
	return float32(float32(x+big) - big)
}

func plainProduct(c []float32, ldc int, a []float32, lda int, b []float32, ldb int, m, k, n int) {
	for i := 0; i < m; i++ {
		out := c[i*ldc : i*ldc+n]
		for j, s := range a[i*lda : i*lda+k] {
			row := b[j*ldb : j*ldb+n]
			for l, v := range row {
				out[l] += float32(s * v)
			}
		}
	}
}

func plainTranspose(dst []float32, wide int, src []float32, stride, n int) {
	clear(dst[:headWidth*wide])
	for j := range n {
		for c, v := range src[j*stride : j*stride+headWidth] {
			dst[c*wide+j] = v
		}
	}
}

// lanes8 folds eight sums in the order of the vector instructions.
func lanes8(s *[8]float32) float32 {
	a, b, c, d := s[0]+s[4], s[1]+s[5], s[2]+s[6], s[3]+s[7]
	return (a + c) + (b + d)
}

func plainSoftmax(x []float32, factor float32) {
	most := x[0]
	for _, v := range x {
		most = max(most, v)
	}
	var sum [8]float32
	for i, v := range x {
		e := exp(float32(float32(v-most) * factor))
		x[i] = e
		sum[i&7] += e
	}
	inv := 1 / lanes8(&sum)
	for i := range x {
		x[i] *= inv
	}
}

// exp is eˣ for x ≤ 0 (Cephes' expf: the range cut by powers of two, then a polynomial).
func exp(x float32) float32 {
	x = max(x, -80)
	n := nearest(float32(x * 1.44269504088896341))
	x -= float32(n * 0.693359375)
	x -= float32(n * -2.12194440e-4)
	y := float32(1.9875691500e-4)
	y = float32(y*x) + 1.3981999507e-3
	y = float32(y*x) + 8.3334519073e-3
	y = float32(y*x) + 4.1665795894e-2
	y = float32(y*x) + 1.6666665459e-1
	y = float32(y*x) + 5.0000001201e-1
	y = float32(y*float32(x*x)) + x
	y += 1
	return float32(y * math.Float32frombits(uint32(int32(n)+127)<<23))
}

// geluTerms are the factors of x, x³ … x¹³ in a polynomial for the normal distribution function less a half on [-4, 4],
// with the largest error times x, 2·10⁻⁴, made as small as it gets; the 8 bits that follow are coarser.
var geluTerms = [...]float32{0.3978700339794159, -0.0645541399717331, 0.00876358151435852, -0.000812167243566364,
	4.7762001486262307e-05, -1.5887407016634825e-06, 2.258666143006849e-08}

func plainGelu(x []float32) {
	for i, v := range x {
		c := max(min(v, 4), -4)
		s := float32(c * c)
		p := geluTerms[len(geluTerms)-1]
		for j := len(geluTerms) - 2; j >= 0; j-- {
			p = float32(p*s) + geluTerms[j]
		}
		x[i] = float32(v * (float32(p*c) + 0.5))
	}
}

func plainAddNorm(x, y, gain, bias []float32) {
	var sum [8]float32
	for i := range x {
		x[i] += y[i]
		sum[i&7] += x[i]
	}
	n := float32(len(x))
	mean := lanes8(&sum) / n
	sum = [8]float32{}
	for i, v := range x {
		d := v - mean
		sum[i&7] += float32(d * d)
	}
	inv := 1 / float32(math.Sqrt(float64(lanes8(&sum)/n+1e-12)))
	for i, v := range x {
		x[i] = float32(float32(float32(v-mean)*inv)*gain[i]) + bias[i]
	}
}
