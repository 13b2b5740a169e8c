package queries

import (
	"maps"
	"slices"
	"strings"

	"kg/graph"
)

// offices are verbs of which the nouns name who holds an office rather than who does something.
var offices = set("lead chair head direct manage run govern represent preside command captain rule reign coach train speak belong work fly conduct marry present judge star film host operate advise")

// suffering are nouns for those to whom something is done, by its verbs.
var suffering = words(map[string]string{"victim": "kill injure attack", "casualty": "kill injure", "fatality": "kill", "suspect": "suspect arrest", "defendant": "try charge", "accused": "accuse charge", "detainee": "detain arrest", "hostage": "seize hold", "nominee": "nominate", "appointee": "appoint",
	"invitee": "invite", "target": "attack target", "beneficiary": "benefit help", "loser": "defeat", "employee": "employ", "purchase": "buy", "acquisition": "buy", "discovery": "discover", "invention": "invent", "product": "make", "export": "export", "import": "import", "creation": "create"})

// ventures are nouns for what somebody leads without an office.
var ventures = set("expedition study trial mission operation campaign project investigation research inquiry rescue protest revolt raid attack search voyage experiment excavation survey strike rebellion uprising march")

// earlier are adjectives of what is so no more.
var earlier = set("previous former old prior past")

// later are adjectives of what was not so before.
var later = set("new latest next")

// doing are the patterns that ask for who did something, or to whom it was done, where the question has a noun for them: "the
// signatories of the pact", "the buyer of the club", "the victim of the attack", "Ann's employer before the bank".
func (n *notion) doing() []graph.Pattern {
	if n.Ask == graph.AskTime || n.Ask == graph.AskPlace || n.Ask == graph.AskQuantity || giving[n.Verb] || n.wanted.Counted {
		return nil
	}
	who := graph.Slot{Wanted: true, Class: "Person", Head: n.wanted.Head, Words: n.wanted.Words}
	if n.Ask == graph.AskIdentity || n.wanted.Head != "" {
		who.Class = n.wanted.Class
	}
	var out []graph.Pattern
	add := func(verb string, slots ...graph.Slot) {
		x := n.pattern(graph.AskArgument, verb, slots...)
		if x.Modal && x.Verb != "be" && n.Tenses == nil {
			x.Tenses = []graph.Tense{graph.Future} // a possible buyer has bought nothing yet
		}
		out = append(out, x)
	}
	if n.head == "employer" && n.by != nil {
		firm := who
		firm.Class = ""
		if next := n.arg("for", "before"); filled(next) {
			add("leave", n.owner("subject"), withRole(firm, "object"), next)
			add("join", n.owner("subject"), withRole(firm, "from"), withRole(next, "object"))
			add("come", n.owner("subject"), withRole(firm, "from"), withRole(next, "to"))
			add("move", n.owner("subject"), withRole(firm, "from"), withRole(next, "to"))
			return out
		}
		if slices.ContainsFunc(n.words, func(w string) bool { return earlier[w] }) {
			n = n.less(func(w string) bool { return earlier[w] })
			for _, v := range []string{"leave", "join", "come", "move"} {
				role := "from"
				if v == "leave" {
					role = "object"
				}
				out = append(out, n.pattern(graph.AskArgument, v, n.owner("subject"), withRole(firm, role)))
			}
			return out
		}
		add("employ", withRole(firm, "subject"), n.owner("object"))
		add("work", n.owner("subject"), withRole(firm, "for"))
		out = append(out, n.pattern(graph.AskPlace, "work", n.owner("subject")))
		add("join", n.owner("subject"), withRole(firm, "object"))
		return out
	}
	if n.head == "name" && n.by != nil { // "the name of the owner of the shop"
		out = append(out, n.pattern(graph.AskArgument, "be", withRole(who, "subject"), n.owner("object")))
		if doers[n.by.Head] || holding[n.by.Head] {
			out[0].Slots[0].Class = "Person"
		}
		return out
	}
	object := n.owner("object")
	rest := n.args
	if n.by == nil && len(rest) > 0 {
		object, rest = withRole(rest[0], rest[0].Role), rest[1:]
	}
	if !filled(object) {
		return nil
	}
	if agents["own"][n.head] && slices.ContainsFunc(n.words, func(w string) bool { return earlier[w] }) { // who sold it
		x := n.less(func(w string) bool { return earlier[w] })
		out = append(out, x.pattern(graph.AskArgument, "sell", withRole(who, "subject"), object))
	}
	if agents["own"][n.head] && slices.ContainsFunc(n.words, func(w string) bool { return later[w] }) { // who bought it
		x := n.less(func(w string) bool { return later[w] })
		out = append(out, x.pattern(graph.AskArgument, "buy", withRole(who, "subject"), object))
	}
	for _, v := range slices.Sorted(maps.Keys(agents)) {
		if !agents[v][n.head] || offices[v] && !(v == "lead" && ventures[object.Head]) {
			continue
		}
		add(v, append([]graph.Slot{withRole(who, "subject"), object}, rest...)...)
		if object.Role == "object" {
			switch v {
			case "participate", "compete", "apply", "preside", "mediate", "negotiate":
				add(v, append([]graph.Slot{withRole(who, "subject"), withRole(object, "in")}, rest...)...)
			}
		}
	}
	for _, v := range slices.Sorted(maps.Keys(suffering[n.head])) {
		if v == "kill" {
			add("die", append([]graph.Slot{withRole(who, "subject"), withRole(object, "in")}, rest...)...)
		}
		by := object
		if by.Role == "object" {
			by.Role = "subject"
		}
		add(v, append([]graph.Slot{withRole(who, "object"), by}, rest...)...)
		add(v, append([]graph.Slot{withRole(who, "object"), withRole(object, "in")}, rest...)...)
	}
	return out
}

