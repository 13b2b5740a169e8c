package extract

import "strings"

// herself makes "herself" beside a complement a mere emphasis: "could become governor herself", not what she becomes.
func (t *syntax) herself(i int, move func(i, head int, rel string)) {
	h := t.toks[i].Head
	if !t.is(i, "obj") || !t.tag(i, "PRON") || h < 0 || h > i || !strings.HasSuffix(t.low(i), "self") && !strings.HasSuffix(t.low(i), "selves") || len(t.kids[i]) > 0 {
		return
	}
	for _, k := range t.all(h, "obj", "xcomp") {
		if l := t.lemma(h); k > h && k < i && t.tag(k, "NOUN", "PROPN", "ADJ") && (l == "become" || l == "remain" || t.is(k, "obj")) {
			move(i, h, "advmod")
		}
	}
}

// actsAs hangs the office as which somebody acts on the verb: "signed the accord as foreign minister" is no accord as a minister.
func (t *syntax) actsAs(i int, move func(i, head int, rel string)) {
	o := t.toks[i].Head
	if !t.is(i, "nmod") || o < 0 || o > i || t.prep(i) != "as" || !t.roleNoun(i) || !t.is(o, "obj") || !t.tag(o, "NOUN") || t.kid(o, "nmod:poss") >= 0 || t.roleNoun(o) || tenures[t.lemma(o)] {
		return
	}
	if v := t.toks[o].Head; v >= 0 && v < o && t.tag(v, "VERB") {
		move(i, v, "obl")
	}
}

// tenures are nouns for what somebody does or has as something.
var tenures = set(`role job post career work service experience time life year term tenure stint spell position place seat reputation status
	record appointment election nomination resignation departure retirement return success failure performance credential background
	past future candidacy capacity selection recognition image use`)

// byMeasure makes a measure behind a passive verb no doer, and hangs the time behind it on the verb: "be raised by half a metre after 2060".
func (t *syntax) byMeasure(i int, move func(i, head int, rel string)) {
	if !t.is(i, "obl:agent") || !t.tag(i, "NOUN", "SYM") || unitNames[t.low(i)] == nil || t.kid(i, "nummod", "det:predet", "det") < 0 || t.ofSome(i) {
		return
	}
	v := t.toks[i].Head
	move(i, v, "obl")
	for _, k := range t.all(i, "nmod") {
		if k > i && t.timeHead(k) && v >= 0 {
			move(k, v, "obl")
		}
	}
}

// byDoer hangs a "by" phrase of a person or body on the passive verb, which has no doer yet, rather than on the place before it:
// "was found in a chapel by a soldier".
func (t *syntax) byDoer(i int, move func(i, head int, rel string)) {
	h := t.toks[i].Head
	if !t.is(i, "nmod") || t.prep(i) != "by" || h < 0 || h > i || !t.is(h, "obl") || (t.toks[h].Kind != "place" && t.toks[h].Kind != "object" && nameClass(t.toks[h].Name) != "Place") {
		return
	}
	v := t.toks[h].Head
	if c := classOfToken(t, i); v < 0 || t.kid(v, "aux:pass") < 0 || t.kid(v, "obl:agent") >= 0 || c != "Person" && c != "Organization" && t.toks[i].Kind != "person" || !placePreps[t.prep(h)] {
		return
	}
	move(i, v, "obl:agent")
}

// timesAs makes what compares a sum with another no second object: "cost 14 million euros, twice as much as planned".
func (t *syntax) timesAs(i int, move func(i, head int, rel string)) {
	v := t.toks[i].Head
	if l := t.low(i); l != "much" && l != "many" || !t.is(i, "obj") || v < 0 || v > i || t.low(i-1) != "as" {
		return
	}
	if o := t.kid(v, "obj"); o > v && o < i && t.kid(o, "nummod") >= 0 {
		move(i, o, "dep")
	}
}

// calledSo makes the adverb or superlative that ends a clause what somebody calls its object: "called the move late but right".
func (t *syntax) calledSo(i int, move func(i, head int, rel string)) {
	v := t.toks[i].Head
	if v >= 0 && v < i && t.is(i, "xcomp") && t.tag(i, "NOUN", "PROPN") && namesSo[t.lemma(v)] && t.kid(v, "obj") < 0 {
		if w := t.kid(v, "xcomp"); w >= 0 && w < v && t.low(w) == "what" {
			move(i, v, "obj") // "what did she call Ivo Draganic"
		}
		return
	}
	if o := max(t.kid(max(v, 0), "obj"), 0); v >= 0 && t.is(i, "obl") && t.toks[i].XTag == "JJS" && namesSo[t.lemma(v)] && o > v && t.kid(i, "det") == i-1 && t.yield(i, nil)[0] == i-1 {
		if ids := t.yield(o, nil); ids[len(ids)-1] == i-2 {
			move(i, v, "xcomp") // "called the spill the worst in thirty years"
			for _, k := range t.all(v, "obl") {
				if k > i && t.prep(k) != "" {
					move(k, i, "obl")
					break
				}
			}
		}
		return
	}
	if v >= 0 && v < i && t.is(i, "obl") && t.tag(i, "NOUN") && namesSo[t.lemma(v)] && nearNoun[t.prep(i)] && !t.timeHead(i) {
		if k := t.kid(v, "xcomp"); k > v && k < i && t.tag(k, "NOUN") && t.kid(k, "det") > v {
			if ids := t.trim(t.yield(k, nil)); ids[len(ids)-1] == t.yield(i, nil)[0]-1 {
				move(i, k, "nmod") // "called the promise a cheque without a date"
			}
		}
		return
	}
	if !t.is(i, "advmod") || v < 0 || v > i || len(t.kids[i]) == 0 && i+1 < len(t.toks) && !t.tag(i+1, "PUNCT") || t.toks[i].Tag != "ADV" || !predicative[t.low(i)] {
		return
	}
	if !namesSo[t.lemma(v)] {
		return
	}
	o := t.kid(v, "obj")
	if ids := t.trim(t.yield(max(o, 0), nil)); o < v || o > i || ids[len(ids)-1] != i-1 {
		return
	}
	move(i, v, "xcomp")
	for _, k := range append([]int{i}, t.all(i, "conj")...) {
		if t.tag(k, "ADV") {
			t.toks[k].Tag, t.toks[k].XTag = "ADJ", "JJ"
		}
	}
}

// nearNoun are prepositions whose phrases belong to the noun right before them rather than to a verb of naming.
var nearNoun = set("of without with against between to into for from behind beneath under on across like")

// namesSo are verbs that say what something is called.
var namesSo = set("call deem consider label brand")

// predicative are adverbs that are adjectives as well.
var predicative = set("late early right wrong long short fast slow hard high low overdue premature timely costly cowardly untimely enough")

// rank makes one title of two words that say it together: "Lord Mayor Anna Berg".
func (t *syntax) rank(i int, move func(i, head int, rel string)) {
	if n := i + 1; n < len(t.toks) && t.is(i, "nmod:desc") && t.is(n, "nmod:desc") && (t.toks[i].Head == t.toks[n].Head || t.toks[i].Head == n) && ranks[t.low(i)] && titleWords[t.low(n)] && t.toks[i].Text != t.low(i) {
		move(i, n, "compound")
	}
}

// ranks are first words of titles of two.
var ranks = set("lord lady major lieutenant brigadier rear vice deputy attorney chief air")
