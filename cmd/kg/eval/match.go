package eval

import (
	"slices"
	"strings"
)

// How well an argument matches.
const (
	no     = iota
	byText // only the wording in the sentence does: "He"
	byName
)

// argument compares a prediction with the gold alternatives.
func (ps phrases) argument(t Text, gold []*string, clause bool) int {
	if t.none() {
		if slices.ContainsFunc(gold, func(g *string) bool { return g == nil || *g == "" }) {
			return byName
		}
		return no
	}
	one := func(in []string) bool {
		for _, s := range in {
			for _, g := range gold {
				if g != nil && *g != "" && alike(ps.of(s), ps.of(*g), clause) {
					return true
				}
			}
		}
		return false
	}
	switch {
	case one(t.Names):
		return byName
	case one(t.Mentions):
		return byText
	}
	return no
}

// variants returns the stem sequences that a predicate may stand for: without adverbs and determiners, and with
// modals and auxiliaries taken off one by one.
func variants(predicate string) [][]string {
	var raw, kept []string
	for _, f := range wordForm.FindAllString(clean(predicate), -1) {
		if !isMark(f) {
			raw = append(raw, strings.ToLower(f))
		}
	}
	for _, w := range raw {
		w = strings.TrimSuffix(w, "n't")
		if w != "" && !adverbs[w] && !determiners[w] && (!strings.HasSuffix(w, "ly") || endsInLy[w]) {
			kept = append(kept, w)
		}
	}
	if kept == nil {
		kept = raw
	}
	var out [][]string
	for len(kept) > 0 {
		if modals[kept[0]] && len(kept) > 1 {
			kept = kept[1:]
			continue
		}
		var seq []string
		for _, w := range kept {
			seq = append(seq, stem(w))
		}
		out = append(out, seq)
		if len(kept) == 1 || !isAuxiliary(base(kept[0]), kept[1]) {
			break
		}
		kept = kept[1:]
	}
	return out
}

// isAuxiliary reports whether be, have or do helps the verb that follows it.
func isAuxiliary(verb, next string) bool {
	_, irregular := baseForm[next]
	participle := irregular || hasAnySuffix(next, "ed", "ing", "en")
	switch verb {
	case "be", "have":
		return participle
	case "do":
		return participle || !prepositions[next]
	}
	return false
}

// samePredicate compares two stem sequences that are not equal.
func samePredicate(p, g []string) bool {
	if len(p) == 0 || len(g) == 0 || p[0] != g[0] {
		return false
	}
	split := func(s []string) (rel, rest wordSet) {
		rel, rest = wordSet{}, wordSet{}
		for _, w := range s[1:] {
			if relators[w] {
				rel[w] = true
			} else {
				rest[w] = true
			}
		}
		return
	}
	apart := func(a, b wordSet) bool {
		return len(a) > 0 && len(b) > 0 && len(a.minus(b)) == len(a)
	}
	pRel, pRest := split(p)
	gRel, gRest := split(g)
	if apart(pRel, gRel) {
		return false
	}
	equal := len(pRest) == len(gRest) && len(pRest.minus(gRest)) == 0
	return equal || !lightVerbs[p[0]] && !apart(pRest, gRest)
}

func predicates(p, g [][]string) bool {
	for _, a := range p {
		for _, b := range g {
			if slices.Equal(a, b) || samePredicate(a, b) {
				return true
			}
		}
	}
	return false
}

// joint returns each variant with the stems of each object behind it, without determiners.
func (ps phrases) joint(variants [][]string, objects []string) wordSet {
	out := wordSet{}
	for _, v := range variants {
		for _, o := range objects {
			var seq []string
			seq = append(seq, v...)
			if o != "" {
				seq = append(seq, ps.of(o).stems...)
			}
			seq = slices.DeleteFunc(seq, func(w string) bool { return determiners[w] })
			out[strings.Join(seq, " ")] = true
		}
	}
	return out
}

// overlap reports whether both are empty or some pair of them shares half its words.
func (ps phrases) overlap(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return len(a) == 0 && len(b) == 0
	}
	for _, x := range a {
		for _, y := range b {
			p, q := ps.of(x), ps.of(y)
			if slices.Equal(p.words, q.words) || tokenF1(p, q) >= 0.5 {
				return true
			}
		}
	}
	return false
}

// match compares a prediction with a gold statement: how the weaker of its two arguments matches. The arguments of a
// bare "be" may stand the other way round.
func (ps phrases) match(g *Gold, p *Row) int {
	if m := ps.ordered(g, p, p.Subject, p.Object, p.joint); m != no {
		return m
	}
	bare := func(v []string) bool { return len(v) == 1 && v[0] == "be" }
	if slices.ContainsFunc(g.variants, bare) && slices.ContainsFunc(p.variants, bare) {
		return ps.ordered(g, p, p.Object, p.Subject, nil)
	}
	return no
}

func (ps phrases) ordered(g *Gold, p *Row, subject, object Text, joint wordSet) int {
	s := byName
	if g.Subject != nil {
		if s = ps.argument(subject, g.subjects, false); s == no {
			return no
		}
	} else if a, b := g.Sentence.all(), p.Sentence.all(); len(a) > 0 && len(b) > 0 && !ps.overlap(a, b) {
		return no
	}
	if joint.any(func(w string) bool { return g.joint[w] }) {
		return s
	}
	if !predicates(p.variants, g.variants) {
		return no
	}
	o := ps.argument(object, g.objects, g.ObjectType == "Clause")
	if o == no && ps.adjunct(g, p, object) {
		o = byName
	}
	return min(s, o)
}

// adjunct reports whether one side has as its object what the other has as its time or place.
func (ps phrases) adjunct(g *Gold, p *Row, object Text) bool {
	if !object.none() {
		return slices.Contains(g.objects, nil) &&
			(!g.Time.none() && ps.overlap(object.all(), g.Time.all()) || !g.Place.none() && ps.overlap(object.all(), g.Place.all()))
	}
	objects := some(g.objects)
	return !p.Time.none() && ps.overlap(p.Time.all(), objects) || !p.Place.none() && ps.overlap(p.Place.all(), objects)
}

// some returns the alternatives that are not empty.
func some(alternatives []*string) []string {
	var out []string
	for _, a := range alternatives {
		if a != nil && *a != "" {
			out = append(out, *a)
		}
	}
	return out
}
