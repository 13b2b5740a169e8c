package extract

import (
	"fmt"
	"slices"
	"strings"

	"kg/graph"
)

// clause fills the pattern from the question's main clause.
func (b *asking) clause(c *clause) error {
	t, p := b.t, b.p
	var left []int // what is asked for, hung from a verb above
	permitted := false
	for {
		next := (*clause)(nil)
		for _, d := range c.comp {
			has := t.lemma(c.head) == "have"
			if has && t.low(0) == "how" && len(t.toks) > 1 && t.low(1) == "long" {
				continue // "how long does the office have to examine it"
			}
			if (d.over || has && t.infinitive(d.head) && len(c.obj) == 0) && d.link == complement {
				next = d // "who plans to sign"
			}
			if has && t.infinitive(d.head) && len(c.obj) == 1 && c.obj[0] < c.head && b.wh(c.obj[0]) >= 0 && len(d.obj) == 0 && t.kid(c.head, "aux") >= 0 && t.lemma(t.kid(c.head, "aux")) != "do" && d.link == complement {
				d.subj = c.subj
				next, left = d, c.obj // "how many libraries would the council have to close"
			}
			if c.passive && permits[t.lemma(c.head)] && d.link == complement && t.infinitive(d.head) {
				next, permitted = d, true // "how many passengers was the ferry allowed to carry"
			}
		}
		if next == nil {
			break
		}
		if c.passive {
			for _, i := range append(slices.Clone(c.subj), c.obj...) {
				if b.wh(i) >= 0 && !slices.Contains(next.subj, i) {
					left = append(left, i)
				}
			}
			if len(left) > 0 && len(next.subj) == 1 && b.wh(next.subj[0]) >= 0 {
				next.subj = slices.DeleteFunc(slices.Clone(c.subj), func(i int) bool { return b.wh(i) >= 0 })
			}
		}
		c = next
	}
	if err := b.speech(c); err != nil || p.Ask == graph.AskSpeech || p.Ask == graph.AskSpeaker {
		return err
	}
	b.mood(c)
	if permitted {
		p.Tenses = nil
	}
	b.times(c)
	p.Verb = b.verb(c)
	subj, obj := c.subj, append(slices.Clone(c.obj), left...)
	if c.passive {
		subj, obj = c.agent, c.subj
		obj = append(append([]int{}, obj...), c.obj...)
	}
	if c.cop >= 0 {
		return b.copula(c)
	}
	if b.naming(c) || b.reacting(c) {
		return nil
	}
	if c.there {
		subj, obj = nil, c.subj
	}
	if len(subj) == 0 && len(obj) > 0 && !c.passive && !c.there && obj[0] < c.head && b.wh(obj[0]) < 0 {
		subj, obj = obj[:1], obj[1:] // "when will Rakoto's team return"
	}
	if len(obj) == 0 {
		switch p.Verb {
		case "become", "remain", "stay":
			for _, k := range t.all(c.head, "xcomp") {
				if t.tag(k, "NOUN", "PROPN") {
					obj = t.conj(k) // "who may become a candidate"
				}
			}
		}
	}
	given := -1 // "sold Lumen the site", "what did Poland promise Lumen"
	if o := t.all(c.head, "obj"); len(o) > 1 {
		given = o[0]
		if b.wh(given) >= 0 {
			given = o[1]
		}
	}
	if t.lemma(c.head) == "be" && t.tag(c.head, "AUX", "VERB") {
		p.Verb = "be" // "where is the port"
	}
	if c.passive && giving[p.Verb] && len(c.subj) == 1 && len(c.obj) == 1 && b.wh(c.obj[0]) >= 0 && b.wh(c.subj[0]) < 0 {
		given = c.subj[0] // "what was Lumen promised"
	}
	seen := map[int]bool{}
	add := func(role string, i int) {
		if seen[i] || b.a.expletive(t, i) {
			return
		}
		seen[i] = true
		if anyone[t.low(i)] && len(t.kids[i]) == 0 {
			return // "did the fire kill anyone"
		}
		p.Slots = append(p.Slots, b.slot(role, i))
	}
	for _, i := range subj {
		add("subject", i)
	}
	for _, i := range obj {
		if i == given {
			add("", i)
		} else {
			add("object", i)
		}
	}
	for _, i := range c.iobj {
		add("", i)
	}
	for _, i := range c.obl {
		if _, ok := b.a.times[0][i]; ok || t.timeHead(i) && b.wh(i) < 0 {
			continue
		}
		pr := t.prep(i)
		if pr == "" {
			for _, k := range t.all(i, "case") { // "what might the Senate vote on"
				pr = join(pr, t.low(k))
			}
		}
		if pr == "" && b.wh(i) >= 0 && t.timeHead(i) {
			p.Ask = graph.AskTime // "what day", "which year"
			continue
		}
		if t.timeHead(i) && b.wh(i) >= 0 {
			p.Ask = graph.AskTime
			continue
		}
		if pr == "" && b.wh(i) >= 0 {
			pr = "object"
		}
		switch pr {
		case "out of": // "pull out of the mine"
			pr, p.Verb = "from", p.Verb+" out"
		case "inside":
			pr = "in"
		case "onto", "upon":
			pr = "on"
		case "on":
			if w := t.all(i, "nmod"); t.lemma(i) == "behalf" && len(w) == 1 {
				pr, i = "for", w[0] // "who signed on behalf of Canada"
			}
		}
		for _, j := range t.conj(i) {
			add(pr, j)
		}
	}
	b.adverb(c)
	b.split()
	if len(p.Slots) == 1 && p.Slots[0].Wanted && p.Slots[0].Role == "object" && !c.passive && !c.there {
		p.Slots[0].Role = "subject" // "what did not fire"
	}
	for _, d := range c.comp {
		if d.link == content || d.link == complement && !d.over {
			p.Content = append(p.Content, b.content(d.head)...)
		}
	}
	b.asks()
	if t.lemma(c.head) == "do" && p.Wanted() != nil && p.Wanted().Role == "object" && b.duty(c) {
		return b.check()
	}
	if t.lemma(c.head) == "do" && p.Wanted() != nil && p.Wanted().Role == "object" {
		p.Ask, p.Verb = graph.AskEvents, "" // "what did Porto do"
		keep := p.Slots[:0]
		for _, s := range p.Slots {
			if !s.Wanted {
				keep = append(keep, s)
			}
		}
		p.Slots = keep
		if len(p.Slots) == 1 && p.Slots[0].Class == "Person" && len(p.Tenses) == 0 && p.Time.Text == "" && !p.Negative && !p.Modal && t.lemma(0) == "what" && t.low(1) == "does" {
			p.Ask, p.Verb = graph.AskIdentity, "be" // "what does Ann do"
			p.Slots = append(p.Slots, graph.Slot{Role: "object", Head: "profession", Wanted: true})
		}
		for n, s := range p.Slots {
			if s.Head == "living" && len(p.Slots) == 2 { // "what does Ann do for a living"
				p.Ask, p.Verb = graph.AskIdentity, "be"
				p.Slots = append(slices.Delete(p.Slots, n, n+1), graph.Slot{Role: "object", Head: "profession", Wanted: true})
				break
			}
		}
	}
	return b.check()
}

