package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

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
