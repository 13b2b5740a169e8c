package queries

import (
	"slices"
	"strings"
	"unicode"

	"kg/graph"
	"kg/schema"
)

// wanted gives what the statement holds in the place that is asked for.
func (q *asked) wanted(r *reading, swap bool) []Answer {
	st := r.st
	switch q.p.Ask {
	case graph.AskTime:
		if q.lasting() {
			return duration(r)
		}
		if st.Time.Text == "" || st.Time.Start.IsZero() && st.Time.End.IsZero() && spans[schema.Head(st.Time.Text)] && numbered(st.Time.Text) {
			return nil // "in two hours" is no time at which
		}
		if q.p.Time.Text != "" && schema.Slug(q.p.Time.Text) == schema.Slug(st.Time.Text) {
			return nil
		}
		if st.Time.Start.IsZero() && slices.ContainsFunc(q.p.Slots, func(s graph.Slot) bool {
			return !s.Proper && s.Head != "" && holds(strings.ToLower(st.Time.Text), s.Head)
		}) {
			return nil // "until an election", where it asks when that is
		}
		if q.future() && q.over(st) {
			return nil // planned, and past when it was written
		}
		name := st.Time.Text
		if strings.HasPrefix(q.p.Text, "Since when When ") && !strings.HasPrefix(name, "since ") && !strings.HasPrefix(name, "from ") {
			return nil // when somebody led it is not when he began
		}
		if past := untilThen(name); q.until() && !past && !q.ending(r) || past && !q.until() && r.verb != q.p.Verb {
			return nil // who took part until May did not join then
		}
		if first, rest, ok := strings.Cut(name, " "); ok && (first == "in" || first == "on" || first == "at" || first == "In" || first == "On" || first == "At") {
			name = rest
		}
		return []Answer{{Name: name, Value: st.Time.Value, score: 1}}
	case graph.AskPlace:
		return q.place(r)
	case graph.AskQuantity:
		return q.number(r, swap)
	}
	w := q.p.Wanted()
	if w == nil {
		return nil
	}
	if w.Role == "subject" && r.verb == "replace" && q.role() != "with" && (st.Subject.Class == "Organization" && st.Object.Class == "Person" || slices.ContainsFunc(r.args, func(a arg) bool { return a.role == "with" })) {
		return nil // who put somebody in his place has not taken it
	}
	changed := w.Role == "subject" && w.Class != "Person" && ergative[q.p.Verb] && q.p.Verb != "merge" && !swap && !st.Subject.None() &&
		slices.ContainsFunc(r.args, func(a arg) bool { return a.role == "object" && q.kindFits(w, a.Value, r) > 0.7 }) && !slices.ContainsFunc(q.p.Slots, func(s graph.Slot) bool { return !s.Wanted && !enclosing[s.Role] })
	var out []Answer
	for _, a := range r.args {
		score := 1.0
		if changed && a.role == "object" { // "what will close": of "the bank will close its branch" the branch
			a.role = "subject"
		} else if changed && a.role == "subject" {
			continue
		}
		switch {
		case w.Role == "subject" || w.Role == "object":
			if !q.inRole(w.Role, a.role, swap) {
				continue
			}
			score = q.loss(w.Role, a.role)
		case w.Role == "in" && a.role == "subject" && a.Class == "Place" && kinds[w.Head] == "Place" && official[r.verb]: // "in which country was it banned"
		case a.role != w.Role:
			if !(placePreps[a.role] > 1 && placePreps[w.Role] > 1 && w.Head != "") && !(a.role == "object" && (strings.HasSuffix(st.Relation.Lemma, " "+w.Role) || r.verb != q.p.Verb)) { // "call for", "demand"
				continue
			}
		}
		if swap && w.Role == "subject" && placePreps[a.role] > 1 && a.Class == "Place" && stem(strings.TrimPrefix(r.verb, "be ")) == stem(q.p.Verb) {
			continue // "was founded in Porto": not by it
		}
		if w.Role == "subject" && q.forOther(a.Text) || w.Role == "object" && (w.Class == "Person" || kinds[w.Head] == "Organization" || kinds[w.Head] == "Person") && a.Class == "Place" && placePreps[a.role] > 1 {
			continue // who was killed near a town, "which club has been accused in Norway"
		}
		if q.asked(a.Value, r) || bare(a.Value) || a.role == "of" && !q.ownedBy(a.Value, r) && (a.ID == st.Subject.ID && a.ID != "" || q.p.Verb != "be" && w.Role == "of" && !strings.Contains(r.text, "of "+strings.ToLower(a.Text))) {
			continue // "her rival of theft" has her for its owner, "suspect its head of theft" the body
		}
		if words := strings.Fields(strings.ToLower(a.Text)); w.Head != "" && !w.Named && len(words) > 0 && len(words) < 3 && words[len(words)-1] == w.Head && (len(words) == 1 || definite(words[0])) && !properLike(a.Name) {
			continue // "which party": "his party"
		}
		if w.Head != "" && tallied(a.Text, w.Head) {
			continue // "which parties": not "three parties"
		}
		if score *= q.kindFits(w, a.Value, r); score == 0 || len(amounting[w.Head]) > 0 && strings.EqualFold(a.Name, w.Head) {
			continue // "what ransom do they demand": no ransom
		}
		name := wording(a.Value)
		if a.role != "object" && a.role != "as" && w.Role == "object" && verdicts[r.verb] && slices.Contains(prepositions, lastWord(a.role)) {
			name = a.role + " " + a.Text // "called it out of date"
		}
		out = append(out, Answer{Name: name, ID: a.ID, score: score})
	}
	if len(out) == 0 && w.Role == "of" && w.Head == "" {
		out = q.whose(r, swap)
	}
	if len(out) == 0 && w.Role == "of" && w.Head == "" && len(q.p.Slots) > 0 {
		for _, a := range r.args { // "whose bodies": of "the bodies of the two men"
			part, whole, ok := strings.Cut(a.Text, " of ")
			if of := slices.ContainsFunc(q.p.Slots, func(s graph.Slot) bool {
				return !s.Wanted && s.Head != "" && len(s.Within) > 0 && s.Within[0].Wanted && sameNoun(s.Head, schema.Head(part))
			}); ok && of && !pronouns[strings.ToLower(whole)] {
				out = append(out, Answer{Name: wording(graph.Value{Name: whole, Text: whole, Class: "Thing"}), score: 0.8})
			}
		}
	}
	if len(out) > 1 && (w.Role == "object") {
		best := out[0]
		for _, a := range out {
			if a.score > best.score {
				best = a
			}
		}
		out = []Answer{best}
	}
	if len(out) == 1 && w.Role == "object" && w.Head == "" && w.Class != "Person" && len(q.p.Slots) == 2 && preventing[r.verb] {
		if deed := q.deed(st); deed != "" { // "forbids its parties to own missiles"
			out[0].Name, out[0].ID = deed, ""
		}
	}
	return out
}

