package schema

import (
	"strings"
	"unicode/utf8"
)

// Base is the default base of a store: every id of a thing, statement or document is appended to the base.
const Base = "urn:kg:"

// Namespaces of the vocabularies in use. Vocab is kg's own and does not change with a store's base.
const (
	RDF   = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	XSD   = "http://www.w3.org/2001/XMLSchema#"
	Org   = "http://schema.org/"
	Prov  = "http://www.w3.org/ns/prov#"
	SKOS  = "http://www.w3.org/2004/02/skos/core#"
	OA    = "http://www.w3.org/ns/oa#"
	Vocab = "urn:kg:v/"
)

// Terms of RDF, PROV-O, Web Annotation and schema.org.
const (
	Type      = RDF + "type"
	Statement = RDF + "Statement"
	Subject   = RDF + "subject"
	Predicate = RDF + "predicate"
	Object    = RDF + "object"

	Activity       = Prov + "Activity"
	WasDerivedFrom = Prov + "wasDerivedFrom" // statement → evidence
	WasGeneratedBy = Prov + "wasGeneratedBy" // statement → activity

	HasSource = OA + "hasSource" // evidence → document
	Exact     = OA + "exact"     // evidence, mention: the words
	Start     = OA + "start"     // evidence: code points of the document's text, as RFC 5147 and Web Annotation count
	End       = OA + "end"

	Article       = Org + "NewsArticle"
	Name          = Org + "name"
	AlternateName = Org + "alternateName"
	Headline      = Org + "headline"
	DatePublished = Org + "datePublished"
	URL           = Org + "url"
	Publisher     = Org + "publisher"
	ArticleBody   = Org + "articleBody"
	IsPartOf      = Org + "isPartOf" // mention → document
	CopyOf        = Vocab + "copyOf" // document → the earliest of its near-copies
	SameAs        = Org + "sameAs"   // entity, mention of it → the same thing elsewhere

	PrefLabel = SKOS + "prefLabel" // entity: the name that somebody chose for it
)

// Datatypes of literals.
const (
	String   = XSD + "string"
	Date     = XSD + "date"
	DateTime = XSD + "dateTime"
	Integer  = XSD + "nonNegativeInteger"
	Double   = XSD + "double"
)

// Terms of kg's own vocabulary.
const (
	Graph  = Vocab + "Graph" // class of a store's one settings node
	Format = Vocab + "format"
	Assert = Vocab + "assert"
	Rules  = Vocab + "linkRules"  // the version of the rules that its names were linked by
	Own    = Vocab + "vocabulary" // the text of the vocabulary that a store was made with
	Apart  = Vocab + "apart"      // statement: why that vocabulary keeps it from the facts

	Mention  = Vocab + "Mention"  // class: a wording that a document uses for one thing
	RefersTo = Vocab + "refersTo" // mention → entity
	At       = Vocab + "at"       // mention → place in the document
	Class    = Vocab + "class"    // mention: the class as the analysis gave it
	Of       = Vocab + "of"       // mention → the name that it has in its document
	Sure     = Vocab + "sure"     // mention: the class does not hang on the name alone
	Gender   = Vocab + "gender"   // mention
	Namesake = Vocab + "namesake" // mention: what tells the thing from others of its name
	Known    = Vocab + "known"    // mention: class and name of something generally known
	Evidence = Vocab + "evidence" // mention: why it refers to what it does
	Score    = Vocab + "score"    // mention: how sure that is
	Gives    = Vocab + "gives"    // name: a key under which its short forms find it
	Seeks    = Vocab + "seeks"    // name: a key under which it looks for fuller names

	Derived = Vocab + "Derived" // class: an edge that nobody said, in exports alone
	Because = Vocab + "rule"    // derived edge: what it follows by

	Decision = Vocab + "Decision" // class: what somebody decided about which things are one
	From     = Vocab + "from"     // decision → entity
	To       = Vocab + "to"       // decision → entity
	In       = Vocab + "in"       // decision → document

	Fact       = Vocab + "fact"   // statement → the fact that it asserts, denies or doubts
	Held       = Vocab + "status" // statement: asserted, denied or doubted, under the store's policy
	SubjectAs  = Vocab + "subjectAs"
	ObjectAs   = Vocab + "objectAs"
	Lemma      = Vocab + "lemma"
	Wording    = Vocab + "wording"
	Kind       = Vocab + "kind"
	Polarity   = Vocab + "polarity"
	Certainty  = Vocab + "certainty"
	Tense      = Vocab + "tense"
	By         = Vocab + "by"
	ByAs       = Vocab + "byAs"
	Unnamed    = Vocab + "unnamed" // the party that a text leaves unnamed
	Cue        = Vocab + "cue"
	Condition  = Vocab + "condition"
	Time       = Vocab + "time"
	TimeValue  = Vocab + "timeValue"
	TimeStart  = Vocab + "timeStart"
	TimeEnd    = Vocab + "timeEnd"
	Location   = Vocab + "place"
	LocationAs = Vocab + "placeAs"
	Quantity   = Vocab + "quantity"
	Amount     = Vocab + "amount"
	AmountMax  = Vocab + "amountMax"
	Bound      = Vocab + "bound"
	Unit       = Vocab + "unit"
	AmountSI   = Vocab + "amountSI"
	UnitSI     = Vocab + "unitSI"
	Ordinal    = Vocab + "ordinal"
	Confidence = Vocab + "confidence"
	Extractor  = Vocab + "extractor"
)

// Escape makes any string the tail of an IRI: bytes that RFC 3987 does not allow in a path are percent-encoded, and so
// is "%" itself, so that Unescape gives the string back. Letters of all scripts stay readable.
func Escape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if iriChar(r, n) {
			b.WriteString(s[i : i+n])
		} else {
			for _, c := range []byte(s[i : i+n]) {
				b.WriteByte('%')
				b.WriteByte("0123456789ABCDEF"[c>>4])
				b.WriteByte("0123456789ABCDEF"[c&15])
			}
		}
		i += n
	}
	return b.String()
}

func iriChar(r rune, size int) bool {
	switch {
	case r == utf8.RuneError && size == 1:
		return false
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
		return true
	case r < 0x80:
		return strings.ContainsRune("-._~!$&'()*+,;=:@/", r)
	case r < 0xA0, r >= 0xE000 && r <= 0xF8FF, r >= 0xFDD0 && r <= 0xFDEF, r >= 0xFFF0 && r <= 0xFFFF, r >= 0xE0000:
		return false
	case r&0xFFFE == 0xFFFE:
		return false
	case r == 0x200E, r == 0x200F, r >= 0x202A && r <= 0x202E:
		return false // marks of writing direction
	}
	return true
}

// Unescape undoes Escape; a "%" without two hexadecimal digits stays as it is.
func Unescape(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			hi, lo := strings.IndexByte("0123456789ABCDEF", s[i+1]), strings.IndexByte("0123456789ABCDEF", s[i+2])
			if hi >= 0 && lo >= 0 {
				b.WriteByte(byte(hi<<4 | lo))
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
