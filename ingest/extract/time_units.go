package extract

import "time"

// counted reads "two years ago", "in three weeks", "a month later", "five days before Christmas", "three weeks from now".
func (p *timeParser) counted(i int) (moment, int) {
	k := i
	within := false
	if p.is(k, "in", "within") {
		within = true
		k++
		if p.is(k, "the") && p.is(k+1, "next", "past", "last", "coming") {
			return moment{}, i
		}
	}
	l, n := p.length(k)
	if n == k {
		return moment{}, i
	}
	rel := func(t time.Time, next int) (moment, int) {
		m := p.atGrain(t, l)
		m.relative = true
		return m, next
	}
	base := p.anchor
	if l.seconds == 0 {
		base = day(base)
	}
	switch {
	case p.is(n, "ago", "earlier", "previously") && !(p.is(n, "earlier") && within):
		return rel(l.after(base, -1), n+1)
	case p.is(n, "later", "hence", "afterwards", "afterward"):
		return rel(l.after(base, 1), n+1)
	case p.is(n, "from") && p.is(n+1, "now", "today"):
		return rel(l.after(base, 1), n+2)
	case p.is(n, "back") && !p.is(n+1, "to", "in", "home", "at"):
		return rel(l.after(base, -1), n+1)
	case p.is(n, "before", "after", "from", "prior", "following", "since"):
		j := n + 1
		if p.is(n, "prior") {
			j = p.skip(j, "to")
		}
		if m, e := p.pointAlone(j); e > j && m.kind == Date && !m.start.IsZero() {
			sign := 1
			if p.is(n, "before", "prior") {
				sign = -1
			}
			r := p.atGrain(l.after(m.start, sign), l)
			r.relative = m.relative
			return r, e
		}
	}
	if within && p.is(k-1, "in") && p.toward >= 0 && i >= 0 {
		return rel(l.after(base, 1), n)
	}
	if within && p.is(k-1, "within") {
		m := between(base, l.after(base, 1), l.unit)
		m.kind, m.relative = Period, true
		return m, n
	}
	return moment{}, i
}

// atGrain is the day around t, or the instant where the length was in hours; a length in years or decades keeps the day.
func (p *timeParser) atGrain(t time.Time, l length) moment {
	if l.seconds > 0 {
		return moment{start: t, end: t.Add(time.Second), value: stamp(t), unit: "second"}
	}
	return dayMoment(t)
}

// length reads "three weeks", "a year and a half", "2 1/2 years", "an hour", "a few days", "several months".
func (p *timeParser) length(i int) (length, int) {
	k := i
	for p.is(k, "about", "nearly", "almost", "roughly", "around", "approximately", "some", "just", "over", "only", "at", "least", "most", "more", "less", "than", "exactly", "barely") && k < i+3 {
		k++
	}
	v, n := cardinal(p.l, k)
	if n == k {
		v, n = vagueNumber(p, k)
	}
	switch {
	case n > k:
		if p.is(n, "and") && p.is(n+1, "a") && p.is(n+2, "half") {
			v += 0.5
			n += 3
		}
	case p.is(k, "half") && p.is(k+1, "a", "an"):
		v, n = 0.5, k+2
	case p.is(k, "a", "an") && p.is(k+1, "half"):
		v, n = 0.5, k+2
	case p.is(k, "a", "an", "one"):
		v, n = 1, k+1
	default:
		return length{}, i
	}
	n = p.skip(n, "-", "full", "whole", "more", "long", "calendar", "consecutive", "straight", "business", "working")
	u, ok := units[p.s(n)]
	if !ok || p.is(n, "second") && v != 1 || p.is(n, "h", "min", "quarter", "quarters", "weekend") && !p.l[n-1].number && !p.is(n, "quarters") {
		return length{}, i
	}
	if p.is(n, "second", "century") && p.is(n-1, "a", "the") && p.is(n, "second") {
		return length{}, i
	}
	n++
	if p.is(n, "and") && p.is(n+1, "a") && p.is(n+2, "half") {
		v += 0.5
		n += 3
	} else if p.is(n, "and") && p.is(n+1, "half") {
		v += 0.5
		n += 2
	}
	if p.is(n, "old") || p.is(n, "-") && p.is(n+1, "old") || p.is(n, "of") && p.is(n+1, "age") {
		return length{}, i
	}
	l := lengthOf(v, u)
	// smaller units behind: "one hour and 30 minutes"
	for {
		j := p.skip(p.skip(n, ","), "and")
		w, e := cardinal(p.l, j)
		u2, ok := units[p.s(e)]
		if e == j || !ok || !smaller(u2, u) {
			return l, n
		}
		m := lengthOf(w, u2)
		l.months, l.days, l.seconds = l.months+m.months, l.days+m.days, l.seconds+m.seconds
		u, n = u2, e+1
	}
}

