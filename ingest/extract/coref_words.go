package extract

import (
	"strings"
	"sync"

	"kg/data"
)

// sex is a set of what a pronoun for the thing may be: he, she, it.
type sex uint8

const (
	male   sex = 1 << iota // he
	female                 // she
	neuter                 // it
	person = male | female
	anySex = male | female | neuter
)

// wordLists are the lists of data in the form that lookups need.
type wordLists struct {
	given map[string]sex      // first names
	noun  map[string]sex      // gender of person nouns
	class map[string]string   // class of common nouns, the first that lists them
	same  map[string][]string // nouns that may stand for each other, by lemma
}

var words = sync.OnceValue(func() *wordLists {
	w := &wordLists{given: map[string]sex{}, noun: map[string]sex{}, class: map[string]string{}, same: map[string][]string{}}
	labelled(data.FirstNames, func(label, word string) {
		if label == "male" {
			w.given[word] |= male
		} else {
			w.given[word] |= female
		}
	})
	labelled(data.Nouns, func(label, word string) {
		switch label {
		case "male":
			w.noun[word] |= male
		case "female":
			w.noun[word] |= female
		default:
			if w.class[word] == "" {
				w.class[word] = label
			}
		}
	})
	for _, set := range interchangeable {
		all := strings.Fields(set)
		for _, a := range all {
			for _, b := range all {
				if a != b {
					w.same[a] = append(w.same[a], b)
				}
			}
		}
	}
	return w
})

// labelled calls f for every word of a list with lines "label: word word".
func labelled(list string, f func(label, word string)) {
	for line := range strings.Lines(list) {
		label, rest, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, word := range strings.Fields(rest) {
			f(label, word)
		}
	}
}

// interchangeable lists nouns by which a text speaks of one thing.
var interchangeable = []string{
	"agreement deal pact accord treaty contract",
	"company firm business corporation enterprise giant maker manufacturer group",
	"country nation state",
	"accident crash collision incident collapse disaster tragedy",
	"attack bombing explosion blast strike assault shooting raid",
	"war conflict invasion fighting hostility",
	"organization organisation group body agency association",
	"law bill legislation act measure",
	"document paper report form questionnaire text",
	"city town capital",
	"summit meeting conference talk",
	"storm hurricane cyclone typhoon",
	"election vote poll ballot",
	"film movie picture",
	"book novel",
	"plan scheme proposal programme program project initiative",
	"idea plan proposal",
	"child kid boy girl baby",
	"man gentleman guy",
	"police officer authority",
	"government administration cabinet",
	"vessel ship boat ferry tanker",
	"plane aircraft jet airliner",
	"car vehicle automobile",
	"statement remark comment announcement",
	"ruling verdict judgment decision",
	"economy market",
	"illness disease virus outbreak",
	"team club side squad",
	"song track single album",
	"software browser program application",
	"job post position role",
	"website site page",
	"home house residence",
	"murder killing death",
}

// honorifics stand before a person's name and are no part of it; the value is the gender they tell.
var honorifics = map[string]sex{
	"mr": male, "mister": male, "sir": male, "lord": male, "king": male, "prince": male, "duke": male, "baron": male,
	"mrs": female, "ms": female, "miss": female, "lady": female, "dame": female, "queen": female, "princess": female,
	"duchess": female, "baroness": female, "madam": female, "madame": female, "count": male, "countess": female,
	"emperor": male, "empress": female, "pope": male, "rabbi": male, "imam": male, "sheikh": male, "father": male,
	"sister": female, "brother": male, "sultan": male, "tsar": male, "czar": male,
	"dr": person, "prof": person, "professor": person, "president": person, "vice": person, "prime": person,
	"minister": person, "premier": person, "chancellor": person, "secretary": person, "senator": person, "sen": person,
	"sens": person, "rep": person, "reps": person, "representative": person, "congressman": male,
	"congresswoman": female, "governor": person, "gov": person, "mayor": person, "judge": person, "justice": person,
	"general": person, "gen": person, "colonel": person, "col": person, "captain": person, "capt": person, "major": person,
	"maj": person, "lieutenant": person, "lt": person, "sergeant": person, "sgt": person, "admiral": person, "adm": person,
	"commander": person, "cmdr": person, "officer": person, "detective": person, "inspector": person, "ambassador": person,
	"chairman": male, "chairwoman": female, "chief": person, "director": person, "coach": person, "saint": person, "st": person,
	"rev": person, "reverend": person, "bishop": person, "archbishop": person, "cardinal": person, "hon": person,
	"speaker": person, "spokesman": male, "spokeswoman": female, "attorney": person, "former": person, "ex-president": person,
	"shadow": person, "deputy": person, "acting": person, "co-founder": person, "founder": person, "ceo": person,
	"interviewee": person, "actor": male, "actress": female, "author": person, "singer": person, "commissioner": person,
	"congressmen": person, "dean": person, "doctor": person, "editor": person, "engineer": person, "foreign": person, "home": person,
	"leader": person, "manager": person, "private": person, "superintendent": person, "supreme": person, "writer": person, "first": person,
	"second": person, "state": person, "under": person, "assistant": person, "national": person, "security": person, "advisor": person, "adviser": person,
}

