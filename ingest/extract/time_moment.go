package extract

import (
	"fmt"
	"time"
)

// moment is a time expression's meaning: an interval (an open end is the zero time) with its value.
type moment struct {
	kind       TimeKind
	start, end time.Time
	value      string // EDTF, or an ISO 8601 duration or repetition
	unit       string // grain: "second" … "century"
	relative   bool   // rests on the anchor
	floating   bool   // its year was not given
	last       time.Time
}

// length is a duration in calendar units.
type length struct {
	months, days int
	seconds      float64
	unit         string
	n            float64
}

// unitLength gives the length of one unit.
var unitLength = map[string]length{
	"second": {seconds: 1}, "minute": {seconds: 60}, "hour": {seconds: 3600}, "day": {days: 1}, "night": {days: 1},
	"week": {days: 7}, "weekend": {days: 7}, "fortnight": {days: 14}, "month": {months: 1}, "quarter": {months: 3},
	"year": {months: 12}, "decade": {months: 120}, "century": {months: 1200}, "season": {months: 3}, "millennium": {months: 12000},
}

var units = map[string]string{
	"second": "second", "seconds": "second", "sec": "second", "secs": "second",
	"minute": "minute", "minutes": "minute", "min": "minute", "mins": "minute",
	"hour": "hour", "hours": "hour", "hr": "hour", "hrs": "hour", "h": "hour",
	"day": "day", "days": "day", "night": "night", "nights": "night",
	"week": "week", "weeks": "week", "wk": "week", "weekend": "weekend", "weekends": "weekend", "fortnight": "fortnight", "fortnights": "fortnight",
	"month": "month", "months": "month", "quarter": "quarter", "quarters": "quarter",
	"year": "year", "years": "year", "yr": "year", "yrs": "year", "decade": "decade", "decades": "decade",
	"century": "century", "centuries": "century", "millennium": "millennium", "millennia": "millennium",
}

func lengthOf(n float64, unit string) length {
	u := unitLength[unit]
	whole := int(n)
	l := length{months: u.months * whole, days: u.days * whole, seconds: u.seconds * n, unit: unit, n: n}
	if f := n - float64(whole); f > 0 {
		switch {
		case u.months > 0:
			l.months = int(n * float64(u.months))
			if u.months == 1 {
				l.days = int(f * 30)
			}
		case u.days > 0:
			l.days = int(n * float64(u.days))
			l.seconds = (n*float64(u.days) - float64(l.days)) * 86400
		}
	}
	return l
}

func (l length) after(t time.Time, sign int) time.Time {
	t = addMonths(t, sign*l.months).AddDate(0, 0, sign*l.days)
	return t.Add(time.Duration(float64(sign) * l.seconds * float64(time.Second)))
}

// addMonths keeps the day within the month: a month after January 31 is February 28.
func addMonths(t time.Time, n int) time.Time {
	if n == 0 {
		return t
	}
	first := time.Date(t.Year(), t.Month(), 1, t.Hour(), t.Minute(), t.Second(), 0, t.Location()).AddDate(0, n, 0)
	day := min(t.Day(), first.AddDate(0, 1, -1).Day())
	return first.AddDate(0, 0, day-1)
}

// iso writes the length as an ISO 8601 duration.
func (l length) iso() string {
	num := func(n float64) string { return fmt.Sprintf("%g", n) }
	switch l.unit {
	case "second":
		return "PT" + num(l.n) + "S"
	case "minute":
		return "PT" + num(l.n) + "M"
	case "hour":
		return "PT" + num(l.n) + "H"
	case "day", "night":
		return "P" + num(l.n) + "D"
	case "week":
		return "P" + num(l.n) + "W"
	case "weekend":
		return "P" + num(l.n) + "W"
	case "fortnight":
		return "P" + num(2*l.n) + "W"
	case "month":
		return "P" + num(l.n) + "M"
	case "quarter", "season":
		return "P" + num(3*l.n) + "M"
	case "year":
		return "P" + num(l.n) + "Y"
	case "decade":
		return "P" + num(10*l.n) + "Y"
	case "century":
		return "P" + num(100*l.n) + "Y"
	case "millennium":
		return "P" + num(1000*l.n) + "Y"
	}
	return ""
}

