package extract

import (
	"strings"

	"kg/graph"
)

// asides are words of a question that narrow nothing.
var asides = set("many much name people person one thing kind sort type place time day year month date number amount sum money share percentage proportion portion exactly likely unable ever still also just current currently now " +
	"willing unwilling ready able unable reluctant prepared due set keen eager sure certain bound free supposed meant determined behalf " +
	"be have do go anyone anybody anything someone somebody something will would can could may might must shall should plan intend want expect suppose try manage seem appear happen take fail refuse decide agree continue get use reason moment start begin allow permit license licence authorise authorize entitle oblige require force compel")

// rest takes the words that carry meaning and have no place in the pattern.
func (b *asking) rest() {
	t, p := b.t, b.p
	if p.Ask == graph.AskSpeaker {
		return
	}
	var known []string
	var slot func(s *graph.Slot)
	slot = func(s *graph.Slot) {
		known = append(append(known, s.Head, s.Name), s.Words...)
		for i := range s.Within {
			slot(&s.Within[i])
		}
	}
	for i := range p.Slots {
		slot(&p.Slots[i])
	}
	known = append(append(known, p.Verb, p.Time.Text), p.Content...)
	have := map[string]bool{}
	for _, k := range known {
		for _, w := range strings.FieldsFunc(strings.ToLower(k), func(r rune) bool { return r == ' ' || r == '-' }) {
			have[strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")] = true
		}
	}
	for i := range t.toks {
		if !t.tag(i, "NOUN", "PROPN", "VERB", "ADJ", "NUM") || have[t.low(i)] || have[t.lemma(i)] || asides[t.lemma(i)] || asides[t.low(i)] || b.wh(i) == i || b.titles[i] || i > 0 && b.t.low(i-1) == "how" {
			continue
		}
		if t.low(i) == "according" || p.Verb == "be" && t.low(i) == "old" || p.Verb == "marry" && t.low(i) == "married" || (p.Verb == "convict" || p.Verb == "acquit") && (t.lemma(i) == "find" || t.low(i) == "guilty" || t.low(i) == "innocent") {
			continue
		}
		w := t.lemma(i)
		if t.tag(i, "ADJ") {
			w = t.low(i) // "best"
		}
		p.Rest = append(p.Rest, w)
	}
}
