package queries

import (
	"slices"
	"sort"
	"strings"

	"kg/graph"
	"kg/schema"
)

// view is one way to read a statement.
type view struct {
	*reading
	score float64
}

// views are the ways to read a statement that may answer the question: as it is said, and as the question would have
// said it: "sold it to Ann" for "Ann bought it", "the owner of the shop" for "owns the shop".
func (q *asked) views(st *graph.Statement) []view {
	r := q.reading(st)
	out, noun := []view{{r, 1}}, false
	add := func(score float64, s graph.Statement) {
		x := *r
		x.st, x.noun = &s, noun
		x.parse()
		out = append(out, view{&x, score})
	}
	v := q.p.Verb
	for _, f := range frames {
		if !together(near, f.to, v) || !together(near, f.from, r.verb) || r.verb == v {
			continue
		}
		s := *st
		s.Subject, s.Object, s.Roles, s.Relation.Lemma = graph.Value{}, graph.Value{}, nil, v
		for _, a := range r.args {
			switch to := f.roles[a.role]; {
			case to == "subject" && s.Subject.None():
				s.Subject = a.Value
			case to == "object" && s.Object.None():
				s.Object = a.Value
			case to != "":
				s.Roles = append(s.Roles, graph.Role{Name: to, Value: a.Value})
			case a.role != "subject" && a.role != "object":
				s.Roles = append(s.Roles, graph.Role{Name: a.role, Value: a.Value})
			}
		}
		if !s.Subject.None() {
			add(0.9, s)
		}
	}
	if r.verb == "find" && (v == "convict" || v == "acquit") && strings.Contains(r.text, "guilty") {
		s := *st
		s.Relation.Lemma = "convict"
		if strings.Contains(r.text, "not guilty") {
			s.Relation.Lemma = "acquit"
		}
		add(0.95, s)
	}
	if q.p.Ask == graph.AskTruth || q.p.Negative {
		for _, o := range opposite[v] {
			if together(near, o, r.verb) && st.Polarity == graph.Positive && st.Certainty <= graph.Probable {
				s := *st
				s.Relation.Lemma, s.Polarity = v, graph.Negative
				add(0.8, s)
				break
			}
		}
	}
	if g := q.gauge(); g != "" && !strings.HasPrefix(r.verb, "be") && slices.Contains(gauges[g], r.verb) {
		s := *st
		s.Relation.Lemma = "be"
		s.Object.Text += " " + g
		add(0.9, s)
	}
	if r.verb == "leave" && (v == "die" || v == "kill") && !st.Object.None() && (holds(r.text, "dead") || holds(r.text, "killed")) {
		s := *st // "clashes left 48 people dead"
		s.Relation.Lemma = v
		if v == "die" {
			s.Subject, s.Object = st.Object, graph.Value{}
		}
		add(0.9, s)
	}
	if v == "win" && together(near, r.verb, "defeat") {
		if o := q.slot("object"); o != nil && together(akin, o.Head, "election") && (holds(r.text, "vote") || holds(r.text, "election") || holds(r.text, "ballot") || holds(r.text, "runoff")) {
			s := *st
			s.Relation.Lemma, s.Object = v, graph.Value{Name: o.Head, Text: o.Head, Class: "Event"}
			add(0.85, s)
		}
	}
	if state, ok := strings.CutPrefix(r.verb, "be "); ok && v == "be" {
		s := *st // "be involved in"
		s.Relation.Lemma, s.Object, s.Roles = "be", graph.Value{Name: state, Text: state}, slices.Clone(st.Roles)
		for _, a := range r.args {
			if a.role != "subject" {
				s.Roles = append(s.Roles, graph.Role{Name: a.role, Value: a.Value})
			}
		}
		add(1, s)
	}
	if v == "become" && st.Relation.Lemma == "be" && q.p.Modal && st.Certainty >= graph.Possible {
		s := *st // "may be a candidate"
		s.Relation.Lemma = v
		add(0.9, s)
	}
	if v == "be" && (r.verb == "serve" || r.verb == "work" || r.verb == "act") {
		for _, a := range r.args {
			if a.role == "as" {
				s := *st // "served as ambassador"
				s.Relation.Lemma, s.Object = "be", a.Value
				add(0.95, s)
			}
		}
	}
	if st.Polarity == graph.Negative && st.Tense == graph.Past && len(q.p.Tenses) == 1 && q.p.Tenses[0] == graph.Future && (holds(r.text, "refus") || holds(r.text, "declin") || holds(r.text, "rule")) {
		s := *st // "refused to give it up" and so will not
		s.Tense = graph.Future
		add(0.9, s)
	}
	if v == "marry" && r.verb == "be married" {
		s := *st
		s.Relation.Lemma = "marry"
		add(1, s)
		s.Subject, s.Object = s.Object, s.Subject
		add(1, s)
	}
	if mutual[v] && r.verb == v && !st.Object.None() {
		s := *st
		s.Relation.Lemma, s.Subject, s.Object = v, st.Object, st.Subject
		add(1, s)
	}
	q.suffered(r, add)
	noun = true
	q.nominal(r, add)
	q.estimated(r, add)
	if q.owned {
		q.done(r, add)
	}
	noun = false
	switch {
	case r.verb == "be" && r.st.Relation.Lemma == "be" && v != "be":
		q.doer(r, add)
	case v == "be" && r.verb != "be":
		q.title(r, add)
	}
	return out
}