// tallied reports whether a phrase is the noun alone with a number.
func tallied(phrase, noun string) bool {
	words := strings.Fields(strings.ToLower(phrase))
	return len(words) == 2 && schema.Head(words[1]) == noun && numbered(words[0])
}

// official are verbs of what a country does, which is so in it.
var official = set("approve ban allow forbid prohibit permit legalise legalize outlaw license authorise authorize recognise recognize tax restrict block reject withdraw recall register clear lift ratify")

// forOther reports whether a phrase says that somebody is of another country or body than the one for which the question asks
// who did something: "Lund of Norway", where it asks who signed for Sweden.
func (q *asked) forOther(text string) bool {
	_, of, ok := strings.Cut(text, " of ")
	if !ok || !properLike(of) {
		return false
	}
	other := false
	for _, s := range q.p.Slots {
		for _, x := range append([]graph.Slot{s}, s.Within...) {
			if x.Role == "for" && x.Proper && !x.Wanted && (x.Class == "Place" || x.Class == "Organization") {
				if holds(strings.ToLower(of), strings.ToLower(x.Name)) {
					return false
				}
				other = true
			}
		}
	}
	return other
}

// lasting reports whether the question asks how long.
func (q *asked) lasting() bool { return strings.HasPrefix(strings.ToLower(q.p.Text), "how long") }

