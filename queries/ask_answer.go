package queries

import (
	"slices"
	"sort"
	"strings"

	"kg/graph"
	"kg/schema"
)

// least is the score below which a statement does not answer.
const least = 0.3

// answer fills the reply from the statements read.
func (q *asked) answer(r *Reply) {
	switch q.p.Ask {
	case graph.AskTruth:
		q.truth(r)
	case graph.AskSpeech:
		q.speech(r)
	case graph.AskSpeaker:
		q.speaker(r)
	case graph.AskIdentity:
		q.identity(r)
	case graph.AskEvents:
		q.events(r)
	case graph.AskCause:
		q.cause(r)
	default:
		if verdicts[q.p.Verb] && q.verdict(r) || q.wished(r) {
			return
		}
		q.argument(r)
	}
}

// collect groups answers of one name and keeps the best.
func (r *Reply) collect(found []Answer, margin float64) {
	sort.SliceStable(found, func(i, j int) bool { return found[i].score > found[j].score })
	at := map[string]int{}
	for _, a := range found {
		if len(r.Answers) > 0 && a.score < r.Answers[0].score-margin {
			break
		}
		key := schema.Slug(a.Name)
		if i, ok := at[key]; ok {
			r.Answers[i].Statements = append(r.Answers[i].Statements, a.Statements...)
			continue
		}
		at[key] = len(r.Answers)
		r.Answers = append(r.Answers, a)
	}
	for i := 0; i < len(r.Answers); i++ { // "the association", of a headline, is "the football association"
		a := r.Answers[i]
		if strings.Contains(a.Name, " ") || properLike(a.Name) {
			continue
		}
		if j := slices.IndexFunc(r.Answers, func(b Answer) bool { return strings.HasSuffix(b.Name, " "+a.Name) }); j >= 0 {
			r.Answers[j].Statements = append(r.Answers[j].Statements, a.Statements...)
			r.Answers = slices.Delete(r.Answers, i, i+1)
			i--
		}
	}
	r.seats()
}

