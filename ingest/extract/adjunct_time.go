package extract

import (
	"strings"

	"kg/graph"
)

// timeOf is the time that restricts c, as written.
func (a *analysis) timeOf(c *clause) graph.Time {
	t := c.t
	var often graph.Time
	shared := false // x is the clause that c is coordinated with
	for x := c; x != nil; x = x.up {
		for _, k := range t.kids[x.head] {
			tm, ok := a.timeUnder(t, x, k)
			if e, calendar := a.times[t.n][k]; shared && ok && (!calendar || e.Kind != Date) {
				continue // "after the deadline"
			}
			if ok && t.lemma(k) == "time" && t.feat(k, "Number") == "Plur" { // "three times since 2022": how often, if not when
				often = tm
				continue
			}
			if ok {
				return tm
			}
		}
		if x.link == conjunct && !x.own {
			for _, k := range x.obl {
				if tm, ok := a.timePhrase(t, k); ok && k != x.head {
					return tm
				}
			}
			if t.twain(x) && x.mood().tense == x.up.mood().tense {
				shared = true
				continue // "will meet on Monday and sign the accord"
			}
			break
		}
		if !x.over {
			break
		}
	}
	if tm, ok := a.eventTime(c); ok {
		return tm
	}
	for _, o := range c.obj {
		if tm, ok := a.objectTime(c, o); ok {
			return tm
		}
	}
	if tm, ok := a.dated(c); ok {
		return tm
	}
	if tm, ok := a.sameTime(c); ok {
		return tm
	}
	for _, k := range t.all(c.head, "advcl") {
		if d := a.at[t.n][k]; d != nil && (timeMarks[d.mark] || d.meanwhile()) {
			return graph.Time{Text: t.words(t.clauseText(k))}
		}
	}
	return often
}

// dated is the date of the event in, at or during which c happened: "drowned in the flood of May 2014", "was killed in
// Monday's blast".
func (a *analysis) dated(c *clause) (graph.Time, bool) {
	t := c.t
	if c.cop >= 0 || c.mood().tense != graph.Past {
		return graph.Time{}, false
	}
	for _, o := range c.obl {
		if p := t.prep(o); o < c.head || p != "in" && p != "at" && p != "during" || !t.isEvent(o) && t.toks[o].Kind != "event" {
			continue
		}
		for _, k := range t.all(o, "nmod", "nmod:poss") {
			e, ok := a.times[t.n][k]
			if !ok || e.Kind != Date || t.toks[k].Rel == "nmod" && t.prep(k) != "of" {
				continue
			}
			if t.toks[k].Rel == "nmod:poss" {
				return e.Time, true
			}
			tm, ok := a.timePhrase(t, k)
			tm.Text = strings.TrimPrefix(tm.Text, "of ")
			return tm, ok
		}
	}
	return graph.Time{}, false
}

// sameTime is the time right before the "when" of c, which is c's as well: "erupted in 1983, when 76 people died".
func (a *analysis) sameTime(c *clause) (graph.Time, bool) {
	t := c.t
	if c.up == nil || c.link != adverbial && c.link != relative {
		return graph.Time{}, false
	}
	w := t.yield(c.head, nil)[0]
	if t.tag(w, "PUNCT") {
		w++
	}
	if w < 2 || t.low(w) != "when" || t.toks[w-1].Text != "," {
		return graph.Time{}, false
	}
	for k := w - 2; k > 0 && k > w-6; k-- {
		if t.toks[k].Head == c.up.head || c.noun == k {
			if e, ok := a.times[t.n][k]; !ok || e.Kind != Date && !t.timeHead(k) || k < w-2 && !t.above(k, w-2) {
				break
			}
			return a.timePhrase(t, k)
		}
	}
	return graph.Time{}, false
}

// twain reports whether c is the second of just two coordinated predicates with no comma between them.
func (t *syntax) twain(c *clause) bool {
	n := 0
	for _, k := range t.all(c.up.head, "conj") {
		if t.clausal(k) {
			n++
		}
	}
	k := t.kid(c.head, "cc")
	return n == 1 && k > 0 && !t.tag(k-1, "PUNCT")
}

// timeMarks introduce clauses that say when.
var timeMarks = map[string]bool{"after": true, "before": true, "until": true, "when": true, "since": true, "once": true, "as soon as": true}

// meanwhile reports whether c is an event at the time of the one that governs it: "wept as the verdict was read out". After
// a comma "as" and "while" give a reason or a contrast.
func (c *clause) meanwhile() bool {
	t := c.t
	if c.mark != "as" && c.mark != "while" || !c.own || c.cop >= 0 || c.up == nil || c.up.cop >= 0 || c.head < c.up.head {
		return false
	}
	m := c.t.kid(c.head, "mark")
	if m < 1 || t.tag(m-1, "PUNCT") {
		return false
	}
	return c.mood().tense == graph.Past && c.up.mood().tense == graph.Past && t.kid(c.head, "aux") == t.kid(c.head, "aux:pass")
}

