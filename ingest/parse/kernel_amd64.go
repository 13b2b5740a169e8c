package parse

import (
	"unsafe"

	"golang.org/x/sys/cpu"
)

//go:generate go run -C gen . -out ../kernel_amd64.s -stubs ../stubs_amd64.go -pkg parse

// available lists the kernels that this machine can run, the fastest first.
func available() []*kernels {
	var out []*kernels
	x := &cpu.X86
	if x.HasAVX2 && x.HasAVX512F && x.HasAVX512BW && x.HasAVX512VL && x.HasAVX512VNNI {
		vnni := avx2Kernels
		vnni.name, vnni.multiply = "vnni", vnniMultiply
		out = append(out, &vnni)
	}
	if x.HasAVX2 {
		out = append(out, &avx2Kernels)
	}
	return append(out, &plainKernels)
}

var avx2Kernels = kernels{"avx2", avx2Multiply, avx2Quantize, avx2Product, avx2Transpose, avx2Softmax, avx2Gelu, avx2AddNorm}

func vnniMultiply(dst []float32, x []uint8, code []row, rows int, m *matrix) {
	rows = tiles(rows)
	_, _, _ = dst[rows*m.out-1], x[rows*m.in-1], code[rows-1]
	for b := 0; b < m.out; b += block {
		w := &m.w[b*m.in]
		for r := 0; r < rows; r += tile {
			tileVNNI(&dst[r*m.out+b], 4*m.out, &x[r*m.in], m.in, &code[r].scale, w, &m.sum[b], &m.scale[b], &m.bias[b])
		}
	}
}

func avx2Multiply(dst []float32, x []uint8, code []row, rows int, m *matrix) {
	rows = tiles(rows)
	_, _, _ = dst[rows*m.out-1], x[rows*m.in-1], code[rows-1]
	for b := 0; b < m.out; b += block / 2 {
		w := &m.w[b/block*block*m.in+b%block*4]
		panelAVX2(&dst[b], 4*m.out, &x[0], m.in, &code[0].scale, w, &m.sum[b], &m.scale[b], &m.bias[b], rows)
	}
}

func avx2Quantize(dst []uint8, code []row, x []float32, rows, width int) {
	_, _, _ = dst[rows*width-1], code[rows-1], x[rows*width-1]
	for r := range rows {
		quantizeAVX2(&dst[r*width], &code[r].scale, &x[r*width], width)
	}
}

func avx2Product(c []float32, ldc int, a []float32, lda int, b []float32, ldb int, m, k, n int) {
	if m == 0 || k == 0 || n == 0 {
		return
	}
	_, _, _ = c[(m-1)*ldc+n-1], a[(m-1)*lda+k-1], b[(k-1)*ldb+n-1]
	const size = int(unsafe.Sizeof(float32(0)))
	i := 0
	for ; i+4 <= m; i += 4 {
		j := 0
		for ; j+16 <= n; j += 16 {
			product4x2(&c[i*ldc+j], size*ldc, &a[i*lda], size*lda, &b[j], size*ldb, k)
		}
		if j < n {
			product4x1(&c[i*ldc+j], size*ldc, &a[i*lda], size*lda, &b[j], size*ldb, k)
		}
	}
	for ; i < m; i++ {
		j := 0
		for ; j+32 <= n; j += 32 {
			product1x4(&c[i*ldc+j], size*ldc, &a[i*lda], size*lda, &b[j], size*ldb, k)
		}
		for ; j < n; j += 8 {
			product1x1(&c[i*ldc+j], size*ldc, &a[i*lda], size*lda, &b[j], size*ldb, k)
		}
	}
}

func avx2Transpose(dst []float32, wide int, src []float32, stride, n int) {
	const size = int(unsafe.Sizeof(float32(0)))
	_ = dst[headWidth*wide-1]
	j := 0
	for ; j+8 <= n; j += 8 {
		_ = src[(j+7)*stride+headWidth-1]
		transposeAVX2(&dst[j], size*wide, &src[j*stride], size*stride, headWidth)
	}
	if j < n {
		var rest [8 * headWidth]float32
		for i := range n - j {
			copy(rest[i*headWidth:(i+1)*headWidth], src[(j+i)*stride:])
		}
		transposeAVX2(&dst[j], size*wide, &rest[0], size*headWidth, headWidth)
	}
}

func avx2Softmax(x []float32, factor float32) { softmaxAVX2(&x[0], len(x), factor) }

func avx2Gelu(x []float32) { geluAVX2(&x[0], len(x)) }

func avx2AddNorm(x, y, gain, bias []float32) {
	_, _, _ = y[len(x)-1], gain[len(x)-1], bias[len(x)-1]
	addNormAVX2(&x[0], &y[0], &gain[0], &bias[0], len(x), float32(len(x)))
}
