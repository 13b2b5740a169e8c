// Command gen writes the kernels' assembly (see go:generate in kernel_amd64.go). It is a module of its own so that avo
// is not among kg's dependencies. What each function computes is said by the plain kernels in kernel.go; the bits are
// the same.
package main

import (
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

func main() {
	ConstraintExpr("amd64")
	multiplyVNNI()
	multiplyAVX2()
	quantizeRow()
	product(4, 2)
	product(4, 1)
	product(1, 4)
	product(1, 1)
	transpose()
	softmax()
	gelu()
	addNorm()
	Generate()
}

// constants lie in memory eight times each, as operands of whole registers.
var constants = map[uint32]Mem{}

func bits(b uint32) Mem {
	m, ok := constants[b]
	if !ok {
		m = GLOBL("c"+hex(b), 8|16) // RODATA, NOPTR
		for i := range 8 {
			DATA(4*i, U32(b))
		}
		constants[b] = m
	}
	return m
}

func hex(b uint32) string {
	out := make([]byte, 8)
	for i := range out {
		out[i] = "0123456789abcdef"[b>>(28-4*i)&15]
	}
	return string(out)
}

func f32(x float32) Mem { return bits(math.Float32bits(x)) }

// fold leaves in the low lane of y the eight lanes under op, in the order of lanes8.
func fold(y VecVirtual, op func(a, b, c Op)) Register {
	lo, hi := y.AsX(), XMM()
	VEXTRACTF128(U8(1), y, hi)
	op(hi, lo, lo)
	VMOVHLPS(lo, lo, hi)
	op(hi, lo, lo)
	VMOVSHDUP(lo, hi)
	op(hi, lo, lo)
	return lo
}

func quantizeRow() {
	TEXT("quantizeAVX2", 4, "func(dst *uint8, code *float32, x *float32, width int)")
	dst, code := Load(Param("dst"), GP64()), Load(Param("code"), GP64())
	x, n := Load(Param("x"), GP64()), Load(Param("width"), GP64())
	least, most, inv := YMM(), YMM(), YMM()
	VXORPS(least, least, least)
	VXORPS(most, most, most)
	at, left := GP64(), GP64()
	SHRQ(U8(5), n)
	MOVQ(x, at)
	MOVQ(n, left)
	t := [4]VecVirtual{YMM(), YMM(), YMM(), YMM()}
	Label("most")
	for i := range t {
		VMOVUPS(Mem{Base: at, Disp: 32 * i}, t[i])
		VMAXPS(t[i], most, most)
		VMINPS(t[i], least, least)
	}
	ADDQ(U32(128), at)
	DECQ(left)
	JNZ(LabelRef("most"))
	high := fold(most, func(a, b, c Op) { VMAXPS(a, b, c) })
	low := fold(least, func(a, b, c Op) { VMINPS(a, b, c) })
	span := XMM()
	VSUBSS(low, high, span)
	VMAXSS(f32(1e-6), span, span)
	limit, q := XMM(), XMM()
	VMOVSS(f32(127), limit)
	VDIVSS(limit, span, q)
	VMOVSS(q, Mem{Base: code})
	VDIVSS(span, limit, q)
	VBROADCASTSS(q, inv)
	zero := XMM()
	VXORPS(zero, zero, zero)
	VSUBSS(low, zero, zero)
	VMULSS(q, zero, zero)
	VCVTPS2DQ(zero, zero)
	VMOVD(zero, Mem{Base: code, Disp: 4})
	up, none := YMM(), YMM()
	VPBROADCASTB(zero, up)
	VPXOR(none, none, none)
	order := YMM()
	pick := GLOBL("order", 8|16)
	for i, v := range []uint32{0, 4, 1, 5, 2, 6, 3, 7} {
		DATA(4*i, U32(v))
	}
	VMOVDQU(pick, order)
	Label("round")
	for i := range t {
		VMULPS(Mem{Base: x, Disp: 32 * i}, inv, t[i])
		VCVTPS2DQ(t[i], t[i])
	}
	VPACKSSDW(t[1], t[0], t[0])
	VPACKSSDW(t[3], t[2], t[2])
	VPACKSSWB(t[2], t[0], t[0])
	VPERMD(t[0], order, t[0])
	VPADDSB(up, t[0], t[0])
	VPMAXSB(none, t[0], t[0])
	VMOVDQU(t[0], Mem{Base: dst})
	ADDQ(U32(128), x)
	ADDQ(U8(32), dst)
	DECQ(n)
	JNZ(LabelRef("round"))
	VZEROUPPER()
	RET()
}

// exp turns x into its exponential; n and y are free.
func exp(x, n, y VecVirtual) {
	big := f32(3 << 22)
	VMAXPS(f32(-80), x, x)
	VMULPS(f32(1.44269504088896341), x, n)
	VADDPS(big, n, n)
	VSUBPS(big, n, n)
	VMULPS(f32(0.693359375), n, y)
	VSUBPS(y, x, x)
	VMULPS(f32(-2.12194440e-4), n, y)
	VSUBPS(y, x, x)
	VMULPS(f32(1.9875691500e-4), x, y)
	VADDPS(f32(1.3981999507e-3), y, y)
	for _, c := range []float32{8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1} {
		VMULPS(x, y, y)
		VADDPS(f32(c), y, y)
	}
	VCVTPS2DQ(n, n)
	VPADDD(bits(127), n, n)
	VPSLLD(U8(23), n, n)
	t := YMM()
	VMULPS(x, x, t)
	VMULPS(t, y, y)
	VADDPS(x, y, y)
	VADDPS(f32(1), y, y)
	VMULPS(n, y, x)
}

func softmax() {
	TEXT("softmaxAVX2", 4, "func(x *float32, n int, factor float32)")
	x, n := Load(Param("x"), GP64()), Load(Param("n"), GP64())
	factor := YMM()
	addr, err := Param("factor").Resolve()
	if err != nil {
		panic(err)
	}
	VBROADCASTSS(addr.Addr, factor)
	SHRQ(U8(3), n)
	at, left := GP64(), GP64()
	MOVQ(x, at)
	MOVQ(n, left)
	most := YMM()
	VMOVUPS(Mem{Base: at}, most)
	Label("softmost")
	VMAXPS(Mem{Base: at}, most, most)
	ADDQ(U8(32), at)
	DECQ(left)
	JNZ(LabelRef("softmost"))
	low := fold(most, func(a, b, c Op) { VMAXPS(a, b, c) })
	top, sum := YMM(), YMM()
	VBROADCASTSS(low, top)
	VXORPS(sum, sum, sum)
	MOVQ(x, at)
	MOVQ(n, left)
	v, a, b := YMM(), YMM(), YMM()
	Label("softexp")
	VMOVUPS(Mem{Base: at}, v)
	VSUBPS(top, v, v)
	VMULPS(factor, v, v)
	exp(v, a, b)
	VMOVUPS(v, Mem{Base: at})
	VADDPS(v, sum, sum)
	ADDQ(U8(32), at)
	DECQ(left)
	JNZ(LabelRef("softexp"))
	s := fold(sum, func(a, b, c Op) { VADDPS(a, b, c) })
	one, inv := XMM(), YMM()
	VMOVSS(f32(1), one)
	VDIVSS(s, one, one)
	VBROADCASTSS(one, inv)
	Label("softscale")
	VMULPS(Mem{Base: x}, inv, v)
	VMOVUPS(v, Mem{Base: x})
	ADDQ(U8(32), x)
	DECQ(n)
	JNZ(LabelRef("softscale"))
	VZEROUPPER()
	RET()
}

func gelu() {
	TEXT("geluAVX2", 4, "func(x *float32, n int)")
	x, n := Load(Param("x"), GP64()), Load(Param("n"), GP64())
	SHRQ(U8(3), n)
	v, c, s, p := YMM(), YMM(), YMM(), YMM()
	terms := make([]VecVirtual, len(geluTerms))
	for i, t := range geluTerms {
		terms[i] = YMM()
		VMOVUPS(f32(t), terms[i])
	}
	low, high, half := YMM(), YMM(), YMM()
	VMOVUPS(f32(-4), low)
	VMOVUPS(f32(4), high)
	VMOVUPS(f32(0.5), half)
	Label("gelu")
	VMOVUPS(Mem{Base: x}, v)
	VMINPS(high, v, c)
	VMAXPS(low, c, c)
	VMULPS(c, c, s)
	VMULPS(terms[len(terms)-1], s, p)
	for i := len(terms) - 2; i >= 0; i-- {
		VADDPS(terms[i], p, p)
		if i > 0 {
			VMULPS(s, p, p)
		}
	}
	VMULPS(c, p, p)
	VADDPS(half, p, p)
	VMULPS(v, p, p)
	VMOVUPS(p, Mem{Base: x})
	ADDQ(U8(32), x)
	DECQ(n)
	JNZ(LabelRef("gelu"))
	VZEROUPPER()
	RET()
}

// geluTerms are kernel.go's.
var geluTerms = [...]float32{0.3978700339794159, -0.0645541399717331, 0.00876358151435852, -0.000812167243566364,
	4.7762001486262307e-05, -1.5887407016634825e-06, 2.258666143006849e-08}

func addNorm() {
	TEXT("addNormAVX2", 4, "func(x *float32, y *float32, gain *float32, bias *float32, n int, width float32)")
	x, y := Load(Param("x"), GP64()), Load(Param("y"), GP64())
	gain, bias := Load(Param("gain"), GP64()), Load(Param("bias"), GP64())
	n := Load(Param("n"), GP64())
	width := Load(Param("width"), XMM())
	SHRQ(U8(3), n)
	at, left := GP64(), GP64()
	sum, v := YMM(), YMM()
	VXORPS(sum, sum, sum)
	MOVQ(x, at)
	MOVQ(n, left)
	Label("add")
	VMOVUPS(Mem{Base: at}, v)
	VADDPS(Mem{Base: y}, v, v)
	VMOVUPS(v, Mem{Base: at})
	VADDPS(v, sum, sum)
	ADDQ(U8(32), at)
	ADDQ(U8(32), y)
	DECQ(left)
	JNZ(LabelRef("add"))
	s := fold(sum, func(a, b, c Op) { VADDPS(a, b, c) })
	mean := YMM()
	VDIVSS(width, s, s)
	VBROADCASTSS(s, mean)
	squares := YMM()
	VXORPS(squares, squares, squares)
	MOVQ(x, at)
	MOVQ(n, left)
	Label("variance")
	VMOVUPS(Mem{Base: at}, v)
	VSUBPS(mean, v, v)
	VMULPS(v, v, v)
	VADDPS(v, squares, squares)
	ADDQ(U8(32), at)
	DECQ(left)
	JNZ(LabelRef("variance"))
	q := fold(squares, func(a, b, c Op) { VADDPS(a, b, c) })
	VDIVSS(width, q, q)
	VADDSS(f32(1e-12), q, q)
	VSQRTSS(q, q, q)
	one, inv := XMM(), YMM()
	VMOVSS(f32(1), one)
	VDIVSS(q, one, one)
	VBROADCASTSS(one, inv)
	Label("scale")
	VMOVUPS(Mem{Base: x}, v)
	VSUBPS(mean, v, v)
	VMULPS(inv, v, v)
	VMULPS(Mem{Base: gain}, v, v)
	VADDPS(Mem{Base: bias}, v, v)
	VMOVUPS(v, Mem{Base: x})
	ADDQ(U8(32), x)
	ADDQ(U8(32), gain)
	ADDQ(U8(32), bias)
	DECQ(n)
	JNZ(LabelRef("scale"))
	VZEROUPPER()
	RET()
}
