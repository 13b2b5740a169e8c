package extract

import (
	"strings"

	"kg/graph"
	"kg/ingest/text"
)

// bounds are the words before a number that say how exactly it is meant, longest first.
var bounds = []struct {
	words []string
	bound string
}{
	{[]string{"no", "more", "than"}, "at most"}, {[]string{"not", "more", "than"}, "at most"}, {[]string{"no", "fewer", "than"}, "at least"},
	{[]string{"no", "less", "than"}, "at least"}, {[]string{"not", "less", "than"}, "at least"}, {[]string{"as", "many", "as"}, "at most"},
	{[]string{"as", "much", "as"}, "at most"}, {[]string{"as", "few", "as"}, "at least"}, {[]string{"as", "little", "as"}, "at least"},
	{[]string{"a", "maximum", "of"}, "at most"}, {[]string{"a", "minimum", "of"}, "at least"}, {[]string{"an", "estimated"}, "about"},
	{[]string{"at", "least"}, "at least"}, {[]string{"at", "most"}, "at most"}, {[]string{"up", "to"}, "at most"},
	{[]string{"more", "than"}, "more than"}, {[]string{"greater", "than"}, "more than"}, {[]string{"higher", "than"}, "more than"},
	{[]string{"less", "than"}, "less than"}, {[]string{"fewer", "than"}, "less than"}, {[]string{"lower", "than"}, "less than"},
	{[]string{"just", "over"}, "more than"}, {[]string{"well", "over"}, "more than"}, {[]string{"just", "under"}, "less than"},
	{[]string{"close", "to"}, "about"}, {[]string{"somewhere", "around"}, "about"}, {[]string{"just", "about"}, "about"},
	{[]string{"over"}, "more than"}, {[]string{"above"}, "more than"}, {[]string{"exceeding"}, "more than"}, {[]string{"under"}, "less than"}, {[]string{"below"}, "less than"},
	{[]string{"about"}, "about"}, {[]string{"around"}, "about"}, {[]string{"roughly"}, "about"}, {[]string{"approximately"}, "about"},
	{[]string{"nearly"}, "about"}, {[]string{"almost"}, "about"}, {[]string{"some"}, "about"}, {[]string{"estimated"}, "about"}, {[]string{"circa"}, "about"},
	{[]string{"~"}, "about"}, {[]string{"exactly"}, ""}, {[]string{"precisely"}, ""},
}

// ParseQuantity finds numbers, amounts and measures in plain text. Sentence and tokens are not set.
func ParseQuantity(s string) []QuantityExpr {
	l := lex(s)
	var out []QuantityExpr
	for i := 0; i < len(l); {
		q, n := quantityAt(l, s, i)
		if n <= i {
			i++
			continue
		}
		q.Span = text.Span{Start: l[i].Start, End: l[n-1].End}
		q.Quantity.Text = s[q.Start:q.End]
		out = append(out, q)
		i = n
	}
	return out
}

func quantityAt(l []lexeme, s string, i int) (QuantityExpr, int) {
	if l[i].glued && i > 0 && (isWord(l, i-1) && l[i].number || l[i-1].number && isWord(l, i)) {
		return QuantityExpr{}, i // inside "IE9", "10th"
	}
	bound, k := boundAt(l, i)
	if a := sAt(l, k); k > i && (a == "a" || a == "an" || a == "the") && !strings.HasSuffix(bound, "than") {
		k = i
		bound = ""
	}
	q, n := measureAt(l, s, k)
	if n == k {
		return QuantityExpr{}, i
	}
	q.Quantity.Bound = bound
	if k == i { // bounds behind
		switch {
		case sAt(l, n) == "or" && (sAt(l, n+1) == "more" || sAt(l, n+1) == "greater" || sAt(l, n+1) == "above"):
			q.Quantity.Bound = "at least"
			n += 2
		case sAt(l, n) == "or" && (sAt(l, n+1) == "less" || sAt(l, n+1) == "fewer"):
			q.Quantity.Bound = "at most"
			n += 2
		case sAt(l, n) == "or" && sAt(l, n+1) == "so":
			q.Quantity.Bound = "about"
			n += 2
		case sAt(l, n) == "at" && sAt(l, n+1) == "least":
			q.Quantity.Bound = "at least"
			n += 2
		}
	}
	return q, n
}

