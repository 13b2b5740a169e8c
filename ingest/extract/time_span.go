package extract

import (
	"fmt"
	"strings"
	"time"
)

// any reads the longest expression at i: a period, a repetition, a point or a length.
func (p *timeParser) any(i int) (moment, int) {
	if m, n := p.span(i); n > i {
		return m, n
	}
	if m, n := p.repeated(i); n > i {
		return m, n
	}
	if m, n := p.vague(i); n > i {
		return m, n
	}
	pm, pn := p.point(i)
	dm, dn := p.duration(i)
	switch {
	case dn > pn:
		return dm, dn
	case pn > i:
		return p.joined(i, pm, pn)
	}
	return moment{}, i
}

// joined goes on from a point to the end of a range: "2014 to 2018", "June 13-15", "January through March".
func (p *timeParser) joined(i int, m moment, n int) (moment, int) {
	if m.start.IsZero() || m.kind != Date {
		return m, n
	}
	j := n
	dash := p.is(j, "-", "–", "—", "~")
	if !dash && !p.is(j, "to", "through", "until", "till", "thru") {
		return m, n
	}
	if p.is(j, "to") && (m.unit == "minute" || p.is(j+1, "date")) && m.unit == "day" {
		return m, n
	}
	if p.is(j, "—") && !p.l[j].glued {
		return m, n
	}
	if e, k := p.rangeEnd(i, m, j+1); k > j+1 && (dash && m.unit != "week" || e.unit == m.unit || !e.relative && !m.relative || p.is(i-1, "from")) && e.unit != "" && (m.unit == "minute") == (e.unit == "minute") {
		return spanOf(m, e), k
	}
	return m, n
}

// rangeEnd reads the second end of a range whose first is m (read at i); it may lack what the first has.
func (p *timeParser) rangeEnd(i int, m moment, j int) (moment, int) {
	// "June 13 to 15", "13-15 June" is read in span
	if m.unit == "day" {
		if d, n := p.dayAt(j); n > j && (n >= len(p.l) || months[p.s(n)] == 0) && !p.isCounted(n) {
			k := p.skip(n, ",")
			t := date(m.start.Year(), int(m.start.Month()), d)
			if y, e := p.yearAt(k, false); e > k {
				t = date(y, int(m.start.Month()), d)
				n = e
			}
			if !t.Before(m.start) || n > j+1 {
				if _, unit := units[p.s(n)]; !unit {
					r := dayMoment(t)
					r.relative = m.relative
					return r, n
				}
			}
		}
	}
	if m.unit == "year" && j < len(p.l) && p.l[j].number && len(p.s(j)) == 2 && p.l[j].glued {
		f, _ := figure(p.s(j))
		y := m.start.Year()/100*100 + int(f)
		if y > m.start.Year() {
			return yearMoment(y), j + 1
		}
	}
	if p.is(j, "now", "today", "present") && m.unit != "minute" {
		r := dayMoment(p.anchor)
		r.relative = true
		return r, j + 1
	}
	if e, n := p.point(j); n > j && e.kind == Date && !e.start.IsZero() {
		return e, n
	}
	return moment{}, j
}

// isCounted reports whether the word at n is what a number before it counts.
func (p *timeParser) isCounted(n int) bool {
	if n >= len(p.l) {
		return false
	}
	if p.is(n, "percent", "%", "million", "billion", "people", "countries") {
		return true
	}
	_, ok := units[p.s(n)]
	return ok
}

// spanOf is the period from the start of a to the end of b, both in it.
func spanOf(a, b moment) moment {
	// an end without a year takes that of the other: "from January to April 2015", "December 2014 to March"
	switch {
	case a.floating && !b.floating:
		s := addMonths(a.start, 12*(b.start.Year()-a.start.Year()))
		if s.After(b.start) {
			s = addMonths(s, -12)
		}
		a = a.moved(s)
		a.relative = b.relative
	case b.floating && b.end.Before(a.start):
		s := b.start
		for s.Before(a.start) {
			s = addMonths(s, 12)
		}
		r := b.relative && a.relative
		b = b.moved(s)
		b.relative = r
	case b.relative && b.unit == "day" && b.end.Before(a.start):
		r := b.relative
		if b.end.AddDate(0, 0, 7).After(a.start) {
			b = dayMoment(b.start.AddDate(0, 0, 7))
		} else {
			b = dayMoment(addMonths(b.start, 1))
		}
		b.relative = r
	}
	m := moment{kind: Period, start: a.start, end: b.end, unit: b.unit, last: b.start, relative: a.relative || b.relative}
	m.value = head(a.value) + "/" + tail(b.value)
	return m
}

