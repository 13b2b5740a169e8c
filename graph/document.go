package graph

import (
	"time"

	"kg/schema"
)

// A Document is one article as the store keeps it.
type Document struct {
	ID        ID // "d/us-ukraine"; see DocID
	Title     string
	Publisher string
	URL       string
	Date      time.Time // of publication, zero where unknown
	Text      string    // UTF-8; all positions are bytes of it
	Entities  []Entity  // the things it speaks of, one for each name and class
}

// An Entity is a thing as one document names it.
type Entity struct {
	Name    string // the fullest name
	Class   string
	Aliases []string // its wordings; Name need not be among them
	Spans   [][2]int // where it is mentioned, bytes of the document's text
	Traits
}

// DocID returns the id of the document of that name, which may hold any characters (a path, a URL).
func DocID(name string) ID { return ID("d/" + schema.Escape(name)) }

// DocName undoes DocID.
func DocName(id ID) string {
	if len(id) < 2 {
		return string(id)
	}
	return schema.Unescape(string(id[2:]))
}

// RelationID returns the id of the relation with that lemma: "take place in" is "p/take-place-in".
func RelationID(lemma string) ID { return ID("p/" + schema.Slug(lemma)) }
