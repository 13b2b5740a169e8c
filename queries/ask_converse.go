package queries

import (
	"slices"
	"strings"

	"kg/graph"
)

// shunning are the verbs of what one does not do who keeps away: "stayed out of the sanctions".
var shunning = map[string][]string{"stay out": {"join", "participate"}, "keep out": {"join", "participate"}, "opt out": {"join", "participate"}, "stay away": {"attend", "come"}, "keep away": {"attend", "come"}}

// belonging are nouns for what one is who has joined: "is Chad part of the accord", "no longer a member".
var belonging = set("part member party signatory participant partner")

// converse gives patterns that say the question's verb by another: who stays out does not join, who is no longer part has
// left.
func (q *asked) converse(with func(verb string, slots []graph.Slot) *graph.Pattern) {
	p := q.p
	turned := func(role string) []graph.Slot { // with the slot of the role as the object
		slots := slices.DeleteFunc(slices.Clone(p.Slots), func(s graph.Slot) bool { return s.Role == "object" })
		for i := range slots {
			if slots[i].Role == role {
				slots[i].Role = "object"
			}
		}
		return slots
	}
	q.provided(with)
	q.given(with)
	if w := p.Wanted(); w != nil && w.Role == "under" && serving[p.Verb] && q.slot("subject") != nil && q.slot("object") == nil { // "under whom did the committee work"
		with("lead", []graph.Slot{withRole(*w, "subject"), withRole(*q.slot("subject"), "object")})
	}
	q.helped(with)
	q.shifted(with)
	for _, w := range p.Slots {
		if w.Proper && w.Role == "after" && p.Verb == "leave" && p.Modal && p.Wanted() != nil && p.Wanted().Role == "subject" {
			with("follow", []graph.Slot{*p.Wanted(), withRole(w, "object")}) // "who could leave the pact after Peru"
		}
	}
	if x := q.slot("subject"); x != nil && hearings[x.Head] != "" && happening[p.Verb] && (p.Ask == graph.AskTime || p.Ask == graph.AskPlace) { // "when is Ann's hearing before the council"
		var slots []graph.Slot
		for _, w := range append(slices.Clone(x.Within), p.Slots...) {
			switch {
			case w.Role == "before" || w.Role == "by":
				slots = append(slots, withRole(w, "subject"))
			case w.Role == "of" || w.Role == "with":
				slots = append(slots, withRole(w, "object"))
			}
		}
		if len(slots) == 2 {
			with(hearings[x.Head], slots)
		}
	}
	for i, s := range p.Slots { // "earned from the fight in Lima": earned in Lima
		if s.Proper || s.Wanted || s.Role == "subject" || s.Role == "object" || len(s.Within) != 1 || !s.Within[0].Proper || s.Within[0].Role != "in" && s.Within[0].Role != "at" && s.Within[0].Role != "near" || !affairs[s.Head] {
			continue
		}
		slots := slices.Clone(p.Slots)
		slots[i] = s.Within[0]
		with(p.Verb, slots)
	}
	for _, v := range shunning[p.Verb] {
		role := q.role()
		if role == "" {
			break
		}
		with(v, turned(role)).Negative = !p.Negative
	}
	o, w := q.slot("object"), p.Wanted()
	if w != nil {
		q.wantedIn(w, with)
	}
	switch {
	case p.Verb == "be" && q.slot("among") != nil && belonging[q.slot("among").Head] && len(q.slot("among").Within) == 1:
		whole := q.slot("among").Within[0]
		slots := slices.DeleteFunc(slices.Clone(p.Slots), func(s graph.Slot) bool { return s.Role == "among" })
		for _, v := range []string{"sign", "join"} {
			with(v, append(slices.Clone(slots), withRole(whole, "object")))
		}
		with("take part", append(slots, withRole(whole, "in")))
	case together(near, p.Verb, "succeed") && w != nil && w.Role == "subject" && o != nil && o.Proper: // "appointed Ann in his place"
		x := *w
		x.Role = "object"
		with("appoint", []graph.Slot{x, {Role: "in", Name: "place", Head: "place"}, withRole(*o, "of")})
	case p.Verb == "run" && p.Ask == graph.AskTime && o == nil && q.slot("subject") != nil:
		with("expire", p.Slots)
	case p.Verb == "be" && o != nil && !o.Wanted && (o.Head == "absent" || o.Head == "missing") && q.slot("from") != nil:
		for _, v := range []string{"attend", "come"} {
			with(v, turned("from")).Negative = !p.Negative
		}
	case p.Verb == "be" && o != nil && !o.Wanted && belonging[o.Head] && len(o.Within) == 1 && (o.Within[0].Role == "of" || o.Within[0].Role == "in" || o.Within[0].Role == "to"):
		slots := append(slices.DeleteFunc(slices.Clone(p.Slots), func(s graph.Slot) bool { return s.Role == "object" }), withRole(o.Within[0], "object"))
		if strings.Contains(strings.ToLower(p.Text), " no longer ") {
			with("leave", slots).Negative = false
			return
		}
		for _, v := range []string{"join", "sign"} {
			x := with(v, slots)
			if now := strings.ToLower(x.Time.Text); now == "now" || now == "today" || now == "currently" {
				x.Time = graph.Time{}
			}
			if x.Tenses == nil {
				x.Tenses = []graph.Tense{graph.Past, graph.Present}
			}
		}
		slots = slices.Clone(slots)
		slots[len(slots)-1].Role = "in"
		with("take part", slots)
	}
}

