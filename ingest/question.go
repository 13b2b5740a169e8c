package ingest

import (
	"strings"
	"time"

	"kg/graph"
	"kg/ingest/extract"
	"kg/ingest/text"
)

// Question turns a question in English into a pattern over statements. Date is the day it is asked, from which "last
// year" is counted; zero where unknown. Its errors wrap extract.ErrQuestion.
func (p *Pipeline) Question(question string, date time.Time) (graph.Pattern, error) {
	question = strings.Join(strings.Fields(question), " ")
	if question != "" {
		question = strings.ToUpper(question[:1]) + strings.TrimRight(question[1:], "?.! ") + "?"
	}
	doc := &text.Document{ID: "question", Text: question, Date: date}
	p.model.Parse(doc)
	extract.OpenQuestion(doc)
	extract.Mentions(doc)
	extract.Resolve(doc)
	return extract.Question(doc)
}
