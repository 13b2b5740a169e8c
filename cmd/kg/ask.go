package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"kg/graph"
	"kg/ingest"
	"kg/ingest/extract"
	"kg/queries"
)

var askCommand = &cli.Command{
	Name:      "ask",
	Usage:     "ask a question in English",
	ArgsUsage: "QUESTION",
	Description: "Who, what, which, when, where, why, how many, yes or no; what somebody said (about something); who somebody is; how two\n" +
		"things are related. Without an answer in the store it gives none.\n" +
		"Example: kg ask \"Who signed agreements with Ukraine?\"",
	Flags: []cli.Flag{
		dbFlag, jsonFlag,
		&cli.IntFlag{Name: "limit", Value: 20, Usage: "answers at most, 0 for all"},
		&cli.BoolFlag{Name: "explain", Usage: "show the pattern that the question became, and Gizmo that gives the same statements"},
		&cli.TimestampFlag{Name: "date", Layout: time.DateOnly, Usage: "the day from which \"last year\" is counted, YYYY-MM-DD"},
	},
	Action: func(c *cli.Context) error {
		question := strings.Join(c.Args().Slice(), " ")
		if strings.TrimSpace(question) == "" {
			return usagef("ask: no question given")
		}
		if c.Int("limit") < 0 {
			return usagef("ask: --limit cannot be negative")
		}
		return withStore(c, func(s *graph.Store) error {
			p, err := ingest.New()
			if err != nil {
				return err
			}
			return showAnswers(c, s, p, question)
		})
	},
}

// showAnswers prints what the store has to say to a question.
func showAnswers(c *cli.Context, s *graph.Store, p *ingest.Pipeline, question string) error {
	var date time.Time
	if d := c.Timestamp("date"); d != nil {
		date = *d
	}
	pattern, err := p.Question(question, date)
	if errors.Is(err, extract.ErrQuestion) {
		return usagef("ask: %v", err)
	} else if err != nil {
		return err
	}
	reply, err := queries.Ask(s, pattern, c.Int("limit"))
	if err != nil {
		return err
	}
	if c.Bool("json") {
		return askJSON(c.App.Writer, s, reply, c.Bool("explain"))
	}
	return showReply(c, s, reply)
}

// showReply prints the answers with their sentences, or why there is none.
func showReply(c *cli.Context, s *graph.Store, r queries.Reply) error {
	w, remarks := c.App.Writer, c.App.ErrWriter
	if c.Bool("explain") {
		explainPattern(w, r)
	}
	docs := map[graph.ID]graph.Document{}
	for _, a := range r.Answers {
		fmt.Fprintln(w, a.Name+answerMarks(a))
		shown := map[string]bool{} // sentences, whatever their spaces: a headline may stand in the text as well
		for i := range a.Statements {
			if i == 5 {
				fmt.Fprintf(w, "    … and %s more\n", counted(len(a.Statements)-i, "statement"))
				break
			}
			for _, src := range a.Statements[i].Sources {
				doc, err := document(s, src.Doc, docs)
				if err != nil {
					return err
				}
				words := strings.Fields(src.Quote)
				key := string(src.Doc) + strings.Join(words, "")
				if shown[key] {
					continue
				}
				shown[key] = true
				fmt.Fprintf(w, "    “%s” (%s)\n", strings.Join(words, " "), citation(doc))
			}
		}
	}
	switch {
	case r.More:
		fmt.Fprintln(remarks, "kg: more answers with --limit")
	case len(r.Answers) == 0:
		fmt.Fprintln(remarks, "kg: no answer: "+whyNone(r))
	}
	return nil
}

// answerMarks say how an answer's first statement holds and who says so.
func answerMarks(a queries.Answer) string {
	st := &a.Statements[0]
	var marks []string
	if a.Status != "asserted" && a.Status != "reported" {
		marks = append(marks, a.Status)
	}
	if st.Certainty == graph.Probable {
		marks = append(marks, "probable")
	}
	if !st.By.None() {
		marks = append(marks, "according to "+st.By.Name)
	}
	if st.Condition != "" {
		marks = append(marks, st.Condition)
	}
	if st.Time.Text != "" && a.Value == "" {
		when := st.Time.Text
		if st.Time.Value != "" && !strings.Contains(when, st.Time.Value) {
			when += ", " + st.Time.Value
		}
		marks = append(marks, when)
	}
	if a.Value != "" && a.Value != a.Name {
		marks = append(marks, a.Value)
	}
	if len(marks) == 0 {
		return ""
	}
	return " [" + strings.Join(marks, "; ") + "]"
}

