package queries

import (
	"slices"
	"strings"

	"kg/graph"
)

// denied reports whether a statement denies what the question asks about. What is denied of the more general is denied of the
// more special: who made no offer made none for the bank. So the question's further restrictions need not be met.
func (q *asked) denied(r *reading) bool {
	return q.p.Ask == graph.AskTruth && r.st.Polarity == graph.Negative && !q.p.Negative
}

// whole is the text of the statement's documents, in lower case.
func (q *asked) whole(r *reading) string {
	text := ""
	for _, src := range r.st.Sources {
		q.doc(src.Doc)
		text += q.lower[src.Doc]
	}
	return text
}

// contrary are prepositions of which one says the opposite of the other: who voted for it has not voted against it.
var contrary = map[string]string{"for": "against", "against": "for", "with": "without", "without": "with", "to": "from", "from": "to", "before": "after", "after": "before"}

// enclosing are the prepositions of places, one of which may lie in another: "in Lima" is in Peru.
var enclosing = set("in at near on around outside inside across")

// otherNamed reports whether the statement has in the place of the slot's name another, not the two together: "lifted its
// sanctions on Paraguay" says nothing of those on Bolivia.
func (q *asked) otherNamed(s *graph.Slot, r *reading) bool {
	if !s.Proper || s.Role == "" || enclosing[s.Role] || excepted(s.Name, r.text) {
		return false
	}
	for _, a := range r.args {
		if a.role == s.Role && a.role != "object" && properLike(a.Name) && q.valueFits(s, a.Value, r) == 0 && !strings.HasPrefix(a.Name, s.Name+"'s ") && !sideBySide(strings.ToLower(s.Name), strings.ToLower(a.Text), r.text) {
			return true
		}
	}
	return false
}

// another reports whether a value is somebody else's than the slot's: "Chile's parliament" is not Peru's, whatever it votes on.
func (q *asked) another(s *graph.Slot, v graph.Value, r *reading) bool {
	who, _, ok := strings.Cut(v.Name, "'s ")
	if !ok || s.Role != "of" || !s.Proper || !namesPlain(who) {
		return false
	}
	owner := graph.Value{Name: who, Text: who}
	for _, a := range r.args {
		if a.role == "of" && a.Name == who {
			owner = a.Value
		}
	}
	return q.valueFits(s, owner, r) == 0 && !sameName(s.Name, who) && !sameName(who, s.Name) && !national(s.Name, strings.ToLower(who)) && !national(who, strings.ToLower(s.Name)) && !apposite(s.Name, who)
}

// ofOther reports whether a line tells only of somebody else's what a slot has by its noun and owner: of Chile's parliament, where the
// question is about Peru's.
func (q *asked) ofOther(l *line) bool {
	for i := range q.p.Slots {
		s := &q.p.Slots[i]
		owner := ""
		for _, w := range s.Within {
			if w.Role == "of" && w.Proper {
				owner = w.Name
			}
		}
		for _, w := range s.Words {
			if len(nations.of[w]) > 0 {
				owner = w
			}
		}
		if s.Proper || s.Head == "" || owner == "" {
			continue
		}
		own, other := false, false
		for rest, ok := l.Quote, true; ok; {
			var before string
			if before, rest, ok = strings.Cut(rest, "'s "); !ok {
				break
			}
			if next := strings.Fields(rest); len(next) == 0 || !sameNoun(s.Head, next[0]) && (len(next) < 2 || !sameNoun(s.Head, next[1])) {
				continue
			}
			who := lastWord(before)
			named := holds(strings.ToLower(owner), strings.ToLower(who)) || national(owner, strings.ToLower(who)) || apposite(owner, who)
			own, other = own || named, other || !named && namesPlain(who)
		}
		if other && !own {
			return true
		}
	}
	return false
}

// itself reports whether who does something is the slot's thing, or does it beside it: who signs for Norvia is not Norvia, nor who
// signs with it.
func (q *asked) itself(s *graph.Slot, r *reading) bool {
	who := r.st.Subject
	if s.Role != "for" || !s.Proper || who.None() || converse[q.p.Verb] == r.verb {
		return false
	}
	a, b := strings.ToLower(s.Name), strings.ToLower(who.Text)
	return q.valueFits(s, who, r) > 0.5 || strings.Contains(r.text, a+" and "+b) || strings.Contains(r.text, b+" and "+a)
}

