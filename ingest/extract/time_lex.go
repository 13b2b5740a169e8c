package extract

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/ingest/text"
)

// lexeme is a word, number or sign of plain text, finer than a token of the tree: "mid-May" is three.
type lexeme struct {
	text.Span
	s      string // lower case
	glued  bool   // no blank before it
	number bool   // begins with a digit
	capped bool   // begins with a capital
}

// lex cuts plain text into lexemes. Dots stay in abbreviations ("p.m.", "Jan.") and numbers, commas in numbers.
func lex(s string) []lexeme {
	var out []lexeme
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		j := i + n
		l := lexeme{glued: i > 0 && len(out) > 0 && out[len(out)-1].End == i}
		switch {
		case unicode.IsSpace(r):
			i = j
			continue
		case unicode.IsDigit(r), r == '.' && j < len(s) && isDigit(s[j]) && (i == 0 || s[i-1] == ' ' || s[i-1] == '-'):
			l.number = true
			for j < len(s) {
				c := s[j]
				if c >= '0' && c <= '9' || (c == ',' && groups(s[j+1:]) || c == '.' && j+1 < len(s) && isDigit(s[j+1])) {
					j++
					continue
				}
				break
			}
		case unicode.IsLetter(r):
			l.capped = unicode.IsUpper(r)
			for j < len(s) {
				q, m := utf8.DecodeRuneInString(s[j:])
				if unicode.IsLetter(q) {
					j += m
					continue
				}
				if q == '.' && j-i <= 8 && abbreviated(s[i:j], s[j+1:]) {
					j++
					continue
				}
				break
			}
			if j < len(s) && s[j] == '.' && shortMonth[strings.ToLower(s[i:j])] {
				j++
			}
		}
		l.Start, l.End = i, j
		l.s = strings.ToLower(s[i:j])
		out = append(out, l)
		i = j
	}
	return out
}

