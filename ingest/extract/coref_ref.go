package extract

import (
	"strings"

	"kg/ingest/text"
)

// ref is a mention with what coreference asks of it.
type ref struct {
	*text.Mention
	tree        *tree
	first, last int // its tokens
	lemma       string
	synonyms    []string // nouns that may stand for the same thing as the lemma
	word        string   // of pronouns, in lower case
	person      int      // 1, 2, 3
	plural      int      // 1 plural, -1 singular, 0 either
	sex         sex      // what pronoun may stand for it
	det         string   // "def", "dem", "indef", "poss", "bare", "quant"
	owner       int      // mention of its possessor, -1 for none
	role        string   // "subj", "obj", "obl", "poss", "nmod", "pred", "appos", "conj", "root", "other"
	verb        int      // token of the clause that it stands in
	quote       int      // index of the quote around it, -1 outside
	para        int      // number of its paragraph
	mods        []string
	name        *name // of names, else nil
	same        int   // nominal: how many earlier mentions share its head
	appos       int   // mention that it is in apposition to or predicated of, -1 for none
	named       int   // name in apposition to it, -1 for none
	says        []int // of a name: the noun phrases in apposition beside it
	corporate   bool  // a name taken for a person's that is spoken of as a company's
	expletive   bool
	asks        int // anaphorType, once the mention is read
	roleNo      int // of roles
	detNo       int // of dets
	reflexive   bool
}

// newRefs reads the mentions' grammar off the trees.
func newRefs(doc *text.Document, x *Index, quotes []Quote) []*ref {
	refs := make([]*ref, len(doc.Mentions))
	trees := make([]*tree, len(doc.Sentences))
	para := make([]int, len(doc.Sentences))
	for i := range doc.Sentences {
		mended := doc.Sentences[i]
		mended.Tokens = repaired(doc, i).toks
		trees[i] = newTree(&mended)
		if i > 0 {
			para[i] = para[i-1]
			if strings.Contains(doc.Text[doc.Sentences[i-1].End:max(doc.Sentences[i].Start, doc.Sentences[i-1].End)], "\n") {
				para[i]++
			}
		}
	}
	q := 0
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		r := &ref{Mention: m, tree: trees[m.Sentence], owner: -1, quote: -1, appos: -1, named: -1, para: para[m.Sentence]}
		for q < len(quotes) && quotes[q].End <= m.Start {
			q++
		}
		if q < len(quotes) && quotes[q].Start <= m.Start {
			r.quote = q
		}
		r.read(x)
		refs[i] = r
	}
	for i, r := range refs {
		if k := r.apposed(); k >= 0 {
			if j := x.Mention(r.Sentence, k); j >= 0 && j != i {
				r.appos = j
				if r.Form == "name" && (r.tree.rel(r.Head) == "appos" || r.identifies(refs[j])) && refs[j].named < 0 {
					refs[j].named = i
				}
				if r.tree.rel(r.Head) == "appos" {
					switch o := refs[j]; {
					case r.Form == "name" && o.Form == "noun":
						r.says = append(r.says, j)
					case r.Form == "noun" && o.Form == "name":
						o.says = append(o.says, i)
					}
				}
			}
		}
	}
	for _, r := range refs {
		if r.appos >= 0 && r.Form == "noun" && r.named >= 0 && r.tree.rel(r.Head) == "appos" && refs[r.appos].Form == "noun" && refs[r.appos].named < 0 {
			refs[r.appos].named = r.named // "its chairwoman, the retired judge Ann Lee"
		}
	}
	for i, r := range refs {
		if k := r.appointee(); k >= 0 && r.named < 0 {
			if j := x.Mention(r.Sentence, k); j >= 0 && j != i && refs[j].Form == "name" && refs[j].Class == "Person" && r.sex&refs[j].sex != 0 {
				r.named = j
			}
		}
	}
	surnames(refs)
	for _, r := range refs {
		r.roleNo, r.detNo = roles[r.role], dets[r.det]
		r.asks = r.anaphorType()
		r.corporate = r.asCompany() || r.saidBody(refs)
		if r.corporate {
			r.Class, r.sex, r.name.class, r.name.sex = "Organization", neuter, "Organization", neuter
			r.name.body = len(r.name.words) > 1
		}
	}
	// what a description says of a name: "Anna Karlsson, a spokeswoman"; "Kim is an actress"
	for _, r := range refs {
		if r.appos < 0 || r.Form == "pronoun" {
			continue
		}
		o := refs[r.appos]
		if o.Form == "name" && o.Class == "Person" && r.sex != anySex && r.sex&o.sex != 0 && r.Class == "Person" {
			o.sex &= r.sex
		}
	}
	return refs
}

