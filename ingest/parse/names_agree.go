package parse

import (
	"slices"
	"strings"

	"kg/ingest/text"
)

// agreed are the types of names that a document's sentences must agree on.
var agreed = []string{agreedPerson: "Person", agreedOrganization: "Organization", 2: "Gpe", "Location", "Facility", "Product", "Event", "Norp"}

const agreedPerson, agreedOrganization = 0, 1

// maxAgreed is the most words of a name that the sentences must agree on.
const maxAgreed = 12

// Agree makes one document's sentences agree on its names: a name has the type that it has most often, and words that
// are a name elsewhere in the document are one where they stand alone, too (one sense a discourse: Gale, Church and
// Yarowsky 1992). The result doesn't depend on the order of the sentences.
func Agree(sentences []text.Sentence) {
	votes, longest := map[string][]int{}, map[string]int{} // by a name, by its first word
	for _, s := range sentences {
		numberRulers(s.Tokens)
		eachName(s.Tokens, func(from, to int, typ int) {
			w := joined(s.Tokens[from:to])
			if votes[w] == nil {
				votes[w] = make([]int, len(agreed))
			}
			votes[w][typ]++
			first := s.Tokens[from].Text
			longest[first] = max(longest[first], to-from)
		})
	}
	shareVotes(votes)
	for _, s := range sentences {
		eachName(s.Tokens, func(from, to int, typ int) {
			v := votes[joined(s.Tokens[from:to])]
			if best := argmax(v); v[best] > v[typ] {
				tag(s.Tokens, from, to, agreed[best])
			}
		})
		for i := range s.Tokens {
			for n := min(longest[s.Tokens[i].Text], len(s.Tokens)-i); n > 0; n-- {
				v := votes[joined(s.Tokens[i:i+n])]
				if v == nil {
					continue
				}
				if typ := agreed[argmax(v)]; alone(s.Tokens, i, i+n, typ) {
					tag(s.Tokens, i, i+n, typ)
					break
				}
			}
		}
	}
}

// shareVotes lets long names vote, twice, for their short forms that seem to be persons or bodies: an organization is
// called by its first words, a person by the last.
func shareVotes(votes map[string][]int) {
	more := map[string]*[2]int{} // for a short form: of persons, of organizations
	for w, v := range votes {
		words := strings.SplitAfter(strings.TrimSuffix(w, " "), " ")
		for n := 1; n < len(words); n++ {
			short, at := strings.Join(words[:n], ""), agreedOrganization
			if argmax(v) == agreedPerson {
				short, at = strings.Join(words[n:], "")+" ", agreedPerson
			}
			if of := votes[short]; of != nil && argmax(v) == at && argmax(of) <= agreedOrganization {
				if more[short] == nil {
					more[short] = new([2]int)
				}
				more[short][at] += 2 * v[at]
			}
		}
	}
	for w, n := range more {
		votes[w][agreedPerson] += n[agreedPerson]
		votes[w][agreedOrganization] += n[agreedOrganization]
	}
}

// kindOf has the types that the kind of a phrase speaks of.
var kindOf = map[string]nameKind{"Person": person, "Organization": organization, "Gpe": place, "Location": place, "Facility": place}

// alone says whether the words from..to are no name yet nor a part of a longer one, and are written as a name of that
// type is, in a phrase of no other kind.
func alone(tokens []text.Token, from, to int, typ string) bool {
	small := true
	for _, t := range tokens[from:to] {
		if t.Name != "" {
			return false
		}
		small = small && t.Text == strings.ToLower(t.Text)
	}
	last := tokens[to-1].Kind
	if kind := kindOf[typ]; kind != noName && last != "" && phraseKinds[last] != kind {
		return false
	}
	proper := func(i int) bool {
		return i >= 0 && i < len(tokens) && tokens[i].Tag == "PROPN" && tokens[i].Text != strings.ToLower(tokens[i].Text)
	}
	if typ == "Person" && (proper(from-1) || proper(to)) {
		return false
	}
	return !small && !(to < len(tokens) && strings.HasPrefix(tokens[to].Name, "I-"))
}

// eachName calls f with each name of an agreed type.
func eachName(tokens []text.Token, f func(from, to, typ int)) {
	for from := 0; from < len(tokens); {
		to := nameEnd(tokens, from)
		if to == from {
			from++
			continue
		}
		if typ := slices.Index(agreed, tokens[from].Name[2:]); typ >= 0 && to-from <= maxAgreed {
			f(from, to, typ)
		}
		from = to
	}
}

// joined are the words with a blank behind each.
func joined(tokens []text.Token) string {
	var b strings.Builder
	for _, t := range tokens {
		b.WriteString(t.Text)
		b.WriteByte(' ')
	}
	return b.String()
}