// harms are nouns for what one suffers who is injured.
var harms = set("injury wound burn fracture cut bruise concussion")

// suffered reads "suffered a broken wrist" as being injured, "was found dead" as having died, "has 5,200 employees" as employing
// them.
func (q *asked) suffered(r *reading, add func(float64, graph.Statement)) {
	st, v := r.st, q.p.Verb
	switch s := *st; {
	case together(near, v, "injure") && (r.verb == "suffer" || r.verb == "sustain") && (harms[schema.Head(st.Object.Name)] || holds(strings.ToLower(st.Object.Name), "broken")):
		s.Relation.Lemma, s.Subject, s.Object = v, graph.Value{}, st.Subject
		add(0.9, s)
	case (v == "die" || v == "kill") && r.verb == "find" && strings.Contains(r.text, "found dead"):
		s.Relation.Lemma = v
		if v == "die" {
			s.Subject, s.Object = st.Object, graph.Value{}
		}
		add(0.9, s)
	case v == "work" && r.verb == "have" && workers[schema.Head(st.Object.Name)]:
		s.Relation.Lemma = "employ"
		add(0.9, s)
	}
}

var workers = set("employee worker staff")

// sizes are nouns for what a verb measures.
var sizes = map[string]map[string]bool{"cost": set("cost price bill"), "weigh": set("weight"), "last": set("duration")}

// estimated reads "its cost is estimated at 420 million" as "it costs 420 million".
func (q *asked) estimated(r *reading, add func(float64, graph.Statement)) {
	nouns := sizes[q.p.Verb]
	if nouns == nil || q.p.Ask != graph.AskQuantity {
		return
	}
	whose := r.st.Subject
	if !nouns[schema.Head(whose.Name)] {
		if whose = r.st.Object; !nouns[schema.Head(whose.Name)] {
			return
		}
	}
	for _, a := range r.args {
		if a.role != "subject" && a.Class == "Quantity" {
			s := *r.st
			s.Relation.Lemma, s.Subject, s.Object, s.Roles = q.p.Verb, graph.Value{}, a.Value, nil
			add(0.9, s)
			return
		}
	}
	if r.st.Quantity.Text != "" {
		s := *r.st
		s.Relation.Lemma, s.Subject, s.Object, s.Roles = q.p.Verb, graph.Value{}, graph.Value{Name: r.st.Quantity.Text, Text: r.st.Quantity.Text, Class: "Quantity"}, nil
		add(0.9, s)
	}
}

// gauge is the adjective of "how high is it", "" for another question.
func (q *asked) gauge() string {
	if w := q.p.Wanted(); q.p.Verb == "be" && q.p.Ask == graph.AskQuantity && w != nil && len(gauges[w.Head]) > 0 {
		return w.Head
	}
	return ""
}