// fits scores a statement against the pattern, the wanted slot aside; swap as of verbFits.
func (q *asked) fits(r *reading, status bool) (score float64, swap bool) {
	st := r.st
	if score, swap = q.verbFits(r); score == 0 {
		return 0, false
	}
	if status {
		if (st.Polarity == graph.Negative) != q.p.Negative || q.anyExcepted(q.p.Slots, r.text) {
			return 0, false
		}
		if !q.p.Modal && (st.Certainty > graph.Probable && !q.attributed(r) || st.Condition != "") && !(pledges[r.verb] && st.Condition != "") {
			if st.Condition == "" || st.Tense != graph.Future || !slices.Contains(q.p.Tenses, graph.Future) {
				return 0, false
			}
			score *= 0.8 // "will pay, provided that …"
		}
		if q.p.Modal && st.Certainty == graph.Certain && st.Tense != graph.Future {
			score *= 0.8
		}
	}
	if r.verb != q.p.Verb && !st.Object.None() && q.alone() && st.Object.Class != "Organization" && st.Object.Class != "Place" && st.Object.Class != "Event" && r.verb != "be" && !swap {
		score *= 0.5 // who left the decision to others has not resigned
	}
	if q.p.Ask == graph.AskQuantity && allowed(r) && !q.p.Modal {
		return 0, false // what it may carry it has not carried
	}
	if st.Tense == graph.Present && q.earlier() || q.outdated(st) || q.undone(st) || !q.refused(r) {
		return 0, false
	}
	if len(q.p.Tenses) > 0 && !(q.p.Modal && st.Certainty >= graph.Possible) {
		ok := false
		for _, t := range q.p.Tenses {
			ok = ok || t == st.Tense || t == graph.Future && st.Tense == graph.Present && ongoing(st) || t == graph.Future && st.Tense == graph.Present && st.Certainty == graph.Probable // "is to leave"
		}
		if !ok {
			return 0, false
		}
		if st.Tense != q.p.Tenses[0] {
			score *= 0.95
		}
	} else if st.Tense == graph.Future {
		score *= 0.9
	}
	if score *= q.timeFits(r); score == 0 {
		return 0, false
	}
	for i := range q.p.Slots {
		s := &q.p.Slots[i]
		switch {
		case s.Wanted:
			for j := range s.Within {
				score *= q.tied(&s.Within[j], r)
			}
		case q.besides(i): // one of those named together is enough
		case s.Role == "subject" || s.Role == "object":
			best := q.core(s, r, swap)
			for j := i + 1; j < len(q.p.Slots); j++ {
				if q.besides(j) && q.p.Slots[j].Role == s.Role {
					best = max(best, q.core(&q.p.Slots[j], r, swap))
				}
			}
			score *= best
		case sparing[s.Role]: // besides whom
		case sides[s.Role] != 0 && q.p.Time.Start.IsZero() && s.Head != "" && strings.Contains(q.p.Time.Text, s.Head): // timeFits has seen to it
		default:
			x := q.tied(s, r)
			if q.p.Verb == "be" && (q.p.Ask == graph.AskArgument || q.p.Ask == graph.AskTruth) && q.slot("object") == nil {
				if x = q.beside(s, r); x == 0 {
					return 0, false // all that the question says: "who is in charge"
				}
			}
			if x < 0.9 && q.governed(s) && r.verb != q.p.Verb && !st.Object.None() && q.valueFits(s, st.Object, r) == 0 && st.Object.Class != "Clause" {
				return 0, false // "presides over the court": who leads something else does not
			}
			score *= x
		}
		if score < least {
			return 0, false
		}
	}
	if len(q.p.Content) > 0 && (q.p.Ask == graph.AskArgument || q.p.Ask == graph.AskQuantity) && !q.wishing() && !slices.ContainsFunc(q.p.Content, func(w string) bool {
		return q.spelt(w, r.text) || slices.ContainsFunc(near.covered(w), func(x string) bool { return holds(r.text, x) })
	}) {
		return 0, false // "who called on both sides to return"
	}
	for _, w := range q.p.Rest {
		if other := poles[w]; other != "" && wordAt(r.text, other, 0) >= 0 && wordAt(r.text, other, 0) < wordAt(r.text, w, 0) {
			return 0, false // "the first to emerge was Ann; the last …"
		}
		switch {
		case q.spelt(w, r.text):
			score *= 0.95
		case q.spelt(w, r.near), q.denied(r) && q.spelt(w, q.whole(r)):
			score *= 0.8
		default:
			return 0, false
		}
	}
	return score, swap
}

// poles are words for the two ends of a row.
var poles = map[string]string{"first": "last", "last": "first", "oldest": "youngest", "youngest": "oldest", "largest": "smallest", "smallest": "largest", "best": "worst", "worst": "best"}

// allowed reports whether a statement tells only of what somebody or something is meant for: "was licensed to carry 80 passengers".
func allowed(r *reading) bool {
	for _, w := range []string{"licensed", "permitted", "authorised", "authorized", "certified", "allowed", "designed", "approved", "entitled"} {
		if strings.Contains(r.text, w+" to "+r.verb+" ") {
			return true
		}
	}
	return false
}

// attributed reports whether the question asks for what the one says by whom the statement is, however sure of it.
func (q *asked) attributed(r *reading) bool {
	return r.st.Certainty == graph.Possible && r.st.Tense == graph.Past && slices.ContainsFunc(q.p.Slots, func(s graph.Slot) bool {
		return s.Role == "according to" && q.valueFits(&s, r.st.By, r) > 0.5
	})
}

// besides reports whether slot i is named together with one before it: Chile in "what did Peru and Chile supply". Each is said to
// do what both do; whether both did it, a statement of one does not tell.
func (q *asked) besides(i int) bool {
	s := &q.p.Slots[i]
	if q.p.Ask == graph.AskTruth || q.p.Ask == graph.AskPath || s.Wanted || !s.Proper || s.Role != "subject" {
		return false
	}
	return slices.ContainsFunc(q.p.Slots[:i], func(x graph.Slot) bool { return x.Role == s.Role && x.Proper && !x.Wanted })
}

// exactly leaves the answers of statements with the question's own verb, where one fits as well as any.
func exactly(found []Answer) []Answer {
	best, own := 0.0, 0.0
	for _, a := range found {
		best = max(best, a.score)
		if a.exact {
			own = max(own, a.score)
		}
	}
	if own < best {
		return found
	}
	return slices.DeleteFunc(found, func(a Answer) bool { return !a.exact })
}

