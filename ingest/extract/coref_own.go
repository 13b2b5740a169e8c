package extract

import (
	"slices"
	"strings"
)

// speakersOwn gives a bare definite noun of a kind ("the bank", "the state") in the words of who holds an office the
// organization or country of that kind that the office is of.
func (r *resolver) speakersOwn(i int) bool {
	m := r.refs[i]
	if !r.bareDefinite(m) || kindNouns[m.lemma] == "" && !ownKinds[m.lemma] || m.lemma == "government" {
		return false
	}
	who := r.speakerOf(i)
	if who < 0 || !slices.ContainsFunc(r.holds[who], func(w string) bool { return officers[w] || stateOfficers[w] }) {
		return false
	}
	return r.isSide(i, who)
}

// isSide joins the noun i with what somebody speaks for, where that may be called so. It reports whether it has.
func (r *resolver) isSide(i, who int) bool {
	k := r.side(who)
	if k == who || !r.mayBeCalled(k, r.refs[i].lemma) || r.trades(k, r.refs[i].lemma) || r.besideItself(i, k) {
		return false
	}
	r.add(i, k)
	return true
}

// holdersOwn gives "his country", "her town" the organization or place of that kind that the office of the one spoken of is of.
func (r *resolver) holdersOwn(i int) bool {
	m := r.refs[i]
	if m.Form != "noun" || m.plural > 0 || m.owner < 0 || m.named >= 0 || len(m.mods) > 0 || m.goesOn() || kindNouns[m.lemma] == "" && !ownKinds[m.lemma] {
		return false
	}
	if o := r.refs[m.owner]; o.word != "his" && o.word != "her" {
		return false
	}
	if r.of[m.owner] < 0 {
		r.stepAhead(m.owner)
	}
	who := r.of[m.owner]
	if who < 0 || r.clusters[who].class != "Person" {
		return false
	}
	return r.isSide(i, who)
}

// ownKinds are nouns besides kindNouns by which somebody speaks of what he speaks for.
var ownKinds = set("state government orchestra hospital team union association federation ministry commission council museum school theatre theater opera")

// bareDefinite reports whether a noun phrase is "the" and its noun, what follows it behind a comma or possessive apart.
func (r *resolver) bareDefinite(m *ref) bool {
	return m.Form == "noun" && m.det == "def" && m.plural <= 0 && m.owner < 0 && m.named < 0 && len(m.mods) == 0 && !m.goesOn()
}

// goesOn reports whether words behind the noun belong to its phrase: none after a comma, and no possessive alone.
func (m *ref) goesOn() bool {
	return m.last > m.Head && m.tree.tok[m.Head+1].Text != "," && (m.last > m.Head+1 || m.tree.tok[m.last].XTag != "POS")
}

// speakerOf is the cluster of who says what mention i stands in, within a quotation or in reported speech; -1 for none.
func (r *resolver) speakerOf(i int) int {
	m := r.refs[i]
	j := -1
	if m.quote >= 0 {
		j = r.quotes[m.quote].Speaker
	} else {
		t := m.tree
		for v, n := m.Head, 0; v >= 0 && n < len(t.tok); n++ {
			up := t.tok[v].Head
			if up >= 0 && t.rel(v) == "ccomp" && cueVerbs[strings.ToLower(t.tok[up].Lemma)] {
				if s := t.subjectOf(up); s >= 0 {
					j = r.index.Mention(m.Sentence, s)
				}
				break
			}
			v = up
		}
	}
	if j < 0 {
		return -1
	}
	return r.of[r.described(j)]
}

// mayBeCalled reports whether what cluster k names may be spoken of by a noun of a kind.
func (r *resolver) mayBeCalled(k int, noun string) bool {
	c := r.clusters[k]
	if len(c.names) == 0 {
		return false
	}
	switch noun {
	case "state", "country", "nation", "government":
		return r.isCountry(c)
	}
	if kindNouns[noun] == "Place" {
		return c.class == "Place" && !r.isCountry(c)
	}
	if c.class != "Organization" || business[noun] && slices.ContainsFunc(c.forms, (*name).publicBody) {
		return false
	}
	if r.tells(k, noun) || broad[noun] {
		return true
	}
	for _, w := range r.holds[k] {
		if ownKinds[w] || kindNouns[w] != "" && !broad[w] {
			return false // it has been called something else
		}
	}
	for w := range kindWords {
		if r.tells(k, w) {
			return false
		}
	}
	return !ownKinds[noun] || noun == "team"
}

