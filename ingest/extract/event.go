package extract

import "kg/graph"

// deverbal are nouns of action that are no gerunds, with their verbs.
var deverbal = map[string]string{
	"acquisition": "acquire", "appointment": "appoint", "approval": "approve", "arrest": "arrest", "assassination": "assassinate",
	"attack": "attack", "adoption": "adopt", "announcement": "announce", "abolition": "abolish", "acceptance": "accept",
	"assessment": "assess", "ban": "ban", "bombing": "bomb", "bombardment": "bombard", "call": "call", "campaign": "campaign", "capture": "capture", "closure": "close",
	"collapse": "collapse", "condemnation": "condemn", "construction": "construct", "conviction": "convict", "creation": "create",
	"criticism": "criticize", "cancellation": "cancel", "confirmation": "confirm", "defeat": "defeat", "delivery": "deliver",
	"demolition": "demolish", "deportation": "deport", "destruction": "destroy", "development": "develop", "discovery": "discover",
	"dismissal": "dismiss", "denial": "deny", "deployment": "deploy", "detention": "detain", "election": "elect",
	"endorsement": "endorse", "examination": "examine", "execution": "execute", "expansion": "expand", "expulsion": "expel",
	"extradition": "extradite", "implementation": "implement", "imprisonment": "imprison", "inspection": "inspect",
	"interrogation": "interrogate", "introduction": "introduce", "invasion": "invade", "investigation": "investigate",
	"invention": "invent", "killing": "kill", "kidnapping": "kidnap", "launch": "launch", "liberation": "liberate",
	"murder": "murder", "nomination": "nominate", "occupation": "occupy", "performance": "perform", "portrayal": "portray",
	"publication": "publish", "punishment": "punish", "purchase": "buy", "praise": "praise", "prosecution": "prosecute",
	"ratification": "ratify", "recognition": "recognize", "reduction": "reduce", "rejection": "reject", "release": "release",
	"removal": "remove", "repair": "repair", "replacement": "replace", "rescue": "rescue", "return": "return", "review": "review",
	"sale": "sell", "search": "search", "seizure": "seize", "signing": "sign", "siege": "besiege", "support": "support",
	"surrender": "surrender", "takeover": "take over", "torture": "torture", "transfer": "transfer", "treatment": "treat",
	"use": "use", "violation": "violate", "visit": "visit", "withdrawal": "withdraw",
}

// seeking are verbs whose nouns take what is sought with "for".
var seeking = set("support call search campaign")

// events states nouns of action that name both who acts and on what: "the company's purchase of the rival".
func events(a *analysis, x *Extractor, t *syntax) {
	for i := range t.toks {
		verb, ok := deverbal[t.lemma(i)]
		if !t.tag(i, "NOUN") || !ok && !(len(t.low(i)) > 5 && t.low(i)[len(t.low(i))-3:] == "ing") {
			continue
		}
		if !ok {
			verb = verbLemma(t.low(i), "")
			base, _ := verbForms()
			if !base[verb] {
				continue
			}
		}
		doer, done := t.kid(i, "nmod:poss"), -1
		var price graph.Quantity
		var roles []graph.Role
		for _, k := range t.all(i, "nmod", "obl") {
			p := t.prep(k)
			if _, ok := a.times[t.n][k]; ok || t.timeHead(k) {
				continue
			}
			switch {
			case p == "of":
				done = k
			case p == "by":
				doer = k
			case p == "for" && seeking[verb]:
				done = k
			case p == "for":
				if q, ok := a.measureAt(t, k); ok && len(q.Unit) == 3 {
					price = q // "for 3 million euros"
				}
			case p == "to" || p == "from":
				for _, j := range t.conj(k) {
					roles = append(roles, graph.Role{Name: p, Value: a.value(t, j)})
				}
			}
		}
		if done >= 0 && doer < 0 && words().class[t.lemma(done)] != "Work" && !performances[t.lemma(done)] {
			for _, k := range t.all(done, "nmod") {
				if _, ok := a.times[t.n][k]; t.prep(k) == "by" && !ok && !t.timeHead(k) {
					doer = k // "the arrest of the banker by the police"
				}
			}
		}
		if k := t.kid(i, "compound"); doer < 0 && k >= 0 && a.named(t, k) && verb == "support" {
			doer = k
		}
		if doer < 0 || done < 0 || doer == done {
			continue
		}
		st := status{tense: graph.Past}
		for h := i; h >= 0; h = t.toks[h].Head {
			if c := a.at[t.n][h]; c != nil {
				st = *a.status(c)
				c.bears(i, &st)
				break
			}
		}
		if verb != "support" && seeking[verb] {
			verb += " for"
		}
		s := graph.Statement{Relation: bare(verb, t.toks[i].Text), Tense: st.tense, By: st.by, Cue: st.cue, Quantity: price, Roles: roles}
		if st.negative {
			s.Polarity = graph.Negative
		} else if st.certainty > probable {
			s.Certainty = graph.Possible
		} else if st.tense == graph.Future || st.certainty > leave {
			s.Certainty = graph.Probable
		}
		for _, d := range t.conj(doer) {
			for _, o := range t.conj(done) {
				s.Subject, s.Object = a.value(t, d), a.value(t, o)
				a.add(x, t, i, s, 0.05)
			}
		}
	}
}

// performances are what somebody gives: "a concert by the singer".
var performances = set("concert show speech play exhibition performance recital lecture tour book novel film song album painting report study")

// undoing are verbs after which what their object names does not take place, open those after which it may.
var (
	undoing = set("block prevent cancel abandon scrap veto reject avert thwart forbid foil halt")
	open    = set(`delay plan consider propose approve await seek demand discuss allow postpone permit oppose clear authorize authorise
		weigh examine`)
)

// bears passes on to st what the predicate c makes of the deed that its noun i names: "blocked the purchase of Cartona".
func (c *clause) bears(i int, st *status) {
	t := c.t
	held := c.obj
	if c.passive {
		held = c.subj
	}
	touched := false
	for _, k := range held {
		touched = touched || k == i
	}
	l, denied := t.lemma(c.head), st.negative
	st.negative = touched && undoing[l] && st.certainty <= probable && !denied
	if touched && open[l] {
		st.certainty, st.tense = possible, graph.Future
	}
	for _, m := range t.all(i, "amod") {
		switch t.low(m) {
		case "planned", "proposed", "possible", "potential", "attempted", "intended", "prospective":
			st.certainty, st.tense = possible, graph.Future
		}
	}
}

// gaps states a coordinated clause whose verb is left out: "France signed the treaty and Germany the accord".
func gaps(a *analysis, x *Extractor, t *syntax) {
	for i := range t.toks {
		h, o := t.toks[i].Head, t.kid(i, "orphan")
		if h < 0 || o < 0 || !t.is(i, "conj") {
			continue
		}
		c := a.at[t.n][h]
		p := t.prep(o)
		if c == nil || len(c.obj) == 0 && p == "" || c.passive {
			continue
		}
		for _, k := range t.conj(o) {
			a.emit(x, c, graph.Statement{Subject: a.value(t, i), Relation: c.relation(p), Object: a.value(t, k)})
		}
	}
}
