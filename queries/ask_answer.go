package queries

import (
	"sort"
	"strings"
	"unicode"

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
	default:
		if verdicts[q.p.Verb] && q.verdict(r) {
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
}

// fits scores a statement against the pattern, the wanted slot aside; swap as of verbFits.
func (q *asked) fits(r *reading, status bool) (score float64, swap bool) {
	st := r.st
	if score, swap = q.verbFits(r); score == 0 {
		return 0, false
	}
	if status {
		if (st.Polarity == graph.Negative) != q.p.Negative {
			return 0, false
		}
		if !q.p.Modal && (st.Certainty > graph.Probable || st.Condition != "") {
			return 0, false
		}
		if q.p.Modal && st.Certainty == graph.Certain && st.Tense != graph.Future {
			score *= 0.8
		}
	}
	if len(q.p.Tenses) > 0 {
		ok := false
		for _, t := range q.p.Tenses {
			ok = ok || t == st.Tense
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
		case s.Role == "subject" || s.Role == "object":
			score *= q.core(s, r, swap)
		default:
			score *= q.tied(s, r)
		}
		if score < least {
			return 0, false
		}
	}
	return score, swap
}

// core scores a slot that must be the statement's subject or object.
func (q *asked) core(s *graph.Slot, r *reading, swap bool) float64 {
	best := 0.0
	for _, a := range r.args {
		if q.inRole(s.Role, a.role, swap) {
			best = max(best, q.valueFits(s, a.Value, r)*q.loss(s.Role, a.role))
		}
	}
	if best == 0 && s.Role == "object" { // the one it is given to, paid to
		for _, a := range r.args {
			if a.role == "to" {
				best = 0.9 * q.valueFits(s, a.Value, r)
			}
		}
		if best == 0 && s.Proper && q.p.Wanted() != nil && q.p.Wanted().Role == "object" && (holds(r.text, s.Name) || q.spoken(s, r)) {
			best = 0.7
		}
		if best == 0 && !s.Proper && s.Head != "" && q.p.Wanted() != nil && q.p.Wanted().Role == "object" && holds(r.text, s.Head) {
			best = 0.7
		}
	}
	return best
}

// inRole reports whether an argument in role have may be asked for as want.
func (q *asked) inRole(want, have string, swap bool) bool {
	if swap && want == "subject" {
		return have != "subject"
	}
	if swap && want == "object" {
		return have == "subject"
	}
	if want == "object" {
		return have != "subject"
	}
	return want == have
}

func (q *asked) loss(want, have string) float64 {
	if want == "object" && have != "object" && have != "subject" {
		return 0.8
	}
	return 1
}

// argument answers who, what, which, when, where and how many.
func (q *asked) argument(out *Reply) {
	var found []Answer
	for i := range q.found {
		st := &q.found[i]
		r := q.reading(st)
		score, swap := q.fits(r, true)
		if score < least {
			if q.p.Verb == "be" && q.p.Ask == graph.AskArgument {
				found = append(found, q.turned(r)...)
			}
			continue
		}
		for _, a := range q.wanted(r, swap) {
			a.score *= score
			if a.score >= least {
				a.Statements = []graph.Statement{*st}
				found = append(found, a)
			}
		}
	}
	if q.p.Verb == "be" && q.p.Ask == graph.AskArgument {
		found = q.holders(found)
	}
	named := false
	for _, a := range found {
		named = named || properLike(a.Name)
	}
	if w := q.p.Wanted(); named && w != nil && w.Class == "Person" { // a name answers "who" better than a noun
		kept := found[:0]
		for _, a := range found {
			if properLike(a.Name) {
				kept = append(kept, a)
			}
		}
		found = kept
	}
	margin := 0.16
	if q.p.Ask == graph.AskTime || q.p.Ask == graph.AskPlace || q.p.Ask == graph.AskQuantity {
		margin = 0.05
	}
	out.collect(found, margin)
}

// turned reads "the present chief executive is Chiara Manin" from its end.
func (q *asked) turned(r *reading) []Answer {
	st := r.st
	if r.verb != "be" || st.Object.Class != "Person" || !properLike(st.Object.Name) || st.Subject.Class == "Clause" {
		return nil
	}
	t := *st
	t.Subject, t.Object = st.Object, st.Subject
	x := *r
	x.st, x.args = &t, append([]arg{{"subject", t.Subject}, {"object", t.Object}}, r.args[min(2, len(r.args)):]...)
	score, swap := q.fits(&x, true)
	if score < least {
		return nil
	}
	var out []Answer
	for _, a := range q.wanted(&x, swap) {
		a.score *= score
		a.Statements = []graph.Statement{*st}
		out = append(out, a)
	}
	return out
}

// holders leaves those who hold an office by the latest article that names a holder, and not who held it before.
func (q *asked) holders(found []Answer) []Answer {
	w := q.p.Wanted()
	if w == nil || w.Role != "subject" {
		return found
	}
	past := strings.Contains(strings.ToLower(q.p.Text), "former") || len(q.p.Tenses) > 0 && q.p.Tenses[0] == graph.Past
	var kept []Answer
	for _, a := range found {
		text := strings.ToLower(a.Statements[0].Object.Text + " " + a.Statements[0].Object.Name + " " + a.Statements[0].Subject.Name)
		if !past && (holds(text, "former") || holds(text, "ex-") || holds(text, "late")) {
			continue
		}
		kept = append(kept, a)
	}
	if past {
		return kept
	}
	var latest int64
	for _, a := range kept {
		for _, src := range a.Statements[0].Sources {
			latest = max(latest, q.doc(src.Doc).Date.Unix())
		}
	}
	out := kept[:0]
	for _, a := range kept {
		for _, src := range a.Statements[0].Sources {
			if q.doc(src.Doc).Date.Unix() == latest {
				out = append(out, a)
				break
			}
		}
	}
	return out
}

// kinds are classes by the noun behind "which".
var kinds = func() map[string]string {
	out := map[string]string{}
	for class, words := range map[string]string{
		"Place":        "country city town place region state island village province capital continent county district nation",
		"Organization": "company firm bank organization organisation agency party team club newspaper union group university court institution institute ministry association airline carmaker",
		"Person":       "person minister politician man woman official president leader player scientist judge author actor singer",
	} {
		for _, w := range strings.Fields(words) {
			out[w] = class
		}
	}
	return out
}()

// kindFits reports whether a value is of the kind that is asked for.
func (q *asked) kindFits(s *graph.Slot, v graph.Value, r *reading) float64 {
	if s.Class == "Person" { // who
		switch v.Class {
		case "Person", "Organization", "Group", "Place":
			return 1
		case "Clause", "Quantity", "Date", "Event", "Work":
			return 0
		}
		return 0.95
	}
	if s.Head == "" {
		if v.Class == "Clause" {
			return 0.9
		}
		return 1
	}
	if sameNoun(s.Head, schema.Head(v.Name)) {
		return 1
	}
	text := strings.ToLower(v.Name + " " + v.Text)
	if holds(text, s.Head) {
		return 1
	}
	switch kinds[s.Head] {
	case "":
		if holds(r.text, s.Head) && properLike(v.Name) {
			return 0.8
		}
		return 0
	case v.Class:
		return 1
	}
	if kinds[s.Head] == "Organization" && v.Class == "Place" || kinds[s.Head] == "Place" && v.Class == "Organization" || v.Class == "Thing" && properLike(v.Name) {
		return 0.6
	}
	return 0
}

// wanted gives what the statement holds in the place that is asked for.
func (q *asked) wanted(r *reading, swap bool) []Answer {
	st := r.st
	switch q.p.Ask {
	case graph.AskTime:
		if st.Time.Text == "" {
			return nil
		}
		if q.p.Time.Text != "" && schema.Slug(q.p.Time.Text) == schema.Slug(st.Time.Text) {
			return nil
		}
		name := st.Time.Text
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
	var out []Answer
	for _, a := range r.args {
		score := 1.0
		switch {
		case w.Role == "subject" || w.Role == "object":
			if !q.inRole(w.Role, a.role, swap) {
				continue
			}
			score = q.loss(w.Role, a.role)
		case a.role != w.Role:
			if !(a.role == "object" && strings.HasSuffix(st.Relation.Lemma, " "+w.Role)) {
				continue
			}
		}
		if q.asked(a.Value, r) || bare(a.Value) {
			continue
		}
		if score *= q.kindFits(w, a.Value, r); score == 0 {
			continue
		}
		out = append(out, Answer{Name: wording(a.Value), ID: a.ID, score: score})
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
	return out
}

// bare reports whether a value says nothing: a pronoun that was not resolved, "one of them".
func bare(v graph.Value) bool {
	name := strings.ToLower(v.Name)
	return pronouns[name] || v.Class == "unnamed" || strings.HasSuffix(name, " of them") || strings.HasSuffix(name, " them")
}

// asked reports whether a value is one that the question itself names.
func (q *asked) asked(v graph.Value, r *reading) bool {
	for i := range q.p.Slots {
		s := &q.p.Slots[i]
		if !s.Wanted && s.Name != "" && q.valueFits(s, v, r) > 0.5 && !pronouns[strings.ToLower(v.Text)] {
			return true
		}
	}
	return false
}

// wording is how an answer is named: a name, else the phrase without its article.
func wording(v graph.Value) string {
	if v.Class == "Clause" {
		return v.Text
	}
	return v.Name
}

// placePreps lead to where something is.
var placePreps = map[string]int{"in": 3, "at": 3, "near": 2, "on": 2, "outside": 2, "off": 2, "from": 1, "to": 1, "into": 1, "inside": 2, "by": 1}

func (q *asked) place(r *reading) []Answer {
	var out []Answer
	best := 0
	for _, a := range r.args {
		n := placePreps[a.role]
		if n == 0 || bare(a.Value) || a.Class == "Person" || a.Class == "Date" || a.Class == "Quantity" || a.Class == "Clause" || q.asked(a.Value, r) {
			continue
		}
		if a.Class != "Place" && (a.Class != "Organization" && a.Class != "Thing" || n < 2) {
			continue
		}
		if a.Class == "Place" {
			n += 3
		}
		if n > best {
			best, out = n, nil
		}
		if n == best {
			out = append(out, Answer{Name: a.Name, ID: a.ID, score: 1})
		}
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
		score := 1.0
		if w != nil && w.Head != "" && w.Head != "age" {
			switch {
			case sameNoun(w.Head, schema.Head(a.Name)), holds(strings.ToLower(a.Text), w.Head):
			case akin[w.Head] == akin["people"] && akin[w.Head] != 0 && persons[schema.Head(a.Name)]:
			case st.Quantity.Text != "" && sameNoun(w.Head, schema.Head(a.Text)):
			case numbered(strings.Fields(a.Name)[len(strings.Fields(a.Name))-1]) && holds(r.text, w.Head):
				score = 0.8 // "employs 7,300"
			default:
				continue
			}
		}
		if w != nil && w.Head == "age" && len(strings.Fields(a.Name)) > 2 {
			continue
		}
		out = append(out, Answer{Name: name, score: score})
	}
	if len(out) == 0 && st.Quantity.Text != "" && (w == nil || w.Head == "") && numbered(st.Quantity.Text) {
		out = append(out, Answer{Name: st.Quantity.Text, score: 0.7})
	}
	return out
}

var persons = map[string]bool{"people": true, "person": true, "victim": true, "soldier": true, "worker": true, "civilian": true, "passenger": true, "child": true,
	"resident": true, "man": true, "woman": true, "protester": true, "member": true, "employee": true, "pupil": true, "student": true}

// truth answers yes, no or possible.
func (q *asked) truth(out *Reply) {
	var yes, no, maybe []Answer
	for i := range q.found {
		st := &q.found[i]
		r := q.reading(st)
		score, _ := q.fits(r, false)
		if score < 0.5 {
			continue
		}
		a := Answer{Statements: []graph.Statement{*st}, score: score}
		switch {
		case st.Certainty >= graph.Possible || st.Condition != "":
			a.Name = "possible"
			maybe = append(maybe, a)
		case st.Polarity == graph.Negative:
			a.Name = "no"
			no = append(no, a)
		default:
			a.Name = "yes"
			yes = append(yes, a)
		}
	}
	best := func(as []Answer) float64 {
		b := 0.0
		for _, a := range as {
			b = max(b, a.score)
		}
		return b
	}
	y, n := best(yes), best(no)
	switch {
	case y > 0 && n > 0 && y-n < 0.1 && n-y < 0.1:
		if latest(q, yes) > latest(q, no) {
			out.collect(yes, 0.2)
		} else if latest(q, no) > latest(q, yes) {
			out.collect(no, 0.2)
		}
	case y > n:
		out.collect(yes, 0.2)
	case n > 0:
		out.collect(no, 0.2)
	default:
		out.collect(maybe, 0.2)
	}
}

func latest(q *asked, as []Answer) int64 {
	var out int64
	for _, a := range as {
		for _, st := range a.Statements {
			for _, src := range st.Sources {
				out = max(out, q.doc(src.Doc).Date.Unix())
			}
		}
	}
	return out
}