// precise leaves out "thousands" where another answer has a number.
func precise(found []Answer) []Answer {
	vague := func(a Answer) bool {
		first, _, _ := strings.Cut(strings.ToLower(a.Name), " ")
		return uncounted[first]
	}
	if !slices.ContainsFunc(found, func(a Answer) bool { return numbered(a.Name) && !vague(a) && a.score >= leastSure }) {
		return found
	}
	return slices.DeleteFunc(found, vague)
}

// uncounted are words for numbers that nobody has counted.
var uncounted = set("hundreds thousands millions dozens scores tens")

// governed reports whether a slot stands in the place of an object: the court in "who presides over the court".
func (q *asked) governed(s *graph.Slot) bool {
	return s.Role != "" && s.Role != "subject" && s.Role != "object" && (!loosely[s.Role] || s.Role == "over") && q.slot("object") == nil && q.p.Wanted() != nil && q.p.Wanted().Role == "subject"
}

// alone reports whether the question asks who does something, and names nothing that it is done to.
func (q *asked) alone() bool {
	w := q.p.Wanted()
	return w != nil && w.Role == "subject" && len(q.p.Slots) == 1
}

// ongoing reports whether a statement's verb is in the progressive, which may tell what is to come: "is selling the brewery".
func ongoing(st *graph.Statement) bool {
	first, rest, _ := strings.Cut(st.Relation.Text, " ")
	return (first == "is" || first == "are") && strings.Contains(rest+" ", "ing ")
}

// earlier reports whether the question asks for what no longer holds.
func (q *asked) earlier() bool {
	text := " " + strings.ToLower(strings.TrimRight(q.p.Text, "?")) + " "
	for _, w := range []string{" before ", " formerly ", " previously ", " earlier ", " used to "} {
		if i := strings.Index(text, w); i >= 0 && (w != " before " || i+len(w) == len(text)) {
			return true
		}
	}
	return false
}

// spelt reports whether text holds the word, another form of it, or one that may stand for it.
func (q *asked) spelt(word, text string) bool {
	forms := append([]string{word, participle(word), gerund(word)}, oddForms[word]...)
	for _, w := range append(append(forms, fellows(near, word)...), fellows(akin, word)...) {
		if holds(text, w) || len(w) > 4 && holds(text, stem(w)) {
			return true
		}
	}
	return len(nations.of[word]) > 0 && national(word, text) || quarters[word] != "" && holds(text, quarters[word])
}

// quarters are adjectives of where in a country something is, by their nouns.
var quarters = map[string]string{"northern": "north", "southern": "south", "eastern": "east", "western": "west", "central": "centre"}

// beside scores a slot that must be the statement's argument with that preposition.
func (q *asked) beside(s *graph.Slot, r *reading) float64 {
	best := 0.0
	for _, a := range r.args {
		if a.role == s.Role || placePreps[s.Role] > 1 && a.Class == "Place" {
			best = max(best, q.valueFits(s, a.Value, r))
		}
	}
	return best
}