// doer reads "Ann is the owner of the shop" as "Ann owns the shop".
func (q *asked) doer(r *reading, add func(float64, graph.Statement)) {
	st := r.st
	head := schema.Head(st.Object.Name)
	if head == "" || st.Subject.None() {
		return
	}
	ws, least := owners(st), 1.0
	if q.p.Verb == "belong" && properLike(st.Object.Name) && !strings.Contains(st.Object.Name, " ") && (strings.HasPrefix(st.Object.Text, "a ") || strings.HasPrefix(st.Object.Text, "an ")) {
		s := *st // "Pike, a Republican"
		s.Relation.Lemma, s.Kind = "belong to", graph.Relational
		add(0.9, s)
	}
	if q.p.Ask == graph.AskPlace && len(ws) == 0 {
		for _, x := range st.Roles {
			if x.Name == "in" {
				ws = append(ws, x.Value) // "a surgeon in Cali"
			}
		}
	}
	if o := q.slot("object"); len(ws) == 0 && o != nil && agent(q.p.Verb, head) && strings.HasPrefix(head, stem(q.p.Verb)) && strings.HasPrefix(strings.ToLower(st.Object.Text), "the ") && q.before(o, r) {
		name := o.Name
		if name == "" {
			name = o.Head
		}
		ws, least = []graph.Value{{Name: name, Text: name, Class: "Thing"}}, 0.75 // "the coach, Ann Lee"
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
		case q.p.Verb == "own" && possessions[head]:
			s.Subject, s.Object = w, st.Subject // "Omnia's channel, Um"
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

// craft reports whether a noun has the look of one for who does some work: "analyst".
func craft(noun string) bool {
	for _, end := range []string{"ist", "ian", "eer", "yst", "geon"} {
		if strings.HasSuffix(noun, end) {
			return true
		}
	}
	return false
}

// possessions are nouns whose owner stands before them.
var possessions = set("subsidiary channel shop brand newspaper magazine ship vessel yacht boat dog horse house villa restaurant hotel mine factory plant airline bakery farm estate")

// title reads "Ann heads the bank" as "Ann is the head of the bank", where the question asks for such.
func (q *asked) title(r *reading, add func(float64, graph.Statement)) {
	for i := range q.p.Slots {
		slot := &q.p.Slots[i]
		if len(slot.Within) == 0 || slot.Head == "" || r.st.Tense == graph.Future || r.st.Subject.None() || r.st.Object.None() {
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
		if q.valueFits(&slot.Within[0], of, r) <= 0.5 {
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

// agent reports whether noun is who does verb.
func agent(verb, noun string) bool { return agents[verb][noun] }

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

// kin are the verbs whose statements may answer a question for the verb v, besides v.
func (q *asked) kin(v string) []string {
	out := fellows(near, v)
	for _, f := range frames {
		if together(near, f.to, v) {
			out = append(append(out, f.from), fellows(near, f.from)...)
		}
	}
	if q.p.Ask == graph.AskTruth || q.p.Negative {
		for _, o := range opposite[v] {
			out = append(append(out, o), fellows(near, o)...)
		}
	}
	if v == "be" {
		for i := range q.p.Slots {
			s := &q.p.Slots[i]
			if len(s.Within) == 0 {
				continue
			}
			for verb, nouns := range agents {
				if nouns[s.Head] {
					out = append(out, verb)
				}
			}
			if s.Head == "predecessor" || s.Head == "successor" {
				out = append(append(out, "succeed"), fellows(near, "succeed")...)
			}
			if s.Head == "husband" || s.Head == "wife" || s.Head == "spouse" {
				out = append(out, "be married")
			}
		}
	}
	out = append(out, gauges[q.gauge()]...)
	if v == "marry" {
		out = append(out, "be married")
	}
	if together(near, v, "injure") {
		out = append(out, "suffer", "sustain")
	}
	if sizes[v] != nil && q.p.Ask == graph.AskQuantity {
		out = append(out, "estimate", "be estimated", "put", "value", "be")
	}
	switch v {
	case "work":
		out = append(out, "have")
	case "come":
		if q.p.Ask == graph.AskPlace {
			out = append(out, "be")
		}
	case "convict", "acquit":
		out = append(out, "find")
	case "die", "kill":
		out = append(out, "leave", "find")
	case "win":
		out = append(append(out, "defeat"), fellows(near, "defeat")...)
	case "be":
		out = append(out, "serve", "work", "act")
		if o := q.slot("object"); o != nil && o.Head != "" {
			out = append(out, "be "+o.Head)
		}
	case "become":
		out = append(out, "be")
	}
	sort.Strings(out)
	return slices.Compact(out)
}

// agentive reports whether a noun may stand for who does the question's verb, so that what "be" says may answer it.
func (q *asked) agentive() bool {
	v := q.p.Verb
	return v == "work" || v == "succeed" || v == "belong" || len(agents[v]) > 0
}
