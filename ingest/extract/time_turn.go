package extract

import "strings"

// turned reads "last week", "next Friday", "this month", "the past two years", "the next decade", "last June".
func (p *timeParser) turned(i int) (moment, int) {
	k := p.skip(i, "the", "these", "those")
	dir, ok := turns[p.s(k)]
	if !ok {
		if v, n := cardinal(p.l, k); n > k { // "the 5 past years"
			if dir, ok := turns[p.s(n)]; ok && dir != 0 {
				if u, ok := units[p.s(n+1)]; ok && unitLength[u].seconds == 0 {
					l := lengthOf(v, u)
					a := day(p.anchor)
					m := between(l.after(a, -1), a, u)
					if dir > 0 {
						m = between(a.AddDate(0, 0, 1), l.after(a.AddDate(0, 0, 1), 1), u)
					}
					m.kind, m.relative = Period, true
					return m, n + 2
				}
			}
		}
		return moment{}, i
	}
	word := p.s(k)
	k++
	if word == "this" && p.is(k, "past", "coming", "last", "next") {
		word = p.s(k)
		dir = turns[word]
		k++
	}
	a := day(p.anchor)
	rel := func(m moment, n int) (moment, int) { m.relative = true; return m, n }
	// with a number: the last three years
	j := k
	j = p.skip(j, "full", "whole")
	v, n := cardinal(p.l, j)
	if n == j {
		if f, m := vagueNumber(p, j); m > j {
			v, n = f, m
		}
	}
	if n > j && dir != 0 {
		w := p.skip(n, "full", "calendar", "consecutive", "fiscal", "business", "working")
		if u, ok := units[p.s(w)]; ok {
			l := lengthOf(v, u)
			var m moment
			if unitLength[u].seconds > 0 {
				base := p.anchor
				if dir < 0 {
					m = between(l.after(base, -1), base, u)
				} else {
					m = between(base, l.after(base, 1), u)
				}
			} else if dir < 0 {
				m = between(l.after(a, -1), a, u)
			} else {
				from := a
				if p.is(i-1, "within") || p.is(i-1, "over", "for") || u == "decade" {
					m = between(a, l.after(a, 1), u)
				} else {
					from = a.AddDate(0, 0, 1)
					m = between(from, l.after(from, 1), u)
				}
			}
			if u == "quarter" { // of the calendar
				this, _ := unitMoment(a, u, 0)
				if dir < 0 {
					m = between(l.after(this.start, -1), this.start, u)
				} else {
					m = between(this.end, l.after(this.end, 1), u)
				}
			}
			m.kind = Period
			return rel(m, w+1)
		}
	}
	if u, ok := units[p.s(k)]; ok && !strings.HasSuffix(p.s(k), "s") && u != "night" && u != "second" && u != "minute" && u != "hour" && u != "fortnight" {
		if u == "decade" && (dir > 0 || word == "past" || word == "last") || word == "past" && dir < 0 && u != "week" && u != "weekend" && u != "quarter" {
			l := lengthOf(1, u)
			m := between(a, l.after(a, 1), u)
			if dir < 0 {
				m = between(l.after(a, -1), a, u)
			}
			m.kind = Period
			return rel(m, k+1)
		}
		if m, ok := unitMoment(a, u, dir); ok {
			n := k + 1
			if u == "weekend" && dir == 0 {
				m = weekendMoment(a)
			}
			if u == "year" && p.is(n, "'") {
				return moment{}, i
			}
			if w, e := p.weekdayAt(n); e > n && u == "week" { // "next week Wednesday"
				return rel(dayMoment(m.start.AddDate(0, 0, (w+6)%7)), e)
			}
			return rel(m, n)
		}
	}
	if w, n := p.weekdayAt(k); n > k {
		ahead := (w - int(a.Weekday()) + 7) % 7
		switch {
		case word == "this":
			return rel(dayMoment(weekMoment(a).start.AddDate(0, 0, (w+6)%7)), n)
		case dir > 0 && (word == "next" || word == "following"):
			return rel(dayMoment(weekMoment(a).start.AddDate(0, 0, 7+(w+6)%7)), n)
		case dir > 0:
			if ahead == 0 {
				ahead = 7
			}
			return rel(dayMoment(a.AddDate(0, 0, ahead)), n)
		case dir < 0 && (word == "last" || word == "previous"):
			// the Friday of last week, or the last one that was
			t := weekMoment(a).start.AddDate(0, 0, (w+6)%7-7)
			return rel(dayMoment(t), n)
		case dir < 0:
			if ahead == 0 {
				ahead = 7
			}
			return rel(dayMoment(a.AddDate(0, 0, ahead-7)), n)
		}
	}
	if mo, n := p.monthAt(k); n > k {
		y := a.Year()
		switch {
		case dir < 0 && mo >= int(a.Month()):
			y--
		case dir > 0 && mo <= int(a.Month()):
			y++
		}
		if d, e := p.dayAt(n); e > n {
			return rel(dayMoment(date(y, mo, d)), e)
		}
		return rel(monthMoment(y, mo), n)
	}
	if s, ok := seasons[p.s(k)]; ok && !(p.is(k, "fall") && word == "the") {
		y := a.Year()
		m := seasonMoment(y, s)
		switch {
		case dir < 0:
			if m.end.After(a) {
				m = seasonMoment(y-1, s)
			}
		case dir > 0:
			if !m.start.After(a) {
				m = seasonMoment(y+1, s)
			}
		}
		return rel(m, k+1)
	}
	return moment{}, i
}

// turns are the words that turn to another unit: -1 before, +1 after, 0 the present one.
var turns = map[string]int{"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "coming": 1,
	"upcoming": 1, "following": 1, "this": 0, "current": 0, "present": 0}

// vagueNumber reads "few", "couple of", "several" as three or two.
func vagueNumber(p *timeParser, i int) (float64, int) {
	k := p.skip(i, "a", "the")
	switch p.s(k) {
	case "few", "several":
		return 3, k + 1
	case "couple":
		return 2, p.skip(k+1, "of")
	case "dozen":
		return 12, k + 1
	}
	return 0, i
}
