package schema

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Read reads a lexicon in its text form. Its errors begin "file:line:column:"; all of them are reported, joined.
//
// A line that begins in the first column opens an entry, indented lines are its fields, "#" begins a comment:
//
//	nouns agreement: accord, deal, pact, treaty
//	class Agent: Person, Organization, Place, Group
//	relation sign
//	  means puts its name to an agreement or a law
//	  also ink, strike {agreement}
//	  may close
//	  from Agent
//	  to Work, Event
//	  is functional
//	  inverse be signed by
//	  event AGREE
//	  same ^wdt:P1891
//	rule X acquire Y, Y own Z => X own Z
//	class Corporation
//	  parent Organization
//	  heads company, corporation, bank
//	  same schema:Corporation
//
// A class without a colon is one that things have besides their own, told by the head of their names. A vocabulary of
// a user's own (see ReadOwn) may begin with "include kg" to have what the program's holds, and may name the classes of
// things whose statements are facts: "only Person, Organization".
//
// "also" gives wordings that always stand for the relation, "may" those that do where domain and range fit. The braces name a set of nouns, or nouns themselves, of which one must be the object's head. Both may stand on several lines. "^" before a property says that it leads the other way.
func Read(file, text string) (*Lexicon, error) { return read(file, text, false) }

func read(file, text string, own bool) (*Lexicon, error) {
	l := &Lexicon{named: map[string]*Relation{}, slugs: map[string]*Relation{}, phrases: map[string][]sense{}, nouns: map[string][]string{},
		finer: map[string]*FinerClass{}, heads: map[string]*FinerClass{}, iris: map[string]*FinerClass{}, Open: !own, strict: own,
		unions: map[string][]string{}, defined: map[string]placeInFile{}}
	r := reader{Lexicon: l, file: file, own: own}
	for n, line := range strings.Split(text, "\n") {
		r.line = n + 1
		r.read(strings.TrimRight(line, "\r"))
	}
	r.end()
	if len(r.errs) > 0 {
		return nil, errors.Join(r.errs...)
	}
	return l, nil
}

// placeInFile is a line and column, both from 1; columns count characters.
type placeInFile struct{ line, col int }

// reader is the state of reading a lexicon.
type reader struct {
	*Lexicon
	file string
	line int
	errs []error

	now      *Relation
	nowClass *FinerClass // the class that takes the fields
	own      bool
	given    map[string]bool // fields of the current relation
	refs     []reference
}

// reference is a name that must be defined somewhere in the file.
type reference struct {
	name string
	at   placeInFile
	of   *Relation
}

// word is a piece of a line with the column where it begins.
type word struct {
	text string
	col  int
}

func (r *reader) fail(col int, format string, args ...any) {
	r.failAt(placeInFile{r.line, col}, format, args...)
}

func (r *reader) failAt(p placeInFile, format string, args ...any) {
	r.errs = append(r.errs, fmt.Errorf("%s:%d:%d: %s", r.file, p.line, p.col, fmt.Sprintf(format, args...)))
}

// read takes one line.
func (r *reader) read(line string) {
	if !utf8.ValidString(line) {
		r.fail(1, "not UTF-8")
		return
	}
	if i := strings.IndexByte(line, '#'); i >= 0 {
		line = line[:i]
	}
	body := strings.TrimLeft(line, " \t")
	if strings.TrimSpace(body) == "" {
		return
	}
	indent := utf8.RuneCountInString(line) - utf8.RuneCountInString(body)
	key, rest, _ := strings.Cut(body, " ")
	key = strings.TrimRight(key, "\t ")
	after := word{rest, indent + 1 + utf8.RuneCountInString(key) + 1}
	after = after.trim()
	if indent == 0 {
		r.entry(word{key, 1}, after)
	} else {
		r.field(word{key, indent + 1}, after)
	}
}

// trim drops blanks around a word.
func (w word) trim() word {
	t := strings.TrimLeft(w.text, " \t")
	return word{strings.TrimRight(t, " \t"), w.col + utf8.RuneCountInString(w.text) - utf8.RuneCountInString(t)}
}

// list divides a word at commas.
func (w word) list() []word {
	var out []word
	col := w.col
	for _, part := range strings.Split(w.text, ",") {
		out = append(out, word{part, col}.trim())
		col += utf8.RuneCountInString(part) + 1
	}
	return out
}

// cut divides a word at the first sep.
func (w word) cut(sep string) (before, after word, found bool) {
	a, b, ok := strings.Cut(w.text, sep)
	return word{a, w.col}.trim(), word{b, w.col + utf8.RuneCountInString(a) + utf8.RuneCountInString(sep)}.trim(), ok
}

