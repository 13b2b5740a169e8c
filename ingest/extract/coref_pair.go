package extract

import "strings"

// window is how many mentions back an antecedent may lie that shares no word with its anaphor.
const window = 70

// mayRefer holds the constraints of grammar on an anaphor a and an earlier (or, within the sentence, later) mention c:
// agreement, binding, nesting, apposition. What it refuses is never joined directly.
func mayRefer(refs []*ref, a, c int) bool {
	r, o := refs[a], refs[c]
	if o.Form == "relative" || o.expletive || r.Form == "relative" {
		return false
	}
	if r.Form == "pronoun" {
		if !pronounMay(r, o) {
			return false
		}
	} else if !nounMay(refs, r, o) {
		return false
	}
	if r.Sentence != o.Sentence {
		return true
	}
	return structureAllows(refs, r, o, a, c)
}

func pronounMay(r, o *ref) bool {
	if o.Form == "pronoun" && !o.personal() {
		return false
	}
	// person: first and second are of one speaker, the third is of others
	if r.person != o.person {
		if r.person == 3 || o.person == 3 && (o.Form == "pronoun" || r.person == 2) {
			return false
		}
		return false
	}
	if r.person != 3 {
		return o.Form == "pronoun" && r.plural == o.plural && (r.quote >= 0) == (o.quote >= 0)
	}
	if r.sex&o.sex == 0 || r.heOrShe() && o.body() {
		return false
	}
	if o.Form == "noun" && o.Sentence != r.Sentence && o.tree.lower(o.first) == "no" {
		return false
	}
	if o.Form == "noun" && o.det != "def" && o.det != "poss" && o.role == "obl" {
		if c := o.tree.child(o.Head, "case"); c >= 0 && o.tree.lower(c) == "as" {
			return false // "served as a tutor" speaks of nobody else
		} else if c >= 0 && o.tree.lower(c) == "without" && o.Sentence != r.Sentence {
			return false // "after 40 days without a new case"
		}
	}
	if r.plural*o.plural < 0 && !(r.lemma == "they" && o.Form != "pronoun" && (o.sex&neuter == 0 && o.Form == "noun" || o.Class == "Organization" || o.Class == "Place")) {
		return false
	}
	if r.sex&neuter == 0 { // he, she
		if o.Class == "Person" && o.sex == anySex && r.sex == neuter {
			return true
		}
		switch o.Class {
		case "Organization", "Place", "Event", "Work", "Date", "Quantity":
			return o.Form == "name" && o.sex&person != 0 && !o.beforeWhere()
		case "Group":
			return o.Form == "noun" && o.plural < 0
		}
	}
	if r.sex == neuter && o.Class == "Person" && o.Form != "pronoun" {
		return o.sex&neuter != 0
	}
	if r.lemma == "they" && o.Form == "pronoun" && o.plural < 0 {
		return false
	}
	if o.Class == "Quantity" && r.sex != neuter && (r.lemma != "they" || unitNames[o.tree.lower(o.Head)] != nil) {
		return false
	}
	if r.lemma == "they" && o.plural <= 0 && (o.Class == "Organization" || o.Class == "Place") && r.partOf() {
		return false
	}
	return true
}

// partOf reports whether a number or the like before "of" says how many of those that r stands for: "thirty of them".
func (r *ref) partOf() bool {
	t := r.tree
	h, c := t.tok[r.Head].Head, t.child(r.Head, "case")
	return r.role == "nmod" && h >= 0 && h < r.Head && c >= 0 && t.lower(c) == "of" && (t.tok[h].Tag == "NUM" || partWords[t.lower(h)])
}

// partWords are the words besides numbers for some of several.
var partWords = set("some many most few several none all both neither either each any half dozens hundreds thousands")

// beforeWhere reports whether "where" says right behind the mention that it is a place.
func (r *ref) beforeWhere() bool {
	k := r.Head + 1
	for k < len(r.tree.tok) && r.tree.tok[k].Text == "," {
		k++
	}
	return k < len(r.tree.tok) && r.tree.lower(k) == "where"
}

