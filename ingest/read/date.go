package read

import (
	"regexp"
	"strings"
	"time"
	"unicode"
)

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

const month = `(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)`

var (
	dayMonth = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (` + month + `)\.?,? (\d{4})\b`)
	monthDay = regexp.MustCompile(`(?i)\b(` + month + `)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`)
	// numeric is a day and a month in numbers, in either order, and a year.
	numeric = regexp.MustCompile(`^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$`)
	isoDay  = regexp.MustCompile(`\b(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?`)

	// around is what may stand beside the date in a line that gives only the article's date.
	around = regexp.MustCompile(`(?i)^(?:first|published|posted|updated|last|modified|issued|date|on|at|and|by|edt|est|gmt|utc|et|bst|cet|cest|pm|am|[ap]\.m|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}|\d{1,2}[:.]\d{2}(?:am|pm)?|z)$`)

	// town is a dateline's place: "KYIV, Ukraine", "FASANO, Italy, June 13, 2024 (Reuters)", "PARIS, 3 May 2024".
	town = regexp.MustCompile(`^((?:\p{Lu}[\p{Lu}.'’-]+|\p{Lu}\.)(?:[ /-](?:\p{Lu}[\p{Lu}.'’-]+|and|de|la|upon))*(?:, \p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,3})?(?:,? (?:(?:` + month + `)\.? \d{1,2}(?:, \d{4})?|\d{1,2} (?:` + month + `)\.?(?:,? \d{4})?))?(?: ?\((?:[^()]{1,40})\))?) ?(?:—|–|--|-) ?(\p{Lu}|["“'‘\d])`)
)

// day returns the first date with a year in s, and s without it.
func day(s string) (time.Time, string) {
	if m := isoDay.FindStringSubmatchIndex(s); m != nil {
		if t, err := time.Parse(time.DateOnly, s[m[2]:m[3]]+"-"+s[m[4]:m[5]]+"-"+s[m[6]:m[7]]); err == nil {
			return t, s[:m[0]] + " " + s[m[1]:]
		}
	}
	if m := monthDay.FindStringSubmatchIndex(s); m != nil {
		if t, ok := date(s[m[4]:m[5]], s[m[2]:m[3]], s[m[6]:m[7]]); ok {
			return t, s[:m[0]] + " " + s[m[1]:]
		}
	}
	if m := dayMonth.FindStringSubmatchIndex(s); m != nil {
		if t, ok := date(s[m[2]:m[3]], s[m[4]:m[5]], s[m[6]:m[7]]); ok {
			return t, s[:m[0]] + " " + s[m[1]:]
		}
	}
	return time.Time{}, s
}

func date(d, m, y string) (time.Time, bool) {
	m = strings.ToUpper(m[:1]) + strings.ToLower(m[1:3])
	t, err := time.Parse("2 Jan 2006", strings.TrimLeft(d, "0")+" "+m+" "+y)
	return t, err == nil
}

// dateLine returns the date of a line that says nothing else: "Saturday, September 12, 2015", "Published 2024-06-13".
func dateLine(l string) (time.Time, bool) {
	if len(l) > 120 {
		return time.Time{}, false
	}
	t, rest := day(l)
	if t.IsZero() {
		return t, false
	}
	if _, more := day(rest); more != rest { // "Published ..., updated ..."
		rest = more
	}
	for _, w := range strings.FieldsFunc(rest, func(r rune) bool { return !wordy(r) && r != ':' && r != '.' }) {
		if w = strings.Trim(w, ".:"); w != "" && !around.MatchString(w) {
			return time.Time{}, false
		}
	}
	return t, true
}

// dateline divides "KYIV, Ukraine (AP) — The president ..." into its paragraph and its place; place is "" where there is
// none. The date is that of a dateline with a year.
func dateline(l string) (rest, place string, t time.Time) {
	m := town.FindStringSubmatchIndex(l)
	if m == nil {
		return l, "", t
	}
	if p := l[:m[3]]; !strings.ContainsAny(p, ",(") && (len(p) < 4 || strings.HasPrefix(strings.TrimSpace(l[m[3]:]), "-") && !strings.HasPrefix(strings.TrimSpace(l[m[3]:]), "--")) {
		return l, "", t // "FYI - ...", "A MUST - ..."
	}
	t, _ = day(l[:m[3]])
	return l[m[4]:], l[:m[3]], t
}

// numericDate reads "13-02-2009" and "2/13/2009", in whatever order they are written. Where day and month may change
// places, it returns both dates.
func numericDate(s string) (one, other time.Time, ok bool) {
	m := numeric.FindStringSubmatch(s)
	if m == nil {
		return one, other, false
	}
	dayFirst, err1 := time.Parse("2-1-2006", m[1]+"-"+m[2]+"-"+m[3])
	monthFirst, err2 := time.Parse("1-2-2006", m[1]+"-"+m[2]+"-"+m[3])
	switch {
	case err1 != nil && err2 != nil:
		return one, other, false
	case err1 != nil:
		return monthFirst, monthFirst, true
	case err2 != nil:
		return dayFirst, dayFirst, true
	}
	return dayFirst, monthFirst, true
}
