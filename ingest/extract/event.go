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
		for _, k := range t.all(i, "nmod", "obl") {
			switch t.prep(k) {
			case "of":
				done = k
			case "by":
				doer = k
			case "for":
				if seeking[verb] {
					done = k
				}
			}
		}
		if done >= 0 && doer < 0 {
			for _, k := range t.all(done, "nmod") {
				if t.prep(k) == "by" {
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
				break
			}
		}
		if verb != "support" && seeking[verb] {
			verb += " for"
		}
		s := graph.Statement{Relation: bare(verb, t.toks[i].Text), Tense: st.tense, By: st.by, Cue: st.cue}
		if st.tense == graph.Future || st.certainty > leave {
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

// gaps states a coordinated clause whose verb is left out: "France signed the treaty and Germany the accord".
func gaps(a *analysis, x *Extractor, t *syntax) {
	for i := range t.toks {
		h, o := t.toks[i].Head, t.kid(i, "orphan")
		if h < 0 || o < 0 || !t.is(i, "conj") {
			continue
		}
		c := a.at[t.n][h]
		if c == nil || len(c.obj) == 0 || c.passive {
			continue
		}
		for _, k := range t.conj(o) {
			a.emit(x, c, graph.Statement{Subject: a.value(t, i), Relation: c.relation(""), Object: a.value(t, k)})
		}
	}
}
