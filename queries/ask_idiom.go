package queries

import (
	_ "embed"
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// idiom is a verb that says something else with its noun: "went on strike" for "struck".
type idiom struct {
	verb, role string
	nouns      map[string]bool
	means      string
	passive    bool // its subject is who it is done to
	keeps      bool // the noun stays the argument that it is
}

//go:embed idioms.txt
var idiomText string

var idioms = func() []idiom {
	var out []idiom
	for line := range strings.Lines(idiomText) {
		f := strings.Fields(line)
		if len(f) < 4 || f[0] == "#" {
			continue
		}
		w := func(s string) string { return strings.ReplaceAll(s, "_", " ") }
		for _, v := range strings.Split(f[0], ",") {
			for _, role := range strings.Split(f[1], ",") {
				out = append(out, idiom{w(v), role, set(strings.ReplaceAll(f[2], ",", " ")), w(f[3]), len(f) > 4 && f[4] == "-", len(f) > 4 && f[4] == "="})
			}
		}
	}
	return out
}()

// states are adjectives that say with their preposition what a verb says: "responsible for the programme".
var states = map[string]string{"responsible for": "lead", "opposed to": "oppose", "critical of": "criticise", "afraid of": "fear", "worried about": "fear", "supportive of": "support", "guilty of": "convict", "aware of": "know",
	"interested in": "want", "keen on": "want", "capable of": "can", "dependent on": "depend", "home to": "house", "hostile to": "oppose", "married to": "marry", "engaged to": "engage", "absent from": "miss", "present at": "attend", "due to": "expect",
	"concerned about": "fear", "alarmed by": "fear", "fearful of": "fear", "reliant on": "depend", "full of": "contain", "rich in": "contain", "involved in": "participate", "unhappy with": "criticise", "loyal to": "support", "part of": "belong",
	"infected with": "contract", "ill with": "contract", "sick with": "contract", "victorious in": "win", "made of": "consist", "fond of": "like", "pleased with": "welcome", "certain of": "believe", "convinced of": "believe", "known as": "call", "profitable ": "earn"}

// borne are states of which the subject is who the verb is done to.
var borne = phrases("guilty of,known as,due to,engaged to,made of")

// idiomatic are other patterns for a question that says with a noun what a verb says: "who gave evidence", "who is against it".
func (q *asked) idiomatic(add, bare func(verb string, change func(p *graph.Pattern))) {
	p := q.p
	for n := range p.Slots {
		s := &p.Slots[n]
		if s.Wanted && s.Head == "" || s.Proper && p.Verb != "be" {
			continue
		}
		if v := states[s.Head+" "+q.role()]; v != "" && p.Verb == "be" && s.Role == "object" {
			add(v, func(x *graph.Pattern) {
				x.Slots = slices.Delete(x.Slots, n, n+1)
				for i := range x.Slots {
					if r := x.Slots[i].Role; r != "subject" && r != "object" {
						x.Slots[i].Role = "object"
						break
					}
				}
			})
		}
		if v := p.Verb + " " + s.Head; s.Role == "object" && !s.Wanted && len(s.Words) == 0 && len(s.Within) == 0 && len(near.of[v]) > 0 { // "make landfall"
			add(v, func(x *graph.Pattern) { x.Slots = slices.Delete(x.Slots, n, n+1) })
		}
		for _, d := range idioms {
			every := d.nouns["-"]
			if every && q.slot("object") != nil {
				continue
			}
			noun := d.nouns[s.Head]
			if len(s.Words) > 0 {
				noun = noun || d.nouns[s.Words[len(s.Words)-1]+"_"+s.Head] // "legal action"
			}
			if d.verb != p.Verb || d.role != s.Role || every == noun || every && d.role == "object" {
				continue
			}
			put := add
			if d.passive && s.Role == "object" && receiving[p.Verb] {
				put = bare // "who received a ban": who was banned
			}
			put(d.means, func(x *graph.Pattern) {
				x.Rest = slices.DeleteFunc(slices.Clone(x.Rest), func(w string) bool { return w == s.Head })
				for _, w := range s.Words { // "a four-year ban"
					if number, _, _ := strings.Cut(w, "-"); numbered(number) && number != "one" && number != "half" && number != "third" && number != "quarter" {
						x.Rest = append(x.Rest, number)
					}
				}
				switch {
				case every:
					x.Slots[n].Role = "object"
					return
				case d.keeps:
					x.Slots[n] = kept(x.Slots[n], d.means)
					return
				case d.role == "object" && p.Verb == "be" && len(s.Within) == 0 && !d.nouns["missing"]:
					return
				}
				x.Slots = slices.Delete(x.Slots, n, n+1)
				if s.Counted {
					x.Ask = graph.AskQuantity
				}
				for i := range x.Slots {
					if d.passive && x.Slots[i].Role == "subject" {
						x.Slots[i].Role = "object"
					}
				}
				own := q.slot("subject")
				if w := p.Wanted(); own == nil && w != nil && w.Role == "subject" {
					own = w
				}
				for _, w := range s.Within {
					if own != nil && w.Role == "of" && w.Head == own.Head && w.Proper == own.Proper && (own.Wanted || w.Name == own.Name) && !d.passive {
						continue // "put its name to"
					}
					if d.means == "sign" && w.Role == "of" {
						w.Role = "for" // "put Brazil's signature to"
					}
					if (w.Name != "" || w.Head != "" || w.Wanted) && !possessives[strings.ToLower(w.Name)] && !possessives[w.Head] {
						x.Slots = append(x.Slots, w)
					}
				}
				fill(x.Slots, d)
			})
		}
	}
}

// receiving are verbs of those to whom is done what the noun says.
var receiving = set("get receive serve face suffer undergo")

// fill gives the place of what the verb is done to, or of who does it where the subject is who it is done to, to the first of the
// noun's arguments: "put an end to the strike", "got an invitation from the king".
func fill(slots []graph.Slot, d idiom) {
	role, of := "object", patients
	if d.passive {
		role, of = "subject", givers
	}
	if slices.ContainsFunc(slots, func(s graph.Slot) bool { return s.Role == role }) {
		return
	}
	for i := range slots {
		if s := &slots[i]; of[s.Role] && (!together(near, d.means, "travel") || s.Role == "of") && (d.means != "vote" || s.Role != "for" && s.Role != "against") {
			s.Role = role
			return
		}
	}
}

// patients are the prepositions before what a noun's doing is done to, givers those before who does it.
var patients, givers = set("of to on against into for about over with in"), set("from of by")

// kept is the slot of a noun that stays with the other verb: jobs that somebody creates are people that he employs.
func kept(s graph.Slot, means string) graph.Slot {
	if jobs[s.Head] && (together(near, means, "employ") || together(near, means, "dismiss")) {
		s.Name, s.Head = "worker", "worker"
	}
	return s
}

// jobs are nouns for what those have who are employed.
var jobs = set("job position post role workplace")

// idiom adds the view of a statement that says with a noun what the question's verb says: "handed in his resignation".
func (q *asked) idiom(r *reading, add func(float64, graph.Statement)) {
	if q.p.Verb == "" || q.p.Verb == "be" {
		return
	}
	if state, ok := strings.CutPrefix(r.st.Relation.Lemma, "be "); ok && states[state] != "" && together(near, states[state], q.p.Verb) && !borne[state] {
		s := *r.st
		s.Relation.Lemma = q.p.Verb
		add(0.9, s)
		return
	}
	for _, d := range q.idioms() {
		whole := d.verb == r.st.Relation.Lemma                                                                                                    // "hand in"
		if d.verb == "be" && together(near, d.means, q.p.Verb) && r.st.Relation.Lemma == "be "+d.role && d.nouns[schema.Head(r.st.Object.Name)] { // "is in charge of the programme"
			s := *r.st
			s.Relation.Lemma, s.Object = q.p.Verb, graph.Value{}
			if _, of, ok := strings.Cut(r.st.Object.Text, " of "); ok {
				s.Object = graph.Value{Name: strings.TrimPrefix(of, "the "), Text: of, Class: "Thing"}
			} else if d.role == "in" {
				continue
			}
			if d.passive {
				s.Subject, s.Object = graph.Value{}, r.st.Subject
			}
			add(0.9, s)
			return
		}
		verb := q.p.Verb
		if converse[verb] == d.means {
			verb = d.means // "claimed 90 lives": how many died
		}
		if d.verb == "be" || d.verb != r.verb && !whole || d.nouns["-"] || !together(near, d.means, verb) {
			continue
		}
		for _, a := range r.args {
			head := schema.Head(a.Name)
			if a.role != d.role && !(whole && d.role == "object" && a.Value == r.st.Object) || !d.nouns[head] && !d.nouns[strings.TrimSuffix(head, "s")] {
				continue
			}
			s := *r.st
			if d.keeps {
				if s.Relation.Lemma = verb; jobs[head] && kept(graph.Slot{Head: head}, d.means).Head != head {
					s.Object.Name, s.Object.Class = strings.TrimSuffix(a.Name, lastWord(a.Name))+"people", "Person"
				}
				add(0.9, s)
				return
			}
			s.Relation.Lemma, s.Object, s.Roles = verb, graph.Value{}, nil
			for _, b := range r.args {
				switch {
				case b.role == "subject" || b == a:
				case b.role == "object", s.Object.None() && (b.role == "against" || b.role == "of") && d.means != "testify":
					s.Object = b.Value
				default:
					s.Roles = append(s.Roles, graph.Role{Name: b.role, Value: b.Value})
				}
			}
			switch {
			case d.passive:
				s.Object, s.Subject = s.Subject, graph.Value{}
				for _, x := range s.Roles {
					if s.Subject.None() && givers[x.Name] {
						s.Subject = x.Value
					}
				}
			case d.means == "kill" && s.Object.None() && numbered(a.Text): // "claimed 23 lives"
				s.Object = graph.Value{Name: strings.Replace(a.Name, "lives", "people", 1), Text: strings.Replace(a.Text, "lives", "people", 1), Class: "Person"}
			}
			add(0.9, s)
			return
		}
	}
}

// idioms are those that may say the question's verb, or its converse.
func (q *asked) idioms() []*idiom {
	if v := q.p.Verb; q.idiomsOf != v {
		q.idiomsOf, q.saying = v, nil
		for i := range idioms {
			if d := &idioms[i]; together(near, d.means, v) || converse[v] == d.means {
				q.saying = append(q.saying, d)
			}
		}
	}
	return q.saying
}

// frames are those whose end is the question's verb.
func (q *asked) frames() []*frame {
	if v := q.p.Verb; q.framesOf != v {
		q.framesOf, q.framed = v, nil
		for i := range frames {
			if together(near, frames[i].to, v) {
				q.framed = append(q.framed, &frames[i])
			}
		}
	}
	return q.framed
}

// idiomVerbs are the verbs whose nouns may say v.
func idiomVerbs(v string) []string {
	var out []string
	for _, d := range idioms {
		switch {
		case !together(near, d.means, v) && converse[v] != d.means:
		case d.verb != "be":
			out = append(out, d.verb)
		case d.role != "object":
			out = append(out, "be "+d.role)
		}
	}
	return out
}

// lifted reads "is considering a move", "ruled out dissolving parliament": a verb that carries a clause in the gerund.
func (q *asked) lifted(r *reading, add func(float64, graph.Statement)) {
	st, v := r.st, q.p.Verb
	if st.Object.Class != "Clause" || v == "" || v == "be" || r.verb == v {
		return
	}
	first, rest, _ := strings.Cut(st.Object.Text, " ")
	if !strings.HasSuffix(first, "ing") || stem(first) != stem(v) {
		return
	}
	s := *st
	s.Relation.Lemma, s.Object, s.Tense = v, graph.Value{}, graph.Future
	if rest = clauseOf(rest); rest != "" {
		words := strings.Fields(rest)
		end := len(words)
		for i, w := range words {
			if i > 0 && (slices.Contains(prepositions, w) || w == "before" || w == "after" || w == "until" || w == "next") {
				end = i
				break
			}
		}
		rest = strings.Join(words[:end], " ")
		s.Object = graph.Value{Name: rest, Text: rest, Class: "Thing"}
	}
	switch {
	case barring[r.verb] && st.Polarity == graph.Positive:
		s.Polarity = graph.Negative
	case planning[r.verb] || forecasting[r.verb]:
		s.Certainty = max(st.Certainty, graph.Probable)
	default:
		return
	}
	add(0.85, s)
}
