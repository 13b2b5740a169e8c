package extract

import (
	"strings"

	"kg/graph"
)

// restriction is the quantity that goes with a statement of c: of its object, else how far or for how much, else of its
// subject; -1 stands for an argument that it lacks.
func (a *analysis) restriction(c *clause, object, subject int) graph.Quantity {
	t := c.t
	var q graph.Quantity
	if object >= 0 {
		if q = a.quantity(t, object); q.Text != "" && !(vagueCounts[strings.ToLower(q.Text)] && (c.passive || len(c.subj) == 0)) {
			return q
		}
	}
	if e := a.extent(c, object); e.Text != "" {
		return e
	}
	if e := a.repeated(c); e.Text != "" {
		return e
	}
	if subject >= 0 {
		if q = a.quantity(t, subject); vagueCounts[strings.ToLower(q.Text)] {
			return graph.Quantity{}
		}
		return q
	}
	return graph.Quantity{}
}

// vagueCounts are adjectives that hardly count.
var vagueCounts = set("various numerous countless")

// apart is the measure before the preposition of i, how far off it is: "340 metres below ground"; -1 for none.
func (t *syntax) apart(i int) int {
	p := t.kid(i, "case")
	for _, m := range t.all(i, "nmod:unmarked", "obl:unmarked") {
		if m < p && p < i && t.kid(m, "nummod") >= 0 && strings.HasSuffix(t.toks[m].Name, "Quantity") {
			return m
		}
	}
	return -1
}

// extent is the measure by, at, to or for which c holds: "fell 4 percent", "extended it by three months", "bought it for
// $2 billion", "left the rate at 5 percent".
func (a *analysis) extent(c *clause, object int) graph.Quantity {
	t := c.t
	for _, k := range c.obl {
		if m := t.apart(k); m >= 0 && k > c.head {
			if q, counted := a.measureAt(t, m); counted {
				return q
			}
		}
	}
	measured := append(append([]int{}, t.all(c.head, "obl", "xcomp")...), c.iobj...)
	if c.cop < 0 {
		measured = append(measured, t.all(c.head, "obj")...)
	}
	for _, x := range t.all(c.head, "xcomp") {
		if !t.tag(x, "VERB") {
			measured = append(measured, t.all(x, "obl")...) // "left it unchanged at 5 percent"
		}
	}
	for _, k := range measured {
		if k < c.head || k != object && t.is(k, "obj") && containsInt(t.conj(k), object) {
			continue // "took 400 euros and a boat"
		}
		p := t.prep(k)
		if e, ok := a.times[t.n][k]; ok {
			if e.Kind == Duration && p == "by" && t.kid(k, "nmod") < k {
				return graph.Quantity{Text: t.words(t.trim(t.yieldNP(k, nil)))}
			}
			continue
		}
		q, counted := a.measureAt(t, k)
		if !counted {
			continue
		}
		money, share := len(q.Unit) == 3 && strings.ToUpper(q.Unit) == q.Unit, q.Unit == "%"
		switch p {
		case "":
			if t.lemma(k) == "time" || k == object && money || !money && !changing[t.lemma(c.head)] { // but "fined it 600,000 euros"
				continue
			}
		case "to":
			if k == object || t.lemma(k) == "time" {
				continue // "slowed to 4 percent"
			}
			fallthrough
		case "by", "above", "below", "over", "under", "past":
			if !changing[t.lemma(c.head)] && !share && !t.tag(k, "NUM", "SYM") {
				continue
			}
		case "at", "for", "on":
			if !money && !(share && p == "at") {
				continue
			}
		default:
			continue
		}
		if p == "above" || p == "below" || p == "over" || p == "under" {
			q.Text = p + " " + strings.TrimPrefix(q.Text, p+" ")
		}
		return q
	}
	return graph.Quantity{}
}

// repeated is how many times c holds, where its time says when instead: "visited the plant 61 times since 2016".
func (a *analysis) repeated(c *clause) graph.Quantity {
	t := c.t
	for _, k := range t.all(c.head, "obl:unmarked", "nmod:unmarked") {
		if n := t.kid(k, "nummod"); k > c.head && n >= 0 && t.low(k) == "times" {
			if q := t.words(t.trim(t.yieldNP(k, nil))); a.timeOf(c).Text != q {
				return graph.Quantity{Text: q}
			}
		}
	}
	return graph.Quantity{}
}

// changing are verbs whose object or bare adverbial may be the size of a change.
var changing = set(`fall rise grow drop jump climb gain slip increase decrease decline plunge surge soar tumble shrink slide
	add lose cut raise reduce expand extend lower widen narrow drive push slash lift trim delay shorten double triple`)

