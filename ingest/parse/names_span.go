package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kg/ingest/text"
)

// mendSpans corrects where names begin and end by the tree: a name is a whole phrase ("J.M. Huber Corporation"), a town
// and its state are two ("Miramar Florida"), a title alone is none ("Mr.").
func mendSpans(tokens []text.Token) {
	joinAddressee(tokens)
	joinPossessive(tokens)
	joinMembers(tokens)
	joinDevotion(tokens)
	joinLegalForm(tokens)
	for from := 0; from < len(tokens); {
		to := nameEnd(tokens, from)
		if to == from {
			from++
			continue
		}
		from, to = widen(tokens, from, to)
		switch tokens[from].Name[2:] {
		case "Gpe", "Location":
			splitPlace(tokens, from, to)
		case "Person":
			if to == from+1 && personTitles[strings.ToLower(tokens[from].Text)] {
				tokens[from].Name = ""
			}
		}
		from = to
	}
}

// joinAddressee makes one name of a surname and a given name turned about in quotation marks, as mail programs write them:
// "Lis, Anna".
func joinAddressee(tokens []text.Token) {
	for i := 1; i+2 < len(tokens); i++ {
		if tokens[i-1].Text != "\"" || !strings.HasPrefix(tokens[i].Name, "B-") {
			continue
		}
		comma := nameEnd(tokens, i)
		if comma+2 >= len(tokens) || tokens[comma].Text != "," {
			continue
		}
		end := comma + 1
		for end < len(tokens) && end < comma+4 && namePart(&tokens[end]) {
			end++
		}
		if end > comma+1 && end < len(tokens) && tokens[end].Text == "\"" {
			tag(tokens, i, end, "Person")
		}
	}
}

// joinPossessive makes one name of a person's and what is called after them: "Ray 's Pizza".
func joinPossessive(tokens []text.Token) {
	for i := range tokens {
		end := nameEnd(tokens, i)
		if end == i || end+1 >= len(tokens) || tokens[i].Name != "B-Person" || tokens[end].XTag != "POS" {
			continue
		}
		to := end + 1
		for to < len(tokens) && namePart(&tokens[to]) && tokens[to].Name == "" {
			to++
		}
		last := to - 1
		if to == end+1 { // "Ray 's pizza"
			continue
		}
		if w := strings.ToLower(tokens[last].Text); organizationWords[w] || headOf[w] == "Organization" || facilityWords[w] {
			tag(tokens, i, to, "Organization")
		}
	}
}

// joinMembers makes one name of a body's members and what they make up: "the Keepers' Society".
func joinMembers(tokens []text.Token) {
	for i := 1; i+2 < len(tokens); i++ {
		t := &tokens[i]
		if t.XTag != "NNPS" && t.XTag != "NNS" && t.XTag != "NNP" || !strings.HasSuffix(t.Text, "s") || !isUpper(t.Text[0]) || t.Name != "" || tokens[i+1].Text != "'" && tokens[i+1].Text != "’" || tokens[i+1].XTag != "POS" {
			continue
		}
		from, to := i, i+2
		for to < len(tokens) && namePart(&tokens[to]) && isUpper(tokens[to].Text[0]) && tokens[to].Name == "" {
			to++
		}
		if to == i+2 || !organizationWords[strings.ToLower(tokens[to-1].Text)] && headOf[strings.ToLower(tokens[to-1].Text)] != "Organization" {
			continue
		}
		for from > 1 && tokens[from-1].Tag == "PROPN" && tokens[from-1].Name == "" && isUpper(tokens[from-1].Text[0]) {
			from--
		}
		tag(tokens, from, to, "Organization")
	}
}

// joinDevotion makes one name of an order, church or charity and whom or what it is named after: "the Order of Saint Barbara".
func joinDevotion(tokens []text.Token) {
	for i := 0; i+2 < len(tokens); i++ {
		t := &tokens[i]
		if !devoted[t.Text] || t.Tag != "PROPN" || t.Name != "B-Organization" && t.Name != "" || tokens[i+1].Text != "of" || i == 0 && tokens[i+2].Name == "B-Gpe" {
			continue
		}
		to := i + 2
		if tokens[to].Text == "the" {
			to++
		}
		from := to
		for to < len(tokens) && namePart(&tokens[to]) && tokens[to].Name != "B-Date" {
			to++
		}
		if to > from && (tokens[to-1].Head == i || tokens[from].Head == i || tokens[from].Head == to-1) {
			tag(tokens, i, to, "Organization")
		}
	}
}

// devoted are first words of names of bodies that "of" goes on with.
var devoted = set("Order Brotherhood Sisterhood Church Cathedral Basilica Abbey Monastery Convent Confraternity Congregation Sisters Brothers Knights Daughters Friends")

// joinLegalForm makes a company of a name before its legal form, whatever the tags of that: "Ford Motor Co.".
func joinLegalForm(tokens []text.Token) {
	for i := range tokens {
		end := nameEnd(tokens, i)
		if end == i || end == len(tokens) || tokens[end].Name != "" || !legalForms[tokens[end].Text] {
			continue
		}
		switch tokens[i].Name {
		case "B-Person", "B-Organization", "B-Gpe", "B-Location":
			tag(tokens, i, end+1, "Organization")
		}
	}
}

