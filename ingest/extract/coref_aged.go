package extract

import (
	"slices"
	"strings"
)

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

// calledByNation reports whether a mention is "the" and one person's nationality: "the Dane".
func (m *ref) calledByNation() bool {
	k := &m.tree.tok[m.Head]
	return (m.Form == "name" || m.Form == "noun") && (m.Class == "Group" || demonyms[k.Text]) && m.det == "def" && m.first == m.Head-1 && !m.goesOn() &&
		k.Kind == "person" && (strings.HasSuffix(k.Name, "-Norp") || demonyms[k.Text]) && (m.tree.feat(m.Head, "Number") == "Sing" || k.XTag == "JJ" && !ofMany(k.Text))
}

// demonyms are nouns for one who is from somewhere that no adjective is like, and so are seldom taken for what they are.
var demonyms = set("Swede Dane Finn Pole Turk Scot Briton Spaniard Frenchman Frenchwoman Englishman Englishwoman Irishman Irishwoman Welshman Welshwoman Dutchman Dutchwoman Icelander Kiwi Filipino Filipina Croat Serb Czech Slovak Slovene Uzbek Kazakh Kyrgyz Turkmen Tajik Afghan Arab Kurd Greek Cypriot Basque Catalan Fleming Walloon Breton Scotsman Scotswoman Ulsterman Argentine Uruguayan Azeri Latvian Lithuanian Luxembourger Liechtensteiner Lao Burmese Malay Singaporean Hongkonger Taiwanese Londoner Parisian Berliner Muscovite Texan Californian")

// ofMany reports whether an adjective of nationality with "the" calls a people: "the Dutch", "the Japanese".
func ofMany(word string) bool {
	return strings.HasSuffix(word, "s") || slices.ContainsFunc([]string{"ese", "ish", "sh", "tch", "nch", "ss"}, func(end string) bool { return strings.HasSuffix(word, end) })
}

// byNation gives "the Dane" the one person whom the last sentence that named any named, possessives and pronouns apart.
func (r *resolver) byNation(i int) bool {
	m := r.refs[i]
	if k := m.tree.tok[m.Head]; m.Form != "noun" || m.Class != "Person" || !strings.HasSuffix(k.Name, "-Norp") && !demonyms[k.Text] || m.first != m.Head-1 || m.goesOn() {
		return false
	}
	best := -1
	for c := i - 1; c >= 0 && m.Sentence-r.refs[c].Sentence <= 2; c-- {
		if best >= 0 && r.refs[c].Sentence != r.refs[best].Sentence {
			break
		}
		if r.of[c] < 0 || r.refs[c].Sentence == m.Sentence || r.refs[c].role == "poss" || r.refs[c].Form == "pronoun" || r.clusters[r.of[c]].class != "Person" || len(r.clusters[r.of[c]].names) == 0 {
			continue
		}
		if best >= 0 && r.of[c] != r.of[best] {
			return false
		}
		best = c
	}
	if best < 0 {
		return false
	}
	r.join(i, best)
	return true
}
