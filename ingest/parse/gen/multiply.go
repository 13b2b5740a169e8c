package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// multiplyVNNI: eight rows of x times a block of 32 outputs.
func multiplyVNNI() {
	TEXT("tileVNNI", 4, "func(dst *float32, stride int, x *uint8, in int, code *float32, w *int8, sum *int32, wscale *float32, bias *float32)")
	dst, stride := Load(Param("dst"), GP64()), Load(Param("stride"), GP64())
	x, k := Load(Param("x"), GP64()), Load(Param("in"), GP64())
	code, w := Load(Param("code"), GP64()), Load(Param("w"), GP64())
	sum, wscale, bias := Load(Param("sum"), GP64()), Load(Param("wscale"), GP64()), Load(Param("bias"), GP64())
	k3, x4, left := GP64(), GP64(), GP64()
	LEAQ(Mem{Base: k, Index: k, Scale: 2}, k3)
	LEAQ(Mem{Base: x, Index: k, Scale: 4}, x4)
	MOVQ(k, left)
	SHRQ(U8(2), left)
	var acc [8][2]VecVirtual
	for r := range acc {
		for c := range acc[r] {
			acc[r][c] = ZMM()
			VPXORD(acc[r][c], acc[r][c], acc[r][c])
		}
	}
	w0, w1, b0, b1 := ZMM(), ZMM(), ZMM(), ZMM()
	row := func(r int) Mem {
		base := x
		if r >= 4 {
			base = x4
		}
		switch r % 4 {
		case 1:
			return Mem{Base: base, Index: k, Scale: 1}
		case 2:
			return Mem{Base: base, Index: k, Scale: 2}
		case 3:
			return Mem{Base: base, Index: k3, Scale: 1}
		}
		return Mem{Base: base}
	}
	Label("loopVNNI")
	VMOVDQU32(Mem{Base: w}, w0)
	VMOVDQU32(Mem{Base: w, Disp: 64}, w1)
	for r := range acc {
		b := b0
		if r%2 == 1 {
			b = b1
		}
		VPBROADCASTD(row(r), b)
		VPDPBUSD(w0, b, acc[r][0])
		VPDPBUSD(w1, b, acc[r][1])
	}
	ADDQ(U8(4), x)
	ADDQ(U8(4), x4)
	ADDQ(U32(128), w)
	DECQ(left)
	JNZ(LabelRef("loopVNNI"))
	for c := range 2 {
		d := 64 * c
		VMOVDQU32(Mem{Base: sum, Disp: d}, w0)
		VMOVUPS(Mem{Base: wscale, Disp: d}, w1)
		VMOVUPS(Mem{Base: bias, Disp: d}, b0)
		var column []VecVirtual
		for r := range acc {
			column = append(column, acc[r][c])
		}
		finish(column, dst, stride, code, d, w0, w1, b0, b1)
	}
	VZEROUPPER()
	RET()
}

// multiplyAVX2: rows of x, four at a time, times 16 outputs, half a block. Products of two groups of four inputs are added in
// 16 bits: four products of 127 and 63 stay under 2¹⁵.
func multiplyAVX2() {
	TEXT("panelAVX2", 4, "func(dst *float32, stride int, x *uint8, in int, code *float32, w *int8, sum *int32, wscale *float32, bias *float32, rows int)")
	dst, stride := Load(Param("dst"), GP64()), Load(Param("stride"), GP64())
	x, k := Load(Param("x"), GP64()), Load(Param("in"), GP64())
	code, w := Load(Param("code"), GP64()), Load(Param("w"), GP64())
	sum, wscale, bias := Load(Param("sum"), GP64()), Load(Param("wscale"), GP64()), Load(Param("bias"), GP64())
	n := Load(Param("rows"), GP64())
	k3, left, at := GP64(), GP64(), GP64()
	LEAQ(Mem{Base: k, Index: k, Scale: 2}, k3)
	SHRQ(U8(2), n)
	var acc [4][2]VecVirtual
	for r := range acc {
		for c := range acc[r] {
			acc[r][c] = YMM()
		}
	}
	ones, w0, w1, w2, b0, b1, t0, t1 := YMM(), YMM(), YMM(), YMM(), YMM(), YMM(), YMM(), YMM()
	VMOVDQU(bits(0x00010001), ones)
	Label("rowsAVX2")
	for r := range acc {
		for c := range acc[r] {
			VPXOR(acc[r][c], acc[r][c], acc[r][c])
		}
	}
	MOVQ(w, at)
	MOVQ(k, left)
	SHRQ(U8(3), left)
	rows := []Mem{{Base: x}, {Base: x, Index: k, Scale: 1}, {Base: x, Index: k, Scale: 2}, {Base: x, Index: k3, Scale: 1}}
	Label("loopAVX2")
	VMOVDQU(Mem{Base: at}, w0)
	VMOVDQU(Mem{Base: at, Disp: 128}, w1)
	VMOVDQU(Mem{Base: at, Disp: 32}, w2)
	for r, row := range rows {
		VPBROADCASTD(row, b0)
		row.Disp += 4
		VPBROADCASTD(row, b1)
		VPMADDUBSW(w0, b0, t0)
		VPMADDUBSW(w1, b1, t1)
		VPADDW(t0, t1, t0)
		VPMADDWD(ones, t0, t0)
		VPADDD(t0, acc[r][0], acc[r][0])
		VPMADDUBSW(w2, b0, t0)
		VPMADDUBSW(Mem{Base: at, Disp: 160}, b1, t1)
		VPADDW(t0, t1, t0)
		VPMADDWD(ones, t0, t0)
		VPADDD(t0, acc[r][1], acc[r][1])
	}
	ADDQ(U8(8), x)
	ADDQ(U32(256), at)
	DECQ(left)
	JNZ(LabelRef("loopAVX2"))
	for c := range 2 {
		d := 32 * c
		VMOVDQU(Mem{Base: sum, Disp: d}, w0)
		VMOVUPS(Mem{Base: wscale, Disp: d}, w1)
		VMOVUPS(Mem{Base: bias, Disp: d}, w2)
		var column []VecVirtual
		for r := range acc {
			column = append(column, acc[r][c])
		}
		finish(column, dst, stride, code, d, w0, w1, w2, t0)
	}
	ADDQ(k3, x)
	ADDQ(U8(32), code)
	LEAQ(Mem{Base: dst, Index: stride, Scale: 4}, dst)
	DECQ(n)
	JNZ(LabelRef("rowsAVX2"))
	VZEROUPPER()
	RET()
}

// finish turns the sums of one register's outputs, a row each, into what multiply gives, d bytes from the rows' starts.
// sums, wscale and bias are of these outputs; t is free.
func finish(column []VecVirtual, dst, stride, code Register, d int, sums, wscale, bias, t VecVirtual) {
	at := GP64()
	MOVQ(dst, at)
	for r, a := range column {
		VPBROADCASTD(Mem{Base: code, Disp: 8*r + 4}, t)
		VPMULLD(sums, t, t)
		VPSUBD(t, a, a)
		VCVTDQ2PS(a, a)
		VBROADCASTSS(Mem{Base: code, Disp: 8 * r}, t)
		VMULPS(wscale, t, t)
		VMULPS(t, a, a)
		VADDPS(bias, a, a)
		VMOVUPS(a, Mem{Base: at, Disp: d})
		if r < len(column)-1 {
			ADDQ(stride, at)
		}
	}
}
