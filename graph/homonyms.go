package graph

import (
	"maps"
	"slices"
	"sort"
	"strings"

	"kg/schema"
)

// homonyms holds the kinds whose names have one slug, with the number of documents of each.
type homonyms struct {
	kinds map[kind]int
	known *summary // of the kinds, nil where it was not asked for since they changed
}

// summary is what linking asks of kinds over and over; by suffix where it is a map.
type summary struct {
	votes  map[string]int            // for the class
	docs   map[string]int            // of kinds of that suffix
	marked map[string]map[string]int // likewise, by mark
	marks  map[string][]string       // sorted
	sure   map[string]bool           // some have reasons for the class
	genders
	class map[string]string            // as far as asked for: what kinds that are not sure are taken for
	forms map[string]read              // likewise
	has   map[string]bool              // likewise
	apart map[string]map[string]string // likewise: the part of each mark
	gives []string                     // likewise: all keys that the kinds give
}

type genders struct{ male, female bool }

// summary reads the kinds where they changed.
func (g *homonyms) summary() *summary {
	if g.known != nil {
		return g.known
	}
	s := &summary{votes: map[string]int{}, docs: map[string]int{}, marked: map[string]map[string]int{}, marks: map[string][]string{},
		sure: map[string]bool{}, class: map[string]string{}, forms: map[string]read{}, has: map[string]bool{}, apart: map[string]map[string]string{}}
	for k, n := range g.kinds {
		suffix, mark := k.suffix(), k.mark()
		switch {
		case suffix == ".thing":
			s.votes[suffix] += vaguely * n
		case k.Sure:
			s.votes[suffix] += surely * n
		default:
			s.votes[suffix] += likely * n
		}
		s.sure[suffix] = s.sure[suffix] || k.Sure
		s.male, s.female = s.male || k.Gender == "male", s.female || k.Gender == "female"
		s.docs[suffix] += n
		if s.marked[suffix] == nil {
			s.marked[suffix] = map[string]int{}
		}
		s.marked[suffix][mark] += n
	}
	for suffix, docs := range s.marked {
		s.marks[suffix] = slices.Sorted(maps.Keys(docs))
	}
	g.known = s
	return s
}

// read is what form returns.
type read struct {
	form
	ok bool
}

// Weights of documents in the question of what class the things of a name have.
const (
	surely  = 15
	likely  = 5
	vaguely = 2 // a class that says nothing
)

// class returns the suffix of the class that things of that kind are taken for: that of most documents of the name,
// unless its own document has reasons.
func (g *homonyms) class(k kind) string {
	own := k.suffix()
	if k.Sure || own == ".group" {
		return own
	}
	s := g.summary()
	if best, known := s.class[own]; known {
		return best
	}
	votes, best := s.votes, own
	for _, c := range schema.Classes {
		if s := c.Suffix; !c.Literal && s != ".group" && s != ".thing" && (votes[s] > votes[best] || best == ".thing" && votes[s] > 0 && votes[s] >= votes[best]) {
			best = s
		}
	}
	if best != own && own != ".thing" && votes[best] < 2*votes[own] {
		best = own
	}
	s.class[own] = best
	return best
}

// has reports whether documents speak of a thing of that name and class.
func (g *homonyms) has(suffix string) bool {
	s := g.summary()
	has, known := s.has[suffix]
	if !known {
		for k := range g.kinds {
			has = has || k.suffix() == suffix && g.class(k) == suffix
		}
		s.has[suffix] = has
	}
	return has
}

// form merges what the names of a group say as names of that class; ok is false where none is of it.
func (g *homonyms) form(suffix string) (f form, ok bool) {
	s := g.summary()
	if r, known := s.forms[suffix]; known {
		return r.form, r.ok
	}
	defer func() { s.forms[suffix] = read{f, ok} }()
	names := map[string]bool{}
	for k := range g.kinds {
		if k.suffix() == suffix {
			names[k.Name] = true
		}
	}
	sorted := make([]string, 0, len(names))
	for n := range names {
		sorted = append(sorted, n)
	}
	sort.Strings(sorted)
	for _, n := range sorted {
		if x, is := formOf(n, suffix); is && (!ok || x.fold < f.fold) {
			x.seeks = append(x.seeks, f.seeks...)
			f, ok = x, true
		} else if is {
			f.seeks = append(f.seeks, x.seeks...)
		}
	}
	return f, ok
}

// gives lists the keys that the kinds of the group give.
func (g *homonyms) gives() []string {
	s := g.summary()
	if s.gives == nil {
		s.gives = []string{}
		read := map[[2]string]bool{}
		for k := range g.kinds {
			name := [2]string{k.Name, k.suffix()}
			if !read[name] {
				read[name] = true
				f, _ := formOf(name[0], name[1])
				keys, _ := f.keys()
				s.gives = append(s.gives, keys...)
			}
		}
		slices.Sort(s.gives)
		s.gives = slices.Compact(s.gives)
	}
	return s.gives
}

func gives(f form, key string) bool {
	for _, g := range f.gives {
		if g == key {
			return true
		}
	}
	return false
}

// opposed reports whether one group is of men and the other of women.
func opposed(g, h *homonyms) bool {
	a, b := g.summary().genders, h.summary().genders
	return a != b && a.male != a.female && b.male != b.female
}

// women reports whether a group is of women.
func (g *homonyms) women() bool { return g.summary().genders == genders{female: true} }

// slips reports whether the persons of one group have their surname from a slip for that of the other: of two, the one
// that is written so in fewer documents.
func (g *homonyms) slips(h *homonyms, fold, other string) bool {
	a, b := fold[strings.LastIndexAny(fold, "-|")+1:], other[strings.LastIndexAny(other, "-|")+1:]
	if !slip(a, b) {
		return false
	}
	if strings.TrimPrefix(fold, "|") == a {
		return true // a surname alone
	}
	n, m := g.summary().docs[""], h.summary().docs[""]
	return m > n || m == n && other < fold
}