func (r *ref) read(x *Index) {
	t, h := r.tree, r.Head
	k := &t.tok[h]
	r.first, r.last = h, h
	for r.first > 0 && t.tok[r.first-1].Start >= r.Start {
		r.first--
	}
	for r.last+1 < len(t.tok) && t.tok[r.last+1].End <= r.End {
		r.last++
	}
	r.lemma = strings.ToLower(k.Lemma)
	if r.lemma == "" || r.lemma == "_" {
		r.lemma = t.lower(h)
	}
	if former, ok := strings.CutPrefix(r.lemma, "ex-"); ok && r.Form == "noun" {
		r.lemma = former
		r.mods = append(r.mods, "former")
	}
	r.synonyms = words().same[r.lemma]
	r.role, r.verb = t.role(h)
	r.person = 3
	r.sex = anySex
	for _, c := range t.children[h] {
		switch t.rel(c) {
		case "amod", "compound", "nummod", "nmod":
			if t.tok[c].Rel == "nmod:poss" {
				continue
			}
			if w := t.tok[c].Lemma; t.tok[c].Tag == "PROPN" || t.tok[c].Tag == "NUM" || w != "" && w[0] >= 'A' && w[0] <= 'Z' && t.tok[c].Tag == "ADJ" {
				r.mods = append(r.mods, t.tok[c].Text)
			} else {
				r.mods = append(r.mods, strings.ToLower(w))
			}
		}
	}
	switch r.Form {
	case "pronoun", "relative":
		r.readPronoun()
		return
	case "group":
		r.plural = 1
		r.det = "bare"
		return
	}
	r.det = t.determiner(h)
	if c := t.child(h, "nmod:poss"); c >= 0 {
		r.owner = x.Mention(r.Sentence, c)
	}
	switch n := t.feat(h, "Number"); {
	case oneOrMore[t.lower(h)]:
		r.plural = t.numberOfVerb(h)
	case n == "Plur" || k.XTag == "NNS" || k.XTag == "NNPS" && r.Form == "noun":
		r.plural = 1
	case n == "Sing" || k.XTag == "NN" || k.XTag == "NNP":
		r.plural = -1
	}
	if r.calledByNation() {
		r.Form, r.Class, r.sex, r.plural = "noun", "Person", person, -1
		return
	}
	if r.Form == "noun" && t.described(h) {
		r.Form = "name" // "goalkeeper Adam Novak"
	}
	if r.Form == "name" {
		r.name = newName(r)
		r.sex = r.name.sex
		switch r.Class {
		case "Organization", "Group", "Place":
			r.plural = 0
		}
		return
	}
	w := words()
	if r.plural >= 0 && w.class[r.lemma] == "Group" {
		r.plural = 0
	}
	lemma := strings.TrimPrefix(r.lemma, "ex-")
	if i := strings.LastIndexByte(lemma, '-'); i >= 0 && w.class[lemma] == "" && w.noun[lemma] == 0 {
		lemma = lemma[i+1:]
	}
	switch c := w.class[lemma]; {
	case w.noun[lemma] != 0:
		r.sex, r.Class = w.noun[lemma], "Person"
	case c == "Person" && (r.Class == "Person" || r.Class == "Thing"):
		r.sex, r.Class = person, "Person"
	case r.Class == "Person" && c == "Group":
		r.sex = neuter // "no family": not "he"
	case r.Class == "Person":
		r.sex = person
		if r.Mention.Form == "noun" && c != "" && c != "Person" && c != "Group" {
			r.sex = anySex
		}
	case r.Class != "Thing" || c != "":
		r.sex = neuter
		if r.Class == "Thing" || c == "Work" || c == "Event" || c == "Organization" && r.Class != "Place" && r.Class != "Date" {
			r.Class = c
		}
		if c == "Group" {
			r.Class, r.sex = "Group", anySex
		}
	default:
		r.sex = neuter
		if t.tok[h].Kind == "" || t.tok[h].Kind == "animal" {
			r.sex = anySex
		}
	}
	if isAge(t.tok[h].Text) || t.lower(h) == "old" && h > 3 && t.lower(h-2) == "year" || k.Tag == "PROPN" && t.aged(h) {
		r.Class, r.sex, r.plural = "Person", person, -1
	}
	if r.Class == "Organization" && r.plural < 0 {
		r.plural = 0
	}
}

