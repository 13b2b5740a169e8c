package queries

import "strings"

// oddForms are the irregular forms of common verbs: "found" of "find".
var oddForms = func() map[string][]string {
	m := map[string][]string{}
	for _, entry := range strings.Split(`arise arose arisen, bear bore borne born, beat beaten, become became, begin began begun, bind bound,
	bite bit bitten, bleed bled, blow blew blown, break broke broken, breed bred, bring brought, build built,
	buy bought, catch caught, choose chose chosen, cling clung, come came, deal dealt, dig dug, draw drew drawn,
	drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought,
	find found, flee fled, fly flew flown, forbid forbade forbidden, forget forgot forgotten,
	forgive forgave forgiven, freeze froze frozen, get got gotten, give gave given, go went gone goes,
	grow grew grown, hang hung, have had has, hear heard, hide hid hidden, hold held, keep kept, know knew known,
	lay laid, lead led, leave left, lend lent, lose lost, make made, mean meant, meet met,
	overthrow overthrew overthrown, overcome overcame, pay paid, ride rode ridden, ring rang rung, rise rose risen,
	run ran, say said, see saw seen, seek sought, sell sold, send sent, shake shook shaken, shine shone,
	shoot shot, shrink shrank shrunk, sing sang sung, sink sank sunk, sit sat, sleep slept, speak spoke spoken,
	spend spent, spring sprang sprung, stand stood, steal stole stolen, stick stuck, strike struck stricken,
	swear swore sworn, sweep swept, swim swam swum, swing swung, take took taken, teach taught, tear tore torn,
	tell told, think thought, throw threw thrown, undergo underwent undergone, understand understood,
	undertake undertook undertaken, wear wore worn, win won, withdraw withdrew withdrawn, withhold withheld,
	write wrote written`, ",") {
		words := strings.Fields(entry)
		m[words[0]] = words[1:]
	}
	return m
}()

// participle is the past participle of a regular verb.
func participle(v string) string {
	switch n := len(v); {
	case strings.HasSuffix(v, "e"):
		return v + "d"
	case n > 2 && v[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(v[n-2])):
		return v[:n-1] + "ied"
	}
	return v + "ed"
}

// gerund is the form of a short verb that its beginning does not tell: "lying", "cutting"; the verb for others.
func gerund(v string) string {
	n := len(v)
	switch {
	case n > 2 && strings.HasSuffix(v, "ie"):
		return v[:n-2] + "ying"
	case n > 3 && strings.HasSuffix(v, "e"):
		return v[:n-1] + "ing"
	}
	return v
}

// stem cuts the ending of a regular verb form, roughly.
func stem(v string) string {
	for _, end := range []string{"ied", "ed", "en", "ing", "e", "y"} {
		if strings.HasSuffix(v, end) && len(v) > len(end)+2 {
			v = strings.TrimSuffix(v, end)
			break
		}
	}
	if n := len(v); n > 3 && v[n-1] == v[n-2] && v[n-1] != 's' && v[n-1] != 'l' {
		v = v[:n-1]
	}
	return v
}

// holds reports whether text, in lower case, has the word at its beginning of a word.
func holds(text, word string) bool {
	if word = strings.ToLower(word); word == "" {
		return false
	}
	if p := plurals[word]; p != "" && holds(text, p) {
		return true
	}
	if n := len(word); n > 3 && word[n-1] == 'y' && strings.Contains(text, word[:n-1]+"ies") {
		return true
	}
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		i += at
		if i == 0 || !letter(text[i-1]) {
			end := i + len(word)
			if end == len(text) || !letter(text[end]) || len(word) > 3 || len(word) == 3 && word != "new" && pluralEnd(text[end:], word[2]) {
				return true
			}
		}
		at = i + 1
	}
}

// pluralEnd reports whether text begins with the ending of a plural of a noun with that last letter: "dams", "boxes".
func pluralEnd(text string, last byte) bool {
	if last == 's' || last == 'x' || last == 'z' {
		if text[0] != 'e' {
			return false
		}
		text = text[1:]
	}
	return text != "" && text[0] == 's' && (len(text) == 1 || !letter(text[1]))
}

// plurals are those that no ending makes.
var plurals = map[string]string{"man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "thief": "thieves", "wife": "wives", "life": "lives",
	"knife": "knives", "half": "halves", "wolf": "wolves", "policeman": "policemen", "policewoman": "policewomen", "fisherman": "fishermen", "fireman": "firemen",
	"businessman": "businessmen", "spokesman": "spokesmen", "leaf": "leaves", "shelf": "shelves"}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80 }

// nameLike reports whether s ends as a name does: "Colombian doctor" does not.
func nameLike(s string) bool { return properLike(s) && properLike(lastWord(s)) }

func properLike(s string) bool { return s != "" && (s[0] >= 'A' && s[0] <= 'Z' || s[0] >= 0x80) }
