package parse

import (
	"strings"
	"testing"

	"kg/data"
)

// A list names a thing once and under a type that there is.
func TestKnownNames(t *testing.T) {
	seen := map[string]int{}
	line := 0
	for s := range strings.Lines(data.KnownNames) {
		line++
		if s = strings.TrimSpace(s); s == "" || s[0] == '#' {
			continue
		}
		label, names, ok := strings.Cut(s, ": ")
		if !ok || label != "Organization" && label != "Place" {
			t.Fatalf("data/known.txt:%d: %q is no type", line, label)
		}
		for name := range strings.SplitSeq(names, "; ") {
			if name == "" || name != strings.TrimSpace(name) || strings.ContainsAny(name, ";:") {
				t.Errorf("data/known.txt:%d: %q", line, name)
			}
			if seen[name] > 0 {
				t.Errorf("data/known.txt:%d: %q stands on line %d too", line, name, seen[name])
			}
			seen[name] = line
		}
	}
}

func TestVoteKnown(t *testing.T) {
	for _, c := range []struct {
		text string
		want string // the state voted for at each word, "." for none
	}{
		{"The tour of the West Bank began", ". . . . Bplace Iplace ."},
		{"tours of Black Sea Lines", ". . . . ."},
		{"Engineers at Taco Bell agreed", ". . Borganization Iorganization ."},
		{"a taco bell and an intel report", ". Borganization Iorganization . . . ."},
		{"McDonald 's and al - Qaeda", "Borganization Iorganization . Borganization Iorganization Iorganization"},
		{"New York Times readers in New York", "Borganization Iorganization Iorganization . . Bplace Iplace"},
	} {
		words := strings.Fields(c.text)
		rows := make([][nameStates]float32, len(words))
		voteKnown(rows, words, 1)
		var got []string
		for i := range rows {
			s := "."
			for k, name := range map[nameKind]string{organization: "organization", place: "place", person: "person"} {
				if rows[i][2*k] > 0 {
					s = "I" + name
				}
				if rows[i][2*k-1] > 0 {
					s = "B" + name
				}
			}
			got = append(got, s)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s: %s, want %s", c.text, g, c.want)
		}
	}
}
