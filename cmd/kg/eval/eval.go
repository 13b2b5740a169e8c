// Package eval scores statements drawn from articles against gold statements written by hand.
//
// Matching is one to one, as many pairs as possible, required gold first. Strings are compared without case,
// punctuation, determiners, possessives and plurals; an argument matches a gold alternative that is equal, or has the
// same head and at least half of its words in common and no rival name or number; a predicate matches by its stems,
// auxiliaries and adverbs dropped, where its prepositions do not contradict. A prediction that matches a bonus statement
// counts neither as an error nor towards recall.
package eval

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// attributes are those that a matched statement must have right, in the order of the score line.
var attributes = [...]string{"polarity", "certainty", "tense", "source", "condition", "time", "place", "quantity"}

// Counts is the outcome for one article, or the sum of several.
type Counts struct {
	Required  int // gold statements that must be found
	Predicted int
	Hit       int // required statements that were found
	Bonus     int // bonus statements that were found
	Wrong     int // predictions that match nothing, surplus repetitions included
	Full      int // required statements found with polarity, certainty and source right, by a matching of their own
	Resolved  int // hits whose two arguments match by name, not by the sentence's wording alone
	Right     [len(attributes)]int
	Given     [len(attributes)]int // hits whose gold gives the attribute
	GivenOK   [len(attributes)]int
}

// Add adds d to c.
func (c *Counts) Add(d Counts) {
	c.Required += d.Required
	c.Predicted += d.Predicted
	c.Hit += d.Hit
	c.Bonus += d.Bonus
	c.Wrong += d.Wrong
	c.Full += d.Full
	c.Resolved += d.Resolved
	for i := range attributes {
		c.Right[i] += d.Right[i]
		c.Given[i] += d.Given[i]
		c.GivenOK[i] += d.GivenOK[i]
	}
}

// String returns the score line: F1 over the required statements, "full" where polarity, certainty and source must be
// right too, then shares of the hits; in brackets right/given for the attributes that most statements lack.
func (c Counts) String() string {
	found := c.Hit + c.Wrong
	p, r := share(c.Hit, found), share(c.Hit, c.Required)
	pf, rf := share(c.Full, found), share(c.Full, c.Required)
	var b strings.Builder
	fmt.Fprintf(&b, "F1 %.3f full %.3f recall %.2f precision %.2f resolved %.2f",
		harmonic(p, r), harmonic(pf, rf), r, p, share(c.Resolved, c.Hit))
	for i, a := range attributes {
		fmt.Fprintf(&b, " %s %.2f", a, share(c.Right[i], c.Hit))
		if i >= 3 {
			fmt.Fprintf(&b, " (%d/%d)", c.GivenOK[i], c.Given[i])
		}
	}
	fmt.Fprintf(&b, " required %d hit %d bonus %d wrong %d", c.Required, c.Hit, c.Bonus, c.Wrong)
	return b.String()
}

// Fields tells of time, place and quantity of the hits: in how many the gold gives one and how many of these are right,
// in how many it gives none and the prediction makes one up. The last line sums the three.
func (c Counts) Fields() string {
	var b strings.Builder
	row := func(name string, given, right, none, invented int) {
		fmt.Fprintf(&b, "%-9s given %3d right %3d %5.1f%%  none %4d invented %3d %5.1f%%\n",
			name, given, right, 100*share(right, given), none, invented, 100*share(invented, none))
	}
	var all [4]int
	for i := range attributes {
		given, none := c.Given[i], c.Hit-c.Given[i]
		invented := none - (c.Right[i] - c.GivenOK[i])
		switch attributes[i] {
		case "time", "place", "quantity":
			row(attributes[i], given, c.GivenOK[i], none, invented)
			for k, n := range [...]int{given, c.GivenOK[i], none, invented} {
				all[k] += n
			}
		}
	}
	row("all", all[0], all[1], all[2], all[3])
	return b.String()
}

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// edge is a prediction that matches a gold statement.
type edge struct {
	row      int
	by       int // byText or byName
	right    [len(attributes)]bool
	worth    int // the higher, the earlier it is tried
	rightAll bool
}

// Score compares the statements predicted for one article with its gold statements.
func Score(gold []*Gold, rows []*Row) Counts { return score(gold, rows).counts }

// result is a score with the pairs behind it.
type result struct {
	counts Counts
	pair   map[int]edge // by index of the gold statement
	again  map[int]bool // unused rows that match some gold statement
}

