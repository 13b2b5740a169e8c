package graph

import (
	"maps"
	"sort"
	"strconv"
	"strings"

	"kg/schema"
)

// mark is what a kind says to tell its thing from its namesakes: Traits.Namesake, of a person with one name alone the
// gender too, as a fourth part.
func (k kind) mark() string {
	if k.suffix() != "" || k.Class != "Person" || k.Gender == "" || strings.Contains(schema.Slug(k.Name), "-") {
		return k.Namesake
	}
	return k.Namesake + strings.Repeat(";", 3-strings.Count(k.Namesake, ";")) + k.Gender
}

// marks lists the marks of a group's things of a class, sorted, "" among them where some say nothing.
func (g *homonyms) marks(suffix string) []string {
	if marks := g.summary().marks[suffix]; marks != nil {
		return marks
	}
	return []string{""}
}

// part returns what follows the id of the things of that class that have a mark: "" where all may be one, or for those
// that most documents mean.
func (g *homonyms) part(suffix, mark string) string {
	switch {
	case mark == "" || suffix != "" && suffix != ".place" && suffix != ".event":
		return ""
	case suffix == ".event":
		return g.eventPart(mark)
	}
	parts := g.parts(suffix)
	if p, ok := parts[mark]; ok {
		return p
	}
	others := false
	for m := range parts {
		if m == "" || !far(suffix, mark, m) {
			return ""
		}
		others = true
	}
	if others { // as spelled otherwise
		return partOf(suffix, mark)
	}
	return ""
}

func (g *homonyms) parts(suffix string) map[string]string {
	s := g.summary()
	if p, ok := s.apart[suffix]; ok {
		return p
	}
	docs := maps.Clone(s.marked[suffix])
	delete(docs, "")
	if suffix == ".event" {
		s.apart[suffix] = eventParts(docs)
	} else {
		s.apart[suffix] = partition(suffix, docs)
	}
	return s.apart[suffix]
}

// partition divides marks, with the number of documents of each, among things: marks that bear on one another are of one
// thing. Where marks exclude one another, each thing has a part of its own but for one that has more than twice the
// documents of all that it excludes.
func partition(suffix string, docs map[string]int) map[string]string {
	marks := make([]string, 0, len(docs))
	for m := range docs {
		marks = append(marks, m)
	}
	sort.Strings(marks)
	of := make([]int, len(marks))
	for i := range of {
		of[i] = i
	}
	excluding := false
	for i, a := range marks {
		for j, b := range marks[:i] {
			excluding = excluding || far(suffix, a, b)
			if near(suffix, a, b, marks) && of[i] != of[j] {
				was, is := max(of[i], of[j]), min(of[i], of[j])
				for k := range of {
					if of[k] == was {
						of[k] = is
					}
				}
			}
		}
	}
	parts := map[string]string{}
	for i, a := range marks {
		if parts[a] = ""; !excluding {
			continue
		}
		own, against, label := 0, 0, i
		excluded := map[int]bool{}
		for j, b := range marks {
			if of[j] != of[i] {
				continue
			}
			own += docs[b]
			if docs[b] > docs[marks[label]] || docs[b] == docs[marks[label]] && b < marks[label] {
				label = j
			}
			for k, c := range marks {
				if of[k] != of[i] && far(suffix, b, c) {
					excluded[of[k]] = true
				}
			}
		}
		for k, c := range marks {
			if excluded[of[k]] {
				against += docs[c]
			}
		}
		if against > 0 && own <= 2*against {
			parts[a] = partOf(suffix, marks[label])
		}
	}
	return parts
}

func partOf(suffix, mark string) string {
	if suffix == ".event" {
		return "~" + eventSlug(mark)
	}
	if suffix == ".place" {
		mark = mark[strings.LastIndexByte(mark, '/')+1:]
	}
	return "~" + schema.Slug(strings.Trim(strings.ReplaceAll(mark, ";", " "), " "))
}

// far reports whether marks are of two things.
func far(suffix, a, b string) bool {
	switch {
	case a == "" || b == "":
		return false
	case suffix == ".place":
		return a != b && !liesIn(a, b) && !liesIn(b, a)
	case suffix == "":
		x, y := personMark(a), personMark(b)
		return excludes(x[0], y[0], akin) || excludes(x[1], y[1], nil) || lives(x[2], y[2]) < 0 || excludes(x[3], y[3], nil)
	}
	return false
}

// near reports whether marks that are of one group speak for one thing.
func near(suffix, a, b string, marks []string) bool {
	if far(suffix, a, b) {
		return false
	}
	if suffix == ".place" { // what lies in the U.S. lies in the one state that is named, not in either of two
		wide, narrow := a, b
		if liesIn(a, b) {
			wide, narrow = b, a
		}
		for _, m := range marks {
			if liesIn(m, wide) && far(suffix, m, narrow) {
				return false
			}
		}
		return true
	}
	x, y := personMark(a), personMark(b)
	bare := x[0]+x[1] == "" || y[0]+y[1] == ""
	return x[0] != "" && y[0] != "" || x[1] != "" && x[1] == y[1] || lives(x[2], y[2]) > 0 || bare && x[3] != "" && x[3] == y[3]
}

// liesIn reports whether a is a part of b: "United States/Alabama" of "United States".
func liesIn(a, b string) bool { return strings.HasPrefix(a, b+"/") }

// personMark divides the mark of a person: fields, nations, life, gender.
func personMark(mark string) (out [4]string) {
	copy(out[:], strings.SplitN(mark, ";", 4))
	return out
}

// lives compares years of birth ("b1943") or ages ("a82"): -1 where they are of two persons, 1 where they speak for one. Ages
// are of documents without a date, so that years may lie between them.
func lives(a, b string) int {
	if a == "" || b == "" || a[0] != b[0] {
		return 0
	}
	apart := 3
	if a[0] == 'a' {
		apart = 20
	}
	m, err := strconv.Atoi(a[1:])
	n, err2 := strconv.Atoi(b[1:])
	switch {
	case err != nil || err2 != nil:
		return 0
	case m-n > apart || n-m > apart:
		return -1
	}
	return 1
}

// excludes reports whether two lists, both given, have nothing in common and nothing akin.
func excludes(a, b string, akin map[string]bool) bool {
	if a == "" || b == "" {
		return false
	}
	for _, x := range strings.Split(a, "+") {
		for _, y := range strings.Split(b, "+") {
			if x == y || akin[x+"-"+y] || akin[y+"-"+x] {
				return false
			}
		}
	}
	return true
}

// akin are fields that people often change between, or work in both of.
var akin = set(`business-politics law-politics politics-war business-science business-law police-war politics-press arts-press
economics-politics business-economics economics-science economics-learning economics-press
learning-politics learning-science learning-press arts-learning law-learning learning-religion`)
