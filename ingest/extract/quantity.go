package extract

import (
	"kg/graph"
	"kg/ingest/text"
)

// QuantityExpr is a number, amount or measure in a sentence.
type QuantityExpr struct {
	text.Span     // with the words that bound it: "at least 107", "nearly half", "$4.5 billion"
	Sentence  int // index into Document.Sentences
	First     int // its tokens: First … Last, both in it
	Last      int
	Head      int  // token of the noun that it counts ("countries" of "15 countries"), or of its own head where it stands alone
	Counts    bool // restricts a noun; false where the quantity itself is the argument
	Age       bool // "19 years old", "the 54-year-old", "Daniel Montalvo, 19,"
	Quantity  graph.Quantity
}

// Quantities finds the numbers, amounts and measures of the sentences, in order; those of time expressions are left
// out.
func Quantities(doc *text.Document) []QuantityExpr {
	return nil
}

// ParseQuantity finds numbers, amounts and measures in plain text. Sentence and tokens are not set.
func ParseQuantity(s string) []QuantityExpr {
	return nil
}
