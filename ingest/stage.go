package ingest

import (
	"kg/ingest/extract"
	"kg/ingest/parse"
	"kg/ingest/text"
)

// Stage adds one layer to a document and edits no other.
type Stage struct {
	Name string
	Doc  string
	Run  func(m *parse.Model, doc *text.Document)
}

// Stages are what an article goes through between reading and extraction, in order.
var Stages = []Stage{
	{"parse", "Sentences, words, tags, trees and names.", func(m *parse.Model, doc *text.Document) { m.Parse(doc) }},
	{"mention", "The expressions that stand for things.", func(_ *parse.Model, doc *text.Document) { extract.Mentions(doc) }},
	{"resolve", "Which mentions stand for the same thing.", func(_ *parse.Model, doc *text.Document) { extract.Resolve(doc) }},
}

// Analyse takes doc, as it was read, through all Stages and draws its statements. Several documents may be analysed at
// once with the same model.
func Analyse(m *parse.Model, doc *text.Document) extract.Result {
	for _, s := range Stages {
		s.Run(m, doc)
	}
	return extract.Run(doc)
}
