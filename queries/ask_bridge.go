package queries

import (
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// pairings are words before a plural noun that stands for things named one beside the other.
var pairings = set("two both three four these those")

// joint reports whether a value stands for the slot's thing together with the others of its role: "the two countries" for
// Sorvia and Teklan, where both are named shortly before.
func (q *asked) joint(s *graph.Slot, v graph.Value, r *reading) bool {
	text := strings.Fields(strings.ToLower(v.Text))
	if len(text) == 0 || !(len(text) > 1 && (pairings[text[0]] || text[0] == "the" && (pairings[text[1]] || strings.HasSuffix(text[len(text)-1], "s"))) || text[0] == "they" || text[0] == "both" || text[0] == "them") {
		return false
	}
	n := 0
	for i := range q.p.Slots {
		x := &q.p.Slots[i]
		if x.Wanted || x.Role != s.Role || !x.Proper {
			continue
		}
		if !holds(r.near, x.Name) && !q.aliased(x, r.near) && !(pairings[text[min(1, len(text)-1)]] && holds(r.all, x.Name)) {
			return false
		}
		if slices.ContainsFunc(r.args, func(a arg) bool { return a.Value.Name != v.Name && q.known(x, a.ID) }) {
			return false // what Sorvia and Teklan supply is neither
		}
		n++
	}
	return n > 1
}

// grounds are nouns for why something is so.
var grounds = set("reason cause explanation motive justification")

// ground is what a line gives as the reason of what was said before it: "The main reason is …"; nil for none.
func (l *line) ground() *graph.Statement {
	for i := range l.said {
		x := &l.said[i]
		if x.Relation.Lemma == "be" && grounds[schema.Head(x.Subject.Name)] && !x.Object.None() && x.Polarity == graph.Positive && len(owners(x)) == 0 {
			return x
		}
	}
	return nil
}

// causes are the verbs of which the question for the subject asks why the object came to be.
func causes(verb string) bool {
	return together(near, verb, "cause") || verb == "lead to" || verb == "lie behind"
}

// caused are the patterns that ask why the thing of the slot came to be.
func (q *asked) caused(s *graph.Slot) []graph.Pattern {
	var out []graph.Pattern
	for _, v := range append(append([]string{}, schema.Verbs(s.Head)...), "start", "happen") {
		x := *q.p
		x.Ask, x.Verb, x.Tenses = graph.AskCause, v, nil
		for _, role := range []string{"subject", "object"} {
			x.Slots = nil
			if v == "start" || v == "happen" {
				x.Slots = append(x.Slots, withRole(*s, role))
			} else {
				for _, w := range s.Within {
					x.Slots = append(x.Slots, withRole(w, role))
				}
			}
			if len(x.Slots) > 0 {
				out = append(out, x)
			}
		}
	}
	return out
}

// ends are the verbs that tell with "after" how long something lasted.
var ends = spaced("collapse end break_down fail stop close fall expire finish die fold")

// lasted reads "collapsed after four days" as "lasted four days".
func (q *asked) lasted(r *reading, add func(float64, graph.Statement)) {
	if st := r.st; q.lasting() && together(near, q.p.Verb, "last") && ends[r.verb] && strings.HasPrefix(st.Time.Text, "after ") && spans[schema.Head(st.Time.Text)] && numbered(st.Time.Text) {
		s := *st
		s.Relation.Lemma = q.p.Verb
		s.Time.Text = strings.TrimPrefix(st.Time.Text, "after ")
		if s.Subject.None() {
			s.Subject, s.Object = s.Object, graph.Value{}
		}
		add(0.9, s)
	}
}

// sized is the answer to how high or how old something is that a line gives before its noun: "a 118-metre dam".
func (q *asked) sized(l *line) string {
	w, whole := q.p.Wanted(), q.slot("subject")
	if q.p.Ask != graph.AskQuantity || q.p.Verb != "be" || w == nil || whole == nil {
		return ""
	}
	adjective, nouns := w.Head, []string{whole.Head}
	if adjective == "age" {
		adjective = "old"
	}
	if whole.Proper {
		nouns = slices.Clone(q.nouns[naming{whole.Name, l.Doc}])
		if holds(l.near, strings.Fields(whole.Name)[0]) {
			nouns = append(nouns, implied(whole.Name)...)
		}
	}
	words := strings.Fields(l.Quote)
	for i := range words {
		size := hyphened(words[i], adjective)
		for _, next := range words[i+1 : min(i+3, len(words))] {
			if size != "" && slices.ContainsFunc(nouns, func(n string) bool { return sameNoun(n, schema.Head(next)) }) {
				return size
			}
		}
	}
	return ""
}

// happened is where a line says that something took place which the question says was held: "two nights of talks in Vienna".
func (q *asked) happened(l *line) string {
	w := q.p.Wanted()
	where := w != nil && placePreps[w.Role] > 1 && kinds[w.Head] == "Place" // "in which city will the service go on"
	if !where && (q.p.Ask != graph.AskPlace || !light[q.p.Verb] && !happening[q.p.Verb]) {
		return ""
	}
	for _, role := range []string{"object", "subject"} {
		if s := q.slot(role); s != nil && !s.Proper && s.Head != "" {
			for _, noun := range []string{s.Head + "s", s.Head} {
				if at := within(l.Quote, noun); at != "" {
					return at
				}
			}
		}
	}
	return ""
}

// called is the name that a line gives to the thing of which the name is asked for: "the Esperanza mine", "the mine Esperanza".
func (q *asked) called(l *line) string {
	of := q.slot("object")
	if q.p.Verb != "be" || of == nil || of.Head != "name" || len(of.Within) != 1 || of.Within[0].Proper || of.Within[0].Head == "" {
		return ""
	}
	noun := of.Within[0].Head
	words := strings.Fields(l.Quote)
	for i, w := range words {
		if schema.Head(strings.Trim(w, ",.;:")) != noun {
			continue
		}
		first := i
		for first > 1 && properLike(words[first-1]) && !strings.ContainsAny(words[first-1], ",.;:'’") {
			first--
		}
		if first < i {
			return strings.Join(words[first:i], " ")
		}
		last := i
		for last+1 < len(words) && properLike(words[last+1]) && w == strings.TrimRight(w, ",.;:") {
			if last++; words[last] != strings.TrimRight(words[last], ",.;:'’s") {
				break
			}
		}
		if last > i {
			return strings.TrimRight(strings.Join(words[i+1:last+1], " "), ",.;:")
		}
	}
	return ""
}

// gauged is the measure in a statement's sentence for an adjective that asks how far the verb goes: "were working 340 metres below
// ground"; "" where there are several or none.
func (q *asked) gauged(st *graph.Statement) string {
	words := strings.Fields(strings.ToLower(q.p.Text))
	if q.p.Ask != graph.AskQuantity || q.p.Verb == "be" || len(words) < 2 || words[0] != "how" {
		return ""
	}
	unit := units[words[1]]
	if unit == nil && words[1] == "high" {
		unit = units["tall"]
	}
	if unit == nil || len(st.Sources) == 0 {
		return ""
	}
	found := ""
	text := strings.Fields(st.Sources[0].Quote)
	for i := range text[:max(len(text)-1, 0)] {
		if numbered(text[i]) && anyWord(strings.Trim(text[i+1], ",.;:"), unit) {
			if found != "" {
				return ""
			}
			found = text[i] + " " + strings.Trim(text[i+1], ",.;:")
		}
	}
	return found
}

// apposed puts the names behind a description in its place: of "two graduates, Neil Abrams and Priya Raman".
func apposed(found []Answer) []Answer {
	var out []Answer
	for _, a := range found {
		names := []string{}
		if !nameLike(a.Name) && a.ID != "" && len(a.Statements) > 0 && len(a.Statements[0].Sources) > 0 {
			_, rest, ok := strings.Cut(a.Statements[0].Sources[0].Quote, a.Name+", ")
			if ok {
				names = listed(rest)
			}
		}
		if len(names) < 2 {
			out = append(out, a)
			continue
		}
		for _, n := range names {
			b := a
			b.Name, b.ID = n, ""
			out = append(out, b)
		}
	}
	return out
}

// listed are the names that text begins with: "Neil Abrams and Priya Raman, …"; nil for a list that does not end as a list of names does.
func listed(text string) []string {
	var out []string
	var name []string
	for _, w := range strings.Fields(text) {
		word := strings.TrimRight(w, ",.;:")
		switch {
		case word == "and" && len(name)+len(out) > 0:
			if len(name) > 0 {
				out = append(out, strings.Join(name, " "))
			}
			name = nil
			continue
		case !properLike(word):
			return nil
		}
		if name = append(name, word); word != w {
			out, name = append(out, strings.Join(name, " ")), nil
			if !strings.Contains(text, " and ") || len(out) > 1 {
				return out
			}
		}
	}
	return nil
}

// hyphened is the measure that stands before a noun in text: "118-metre" of "a 118-metre dam", for an adjective that asks for it.
func hyphened(text, adjective string) string {
	unit := units[adjective]
	if adjective == "old" {
		unit = set("year month week day century")
	}
	if unit == nil && (adjective == "high" || adjective == "large" || adjective == "big") {
		unit = units["tall"]
	}
	for _, w := range strings.Fields(text) {
		w = strings.Trim(w, ",.;:()\"“”")
		parts := strings.Split(w, "-")
		if len(parts) > 1 && numbered(parts[0]) && slices.ContainsFunc(parts[1:], func(p string) bool { return unit[strings.ToLower(p)] }) {
			return w
		}
	}
	return ""
}

// preventing are verbs whose object is who may not do something, or what may not be done.
var preventing = set("forbid prohibit ban bar prevent stop discourage")

// deed is what a statement of a preventing verb keeps its object from doing; "" where it says none.
func (q *asked) deed(st *graph.Statement) string {
	if len(st.Sources) == 0 {
		return ""
	}
	told, _ := q.statements(st.Sources[0].Doc)
	for _, x := range told {
		if x.Polarity == graph.Negative && sameSentence(&x, st) && x.Subject.Text == st.Object.Text && x.Kind != graph.Attribute {
			return strings.TrimSpace(x.Relation.Text + " " + x.Object.Text)
		}
	}
	return ""
}

// sameSentence reports whether two statements stand first on one passage.
func sameSentence(a, b *graph.Statement) bool {
	return len(a.Sources) > 0 && len(b.Sources) > 0 && a.Sources[0].Doc == b.Sources[0].Doc && a.Sources[0].Start == b.Sources[0].Start
}
