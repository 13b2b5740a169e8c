package schema

import (
	"slices"
	"strings"
)

// A FinerClass is a class below one of Classes that the head of a name tells: "Corporation" below Organization.
type FinerClass struct {
	Name   string
	Parent string   // one of Classes, or a finer class given before
	Heads  []string // nouns in the singular and lower case, of one word or two: "ministry", "news agency"
	IRI    string   // its RDF class
	Line   int      // of its file
}

// Finer returns the finer classes of a thing of that class and name, the finest first, nil where its head tells none.
// A thing of class Thing may be of any finer class but of those of people.
func (l *Lexicon) Finer(class, name string) []*FinerClass {
	if len(l.Classes) == 0 {
		return nil
	}
	one, two := lastWords(name)
	f := l.heads[two]
	if f == nil || two == "" {
		f = l.heads[one]
	}
	if f == nil {
		return nil
	}
	if root := l.root(f.Name); root != class && (class != "Thing" || root == "Person") {
		return nil
	}
	var out []*FinerClass
	for ; f != nil; f = l.finer[f.Parent] {
		out = append(out, f)
	}
	return out
}

// root is the one of Classes above a class.
func (l *Lexicon) root(class string) string {
	for l.finer[class] != nil {
		class = l.finer[class].Parent
	}
	return class
}

// FinerByIRI returns the finer class of that RDF class, nil where there is none.
func (l *Lexicon) FinerByIRI(iri string) *FinerClass { return l.iris[iri] }

// String is the class in its text form, as Read takes it.
func (f *FinerClass) String() string {
	s := "class " + f.Name + "\n  parent " + f.Parent + "\n"
	if len(f.Heads) > 0 {
		s += "  heads " + strings.Join(f.Heads, ", ") + "\n"
	}
	if f.IRI != Vocab+f.Name {
		s += "  same " + Same{IRI: f.IRI}.String() + "\n"
	}
	return s
}

// lastWords returns the head of a name, and the head with the word before it, "" where there is none.
func lastWords(name string) (one, two string) {
	words := core(name)
	if len(words) == 0 {
		return "", ""
	}
	one = headWord(words[len(words)-1])
	if len(words) > 1 {
		two = words[len(words)-2] + " " + one
	}
	return one, two
}

// finerFields are the fields of a class.
var finerFields = []string{"parent", "heads", "same"}

// finerEntry opens the entry of a finer class.
func (r *reader) finerEntry(name word) {
	r.nowClass = &FinerClass{Name: name.text, IRI: Vocab + name.text, Line: r.line}
	r.given = map[string]bool{}
	switch {
	case Escape(name.text) != name.text || strings.ContainsAny(name.text, " :/,") || name.text == "" || name.text[0] < 'A' || name.text[0] > 'Z':
		r.fail(name.col, "want \"class NAME: WORD, WORD\" or \"class NAME\", one word with a capital")
	case r.isClass(name.text) || name.text == None:
		r.fail(name.col, "%s is a class already", name.text)
	case r.define("class", name):
		r.Classes = append(r.Classes, r.nowClass)
		r.finer[name.text] = r.nowClass
	}
}

// finerField takes an indented line under a class.
func (r *reader) finerField(key, rest word) {
	f := r.nowClass
	switch {
	case !contains(finerFields, key.text):
		r.fail(key.col, "%q is no field of a class (want %s)%s", key.text, strings.Join(finerFields, ", "), meant(key.text, finerFields))
		return
	case rest.text == "":
		r.fail(rest.col, "%s: nothing given", key.text)
		return
	case r.given[key.text] && key.text != "heads":
		r.fail(key.col, "%s is given twice", key.text)
		return
	}
	r.given[key.text] = true
	switch key.text {
	case "parent":
		if c := ClassOf(rest.text); !r.isClass(rest.text) || c.Name == rest.text && c.Literal || rest.text == f.Name {
			r.fail(rest.col, "%q is no class of things given before%s", rest.text, meant(rest.text, r.classNames()))
			return
		}
		f.Parent = rest.text
	case "heads":
		for _, w := range rest.list() {
			if n := len(strings.Fields(w.text)); n < 1 || n > 2 || w.text != strings.ToLower(w.text) {
				r.fail(w.col, "%q: want a noun of one word or two, in lower case", w.text)
			} else if was := r.heads[w.text]; was != nil {
				r.fail(w.col, "%q is a head of %s already (line %d)", w.text, was.Name, was.Line)
			} else {
				r.heads[w.text] = f
				f.Heads = append(f.Heads, w.text)
			}
		}
	case "same":
		prefix, local, ok := strings.Cut(rest.text, ":")
		if !ok || prefix != "schema" || local == "" || Escape(local) != local {
			r.fail(rest.col, "%q: want schema:CLASS", rest.text)
			return
		}
		f.IRI = Org + local
	}
}

// checkFiner checks the finer classes when the file is read.
func (r *reader) checkFiner() {
	for _, f := range r.Classes {
		if f.Parent == "" {
			r.failAt(placeInFile{f.Line, 1}, "class %s: no parent (want \"parent\" and one of %s)", f.Name, strings.Join(r.classNames(), ", "))
		}
		for _, c := range Classes {
			if c.IRI == f.IRI {
				r.failAt(placeInFile{f.Line, 1}, "class %s: has the IRI of %s", f.Name, c.Name)
			}
		}
		if was := r.iris[f.IRI]; was != nil {
			r.failAt(placeInFile{f.Line, 1}, "class %s: has the IRI of %s (line %d)", f.Name, was.Name, was.Line)
		}
		r.iris[f.IRI] = f
	}
}

func (r *reader) isClass(name string) bool { return slices.Contains(r.classNames(), name) }

func (r *reader) classNames() []string {
	var names []string
	for _, c := range Classes {
		names = append(names, c.Name)
	}
	for _, f := range r.Classes {
		names = append(names, f.Name)
	}
	return names
}
