package ingest

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"kg/graph"
	"kg/ingest/text"
	"kg/schema"
)

// person returns the fields that a person is said to work in and the nations that they are said to be of, as
// graph.Traits has them, "" where nothing is said.
func (n *namesakes) person(e text.Entity) string {
	var fields, nations []string
	said := n.saidOf(e)
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

// saidOf returns what the document says of an entity.
func (n *namesakes) saidOf(e text.Entity) said {
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
	return n.roles[[2]string{e.Name, e.Class}]
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
