package extract

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// lines calls f with the fields of each line of a table.
func lines(t *testing.T, path string, f func(fields []string)) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimRight(line, "\n"), "|")
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		f(fields)
	}
}

func clockText(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case t.Equal(day(t)):
		return t.Format("2006-01-02")
	}
	return t.Format("2006-01-02T15:04")
}

func TestParseTime(t *testing.T) {
	lines(t, "testdata/time.txt", func(f []string) {
		anchor, _ := time.Parse("2006-01-02", f[0])
		toward, _ := strconv.Atoi(f[1])
		var got []string
		for _, e := range ParseTime(f[2], anchor, toward) {
			got = append(got, fmt.Sprintf("%s = %s [%s, %s)", e.Time.Text, e.Time.Value, clockText(e.Time.Start), clockText(e.Time.End)))
		}
		if g := strings.Join(got, " ; "); g != f[3] {
			t.Errorf("%s (%s)\n got  %s\n want %s", f[2], f[0], g, f[3])
		}
	})
}

func TestParseQuantity(t *testing.T) {
	lines(t, "testdata/quantity.txt", func(f []string) {
		var got []string
		for _, e := range ParseQuantity(f[0]) {
			q := e.Quantity
			s := fmt.Sprintf("%s = %g", q.Text, q.Value)
			if !q.Valid {
				s = q.Text + " = ?"
			}
			if q.Max != q.Value {
				s += fmt.Sprintf(" … %g", q.Max)
			}
			for _, w := range []string{q.Unit, q.Bound} {
				if w != "" {
					s += " " + w
				}
			}
			if q.Ordinal {
				s += " ordinal"
			}
			if e.Age {
				s += " age"
			}
			got = append(got, s)
		}
		if g := strings.Join(got, " ; "); g != f[1] {
			t.Errorf("%s\n got  %s\n want %s", f[0], g, f[1])
		}
	})
}

func TestDateline(t *testing.T) {
	for s, want := range map[string]string{
		"Bridge falls\nSaturday, September 12, 2015\nA bridge fell.": "2015-09-12",
		"ROME, June 12, 2024 (AP) — The talks began.":                "2024-06-12",
		"The war began on September 1, 1939, when the army marched.": "",
		"Bridge falls\nA bridge fell on Friday.":                     "",
	} {
		d, _ := Dateline(s)
		if got := clockText(d); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// FuzzParse takes any bytes: nothing may panic, spans must lie on the text and in order.
func FuzzParse(f *testing.F) {
	f.Add("from June 13 to 15, at least 107 of 2014's $4.5bn 54-year-olds, Q1 '99 12:30 p.m.")
	f.Add("29 February 2023; 31/31/2020; 99th century; the the 0 months ago \xff\xfe")
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		for _, e := range ParseTime(s, date(2024, 6, 12), 0) {
			if e.Start < at || e.End <= e.Start || e.End > len(s) || !e.Time.End.IsZero() && e.Time.End.Before(e.Time.Start) {
				t.Errorf("%q: %+v", s, e)
			}
			at = e.End
		}
		at = 0
		for _, e := range ParseQuantity(s) {
			if e.Start < at || e.End <= e.Start || e.End > len(s) || e.Quantity.Text != s[e.Start:e.End] {
				t.Errorf("%q: %+v", s, e)
			}
			at = e.End
		}
		quoteSpans(s)
	})
}
