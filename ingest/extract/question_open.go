package extract

import (
	"strings"

	"kg/ingest/text"
)

// OpenQuestion takes the question mark from the analysed sentences of a question and mends what the parser makes of an
// auxiliary before the subject: "did the police arrest" is no compound.
func OpenQuestion(doc *text.Document) {
	for n := range doc.Sentences {
		s := &doc.Sentences[n]
		for len(s.Tokens) > 1 && s.Tokens[len(s.Tokens)-1].Tag == "PUNCT" && !heads(s, len(s.Tokens)-1) {
			s.Tokens = s.Tokens[:len(s.Tokens)-1]
		}
		for i := range s.Tokens { // "who is the captain": the copula hung from "captain", and this from "who"
			h := s.Tokens[i].Head
			if s.Tokens[i].Rel != "cop" || h < 0 || h >= len(s.Tokens) {
				continue
			}
			if g := s.Tokens[h].Head; g >= 0 && g < len(s.Tokens) && s.Tokens[g].Head < 0 && questionWords[strings.ToLower(s.Tokens[g].Text)] && under(s.Tokens[h].Rel, "nsubj") {
				s.Tokens[i].Head = g
			}
		}
		for i := range s.Tokens { // "who is Anna Weiss": the copula hung from "who"
			if h := s.Tokens[i].Head; s.Tokens[i].Rel == "cop" && h >= 0 && h < len(s.Tokens) && questionWords[strings.ToLower(s.Tokens[h].Text)] {
				if g := s.Tokens[h].Head; g >= 0 && g < len(s.Tokens) && under(s.Tokens[h].Rel, "nsubj") {
					s.Tokens[i].Head = g
				}
			}
		}
		lasts(s)
		supported(s)
		reduced(s)
		hadDone(s)
		underWay(s)
		calling(s)
		capitals(s)
		due(s)
		foremost(s, newSyntax(doc, n))
		stranded(s, newSyntax(doc, n))
		states(s, newSyntax(doc, n))
		reroot(s, newSyntax(doc, n))
		t := newSyntax(doc, n)
		for i := range s.Tokens {
			aux := t.kid(i, "aux", "aux:pass")
			if t.tag(i, "PROPN", "NOUN") && aux >= 0 && t.lemma(aux) == "be" { // "who is Anna Weiss"
				s.Tokens[aux].Rel = "cop"
			}
			if t.tag(i, "VERB") && aux >= 0 && !t.gerund(i) && t.lemma(aux) == "be" && t.toks[i].XTag != "VB" { // "where was it launched"
				s.Tokens[aux].Rel = "aux:pass"
				for _, k := range t.all(i, "nsubj") {
					s.Tokens[k].Rel = "nsubj:pass"
				}
			}
			if t.tag(i, "VERB") && aux >= 0 && t.lemma(aux) == "have" && t.kid(i, "aux:pass") < 0 {
				for _, k := range t.all(i, "nsubj:pass") { // "what have the countries not agreed on"
					s.Tokens[k].Rel = "nsubj"
				}
			}
			if !t.tag(i, "VERB") || aux < 0 || t.kid(i, "nsubj", "csubj", "expl") >= 0 {
				continue
			}
			for _, k := range t.all(i, "compound", "amod", "nmod", "nmod:desc", "obl:unmarked", "obj", "obl", "iobj") {
				if k > aux && k < i && !t.is(k, "compound:prt") && t.kid(k, "case") < 0 && t.tag(k, "NOUN", "PROPN") && !t.timeHead(k) {
					s.Tokens[k].Rel = "nsubj"
					if t.kid(i, "aux:pass") >= 0 {
						s.Tokens[k].Rel = "nsubj:pass"
					}
					break
				}
			}
		}
	}
}

// calling makes what somebody was the predicate of "When was Anna Weiss ambassador in Lima", where the parser makes one name of both,
// and of "Where is Anna Weiss a professor".
func calling(s *text.Sentence) {
	k := s.Tokens
	if len(k) < 4 || k[1].Lemma != "be" || k[2].Tag != "PROPN" {
		return
	}
	if w := strings.ToLower(k[0].Text); w != "when" && w != "where" {
		return
	}
	n := 3
	for n < len(k) && k[n].Tag == "PROPN" && k[n].Text != strings.ToLower(k[n].Text) {
		n++
	}
	if n < len(k) && k[n].Tag == "DET" {
		n++
	}
	if n >= len(k) || k[n].Tag != "NOUN" && k[n].Tag != "PROPN" || k[n].Text != strings.ToLower(k[n].Text) || words().class[k[n].Lemma] != "Person" {
		return
	}
	who := 2
	if h := k[2].Head; h > 2 && h < n && k[h].Tag == "PROPN" {
		who = h
	}
	root := k[n].Head
	for i := range k {
		if i != n && k[i].Head == root && root >= 0 && root != n {
			k[i].Head = n
		}
	}
	k[n].Head, k[n].Rel, k[n].Tag = -1, "root", "NOUN"
	k[who].Head, k[who].Rel = n, "nsubj"
	k[0].Head, k[0].Rel = n, "advmod"
	k[1].Head, k[1].Rel, k[1].Tag = n, "cop", "AUX"
}

