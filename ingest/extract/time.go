package extract

import (
	"strings"
	"time"

	"kg/graph"
	"kg/ingest/text"
)

// TimeKind says what a time expression denotes.
type TimeKind int

const (
	Date     TimeKind = iota // a point or span of the calendar or clock: "June 12", "last week", "Friday evening"
	Period                   // between two ends, one of them maybe open: "from June 13 to 15", "since 2014", "the next decade"
	Duration                 // a length alone: "months", "an hour"
	Set                      // repeated: "every Monday", "each year"
)

// TimeExpr is a time expression of a sentence. Its value is in EDTF for dates and periods ("2024-06", "2014/..",
// "199X", "2024-33" for a first quarter), an ISO 8601 duration ("P3W", "PXM" for "months") and "R/" with a duration for
// what repeats.
type TimeExpr struct {
	text.Span            // without a preposition before it, but with "from", "between", "since" of a period and "ago"
	Sentence  int        // index into Document.Sentences
	First     int        // its tokens: First … Last, both in it
	Last      int        //
	Head      int        // the token that the others hang on
	Kind      TimeKind   //
	Relative  bool       // rests on the document's date; without one Time.Value stays ""
	Unit      string     // grain: "minute", "day", "month" …
	Time      graph.Time // Start and End half-open, zero where open or unknown
	lastUnit  time.Time  // start of the last unit of a range
}

// LastUnit is the start of the last unit of a range: June 15 of "from June 13 to 15"; zero for others.
func (e TimeExpr) LastUnit() time.Time { return e.lastUnit }

// Times finds the time expressions of the sentences, in order. Relative ones are resolved against doc.Date, else the
// date of the article's dateline; the verb's tense chooses between the Friday before and the Friday after.
func Times(doc *text.Document) []TimeExpr {
	anchor := doc.Date
	if anchor.IsZero() {
		anchor, _ = Dateline(doc.Text)
	}
	var out []TimeExpr
	for si := range doc.Sentences {
		s := &doc.Sentences[si]
		if len(s.Tokens) == 0 {
			continue
		}
		t := newTree(s)
		l := lex(doc.At(s.Span))
		for _, e := range parseTimes(l, doc.At(s.Span), anchor, func(l lexeme) int {
			if k := t.tokenAt(s.Start + l.Start); k >= 0 {
				return t.ahead(k, t.toward(k))
			}
			return 0
		}) {
			e.Start += s.Start
			e.End += s.Start
			e.Sentence = si
			e.First, e.Last = t.tokenAt(e.Start), t.tokenAt(e.End-1)
			if e.First < 0 || e.Last < e.First {
				continue
			}
			e.Head = t.headOf(e.First, e.Last)
			if t.noTime(&e) {
				continue
			}
			out = append(out, e)
		}
	}
	return out
}

// ParseTime finds the time expressions in plain text. Anchor is the date of writing, zero where unknown; toward says
// where a day without a year or week lies: -1 before the anchor, +1 after it, 0 the nearest. Sentence and tokens are
// not set.
func ParseTime(s string, anchor time.Time, toward int) []TimeExpr {
	return parseTimes(lex(s), s, anchor, func(lexeme) int { return toward })
}

func parseTimes(l []lexeme, s string, anchor time.Time, toward func(lexeme) int) []TimeExpr {
	known := !anchor.IsZero()
	p := &timeParser{l: l, anchor: anchor}
	if !known {
		p.anchor = date(2000, 1, 1)
	}
	var out []TimeExpr
	for i := 0; i < len(l); {
		if !p.begins(i) {
			i++
			continue
		}
		p.toward = toward(l[i])
		m, n := p.any(i)
		if n <= i {
			i++
			continue
		}
		if m.relative && !known {
			m = moment{kind: m.kind, relative: true, unit: m.unit}
		}
		e := TimeExpr{Span: text.Span{Start: l[i].Start, End: l[n-1].End}, Kind: m.kind, Relative: m.relative, Unit: m.unit, lastUnit: m.last}
		e.Time = graph.Time{Text: s[e.Start:e.End], Value: m.value, Start: m.start, End: m.end}
		out = append(out, e)
		i = n
	}
	return out
}

// begins reports cheaply whether an expression may begin at i.
func (p *timeParser) begins(i int) bool {
	l := p.l[i]
	if !l.number && !timeHeads[l.s] {
		return false
	}
	if l.glued && i > 0 && (p.l[i-1].number || p.is(i-1, "$", "£", "€", "#", "@", "/")) && !p.is(i-1, "-") && !l.number {
		return false
	}
	return true
}

// Dateline is the date that an article gives at its head: a line that is a date ("Friday, July 21, 2017"), or a place
// and a date with a year before a dash ("ROME, June 12, 2024 (AP) —").
func Dateline(s string) (time.Time, bool) {
	n := 0
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if n++; n > 6 {
			break
		}
		head := line
		whole := true
		for _, dash := range []string{"—", "–", " - ", "--"} {
			if a, _, ok := strings.Cut(line, dash); ok && len(a) < 80 {
				head, whole = a, false
				break
			}
		}
		if len(head) > 80 {
			continue
		}
		p := &timeParser{l: lex(head), anchor: date(2000, 1, 1)}
		for i := range p.l {
			c, e := p.calendarAt(i)
			if e <= i || c.year == 0 || c.month == 0 || c.day == 0 {
				continue
			}
			if whole && (i > 3 || len(p.l)-e > 5) {
				break
			}
			if m, ok := p.resolve(c); ok {
				return m.start, true
			}
		}
	}
	return time.Time{}, false
}