// nameEnd is the end of the name that begins at token i; i where none does.
func nameEnd(tokens []text.Token, i int) int {
	if !strings.HasPrefix(tokens[i].Name, "B-") {
		return i
	}
	kind := tokens[i].Name[2:]
	for i++; i < len(tokens) && tokens[i].Name == "I-"+kind; i++ {
	}
	return i
}

// widen takes in the neighbours that the tree ties to the name in one phrase of capitalised words, other names among
// them, and returns the new ends. The name then has the type of the phrase's head.
func widen(tokens []text.Token, from, to int) (int, int) {
	switch kind := tokens[from].Name[2:]; kind {
	case "Person", "Organization", "Gpe", "Location", "Facility":
	default:
		return from, to
	}
	for to < len(tokens) && namePart(&tokens[to]) && !apart(tokens, from, to) {
		kind := tokens[from].Name[2:]
		next := max(nameEnd(tokens, to), to+1)
		flat := tokens[to].Head >= from && tokens[to].Head < to && tokens[to].Rel == "flat"
		if !flat && dependsOn(tokens, from, to, next) {
			// the name stands before the head: "Huber" Corporation
			switch k := headKind(tokens, next-1); {
			case k != "":
				kind = k
			case tokens[to].Name != "" && tokens[to].Name[2:] == kind:
			default:
				return from, to
			}
		} else if !flat || tokens[to].Name != "" && tokens[to].Name[2:] != kind {
			return from, to
		}
		tag(tokens, from, next, kind)
		to = next
	}
	for from > 0 && tokens[from-1].Name == "" && namePart(&tokens[from-1]) {
		k := &tokens[from-1]
		kind := tokens[from].Name[2:]
		down := k.Head >= from && k.Head < to && (k.Rel == "compound" || k.Rel == "amod" || k.Rel == "nummod")
		up := tokens[from].Head == from-1 && tokens[from].Rel == "flat"
		if !down && !up || kind == "Person" && (down || personTitles[strings.ToLower(k.Text)]) || from == 1 && k.XTag == "JJ" {
			break
		}
		from--
		tag(tokens, from, to, kind)
	}
	return from, to
}

// namePart says whether a token may belong to a name: a proper noun or a capitalised adjective tagged as one.
func namePart(t *text.Token) bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return unicode.IsUpper(r) && (t.Tag == "PROPN" || t.XTag == "NNP" || t.XTag == "NNPS")
}

// apart says whether the two are names that stand side by side: both places, or a person before another name.
func apart(tokens []text.Token, from, to int) bool {
	if tokens[to].Name == "" {
		return false
	}
	a, b := tokens[from].Name[2:], tokens[to].Name[2:]
	place := func(k string) bool { return k == "Gpe" || k == "Location" }
	return place(a) && (place(b) || b == "Person") || b == "Norp" || a == "Person" && b == "Person"
}

// dependsOn says whether a token of from…to hangs on one of to…next by a relation within a name.
func dependsOn(tokens []text.Token, from, to, next int) bool {
	for i := from; i < to; i++ {
		if h := tokens[i].Head; h >= to && h < next {
			switch tokens[i].Rel {
			case "compound", "amod", "flat":
				return true
			}
		}
	}
	return false
}

// headKind is the type that a name with this last word has, "" where the word does not tell.
func headKind(tokens []text.Token, i int) string {
	w := strings.ToLower(tokens[i].Text)
	switch {
	case facilityWords[w]:
		return "Facility"
	case regionWords[w]:
		return "Location"
	case headOf[w] == "Organization" || organizationWords[w] || tokens[i].Kind == "organization":
		return "Organization"
	}
	return ""
}

// splitPlace makes two names of a town and the state or country after it.
func splitPlace(tokens []text.Token, from, to int) {
	at := to - 1
	if at == from || !states[strings.ToLower(tokens[at].Text)] {
		return
	}
	switch strings.ToLower(tokens[at-1].Text) {
	case "north", "south", "east", "west", "new", "northern", "southern", "eastern", "western", "central", "of", "the", "upper", "lower":
		return
	}
	tag(tokens, from, at, tokens[from].Name[2:])
	tag(tokens, at, to, "Gpe")
}

var (
	legalForms        = set(`Corp. Corp Inc. Inc Co. Ltd. Ltd LLC LLP plc PLC GmbH AG SE NV N.V. S.A. SpA`)
	organizationWords = set(`corporation corp corp. inc inc. ltd ltd. llc plc co co. gmbh group partners holdings foundation trust
		times post journal herald news tribune gazette network airlines airways motors motorsports energy systems technologies
		pharmaceuticals industries enterprises brothers united city rovers club orchestra choir front brigade brigades command
		forces guard corps alliance coalition movement tribunal directorate administration service services exchange hotels stores
		pizza grill cafe restaurant bistro diner pub bakery tavern steakhouse karate gym salon tech auto insurance consulting studios pictures records books press`)
	states = set(`alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois
		indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
		nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming
		ca tx fl ny nj ma va dc co wa az pa mi mn md ct il ga nc sc
		england scotland wales ireland france germany italy spain portugal greece canada mexico brazil argentina chile peru india
		pakistan china japan australia egypt turkey iraq iran israel russia ukraine poland sweden norway denmark finland kenya nigeria`)
)
