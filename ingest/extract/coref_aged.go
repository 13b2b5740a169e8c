package extract

import "strings"

// byAge gives a definite noun for somebody with an age ("the 58-year-old", "the 58-year-old Dutchman") the one person whose name has
// had that age behind it or, where no age is known, the one whom the last sentence named as its subject or speaker.
func (r *resolver) byAge(i int) bool {
	m := r.refs[i]
	if m.Form != "noun" || m.det != "def" || m.plural > 0 || m.owner >= 0 || m.named >= 0 || m.appos >= 0 || m.sex&person == 0 {
		return false
	}
	age := m.age()
	if age == "" {
		return false
	}
	last, lone := -1, true
	for c := i - 1; c >= 0; c-- {
		o := r.refs[c]
		if o.Form == "noun" && o.age() == age {
			return false // "a 52-year-old shepherd"
		}
		if o.Form != "name" || o.Class != "Person" || r.of[c] < 0 || r.clusters[r.of[c]].sex&m.sex == 0 {
			continue
		}
		if n := o.yearsBehind(); n != "" {
			if n == age {
				r.join(i, c)
				return true
			}
			lone = lone && (last < 0 || r.of[c] != r.of[last])
			continue
		}
		if o.Sentence == m.Sentence-1 && o.quote < 0 && (o.role == "subj" || o.role == "subjpass") {
			lone = lone && (last < 0 || r.of[c] == r.of[last])
			last = c
		}
	}
	if last < 0 || !lone {
		return false
	}
	r.join(i, last)
	return true
}

// age is the number of years that a noun phrase has for its head or beside it: 58 of "the 58-year-old Dutchman"; "" for none.
func (m *ref) age() string {
	for k := m.first; k <= m.last; k++ {
		if n, ok := strings.CutSuffix(m.tree.lower(k), "-year-old"); ok {
			return n
		}
		if k+4 <= m.last && m.tree.lower(k+2) == "year" && m.tree.lower(k+4) == "old" {
			return m.tree.lower(k)
		}
	}
	return ""
}

// yearsBehind is the age behind a name, "Holm, 58"; "" for none.
func (m *ref) yearsBehind() string {
	t, k := m.tree, m.Head+1
	for k < len(t.tok) && strings.HasPrefix(t.tok[k].Name, "I-") {
		k++
	}
	if k+2 < len(t.tok) && t.tok[k].Text == "," && t.tok[k+1].Tag == "NUM" && len(t.tok[k+1].Text) < 3 && t.tok[k+2].Tag == "PUNCT" {
		return t.tok[k+1].Text
	}
	return ""
}