// timeUnder reads child k of the predicate of x as its time.
func (a *analysis) timeUnder(t *syntax, x *clause, k int) (graph.Time, bool) {
	if t.is(k, "advmod") && t.low(k) == "as" {
		if d := t.kid(k, "nmod", "obl"); d > k { // "as of March 4"
			if tm, ok := a.timePhrase(t, d); ok {
				return graph.Time{Text: t.words(t.trim(t.yield(k, nil))), Value: tm.Value, Start: tm.Start, End: tm.End}, true
			}
		}
	}
	if x.cop >= 0 && k > x.head && t.is(k, "nmod") && timePreps[t.prep(k)] {
		return a.timePhrase(t, k) // "is a problem during the rains"
	}
	if !t.is(k, "obl", "advmod", "nmod:unmarked") || t.is(k, "obl:agent") {
		return graph.Time{}, false
	}
	return a.timePhrase(t, k)
}

// partaking are verbs of what goes on at their object: who wins Saturday's election wins on Saturday.
var partaking = set("win lose attend hold host join miss skip contest boycott lead play address disrupt open close run")

// outcomes are what a firm or a state has in a stretch of time.
var outcomes = set("loss profit sale revenue earnings income turnover growth deficit surplus dividend result")

// eventTime is the time that stands with the subject of c, or of a clause of whose event c's is a part or the effect: "a
// storm yesterday caused the crane to fall".
func (a *analysis) eventTime(c *clause) (graph.Time, bool) {
	t := c.t
	for x := c; x != nil; x = x.up {
		for _, s := range x.subj {
			for _, k := range t.all(s, "nmod:unmarked", "obl:unmarked") {
				if tm, ok := a.timePhrase(t, k); ok && k > s {
					return tm, true
				}
			}
		}
		if x.own || x.link != complement && x.link != conjunct && !(x.link == adverbial && x.mark == "" && t.gerund(x.head)) {
			break
		}
	}
	return graph.Time{}, false
}

// objectTime is the time that the tree hangs on object o though it tells when c holds: the day of an event ("won Saturday's
// election"), or how long from now ("promised support for the next decade").
func (a *analysis) objectTime(c *clause, o int) (graph.Time, bool) {
	t := c.t
	if p := t.kid(o, "nmod:poss"); p >= 0 && partaking[t.lemma(c.head)] {
		if e, ok := a.times[t.n][p]; ok && e.Kind == Date {
			return e.Time, true
		}
	}
	if c.cop < 0 && outcomes[t.lemma(o)] {
		for _, k := range t.all(o, "nmod") {
			if e, ok := a.times[t.n][k]; ok && k > o && e.Kind == Date && (t.prep(k) == "in" || t.prep(k) == "for") {
				return a.timePhrase(t, k) // "reported a loss in the fourth quarter"
			}
		}
	}
	if c.cop >= 0 || c.mood().tense != graph.Future {
		return graph.Time{}, false
	}
	for _, x := range t.conj(c.obj[0]) {
		for _, k := range t.all(x, "nmod", "obl") {
			if e, ok := a.times[t.n][k]; ok && k > x && t.prep(k) == "for" && e.Kind != Set && e.Relative {
				return a.timePhrase(t, k)
			}
		}
	}
	return graph.Time{}, false
}

// timePhrase reads token k as a time with its preposition.
func (a *analysis) timePhrase(t *syntax, k int) (graph.Time, bool) {
	if t.deref(k) != k {
		return graph.Time{}, false
	}
	e, ok := a.times[t.n][k]
	p := t.prep(k)
	if !ok && t.lemma(k) == "time" && (p == "in" && len(t.kids[k]) == 1 || p == "" && t.low(t.kid(k, "det")) == "this") {
		return graph.Time{}, false // "arrive in time", "not this time"
	}
	if adjunctPrep[strings.ReplaceAll(p, " ", "-")] {
		return graph.Time{}, false
	}
	if !ok && t.lemma(k) == "course" && p == "in" && t.kid(k, "amod") >= 0 && t.low(t.kid(k, "amod")) == "due" {
		return graph.Time{Text: t.words(t.trim(t.yield(k, nil)))}, true
	}
	if !ok && !t.timeHead(k) && !(timePreps[p] && p != "by" && p != "amid" && p != "following" && p != "throughout") {
		return graph.Time{}, false
	}
	if (p == "by" || p == "to") && ok && e.Kind == Duration || !ok && !t.timeHead(k) && a.named(t, k) && t.toks[k].Kind != "event" && t.toks[k].Kind != "time" {
		return graph.Time{}, false
	}
	if t.is(k, "advmod") && !ok && !t.timeHead(k) {
		return graph.Time{}, false
	}
	ids := t.trim(t.yield(k, func(j int) bool {
		return t.is(j, "acl:relcl") && t.lemma(k) != "time" || t.is(j, "appos", "parataxis") || t.is(j, "acl") && t.infinitive(j) && !t.timeHead(k) ||
			t.is(j, "nmod:unmarked") && strings.HasSuffix(t.toks[j].Name, "Quantity") && t.toks[j].Kind != "time" // how far, not when
	}))
	if n := len(ids); n > 0 && ids[0] > 0 { // "early on Saturday"
		if j := ids[0] - 1; t.is(j, "advmod") && (t.low(j) == "early" || t.low(j) == "late") && !t.is(k, "advmod") {
			ids = append([]int{j}, ids...)
		}
	}
	tm := e.Time
	if m := t.kid(k, "nmod"); m > k && ok && e.Kind == Duration && p == "for" {
		if d, ok := a.times[t.n][m]; ok && d.Kind == Date && t.prep(m) == "on" {
			tm = d.Time // "for six hours on Friday"
		}
	}
	tm.Text = t.words(ids)
	return tm, true
}
