package extract

import "strings"

// entityName is the type of a name tag without its B- or I-, in capitals.
func entityName(tag string) string {
	if len(tag) > 2 && tag[1] == '-' {
		tag = tag[2:]
	}
	return strings.ToUpper(tag)
}

// isProperName reports whether the tag is of a name and not of a date or a number.
func isProperName(tag string) bool {
	switch entityName(tag) {
	case "", "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL":
		return false
	}
	return true
}

// nameClass is the class of a name by its OntoNotes type, "" where the tag is none.
func nameClass(tag string) string {
	switch entityName(tag) {
	case "PERSON", "PER":
		return "Person"
	case "NORP":
		return "Group"
	case "ORG", "ORGANIZATION":
		return "Organization"
	case "GPE", "LOC", "FAC", "LOCATION", "FACILITY":
		return "Place"
	case "PRODUCT", "LANGUAGE":
		return "Thing"
	case "EVENT":
		return "Event"
	case "WORK_OF_ART", "LAW":
		return "Work"
	case "DATE", "TIME":
		return "Date"
	case "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL":
		return "Quantity"
	}
	return ""
}

// kindClass is the class of a noun phrase by GUM's entity type, "" where it has none.
func kindClass(kind string) string {
	switch kind {
	case "person":
		return "Person"
	case "place":
		return "Place"
	case "organization":
		return "Organization"
	case "event":
		return "Event"
	case "time":
		return "Date"
	case "object", "substance", "animal", "plant", "abstract":
		return "Thing"
	}
	return ""
}

// classOf is the class of the mention that i heads.
func classOf(t *tree, i int, form string) string {
	if form == "pronoun" || form == "relative" {
		switch t.lower(i) {
		case "he", "she", "him", "her", "his", "hers", "himself", "herself", "i", "me", "my", "mine", "myself", "who", "whom":
			return "Person"
		}
		return "Thing"
	}
	if w := t.lower(i); t.tok[i].Tag == "PROPN" && (months[w] > 0 || weekdayName(w)) && !t.givenName(i) {
		return "Date"
	}
	if c := nameClass(t.tok[i].Name); c != "" {
		if c == "Place" && t.lower(i) == "university" {
			return "Organization"
		}
		if c == "Person" && t.landform(i) {
			return "Place"
		}
		return c
	}
	if c := kindClass(t.tok[i].Kind); c != "" {
		return c
	}
	return "Thing"
}

// landform reports whether the noun right before the name of i says that it is no person's: "the river Lee".
func (t *tree) landform(i int) bool {
	for i > 0 && strings.HasPrefix(t.tok[i].Name, "I-") {
		i--
	}
	return i > 0 && t.tok[i-1].Tag == "NOUN" && landforms[t.tok[i-1].Text]
}

var landforms = set("river lake mount mountain volcano island islet peninsula bay valley glacier canal creek town village port")