// capitals joins what is written as one name: "Canal Um", where the parser takes the second word for another thing, and
// "Castle Infrastructure", where it takes the first for a noun.
func capitals(s *text.Sentence) {
	upper := func(i int) bool {
		w := s.Tokens[i].Text
		return i > 0 && w != "I" && w[0] >= 'A' && w[0] <= 'Z'
	}
	for i := 1; i+1 < len(s.Tokens); i++ {
		a, b := &s.Tokens[i], &s.Tokens[i+1]
		if !upper(i) || !upper(i+1) {
			continue
		}
		switch {
		case a.Tag == "PROPN" && b.Tag == "PROPN" && a.Head == b.Head && a.Rel == b.Rel && under(a.Rel, "nsubj"):
			for k := range s.Tokens {
				if s.Tokens[k].Head == i+1 {
					s.Tokens[k].Head = i
				}
			}
			b.Head, b.Rel = i, "flat" // two subjects for "Salar Norte"
		case b.Tag == "INTJ" && a.Tag == "PROPN" && !heads(s, i+1):
			b.Tag, b.XTag, b.Head, b.Rel, b.Lemma = "PROPN", "NNP", i, "flat", b.Text
		case a.Tag == "NOUN" && a.Rel == "compound" && a.Head == i+1 && (b.Tag == "PROPN" || b.Tag == "NOUN"):
			a.Tag, a.XTag, a.Lemma = "PROPN", "NNP", a.Text
			b.Tag, b.XTag, b.Lemma = "PROPN", "NNP", b.Text
		}
	}
}

// foremost makes the infinitive of "who was the first to leave the mine" and "who was the first miner to come out" the verb, in the past.
func foremost(s *text.Sentence, t *syntax) {
	for i := range s.Tokens {
		cop, v, n := t.kid(i, "cop"), t.kid(i, "advcl", "acl", "xcomp"), t.kid(i, "nsubj")
		if s.Tokens[i].Head >= 0 || cop < 0 || n < 0 || v <= i || !t.ranked(i) || !t.infinitive(v) || n > cop || !questionWords[t.low(t.yield(n, nil)[0])] {
			continue
		}
		for _, k := range append(t.all(v, "mark"), cop) {
			s.Tokens[k].Rel = "dep"
		}
		for _, k := range t.kids[i] {
			if k == n {
				s.Tokens[k].Head = v
			}
		}
		s.Tokens[i].Head, s.Tokens[i].Rel = v, "advmod"
		s.Tokens[v].Head, s.Tokens[v].Rel = -1, "root"
		if modal := t.kid(i, "aux"); modal >= 0 { // "who might be the first to leave"
			s.Tokens[modal].Head = v
		} else {
			t.makePast(v) // whose tokens are the sentence's
		}
		return
	}
}

// due makes the verb of "what is to arrive on Thursday" the sentence's.
func due(s *text.Sentence) {
	t := s.Tokens
	if len(t) < 4 || !questionWords[strings.ToLower(t[0].Text)] || t[1].Lemma != "be" || t[2].Text != "to" || t[3].XTag != "VB" || t[0].Head >= 0 || t[3].Head != 0 {
		return
	}
	for i := range t {
		if t[i].Head == 0 {
			t[i].Head = 3
		}
	}
	t[0].Head, t[0].Rel, t[1].Rel, t[3].Head, t[3].Rel = 3, "nsubj", "cop", -1, "root"
}

