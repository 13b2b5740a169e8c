package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// product adds rows×(8·vectors) results.
func product(rows, vectors int) {
	name := "product" + string('0'+byte(rows)) + "x" + string('0'+byte(vectors))
	TEXT(name, 4, "func(c *float32, ldc int, a *float32, lda int, b *float32, ldb int, k int)")
	c, ldc := Load(Param("c"), GP64()), Load(Param("ldc"), GP64())
	a, lda := Load(Param("a"), GP64()), Load(Param("lda"), GP64())
	b, ldb := Load(Param("b"), GP64()), Load(Param("ldb"), GP64())
	k := Load(Param("k"), GP64())
	lda3 := GP64()
	if rows > 1 {
		LEAQ(Mem{Base: lda, Index: lda, Scale: 2}, lda3)
	}
	acc := make([][]VecVirtual, rows)
	at := GP64()
	MOVQ(c, at)
	for r := range acc {
		for v := range vectors {
			acc[r] = append(acc[r], YMM())
			VMOVUPS(Mem{Base: at, Disp: 32 * v}, acc[r][v])
		}
		if r+1 < rows {
			ADDQ(ldc, at)
		}
	}
	src := []Mem{{Base: a}, {Base: a, Index: lda, Scale: 1}, {Base: a, Index: lda, Scale: 2}, {Base: a, Index: lda3, Scale: 1}}
	s := YMM()
	bv := make([]VecVirtual, vectors)
	for v := range bv {
		bv[v] = YMM()
	}
	t := [2]VecVirtual{YMM(), YMM()}
	Label("loop" + name)
	for v := range bv {
		VMOVUPS(Mem{Base: b, Disp: 32 * v}, bv[v])
	}
	for r := range rows {
		VBROADCASTSS(src[r], s)
		for v := range bv {
			VMULPS(bv[v], s, t[v%2])
			VADDPS(t[v%2], acc[r][v], acc[r][v])
		}
	}
	ADDQ(U8(4), a)
	ADDQ(ldb, b)
	DECQ(k)
	JNZ(LabelRef("loop" + name))
	for r := range acc {
		for v := range vectors {
			VMOVUPS(acc[r][v], Mem{Base: c, Disp: 32 * v})
		}
		if r+1 < rows {
			ADDQ(ldc, c)
		}
	}
	VZEROUPPER()
	RET()
}

// transpose writes eight rows of n numbers, a multiple of 8, as n rows of eight.
func transpose() {
	TEXT("transposeAVX2", 4, "func(dst *float32, ldd int, src *float32, lds int, n int)")
	dst, ldd := Load(Param("dst"), GP64()), Load(Param("ldd"), GP64())
	src, lds := Load(Param("src"), GP64()), Load(Param("lds"), GP64())
	n := Load(Param("n"), GP64())
	lds3, ldd3, src4, dst4 := GP64(), GP64(), GP64(), GP64()
	LEAQ(Mem{Base: lds, Index: lds, Scale: 2}, lds3)
	LEAQ(Mem{Base: ldd, Index: ldd, Scale: 2}, ldd3)
	SHRQ(U8(3), n)
	eight := func(base, base4, stride, stride3 Register) []Mem {
		var out []Mem
		for _, b := range []Register{base, base4} {
			out = append(out, Mem{Base: b}, Mem{Base: b, Index: stride, Scale: 1}, Mem{Base: b, Index: stride, Scale: 2}, Mem{Base: b, Index: stride3, Scale: 1})
		}
		return out
	}
	var a, b [8]VecVirtual
	for i := range a {
		a[i], b[i] = YMM(), YMM()
	}
	Label("transpose")
	LEAQ(Mem{Base: src, Index: lds, Scale: 4}, src4)
	LEAQ(Mem{Base: dst, Index: ldd, Scale: 4}, dst4)
	for i, m := range eight(src, src4, lds, lds3) {
		VMOVUPS(m, a[i])
	}
	for i := 0; i < 8; i += 2 {
		VUNPCKLPS(a[i+1], a[i], b[i])
		VUNPCKHPS(a[i+1], a[i], b[i+1])
	}
	for i := 0; i < 8; i += 4 { // a[i+k] is column k of rows i to i+3, and column k+4 in its upper half
		VSHUFPS(U8(0x44), b[i+2], b[i], a[i])
		VSHUFPS(U8(0xee), b[i+2], b[i], a[i+1])
		VSHUFPS(U8(0x44), b[i+3], b[i+1], a[i+2])
		VSHUFPS(U8(0xee), b[i+3], b[i+1], a[i+3])
	}
	for i := range 4 {
		VPERM2F128(U8(0x20), a[i+4], a[i], b[i])
		VPERM2F128(U8(0x31), a[i+4], a[i], b[i+4])
	}
	for i, m := range eight(dst, dst4, ldd, ldd3) {
		VMOVUPS(b[i], m)
	}
	ADDQ(U8(32), src)
	LEAQ(Mem{Base: dst, Index: ldd, Scale: 8}, dst)
	DECQ(n)
	JNZ(LabelRef("transpose"))
	VZEROUPPER()
	RET()
}
