package queries

import (
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// besideDoer reports whether a slot for who does something is in a statement without one what has another part in it: who bought
// the house is not the one that it was bought from.
func (q *asked) besideDoer(s *graph.Slot, r *reading) bool {
	return slices.ContainsFunc(r.args, func(a arg) bool {
		return (a.role == "to" || a.role == "from" && a.Class != "Place") && q.valueFits(s, a.Value, r) > 0.5 // "expelled from Peru": by it
	})
}

// undone reports whether the question asks for what was done and the statement says what must be done, or is to be.
func (q *asked) undone(st *graph.Statement) bool {
	if text := strings.ToLower(st.Relation.Text); st.Tense != graph.Present || q.p.Modal || !holds(text, "must") && !holds(text, "has to") && !holds(text, "have to") && !(arranged(text) && !strings.Contains(q.p.Text, " to be ")) {
		return false
	}
	return strings.Contains(" "+strings.ToLower(q.p.Text), " did ") || len(q.p.Tenses) > 0 && q.p.Tenses[0] == graph.Past
}

// asOther reports whether a statement tells as what somebody is or does something, and it is not what the slot says: whom she kept
// as her assistant she did not keep as captain.
func (q *asked) asOther(s *graph.Slot, r *reading) bool {
	if s.Role != "as" || s.Wanted || s.Proper || s.Head == "" {
		return false
	}
	other := false
	for _, a := range r.args {
		if a.role != "as" {
			continue
		}
		if q.valueFits(s, a.Value, r) > 0 || holds(strings.ToLower(a.Text), s.Head) || r.noun {
			return false
		}
		other = true
	}
	return other
}

// atOther reports whether a statement gives another place than the slot, which names neither a country nor what the sentence speaks of:
// what opened in Merano did not open in Bolzano.
func (q *asked) atOther(s *graph.Slot, r *reading) bool {
	if s.Wanted || !s.Proper || !enclosing[s.Role] || s.Class != "Place" && s.Class != "" && s.Class != "Thing" || len(nations.of[strings.ToLower(s.Name)]) > 0 || holds(r.text, s.Name) || q.spoken(s, r) {
		return false
	}
	other := false
	at := func(v graph.Value) {
		town := strings.TrimPrefix(v.Name, "the ")
		if !namesPlain(town) || len(strings.Fields(town)) > 2 || len(nations.of[strings.ToLower(town)]) > 0 || kinds[schema.Head(strings.ToLower(town))] != "" || kinds[strings.ToLower(lastWord(town))] != "" {
			return
		}
		low, name := strings.ToLower(town), strings.ToLower(s.Name)
		whole := q.whole(r)
		if q.valueFits(s, v, r) > 0 || strings.Contains(whole, low+", "+name) || strings.Contains(whole, low+" in "+name) || strings.Contains(whole, name+"'s "+low) || strings.Contains(whole, low+" near "+name) {
			return
		}
		other = true
	}
	for _, a := range r.args {
		if enclosing[a.role] && a.Class == "Place" {
			at(a.Value)
		}
		if _, rest, ok := strings.Cut(a.Text, " in "); ok && a.role == "object" && a.Class != "Clause" {
			if _, inner, ok := strings.Cut(rest, " in "); ok {
				rest = inner
			}
			at(graph.Value{Name: rest, Text: rest, Class: "Place"})
		}
	}
	return other
}

// hisOther reports whether what the statement has in the place of the slot is by a possessive another's than w: "took away his passport",
// the director's, not the actor's.
func (q *asked) hisOther(s, w *graph.Slot, r *reading, swap bool) bool {
	if w.Role != "of" || !w.Proper || w.Wanted || q.p.Verb == "be" {
		return false
	}
	for _, a := range r.args {
		first, _, _ := strings.Cut(strings.ToLower(a.Text), " ")
		if !possessives[first] || !q.inRole(s.Role, a.role, swap) || !sameNoun(s.Head, noun(a.Name)) {
			continue
		}
		for _, of := range r.args {
			if of.role == "of" && strings.ToLower(of.Text) == first && properLike(of.Name) && q.valueFits(w, of.Value, r) == 0 {
				return true
			}
		}
	}
	return false
}

// ofOtherNation reports whether a phrase has the adjective of another nation than the word, and none of the word's.
func ofOtherNation(word, phrase string) bool {
	if national(word, phrase) {
		return false
	}
	for _, x := range strings.FieldsFunc(phrase, func(c rune) bool { return c == ' ' || c == ',' }) {
		if slices.Contains(prepositions, x) {
			break // "sanctions on Paraguay" are anybody's
		}
		if len(nations.of[x]) > 0 && !together(nations, x, word) {
			return true
		}
	}
	return false
}

// tellsOf reports whether a sentence, in lower case, has the words of a noun phrase, with an article, which are not those of the value.
func tellsOf(phrase, value, sentence string) bool {
	if holds(value, phrase) || len(strings.Fields(phrase)) < 2 {
		return false
	}
	for _, article := range []string{" a ", " an "} {
		if i := strings.Index(sentence, article+phrase); i > 0 && slices.Contains(prepositions, lastWord(sentence[:i])) && wordAt(sentence, phrase, 0) >= 0 {
			return true
		}
	}
	return false
}

// outOf reports whether a number stands in a phrase only for the whole that another number is of: 32 in "19 of 32 votes".
func outOf(number, phrase string) bool {
	before, _, ok := strings.Cut(phrase, " of "+number+" ")
	return ok && numbered(lastWord(before)) && !holds(before, number)
}

// otherKind reports whether a phrase of the slot's noun has the adjective of another nation than the slot, or not its ordinal, which the
// sentence has not either.
func otherKind(s *graph.Slot, phrase, sentence string) bool {
	return slices.ContainsFunc(s.Words, func(w string) bool {
		return len(nations.of[w]) > 0 && ofOtherNation(w, phrase) || ordinals[w] && !holds(sentence, w)
	})
}

// ordinals are words for one of several things of a kind.
var ordinals = set("first second third fourth fifth sixth seventh eighth ninth tenth other")

// otherYear reports whether a sentence tells of another year than the question, and not of that.
func (q *asked) otherYear(text string) bool {
	year, found := q.p.Time.Value, false
	if len(year) < 4 || q.p.Side != "" || !numbered(year[:4]) || holds(text, year[:4]) {
		return false
	}
	for _, w := range strings.FieldsFunc(text, func(c rune) bool { return c < '0' || c > '9' }) {
		found = found || len(w) == 4 && (strings.HasPrefix(w, "19") || strings.HasPrefix(w, "20"))
	}
	return found
}

// ofAnother reports whether somebody has a title without its owner that other statements give him as another's than the slot's.
func (q *asked) ofAnother(s *graph.Slot, r *reading) bool {
	st := r.st
	if r.verb != "be" || s.Role != "of" || !s.Proper || s.Wanted || len(owners(st)) > 0 || st.Subject.ID == "" || st.Subject.Class != "Person" || holds(r.text, s.Name) {
		return false
	}
	head, other := schema.Head(st.Object.Name), false
	sts, err := q.beings([]graph.ID{st.Subject.ID}, 20)
	if err != nil {
		return false // the next reading of the store tells of it
	}
	for i := range sts {
		if x := &sts[i]; x.Subject.ID == st.Subject.ID && x.Polarity == graph.Positive && sameNoun(head, schema.Head(x.Object.Name)) {
			for _, v := range owners(x) {
				if q.valueFits(s, v, q.reading(x)) > 0 {
					return false
				}
				other = other || properLike(v.Name)
			}
		}
	}
	return other
}

// doubtful reports whether a statement's object has a possessive that was not resolved, or to what may only be called so: "its
// secretary", a company's.
func doubtful(st *graph.Statement) bool {
	if !unowned(st) {
		return false
	}
	of := owners(st)
	return len(of) == 0 || slices.ContainsFunc(of, func(v graph.Value) bool {
		head := strings.ToLower(schema.Head(v.Name))
		return together(akin, head, "company") || firms[head] || doers[head] || holding[head] || bare(v)
	})
}
