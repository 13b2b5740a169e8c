package queries

import (
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// Verbs that carry a noun which names a doing: what is done is said by the noun. Light verbs say that it is done, planning
// ones that it is to be, forecasting ones that others will do it, barring ones that it is not.
var (
	light       = spaced("make take give have hold launch begin start open conduct carry_out issue deliver undertake stage show express reach put_forward submit file perform commit order impose")
	planning    = spaced("threaten plan announce promise propose offer consider prepare schedule set suggest")
	forecasting = spaced("expect schedule await predict fear want demand urge seek call_for")
	barring     = spaced("rule_out reject deny avoid refuse cancel prevent abandon call_off oppose")
)

func spaced(line string) map[string]bool {
	out := map[string]bool{}
	for w := range set(line) {
		out[strings.ReplaceAll(w, "_", " ")] = true
	}
	return out
}

// happening are verbs that say no more than that their subject takes place.
var happening = spaced("be happen occur take_place begin start")

// names reports whether noun names what verb says.
func names(noun, verb string) bool {
	return slices.ContainsFunc(schema.Verbs(noun), func(v string) bool { return together(near, v, verb) })
}

// otherwise are other patterns for the same question: "when is the funeral of X" for "when is X buried", "who made an offer for X"
// for "who offered X", "who is in charge of X" for "who leads X".
func (q *asked) otherwise() []graph.Pattern {
	p := q.p
	var out []graph.Pattern
	changed := func(verb string, change func(p *graph.Pattern)) graph.Pattern {
		x := *p
		x.Slots, x.Verb = slices.Clone(p.Slots), verb
		change(&x)
		return x
	}
	add := func(verb string, change func(p *graph.Pattern)) {
		x := changed(verb, change)
		if slices.ContainsFunc(x.Slots, func(s graph.Slot) bool { return (!s.Wanted || s.Counted) && (s.Name != "" || s.Head != "") }) || x.Modal || x.Time.Text != "" || (x.Negative || x.Ask == graph.AskTruth) && len(p.Slots) <= 2 || len(x.Rest) > 1 {
			out = append(out, x)
		}
	}
	q.idiomatic(add, func(verb string, change func(p *graph.Pattern)) { out = append(out, changed(verb, change)) })
	out = append(out, q.worded()...)
	out = append(append(out, q.nouned()...), q.characterised()...)
	for n := range p.Slots {
		for _, x := range ofCountries(p.Slots[n]) {
			add(p.Verb, func(p *graph.Pattern) { p.Slots[n] = x })
		}
	}
	for n := range p.Slots {
		s := &p.Slots[n]
		if p.Verb == "award" && s.Role == "object" && !s.Wanted && q.slot("subject") == nil && n > 0 && p.Slots[n-1].Role == "object" {
			add("win", func(x *graph.Pattern) { x.Slots[n-1].Role = "subject" })
		}
		if s.Wanted && !s.Counted && s.Role == "object" && posts[s.Head] && q.slot("subject") != nil && (p.Modal || q.future()) {
			add("become", func(x *graph.Pattern) { x.Slots[n] = graph.Slot{Role: "object", Wanted: true} }) // "what post might Ann take up"
		} else if s.Wanted && !s.Counted && s.Role == "object" && posts[s.Head] && q.slot("subject") != nil && occupying[p.Verb] {
			add("be", func(x *graph.Pattern) { // "what post does Ann hold"
				x.Ask = graph.AskIdentity
				x.Slots[n] = graph.Slot{Role: "object", Wanted: true, Head: "profession"}
			})
		}
		if s.Wanted && s.Role == "object" && utterances[s.Head] && light[p.Verb] && q.slot("subject") != nil {
			add("say", func(x *graph.Pattern) { // "what advice did Ann give the patients"
				x.Ask = graph.AskSpeech
				x.Slots[n] = graph.Slot{Role: "object", Wanted: true}
			})
		}
		if p.Verb == "become" && s.Role == "object" && q.slot("subject") == nil { // "who became chairman after Ann"
			for _, after := range all(p.Slots, func(s graph.Slot) bool { return s.Proper && (s.Role == "after" || s.Role == "following") }) {
				add("succeed", func(x *graph.Pattern) {
					x.Slots = []graph.Slot{*p.Wanted(), withRole(after, "object")}
				})
			}
		}
		if s.Wanted || s.Proper {
			continue
		}
		// the noun's own arguments in its place: as the verb's object, then as its subject
		lift := func(x *graph.Pattern, role string) {
			x.Slots = slices.Delete(x.Slots, n, n+1)
			for _, w := range s.Within {
				if w.Name == "" && w.Head == "" || pronouns[strings.ToLower(w.Name)] || possessives[strings.ToLower(w.Name)] {
					continue
				}
				if slices.ContainsFunc(x.Slots, func(s graph.Slot) bool { return s.Role == role }) {
					role = w.Role
				}
				x.Slots = append(x.Slots, withRole(w, role))
			}
			for _, w := range s.Words {
				x.Rest = append(slices.Clone(x.Rest), w)
			}
		}
		if causes(p.Verb) && s.Role == "object" && p.Wanted() != nil && p.Wanted().Role == "subject" {
			out = append(out, q.caused(s)...)
		}
		switch {
		case p.Verb == "be" && s.Role == "in" && s.Head == "charge":
			add("lead", func(x *graph.Pattern) { lift(x, "object") })
			add("manage", func(x *graph.Pattern) { lift(x, "object") })
			for _, w := range s.Within { // "in charge of the charity's operation"
				if undertakings[w.Head] && len(w.Within) == 1 && w.Within[0].Role == "of" && w.Within[0].Proper {
					add("lead", func(x *graph.Pattern) {
						x.Slots = append(slices.Delete(x.Slots, n, n+1), withRole(w.Within[0], "object"))
					})
				}
			}
		case s.Role == "object" && undertakings[s.Head] && len(s.Within) == 1 && s.Within[0].Role == "of" && s.Within[0].Proper:
			add(p.Verb, func(x *graph.Pattern) { lift(x, "object") })
		case p.Ask == graph.AskPlace && seats[s.Head] && p.Verb == "have":
			add("base", func(x *graph.Pattern) {
				x.Slots = slices.Delete(x.Slots, n, n+1)
				for i := range x.Slots {
					x.Slots[i].Role = "object"
				}
			})
		case p.Ask == graph.AskPlace && seats[s.Head] && p.Verb == "be":
			add("base", func(x *graph.Pattern) { lift(x, "object") })
		case p.Verb == "involve" && s.Role == "in" && q.slot("subject") == nil:
			add("take part", func(x *graph.Pattern) {
				for i := range x.Slots {
					if x.Slots[i].Role == "object" {
						x.Slots[i].Role = "subject"
					}
				}
			})
		case p.Verb == "be" && s.Role == "object" && s.Head == "interested":
			add("show", func(x *graph.Pattern) { x.Slots[n] = graph.Slot{Role: "object", Name: "interest", Head: "interest"} })
		case s.Role == "object" && (light[p.Verb] || planning[p.Verb]) && (q.p.Wanted() != nil || p.Ask == graph.AskTruth || p.Ask == graph.AskTime || p.Ask == graph.AskPlace || p.Ask == graph.AskCause):
			for _, v := range schema.Verbs(s.Head) {
				add(v, func(x *graph.Pattern) {
					lift(x, "object")
					fill(x.Slots, idiom{means: v})
					if planning[p.Verb] {
						x.Modal, x.Tenses = true, nil
						x.Rest = append(slices.Clone(x.Rest), p.Verb)
					}
				})
			}
		case s.Role == "subject" && happening[p.Verb] && (p.Ask == graph.AskTime || p.Ask == graph.AskPlace):
			for _, v := range schema.Verbs(s.Head) {
				for _, role := range []string{"object", "subject"} {
					add(v, func(x *graph.Pattern) { lift(x, role) })
					if len(s.Within) == 0 {
						break
					}
				}
			}
		}
	}
	return out
}

// utterances are nouns for what somebody says.
var utterances = set("advice warning statement comment message recommendation answer reply")

// posts are nouns for what somebody holds who is something.
var posts = set("post position office role job title rank")

// occupying are verbs of who has a post.
var occupying = spaced("hold have occupy fill serve take get take_up take_over assume keep retain reach")

// undertakings are nouns for all that somebody does.
var undertakings = set("work activity operation business affair")

// intents are nouns of what one does who wants to do what the verb says.
var intents = map[string]string{"offer": "buy", "bid": "buy", "application": "join", "candidacy": "become"}

var possessives = set("his her its their our your my")

// seats are nouns for where somebody is at home.
var seats = set("headquarters headquarter base seat office")

func withRole(s graph.Slot, role string) graph.Slot {
	s.Role = role
	return s
}

// nominal are the views of a statement whose verb carries a noun for the question's verb: "ruled out an intervention", "a
// decision is expected", "threatened a strike".
func (q *asked) nominal(r *reading, add func(float64, graph.Statement)) {
	st, v := r.st, q.p.Verb
	if v == "" || v == "be" || r.verb == v || st.Object.None() {
		return
	}
	if o := q.slot("object"); o != nil && light[v] && barring[r.verb] && st.Polarity == graph.Positive && q.valueFits(o, st.Object, r) > 0.5 {
		s := *st // "ruled out a deal with Ann": made none with her
		s.Relation.Lemma, s.Polarity = v, graph.Negative
		add(0.8, s)
		return
	}
	wants := intents[schema.Head(st.Object.Name)]
	if wants = intentOf(wants, v, q.p); wants == "" && !names(schema.Head(st.Object.Name), v) {
		return
	}
	s := *st
	s.Relation.Lemma, s.Object, s.Roles = v, graph.Value{}, nil
	for _, x := range st.Roles {
		switch x.Name {
		case "of", "into", "against", "on", "for", "about", "over":
			if s.Object.None() {
				s.Object = x.Value
				continue
			}
		}
		s.Roles = append(s.Roles, x)
	}
	if _, of, ok := strings.Cut(st.Object.Text, " for "); wants != "" && s.Object.None() && ok && !numbered(of) {
		s.Object = graph.Value{Name: strings.TrimPrefix(of, "the "), Text: of, Class: "Thing"} // "an offer for the rights"
	}
	switch {
	case light[r.verb] && wants != "":
		s.Tense, s.Certainty = graph.Future, graph.Possible
	case light[r.verb]:
	case forecasting[r.verb] && st.Polarity == graph.Positive:
		s.Subject, s.Tense = graph.Value{}, graph.Future
		if r.verb != "expect" && r.verb != "schedule" {
			s.Certainty = graph.Possible
		}
	case planning[r.verb]:
		s.Tense, s.Certainty = graph.Future, max(st.Certainty, graph.Probable)
	case barring[r.verb] && st.Polarity == graph.Positive:
		s.Polarity, s.Tense = graph.Negative, graph.Future
		if len(q.p.Tenses) > 0 && !slices.Contains(q.p.Tenses, graph.Future) {
			s.Tense = st.Tense
		}
	default:
		return
	}
	add(0.8, s)
}

// intentOf is the verb, where the question asks for what may be.
func intentOf(verb, v string, p *graph.Pattern) string {
	if verb != "" && p.Modal && together(near, verb, v) {
		return verb
	}
	return ""
}

// done are the views of a statement's arguments that name a doing of the question's verb with who does it: "Delfin's offer of
// 4,000 dollars".
func (q *asked) done(r *reading, add func(float64, graph.Statement)) {
	if v := q.p.Verb; v == "" || v == "be" {
		return
	}
	for _, a := range r.args {
		if a.Class == "Clause" || properLike(a.Name) && !strings.Contains(a.Name, "'s ") || !names(schema.Head(a.Name), q.p.Verb) {
			continue
		}
		s := *r.st
		s.Relation.Lemma, s.Subject, s.Object, s.Roles = q.p.Verb, graph.Value{}, graph.Value{}, nil
		text := a.Text
		if who, rest, ok := strings.Cut(text, "'s "); ok {
			s.Subject, text = graph.Value{Name: who, Text: who, Class: "Thing"}, rest
		}
		for _, x := range r.st.Roles {
			if x.Name == "of" && (s.Subject.None() || x.Value.Name == s.Subject.Name) {
				s.Subject = x.Value
			}
		}
		if _, of, ok := strings.Cut(text, " of "); ok {
			of, _, _ = strings.Cut(of, " for ")
			s.Object = graph.Value{Name: of, Text: of, Class: "Thing"}
			if numbered(of) {
				s.Object.Class = "Quantity"
			}
		}
		if o := q.slot("subject"); s.Subject.None() && o != nil && possessives[strings.Fields(strings.ToLower(text) + " -")[0]] && holds(r.text, o.Name) {
			s.Subject = graph.Value{Name: o.Name, Text: o.Name, Class: "Thing"} // "Van Rijn was interested, but its bid of 950 million …"
		}
		if s.Subject.None() || s.Object.None() {
			continue
		}
		if len(q.p.Tenses) > 0 {
			s.Tense = q.p.Tenses[0]
		}
		s.Polarity, s.Certainty, s.Time = graph.Positive, graph.Certain, graph.Time{}
		add(0.7, s)
	}
}

// carriers are the relations of the verbs that may carry a noun for the question's verb.
func carriers() []graph.ID {
	var out []graph.ID
	for _, group := range []map[string]bool{light, planning, forecasting, barring} {
		for v := range group {
			out = append(out, graph.RelationID(v))
		}
	}
	out = append(out, "p/be")
	slices.Sort(out)
	return slices.Compact(out)
}
