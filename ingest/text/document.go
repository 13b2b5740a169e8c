// Package text holds the types that the stages of ingest hand on: a Document with its sentences, tokens, mentions and
// entities. It has no analysis of its own. Every position is a byte offset into Document.Text, which never changes.
package text

import (
	"time"
)

// Span is a half-open range of bytes of Document.Text.
type Span struct{ Start, End int }

// Document is one article. The reader fills the first fields; each later stage adds its own layer and edits no other.
type Document struct {
	ID        string    // stable name: the same source gives the same ID
	Title     string    // headline, "" where unknown
	Publisher string    // "" where unknown
	URL       string    // "" where unknown
	Path      string    // the file as the user named it, "-" for standard input
	Date      time.Time // publication date, zero where unknown
	Text      string    // UTF-8, one paragraph a line, the headline first; never changed after reading
	Skipped   []Skip    // lines of the source that the reader left out of Text
	Remarks   []string  // what the reader was in doubt of, a line each: the place, then what is wrong

	Sentences []Sentence // by parse, in order of the text
	Regards   []Regard   // by parse, in order of the text; Resolve uses them and drops them
	Mentions  []Mention  // by extract, ordered by Start, then longest first
	Entities  []Entity   // by extract; Mention.Entity is an index into it
}

// Skip is a passage of the source that is no part of the article: a share button, a byline, a list of other articles.
type Skip struct {
	Line   int // of the source, from 1
	Text   string
	Reason string
}

// Sentence is a run of tokens with one dependency tree.
type Sentence struct {
	Span
	Tokens []Token
}

// Regard is how the analyser's network looks from a pronoun to the nouns around it, and from these back.
type Regard struct {
	Sentence, Token int // the pronoun
	Words           []Regarded
}

// Regarded is a noun or name near a pronoun. Weights has a byte for each attention head of each layer: first of the
// pronoun to the word, then of the word to the pronoun. A weight w is 255*ln(1+1000w)/ln(1001).
type Regarded struct {
	Sentence, Token int
	Weights         []uint8
}

// Token is a syntactic word of Universal Dependencies ("don't" is two).
type Token struct {
	Span
	Text  string // the form; equals Document.Text[Start:End]
	Lemma string
	Tag   string  // UPOS
	XTag  string  // XPOS: Penn Treebank's tags
	Feats string  // UD features, "Number=Sing|Person=3", "" for none
	Head  int     // index in Sentence.Tokens of the head, -1 for the root
	Rel   string  // UD relation to the head, with subtype ("nsubj:pass")
	Name  string  // named-entity tag "B-Person", "I-Person", "" outside names; OntoNotes' types
	Kind  string  // type of the noun phrase that this token heads, GUM's ten ("person", "event" ...), "" where it heads none
	Score float32 // the model's probability of Head and Rel, 0 to 1; 0 where the tree was given
}

// Mention is an expression in the text that stands for a thing: a name, a noun phrase or a pronoun.
type Mention struct {
	Span
	Sentence int    // index into Document.Sentences
	Head     int    // index into that sentence's Tokens
	Class    string // Person, Organization, Place, Event, Work, Date, Quantity, Group, Thing
	Form     string // "name", "noun", "pronoun", "relative" ("who"), "group" (coordination: "the U.S. and Ukraine")
	Entity   int    // index into Document.Entities, -1 where it stands for nothing (expletive "it")
}

// Entity is a thing that the document speaks of, with all the names it has there.
type Entity struct {
	Name    string   // the fullest name; for a common noun, its phrase without the article
	Class   string   // as of Mention
	Aliases []string // other forms, sorted, without Name
	Gender  string   // "male", "female", "neuter", "" where unknown
	Plural  bool     // a group or several things
	Members []int    // where it is made of other entities ("they", "the two leaders"): indices of these, sorted
}

// At returns the text of s.
func (d *Document) At(s Span) string { return d.Text[s.Start:s.End] }
