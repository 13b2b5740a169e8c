package extract

import "strings"

// numeric reads dates in figures: year first, else the month first unless it can't be one.
func (p *timeParser) numeric(i int) (calendar, int) {
	c := calendar{weekday: -1}
	if i >= len(p.l) || !p.l[i].number {
		return c, i
	}
	num := func(k int) int {
		if k < len(p.l) && p.l[k].number {
			f, ok := figure(p.l[k].s)
			if ok && f == float64(int(f)) {
				return int(f)
			}
		}
		return -1
	}
	// dots: lexed as one number "12.06.2024" is not a figure
	if parts := strings.Split(p.l[i].s, "."); len(parts) == 3 {
		a, okA := figure(parts[0])
		b, okB := figure(parts[1])
		y, okY := figure(parts[2])
		if okA && okB && okY {
			if len(parts[0]) == 4 {
				return checked(calendar{year: int(a), month: int(b), day: int(y), weekday: -1}, i, i+1)
			}
			if len(parts[2]) == 4 {
				return checked(dayMonth(int(a), int(b), int(y)), i, i+1)
			}
		}
		return c, i
	}
	if s := p.l[i].s; len(s) == 8 && !strings.ContainsAny(s, ",.") { // 20160516
		f, _ := figure(s)
		if n := int(f); n > 19000000 && n < 21000000 {
			return checked(calendar{year: n / 10000, month: n / 100 % 100, day: n % 100, weekday: -1}, i, i+1)
		}
	}
	sep := p.s(i + 1)
	if sep != "/" && sep != "-" || !p.l[i+1].glued || i+2 >= len(p.l) || !p.l[i+2].glued {
		return c, i
	}
	a, b := num(i), num(i+2)
	if m, ok := months[p.s(i+2)]; ok && sep == "-" && a >= 1 && a <= 31 {
		b = m
		if p.s(i+3) == sep && i+4 < len(p.l) && num(i+4) > 0 {
			y := num(i + 4)
			if y < 100 {
				y = pivot(y)
			}
			return checked(calendar{year: y, month: b, day: a, weekday: -1}, i, i+5)
		}
		return c, i
	}
	if a < 0 || b < 0 {
		return c, i
	}
	third := -1
	if p.s(i+3) == sep && i+4 < len(p.l) && p.l[i+3].glued && p.l[i+4].glued {
		third = num(i + 4)
	}
	switch {
	case len(p.l[i].s) == 4 && third > 0:
		if b > 12 {
			b, third = third, b
		}
		return checked(calendar{year: a, month: b, day: third, weekday: -1}, i, i+5)
	case third > 0 && len(p.l[i+4].s) == 4:
		return checked(dayMonth(a, b, third), i, i+5)
	case third > 0 && len(p.l[i+4].s) == 2 && sep == "/":
		return checked(dayMonth(a, b, pivot(third)), i, i+5)
	case third < 0 && len(p.l[i].s) == 4 && len(p.l[i+2].s) <= 2 && b >= 1 && b <= 12 && a > 1000:
		c.year, c.month = a, b
		return c, i + 3
	case third < 0 && len(p.l[i+2].s) == 4 && len(p.l[i].s) <= 2 && a >= 1 && a <= 12 && b > 1000 && b < 3000:
		c.year, c.month = b, a
		return c, i + 3
	}
	return c, i
}

func dayMonth(a, b, y int) calendar {
	if a > 12 {
		a, b = b, a
	}
	return calendar{year: y, month: a, day: b, weekday: -1}
}

func checked(c calendar, from, to int) (calendar, int) {
	if c.month < 1 || c.month > 12 || c.day < 1 || c.day > date(c.year, c.month+1, 1).AddDate(0, 0, -1).Day() {
		return c, from
	}
	return c, to
}