// shifted gives patterns in which what the question has behind a preposition is the subject or the object: people run out of water
// as water runs out, who asks for his money demands it.
func (q *asked) shifted(with func(verb string, slots []graph.Slot) *graph.Pattern) {
	p := q.p
	moved := func(from, to, object string) []graph.Slot {
		var out []graph.Slot
		for _, s := range p.Slots {
			switch {
			case s.Role == from:
				s.Role = to
			case s.Role == to:
				continue
			case s.Role == "object" && object != "":
				s.Role = object
			}
			out = append(out, s)
		}
		return out
	}
	has := func(role string) bool {
		return slices.ContainsFunc(p.Slots, func(s graph.Slot) bool { return s.Role == role })
	}
	switch {
	case p.Verb == "run out" || p.Verb == "run" && has("out"):
		for _, role := range []string{"of", "from", "out"} {
			if has(role) {
				with("run out", moved(role, "of", ""))
				with("run out", moved(role, "subject", ""))
			}
		}
	case pleading[p.Verb] && q.slot("for") != nil && q.slot("subject") != nil && len(p.Content) == 0:
		if o := q.slot("object"); o != nil {
			with("demand", append(slices.DeleteFunc(moved("for", "object", "from"), func(s graph.Slot) bool { return s.Role == "from" }), withRole(*o, "from")))
			return
		}
		with("demand", moved("for", "object", ""))
	}
}

// pleading are verbs of which "for" leads to what one wants.
var pleading = set("ask call push press plead appeal clamour campaign lobby")

// offences are nouns for what one may be charged with or cleared of.
var offences = set("charge charges crime offence offense accusation count")

// wantedIn gives patterns in which what is wanted has another place, or no noun: "what was the road blocked by", "what did the doctor warn
// people about", "what sentence did she ask for", "of what charge was he cleared".
func (q *asked) wantedIn(w *graph.Slot, with func(verb string, slots []graph.Slot) *graph.Pattern) {
	p := q.p
	changed := func(change func(s *graph.Slot), drop func(s graph.Slot) bool) []graph.Slot {
		var out []graph.Slot
		for _, s := range p.Slots {
			if s.Wanted {
				change(&s)
			} else if drop(s) {
				continue
			}
			out = append(out, s)
		}
		return out
	}
	none := func(graph.Slot) bool { return false }
	place := func(role string) func(*graph.Slot) { return func(s *graph.Slot) { s.Role = role } }
	switch {
	case w.Role == "by" && q.slot("subject") == nil && q.slot("object") != nil:
		with(p.Verb, changed(place("subject"), none))
	case (w.Role == "about" || w.Role == "against" || w.Role == "of") && together(near, p.Verb, "warn"):
		for _, role := range []string{"of", "about", "against"} {
			with(p.Verb, changed(place(role), func(s graph.Slot) bool {
				return s.Role == "object" && !s.Proper && (s.Head == "people" || s.Head == "public" || s.Head == "person" || s.Name == "people")
			}))
		}
	case w.Role == "for" && (p.Verb == "ask" || p.Verb == "call" || p.Verb == "push" || p.Verb == "press"):
		with("demand", changed(func(s *graph.Slot) {
			if s.Role = "object"; s.Head == "sentence" || s.Head == "punishment" {
				s.Head = ""
			}
		}, func(s graph.Slot) bool { return s.Role == "in" && s.Head == "case" }))
	case w.Role == "for" && w.Head == "" && q.slot("subject") == nil && q.slot("object") != nil && p.Ask == graph.AskArgument: // "what was the firm fined for"
		with(p.Verb, []graph.Slot{*q.slot("object")}).Ask = graph.AskCause
	case w.Role == "of" && w.Head == "" && (p.Verb == "convict" || p.Verb == "accuse") && q.slot("object") != nil: // "sentenced for espionage"
		for _, v := range []string{"sentence", "jail", "imprison", "fine", "try", "arrest"} {
			with(v, changed(place("for"), none))
		}
	case (w.Role == "of" || w.Role == "with") && offences[w.Head]:
		with(p.Verb, changed(func(s *graph.Slot) { s.Head, s.Words = "", nil }, none))
	}
}

