package extract

import (
	"strings"
	"time"
)

// timeParser reads time expressions off lexemes. Every reader takes a position and returns the one behind what it read,
// or the same where it read nothing.
type timeParser struct {
	l      []lexeme
	anchor time.Time
	toward int // of a day without year or week: -1 the last, +1 the next, 0 the nearest
}

func (p *timeParser) s(i int) string {
	if i < 0 || i >= len(p.l) {
		return ""
	}
	return p.l[i].s
}

func (p *timeParser) is(i int, words ...string) bool {
	s := p.s(i)
	for _, w := range words {
		if s == w {
			return true
		}
	}
	return false
}

// skip is the position behind an optional word.
func (p *timeParser) skip(i int, words ...string) int {
	if p.is(i, words...) {
		return i + 1
	}
	return i
}

// calendar is a date by its parts; 0 is a part not given, weekday -1.
type calendar struct {
	year, month, day int
	weekday          int
	pair             bool // the century came with the year
}

// yearAt reads a year: "2014", "'14" after a month, "twenty fourteen" is left out. Plain says that nothing before shows
// that it is a year.
func (p *timeParser) yearAt(i int, plain bool) (int, int) {
	if i >= len(p.l) {
		return 0, i
	}
	l := p.l[i]
	if l.number && len(l.s) == 4 && !strings.ContainsAny(l.s, ".,") {
		f, _ := figure(l.s)
		y := int(f)
		if y < 1000 || y > 2999 || plain && (y < 1200 || y > 2100) && !p.is(i-1, "in", "by", "since", "until", "of", "year") {
			return 0, i
		}
		if p.is(i+1, "-", "/") && p.l[i+1].glued && i+2 < len(p.l) && p.l[i+2].glued && !p.l[i+2].number {
			return 0, i
		}
		if i+1 < len(p.l) && p.l[i+1].glued && p.l[i+1].s != "s" && len(p.l[i+1].s) <= 3 && p.l[i+1].s[0] >= 'a' && p.l[i+1].s[0] <= 'z' {
			return 0, i
		}
		if i > 0 && p.is(i-1, "$", "£", "€", "#") {
			return 0, i
		}
		return y, i + 1
	}
	if !plain && (l.s == "'" || l.s == "’" || l.s == "‘") && i+1 < len(p.l) && p.l[i+1].glued && p.l[i+1].number && len(p.l[i+1].s) == 2 {
		f, _ := figure(p.l[i+1].s)
		return pivot(int(f)), i + 2
	}
	if !plain {
		return p.wordYear(i)
	}
	return 0, i
}

// wordYear reads "two thousand seven", "nineteen eighty-four".
func (p *timeParser) wordYear(i int) (int, int) {
	if p.is(i, "two") && p.is(i+1, "thousand") {
		if v, n := wordNumber(p.l, i); n > i && v >= 2000 && v < 2100 {
			return int(v), n
		}
	}
	if u, ok := unitNumber[p.s(i)]; ok && u >= 10 && u <= 19 && p.is(i+1, "hundred") {
		k := p.skip(i+2, "and")
		if v, n := wordNumber(p.l, k); n > k && v > 0 && v < 100 {
			return int(u)*100 + int(v), n
		}
	}
	if u, ok := unitNumber[p.s(i)]; ok && u >= 15 && u <= 19 {
		if v, n := wordNumber(p.l, i+1); n > i+1 && v >= 10 && v < 100 {
			return int(u)*100 + int(v), n
		}
	}
	if p.is(i, "twenty") {
		if v, n := wordNumber(p.l, i+1); n > i+1 && v >= 10 && v < 100 {
			return 2000 + int(v), n
		}
	}
	return 0, i
}

func pivot(y int) int {
	if y < 40 {
		return 2000 + y
	}
	return 1900 + y
}

// dayAt reads a day of the month: "12", "12th", "twelfth", with "the" and "day" around it.
func (p *timeParser) dayAt(i int) (int, int) {
	k := p.skip(i, "the")
	if _, money := currencySigns[p.s(i-1)]; money {
		return 0, i
	}
	if o, n := ordinalAt(p.l, k); n > k && o >= 1 && o <= 31 {
		return int(o), n
	}
	if k == i && k < len(p.l) && p.l[k].number && len(p.l[k].s) <= 2 {
		f, ok := figure(p.l[k].s)
		if ok && f >= 1 && f <= 31 && f == float64(int(f)) {
			if p.is(k+1, ":", ".") && k+2 < len(p.l) && p.l[k+2].number && p.l[k+2].glued {
				return 0, i
			}
			if p.is(k+1, "am", "pm", "a.m.", "p.m.", "a.m", "p.m", "%", "percent", "million", "billion") {
				return 0, i
			}
			return int(f), k + 1
		}
	}
	if k == i {
		if v, n := wordNumber(p.l, k); n > k && v >= 1 && v <= 31 {
			return int(v), n
		}
	}
	return 0, i
}

