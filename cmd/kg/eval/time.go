package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"kg/graph"
	"kg/ingest/extract"
)

// Recognized is a case of Recognizers-Text: an input and what must be found in it.
type Recognized struct {
	Input   string
	Context struct{ ReferenceDateTime string }
	Results []RecognizedResult
}

// RecognizedResult is one expected expression.
type RecognizedResult struct {
	Text, TypeName, Type string
	Resolution, Value    json.RawMessage
}

// ReadRecognized reads a file of cases; a byte order mark at its head is skipped.
func ReadRecognized(b []byte, path string) ([]Recognized, error) {
	var cases []Recognized
	if err := json.Unmarshal(bytes.TrimPrefix(b, []byte("\ufeff")), &cases); err != nil {
		return nil, fmt.Errorf("%s: not a file of Recognizers-Text cases: %w", path, err)
	}
	return cases, nil
}

// Kind is the expected type without its prefix: "date", "daterange", "currency" …
func (r *RecognizedResult) Kind() string {
	k := r.TypeName
	if k == "" {
		k = r.Type
	}
	return strings.TrimPrefix(k, "datetimeV2.")
}

// timeValue is one reading of an expected date or period.
type timeValue struct {
	Timex, Type, Value, Start, End, Mod string
}

func (r *RecognizedResult) values() []timeValue {
	var v struct{ Values []timeValue }
	b := r.Resolution
	if len(b) == 0 {
		b = r.Value
	}
	json.Unmarshal(b, &v)
	return v.Values
}

// leftOut are the cases that news prose has not, with the reason; the first pattern that fits the input or the
// expression decides.
var leftOut = []struct {
	reason string
	input  *regexp.Regexp
	text   *regexp.Regexp
}{
	{"an order to an assistant or a query to a table", regexp.MustCompile(`(?i)cortana|schedul|\bbook\b|remind|set (something )?up|\bshow (me|sales)|\badd (a )?meeting|query|what's the sales|rating where|calendar|appointment|\bOOO\b|set an? (alarm|meeting)|find (us|me)|let's|clusters|\bsort\b|records|list of|create a`), nil},
	{"school, fiscal or calendar year by code", nil, regexp.MustCompile(`(?i)\b(sy|cy|fy)\s?-?\d|school year|fiscal|calendar`)},
	{"figures with slashes, dots or dashes and no year, or a month beside figures in them", nil, regexp.MustCompile(`(?i)^([a-z]+ )*\d{1,2}[/.-]\d{1,2}([^/.\d-]|$)|\d[/.-][a-z]{3,}|[a-z]{3,}[/.]\d|\d ?[/-] \d|\d [/-] ?\d|/\d+ ?-|-\d+-\d+-\d+-|\d{4} \d\d \d\d`)},
	{"working days and weeks", nil, regexp.MustCompile(`(?i)(business|working|week) ?day|workweek|weekday`)},
	{"week by number, or of a day without month", nil, regexp.MustCompile(`(?i)week ?\d|\bw\d|week of the \d|weeks? of \d`)},
	{"comparison as in a query", nil, regexp.MustCompile(`(?i)(greater|later|earlier|sooner|less|more|older|newer) (or equal )?than|equal|or (later|earlier|after|before|above|greater)|[<>=]|starting|beginning (on )?[a-z]+ \d|ending|and (greater|later|after|before)|(before|after) or|as (late|early) as|or the (later|earlier)`)},
	{"day of a month not said", nil, regexp.MustCompile(`(?i)^(the |on |from |between )*(\d{1,2}(st|nd|rd|th)|first|second|third|[a-z-]+(th|first|second|third))( (to|and|-|until|through) .*)?$|^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? (the )?\d{1,2}(st|nd|rd|th)?$`)},
	{"a unit without a date of its own", nil, regexp.MustCompile(`(?i)^(on |at |for )?(the |that )?(day|week|month|year|weekend|fortnight)( (before|after))?$|^eoy$|to date|till (current )?date|remaining of|fortnight$`)},
	{"two anchors in one expression", nil, regexp.MustCompile(`(?i)(within|next) .*(after|before) (today|tomorrow|yesterday)|from (now|today).* on [a-z]+day|^[a-z]+day,? .*(from|after|before)|after .* on [a-z]+day|of .* on [a-z]+day`)},
	{"the next decade by the calendar: ours counts from the day of writing", nil, regexp.MustCompile(`(?i)next .*decades?$`)},
	{"misspelling or chat", nil, regexp.MustCompile(`(?i)tmr|tmrw|2day|yr\b|\bwk\b|togeth|otd`)},
	{"time zone", nil, regexp.MustCompile(`(?i)\b(utc|gmt|pst|est)\b`)},
}

