package extract

import (
	"strings"
	"time"
)

// hours narrows a day to some of its hours.
func hours(m moment, h [2]int) (moment, int) {
	t := m.start
	m.start = t.Add(time.Duration(h[0]) * time.Hour)
	m.end = t.Add(time.Duration(h[1]) * time.Hour)
	if h[0] == h[1] {
		m.end = m.start.Add(time.Minute)
		m.value = stamp(m.start)
	}
	m.unit = "daytime"
	return m, 0
}

// daytime reads what narrows the day m: "evening", "at 5 p.m.", "in the morning", "at noon".
func (p *timeParser) daytime(m moment, i int) (moment, int) {
	k := p.skip(i, ",")
	j := k
	if p.is(k, "in", "during", "on") && p.is(k+1, "the") {
		j = k + 2
	} else {
		j = p.skip(k, "at")
	}
	e := p.skip(j, "early", "late", "mid")
	e = p.skip(e, "-")
	if h, ok := daytimes[p.s(e)]; ok && (k == i || p.is(e, "noon", "midnight")) && !(e == k && p.is(e, "dawn", "midday")) {
		d, _ := hours(m, h)
		if p.is(e, "midnight") {
			d.start, d.end = m.start, m.start.Add(time.Minute)
			d.value = stamp(d.start)
		}
		return d, e + 1
	}
	if t, n := p.clockAt(j); n > j {
		at := m.start.Add(t)
		return moment{start: at, end: at.Add(time.Minute), value: stamp(at), unit: "minute", relative: m.relative}, n
	}
	return m, i
}

// clockAt reads a time of the day: "5 p.m.", "17:30", "5:30 pm", "10 in the morning", "noon".
func (p *timeParser) clockAt(i int) (time.Duration, int) {
	if p.is(i, "noon", "midday") {
		return 12 * time.Hour, i + 1
	}
	if p.is(i, "midnight") {
		return 0, i + 1
	}
	if i >= len(p.l) {
		return 0, i
	}
	v, n := 0.0, i
	minute := 0
	shown := false
	if p.l[i].number {
		f, ok := figure(p.l[i].s)
		if !ok || f > 24 || len(p.l[i].s) > 5 {
			return 0, i
		}
		v, n = f, i+1
		if strings.Contains(p.l[i].s, ".") { // 9.30 am
			whole := float64(int(f))
			minute = int((f-whole)*100 + 0.5)
			v = whole
		}
		if p.is(n, ":") && p.l[n].glued && n+1 < len(p.l) && p.l[n+1].number && len(p.l[n+1].s) == 2 {
			f, _ := figure(p.l[n+1].s)
			minute = int(f)
			n += 2
			shown = true
			if p.is(n, ":") && n+1 < len(p.l) && p.l[n+1].number {
				n += 2
			}
		}
	} else if u, ok := unitNumber[p.s(i)]; ok && u >= 1 && u <= 12 {
		v, n = u, i+1
	} else {
		return 0, i
	}
	if minute > 59 {
		return 0, i
	}
	h := int(v)
	switch {
	case p.is(n, "am", "a.m.", "a.m"):
		n++
		shown = true
		if h == 12 {
			h = 0
		}
	case p.is(n, "pm", "p.m.", "p.m"):
		n++
		shown = true
		if h < 12 {
			h += 12
		}
	case p.is(n, "o") && p.is(n+1, "'", "’") && p.is(n+2, "clock"):
		n += 3
		shown = true
	}
	if p.is(n, "in", "at") {
		j := p.skip(n+1, "the")
		if d, ok := daytimes[p.s(j)]; ok && (shown || p.is(n, "in") || p.is(j, "night")) {
			if d[0] >= 12 && h < 12 {
				h += 12
			}
			n = j + 1
			shown = true
		}
	}
	if !shown || h > 24 {
		return 0, i
	}
	return time.Duration(h)*time.Hour + time.Duration(minute)*time.Minute, n
}

// clock is a time of the day without a day, or before one: "5 p.m. on Friday", "noon Monday".
func (p *timeParser) clock(i int) (moment, int) {
	k := i
	if h, ok := daytimes[p.s(p.skip(p.skip(i, "the"), "early", "late"))]; ok && !p.is(i, "night", "dawn", "the") || p.is(i, "the") && ok {
		e := p.skip(p.skip(i, "the"), "early", "late") + 1
		j := p.skip(e, "of", "on")
		if j > e {
			if m, n := p.pointAlone(j); n > j && m.unit == "day" {
				d, _ := hours(m, h)
				return d, n
			}
		}
		if !p.is(i, "noon", "midday", "midnight") {
			return moment{}, i
		}
	}
	t, n := p.clockAt(k)
	if n == k {
		return moment{}, i
	}
	j := p.skip(n, "on", "of", ",")
	if m, e := p.day(j); e > j {
		at := m.start.Add(t)
		return moment{start: at, end: at.Add(time.Minute), value: stamp(at), unit: "minute", relative: m.relative}, e
	}
	m := dayMoment(p.anchor)
	at := m.start.Add(t)
	return moment{start: at, end: at.Add(time.Minute), value: stamp(at), unit: "minute", relative: true}, n
}