// stranded hangs what is asked for from the verb where the parser hangs it from the object: "what does Ann suspect her rival of",
// and gives a preposition before a day to the day: "what did the union plan for Monday".
func stranded(s *text.Sentence, t *syntax) {
	if !questionWords[t.low(0)] || openers[t.low(0)] {
		return
	}
	for w := range s.Tokens {
		prep := t.kid(w, "case")
		if prep <= w || !questionWords[t.low(w)] && t.kid(w, "det") != 0 {
			continue
		}
		h := s.Tokens[w].Head
		if h > w && t.is(w, "nmod") && t.is(h, "obj") && prep > h {
			s.Tokens[w].Head, s.Tokens[w].Rel = s.Tokens[h].Head, "obl"
			return
		}
		if n := prep + 1; h >= 0 && t.tag(h, "VERB") && n < len(s.Tokens) && s.Tokens[n].Head == h && t.timeHead(n) && t.kid(n, "case") < 0 && t.kid(h, "obj") < 0 {
			s.Tokens[prep].Head, s.Tokens[n].Rel, s.Tokens[w].Rel = n, "obl", "obj"
			return
		}
	}
}

// homographs are participles that are nouns too, by their verb.
var homographs = map[string]string{"shot": "shoot", "cut": "cut", "hit": "hit", "set": "set", "cast": "cast", "split": "split", "fined": "fine", "spread": "spread"}

// harmed are participles for what has been done to somebody that are adjectives too, by their verb.
var harmed = map[string]string{"injured": "injure", "hurt": "hurt", "wounded": "wound", "damaged": "damage", "killed": "kill", "closed": "close"}

// states mends what the parser takes for a noun or an adjective: the participles of "where was the film shot" and "was
// anyone injured", the adjective of "who became acting minister".
func states(s *text.Sentence, t *syntax) {
	verb := func(i int, lemma string) {
		k := &s.Tokens[i]
		k.Tag, k.XTag, k.Lemma = "VERB", "VBN", lemma
	}
	last := len(s.Tokens) - 1
	for i := range s.Tokens {
		k := &s.Tokens[i]
		switch {
		case i == last && i > 0 && homographs[t.low(i)] != "" && t.tag(i, "NOUN") && t.kid(i, "compound") == i-1 && k.Head >= 0 && questionWords[t.low(k.Head)]:
			root := k.Head
			verb(i, homographs[t.low(i)])
			for j := range s.Tokens {
				switch x := &s.Tokens[j]; {
				case j == i-1:
					x.Rel = "nsubj:pass"
				case x.Head == root:
					x.Head = i
					if x.Rel == "cop" {
						x.Rel = "aux:pass"
					}
				case x.Head == i:
					x.Head = i - 1
				}
			}
			s.Tokens[root].Head, s.Tokens[root].Rel = i, "advmod"
			k.Head, k.Rel = -1, "root"
		case k.Head < 0 && t.tag(i, "ADJ") && t.kid(i, "aux:pass") >= 0 && strings.HasSuffix(t.low(i), "ed"):
			verb(i, verbLemma(t.low(i), t.low(i)))
		case k.Head < 0 && t.tag(i, "ADJ") && t.kid(i, "cop") == 0 && t.kid(i, "nsubj") > 0 && harmed[t.low(i)] != "":
			s.Tokens[0].Rel, s.Tokens[t.kid(i, "nsubj")].Rel = "aux:pass", "nsubj:pass"
			verb(i, harmed[t.low(i)])
		case t.low(i) == "acting" && t.kid(i, "obj") > i && k.Head >= 0:
			n := t.kid(i, "obj")
			s.Tokens[n].Head, s.Tokens[n].Rel = k.Head, k.Rel
			k.Tag, k.XTag, k.Lemma, k.Head, k.Rel = "ADJ", "JJ", "acting", n, "amod"
		case t.low(i) == "acting" && t.is(i, "amod") && t.tag(i, "VERB") && t.roleNoun(k.Head):
			k.Tag, k.XTag, k.Lemma = "ADJ", "JJ", "acting"
		}
	}
}