func date(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

func day(t time.Time) time.Time { return date(t.Year(), int(t.Month()), t.Day()) }

func edtfYear(y int) string {
	if y < 0 {
		return fmt.Sprintf("-%04d", -y)
	}
	return fmt.Sprintf("%04d", y)
}

func edtfDay(t time.Time) string {
	return fmt.Sprintf("%s-%02d-%02d", edtfYear(t.Year()), t.Month(), t.Day())
}

func dayMoment(t time.Time) moment {
	t = day(t)
	return moment{start: t, end: t.AddDate(0, 0, 1), value: edtfDay(t), unit: "day"}
}

func monthMoment(y, m int) moment {
	t := date(y, m, 1)
	return moment{start: t, end: t.AddDate(0, 1, 0), value: fmt.Sprintf("%s-%02d", edtfYear(t.Year()), t.Month()), unit: "month"}
}

func yearMoment(y int) moment {
	return moment{start: date(y, 1, 1), end: date(y+1, 1, 1), value: edtfYear(y), unit: "year"}
}

func quarterMoment(y, q int) moment {
	t := date(y, 3*q-2, 1)
	return moment{start: t, end: t.AddDate(0, 3, 0), value: fmt.Sprintf("%s-%d", edtfYear(y), 32+q), unit: "quarter"}
}

func halfMoment(y, h int) moment {
	t := date(y, 6*h-5, 1)
	return moment{start: t, end: t.AddDate(0, 6, 0), value: fmt.Sprintf("%s-%d", edtfYear(y), 39+h), unit: "half"}
}

// seasonMoment is a season of the northern half by the calendar of meteorology; winter belongs to the year of its December.
func seasonMoment(y, s int) moment {
	t := date(y, 3*s, 1)
	return moment{start: t, end: t.AddDate(0, 3, 0), value: fmt.Sprintf("%s-%d", edtfYear(y), 20+s), unit: "season"}
}

func decadeMoment(y int) moment {
	y -= y % 10
	return moment{start: date(y, 1, 1), end: date(y+10, 1, 1), value: edtfYear(y)[:3] + "X", unit: "decade"}
}

// centuryMoment is the n-th century as the hundred years with its leading figures: the 19th is 1800 … 1899.
func centuryMoment(n int) moment {
	y := 100 * (n - 1)
	return moment{start: date(y, 1, 1), end: date(y+100, 1, 1), value: edtfYear(y)[:2] + "XX", unit: "century"}
}

// weekMoment is the week from Monday around t.
func weekMoment(t time.Time) moment {
	t = day(t)
	t = t.AddDate(0, 0, -((int(t.Weekday()) + 6) % 7))
	return between(t, t.AddDate(0, 0, 7), "week")
}

func weekendMoment(t time.Time) moment {
	m := weekMoment(t)
	return between(m.start.AddDate(0, 0, 5), m.end, "weekend")
}

// between is a half-open interval of whole days, its value as EDTF with both ends in it.
func between(a, b time.Time, unit string) moment {
	m := moment{start: a, end: b, unit: unit}
	last := b.AddDate(0, 0, -1)
	if a.Equal(day(a)) && b.Equal(day(b)) {
		m.value = edtfDay(a) + "/" + edtfDay(last)
		if !last.After(a) {
			m.value = edtfDay(a)
		}
	} else {
		m.value = stamp(a) + "/" + stamp(b)
	}
	return m
}

func stamp(t time.Time) string { return t.Format("2006-01-02T15:04:05") }

// unitMoment is the calendar unit around t moved by n of it: n = -1 is the last one.
func unitMoment(t time.Time, unit string, n int) (moment, bool) {
	t = day(t)
	switch unit {
	case "day":
		return dayMoment(t.AddDate(0, 0, n)), true
	case "week":
		return weekMoment(t.AddDate(0, 0, 7*n)), true
	case "weekend":
		return weekendMoment(t.AddDate(0, 0, 7*n)), true
	case "month":
		u := addMonths(date(t.Year(), int(t.Month()), 1), n)
		return monthMoment(u.Year(), int(u.Month())), true
	case "quarter":
		u := addMonths(date(t.Year(), int(t.Month()), 1), 3*n)
		return quarterMoment(u.Year(), (int(u.Month())+2)/3), true
	case "year":
		return yearMoment(t.Year() + n), true
	case "decade":
		return decadeMoment(t.Year() + 10*n), true
	case "century":
		return centuryMoment(t.Year()/100 + 1 + n), true
	}
	return moment{}, false
}

// part is the early, middle or late share of m.
func (m moment) part(which string) moment {
	if m.start.IsZero() || m.end.IsZero() {
		return m
	}
	a, b := m.start, m.end
	third := func(n int) time.Time {
		switch m.unit {
		case "month": // to the 10th, 10th to 20th, from the 16th
			return []time.Time{a, a.AddDate(0, 0, 10), a.AddDate(0, 0, 15), b}[n]
		case "year":
			return addMonths(a, 4*n)
		case "decade":
			return addMonths(a, []int{0, 40, 80, 120}[n])
		case "week": // its last days begin on Thursday
			return a.AddDate(0, 0, []int{0, 3, 3, 7}[n])
		}
		d := b.Sub(a) / 3
		return day(a.Add(time.Duration(n) * d))
	}
	r := m
	switch which {
	case "early":
		r.end = third(1)
	case "mid":
		r.start, r.end = third(1), third(2)
		if m.unit == "month" {
			r.start, r.end = a.AddDate(0, 0, 9), a.AddDate(0, 0, 20)
		}
	case "late":
		r.start = third(2)
	}
	return r
}