func boundAt(l []lexeme, i int) (string, int) {
	for _, b := range bounds {
		if i+len(b.words) >= len(l) {
			continue
		}
		ok := true
		for k, w := range b.words {
			if l[i+k].s != w {
				ok = false
				break
			}
		}
		if ok {
			return b.bound, i + len(b.words)
		}
	}
	return "", i
}

// measureAt reads a number with its currency, unit or percent sign, or a range of them.
func measureAt(l []lexeme, s string, i int) (QuantityExpr, int) {
	var q QuantityExpr
	k := i
	if sAt(l, k) == "between" || sAt(l, k) == "from" && rangeVerb(sAt(l, k-1)) {
		a, n := single(l, s, k+1)
		if n > k+1 && (sAt(l, n) == "and" || sAt(l, n) == "to") {
			if b, e := single(l, s, n+1); e > n+1 && b.Quantity.Value > a.Quantity.Value {
				b.Quantity.Max, b.Quantity.Value = b.Quantity.Value, a.Quantity.Value
				return b.scaled(), e
			}
		}
		return q, i
	}
	a, n := single(l, s, k)
	if n == k {
		return q, i
	}
	// "40 to 50", "10-15", "$4 billion to $5 billion"
	if !a.Quantity.Ordinal && a.Quantity.Valid && sAt(l, i-1) != "from" || rangeVerb(sAt(l, i-2)) {
		w := sAt(l, n)
		if w == "to" || w == "or" || (w == "-" || w == "–" || w == "—") && l[n].glued == (n+1 < len(l) && l[n+1].glued) {
			b, e := single(l, s, n+1)
			sameUnit := a.Quantity.Unit == b.Quantity.Unit || a.Quantity.Unit == ""
			if e > n+1 && b.Quantity.Valid && !b.Quantity.Ordinal && sameUnit && b.Quantity.Value > a.Quantity.Value && (w != "or" || b.Quantity.Value == a.Quantity.Value+1) {
				if a.Quantity.Unit == "" && b.Quantity.Unit != "" || true {
					v := a.Quantity.Value
					if a.Quantity.Unit == "" { // "4 to 5 million": the scale is of both
						if f := lastScale(l, n+1, numberEnd(l, n+1)); f > 1 && v < 1000 {
							v *= f
						}
					}
					if v < b.Quantity.Value {
						b.Quantity.Max, b.Quantity.Value = b.Quantity.Value, v
						b.Age = b.Age || a.Age
						return b.scaled(), e
					}
				}
			}
		}
	}
	return a, n
}

func numberEnd(l []lexeme, i int) int {
	_, n := numberAt(l, i)
	return n
}

func rangeVerb(s string) bool { return strings.HasPrefix(s, "rang") }

// scaled fills the SI value.
func (q QuantityExpr) scaled() QuantityExpr {
	if u := unitByCode[q.Quantity.Unit]; u != nil && u.si != "" {
		q.Quantity.SI, q.Quantity.SIUnit = (q.Quantity.Value+u.offset)*u.factor, u.si
	}
	return q
}

var unitByCode = func() map[string]*unit {
	m := map[string]*unit{}
	for _, u := range unitNames {
		m[u.code] = u
	}
	return m
}()