// argument answers who, what, which, when, where and how many.
func (q *asked) argument(out *Reply) {
	if q.christened(out) {
		return
	}
	var found []Answer
	for i := range q.found {
		st := &q.found[i]
		for _, r := range q.views(st) {
			score, swap := q.fits(r.reading, true)
			if score *= r.score; score < least {
				if q.p.Verb == "be" && q.p.Ask == graph.AskArgument {
					found = append(found, q.turned(r.reading)...)
				}
				continue
			}
			for _, a := range q.wanted(r.reading, swap) {
				a.score *= score
				a.exact = r.verb == q.p.Verb
				if a.score >= least {
					a.Statements = []graph.Statement{*st}
					found = append(found, a)
				}
			}
		}
	}
	if q.p.Verb == "be" && q.p.Ask == graph.AskArgument {
		found = q.holders(found)
	}
	if left := q.gone(found); len(left) < len(found) {
		if found = left; len(found) == 0 {
			q.whom = true // nobody is known who holds it
			return
		}
	}
	if w := q.p.Wanted(); w != nil && w.Class == "Person" && w.Head == "" && q.p.Verb != "be" {
		text := strings.ToLower(q.p.Text)
		found = slices.DeleteFunc(found, func(a Answer) bool { // "who were the victims": not the eighth victim
			return nobody(a.Name) || !nameLike(a.Name) && !strings.Contains(a.Name, " of ") && holds(text, schema.Head(a.Name)+"s")
		})
	}
	if verdicts[q.p.Verb] && q.slot("") != nil && !q.slot("").Wanted {
		found = slices.DeleteFunc(found, func(a Answer) bool { return a.exact }) // what was called something is not what it was called
	}
	if o := q.slot("object"); verdicts[q.p.Verb] && o != nil && q.p.Wanted() != nil {
		found = slices.DeleteFunc(found, func(a Answer) bool { return o.Head != "" && schema.Head(a.Name) == o.Head }) // nothing is called what it is
	}
	found = slices.DeleteFunc(found, func(a Answer) bool { // what the question names is no answer
		return q.p.Verb != "be" && slices.ContainsFunc(proper(q.p.Slots), func(s graph.Slot) bool { return schema.Slug(s.Name) == schema.Slug(a.Name) })
	})
	if len(found) == 0 && (pledges[q.p.Verb] || charges[q.p.Verb]) {
		found = q.pledged()
	}
	if w := q.p.Wanted(); len(found) == 0 && w != nil && topical[w.Role] && w.Head == "" && !q.topic && !plainSpeech[q.p.Verb] && q.p.Ask == graph.AskArgument {
		p := *q.p
		p.Ask = graph.AskSpeech
		old := q.p
		q.p, q.topic = &p, true
		if q.speech(out); len(out.Answers) == 0 { // "what did Ann warn of"
			q.p = old
		}
		return
	}
	found = precise(exactly(apposed(found)))
	if q.p.Ask == graph.AskTime && slices.ContainsFunc(found, func(a Answer) bool { return a.Value != "" }) {
		found = slices.DeleteFunc(found, func(a Answer) bool { return a.Value == "" }) // a day says more than "after the vote"
	}
	named, name := false, func(a Answer) bool { return nameLike(a.Name) && !doers[strings.ToLower(a.Name)] }
	for _, a := range found {
		named = named || name(a)
	}
	if w := q.p.Wanted(); named && w != nil && w.Class == "Person" { // a name answers "who" better than a noun
		kept := found[:0]
		for _, a := range found {
			if name(a) {
				kept = append(kept, a)
			}
		}
		found = kept
	}
	if q.lately() {
		found = q.newest(found)
	}
	q.name(found)
	margin := 0.12
	if q.p.Ask == graph.AskTime || q.p.Ask == graph.AskPlace || q.p.Ask == graph.AskQuantity {
		margin = 0.05
	}
	out.collect(found, margin)
}

// sparing are prepositions before what a question knows already: "who else, besides Ann".
var sparing = set("besides except excepting excluding")

// nobody reports whether a description names nobody: "the next governor", "a successor".
func nobody(name string) bool {
	return strings.HasPrefix(name, "next ") || strings.HasPrefix(name, "any ") || heirs[schema.Head(name)] && !strings.Contains(name, " of ")
}

// heirs are nouns that name nobody but for what is asked: who was elected is not "a successor".
var heirs = set("successor replacement winner")

// name puts the name for a noun that stands before it: of "the Danish group Holm".
func (q *asked) name(found []Answer) {
	for i := range found {
		a := &found[i]
		if nameLike(a.Name) || len(a.Statements) == 0 || len(a.Statements[0].Sources) == 0 {
			continue
		}
		src := a.Statements[0].Sources[0]
		for j := range q.found {
			st := &q.found[j]
			if st.Relation.Lemma == "be" && sameSentence(st, &a.Statements[0]) && nameLike(st.Subject.Name) &&
				st.Object.Name == a.Name && strings.Contains(src.Quote, a.Name+" "+st.Subject.Name) && q.p.Wanted() != nil && (q.p.Wanted().Class == "Person" || st.Subject.Class == "Person" && q.p.Wanted().Head == schema.Head(a.Name)) {
				a.Name, a.ID = st.Subject.Name, st.Subject.ID
			}
		}
	}
}

// topical are the prepositions of what one speaks of.
var topical = set("of about against")
