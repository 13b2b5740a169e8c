package extract

import "strings"

// roleNoun reports whether i is a noun for one person, or one that may be.
func (t *syntax) roleNoun(i int) bool {
	if !t.tag(i, "NOUN") || t.feat(i, "Number") == "Plur" || t.toks[i].XTag == "NNS" {
		return false
	}
	l := t.lemma(i)
	if k := strings.LastIndexByte(l, '-'); k >= 0 {
		l = l[k+1:]
	}
	c := words().class[l]
	return c == "Person" || words().noun[l] != 0 || titleWords[l] || c == "" && t.toks[i].Kind == "person"
}

// severalRoles gives the last of the nouns that say what one person is, where i is the first and "and" joins them; -1
// where there is one alone.
func (t *syntax) severalRoles(i int) int {
	last := -1
	for _, k := range t.all(i, "conj") {
		if !t.roleNoun(k) {
			return -1
		}
		last = k
	}
	if last < 0 || !t.roleNoun(i) && !(t.tag(i, "ADJ") && words().class[t.low(i)] == "Person") || t.low(t.kid(last, "cc")) != "and" {
		return -1
	}
	return last
}

// ofSeveralRoles makes the person's name i, which stands in apposition to several nouns, their head: "Norrline's founder
// and chairman, Anna Weiss, resigned", "owned by the investor and former politician Ross Keane".
func (t *syntax) ofSeveralRoles(i int, move func(i, head int, rel string)) {
	h := t.toks[i].Head
	if h < 0 || h > i || !t.is(h, "nsubj", "obj", "iobj", "obl", "nmod") || t.is(h, "nmod:poss") || t.kid(i, "conj") >= 0 || nameClass(t.toks[i].Name) != "Person" {
		return
	}
	if last := t.severalRoles(h); last < 0 || last > i {
		return
	}
	move(i, t.toks[h].Head, t.toks[h].Rel)
	for _, k := range t.kids[h] {
		if k != i && (t.is(k, "case") && k < h || k > i && t.is(k, "acl", "appos", "punct")) {
			move(k, i, t.toks[k].Rel)
		}
	}
	move(h, i, "appos")
}

// secondRole hangs noun i, which the parser joined with a person's name, on the noun beside that name: "Camila Rojas,
// secretary of the union and a crane driver, spoke".
func (t *syntax) secondRole(i int, move func(i, head int, rel string)) {
	h, cc := t.toks[i].Head, t.kid(i, "cc")
	if h < 0 || !t.tag(h, "PROPN") || cc <= h || t.toks[cc-1].Text == "," || t.low(cc) != "and" || t.low(i) != "one" && !t.roleNoun(i) {
		return
	}
	a := -1
	for _, k := range t.all(h, "appos") {
		if k < cc && t.roleNoun(k) {
			a = k
		}
	}
	ids := t.yield(i, nil)
	if end := ids[len(ids)-1] + 1; a < 0 || end < len(t.toks) && t.toks[end].Text != "," && t.toks[end].Text != "." {
		return
	}
	move(i, a, "conj")
}

// holder is the noun for several persons whose complement the parser joined with the first of their names, i: "the presidents
// of Bolivia and Paraguay, Pablo Condori and Lourdes Benegas"; -1 for none.
func (t *syntax) holder(i int) int {
	h := t.toks[i].Head
	if h < 0 || nameClass(t.toks[i].Name) != "Person" || nameClass(t.toks[h].Name) == "Person" || nameClass(t.toks[h].Name) == "" {
		return -1
	}
	for h >= 0 && t.is(h, "conj") {
		h = t.toks[h].Head
	}
	if ids := t.yield(i, nil); h < 0 || !t.is(h, "nmod") || t.prep(h) != "of" || ids[0] < 1 || t.toks[ids[0]].Text != "," && t.toks[ids[0]-1].Text != "," {
		return -1
	}
	if r := t.toks[h].Head; r >= 0 && t.tag(r, "NOUN") && t.feat(r, "Number") == "Plur" && words().class[t.lemma(r)] == "Person" {
		return r
	}
	return -1
}