// single reads one amount with its unit.
func single(l []lexeme, s string, i int) (QuantityExpr, int) {
	none := QuantityExpr{}
	if o, n := ordinalAt(l, i); n > i && !isFractionName(l, i, n) {
		q := QuantityExpr{Quantity: graph.Quantity{Value: o, Max: o, Valid: true, Ordinal: true}}
		return q, n
	}
	if v, n := wordOrdinal(l, i); n > i {
		return QuantityExpr{Quantity: graph.Quantity{Value: v, Max: v, Valid: true, Ordinal: true}}, n
	}
	code, k := currencyBefore(l, i)
	a, n := numberAt(l, k)
	if n == k {
		// "age 87", "percent of 10"
		if sAt(l, i) == "age" || sAt(l, i) == "aged" {
			if v, e := numberAt(l, i+1); e > i+1 && !v.vague {
				return QuantityExpr{Age: true, Quantity: graph.Quantity{Value: v.v, Max: v.v, Valid: true, Unit: "year"}}.scaled(), e
			}
		}
		return none, i
	}
	q := QuantityExpr{Quantity: graph.Quantity{Value: a.v, Max: a.max, Valid: !a.vague}}
	if code != "" {
		q.Quantity.Unit = code
		// "$4.5bn", "$3m"
		if f, ok := glueScale[sAt(l, n)]; ok && l[n].glued {
			q.Quantity.Value *= f
			q.Quantity.Max *= f
			n++
		}
		if u := unitNames[sAt(l, n)]; u != nil && u.kind == "money" && (u.code == code || code == "USD") && !(n < len(l) && l[n].capped) {
			n++
		}
		return q.scaled(), n
	}
	if n < len(l) && l[n].glued && l[n].s == "x" || sAt(l, n) == "×" {
		return q, n
	}
	// ages: "19 years old", "54-year-old", "three months of age"
	j := n
	if sAt(l, j) == "-" && l[j].glued {
		j++
	}
	if u, ok := units[sAt(l, j)]; ok && unitLength[u].seconds == 0 || sAt(l, j) == "yo" {
		if sAt(l, j) == "yo" {
			u = "year"
		}
		e := j + 1
		old := false
		if d := e; sAt(l, d) == "-" && l[d].glued && (sAt(l, d+1) == "old" || sAt(l, d+1) == "olds") {
			e, old = d+2, true
		} else if sAt(l, e) == "old" {
			e, old = e+1, true
		} else if sAt(l, e) == "of" && sAt(l, e+1) == "age" {
			e, old = e+2, true
		} else if sAt(l, j) == "yo" {
			old = true
		}
		if old {
			q.Age = true
			q.Quantity.Unit = u
			return q.scaled(), e
		}
	}
	if n < len(l) && (l[n].glued || wordScale[l[n].s]) {
		if f, ok := glueScale[l[n].s]; ok && (l[n].s != "m" && l[n].s != "t" && l[n].s != "mm" && (l[n].s != "b" || a.v >= 100) || l[n].s == "m" && l[n].capped) {
			q.Quantity.Value *= f
			q.Quantity.Max *= f
			n++
		}
	}
	// money in millions: "20 MUSD"
	if w := sAt(l, n); len(w) == 4 && w[0] == 'm' && isoCurrency[w[1:]] {
		q.Quantity.Value *= 1e6
		q.Quantity.Max *= 1e6
		q.Quantity.Unit = strings.ToUpper(w[1:])
		return q, n + 1
	}
	if u, e := unitAt(l, s, n, a); e > n {
		q.Quantity.Unit = u.code
		if s := scaleOf(sAt(l, e)); s > 100 && u.kind == "money" { // "75 USD million"
			q.Quantity.Value *= s
			q.Quantity.Max *= s
			e++
		}
		// "5 feet and 2 inches", "15 dollars and 50 cents"
		if u.code == "ft" || u.code == "lb" || u.code == "USD" {
			d := e
			if sAt(l, d) == "and" || sAt(l, d) == "," {
				d++
			}
			if b, f := numberAt(l, d); f > d && !b.vague {
				v, g := unitAt(l, s, f, b)
				if g == f && u.code == "ft" && sAt(l, f) == "in" {
					v, g = unitNames["inch"], f+1
				}
				if g > f {
					switch {
					case u.code == "ft" && v.code == "in":
						q.Quantity.Value += b.v / 12
						e = g
					case u.code == "lb" && v.code == "oz":
						q.Quantity.Value += b.v / 16
						e = g
					case u.code == "USD" && v.code == "cent":
						q.Quantity.Value += b.v / 100
						e = g
					}
					q.Quantity.Max = q.Quantity.Value
				}
			}
		}
		return q.scaled(), e
	}
	return q, n
}

// wordScale are the scales that may stand apart.
var wordScale = map[string]bool{"bn": true, "mn": true, "mln": true, "bln": true, "tln": true, "tn": true}

var glueScale = map[string]float64{"mil": 1e6, "bln": 1e9, "tln": 1e12, "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mm": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "t": 1e12}