// sideBySide reports whether two names stand together in a list: "Chad, Niger and Mali".
func sideBySide(a, b, text string) bool {
	if strings.Contains(b, a) {
		return true
	}
	for _, pair := range [][2]string{{a, b}, {b, a}} {
		_, rest, ok := strings.Cut(text, pair[0])
		if !ok {
			continue
		}
		between, _, ok := strings.Cut(rest, pair[1])
		if ok && len(strings.Fields(between)) < 6 && (holds(between, "and") || holds(between, "or") || strings.Contains(between, ",")) && !holds(between, "not") && !holds(between, "but") {
			return true
		}
	}
	return false
}

// exceptions are words before what does not belong to what has been said.
var exceptions = []string{"not", "except", "except for", "apart from", "other than", "excluding", "with the exception of", "all but"}

// excepted reports whether text, in lower case, takes the name out of what it says: "but not those on Bolivia".
func excepted(name, text string) bool {
	name = strings.ToLower(name)
	for at := 0; ; {
		i := wordAt(text, name, at)
		if i < 0 {
			return false
		}
		before := strings.Fields(text[:i])
		n := len(before)
		for n > 0 && (slices.Contains(prepositions, before[n-1]) && before[n-1] != "for" || demonstrative[before[n-1]]) {
			n--
		}
		left := " " + strings.Join(before[:n], " ")
		for _, x := range exceptions {
			if strings.HasSuffix(left, " "+x) && (x != "not" || n > 1 && (before[n-2] == "but" || before[n-2] == "and" || strings.HasSuffix(before[n-2], ","))) {
				return true
			}
		}
		at = i + len(name)
	}
}

// demonstrative are words that may stand between an exception and its name.
var demonstrative = set("the those that one ones")

// anyExcepted reports whether a name of the slots is excepted.
func (q *asked) anyExcepted(slots []graph.Slot, text string) bool {
	return slices.ContainsFunc(proper(slots), func(s graph.Slot) bool { return excepted(s.Name, text) })
}

// disowned are the denials of clauses that say what the question asks with its own words: "she denied that the firm had promised to
// sell the mine".
func (q *asked) disowned() []Answer {
	if q.p.Negative || q.p.Time.Text != "" {
		return nil
	}
	words := append(append([]string{q.p.Verb}, q.p.Rest...), q.p.Content...)
	var add func(slots []graph.Slot)
	add = func(slots []graph.Slot) {
		for _, s := range slots {
			if words = append(words, s.Words...); s.Proper {
				words = append(words, s.Name)
			} else if !pronouns[s.Head] {
				words = append(words, s.Head)
			}
			add(s.Within)
		}
	}
	add(q.p.Slots)
	if words = slices.DeleteFunc(words, func(w string) bool { return w == "" || w == "be" }); len(words) < 3 {
		return nil
	}
	var out []Answer
	for _, st := range q.found {
		if st.Relation.Lemma != "deny" || st.Polarity == graph.Negative || st.Object.Class != "Clause" {
			continue
		}
		text := strings.ToLower(st.Object.Text)
		if !holds(text, "not") && !slices.ContainsFunc(words, func(w string) bool { return !q.spelt(w, text) }) {
			out = append(out, Answer{Name: "no", Statements: []graph.Statement{st}, score: 0.7})
		}
	}
	return out
}

// sided reads "voted for the sale" as not having voted against it, and "abstained" as neither.
func (q *asked) sided(r *reading, add func(float64, graph.Statement)) {
	st := r.st
	if q.p.Ask != graph.AskTruth || st.Polarity == graph.Negative || st.Certainty > graph.Probable {
		return
	}
	for i := range q.p.Slots {
		x := &q.p.Slots[i]
		if (x.Role == "for" || x.Role == "against" || x.Role == "on") && r.verb == "abstain" && q.p.Verb == "vote" && (q.before(x, r) || holds(r.all, x.Head)) {
			s := *st
			s.Relation.Lemma, s.Polarity, s.Roles = "vote", graph.Negative, []graph.Role{{Name: x.Role, Value: graph.Value{Name: x.Name, Text: x.Name, Class: "Thing"}}}
			add(0.9, s)
			continue
		}
		if x.Role != "for" && x.Role != "against" || !slices.ContainsFunc(r.args, func(a arg) bool { return a.role == contrary[x.Role] && q.valueFits(x, a.Value, r) > 0.5 }) {
			continue
		}
		s := *st
		s.Relation.Lemma, s.Polarity, s.Roles = q.p.Verb, graph.Negative, []graph.Role{{Name: x.Role, Value: graph.Value{Name: x.Name, Text: x.Name, Class: "Thing"}}}
		if strings.HasSuffix(st.Relation.Lemma, " "+contrary[x.Role]) {
			s.Object = graph.Value{}
		}
		add(0.9, s)
	}
}
