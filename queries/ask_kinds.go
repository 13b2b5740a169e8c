package queries

import (
	"slices"
	"strings"
)

// kindred reports whether a noun names something of the kind that the other names: a cellist is a musician.
func kindred(noun, kind string) bool { return slices.Contains(akin.under[kind], noun) }

// otherKind reports whether the text up to the statement's sentence has before the name a noun for something of another kind:
// "the cellist Ann Lee" is no politician.
func (r *reading) otherKind(name, kind string) bool {
	if akin.under[kind] == nil {
		return false
	}
	i := strings.Index(r.all, strings.ToLower(name))
	if i < 0 {
		return false
	}
	before := strings.Fields(r.all[max(0, i-40):i])
	if len(before) == 0 {
		return false
	}
	noun := before[len(before)-1]
	if noun == kind || kindred(noun, kind) || together(akin, noun, kind) {
		return false
	}
	for _, others := range akin.under {
		if slices.Contains(others, noun) {
			return true
		}
	}
	return false
}
