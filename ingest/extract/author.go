package extract

import (
	"strings"

	"kg/graph"
)

// authors states whose work something is: "a portrait by Anna Berg", "the report, by the auditor".
func authors(a *analysis, x *Extractor, t *syntax) {
	for i := range t.toks {
		h := t.toks[i].Head
		if h < 0 || h > i || !t.is(i, "nmod") || t.prep(i) != "by" || !t.tag(i, "NOUN", "PROPN") || t.timeHead(i) || t.measure(i) {
			continue
		}
		verb := t.workOf(h)
		if t.tag(i, "NOUN") && t.feat(i, "Number") == "Plur" && t.kid(i, "det", "nummod", "nmod:poss") < 0 {
			continue // "works by painters"
		}
		if v := a.value(t, i); verb == "" || v.Class != "Person" && v.Class != "Organization" && v.Class != "Group" {
			continue
		}
		for _, k := range t.conj(i) {
			a.say(x, t, k, graph.Statement{Subject: a.value(t, k), Relation: bare(verb, "by"), Object: a.value(t, h)})
		}
	}
}

// workOf is the verb for how one makes what i heads: a noun for a work, or a name of one that such a noun stands beside or that is
// in quotation marks; "" where that is no work.
func (t *syntax) workOf(i int) string {
	if t.tag(i, "NOUN") && t.toks[i].Name == "" {
		return creations[t.lemma(i)]
	}
	if !t.tag(i, "PROPN", "NOUN") {
		return ""
	}
	for _, k := range t.all(i, "nmod:desc", "appos") {
		if v := creations[t.lemma(k)]; v != "" {
			return v
		}
	}
	if nameClass(t.toks[i].Name) == "Work" || i+1 < len(t.toks) && strings.ContainsAny(t.toks[i+1].Text, "\"”»’'") && t.tag(i+1, "PUNCT") {
		return "create"
	}
	return ""
}

// creations are nouns for works, with the verbs for how one makes them.
var creations = func() map[string]string {
	m := map[string]string{}
	for verb, nouns := range map[string]string{
		"paint":   "painting portrait self-portrait fresco mural watercolour watercolor canvas altarpiece",
		"draw":    "drawing sketch cartoon caricature illustration comic",
		"write":   "novel book article poem essay play memoir biography autobiography thriller story column letter report paper screenplay script libretto sonnet trilogy textbook pamphlet bestseller",
		"compose": "symphony sonata concerto requiem oratorio aria opera waltz cantata quartet",
		"direct":  "film movie documentary",
		"sculpt":  "sculpture statue bust",
		"record":  "album",
		"take":    "photograph photo snapshot",
		"create":  "picture image mosaic tapestry installation etching engraving artwork masterpiece logo poster work song ballad tune anthem musical ballet",
	} {
		for n := range strings.FieldsSeq(nouns) {
			m[n] = verb
		}
	}
	return m
}()
