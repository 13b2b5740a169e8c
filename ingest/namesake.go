package ingest

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/graph"
	"kg/ingest/extract"
	"kg/ingest/text"
	"kg/schema"
)

// namesakes finds what tells the things of a document from others of their names: a person's field of work and
// nationality, what a place lies in, the country of an organization of a kind that each country has, the day and place of
// an event.
type namesakes struct {
	r        Result
	roles    map[[2]string]said         // of persons, by name and class
	mentions map[int][]text.Mention     // of names, by entity
	country  *string                    // that the document speaks of
	times    map[int][]extract.TimeExpr // by sentence
	index    *extract.Index
}

// tell sets t.Namesake, and t.Known of an organization, of the entity at i.
func (n *namesakes) tell(i int, t *graph.Traits) {
	e := n.r.Doc.Entities[i]
	core, country := "", ""
	if e.Class == "Organization" || e.Class == "Place" {
		core, country = n.r.known.national(e.Name)
	}
	switch {
	case e.Class == "Person":
		t.Namesake = n.person(e)
	case e.Class == "Event":
		t.Namesake = n.event(i, e)
	case e.Class == "Place" && core == "":
		for _, m := range n.of(i) {
			if in := n.around(m, e.Name, e.Class); in != "" {
				t.Namesake = in
				return
			}
		}
	case core != "":
		for _, m := range n.of(i) {
			if country != "" {
				break
			}
			country, _, _ = strings.Cut(n.around(m, e.Name, "Organization"), "/")
			if c := n.r.known.seats[schema.Slug(country)]; c != "" && ofState(core) { // "the Ministry of Finance in Athens"
				country = c
			}
		}
		if country == "" && e.Class == "Organization" {
			country = n.speaksOf()
		}
		if country == "" {
			return
		}
		plain := plainMinistry(core)
		t.Known, t.KnownClass, t.Namesake = plain+" of "+withArticle(country), e.Class, country
		for _, full := range []string{t.Known, core + " of " + withArticle(country), country + " " + core} { // "United States Senate"
			if k := n.r.known.byName[schema.Slug(full)]; k != nil && k.Class == e.Class {
				t.Known, t.SameAs = k.Name, strings.Join(k.SameAs, " ")
			}
		}
	}
}

func (n *namesakes) of(i int) []text.Mention {
	if n.mentions == nil {
		n.mentions = map[int][]text.Mention{}
		for _, m := range n.r.Doc.Mentions {
			if m.Form == "name" {
				n.mentions[m.Entity] = append(n.mentions[m.Entity], m)
			}
		}
	}
	return n.mentions[i]
}

// around returns the region that stands beside a name: "Perth, Scotland", "Perth in Scotland", "the Scottish town of
// Perth", "Scotland's Perth".
func (n *namesakes) around(m text.Mention, name, class string) string {
	all := n.r.Doc.Text
	at := strings.Index(all[m.Start:min(len(all), m.End+len(name))], name)
	if at < 0 {
		return ""
	}
	from, to := m.Start+at, m.Start+at+len(name)
	after := all[to:min(len(all), to+60)]
	if rest, ok := strings.CutPrefix(after, "'s"); ok && strings.HasPrefix(rest, ", ") { // "St. John's, Newfoundland"
		after = rest
	}
	for _, link := range []string{", ", " in the ", " in ", " of the ", " of ", " (", ", in "} {
		if rest, ok := strings.CutPrefix(after, link); ok {
			if in := n.region(rest); in != "" {
				return in
			}
			if in := n.place(rest); in != "" && class == "Organization" && (link != ", " || strings.HasPrefix(rest[len(in):], ",")) { // "Trinity College, Dublin,"
				return in
			}
		}
	}
	if rest, ok := strings.CutPrefix(after, ", "); ok && class == "Place" { // "Salem, a port in northern Oregon"
		for words := strings.Fields(rest); len(words) > 2 && !strings.ContainsAny(words[0], ".,;:"); words = words[1:] {
			if settlements[words[0]] && (words[1] == "in" || words[1] == "of") {
				tail := words[2:]
				for len(tail) > 0 && !capital(tail[0]) {
					tail = tail[1:]
				}
				return n.region(strings.Join(tail, " "))
			}
		}
	}
	words := strings.Fields(all[max(0, from-60):from])
	k := len(words)
	if k > 0 && words[k-1] == "of" && class == "Place" {
		k--
	}
	for k > 0 && settlements[words[k-1]] {
		k--
	}
	if k < len(words) && !settlements[words[k]] || k == 0 {
		return ""
	}
	last := strings.TrimSuffix(strings.TrimSuffix(words[k-1], "'s"), "’s")
	for two := min(2, k); two > 0; two-- {
		name := strings.Join(append(slices.Clone(words[k-two:k-1]), last), " ")
		slug := schema.Slug(name)
		if c := n.r.known.peoples[slug]; c != "" && capital(name) {
			return c
		}
		if in := n.r.known.regions[slug]; in != "" && capital(name) && (last != words[k-1] || k < len(words)) {
			return in
		}
		if last != words[k-1] && class == "Organization" && slices.ContainsFunc(n.r.Doc.Entities, func(e text.Entity) bool { return e.Class == "Place" && e.Name == name }) {
			return name
		}
	}
	return ""
}

