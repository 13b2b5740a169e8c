// Package ingest lists the stages that turn an article into statements.
package ingest

import (
	"context"
	"iter"
	"runtime"

	"kg/graph"
	"kg/ingest/extract"
	"kg/ingest/parse"
	"kg/ingest/text"
)

// Result is what an article says.
type Result struct {
	Doc        *text.Document
	Statements []graph.Statement // in the order of the text
	Clauses    []extract.Clause  // what the statements were drawn from, for showing
	Skipped    []extract.Skipped // what looked like a statement and was left out, and why

	known *Gazetteer
}

// Stage adds one layer to a result and edits no other.
type Stage struct {
	Name, Doc string
	run       func(*Pipeline, *Result)
}

// Stages lists what happens to an article that was read, in order.
var Stages = []Stage{
	{"parse", "sentences, words, tags, lemmas, trees and names", func(p *Pipeline, r *Result) { p.model.Parse(r.Doc) }},
	{"mention", "the expressions that stand for things", func(_ *Pipeline, r *Result) { extract.Mentions(r.Doc) }},
	{"resolve", "which mentions stand for the same thing", func(_ *Pipeline, r *Result) { extract.Resolve(r.Doc) }},
	{"extract", "statements with their qualifiers and sources", func(_ *Pipeline, r *Result) {
		found := extract.Run(r.Doc)
		r.Statements, r.Clauses, r.Skipped = found.Statements, found.Clauses, found.Skipped
	}},
}

// Pipeline runs the stages. It may be used by several goroutines at once.
type Pipeline struct {
	Known *Gazetteer // what entities are looked up in
	model *parse.Model
}

// New loads the embedded model.
func New() (*Pipeline, error) {
	m, err := parse.Load()
	if err != nil {
		return nil, err
	}
	return &Pipeline{NewGazetteer(), m}, nil
}

// Run takes doc, as read, through all stages. The result depends on doc alone.
func (p *Pipeline) Run(doc *text.Document) Result {
	r := Result{Doc: doc, known: p.Known}
	for _, s := range Stages {
		s.run(p, &r)
	}
	return r
}

// All runs the stages on each document, on all processors at once, and yields the results in the documents' order. An
// error among the documents is passed on in its place. It ends early when ctx does, even where a document does not come.
func (p *Pipeline) All(ctx context.Context, docs iter.Seq2[*text.Document, error]) iter.Seq2[Result, error] {
	type job struct {
		done chan struct{}
		Result
		err error
	}
	return func(yield func(Result, error) bool) {
		jobs := make(chan *job, runtime.GOMAXPROCS(0)-1) // so many wait, one is looked at by the loop below
		stop := make(chan struct{})
		defer close(stop)
		go func() {
			defer close(jobs)
			for doc, err := range docs {
				j := &job{done: make(chan struct{}), err: err}
				select {
				case jobs <- j:
				case <-stop:
					return
				}
				go func() {
					defer close(j.done)
					if err == nil {
						j.Result = p.Run(doc)
					}
				}()
			}
		}()
		for ctx.Err() == nil {
			var j *job
			select {
			case next, more := <-jobs:
				if !more {
					return
				}
				j = next
			case <-ctx.Done():
				return
			}
			<-j.done
			if !yield(j.Result, j.err) {
				return
			}
		}
	}
}
