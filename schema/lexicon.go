package schema

import (
	_ "embed"
	"strings"
	"sync"
)

// A Lexicon is the vocabulary of predicates: which wordings are one relation, and what holds of the relation.
// It is not changed after it was read, so that many goroutines may use it.
type Lexicon struct {
	Relations []*Relation // in the order of the file
	Rules     []Rule
	Classes   []*FinerClass // in the order of the file
	Open      bool          // what is not in it is in the graph nevertheless

	finer   map[string]*FinerClass // by name
	heads   map[string]*FinerClass // by head
	iris    map[string]*FinerClass // by RDF class
	strict  bool                   // domain and range hold: a vocabulary of a user's own
	only    []string               // the Classes that are in the graph, nil for all
	named   map[string]*Relation   // by name
	slugs   map[string]*Relation   // by slug
	phrases map[string][]sense     // by phrase, in the order of the file
	nouns   map[string][]string    // sets of nouns by name
	sets    []string               // their names in the order of the file
	unions  map[string][]string    // classes that stand for several
	defined map[string]placeInFile // where each name was given, for errors
}

// A Relation is one predicate of the graph with all its wordings.
type Relation struct {
	Name              string   // its canonical lemma with particle or preposition: "sign", "take part in"; its id is p/ and Slug
	Means             string   // one line of English, "" for none
	Phrases           []Phrase // Name first
	Domain            []string // classes of the subject, nil for any
	Range             []string // classes of the object, nil for any; None among them where other objects than these make another relation
	Inverse           string   // name of the relation from object to subject, "" for none; its inverse is this one
	Symmetric         bool     // its own inverse
	Functional        bool     // a subject has one object at a time
	InverseFunctional bool     // an object has one subject at a time
	Transitive        bool
	Lasting           bool   // what holds once holds for ever
	Event             string // event word of PLOVER (Halterman et al. 2023), "" for none
	Same              []Same // properties of other vocabularies that say the same
	Line              int    // of its file
}

// A Phrase is one wording of a relation.
type Phrase struct {
	Lemma   string   // as of graph.Relation: verb, particle, preposition
	Nouns   []string // the object's head must be one of these, nil for any: "strike" with "deal", "accord"
	Braces  string   // the nouns as the file gives them: "agreement"
	Fitting bool     // it stands for the relation only where domain and range fit
}

// Same is a property of another vocabulary.
type Same struct {
	IRI     string
	Inverse bool // it leads from the object to the subject
}

// A Use is an occurrence of a predicate, as far as it decides which relation is meant. Only Phrase is needed.
type Use struct {
	Phrase          string // lemma with particle or preposition
	Subject, Object string // classes, "" where unknown
	Name            string // of the object
	SubjectName     string // "" where it does not matter
}

// sense is a relation that a phrase may mean.
type sense struct {
	*Relation
	nouns   []string
	fitting bool
}

// None is the class of an object that is not there. It fits any relation.
const None = "None"

// Lookup returns the relations that a phrase may stand for, the usual one first.
func (l *Lexicon) Lookup(phrase string) []*Relation {
	var out []*Relation
	for _, s := range l.phrases[phrase] {
		out = append(out, s.Relation)
	}
	return out
}

// Named returns the relation of that canonical name, nil where there is none.
func (l *Lexicon) Named(name string) *Relation { return l.named[name] }

// Slugged returns the relation of that slug, nil where there is none.
func (l *Lexicon) Slugged(slug string) *Relation { return l.slugs[slug] }

// Canonical returns the relation that a predicate stands for, nil where the lexicon has none and the lemma is the
// predicate. Of several the first counts whose nouns, domain and range fit; where none fits the first whose nouns do,
// unless the lexicon has the phrase mean the relation only where the classes fit.
func (l *Lexicon) Canonical(u Use) *Relation {
	senses := l.phrases[u.Phrase]
	if len(senses) == 0 {
		return nil
	}
	if l.strict {
		u.Subject, u.Object = l.finest(u.Subject, u.SubjectName), l.finest(u.Object, u.Name)
	}
	var fallback *Relation
	head := ""
	for _, s := range senses {
		if s.nouns != nil {
			if head == "" {
				head = Head(u.Name)
			}
			if !contains(s.nouns, head) {
				continue
			}
		}
		if l.Fits(s.Relation, u.Subject, u.Object) {
			return s.Relation
		}
		if fallback == nil && !s.fitting {
			fallback = s.Relation
		}
	}
	return fallback
}

