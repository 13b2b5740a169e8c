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