// countries gives the short and long names that differ by more than a dropped word; each line is one country or body.
var sameNames = func() map[string]string {
	m := map[string]string{}
	for _, line := range []string{
		"united states|u.s.|us|u.s|usa|u.s.a.|united states of america|america|the states",
		"united kingdom|u.k.|uk|u.k|britain|great britain",
		"european union|eu|e.u.",
		"united nations|un|u.n.|u.n",
		"soviet union|ussr|u.s.s.r.",
		"united arab emirates|uae|u.a.e.",
		"new york city|nyc|new york",
		"russia|russian federation",
		"south korea|republic of korea",
		"north korea|dprk|democratic people's republic of korea",
		"china|people's republic of china|prc",
		"washington, d.c.|washington d.c.|washington dc|washington",
		"myanmar|burma",
		"czech republic|czechia",
		"nato|north atlantic treaty organization",
		"ivory coast|cote d'ivoire|côte d'ivoire",
		"kyiv|kiev",
		"federal bureau of investigation|fbi",
		"central intelligence agency|cia",
		"democratic republic of the congo|democratic republic of congo|drc|congo",
	} {
		all := strings.Split(line, "|")
		for _, a := range all {
			m[a] = all[0]
		}
	}
	return m
}()

// trades are words in a company's name that say what it deals in.
var trades = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`shipping power energy bank steel oil gas foods pharmaceuticals pharma airways lines line cargo
chemicals electronics systems technologies technology media entertainment studios capital partners ventures industries insurance
logistics rail mining minerals resources software labs laboratories aerospace aviation telecom networks trucks construction
properties hotels stores brands shipyard foundry timber paper textiles robotics biotech aircraft automotive petroleum`) {
		m[w] = true
	}
	return m
}()

// corporate words end a company's name and are left out in short.
var corporate = map[string]bool{
	"inc": true, "inc.": true, "corp": true, "corp.": true, "corporation": true, "co": true, "co.": true, "company": true,
	"ltd": true, "ltd.": true, "limited": true, "llc": true, "plc": true, "ag": true, "sa": true, "gmbh": true, "nv": true,
	"group": true, "holdings": true, "organization": true, "organisation": true, "motors": true, "motor": true, "airlines": true,
	"incorporated": true, "s.a.": true, "se": true, "foundation": true,
}

// oneOrMore are nouns of one form for one thing and for several.
var oneOrMore = set("works steelworks gasworks waterworks ironworks brickworks glassworks headquarters barracks crossroads series species means gallows shambles spacecraft aircraft")

// numberOfVerb is the number that the verb of subject h shows: 1 for several, -1 for one, 0 where it shows none.
func (t *tree) numberOfVerb(h int) int {
	if t.rel(h) != "nsubj" || t.tok[h].Head < 0 {
		return 0
	}
	v := t.tok[h].Head
	if k := t.child(v, "aux", "aux:pass", "cop"); k >= 0 {
		v = k
	}
	switch t.lower(v) {
	case "were", "are", "have", "do":
		return 1
	case "was", "is", "has", "does":
		return -1
	}
	if t.tok[v].XTag == "VBZ" {
		return -1
	}
	return 0
}