// entry opens an entry.
func (r *reader) entry(key, rest word) {
	r.now, r.nowClass = nil, nil
	switch key.text {
	case "include":
		r.include(rest)
	case "only":
		r.restrict(rest)
	case "nouns", "class":
		if key.text == "class" && !strings.Contains(rest.text, ":") {
			r.finerEntry(rest)
			return
		}
		name, list, ok := rest.cut(":")
		if !ok || name.text == "" {
			r.fail(rest.col, "want \"%s NAME: WORD, WORD\"", key.text)
			return
		}
		if !r.define(key.text, name) {
			return
		}
		var in []string
		for _, w := range list.list() {
			if w.text == "" {
				r.fail(w.col, "nothing between commas")
				continue
			}
			if key.text == "class" {
				in = append(in, r.class(w)...)
			} else {
				in = append(in, w.text)
			}
		}
		if key.text == "class" {
			r.unions[name.text] = in
		} else {
			r.nouns[name.text] = in
			r.sets = append(r.sets, name.text)
		}
	case "relation":
		if !r.phraseForm(rest) || !r.define("relation", rest) {
			r.now = &Relation{} // takes the fields
			r.given = map[string]bool{}
			return
		}
		r.now = &Relation{Name: rest.text, Phrases: []Phrase{{Lemma: rest.text}}, Line: r.line}
		r.given = map[string]bool{}
		r.Relations = append(r.Relations, r.now)
		r.named[rest.text] = r.now
		if was := r.slugs[r.now.Slug()]; was != nil {
			r.fail(rest.col, "relation %s has the id of %s (line %d)", rest.text, was.Name, was.Line)
		}
		r.slugs[r.now.Slug()] = r.now
	case "rule":
		r.rule(rest)
	default:
		r.fail(key.col, "%q begins no entry (want nouns, class, relation or rule)%s", key.text, meant(key.text, []string{"nouns", "class", "relation", "rule", "include", "only"}))
	}
}

// define notes that a name is given here, once.
func (r *reader) define(kind string, name word) bool {
	key := kind + " " + name.text
	if was, ok := r.defined[key]; ok {
		r.fail(name.col, "%s %s is given already in line %d", kind, name.text, was.line)
		return false
	}
	r.defined[key] = placeInFile{r.line, name.col}
	return true
}

// phraseForm reports whether w is a lemma with particles, in lower case with single blanks.
func (r *reader) phraseForm(w word) bool {
	switch {
	case w.text == "":
		r.fail(w.col, "a relation needs a name")
	case w.text != strings.ToLower(w.text) || strings.Join(strings.Fields(w.text), " ") != w.text || strings.ContainsAny(w.text, "{}:;=>^\""):
		r.fail(w.col, "%q: want a lemma with its particles, in lower case", w.text)
	default:
		return true
	}
	return false
}

// fields of a relation.
var relationFields = []string{"means", "also", "may", "from", "to", "is", "inverse", "event", "same"}

// field takes an indented line.
func (r *reader) field(key, rest word) {
	if r.nowClass != nil {
		r.finerField(key, rest)
		return
	}
	rel := r.now
	if rel == nil {
		r.fail(key.col, "%q stands under no relation or class", key.text)
		return
	}
	if !contains(relationFields, key.text) {
		r.fail(key.col, "%q is no field of a relation (want %s)%s", key.text, strings.Join(relationFields, ", "), meant(key.text, relationFields))
		return
	}
	if rest.text == "" {
		r.fail(rest.col, "%s: nothing given", key.text)
		return
	}
	if r.given[key.text] && key.text != "also" && key.text != "may" {
		r.fail(key.col, "%s is given twice", key.text)
		return
	}
	r.given[key.text] = true
	switch key.text {
	case "means":
		rel.Means = rest.text
	case "also", "may":
		for _, p := range r.phraseList(rest) {
			p.Fitting = key.text == "may"
			rel.Phrases = append(rel.Phrases, p)
		}
	case "from":
		rel.Domain = r.classes(rest)
	case "to":
		rel.Range = r.classes(rest)
	case "is":
		for _, w := range rest.list() {
			known := false
			for _, f := range rel.flags() {
				if f.name == w.text {
					*f.on, known = true, true
				}
			}
			if !known {
				r.fail(w.col, "%q: want symmetric, functional, inverse-functional, transitive or lasting", w.text)
			}
		}
	case "inverse":
		rel.Inverse = rest.text
		r.refs = append(r.refs, reference{rest.text, placeInFile{r.line, rest.col}, rel})
	case "event":
		if !contains(plover, rest.text) {
			r.fail(rest.col, "%q is no event word of PLOVER (want one of %s)", rest.text, strings.Join(plover, ", "))
		}
		rel.Event = rest.text
	case "same":
		for _, w := range rest.list() {
			name, back := strings.CutPrefix(w.text, "^")
			prefix, local, ok := strings.Cut(name, ":")
			space := vocabulary(prefix)
			if !ok || space == "" || local == "" || Escape(local) != local {
				r.fail(w.col, "%q: want schema:PROPERTY or wdt:P…", w.text)
				continue
			}
			rel.Same = append(rel.Same, Same{space + local, back})
		}
	}
}

