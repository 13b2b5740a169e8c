package parse

import (
	"strings"
	"sync"

	"kg/data"
)

// nameList is a list of names: their kinds, in lower case with their words divided by blanks, what they begin with, and the
// most words that one has.
type nameList struct {
	kinds map[string]nameKind
	leads map[string]bool
	most  int
}

// lead is what a name begins with, in whatever words it is cut.
func lead(name string) string {
	if i := strings.IndexAny(name, " -',"); i > 0 {
		return name[:i]
	}
	return name
}

// knownNames are the names of data.KnownNames and data.Countries.
var knownNames = sync.OnceValue(func() *nameList {
	list := &nameList{kinds: map[string]nameKind{}, leads: map[string]bool{}}
	add := func(name string, kind nameKind) {
		words := strings.Fields(strings.ToLower(name))
		name = strings.Join(words, " ")
		list.kinds[name], list.leads[lead(name)] = kind, true
		list.most = max(list.most, len(words))
	}
	for line := range strings.Lines(data.KnownNames) {
		label, names, _ := strings.Cut(line, ":")
		kind := place
		if label == "Organization" {
			kind = organization
		}
		if !strings.HasPrefix(label, "#") {
			for name := range strings.SplitSeq(names, ";") {
				add(name, kind)
			}
		}
	}
	for line := range strings.Lines(data.Countries) {
		if !strings.HasPrefix(line, "#") {
			add(line, place)
		}
	}
	delete(list.kinds, "")
	return list
})

// voteKnown adds weight to the states of the known names among words, the longest at each place. A name of one word
// counts only where it is not in small letters, a place only where no capital behind it says that it begins a
// longer name ("Black Sea Lines").
func voteKnown(rows [][nameStates]float32, words []string, weight float32) {
	low := make([]string, len(words))
	for i, w := range words {
		low[i] = strings.ToLower(w)
	}
	capital := func(i int) bool { return i < len(words) && low[i] != words[i] }
	for i := 0; i < len(words); {
		n, kind := known(words[i:], low[i:])
		if n > 0 && !(kind == place && capital(i+n)) {
			rows[i][2*int(kind)-1] += weight
			for k := i; k < i+n; k++ { // at its first word, too: a longer name may go on here
				rows[k][2*int(kind)] += weight
			}
		}
		i += max(n, 1)
	}
}

// known returns how many of the first words are a known name, and what it stands for.
func known(words, low []string) (int, nameKind) {
	list := knownNames()
	if !list.leads[lead(low[0])] {
		return 0, noName
	}
	for n := min(list.most, len(words)); n > 0; n-- {
		if kind, ok := list.kinds[spelled(low[:n])]; ok && (n > 1 || low[0] != words[0]) {
			return n, kind
		}
	}
	return 0, noName
}

// spelled joins words as names are written: an ending ("'s") and what hyphens divide are one word.
func spelled(words []string) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 && w != "'s" && w != "-" && words[i-1] != "-" && w != "," {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}
