package queries

import (
	"maps"
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
	for _, f := range q.frames() {
		if f.from == "replace" && f.roles["subject"] == "subject" && st.Subject.Class == "Organization" && st.Object.Class == "Person" {
			continue // who takes another director does not become one
		}
		if !together(near, f.from, r.verb) || r.verb == v && f.from != f.to {
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
		if f.from == "sell" && f.to == "buy" && q.p.Modal && st.Polarity == graph.Negative && st.Tense == graph.Future && q.p.Ask == graph.AskArgument {
			s.Polarity, s.Certainty = graph.Positive, graph.Possible // "voted against selling the house to Ann": she wanted to buy it
		}
		behind := false // the object is to come from a phrase: "withdrew from the pact" joins nothing
		for role, to := range f.roles {
			behind = behind || to == "object" && role != "subject" && role != "object"
		}
		if !(behind && s.Object.None()) && (!s.Subject.None() || !s.Object.None()) {
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
			if (together(near, o, r.verb) || near.covers(o, st.Relation.Lemma)) && (o == r.verb || st.Object.Class != "Clause") && st.Polarity == graph.Positive && st.Certainty <= graph.Probable {
				s := *st
				s.Relation.Lemma, s.Polarity = v, graph.Negative
				if !pronouns[strings.ToLower(s.Object.Name)] {
					s.Object.Text = s.Object.Name // "withdrew it", the bid: not what else was spoken of
				}
				add(0.8, s)
				break
			}
		}
	}
	q.sided(r, add)
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
	if v == "displace" && rendering[r.verb] && holds(r.text, "homeless") && (holds(strings.ToLower(st.Object.Text), "homeless") || strings.Contains(r.text, strings.ToLower(st.Object.Text)+" homeless")) {
		s := *st // "left 200,000 homeless"
		s.Relation.Lemma = v
		s.Object.Name, s.Object.Class = strings.Replace(s.Object.Name, "homeless", "people", 1), "Person"
		add(0.9, s)
	}
	if v == "win" && together(near, r.verb, "defeat") {
		if o := q.slot("object"); o != nil && contests[o.Head] && q.spelt(o.Head, r.text) {
			s := *st
			s.Relation.Lemma, s.Object = v, graph.Value{Name: o.Head, Text: o.Head, Class: "Event"}
			add(0.85, s)
		} else if o != nil && together(akin, o.Head, "election") && (holds(r.text, "vote") || holds(r.text, "election") || holds(r.text, "ballot") || holds(r.text, "runoff")) {
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
	if v == "be" && (r.verb == "serve" || r.verb == "work" || r.verb == "act" || r.verb == "stay" || r.verb == "remain" || r.verb == "continue") {
		for _, a := range r.args {
			if a.role == "as" {
				s := *st // "served as ambassador"
				s.Relation.Lemma, s.Object = "be", a.Value
				add(0.95, s)
			}
		}
	}
	if st.Polarity == graph.Negative && st.Tense == graph.Past && q.future() && (holds(r.text, "refus") || holds(r.text, "declin") || holds(r.text, "rule")) {
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
	if mutual[v] && r.verb == v && !st.Object.None() && !bare(st.Object) && !q.stands(r) {
		s := *st
		s.Relation.Lemma, s.Subject, s.Object = v, st.Object, st.Subject
		add(1, s)
	}
	q.started(r, add)
	q.stood(r, add)
	q.omitted(r, add)
	q.turnedOver(r, add)
	q.suffered(r, add)
	q.vanished(r, add)
	q.resumed(r, add)
	q.lasted(r, add)
	q.expiring(r, add)
	q.idiom(r, add)
	q.lifted(r, add)
	q.passive(r, add)
	q.partnered(r, add)
	q.collided(r, add)
	q.named(r, add)
	q.sentenced(r, add)
	q.ministry(r, add)
	noun = true
	q.nominal(r, add)
	q.resized(r, add)
	q.occasion(r, add)
	q.estimated(r, add)
	if q.owned {
		q.done(r, add)
	}
	noun = false
	switch {
	case r.verb == "be" && r.st.Relation.Lemma == "be" && v != "be":
		q.doer(r, add)
		if nameLike(st.Object.Name) && !properLike(st.Subject.Name) && !st.Subject.None() { // "his successor will be Ann"
			s := *st
			s.Subject, s.Object = st.Object, st.Subject
			q.doer(&reading{st: &s, verb: r.verb, args: []arg{{"subject", s.Subject}, {"object", s.Object}}, text: r.text, near: r.near, all: r.all}, add)
		}
	case r.verb == "become" && v != "be" && v != "become":
		q.doer(r, add)
	case v == "be" && r.verb == "become" && st.Polarity == graph.Positive && st.Tense == graph.Past && st.Object.Class == "Person" && q.p.Ask == graph.AskArgument:
		s := *st // who became director is director
		s.Relation.Lemma, s.Tense, s.Kind = "be", graph.Present, graph.Attribute
		add(0.9, s)
	case v == "be" && r.verb != "be":
		q.title(r, add)
	}
	return out
}

// rendering are verbs with what something is after it.
var rendering = set("leave make render")

// contests are nouns for what one wins who defeats another in it.
var contests = set("match game final semi-final semifinal quarter-final derby cup tie bout duel fixture tournament")

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

// passive reads "nobody was hurt", where the parser takes the participle for an adjective, as what was done to nobody.
func (q *asked) passive(r *reading, add func(float64, graph.Statement)) {
	st, v := r.st, q.p.Verb
	if v == "" || v == "be" || r.verb != "be" || st.Object.None() || properLike(st.Object.Name) {
		return
	}
	word := strings.ToLower(lastWord(st.Object.Name))
	if !slices.ContainsFunc(append(fellows(near, v), v), func(w string) bool {
		return word == participle(w) || word == w && irregular[w] || len(word) > 4 && strings.HasSuffix(word, "ed") && stem(word) == stem(w)
	}) {
		return
	}
	s := *st
	s.Relation.Lemma, s.Object, s.Subject, s.Kind = v, st.Subject, graph.Value{}, graph.Relational
	add(0.9, s)
}

// irregular are verbs whose participle is like the infinitive.
var irregular = set("hurt cut shut hit put set cast split")

// named reads "named her adviser as minister" and "the prize went to Ann" as what these became.
func (q *asked) named(r *reading, add func(float64, graph.Statement)) {
	st, v := r.st, q.p.Verb
	if hires(v) && r.verb == "go" && q.p.Ask == graph.AskArgument && !nameLike(st.Subject.Name) {
		for _, a := range r.args {
			if a.role == "to" && a.Class != "Place" && (a.Class == "Person" || properLike(a.Name)) {
				s := *st
				s.Relation.Lemma, s.Subject, s.Object, s.Roles = v, graph.Value{}, a.Value, []graph.Role{{Name: "as", Value: st.Subject}}
				add(0.85, s)
			}
		}
	}
	if hires(v) && r.verb == "announce" && st.Object.Class == "Person" && slices.ContainsFunc(r.args, func(a arg) bool { return a.role == "as" }) {
		s := *st
		s.Relation.Lemma = v
		add(0.9, s)
	}
	if appoints := together(near, r.verb, "appoint") || together(near, r.verb, "elect") || r.verb == "announce" && st.Object.Class == "Person"; appoints && (v == "be" || v == "become") && st.Polarity == graph.Positive {
		for _, a := range r.args {
			if a.role == "as" || a.role == "object" && a.Value != st.Object {
				s := *st
				s.Relation.Lemma, s.Subject, s.Object = v, st.Object, a.Value
				add(0.9, s)
			}
		}
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
	tense := r.st.Tense
	if q.future() {
		tense = graph.Future // "the cost is put at 80 million": what it will cost
	}
	for _, a := range r.args {
		if a.role != "subject" && a.Class == "Quantity" {
			s := *r.st
			s.Tense = tense
			s.Relation.Lemma, s.Subject, s.Object, s.Roles = q.p.Verb, graph.Value{}, a.Value, nil
			add(0.9, s)
			return
		}
	}
	if r.st.Quantity.Text != "" {
		s := *r.st
		s.Tense = tense
		s.Relation.Lemma, s.Subject, s.Object, s.Roles = q.p.Verb, graph.Value{}, graph.Value{Name: r.st.Quantity.Text, Text: r.st.Quantity.Text, Class: "Quantity"}, nil
		add(0.9, s)
	}
}

// bids are verbs, and nouns too, for what one would pay; resizing are verbs that give such a sum another size.
var (
	bids     = set("bid offer")
	resizing = set("raise increase lift cut lower reduce improve")
)

// resized reads "raised its bid to 5 million" as bidding 5 million.
func (q *asked) resized(r *reading, add func(float64, graph.Statement)) {
	st := r.st
	if v := q.p.Verb; q.p.Ask != graph.AskQuantity || !bids[v] || !resizing[r.verb] || schema.Head(st.Object.Name) != v {
		return
	}
	for _, x := range st.Roles {
		if x.Name == "to" && numbered(x.Value.Text) {
			s := *st
			s.Relation.Lemma, s.Object, s.Roles = q.p.Verb, x.Value, slices.DeleteFunc(slices.Clone(st.Roles), func(x graph.Role) bool { return x.Name == "to" })
			add(0.9, s)
		}
	}
}

// gauge is the adjective of "how high is it", "" for another question.
func (q *asked) gauge() string {
	if w := q.p.Wanted(); q.p.Verb == "be" && q.p.Ask == graph.AskQuantity && w != nil && len(gauges[w.Head]) > 0 {
		return w.Head
	}
	return ""
}

// kin are the verbs whose statements may answer a question for the verb v, besides v.
func (q *asked) kin(v string) []string {
	out := near.covered(v)
	if role := q.role(); role != "" {
		out = append(out, near.covered(v+" "+role)...) // "look into"
	}
	if verb, _, ok := strings.Cut(v, " "); ok {
		out = append(out, verb)
	}
	for _, f := range frames {
		if together(near, f.to, v) {
			out = append(append(out, f.from), fellows(near, f.from)...)
		}
	}
	if q.p.Ask == graph.AskTruth || q.p.Negative {
		for _, o := range opposite[v] {
			out = append(append(out, o), near.covered(o)...)
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
	out = append(out, idiomVerbs(v)...)
	if q.p.Ask == graph.AskTime && together(near, v, "end") {
		out = append(out, "sign", "extend", "have")
	}
	if q.p.Ask == graph.AskQuantity && bids[v] {
		for w := range resizing {
			out = append(out, w)
		}
	}
	if q.lasting() && together(near, v, "last") {
		for w := range ends {
			out = append(out, w)
		}
	}
	if hires(v) {
		out = append(out, "go")
	}
	if q.onset() {
		out = append(out, onset(v)...)
	}
	if together(near, v, "fall") || together(near, v, "rise") {
		out = append(out, "lose", "gain", "add")
	}
	if v == "work" {
		out = append(out, "run", "head", "lead", "manage", "direct", "teach")
	}
	if q.agentive() {
		out = append(out, "become")
	}
	if omitting[v] {
		for w := range including {
			out = append(out, w)
		}
	}
	switch v {
	case "displace":
		out = append(out, "leave", "make", "render")
	case "cause":
		out = append(out, "blame", "be to blame")
	case "work":
		out = append(out, "have", "be")
	case "come":
		if q.p.Ask == graph.AskPlace {
			out = append(out, "be")
		}
	case "leave", "flee":
		out = append(out, "evacuate")
	case "close", "open":
		for w := range staying {
			out = append(out, w)
		}
	case "lose":
		for w := range revoking {
			out = append(out, w)
		}
	case "convict", "acquit":
		out = append(out, "find")
	case "die", "kill":
		out = append(out, "leave", "find")
	case "win":
		out = append(append(out, "defeat"), fellows(near, "defeat")...)
	case "be":
		out = append(out, "serve", "work", "act", "stay", "remain", "continue")
		if o := q.slot("object"); o != nil && o.Head != "" {
			out = append(out, "be "+o.Head)
			if slices.ContainsFunc(o.Words, func(w string) bool { return later[w] }) {
				out = append(append(out, "become", "name"), near.covered("appoint")...)
			}
		}
	case "become":
		out = append(append(append(out, "be", "name", "elect", "announce"), fellows(near, "appoint")...), fellows(near, "elect")...)
	}
	if o := q.slot("object"); (v == "be" || v == "become") && o != nil && o.Head == "minister" {
		out = append(out, slices.Sorted(maps.Keys(leading))...)
	}
	if vanishing[v] {
		out = append(out, "lose")
	}
	if hires(v) {
		out = append(out, "announce")
	}
	for state, verb := range states {
		if verb == v || together(near, verb, v) {
			out = append(out, "be "+state)
		}
	}
	sort.Strings(out)
	return slices.Compact(out)
}

// agentive reports whether a noun may stand for who does the question's verb, so that what "be" says may answer it.
func (q *asked) agentive() bool {
	v := q.p.Verb
	return v == "work" || v == "succeed" || v == "belong" || len(agents[v]) > 0
}
