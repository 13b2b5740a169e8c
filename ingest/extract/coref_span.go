package extract

import (
	"slices"
	"strings"

	"kg/ingest/text"
)

// nameSpan is the run of name tokens around head h within first…last.
func (t *tree) nameSpan(h, first, last int) (int, int) {
	a, b := h, h
	if t.tok[h].Name != "" {
		for a > first && strings.HasPrefix(t.tok[a].Name, "I-") && t.tok[a-1].Name != "" {
			a--
		}
		for b < last && strings.HasPrefix(t.tok[b+1].Name, "I-") {
			b++
		}
	}
	proper := func(i int) bool {
		if i < first || i > last || t.tok[i].Tag != "PROPN" || t.nestedName(i) {
			return false
		}
		k := &t.tok[i]
		if i < h && k.Rel == "nmod:desc" { // "Agriculture Minister" Marta Lis
			return false
		}
		return k.Head == h || k.Head >= a && k.Head <= b || t.tok[h].Head == i
	}
	for proper(a-1) || t.fused(a-1, h, first) {
		a--
	}
	if k := a - 1; k >= first && k > 0 && a == h && t.tok[h].Tag == "PROPN" && t.tok[h].Name == "" && t.tok[k].Tag == "ADJ" && t.tok[k].Head == h && t.tok[k].Name == "" && capitalized(t.tok[k].Text) && !titleWords[t.lower(h)] {
		a = k // "the Olympic Games"
	}
	a, b = t.quotedName(h, a, b, first)
	for proper(b+1) && (t.rel(b+1) == "flat" || t.tok[b].Tag == "PROPN" && t.rel(b+1) != "appos" && t.rel(b+1) != "conj") {
		b++
	}
	// "Internet Explorer 6"
	for b < last && t.tok[b+1].Tag == "NUM" && numberWord(t.tok[b+1].Text) && (t.tok[b+1].Head == h || t.tok[h].Head == b+1 || t.tok[b+1].Head == b) && t.rel(b+1) != "appos" {
		b++
	}
	return a, b
}

// fused reports whether the body's name i, right before the name that h heads without a tag, belongs to it: "Castle" of "Castle
// Infrastructure".
func (t *tree) fused(i, h, first int) bool {
	if i < first || i != h-1 || t.tok[h].Name != "" || t.tok[h].Tag != "PROPN" || t.tok[i].Head != h || t.rel(i) != "compound" {
		return false
	}
	w := words()
	return t.tok[i].Tag == "PROPN" && entityName(t.tok[i].Name) == "ORGANIZATION" && capitalized(t.tok[h].Text) && w.class[t.lower(h)] != "Person" && w.noun[t.lower(h)] == 0 && !titleWords[t.lower(h)]
}

// quotedName widens the name a…b without a tag to the title in quotation marks that it ends: "The Keeper's Daughter".
func (t *tree) quotedName(h, a, b, first int) (int, int) {
	if t.tok[h].Name != "" || b+1 >= len(t.tok) || !strings.ContainsAny(t.tok[b+1].Text, "\"”'’") || t.tok[b+1].Tag != "PUNCT" {
		return a, b
	}
	for i := a - 1; i >= max(first-1, b-8); i-- {
		if t.tok[i].Tag == "PUNCT" && strings.ContainsAny(t.tok[i].Text, "\"“'‘`") {
			if i+1 < a && capitalized(t.tok[i+1].Text) {
				return i + 1, b
			}
			break
		}
	}
	return a, b
}

// vessel reports whether what was taken for a person is a ship that is called after one: "USS Carl Vinsen", "the frigate
// Carl Vinsen". What navies write before such names belongs to them.
func (t *tree) vessel(n *name) bool {
	if n.class != "Person" {
		return false
	}
	if n.first > 0 && shipPrefixes[t.tok[n.first-1].Text] {
		n.first--
	}
	if shipPrefixes[t.tok[n.first].Text] {
		return true
	}
	kind := n.first - 1
	if Vessels[t.tok[n.first].Text] {
		kind++
	}
	if kind < 0 || kind+1 >= n.last || !Vessels[t.tok[kind].Text] {
		return false
	}
	if h := t.tok[kind].Head; (h <= kind || h > n.last) && !slices.ContainsFunc(t.tok[kind+1:n.last+1], func(k text.Token) bool { return k.Head == kind }) {
		return false
	}
	n.first = kind + 1
	return true
}

var shipPrefixes = map[string]bool{"USS": true, "HMS": true, "RMS": true, "MV": true, "HMCS": true, "HMAS": true, "USNS": true}

// Vessels are nouns for ships.
var Vessels = map[string]bool{"destroyer": true, "frigate": true, "cruiser": true, "submarine": true, "corvette": true,
	"battleship": true, "warship": true, "trawler": true, "ferry": true, "tanker": true, "freighter": true, "liner": true, "yacht": true,
	"ship": true, "steamer": true, "schooner": true, "icebreaker": true, "minesweeper": true, "lifeboat": true}