func nounMay(refs []*ref, r, o *ref) bool {
	if business[r.lemma] && o.name != nil && o.name.publicBody() {
		return false
	}
	if o.Form == "pronoun" || r.Form == "group" || o.Form == "group" && r.plural < 0 {
		return false
	}
	if r.plural*o.plural < 0 || r.det == "indef" {
		return false
	}
	if r.sex&o.sex == 0 {
		return false
	}
	if r.Class == "Person" != (o.Class == "Person") && r.Class != "Thing" && o.Class != "Thing" && o.sex != anySex {
		return false
	}
	if o.Form == "name" && r.lemma != o.lemma {
		// "the Ukrainian military" is no other name; "the 54-year-old" may be
		for _, m := range r.mods {
			if telling(m) && !numberWord(m) && !contains(o.name.words, strings.ToLower(m)) {
				return false
			}
		}
	}
	if o.Form == "name" && r.lemma == o.lemma {
		return r.det == "def" || r.det == "dem"
	}
	if r.lemma == o.lemma {
		// owners must be the same where both have one, and numbers must not differ
		if r.owner >= 0 && o.owner >= 0 {
			a, b := refs[r.owner], refs[o.owner]
			if a.Entity >= 0 && b.Entity >= 0 && a.Entity != b.Entity {
				return false
			}
		}
		return !rivalModifiers(r, o)
	}
	return true
}

// rivalModifiers reports whether each has a telling modifier that the other lacks: numbers, names, contraries.
func rivalModifiers(r, o *ref) bool {
	only := func(a, b *ref) (plain, rival bool) {
		for _, m := range a.mods {
			if !contains(b.mods, m) {
				plain = true
				if telling(m) {
					rival = true
				}
			}
		}
		return
	}
	pa, ra := only(r, o)
	pb, rb := only(o, r)
	for _, m := range r.mods {
		if c := contrary[m]; c != "" && contains(o.mods, c) {
			return true
		}
	}
	return ra && (pb || rb) || rb && pa
}

func telling(m string) bool {
	if m == "" {
		return false
	}
	c := m[0]
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || contrary[m] != ""
}

var contrary = func() map[string]string {
	m := map[string]string{}
	for _, p := range strings.Fields(`first/second first/third second/third former/latter old/new north/south east/west northern/southern
eastern/western left/right public/private male/female foreign/domestic last/next previous/current upper/lower early/late small/large`) {
		a, b, _ := strings.Cut(p, "/")
		m[a], m[b] = b, a
	}
	return m
}()

func contains(list []string, s string) bool {
	for _, e := range list {
		if e == s {
			return true
		}
	}
	return false
}

// structureAllows holds the constraints within a sentence.
func structureAllows(refs []*ref, r, o *ref, a, c int) bool {
	t := r.tree
	if r.Head == o.Head {
		return false
	}
	if r.appos == c || o.appos == a || r.Sentence == o.Sentence && o.Head == ownerBeside(r) {
		return false
	}
	// i-within-i, but for pronouns in a clause of the phrase ("the man who lost his job")
	if o.Start <= r.Start && r.End <= o.End {
		ok := false
		for i, n := r.Head, 0; i >= 0 && i != o.Head && n < len(t.tok); n++ {
			if t.rel(i) == "acl" || t.rel(i) == "appos" {
				ok = r.Form == "pronoun"
			}
			i = t.tok[i].Head
		}
		if !ok {
			return false
		}
	}
	if r.Start <= o.Start && o.End <= r.End {
		return false
	}
	// conjuncts of one coordination are different things
	if o.Form != "group" && conjuncts(t, r.Head, o.Head) {
		return false
	}
	// arguments of one verb are different things unless the second is reflexive
	if r.Form == "pronoun" && r.role != "poss" && o.role != "poss" && o.role != "nmod" && r.role != "nmod" && r.verb == o.verb {
		rp, op := t.tok[r.Head].Head, t.tok[o.Head].Head
		if !r.reflexive && rp == op {
			return false
		}
	}
	if r.Form == "noun" && r.det == "def" && (r.role == "obj" || r.role == "obl") && r.Sentence == o.Sentence && t.subjectBeside(o, t.tok[r.Head].Head) {
		if k := t.child(r.Head, "case"); k < 0 || t.lower(k) != "as" {
			return false // "Balt Cargo has made an offer for the company"
		}
	}
	if r.Form == "pronoun" && !r.reflexive && (r.role == "obj" || r.role == "obl") && t.controls(o.Head, t.tok[r.Head].Head) {
		return false
	}
	if r.Form == "pronoun" && r.Sentence == o.Sentence && (t.besideRelative(r, o.Head) || t.besideOwner(r, o)) {
		return false
	}
	if r.reflexive && r.verb != o.verb && o.role != "subj" && o.role != "subjpass" && r.Sentence == o.Sentence {
		return false
	}
	return true
}