// holders puts i, and the names joined with it, beside the noun of these persons.
func (t *syntax) holders(i int, move func(i, head int, rel string)) {
	h := t.toks[i].Head
	var more []int
	for _, k := range t.all(h, "conj") {
		if k > i {
			more = append(more, k)
		}
	}
	move(i, t.holder(i), "appos")
	for _, k := range more {
		move(k, i, "conj")
	}
}

// membersOf is the noun for several persons whom the names of i and what is joined with it are of, where the parser put them beside
// the body that these are of: "two engineers of Heliomed, Jonas Feld and Mirela Stan"; -1 for none.
func (t *syntax) membersOf(i int) int {
	h := t.toks[i].Head
	if h < 0 || h > i || t.toks[i].Name != "B-Person" || t.kid(i, "conj") < 0 || !t.is(h, "nmod") || !t.tag(h, "PROPN") || t.toks[h].Head > h {
		return -1
	}
	n := t.toks[h].Head
	if n < 0 || t.feat(n, "Number") != "Plur" || t.toks[h].Name == "B-Person" && t.kid(n, "nummod") < 0 || !t.roleNoun(n) && t.toks[n].Kind != "person" {
		return -1
	}
	return n
}

// listed reports whether the person's name i, which has a noun of its own behind it, stands in a list after another person with his:
// the parser put it beside the other's noun.
func (t *syntax) listed(i int) bool {
	h := t.toks[i].Head
	if h < 0 || h > i || !t.tag(i, "PROPN") || !t.tag(h, "NOUN") || !t.is(h, "appos") || nameClass(t.toks[i].Name) != "Person" {
		return false
	}
	g := t.toks[h].Head
	return g >= 0 && g < h && nameClass(t.toks[g].Name) == "Person" && t.kid(i, "appos") > i && t.low(t.kid(h, "det")) != "the"
}

// inOffice is the noun of the office that ends right before the person's name i: "head of finance Ann Lee"; -1 for none.
func (t *syntax) inOffice(i int) int {
	n := i - 1
	if n < 2 || t.toks[i].Name != "B-Person" || !t.tag(n, "NOUN") || t.toks[n].Name != "" || !t.is(n, "nmod") || t.prep(n) != "of" || t.kid(n, "det", "nmod:poss") >= 0 {
		return -1
	}
	r := t.toks[n].Head
	if r < 0 || r > n || !t.roleNoun(r) || t.toks[r].Text != t.low(r) || t.is(r, "conj") {
		return -1
	}
	if h := t.toks[i].Head; t.is(i, "appos") && (h == n || h == r) || t.is(i, "nsubj", "obj", "obl", "nmod") && h == t.toks[r].Head {
		return r
	}
	return -1
}

// entitle puts the person's name i beside the noun r of an office, or makes it the head of one that stands as a title.
func (t *syntax) entitle(i, r int, move func(i, head int, rel string)) {
	if t.kid(r, "det", "nmod:poss") >= 0 {
		move(i, r, "appos")
		return
	}
	h, rel := t.toks[r].Head, t.toks[r].Rel
	move(i, h, rel)
	move(r, i, "nmod:desc")
	if c := t.kid(r, "case"); c >= 0 && c < r {
		move(c, i, "case")
	}
}

// described is the noun right before the person's name i that says what he is, where the parser took both for one name or
// hung both on a third: "the seller, the brewer Jan Coppens"; -1 for none.
func (t *syntax) described(i int) int {
	n := i - 1
	if t.toks[i].Name != "B-Person" || n < 0 || !t.tag(n, "NOUN") || !t.roleNoun(n) || t.kid(n, "det", "nmod:poss") < 0 {
		return -1
	}
	h := t.toks[i].Head
	if t.is(i, "flat") && h == n || t.is(i, "appos") && h >= 0 && h < n && t.is(n, "appos") && t.toks[n].Head == h {
		return n
	}
	return -1
}

