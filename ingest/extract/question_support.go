package extract

import (
	"slices"
	"strings"

	"kg/ingest/text"
)

// supported makes the noun at the end of "what did the A380 damage" the verb that "did" asks for, where there is no other; "when
// did work on the new stand stop" has its subject before the preposition.
func supported(s *text.Sentence) {
	t := s.Tokens
	do := slices.IndexFunc(t, func(k text.Token) bool { return k.Tag == "AUX" && k.Lemma == "do" })
	if do < 0 {
		return
	}
	ends := func(verb int) bool { // a noun that may be a verb, behind another
		return verb > do+1 && t[verb].Tag == "NOUN" && t[verb].Text == t[verb].Lemma && t[verb-1].Head == verb && (t[verb-1].Tag == "PROPN" || t[verb-1].Tag == "NOUN")
	}
	verb, within := len(t)-1, -1
	for i := do + 2; i < len(t); i++ {
		if t[i].Tag == "ADP" && ends(i-1) {
			verb = i - 1
			break
		}
		if t[i].Tag == "ADP" && t[i].Head == verb && within < 0 {
			within = i
		}
	}
	if within > verb {
		within = -1
	}
	subject := verb - 1
	if within > 0 {
		subject = within - 1
	}
	if !ends(verb) || slices.ContainsFunc(t, func(k text.Token) bool { return k.Tag == "VERB" && (subject != do+1 || k.Start != t[subject].Start) }) {
		return
	}
	root := verb
	for t[root].Head >= 0 {
		root = t[root].Head
	}
	for i := range t {
		k := &t[i]
		switch {
		case i == do:
			k.Head, k.Rel = verb, "aux"
		case i > do && i < verb-1 && k.Head == verb:
			k.Head = verb - 1
		case i == 0 && questionWords[strings.ToLower(k.Text)] && (k.Head == root || i == root):
			k.Head, k.Rel = verb, "advmod"
			if !openers[strings.ToLower(k.Text)] {
				k.Rel = "obj"
			}
		case i < do && (k.Head == root || i == root):
			k.Head, k.Rel = verb, "obj" // "which city"
		}
	}
	if within > 0 {
		t[verb-1].Head, t[verb-1].Rel = subject, "nmod"
		t[subject].Tag, t[subject].XTag = "NOUN", "NN"
	}
	t[subject].Head, t[subject].Rel = verb, "nsubj"
	t[verb].Tag, t[verb].XTag, t[verb].Head, t[verb].Rel = "VERB", "VB", -1, "root"
}

// lasts makes the last word of "how long did the ceasefire signed in October last" the verb.
func lasts(s *text.Sentence) {
	n := len(s.Tokens) - 1
	if n < 4 || !strings.EqualFold(s.Tokens[0].Text, "how") || s.Tokens[n].Text != "last" || s.Tokens[n].Head < 0 {
		return
	}
	root := s.Tokens[n].Head
	if s.Tokens[root].Head >= 0 || s.Tokens[root].XTag != "VBN" && s.Tokens[root].XTag != "VBD" {
		return
	}
	subject := -1
	for i := range s.Tokens {
		if s.Tokens[i].Head == root && under(s.Tokens[i].Rel, "nsubj") {
			subject = i
		}
	}
	if subject < 0 || subject > root {
		return
	}
	for i := range s.Tokens[:root] {
		if s.Tokens[i].Head == root {
			s.Tokens[i].Head = n
		}
	}
	s.Tokens[n] = text.Token{Span: s.Tokens[n].Span, Text: "last", Lemma: "last", Tag: "VERB", XTag: "VB", Head: -1, Rel: "root"}
	s.Tokens[root].Head, s.Tokens[root].Rel = subject, "acl"
}

// closing are verbs without an object that are nouns too, or taken for them, at the end of a question with "do".
var closing = set("start begin end open close stop finish resume expire land crash sail return fall rise collapse last work drop break launch sink stand split pay leave vote cost happen arrive die meet")

// underWay makes the phrase that ends a question of a thing's state its predicate: "are talks about a new sale under way", where the
// parser takes it for what the noun before it is like.
func underWay(s *text.Sentence) {
	k := s.Tokens
	n := len(k) - 1
	if n < 3 || k[0].Lemma != "be" || k[0].Head >= 0 || !stateOf[strings.ToLower(k[n-1].Text)+" "+strings.ToLower(k[n].Text)] {
		return
	}
	sub := -1
	for i := range k {
		switch {
		case i == n || i == 0 || k[i].Head != 0:
		case under(k[i].Rel, "nsubj") && sub < 0:
			sub = i
		case k[i].Tag != "ADV":
			return
		}
	}
	if sub < 0 || sub >= n-1 {
		return
	}
	for i := range k {
		if k[i].Head == 0 {
			k[i].Head = n
		}
	}
	k[n].Head, k[n].Rel, k[n].Tag = -1, "root", "NOUN"
	k[n-1].Head, k[n-1].Rel = n, "case"
	k[0].Head, k[0].Rel, k[0].Tag = n, "cop", "AUX"
}

// stateOf are phrases for the state of a thing.
var stateOf = map[string]bool{"under way": true, "in progress": true, "under construction": true, "under siege": true, "in force": true,
	"under threat": true, "in danger": true, "at risk": true, "at war": true, "in custody": true, "under arrest": true, "in prison": true, "on strike": true,
	"on trial": true, "on sale": true, "in doubt": true, "under review": true, "under investigation": true, "on display": true, "on fire": true, "at stake": true}

