package queries

import (
	"slices"
	"strings"
)

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
	if akin.covers(kind, noun) {
		return false
	}
	for _, others := range akin.under {
		if slices.Contains(others, noun) {
			return true
		}
	}
	return false
}
