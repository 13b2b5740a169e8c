package graph

import (
	"testing"
)

// links links a document as if it were alone.
func links(t *testing.T, a Article) map[[2]string]resolved {
	t.Helper()
	l := newLinker(nil)
	kinds := kindsOf(&a.Document, a.Statements)
	for _, k := range kinds {
		if k.linkable() {
			if err := l.count(k, 1); err != nil {
				t.Fatal(err)
			}
		}
	}
	out, err := l.links(a.ID, kinds)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// names are such as come near one another.
var names = [][2]string{
	{"Joe Biden", "Person"}, {"Joseph Biden", "Person"}, {"Biden", "Person"}, {"Hunter Biden", "Person"}, {"J. Biden", "Person"},
	{"George W. Bush", "Person"}, {"George Walker Bush", "Person"}, {"George H. W. Bush", "Person"}, {"George Bush", "Person"}, {"Bush", "Person"},
	{"Volodymyr Zelensky", "Person"}, {"Volodymyr Zelenskyy", "Person"}, {"Zelenskiy", "Person"}, {"president Volodymyr Zelenskiy", "Person"},
	{"General Motors", "Organization"}, {"General Motors Corporation", "Organization"}, {"GM", "Organization"}, {"General Mills", "Organization"},
	{"GM", "Thing"}, {"General Motors", "Thing"}, {"Ford", "Organization"}, {"Ford", "Person"}, {"Ford", "Thing"}, {"Ford Motor Company", "Organization"}, {"Ford Motor Co.", ""},
	{"Henry Ford", "Person"}, {"Washington", "Place"}, {"Newport", "Place"}, {"Newport", "Place"}, {"Washington", "Person"}, {"Denzel Washington", "Person"},
	{"Ann Vanderhoeven", "Person"}, {"Ann Vanderheoven", "Person"}, {"Vanderheoven", "Person"}, {"Ann Vanderhoven", "Person"}, {"Ann J. Vanderhoeven", "Person"},
	{"Mary Reed", "Person"}, {"Mary Reed Biden", "Person"}, {"Mary Biden", "Person"},
	{"attack", "Event"}, {"Tuesday's attack", "Event"}, {"the attack", "Event"}, {"summit", "Event"}, {"Group of Seven", "Event"},
}

func (c corpus) article(name string) Article {
	text := "Something is said here. And something more. "
	a := Article{Document: Document{ID: DocID(name), Text: text}}
	for range 1 + c.Intn(3) {
		n := names[c.Intn(len(names))]
		e := Entity{Name: n[0], Class: n[1], Spans: [][2]int{{0, 5}}}
		if n[1] == "Person" && c.Intn(3) == 0 {
			e.Gender, e.Sure = pick(c, "male", "female"), true
		}
		switch e.Class {
		case "Person":
			e.Namesake = pick(c, "", "", "politics;", "sport;", "arts;Kenya", ";Kenya", "arts+politics;", ";;b1943", "sport;;b1990", ";;a30")
		case "Place":
			e.Namesake = pick(c, "", "United States", "United States/Alabama", "United States/Ohio", "United Kingdom")
		case "Event":
			e.Namesake = pick(c, "", "2024-06-11;", "2024-06-11;Afghanistan/Kabul", "2024-06-11;Afghanistan", "2024-06-11;Afghanistan/Herat", "2024-06-20;", ";Geneva")
		}
		a.Entities = append(a.Entities, e)
		o := names[c.Intn(len(names))]
		st := Statement{Subject: Value{Name: n[0], Class: n[1]}, Object: Value{Name: o[0], Class: o[1], Text: "it"},
			Relation: Relation{Lemma: "meet"}, Polarity: Polarity(c.Intn(2)), Sources: []Source{{Start: 0, End: 23}}}
		for _, v := range []*Value{&st.By, &st.Place} {
			if o := names[c.Intn(len(names))]; c.Intn(3) == 0 {
				*v = Value{Name: o[0], Class: o[1]}
			}
		}
		if c.Intn(3) == 0 {
			o := names[c.Intn(len(names))]
			st.Roles = []Role{{"ahead of", Value{Name: o[0], Class: o[1]}}, {"with", unnamed}}
		}
		a.Statements = append(a.Statements, st)
	}
	return a
}

// TestOrder stores the same articles in several orders, at once and one by one, with some replaced and others taken out
// on the way, with decisions before and after: the graph is the same each time, and linking all anew changes nothing.
func TestOrder(t *testing.T) {
	for seed := range seeds(3) {
		c := newCorpus(seed)
		var articles []Article
		for i := range 10 {
			articles = append(articles, c.article(string(rune('a'+i))))
		}
		decided := []Decision{
			{Kind: "merge", Entity: "e/bush", To: "e/george-w-bush"},
			{Kind: "merge", Entity: "e/hunter-biden", To: "e/joe-biden"},
			{Kind: "split", Entity: "e/ford.org", Name: "Ford Motor Company", To: "e/ford-motor.org"},
			{Kind: "split", Entity: "e/joe-biden", Doc: "d/c", To: "e/joe-biden~2"},
			{Kind: "rename", Entity: "e/ford.org", Name: "Ford of Dearborn"},
		}[:c.Intn(6)]
		decide := func(s *Store) {
			t.Helper()
			if _, err := s.Decide(decided...); err != nil {
				t.Fatal(err)
			}
		}
		want := memory(t, Settings{})
		if _, err := want.PutAll(articles); err != nil {
			t.Fatal(err)
		}
		plain := dump(t, want)
		decide(want)
		for round := range 3 {
			s := memory(t, Settings{})
			order := c.Perm(len(articles))
			if round > 0 {
				decide(s)
			}
			for len(order) > 0 {
				n := min(1+c.Intn(4)*round, len(order))
				var some []Article
				for _, i := range order[:n] {
					a := articles[i]
					if c.Intn(4) == 0 { // first something else
						other := c.article("x")
						other.ID = a.ID
						if _, err := s.PutAll([]Article{other}); err != nil {
							t.Fatal(err)
						}
						if c.Intn(2) == 0 {
							if err := s.Remove(a.ID); err != nil {
								t.Fatal(err)
							}
							s.links = nil
						}
					}
					some = append(some, a)
				}
				if _, err := s.PutAll(some); err != nil {
					t.Fatal(err)
				}
				order = order[n:]
			}
			if round == 0 {
				decide(s)
			}
			if a, b := dump(t, want), dump(t, s); a != b {
				t.Fatalf("seed %d, round %d: the order matters:\n%s", seed, round, differ(a, b))
			}
			if n, err := s.Relink(); err != nil || n > 0 || dump(t, s) != dump(t, want) {
				t.Fatalf("seed %d: linking anew changed %d documents (%v):\n%s", seed, n, err, differ(dump(t, want), dump(t, s)))
			}
			if _, err := s.Check(func(p Problem) { t.Errorf("seed %d: %s %s", seed, p.What, p.Line) }); err != nil {
				t.Fatal(err)
			}
			var ids []ID
			all, err := s.Decisions()
			if err != nil || len(all) != len(decided) {
				t.Fatalf("%d decisions (%v), want %d", len(all), err, len(decided))
			}
			for _, d := range all {
				ids = append(ids, d.ID)
			}
			if _, err := s.Undo(ids...); err != nil {
				t.Fatal(err)
			}
			if got := dump(t, s); got != plain {
				t.Fatalf("seed %d: taking decisions back leaves:\n%s", seed, differ(plain, got))
			}
		}
	}
}