// groups reports whether what follows a comma is a group of three digits.
func groups(s string) bool {
	return len(s) >= 3 && isDigit(s[0]) && isDigit(s[1]) && isDigit(s[2]) && (len(s) == 3 || !isDigit(s[3]))
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// abbreviated reports whether a dot after word belongs to it: "p.m.", "U.S.", "a.d."
func abbreviated(word, rest string) bool {
	if len(word) == 1 {
		return len(rest) > 0 && unicode.IsLetter(rune(rest[0])) && (len(rest) == 1 || !unicode.IsLetter(rune(rest[1])))
	}
	if i := strings.LastIndexByte(word, '.'); i >= 0 && i == len(word)-2 {
		return true
	}
	return false
}

var shortMonth = map[string]bool{"jan": true, "feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true,
	"sep": true, "sept": true, "oct": true, "nov": true, "dec": true}

var unitNumber = map[string]float64{"zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
	"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
	"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19}
var tenNumber = map[string]float64{"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
	"seventy": 70, "eighty": 80, "ninety": 90}
var scaleNumber = map[string]float64{"hundred": 100, "hundreds": 100, "thousand": 1e3, "thousands": 1e3, "million": 1e6,
	"millions": 1e6, "billion": 1e9, "billions": 1e9, "trillion": 1e12, "trillions": 1e12, "quadrillion": 1e15, "lakh": 1e5, "crore": 1e7}
var ordinalUnit = map[string]float64{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
	"eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
	"fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
	"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80,
	"ninetieth": 90, "hundredth": 100, "thousandth": 1e3, "millionth": 1e6, "billionth": 1e9, "trillionth": 1e12}

// figure is the value of a number in digits, ok false where it is none ("1.2.3").
func figure(s string) (float64, bool) {
	v, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	return v, err == nil
}

// cardinal reads a number in figures or words at i: "107", "1.5 million", "two hundred and five", "a dozen". next is i
// where there is none.
func cardinal(l []lexeme, i int) (v float64, next int) {
	if i >= len(l) {
		return 0, i
	}
	if l[i].number {
		f, ok := figure(l[i].s)
		if !ok {
			return 0, i
		}
		next = i + 1
		// "1 / 2", "2 1/2", "2½"
		if a, b, n := fraction(l, next); n > next && b > 0 && f == float64(int(f)) {
			f += a / b
			next = n
		} else if next+1 < len(l) && l[next].s == "/" && l[next].glued && l[next+1].number && l[next+1].glued {
			if d, ok := figure(l[next+1].s); ok && d > 0 && d <= 100 && f < 100 && !(next+2 < len(l) && l[next+2].s == "/") {
				f /= d
				next += 2
			}
		} else if next < len(l) && halves[l[next].s] > 0 && l[next].glued {
			f += halves[l[next].s]
			next++
		}
		for next < len(l) {
			k := next
			if l[k].s == "-" && k+1 < len(l) && l[k].glued {
				k++
			}
			s, ok := scaleNumber[l[k].s]
			if !ok || strings.HasSuffix(l[k].s, "s") {
				break
			}
			f *= s
			next = k + 1
			// "3 hundred and 21"
			if s == 100 || s == 1000 {
				j := next
				if j < len(l) && l[j].s == "and" {
					j++
				}
				if j < len(l) && (l[j].number || j == next+1) {
					if v, n := cardinal(l, j); n > j && v < s && v == float64(int(v)) {
						return f + v, n
					}
				}
			}
		}
		return f, next
	}
	return wordNumber(l, i)
}

var halves = map[string]float64{"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1.0 / 3, "⅔": 2.0 / 3, "⅛": 0.125}

// fraction reads "a/b" in figures.
func fraction(l []lexeme, i int) (a, b float64, next int) {
	if i+2 < len(l) && l[i].number && !l[i].glued && l[i+1].s == "/" && l[i+1].glued && l[i+2].number && l[i+2].glued {
		a, _ = figure(l[i].s)
		b, _ = figure(l[i+2].s)
		if a < b && b <= 100 {
			return a, b, i + 3
		}
	}
	return 0, 0, i
}

// wordNumber reads a number in words.
func wordNumber(l []lexeme, i int) (v float64, next int) {
	total, group := 0.0, 0.0
	some, tens := false, false
	k := i
	for k < len(l) {
		w := l[k].s
		if w == "-" && some && l[k].glued && k+1 < len(l) && l[k+1].glued {
			if _, ok := unitNumber[l[k+1].s]; ok && tens {
				k++
				continue
			}
			break
		}
		if w == "and" && some && (group >= 100 || group == 0 && total > 0) && k+1 < len(l) {
			_, a := unitNumber[l[k+1].s]
			_, b := tenNumber[l[k+1].s]
			if a || b {
				k++
				continue
			}
			break
		}
		if u, ok := unitNumber[w]; ok {
			if some && !tens && !(group >= 100 && int(group)%100 == 0) && group != 0 {
				break
			}
			group += u
			tens = false
		} else if t, ok := tenNumber[w]; ok {
			if tens || some && group != 0 && int(group)%100 != 0 {
				break
			}
			group += t
			tens = true
		} else if s, ok := scaleNumber[w]; ok && !strings.HasSuffix(w, "s") {
			if !some {
				if k > i || k+1 >= len(l) && s < 1 {
					break
				}
				break
			}
			if s == 100 {
				group *= 100
			} else {
				if group == 0 && total > 0 {
					total *= s
				} else {
					total += group * s
				}
				group = 0
			}
			tens = false
		} else if (w == "a" || w == "an") && !some && k+1 < len(l) {
			if _, ok := scaleNumber[l[k+1].s]; !ok || strings.HasSuffix(l[k+1].s, "s") {
				break
			}
			group = 1
		} else if (w == "dozen" || w == "dozens") && some {
			group *= 12
		} else {
			break
		}
		some = true
		k++
	}
	if !some {
		return 0, i
	}
	return total + group, k
}

// ordinalAt reads "21st", "twenty-first", "third" at i.
func ordinalAt(l []lexeme, i int) (v float64, next int) {
	if i >= len(l) {
		return 0, i
	}
	if l[i].number && i+1 < len(l) && l[i+1].glued {
		switch l[i+1].s {
		case "st", "nd", "rd", "th":
			if f, ok := figure(l[i].s); ok {
				return f, i + 2
			}
		}
	}
	if o, ok := ordinalUnit[l[i].s]; ok {
		return o, i + 1
	}
	if t, ok := tenNumber[l[i].s]; ok {
		k := i + 1
		if k < len(l) && l[k].s == "-" {
			k++
		}
		if k < len(l) {
			if o, ok := ordinalUnit[l[k].s]; ok && o < 10 {
				return t + o, k + 1
			}
		}
	}
	return 0, i
}
