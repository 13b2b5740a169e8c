package queries

import (
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// doer reads "Ann is the owner of the shop" as "Ann owns the shop".
func (q *asked) doer(r *reading, add func(float64, graph.Statement)) {
	st := r.st
	head := schema.Head(st.Object.Name)
	if head == "" || st.Subject.None() || deputy(&st.Object, head) {
		return
	}
	if words := strings.Fields(strings.ToLower(st.Object.Name)); len(words) > 1 && akin.covers("boss", strings.Join(words[len(words)-2:], " ")) {
		head = "boss" // its chief executive leads the company
	}
	ws, least := owners(st), 1.0
	part := department(st.Object.Text, head)
	if part != "" && agents["lead"][head] {
		ws = slices.DeleteFunc(slices.Clone(ws), func(w graph.Value) bool { return !strings.HasPrefix(part, w.Text) && !strings.HasPrefix(part, w.Name) })
	}
	if q.p.Verb == "belong" && properLike(st.Object.Name) && !strings.Contains(st.Object.Name, " ") && (strings.HasPrefix(st.Object.Text, "a ") || strings.HasPrefix(st.Object.Text, "an ")) {
		s := *st // "Pike, a Republican"
		s.Relation.Lemma, s.Kind, s.Object.Class = "belong to", graph.Relational, "Group"
		add(0.9, s)
	}
	if q.p.Ask == graph.AskPlace && len(ws) == 0 {
		for _, x := range st.Roles {
			if x.Name == "in" {
				ws = append(ws, x.Value) // "a surgeon in Cali"
			}
		}
	}
	if o := q.slot("object"); len(ws) == 0 && part == "" && o != nil && agent(q.p.Verb, head) && (strings.HasPrefix(head, stem(q.p.Verb)) && strings.HasPrefix(strings.ToLower(st.Object.Text), "the ") || unowned(st)) && !q.elsewhere(o, r) && (q.before(o, r) || definite(st.Object.Text) && !unowned(st) && q.spokenOf(o, r)) && !(st.Subject.Class == "Organization" && strings.Contains(r.text, head+" "+strings.ToLower(st.Subject.Name))) { // not "the insurer Nordzee", which is one of many
		name := o.Name
		if name == "" {
			name = o.Head
		}
		ws, least = []graph.Value{{Name: name, Text: name, Class: "Thing"}}, 0.75 // "the coach, Ann Lee"
	}
	if len(ws) == 0 && q.slot("object") == nil && agent(q.p.Verb, head) && strings.HasPrefix(strings.ToLower(st.Object.Text), "the ") && len(q.p.Slots) > 1 {
		s := *st // "the mediator, Ann Lee"
		s.Relation.Lemma, s.Object, s.Roles, s.Kind = q.p.Verb, graph.Value{}, nil, graph.Relational
		add(0.8, s)
	}
	for _, w := range ws {
		s := *st
		s.Relation.Lemma, s.Object, s.Roles, s.Kind = q.p.Verb, w, nil, graph.Relational
		switch {
		case head == "predecessor" && q.p.Verb == "succeed":
			s.Subject, s.Object = w, st.Subject
			add(0.9, s)
		case agent(q.p.Verb, head):
			add(0.9*least, s)
			if q.p.Verb == "marry" {
				s.Subject, s.Object = w, st.Subject
				add(0.9*least, s)
			}
		case q.p.Verb == "lead" && (agents["chair"][head] || agents["coordinate"][head]):
			add(0.75*least, s) // where nobody is called its leader
		case q.p.Verb == "own" && possessions[head]:
			s.Subject, s.Object = w, st.Subject // "Omnia's channel, Um"
			add(0.9, s)
		case (q.p.Verb == "make" || q.p.Verb == "produce" || q.p.Verb == "manufacture") && wares[head] && nameLike(st.Subject.Name):
			s.Subject, s.Object = w, st.Subject // "Norvik's medicine, Cardovel"
			add(0.9, s)
		case (crafts[head] || craft(head)) && q.p.Verb == "work" && q.p.Time.Text == "":
			s.Relation.Lemma = "work at"
			add(0.9, s)
		}
		if whole := strings.Fields(st.Object.Name); len(whole) == 2 && agent(q.p.Verb, head) { // "her campaign manager"
			s.Object, s.Roles = graph.Value{Name: whole[0], Text: whole[0], Class: "Thing"}, []graph.Role{{Name: "of", Value: w}}
			add(0.9, s)
		}
	}
}

// mostTold bounds the documents that are read whole for what they call things.
const mostTold = 8

// calledSo reports whether the statement's article calls the entity by that noun elsewhere: "the airline".
func (q *asked) calledSo(id graph.ID, noun string, r *reading) bool {
	if id == "" || !holds(r.all, "the "+noun) {
		return false
	}
	for _, src := range r.st.Sources {
		if _, ok := q.told[src.Doc]; !ok && len(q.told) >= mostTold {
			continue
		}
		sts, err := q.statements(src.Doc)
		if err != nil {
			continue
		}
		if slices.ContainsFunc(sts, func(st graph.Statement) bool {
			return slices.ContainsFunc([]graph.Value{st.Subject, st.Object}, func(v graph.Value) bool { return v.ID == id && strings.EqualFold(v.Text, "the "+noun) })
		}) {
			return true
		}
	}
	return false
}

// one reports whether the statement's article says elsewhere that somebody is what the noun says.
func (q *asked) one(id graph.ID, noun string, r *reading) bool {
	if id == "" {
		return false
	}
	for _, src := range r.st.Sources {
		if _, ok := q.told[src.Doc]; !ok && len(q.told) >= mostTold {
			continue
		}
		sts, err := q.statements(src.Doc)
		if err == nil && slices.ContainsFunc(sts, func(st graph.Statement) bool {
			return st.Relation.Lemma == "be" && st.Subject.ID == id && st.Polarity == graph.Positive && sameNoun(noun, schema.Head(st.Object.Name))
		}) {
			return true
		}
	}
	return false
}

// mostBeing bounds the entities of which a question looks up what they are.
const mostBeing = 30

// being reports whether any article says that a thing, no person, is what the noun says: "the stadium, Norvik Park".
func (q *asked) being(v graph.Value, noun string) bool {
	if v.ID == "" || v.Class == "Person" {
		return false
	}
	heads, ok := q.is[v.ID]
	if !ok && len(q.is) < mostBeing {
		sts, err := q.beings([]graph.ID{v.ID}, 20)
		if err != nil {
			return false // the next reading of the store tells of it
		}
		for _, st := range sts {
			if st.Subject.ID == v.ID {
				heads = append(heads, schema.Head(st.Object.Name))
			}
		}
		q.is[v.ID] = heads
	}
	return slices.ContainsFunc(heads, func(h string) bool { return sameNoun(noun, h) })
}

// spokenOf reports whether the statement's article has spoken of what the slot names.
func (q *asked) spokenOf(s *graph.Slot, r *reading) bool {
	word := s.Head
	if s.Proper {
		word = s.Name
	}
	return word != "" && (holds(r.all, word) || !s.Proper && slices.ContainsFunc(fellows(akin, word), func(w string) bool { return holds(r.all, w) }))
}

// deputy reports whether a phrase with that head says that somebody only stands in for it: "vice president".
func deputy(v *graph.Value, head string) bool {
	for _, text := range []string{v.Name, v.Text} {
		before, _, ok := strings.Cut(strings.ToLower(text), head)
		if words := strings.FieldsFunc(before, func(r rune) bool { return r == ' ' || r == '-' }); ok && slices.ContainsFunc(words, func(w string) bool { return deputies[w] }) {
			return true
		}
	}
	return false
}

// partial are words before an office that only leads a part of the whole.
var partial = set("finance financial sporting sports marketing sales commercial technical creative artistic medical music research legal communications operating operations security football regional vice deputy assistant press information personnel fire police coast union guard")

var deputies = set("vice deputy assistant associate sub")

// department is what the head of a phrase leads of something greater: "sales" of "director of sales at Omnia".
func department(text, head string) string {
	_, part, ok := strings.Cut(text, head+" of ")
	if !ok || properLike(part) || strings.HasPrefix(part, "the ") || strings.HasPrefix(part, "a ") || strings.HasPrefix(part, "an ") {
		return ""
	}
	if first, _, _ := strings.Cut(part, " "); possessives[first] {
		return ""
	}
	return part
}

// tellsPart reports whether a slot names the part of a whole of which somebody is the head.
func tellsPart(s *graph.Slot, part string) bool {
	part = strings.ToLower(part)
	return slices.ContainsFunc(s.Words, func(w string) bool { return holds(part, w) }) ||
		slices.ContainsFunc(s.Within, func(w graph.Slot) bool {
			return w.Head != "" && holds(part, w.Head) || w.Name != "" && holds(part, strings.ToLower(w.Name))
		})
}

// ofState reports whether a statement gives somebody the title alone that heads of state have, where the question asks by another noun
// for who is at the head of something that is no place: "President Ann Lee" is not the head of the bank.
func (q *asked) ofState(s *graph.Slot, r *reading) bool {
	o := q.slot("object")
	return o != nil && s.Class != "Place" && s.State == "" && len(owners(r.st)) == 0 && r.st.Object.Text == capitalised(r.st.Object.Text) && !definite(r.st.Object.Text) && reigning[schema.Head(r.st.Object.Name)] && o.Head != schema.Head(r.st.Object.Name) && !holds(r.text, s.Name)
}

// reigning are titles of heads of states and of governments.
var reigning = set("president king queen emperor chancellor premier minister governor mayor")

// unowned reports whether a statement's object has a possessive that was not resolved: "his successor will be Ann".
func unowned(st *graph.Statement) bool {
	first, _, _ := strings.Cut(strings.ToLower(st.Object.Text), " ")
	return possessives[first] || first == "whose"
}

// craft reports whether a noun has the look of one for who does some work: "analyst".
func craft(noun string) bool {
	for _, end := range []string{"ist", "ian", "eer", "yst", "geon"} {
		if strings.HasSuffix(noun, end) {
			return true
		}
	}
	return false
}

// wares are nouns for what its maker's name stands before.
var wares = set("medicine drug vaccine car phone smartphone model game software app beer brand aircraft jet rocket engine rifle tractor console browser camera perfume watch toy cereal whisky")

// possessions are nouns whose owner stands before them.
var possessions = set("subsidiary channel shop brand newspaper magazine ship vessel yacht boat dog horse house villa restaurant hotel mine factory plant airline bakery farm estate")

// lapsed reports whether a statement tells of what is past where the question asks for who holds an office, or might do something.
func (q *asked) lapsed(s *graph.Slot, r *reading) bool {
	by := strings.Contains(r.text, " "+strings.ToLower(r.st.Relation.Text)+" by ") && !strings.Contains(r.st.Relation.Text, " ") // "a group led by Ann": still
	return r.st.Tense == graph.Past && (offices[r.verb] && !by && len(q.p.Tenses) == 0 && q.p.Ask == graph.AskArgument || slices.ContainsFunc(s.Words, func(w string) bool { return unsure[w] }))
}

// title reads "Ann heads the bank" as "Ann is the head of the bank", where the question asks for such.
func (q *asked) title(r *reading, add func(float64, graph.Statement)) {
	for i := range q.p.Slots {
		slot := &q.p.Slots[i]
		if len(slot.Within) == 0 || slot.Head == "" || r.st.Tense == graph.Future || q.lapsed(slot, r) || r.st.Subject.None() || r.st.Object.None() {
			continue
		}
		of, s := r.st.Object, *r.st
		switch {
		case slot.Head == "predecessor" && r.means("succeed"):
			s.Subject, of = r.st.Object, r.st.Subject
		case slot.Head == "successor" && r.means("succeed"), agent(r.verb, slot.Head):
		case (slot.Head == "husband" || slot.Head == "wife" || slot.Head == "spouse") && (r.verb == "marry" || r.verb == "be married"):
			if slot.Within[0].Proper && q.valueFits(&slot.Within[0], s.Subject, r) > 0.5 {
				s.Subject, of = of, s.Subject
			}
		default:
			continue
		}
		if q.valueFits(&slot.Within[0], of, r) < 0.45 {
			continue
		}
		s.Relation.Lemma, s.Kind = "be", graph.Attribute
		s.Object = graph.Value{Name: strings.Join(append(slices.Clone(slot.Words), slot.Head), " "), Class: "Person"}
		s.Roles = []graph.Role{{Name: "of", Value: of}}
		add(0.9, s)
	}
}

// means reports whether the statement's predicate is verb, by its relation or as one that stands for it.
func (r *reading) means(verb string) bool {
	return together(near, r.verb, verb) || r.st.Relation.ID == graph.RelationID(verb)
}

// agent reports whether noun is who does verb, by the list or by its ending: who manufactures is a manufacturer.
func agent(verb, noun string) bool {
	if agents[verb][noun] || agents[verb] == nil && slices.ContainsFunc(fellows(near, verb), func(v string) bool { return agents[v][noun] }) {
		return true
	}
	end := strings.HasSuffix(noun, "er") || strings.HasSuffix(noun, "or")
	return end && len(verb) > 3 && (strings.TrimSuffix(noun[:len(noun)-2], "e") == strings.TrimSuffix(verb, "e") || noun == verb+verb[len(verb)-1:]+"er")
}

// elsewhere reports whether what somebody is said to be tells of a body that is not the slot's: a trade union leader leads no bank,
// nor does the head of the bank workers' union.
func (q *asked) elsewhere(s *graph.Slot, r *reading) bool {
	body := func(v graph.Value) bool { return kinds[schema.Head(v.Name)] == "Organization" }
	if words := strings.Fields(r.st.Object.Name); len(words) > 1 && !properLike(r.st.Object.Name) {
		if v := (graph.Value{Name: words[len(words)-2], Text: words[len(words)-2]}); body(v) {
			return !sameNoun(s.Head, v.Name) && !holds(strings.ToLower(s.Name), v.Name)
		}
	}
	for _, v := range owners(r.st) {
		if q.valueFits(s, v, r) > 0 {
			return false
		}
		if (properLike(v.Name) || possessives[strings.ToLower(v.Text)] && !followed(s.Name, v.Name, r.all)) && v.Class == "Organization" || body(v) && strings.Contains(v.Name, " ") && v.ID == "" && !holds(strings.ToLower(s.Name), schema.Head(v.Name)) {
			return true
		}
	}
	return false
}

// followed reports whether a text, in lower case, has a noun soon behind a name: "Nordvik football club".
func followed(name, noun, text string) bool {
	name, noun = strings.ToLower(name), strings.ToLower(noun)
	for rest, ok := text, true; ok; {
		if _, rest, ok = strings.Cut(rest, name+" "); ok && slices.Contains(strings.Fields(rest[:min(len(rest), 40)]), noun) {
			return true
		}
	}
	return false
}

// leading are verbs of what one does who has charge of an office.
var leading = spaced("lead head run take_over get receive manage direct assume")

// ministry reads "took over the finance ministry" as that somebody became finance minister.
func (q *asked) ministry(r *reading, add func(float64, graph.Statement)) {
	v, name := q.p.Verb, strings.ToLower(r.st.Object.Name)
	if v != "be" && v != "become" || !leading[r.verb] && !leading[r.st.Relation.Lemma] || r.st.Subject.None() || !holds(name, "ministry") && !holds(name, "portfolio") {
		return
	}
	for i := range q.p.Slots {
		slot := &q.p.Slots[i]
		if slot.Head != "minister" || slot.Wanted || len(slot.Words) == 0 || slices.ContainsFunc(slot.Words, func(w string) bool { return !later[w] && !holds(name, w) }) {
			continue
		}
		s := *r.st
		s.Relation.Lemma, s.Object, s.Kind = v, graph.Value{Name: strings.Join(append(slices.Clone(slot.Words), slot.Head), " "), Class: "Person"}, graph.Attribute
		add(0.85, s)
	}
}

// owners are what a statement's object is of: the shop in "the owner of the shop".
func owners(st *graph.Statement) []graph.Value {
	var out []graph.Value
	for _, x := range st.Roles {
		switch x.Name {
		case "of", "at", "for", "with":
			out = append(out, x.Value)
		}
	}
	if len(out) > 0 {
		return out
	}
	if who, _, ok := strings.Cut(st.Object.Text, "'s "); ok && strings.HasPrefix(strings.ToLower(who), "the ") {
		return []graph.Value{{Name: who[len("the "):], Text: who, Class: "Thing"}}
	}
	for _, text := range []string{st.Object.Name, st.Object.Text} {
		for _, prep := range []string{" of ", " at ", " for "} {
			if _, rest, ok := strings.Cut(text, prep); ok {
				name := rest
				for _, article := range []string{"the ", "a ", "an "} {
					name = strings.TrimPrefix(name, article)
				}
				return []graph.Value{{Name: name, Text: rest, Class: "Thing"}}
			}
		}
		if who, _, ok := strings.Cut(text, "'s "); ok {
			return []graph.Value{{Name: who, Text: who, Class: "Thing"}}
		}
	}
	return nil
}

// titled reports whether the text up to the statement's sentence has the noun, or one akin to it, beside the name:
// "the cyclone Talia", "Talia, a strong cyclone".
func (r *reading) titled(name, noun string) bool {
	name = strings.ToLower(name)
	for at := 0; ; {
		i := strings.Index(r.all[at:], name)
		if i < 0 {
			return false
		}
		i += at
		before := strings.Fields(r.all[max(0, i-40):i])
		if n := len(before); n > 0 && !strings.HasSuffix(before[n-1], ".") && sameNoun(noun, strings.TrimSuffix(before[n-1], ",")) {
			return true
		}
		at = i + len(name)
		if n := len(before); n > 0 && strings.HasSuffix(before[n-1], ",") && someone(strings.TrimSuffix(before[n-1], ",")) {
			continue // "the goalkeeper, Ann Lee, the captain, Eva Lind, and …"
		}
		if rest, ok := strings.CutPrefix(r.all[at:], ", "); ok && !strings.HasPrefix(rest, "which") {
			rest, _, _ = strings.Cut(rest[:min(80, len(rest))], ",")
			if w := strings.Fields(rest); len(w) > 1 && (w[0] == "a" || w[0] == "an" || w[0] == "the" || possessives[w[0]] || slices.ContainsFunc(w[:min(3, len(w)-1)], func(x string) bool { return strings.HasSuffix(x, "'s") })) && sameNoun(noun, schema.Head(rest)) {
				return true
			}
		}
	}
}

// calls reports whether the text up to the statement's sentence has an office beside a name: "vice president Ann Lee", "Ann Lee, the
// vice-president".
func (r *reading) calls(name, office string) bool {
	all := strings.ReplaceAll(r.all, "-", " ")
	name = strings.ToLower(strings.ReplaceAll(name, "-", " "))
	if strings.Contains(all, office+" "+name) || strings.Contains(all, office+", "+name) {
		return true
	}
	for rest := all; ; {
		_, after, ok := strings.Cut(rest, name+", ")
		if !ok {
			return false
		}
		beside, _, _ := strings.Cut(after, ",")
		if strings.Contains(beside, office) {
			return true
		}
		rest = after
	}
}
