package graph

import "testing"

// TestNamesakes stores documents that use one name and looks at which of them mean one thing.
func TestNamesakes(t *testing.T) {
	type named struct{ name, class, namesake, gender string }
	for _, c := range []struct {
		docs []named
		want string // one letter a document, the same for those of one thing
	}{
		{[]named{{"Ann Lee", "Person", "politics;", ""}, {"Ann Lee", "Person", "sport;", ""}}, "ab"},
		{[]named{{"Ann Lee", "Person", "politics;", ""}, {"Ann Lee", "Person", "law;", ""}, {"Ann Lee", "Person", "", ""}}, "aaa"},
		{[]named{{"Ann Lee", "Person", "politics;", ""}, {"Ann Lee", "Person", "arts;", ""}, {"Ann Lee", "Person", "arts+politics;", ""}}, "aaa"},
		{[]named{{"Ann Lee", "Person", "arts;Kenya", ""}, {"Ann Lee", "Person", "arts;Peru", ""}}, "ab"},
		{[]named{{"Ann Lee", "Person", "arts;", ""}, {"Ann Lee", "Person", "", ""}, {"Ann Lee", "Person", "arts;", ""}, {"Ann Lee", "Person", "arts;", ""}, {"Ann Lee", "Person", "sport;", ""}}, "aaaab"},
		{[]named{{"Lee", "Person", "", "male"}, {"Lee", "Person", "", "female"}}, "ab"},
		{[]named{{"Ann Lee", "Person", "", "male"}, {"Ann Lee", "Person", "", "female"}}, "aa"}, // either may be a slip
		{[]named{{"Ann Lee", "Person", "sport;", "female"}, {"Lee", "Person", "politics;", "female"}, {"Lee", "Person", "sport;", "female"}}, "aba"},
		{[]named{{"Ann Lee", "Person", ";;b1943", ""}, {"Ann Lee", "Person", ";;b1944", ""}, {"Ann Lee", "Person", ";;b1990", ""}}, "aab"},
		{[]named{{"Ann Lee", "Person", ";;a24", ""}, {"Ann Lee", "Person", ";;a82", ""}, {"Ann Lee", "Person", ";;b1990", ""}}, "abc"},
		{[]named{{"Ann Lee", "Person", "politics;;b1943", ""}, {"Ann Lee", "Person", "politics;", ""}, {"Ann Lee", "Person", ";;b1943", ""}}, "aaa"},
		{[]named{{"Ann Reed", "Person", "", "female"}, {"Ann Reed Miller", "Person", "", "female"}}, "aa"},
		{[]named{{"Ann Reed", "Person", "", "female"}, {"Ann Reed Miller", "Person", "", "female"}, {"Ann Reed Moss", "Person", "", "female"}}, "abc"},
		{[]named{{"Lou Reed", "Person", "", "male"}, {"Lou Reed Miller", "Person", "", "male"}}, "ab"},
		{[]named{{"Ann Vanderhoeven", "Person", "arts;", ""}, {"Ann Vanderheoven", "Person", "sport;", ""}}, "ab"},
		{[]named{{"Muhammad Ali", "Person", "sport;", ""}, {"Mohammed Ali", "Person", "politics;", ""}, {"Mohamed Ali", "Person", "sport;", ""}}, "aba"},
		{[]named{{"Newport", "Place", "United Kingdom", ""}, {"Newport", "Place", "United States/Ohio", ""}, {"Newport", "Place", "United States", ""}}, "abb"},
		{[]named{{"Newport", "Place", "United States/Iowa", ""}, {"Newport", "Place", "United States/Ohio", ""}, {"Newport", "Place", "United States", ""}}, "abc"},
		{[]named{{"Newport", "Place", "United States/Iowa", ""}, {"Newport", "Place", "", ""}}, "aa"},
	} {
		s := memory(t, Settings{})
		var articles []Article
		for i, n := range c.docs {
			e := Entity{Name: n.name, Class: n.class, Spans: [][2]int{{0, 5}}, Traits: Traits{Namesake: n.namesake, Gender: n.gender, Sure: n.gender != ""}}
			articles = append(articles, Article{Document: Document{ID: DocID(string(rune('a' + i))), Text: "Somebody did something.", Entities: []Entity{e}}})
		}
		if _, err := s.PutAll(articles); err != nil {
			t.Fatal(err)
		}
		passages, err := s.Passages()
		if err != nil || len(passages) != len(c.docs) {
			t.Fatalf("%v: %d passages, %v", c.docs, len(passages), err)
		}
		letters, got := map[ID]string{}, ""
		for _, p := range passages {
			if letters[p.Entity] == "" {
				letters[p.Entity] = string(rune('a' + len(letters)))
			}
			got += letters[p.Entity]
		}
		if got != c.want {
			t.Errorf("%v: %s, want %s", c.docs, got, c.want)
		}
	}
}
