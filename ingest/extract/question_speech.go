package extract

import (
	"slices"

	"kg/graph"
)

// speech recognizes questions for what somebody said, and for who said something.
func (b *asking) speech(c *clause) error {
	t, p := b.t, b.p
	top := c
	for top.up != nil {
		top = top.up
	}
	if !speechVerbs[t.lemma(top.head)] || top.cop >= 0 {
		return nil
	}
	l := t.lemma(top.head)
	var about []graph.Slot
	for _, i := range top.obl {
		if _, ok := b.a.times[0][i]; ok || t.timeHead(i) {
			continue
		}
		about = append(about, b.slot(t.prep(i), i))
	}
	said := len(top.obj) == 1 && b.wh(top.obj[0]) == top.obj[0] && t.low(top.obj[0]) == "what"
	embedded := (*clause)(nil)
	for _, d := range top.comp {
		if d.link == content {
			embedded = d
		}
	}
	subjWh := len(top.subj) > 0 && b.wh(top.subj[0]) >= 0
	switch {
	case said && !top.passive && len(top.subj) > 0 && !subjWh && embedded == nil:
		p.Ask = graph.AskSpeech
	case subjWh && !top.passive && embedded != nil:
		p.Ask = graph.AskSpeaker
		p.Content = b.content(embedded.head)
	case subjWh && !top.passive && len(about) > 0 && len(top.obj) == 0 && sayVerbs[l] && !b.a.status(top).negative:
		p.Ask = graph.AskSpeaker // "who spoke about the sale"
	default:
		return nil
	}
	b.mood(top)
	b.times(top)
	p.Verb = l
	for _, i := range top.subj {
		p.Slots = append(p.Slots, b.slot("subject", i))
	}
	p.Slots = append(p.Slots, about...)
	if p.Ask == graph.AskSpeech {
		p.Slots = append(p.Slots, graph.Slot{Role: "object", Wanted: true})
	}
	return nil
}

// sayVerbs are the plain verbs of speech, any of which a question may use for another.
var sayVerbs = set("say tell state comment speak talk remark declare add announce")

// content are the lemmas of the words that carry the meaning of the clause of i.
func (b *asking) content(i int) []string {
	var out []string
	for _, k := range b.t.yield(i, nil) {
		if b.t.tag(k, "NOUN", "PROPN", "VERB", "ADJ", "NUM") && !questionWords[b.t.low(k)] {
			out = append(out, b.t.lemma(k))
		}
	}
	return out
}

// duty makes a wish of "what should Ann do, according to Bo"; it reports whether the question is one.
func (b *asking) duty(c *clause) bool {
	p := b.p
	for _, k := range c.auxiliaries() {
		if w := b.t.low(k); w != "should" && w != "must" && w != "ought" {
			continue
		}
		keep := p.Slots[:0]
		for _, s := range p.Slots {
			switch s.Role {
			case "subject":
				s.Role = "object"
			case "according to", "for":
				s.Role = "subject"
			}
			keep = append(keep, s)
		}
		p.Slots, p.Verb, p.Content, p.Tenses = keep, b.t.low(k), []string{"do"}, nil
		return true
	}
	return false
}

// manners are verbs of which "how" asks for what somebody said or did about something.
var manners = set("react respond reply answer explain justify defend assess judge comment view see evaluate characterise characterize describe")

// reacting handles "how did Ann react to the sale" and "how does Ann explain the delay".
func (b *asking) reacting(c *clause) bool {
	t, p := b.t, b.p
	var about []graph.Slot
	for _, i := range append(slices.Clone(c.obj), c.obl...) {
		if _, ok := b.a.times[0][i]; !ok && !t.timeHead(i) {
			about = append(about, b.slot("about", i))
		}
	}
	if t.low(0) != "how" || b.counted(0) || !manners[p.Verb] || c.passive || len(c.subj) == 0 || len(about) == 0 {
		return false
	}
	p.Ask = graph.AskSpeech
	if p.Verb = "react"; t.lemma(c.head) == "explain" || t.lemma(c.head) == "justify" {
		p.Verb = "explain"
	}
	p.Slots = append(append(p.Slots, b.slot("subject", c.subj[0])), about...)
	p.Slots = append(p.Slots, graph.Slot{Role: "object", Wanted: true})
	return true
}
