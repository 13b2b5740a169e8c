package read

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"kg/ingest/text"
)

// record is a line of a JSON lines file. Other fields are passed over.
type record struct {
	ID        id     `json:"id"`
	Title     string `json:"title"`
	Text      string `json:"text"`
	Date      string `json:"date"`
	URL       string `json:"url"`
	Publisher string `json:"publisher"`
}

// id is a string or a number.
type id string

func (i *id) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] != '"' {
		*i = id(strings.Trim(string(b), "[]{}"))
		return nil
	}
	return json.Unmarshal(b, (*string)(i))
}

// lineHint shows what a line must look like.
const lineHint = `each line is {"text": "…", "title": "…", "date": "2024-06-13"}`

// readJSONL reads one article a line. Empty lines are passed over; a bad line is an error of its own, but after the first
// few only their number is told.
func readJSONL(s *source, r io.Reader, opts Options, each yield) bool {
	b := bufio.NewReader(r)
	found := false
	few := fewErrors{each: each}
	for no := 1; ; no++ {
		l, err := readLine(b, opts.MaxBytes)
		if err == errLong {
			if !few.yield(nil, s.errorf(no, "", "a line of more than %d MiB", opts.MaxBytes>>20)) {
				return false
			}
			found = true
			continue
		}
		if err != nil && err != io.EOF {
			return each(nil, s.broken(err))
		}
		if len(bytes.TrimSpace(l)) > 0 {
			found = true
			if !few.yield(s.record(l, no)) {
				return false
			}
		}
		if err == io.EOF {
			break
		}
	}
	if !found {
		return each(nil, s.errorf(0, "", "the file is empty"))
	}
	return few.end(s, "lines")
}

var errLong = errors.New("line too long")

// readLine returns the next line without keeping more than limit bytes of it; errLong where it is longer.
func readLine(b *bufio.Reader, limit int64) ([]byte, error) {
	var l []byte
	long := false
	for {
		part, err := b.ReadSlice('\n')
		if !long {
			l = append(l, part...)
		}
		if int64(len(l)) > limit {
			l, long = nil, true
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case long && err == nil:
			return nil, errLong
		}
		return l, err
	}
}

// record makes a document of one line.
func (s *source) record(l []byte, no int) (*text.Document, error) {
	t, err := s.decode(l)
	if err != nil {
		var e *Error
		if errors.As(err, &e) {
			e.Line = no
		}
		return nil, err
	}
	var rec record
	if err := json.Unmarshal([]byte(t), &rec); err != nil {
		var te *json.UnmarshalTypeError
		if errors.As(err, &te) {
			if te.Field == "" {
				return nil, s.errorf(no, lineHint, "a JSON %s, not an object", te.Value)
			}
			return nil, s.errorf(no, lineHint, "%q is a %s, not a %s", te.Field, te.Value, te.Type)
		}
		return nil, s.errorf(no, lineHint, "bad JSON: %v", err)
	}
	if strings.TrimSpace(rec.Text) == "" {
		return nil, s.errorf(no, lineHint, `no "text"`)
	}
	d := &text.Document{Path: s.path, Title: tidy(rec.Title), URL: rec.URL, Publisher: tidy(rec.Publisher)}
	if rec.Date != "" {
		if d.Date, err = parseDate(rec.Date); err != nil {
			d.Remarks = append(d.Remarks, s.errorf(no, "write it as 2024-06-13", "date %q %v: left out", rec.Date, err).Error())
		}
	}
	lines := paragraphs(strings.ReplaceAll(rec.Text, "\r\n", "\n"))
	switch {
	case d.Title == "":
		d.Title = headline(lines)
	case len(lines) == 0 || lines[0].text != d.Title:
		lines = append([]line{{d.Title, 0}}, lines...)
	}
	for i := range lines {
		lines[i].no = no
	}
	clean(d, lines)
	if d.Text == "" {
		return nil, s.errorf(no, "", "no article text in this line")
	}
	switch {
	case slug(string(rec.ID)) != "":
		d.ID = slug(string(rec.ID))
	default:
		d.ID = s.id + "-" + hash(d.Title+"\n"+d.Text)
	}
	return d, nil
}

// parseDate reads a date as data files write it; its error says what is wrong with it.
func parseDate(s string) (time.Time, error) {
	s = strings.TrimSpace(s)
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	if t, ok := dateLine(s); ok {
		return t, nil
	}
	one, other, ok := numericDate(s)
	switch {
	case !ok:
		return time.Time{}, errors.New("is not understood")
	case !one.Equal(other):
		return time.Time{}, fmt.Errorf("may be %s or %s", one.Format("2 January"), other.Format("2 January 2006"))
	}
	return one, nil
}

// dateLayouts are the forms of dates with nothing around them.
var dateLayouts = []string{time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04", time.DateOnly,
	"2006/01/02", "2006.01.02", "20060102", time.RFC1123Z, time.RFC1123, time.RFC850, time.ANSIC, time.UnixDate, "02-Jan-2006", "2-Jan-2006"}
