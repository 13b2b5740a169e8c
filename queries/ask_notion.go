package queries

import (
	"maps"
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// notion is a noun by which a question asks for what a verb says: "what was Ann's reason for leaving", "what accusation did Ann
// make against the bank".
type notion struct {
	*graph.Pattern
	head   string
	words  []string     // that narrow it
	by     *graph.Slot  // whose it is, nil for nobody's
	args   []graph.Slot // what else it is tied to
	wanted graph.Slot
}

// giving are verbs of which the object is what somebody says, or has.
var giving = spaced("make give offer have express voice raise issue bring level put_forward utter deliver present cite direct launch submit advance set provide state hold file pronounce share")

// soft are adjectives that say how sure something is, or which of several, but narrow no noun.
var soft = set("likely probable possible potential planned projected expected estimated anticipated intended proposed presumed suspected apparent alleged official main principal chief primary key real actual exact precise current present total overall final full " +
	"scheduled approximate initial first original latest recent own annual yearly monthly weekly daily reported stated public underlying root immediate direct future upcoming originally average")

// hoped are those of them that speak of what is yet to come.
var hoped = set("planned projected expected estimated anticipated intended proposed scheduled future upcoming")

// unsure are those of them by which what may be is asked for.
var unsure = set("likely probable possible potential presumed suspected apparent alleged")

// spells are the lengths of time after which something comes again.
var spells = map[string]string{"annual": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}

// notion is the noun that the question asks by, nil for none.
func (q *asked) notion() *notion {
	p := q.p
	if p.Ask > graph.AskQuantity && p.Ask != graph.AskIdentity || p.Negative {
		return nil
	}
	x := *p
	n := &notion{Pattern: &x}
	w := p.Wanted()
	var within []graph.Slot
	own := -1
	switch {
	case p.Verb == "be" && (w == nil) == (p.Ask == graph.AskTime || p.Ask == graph.AskPlace):
		for i, s := range p.Slots {
			if !s.Wanted && !s.Proper && s.Head != "" && (own < 0 && s.Role == "subject" || s.Role == "object") {
				own = i
			}
		}
		s := graph.Slot{}
		switch {
		case own >= 0:
			s = p.Slots[own]
		case w != nil && w.Counted && w.Head != "" && w.Role == "object": // "how high was Ann's bid"
			s = *w
		default:
			return nil
		}
		n.head, n.words, within = s.Head, s.Words, s.Within
	case w != nil && giving[p.Verb] && w.Role == "object" && w.Head != "" && !w.Counted:
		n.head, n.words, within = w.Head, w.Words, w.Within
		for i, s := range p.Slots {
			if s.Role == "subject" && !s.Wanted {
				own, n.by = i, &p.Slots[i]
			}
		}
	default:
		return nil
	}
	if w != nil {
		n.wanted = *w
		if own < 0 {
			n.wanted.Head, n.wanted.Words, n.wanted.Within = "", nil, nil
		}
	}
	for _, s := range within {
		if n.by == nil && (s.Role == "of" || s.Role == "by" || s.Role == "from") && !s.Wanted {
			n.by = &s
		} else {
			n.args = append(n.args, s)
		}
	}
	for i, s := range p.Slots {
		if i != own && !s.Wanted {
			n.args = append(n.args, s)
		}
	}
	x.Rest = slices.Clone(p.Rest)
	for _, word := range n.words {
		if hoped[word] {
			x.Tenses = nil
		}
		x.Modal = x.Modal || unsure[word]
		if spells[word] != "" {
			x.Rest = append(x.Rest, spells[word])
		}
	}
	n.words = slices.DeleteFunc(slices.Clone(n.words), func(w string) bool { return soft[w] })
	return n
}

// pattern is the notion's question asked by a verb.
func (n *notion) pattern(ask graph.Ask, verb string, slots ...graph.Slot) graph.Pattern {
	x := *n.Pattern
	x.Ask, x.Verb, x.Slots, x.Content = ask, verb, nil, nil
	x.Rest = append(slices.Clone(x.Rest), n.words...)
	for _, s := range slots {
		if s.Wanted || s.Proper || s.Head != "" || s.Name != "" || s.Role == "object" {
			x.Slots = append(x.Slots, s)
		}
	}
	return x
}

// less is the notion without some of the words that narrow its noun.
func (n *notion) less(drop func(string) bool) *notion {
	x := *n
	x.words = slices.DeleteFunc(slices.Clone(n.words), drop)
	return &x
}

// owner is whose the notion is, in a role; without name or noun where it is nobody's.
func (n *notion) owner(role string) graph.Slot {
	if n.by == nil {
		return graph.Slot{}
	}
	return withRole(*n.by, role)
}

// arg is the first further argument with one of the prepositions, in a role; all of them for none.
func (n *notion) arg(role string, preps ...string) graph.Slot {
	for _, s := range n.args {
		if len(preps) == 0 || slices.Contains(preps, s.Role) {
			return withRole(s, role)
		}
	}
	return graph.Slot{}
}

// tiedTo are the slots that a noun's phrase ties to it, the first of them, whose it is, in the role.
func tiedTo(s graph.Slot, role string) []graph.Slot {
	out := slices.Clone(s.Within)
	if len(out) > 0 && (out[0].Role == "of" || out[0].Role == "by") {
		out[0].Role = role
	}
	return out
}

// filled reports whether a slot names anything.
func filled(s graph.Slot) bool { return s.Proper || s.Head != "" || s.Name != "" }

// utterance are nouns for what somebody says, by the verb that says it more closely; "-" for none.
var utterance = map[string]string{"comment": "comment", "remark": "-", "statement": "-", "explanation": "-", "reply": "-", "answer": "-", "opinion": "think", "view": "think", "assessment": "think", "impression": "think", "position": "think", "stance": "think", "attitude": "think",
	"message": "-", "advice": "-", "observation": "-", "verdict": "think", "description": "think", "characterisation": "think", "characterization": "think", "evaluation": "think", "judgment": "think", "judgement": "think", "take": "think", "conclusion": "-", "prediction": "-", "forecast": "-",
	"expectation": "-", "hope": "hope", "fear": "fear", "concern": "fear", "worry": "fear", "warning": "warn", "criticism": "criticise", "complaint": "complain", "claim": "claim", "argument": "argue", "assertion": "assert", "denial": "deny", "objection": "object", "confession": "confess",
	"admission": "admit", "suggestion": "suggest", "recommendation": "recommend", "announcement": "announce", "testimony": "testify", "justification": "-", "excuse": "-", "account": "-", "theory": "-", "assurance": "assure", "clarification": "-", "word": "-", "thought": "-", "reaction": "react", "response": "react"}

// spoke are the patterns that ask for what somebody said.
func (n *notion) spoke() []graph.Pattern {
	verb := utterance[n.head]
	if verb == "" || n.by == nil {
		return nil
	}
	about := graph.Slot{}
	if posts[n.head] && !filled(n.arg("about", "on", "about", "over", "regarding", "to", "toward", "towards")) {
		return nil // the position that he holds
	}
	for _, s := range n.args {
		if s.Role != "subject" && s.Role != "object" && s.Role != "in" && s.Role != "before" && s.Role != "after" {
			about = withRole(s, "about")
			break
		}
	}
	said := graph.Slot{Role: "object", Wanted: true, Class: "Clause"}
	var out []graph.Pattern
	if verb != "-" && verb != "react" && verb != "think" {
		out = append(out, n.pattern(graph.AskSpeech, verb, n.owner("subject"), about, said))
	}
	if verb == "criticise" {
		out = append(out, n.pattern(graph.AskArgument, verb, n.owner("subject"), withRole(about, "object"), graph.Slot{Role: "for", Wanted: true}))
	}
	if verb == "react" || verb == "think" {
		return append(out, n.pattern(graph.AskSpeech, verb, n.owner("subject"), about, said))
	}
	if verb == "-" || verb == "comment" || filled(about) {
		out = append(out, n.pattern(graph.AskSpeech, "say", n.owner("subject"), about, said))
	}
	return out
}

// claims are nouns for what somebody asks for, promises or reproaches, by their verbs.
var claims = words(map[string]string{"demand": "demand", "request": "ask", "appeal": "ask", "call": "demand", "plea": "ask", "wish": "want", "requirement": "require", "condition": "demand", "goal": "want", "aim": "want", "ambition": "want", "target": "want", "intention": "plan want", "plan": "plan",
	"promise": "promise", "pledge": "promise", "vow": "promise", "commitment": "promise", "offer": "offer promise", "proposal": "propose", "suggestion": "propose", "threat": "threaten"})

// reproaches are nouns for what one accuses somebody of.
var reproaches = set("accusation allegation charge suspicion reproach")

// claimed are the patterns that ask for what somebody demands, promises or accuses somebody of.
func (n *notion) claimed() []graph.Pattern {
	var out []graph.Pattern
	if reproaches[n.head] {
		whom := n.arg("object", "against", "at", "to", "toward", "towards", "about")
		if whom.Role == "" {
			whom = graph.Slot{Role: "object"}
			if n.by == nil {
				return nil
			}
		}
		verb := "accuse"
		if n.head == "suspicion" {
			verb = "suspect"
		}
		out = append(out, n.pattern(graph.AskArgument, verb, n.owner("subject"), whom, graph.Slot{Role: "of", Wanted: true}))
		if n.head == "charge" {
			out = append(out, n.pattern(graph.AskArgument, "charge", n.owner("subject"), whom, graph.Slot{Role: "with", Wanted: true}))
		}
	}
	if n.by == nil {
		return out
	}
	for _, v := range slices.Sorted(maps.Keys(claims[n.head])) {
		to := n.arg("", "to")
		if filled(to) {
			out = append(out, n.pattern(graph.AskArgument, v, n.owner("subject"), to, graph.Slot{Role: "object", Wanted: true}))
		}
		from := n.arg("from", "from", "of", "to", "on")
		x := n.pattern(graph.AskArgument, v, n.owner("subject"), graph.Slot{Role: "object", Wanted: true}, from)
		if out = append(out, x); (v == "plan" || v == "want") && (n.by.Proper || someone(n.by.Head) || kinds[n.by.Head] == "Organization") {
			x = n.pattern(graph.AskEvents, "", n.owner("subject"))
			x.Tenses = []graph.Tense{graph.Future}
			out = append(out, x)
		}
	}
	return out
}

// motives are nouns for why something is done, or is so.
var motives = set("reason cause motive motivation ground grounds explanation justification purpose rationale trigger factor excuse pretext")

// reasoned are the patterns that ask why: "Ann's reason for leaving the bank", "the cause of the fire".
func (q *asked) reasoned(n *notion) []graph.Pattern {
	if !motives[n.head] {
		return nil
	}
	var out []graph.Pattern
	if words := strings.Fields(strings.ToLower(strings.TrimRight(n.Text, "?"))); len(words) > 0 && !slices.ContainsFunc(n.Slots, func(s graph.Slot) bool {
		return s.Proper && strings.HasSuffix(strings.ToLower(s.Name), words[len(words)-1])
	}) {
		last := schema.Head(words[len(words)-1]) // of which the parser makes nothing: "for shelving the plans"
		if strings.Contains(n.Text, "ing ") && last != n.head && !slices.Contains(n.Rest, last) && len(all(n.Slots, func(s graph.Slot) bool { return s.Head == last || s.Name == last })) == 0 {
			x := *n.Pattern
			x.Rest = append(slices.Clone(n.Rest), last)
			m := *n
			m.Pattern, n = &x, &m
		}
	}
	for i, v := range n.Rest { // "for leaving the bank", of which the parser hangs the bank from leaving
		rest := slices.Delete(slices.Clone(n.Rest), i, i+1)
		x := n.pattern(graph.AskCause, q.particled(v), n.owner("subject"), n.arg("object", "object", "for", "of", "behind"))
		x.Rest, x.Tenses = rest, nil
		x.Slots = slices.DeleteFunc(x.Slots, func(s graph.Slot) bool { return !filled(s) })
		out = append(out, x)
	}
	var what []graph.Slot
	if n.by != nil && n.by.Role == "of" && !n.by.Proper {
		what = append(what, *n.by) // "the cause of the fire"
	}
	for _, s := range n.args {
		if (s.Role == "for" || s.Role == "of" || s.Role == "behind") && !s.Proper {
			what = append(what, s)
		}
	}
	for _, s := range what {
		if s.Head == "death" && len(s.Within) > 0 { // "the cause of Ann's death"
			out = append(out, n.pattern(graph.AskArgument, "die", withRole(s.Within[0], "subject"), graph.Slot{Role: "of", Wanted: true}))
		}
		for _, v := range schema.Verbs(s.Head) {
			for _, role := range []string{"object", "subject"} {
				x := n.pattern(graph.AskCause, v, tiedTo(s, role)...)
				x.Tenses = nil
				if n.by != nil && (n.by.Role != "of" || s.Role != "of") && role == "object" { // "the family's reason for the sale"
					x.Slots = append(x.Slots, n.owner("subject"))
				}
				if len(x.Slots) > 0 {
					out = append(out, x)
				}
			}
		}
		p := *n.Pattern
		p.Slots = []graph.Slot{{Role: "subject", Wanted: true}, withRole(s, "object")}
		p.Verb, p.Ask = "cause", graph.AskArgument
		out = append(out, p)
		was := q.p
		q.p = &p
		out = append(out, q.caused(&p.Slots[1])...)
		q.p = was
	}
	return out
}

// particles are the words that make another verb of one.
var particles = set("down off up out away back over on in")

// particled is a verb with the particle that stands behind its gerund in the question: "turn down" of "for turning down the offer".
func (q *asked) particled(v string) string {
	words := strings.Fields(strings.ToLower(q.p.Text))
	for i, w := range words[:max(len(words)-1, 0)] {
		if strings.HasSuffix(w, "ing") && stem(w) == stem(v) && particles[words[i+1]] && len(near.of[v+" "+words[i+1]]) > 0 {
			return v + " " + words[i+1]
		}
	}
	return v
}

// nouned are patterns that say by a verb what the question asks by a noun.
func (q *asked) nouned() []graph.Pattern {
	n := q.notion()
	if n == nil {
		return nil
	}
	out := n.spoke()
	out = append(out, n.claimed()...)
	out = append(out, q.reasoned(n)...)
	out = append(out, n.sized()...)
	out = append(out, n.counted()...)
	out = append(out, n.dated()...)
	out = append(out, n.sited()...)
	return append(out, n.doing()...)
}

// characterised are the patterns that ask for what somebody said of a thing who did not call it anything.
func (q *asked) characterised() []graph.Pattern {
	if w := q.p.Wanted(); w == nil || w.Role != "as" || !verdicts[q.p.Verb] {
		return nil
	}
	who, what := q.slot("subject"), q.slot("object")
	if who == nil || what == nil {
		return nil
	}
	x := *q.p
	x.Ask, x.Verb = graph.AskSpeech, "say"
	x.Slots = []graph.Slot{*who, withRole(*what, "about"), {Role: "object", Wanted: true}}
	return []graph.Pattern{x}
}

// stances are verbs that tell what somebody thinks of something.
var stances = set("welcome oppose support criticise criticize condemn reject praise dismiss deny regret denounce applaud hail back endorse attack accept decline protest defend mock ridicule celebrate lament deplore ignore")

// stance answers how somebody reacted to something.
func (q *asked) stance(out *Reply) {
	who, what := q.slot("subject"), q.slot("about")
	if q.p.Verb != "react" || who == nil || what == nil {
		return
	}
	var found []Answer
	for i := range q.found {
		st := &q.found[i]
		r := q.reading(st)
		if !stances[r.verb] || st.Object.None() || st.Tense == graph.Future || st.Certainty > graph.Probable {
			continue
		}
		if score := q.valueFits(who, st.Subject, r) * q.valueFits(what, st.Object, r) * q.timeFits(r); score >= leastSure {
			found = append(found, Answer{Name: strings.TrimSpace(st.Relation.Text + " " + st.Object.Text), Statements: []graph.Statement{*st}, score: score})
		}
	}
	out.collect(found, 0.1)
}