// phraseList reads wordings with their nouns: "ink, strike {agreement}".
func (r *reader) phraseList(w word) []Phrase {
	var out []Phrase
	braces := 0
	split := strings.Map(func(c rune) rune { // commas in braces do not divide
		switch {
		case c == '{':
			braces++
		case c == '}':
			braces--
		case c == ',' && braces > 0:
			return '\x00'
		}
		return c
	}, w.text)
	if braces != 0 {
		r.fail(w.col, "a brace is not closed, or not opened")
		return nil
	}
	for _, part := range (word{split, w.col}).list() {
		phrase, rest, bound := part.cut("{")
		if !r.phraseForm(phrase) {
			continue
		}
		p := Phrase{Lemma: phrase.text}
		if bound {
			inside, tail, _ := rest.cut("}")
			if tail.text != "" {
				r.fail(tail.col, "%q stands behind the braces", tail.text)
			}
			inside.text = strings.ReplaceAll(inside.text, "\x00", ",")
			p.Braces = inside.text
			for _, n := range inside.list() {
				if set, ok := r.nouns[n.text]; ok {
					p.Nouns = append(p.Nouns, set...)
				} else if n.text == "" {
					r.fail(n.col, "no noun in the braces")
				} else {
					p.Nouns = append(p.Nouns, n.text)
				}
			}
		}
		out = append(out, p)
	}
	return out
}

// classes reads a list of classes.
func (r *reader) classes(w word) []string {
	var out []string
	for _, c := range w.list() {
		out = append(out, r.class(c)...)
	}
	return out
}

// class reads the name of a class or of a union of classes.
func (r *reader) class(w word) []string {
	if in, ok := r.unions[w.text]; ok {
		return in
	}
	if w.text == None {
		return []string{None}
	}
	if r.isClass(w.text) {
		return []string{w.text}
	}
	r.fail(w.col, "%q is no class%s", w.text, meant(w.text, r.classNames()))
	return nil
}

// meant is a hint at what a mistyped name may mean.
func meant(name string, among []string) string {
	if near := Nearest(name, among); len(near) > 0 && name != "" {
		return "; did you mean " + strings.Join(near, " or ") + "?"
	}
	return ""
}

// end checks what needs the whole file.
func (r *reader) end() {
	for _, ref := range r.refs {
		other := r.named[ref.name]
		switch {
		case other == nil:
			r.failAt(ref.at, "inverse %q: no such relation%s", ref.name, meant(ref.name, r.names()))
		case ref.of.Symmetric:
			r.failAt(ref.at, "%s is symmetric: it is its own inverse", ref.of.Name)
		case other.Inverse != "" && other.Inverse != ref.of.Name:
			r.failAt(ref.at, "inverse %q has another inverse, %q", ref.name, other.Inverse)
		default:
			other.Inverse = ref.of.Name
		}
	}
	for _, rel := range r.Relations {
		at := placeInFile{rel.Line, 1}
		for i, p := range rel.Phrases {
			for _, was := range r.phrases[p.Lemma] {
				if was.Relation == rel && (p.Nouns == nil || was.nouns == nil) {
					r.failAt(at, "%s: %q is given twice", rel.Name, p.Lemma)
				} else if was.nouns == nil && p.Nouns == nil && !was.fitting && was.Domain == nil && was.Range == nil {
					r.failAt(at, "%s: %q always means %s (line %d)", rel.Name, p.Lemma, was.Name, was.Line)
				}
			}
			s := sense{rel, p.Nouns, p.Fitting}
			in := r.phrases[p.Lemma]
			if i > 0 && p.Nouns != nil { // bound to nouns: before what is not
				k := 0
				for k < len(in) && in[k].nouns != nil {
					k++
				}
				in = append(in[:k:k], append([]sense{s}, in[k:]...)...)
			} else {
				in = append(in, s)
			}
			r.phrases[p.Lemma] = in
		}
		if rel.Symmetric && rel.Inverse != "" {
			r.failAt(at, "%s is symmetric and has an inverse", rel.Name)
		}
	}
	r.checkRules()
	r.checkFiner()
}

func (r *reader) names() []string {
	var out []string
	for _, rel := range r.Relations {
		out = append(out, rel.Name)
	}
	return out
}

// plover are the event words of PLOVER as POLECAT uses it (Halterman et al. 2023).
var plover = []string{"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
	"THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