// hadDone makes the participle the verb of "what had a newspaper published", where the parser takes "had" for it.
func hadDone(s *text.Sentence) {
	k := s.Tokens
	have := slices.IndexFunc(k, func(x text.Token) bool { return x.Head < 0 })
	if have < 1 || k[have].Lemma != "have" || !strings.EqualFold(k[0].Text, "what") && !strings.EqualFold(k[0].Text, "which") {
		return
	}
	v := slices.IndexFunc(k, func(x text.Token) bool {
		return x.Tag == "VERB" && (x.XTag == "VBN" || x.XTag == "VBD") && x.Head >= have && (under(x.Rel, "xcomp") || under(x.Rel, "ccomp") || under(x.Rel, "acl"))
	})
	o := slices.IndexFunc(k, func(x text.Token) bool { return x.Head == have && under(x.Rel, "obj") })
	if v < 0 || o != v-1 || k[v].Head != have && k[v].Head != o || k[o].Tag != "NOUN" && k[o].Tag != "PROPN" {
		return
	}
	for i := range k {
		switch x := &k[i]; {
		case i == v || x.Head != have:
		case i < have && under(x.Rel, "nsubj"):
			x.Head, x.Rel = v, "obj"
		default:
			x.Head = v
		}
	}
	k[o].Head, k[o].Rel = v, "nsubj"
	k[have].Head, k[have].Rel, k[have].Tag = v, "aux", "AUX"
	k[v].Head, k[v].Rel, k[v].XTag = -1, "root", "VBN"
}

// reduced makes the infinitive that "did" asks for the verb of "what did the workers hurt in the fire receive", "where did the
// pilot accused of sabotage land" and "when does building work on the factory start", where the parser takes what only
// narrows the subject for it.
func reduced(s *text.Sentence) {
	k := s.Tokens
	do := slices.IndexFunc(k, func(x text.Token) bool { return x.Tag == "AUX" && x.Lemma == "do" })
	if do < 1 || len(k) < do+4 {
		return
	}
	hangs := func(i, under int) bool {
		for ; i >= 0; i = k[i].Head {
			if i == under {
				return true
			}
		}
		return false
	}
	subject := func(v int) int {
		return slices.IndexFunc(k, func(x text.Token) bool { return x.Head == v && strings.HasPrefix(x.Rel, "nsubj") })
	}
	verb, taken := -1, -1 // the question's verb, and what is taken for it
	for v := do + 3; v < len(k) && verb < 0; v++ {
		if k[v].XTag != "VB" || k[v].Text != k[v].Lemma || strings.EqualFold(k[v-1].Text, "to") {
			continue
		}
		for p := do + 2; p < v; p++ {
			past := k[p].XTag == "VBN" || k[p].XTag == "VBD" || k[p].Tag == "VERB" && harmed[strings.ToLower(k[p].Text)] != ""
			if sub := subject(p); past && k[p].Tag == "VERB" && sub > do && sub < p && (k[v].Head == p && k[v].Rel != "conj" || k[p].Head == v) {
				verb, taken = v, p
			}
		}
	}
	last := len(k) - 1
	if root := slices.IndexFunc(k, func(x text.Token) bool { return x.Head < 0 }); verb < 0 && k[last].Tag == "NOUN" && k[last].Text == k[last].Lemma && closing[k[last].Lemma] && root > do+1 && root < last-1 && k[root].Tag == "VERB" && hangs(last, root) && k[last-1].Tag != "DET" && k[last-1].Tag != "ADP" && k[last-1].Tag != "ADJ" {
		if sub := subject(root); sub > do && sub < root && (k[root].XTag == "VBN" || k[root].XTag == "VB" && k[root].Text == k[root].Lemma) {
			verb, taken = last, root
		}
	}
	if verb < 0 {
		return
	}
	sub := subject(taken)
	if k[verb].Tag == "NOUN" {
		h := verb - 1
		for i := range k {
			if i != h && k[i].Head == verb && i > taken {
				k[i].Head = h
			}
		}
		k[h].Head, k[h].Rel = taken, k[verb].Rel
		k[verb].Tag, k[verb].XTag, k[verb].Feats = "VERB", "VB", "VerbForm=Inf"
	}
	for i := taken + 1; i < verb && k[taken].XTag != "VB"; i++ {
		if k[i].Head == verb {
			k[i].Head = taken // "dismissed in May"
			if strings.HasPrefix(k[i].Rel, "nsubj") {
				k[i].Rel = "obl"
			}
		}
	}
	for i := range k {
		switch x := &k[i]; {
		case i == verb || i == sub || i == taken:
		case x.Head == taken && (i < sub && i <= do || i < do || i > verb):
			x.Head = verb
		}
	}
	if k[taken].XTag == "VB" && harmed[strings.ToLower(k[taken].Text)] == "" { // "building work"
		k[taken].Tag, k[taken].XTag = "NOUN", "NN"
		k[sub].Head, k[sub].Rel = taken, "compound"
		k[taken].Head, k[taken].Rel = verb, "nsubj"
		for i := range k {
			if k[i].Head == taken && k[i].Rel == "obl" {
				k[i].Rel = "nmod"
			}
		}
	} else {
		k[taken].Tag, k[taken].XTag = "VERB", "VBN"
		k[taken].Head, k[taken].Rel = sub, "acl"
		k[sub].Head, k[sub].Rel = verb, "nsubj"
	}
	k[verb].Head, k[verb].Rel = -1, "root"
	for i := range k[:do] {
		if k[i].Head < 0 {
			k[i].Head, k[i].Rel = verb, "obj"
		}
	}
}