// tokenAt is the token that holds the byte, -1 for none.
func (t *tree) tokenAt(at int) int {
	lo, hi := 0, len(t.tok)
	for lo < hi {
		mid := (lo + hi) / 2
		if t.tok[mid].End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(t.tok) && t.tok[lo].Start <= at {
		return lo
	}
	return -1
}

// headOf is the token of first…last whose head lies outside.
func (t *tree) headOf(first, last int) int {
	for i := first; i <= last; i++ {
		if h := t.tok[i].Head; h < first || h > last {
			if t.tok[i].Tag != "ADP" && t.tok[i].Tag != "PUNCT" && t.tok[i].Tag != "DET" {
				return i
			}
		}
	}
	return last
}

// noTime reports whether the trees speak against e: a word that only looks like a time.
func (t *tree) noTime(e *TimeExpr) bool {
	k := &t.tok[e.Head]
	named := 0
	for i := e.First; i <= e.Last; i++ {
		switch n := entityName(t.tok[i].Name); n {
		case "", "DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY":
		default:
			named++
		}
	}
	if named == e.Last-e.First+1 && !(e.Kind == Date && e.Unit == "day") {
		return true
	}
	if e.Kind == Set && e.First == e.Last && (t.rel(e.Head) == "amod" || t.rel(e.Head) == "compound") {
		return true
	}
	if e.Kind == Duration && (t.rel(e.Head) == "amod" || t.rel(e.Head) == "compound" || t.rel(e.Head) == "nummod") && k.Head > e.Last {
		return true
	}
	if e.First == e.Last && e.Unit == "year" { // a bare number that counts
		if t.rel(e.Head) == "nummod" && k.Head > e.Last && t.feat(k.Head, "Number") == "Plur" {
			return true
		}
	}
	if e.First == e.Last && (k.Tag == "AUX" || k.Tag == "VERB") {
		return true
	}
	return false
}

// ahead is the direction d of the time whose head is k, unless its preposition tells more: "want a deal before Christmas",
// "called a strike for Monday", "was put off until Friday".
func (t *tree) ahead(k, d int) int {
	p := t.child(k, "case")
	if p < 0 {
		return d
	}
	h := t.tok[k].Head
	switch t.lower(p) {
	case "for":
		if h >= 0 && (t.tok[h].Tag == "VERB" || t.tok[h].Tag == "NOUN") {
			return 1
		}
	case "until", "till", "to":
		if h >= 0 && deferring[t.tok[h].Lemma] {
			return 1
		}
		if t.lower(p) == "to" {
			return d
		}
		fallthrough
	case "before", "by":
		if d == 0 {
			return 1
		}
	}
	return d
}

// deferring are verbs that move what they speak of to a later time.
var deferring = set("postpone delay adjourn defer extend move reschedule suspend put push")

// toward says by the tense of the clause around token i whether it speaks of the past (-1) or the future (+1).
func (t *tree) toward(i int) int {
	for n := 0; i >= 0 && n < len(t.tok); n++ {
		k := &t.tok[i]
		if k.Tag == "VERB" || t.child(i, "cop") >= 0 || k.Tag == "AUX" {
			if d, ok := t.tense(i); ok {
				return d
			}
		}
		i = k.Head
	}
	return 0
}

// unmet are the words before a clause in the present for what is still to come.
var unmet = set("if unless until till once before when provided")

// tense of the clause that i heads; ok is false where it has none of its own.
func (t *tree) tense(i int) (int, bool) {
	past, perfect := false, false
	for _, c := range t.children[i] {
		switch t.rel(c) {
		case "aux", "cop":
			switch w := strings.ToLower(t.tok[c].Lemma); w {
			case "will", "shall", "'ll", "wo":
				return 1, true
			case "may", "might", "can", "could", "would", "should", "must":
				perfect = true
			case "have":
				if perfect {
					return -1, true
				}
				past = true
			default:
				switch t.feat(c, "Tense") {
				case "Past":
					past = true
				}
				if t.tok[c].XTag == "VBD" {
					past = true
				}
			}
		}
	}
	if perfect {
		return 1, true
	}
	if past {
		return -1, true
	}
	switch t.tok[i].XTag {
	case "VBD":
		return -1, true
	case "VBN":
		if be := t.child(i, "aux"); be >= 0 && (t.tok[be].XTag == "VBZ" || t.tok[be].XTag == "VBP") && strings.EqualFold(t.tok[be].Lemma, "be") && t.rel(i) == "advcl" {
			if m := t.child(i, "mark"); m >= 0 && unmet[t.lower(m)] {
				return 1, true // "unless the ban is lifted by the end of May"
			}
			return 0, true
		}
		if t.rel(i) == "acl" || t.rel(i) == "advcl" {
			return -1, true
		}
		if t.child(i, "aux") >= 0 {
			return 0, true
		}
		return -1, true
	case "VBZ", "VBP":
		return 0, true
	case "VB":
		if t.child(i, "mark") >= 0 {
			return 1, true
		}
	}
	return 0, false
}
