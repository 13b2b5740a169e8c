package extract

import "strings"

// A feature is a template's number and a value below 1<<16, as one key.
type feature uint32

func key(template, value int) feature { return feature(template<<16 | value&0xffff) }

// hashed is a 16-bit value of words (FNV-1a, folded).
func hashed(ws ...string) int {
	h := uint32(2166136261)
	for _, w := range ws {
		for i := 0; i < len(w); i++ {
			h = (h ^ uint32(w[i])) * 16777619
		}
		h = (h ^ 0xff) * 16777619
	}
	return int(h>>16 ^ h&0xffff)
}

var (
	pronounKinds = enum("he she it they i we you this that these those")
	roles        = enum("subj subjpass obj obl nmod poss appos compound pred root other")
	dets         = enum("def dem indef poss bare quant")
	classes      = enum("Person Organization Place Event Work Date Quantity Group Thing")
)

func enum(list string) map[string]int {
	m := map[string]int{}
	for i, w := range strings.Fields(list) {
		m[w] = i + 1
	}
	return m
}

// anaphorType numbers what is looking for an antecedent, below 32.
func (r *ref) anaphorType() int {
	if r.Form == "pronoun" {
		w := r.word
		switch {
		case r.person == 1 && r.plural < 0:
			w = "i"
		case r.person == 1:
			w = "we"
		case r.person == 2:
			w = "you"
		case r.sex == male:
			w = "he"
		case r.sex == female:
			w = "she"
		case strings.HasPrefix(w, "it"):
			w = "it"
		case r.det != "dem" && r.plural > 0:
			w = "they"
		}
		return pronounKinds[w]
	}
	return 12 + r.detNo
}

// antecedentType numbers what may be an antecedent, below 32.
func (r *ref) antecedentType(class string) int {
	switch r.Form {
	case "pronoun":
		return r.asks
	case "name":
		return 19 + min(classes[class], 4)
	case "group":
		return 24
	}
	return 12 + r.detNo
}