// moved is the same day or month elsewhere.
func (m moment) moved(to time.Time) moment {
	if m.unit == "month" {
		return monthMoment(to.Year(), int(to.Month()))
	}
	return dayMoment(to)
}

func head(v string) string { a, _, _ := strings.Cut(v, "/"); return a }

func tail(v string) string {
	if _, b, ok := strings.Cut(v, "/"); ok {
		return b
	}
	return v
}

// span reads a period with its words: "from June 13 to 15", "between 2010 and 2014", "since 2014", "until May",
// "before 2010", "after June", "by year end", "the week of June 12".
func (p *timeParser) span(i int) (moment, int) {
	switch p.s(i) {
	case "from", "between":
		j := i + 1
		if p.is(j, "about", "around", "at") {
			j++
		}
		// "from 13 to 15 June"
		if d, n := p.dayAt(j); n > j && p.is(n, "to", "through", "until", "-", "–", "and", "till") {
			if c, e := p.calendarAt(n + 1); e > n+1 && c.day > 0 && c.month > 0 {
				if b, ok := p.resolve(c); ok {
					a := dayMoment(date(b.start.Year(), c.month, d))
					a.relative = b.relative
					if !a.start.After(b.start) {
						return spanOf(a, b), e
					}
				}
			}
		}
		m, n := p.point(j)
		if n == j && p.is(j, "now") {
			m, n = dayMoment(p.anchor), j+1
			m.relative = true
			p.toward = 1
		}
		if n == j || m.start.IsZero() || m.kind != Date {
			return moment{}, i
		}
		if p.is(i, "between") && p.is(n, "and", "-", "–", "~") || p.is(i, "from") && p.is(n, "to", "until", "till", "through", "thru", "-", "–", "~") {
			if e, k := p.rangeEnd(j, m, n+1); k > n+1 {
				return spanOf(m, e), k
			}
		}
		if p.is(i, "from") && p.is(n, "on", "onward", "onwards", "forward") {
			k := p.skip(n, "on")
			if k > n && !p.is(k, "ward", "wards") || k == n {
				return moment{kind: Period, start: m.start, value: head(m.value) + "/..", unit: m.unit, relative: m.relative}, n + 1
			}
		}
		return moment{}, i
	case "since":
		j := p.skip(i+1, "at", "about", "around")
		j = p.skip(j, "least")
		if m, n := p.point(j); n > j && !m.start.IsZero() && m.kind != Duration {
			return moment{kind: Period, start: m.start, value: head(m.value) + "/..", unit: m.unit, relative: m.relative}, n
		}
	case "until", "till", "through", "before", "by", "after":
		// the preposition stays outside the expression, but bounds its interval
		return moment{}, i
	}
	// "13-15 June", "June 13-15" is in joined
	if d, n := p.dayAt(i); n > i && p.is(n, "-", "–", "to") && !p.is(i, "the") {
		if c, e := p.calendarAt(n + 1); e > n+1 && c.day > 0 && c.month > 0 && !p.is(n+1, "the") {
			if b, ok := p.resolve(c); ok && d < c.day {
				a := dayMoment(date(b.start.Year(), c.month, d))
				a.relative = b.relative
				return spanOf(a, b), e
			}
		}
	}
	k := p.skip(i, "the")
	if p.is(k, "week", "weekend") && p.is(k+1, "of") && k > i {
		if m, n := p.point(k + 2); n > k+2 && m.unit == "day" {
			w := weekMoment(m.start)
			if p.is(k, "weekend") {
				w = weekendMoment(m.start)
			}
			return rel(w, m), n
		}
	}
	if p.is(k, "fiscal", "financial") {
		j := p.skip(k+1, "year")
		if y, n := p.yearAt(j, false); n > j {
			m := yearMoment(y)
			m.kind = Period
			return m, n
		}
	}
	// months of one year: "January and February 2015" is two expressions
	return moment{}, i
}