// unresolvable marks expectations that give no value: the article's event, a part of the day.
func (v timeValue) empty() bool {
	return v.Value == "not resolved" || v.Value == "" && v.Start == "" && v.End == ""
}

// LeftOut says why an expected expression is no case of news prose, "" where it is one.
func (c *Recognized) LeftOut(r *RecognizedResult) string {
	some := false
	for _, v := range r.values() {
		some = some || !v.empty() && v.Mod != "ref_undef"
	}
	if !some {
		return "no value expected"
	}
	for _, l := range leftOut {
		if l.input != nil && l.input.MatchString(c.Input) || l.text != nil && l.text.MatchString(r.Text) {
			return l.reason
		}
	}
	return ""
}

// TimeRight reports whether one of the found expressions has the words and the interval of the expected date or
// period. Words may differ by a preposition or article at their head. A period's last unit is in ours; theirs ends
// where it begins, unless that leaves nothing: both are taken. Bounds that stay outside our expressions ("before 2010",
// "by June") are read off the words before it.
func (c *Recognized) TimeRight(r *RecognizedResult, found []extract.TimeExpr) bool {
	want := bare(r.Text)
	for _, e := range found {
		got := bare(e.Time.Text)
		if got != want && !strings.HasSuffix(want, got) {
			continue
		}
		bound := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(strings.TrimSuffix(want, got)), " the"))
		for _, v := range r.values() {
			if sameTime(v, e, bound) {
				return true
			}
		}
	}
	return false
}

var headWords = regexp.MustCompile(`^(the|in|on|at|for|during|of|within|over|about|around|approximately|from|between|since|this|a|an|,)\s+`)

// bare leaves out case, blanks and the words before an expression that bear no value.
func bare(s string) string {
	s = strings.Join(strings.Fields(strings.ToLower(s)), " ")
	for {
		t := headWords.ReplaceAllString(s, "")
		if t == s || strings.HasPrefix(s, "this ") && false {
			return strings.TrimSuffix(s, ".")
		}
		s = t
	}
}

func sameTime(v timeValue, e extract.TimeExpr, bound string) bool {
	start, end := e.Time.Start, e.Time.End
	switch bound {
	case "before", "prior to", "until", "till", "by", "not later than", "no later than", "earlier than":
		end, start = start, time.Time{}
		if bound == "by" || bound == "until" || bound == "till" {
			end = e.Time.Start
		}
	case "after", "following":
		if e.Unit != "day" { // after a day, they count from the day
			start = end
		}
		end = time.Time{}
	case "since":
		end = time.Time{}
	case "":
	default:
		if strings.HasSuffix(bound, "before") {
			end, start = start, time.Time{}
		}
	}
	if v.Type == "date" {
		t, ok := stampOf(v.Value)
		return ok && e.Kind == extract.Date && start.Equal(t) && end.Equal(t.AddDate(0, 0, 1))
	}
	a, okA := stampOf(v.Start)
	b, okB := stampOf(v.End)
	if okA != !start.IsZero() || okA && !a.Equal(start) {
		return false
	}
	if !okB {
		return end.IsZero()
	}
	return b.Equal(end) || !e.LastUnit().IsZero() && b.Equal(e.LastUnit())
}