// bucket puts a count on a scale of ten.
func bucket(n int) int {
	switch {
	case n < 0:
		return 0
	case n < 5:
		return n
	case n < 8:
		return 5
	case n < 16:
		return 6
	case n < 32:
		return 7
	case n < 64:
		return 8
	}
	return 9
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// matchKind numbers how two nouns' words agree, below 16.
func matchKind(r, o *ref) int {
	if r.Form == "pronoun" || o.Form == "pronoun" {
		return 0
	}
	if r.lemma == o.lemma {
		sub, sup := true, true
		for _, m := range r.mods {
			sub = sub && contains(o.mods, m)
		}
		for _, m := range o.mods {
			sup = sup && contains(r.mods, m)
		}
		switch {
		case sub && sup:
			return 1
		case sub:
			return 2
		case sup:
			return 3
		}
		return 4
	}
	for _, s := range r.synonyms {
		if s == o.lemma {
			return 5
		}
	}
	if contains(o.mods, r.lemma) {
		return 6
	}
	if o.Form == "name" && o.name != nil {
		if contains(o.name.words, r.lemma) {
			return 7
		}
		if o.name.title == r.lemma {
			return 8
		}
	}
	if contains(r.mods, o.lemma) {
		return 9
	}
	return 10
}

// context holds what the features of one anaphor's candidates share.
type context struct {
	refs  []*ref
	count []int // of each mention: how many mentions up to it have its name or noun
	total []int // the same in the whole document
}

// pair appends the features of candidate c for anaphor a; rank is c's place among the candidates, nearest first, and
// salient its place with subjects first.
func (x *context) pair(dst []feature, a, c, rank int) []feature {
	r, o := x.refs[a], x.refs[c]
	class := o.Class
	if o.Form == "name" && class == "Person" && o.sex == anySex && r.sex == neuter {
		class = "Organization" // a name that may be either
	}
	classNo, ownNo := classes[class], classes[r.Class]
	at, ot := r.asks, o.antecedentType(class)
	add := func(template, value int) { dst = append(dst, key(template, value)) }
	both := func(template, value int) { // alone and with the anaphor's type
		add(template, value)
		add(template+1, value<<5|at)
	}
	ds := r.Sentence - o.Sentence
	db := bucket(ds)
	match := matchKind(r, o)
	after := bit(c > a)
	add(1, at<<5|ot)
	both(2, db)
	add(4, db<<5|ot)
	both(5, bucket(abs(a-c)))
	both(7, o.roleNo)
	add(9, (o.roleNo<<4|r.roleNo)<<5|at)
	both(10, match)
	both(12, match<<4|db)
	both(14, (ownNo<<4|classNo)<<3)
	both(16, int(o.sex)<<3|int(r.sex))
	both(18, (o.plural+1)<<2|(r.plural+1))
	quote := bit(r.quote >= 0)<<1 | bit(o.quote >= 0)
	if r.quote >= 0 && r.quote == o.quote {
		quote = 4
	}
	both(20, quote)
	both(22, min(bucket(x.count[c]), 7))
	both(24, min(bucket(x.total[c]), 8))
	both(26, min(rank, 9))
	both(28, bit(r.para == o.para)<<1|after)
	both(30, bit(o.appos >= 0))
	same := 0
	if ds == 0 {
		t := r.tree
		same = 1
		if r.verb == o.verb {
			same = 2
		} else if o.verb >= 0 && t.above(o.verb, r.Head) {
			same = 3
		} else if r.verb >= 0 && t.above(r.verb, o.Head) {
			same = 4
		}
		if o.Start <= r.Start && r.End <= o.End {
			same += 4
		}
	}
	both(32, same)
	add(34, (same<<4|o.roleNo)<<5|at)
	add(35, (o.roleNo<<4|db)<<5|at)
	both(36, bit(r.reflexive)<<4|same)
	add(38, hashed(o.lemma)) // dropped in training where rare
	add(39, (at<<11)^hashed(o.lemma))
	if r.Form != "pronoun" {
		add(40, hashed(r.lemma, o.lemma))
		add(41, hashed(r.lemma))
		add(42, (classNo<<4)^hashed(r.lemma))
	} else {
		v := ""
		if r.verb >= 0 {
			v = strings.ToLower(r.tree.tok[r.verb].Lemma)
		}
		add(43, (classNo<<4)^hashed(v, r.role))
		if match := bit(r.lemma == o.lemma); match == 1 {
			both(44, 1)
		}
	}
	firstInSentence := bit(o.first == 0 || o.Head <= 2)
	both(46, firstInSentence<<4|db)
	both(48, bit(o.owner >= 0)<<1|bit(r.owner >= 0))
	both(50, o.detNo)
	both(52, min(len(o.mods), 4)<<3|min(len(r.mods), 4))
	both(54, bucket(r.first-o.first)*bit(ds == 0))
	both(56, min(bucket(o.Sentence), 6))
	parallel := bit(r.role == o.role)<<4 | min(db, 3)
	both(58, parallel)
	return dst
}

// fresh appends the features of an anaphor that starts a thing of its own.
func (x *context) fresh(dst []feature, a, candidates, best int) []feature {
	r := x.refs[a]
	at := r.asks
	add := func(template, value int) { dst = append(dst, key(template, value)) }
	both := func(template, value int) {
		add(template, value)
		add(template+1, value<<5|at)
	}
	add(100, at)
	both(101, min(bucket(candidates), 9))
	both(103, r.roleNo)
	both(105, classes[r.Class])
	both(107, min(bucket(r.same), 7))
	both(109, min(len(r.mods), 5))
	both(111, bucket(r.last-r.first))
	add(113, hashed(r.lemma))
	both(114, bit(r.appos >= 0))
	both(116, min(bucket(r.Sentence), 7))
	both(118, r.plural+1)
	post := 0
	if c := r.tree.child(r.Head, "acl", "nmod"); c > r.Head {
		post = 1 + bit(r.tree.rel(c) == "acl")
	}
	both(120, post)
	v := ""
	if r.verb >= 0 {
		v = strings.ToLower(r.tree.tok[r.verb].Lemma)
	}
	add(122, hashed(v, r.role))
	add(123, (at<<11)^hashed(v))
	both(124, best)
	both(126, bit(r.owner >= 0))
	both(128, min(bucket(x.total[a]), 6))
	if r.Form != "pronoun" && r.first < r.Head {
		add(130, hashed(r.tree.lower(r.first), r.lemma))
		add(131, hashed(r.tree.lower(r.first)))
	}
	both(132, bit(r.quote >= 0))
	return dst
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
