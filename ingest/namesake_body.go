package ingest

import (
	"slices"
	"strings"

	"kg/schema"
)

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

// ofState reports whether an institution is one of a whole state, wherever it sits.
func ofState(core string) bool {
	state := false
	for _, w := range strings.Fields(strings.ToLower(core)) {
		if localBodies[w] {
			return false
		}
		state = state || stateBodies[w]
	}
	return state || slices.Contains([]string{"Home Office", "Foreign Office", "Supreme Court", "Constitutional Court", "Central Bank"}, core)
}

var (
	stateBodies = wordSet("ministry department parliament senate congress cabinet government treasury")
	localBodies = wordSet("police city county municipal regional district university hospital school college")
)

// plainMinistry is the one name for what is called "Health Ministry" and "Ministry of Health".
func plainMinistry(core string) string {
	if of, ok := strings.CutSuffix(core, " Ministry"); ok {
		if of == "Foreign" {
			of = "Foreign Affairs"
		}
		core = "Ministry of " + of
	}
	if of, ok := strings.CutPrefix(core, "Ministry of "); ok {
		of = strings.TrimPrefix(of, "the ")
		core = "Ministry of " + strings.Replace(of, "Defense", "Defence", 1)
	}
	return core
}

func withArticle(country string) string {
	if strings.HasPrefix(country, "United ") || strings.Contains(country, "Republic") || slices.Contains([]string{"Netherlands", "Philippines", "Bahamas", "Maldives"}, country) {
		return "the " + country
	}
	return country
}
