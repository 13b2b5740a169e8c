// Package graph holds what has been said: statements with their sources, stored over Cayley.
package graph

import "time"

// ID is an IRI relative to the base of a store: "e/joe-biden", "s/1f0c…", "d/us-ukraine".
type ID string

// Value is an argument of a statement: an entity, a literal or a clause. The zero Value is "no argument".
type Value struct {
	ID    ID     // of the entity; "" for literals and clauses
	Name  string // the entity's fullest name in the document, the literal, or the clause as written
	Text  string // the wording in the sentence ("He"); may equal Name
	Class string // Person, Organization, Place, Event, Work, Date, Quantity, Group, Thing, Clause
}

// None reports whether v is no argument.
func (v Value) None() bool { return v.Name == "" && v.ID == "" }

// Relation is a predicate in its three forms.
type Relation struct {
	ID    ID     // canonical: "p/sign"; "" where the store's lexicon is to say
	Lemma string // "sign", "take place in"
	Text  string // the wording: "are set to sign"
}

// Polarity of a statement; the zero value is Positive.
type Polarity int

const (
	Positive Polarity = iota
	Negative
)

// Certainty after FactBank (Saurí and Pustejovsky 2009), within the source's own claim; the zero value is Certain.
type Certainty int

const (
	Certain Certainty = iota
	Probable
	Possible
	Unknown // asked, undecided, or only conditional
)

// Tense is the statement's place in time, seen from the text; the zero value is Past.
type Tense int

const (
	Past Tense = iota
	Present
	Future // plans and promises too
)

// Time is a time expression with its value. Start and End are a half-open interval, zero where unknown.
type Time struct {
	Text       string // as written: "from June 13 to 15"
	Value      string // EDTF (ISO 8601-2): "2024-06-13/2024-06-15"; "" where it could not be resolved
	Start, End time.Time
}

// Quantity is a count or measure that restricts an argument.
type Quantity struct {
	Text    string  // as written: "at least 107"
	Value   float64 // 107; meaningless where Valid is false
	Max     float64 // upper end of a range, else equal to Value
	Bound   string  // "", "at least", "at most", "about", "more than", "less than"
	Unit    string  // "person", "USD", "%", "m"; "" for a bare count
	Valid   bool
	SI      float64 // Value in SIUnit
	SIUnit  string
	Ordinal bool
}

// Role is a further argument with the preposition or role that ties it to the predicate.
type Role struct {
	Name  string // "with", "for", "through"
	Value Value
}

// Source is a passage that a statement stands on: bytes of the document's text.
type Source struct {
	Doc        ID
	Start, End int
	Quote      string // the sentence
	Extractor  string // which rule found it
}

// Kind of a statement, as in the annotation guidelines; the zero value is a relation.
type Kind int

const (
	Relational Kind = iota // a verb or a relational noun
	Attribute              // title, role, nationality, apposition
	Membership             // "including the U.K."
	Speech                 // somebody said a clause
)

// Statement is one thing that a text says. Its zero values are those of a plain fact in the author's voice.
type Statement struct {
	ID              ID // "s/…", given by the store from the content; "" before
	Subject, Object Value
	Relation        Relation
	Kind            Kind
	Polarity        Polarity
	Certainty       Certainty
	Tense           Tense
	By              Value  // who says so; Class "unnamed" and Name "unnamed" where the text does not name them; zero: the author
	Cue             string // the word that attributes it: "announce", "according to"
	Condition       string // text of the if/unless clause, "" for none
	Time            Time
	Place           Value
	Quantity        Quantity
	Roles           []Role
	Sources         []Source
	Confidence      float64 // 0 to 1
}
