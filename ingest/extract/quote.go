package extract

import "kg/ingest/text"

// Quote is a stretch of direct speech. A quotation split by its attribution ("…," he said, "…") is two quotes with the
// same speaker.
type Quote struct {
	text.Span      // with its quotation marks
	Speaker   int  // index into Document.Mentions, -1 where nobody is named
	Sentence  int  // of the cue verb, -1 for none
	Cue       int  // token of the cue verb in that sentence ("said"), -1 for none
	Continues bool // goes on with the words of the quote before it
}

// Quotes finds direct speech between curly or straight marks, across sentences and paragraphs, with the mention that
// speaks and the verb that says so. It needs doc.Mentions.
func Quotes(doc *text.Document) []Quote {
	return nil
}