// besideRelative reports whether the pronoun r, within a relative clause whose subject is the relative pronoun, is an object beside
// this, which stands for h: "Holm, a coach who has trained him".
func (t *tree) besideRelative(r *ref, h int) bool {
	v := t.tok[r.Head].Head
	if r.reflexive || r.role != "obj" && r.role != "obl" || v < 0 || t.tok[v].Rel != "acl:relcl" {
		return false
	}
	switch t.lower(max(t.child(v, "nsubj"), 0)) {
	case "who", "which", "that":
	default:
		return false
	}
	top := func(i int) int {
		for n := 0; i >= 0 && t.rel(i) == "appos" && n < len(t.tok); n++ {
			i = t.tok[i].Head
		}
		return i
	}
	return top(t.tok[v].Head) == top(h)
}

// besideOwner reports whether the place o only says whose the subject is beside which r is an object for several: "Tunisia's minister
// brought them together".
func (t *tree) besideOwner(r, o *ref) bool {
	if r.lemma != "they" || r.role != "obj" && r.role != "obl" || o.role != "poss" || o.Class != "Place" || o.plural > 0 {
		return false
	}
	s := t.tok[o.Head].Head
	return s >= 0 && t.rel(s) == "nsubj" && t.tok[s].Head == t.tok[r.Head].Head
}

// subjectBeside reports whether o, or what it stands beside in apposition, is the subject of verb v.
func (t *tree) subjectBeside(o *ref, v int) bool {
	if o.role == "subj" || o.role == "subjpass" {
		return t.tok[o.Head].Head == v
	}
	h := t.tok[o.Head].Head
	return t.rel(o.Head) == "appos" && h >= 0 && t.rel(h) == "nsubj" && t.tok[h].Head == v
}

func conjuncts(t *tree, a, b int) bool {
	first := func(i int) int {
		for n := 0; t.rel(i) == "conj" && t.tok[i].Head >= 0 && n < len(t.tok); n++ {
			i = t.tok[i].Head
		}
		return i
	}
	return first(a) == first(b) && a != b
}

// controls reports whether h is the subject of verb v though it stands with a verb above: the subject, or the object, of
// what v is an infinitive or participle of ("Lund intends to sue him", "she asked Lund to sue him"), the subject of the
// verb that v is joined to.
func (t *tree) controls(h, v int) bool {
	for n := 0; v >= 0 && n < len(t.tok); n++ {
		if t.child(v, "nsubj") >= 0 {
			return false
		}
		up := t.tok[v].Head
		if up < 0 {
			return false
		}
		switch t.rel(v) {
		case "conj":
		case "xcomp":
			if obj := t.child(up, "obj", "iobj"); obj >= 0 && !subjectControl[strings.ToLower(t.tok[up].Lemma)] {
				return obj == h
			}
		case "advcl": // "appointed Lund, a lawyer, to succeed her", "came to see him"
			if m := t.child(v, "mark"); m < 0 || t.lower(m) != "to" {
				return false
			}
			if obj := t.child(up, "obj"); obj >= 0 && choosing[strings.ToLower(t.tok[up].Lemma)] {
				return obj == h
			}
		default:
			return false
		}
		if s := t.child(up, "nsubj"); s >= 0 {
			return s == h
		}
		v = up
	}
	return false
}
