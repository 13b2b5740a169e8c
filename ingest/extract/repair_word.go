package extract

import "strings"

// office makes a noun of a word before a person's name that the parser took for an adjective, and gives it what stands
// before it: "Baltic Lines chief executive Ida Holm".
func (t *syntax) office(i int, move func(i, head int, rel string)) {
	for _, k := range t.kids[i+1] {
		if k < i {
			rel := "compound"
			if t.tag(k, "ADJ") {
				rel = "amod"
			}
			move(k, i, rel)
		}
	}
	move(i, i+1, "nmod:desc")
	t.toks[i].Tag, t.toks[i].XTag = "NOUN", "NN"
}

// nounLike reports whether verb i, without anything of its own, stands between a verb and that verb's object.
func (t *syntax) nounLike(i int) bool {
	return t.toks[i].XTag == "VB" && t.toks[i].Head == i-1 && len(t.kids[i]) == 0 && i+1 < len(t.toks) &&
		t.tag(i+1, "NOUN") && t.is(i+1, "obj") && t.toks[i+1].Head == i-1
}

// pastAlone reports whether verb i, which the parser took for a present, has a form of the past alone: "shot".
func (t *syntax) pastAlone(i int) bool {
	base, irregular := verbForms()
	verb := irregular[t.low(i)]
	return t.toks[i].XTag == "VBP" && verb != "" && verb != "be" && !base[t.low(i)]
}

// toldAsDone reports whether the main verb i of a whole sentence, which the parser took for a passive participle, has no
// auxiliary to be one: "The firm filed for bankruptcy on Monday." Headlines, which leave it out, end without a full stop.
func (t *syntax) toldAsDone(i int) bool {
	last := len(t.toks) - 1
	return t.toks[i].Head < 0 && t.tag(i, "VERB") && (t.toks[i].XTag == "VBN" || t.toks[i].XTag == "VBD") && t.kid(i, "aux", "cop") < 0 && t.kid(i, "nsubj:pass") >= 0 && t.kid(i, "nsubj:pass") < i &&
		t.kid(i, "obl:agent") < 0 && last > i && t.toks[last].Text == "."
}

// intransitive are verbs without an object, and so without a passive.
var intransitive = set(`apologise apologize erupt resign die happen occur arrive appear disappear exist sleep laugh weep retire abstain
	collaborate emerge vanish depart elapse faint flee escape`)

// perfect makes the participle right behind "have" the verb that it helps, where the parser took it for a word of the object:
// "the firm had hidden data".
func (t *syntax) perfect(i int, move func(i, head int, rel string)) {
	m := i + 1
	if t.lemma(i) != "have" || !t.tag(i, "VERB") && (!t.tag(i, "AUX") || t.is(i, "aux")) || t.kid(i, "aux") >= 0 || m >= len(t.toks) || !t.tag(m, "VERB") || t.toks[m].XTag != "VBN" {
		return
	}
	o := t.kid(i, "obj")
	if o < m || t.kid(o, "det", "nmod:poss") > i || !(t.is(m, "amod") && t.toks[m].Head == o || t.is(m, "xcomp") && t.toks[m].Head == i && t.kid(m, "obj", "aux") < 0) {
		return
	}
	h, rel := t.toks[i].Head, t.toks[i].Rel
	move(m, h, rel)
	for _, k := range t.kids[i] {
		if k != m {
			move(k, m, t.toks[k].Rel)
		}
	}
	for _, k := range t.all(o, "nmod:poss", "compound") {
		if k < i && t.tag(k, "NOUN", "PROPN") && t.kid(k, "case") < 0 {
			move(k, m, "nsubj") // "How many athletes have failed tests"
		}
	}
	move(o, m, "obj")
	move(i, m, "aux")
	t.toks[i].Tag = "AUX"
	t.toks[m].Feats = "Tense=Past|VerbForm=Part"
}

// makePast makes a finite past of verb i in the tokens of the tree, which the caller may change.
func (t *syntax) makePast(i int) {
	t.toks[i].XTag, t.toks[i].Feats = "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin"
}

// insideName reports whether word i is no head but a part of a name that ends before word before.
func (t *syntax) insideName(i, before int) bool {
	if i < 0 || !t.is(i, "compound", "flat") || t.toks[i].Name == "" {
		return false
	}
	h := t.toks[i].Head
	if h < 0 || h >= before || !strings.HasPrefix(t.toks[max(i, h)].Name, "I-") {
		return false
	}
	for k := min(i, h) + 1; k < max(i, h); k++ {
		if !strings.HasPrefix(t.toks[k].Name, "I-") {
			return false
		}
	}
	return t.toks[min(i, h)].Name != ""
}