// reroot makes the predicate the root where the parser has taken another word for it: the infinitive of "when are the
// shareholders to vote", the participle of "who is Ann Lee married to".
func reroot(s *text.Sentence, t *syntax) {
	for i := range s.Tokens {
		cop := t.kid(i, "cop")
		if n := t.kid(i, "nsubj"); s.Tokens[i].Head < 0 && i == 0 && questionWords[t.low(0)] && !openers[t.low(0)] && cop == 1 && n > cop {
			v := t.kid(n, "acl")
			if v < 0 {
				v = t.kid(i, "acl")
			}
			if v > n && t.participle(v) && giving[t.lemma(v)] && t.low(0) == "what" && t.kid(v, "obj") < 0 { // "what were the families promised"
				s.Tokens[v].Head, s.Tokens[v].Rel = -1, "root"
				s.Tokens[i].Head, s.Tokens[i].Rel = v, "obj"
				s.Tokens[n].Head, s.Tokens[n].Rel, s.Tokens[cop].Head, s.Tokens[cop].Rel = v, "nsubj:pass", v, "aux:pass"
				return
			}
			to := v > n && t.infinitive(v) && t.tag(n, "PROPN", "PRON") && t.kid(v, "obj", "nsubj") < 0 // "whom was Ann to meet"
			if to || v > n && t.gerund(v) && t.kid(v, "mark") < 0 {                                     // "what is the government offering the families"
				s.Tokens[v].Head, s.Tokens[v].Rel = -1, "root"
				s.Tokens[i].Head, s.Tokens[i].Rel = v, "obj"
				s.Tokens[n].Head, s.Tokens[cop].Head, s.Tokens[cop].Rel = v, v, "aux"
				return
			}
		}
		if s.Tokens[i].Head < 0 && t.gerund(i) && cop == 1 && t.kid(i, "obj") == 0 && questionWords[t.low(0)] {
			s.Tokens[cop].Rel = "aux" // "what is the company planning"
			return
		}
		if s.Tokens[i].Head < 0 && openers[t.low(i)] { // "when is a decision expected", "when was Ann on the ship"
			v := t.kid(i, "acl:relcl", "advcl:relcl", "advcl", "acl", "ccomp")
			if n := t.kid(i, "obl", "nmod"); cop >= 0 && n > cop && t.kid(n, "nsubj") > cop {
				v = n
			} else if cop >= 0 || v <= i || !t.tag(v, "VERB") || t.kid(v, "aux", "aux:pass") < 0 || t.kid(v, "mark") >= 0 {
				v = -1
			}
			if v >= 0 {
				for _, k := range t.kids[i] {
					s.Tokens[k].Head = v
				}
				s.Tokens[v].Head, s.Tokens[v].Rel = -1, "root"
				s.Tokens[i].Head, s.Tokens[i].Rel = v, "advmod"
				return
			}
		}
		if k := t.kid(i, "acl:relcl"); s.Tokens[i].Head < 0 && cop < 0 && k > i && questionWords[t.low(i)] && t.tag(k, "NOUN", "PROPN") && t.kid(k, "cop") >= 0 && t.kid(k, "nsubj") < 0 {
			s.Tokens[k].Rel = "nsubj" // "who was the director of the operation"
			s.Tokens[t.kid(k, "cop")].Head = i
			return
		}
		if s.Tokens[i].Head < 0 && cop < 0 && t.tag(i, "PROPN") && questionWords[t.low(0)] {
			if v := t.kid(i, "acl", "parataxis", "amod", "appos"); v > i && t.kid(v, "cop") >= 0 && t.kid(v, "nsubj") < 0 {
				s.Tokens[v].Head, s.Tokens[v].Rel = -1, "root"
				s.Tokens[i].Head, s.Tokens[i].Rel = v, "nsubj"
				return
			}
		}
		if s.Tokens[i].Head >= 0 || cop < 0 {
			continue
		}
		v := t.kid(i, "acl", "xcomp", "advcl", "ccomp", "parataxis", "amod")
		wh := t.low(i) == "when" || t.low(i) == "where"
		if n := t.kid(i, "nsubj"); wh && v < 0 && n > cop {
			v = t.kid(n, "acl")
		}
		name := t.tag(i, "PROPN") || t.tag(i, "ADJ") && i > 0 && s.Tokens[i].Text[0] >= 'A' && s.Tokens[i].Text[0] <= 'Z' && t.infinitive(max(v, 0))
		if v <= i || !(wh && t.infinitive(v)) && !(name && t.tag(v, "ADJ", "VERB") && questionWords[t.low(0)] && cop < i) {
			continue
		}
		for _, k := range t.kids[i] {
			if k != v && (wh || k <= cop || k > v) {
				s.Tokens[k].Head = v
			}
		}
		s.Tokens[v].Head, s.Tokens[v].Rel = -1, "root"
		s.Tokens[i].Head, s.Tokens[i].Rel = v, "nsubj"
		if wh {
			s.Tokens[i].Rel, s.Tokens[cop].Rel = "advmod", "aux"
		}
		return
	}
}

// openers are the question words for what is no argument.
var openers = set("when where why")

func heads(s *text.Sentence, i int) bool {
	for _, k := range s.Tokens {
		if k.Head == i {
			return true
		}
	}
	return s.Tokens[i].Head < 0
}