// whyNone says why there is no answer, and what there is instead.
func whyNone(r queries.Reply) string {
	var out []string
	if len(r.Unknown) > 0 {
		out = append(out, "nothing in the store is called "+strings.Join(r.Unknown, " or "))
	}
	if len(r.Candidates) > 0 {
		var names []string
		for _, c := range r.Candidates[:min(6, len(r.Candidates))] {
			names = append(names, c.Name)
		}
		out = append(out, "a name may mean "+strings.Join(names, ", "))
	}
	if len(out) == 0 {
		out = append(out, "no statement says so")
	}
	if len(r.Near) > 0 {
		out = append(out, "there is: "+strings.Join(r.Near, ", "))
	}
	return strings.Join(out, "; ")
}

func explainPattern(w io.Writer, r queries.Reply) {
	p := r.Pattern
	fmt.Fprintf(w, "asks for: %s\n", p.Ask)
	if p.Verb != "" {
		not := ""
		if p.Negative {
			not = "not "
		}
		fmt.Fprintf(w, "relation: %s%s\n", not, p.Verb)
	}
	for _, s := range p.Slots {
		fmt.Fprintf(w, "%s: %s\n", orDefault(s.Role, "thing"), slotText(s))
	}
	var more []string
	for _, t := range p.Tenses {
		more = append(more, t.String())
	}
	if len(more) > 0 {
		fmt.Fprintf(w, "tense: %s\n", strings.Join(more, " or "))
	}
	if p.Modal {
		fmt.Fprintln(w, "certainty: any")
	}
	if p.Time.Text != "" {
		fmt.Fprintf(w, "time: %s %s %s\n", orDefault(p.Side, "in"), p.Time.Text, p.Time.Value)
	}
	if len(p.Content) > 0 {
		fmt.Fprintf(w, "content: %s\n", strings.Join(p.Content, " "))
	}
	if len(p.Rest) > 0 {
		fmt.Fprintf(w, "in the sentence: %s\n", strings.Join(p.Rest, " "))
	}
	if r.Script != "" {
		fmt.Fprintf(w, "Gizmo:\n%s\n", r.Script)
	}
	fmt.Fprintln(w)
}

func slotText(s graph.Slot) string {
	out := s.Name
	if s.Wanted {
		out = "?"
		if s.Head != "" {
			out += " " + strings.Join(append(append([]string{}, s.Words...), s.Head), " ")
		}
	}
	for _, x := range s.Within {
		out += " (" + orDefault(x.Role, "of") + " " + slotText(x) + ")"
	}
	return out
}

func orDefault(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// askJSON prints one object: the question, its answers with their statements, and what there is instead of an answer.
func askJSON(w io.Writer, s *graph.Store, r queries.Reply, explain bool) error {
	type answer struct {
		Name       string            `json:"answer"`
		ID         graph.ID          `json:"id,omitempty"`
		Value      string            `json:"value,omitempty"`
		Status     string            `json:"status"`
		Statements []json.RawMessage `json:"statements"`
	}
	out := struct {
		Question   string         `json:"question"`
		Asks       string         `json:"asks"`
		Answers    []answer       `json:"answers"`
		Unknown    []string       `json:"unknown,omitempty"`
		Candidates []graph.ID     `json:"candidates,omitempty"`
		Near       []string       `json:"near,omitempty"`
		Pattern    *graph.Pattern `json:"pattern,omitempty"`
		Gizmo      string         `json:"gizmo,omitempty"`
	}{Question: r.Pattern.Text, Asks: r.Pattern.Ask.String(), Answers: []answer{}, Unknown: r.Unknown, Near: r.Near}
	for _, c := range r.Candidates {
		out.Candidates = append(out.Candidates, c.ID)
	}
	for _, a := range r.Answers {
		x := answer{Name: a.Name, ID: a.ID, Value: a.Value, Status: a.Status}
		for i := range a.Statements {
			said, err := extract.JSON(&a.Statements[i])
			if err != nil {
				return err
			}
			x.Statements = append(x.Statements, said)
		}
		out.Answers = append(out.Answers, x)
	}
	if explain {
		out.Pattern, out.Gizmo = &r.Pattern, r.Script
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(out)
}