// onset reports whether the question asks since when something is so, or when somebody started it.
func (q *asked) onset() bool {
	text := strings.ToLower(q.p.Text)
	return q.p.Ask == graph.AskTime && (strings.HasPrefix(text, "since when") || strings.Contains(text, " start ") || strings.Contains(text, " begin "))
}

// spans are the nouns of lengths of time.
var spans = set("second minute hour day night week fortnight month season year decade century")

// duration is the length of time that a statement gives.
func duration(r *reading) []Answer {
	if t := r.st.Time; strings.HasPrefix(t.Value, "P") || spans[schema.Head(t.Text)] && numbered(t.Text) {
		return []Answer{{Name: strings.TrimPrefix(t.Text, "for "), Value: t.Value, score: 1}}
	}
	for _, a := range r.args {
		if a.role != "subject" && spans[schema.Head(a.Name)] && numbered(a.Text) {
			text, _, _ := strings.Cut(a.Text, " to ") // "14 days to appeal"
			return []Answer{{Name: text, score: 1}}
		}
	}
	if t := r.st.Quantity.Text; spans[schema.Head(t)] {
		return []Answer{{Name: t, score: 0.9}}
	}
	if t := r.st.Time; t.Text != "" && !strings.HasPrefix(t.Text, "on ") && !strings.HasPrefix(t.Text, "in ") && (strings.HasPrefix(t.Text, "until ") || strings.HasPrefix(t.Text, "since ") || strings.HasPrefix(t.Text, "from ")) {
		return []Answer{{Name: t.Text, Value: t.Value, score: 0.9}}
	}
	return nil
}

// units are the nouns of measures by the adjective that asks for them.
var units = func() map[string]map[string]bool {
	length := set("millimetre centimetre metre kilometre mile foot inch yard millimeter centimeter meter kilometer league fathom acre hectare km m cm mm kilometer")
	out := map[string]map[string]bool{"heavy": set("tonne ton kilo kilogram kilogramme gram pound stone kg"), "hot": set("degree"), "cold": set("degree")}
	for _, w := range strings.Fields("deep far tall long wide thick") {
		out[w] = length
	}
	return out
}()

// bare reports whether a value says nothing: a pronoun that was not resolved, "one of them".
func bare(v graph.Value) bool {
	name := strings.ToLower(v.Name)
	return pronouns[name] || v.Class == "unnamed" || strings.HasSuffix(name, " of them") || strings.HasSuffix(name, " them")
}

// asked reports whether a value is one that the question itself names.
func (q *asked) asked(v graph.Value, r *reading) bool {
	if !numbered(v.Text) && slices.Contains(q.p.Rest, noun(v.Name)) {
		return true
	}
	for i := range q.p.Slots {
		s := &q.p.Slots[i]
		if w := strings.Fields(strings.ToLower(v.Text)); !s.Wanted && s.Head != "" && len(w) == 2 && w[0] == "the" && w[1] == s.Head {
			return true // whatever it stands for
		}
		if !s.Proper && properLike(v.Name) && !sameNoun(s.Head, schema.Head(v.Name)) {
			continue // "the chairwoman, Hanna Drozd"
		}
		if !s.Proper && slices.ContainsFunc(s.Words, func(w string) bool { return !holds(strings.ToLower(v.Name+" "+v.Text), w) }) {
			continue // "what did the express train hit": another train
		}
		if !s.Proper && v.Class == "Clause" || !s.Proper && !definite(v.Text) && noun(v.Name) != schema.Head(s.Name) && !numbered(v.Text) {
			continue // "what do the musicians accuse him of": not players whom he has insulted
		}
		if !s.Wanted && s.Name != "" && q.valueFits(s, v, r) > 0.5 && !pronouns[strings.ToLower(v.Text)] {
			return true
		}
	}
	return false
}

