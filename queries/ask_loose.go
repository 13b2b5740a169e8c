package queries

import (
	"slices"
	"sort"
	"strings"

	"kg/graph"
	"kg/schema"
)

// line is a sentence with the statements that stand on it.
type line struct {
	graph.Source
	said []graph.Statement
	text string                 // in lower case
	near string                 // with some text before it
	all  string                 // its document, to its end
	is   map[string]graph.Value // whom the descriptions of its document describe, by their wording
}

// term is a part of the question, with how well a line holds it: from 0 to 1. A line need not hold what may be missing.
type term struct {
	weight  float64
	met     func(*line) float64
	missing bool
}

// leastLoose is the score that an answer from a line needs more than.
const leastLoose = 0.65

// mostDocs bounds the documents that are read whole for a question.
const mostDocs = 3

// loose answers from the sentence that holds what the question says, though in other places or with other verbs, where
// it holds one thing of the kind that is asked for.
func (q *asked) loose(out *Reply) error {
	switch q.p.Ask {
	case graph.AskArgument, graph.AskTime, graph.AskPlace, graph.AskQuantity, graph.AskCause, graph.AskIdentity:
	default:
		return nil
	}
	terms := q.terms()
	whole := 0.0
	for _, t := range terms {
		whole += t.weight
	}
	if whole < 1 {
		return nil
	}
	sts, docs, err := q.speaking(terms)
	if err != nil {
		return err
	}
	q.found, q.owned = nil, false
	var lines []line
	for _, d := range docs {
		q.found, lines = append(q.found, sts[d]...), append(lines, q.lines(d, sts[d])...)
	}
	graph.SortStatements(q.found)
	for _, try := range []func(*Reply){q.answer, q.measured, q.located} {
		if try(out); out.sure() {
			return nil
		}
	}
	q.owned = true
	if q.answer(out); out.sure() {
		return nil
	}
	var found []Answer
	for i := range lines {
		l := &lines[i]
		size := q.sized(l)
		if size == "" {
			size = q.stretched(l)
		}
		if size != "" {
			found = append(found, Answer{Name: size, Statements: l.said[:1], score: 1})
		}
		sum, all := coverage(terms, l)
		cover := sum / whole
		if !all || cover < 0.6 || q.ofOther(l) {
			continue
		}
		if name := q.called(l); name != "" {
			found = append(found, Answer{Name: name, Statements: l.said[:1], score: cover})
		}
		if q.p.Ask == graph.AskIdentity {
			continue
		}
		if at := q.happened(l); at != "" {
			found = append(found, Answer{Name: at, Statements: l.said[:1], score: cover})
		}
		if q.p.Ask == graph.AskCause {
			if x := q.groundOf(lines, i); x != nil {
				found = append(found, Answer{Name: x.Object.Text, Statements: []graph.Statement{*x}, score: cover})
			}
			continue
		}
		for j := range l.said {
			if q.undone(&l.said[j]) {
				continue
			}
			for _, a := range q.candidates(l, &l.said[j]) {
				if a.score *= cover; a.score > leastLoose {
					a.Statements = []graph.Statement{l.said[j]}
					found = append(found, a)
				}
			}
		}
	}
	if w := q.p.Wanted(); w != nil && w.Class == "Person" && w.Head == "" && q.p.Verb != "be" {
		found = slices.DeleteFunc(found, func(a Answer) bool { return nobody(a.Name) })
	}
	out.collect(found, 0.05)
	if len(out.Answers) > 1 {
		out.Answers = nil
	}
	return nil
}

// coverage is how much of the terms a line holds, and whether it holds each that may not be missing.
func coverage(terms []term, l *line) (sum float64, all bool) {
	all = true
	for _, t := range terms {
		met := t.met(l)
		sum, all = sum+t.weight*met, all && (met > 0 || t.missing)
	}
	return sum, all
}

// groundOf is the statement that gives the reason of what line i says of the question's verb, in the two lines behind it.
func (q *asked) groundOf(lines []line, i int) *graph.Statement {
	if !slices.ContainsFunc(lines[i].said, func(st graph.Statement) bool {
		return slices.ContainsFunc(q.views(&st), func(v view) bool { verb, _ := q.verbFits(v.reading); return verb > 0 })
	}) {
		return nil
	}
	for _, l := range lines[i+1 : min(i+3, len(lines))] {
		if x := l.ground(); x != nil && l.Doc == lines[i].Doc {
			return x
		}
	}
	return nil
}