// place reads the name of a place of the document at the beginning of a text.
func (n *namesakes) place(s string) string {
	best := ""
	for _, e := range n.r.Doc.Entities {
		if rest, ok := strings.CutPrefix(s, e.Name); ok && e.Class == "Place" && capital(e.Name) && len(e.Name) > len(best) && (rest == "" || strings.IndexByte(" .,;:)'", rest[0]) >= 0) {
			best = e.Name
		}
	}
	return best
}

// settlements are nouns between a region and the name of a place in it: "the Alabama city of Birmingham".
var settlements = wordSet("city town village port capital suburb municipality district county island resort hamlet")

// region reads the name of a region at the beginning of a text, the longest.
func (n *namesakes) region(s string) string {
	best, end := "", 0
	for words := 0; words < 5 && end < len(s); words++ {
		for end < len(s) && (s[end] == ' ' || words > 0 && s[end] == '.') {
			end++
		}
		start := end
		for end < len(s) && s[end] != ' ' && !strings.ContainsRune(",;:()\n\"", rune(s[end])) && !(s[end] == '.' && (end+1 == len(s) || s[end+1] == ' ' || s[end+1] == '\n')) {
			end++
		}
		if end == start || s[start] == '\n' {
			break
		}
		name := strings.TrimSuffix(strings.TrimSuffix(s[:end], "'s"), "’s")
		if !capital(name) {
			break
		}
		if in := n.r.known.regions[schema.Slug(name)]; in != "" {
			best = in
			if schema.Slug(name) == "georgia" && american(n.r.Doc) {
				best = "United States/Georgia"
			}
		}
		if end < len(s) && s[end] != ' ' && s[end] != '.' {
			break
		}
	}
	return best
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// speaksOf returns the country that the document names much more often than any other, "" for none.
func (n *namesakes) speaksOf() string {
	if n.country != nil {
		return *n.country
	}
	counts := map[string]int{}
	for si := range n.r.Doc.Sentences {
		toks := n.r.Doc.Sentences[si].Tokens
		for i := 0; i < len(toks); i++ {
			if !capital(toks[i].Text) {
				continue
			}
			for k := min(3, len(toks)-i); k > 0; k-- {
				slug := schema.Slug(n.r.Doc.Text[toks[i].Start:toks[i+k-1].End])
				in := n.r.known.regions[slug]
				if in == "" {
					in = n.r.known.peoples[slug]
				}
				if in != "" {
					in, _, _ = strings.Cut(in, "/")
					counts[in]++
					i += k - 1
					break
				}
			}
		}
	}
	best, second := "", 0
	for c, k := range counts {
		if k > counts[best] || k == counts[best] && c < best {
			best = c
		}
	}
	for c, k := range counts {
		if c != best {
			second = max(second, k)
		}
	}
	if counts[best] < 2 || counts[best] <= 2*second {
		best = ""
	}
	n.country = &best
	return best
}
