package queries

import (
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// measures are nouns for what has an amount.
var measures = set("profit turnover revenue income salary wage pay population turnout budget cost price fine debt loss weight height length width depth size speed share stake magnitude toll temperature capacity output value fee rent " +
	"ransom reward prize dividend deficit surplus rate tax bill grant loan subsidy donation bid offer sentence crew staff score majority attendance " +
	"altitude depth elevation diameter radius circumference mass volume capacity yield headcount readership audience membership enrolment unemployment inflation mortality emission consumption rainfall snowfall catch harvest crop tonnage payload range mileage limit quota threshold " +
	"lead quorum royalty commission bounty compensation damage settlement payment instalment deposit mortgage premium allowance pension stipend scholarship investment valuation takings spending expenditure contribution export import gap margin area distance duration age circulation bonus pension ticket fare wealth fortune")

// currencies are words and signs of money.
var currencies = set("dollar euro pound franc krone kroner krona kronor yen yuan rouble ruble rupee peso real reais zloty forint koruna crown lira dinar dirham rand won baht shilling cent penny pence usd eur gbp")

// moneyed reports whether text holds an amount of money.
func moneyed(text string) bool {
	return numbered(text) && (strings.ContainsAny(text, "$€£¥") || anyWord(strings.Trim(text, ".,"), currencies))
}

// reaching are verbs that give the amount of their subject.
var reaching = set("be reach total exceed stand amount come hit measure cost equal number weigh last top run average")

// priced reports whether the question asks for money by its verb or adjective.
func (q *asked) priced() bool {
	if w := q.p.Wanted(); w != nil && w.Head == "worth" || q.p.Verb == "cost" || q.p.Verb == "pay" || q.p.Verb == "earn" || q.p.Verb == "owe" {
		return true
	}
	text := strings.ToLower(q.p.Text)
	return strings.Contains(text, "how much money") || strings.Contains(text, "what price")
}

// measured answers how much something is, from phrases and statements that give its amount: "a stake of 24 percent", "its
// profit rose to 210 million".
func (q *asked) measured(out *Reply) {
	var of *graph.Slot
	asks := q.p.Ask == graph.AskQuantity && (q.p.Verb == "be" || q.p.Verb == "cost" || q.p.Verb == "have")
	for i := range q.p.Slots {
		s := &q.p.Slots[i]
		switch {
		case s.Role != "subject" && s.Role != "object" || s.Proper:
		case s.Wanted && s.Counted && measures[s.Head] && q.p.Verb == "be":
			of, asks = s, true // "how high was Ann's fine"
		case !s.Wanted && s.Head != "" && (q.p.Verb == "be" || q.p.Verb == "cost") && (asks || measures[s.Head] && (q.p.Ask == graph.AskIdentity || q.p.Ask == graph.AskArgument)):
			if of == nil || s.Role == "subject" {
				of = s
			}
			asks = true
		}
	}
	if of == nil || !asks || q.p.Negative {
		return
	}
	slot, whole := *of, (*graph.Slot)(nil)
	slot.Wanted = false
	if of.Wanted {
		whole = q.slot("subject")
	}
	var found []Answer
	for i := range q.found {
		st := &q.found[i]
		if st.Certainty > graph.Probable && st.Polarity != graph.Negative {
			continue
		}
		r := q.reading(st)
		owner := 1.0
		if whole != nil {
			owner = q.tied(&graph.Slot{Name: whole.Name, Head: whole.Head, Proper: whole.Proper, Class: whole.Class, Role: "of"}, r)
			owner = max(owner, q.core(whole, r, false))
		}
		if owner *= q.timeFits(r); owner < 0.5 {
			continue
		}
		if q.p.Verb == "cost" && len(st.Sources) > 0 && !of.Wanted {
			if text := priceOf(st.Sources[0].Quote, slot.Head); text != "" && q.parts(&slot, &reading{st: st, verb: r.verb, args: r.args, text: r.near, near: r.near, all: r.all}) >= 0.5 {
				found = append(found, Answer{Name: text, Statements: []graph.Statement{*st}, score: 0.8 * owner})
			}
		}
		add := func(text string, score float64) {
			if text = strings.TrimSpace(text); numbered(text) && (!q.priced() || moneyed(text)) && q.unitFits(text) && score >= 0.4 {
				found = append(found, Answer{Name: text, Statements: []graph.Statement{*st}, score: score})
			}
		}
		if tied := q.parts(&slot, r); tied >= 0.5 && st.Polarity == graph.Positive && len(st.Sources) > 0 {
			add(amountAfter(st.Sources[0].Quote, slot.Head), 0.8*owner*tied)
		}
		for _, a := range r.args {
			score := q.valueFits(&slot, a.Value, r)
			if score < 0.4 {
				continue
			}
			add(amount(a.Value, slot.Head), owner*score) // whatever is denied: "its crew of 26 are not allowed ashore"
			if a.role != "subject" || st.Polarity == graph.Negative {
				continue
			}
			for _, b := range r.args {
				changes := together(near, r.verb, "rise") || together(near, r.verb, "fall")
				if b.role == "to" && changes || b.role != "subject" && (reaching[r.verb] || q.priced() && !changes) && (b.Class == "Quantity" || moneyed(b.Text)) {
					if numbered(b.Name) {
						add(b.Name, owner*score)
					}
				}
			}
		}
		if whole != nil && st.Polarity == graph.Positive && slices.ContainsFunc(schema.Verbs(slot.Head), func(v string) bool { return together(near, v, r.verb) }) && q.core(whole, r, false)+q.core(&graph.Slot{Name: whole.Name, Head: whole.Head, Proper: whole.Proper, Role: "object"}, r, false) > 0.5 {
			add(st.Quantity.Text, 0.8*owner) // "he was fined 90,000 euros"
		}
	}
	out.collect(found, 0.1)
}

// amount is the number in a phrase about the noun: of "a loan of 2 million euros", "a 24 percent stake"; "" for none.
func amount(v graph.Value, noun string) string {
	for _, text := range []string{v.Text, v.Name} {
		low := strings.ToLower(text)
		if _, rest, ok := strings.Cut(low, " of "); ok && len(low) == len(text) {
			rest = text[len(text)-len(rest):]
			if first, _, _ := strings.Cut(rest, " "); numbered(first) || first == "about" || first == "some" || first == "nearly" {
				words := strings.Fields(rest)
				for i, w := range words {
					if i > 0 && slices.Contains(prepositions, w) {
						words = words[:i]
						break
					}
				}
				return strings.Join(words, " ")
			}
			continue
		}
		words := strings.Fields(text)
		for i, w := range words {
			if i > 0 && slices.Contains(prepositions, w) {
				words = words[:i]
				break
			}
		}
		for len(words) > 0 && (words[0] == "a" || words[0] == "an" || words[0] == "the" || words[0] == "A" || words[0] == "The" || possessives[words[0]]) {
			words = words[1:]
		}
		if n := len(words); n > 1 && numbered(words[0]) && strings.Contains(words[0], "-") {
			return words[0] // "a 118-metre dam"
		} else if n > 2 && numbered(words[0]) {
			return strings.Join(words[:n-1], " ") // a "380 million euro spacecraft"
		}
	}
	return ""
}

// parts says how well the statement meets what the slot's phrase ties to its noun.
func (q *asked) parts(s *graph.Slot, r *reading) float64 {
	score := 1.0
	for i := range s.Within {
		score *= max(q.tied(&s.Within[i], r), q.core(&graph.Slot{Role: "subject", Name: s.Within[i].Name, Head: s.Within[i].Head, Proper: s.Within[i].Proper}, r, false))
	}
	for _, w := range s.Words {
		if !holds(r.text, w) {
			return 0
		}
	}
	return score
}

// amountAfter is the number behind the noun and "of" in a sentence: of "a loan of 2 million euros"; "" for none.
func amountAfter(sentence, noun string) string {
	if noun == "" {
		return ""
	}
	low, behind := strings.ToLower(sentence), noun+" of"
	i := wordAt(low, behind, 0)
	if i < 0 && grades[noun] {
		behind = noun // "magnitude 7.1"
		i = wordAt(low, behind, 0)
	}
	if i < 0 || i+len(behind)+1 >= len(sentence) {
		return ""
	}
	var out []string
	for _, w := range strings.Fields(sentence[i+len(behind)+1:]) {
		word := strings.TrimRight(w, ",.;:")
		if len(out) == 0 && word == "about" {
			continue
		}
		if !numbered(word) && (len(out) == 0 || !currencies[strings.TrimSuffix(word, "s")] && word != "percent" && word != "cent" && word != "per") {
			break
		}
		if out = append(out, word); word != w {
			break
		}
	}
	return strings.Join(out, " ")
}

// grades are nouns that a number follows without more.
var grades = set("magnitude level category grade class stage")

// priceOf is the sum of money before "a" and the noun in a sentence: of "24 dollars a dose"; "" for none.
func priceOf(sentence, noun string) string {
	for _, each := range []string{" a ", " an ", " per "} {
		i := strings.Index(strings.ToLower(sentence), each+noun)
		if i < 0 || noun == "" {
			continue
		}
		words := strings.Fields(sentence[:i])
		n := len(words)
		for n > 0 && (numbered(words[n-1]) || currencies[strings.TrimSuffix(strings.ToLower(words[n-1]), "s")]) {
			n--
		}
		if text := strings.Join(words[n:], " "); moneyed(text) {
			return text
		}
	}
	return ""
}

// unitFits reports whether an amount has a unit of the kind that the question's adjective asks for.
func (q *asked) unitFits(text string) bool {
	words := strings.Fields(strings.ToLower(q.p.Text))
	if len(words) < 2 || words[0] != "how" {
		return true
	}
	unit := units[words[1]]
	if s := q.slot("subject"); words[1] == "high" && s != nil && !s.Proper && !measures[s.Head] && len(sums(s.Head)) == 0 {
		unit = units["tall"] // no price
	}
	return unit == nil || anyWord(text, unit)
}

// located answers where something is from statements that place it, and from phrases: "the agency in Darmstadt".
func (q *asked) located(out *Reply) {
	s := q.slot("subject")
	if s == nil || q.p.Verb != "be" || q.p.Ask != graph.AskPlace || len(q.p.Slots) > 1 {
		return
	}
	var found []Answer
	for i := range q.found {
		st := &q.found[i]
		if st.Polarity == graph.Negative || st.Certainty > graph.Probable || st.Tense == graph.Future && !slices.Contains(q.p.Tenses, graph.Future) {
			continue
		}
		r := q.reading(st)
		name := s.Name
		if !s.Proper && s.Head != "" {
			name = strings.Join(append(slices.Clone(s.Words), s.Head), " ")
		}
		for _, a := range r.args {
			score := q.valueFits(s, a.Value, r)
			if score < 0.5 {
				continue
			}
			if name != "" && len(st.Sources) > 0 {
				if at := within(st.Sources[0].Quote, name); at != "" {
					found = append(found, Answer{Name: at, Statements: []graph.Statement{*st}, score: score})
				}
			}
			if a.role == "object" && (siting[r.verb] || together(near, r.verb, "build")) && !s.Proper {
				for _, p := range q.place(r) {
					p.score, p.Statements = 0.9*score, []graph.Statement{*st}
					found = append(found, p)
				}
			}
		}
	}
	out.collect(found, 0.1)
}

// siting are verbs whose place is where their object is.
var siting = spaced("open set_up establish put keep hold have own run build locate base install store hide bury find own")

// within is the name that stands behind the thing's name and a preposition of place, "" for none.
func within(text, name string) string {
	i := strings.Index(strings.ToLower(text), strings.ToLower(name))
	if i < 0 || i+len(name) > len(text) {
		return ""
	}
	prep, rest, ok := strings.Cut(strings.TrimPrefix(text[i+len(name):], " "), " ")
	if !ok || placePreps[prep] < 2 {
		return ""
	}
	var out []string
	for _, w := range strings.Fields(rest) {
		word := strings.TrimRight(w, ",.;:")
		if !properLike(word) {
			break
		}
		if out = append(out, word); word != w {
			break
		}
	}
	if len(out) == 1 && (months[out[0]] || weekdays[out[0]]) {
		return ""
	}
	return strings.Join(out, " ")
}

var (
	months   = set("January February March April May June July August September October November December")
	weekdays = set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
)