// broad are nouns of kinds that more special ones go with.
var broad = set("company firm organization organisation corporation group")

// tells reports whether a name of cluster k, or a noun that stood beside one, says that it is of the kind of the noun.
func (r *resolver) tells(k int, noun string) bool {
	if slices.Contains(r.holds[k], noun) {
		return true
	}
	for _, n := range r.clusters[k].forms {
		for _, w := range n.words {
			if w == noun || slices.Contains(kindWords[noun], w) {
				return n.class != "Person"
			}
		}
	}
	return false
}

// kindWords are words in names that tell a kind besides its own noun.
var kindWords = func() map[string][]string {
	m := map[string][]string{}
	for _, line := range []string{
		"orchestra philharmonic symphony sinfonia philharmonia", "airline airlines airways", "bank banca banque crédit sparkasse",
		"newspaper gazette herald tribune courier chronicle zeitung", "university college", "hospital clinic infirmary",
		"ministry", "party", "union", "court tribunal", "museum", "church", "school academy",
		"club " + sides, "team " + sides,
		"association", "federation", "commission", "council", "opera", "theatre theater", "broadcaster television radio",
		"volcano mount", "mountain mount",
	} {
		all := strings.Fields(line)
		m[all[0]] = all[1:]
	}
	return m
}()

// sides are words that names of sports clubs have.
const sides = "rovers wanderers athletic albion hotspur rangers united fc afc sporting dynamo dinamo lokomotiv spartak olympique olympia stade racing borussia atlético athletico harriers warriors raiders tigers"

var sideWords = set(sides)

// merchants are last words of the names of what trades, which is no club and no party.
var merchants = set("partners capital holdings holding ventures investments investment inc ltd limited llc plc corp corporation gmbh bank airlines airways motors insurance")

// idealists are nouns of what doesn't trade.
var idealists = set("club team party university church movement")

// contests are last words of the names of what is won, which is no body.
var contests = set("cup prize trophy award medal championship championships open olympics games")

// trades reports whether a name of cluster k says that it is a business or a contest, which the noun does not call.
func (r *resolver) trades(k int, noun string) bool {
	return slices.ContainsFunc(r.clusters[k].forms, func(n *name) bool {
		last := n.words[max(len(n.words)-1, 0):]
		return len(n.words) > 1 && (idealists[noun] && merchants[last[0]] || kindNouns[noun] == "Organization" && contests[last[0]])
	})
}

// theOneOfKind gives a bare definite noun of a special kind ("the orchestra", "the team") the one thing whose name, or a noun
// beside it, has said that it is of that kind, unless another has been introduced since it was last spoken of.
func (r *resolver) theOneOfKind(i int) bool {
	m := r.refs[i]
	_, special := kindWords[m.lemma]
	if !special || !r.bareDefinite(m) || m.Class == "Person" {
		return false
	}
	best := -1
	seen := map[int]bool{}
	for c := i - 1; c >= 0; c-- {
		k := r.of[c]
		if k < 0 || seen[k] || r.refs[c].Form != "name" {
			continue
		}
		seen[k] = true
		if !r.tells(k, m.lemma) || r.clusters[k].sex&m.sex == 0 {
			continue
		}
		if best >= 0 {
			return false
		}
		best = c
	}
	if best < 0 {
		return false
	}
	k := r.of[best]
	for _, c := range r.earlier(nil, m.lemma, i, 3) {
		if o := r.refs[c]; o.Form == "noun" && o.plural <= 0 && r.of[r.described(c)] != k && c > r.clusters[k].last {
			return false
		}
	}
	for _, c := range r.clusters[k].refs {
		if o := r.refs[c]; c < i && o.Sentence == m.Sentence && !structureAllows(r.refs, m, o, i, c) {
			return false
		}
	}
	r.add(i, k)
	return true
}
