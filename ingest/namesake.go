package ingest

import (
	"slices"
	"sort"
	"strconv"
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
		}
		if country == "" && e.Class == "Organization" {
			country = n.speaksOf()
		}
		if country == "" {
			return
		}
		t.Known, t.KnownClass, t.Namesake = core+" of "+withArticle(country), e.Class, country
		for _, full := range []string{t.Known, country + " " + core} { // "United States Senate"
			if k := n.r.known.byName[schema.Slug(full)]; k != nil && k.Class == e.Class {
				t.Known, t.SameAs = k.Name, strings.Join(k.SameAs, " ")
			}
		}
	}
}

func withArticle(country string) string {
	if strings.HasPrefix(country, "United ") || strings.Contains(country, "Republic") || slices.Contains([]string{"Netherlands", "Philippines", "Bahamas", "Maldives"}, country) {
		return "the " + country
	}
	return country
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

// person returns the fields that a person is said to work in and the nations that they are said to be of, as
// graph.Traits has them, "" where nothing is said.
func (n *namesakes) person(e text.Entity) string {
	if n.roles == nil {
		n.roles = map[[2]string]said{}
		for i := range n.r.Statements {
			st := &n.r.Statements[i]
			if st.Polarity != graph.Positive || st.Certainty != graph.Certain {
				continue
			}
			key := [2]string{st.Subject.Name, st.Subject.Class}
			s := n.roles[key]
			if life := n.lived(st); s.life == "" {
				s.life = life
			}
			if st.Kind == graph.Attribute {
				if wording, ok := strings.CutPrefix(st.Relation.Lemma, "be "); ok { // "be coach of"
					s.wordings = append(s.wordings, role{wording, st.Object.Name})
				} else if st.Relation.Lemma == "be" {
					s.wordings = append(s.wordings, role{st.Object.Text, ""})
				}
			}
			n.roles[key] = s
		}
	}
	var fields, nations []string
	said := n.roles[[2]string{e.Name, e.Class}]
	for _, s := range said.wordings {
		f, nation := n.r.known.role(s.wording)
		if nation == "" && f == "politics" && strings.HasSuffix(s.wording, " of") && !strings.Contains(s.wording, "ambassador") { // "Canada's minister"
			nation, _, _ = strings.Cut(n.r.known.regions[schema.Slug(s.of)], "/")
		}
		if f != "" {
			fields = append(fields, f)
		}
		if nation != "" {
			nations = append(nations, nation)
		}
	}
	if fields == nil && nations == nil && said.life == "" {
		return ""
	}
	sort.Strings(fields)
	sort.Strings(nations)
	mark := strings.Join(slices.Compact(fields), "+") + ";" + strings.Join(slices.Compact(nations), "+")
	if said.life != "" {
		mark += ";" + said.life
	}
	return mark
}

// role is a wording of what a person is said to be, with what of where it ends in "of".
type role struct{ wording, of string }

// said is what a document says of a person.
type said struct {
	wordings []role
	life     string // as in graph.Traits
}

// lived returns what a statement says of when its subject was born, as in graph.Traits: "Ann Reed, 82", "was born in 1943".
func (n *namesakes) lived(st *graph.Statement) string {
	if st.Relation.Lemma == "be born" && !st.Time.Start.IsZero() {
		return "b" + strconv.Itoa(st.Time.Start.Year())
	}
	if st.Relation.Lemma != "be" || st.Tense != graph.Present {
		return ""
	}
	digits, rest, _ := strings.Cut(strings.ReplaceAll(st.Object.Text, "-", " "), " ")
	age, err := strconv.Atoi(digits)
	if err != nil || age < 10 || age > 110 || rest != "" && !strings.HasPrefix(rest, "year") {
		return ""
	}
	if n.r.Doc.Date.IsZero() {
		return "a" + digits
	}
	return "b" + strconv.Itoa(n.r.Doc.Date.Year()-age)
}

// role reads "Iraqi defence minister": the field "politics" and the nation "Iraq".
func (g *Gazetteer) role(wording string) (field, nation string) {
	words := strings.Fields(wording)
	for i, w := range words {
		low := strings.ToLower(strings.Trim(w, ","))
		if i > 0 && roleEnds[low] {
			break
		}
		if capital(w) {
			if c := g.peoples[low]; c != "" {
				nation = c
			} else if i+1 < len(words) && g.peoples[low+"-"+strings.ToLower(words[i+1])] != "" {
				nation = g.peoples[low+"-"+strings.ToLower(words[i+1])]
			}
		}
		if f := fieldOf[low]; f != "" {
			field = f
		} else if i+1 == len(words) || roleEnds[strings.ToLower(words[i+1])] { // "actors' agent", "senator's wife"
			field = ""
		}
		if strings.HasSuffix(w, ",") {
			break
		}
	}
	return field, nation
}

var roleEnds = wordSet("of for in at from with who that and to on by under")

// fieldOf has the field of work that a role's head belongs to. Roles that several fields have ("president", "director",
// "captain", "chief") are left out.
var fieldOf = fields(`
politics: senator congressman congresswoman governor minister lawmaker legislator mayor councillor councilman councilwoman mp mep deputy chancellor
politics: premier politician democrat republican diplomat ambassador envoy parliamentarian statesman king queen prince princess monarch
politics: alderman alderwoman chancellor treasurer whip assemblyman assemblywoman councilor sultan emir sheikh emperor empress duke
arts: actor actress singer painter sculptor novelist poet writer author playwright pianist violinist cellist guitarist drummer conductor composer
arts: filmmaker musician rapper comedian dancer choreographer artist photographer screenwriter designer architect soprano tenor illustrator cartoonist
arts: organist trumpeter flautist saxophonist potter weaver model bassist vocalist songwriter ballerina magician harpist percussionist dj
arts: librettist lyricist dramatist essayist humorist animator violist oboist clarinettist baritone mezzo entertainer impressionist choirmaster
sport: striker midfielder defender goalkeeper footballer quarterback pitcher swimmer skater skier sprinter runner cyclist boxer golfer wrestler
sport: jockey gymnast coach batsman bowler cricketer winger athlete rower racer climber champion referee player weightlifter fencer archer diver
sport: mountaineer snowboarder surfer marathoner medallist medalist hurdler jumper forward fullback linebacker shortstop outfielder catcher
sport: wicketkeeper judoka kickboxer speedskater defenseman defenceman halfback cornerback playmaker olympian
science: scientist physicist chemist biologist astronomer mathematician geologist botanist zoologist archaeologist anthropologist
science: researcher physician surgeon paediatrician pediatrician cardiologist epidemiologist virologist geneticist psychologist psychiatrist
science: astronaut cosmonaut meteorologist oceanographer neurologist linguist engineer astrophysicist biochemist ecologist paleontologist
science: palaeontologist climatologist seismologist immunologist oncologist gynaecologist gynecologist obstetrician anaesthetist radiologist
science: pathologist entomologist ornithologist volcanologist philologist statistician primatologist microbiologist pharmacologist
economics: economist
learning: historian sociologist philosopher theologian criminologist demographer
business: banker businessman businesswoman entrepreneur financier industrialist trader broker investor ceo shipowner tycoon billionaire
law: judge lawyer attorney prosecutor solicitor barrister magistrate
religion: bishop archbishop priest pastor imam rabbi cardinal monk nun ayatollah vicar pope
war: soldier sergeant corporal lieutenant colonel admiral brigadier
police: detective constable inspector policeman policewoman
press: journalist reporter columnist blogger broadcaster presenter newsreader newscaster anchorman anchorwoman commentator
crime: smuggler burglar thief murderer killer robber gangster fraudster kidnapper hacker
trade: farmer teacher carpenter driver nurse plumber electrician baker fisherman miner butcher cook chef librarian waiter waitress beekeeper
trade: shopkeeper mechanic tailor firefighter paramedic pilot dentist pharmacist gardener student pensioner cleaner hairdresser shepherd
`)

func fields(s string) map[string]string {
	m := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(s), "\n") {
		field, words, _ := strings.Cut(line, ":")
		for _, w := range strings.Fields(words) {
			m[w] = field
		}
	}
	return m
}

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// national reads the name of an organization that each country has one of: "Kenyan Ministry of Health" is the "Ministry
// of Health", of Kenya. country is "" where the name does not say it, core where it is no such name.
func (g *Gazetteer) national(name string) (core, country string) {
	words := strings.Fields(name)
	if n := len(words); n > 1 && strings.EqualFold(words[0], "the") {
		words = words[1:]
	}
	for k := min(3, len(words)-1); k > 0 && country == ""; k-- {
		head := strings.Join(words[:k], " ")
		if !capital(head) {
			continue
		}
		plain := strings.TrimSuffix(strings.TrimSuffix(head, "'s"), "’s")
		if c := g.peoples[schema.Slug(head)]; c != "" {
			country, words = c, words[k:]
		} else if c := g.regions[schema.Slug(plain)]; c != "" && !strings.Contains(c, "/") {
			country, words = c, words[k:]
		}
	}
	for k := 1; k < len(words)-1 && country == ""; k++ { // "Supreme Court of the United States"
		if words[k] != "of" {
			continue
		}
		tail := strings.TrimPrefix(strings.Join(words[k+1:], " "), "the ")
		if c := g.regions[schema.Slug(tail)]; c != "" && !strings.Contains(c, "/") {
			country, words = c, words[:k]
		}
	}
	head := false
	if country != "" && societies[strings.ToLower(words[len(words)-1])] {
		return "", "" // "American Medical Association" says all
	}
	for i, w := range words {
		low := strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(w), "'s"), "’s")
		switch {
		case institutions[low]:
			head = true
		case i == 0 && (low == "st" || low == "st." || low == "saint") || i == 1 && strings.HasPrefix(words[0], "S") && strings.HasSuffix(words[i], "s"): // "St. Mary's Hospital"
		case !matters[strings.Trim(low, "'’,")]:
			return "", ""
		case i+1 == len(words) && (low == "of" || low == "and" || low == "the"):
			return "", ""
		}
	}
	if !head || len(words) == 1 && !alone[strings.ToLower(words[0])] {
		return "", ""
	}
	return strings.Join(words, " "), country
}