// definite reports whether a phrase begins as that of a thing already spoken of.
func definite(text string) bool {
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	return first == "the" || first == "this" || first == "that" || first == "these" || first == "those" || possessives[first]
}

// wording is how an answer is named: a name, else the phrase without its article.
func wording(v graph.Value) string {
	if v.Class == "Clause" {
		return v.Text
	}
	if !properLike(v.Name) && len(strings.Fields(v.Text)) < 9 && strings.Contains(strings.ToLower(v.Text), schema.Head(v.Name)) {
		text := v.Text
		for _, article := range []string{"not ", "no ", "the ", "a ", "an ", "The ", "A ", "An "} {
			text = strings.TrimPrefix(text, article)
		}
		if !properLike(text) || strings.HasPrefix(v.Text, "The ") {
			return text // "release of their founder"
		}
	}
	return v.Name
}

// placePreps lead to where something is.
var placePreps = map[string]int{"in": 3, "at": 3, "near": 2, "on": 2, "outside": 2, "off": 2, "from": 1, "to": 1, "into": 1, "inside": 2, "by": 1}

func (q *asked) place(r *reading) []Answer {
	var out []Answer
	best := 0
	bound := slices.ContainsFunc(r.args, func(a arg) bool {
		return (a.role == "to" || a.role == "into") && a.Class == "Place" && !q.asked(a.Value, r)
	})
	for _, a := range r.args {
		n := placePreps[a.role]
		if kinds[schema.Head(a.Name)] == "Place" && strings.Contains(a.Name, " of ") {
			a.Class = "Place" // "the island of Selna"
		}
		if a.role == "of" && q.p.Verb == "be" && r.verb == "be" && a.Class == "Organization" && q.slot("object") != nil {
			n = 2 // "where is Ann a professor"
		}
		if a.role == "from" && bound {
			continue // "where did the firm move its seat": not whence
		}
		if n == 0 || bare(a.Value) || a.Class == "Person" || a.Class == "Date" || a.Class == "Quantity" || a.Class == "Clause" || q.asked(a.Value, r) {
			continue
		}
		if word := !nameLike(a.Name) && len(strings.Fields(a.Text)) == 1; word && a.role == "on" || a.Class != "Place" && (a.Class != "Organization" && a.Class != "Thing" || n < 2 || word) {
			continue // no "treaty on mackerel"
		}
		if a.Class == "Place" {
			n += 3
		}
		if nameLike(a.Name) {
			n++
		}
		if n > best {
			best, out = n, nil
		}
		if n == best {
			out = append(out, Answer{Name: a.Name, ID: a.ID, score: 1})
		}
	}
	if _, at, ok := strings.Cut(r.st.Subject.Text, " in "); ok && len(out) == 0 && nameLike(at) && r.st.Subject.Class == "Organization" && r.verb != "be" && !properLike(r.st.Subject.Name) && !q.asked(graph.Value{Name: at, Text: at}, r) {
		out = append(out, Answer{Name: at, score: 0.8}) // "the laboratory in Cologne found traces"
	}
	return out
}

// numbered reports whether text holds a number.
func numbered(text string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if unicode.IsDigit(rune(w[0])) || numerals[w] {
			return true
		}
	}
	return false
}

var numerals = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions dozen dozens half third quarter no nobody none") {
		out[w] = true
	}
	return out
}()

