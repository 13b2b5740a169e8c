package queries

import (
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// subjectSlot is the slot of that role that names something, nil for none.
func (q *asked) slot(role string) *graph.Slot {
	for i := range q.p.Slots {
		if s := &q.p.Slots[i]; s.Role == role && !s.Wanted {
			return s
		}
	}
	return nil
}

// plainSpeech are verbs of speech that a question may use for any other.
var plainSpeech = map[string]bool{"say": true, "tell": true, "state": true, "comment": true, "talk": true, "speak": true, "think": true, "remark": true, "react": true, "explain": true}

// alleging are verbs of saying what others have done.
var alleging = set("allege claim maintain assert charge complain argue insist")

func (q *asked) speechFits(lemma string) bool {
	if plainSpeech[q.p.Verb] || lemma == q.p.Verb || alleging[q.p.Verb] && charges[lemma] {
		return true
	}
	for _, a := range q.lex.Lookup(q.p.Verb) {
		for _, b := range q.lex.Lookup(lemma) {
			if a == b {
				return true
			}
		}
	}
	return false
}

// speech answers what somebody said.
func (q *asked) speech(out *Reply) {
	who := q.slot("subject")
	if who == nil {
		return
	}
	if (q.p.Verb == "think" || q.p.Verb == "react") && (q.slot("about") != nil || q.slot("of") != nil) && q.verdict(out) {
		return // what he called it tells his mind
	}
	var found []Answer
	for i := range q.found {
		st := &q.found[i]
		if st.Kind != graph.Speech || !q.speechFits(st.Relation.Lemma) && !q.warns(st) && !q.testified(q.reading(st)) || st.Polarity == graph.Negative || st.Object.None() {
			continue
		}
		r := q.reading(st)
		score := q.valueFits(who, st.Subject, r) * q.timeFits(r)
		if score < least {
			continue
		}
		words := st.Object.Text
		if slices.ContainsFunc(q.p.Rest, func(w string) bool { return sameNoun(w, noun(st.Object.Name)) }) {
			continue // "what did the bank promise its clients": not the clients
		}
		for j := range q.p.Slots {
			s := &q.p.Slots[j]
			if s == who || s.Wanted {
				continue
			}
			words, score = q.about(s, words, r, score)
		}
		if score >= least && len(strings.Fields(words)) > 1 {
			found = append(found, Answer{Name: words, Statements: []graph.Statement{*st}, score: score})
		}
	}
	out.collect(found, 0.25)
	if len(found) == 0 && q.p.Wanted() != nil && !plainSpeech[q.p.Verb] && q.p.Wanted().Class != "Clause" {
		q.p.Ask = graph.AskArgument // "what has the party demanded"
		q.argument(out)
	} else if len(found) == 0 && !q.verdict(out) {
		q.stance(out)
	}
}

// testified reports whether a statement tells what somebody told a court, which is testimony.
func (q *asked) testified(r *reading) bool {
	if q.p.Verb != "testify" || !plainSpeech[r.st.Relation.Lemma] {
		return false
	}
	for _, verb := range []string{"told ", "telling ", "tell "} {
		if _, rest, ok := strings.Cut(r.text, verb); ok {
			words := strings.Fields(rest)
			return slices.ContainsFunc(words[:min(3, len(words))], func(w string) bool { return courts[strings.Trim(w, ",.")] })
		}
	}
	return false
}

// courts are nouns for those before whom one testifies.
var courts = set("court courts judge judges jury jurors tribunal inquiry commission panel committee hearing magistrate magistrates coroner inquest arbitrators")

// warns reports whether a statement warns of what may happen, in other words: "water could run out".
func (q *asked) warns(st *graph.Statement) bool {
	text := strings.ToLower(st.Object.Text)
	return q.p.Verb == "warn" && plainSpeech[st.Relation.Lemma] && slices.ContainsFunc([]string{"could", "might", "may", "risk", "danger", "unless", "threatens"}, func(w string) bool { return holds(text, w) })
}

// pledged answers what somebody has promised or threatened to do, and what somebody is accused of.
func (q *asked) pledged() []Answer {
	who, w, of := q.slot("subject"), q.p.Wanted(), q.slot("object")
	charge := charges[q.p.Verb]
	if who == nil && charge {
		who = &graph.Slot{} // "what was Ann accused of": by whomever
	}
	if who == nil || w == nil || w.Head != "" || charge != (of != nil && (w.Role == "of" || w.Role == "with" || w.Role == "for")) || !charge && (w.Role != "object" || len(q.p.Slots) > 2) {
		return nil
	}
	if !charge {
		of = who
	}
	var found []Answer
	for i := range q.found {
		st := &q.found[i]
		if st.By.None() || !q.speechFits(st.Cue) || !charge && st.Tense != graph.Future {
			continue
		}
		r := q.reading(st)
		if score := min(q.valueFits(who, st.By, r), q.valueFits(of, st.Subject, r)) * q.timeFits(r); score >= least {
			verb := st.Relation.Lemma
			if charge || st.Object.None() && strings.HasSuffix(st.Relation.Text, "ing") {
				verb = st.Relation.Text
			}
			said := strings.TrimSpace(verb + " " + st.Object.Text)
			if st.Polarity == graph.Negative {
				said = "not " + said
			}
			found = append(found, Answer{Name: said, Statements: []graph.Statement{*st}, score: score})
		}
	}
	return found
}

// wishing reports whether the question asks what somebody is asked or wanted to do.
func (q *asked) wishing() bool {
	return q.p.Ask == graph.AskArgument && len(q.p.Content) == 1 && q.p.Content[0] == "do" && q.p.Wanted() != nil && q.p.Wanted().Role == "object"
}

// owing reports whether it asks what somebody should do.
func (q *asked) owing() bool { return q.p.Verb == "should" || q.p.Verb == "must" }

// wished answers it, from what is said to be done by whom it is asked of.
func (q *asked) wished(out *Reply) bool {
	if !q.wishing() {
		return false
	}
	by, whom := q.slot("subject"), q.slot("object")
	if whom == nil {
		whom = q.slot("")
	}
	if whom == nil || by == nil && !q.owing() {
		return false
	}
	var found []Answer
	for i := range q.found {
		st := &q.found[i]
		if st.Tense != graph.Future && !q.owing() || st.Certainty < graph.Probable && !preventing[q.p.Verb] {
			continue
		}
		r := q.reading(st)
		score := q.valueFits(whom, st.Subject, r) * q.timeFits(r)
		if score < least || !q.spelt(q.p.Verb, r.text) || by != nil && !(q.valueFits(by, st.By, r) > least || q.tied(&graph.Slot{Name: by.Name, Head: by.Head, Proper: by.Proper, Class: by.Class, Role: "of"}, r) > 0) {
			continue
		}
		said := strings.TrimSpace(st.Relation.Lemma + " " + st.Object.Text)
		if st.Polarity == graph.Negative && !preventing[q.p.Verb] {
			said = "not " + said
		}
		found = append(found, Answer{Name: said, Statements: []graph.Statement{*st}, score: score})
	}
	out.collect(found, 0.1)
	return len(out.Answers) > 0
}

// saidOf reports whether a clause of the sentence, which is somebody's word, is of the slot's entity, under whatever name.
func (q *asked) saidOf(s *graph.Slot, r *reading) bool {
	src := r.st.Sources
	if len(src) == 0 {
		return false
	}
	told, _ := q.statements(src[0].Doc)
	return slices.ContainsFunc(told, func(x graph.Statement) bool {
		return sameSentence(&x, r.st) && x.By.ID == r.st.Subject.ID && !x.By.None() && (q.known(s, x.Subject.ID) || q.known(s, x.Object.ID))
	})
}

// about narrows what was said to the part that holds the slot's noun, and scores how surely it is about it.
func (q *asked) about(s *graph.Slot, words string, r *reading, score float64) (string, float64) {
	names := []string{s.Head}
	if s.Proper {
		names = append([]string{s.Name}, lastWord(s.Name))
	}
	if !s.Proper {
		names = append(names, fellows(akin, s.Head)...)
	}
	in := func(text string) bool {
		for _, n := range names {
			if n != "" && holds(strings.ToLower(text), n) {
				return true
			}
		}
		return !s.Proper && s.Head != "" && q.spelt(s.Head, strings.ToLower(text)) // "no family" of "the families"
	}
	if in(words) {
		for _, cut := range []string{" and that ", "; ", ", but ", " but that "} {
			if a, b, ok := strings.Cut(words, cut); ok && in(a) && !in(b) {
				return a, score
			} else if ok && in(b) && !in(a) {
				return b, 0.9 * score
			}
		}
		if text := strings.ToLower(words); !s.Proper && s.Head != "" && !holds(strings.NewReplacer(s.Head+"s' ", "", s.Head+"'s ", "", s.Head+"s’ ", "", s.Head+"’s ", "").Replace(text), s.Head) && holds(text, s.Head) {
			return words, 0.6 * score // the supporters' trust is not the supporters
		}
		return words, score
	}
	if in(r.text) {
		return words, 0.6 * score
	}
	if s.Proper && q.saidOf(s, r) {
		return words, 0.8 * score // "that he had not fled"
	}
	if text := strings.ToLower(words); len(s.Words) > 0 && !s.Proper && strings.Contains(" "+text, " "+s.Words[len(s.Words)-1]) && strings.Contains(text, " one") && holds(r.near, s.Head) {
		return words, 0.8 * score // "the older ones"
	}
	if first, _, _ := strings.Cut(strings.ToLower(words), " "); (first == "they" || first == "it") && in(r.near) {
		return words, 0.5 * score
	}
	if q.commented(s, r) {
		return words, 0.5 * score
	}
	return words, 0
}

func lastWord(s string) string {
	w := strings.Fields(s)
	if len(w) == 0 {
		return ""
	}
	return w[len(w)-1]
}

// speaker answers who said something.
func (q *asked) speaker(out *Reply) {
	var found []Answer
	for i := range q.found {
		st := &q.found[i]
		r := q.reading(st)
		var by graph.Value
		text := ""
		switch {
		case st.Kind == graph.Speech && (q.speechFits(st.Relation.Lemma) || q.testified(r)):
			by, text = st.Subject, st.Object.Text
		case !st.By.None() && (q.speechFits(st.Cue) || charges[st.Cue] && plainSpeech[q.p.Verb]): // "accused the firm of delaying it"
			by, text = st.By, st.Subject.Name+" "+st.Relation.Text+" "+st.Relation.Lemma+" "+st.Object.Text
			for _, x := range st.Roles {
				text += " " + x.Value.Text
			}
		case charges[r.verb] && plainSpeech[q.p.Verb] && st.By.None() && st.Object.Class != "Clause" && len(q.p.Content) > 1: // the parser hangs "of delaying it" from the firm
			by, text = st.Subject, st.Object.Text
			for _, x := range st.Roles {
				text += " " + x.Value.Text
			}
		case announcing[r.verb] && q.speechFits(r.verb) && referring(st.Object.Text) && len(q.p.Content) > 1: // "announced the decision", of the sentence before
			by, text = st.Subject, r.near
		default:
			continue
		}
		if bare(by) || st.Polarity == graph.Negative && st.Kind == graph.Speech || q.otherYear(r.text) {
			continue
		}
		if s := q.slot("subject"); asksWhose(s) {
			of := q.ownersOf(s, by, st)
			if len(of) == 0 {
				continue
			}
			by = of[0]
		}
		text = strings.ToLower(text)
		hits, all := 0.0, 0.0
		for _, w := range q.p.Content {
			all++
			switch {
			case holds(text, w), holds(text, stem(w)):
				hits++
			case q.spelt(w, text):
				hits += 0.9
			case holds(r.text, w):
				hits += 0.6
			case holds(r.near, w):
				hits += 0.5
			}
		}
		score := 1.0
		if all > 0 {
			score = hits / all
		}
		for j := range q.p.Slots {
			if s := &q.p.Slots[j]; !s.Wanted && s.Role != "subject" {
				if slices.ContainsFunc(r.args, func(a arg) bool { return a.role != "" && a.role == contrary[s.Role] }) {
					score = 0 // "who spoke against the plan"
				}
				if !holds(text, strings.ToLower(s.Head+lastOr(s.Name))) && !holds(r.text, lastOr(s.Name)) {
					score = 0
				}
			}
		}
		if w := q.p.Wanted(); w != nil && w.Role == "subject" && kinds[w.Head] != "" {
			score *= q.kindFits(w, by, r) // "which newspaper revealed": no committee
		}
		if score >= 0.75 {
			found = append(found, Answer{Name: by.Name, ID: by.ID, Statements: []graph.Statement{*st}, score: score})
		}
	}
	out.collect(found, 0.1)
}

// referring reports whether an object stands for what has just been told.
func referring(text string) bool {
	t := strings.ToLower(text)
	if t == "it" || t == "this" || t == "that" {
		return true
	}
	words := strings.Fields(t)
	return len(words) == 2 && (words[0] == "the" || words[0] == "this") && reported[words[1]]
}

// reported are nouns for what somebody has just been said to do.
var reported = set("decision move step news plan measure change dismissal appointment departure result")

func lastOr(s string) string {
	if s == "" {
		return s
	}
	return lastWord(s)
}

// identity answers who or what something is.
func (q *asked) identity(out *Reply) {
	s := q.slot("subject")
	if s == nil {
		s = q.slot("object")
	}
	if s == nil {
		return
	}
	var found []Answer
	for i := range q.found {
		st := &q.found[i]
		office, whole := strings.CutPrefix(st.Relation.Lemma, "be ") // "be ceo of"
		if st.Relation.Lemma == "work as" {
			s := *st
			s.Relation.Lemma, s.Kind, st = "be", graph.Attribute, &s
		}
		if whole = whole && strings.HasSuffix(office, " of"); st.Relation.Lemma != "be" && !whole || st.Polarity == graph.Negative || st.Certainty > graph.Probable || st.Object.None() {
			continue
		}
		r := q.reading(st)
		if s.Role == "object" && motives[s.Head] && slices.ContainsFunc(q.p.Rest, func(w string) bool { return !q.spelt(w, q.whole(r)) }) {
			continue
		}
		if s.Role == "object" && !s.Proper && s.Head != "" && properLike(st.Subject.Name) && sameNoun(s.Head, schema.Head(st.Object.Name)) { // "Oslo, his home town": his home town is Oslo
			if score := q.valueFits(s, st.Object, r); score >= least {
				found = append(found, Answer{Name: st.Subject.Name, ID: st.Subject.ID, Statements: []graph.Statement{*st}, score: score})
			}
			continue
		}
		score := q.valueFits(s, st.Subject, r)
		sourced := len(st.Sources) > 0
		copula := sourced && st.Sources[0].Extractor == "copula"
		if score < least || s.Role == "object" && (measures[s.Head] || dues[s.Head] || sizing[s.Head] || s.Head == "number" || dimensions[s.Head] != nil) && !numbered(st.Object.Text) || st.Object.Class == "Quantity" && s.Proper || st.Object.Class == "" && copula || bare(st.Object) {
			continue
		}
		if w := q.p.Wanted(); w != nil && w.Head != "" && sourced && st.Sources[0].Extractor == "verdict" {
			continue // what somebody calls another is not his job
		}
		if motives[s.Head] && slices.ContainsFunc(q.p.Rest, func(w string) bool { return !q.spelt(w, r.near) }) {
			continue // the reason for something else
		}
		if w := q.p.Wanted(); w != nil && w.Head != "" && kinship[schema.Head(st.Object.Name)] {
			continue
		}
		if st.Kind == graph.Attribute && sourced && !copula {
			score += 0.02
		}
		a := Answer{Name: st.Object.Name, ID: st.Object.ID, Statements: []graph.Statement{*st}, score: score}
		if whole {
			a.Name, a.ID = office+" "+st.Object.Name, ""
		}
		found = append(found, a)
	}
	if w := q.p.Wanted(); w != nil && w.Head != "" && w.Head != "job" { // a profession is of nobody, an office is
		if own := slices.DeleteFunc(slices.Clone(found), func(a Answer) bool { return len(owners(&a.Statements[0])) > 0 && !crafts[schema.Head(a.Name)] }); len(own) > 0 {
			found = own
		}
	}
	out.collect(found, 0.3)
}

// kinship are nouns for what somebody is to another, which is no profession.
var kinship = set("daughter son wife husband spouse mother father brother sister child widow widower parent friend neighbour neighbor member supporter critic native citizen resident winner candidate")