// holding are nouns, besides those of doers, for somebody by an office.
var holding = set("chief executive minister mayor senator governor king queen bishop pope general admiral colonel treasurer secretary chancellor ambassador widow widower son daughter brother sister mother father ceo candidate deputy")

// mostHolders bounds the holders of an office of whom a question is asked, one after the other.
const mostHolders = 3

// resolved answers a question that names somebody by an office with that one's name: "when was the owner of the shop arrested".
func (q *asked) resolved(r *Reply) error {
	slots, at := slices.Clone(q.p.Slots), (*graph.Slot)(nil)
	var find func(list []graph.Slot, deep bool)
	find = func(list []graph.Slot, deep bool) {
		for i := range list {
			s := &list[i]
			one := slices.Contains(strings.Fields(strings.ToLower(s.Name)), s.Head) // no "nurses"
			if at == nil && one && !s.Wanted && !s.Proper && (doers[s.Head] || holding[s.Head]) && (len(s.Within) > 0 || len(s.Words) > 0) && !(q.p.Verb == "be" && !deep && s.Role == "object") {
				at = s
				return
			}
			s.Within = slices.Clone(s.Within)
			find(s.Within, true)
		}
	}
	find(slots, false)
	if at == nil {
		return nil
	}
	names, err := q.holdersOf(*at)
	if err != nil || len(names) == 0 {
		return err
	}
	var best *Reply
	for _, name := range names[:min(len(names), mostHolders)] {
		*at = graph.Slot{Role: at.Role, Name: name, Proper: true, Class: "Person"}
		x := *q.p
		x.Slots = slots
		other, err := q.aside(x, (*asked).loose)
		if err != nil {
			return err
		}
		if len(other.Answers) == 0 {
			continue
		}
		if best != nil {
			return nil // of which of them
		}
		best = &other
	}
	if q.whom = true; best != nil {
		r.Answers = best.Answers
	}
	return nil
}

// aside asks the store another question on the way to an answer.
func (q *asked) aside(p graph.Pattern, last ...func(*asked, *Reply) error) (Reply, error) {
	var r Reply
	return r, newAsked(q.s, &p).run(&r, last...)
}

// holdersOf are the names of those who hold an office, the best first.
func (q *asked) holdersOf(s graph.Slot) ([]string, error) {
	var tries []graph.Slot
	s.Role = "object"
	tries = append(tries, s)
	if i := slices.IndexFunc(s.Words, func(w string) bool { return w == "former" || w == "then" || w == "outgoing" || w == "ousted" }); i >= 0 { // the mayor, who has resigned
		x := s
		x.Words, x.Name = slices.Delete(slices.Clone(s.Words), i, i+1), s.Head
		tries = append(tries, x)
	}
	if k := len(s.Words); k > 0 && !slices.ContainsFunc(s.Within, func(w graph.Slot) bool { return w.Role == "of" && !w.Proper }) { // "the country's opposition leader"
		x := s
		whole := graph.Slot{Role: "of", Name: s.Words[k-1], Head: s.Words[k-1], Words: s.Words[:k-1]}
		for _, w := range s.Within {
			whole.Within = append(whole.Within, w)
		}
		x.Words, x.Name, x.Within = nil, s.Head, []graph.Slot{whole}
		tries = append(tries, x)
	}
	for _, x := range slices.Clone(tries) {
		tries = append(tries, ofCountries(x)...)
	}
	for _, x := range tries {
		p := graph.Pattern{Text: "Who is " + x.Name, Verb: "be", Slots: []graph.Slot{{Role: "subject", Wanted: true, Class: "Person"}, x}}
		r, err := q.aside(p)
		if err != nil {
			return nil, err
		}
		var names []string
		for _, a := range r.Answers {
			if a.ID != "" && properLike(a.Name) {
				names = append(names, a.Name)
			}
		}
		if len(names) > 0 {
			return names, nil
		}
	}
	return nil, nil
}

// ofCountries are a slot with the adjective of a country before its noun as one of what is of that country: "Finland's president" for
// "the Finnish president".
func ofCountries(s graph.Slot) []graph.Slot {
	var out []graph.Slot
	for i, w := range s.Words {
		names := fellows(nations, w)
		for _, c := range names[:min(2, len(names))] {
			x := s
			x.Words, x.Name = slices.Delete(slices.Clone(s.Words), i, i+1), s.Head
			x.Within = append(slices.Clone(s.Within), graph.Slot{Role: "of", Name: capitalised(c), Proper: true, Class: "Place"})
			out = append(out, x)
		}
	}
	return out
}

// capitalised is a name from a list of words, with capitals.
func capitalised(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}
