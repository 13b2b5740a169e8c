package extract

import (
	"strings"
	"time"
)

// point reads one date or calendar span at i, with the part of the day behind it.
func (p *timeParser) point(i int) (moment, int) {
	m, n := p.pointAlone(i)
	if n == i {
		return m, i
	}
	if m.unit == "day" && m.kind == Date {
		if d, k := p.daytime(m, n); k > n {
			return d, k
		}
	}
	return m, n
}

// pointAlone tries the readers in the order of how much they take.
func (p *timeParser) pointAlone(i int) (moment, int) {
	best, end := moment{}, i
	for _, read := range []func(*timeParser, int) (moment, int){
		(*timeParser).holiday, (*timeParser).dayWord, (*timeParser).turned, (*timeParser).counted, (*timeParser).ordered,
		(*timeParser).shared, (*timeParser).dated, (*timeParser).era, (*timeParser).season, (*timeParser).clock,
	} {
		if m, n := read(p, i); n > end {
			best, end = m, n
		}
	}
	return best, end
}

// dated is a date by its parts, or a year that something before or behind it shows to be one.
func (p *timeParser) dated(i int) (moment, int) {
	if w, n := p.weekdayAt(i); n > i && p.is(n, "of", "in") { // "Tuesday of last week"
		if m, e := p.turned(p.skip(n+1, "the")); e > n+2 && m.unit == "week" {
			return rel(dayMoment(m.start.AddDate(0, 0, (w+6)%7)), m), e
		}
	}
	if c, n := p.calendarAt(i); n > i {
		if m, ok := p.resolve(c); ok {
			return m, n
		}
		return moment{}, i
	}
	k := i
	if p.is(k, "the") && p.is(k+1, "year", "calendar") {
		k++
	}
	if p.is(k, "calendar") && p.is(k+1, "year") {
		k++
	}
	named := p.is(k, "year")
	if named {
		k++
		k = p.skip(k, "of")
	}
	if y, n := p.yearAt(k, true); n > k {
		if p.s(n) == "s" || p.is(n, "'", "’") && p.is(n+1, "s") && p.l[n].glued && p.l[n+1].glued && p.l[n+1].s == "s" && y%10 == 0 {
			return moment{}, i
		}
		if p.is(n, "bc", "b.c.", "bce") {
			return moment{}, i
		}
		j := p.skip(n, "-")
		if s := p.s(j); (s == "q" || s == "h") && j+1 < len(p.l) && p.l[j+1].glued && len(p.s(j+1)) == 1 && p.l[j+1].number { // "2017 Q1"
			f, _ := figure(p.s(j + 1))
			if q := int(f); s == "q" && q >= 1 && q <= 4 {
				return quarterMoment(y, q), j + 2
			} else if s == "h" && (q == 1 || q == 2) {
				return halfMoment(y, q), j + 2
			}
		}
		return yearMoment(y), n
	}
	if named || p.is(i-1, "in", "since", "until", "by") {
		if y, n := p.wordYear(k); n > k && !p.isCounted(n) {
			return yearMoment(y), n
		}
	}
	if p.is(i, "ad", "a.d.") {
		if l := p.s(i + 1); l != "" && p.l[i+1].number {
			if f, ok := figure(l); ok && f > 0 && f < 3000 {
				return yearMoment(int(f)), i + 2
			}
		}
	}
	return moment{}, i
}

func (p *timeParser) holiday(i int) (moment, int) {
	k := p.skip(i, "the")
	k = p.skip(k, "next", "last", "this")
	dir := 0
	if k > i {
		switch p.s(k - 1) {
		case "next":
			dir = 1
		case "last":
			dir = -1
		}
	}
	for n := 4; n >= 1; n-- {
		if k+n > len(p.l) {
			continue
		}
		var b strings.Builder
		for j := k; j < k+n; j++ {
			if j > k && !p.l[j].glued {
				b.WriteByte(' ')
			}
			b.WriteString(strings.ReplaceAll(p.l[j].s, "’", "'"))
		}
		name := b.String()
		// "new year ' s" was lexed in three
		for j := k + n; j < len(p.l) && j < k+n+3 && p.l[j].glued && (p.is(j, "'", "’", "s")); j++ {
			b.WriteString(strings.ReplaceAll(p.l[j].s, "’", "'"))
			if _, ok := holidays[b.String()]; ok {
				name = b.String()
				n = j + 1 - k
			}
		}
		of, ok := holidays[name]
		if !ok || !p.l[k].capped && name != "christmas" && name != "easter" && name != "thanksgiving" && n < 2 {
			continue
		}
		if name == "new year" && (dir != 0 || p.is(k-1, "a") || !p.l[k].capped) {
			continue
		}
		e := k + n
		j := p.skip(e, ",", "of", "in")
		if y, n := p.yearAt(j, false); n > j {
			if p.is(n, "weekend") {
				return longWeekend(of(y)), n + 1
			}
			return dayMoment(of(y)), n
		}
		j = p.skip(e, "of")
		switch {
		case p.is(j, "this") && p.is(j+1, "year"):
			m := dayMoment(of(p.anchor.Year()))
			m.relative = true
			return m, j + 2
		case p.is(j, "last", "next") && p.is(j+1, "year"):
			y := p.anchor.Year() + 1
			if p.is(j, "last") {
				y -= 2
			}
			m := dayMoment(of(y))
			m.relative = true
			return m, j + 2
		}
		q := *p
		if dir != 0 {
			q.toward = dir
		}
		t := of(q.pickYear(of, 1))
		m := dayMoment(t)
		if p.is(e, "weekend") {
			m = longWeekend(t)
			e++
		}
		m.relative = true
		return m, e
	}
	return moment{}, i
}