// describe puts the person's name i beside the noun that describes him.
func (t *syntax) describe(i int, move func(i, head int, rel string)) {
	n := t.described(i)
	move(i, n, "appos")
	for k := i + 1; k < len(t.toks) && t.toks[k].Name == "I-Person"; k++ {
		if t.toks[k].Head == n {
			move(k, i, "flat")
		}
	}
}

// signsFor is what person i, joined with what a verb's preposition holds, has behind such a preposition too, as the verb's
// subject has: his own verb is left out. -1 for none.
func (t *syntax) signsFor(i int) int {
	h := t.toks[i].Head
	if h < 0 || !t.is(h, "obl") || nameClass(t.toks[i].Name) != "Person" || nameClass(t.toks[h].Name) == "Person" || t.kid(i, "case") >= 0 {
		return -1
	}
	if v := t.toks[h].Head; v < 0 || !t.tag(v, "VERB") || t.kid(v, "obj") >= 0 {
		return -1
	}
	for _, k := range t.all(i, "nmod") {
		if k > i && t.prep(k) == t.prep(h) && nameClass(t.toks[k].Name) == nameClass(t.toks[h].Name) {
			return k
		}
	}
	return -1
}

// unitName gives the run of one name behind noun i, which the parser hung on it word by word, a head of its own: "the
// energy company Volta Power".
func (t *syntax) unitName(i int, move func(i, head int, rel string)) {
	if i+2 >= len(t.toks) || !t.tag(i, "NOUN") || t.toks[i].Name != "" || !t.tag(i+1, "PROPN") {
		return
	}
	body := words().class[t.lemma(i)] == "Organization" && t.feat(i, "Number") != "Plur" // then the model's spans matter less
	if !body && (nameClass(t.toks[i+1].Name) != "Organization" || t.toks[i+1].Name[0] != 'B') {
		return
	}
	last := i + 1
	for last+1 < len(t.toks) && t.tag(last+1, "PROPN") && (body || strings.HasPrefix(t.toks[last+1].Name, "I-")) {
		last++
	}
	if last == i+1 {
		return
	}
	for k := i + 1; k <= last; k++ {
		if t.toks[k].Head != i && (k == last || t.toks[k].Head != last) || !t.is(k, "compound", "flat") && (k < last || !t.is(k, "appos")) {
			return
		}
	}
	move(last, i, "appos")
	for k := i + 1; k < last; k++ {
		move(k, last, "compound")
	}
}

// generation reports whether word i says which of a family's persons a name is of: "Jr.".
func (t *syntax) generation(i int) bool {
	switch strings.Trim(t.low(i), ".") {
	case "jr", "sr", "ii", "iii":
		return true
	}
	return false
}

// lent are the nouns that role k shares with the roles that it is coordinated with: Norrline in "Norrline's founder and
// chairman", "the president and main owner of Norrline".
func (t *syntax) lent(k int) []int {
	first := k
	if t.is(k, "conj") {
		first = t.toks[k].Head
	}
	if first < 0 || !t.roleNoun(k) {
		return nil
	}
	end := first
	for _, m := range t.all(first, "conj") {
		end = m
	}
	if end == first || !t.roleNoun(first) {
		return nil
	}
	var out []int
	of := func(i int) int {
		for _, m := range t.all(i, "nmod") {
			if m > i && t.prep(m) == "of" {
				return m
			}
		}
		return -1
	}
	if p := t.kid(first, "nmod:poss"); k != first && p >= 0 && t.kid(k, "nmod:poss", "det") < 0 && of(k) < 0 {
		out = append(out, p)
	}
	if m := of(first); k != first && m > end && of(k) < 0 {
		out = append(out, m)
	}
	if m := of(end); k != end && m >= 0 && of(k) < 0 && t.kid(end, "det", "nmod:poss") < 0 && offices[t.lemma(k)] {
		out = append(out, m)
	}
	return out
}

// offices are nouns for somebody who is what he is of something.
var offices = set(`founder co-founder cofounder owner co-owner president chairman chairwoman chair chairperson director ceo chief executive
	head leader manager secretary treasurer minister governor mayor editor publisher captain coach member boss principal dean
	rector spokesman spokeswoman spokesperson creator inventor builder commander ambassador`)
