package ingest

import (
	"slices"
	"strings"
	"time"

	"kg/graph"
	"kg/ingest/extract"
	"kg/ingest/text"
	"kg/schema"
)

// Question turns a question in English into a pattern over statements. Date is the day it is asked, from which "last
// year" is counted; zero where unknown. Its errors wrap extract.ErrQuestion.
func (p *Pipeline) Question(question string, date time.Time) (graph.Pattern, error) {
	question = strings.Join(strings.Fields(question), " ")
	if question != "" {
		question = plain(upper(strings.TrimRight(question, "?.! "))) + "?"
	}
	written := question
	for asked, plain := range map[string]string{"For how long ": "How long ", "For what reason ": "Why ", "Until when ": "When ", "Till when ": "When ", "By when ": "When ", "How come ": "Why ", "In what way ": "How "} {
		if rest, ok := strings.CutPrefix(question, asked); ok {
			question = plain + rest
		}
	}
	doc := &text.Document{ID: "question", Text: question, Date: date}
	p.model.Parse(doc)
	if name := misread(doc); name != "" && !strings.Contains(question, standIn) {
		q, err := p.Question(strings.Replace(question, name, standIn, 1), date)
		renamed(q.Slots, name)
		q.Text = question
		for _, words := range [][]string{q.Rest, q.Content} {
			for i, w := range words {
				if strings.EqualFold(w, standIn) {
					words[i] = strings.ToLower(name)
				}
			}
		}
		return q, err
	}
	p.count(doc)
	extract.OpenQuestion(doc)
	extract.Mentions(doc)
	extract.Resolve(doc)
	q, err := extract.Question(doc)
	if q.Ask == graph.AskTime {
		q.Text = written // "until when", not "when"
	}
	p.Known.governed(q.Slots)
	return q, err
}

// governments are nouns for who speaks and acts for a state.
var governments = map[string]bool{"government": true, "state": true, "authority": true, "administration": true, "cabinet": true}

// governed gives slots for governments and their seats the names of the states.
func (g *Gazetteer) governed(slots []graph.Slot) {
	for i := range slots {
		s := &slots[i]
		g.governed(s.Within)
		switch {
		case s.Proper:
			s.State = g.seats[schema.Slug(s.Name)]
		case governments[s.Head]:
			for _, w := range s.Words {
				s.State = g.peoples[schema.Slug(w)]
			}
			if len(s.Within) == 1 && s.Within[0].Proper && len(s.Words) == 0 {
				name := schema.Slug(s.Within[0].Name)
				switch state, _, part := strings.Cut(g.regions[name], "/"); {
				case s.Within[0].Role == "of" && !part:
					s.State = state // "Poland's government"
				case s.Within[0].Role == "in":
					s.State = g.seats[name]
				}
			}
		}
	}
}

// count replaces the analysis of "How many athletes have failed tests" by that of "Fifty athletes have failed tests.",
// which the parser knows better, where what is counted is the subject.
func (p *Pipeline) count(doc *text.Document) {
	const asks, stands = "How many", "Fifty"
	rest, ok := strings.CutPrefix(doc.Text, asks+" ")
	if !ok || strings.Contains(rest, " did ") || strings.Contains(rest, " does ") || strings.Contains(rest, " do ") {
		return
	}
	for _, s := range doc.Sentences { // "how many jobs will the firm cut"
		for i, k := range s.Tokens {
			if i > 2 && (k.Tag == "AUX" || k.Text == "have" || k.Text == "has") && i+1 < len(s.Tokens) && s.Tokens[i+1].Tag == "DET" && s.Tokens[len(s.Tokens)-2].Tag == "VERB" {
				return // "how many operations have the hospitals postponed"
			}
			if k.Rel == "amod" && k.Text == "many" && k.Head >= 0 && s.Tokens[k.Head].Rel == "obj" && slices.ContainsFunc(s.Tokens[k.Head+1:], func(x text.Token) bool { return x.Rel == "nsubj" && x.Head == s.Tokens[k.Head].Head }) {
				return
			}
		}
	}
	told := &text.Document{ID: doc.ID, Date: doc.Date, Text: stands + " " + strings.TrimSuffix(rest, "?") + "."}
	p.model.Parse(told)
	if len(told.Sentences) != 1 {
		return
	}
	toks := told.Sentences[0].Tokens
	if len(toks) < 3 || toks[0].Rel != "nummod" || toks[0].Text != stands {
		return
	}
	noun := toks[0].Head
	if verb := toks[noun].Head; verb < 0 || !strings.HasPrefix(toks[noun].Rel, "nsubj") || toks[verb].Head >= 0 || toks[verb].Tag != "VERB" {
		return
	}
	how := text.Token{Span: text.Span{End: 3}, Text: "How", Lemma: "how", Tag: "ADV", XTag: "WRB", Head: 1, Rel: "advmod"}
	many := text.Token{Span: text.Span{Start: 4, End: 8}, Text: "many", Lemma: "many", Tag: "ADJ", XTag: "JJ", Head: noun + 1, Rel: "amod"}
	out := []text.Token{how, many}
	for _, k := range toks[1:] {
		if k.Head >= 0 {
			k.Head++
		}
		k.Start, k.End = k.Start+len(asks)-len(stands), k.End+len(asks)-len(stands)
		out = append(out, k)
	}
	out[len(out)-1].Text = "?"
	doc.Sentences = []text.Sentence{{Span: text.Span{End: len(doc.Text)}, Tokens: out}}
}