// described reports whether a noun heads a person's name that follows it: "novelist" in "the Irish novelist Helen Byrne",
// where the name is flat under it.
func (t *tree) described(h int) bool {
	return h+2 < len(t.tok) && t.tok[h].Tag == "NOUN" && t.tok[h].Name == "" && t.tok[h+1].Head == h && t.rel(h+1) == "flat" &&
		t.tok[h+1].Name != "" && t.tok[h+1].Name[0] == 'B' && entityName(t.tok[h+1].Name) == "PERSON" && strings.HasPrefix(t.tok[h+2].Name, "I-")
}

func isAge(s string) bool { return strings.HasSuffix(strings.ToLower(s), "-year-old") }

func (r *ref) readPronoun() {
	t, h := r.tree, r.Head
	r.expletive = t.rel(h) == "expl" || t.extraposed(h)
	r.word = t.lower(h)
	switch r.word {
	case "i", "me", "my", "mine", "myself":
		r.person, r.plural, r.sex = 1, -1, person
	case "we", "us", "our", "ours", "ourselves", "'s", "’s":
		r.person, r.plural, r.sex = 1, 1, anySex
	case "you", "your", "yours", "yourself", "yourselves", "ya", "y'all":
		r.person, r.plural, r.sex = 2, 0, person
	case "he", "him", "his", "himself":
		r.plural, r.sex = -1, male
	case "she", "her", "hers", "herself":
		r.plural, r.sex = -1, female
	case "it", "its", "itself":
		r.plural, r.sex = -1, neuter
	case "they", "them", "their", "theirs", "themselves", "'em":
		r.plural, r.sex = 1, anySex
	case "this", "that":
		r.plural, r.sex, r.det = -1, neuter, "dem"
	case "these", "those", "both":
		r.plural, r.det = 1, "dem"
	case "one", "another", "each":
		r.plural = -1
	}
	switch {
	case r.lemma == "they" || r.plural == 1 && r.person == 3:
		r.lemma = "they"
	}
	r.reflexive = strings.HasSuffix(t.lower(h), "self") || strings.HasSuffix(t.lower(h), "selves")
}

// body reports whether r is a noun for a body of people, which is no "she": a jury, but a publisher may be a woman.
func (r *ref) body() bool {
	return r.Form == "noun" && words().class[r.lemma] == "Organization" && words().noun[r.lemma] == 0 && !strings.HasSuffix(r.lemma, "er") && !strings.HasSuffix(r.lemma, "or")
}

// heOrShe reports whether r is a pronoun of one person.
func (r *ref) heOrShe() bool {
	return r.Form == "pronoun" && r.person == 3 && r.sex&neuter == 0
}