// terms are the parts of the question that a sentence may hold, its verb and what is asked for aside.
func (q *asked) terms() []term {
	var out []term
	add := func(w float64, met func(*line) float64) { out = append(out, term{weight: w, met: met}) }
	noun := func(w float64, word string) bool {
		if word == "" || pronouns[word] || possessives[word] {
			return false
		}
		add(w, func(l *line) float64 {
			switch {
			case holds(l.text, word):
				return 1
			case q.capital(word), excludes(word, l.text):
				return 0 // "the Olympic marathon": not any
			case q.spelt(word, l.text), derived(word, l.text):
				return 0.9
			case q.spelt(word, l.near):
				return 0.7
			case holds(l.all, word):
				return 0.5
			}
			return 0
		})
		return true
	}
	var slots func([]graph.Slot)
	slots = func(list []graph.Slot) {
		for i := range list {
			s := &list[i]
			switch {
			case s.Wanted:
				if s.Counted && len(gauges[s.Head]) == 0 && s.Head != "age" {
					noun(0.7, s.Head)
				}
			case s.Proper:
				add(1.5, func(l *line) float64 { return q.speaks(s, l) })
			default:
				if s.Head != "name" || len(s.Within) == 0 {
					noun(1, s.Head)
				}
				for _, w := range s.Words {
					if noun(0.5, w) {
						title := (doers[s.Head] || holding[s.Head]) && !soft[w] && !later[w] && !earlier[w]                                                         // the climate minister is no fisheries minister
						out[len(out)-1].missing = !q.capital(w) && !numbered(w) && !title && len(rivals[w]) == 0 && !strings.Contains(q.p.Text, " "+capitalised(w)) // "the Boston marathon"
					}
				}
			}
			slots(s.Within)
		}
	}
	slots(q.p.Slots)
	for _, w := range q.p.Rest {
		noun(0.6, w)
	}
	return out
}

// speaks says how well a line speaks of the slot's entity.
func (q *asked) speaks(s *graph.Slot, l *line) float64 {
	best := 0.0
	for i := range l.said {
		r := &reading{st: &l.said[i], text: l.text, near: l.near, all: l.all}
		r.parse()
		for _, a := range r.args {
			best = max(best, q.valueFits(s, a.Value, r))
		}
		if best < 0.6 && q.spoken(s, r) {
			best = 0.6
		}
	}
	switch {
	case best >= 0.8:
	case holds(l.text, s.Name):
		best = 1
	case q.aliased(s, l.text):
		best = 0.9
	case holds(l.near, s.Name):
		best = max(best, 0.5)
	case holds(l.all, s.Name):
		best = max(best, 0.3)
	}
	return best
}

// derived reports whether text has a noun of what the word says, or a verb for the noun.
func derived(word, text string) bool {
	for _, v := range schema.Verbs(word) {
		if holds(text, v) || len(v) > 4 && holds(text, stem(v)) {
			return true
		}
	}
	return false
}

// speaking are the documents that speak most of the question's terms, with their statements.
func (q *asked) speaking(terms []term) (map[graph.ID][]graph.Statement, []graph.ID, error) {
	best := map[graph.ID]float64{}
	for _, st := range q.said {
		for _, src := range st.Sources {
			l := q.line(src)
			l.said = []graph.Statement{st}
			sum, _ := coverage(terms, &l)
			best[src.Doc] = max(best[src.Doc], sum)
		}
	}
	docs := make([]graph.ID, 0, len(best))
	for d := range best {
		docs = append(docs, d)
	}
	sort.Slice(docs, func(i, j int) bool {
		if a, b := best[docs[i]], best[docs[j]]; a != b {
			return a > b
		}
		return docs[i] < docs[j]
	})
	docs = docs[:min(mostDocs, len(docs))]
	out := map[graph.ID][]graph.Statement{}
	for _, d := range docs {
		var err error
		if out[d], err = q.statements(d); err != nil {
			return nil, nil, err
		}
	}
	return out, docs, nil
}

// lines are the sentences of a document, which has the statements.
func (q *asked) lines(doc graph.ID, sts []graph.Statement) []line {
	var out []line
	at, is := map[int]int{}, descriptions(sts)
	for _, st := range sts {
		for _, src := range st.Sources {
			if src.Doc != doc {
				continue
			}
			i, ok := at[src.Start]
			if !ok {
				i = len(out)
				at[src.Start] = i
				out = append(out, q.line(src))
				out[i].is = is
			}
			out[i].said = append(out[i].said, st)
		}
	}
	return out
}

// descriptions maps descriptions to the names that they are said of: "a clerk at the ministry" to the clerk.
func descriptions(sts []graph.Statement) map[string]graph.Value {
	out := map[string]graph.Value{}
	for _, st := range sts {
		if st.Relation.Lemma == "be" && st.Kind == graph.Attribute && st.Polarity == graph.Positive && nameLike(st.Subject.Name) && !nameLike(st.Object.Name) && strings.Contains(st.Object.Text, " ") {
			out[st.Object.Text] = st.Subject
		}
	}
	return out
}

// line is the sentence that a source leads to, without statements.
func (q *asked) line(src graph.Source) line {
	l := line{Source: src, text: " " + strings.ToLower(src.Quote)}
	d := q.doc(src.Doc)
	if lower := q.lower[src.Doc]; src.End <= len(lower) && len(lower) == len(d.Text) {
		l.all, l.near = lower[:src.End], " "+lower[max(0, src.Start-300):src.End]
	}
	return l
}

// names is the value with the name that the line's document describes by its wording.
func (l *line) names(v graph.Value) graph.Value {
	if x, ok := l.is[v.Text]; ok && !properLike(v.Name) {
		x.Text = v.Text
		return x
	}
	return v
}

