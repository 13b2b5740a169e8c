package graph

import (
	"fmt"
	"slices"
	"testing"
)

// TestPick picks by thing and relation what reading everything gives, where the relation has few statements and where it
// has very many more than the thing.
func TestPick(t *testing.T) {
	s, err := Memory(Settings{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for d := range 60 {
		say(t, s, fmt.Sprint("d", d), "Ann Lee | meet | Bob Fox", fmt.Sprintf("Kim Ray | sign | Bo%c Poe", 'a'+d%26), fmt.Sprintf("Tom Oak | sign | Al%c Poe", 'a'+d/26))
	}
	say(t, s, "last", "Ann Lee | sign | Kim Ray", "Ann Lee | kill | Bob Fox")
	all, err := s.Statements(Find{})
	if err != nil {
		t.Fatal(err)
	}
	for _, thing := range []ID{"e/ann-lee", "e/kim-ray", "e/nobody"} {
		for _, relations := range [][]ID{{"p/sign"}, {"p/meet"}, {"p/kill", "p/sign"}, {"p/nothing"}} {
			var want []ID
			for _, st := range all {
				if st.Mentions(thing) && slices.Contains(relations, st.Relation.ID) {
					want = append(want, st.ID)
				}
			}
			slices.Sort(want)
			got, err := s.Pick([]ID{thing}, relations, 1000)
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("%s %v: %v, want %v: %v", thing, relations, got, want, err)
			}
		}
	}
	last, err := s.Statements(Find{Entity: "e/ann-lee", Most: 2})
	if err != nil || len(last) != 2 || last[0].Sources[0].Doc != "d/last" || last[1].Sources[0].Doc != "d/last" {
		t.Errorf("the last two of Ann Lee: %v, %v", last, err)
	}
}