func stampOf(s string) (time.Time, bool) {
	for _, f := range []string{"2006-01-02", "2006-01-02 15:04:05"} {
		if t, err := time.Parse(f, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// QuantityRight reports whether one of the found quantities has the words, value and unit of the expected one.
func (c *Recognized) QuantityRight(r *RecognizedResult, found []extract.QuantityExpr) bool {
	var res struct{ Value, Unit, IsoCurrency string }
	b := r.Resolution
	if len(b) == 0 {
		b = r.Value
	}
	json.Unmarshal(b, &res)
	want, err := strconv.ParseFloat(strings.TrimSuffix(res.Value, "%"), 64)
	if err != nil {
		return false
	}
	for _, q := range found {
		g := q.Quantity
		if !g.Valid || !sameWords(r.Text, g.Text, r.Kind() == "number" || g.Bound != "" || g.Max != g.Value) {
			continue
		}
		if !near(g.Value, want) && !near(g.Max, want) {
			continue
		}
		if sameUnit(r.Kind(), res.Unit, res.IsoCurrency, g, q.Age) {
			return true
		}
	}
	return false
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*math.Max(1, math.Abs(b)) }

// sameWords compares expressions without blanks; loose allows ours to be longer by its bound or other end.
func sameWords(want, got string, loose bool) bool {
	squeeze := func(s string) string { return strings.Join(strings.Fields(strings.ToLower(s)), "") }
	a, b := squeeze(want), squeeze(got)
	return a == b || strings.TrimPrefix(a, "the") == b || loose && strings.Contains(b, a)
}

func sameUnit(kind, unit, iso string, g graph.Quantity, age bool) bool {
	switch kind {
	case "number":
		return true
	case "ordinal":
		return g.Ordinal
	case "percentage":
		return g.Unit == "%"
	case "age":
		return age && (unit == "Age" && g.Unit == "year" || strings.EqualFold(unit, g.Unit))
	case "currency":
		if iso != "" {
			return g.Unit == iso
		}
		u, ok := extract.UnitCode(unit)
		return ok && u == g.Unit || strings.EqualFold(unit, g.Unit) || unit == "Pound" && g.Unit == "GBP" || unit == "Dollar" && g.Unit == "USD"
	}
	u, ok := extract.UnitCode(unit)
	return ok && u == g.Unit || unit == "Ton" && g.Unit == "t"
}

// numbersLeftOut are quantities that news prose has not.
var numbersLeftOut = []struct {
	reason string
	text   *regexp.Regexp
}{
	{"scientific or arithmetic notation", regexp.MustCompile(`(?i)\de[+-]?\d|\^|\dx10|\d \d{3} \d|\d, \d|[⅐-⅞]|\d[ \x{202f}]\d|\d,\d{1,2}\b|\d\.\d{3},\d|\d\s?[GM]$|\d +k$|\d+\.\d+\.`)},
	{"colloquial price", regexp.MustCompile(`(?i)(dollars?|usd|\$) ?(and )?(\d\d|one|two|forty five|fifty)$|kuai|\d+ \$ \d+ cent`)},
	{"unit in brackets or by sign", regexp.MustCompile(`[(<\[{]|"$`)},
	{"unit that news has not", regexp.MustCompile(`(?i)turns?$|millisecond|/ms$|drachma|^sen |^m[a-z]{3} \d|ரூ`)},
	{"a dozen shortened", regexp.MustCompile(`(?i)\bdo?zs$`)},
	{"percent before its number", regexp.MustCompile(`(?i)^per ?cents? of`)},
	{"fraction as arithmetic", regexp.MustCompile(`(?i) over |out of| in (\d|[a-z])| and (three |one |a )?(half|quarters?)( million)?$|three quarters million|\d+ ?/ ?\d{3,}|(fifth|sixth|seventh|eighth|ninth|tenth|th|third|rd|st|nd)s?$`)},
	{"position relative to another", regexp.MustCompile(`(?i)\b(last|next|previous|current|penultimate|before)\b`)},
	{"Indian grouping", regexp.MustCompile(`(?i)crore|lakh|\d,\d\d,\d`)},
}

var networkAddress = regexp.MustCompile(`\d+\.\d+\.\d+\.\d+`)

// QuantityLeftOut says why an expected number is no case of news prose, "" where it is one.
func (c *Recognized) QuantityLeftOut(r *RecognizedResult) string {
	if strings.Contains(string(r.Resolution), `null`) || strings.Contains(string(r.Resolution), `"end`) || strings.Contains(string(r.Resolution), `"current`) {
		return "no value expected"
	}
	if networkAddress.MatchString(c.Input) {
		return "a network address"
	}
	for _, l := range numbersLeftOut {
		arithmetic := l.reason == "fraction as arithmetic" || l.reason == "scientific or arithmetic notation"
		if l.text.MatchString(r.Text) && (r.Kind() == "number" || !arithmetic) {
			return l.reason
		}
	}
	return ""
}
