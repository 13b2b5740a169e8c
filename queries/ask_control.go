package queries

import (
	"slices"
	"strings"

	"kg/graph"
)

// Verbs that govern another: of which the subject is to do what the infinitive says, or the object is; opposing are those that say
// that it is not done.
var (
	subjectControl = set("intend plan want agree promise decide threaten hope offer try attempt vow pledge expect wish mean aim seek prepare manage undertake propose swear refuse decline fail")
	objectControl  = set("ask urge order tell want force allow persuade expect invite require enable encourage advise permit instruct authorise authorize compel oblige beg call press help")
	opposing       = set("refuse decline fail")
)

// controlled gives the patterns of a question in which one verb governs another: "whom does the union intend to sue", "what did she urge
// the board to sell", "how many boats did he accuse the firm of hiding", "what did the town stop buying".
func (q *asked) controlled(with func(verb string, slots []graph.Slot) *graph.Pattern) {
	p := q.p
	w := p.Wanted()
	if x := q.slot("subject"); p.Verb == "work" && x != nil && strings.HasPrefix(strings.ToLower(p.Time.Text), "before ") && (p.Ask == graph.AskPlace || w != nil && w.Role == "for") { // "had come to the bank from the treasury"
		for _, v := range []string{"come", "move", "join"} {
			y := with(v, []graph.Slot{*x, {Role: "from", Wanted: true}})
			y.Ask, y.Time, y.Side = graph.AskArgument, graph.Time{}, ""
		}
	}
	if v := q.halted(); v != "" {
		x := with(v, p.Slots)
		x.Content, x.Rest = nil, nil
	}
	if o := q.slot("object"); p.Verb == "be" && p.Ask == graph.AskTruth && o != nil && !o.Proper && len(o.Within) == 0 && strings.HasSuffix(o.Head, "ed") && len(o.Head) > 5 && q.slot("subject") != nil {
		base := strings.TrimSuffix(o.Head, "ed") // "was she offended"
		for _, v := range []string{base, base + "e", base[:len(base)-1]} {
			x := with(v, []graph.Slot{withRole(*q.slot("subject"), "object")})
			x.Tenses = nil
		}
	}
	if w == nil || w.Role == "subject" && p.Ask == graph.AskArgument {
		return
	}
	under := func(verb string, slots []graph.Slot) {
		x := with(verb, slots)
		x.Content, x.Rest, x.Tenses, x.Modal = nil, nil, nil, true
		x.Negative = p.Negative != opposing[p.Verb]
	}
	if len(p.Content) == 1 && p.Content[0] != "do" && p.Content[0] != "be" {
		if o := q.slot("object"); o != nil && objectControl[p.Verb] {
			slots := []graph.Slot{withRole(*o, "subject")}
			for _, s := range p.Slots {
				if s.Role != "subject" && (s.Role != "object" || s.Wanted) {
					slots = append(slots, s)
				}
			}
			under(p.Content[0], slots)
		} else if o == nil && subjectControl[p.Verb] && q.slot("subject") != nil {
			under(p.Content[0], slices.Clone(p.Slots))
		}
	}
	whom := q.slot("")
	if whom == nil {
		whom = q.slot("object")
	}
	if charges[p.Verb] && whom != nil && len(p.Rest) == 1 && w.Role == "object" && strings.Contains(strings.ToLower(p.Text), " of ") {
		x := with(p.Rest[0], []graph.Slot{withRole(*whom, "subject"), *w})
		x.Rest = nil
	}
}

// halted is the predicate of a question for what somebody has stopped doing, as statements have it: "stop buying"; "" for none.
func (q *asked) halted() string {
	words := strings.Fields(strings.ToLower(strings.TrimRight(q.p.Text, "? ")))
	for i, w := range words[:max(0, len(words)-1)] {
		v := stem(w)
		for _, end := range []string{"stop", "quit", "cease", "halt"} {
			if stem(end) == v && strings.HasSuffix(words[i+1], "ing") && len(words[i+1]) > 5 {
				return end + " " + words[i+1]
			}
		}
	}
	return ""
}
