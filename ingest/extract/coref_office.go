package extract

import (
	"slices"
	"strings"
)

// office is what the text has called somebody, or something, beside its name, with the words that went with it.
type office struct {
	who   int // cluster
	words []string
}

// noteOffices notes what mention i says of a person: its own title, the noun phrase beside it, or what i itself says of
// the name that it stands beside.
func (r *resolver) noteOffices(i int) {
	m := r.refs[i]
	switch {
	case m.name != nil && r.of[i] >= 0:
		t := m.tree
		var beside []string
		for k := m.first; k < m.name.first; k++ {
			beside = append(beside, t.lower(k))
		}
		for k := m.name.first - 1; k >= m.first; k-- {
			w := strings.ToLower(t.tok[k].Lemma)
			if t.tok[k].Tag == "NOUN" || t.tok[k].Tag == "PROPN" {
				if _, ok := honorifics[w]; ok && m.Class == "Person" || (words().class[w] != "" || words().noun[w] != 0) && t.tok[k].Tag == "NOUN" {
					r.hold(w, office{r.of[i], beside})
				}
				break
			}
		}
		for _, d := range m.says {
			if d < i {
				r.noteOffice(d, r.of[i])
			}
		}
	case m.Form == "noun" && m.appos >= 0 && m.appos < i && m.tree.rel(m.Head) == "appos" && r.refs[m.appos].name != nil:
		r.noteOffice(i, r.of[m.appos])
	}
}

func (r *resolver) noteOffice(d, k int) {
	if o := r.refs[d]; k >= 0 && o.plural <= 0 {
		r.hold(o.lemma, office{k, o.mods})
	}
}

func (r *resolver) hold(noun string, o office) {
	r.offices[noun] = append(r.offices[noun], o)
	if !slices.Contains(r.holds[o.who], noun) {
		r.holds[o.who] = append(r.holds[o.who], noun)
	}
}

// theOfficer gives a definite noun for somebody ("the minister", "the Hungarian conductor") the one person whom the text
// has called so beside the name, unless it has spoken of another such without a name since. A nationality or an age may be
// new; any other word beside the noun must have stood there too.
func (r *resolver) theOfficer(i int) bool {
	m := r.refs[i]
	if m.Class != "Person" || m.det != "def" || m.plural > 0 || m.owner >= 0 || m.named >= 0 || m.appos >= 0 || m.complement() >= 0 || m.goesOn() {
		return false
	}
	list := r.offices[m.lemma]
	if len(list) == 0 {
		return false
	}
	k := list[0].who
	if slices.ContainsFunc(list, func(o office) bool { return o.who != k }) || !r.mayHold(m, list) {
		return false
	}
	cl := r.clusters[k]
	if cl.sex&m.sex == 0 || r.calledOther(i, k) {
		return false
	}
	for _, c := range r.earlier(nil, m.lemma, i, 4) {
		if o := r.refs[c]; o.plural <= 0 && o.Form == "noun" && o.det != "bare" {
			if r.of[r.described(c)] != k {
				return false
			}
		}
	}
	for n := len(cl.refs) - 1; n >= 0; n-- {
		c := cl.refs[n]
		if o := r.refs[c]; c < i && o.Sentence == m.Sentence && !structureAllows(r.refs, m, o, i, c) {
			return false
		}
	}
	r.add(i, k)
	return true
}

// mayHold reports whether the words beside the noun m agree with those that stood beside it in what somebody was called.
// What holds an office of a state is told by its country, which cannot be new.
func (r *resolver) mayHold(m *ref, list []office) bool {
	t := m.tree
	for _, c := range t.children[m.Head] {
		if c > m.Head || t.rel(c) == "det" || t.rel(c) == "punct" {
			continue
		}
		w := t.tok[c].Text
		if slices.ContainsFunc(list, func(o office) bool {
			return slices.ContainsFunc(o.words, func(v string) bool { return strings.EqualFold(v, w) })
		}) || isAge(w) {
			continue
		}
		if t.tok[c].Tag != "ADJ" || !capitalized(w) || stateOffice[m.lemma] || stateOfficers[m.lemma] {
			return false
		}
		if slices.ContainsFunc(list, func(o office) bool { return slices.ContainsFunc(o.words, capitalized) }) {
			return false // another nationality has been told
		}
	}
	return true
}

// otherOffice reports whether the noun i names another office than the one that the text has called cluster k by with the
// same noun: "the finance minister" is not Transport Minister Clara Holm.
func (r *resolver) otherOffice(i, k int) bool {
	m := r.refs[i]
	var mods []string
	t := m.tree
	for _, c := range t.children[m.Head] {
		if t.rel(c) == "compound" && c < m.Head && t.tok[c].Tag == "NOUN" {
			mods = append(mods, t.lower(c))
		}
	}
	if len(mods) == 0 || m.Class != "Person" {
		return false
	}
	other := false
	for _, o := range r.offices[m.lemma] {
		if o.who != k {
			continue
		}
		own := false
		for _, w := range o.words {
			if slices.Contains(mods, strings.ToLower(w)) {
				return false
			}
			own = own || !strings.EqualFold(w, m.lemma) && !untelling[strings.ToLower(w)]
		}
		other = other || own
	}
	return other
}

// untelling are words before a title that do not tell of what it is.
var untelling = set("a an the former new then acting late old ex current outgoing first long-time")

// appointee is the head of whom a clause gives the office that r says: "appointed Anna Berg as its manager"; -1 for none.
func (r *ref) appointee() int {
	t, h := r.tree, r.Head
	v := t.tok[h].Head
	if r.Form != "noun" || r.Class != "Person" || r.plural > 0 || v < 0 || !appointing[strings.ToLower(t.tok[v].Lemma)] {
		return -1
	}
	if c := t.child(h, "case"); t.rel(h) != "xcomp" && (t.rel(h) != "obl" || c < 0 || t.lower(c) != "as") {
		return -1
	}
	if o := t.child(v, "obj"); o >= 0 {
		return o
	}
	if s := t.child(v, "nsubj"); s >= 0 && t.tok[s].Rel == "nsubj:pass" {
		return s
	}
	return -1
}

// identifies reports whether the person's name r tells who the subject o of its copula is: "the key witness was Femke Roels".
func (r *ref) identifies(o *ref) bool {
	t := r.tree
	return r.Class == "Person" && o.Form == "noun" && (o.det == "def" || o.det == "poss") && o.plural <= 0 && o.sex&r.sex != 0 &&
		t.child(r.Head, "aux", "case") < 0 && (t.child(r.Head, "advmod") < 0 || t.child(r.Head, "advmod") > r.Head) && t.rel(r.Head) != "advcl"
}
