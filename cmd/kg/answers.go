package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"kg/cmd/kg/view"
	"kg/graph"
	"kg/ingest/extract"
	"kg/queries"
)

// mostAnswers bounds the answers that the page and agents get; mostBearing the statements shown of each.
const (
	mostAnswers = 50
	mostBearing = 5
)

// ask returns the function that answers questions for the page and for agents. The model is loaded with the first.
func (r *articleReader) ask() func(context.Context, *view.Graph, string) (*view.Answer, error) {
	return func(_ context.Context, g *view.Graph, question string) (*view.Answer, error) {
		p, err := r.pipeline()
		if err != nil {
			return nil, err
		}
		out := &view.Answer{Question: question, Answers: []view.AnswerThing{}}
		pattern, err := p.Question(question, time.Time{})
		if errors.Is(err, extract.ErrQuestion) {
			out.Note = err.Error()
			return out, nil
		} else if err != nil {
			return nil, err
		}
		reply, err := queries.Ask(g.Store, pattern, mostAnswers)
		if err != nil {
			return nil, err
		}
		for _, a := range reply.Answers {
			x := view.AnswerThing{ID: a.ID, Text: a.Name, Status: pageStatus(a.Status)}
			if x.Statements, err = g.Views(a.Statements[:min(len(a.Statements), mostBearing)]); err != nil {
				return nil, err
			}
			out.Answers = append(out.Answers, x)
		}
		switch {
		case reply.More:
			out.Note = fmt.Sprintf("only the first %d answers", mostAnswers)
		case len(reply.Answers) == 0:
			out.Note = "No answer: " + whyNone(reply) + "."
		}
		return out, nil
	}
}

// pageStatus is the status of an answer in the three words of the page.
func pageStatus(s string) string {
	switch s {
	case "denied":
		return "denied"
	case "possible":
		return graph.Doubted.String()
	}
	return graph.Asserted.String()
}