// hearings are nouns for when a court or council does to somebody what the verb says.
var hearings = map[string]string{"hearing": "hear", "trial": "try", "appearance": "hear", "interrogation": "question", "questioning": "question"}

// affairs are nouns for what takes place somewhere, so that what comes of it comes of it there.
var affairs = set("fight match game race bout concert show accident crash collision disaster fire explosion blast attack battle raid robbery fair auction sale tournament festival ceremony meeting summit conference congress trial strike demonstration march flood earthquake storm landslide avalanche")

// giving with "with" and "to": "supplied the residents with water", "brought water to the residents".
var equipping, bringing = spaced("supply provide furnish equip present issue"), spaced("bring deliver give send supply provide distribute hand hand_out")

// provided turns who is provided with something into to whom it is brought, and back.
func (q *asked) provided(with func(verb string, slots []graph.Slot) *graph.Pattern) {
	p := q.p
	o := q.slot("object")
	if o == nil {
		return
	}
	turned := func(verb, role, becomes string) {
		what := q.slot(role)
		if what == nil {
			return
		}
		slots := slices.Clone(p.Slots)
		for i := range slots {
			switch slots[i].Role {
			case role:
				slots[i].Role = "object"
			case "object":
				slots[i].Role = becomes
			}
		}
		with(verb, slots)
	}
	if equipping[p.Verb] {
		turned("bring", "with", "to")
	}
	if bringing[p.Verb] {
		turned("supply", "to", "with")
	}
}

// serving are verbs of what those do who are led by somebody; handing those of giving by which another gets something.
var serving, handing = spaced("work serve operate act play fight sail train perform sit meet"), spaced("give award hand grant present allocate assign entrust allot hand_over")

// given turns to whom something is given into who gets it.
func (q *asked) given(with func(verb string, slots []graph.Slot) *graph.Pattern) {
	p, w, o := q.p, q.p.Wanted(), q.slot("object")
	if !handing[p.Verb] || w == nil || o == nil || q.slot("subject") != nil || w.Role != "to" && (w.Role != "object" || w.Class != "Person") || p.Ask != graph.AskArgument {
		return
	}
	slots := slices.Clone(p.Slots)
	for i := range slots {
		if slots[i].Wanted {
			slots[i].Role = "subject"
		}
	}
	with("get", slots)
}

// colliding are verbs of what things do to each other that run into each other.
var colliding = set("collide crash clash merge")

// collided reads what one did to another of its kind as what the two did: "a train ran into a goods train" as that two trains collided.
func (q *asked) collided(r *reading, add func(float64, graph.Statement)) {
	x := q.slot("subject")
	if !colliding[q.p.Verb] || x == nil || x.Proper || q.slot("object") != nil || r.st.Subject.None() || r.st.Object.None() || !together(near, r.verb, q.p.Verb) && !together(near, r.st.Relation.Lemma, q.p.Verb) {
		return
	}
	one := *x
	one.Words = slices.DeleteFunc(slices.Clone(x.Words), func(w string) bool { return w == "two" || w == "both" })
	if q.valueFits(&one, r.st.Subject, r) < 0.6 || q.valueFits(&one, r.st.Object, r) < 0.6 {
		return
	}
	s := *r.st
	s.Relation.Lemma, s.Object = q.p.Verb, graph.Value{}
	s.Subject = graph.Value{Name: x.Name, Text: x.Name, Class: "Thing"}
	add(0.9, s)
}
