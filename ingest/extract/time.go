package extract

import (
	"time"

	"kg/graph"
	"kg/ingest/text"
)

// TimeKind says what a time expression denotes.
type TimeKind int

const (
	Date     TimeKind = iota // a point or span of the calendar or clock: "June 12", "last week", "Friday evening"
	Period                   // between two ends: "from June 13 to 15", "since 2014", "for the next decade"
	Duration                 // a length alone: "for months", "an hour"
	Set                      // repeated: "every Monday", "each year"
)

// TimeExpr is a time expression of a sentence.
type TimeExpr struct {
	text.Span     // without a preposition before it, but with "from", "between", "since", "until" of a period
	Sentence  int // index into Document.Sentences
	First     int // its tokens: First … Last, both in it
	Last      int
	Head      int // the token that the others hang on
	Kind      TimeKind
	Relative  bool // rests on the document's date; without one Time.Value stays ""
	Time      graph.Time
}

// Times finds the time expressions of the sentences, in order. Relative ones are resolved against doc.Date, else the
// date of the article's dateline; the verb's tense chooses between the Friday before and the Friday after.
func Times(doc *text.Document) []TimeExpr {
	return nil
}

// ParseTime finds the time expressions in plain text; anchor is the date of writing, zero where unknown. Sentence and
// tokens are not set.
func ParseTime(s string, anchor time.Time) []TimeExpr {
	return nil
}
