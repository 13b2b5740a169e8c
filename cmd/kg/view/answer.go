package view

import "kg/graph"

// Answer is what the graph says to a question.
type Answer struct {
	Question string        `json:"question"`
	Note     string        `json:"note,omitempty"` // how it was understood, or why there is no answer
	Answers  []AnswerThing `json:"answers"`
}

// AnswerThing is one thing that answers a question, with the statements it stands on.
type AnswerThing struct {
	ID         graph.ID    `json:"id,omitempty"`
	Text       string      `json:"text"`
	Status     string      `json:"status,omitempty"`
	Statements []Statement `json:"statements"`
}
