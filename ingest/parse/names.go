package parse

import (
	"strings"

	"kg/ingest/text"
)

// nameKind is what a name stands for, as far as the two corpora tell it.
type nameKind uint8

const (
	noName nameKind = iota
	person
	organization
	place
	demonym
	event
	work
	nameKinds
)

// A state of the decoder: 0 is outside names, 2k-1 begins a name of kind k, 2k goes on with it.
const nameStates = 2*int(nameKinds) - 1

// nameTag says which states a corpus's label speaks for, and at what cost beside the label's score.
type nameTag []struct {
	state int
	cost  float32
}

// readNameTags maps the labels of UNER (PER, ORG, LOC) and GMB (per, org, geo, gpe, …) to states. UNER has no demonyms,
// events and works; GMB's gpe are demonyms mostly.
func readNameTags(labels []string) []nameTag {
	uner := false
	for _, l := range labels {
		uner = uner || strings.HasSuffix(l, "-PER")
	}
	out := make([]nameTag, len(labels))
	for i, l := range labels {
		add := func(kind nameKind, cost float32) {
			state := 2*int(kind) - 1
			if l[0] == 'I' {
				state++
			}
			out[i] = append(out[i], struct {
				state int
				cost  float32
			}{state, cost})
		}
		switch _, kind, _ := strings.Cut(l, "-"); kind {
		case "PER", "per":
			add(person, 0)
		case "ORG", "org":
			add(organization, 0)
		case "LOC", "geo":
			add(place, 0)
		case "gpe":
			add(demonym, 0)
			add(place, 1.2)
		case "eve":
			add(event, 0)
		case "art", "nat":
			add(work, 0)
		default:
			out[i] = nameTag{{0, 0}}
			if uner {
				for k := 2*int(demonym) - 1; k < nameStates; k++ {
					out[i] = append(out[i], struct {
						state int
						cost  float32
					}{k, 0})
				}
			}
		}
	}
	return out
}

// floor bounds what one source can say against a state, below its best.
const floor = -9

// vote adds a source's scores of one word, times its weight, to the states.
func vote(states *[nameStates]float32, tags []nameTag, scores []float32, weight float32) {
	best := scores[argmax(scores)]
	var most [nameStates]float32
	for i := range most {
		most[i] = floor
	}
	for i, t := range tags {
		for _, x := range t {
			most[x.state] = max(most[x.state], scores[i]-best-x.cost)
		}
	}
	for i, v := range most {
		states[i] += float32(v * weight)
	}
}

// The sources' weights were chosen on UNER's and GMB's dev parts.
var weights = struct{ name, news, lexName, lexNews, phrase, known float32 }{1, 0.5, 0.3, 0.3, 1, 4}

// phraseKinds are the kinds of names that head phrases of GUM's types.
var phraseKinds = map[string]nameKind{"person": person, "organization": organization, "place": place}

// follows says whether state b can come after a: a name goes on only after its own kind.
func follows(a, b int) bool { return b == 0 || b%2 == 1 || a == b || a == b-1 }

// decodeNames returns the best legal states (Viterbi).
func decodeNames(rows [][nameStates]float32) []int {
	n := len(rows)
	if n == 0 {
		return nil
	}
	back := make([][nameStates]uint8, n)
	best := rows[0]
	for s := range best {
		if !follows(0, s) {
			best[s] -= 1e6
		}
	}
	for i := 1; i < n; i++ {
		var next [nameStates]float32
		top := argmax(best[:])
		for s := range next {
			at := top
			if !follows(at, s) {
				if at = s; best[s-1] > best[s] {
					at = s - 1
				}
			}
			next[s] = best[at] + rows[i][s]
			back[i][s] = uint8(at)
		}
		best = next
	}
	out := make([]int, n)
	at := argmax(best[:])
	for i := n - 1; i >= 0; i-- {
		out[i] = at
		at = int(back[i][at])
	}
	return out
}

// names sets the tokens' Name from the name heads' rows of scores and the lexicon.
func (m *Model) names(tokens []text.Token, name, news func(i int) []float32) {
	words := make([]string, len(tokens))
	for i := range tokens {
		words[i] = tokens[i].Text
	}
	l := m.lexicon
	lex := make([]float32, len(words)*l.width)
	l.scores(words, lex)
	rows := make([][nameStates]float32, len(words))
	for i := range rows {
		row := lex[i*l.width : (i+1)*l.width]
		vote(&rows[i], m.nameTags, name(i), weights.name)
		vote(&rows[i], m.newsTags, news(i), weights.news)
		vote(&rows[i], l.tags[0], row[:len(l.tags[0])], weights.lexName)
		vote(&rows[i], l.tags[1], row[len(l.tags[0]):], weights.lexNews)
		if tokens[i].Tag == "PROPN" {
			if k := phraseKinds[tokens[i].Kind]; k != noName {
				rows[i][2*k-1] += weights.phrase
				rows[i][2*k] += weights.phrase
			}
		}
	}
	voteKnown(rows, words, weights.known)
	states := decodeNames(rows)
	for i := 0; i < len(states); {
		s := states[i]
		from := i
		i++
		if s == 0 {
			continue
		}
		kind := nameKind((s + 1) / 2)
		for i < len(states) && states[i] == 2*int(kind) {
			i++
		}
		setName(tokens, from, i, kind)
	}
	joinNames(tokens)
	mendSpans(tokens)
	setNumbers(tokens)
}