func (p *timeParser) monthAt(i int) (int, int) {
	m, ok := months[p.s(i)]
	if !ok {
		return 0, i
	}
	l := p.l[i]
	if !l.capped && (l.s == "may" || l.s == "march" || l.s == "mar") {
		// without a capital only beside a day or year
		_, a := p.dayAt(i + 1)
		_, b := p.yearAt(i+1, false)
		if _, counts := p.followed(a); a > i+1 && counts {
			a = i + 1 // "they march 12 miles"
		}
		if a == i+1 && b == i+1 && !(i > 0 && (p.l[i-1].number || p.is(i-1, "of", "st", "nd", "rd", "th", "in", "last", "next", "since", "after", "mid", "late", "early"))) {
			return 0, i
		}
	}
	if l.s == "mar" && !strings.HasSuffix(l.s, ".") && i+1 < len(p.l) && p.l[i+1].capped {
		return 0, i
	}
	return m, i + 1
}

func (p *timeParser) weekdayAt(i int) (int, int) {
	w, ok := weekdays[p.s(i)]
	if !ok {
		return -1, i
	}
	if shortDay[p.s(i)] && !p.l[i].capped {
		_, n := p.dayAt(i + 1)
		_, m := p.monthAt(i + 1)
		if n == i+1 && m == i+1 && !p.is(i-1, "next", "last", "this", "on") {
			return -1, i
		}
		if p.is(i, "sat", "wed") && n > i+1 {
			if _, m := p.monthAt(n); m == n {
				return -1, i
			}
		}
	}
	n := i + 1
	if p.is(n, ".") && len(p.s(i)) <= 4 && p.l[n].glued && n+1 < len(p.l) {
		n++
	}
	return int(w), n
}

// calendarAt reads a date by its parts: "Friday, July 21, 2017", "12 June", "the 12th of June 2024", "June 2024",
// "2024-06-12", "6/12/2024".
func (p *timeParser) calendarAt(i int) (calendar, int) {
	c := calendar{weekday: -1}
	if d, n := p.numeric(i); n > i {
		return d, n
	}
	k := i
	if y, n := p.yearAt(i, true); n > i && p.l[i].number { // "2017 April"
		if m, e := p.monthAt(n); e > n && p.l[n].s != "may" && p.l[n].s != "march" {
			if _, f := p.dayAt(e); f == e {
				return calendar{year: y, month: m, weekday: -1}, e
			}
		}
	}
	if w, n := p.weekdayAt(k); n > k {
		c.weekday = w
		k = n
		j := p.skip(k, ",")
		j = p.skip(j, "the")
		if d, n := p.dateAt(j); n > j {
			d.weekday = w
			return d, n
		}
		if d, n := p.numeric(p.skip(k, ",")); n > k+1 || n > k && !p.is(k, ",") {
			d.weekday = w
			return d, n
		}
		if o, n := ordinalAt(p.l, j); n > j && o <= 31 && !(j == k && !p.l[j].number && ordinalUnit[p.s(j)] > 0) {
			c.day = int(o)
			return c, n
		}
		return c, k
	}
	return p.dateAt(i)
}

