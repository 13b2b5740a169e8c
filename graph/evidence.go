package graph

// Evidence is a reason for linking a name to more than what bears it literally. A link's score is the lowest of its
// evidence's scores.
type Evidence struct {
	Name, Doc string
	Score     float64
}

// Evidences lists the reasons that the linker knows.
var Evidences = []Evidence{
	{"known", "the name of something generally known", 1},
	{"decision", "somebody decided it", 1},
	{"country", "what each country has one of; the document is about this country", 0.9},
	{"spelling", "another spelling or transliteration, a short given name, the legal form or the day left out", 0.95},
	{"class", "most documents take what has this name for something of another class", 0.9},
	{"middle initial", "the middle name is the one of that initial, and nobody else is called so", 0.9},
	{"name without its middle", "the first and the last name are the same, and nobody else is called so", 0.85},
	{"namesake", "others of the name work in another field, are of or in another country, or happened on another day or elsewhere", 0.85},
	{"married name", "a woman's first and middle name, and no other woman is called so", 0.75},
	{"slip", "a long surname with two letters transposed, or one too many, and nobody else is called so", 0.75},
	{"acronym", "the initials of the only name that has them", 0.8},
	{"short name", "the first word of the only name that begins so and goes on with what is usually left out", 0.8},
	{"initial", "the surname and the initial are the same, and nobody else is called so", 0.75},
	{"mostly", "a short form of several names, of which this one is in by far the most documents", 0.7},
	{"surname", "nobody else has this surname", 0.6},
	{"several", "a short form of more than one name; left alone", 0.5},
}

func scoreOf(evidence []string) float64 {
	score := 1.0
	for _, name := range evidence {
		for _, e := range Evidences {
			if e.Name == name {
				score = min(score, e.Score)
			}
		}
	}
	return score
}