// setName tags a name after trimming it: titles stand before a person's name, punctuation at no name's end.
func setName(tokens []text.Token, from, to int, kind nameKind) {
	for from < to && tokens[from].Tag == "PUNCT" {
		from++
	}
	for from < to && tokens[to-1].Tag == "PUNCT" && !strings.HasSuffix(tokens[to-1].Text, ".") {
		to--
	}
	if kind == person {
		for from < to-1 && personTitles[strings.ToLower(tokens[from].Text)] {
			from++
		}
	}
	if from < to {
		tag(tokens, from, to, ontoType(tokens[from:to], kind))
	}
}

func tag(tokens []text.Token, from, to int, typ string) {
	for i := from; i < to; i++ {
		tokens[i].Name = "I-" + typ
	}
	tokens[from].Name = "B-" + typ
}

// ontoType returns OntoNotes' type of a name.
func ontoType(tokens []text.Token, kind nameKind) string {
	last := strings.ToLower(tokens[len(tokens)-1].Text)
	first := strings.ToLower(tokens[0].Text)
	switch kind {
	case person:
		return "Person"
	case organization:
		return "Organization"
	case demonym:
		return "Norp"
	case event:
		return "Event"
	case work:
		if lawWords[last] {
			return "Law"
		}
		return "Product"
	}
	if facilityWords[last] {
		return "Facility"
	}
	if regionWords[last] || regionWords[first] {
		return "Location"
	}
	return "Gpe"
}

// joinNames makes one name of two with "of" between them, where the first is a word that such names begin with:
// "University of Oslo", "Gulf of Mexico".
func joinNames(tokens []text.Token) {
	for i := 1; i+1 < len(tokens); i++ {
		next := i + 1
		if tokens[i].Text != "of" || tokens[i-1].Text == strings.ToLower(tokens[i-1].Text) {
			continue
		}
		if strings.ToLower(tokens[next].Text) == "the" && next+1 < len(tokens) {
			next++
		}
		kind, ok := headOf[strings.ToLower(tokens[i-1].Text)]
		if !ok || !strings.HasPrefix(tokens[next].Name, "B-") {
			continue
		}
		switch tokens[next].Name[2:] {
		case "Gpe", "Location", "Organization", "Facility":
		default:
			continue
		}
		to := next + 1
		for to < len(tokens) && tokens[to].Name == "I-"+tokens[next].Name[2:] {
			to++
		}
		from := i - 1
		for from > 0 && strings.HasPrefix(tokens[from].Name, "I-") {
			from--
		}
		if tokens[from].Name == "" {
			for from > 0 && tokens[from-1].Tag == "PROPN" && tokens[from-1].Name == "" {
				from--
			}
		}
		tag(tokens, from, to, kind)
		i = to - 1
	}
}

var (
	personTitles = set(`mr mr. mrs mrs. ms ms. dr dr. president prime minister ministers sir lord senator sen. sen rep. rep
		gov. gov governor judge justice general gen. gen colonel col. captain capt. lt. lieutenant sgt. sergeant admiral
		professor prof. prof chancellor secretary king queen prince princess ambassador mayor sheikh ayatollah cardinal
		bishop archbishop chairman chairwoman spokesman spokeswoman congressman congresswoman premier vice foreign defense
		defence former deputy chief attorney`)
	lawWords      = set(`act treaty constitution amendment law bill protocol convention accord accords code`)
	facilityWords = set(`airport bridge street avenue road highway stadium arena building tower station hospital prison mall
		plaza hotel church mosque cathedral temple palace museum theater theatre library dam canal tunnel pier harbor
		boulevard drive lane base zoo garden gardens square st. ave. rd. blvd. st ave rd blvd`)
	regionWords = set(`river lake sea ocean mountain mountains mount bay gulf strait desert valley island islands peninsula
		coast forest canyon hills hill falls beach cape delta basin east west north south middle europe asia africa
		america antarctica caribbean balkans pacific atlantic arctic mediterranean hemisphere scandinavia siberia sahara
		himalayas alps region plains glacier reef volcano galaxy earth mars moon sun jupiter venus saturn`)
	// headOf has the words before "of" in such names, and the names' type.
	headOf = typed(map[string]string{
		"Organization": `university bank ministry department house court council institute college church bureau board authority
			association federation league school museum chamber academy office society union center centre
			company party organization organisation army navy fund agency committee commission conference congress parliament assembly`,
		"Gpe":      `republic kingdom states district commonwealth emirate sultanate principality city`,
		"Location": `gulf bay strait isle cape sea lake mount coast horn`,
	})
)

// typed turns lists of words by their type about.
func typed(lists map[string]string) map[string]string {
	out := map[string]string{}
	for typ, words := range lists {
		for w := range set(words) {
			out[w] = typ
		}
	}
	return out
}
