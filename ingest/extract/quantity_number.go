package extract

import "strings"

// amount is a number with its upper end where it is a range.
type amount struct {
	v, max float64
	vague  bool // "dozens", "several": no value of its own
	share  bool // "half", "two thirds"
}

// fractionOf names the parts of one.
var fractionOf = map[string]float64{"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
	"fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
	"ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "twelfth": 12, "twelfths": 12, "twentieth": 20, "twentieths": 20,
	"hundredth": 100, "hundredths": 100, "thousandth": 1000, "thousandths": 1000, "millionth": 1e6, "millionths": 1e6}

// numberAt reads a number of any form: figures, words, fractions, "half a million", "3 and a half", "two dozen",
// "dozens", "minus five".
func numberAt(l []lexeme, i int) (amount, int) {
	is := func(k int, ws ...string) bool {
		if k < 0 || k >= len(l) {
			return false
		}
		for _, w := range ws {
			if l[k].s == w {
				return true
			}
		}
		return false
	}
	one := func(v float64, n int) (amount, int) { return amount{v: v, max: v}, n }
	if is(i, "minus", "negative") || is(i, "-", "−") && i+1 < len(l) && l[i+1].glued && l[i+1].number && !l[i].glued {
		if a, n := numberAt(l, i+1); n > i+1 && !a.vague {
			return one(-a.v, n)
		}
		return amount{}, i
	}
	if i >= len(l) {
		return amount{}, i
	}
	if h, ok := halves[l[i].s]; ok {
		return one(h, i+1)
	}
	// vague numbers
	k := i
	switch {
	case is(k, "dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions", "tens"):
		n := k + 1
		for is(n, "of", "upon") && is(n+1, "dozens", "hundreds", "thousands", "millions", "billions") {
			n += 2
		}
		return amount{vague: true}, n
	case is(k, "several", "numerous", "various", "countless", "multiple"):
		n := k + 1
		for is(n, "dozen", "hundred", "thousand", "million", "billion", "trillion") {
			n++
		}
		return amount{vague: true}, n
	case is(k, "a") && is(k+1, "few", "couple", "number", "handful", "dozen", "half", "third", "quarter", "fifth", "tenth"):
		switch {
		case is(k+1, "dozen"):
			return one(12, k+2)
		case is(k+1, "half") && is(k+2, "million", "billion", "trillion", "dozen"):
			return one(0.5*scaleOf(l[k+2].s), k+3)
		case is(k+1, "half", "third", "quarter", "fifth", "tenth"):
			if is(k+1, "quarter") && is(k+2, "million", "billion", "trillion", "of") && !is(k+2, "of") {
				return one(0.25*scaleOf(l[k+2].s), k+3)
			}
			if is(k+2, "of") || is(k+1, "half", "third", "quarter") && !isWord(l, k+2) || is(k-1, "by") && (!isWord(l, k+2) || is(k+2, "in", "this", "next", "since", "to", "from", "after", "over", "last", "by", "on", "and")) {
				v := 1 / fractionOf[l[k+1].s]
				return amount{v: v, max: v, share: true}, k + 2
			}
			return amount{}, i
		}
		n := k + 2
		for is(n, "dozen", "hundred", "thousand", "million", "billion") {
			n++
		}
		if is(k+1, "number", "couple", "handful") && !is(n, "of") {
			return amount{}, i
		}
		return amount{vague: true}, n
	case is(k, "half", "quarter") && is(k+1, "a", "an", "million", "billion", "trillion", "dozen"):
		f := 1 / fractionOf[l[k].s]
		n := k + 1
		if is(n, "a", "an") {
			n++
		}
		if s := scaleOf(sAt(l, n)); s > 0 {
			return one(f*s, n+1)
		}
		if unitNames[sAt(l, n)] != nil && n > k+1 {
			return one(f, n) // "half a metre"
		}
		return amount{}, i
	case is(k, "half") && !is(k+1, "-", "time", "way") && !is(k-1, "first", "second", "other", "better"):
		return amount{v: 0.5, max: 0.5, share: true}, k + 1
	case is(k, "dozen"):
		return one(12, k+1)
	case is(k, "hundred", "thousand", "million", "billion", "trillion"):
		v, n := scaleOf(l[k].s), k+1
		for s := scaleOf(sAt(l, n)); s > 0; s = scaleOf(sAt(l, n)) {
			v *= s
			n++
		}
		return one(v, n)
	}
	v, n := cardinal(l, i)
	if n == i {
		return amount{}, i
	}
	if is(n, "dozen", "dozens") {
		return one(v*12, n+1)
	}
	// decimals in words
	if is(n, "point") && !l[i].number {
		f, k := 0.1, n+1
		some := false
		for {
			if u, ok := unitNumber[sAt(l, k)]; ok && u < 10 {
				v += u * f
				f /= 10
				k++
				some = true
				continue
			}
			if w, e := wordNumber(l, k); e > k && !some && w >= 10 && w < 100 {
				v += w / 100
				k, some = e, true
			}
			break
		}
		if some {
			n = k
			for s := scaleOf(sAt(l, n)); s > 0; s = scaleOf(sAt(l, n)) {
				v *= s
				n++
			}
			return one(v, n)
		}
	}
	// "two thirds", "three-quarters", "one-fifth", "two and a half", "3 million and a half"
	j := n
	if is(j, "-") && l[j].glued {
		j++
	}
	if f, ok := fractionOf[sAt(l, j)]; ok && !l[i].number && v < 100 && (v == 1) == !strings.HasSuffix(l[j].s, "s") && !(l[j].s == "half" && v != 1) && l[j].s != "second" {
		if v == 1 && !is(j+1, "of") && j == n && isWord(l, j+1) {
			return one(v, n)
		}
		j++
		if is(j, "of") && is(j+1, "a") {
			j += 2
		}
		if s := scaleOf(sAt(l, j)); s > 12 {
			return one(v/f*s, j+1)
		}
		if is(j-1, "a") {
			j -= 2
		}
		return amount{v: v / f, max: v / f, share: true}, j
	}
	if is(n, "and") && is(n+1, "a", "one") {
		if f, ok := fractionOf[sAt(l, n+2)]; ok && !is(n+2, "second") {
			k := n + 3
			half := 1 / f
			if s := scaleOf(sAt(l, k)); s > 0 {
				return one((v+half)*s, k+1)
			}
			if big := lastScale(l, i, n); big > 0 {
				half *= big
			}
			return one(v+half, k)
		}
	}
	// "five million two hundred" in figures with a scale: "6.5 million"
	return one(v, n)
}

func sAt(l []lexeme, i int) string {
	if i < 0 || i >= len(l) {
		return ""
	}
	return l[i].s
}

func isWord(l []lexeme, i int) bool {
	s := sAt(l, i)
	return s != "" && s[0] >= 'a' && s[0] <= 'z'
}

func scaleOf(s string) float64 {
	if s == "dozen" {
		return 12
	}
	if strings.HasSuffix(s, "s") {
		return 0
	}
	return scaleNumber[s]
}

// lastScale is the scale that ends the number i…n ("million" of "3 million"), 0 for none.
func lastScale(l []lexeme, i, n int) float64 {
	if n-1 > i {
		return scaleOf(l[n-1].s)
	}
	return 0
}