// particles are adverbs that make another verb of the one before them.
var particles = set("out away down off up over")

// permits are verbs whose passive carries what somebody may or must do.
var permits = set("allow permit license licence authorise authorize entitle oblige require force compel")

// present are the times that say no more than the tense.
var present = map[string]bool{"at the moment": true, "at present": true, "these days": true, "nowadays": true, "right now": true, "at this time": true, "in at the moment": true}

// anyone are the pronouns that narrow nothing.
var anyone = set("anyone anybody anything someone somebody something")

// naming handles "what is the robot called" and "how did Ann describe the deal".
func (b *asking) naming(c *clause) bool {
	t, p := b.t, b.p
	switch {
	case c.passive && (p.Verb == "call" || p.Verb == "name") && len(c.subj) > 0 && b.wh(c.subj[0]) < 0 && t.low(0) == "what" && len(c.obl) == 0:
		if p.Verb = "be"; len(p.Tenses) != 1 || p.Tenses[0] != graph.Future {
			p.Tenses = nil
		}
		p.Slots = append(p.Slots, graph.Slot{Role: "subject", Wanted: true, Named: true}, b.slot("object", c.subj[0]))
	case !c.passive && t.low(0) == "how" && (p.Verb == "describe" || p.Verb == "characterise" || p.Verb == "characterize") && len(c.subj) > 0 && len(c.obj) == 1:
		p.Slots = append(p.Slots, b.slot("subject", c.subj[0]), b.slot("object", c.obj[0]), graph.Slot{Role: "as", Wanted: true})
	default:
		return false
	}
	return true
}

// split makes what is asked for the object where another is the subject: "how many people did the storm kill".
func (b *asking) split() {
	wanted, other, object := -1, false, false
	for i, s := range b.p.Slots {
		switch {
		case s.Role == "subject" && s.Wanted:
			wanted = i
		case s.Role == "subject":
			other = true
		case s.Role == "object":
			object = true
		}
	}
	if wanted >= 0 && other && !object {
		b.p.Slots[wanted].Role = "object"
	}
}

// asks finds what is asked for where the slots alone tell.
func (b *asking) asks() {
	p := b.p
	if p.Ask != graph.AskArgument {
		return
	}
	w := p.Wanted()
	if first := b.t.low(0); w == nil && (first == "what" || first == "who" || first == "whom" || first == "which") {
		role := "object"
		if !slices.ContainsFunc(p.Slots, func(s graph.Slot) bool { return s.Role == "subject" }) {
			role = "subject"
		}
		p.Slots = append(p.Slots, graph.Slot{Role: role, Wanted: true})
		w = p.Wanted()
	}
	if w != nil {
		switch w.Head {
		case "share", "percentage", "proportion", "portion":
			w.Head, w.Counted = "", true
		case "amount", "sum":
			w.Head, w.Counted = "", true
		case "money":
			if w.Counted {
				w.Head = ""
			}
		}
	}
	switch first := b.t.low(0); {
	case w == nil && first == "when": // it hangs from another verb: "when was Ann going to retire"
		p.Ask = graph.AskTime
	case w == nil && first == "where":
		p.Ask = graph.AskPlace
	case w == nil:
		p.Ask = graph.AskTruth
	case w.Counted:
		p.Ask = graph.AskQuantity
	}
}

