package graph

import (
	"sort"

	"kg/schema"
)

// homonyms holds the kinds whose names have one slug, with the number of documents of each.
type homonyms struct {
	kinds map[kind]int
	forms map[string]read              // by suffix, as far as asked for since kinds changed
	apart map[string]map[string]string // by suffix: the part of each mark, likewise
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
	votes := map[string]int{}
	for o, n := range g.kinds {
		switch s := o.suffix(); {
		case s == ".thing":
			votes[s] += vaguely * n
		case o.Sure:
			votes[s] += surely * n
		default:
			votes[s] += likely * n
		}
	}
	best := own
	for _, c := range schema.Classes {
		if s := c.Suffix; !c.Literal && s != ".group" && s != ".thing" && (votes[s] > votes[best] || best == ".thing" && votes[s] > 0 && votes[s] >= votes[best]) {
			best = s
		}
	}
	if best != own && own != ".thing" && votes[best] < 2*votes[own] {
		return own
	}
	return best
}

// has reports whether documents speak of a thing of that name and class.
func (g *homonyms) has(suffix string) bool {
	for k := range g.kinds {
		if k.suffix() == suffix && g.class(k) == suffix {
			return true
		}
	}
	return false
}

// form merges what the names of a group say as names of that class; ok is false where none is of it.
func (g *homonyms) form(suffix string) (f form, ok bool) {
	if r, known := g.forms[suffix]; known {
		return r.form, r.ok
	}
	defer func() {
		if g.forms == nil {
			g.forms = map[string]read{}
		}
		g.forms[suffix] = read{f, ok}
	}()
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

// sure reports whether documents have reasons for the class of the things of a group.
func (g *homonyms) sure(suffix string) bool {
	for k := range g.kinds {
		if k.Sure && k.suffix() == suffix {
			return true
		}
	}
	return false
}

// genders of the persons of a group.
func (g *homonyms) genders() (male, female bool) {
	for k := range g.kinds {
		male, female = male || k.Gender == "male", female || k.Gender == "female"
	}
	return male, female
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
	m, f := g.genders()
	m2, f2 := h.genders()
	return m && !f && f2 && !m2 || f && !m && m2 && !f2
}