// measureAt is the quantity that k is, or that stands before it: "4 percent", "US$20,000 bail".
func (a *analysis) measureAt(t *syntax, k int) (graph.Quantity, bool) {
	q, ok := a.counts[t.n][k]
	if !ok {
		for _, m := range t.all(k, "compound", "nummod") {
			if q, ok = a.counts[t.n][m]; ok {
				break
			}
		}
	}
	if !ok || q.Quantity.Ordinal || q.Age {
		return graph.Quantity{}, false
	}
	return q.Quantity, true
}

var masses = set("million billion thousand hundred dozen score ten")

// shares are nouns that count the things of an "of" phrase in part.
var shares = set("half third quarter percent % majority number dozen")

// quantity is the number or measure that restricts the noun i.
func (a *analysis) quantity(t *syntax, i int) graph.Quantity {
	if k := t.deref(i); k != i {
		if d := t.kid(k, "det", "nmod:poss"); d >= 0 && t.is(k, "nmod") && t.prep(k) == "of" && t.tag(t.toks[k].Head, "NUM", "SYM") {
			return graph.Quantity{} // "130 of the workers whom it had dismissed": as many as that are not all
		}
		i = k
	}
	if t.tag(i, "PROPN") && a.named(t, i) && t.feat(i, "Number") != "Plur" {
		return graph.Quantity{}
	}
	if m := t.kid(i, "nmod"); m > i && t.prep(m) == "of" {
		if t.tag(i, "NUM") && t.low(i) != "one" {
			return a.worded(t, t.before(i)) // "29 of 63 seats"
		}
		if t.kid(i, "nummod") >= 0 && (unitNames[t.low(i)] != nil || t.timeHead(i)) {
			return a.worded(t, t.before(i)) // "20 tonnes of food", "six years of talks"
		}
		if q, ok := a.counts[t.n][m]; ok && shares[t.lemma(i)] && q.First <= i {
			return q.Quantity // "39 percent of these"
		}
		if t.timeHead(i) && t.timeOf(i) && t.kid(i, "nummod") < 0 {
			return graph.Quantity{Text: t.toks[i].Text} // "months of talks"
		}
		if (masses[t.lemma(i)] || t.lemma(i) == "number") && t.feat(i, "Number") == "Plur" {
			return graph.Quantity{Text: t.words(t.trim(t.before(i)))} // "massive numbers of"
		}
	}
	if h := t.toks[i].Head; h >= 0 && h < i && t.is(i, "nmod") && t.prep(i) == "of" && t.feat(h, "Number") == "Plur" && (masses[t.lemma(h)] || t.lemma(h) == "number") {
		return a.quantity(t, h) // "the numbers of people who …"
	}
	if q, ok := a.counts[t.n][i]; ok && q.Counts && !q.Age && !q.Quantity.Ordinal && !strings.Contains(q.Quantity.Text, "-") && !t.tag(i, "SYM", "NUM") && t.lemma(i) != "percent" {
		if t.year(q.First, q.Last) || q.Quantity.Unit != "" && i == q.Last && t.kid(i, "nmod") < 0 {
			return graph.Quantity{}
		}
		if unitNames[t.low(i)] != nil && !strings.HasSuffix(q.Quantity.Text, t.toks[i].Text) {
			return graph.Quantity{} // "pay 40 million euros": the amount is what is paid
		}
		return q.Quantity
	}
	if k := t.kid(i, "nummod"); k >= 0 && k < i && t.tag(k, "NUM") && !t.tag(i, "SYM", "NUM") && t.lemma(i) != "percent" && !t.year(k, k) {
		if unitNames[t.low(i)] != nil || strings.Contains(t.toks[k].Text, "-") || t.toks[k+1].Text == "-" {
			return graph.Quantity{} // "at least 3.5 billion cubic metres", "a billion-year contract"
		}
		return a.worded(t, t.yield(k, nil))
	}
	return graph.Quantity{}
}

// before are the tokens of i's phrase up to i, without its article and preposition.
func (t *syntax) before(i int) []int {
	return t.yield(i, func(k int) bool { return k > i || t.is(k, "det", "case") && t.toks[k].Head == i })
}

// worded is the quantity that the tokens spell.
func (a *analysis) worded(t *syntax, ids []int) graph.Quantity {
	s := t.words(t.trim(ids))
	if q := ParseQuantity(s); len(q) == 1 {
		q[0].Quantity.Text = s
		return q[0].Quantity
	}
	return graph.Quantity{Text: s}
}

// year reports whether the one token first to last is written as a year: "the 1998 convention".
func (t *syntax) year(first, last int) bool {
	s := t.toks[first].Text
	return first == last && len(s) == 4 && (s[:2] == "19" || s[:2] == "20" || s[:2] == "18") && s[2] >= '0' && s[2] <= '9'
}
