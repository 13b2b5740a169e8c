package queries

import (
	"maps"
	"slices"
	"strings"

	"kg/graph"
)

// reaping are verbs of having a sum that their object names: "how much profit did the firm make".
var reaping = spaced("make earn post report record suffer have turn achieve generate book run incur reap bring_in take")

// lending are the nouns for the sum by the verbs that say that somebody gives it, or has to give it.
var lending = map[string][]string{"lend": {"loan"}, "borrow": {"loan"}, "donate": {"donation", "gift"}, "invest": {"investment"}, "owe": {"debt"}, "contribute": {"contribution"}, "bid": {"bid", "offer"}, "offer": {"offer", "bid"}, "compensate": {"compensation"}, "spend": {"budget", "spending"}}

// guards are nouns for those who arrest, of whom news need not speak.
var guards = set("police officer authority soldier force detective investigator gendarme")

// recast gives patterns in which what the question counts, or whose office it asks for, is said by another word.
func (q *asked) recast(with func(verb string, slots []graph.Slot) *graph.Pattern) {
	p := q.p
	w := p.Wanted()
	if w != nil && p.Ask == graph.AskQuantity && w.Role == "object" {
		q.summed(w, with)
	}
	o := q.slot("object")
	if o != nil && o.Proper && p.Verb == "build" && p.Ask == graph.AskTime && q.slot("subject") == nil {
		with("found", slices.Clone(p.Slots)) // "from what year does the firm date"
	}
	if o != nil && together(near, p.Verb, "take over") && p.Ask == graph.AskTime && q.slot("subject") != nil {
		for _, v := range []string{"lead", "run"} { // "has run it since 2005"
			x := with(v, slices.Clone(p.Slots))
			x.Text, x.Tenses = "Since when "+p.Text, nil
		}
	}
	if o == nil || o.Wanted || o.Proper || p.Ask != graph.AskArgument || w == nil || w.Role != "subject" {
		return
	}
	if of := governing(o); p.Verb != "be" && heading[p.Verb] && of != nil { // "who heads Peru's government"
		with("be", []graph.Slot{*w, premier(*of)})
	}
	if p.Verb != "be" {
		return
	}
	if doers[o.Head] && len(o.Within) == 1 && o.Within[0].Role == "of" {
		if of := governing(&o.Within[0]); of != nil && agents["lead"][o.Head] { // "the head of Peru's government"
			with("be", []graph.Slot{*w, premier(*of)})
		}
	}
	if k := len(o.Words); k > 0 && len(o.Within) == 0 && agents["lead"][o.Head] && !partial[o.Words[k-1]] && !deputies[o.Words[k-1]] && !earlier[o.Words[k-1]] && !soft[o.Words[k-1]] && len(nations.of[o.Words[k-1]]) == 0 {
		x := *o // "the jury president"
		x.Name, x.Words = o.Head, nil
		x.Within = []graph.Slot{{Role: "of", Name: o.Words[k-1], Head: o.Words[k-1], Words: o.Words[:k-1]}}
		with("be", []graph.Slot{*w, x})
	}
}

// governing is whose government a slot names, nil for none.
func governing(s *graph.Slot) *graph.Slot {
	if s.Head != "government" && s.Head != "cabinet" {
		return nil
	}
	for i := range s.Within {
		if x := &s.Within[i]; x.Role == "of" && x.Proper {
			return x
		}
	}
	for _, x := range ofCountries(*s) {
		if k := len(x.Within); k > 0 {
			return &x.Within[k-1]
		}
	}
	return nil
}

// premier is the slot of a country's prime minister.
func premier(of graph.Slot) graph.Slot {
	return graph.Slot{Role: "object", Name: "prime minister", Head: "minister", Words: []string{"prime"}, Class: "Person", Within: []graph.Slot{withRole(of, "of")}}
}

// summed gives patterns for what somebody makes, lends or has done to so many: "how much profit did the firm make", "how much will the
// bank lend Peru", "how many arrests did the police make".
func (q *asked) summed(w *graph.Slot, with func(verb string, slots []graph.Slot) *graph.Pattern) {
	p := q.p
	if reaping[p.Verb] && w.Counted && measures[w.Head] && q.slot("subject") != nil {
		x := with("be", slices.Clone(p.Slots))
		x.Rest = slices.Clone(p.Rest)
	}
	if w.Head == "" || w.Head == "money" {
		for _, noun := range lending[p.Verb] {
			slots := slices.Clone(p.Slots)
			for i := range slots {
				if slots[i].Wanted {
					slots[i] = graph.Slot{Role: "object", Wanted: true, Counted: true, Head: noun}
				}
			}
			with("be", slots).Tenses = nil
		}
	}
	if (p.Verb == "take" || p.Verb == "accept") && (w.Head == "" || w.Head == "money") {
		with("receive", slices.Clone(p.Slots)) // "how much did she take in bribes"
	}
	if light[p.Verb] || p.Verb == "report" || p.Verb == "record" || p.Verb == "cause" {
		for _, v := range slices.Sorted(maps.Keys(crews[w.Head])) {
			people := *w
			people.Head, people.Name, people.Words = "people", "people", nil
			var slots []graph.Slot
			for _, s := range p.Slots {
				switch {
				case s.Wanted:
					slots = append(slots, people)
				case s.Role == "subject" && guards[s.Head] && len(s.Within) == 0:
				default:
					slots = append(slots, s)
				}
			}
			with(v, slots)
		}
	}
}

// sentenced reads who remains at liberty as not jailed.
func (q *asked) sentenced(r *reading, add func(float64, graph.Statement)) {
	if q.p.Ask != graph.AskTruth || q.p.Verb != "jail" && q.p.Verb != "be" || !staying[r.verb] && r.verb != "be" && r.verb != "set" && r.verb != "go" && r.verb != "walk" || r.st.Polarity == graph.Negative {
		return
	}
	loose := strings.ToLower(r.st.Object.Name) == "free"
	for _, a := range r.args {
		loose = loose || a.role == "at" && (a.Name == "liberty" || a.Name == "large") || a.role == "on" && (a.Name == "bail" || a.Name == "parole")
	}
	if !loose || r.st.Subject.None() {
		return
	}
	s := *r.st
	s.Relation.Lemma, s.Polarity, s.Roles = q.p.Verb, graph.Negative, nil
	s.Object = graph.Value{}
	if q.p.Verb == "jail" {
		s.Object, s.Subject = s.Subject, graph.Value{}
	} else {
		for _, x := range q.p.Slots {
			if (x.Role == "in" || x.Role == "behind") && cells[x.Head] {
				s.Roles = []graph.Role{{Name: x.Role, Value: graph.Value{Name: x.Head, Text: x.Head, Class: "Thing"}}}
			}
		}
		if s.Roles == nil {
			return
		}
	}
	add(0.9, s)
}

// cells are nouns for where somebody is who is locked up.
var cells = set("prison jail gaol custody detention bar cell")