func smaller(a, b string) bool {
	days := func(u string) float64 {
		l := unitLength[u]
		return float64(l.months)*30 + float64(l.days) + l.seconds/86400
	}
	return days(a) < days(b)
}

// ordered reads what counts within a larger unit: "the first week of June", "the last Friday in May", "the third
// quarter of 2019", "Q1 2019", "the first half of the year", "the 15th day of next month", "the 13th".
func (p *timeParser) ordered(i int) (moment, int) {
	k := p.skip(i, "the")
	a := day(p.anchor)
	// Q1, H1
	if s := p.s(k); (s == "q" || s == "h") && k+1 < len(p.l) && p.l[k+1].glued && p.l[k+1].number && len(p.s(k+1)) == 1 {
		f, _ := figure(p.s(k + 1))
		if q := int(f); q >= 1 && (s == "q" && q <= 4 || q <= 2) {
			return p.quarterTail(k+2, q, s == "h")
		}
	}
	o, n := ordinalAt(p.l, k)
	if p.is(k, "last", "final") {
		o, n = -1, k+1
	}
	if n == k {
		return moment{}, i
	}
	n = p.skip(n, "-")
	n = p.skip(n, "full", "fiscal", "calendar")
	// "the last four months of 2021", "the first ten days of June"
	if v, e := cardinal(p.l, n); e > n && (o == 1 || o < 0) {
		if u, ok := units[p.s(e)]; ok && unitLength[u].seconds == 0 {
			if j := p.skip(e+1, "of", "in"); j > e+1 {
				if m, f := p.container(j); f > j && !m.start.IsZero() && !m.end.IsZero() {
					l := lengthOf(v, u)
					r := between(m.start, l.after(m.start, 1), u)
					if o < 0 {
						r = between(l.after(m.end, -1), m.end, u)
					}
					r.kind = Period
					return rel(r, m), f
				}
			}
		}
	}
	switch {
	case p.is(n, "quarter") && o >= 1 && o <= 4:
		m, e := p.quarterTail(n+1, int(o), false)
		return m, e
	case p.is(n, "half") && (o == 1 || o == 2):
		return p.quarterTail(n+1, int(o), true)
	}
	// within a unit: "week of", "day of", "Friday in", "month of"
	if w, e := p.weekdayAt(n); e > n {
		if j := p.skip(e, "of", "in"); j > e {
			if m, f := p.container(j); f > j && m.unit == "month" {
				t := m.start
				if o < 0 {
					return rel(dayMoment(lastOf(t.Year(), int(t.Month()), time.Weekday(w))), m), f
				}
				d := nth(int(t.Month()), time.Weekday(w), int(o))(t.Year())
				if int(d.Month()) == int(t.Month()) {
					return rel(dayMoment(d), m), f
				}
			}
		}
		return moment{}, i
	}
	if u, ok := units[p.s(n)]; ok && (u == "day" || u == "week" || u == "month" || u == "weekend" || u == "year" || u == "decade") {
		if j := p.skip(n+1, "of", "in"); j > n+1 {
			if m, f := p.container(j); f > j {
				if r, ok := nthWithin(m, u, int(o)); ok {
					return rel(r, m), f
				}
			}
		}
		return moment{}, i
	}
	// "the 13th"
	if k > i && o >= 1 && o <= 31 && p.l[k].number && !p.is(n, "of", "century") && n == k+2 {
		if _, wordBehind := p.followed(n); !wordBehind {
			if m, ok := p.resolve(calendar{day: int(o), weekday: -1}); ok && !a.IsZero() {
				return m, n
			}
		}
	}
	return moment{}, i
}

