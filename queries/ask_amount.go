package queries

import (
	"maps"
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// dimensions are the adjectives that ask for the measures of a noun.
var dimensions = map[string][]string{"length": {"long"}, "height": {"high", "tall"}, "depth": {"deep"}, "width": {"wide"}, "breadth": {"wide"}, "weight": {"heavy"}, "thickness": {"thick"}, "speed": {"fast"}, "area": {"large"}, "temperature": {"hot", "cold"}, "distance": {"far"},
	"size": {"large", "big", "long", "tall"}, "age": {"age"}, "strength": {"strong"}, "diameter": {"wide"}, "altitude": {"high"}}

// dues are nouns for what something costs.
var dues = set("cost budget price bill expense charge fee fare toll rent")

// sized are the patterns that ask for a measure: "the length of the tunnel", "the price of the house", "how high was Ann's bid".
func (n *notion) sized() []graph.Pattern {
	var out []graph.Pattern
	number := graph.Slot{Role: "object", Wanted: true, Counted: true}
	how := func(adjective string, x graph.Pattern) {
		switch adjective {
		case "high":
			adjective = "tall"
		case "large", "big", "fast":
			adjective = "far"
		}
		x.Text = "How " + adjective + " " + x.Text // which others read the unit from
		out = append(out, x)
	}
	of := n.owner("subject")
	if of.Role == "" {
		of = n.arg("subject", "for", "between", "to", "of")
	}
	for _, adjective := range dimensions[n.head] {
		x := number
		x.Head = adjective
		if filled(of) {
			how(adjective, n.pattern(graph.AskQuantity, "be", of, x))
		}
	}
	if n.wanted.Head == "long" && n.wanted.Counted && filled(of) {
		for _, v := range schema.Verbs(n.head) { // "how long is Ann's prison sentence"
			how("long", n.pattern(graph.AskTime, v, withRole(of, "object")))
			how("long", n.pattern(graph.AskTime, v, of))
		}
	}
	if (n.head == "duration" || n.head == "length" || n.head == "term") && filled(of) {
		how("long", n.pattern(graph.AskTime, "last", of))
		how("long", n.pattern(graph.AskTime, "take", of))
		how("long", n.pattern(graph.AskTime, "run", of))
	}
	if dues[n.head] && filled(of) {
		n := n.less(func(w string) bool { return len(schema.Verbs(w)) > 0 }) // "the construction costs"
		out = append(out, n.pattern(graph.AskQuantity, "cost", append([]graph.Slot{of, number}, n.args...)...))
		if of.Role == "subject" {
			out = append(out, n.pattern(graph.AskQuantity, "pay", withRole(of, "for"), number))
		}
	}
	sum := len(amounting[n.head]) > 0 && n.Ask == graph.AskIdentity
	if high := n.wanted.Counted && n.Ask == graph.AskQuantity; (high || sum || sizing[n.head]) && !dues[n.head] {
		m := *n
		if sizing[n.head] {
			if n.by == nil || n.by.Proper || n.by.Head == "" {
				return out
			}
			m.head, m.by, m.args, m.words = n.by.Head, nil, slices.Clone(n.args), slices.DeleteFunc(slices.Clone(n.by.Words), func(w string) bool { return soft[w] })
			for _, s := range n.by.Within {
				if m.by == nil && s.Role == "of" {
					m.by = &s
				} else {
					m.args = append(m.args, s)
				}
			}
		}
		if sizing[n.head] && measures[n.by.Head] { // "the amount of Ann's debts"
			what := withRole(*n.by, "object")
			what.Words = m.words
			out = append(out, n.pattern(graph.AskQuantity, "be", what))
		}
		for _, v := range sums(m.head) {
			for _, role := range []string{"subject", "object"} {
				if by := m.owner(role); filled(by) || role == "subject" && len(m.args) > 0 {
					var slots []graph.Slot
					for _, s := range append([]graph.Slot{by}, m.args...) {
						if filled(s) {
							slots = append(slots, s)
						}
					}
					wanted := number
					if role == "object" {
						wanted.Role = ""
					}
					x := m.pattern(graph.AskQuantity, v, append(slots, wanted)...)
					if len(amounting[m.head]) > 0 && !kindless[m.head] {
						x.Text = "How much money " + x.Text
					}
					out = append(out, x)
				}
			}
		}
	}
	return out
}

// sizing are nouns for how much something is, which another noun names.
var sizing = set("size amount sum value level extent scale volume total worth")

// sums are the verbs that tell the amount of what a noun names.
func sums(noun string) []string {
	return append(slices.Clone(schema.Verbs(noun)), slices.Sorted(maps.Keys(amounting[noun]))...)
}

var amounting = words(map[string]string{"fine": "fine", "penalty": "fine", "loan": "lend borrow", "grant": "grant give promise", "donation": "donate give", "gift": "give", "payment": "pay", "ransom": "pay demand", "salary": "earn pay", "earnings": "earn", "earning": "earn", "income": "earn", "wage": "earn", "pay": "earn", "bid": "bid offer", "offer": "offer bid",
	"loss": "lose", "profit": "earn make", "debt": "owe", "compensation": "pay receive", "bribe": "pay take", "reward": "pay offer", "investment": "invest", "sentence": "sentence", "subsidy": "give pay", "aid": "give promise", "contribution": "contribute pay give", "stake": "hold own", "share": "hold own", "output": "produce", "production": "produce"})

// kindless are those of them that need not be of money.
var kindless = set("sentence stake share output production aid gift offer")

// crews are nouns for people by the verb of which they are the object.
var crews = words(map[string]string{"employee": "employ", "worker": "employ", "job": "create employ", "victim": "kill", "death": "kill", "casualty": "kill injure", "fatality": "kill", "dead": "kill", "injured": "injure", "wounded": "injure", "injury": "injure", "arrest": "arrest", "detainee": "arrest detain",
	"passenger": "carry", "staff": "employ", "evacuee": "evacuate", "hostage": "seize", "guest": "invite", "shareholder": "have", "member": "have", "resident": "have", "inhabitant": "have", "branch": "have", "shop": "have", "visitor": "attract", "case": "record report confirm register"})

// participles are crews by the participles that say of people that they are such.
var participles = map[string]string{"injured": "injured", "wounded": "injured", "hurt": "injured", "killed": "dead", "dead": "dead", "arrested": "arrest", "detained": "detainee", "employed": "employee", "evacuated": "evacuee", "injure": "injured", "kill": "dead", "wound": "injured", "arrest": "arrest", "evacuate": "evacuee"}

// counted are the patterns that ask how many: "the number of employees at the bank".
func (n *notion) counted() []graph.Pattern {
	what, args := n.by, n.args
	switch {
	case sizing[n.head] && n.by != nil && crewed[n.by.Head]: // "the size of the workforce"
		args = append(slices.Clone(n.by.Within), args...)
		what = &graph.Slot{Head: "employee", Name: "employees"}
	case n.head == "headcount" || n.head == "workforce" || n.head == "staff" && n.wanted.Head == "":
		if n.by == nil {
			return nil
		}
		args = append([]graph.Slot{*n.by}, args...)
		what = &graph.Slot{Head: "employee", Name: "employees"}
	case n.head == "toll" && slices.Contains(n.words, "death"), n.head == "death toll":
		if n.by != nil {
			args = append([]graph.Slot{withRole(*n.by, "in")}, args...)
		}
		what = &graph.Slot{Head: "death", Name: "deaths"}
	case n.head != "number" || what == nil || what.Proper:
		return nil
	}
	n = n.less(func(string) bool { return true })
	args = append(slices.Clone(what.Within), args...)
	if k := len(what.Words); k > 0 && (persons[what.Head] || what.Head == "people") && len(crews[participles[what.Words[k-1]]]) > 0 {
		what = &graph.Slot{Head: participles[what.Words[k-1]], Words: what.Words[:k-1]} // "injured people"
	}
	var out []graph.Pattern
	number := graph.Slot{Wanted: true, Counted: true, Head: what.Head, Words: what.Words}
	who := number
	if crews[what.Head]["kill"] || crews[what.Head]["injure"] || crews[what.Head]["arrest"] || crews[what.Head]["evacuate"] {
		who.Head = "people"
	}
	add := func(verb, role string, wanted graph.Slot, place func(graph.Slot) graph.Slot) {
		slots := []graph.Slot{withRole(wanted, role)}
		for i, s := range args {
			if i == 0 {
				s = place(s)
			}
			slots = append(slots, s)
		}
		x := n.pattern(graph.AskQuantity, verb, slots...)
		x.Text = "How many " + x.Text
		x.Rest = slices.DeleteFunc(slices.Clone(x.Rest), func(w string) bool { return w == what.Head })
		out = append(out, x)
	}
	as := func(role string) func(graph.Slot) graph.Slot {
		return func(s graph.Slot) graph.Slot { return withRole(s, role) }
	}
	same := func(s graph.Slot) graph.Slot { return s }
	for i, v := range n.Rest { // "the number of soldiers killed in the war"
		if len(near.of[v]) == 0 {
			continue
		}
		rest := n.Rest
		n.Rest = slices.Delete(slices.Clone(rest), i, i+1)
		add(v, "object", number, same)
		add(v, "subject", number, same)
		n.Rest = rest
	}
	for _, v := range slices.Sorted(maps.Keys(crews[what.Head])) {
		add(v, "object", who, as("subject"))
		if v == "kill" {
			add("die", "subject", who, as("in"))
		}
		if v == "kill" || v == "injure" || v == "arrest" {
			add(v, "object", who, same)
		}
	}
	for _, v := range slices.Sorted(maps.Keys(agents)) {
		if agents[v][what.Head] && !offices[v] {
			x := who
			if takers[what.Head] {
				x.Head = "people"
			}
			add(v, "subject", x, as("object"))
		}
	}
	for _, v := range schema.Verbs(what.Head) {
		add(v, "object", number, as("subject"))
	}
	if len(args) > 0 {
		add("have", "object", number, as("subject"))
	}
	slices.SortStableFunc(out, func(a, b graph.Pattern) int { return strings.Compare(a.Verb, b.Verb) })
	return out
}

// crewed are nouns for all those who work for a firm.
var crewed = set("workforce staff payroll headcount personnel")

// takers are nouns for those who take part in something.
var takers = set("participant attendee entrant contestant")

// dates are nouns for when something is.
var dates = set("date day time year month deadline moment hour start beginning end closing opening expiry expiration completion birthday anniversary")

// phases are the verbs for the first and last of something.
var phases = map[string]string{"start": "start", "beginning": "start", "opening": "open", "end": "end", "closing": "close", "completion": "complete", "expiry": "end", "expiration": "end"}

// dated are the patterns that ask when: "the deadline for the offer", "the date of the launch", "the launch date of the ship".
func (n *notion) dated() []graph.Pattern {
	if !dates[n.head] || n.Ask == graph.AskPlace {
		return nil
	}
	if n.Ask == graph.AskTime && n.head != "deadline" && phases[n.head] == "" && len(n.words) == 0 {
		return nil
	}
	var out []graph.Pattern
	words := n.words
	n = n.less(func(string) bool { return true })
	when := func(verb string, tense bool, slots ...graph.Slot) {
		x := n.pattern(graph.AskTime, verb, slots...)
		x.Text = "When " + x.Text
		if !tense {
			x.Tenses = nil
		}
		out = append(out, x)
	}
	var things []graph.Slot
	if n.by != nil {
		things = append(things, *n.by)
	}
	things = append(things, n.args...)
	if k := len(words); k > 0 {
		w := words[k-1]
		verbs := schema.Verbs(w)
		if phases[w] != "" {
			verbs = append(slices.Clone(verbs), phases[w])
		}
		for _, v := range verbs {
			for _, s := range things {
				if phases[w] != "" {
					when(v, true, withRole(s, "subject"))
				}
				when(v, true, withRole(s, "object"))
				when(v, true, withRole(s, "subject"))
			}
		}
	}
	for _, s := range things {
		if s.Head == "birth" && len(s.Within) > 0 {
			when("be born", true, withRole(s.Within[0], "subject"))
		}
		if v := phases[n.head]; v != "" {
			when(v, true, withRole(s, "subject"))
			when(v, true, withRole(s, "object"))
		}
		if s.Proper || s.Head == "" {
			continue
		}
		for _, v := range schema.Verbs(s.Head) {
			for _, role := range []string{"object", "subject"} {
				slots := tiedTo(s, role)
				when(v, n.head != "deadline", slots...)
			}
		}
		if n.head == "deadline" {
			for _, v := range []string{"make", "submit"} {
				x := graph.Slot{Role: "object", Name: s.Head, Head: s.Head, Words: s.Words}
				slots := []graph.Slot{x}
				for _, w := range s.Within {
					if w.Role == "of" {
						slots = append(slots, withRole(w, "subject"))
					}
				}
				when(v, false, slots...)
			}
		} else {
			when("be", true, withRole(s, "subject"))
		}
	}
	return out
}
