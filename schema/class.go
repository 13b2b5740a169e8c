package schema

// A ClassInfo is one class of things.
type ClassInfo struct {
	Name    string // as on text.Mention and graph.Value
	IRI     string // its RDF class; "" for literals, which are no things
	Suffix  string // of the ids of its things: things of different suffixes are never one
	Literal bool
}

// Classes lists the classes that the analysis gives. People have plain ids ("e/joe-biden"); the suffix keeps the city
// ("e/washington.place") apart from the person of that name, whatever else the graph holds.
var Classes = []ClassInfo{
	{"Person", Org + "Person", "", false},
	{"Organization", Org + "Organization", ".org", false},
	{"Place", Org + "Place", ".place", false},
	{"Event", Org + "Event", ".event", false},
	{"Work", Org + "CreativeWork", ".work", false},
	{"Group", Vocab + "Group", ".group", false},
	{"Thing", Org + "Thing", ".thing", false},
	{"Date", "", "", true},
	{"Quantity", "", "", true},
	{"Clause", "", "", true},
}

// ClassOf returns the class of that name; an unknown name is a Thing.
func ClassOf(name string) ClassInfo {
	for _, c := range Classes {
		if c.Name == name {
			return c
		}
	}
	return Classes[6]
}
