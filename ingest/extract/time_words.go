package extract

import (
	"strings"
	"time"
)

var months = map[string]int{"january": 1, "jan": 1, "jan.": 1, "february": 2, "feb": 2, "feb.": 2, "march": 3, "mar": 3, "mar.": 3,
	"april": 4, "apr": 4, "apr.": 4, "may": 5, "june": 6, "jun": 6, "jun.": 6, "july": 7, "jul": 7, "jul.": 7, "august": 8,
	"aug": 8, "aug.": 8, "september": 9, "sep": 9, "sep.": 9, "sept": 9, "sept.": 9, "october": 10, "oct": 10, "oct.": 10,
	"november": 11, "nov": 11, "nov.": 11, "december": 12, "dec": 12, "dec.": 12}

var weekdays = map[string]time.Weekday{"monday": 1, "mon": 1, "tuesday": 2, "tue": 2, "tues": 2, "wednesday": 3, "wed": 3,
	"thursday": 4, "thu": 4, "thur": 4, "thurs": 4, "friday": 5, "fri": 5, "saturday": 6, "sat": 6, "sunday": 0, "sun": 0}

// shortDay are abbreviations that are words of their own.
var shortDay = map[string]bool{"sat": true, "sun": true, "wed": true, "mon": true, "fri": true, "tue": true, "thu": true, "mar": true}

var pluralDays = map[string]time.Weekday{"mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5,
	"saturdays": 6, "sundays": 0}

var seasons = map[string]int{"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}

// daytimes gives the hours of the parts of a day.
var daytimes = map[string][2]int{"morning": {8, 12}, "afternoon": {12, 16}, "evening": {16, 20}, "night": {20, 24},
	"noon": {12, 12}, "midday": {12, 12}, "midnight": {0, 0}, "dawn": {4, 8}, "daytime": {8, 18}, "nighttime": {20, 24}, "lunchtime": {11, 13}}

// holiday is the day of a feast in a year.
var holidays = map[string]func(y int) time.Time{
	"christmas":                  fixed(12, 25),
	"christmas day":              fixed(12, 25),
	"christmas eve":              fixed(12, 24),
	"boxing day":                 fixed(12, 26),
	"new year's day":             fixed(1, 1),
	"new year day":               fixed(1, 1),
	"new year":                   fixed(1, 1),
	"new year's":                 fixed(1, 1),
	"new years":                  fixed(1, 1),
	"new years day":              fixed(1, 1),
	"new year's eve":             fixed(12, 31),
	"new year eve":               fixed(12, 31),
	"new years eve":              fixed(12, 31),
	"valentine's day":            fixed(2, 14),
	"valentines day":             fixed(2, 14),
	"halloween":                  fixed(10, 31),
	"independence day":           fixed(7, 4),
	"the fourth of july":         fixed(7, 4),
	"veterans day":               fixed(11, 11),
	"armistice day":              fixed(11, 11),
	"bastille day":               fixed(7, 14),
	"juneteenth":                 fixed(6, 19),
	"st patrick's day":           fixed(3, 17),
	"st. patrick's day":          fixed(3, 17),
	"saint patrick's day":        fixed(3, 17),
	"earth day":                  fixed(4, 22),
	"april fools' day":           fixed(4, 1),
	"april fool's day":           fixed(4, 1),
	"may day":                    fixed(5, 1),
	"women's day":                fixed(3, 8),
	"international women's day":  fixed(3, 8),
	"all saints' day":            fixed(11, 1),
	"thanksgiving":               nth(11, time.Thursday, 4),
	"thanksgiving day":           nth(11, time.Thursday, 4),
	"black friday":               func(y int) time.Time { return nth(11, time.Thursday, 4)(y).AddDate(0, 0, 1) },
	"cyber monday":               func(y int) time.Time { return nth(11, time.Thursday, 4)(y).AddDate(0, 0, 4) },
	"labor day":                  nth(9, time.Monday, 1),
	"labour day":                 nth(9, time.Monday, 1),
	"memorial day":               func(y int) time.Time { return lastOf(y, 5, time.Monday) },
	"columbus day":               nth(10, time.Monday, 2),
	"martin luther king day":     nth(1, time.Monday, 3),
	"martin luther king jr day":  nth(1, time.Monday, 3),
	"martin luther king jr. day": nth(1, time.Monday, 3),
	"mlk day":                    nth(1, time.Monday, 3),
	"presidents' day":            nth(2, time.Monday, 3),
	"presidents day":             nth(2, time.Monday, 3),
	"mother's day":               nth(5, time.Sunday, 2),
	"father's day":               nth(6, time.Sunday, 3),
	"easter":                     easter,
	"easter day":                 easter,
	"easter sunday":              easter,
	"easter monday":              func(y int) time.Time { return easter(y).AddDate(0, 0, 1) },
	"good friday":                func(y int) time.Time { return easter(y).AddDate(0, 0, -2) },
	"ash wednesday":              func(y int) time.Time { return easter(y).AddDate(0, 0, -46) },
	"palm sunday":                func(y int) time.Time { return easter(y).AddDate(0, 0, -7) },
	"pentecost":                  func(y int) time.Time { return easter(y).AddDate(0, 0, 49) },
}

func fixed(m, d int) func(int) time.Time { return func(y int) time.Time { return date(y, m, d) } }

// nth is the n-th weekday of a month.
func nth(m int, w time.Weekday, n int) func(int) time.Time {
	return func(y int) time.Time {
		t := date(y, m, 1)
		return t.AddDate(0, 0, (int(w)-int(t.Weekday())+7)%7+7*(n-1))
	}
}

func lastOf(y, m int, w time.Weekday) time.Time {
	t := date(y, m+1, 1).AddDate(0, 0, -1)
	return t.AddDate(0, 0, -((int(t.Weekday()) - int(w) + 7) % 7))
}

// easter is Easter Sunday of the Gregorian calendar (the anonymous algorithm, Meeus 1991).
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e, f := b/4, b%4, (b+8)/25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return date(y, n/31, n%31+1)
}

// timeHeads are the words that an expression may begin with.
var timeHeads = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`the a an in within from between since every each daily weekly biweekly monthly quarterly
yearly annually annual hourly nightly once twice per today yesterday tomorrow tonight early mid late middle beginning
start end turn year month later earlier about nearly almost roughly around approximately some just over only at more
less exactly barely half few several couple dozen ad a.d. q h ' ’ ‘ week weekend fiscal financial calendar final these
those zero now noon midday midnight day hundred recent all good`) {
		m[w] = true
	}
	for w := range months {
		m[w] = true
	}
	for w := range weekdays {
		m[w] = true
	}
	for w := range pluralDays {
		m[w] = true
	}
	for w := range seasons {
		m[w] = true
	}
	for w := range daytimes {
		m[w] = true
	}
	for w := range units {
		m[w] = true
	}
	for w := range turns {
		m[w] = true
	}
	for w := range unitNumber {
		m[w] = true
	}
	for w := range tenNumber {
		m[w] = true
	}
	for w := range ordinalUnit {
		m[w] = true
	}
	for w := range eraWords {
		m[w] = true
	}
	for w := range holidays {
		first, _, _ := strings.Cut(w, " ")
		first, _, _ = strings.Cut(first, "'")
		m[first] = true
	}
	return m
}()
