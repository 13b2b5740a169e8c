package schema

import "strings"

// ReadOwn reads a vocabulary of a user's own, as Read does. It is closed unless it begins with "include kg": only the
// relations that it holds are facts. In both domain and range hold, and so does the list of "only".
func ReadOwn(file, text string) (*Lexicon, error) { return read(file, text, true) }

// include takes the entries of the program's vocabulary.
func (r *reader) include(name word) {
	switch {
	case !r.own:
		r.fail(1, "include: only in a vocabulary of one's own")
	case name.text != "kg":
		r.fail(name.col, "%q: want \"include kg\", the vocabulary of the program", name.text)
	case len(r.defined) > 0 || r.Open:
		r.fail(1, "include: stands once and before all else")
	default:
		r.Open = true
		line, file := r.line, r.file
		r.file = "lexicon.txt"
		for n, text := range strings.Split(lexiconText, "\n") {
			r.line = n + 1
			r.read(text)
		}
		r.line, r.file, r.now, r.nowClass = line, file, nil, nil
	}
}

// restrict reads the classes of things whose statements are facts.
func (r *reader) restrict(list word) {
	if !r.own {
		r.fail(1, "only: stands only in a vocabulary of one's own")
		return
	}
	for _, w := range list.list() {
		r.only = append(r.only, r.class(w)...)
	}
}

// Apart returns why a statement of a relation, by its slug, is kept apart from the facts, "" where it is not: "relation"
// for one that the vocabulary does not hold, "class" for arguments of classes that it leaves out, "domain" and "range"
// for arguments that the relation does not take. The program's own vocabulary keeps nothing apart.
func (l *Lexicon) Apart(slug string, u Use) string {
	if !l.strict {
		return ""
	}
	subject, object := l.finest(u.Subject, u.SubjectName), l.finest(u.Object, u.Name)
	r := l.slugs[slug]
	switch {
	case r == nil && !l.Open:
		return "relation"
	case l.only != nil && !(l.fits(l.only, subject) && l.fits(l.only, object)):
		return "class"
	case r != nil && !l.fits(r.Domain, subject):
		return "domain"
	case r != nil && !l.fits(r.Range, object):
		return "range"
	}
	return ""
}

// finest is the finest class of a thing.
func (l *Lexicon) finest(class, name string) string {
	if f := l.Finer(class, name); f != nil {
		return f[0].Name
	}
	return class
}
