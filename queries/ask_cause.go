package queries

import (
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// connectives lead to a reason, the strongest first.
var connectives = []string{"because of", "because", "due to", "owing to", "thanks to", "as a result of", "on account of", "on the grounds that", "on grounds that",
	"on the grounds of", "on grounds of", "for fear of", "for fear that", "for lack of", "in order to", "so as to", "so that", "in protest at", "in protest against", "in response to", "in an attempt to", "in an effort to", "in a bid to"}

// aimed are connectives that are part of the reason: "to calm the markets".
var aimed = set("to so for in")

// punishing are verbs whose "for" gives the reason.
var punishing = set("sentence jail imprison fine arrest acquit convict punish ban suspend sack dismiss fire criticise criticize praise thank blame honour honor award reward sue charge condemn apologise apologize expel disqualify")

// controlling are verbs whose object is to do what follows: "asked the council to pay" gives no purpose.
var controlling = set("ask urge order tell want force allow help persuade expect invite require enable encourage warn advise beg call press instruct permit wish need compel oblige lead authorise authorize forbid schedule choose elect appoint agree plan promise refuse decide try")

// quarrels are nouns of what one does something in, over something.
var quarrels = set("quarrel dispute row protest argument disagreement feud reaction response retaliation")

// cause answers why, from the clause or phrase of the statement's sentence that gives a reason, or from what is said to
// have caused what the question tells of.
func (q *asked) cause(out *Reply) {
	var found []Answer
	for i := range q.found {
		st := &q.found[i]
		best := 0.0
		for _, r := range q.views(st) {
			score, _ := q.fits(r.reading, true)
			best = max(best, score*r.score)
		}
		if best < 0.45 {
			continue
		}
		if text, sure := q.reason(st); text != "" && !slices.ContainsFunc(q.p.Slots, func(s graph.Slot) bool { return !s.Proper && s.Head != "" && sameNoun(schema.Head(text), s.Head) }) {
			found = append(found, Answer{Name: text, Statements: []graph.Statement{*st}, score: best * sure})
		}
	}
	out.collect(found, 0.1)
}

// reason is what a statement's sentence gives as its reason, and how surely; "" where it gives none.
func (q *asked) reason(st *graph.Statement) (string, float64) {
	if len(st.Sources) == 0 {
		return "", 0
	}
	src := st.Sources[0]
	quote, lower := src.Quote, strings.ToLower(src.Quote)
	if len(quote) != len(lower) {
		return "", 0
	}
	from := 0 // where the predicate ends
	if i := strings.Index(quote, st.Relation.Text); i >= 0 && st.Relation.Text != "" {
		from = i + len(st.Relation.Text)
	} else if w := lastWord(st.Relation.Text); w != "" { // "had almost failed"
		if i := wordAt(quote, w, 0); i >= 0 {
			from = i + len(w)
		}
	}
	for _, c := range connectives {
		i := wordAt(lower, c, 0)
		switch {
		case i < 0:
			continue
		case i == 0 || i < from && strings.TrimSpace(lower[:i]) == `"`: // "Because it rained, the match was put off."
			rest, _, ok := strings.Cut(quote[i+len(c):], ",")
			if ok && i+len(c)+len(rest) < from {
				return phrase(c, rest), 1
			}
		case i >= from && from > 0 && !parted(lower[from:i]):
			return phrase(c, clauseOf(quote[i+len(c):])), 1
		}
	}
	if t := st.Time.Text; t != "" {
		first, rest, _ := strings.Cut(t, " ")
		switch strings.ToLower(first) {
		case "since":
			if verbal(rest) {
				return rest, 0.9
			}
		case "after", "following":
			if st.Time.Start.IsZero() && !deictic[strings.ToLower(rest)] && !(spans[schema.Head(rest)] && !strings.Contains(rest, " of ")) {
				return rest, 0.8
			}
		}
	}
	if i := wordAt(lower, "after", from); from > 0 && i > 0 && !parted(lower[from:i]) && !spans[strings.TrimSuffix(lastWord(strings.TrimSpace(lower[:i])), "s")] {
		if rest := strings.TrimSpace(clauseOf(quote[i+len("after"):])); verbal(rest) {
			return rest, 0.7
		}
	}
	for _, x := range st.Roles {
		if s := given(st, x.Name, x.Value); s != "" {
			return s, 0.9
		}
	}
	verb := strings.Fields(st.Relation.Lemma)
	if len(verb) > 1 {
		if s := given(st, verb[len(verb)-1], st.Object); s != "" {
			return s, 0.9
		}
	}
	if len(verb) > 0 && (punishing[verb[0]] || st.Relation.Lemma == "send off") {
		if i := wordAt(lower, "for", from); i > 0 && !parted(lower[from:i]) {
			rest := strings.TrimSpace(clauseOf(quote[i+len("for"):]))
			if first, _, _ := strings.Cut(rest, " "); strings.HasSuffix(first, "ing") {
				return "for " + rest, 0.9
			}
		}
	}
	return q.purpose(st, quote, from), 0.8
}

// given is the reason that an argument with a preposition gives, "" for none.
func given(st *graph.Statement, prep string, v graph.Value) string {
	head := schema.Head(v.Name)
	verb, _, _ := strings.Cut(st.Relation.Lemma, " ")
	if verb == "be" {
		verb = strings.TrimPrefix(st.Relation.Lemma, "be ")
		verb, _, _ = strings.Cut(verb, " ")
	}
	switch prep {
	case "over", "because of", "due to", "owing to", "thanks to":
		return v.Text
	case "in":
		if quarrels[head] {
			return v.Text
		}
	case "for":
		if head == "reason" || head == "lack" || slices.ContainsFunc([]string{verb, stem(verb)}, func(w string) bool { return punishing[w] || punishing[w+"e"] }) && !numbered(v.Text) {
			return v.Text
		}
	case "after", "following":
		if v.Class != "Date" && v.Class != "Person" && !properLike(v.Name) && !numbered(strings.Fields(v.Text + " -")[0]) { // not "90 seconds after lift-off"
			return v.Text
		}
	}
	return ""
}

// purpose is the infinitive behind a statement's object that tells what it is done for.
func (q *asked) purpose(st *graph.Statement, quote string, from int) string {
	verb, _, _ := strings.Cut(st.Relation.Lemma, " ")
	if from == 0 || controlling[verb] || st.Object.None() || st.Object.Class == "Clause" {
		return ""
	}
	at := from
	if !st.Subject.None() {
		i := strings.Index(quote[from:], st.Object.Text)
		if st.Object.Text == "" || i < 0 {
			return ""
		}
		at += i + len(st.Object.Text)
	}
	if i := strings.Index(quote[at:], " to "); i >= 0 && !parted(quote[at:at+i]) {
		if w := strings.Fields(quote[at+i+len(" to "):]); len(w) > 2 && articles[w[1]] && (len(near.of[w[0]]) > 0 || len(q.lex.Lookup(w[0])) > 0) {
			return strings.TrimSpace(clauseOf(quote[at+i:]))
		}
	}
	for i := range q.found {
		other := &q.found[i]
		if len(other.Sources) == 0 || other.Sources[0].Doc != st.Sources[0].Doc || other.Sources[0].Start != st.Sources[0].Start || other.Tense != graph.Future || other.Relation.Text == "" {
			continue
		}
		first, _, _ := strings.Cut(other.Relation.Text, " ")
		if i := strings.Index(quote[at:], " to "+first); i >= 0 && !parted(quote[at:at+i]) {
			return strings.TrimSpace(clauseOf(quote[at+i:]))
		}
	}
	return ""
}

// articles are words that may begin the object of a verb.
var articles = set("a an the its their his her it them him this that these those more all any")

// phrase is a reason in words, with its connective where that is part of it.
func phrase(connective, rest string) string {
	first, _, _ := strings.Cut(connective, " ")
	rest = strings.TrimSpace(rest)
	if rest != "" && aimed[first] {
		return connective + " " + rest
	}
	return rest
}

// wordAt is where words begin in text at or after from, -1 for nowhere.
func wordAt(text, words string, from int) int {
	for at := from; at < len(text); {
		i := strings.Index(text[at:], words)
		if i < 0 {
			return -1
		}
		i += at
		if end := i + len(words); (i == 0 || !letter(text[i-1])) && (end == len(text) || !letter(text[end])) {
			return i
		}
		at = i + 1
	}
	return -1
}

// parted reports whether text, between a predicate and what may be its reason, begins another clause.
func parted(text string) bool {
	for _, cut := range []string{";", ", and ", ", but ", " but ", " while ", " which ", " who ", ". ", "”", `"`} {
		if strings.Contains(text, cut) {
			return true
		}
	}
	return false
}

// clauseOf is text to the end of its clause.
func clauseOf(text string) string {
	end := len(text)
	for _, cut := range []string{", according to", ", but ", ", and ", ", while ", "; ", ". ", "”", `"`, ", said ", " — "} {
		if i := strings.Index(text, cut); i >= 0 && i < end {
			end = i
		}
	}
	spoken := strings.HasPrefix(text[end:], ", said ") && slices.Contains(prepositions, strings.Fields(text[end:] + " .")[2])
	text = strings.TrimRight(strings.TrimSpace(text[:end]), ".,!?")
	for n := 0; spoken && n < 2; n++ { // "…, its director, Ann Lee, said on Friday"
		i := strings.LastIndex(text, ", ")
		if i < 0 || n == 0 && !properLike(text[i+2:]) || n == 1 && !definite(text[i+2:]) {
			break
		}
		text = text[:i]
	}
	if i := strings.LastIndex(text, ", "); i > 0 { // "…, the ministry said"
		if tail := strings.Fields(text[i+2:]); len(tail) < 7 && len(tail) > 1 && slices.ContainsFunc([]string{"said", "says", "believe", "believes", "reported", "announced", "added"}, func(w string) bool { return tail[len(tail)-1] == w }) {
			text = text[:i]
		}
	}
	return text
}

// auxiliaries are words of a finite clause.
var auxiliaries = set("is are was were has have had will would could can may might must does did do be")

// verbal reports whether words have the look of a clause.
func verbal(text string) bool {
	for _, w := range strings.Fields(strings.ToLower(text)) {
		if auxiliaries[w] || pronouns[w] && w != "one" || len(w) > 4 && strings.HasSuffix(w, "ed") {
			return true
		}
	}
	return false
}
