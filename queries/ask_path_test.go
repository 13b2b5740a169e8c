package queries

import (
	"fmt"
	"testing"

	"kg/graph"
)

// TestAskFarApart asks how two things are related that stand in too many statements for all to be walked: there is no
// answer, which is no error, until a statement joins them.
func TestAskFarApart(t *testing.T) {
	s, err := graph.Memory(graph.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	put := func(a article) {
		t.Helper()
		if _, err := s.Put(a.doc, a.sts); err != nil {
			t.Fatal(err)
		}
	}
	many := article{doc: graph.Document{ID: "d/many"}}
	for i := range 400 {
		many.sentence(fmt.Sprintf("Ann Lee met guest %d.", i), said(fmt.Sprintf("Ann Lee:Person | meet | guest %d:Thing", i)))
		many.sentence(fmt.Sprintf("Bo Day saw ship %d.", i), said(fmt.Sprintf("Bo Day:Person | see | ship %d:Thing", i)))
	}
	put(many)
	p := graph.Pattern{Ask: graph.AskPath, Slots: []graph.Slot{{Name: "Ann Lee", Proper: true}, {Name: "Bo Day", Proper: true}}}
	r, err := Ask(s, p, 5)
	if err != nil || len(r.Answers) != 0 {
		t.Fatalf("%+v (%v)", r.Answers, err)
	}
	one := article{doc: graph.Document{ID: "d/one"}}
	one.sentence("Bo Day thanked Ann Lee.", said("Bo Day:Person | thank | Ann Lee:Person"))
	put(one)
	r, err = Ask(s, p, 5)
	if err != nil || len(r.Answers) != 1 || r.Answers[0].Name != "thank" {
		t.Errorf("%+v (%v)", r.Answers, err)
	}
}