// longWeekend is the weekend around a holiday with the days between them.
func longWeekend(t time.Time) moment {
	m := weekendMoment(t)
	switch t.Weekday() {
	case time.Monday:
		return between(t.AddDate(0, 0, -2), t.AddDate(0, 0, 1), "weekend")
	case time.Thursday, time.Friday:
		return between(t, m.end, "weekend")
	}
	return m
}

// dayWord reads "today", "the day after tomorrow", "last night", "this morning", "now" is left out.
func (p *timeParser) dayWord(i int) (moment, int) {
	rel := func(n, next int) (moment, int) {
		m := dayMoment(day(p.anchor).AddDate(0, 0, n))
		m.relative = true
		return m, next
	}
	switch p.s(i) {
	case "today":
		return rel(0, i+1)
	case "yesterday":
		return rel(-1, i+1)
	case "tomorrow":
		return rel(1, i+1)
	case "tonight":
		m, _ := rel(0, 0)
		m, _ = hours(m, daytimes["night"])
		m.value = m.value[:10]
		return m, i + 1
	}
	k := p.skip(i, "the")
	if p.is(k, "day") && p.is(k+1, "before", "after") && p.is(k+2, "yesterday", "tomorrow") {
		if p.is(k+1, "before") && p.is(k+2, "yesterday") {
			return rel(-2, k+3)
		}
		if p.is(k+1, "after") && p.is(k+2, "tomorrow") {
			return rel(2, k+3)
		}
	}
	if p.is(i, "this", "last", "later", "earlier") {
		k := i + 1
		if p.is(i, "later", "earlier") {
			if !p.is(k, "this") && !p.is(k, "today") {
				return moment{}, i
			}
			k = p.skip(k, "this")
			if p.is(k, "today") {
				return rel(0, k+1)
			}
		}
		if h, ok := daytimes[p.s(k)]; ok {
			n := 0
			if p.is(i, "last") {
				n = -1
			}
			m, _ := rel(n, 0)
			m, _ = hours(m, h)
			return m, k + 1
		}
	}
	return moment{}, i
}

// season reads "summer 2018", "the spring of 1945", "winter".
func (p *timeParser) season(i int) (moment, int) {
	k := p.skip(i, "the")
	s, ok := seasons[p.s(k)]
	if !ok {
		return moment{}, i
	}
	j := p.skip(k+1, "of", "in")
	if y, n := p.yearAt(j, false); n > j {
		return seasonMoment(y, s), n
	}
	if p.is(i, "the") && p.is(k, "fall", "spring") || p.is(k, "fall", "spring") && !p.is(i-1, "in", "this", "since", "during", "by") || k == i && !p.is(i-1, "in", "the", "during", "since", "until", "by", "of", "before", "after") {
		return moment{}, i
	}
	y := p.pickYear(func(y int) time.Time { return date(y, 3*s, 1) }, 90)
	m := seasonMoment(y, s)
	m.relative = true
	return m, k + 1
}

// era reads decades and centuries: "the 1990s", "the nineties", "the 19th century", "the 20s".
func (p *timeParser) era(i int) (moment, int) {
	k := p.skip(i, "the")
	the := k > i
	if k < len(p.l) && p.l[k].number && len(p.l[k].s) == 4 && !strings.Contains(p.l[k].s, ",") {
		n := k + 1
		if p.is(n, "'", "’") {
			n++
		}
		if p.is(n, "s") {
			f, _ := figure(p.l[k].s)
			if y := int(f); y%100 == 0 && y%1000 != 0 && y < 2000 {
				return centuryMoment(y/100 + 1), n + 1
			} else if y%10 == 0 {
				return decadeMoment(y), n + 1
			}
		}
	}
	j := p.skip(k, "'", "’", "‘")
	if j < len(p.l) && p.l[j].number && len(p.l[j].s) == 2 && (the || j > k) {
		n := p.skip(j+1, "'", "’")
		if f, _ := figure(p.l[j].s); p.is(n, "s") && p.l[n].glued && int(f)%10 == 0 {
			return decadeMoment(pivot20(int(f))), n + 1
		}
	}
	if d, ok := eraWords[p.s(k)]; ok && (the || p.is(k-1, "in", "of", "early", "late", "-")) {
		return decadeMoment(pivot20(d)), k + 1
	}
	if p.is(k, "nineteen") {
		if d, ok := eraWords[p.s(k+1)]; ok {
			return decadeMoment(1900 + d), k + 2
		}
	}
	if o, n := ordinalAt(p.l, k); n > k && p.is(p.skip(n, "-"), "century", "centuries") && o >= 1 && o <= 30 {
		e := p.skip(n, "-") + 1
		if p.is(e, "bc", "b.c.", "bce") {
			return moment{}, i
		}
		return centuryMoment(int(o)), e
	}
	return moment{}, i
}

var eraWords = map[string]int{"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
	"eighties": 80, "nineties": 90}

func pivot20(y int) int {
	if y < 20 {
		return 2000 + y
	}
	return 1900 + y
}