// day reads a day alone.
func (p *timeParser) day(i int) (moment, int) {
	for _, read := range []func(*timeParser, int) (moment, int){(*timeParser).dayWord, (*timeParser).dated, (*timeParser).turned} {
		if m, n := read(p, i); n > i && m.unit == "day" {
			return m, n
		}
	}
	return moment{}, i
}

// shared reads a part of a larger unit: "early June", "mid-May", "the end of 2014", "later this year", "year end".
func (p *timeParser) shared(i int) (moment, int) {
	k := p.skip(i, "the")
	which := ""
	switch p.s(k) {
	case "early", "mid", "late", "middle":
		which = p.s(k)
		if which == "middle" {
			which = "mid"
		}
		j := p.skip(k+1, "-")
		j = p.skip(j, "of")
		j = p.skip(j, "in")
		if p.is(j, "to") {
			return moment{}, i
		}
		j0 := p.skip(j, "the")
		if m, n := p.within(j); n > j {
			return m.part(which), n
		}
		if m, n := p.within(j0); n > j0 {
			return m.part(which), n
		}
		// "early Friday"
		if c, n := p.calendarAt(j); n > j {
			if m, ok := p.resolve(c); ok && m.unit == "day" {
				return m, n
			}
		}
		return moment{}, i
	case "beginning", "start", "end", "turn":
		if !p.is(k+1, "of") {
			return moment{}, i
		}
		j := k + 2
		if p.is(k, "turn") {
			return moment{}, i
		}
		which = "early"
		if p.is(k, "end") {
			which = "late"
		}
		if m, n := p.container(j); n > j && m.kind == Date && m.unit != "day" && m.unit != "minute" {
			return m.part(which), n
		}
		return moment{}, i
	case "year":
		j := p.skip(k+1, "-", "'", "’")
		j = p.skip(j, "s")
		if p.is(j, "end") {
			m := monthMoment(p.anchor.Year(), 12)
			m.relative = true
			return m, j + 1
		}
	case "month":
		j := p.skip(k+1, "-", "'", "’")
		j = p.skip(j, "s")
		if p.is(j, "end") {
			m := dayMoment(addMonths(date(p.anchor.Year(), int(p.anchor.Month()), 1), 1).AddDate(0, 0, -1))
			m.relative = true
			return m, j + 1
		}
	case "later", "earlier":
		if p.is(k+1, "last", "next", "previous") {
			if m, n := p.turned(k + 1); n > k+1 && m.unit != "day" {
				if p.is(k, "later") {
					return m.part("late"), n
				}
				return m.part("early"), n
			}
		}
		if k > i || !p.is(k+1, "this", "that", "in") {
			return moment{}, i
		}
		if p.is(k+1, "in") {
			if p.is(k+2, "the") {
				if m, n := p.container(k + 2); n > k+3 && m.unit != "day" {
					return p.rest(m, p.is(k, "later")), n
				}
			}
			return moment{}, i
		}
		if m, n := p.turned(k + 1); n > k+1 && m.unit != "day" {
			return p.rest(m, p.is(k, "later")), n
		}
	}
	return moment{}, i
}

// rest is what of m lies before or after the anchor.
func (p *timeParser) rest(m moment, later bool) moment {
	a := day(p.anchor)
	if a.Before(m.start) || !a.Before(m.end) {
		return m
	}
	if later {
		m.start = a
	} else {
		m.end = a
	}
	return m
}

// within reads a unit that can have an early and a late part.
func (p *timeParser) within(i int) (moment, int) {
	best, end := moment{}, i
	for _, read := range []func(*timeParser, int) (moment, int){(*timeParser).dated, (*timeParser).era, (*timeParser).season, (*timeParser).turned, (*timeParser).ordered} {
		if m, n := read(p, i); n > end && m.unit != "day" && m.unit != "minute" {
			best, end = m, n
		}
	}
	if s, ok := seasons[p.s(i)]; ok && end == i {
		y := p.pickYear(func(y int) time.Time { return date(y, 3*s, 1) }, 90)
		m := seasonMoment(y, s)
		m.relative = true
		return m, i + 1
	}
	return best, end
}
