package ingest

import (
	"slices"
	"strings"

	"kg/ingest/extract"
	"kg/ingest/text"
	"kg/schema"
)

// event returns the day and the place that a document gives to an event without a name of its own, as graph.Traits has
// them, "" where it gives neither or several: "the attack in Kabul", "Tuesday's attack", "the summit took place on Friday".
func (n *namesakes) event(i int, e text.Entity) string {
	last := e.Name[strings.LastIndexByte(e.Name, ' ')+1:]
	if e.Plural || capital(last) {
		return ""
	}
	var days, places []string
	for _, m := range n.r.Doc.Mentions {
		if m.Entity != i || m.Form != "noun" {
			continue
		}
		heads := []int{m.Head}
		toks := n.r.Doc.Sentences[m.Sentence].Tokens
		if t := toks[m.Head]; t.Head >= 0 && toks[t.Head].Tag == "VERB" {
			switch verb := toks[t.Head]; {
			case (t.Rel == "nsubj" || t.Rel == "nsubj:pass" && holding[verb.Lemma]) && (happening[verb.Lemma] || holding[verb.Lemma]), t.Rel == "obj" && holding[verb.Lemma]:
				heads = append(heads, t.Head)
			case t.Rel == "obl" && suffering[verb.Lemma] && lies(toks, m.Head):
				heads = append(heads, t.Head)
			}
		}
		for _, x := range n.timesOf(m.Sentence) {
			if x.Kind == extract.Date && x.Unit == "day" && !x.Time.Start.IsZero() && slices.Contains(heads, toks[x.Head].Head) {
				days = append(days, x.Time.Start.Format("2006-01-02"))
			}
		}
		for k, t := range toks {
			if slices.Contains(heads, t.Head) && lies(toks, k) {
				if at := n.placeOf(m.Sentence, k); at != "" {
					places = append(places, at)
				}
			}
		}
	}
	day, place := one(days), one(places)
	if day+place == "" {
		return ""
	}
	return day + ";" + place
}

// happening are verbs whose time and place are those of their subject, an event, holding those of the object, suffering
// those of what it was in: "died in the attack".
var (
	happening = wordSet("happen occur begin start take erupt unfold end kill injure wound")
	suffering = wordSet("die kill injure wound hurt destroy damage")
	holding   = wordSet("hold host stage attend convene open organize launch carry")
)

// lies reports whether a token says where its head is: "in Kabul", "Kabul's".
func lies(toks []text.Token, k int) bool {
	switch toks[k].Rel {
	case "nmod:poss", "compound":
		return true
	}
	if rel, _, _ := strings.Cut(toks[k].Rel, ":"); rel != "nmod" && rel != "obl" {
		return false
	}
	for _, t := range toks {
		if t.Head == k && t.Rel == "case" {
			return slices.Contains([]string{"in", "at", "near"}, strings.ToLower(t.Text))
		}
	}
	return false
}

// timesOf returns the time expressions of a sentence.
func (n *namesakes) timesOf(sentence int) []extract.TimeExpr {
	if n.times == nil {
		n.times = map[int][]extract.TimeExpr{}
		for _, x := range extract.Times(n.r.Doc) {
			n.times[x.Sentence] = append(n.times[x.Sentence], x)
		}
	}
	return n.times[sentence]
}

// placeOf returns the place that a token names, with what it lies in where that is known; "" where it names none.
func (n *namesakes) placeOf(sentence, token int) string {
	if n.index == nil {
		n.index = extract.NewIndex(n.r.Doc)
	}
	i := n.index.Entity(sentence, token)
	if i < 0 || n.r.Doc.Entities[i].Class != "Place" || !capital(n.r.Doc.Entities[i].Name) {
		return ""
	}
	name := n.r.Doc.Entities[i].Name
	slug := schema.Slug(name)
	if in := n.r.known.regions[slug]; in != "" {
		return in
	}
	if k := n.r.known.byName[slug]; k != nil && k.Class == "Place" {
		name = k.Name
	}
	for _, m := range n.of(i) {
		if in := n.around(m, n.r.Doc.Entities[i].Name, "Place"); in != "" && in != name {
			return in + "/" + name
		}
	}
	return name
}

// one returns what all of a list are, "" where they differ.
func one(list []string) string {
	if len(list) == 0 || slices.ContainsFunc(list, func(s string) bool { return s != list[0] }) {
		return ""
	}
	return list[0]
}