// vague reads spans without measure: "recent months", "the coming weeks", "all her life", "a long time". They have no
// value.
func (p *timeParser) vague(i int) (moment, int) {
	k := p.skip(i, "the", "all")
	switch p.s(k) {
	case "recent", "coming", "past", "last", "next", "previous", "following", "preceding", "early", "final":
		if u, ok := units[p.s(k+1)]; ok && strings.HasSuffix(p.s(k+1), "s") && unitLength[u].seconds == 0 && (k > i || !p.is(k, "past", "last", "next", "early", "final") || p.is(i-1, "in", "over", "for", "during")) {
			return moment{kind: Period, relative: true, unit: u}, k + 2
		}
	case "his", "her", "my", "their", "its", "our":
		if p.is(k+1, "life", "lives") && k > i {
			return moment{kind: Duration, unit: "life"}, k + 2
		}
	}
	k = p.skip(i, "a", "some")
	if k > i {
		k = p.skip(k, "good", "very")
		if p.is(k, "long") && p.is(k+1, "time", "while") {
			return moment{kind: Duration}, k + 2
		}
	}
	return moment{}, i
}

// duration is a length of time alone: "three weeks", "for months", "half an hour".
func (p *timeParser) duration(i int) (moment, int) {
	l, n := p.length(i)
	if n > i {
		if p.is(n, "-") && p.l[n].glued && n+1 < len(p.l) && p.l[n+1].glued {
			return moment{}, i // "the two-year-long", "10-day-old"
		}
		return moment{kind: Duration, value: l.iso(), unit: l.unit}, n
	}
	if p.is(i-1, "for", "after", "in", "within", "of", "over") && i < len(p.l) {
		if u, ok := units[p.s(i)]; ok && strings.HasSuffix(p.s(i), "s") && u != "second" {
			return moment{kind: Duration, value: strings.Replace(lengthOf(1, u).iso(), "1", "X", 1), unit: u}, i + 1
		}
	}
	if u, ok := units[p.s(i)]; ok && strings.HasSuffix(p.s(i), "s") && (u == "month" || u == "year" || u == "week" || u == "day" || u == "decade" || u == "hour") && p.is(i+1, "of") {
		return moment{kind: Duration, value: "PX" + lengthOf(1, u).iso()[len(lengthOf(1, u).iso())-1:], unit: u}, i + 1
	}
	return moment{}, i
}

// repeated reads what comes again: "every Monday", "each year", "every two weeks", "daily", "Mondays", "twice a week".
func (p *timeParser) repeated(i int) (moment, int) {
	set := func(v string, n int) (moment, int) { return moment{kind: Set, value: v}, n }
	switch p.s(i) {
	case "every", "each":
		k := i + 1
		every := 1.0
		k = p.skip(k, "single")
		if p.is(k, "other") {
			every = 2
			k++
		} else if v, n := cardinal(p.l, k); n > k {
			every = v
			k = n
		} else if p.is(k, "few") {
			every = 3
			k++
		}
		if u, ok := units[p.s(k)]; ok && u != "second" {
			return set("R/"+lengthOf(every, u).iso(), k+1)
		}
		if _, n := p.weekdayAt(k); n > k {
			v := fmt.Sprintf("R/P%gW", every)
			if h, ok := daytimes[p.s(n)]; ok && h[1] > 0 {
				n++
			}
			return set(v, n)
		}
		if _, n := p.monthAt(k); n > k {
			return set("R/P1Y", n)
		}
		if _, ok := seasons[p.s(k)]; ok {
			return set("R/P1Y", k+1)
		}
		if _, ok := daytimes[p.s(k)]; ok {
			return set("R/P1D", k+1)
		}
	case "daily":
		return set("R/P1D", i+1)
	case "weekly":
		return set("R/P1W", i+1)
	case "biweekly":
		return set("R/P2W", i+1)
	case "monthly":
		return set("R/P1M", i+1)
	case "quarterly":
		return set("R/P3M", i+1)
	case "yearly", "annually", "annual":
		return set("R/P1Y", i+1)
	case "hourly":
		return set("R/PT1H", i+1)
	case "nightly":
		return set("R/P1D", i+1)
	case "once", "twice":
		if p.is(i+1, "a", "per", "every", "each") {
			if u, ok := units[p.s(i+2)]; ok {
				return set("R/"+lengthOf(1, u).iso(), i+3)
			}
		}
	}
	if _, ok := pluralDays[p.s(i)]; ok {
		return set("R/P1W", i+1)
	}
	if k := p.skip(i, "a", "per"); k > i && i > 0 {
		if u, ok := units[p.s(k)]; ok && p.is(k-1, "per") && !strings.HasSuffix(p.s(k), "s") && (u == "day" || u == "week" || u == "month" || u == "year" || u == "hour") {
			return set("R/"+lengthOf(1, u).iso(), k+1)
		}
	}
	return moment{}, i
}
