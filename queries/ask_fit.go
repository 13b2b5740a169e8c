package queries

import (
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// prepositions end a relation's lemma where its object is a prepositional argument.
var prepositions = strings.Fields("with for to on in at from of about against into as by over under after before between through toward towards among near around behind without during off below above beneath beyond across along inside outside")

// arg is an argument of a statement with its role.
type arg struct {
	role string
	graph.Value
}

// reading is a statement as a question sees it.
type reading struct {
	st   *graph.Statement
	verb string // without preposition
	args []arg
	text string // its sentences, in lower case
	near string // some text before and with the sentence
	all  string // of its document, to the end of the sentence
	noun bool   // its verb carries a noun for the question's verb, or it has been read as another
}

// parse sets the verb and the arguments from the statement.
func (r *reading) parse() {
	st := r.st
	r.verb, r.args = st.Relation.Lemma, nil
	role := "object"
	words := strings.Fields(r.verb)
	if n := len(words); n > 1 && slices.Contains(prepositions, words[n-1]) {
		if n > 2 && words[n-2] == "from" {
			n-- // "come from across"
		}
		r.verb, role = strings.Join(words[:n-1], " "), words[n-1]
	}
	if !st.Subject.None() {
		r.args = append(r.args, arg{"subject", st.Subject})
	}
	if !st.Object.None() {
		r.args = append(r.args, arg{role, st.Object})
	}
	for _, x := range st.Roles {
		r.args = append(r.args, arg{x.Name, x.Value})
	}
	if !st.Place.None() {
		r.args = append(r.args, arg{"in", st.Place})
	}
}

func (q *asked) reading(st *graph.Statement) *reading {
	r := &reading{st: st}
	r.parse()
	for _, src := range st.Sources {
		l := q.line(src)
		r.text, r.all, r.near = r.text+l.text, r.all+l.all, r.near+l.near
	}
	return r
}

// valueFits says how well a value is what the slot names.
func (q *asked) valueFits(s *graph.Slot, v graph.Value, r *reading) float64 {
	if v.None() {
		return 0
	}
	if s.State != "" && (schema.Slug(v.Name) == schema.Slug(s.State) || slices.Contains(q.states, v.ID)) {
		return 0.85
	}
	if s.Proper {
		switch {
		case schema.Slug(s.Name) == schema.Slug(v.Name):
			return 1
		case q.known(s, v.ID):
			return 1
		case v.ID != "" && schema.ClassOf(v.Class).Literal == false && (sameName(s.Name, v.Name) || sameName(v.Name, s.Name) && properLike(v.Name)):
			return 0.9
		case kinds[schema.Head(v.Name)] == "Place" && strings.HasSuffix(v.Name, " of "+s.Name):
			return 0.9 // "the coastal town of Selmar"
		case q.joint(s, v, r), schema.Head(v.Name) == "government" && slices.ContainsFunc(r.args, func(a arg) bool { return a.role == "of" && possessives[strings.ToLower(a.Text)] && q.known(s, a.ID) }):
			return 0.8 // "its government"
		case apposite(s.Name, v.Name):
			return 0.8
		case q.described(s, v, r):
			return 0.6
		}
		return 0
	}
	if s.Head == "" {
		return 1
	}
	head, within := noun(v.Name), 0.0
	if properLike(v.Name) && !sameNoun(s.Head, head) && (r.titled(v.Name, s.Head) || q.calledSo(v.ID, s.Head, r) || q.being(v, s.Head)) {
		head, within = s.Head, 0.8
	}
	if offers[head] && definite(v.Text) && len(strings.Fields(v.Text)) == 2 && holds(r.near, s.Head) && (posts[s.Head] || q.toldOf("offer", r.near) && !slices.ContainsFunc(s.Words, func(w string) bool { return !holds(r.near, w) })) {
		return 0.7 // "had expected the job to go to Ann, but she turned down the offer", "offered to launch it; Peru accepted the offer"
	}
	words, compound := compounds(s, head, v.Name)
	if !compound && !answersNoun(s.Head, head) && !answersNoun(s.Head, schema.Head(v.Text)) {
		if t := strings.ToLower(v.Text); (pronouns[t] && !(single[t] && plural(s)) && !(possessives[t] && properLike(v.Name)) || strings.HasPrefix(t, "the one ") || strings.HasSuffix(t, " one")) && v.Class != "Person" && q.before(s, r) || anybody[strings.ToLower(v.Name)] && s.Head != "" && someone(s.Head) && holds(r.all[max(0, len(r.all)-600):], s.Head) {
			score := 0.6 // "signed it"
			for i := range s.Within {
				if w := &s.Within[i]; w.Proper && !holds(r.near, w.Name) || q.tied(w, r) == 0 {
					return 0
				}
				score *= 0.95
			}
			return score
		}
		return 0
	}
	if firms[s.Head] && !q.spelt(s.Head, r.all) {
		return 0 // "the company" of an article that speaks of no airline
	}
	if makers[s.Head] && together(akin, head, "company") && !makers[head] && len(s.Within) > 0 && !s.Wanted {
		return 0 // a company is not the manufacturer of the train
	}
	score := 1.0
	if s.Head != head && schema.Head(s.Name) != head {
		score = 0.85
		if part := strings.Fields(strings.ToLower(v.Name)); len(part) > 1 && partial[part[len(part)-2]] && !slices.Contains(s.Words, part[len(part)-2]) {
			return 0 // the finance director is no chief executive
		}
	}
	if doers[s.Head] && deputy(&v, head) && !slices.ContainsFunc(s.Words, func(w string) bool { return deputies[w] || partial[w] }) && !deputies[s.Head] {
		return 0 // nor is the vice president the president
	}
	if part := department(v.Text, head); part != "" && doers[s.Head] && !tellsPart(s, part) {
		return 0 // the head of sales is not the head
	}
	text := strings.ToLower(v.Name + " " + v.Text)
	for _, w := range words {
		nation := len(nations.of[w]) > 0
		if nation && properLike(v.Name) && (r.foreign(v.Name, w) || ofNation(v.Name) && !national(w, strings.ToLower(v.Name))) {
			return 0
		}
		switch {
		case tellsOf(w+" "+s.Head, text, r.text):
			return 0 // the club is not the cycling team that the sentence speaks of
		case strings.Contains(text, " of "+w+" ") && numbered(w) && outOf(w, text):
			return 0 // 19 of 32 votes are not 32
		case (deputies[w] || partial[w]) && doers[s.Head] && properLike(v.Name) && !holds(text, w):
			if !r.calls(v.Name, w+" "+s.Head) {
				return 0 // the president is no vice president
			}
		case !holds(text, w) && excludes(w, text+" "+r.text):
			return 0 // the best actor is no best actress
		case holds(text, w), nation && national(w, text):
		case holds(r.text, w), slices.ContainsFunc(fellows(akin, w), func(x string) bool { return holds(text, x) }): // "pay increase"
			score *= 0.9
		case w == "new" && (doers[s.Head] || holding[s.Head]) && r.st.Certainty <= graph.Probable && begun(" "+strings.ToLower(r.st.Relation.Text)+" "):
			score *= 0.9
		case w == "new" && founding[r.verb] && r.st.Polarity == graph.Positive:
			score *= 0.95
		case nation && ofOtherNation(w, text):
			return 0 // the Italian rights are not the Danish ones
		case nation && national(w, r.text):
			score *= 0.9
		case holds(r.all, w) && !q.capital(w), nation && (national(w, q.whole(r)) || wordAt(q.whole(r), w, 0) >= 0), q.denied(r) && holds(q.whole(r), w):
			score *= 0.75
		default:
			return 0
		}
	}
	for i := range s.Within {
		w := &s.Within[i]
		if q.another(w, v, r) || w.Proper && w.Role == "of" && len(nations.of[strings.ToLower(w.Name)]) > 0 && ofOtherNation(strings.ToLower(w.Name), text) {
			return 0
		}
		x := q.tied(w, r)
		if x == 0 && w.Role == "with" && w.Proper && shared[s.Head] && definite(v.Text) && holds(r.all, w.Name) {
			x = 0.7 // "the treaty", of the one with Norway
		}
		if !w.Proper && excludes(w.Head, text) {
			return 0
		}
		if x == 0 && !w.Proper && w.Head != "" && w.Role == "of" && counting[s.Head] && definite(v.Text) && len(strings.Fields(v.Text)) == 2 && q.toldOf(w.Head, r.near) {
			x = 0.7 // "the number", of the deaths
		}
		if x == 0 && !w.Proper && w.Head != "" && w.Role != "of" && definite(v.Text) && len(strings.Fields(v.Text)) == 2 && q.toldOf(w.Head, r.all) {
			x = 0.7 // "the protest", of the one against the merger
		}
		if x == 0 && (s.Head == "rest" || s.Head == "remainder") && w.Role == "of" && !strings.Contains(v.Text, " of ") {
			x = 0.7 // "the rest", of whatever was spoken of
		}
		if x < within && !w.Proper {
			return 0 // what is only called a company is not the patients' group
		}
		score *= x
	}
	return score
}

// stands reports whether a statement's subject is what the question calls its subject by a noun: it is not turned round then, since
// who it meets may be called so, too.
func (q *asked) stands(r *reading) bool {
	s := q.slot("subject")
	return s != nil && !s.Wanted && !s.Proper && s.Head != "" && q.valueFits(s, r.st.Subject, r) > 0.5
}

// before reports whether the slot's noun stands shortly before the statement's sentence.
func (q *asked) before(s *graph.Slot, r *reading) bool {
	if s.Proper {
		return holds(r.near, s.Name) || q.aliased(s, r.near) || q.spoken(s, r)
	}
	if holds(r.near, s.Head) {
		return true
	}
	for _, w := range akin.covered(s.Head) {
		if holds(r.near, w) {
			return true
		}
	}
	return false
}

// toldOf reports whether a text has a noun, or a verb for what it says.
func (q *asked) toldOf(noun, text string) bool {
	return holds(text, noun) || slices.ContainsFunc(schema.Verbs(noun), func(v string) bool { return q.spelt(v, text) })
}

// known reports whether id is among those that the slot's name was looked up as.
func (q *asked) known(s *graph.Slot, id graph.ID) bool {
	return id != "" && slices.Contains(q.means[s.Name], id)
}

// loosely are prepositions of places and circumstances, which may stand in another sentence of the article.
var loosely = map[string]bool{"in": true, "at": true, "on": true, "of": true, "near": true, "during": true, "after": true, "about": true, "within": true, "over": true, "between": true, "despite": true, "into": true, "": true}

// tied says how well a phrase's or the clause's further argument is met: as a role, in the sentence, in the article.
func (q *asked) tied(s *graph.Slot, r *reading) float64 {
	if s.Wanted {
		return 1
	}
	if q.phrased(s) == r.st.Relation.Lemma {
		return 1
	}
	best, against := 0.0, false
	for _, a := range r.args {
		if a.role != s.Role && a.role == "subject" {
			continue
		}
		fit := q.valueFits(s, a.Value, r)
		if contrary[s.Role] == a.role && a.role != "" {
			against = against || fit > 0.5
		} else {
			best = max(best, fit)
		}
	}
	switch {
	case best > 0.5:
		return best
	case against, q.otherNamed(s, r):
		return 0
	}
	mentioned := func(text string) bool {
		if s.Proper {
			return holds(text, s.Name) || q.aliased(s, text) || s.Class == "Place" && national(s.Name, text)
		}
		if s.Head != "" && !holds(text, s.Head) && (s.Role == "of" || !q.spelt(s.Head, text) && !(deeds[s.Role] && derived(s.Head, text))) {
			return false
		}
		for _, w := range s.Words {
			if !holds(text, w) && !(len(nations.of[w]) > 0 && national(w, text)) {
				return false
			}
		}
		for _, w := range s.Within {
			if w.Head != "" && !w.Wanted && !pronouns[w.Head] && !holds(text, w.Head) {
				return false // "the union of the nurses"
			}
			if w.Proper && !w.Wanted && (s.Role == "as" || enclosing[w.Role]) && !holds(r.all, w.Name) && !q.aliased(&w, r.all) && (s.Role == "as" || !national(w.Name, r.all)) {
				return false // what the article does not speak of, or only later
			}
		}
		return true
	}
	if s.Role == "as" && !s.Proper && together(near, q.p.Verb, "succeed") && slices.ContainsFunc(q.p.Slots, func(x graph.Slot) bool {
		return x.Proper && x.Role == "object" && slices.ContainsFunc(q.nouns[naming{x.Name, ""}], func(n string) bool { return sameNoun(s.Head, n) })
	}) {
		return 0.8 // as what he is called whom somebody succeeded
	}
	loose := loosely[s.Role] || s.Role == "as" && (q.p.Verb == "precede" || together(near, q.p.Verb, "succeed")) // "succeeded her as director"
	bound := func() bool { return slices.ContainsFunc(r.args, func(a arg) bool { return a.role == s.Role }) }
	switch {
	case q.p.Verb == "be" && s.Role == "before" && s.Proper && s.Class != "Event" && s.Class != "Date":
		return 0 // who was it before Ann
	case q.itself(s, r), r.verb == "be" && s.Role == "of" && s.Proper && q.elsewhere(s, r):
		return 0
	case q.asOther(s, r), q.ofAnother(s, r):
		return 0
	case mentioned(r.text):
		return 0.8
	case q.atOther(s, r):
		return 0
	case s.Role == "of" && !s.Proper && s.Head != "" && holds(r.text, s.Head) && mentioned(r.near):
		return 0.7 // "the agency's director", of the volcano agency named before
	case (s.Role == "to" || s.Role == "into" || s.Role == "from") && s.Class == "Place" && mentioned(r.near) && !bound():
		return 0.6
	case (s.Role == "against" || s.Role == "on") && together(near, q.p.Verb, "use") && mentioned(r.near) && !bound():
		return 0.6 // "used tear gas to stop them"
	case s.Proper && (s.Role == "after" || s.Role == "before") && s.Class != "Event" && s.Class != "Date":
		return 0 // who left after Canada
	case s.Proper && q.spoken(s, r) && !(r.verb == "be" && s.Role == "of" && len(owners(r.st)) > 0 && !slices.ContainsFunc(owners(r.st), func(v graph.Value) bool { return q.valueFits(s, v, r) > 0 })):
		return 0.7
	case r.verb == "be" && s.Role == "of" && !s.Proper && len(owners(r.st)) > 0:
		return 0 // the leader of something else
	case r.verb == "be" && s.Role == "of" && s.Proper && q.ofState(s, r):
		return 0
	case loose && mentioned(r.near):
		return 0.7
	case loose && mentioned(r.all):
		return 0.6
	case q.denied(r) && mentioned(q.whole(r)) && !bound():
		return 0.7
	}
	return 0
}

// deeds are prepositions before a noun for what was done: "injured in the explosion".
var deeds = set("in to during after at before")

// aliased reports whether text holds the last or first word of the slot's name: "Biden".
func (q *asked) aliased(s *graph.Slot, text string) bool {
	words := strings.Fields(s.Name)
	return len(words) > 1 && (s.Class == "Person" || landmarks[strings.ToLower(words[0])] != nil) && wordAt(text, strings.ToLower(words[len(words)-1]), 0) >= 0
}