func (b *asking) check() error {
	p := b.p
	if b.t.low(0) == "how" && len(b.t.toks) > 2 && b.t.low(1) == "long" && p.Verb == "have" {
		p.Ask = graph.AskTime // "how long does the office have to appeal"
	}
	if b.t.low(0) == "how" && b.counted(0) && p.Ask != graph.AskTime {
		p.Ask = graph.AskQuantity
		if w := p.Wanted(); w != nil {
			w.Counted = true
		}
	}
	known := p.Time.Text != ""
	for _, s := range p.Slots {
		known = known || s.Name != "" || s.Head != "" || len(s.Within) > 0
	}
	for _, k := range b.t.toks {
		if strings.EqualFold(k.Text, "why") && p.Ask != graph.AskCause || strings.EqualFold(k.Text, "how") && p.Wanted() == nil && p.Ask == graph.AskTruth {
			return fmt.Errorf("%q: %w: kg answers who, what, which, when, where, why, how many, and yes or no", p.Text, ErrQuestion)
		}
	}
	if !known && (p.Verb == "" || p.Verb == "be") && len(p.Content) == 0 {
		return fmt.Errorf("%q: %w: it names nothing that could be looked up", p.Text, ErrQuestion)
	}
	return nil
}

// adverb takes question words that are adverbs of the clause: when, where.
func (b *asking) adverb(c *clause) {
	for _, k := range b.t.kids[c.head] {
		switch w := b.t.low(k); {
		case w == "when" && b.t.is(k, "advmod", "mark", "obl", "nsubj", "cop", "root"):
			b.p.Ask = graph.AskTime
		case w == "where":
			b.p.Ask = graph.AskPlace
		case b.t.is(k, "advmod", "obl") && b.wh(k) >= 0 && b.counted(b.wh(k)):
			b.p.Ask = graph.AskQuantity
			if n := b.t.low(b.wh(k) + 1); n == "long" && c.cop < 0 {
				b.p.Ask = graph.AskTime
			}
		}
	}
}

// mood sets polarity, modality and the tenses that an answer may have.
func (b *asking) mood(c *clause) {
	p, st := b.p, b.a.status(c)
	p.Negative = st.negative
	m, would := c.mood(), false
	for x := c; x != nil; x = x.up {
		for _, k := range x.auxiliaries() {
			switch b.t.low(k) {
			case "may", "might", "could", "can":
				p.Modal = true
			case "would":
				p.Modal, would = true, true
			}
		}
	}
	if st.certainty >= possible {
		p.Modal = true
	}
	switch {
	case b.t.low(0) == "may" || b.t.low(0) == "can": // "may Ann leave the country"
	case would: // "who would not talk" may be who refused, or who will not
	case st.tense == graph.Future:
		p.Tenses = []graph.Tense{graph.Future}
	case m.finite && st.tense == graph.Past || c.passive && st.tense == graph.Past:
		p.Tenses = []graph.Tense{graph.Past, graph.Present}
	}
}

// times takes the clause's time.
func (b *asking) times(c *clause) {
	for i := range b.t.toks {
		if e, ok := b.a.times[0][i]; ok && e.Kind != Duration && b.wh(i) < 0 && b.p.Time.Text == "" {
			b.time(i, e)
		}
	}
	if b.p.Time.Text == "" {
		if tm := b.a.timeOf(c); tm.Text != "" {
			if !present[strings.ToLower(tm.Text)] && !strings.Contains(" "+strings.ToLower(tm.Text)+" ", " when ") && b.t.low(0) != strings.ToLower(tm.Text) {
				b.p.Time = tm
			}
		}
	}
}

// verb is the clause's predicate without its preposition.
func (b *asking) verb(c *clause) string {
	if c.cop >= 0 {
		return "be"
	}
	l := b.t.lemma(c.head)
	for _, k := range b.t.all(c.head, "compound:prt", "advmod") {
		if b.t.is(k, "compound:prt") && b.t.low(k) != "not" || k == c.head+1 && particles[b.t.low(k)] {
			l = join(l, b.t.low(k))
		}
	}
	if !c.passive && len(c.obj) == 1 && idioms[l+" "+b.t.lemma(c.obj[0])] && b.t.kid(c.obj[0], "nmod:poss") < 0 {
		l += " " + b.t.lemma(c.obj[0])
		c.obj = nil
	}
	if l == "find" {
		for i := range b.t.toks {
			if w := b.t.low(i); w == "guilty" || w == "innocent" {
				l = "convict"
				if w == "innocent" || i > 0 && b.t.low(i-1) == "not" {
					l = "acquit"
				}
			}
		}
	}
	if c.passive && b.t.low(c.head) == "born" {
		l = "be born"
		c.agent, c.passive = c.subj, false
	}
	return l
}
