package schema

// A Term is one entry of the JSON-LD context.
type Term struct {
	Name string
	IRI  string // ends in "/", "#" or ":" for a prefix
	Ref  bool   // its values are IRIs
}

// Prefixes returns the prefixes of the JSON-LD context of a store with that base, in the order they are written.
func Prefixes(base string) []Term {
	out := []Term{
		{Name: "rdf", IRI: RDF}, {Name: "xsd", IRI: XSD}, {Name: "schema", IRI: Org}, {Name: "prov", IRI: Prov},
		{Name: "oa", IRI: OA}, {Name: "skos", IRI: SKOS}, {Name: "kg", IRI: Vocab},
	}
	for _, p := range []string{"a", "as", "d", "derived", "e", "f", "i", "m", "maybe", "n", "not", "p", "r", "s", "x"} {
		out = append(out, Term{Name: p, IRI: base + p + "/"})
	}
	return out
}

// Terms are the short names of the JSON-LD context, in the order they are written.
var Terms = []Term{
	{"name", Name, false}, {"alternateName", AlternateName, false}, {"headline", Headline, false},
	{"datePublished", DatePublished, false}, {"url", URL, false}, {"publisher", Publisher, false},
	{"articleBody", ArticleBody, false}, {"isPartOf", IsPartOf, true}, {"copyOf", CopyOf, true}, {"sameAs", SameAs, true}, {"prefLabel", PrefLabel, false},
	{"subject", Subject, true}, {"predicate", Predicate, true}, {"object", Object, true},
	{"subjectAs", SubjectAs, true}, {"objectAs", ObjectAs, true}, {"fact", Fact, true}, {"status", Held, false},
	{"wasDerivedFrom", WasDerivedFrom, true}, {"wasGeneratedBy", WasGeneratedBy, true},
	{"hasSource", HasSource, true}, {"exact", Exact, false}, {"start", Start, false}, {"end", End, false},
	{"refersTo", RefersTo, true}, {"at", At, true}, {"class", Class, false},
	{"of", Of, true}, {"evidence", Evidence, false}, {"from", From, true}, {"to", To, true}, {"in", In, true},
	{"kind", Kind, false}, {"polarity", Polarity, false}, {"certainty", Certainty, false}, {"tense", Tense, false},
	{"by", By, true}, {"byAs", ByAs, true}, {"cue", Cue, false}, {"condition", Condition, false},
	{"time", Time, false}, {"timeValue", TimeValue, false}, {"place", Location, true}, {"placeAs", LocationAs, true},
	{"quantity", Quantity, false}, {"lemma", Lemma, false}, {"wording", Wording, false},
	{"confidence", Confidence, false}, {"extractor", Extractor, false}, {"rule", Because, false},
}
