package queries

import (
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// mistaken reports whether an answer stands on a statement that plainly speaks of another thing of the same noun than the question's:
// of somebody else's, of one in another place, given to somebody else. However an answer was found, it is none then.
func (q *asked) mistaken(a *Answer) bool {
	if len(a.Statements) == 0 || len(a.Statements[0].Sources) == 0 || q.p.Ask == graph.AskTruth {
		return false
	}
	st := &a.Statements[0]
	r := q.reading(st)
	for i := range q.p.Slots {
		s := &q.p.Slots[i]
		for j := range s.Within {
			w := &s.Within[j]
			if !w.Proper || w.Wanted {
				continue
			}
			if q.p.Verb == "be" && s.Role == "object" && w.Role == "of" && (schema.Slug(a.Name) == schema.Slug(w.Name) || q.known(w, a.ID) && len(q.means[w.Name]) == 1 && !strings.Contains(a.Name, " "+w.Name+" ")) {
				return true // nobody is his own sister
			}
			if w.Role == "of" && q.ofSomebodyElse(s, w, r) || placing[w.Role] && q.inAnotherPlace(s, w, r) {
				return true
			}
		}
		switch {
		case s.Wanted:
		case s.Proper && s.Role == "" && q.toSomebodyElse(s, r), s.Proper && q.bound(s, r):
			return true
		case !s.Proper && s.Role == "object" && q.p.Verb != "be" && st.Subject.ID != "" && st.Subject.ID == a.ID && q.fitsAlone(s, r):
			return true
		case s.Role == "object" && q.p.Verb == "be" && r.verb == "be" && (doers[s.Head] || holding[s.Head]) && q.otherOffice(s, a, r):
			return true
		case q.p.Ask == graph.AskPlace && s.Role == "object" && slices.Contains(s.Words, "new") && !holds(r.text, "new"):
			return true
		case s.Role == "object" && q.p.Verb != "be" && slices.ContainsFunc(s.Words, func(w string) bool { return w == "old" || w == "previous" }) && !slices.ContainsFunc([]string{"old", "previous", "former", "earlier", "past"}, func(w string) bool { return holds(r.text, w) }):
			return true
		}
		if s.Proper && placing[s.Role] && !s.Wanted {
			for j := range q.p.Slots {
				if o := &q.p.Slots[j]; j != i && !o.Proper && o.Head != "" && q.inAnotherPlace(o, s, r) {
					return true
				}
			}
		}
	}
	return q.countsOther(a, r)
}

// holdingTo are prepositions that lead to whom or what something is done.
var holdingTo = set("over with against for to from into")

// bound reports whether a statement has another in the place of the slot's name, which its sentence does not tell of: who presides over
// the talks does not preside over the bank.
func (q *asked) bound(s *graph.Slot, r *reading) bool {
	fits := slices.ContainsFunc(r.args, func(a arg) bool { return q.valueFits(s, a.Value, r) > 0 })
	if fits || s.Role != "over" && q.namedIn(s, r) {
		return false
	}
	return slices.ContainsFunc(r.args, func(a arg) bool {
		switch {
		case pronouns[strings.ToLower(a.Text)] || a.Class == "Clause" || numbered(a.Text):
			return false
		case holdingTo[s.Role]:
			return a.role == s.Role
		}
		return s.Role == "subject" && a.role == "subject" && r.verb == q.p.Verb && q.p.Verb != "be" && nameLike(a.Name) && (a.Class == "Person" || a.Class == "Organization" || a.Class == "Place")
	})
}

// fitsAlone reports whether only a statement's subject is what the slot, the question's object, calls by its noun.
func (q *asked) fitsAlone(s *graph.Slot, r *reading) bool {
	only := false
	for _, a := range r.args {
		switch fit := q.valueFits(s, a.Value, r); {
		case a.role == "subject":
			only = fit > 0.5 && a.Class != "Person" && !r.st.Object.None() && !pronouns[strings.ToLower(a.Text)]
		case fit > 0 || pronouns[strings.ToLower(a.Text)]:
			return false
		}
	}
	return only
}

// otherOffice reports whether a statement gives the answer another office than the slot's: that of another department, of another
// country by what other statements say, or one held no more.
func (q *asked) otherOffice(s *graph.Slot, a *Answer, r *reading) bool {
	own := strings.Fields(strings.ToLower(r.st.Object.Name))
	stands := func(w string) bool { return deputies[w] }
	if slices.ContainsFunc(own, stands) && !slices.ContainsFunc(s.Words, stands) && !deputies[s.Head] {
		return true
	}
	if len(q.p.Tenses) == 0 && slices.Contains(own, "former") && !slices.Contains(s.Words, "former") {
		return true
	}
	if k := len(own); k > 1 && own[k-1] == s.Head && len(s.Words) > 0 {
		w := own[k-2]
		if !soft[w] && !later[w] && !earlier[w] && len(nations.of[w]) == 0 && !strings.HasSuffix(w, "'s") && !slices.Contains(s.Words, w) && !slices.ContainsFunc(s.Words, func(x string) bool { return q.spelt(x, r.text) }) {
			return true
		}
	}
	for i := range s.Within {
		w := &s.Within[i]
		if w.Role != "of" || !w.Proper || w.Wanted || holds(r.text, w.Name) || q.aliased(w, r.text) || national(w.Name, r.text) {
			continue
		}
		if w.Class == "Place" && len(owners(r.st)) == 0 && !q.headlined(w, r) || a.ID != "" && q.ownedElsewhere(s, w, a) {
			return true
		}
	}
	return false
}

// headlined reports whether an article names the slot's place in its title or its lead, or in the paragraph of the statement before it.
func (q *asked) headlined(w *graph.Slot, r *reading) bool {
	tells := func(text string) bool { return holds(text, w.Name) || national(w.Name, text) }
	for _, src := range r.st.Sources {
		text := q.doc(src.Doc).Text
		if len(text) != len(q.lower[src.Doc]) || src.Start > len(text) {
			return true
		}
		text = q.lower[src.Doc]
		para := text[:src.Start]
		if i := strings.LastIndexByte(para, '\n'); i >= 0 {
			para = para[i:]
		}
		lines := slices.DeleteFunc(strings.Split(text, "\n"), func(l string) bool { return l == "" })
		lead := strings.Join(lines[:min(2, len(lines))], "\n")
		if tells(para) || tells(lead) || strings.Count(text, strings.ToLower(w.Name)) > 1 && !q.otherState(w, lead) {
			return true
		}
	}
	return false
}

// ownedElsewhere reports whether the answer is said to be what the slot calls it, but only of others than w: "Peru's water minister".
func (q *asked) ownedElsewhere(s, w *graph.Slot, a *Answer) bool {
	sts, err := q.beings([]graph.ID{a.ID}, mostBeing)
	if err != nil {
		return false
	}
	other := false
	for i := range sts {
		x := q.reading(&sts[i])
		if x.st.Subject.ID != a.ID || !sameNoun(s.Head, schema.Head(x.st.Object.Name)) {
			continue
		}
		who, _, named := strings.Cut(x.st.Object.Name, "'s ")
		if q.namedIn(w, x) {
			return false
		}
		other = other || named && properLike(who) && (len(nations.of[strings.ToLower(who)]) > 0) == (len(nations.of[strings.ToLower(w.Name)]) > 0)
	}
	return other
}

// placing are prepositions behind a noun before the place that tells which it is.
var placing = set("in at near off to from outside")

// namedIn reports whether the statement's sentence names the slot's entity, or another word for its nation.
func (q *asked) namedIn(w *graph.Slot, r *reading) bool {
	return holds(r.text, w.Name) || q.aliased(w, r.text) || national(w.Name, r.text) || q.spoken(w, r) ||
		slices.ContainsFunc(r.args, func(a arg) bool { return q.valueFits(w, a.Value, r) > 0 })
}

// ofSomebodyElse reports whether a statement's sentence tells of the slot's noun as another's than w's: "the mayor of Lima", "Lima's
// new mayor", "its mayor".
func (q *asked) ofSomebodyElse(s, w *graph.Slot, r *reading) bool {
	if q.p.Verb == "be" && r.verb == "be" && s.Role == "object" && unowned(r.st) {
		for _, x := range r.st.Roles {
			if x.Name == "of" && (properLike(x.Value.Name) || strings.EqualFold(x.Value.Text, "their")) && q.valueFits(w, x.Value, r) == 0 && !holds(r.text, w.Name) && !national(w.Name, r.text) {
				return true
			}
		}
	}
	literal := holds(r.text, w.Name)
	if !literal && q.namedIn(w, r) {
		return false
	}
	words := strings.Fields(q.quote(r))
	for i, word := range words {
		if schema.Head(bareWord(strings.ToLower(word))) != s.Head {
			continue
		}
		if i+2 < len(words) && words[i+1] == "of" && namesPlain(words[i+2]) && bareWord(word) == word {
			around := strings.ToLower(strings.Join(words[max(0, i-3):min(i+8, len(words))], " "))
			return !literal || q.p.Verb == "be" && s.Role == "object" && strings.Count(r.text, s.Head) == 1 && !holds(around, w.Name) && !national(w.Name, around)
		}
		if literal {
			continue
		}
		for j := max(0, i-2); j < i; j++ {
			if who, ok := strings.CutSuffix(words[j], "'s"); ok && namesPlain(who) {
				return true
			}
		}
	}
	return false
}

// inAnotherPlace reports whether a statement's sentence has behind the slot's noun the preposition with another place: "the mill in
// Oujda", of which one in Kenitra knows nothing.
func (q *asked) inAnotherPlace(s, w *graph.Slot, r *reading) bool {
	words := strings.Fields(q.quote(r))
	for i, word := range words {
		if bareWord(word) != word || !sameNoun(s.Head, schema.Head(strings.ToLower(word))) {
			continue
		}
		for j := i + 1; j < min(i+3, len(words)-1); j++ {
			name := bareWord(words[j+1])
			if words[j] != w.Role || !namesPlain(name) || !q.apart(w.Name, name, r) {
				continue
			}
			return !holds(strings.ToLower(strings.Join(words[j+1:min(j+6, len(words))], " ")), w.Name)
		}
	}
	return false
}

// apart reports whether neither of two places lies in the other, as far as the article tells: a town may lie in a nation, or be named
// with what it lies in.
func (q *asked) apart(a, b string, r *reading) bool {
	x, y := strings.ToLower(a), strings.ToLower(b)
	if holds(x, y) || holds(y, x) || (len(nations.of[x]) > 0) != (len(nations.of[y]) > 0) || national(x, y) {
		return false
	}
	all := q.whole(r)
	for _, pair := range [][2]string{{x, y}, {y, x}} {
		for _, link := range []string{", ", " in ", " on ", " of "} {
			if strings.Contains(all, pair[0]+link+pair[1]) {
				return false
			}
		}
	}
	return true
}

// toSomebodyElse reports whether what a statement says was given, lent or costs goes to another than the slot's.
func (q *asked) toSomebodyElse(s *graph.Slot, r *reading) bool {
	if slices.ContainsFunc(r.args, func(a arg) bool { return a.role != "subject" && q.valueFits(s, a.Value, r) > 0 }) {
		return false
	}
	told := q.namedIn(s, r)
	return slices.ContainsFunc(r.args, func(a arg) bool {
		if told {
			return a.role == "to" && nameLike(a.Name) && holds(r.text, s.Name) && !sideBySide(strings.ToLower(s.Name), strings.ToLower(a.Text), r.text)
		}
		return (a.role == "to" || a.role == "object" && r.verb == "cost") && !pronouns[strings.ToLower(a.Text)] && a.Class != "Quantity" && !numbered(a.Text)
	})
}

// countsOther reports whether an answer is the number of something else in the statement than what is counted: "helicopters rescued 21
// sailors" has no number of helicopters.
func (q *asked) countsOther(a *Answer, r *reading) bool {
	w := q.p.Wanted()
	if q.p.Ask != graph.AskQuantity || w == nil || w.Head == "" || !w.Counted {
		return false
	}
	counted, other := false, false
	for _, x := range r.args {
		text := strings.ToLower(x.Text)
		switch {
		case sameNoun(w.Head, schema.Head(x.Name)) || holds(text, w.Head):
			counted = counted || !numbered(text)
		case holds(text, strings.ToLower(a.Name)) && x.Class != "Quantity":
			other = true
		}
	}
	return counted && other
}

// quote are the statement's sentences as they are written.
func (q *asked) quote(r *reading) string {
	var out []string
	for _, src := range r.st.Sources {
		out = append(out, src.Quote)
	}
	return strings.Join(out, " ")
}

// namesPlain reports whether a word is a name and no time.
func namesPlain(word string) bool {
	word = bareWord(word)
	return properLike(word) && !weekdays[word] && !months[word]
}

// sourced are verbs of what one gets from somebody.
var sourced = set("join buy acquire import borrow get receive take hire recruit sign purchase obtain order")

// has reports whether a statement has an object of its own that is not the slot's.
func (q *asked) has(r *reading, s *graph.Slot) bool {
	return slices.ContainsFunc(r.args, func(a arg) bool {
		return a.role == "object" && a.Class != "Quantity" && q.valueFits(s, a.Value, r) == 0
	})
}

// arranged reports whether the words of a predicate, in lower case, say what is to be: "are to be held".
func arranged(text string) bool {
	return slices.ContainsFunc([]string{"are be ", "is be ", "are to ", "is to "}, func(w string) bool { return strings.HasPrefix(text, w) })
}