func score(gold []*Gold, rows []*Row) result {
	ps := phrases{}
	for _, g := range gold {
		ps.prepareGold(g)
	}
	for _, r := range rows {
		ps.prepareRow(r)
	}
	alias := aliases(gold)
	edges, full := make([][]edge, len(gold)), make([][]edge, len(gold))
	matched := map[int]bool{}
	var required, bonus []int
	for i, g := range gold {
		for j, r := range rows {
			by := ps.match(g, r)
			if by == no {
				continue
			}
			e := edge{row: j, by: by, right: ps.right(g, r, alias)}
			for _, ok := range e.right {
				e.worth += count(ok)
			}
			e.worth += 3*count(ps.overlap(g.Sentence.all(), r.Sentence.all())) + 2*count(by == byName)
			e.rightAll = e.right[0] && e.right[1] && e.right[3]
			edges[i] = append(edges[i], e)
			matched[j] = true
		}
		slices.SortStableFunc(edges[i], func(a, b edge) int { return cmp.Compare(b.worth, a.worth) })
		for _, e := range edges[i] {
			if e.rightAll {
				full[i] = append(full[i], e)
			}
		}
		if g.required() {
			required = append(required, i)
		} else {
			bonus = append(bonus, i)
		}
	}
	pair := assign(append(required[:len(required):len(required)], bonus...), edges)
	c := Counts{Required: len(required), Predicted: len(rows), Full: len(assign(required, full))}
	used := map[int]bool{}
	for _, e := range pair {
		used[e.row] = true
	}
	for _, i := range bonus {
		_, ok := pair[i]
		c.Bonus += count(ok)
	}
	for _, i := range required {
		e, ok := pair[i]
		if !ok {
			continue
		}
		c.Hit++
		c.Resolved += count(e.by == byName)
		for k, ok := range e.right {
			given := gold[i].gives(k)
			c.Right[k] += count(ok)
			c.Given[k] += count(given)
			c.GivenOK[k] += count(ok && given)
		}
	}
	c.Wrong = len(rows) - c.Hit - c.Bonus
	for j, r := range rows {
		c.Wrong -= count(!used[j] && r.bareSpeech())
	}
	for j := range used {
		delete(matched, j)
	}
	return result{c, pair, matched}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// assign finds a maximum one-to-one matching by augmenting paths; what comes first in order stays matched.
func assign(order []int, edges [][]edge) map[int]edge {
	owner := map[int]int{}
	pair := map[int]edge{}
	var try func(g int, seen map[int]bool) bool
	try = func(g int, seen map[int]bool) bool {
		for _, e := range edges[g] {
			if seen[e.row] {
				continue
			}
			seen[e.row] = true
			if o, taken := owner[e.row]; !taken || try(o, seen) {
				owner[e.row] = g
				pair[g] = e
				return true
			}
		}
		return false
	}
	for _, g := range order {
		try(g, map[int]bool{})
	}
	return pair
}

func (ps phrases) prepareGold(g *Gold) {
	g.subjects = append([]*string{g.Subject}, g.SubjectAlt...)
	g.objects = append([]*string{g.Object}, g.ObjectAlt...)
	g.variants = nil
	for _, p := range some(append([]*string{g.Predicate}, g.PredicateAlt...)) {
		g.variants = append(g.variants, variants(p)...)
	}
	objects := make([]string, len(g.objects))
	for i, o := range g.objects {
		if o != nil {
			objects[i] = *o
		}
	}
	g.joint = ps.joint(g.variants, objects)
}

func (ps phrases) prepareRow(r *Row) {
	r.variants = nil
	for _, p := range r.Predicate {
		r.variants = append(r.variants, variants(p)...)
	}
	objects := r.Object.all()
	if len(objects) == 0 {
		objects = []string{""}
	}
	r.joint = ps.joint(r.variants, objects)
}

// bareSpeech reports whether r is a speech verb without its content ("Sullivan said"): neither right nor wrong.
func (r *Row) bareSpeech() bool {
	return r.Object.none() && slices.ContainsFunc(r.variants, func(v []string) bool { return len(v) > 0 && speechVerbs[v[0]] })
}

// aliases maps each name of the gold file to its alternatives.
func aliases(gold []*Gold) map[string][]string {
	m := map[string][]string{}
	add := func(name *string, class string, all []*string) {
		if name != nil && *name != "" && class != "Clause" {
			m[*name] = append(m[*name], some(all)...)
		}
	}
	for _, g := range gold {
		add(g.Subject, g.SubjectType, g.subjects)
		add(g.Object, g.ObjectType, g.objects)
	}
	return m
}

// gives reports whether the gold statement has attribute k.
func (g *Gold) gives(k int) bool {
	switch k {
	case 0:
		return g.Polarity != ""
	case 1:
		return g.Certainty != ""
	case 2:
		return g.Tense != ""
	case 3:
		return g.Source != ""
	}
	return !g.adjuncts()[k-4].none()
}

func (g *Gold) adjuncts() [4]Text { return [4]Text{g.Condition, g.Time, g.Place, g.Quantity} }

func (r *Row) adjuncts() [4]Text { return [4]Text{r.Condition, r.Time, r.Place, r.Quantity} }

// right tells for each attribute whether the prediction has it right.
func (ps phrases) right(g *Gold, r *Row, alias map[string][]string) (ok [len(attributes)]bool) {
	ok[0] = strings.EqualFold(cmp.Or(r.Polarity, "positive"), g.Polarity)
	ok[1] = strings.EqualFold(cmp.Or(r.Certainty, "certain"), g.Certainty)
	ok[2] = strings.EqualFold(r.Tense, g.Tense)
	ok[3] = ps.rightSource(g.Source, r.Source.all(), alias)
	want, have := g.adjuncts(), r.adjuncts()
	for i := range want {
		ok[4+i] = ps.overlap(want[i].all(), have[i].all())
	}
	return ok
}

func (ps phrases) rightSource(want string, have []string, alias map[string][]string) bool {
	have = slices.DeleteFunc(have, func(s string) bool {
		return slices.Contains([]string{"author", "text", "null", "none"}, strings.ToLower(s))
	})
	isUnnamed := func(s string) bool { return strings.EqualFold(s, "unnamed") }
	switch {
	case want == "" || len(have) == 0:
		return want == "" && len(have) == 0
	case slices.ContainsFunc(have, isUnnamed):
		return want == strings.ToLower(want)
	case want == "unnamed":
		return !slices.ContainsFunc(have, hasCapital)
	}
	for _, h := range have {
		for _, w := range append([]string{want}, alias[want]...) {
			if alike(ps.of(h), ps.of(w), false) {
				return true
			}
		}
	}
	return false
}

// hasCapital reports whether s has a capital letter elsewhere than at its very beginning.
func hasCapital(s string) bool {
	r := []rune(strings.TrimSpace(s))
	return len(r) > 0 && string(r[1:]) != strings.ToLower(string(r[1:]))
}