// personal reports whether r is a pronoun that looks for an antecedent.
func (r *ref) personal() bool {
	if r.Form != "pronoun" {
		return false
	}
	switch r.word {
	case "one", "another", "each", "someone", "somebody", "something", "anyone", "anybody", "anything", "everyone", "everybody",
		"everything", "nobody", "nothing", "none", "no-one", "other", "others", "some", "all", "there", "oneself", "either", "neither":
		return false
	}
	return true
}

// extraposed reports whether h is the "it" before a clause: "it is expected that", "it is time to".
func (t *tree) extraposed(h int) bool {
	if t.lower(h) != "it" || t.rel(h) != "nsubj" {
		return false
	}
	p := t.tok[h].Head
	if p < 0 {
		return false
	}
	switch strings.ToLower(t.tok[p].Lemma) {
	case "seem", "appear", "rain", "snow":
		return true
	}
	if t.child(p, "cop") >= 0 || t.child(p, "aux:pass") >= 0 || t.tok[h].Rel == "nsubj:pass" {
		for _, c := range t.children[p] {
			if t.tok[c].Rel == "csubj" || t.tok[c].Rel == "csubj:pass" ||
				c > p && t.tok[c].Rel == "ccomp" && (t.tok[p].Tag == "ADJ" || t.tok[p].Tag == "VERB") {
				return true
			}
		}
		switch strings.ToLower(t.tok[p].Lemma) {
		case "time", "clear", "likely", "unlikely", "possible", "impossible", "important", "necessary", "true", "o'clock":
			return t.child(p, "xcomp", "acl", "advcl", "ccomp", "csubj") >= 0
		}
	}
	return false
}

// role is the grammatical role of the phrase that h heads and the verb (or other head) of its clause.
func (t *tree) role(h int) (role string, verb int) {
	i := h
	for n := 0; t.rel(i) == "conj" && t.tok[i].Head >= 0 && n < len(t.tok); n++ {
		i = t.tok[i].Head
	}
	verb = t.tok[i].Head
	switch t.rel(i) {
	case "nsubj", "csubj":
		role = "subj"
		if t.tok[i].Rel == "nsubj:pass" {
			role = "subjpass"
		}
	case "obj":
		role = "obj"
	case "iobj", "obl":
		role = "obl"
	case "nmod":
		role = "nmod"
		if t.tok[i].Rel == "nmod:poss" {
			role = "poss"
		}
	case "appos", "compound":
		role = t.rel(i)
	case "root", "parataxis", "ccomp", "advcl", "acl":
		role = "pred"
		if t.child(i, "cop") < 0 {
			role = "root"
		}
		return role, i
	default:
		role = "other"
	}
	for n := 0; verb >= 0 && t.tok[verb].Tag != "VERB" && t.child(verb, "cop", "nsubj") < 0 && t.tok[verb].Head >= 0 && n < len(t.tok); n++ {
		verb = t.tok[verb].Head
	}
	return role, verb
}

// apposed is the head of the phrase that r describes: in apposition to it or predicated of it by "be"; -1 for none.
func (r *ref) apposed() int {
	t, h := r.tree, r.Head
	if r.Form == "group" || r.Form == "relative" {
		return -1
	}
	if t.rel(h) == "appos" {
		return t.tok[h].Head
	}
	if c := t.child(h, "nsubj"); c >= 0 && t.child(h, "cop") >= 0 {
		return c
	}
	return -1
}

// determiner says how the phrase of h is determined.
func (t *tree) determiner(h int) string {
	if t.child(h, "nmod:poss") >= 0 {
		return "poss"
	}
	for _, c := range t.children[h] {
		if t.rel(c) != "det" && t.tok[c].Rel != "nmod:poss" && t.rel(c) != "amod" {
			continue
		}
		switch t.lower(c) {
		case "the":
			return "def"
		case "this", "that", "these", "those", "such", "same", "both":
			return "dem"
		case "a", "an", "another", "some", "any", "no", "each", "every", "several", "many", "few", "other", "more", "most":
			return "indef"
		}
	}
	if t.child(h, "nummod") >= 0 {
		return "quant"
	}
	return "bare"
}