// isFractionName reports whether the ordinal i…n is the part of a fraction ("one third") or a second of time.
func isFractionName(l []lexeme, i, n int) bool {
	if sAt(l, i) == "second" && (sAt(l, i-1) == "a" || sAt(l, i-1) == "per" || sAt(l, i-1) == "each") {
		return true
	}
	return false
}

// wordOrdinal reads a longer ordinal in words: "one hundred twenty-fifth", "two hundredth".
func wordOrdinal(l []lexeme, i int) (float64, int) {
	v, n := wordNumber(l, i)
	if n == i || v < 100 && sAt(l, n) != "hundredth" && sAt(l, n) != "thousandth" && sAt(l, n) != "millionth" {
		return 0, i
	}
	k := n
	if sAt(l, k) == "and" || sAt(l, k) == "-" && l[k].glued {
		k++
	}
	o, ok := ordinalUnit[sAt(l, k)]
	if !ok {
		return 0, i
	}
	if o >= 100 {
		return v * o, k + 1
	}
	if o < 100 && int(v)%10 == 0 {
		return v + o, k + 1
	}
	return 0, i
}

// currencyBefore reads a currency before its amount: "$", "US$", "USD", "£".
func currencyBefore(l []lexeme, i int) (string, int) {
	s := sAt(l, i)
	if c, ok := currencySigns[s]; ok {
		return c, i + 1
	}
	if c, ok := dollarOf[s]; ok && (sAt(l, i+1) == "$" || sAt(l, i+1) == "＄") && (l[i+1].glued || len(s) > 1 || s == "c") {
		return c, i + 2
	}
	if isoCurrency[s] {
		c := strings.ToUpper(s)
		switch s {
		case "rs":
			c = "INR"
		case "rmb":
			c = "CNY"
		}
		k := i + 1
		if sAt(l, k) == "." {
			k++
		}
		if _, ok := currencySigns[sAt(l, k)]; ok {
			k++
		}
		if k < len(l) && l[k].number {
			return c, k
		}
	}
	return "", i
}

// unitAt reads the unit behind an amount: the longest name in the table.
func unitAt(l []lexeme, s string, i int, a amount) (*unit, int) {
	k := i
	if sAt(l, k) == "-" && l[k].glued && k+1 < len(l) && l[k+1].glued {
		k++
	}
	if c, ok := currencySigns[sAt(l, k)]; ok && (l[k].glued || !(k+1 < len(l) && l[k+1].number && l[k+1].glued)) {
		return unitNames[strings.ToLower(c)], k + 1
	}
	for n := min(longestUnit, len(l)-k); n >= 1; n-- {
		name := strings.ToLower(oneLine(s[l[k].Start:l[k+n-1].End]))
		u, ok := unitNames[name]
		if !ok {
			continue
		}
		if len(name) <= 2 && name != "%" && name != "km" && name != "kg" && name != "cm" && name != "mm" && name != "ft" && name != "lb" && name != "oz" && !l[k].glued {
			// a lone letter is a unit only behind figures
			if !l[i-1].number || name == "a" || name == "in" || name == "t" || name == "try" {
				continue
			}
		}
		switch name {
		case "try", "stone", "real", "won", "mark", "marks", "dong", "rs", "sterling", "cup", "rand", "second", "bits", "bit":
			if a.v == 1 && name != "mark" || name == "won" && a.v < 100 || name == "try" && !l[k].capped || name == "second" || a.vague {
				continue
			}
		case "pound", "pounds":
			if money(l, i, a) {
				u = unitNames["gbp"]
			}
		}
		return u, k + n
	}
	return nil, i
}

// money reports whether "pounds" behind an amount are money and not a weight.
func money(l []lexeme, i int, a amount) bool {
	for k := max(0, i-9); k < min(len(l), i+8); k++ {
		switch l[k].s {
		case "weigh", "weighs", "weighed", "weighing", "weight", "lost", "gained", "heavy", "heavier", "lose", "meat", "cocaine", "lifted", "thrust":
			return false
		case "cost", "costs", "paid", "pay", "price", "worth", "fine", "fined", "budget", "sterling", "billion", "bank", "fund", "loan", "debt", "tax", "salary", "prize", "spend", "spent", "sold", "bought":
			return true
		}
	}
	return a.v >= 1e5
}
