package extract

import "kg/graph"

// copula asks who or what something is, how old, or whether.
func (b *asking) copula(c *clause) error {
	t, p := b.t, b.p
	p.Verb = "be"
	ws := b.wh(c.head)
	var sub []int
	for _, i := range c.subj {
		if !b.a.expletive(t, i) {
			sub = append(sub, i)
		}
	}
	whSub := -1
	for _, i := range sub {
		if b.wh(i) >= 0 {
			whSub = i
		}
	}
	b.adverb(c)
	switch {
	case t.low(c.head) == "when":
		p.Ask = graph.AskTime
	case t.low(c.head) == "where":
		p.Ask = graph.AskPlace
	}
	switch {
	case p.Ask == graph.AskTime || p.Ask == graph.AskPlace:
		for _, i := range sub {
			p.Slots = append(p.Slots, b.slot("subject", i))
		}
		if !questionWords[t.low(c.head)] {
			p.Slots = append(p.Slots, b.predicate(c)...)
		}
	case ws >= 0 && b.counted(ws) && t.low(ws+1) == "old":
		p.Ask, p.Verb = graph.AskQuantity, "be"
		for _, i := range sub {
			p.Slots = append(p.Slots, b.slot("subject", i))
		}
		p.Slots = append(p.Slots, graph.Slot{Role: "object", Head: "age", Wanted: true, Counted: true})
	case ws >= 0 && b.counted(ws) && ws+1 == c.head && len(sub) > 0: // "how high is X"
		p.Ask = graph.AskQuantity
		for _, i := range sub {
			p.Slots = append(p.Slots, b.slot("subject", i))
		}
		p.Slots = append(p.Slots, graph.Slot{Role: "object", Head: t.low(c.head), Wanted: true, Counted: true})
	case t.low(c.head) == "married" && len(sub) > 0:
		p.Verb = "marry"
		for _, i := range sub {
			p.Slots = append(p.Slots, b.slot("subject", i))
		}
		for _, i := range c.obl {
			if !t.tag(i, "ADP") { // the "to" left behind
				p.Slots = append(p.Slots, b.slot("object", i))
			}
		}
		if len(p.Slots) == 1 && questionWords[t.low(0)] {
			p.Slots = append(p.Slots, graph.Slot{Role: "object", Wanted: true, Class: "Person"})
		}
		b.asks()
		return b.check()
	case ws >= 0 && len(sub) > 0: // "who is X", "what is X"
		named := graph.Slot{}
		for _, j := range sub {
			named = b.slot("subject", j)
		}
		if named.Head == "age" && len(named.Within) == 1 {
			p.Ask = graph.AskQuantity
			p.Slots = append(p.Slots, withRole(named.Within[0], "subject"), graph.Slot{Role: "object", Head: "age", Wanted: true, Counted: true})
			break
		}
		if callings[named.Head] && len(named.Within) == 1 && named.Within[0].Role == "of" {
			p.Ask = graph.AskIdentity
			p.Slots = append(p.Slots, withRole(named.Within[0], "subject"), graph.Slot{Role: "object", Wanted: true, Head: named.Head})
			break
		}
		if named.Head == "name" && len(named.Within) == 1 && named.Within[0].Role == "of" && words().class[named.Within[0].Head] == "Person" {
			p.Slots = append(p.Slots, graph.Slot{Role: "subject", Wanted: true, Class: "Person"}, withRole(named.Within[0], "object"))
			break
		}
		s := b.slot("object", c.head)
		if t.low(c.head) == "who" && !named.Proper { // "who is the head of the bank": the name is asked for
			named.Role = "object"
			p.Slots = append(p.Slots, graph.Slot{Role: "subject", Wanted: true, Class: "Person"}, named)
			break
		}
		if !named.Proper && s.Head == "" {
			p.Slots = append(p.Slots, graph.Slot{Role: "subject", Wanted: true}, withRole(named, "object"))
			p.Ask = graph.AskIdentity
			break
		}
		s.Role = "object"
		p.Slots = append(p.Slots, named, s)
		if s.Head == "" && len(s.Within) == 0 {
			p.Ask = graph.AskIdentity
		}
	case whSub >= 0 && t.tag(c.head, "PROPN") && t.kid(c.head, "nmod") < 0 && t.low(whSub) != "which" && b.wh(whSub) == whSub:
		// "who is Anna Weiss"
		p.Ask = graph.AskIdentity
		p.Slots = append(p.Slots, b.slot("subject", c.head), graph.Slot{Role: "object", Wanted: true})
	default:
		for _, i := range sub {
			p.Slots = append(p.Slots, b.slot("subject", i))
		}
		p.Slots = append(p.Slots, b.predicate(c)...)
	}
	for _, i := range c.obl {
		if _, ok := b.a.times[0][i]; !ok && !t.timeHead(i) && b.wh(i) < 0 {
			p.Slots = append(p.Slots, b.slot(t.prep(i), i))
		}
	}
	b.asks()
	return b.check()
}

// bare makes a question of a noun without a verb: "chief executive of Acme" asks who that is, "Ann Lee" who she is. It
// reports whether it did.
func (b *asking) bare(i int) bool {
	if !b.t.tag(i, "NOUN", "PROPN") {
		return false
	}
	p, s := b.p, b.slot("object", i)
	p.Verb = "be"
	switch {
	case s.Proper:
		p.Ask = graph.AskIdentity
		p.Slots = append(p.Slots, withRole(s, "subject"), graph.Slot{Role: "object", Wanted: true})
	case words().class[s.Head] == "Person":
		p.Slots = append(p.Slots, graph.Slot{Role: "subject", Wanted: true, Class: "Person"}, s)
	default:
		p.Ask = graph.AskIdentity
		p.Slots = append(p.Slots, graph.Slot{Role: "subject", Wanted: true}, s)
	}
	return true
}

// callings are nouns for what somebody is.
var callings = set("profession job occupation trade vocation")

func withRole(s graph.Slot, role string) graph.Slot {
	s.Role = role
	return s
}

// predicate is what a copula says of its subject: an object, or a preposition with its noun.
func (b *asking) predicate(c *clause) []graph.Slot {
	role := "object"
	if pr := b.t.prep(c.head); pr != "" {
		role = pr
	}
	return []graph.Slot{b.slot(role, c.head)}
}
