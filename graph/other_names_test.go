package graph

import (
	"slices"
	"testing"
)

// TestOtherNames leaves out wordings that are no names, but for what has no name at all.
func TestOtherNames(t *testing.T) {
	for _, x := range []struct {
		name string
		all  []string
		want []string
	}{
		{"Halden Motors", []string{"\"Halden Motors\"", "HM", "Halden Motors", "Halden Motors 's", "Halden for ten years", "Motors of Halden", "a carmaker", "carmaker Halden", "iHalden"},
			[]string{"HM", "Motors of Halden", "iHalden"}},
		{"aircraft", []string{"aircraft", "the new aircraft"}, []string{"the new aircraft"}},
		{"Ölund", []string{"Ölund", "Ölund Group’s", "Ölund and"}, []string{"Ölund Group"}},
	} {
		if got := (Node{Name: x.name, Names: x.all}).OtherNames(); !slices.Equal(got, x.want) {
			t.Errorf("%s: %q, want %q", x.name, got, x.want)
		}
	}
}