// dateAt reads a month with a day or a year, or both.
func (p *timeParser) dateAt(i int) (calendar, int) {
	c := calendar{weekday: -1}
	tail := func(k int) int { // year behind a month or day
		if p.is(k, "-") && p.l[k].glued && k+1 < len(p.l) && p.l[k+1].glued && len(p.s(k+1)) == 4 {
			if y, n := p.yearAt(k+1, false); n > k+1 {
				c.year = y
				return n
			}
		}
		if p.is(k, "of") && k+1 < len(p.l) && p.l[k+1].number && len(p.s(k+1)) == 2 {
			if f, _ := figure(p.s(k + 1)); f > 31 {
				c.year = pivot(int(f))
				return k + 2
			}
		}
		j := p.skip(k, ",")
		j = p.skip(j, "of", "in")
		if p.is(j, "the") && p.is(j+1, "year") {
			j += 2
		}
		if y, n := p.yearAt(j, false); n > j {
			c.year = y
			return n
		}
		return k
	}
	if m, n := p.monthAt(i); n > i {
		c.month = m
		k := n
		if p.is(k, "-") && p.l[k].glued && k+1 < len(p.l) && p.l[k+1].number {
			k++
		}
		if d, n := p.dayAt(k); n > k && !p.isUnitAfter(n, k) {
			// "May 2014" is a year, "June 12" a day; "June 12 people" is left to the caller
			c.day = d
			return c, tail(n)
		}
		if y, n := p.yearAt(k, false); n > k {
			c.year = y
			return c, n
		}
		return c, tail(n)
	}
	k := p.skip(i, "the")
	if d, n := p.dayAt(k); n > k {
		j := p.skip(n, "day")
		j = p.skip(j, "-")
		j = p.skip(j, "of")
		if m, n := p.monthAt(j); n > j && (p.l[n-1].capped || n > j) {
			c.day, c.month = d, m
			j := n
			if p.is(j, "-") && j+1 < len(p.l) && p.l[j+1].number && p.l[j].glued {
				if y, n := p.yearAt(j+1, false); n > j+1 {
					c.year = y
					return c, n
				}
			}
			return c, tail(n)
		}
	}
	return c, i
}

// isUnitAfter reports whether the number that ends at n counts something ("June 5 million").
func (p *timeParser) isUnitAfter(n, k int) bool {
	if p.is(n, "million", "billion", "percent", "%") {
		return true
	}
	_, unit := units[p.s(n)]
	return unit && p.l[k].number && !p.is(n, "second", "sec") && false
}

// resolve gives the calendar date its interval; what is missing is filled from the anchor.
func (p *timeParser) resolve(c calendar) (moment, bool) {
	switch {
	case c.year > 0 && c.month > 0 && c.day > 0:
		if c.day > date(c.year, c.month+1, 1).AddDate(0, 0, -1).Day() {
			return moment{}, false
		}
		return dayMoment(date(c.year, c.month, c.day)), true
	case c.year > 0 && c.month > 0:
		return monthMoment(c.year, c.month), true
	case c.year > 0:
		return yearMoment(c.year), true
	}
	a := day(p.anchor)
	var m moment
	switch {
	case c.month > 0 && c.day > 0:
		if c.day > date(2024, c.month+1, 1).AddDate(0, 0, -1).Day() {
			return moment{}, false
		}
		y := p.pickYear(func(y int) time.Time { return date(y, c.month, c.day) }, 1)
		if c.day == 29 && c.month == 2 { // leap years only
			for date(y, 2, 29).Month() != 2 {
				y--
			}
		}
		m = dayMoment(date(y, c.month, c.day))
		m.floating = true
	case c.month > 0:
		y := p.pickYear(func(y int) time.Time { return date(y, c.month, 1) }, 28)
		m = monthMoment(y, c.month)
		m.floating = true
	case c.day > 0: // "Tuesday the 13th", "the 13th": the month around
		t := date(a.Year(), int(a.Month()), min(c.day, addMonths(date(a.Year(), int(a.Month()), 1), 1).AddDate(0, 0, -1).Day()))
		if p.toward < 0 && t.After(a) {
			t = addMonths(t, -1)
		} else if p.toward > 0 && t.Before(a) {
			t = addMonths(t, 1)
		}
		m = dayMoment(t)
	case c.weekday >= 0:
		ahead := (c.weekday - int(a.Weekday()) + 7) % 7
		switch {
		case p.toward > 0:
			m = dayMoment(a.AddDate(0, 0, ahead))
		case ahead == 0 && p.toward == 0:
			m = dayMoment(a)
		default:
			m = dayMoment(a.AddDate(0, 0, ahead-7))
			if ahead == 0 {
				m = dayMoment(a)
			}
		}
	default:
		return moment{}, false
	}
	m.relative = true
	return m, true
}

// pickYear chooses the year of a day without one: towards the past, the future or the nearest; slack days still count
// as now.
func (p *timeParser) pickYear(of func(y int) time.Time, slack int) int {
	y := p.anchor.Year()
	a := day(p.anchor)
	t := of(y)
	switch {
	case p.toward < 0:
		if t.After(a.AddDate(0, 0, 1)) {
			return y - 1
		}
		return y
	case p.toward > 0:
		if t.AddDate(0, 0, slack).Before(a) {
			return y + 1
		}
		return y
	}
	best := y
	for _, k := range []int{y - 1, y + 1} {
		if abs(int(of(k).Sub(a).Hours())) < abs(int(of(best).Sub(a).Hours())) {
			best = k
		}
	}
	return best
}