func (q *asked) number(r *reading, swap bool) []Answer {
	st, w := r.st, q.p.Wanted()
	var out []Answer
	for _, a := range r.args {
		if w != nil && w.Role != "" && !q.inRole(w.Role, a.role, swap) {
			continue
		}
		if q.asked(a.Value, r) {
			continue
		}
		name := a.Text
		if numbered(a.Name) && len(strings.Fields(a.Text)) > len(strings.Fields(a.Name))+2 {
			name = a.Name
		}
		if !numbered(name) {
			if name = a.Name; !numbered(name) {
				if st.Quantity.Text == "" || w == nil || w.Head == "" || !sameNoun(w.Head, schema.Head(a.Name)) {
					continue
				}
				name = st.Quantity.Text
			}
		}
		if !q.unitFits(a.Text) || q.priced() && !moneyed(name) && !(counts(name) && moneyed(strings.ReplaceAll(r.text, ",", " "))) || q.priced() && a.role == "of" {
			continue
		}
		if w != nil && w.Head == "age" && st.Tense == graph.Past && len(q.p.Tenses) == 0 {
			continue // "until he was 30"
		}
		score := 1.0
		if w != nil && w.Head != "" && w.Head != "age" {
			switch {
			case answersNoun(w.Head, schema.Head(a.Name)), strings.Contains(a.Text, " of ") && answersNoun(w.Head, noun(a.Text)), holds(strings.ToLower(a.Text), w.Head), slices.ContainsFunc(append(fellows(akin, w.Head), w.Head), func(n string) bool { return strings.Contains(r.text, strings.ToLower(a.Text)+" in "+n) }): // "two million in aid"
			case together(akin, w.Head, "people") && (a.Class == "Person" || persons[schema.Head(a.Name)] || len(strings.Fields(a.Name)) == 1 && numbered(a.Name)), workers[w.Head] && together(near, r.verb, "employ") && persons[schema.Head(a.Name)]:
			case st.Quantity.Text != "" && sameNoun(w.Head, schema.Head(a.Text)):
			case (strings.HasSuffix(a.Text, " of them") || strings.HasSuffix(a.Text, " of whom")) && q.spelt(w.Head, r.near):
				score = 0.8 // "sixty patients fell ill and seven of them died"
			case numbered(strings.Fields(a.Name)[len(strings.Fields(a.Name))-1]) && holds(r.text, w.Head):
				score = 0.8 // "employs 7,300"
			case masses[schema.Head(a.Name)] && numbered(a.Name) && !strings.Contains(a.Text, " of ") && q.p.Ask == graph.AskQuantity && holds(r.near, w.Head):
				score = 0.7 // "some of the uranium is left; Peru received 70 kilograms"
			default:
				continue
			}
		}
		if words := strings.Fields(a.Name); w != nil && w.Head == "age" && len(words) > 2 {
			switch n := len(words); {
			case words[n-1] == "old":
			case a.Class == "Person" && words[n-2] == "of" && numbered(words[n-1]): // "a teacher of 34"
				name = words[n-1]
			default:
				continue
			}
		}
		out = append(out, Answer{Name: name, score: score})
	}
	if len(out) == 0 && st.Quantity.Text != "" && (w == nil || w.Head == "") && numbered(st.Quantity.Text) {
		out = append(out, Answer{Name: st.Quantity.Text, score: 0.7})
	}
	return out
}

// masses are nouns for measures of stuff.
var masses = set("kilogram kilogramme kilo gram tonne ton pound litre liter barrel gallon ounce")

// counts reports whether text is a number alone: "310 million".
func counts(text string) bool {
	return numbered(text) && !slices.ContainsFunc(strings.Fields(strings.ToLower(text)), func(w string) bool { return !numerals[w] && !unicode.IsDigit(rune(w[0])) && w != "and" })
}

// anyWord reports whether one of the words of text, in the singular, is in the set.
func anyWord(text string, in map[string]bool) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(text)), func(w string) bool {
		return in[w] || in[strings.TrimSuffix(w, "s")] || w == "feet" || w == "inches"
	})
}

var persons = map[string]bool{"people": true, "person": true, "victim": true, "soldier": true, "worker": true, "civilian": true, "passenger": true, "child": true,
	"resident": true, "man": true, "woman": true, "protester": true, "member": true, "employee": true, "pupil": true, "student": true}
