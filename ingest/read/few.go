package read

import "kg/ingest/text"

// mostErrors is how many errors of one file are reported one by one.
const mostErrors = 3

// fewErrors hands documents on, and the first errors; the others it counts.
type fewErrors struct {
	each yield
	bad  int
}

func (f *fewErrors) yield(d *text.Document, err error) bool {
	if err != nil {
		if f.bad++; f.bad > mostErrors {
			return true
		}
	}
	return f.each(d, err)
}

// end tells how many errors were held back.
func (f *fewErrors) end(s *source, what string) bool {
	if f.bad > mostErrors {
		return f.each(nil, s.errorf(0, "", "and %d more bad %s like these", f.bad-mostErrors, what))
	}
	return true
}