// Fits reports whether arguments of these classes are in the relation's domain and range; "" is an argument that is
// missing or of unknown class and fits anywhere.
func (l *Lexicon) Fits(r *Relation, subject, object string) bool {
	return l.fits(r.Domain, subject) && l.fits(r.Range, object)
}

func (l *Lexicon) fits(classes []string, class string) bool {
	if classes == nil || class == "" || class == None {
		return true
	}
	for {
		if contains(classes, class) {
			return true
		}
		f := l.finer[class]
		if f == nil {
			return false
		}
		class = f.Parent
	}
}

// Slug returns the relation's id below p/: "take-part-in".
func (r *Relation) Slug() string { return Slug(r.Name) }

func contains(in []string, s string) bool {
	for _, x := range in {
		if x == s {
			return true
		}
	}
	return false
}

//go:embed lexicon.txt
var lexiconText string

// Default returns the lexicon that the program holds.
var Default = sync.OnceValue(func() *Lexicon {
	l, err := Read("lexicon.txt", lexiconText)
	if err != nil {
		panic(err) // a test reads it
	}
	return l
})

// Head returns the head noun of a noun phrase in lower case and the singular: "agreement" of "ten-year security
// agreements with Ukraine".
func Head(phrase string) string {
	words := core(phrase)
	if len(words) == 0 {
		return ""
	}
	return headWord(words[len(words)-1])
}

// headWord is the head from the last word of a phrase's core.
func headWord(w string) string { return singular(strings.Trim(w, "\"'“”‘’.,;:!?()")) }

// core returns the words of a noun phrase in lower case up to what stands behind its head.
func core(phrase string) []string {
	words := strings.Fields(strings.ToLower(phrase))
	for i, w := range words {
		if i > 0 && headEnds[w] {
			words = words[:i]
			break
		}
		if t := strings.TrimRight(w, ",;:"); i > 0 && t != w {
			words = append(words[:i:i], t)
			break
		}
	}
	return words
}

// headEnds are words that begin what stands behind a noun.
var headEnds = map[string]bool{
	"of": true, "with": true, "for": true, "on": true, "in": true, "to": true, "at": true, "by": true, "from": true, "between": true,
	"against": true, "over": true, "about": true, "under": true, "into": true, "among": true, "that": true, "which": true,
	"who": true, "as": true, "after": true, "before": true, "during": true, "through": true, "within": true, "without": true,
}

// voiced are the singulars of plurals whose f is voiced.
var voiced = map[string]string{"lives": "life", "wives": "wife", "knives": "knife", "leaves": "leaf", "wolves": "wolf", "halves": "half", "thieves": "thief", "shelves": "shelf",
	"loaves": "loaf", "calves": "calf", "housewives": "housewife", "midwives": "midwife"}

// singular undoes the regular plural.
func singular(w string) string {
	switch {
	case len(w) < 4 || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is") || uncounted[w]:
		return w
	case voiced[w] != "":
		return voiced[w]
	case strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "ses"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"):
		if plainE[w] {
			return w[:len(w)-1]
		}
		return w[:len(w)-2]
	case strings.HasSuffix(w, "s"):
		return w[:len(w)-1]
	}
	return w
}

// uncounted are nouns whose plural is a word of its own; plainE are plurals of nouns in -se and the like.
var (
	uncounted = map[string]bool{"talks": true, "news": true, "series": true, "headquarters": true, "forces": true, "olympics": true, "arms": true}
	plainE    = map[string]bool{"houses": true, "cases": true, "bases": true, "purchases": true, "leases": true, "releases": true,
		"increases": true, "responses": true, "licenses": true, "exercises": true, "universes": true, "courses": true, "nurses": true, "horses": true,
		"expenses": true, "defenses": true, "phases": true, "diseases": true, "causes": true, "clauses": true, "axes": true, "databases": true}
)