// followed reports whether a plain word stands right behind position n-1: "the 13th floor".
func (p *timeParser) followed(n int) (string, bool) {
	if n >= len(p.l) {
		return "", false
	}
	s := p.s(n)
	switch s {
	case "and", "to", "at", "for", "in", "or", "but", "when", "if", "through", "until", "till", "-", "from":
		return s, false
	}
	return s, s[0] >= 'a' && s[0] <= 'z'
}

func rel(m, of moment) moment {
	m.relative = of.relative
	return m
}

// container reads the larger unit that something is counted in.
func (p *timeParser) container(i int) (moment, int) {
	k := p.skip(i, "the")
	if u, ok := units[p.s(k)]; ok && (k > i || p.is(i-2, "end", "start", "beginning") && p.is(i-1, "of")) {
		if m, ok := unitMoment(p.anchor, u, 0); ok && (u == "year" || u == "month" || u == "week" || u == "quarter" || u == "century" || u == "decade") {
			if u == "year" {
				if y, n := p.yearAt(p.skip(k+1, "of"), false); n > k+1 {
					return yearMoment(y), n
				}
			}
			m.relative = true
			return m, k + 1
		}
	}
	return p.pointAlone(i)
}

// nthWithin is the n-th unit of m, the last where n is negative.
func nthWithin(m moment, u string, n int) (moment, bool) {
	if m.start.IsZero() || m.end.IsZero() {
		return m, false
	}
	switch u {
	case "day":
		if n < 0 {
			return dayMoment(m.end.AddDate(0, 0, -1)), true
		}
		return dayMoment(m.start.AddDate(0, 0, n-1)), true
	case "week":
		// the first week is the one with the first Thursday, as in ISO 8601
		first := weekMoment(m.start)
		if first.start.AddDate(0, 0, 3).Before(m.start) {
			first = weekMoment(first.end)
		}
		if n < 0 {
			w := weekMoment(m.end.AddDate(0, 0, -1))
			if !w.start.AddDate(0, 0, 3).Before(m.end) {
				w = weekMoment(w.start.AddDate(0, 0, -1))
			}
			return w, true
		}
		return weekMoment(first.start.AddDate(0, 0, 7*(n-1))), true
	case "month":
		t := addMonths(m.start, n-1)
		if n < 0 {
			t = addMonths(m.end, -1)
		}
		return monthMoment(t.Year(), int(t.Month())), true
	case "year":
		if n < 0 {
			return yearMoment(m.end.Year() - 1), true
		}
		return yearMoment(m.start.Year() + n - 1), true
	case "weekend":
		w := weekendMoment(m.start)
		if w.start.Before(m.start) {
			w = weekendMoment(w.end)
		}
		return weekendMoment(w.start.AddDate(0, 0, 7*(n-1))), n > 0
	case "decade":
		if n > 0 {
			return decadeMoment(m.start.Year() + 10*(n-1)), true
		}
	}
	return m, false
}

// quarterTail reads the year of a quarter or half: "2019", "of 2019", "of this year", "of the year", or none.
func (p *timeParser) quarterTail(i, q int, half bool) (moment, int) {
	of := quarterMoment
	if half {
		of = halfMoment
	}
	j := p.skip(i, "of", "in", ",", "-")
	j = p.skip(j, "the")
	j = p.skip(j, "fiscal", "year")
	if y, n := p.yearAt(j, false); n > j {
		return of(y, q), n
	}
	j = p.skip(i, "of", "in")
	if j > i {
		if m, n := p.container(j); n > j && m.unit == "year" {
			return rel(of(m.start.Year(), q), m), n
		}
		if m, n := p.container(j); n > j && half && !m.end.IsZero() {
			mid := m.start.Add(m.end.Sub(m.start) / 2)
			if q == 1 {
				return rel(between(m.start, day(mid), "half"), m), n
			}
			return rel(between(day(mid), m.end, "half"), m), n
		}
		return moment{}, -1
	}
	if half {
		return moment{}, -1
	}
	y := p.pickYear(func(y int) time.Time { return of(y, q).start }, 90)
	m := of(y, q)
	m.relative = true
	return m, i
}