// candidates are what a statement of the line holds that may be asked for.
func (q *asked) candidates(l *line, st *graph.Statement) []Answer {
	var out []Answer
	said := *st
	said.Subject, said.Object = l.names(st.Subject), l.names(st.Object)
	for _, v := range q.views(&said) {
		r := v.reading
		s := r.st
		if r.noun || (s.Polarity == graph.Negative) != q.p.Negative || s.Certainty > graph.Probable && !q.p.Modal || q.timeFits(r) == 0 {
			continue
		}
		verb, swap := q.verbFits(r)
		if verb == 0 || q.p.Ask == graph.AskQuantity && !q.p.Modal && allowed(r) || q.clash(r, swap) || q.outdated(st) {
			continue
		}
		if len(q.p.Tenses) > 0 && !slices.Contains(q.p.Tenses, s.Tense) && (s.Tense == graph.Future || s.Tense == graph.Past) {
			continue
		}
		answers := q.wanted(r, swap)
		if size := q.gauged(st); size != "" && len(answers) == 0 {
			answers = []Answer{{Name: size, score: 1}}
		}
		for _, a := range answers {
			if slices.ContainsFunc(proper(q.p.Slots), func(s graph.Slot) bool { return sameName(s.Name, a.Name) || sameName(a.Name, s.Name) }) {
				continue
			}
			a.score *= verb * v.score
			out = append(out, a)
		}
	}
	return out
}

// recipients are the prepositions before whom something is done to or for.
var recipients = set("to from for against")

// clash reports whether the statement's subject or object is plainly another than the question's: neither of its name, nor a
// definite noun or a pronoun that may stand for it; or whether it has the question's thing in the contrary place.
func (q *asked) clash(r *reading, swap bool) bool {
	for _, s := range proper(q.p.Slots) {
		if !s.Wanted && recipients[s.Role] && (slices.ContainsFunc(r.args, func(a arg) bool {
			return a.role == s.Role && !pronouns[strings.ToLower(a.Text)] && q.valueFits(&s, a.Value, r) == 0
		}) || q.itself(&s, r)) {
			return true
		}
	}
	for i := range q.p.Slots {
		s := &q.p.Slots[i]
		if q.asOther(s, r) || q.atOther(s, r) || slices.ContainsFunc(s.Within, func(w graph.Slot) bool { return q.atOther(&w, r) || q.hisOther(s, &w, r, swap) }) {
			return true
		}
		role := s.Role
		if q.governed(s) && r.verb != q.p.Verb {
			role = "object"
		}
		if slices.ContainsFunc(r.args, func(a arg) bool { return a.role != "" && a.role == contrary[s.Role] && q.valueFits(s, a.Value, r) > 0 }) {
			return true // who spoke for it has not spoken against it
		}
		if role == "object" && s.Proper && sourced[r.verb] && slices.ContainsFunc(r.args, func(a arg) bool { return a.role == "from" && q.valueFits(s, a.Value, r) > 0 }) {
			return true // who joined it from the bank has not joined the bank
		}
		if role == s.Role && q.governed(s) && slices.ContainsFunc(r.args, func(a arg) bool { return a.role == "object" && q.valueFits(s, a.Value, r) == 0 }) && !slices.ContainsFunc(r.args, func(a arg) bool { return a.role == role }) {
			return true // who withdrew a bid has not withdrawn from the talks
		}
		if s.Wanted || role != "subject" && role != "object" {
			continue
		}
		if q.p.Verb == "be" && slices.ContainsFunc(s.Within, func(w graph.Slot) bool {
			return (!w.Proper || w.Role == "of" && ((q.otherNamed(&w, r) || q.elsewhere(&w, r)) && !doubtful(r.st) || q.ofAnother(&w, r))) && q.tied(&w, r) == 0
		}) {
			return true // the leader of something else
		}
		if part := department(r.st.Object.Text, schema.Head(r.st.Object.Text)); part != "" && role == "object" && q.p.Verb == "be" && doers[s.Head] && !tellsPart(s, part) {
			return true // the head of sales
		}
		if role == "subject" && !swap && r.st.Subject.None() && q.besideDoer(s, r) {
			return true
		}
		met, other := false, false
		for _, a := range r.args {
			if !q.inRole(role, a.role, swap) || role == "object" && a.role != "object" {
				continue
			}
			text := strings.ToLower(a.Text)
			article := strings.HasPrefix(text, "the ") || strings.HasPrefix(text, "this ") || strings.HasPrefix(text, "that ")
			fits := q.valueFits(s, a.Value, r) > 0 || holds(strings.ToLower(a.Name+" "+a.Text), s.Head) && !otherKind(s, strings.ToLower(a.Name+" "+a.Text), r.text) || a.Class == "Clause" || pronouns[text] && !(single[text] && plural(s)) || article && !s.Proper && !properLike(a.Name) && !(role == "object" && holds(r.text, s.Head)) && !(q.p.Verb == "be" && someone(schema.Head(a.Name)))
			met, other = met || fits, other || !fits
		}
		if other && !met {
			return true
		}
	}
	return false
}
