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

// Article is what a client sends to be stored.
type Article struct {
	ID        string `json:"id,omitempty" jsonschema:"a name of its own; without it one is made of the text"`
	Title     string `json:"title,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	URL       string `json:"url,omitempty"`
	Date      string `json:"date,omitempty" jsonschema:"YYYY-MM-DD"` // YYYY-MM-DD
	Text      string `json:"text"`
}
