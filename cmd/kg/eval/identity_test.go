package eval

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBCubed(t *testing.T) {
	var labels []Label
	for _, e := range strings.Fields("a a a b b c") {
		labels = append(labels, Label{Class: "Person", Entity: e})
	}
	near := func(what string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	// a a | a b b | and c not found
	p, r, _, n, found := Clusters{labels, []string{"1", "1", "2", "2", "2", ""}}.BCubed("")
	near("precision", p, (1+1+1./3+2./3+2./3+1)/6)
	near("recall", r, (2./3+2./3+1./3+1+1+1)/6)
	if n != 6 || found != 5 {
		t.Errorf("%d labels, %d found", n, found)
	}
	if _, _, f, n, _ := (Clusters{labels, []string{"1", "1", "1", "2", "2", "3"}}).BCubed("Person"); f != 1 || n != 6 {
		t.Errorf("the gold itself: F1 %v of %d", f, n)
	}
	if _, _, _, n, _ := (Clusters{labels, make([]string, 6)}).BCubed("Place"); n != 0 {
		t.Errorf("%d places", n)
	}
	top := Clusters{labels, []string{"1", "1", "2", "2", "2", ""}}.Top(2)
	if len(top) != 2 || top[0].Entity != "a" || len(top[0].Nodes) != 2 || len(top[0].Merged) != 1 || top[1].Merged[0] != "a" || len(top[1].Nodes) != 1 {
		t.Errorf("top: %+v", top)
	}
}

func TestPlace(t *testing.T) {
	found := []Found{
		{0, 52, "Mira Holt, the chief executive officer of Vantor Inc", "Person", "mira"},
		{42, 52, "Vantor Inc", "Organization", "vantor"},
		{60, 75, "the city of Oru", "Place", "oru"},
		{80, 90, "the Vantor", "Thing", "vantor2"},
	}
	for _, c := range []struct {
		label Label
		want  string
	}{
		{Label{Start: 0, End: 9, Class: "Person", Name: "Mira Holt"}, "mira"},
		{Label{Start: 42, End: 52, Class: "Organization", Name: "Vantor Inc"}, "vantor"},
		{Label{Start: 72, End: 75, Class: "Place", Name: "Oru"}, ""},
		{Label{Start: 84, End: 90, Class: "Organization", Name: "Vantor"}, "vantor2"},
		{Label{Start: 42, End: 52, Class: "Person", Name: "Vantor Inc"}, "vantor"},
		{Label{Start: 55, End: 58, Class: "Person", Name: "Xyz"}, ""},
	} {
		if got := c.label.Place(found); got != c.want {
			t.Errorf("%s: %q, want %q", c.label.Name, got, c.want)
		}
	}
}

func TestPairs(t *testing.T) {
	pairs, err := ReadPairs("x", strings.NewReader("same Person\nHe met [[Ann Lee]].\n[[Lee]] sang.\n\n# remark\ndifferent Place\n[[Oru]] won.\nIn [[Oru]].\n"))
	if err != nil || len(pairs) != 2 || pairs[0].Sides[0] != (Context{"He met Ann Lee.", 7, 14}) || pairs[1].Same {
		t.Fatal(pairs, err)
	}
	var c PairCounts
	c.Add(pairs[0], "1", "1")
	c.Add(pairs[0], "1", "")
	c.Add(pairs[1], "1", "1")
	c.Add(pairs[1], "", "")
	if c != (PairCounts{Same: 2, Different: 2, Split: 0, Merged: 1, Lost: 2, Right: 1}) {
		t.Errorf("%+v", c)
	}
	for _, bad := range []string{"alike Person\n", "same Person\n[[A]] b.\n", "same Person\nno name\nno name\n"} {
		if _, err := ReadPairs("x", strings.NewReader(bad)); err == nil || !strings.HasPrefix(err.Error(), "x:") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestJudge(t *testing.T) {
	qs, err := ReadQuestions("x", strings.NewReader("@ a.txt\n? who: Who came?\n= Ann Lee | Lee\n= Bob\n= Cy\n+ guests\n\" Ann Lee, Bob and Cy came\n? none: Who left?\n= none\n"))
	if err != nil || len(qs) != 2 {
		t.Fatal(qs, err)
	}
	for _, c := range []struct {
		q       int
		answers string
		want    Verdict
	}{
		{0, "", Silent}, {0, "Lee;Bob", Right}, {0, "the President, Ann Lee;Bob;Cy;guests", Right}, {0, "Bob", Part}, {0, "guests", Part},
		{0, "Lee;Bob;Dan", Wrong}, {0, "Bobby", Wrong}, {0, "it rained when all the people of the town of Oru came with Bob to us", Wrong},
		{1, "", Right}, {1, "Ann Lee", Wrong},
	} {
		var answers []string
		if c.answers != "" {
			answers = strings.Split(c.answers, ";")
		}
		if got, bad := qs[c.q].Judge(answers); got != c.want {
			t.Errorf("%s %q: %v %q, want %v", qs[c.q].Text, c.answers, got, bad, c.want)
		}
	}
	for _, bad := range []string{"= x\n", "@ a\n? Who\n", "@ a\n! x\n"} {
		if _, err := ReadQuestions("x", strings.NewReader(bad)); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}

// The committed cases stand on what their articles say.
func TestQuestionsStand(t *testing.T) {
	files, _ := filepath.Glob("../../../data/questions/*/questions.ask")
	if len(files) == 0 {
		t.Fatal("no questions")
	}
	for _, path := range files {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		qs, err := ReadQuestions(path, strings.NewReader(string(b)))
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range qs {
			all := ""
			for _, a := range q.Articles {
				b, err := os.ReadFile(filepath.Join(filepath.Dir(path), a))
				if err != nil {
					t.Fatal(err)
				}
				all += string(b)
			}
			if (q.Kind == "none") != (len(q.Want) == 0) || q.Quote == "" && q.Kind != "none" || !strings.Contains(all, q.Quote) {
				t.Errorf("%s:%d: %s: its answers or its quotation %q do not hold", path, q.Line, q.Text, q.Quote)
			}
		}
	}
	pairs, _ := filepath.Glob("../../../data/gold/link/pairs-*.txt")
	for _, path := range pairs {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ReadPairs(path, strings.NewReader(string(b))); err != nil {
			t.Error(err)
		}
	}
}
