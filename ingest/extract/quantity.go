package extract

import (
	"strings"

	"kg/graph"
	"kg/ingest/text"
)

// QuantityExpr is a number, amount or measure in a sentence.
type QuantityExpr struct {
	text.Span      // with the words that bound it: "at least 107", "nearly half", "$4.5 billion"
	Sentence  int  // index into Document.Sentences
	First     int  // its tokens: First … Last, both in it
	Last      int  //
	Head      int  // token of the noun that it counts ("countries" of "15 countries"), or of its own head where it stands alone
	Counts    bool // restricts a noun; false where the quantity itself is the argument
	Age       bool // "19 years old", "the 54-year-old", "Daniel Montalvo, 19,"
	Quantity  graph.Quantity
}

// Quantities finds the numbers, amounts and measures of the sentences, in order: those of dates and names are left out,
// lengths of time are in. Words without a value ("dozens", "several", "numerous") have Quantity.Valid false.
func Quantities(doc *text.Document) []QuantityExpr {
	times := Times(doc)
	var out []QuantityExpr
	for si := range doc.Sentences {
		s := &doc.Sentences[si]
		if len(s.Tokens) == 0 {
			continue
		}
		t := newTree(s)
		for _, q := range ParseQuantity(doc.At(s.Span)) {
			q.Start += s.Start
			q.End += s.Start
			for len(times) > 0 && (times[0].Sentence < si || times[0].End <= q.Start && times[0].Sentence == si) {
				times = times[1:]
			}
			if len(times) > 0 && times[0].Sentence == si && times[0].Start < q.End && times[0].Kind != Duration {
				continue
			}
			q.Sentence = si
			q.First, q.Last = t.tokenAt(q.Start), t.tokenAt(q.End-1)
			if q.First < 0 || q.Last < q.First || !t.counts(&q) {
				continue
			}
			out = append(out, q)
		}
	}
	return out
}

// counts finds what q counts; false where q is no quantity after all: a part of a name, a pronoun "one".
func (t *tree) counts(q *QuantityExpr) bool {
	own := t.headOf(q.First, q.Last)
	k := &t.tok[own]
	proper := true
	for i := q.First; i <= q.Last; i++ {
		if t.tok[i].Name == "" || !isProperName(t.tok[i].Name) {
			proper = false
		}
	}
	if proper {
		return false
	}
	if q.First == q.Last {
		switch {
		case k.Tag == "PRON" || k.Tag == "PROPN" && q.Quantity.Ordinal:
			return false
		case t.lower(own) == "half" && k.Tag == "ADV", t.lower(own) == "second" && k.Tag == "NOUN":
			return false
		case q.Quantity.Ordinal && (k.Tag == "ADV" || t.rel(own) == "advmod"):
			return false
		case t.lower(own) == "one" && k.Tag != "NUM":
			return false
		}
	}
	q.Head = own
	h := k.Head
	if h >= 0 && h < q.First && t.tok[h].Tag == "PROPN" && q.Quantity.Unit == "" && (t.rel(own) == "nummod" || t.rel(own) == "flat" || t.rel(own) == "nmod") ||
		q.First > 0 && (t.tok[q.First-1].Text == "#" || t.tok[q.First-1].Tag == "PROPN" && t.tok[q.First-1].Head == q.First && !q.Counts && q.Quantity.Unit == "") {
		return false // "Internet Explorer 6"
	}
	switch t.rel(own) {
	case "nummod", "amod", "det", "compound":
		if h >= 0 && (h > q.Last || h < q.First) && (t.tok[h].Tag == "NOUN" || t.tok[h].Tag == "PROPN" || t.tok[h].Tag == "SYM" || t.tok[h].Tag == "ADJ") {
			q.Head, q.Counts = h, true
			if q.Age {
				return true
			}
		}
	case "appos", "nmod", "dep":
		// "Daniel Montalvo, 19,"
		if h >= 0 && h < q.First && q.Quantity.Valid && q.Quantity.Unit == "" && q.First == q.Last && q.Quantity.Value < 120 &&
			(entityName(t.tok[h].Name) == "PERSON" || t.tok[h].Kind == "person") && q.First > 0 && t.tok[q.First-1].Text == "," && t.child(own, "nmod") < 0 {
			q.Age, q.Quantity.Unit = true, "year"
			q.Head, q.Counts = h, true
			*q = q.scaled()
			return true
		}
	}
	if !q.Counts { // "millions of pilgrims", "half of the votes", "39 percent of vulnerabilities"
		for _, c := range t.children[own] {
			if t.rel(c) == "nmod" && c > q.Last {
				if p := t.child(c, "case"); p >= 0 && strings.EqualFold(t.tok[p].Text, "of") {
					q.Head, q.Counts = c, true
					break
				}
			}
		}
	}
	return true
}