// institutions are heads of names that each country may have one of, matters the other words of such names, alone
// those that are such a name by themselves, societies those that do not share a name.
var (
	institutions = wordSet(`ministry department office agency bureau commission committee council court parliament senate congress
		assembly house cabinet government army navy force forces police guard bank treasury party union institute authority board
		association federation service chamber registry academy museum library gallery theatre theater opera ballet orchestra university
		hospital college school church cathedral`)
	matters = wordSet(`of and for the on national federal central supreme high constitutional appeal appeals general state royal public
		representatives commons lords air armed military coast security intelligence secret reserve democratic republican liberal
		conservative labour labor socialist communist green social christian people peoples health education defence defense foreign
		affairs interior justice finance agriculture environment energy transport transportation trade industry culture sports sport
		economy tourism information planning development works water fisheries revenue customs immigration statistics elections election
		electoral human rights anti-corruption civil aviation football olympic medical farmers teachers nurses miners commerce stock
		exchange weather meteorological geological survey space science sciences research prosecutor prosecutors auditor upper lower
		home city county municipal regional district memorial trinity history art arts modern technical medicine employment communications housing mines natural resources emergency situations disaster management food drug
		king queen`)
	alone     = wordSet("parliament senate congress")
	societies = wordSet("union association federation board institute academy chamber")
)

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
