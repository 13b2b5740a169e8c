package graph

import (
	"sort"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// Traits are what a document says of one of its things beside the name, as far as linking needs it.
type Traits struct {
	Sure   bool   // the class does not hang on the name alone: a title, a pronoun, a legal form
	Gender string // "male", "female", "" where unknown
	// Namesake is what tells it from others of its name, "" where the document does not say: of a person the fields of
	// work and the nations ("arts+politics;Kenya"), of a place what it lies in ("United States/Alabama"), of an
	// organization that each country has one of the country.
	Namesake   string
	Known      string // the name of the thing of common knowledge that this is, "" for none
	KnownClass string
	SameAs     string // IRIs of it elsewhere, divided by blanks
}

// Evidence is a reason for linking a name to more than what bears it literally. A link's score is the lowest of its
// evidence's scores.
type Evidence struct {
	Name, Doc string
	Score     float64
}

// Evidences lists the reasons that the linker knows.
var Evidences = []Evidence{
	{"known", "the name of something generally known", 1},
	{"decision", "somebody decided it", 1},
	{"country", "what each country has one of; the document is about this country", 0.9},
	{"spelling", "another spelling or transliteration, a short given name, the legal form left out", 0.95},
	{"class", "most documents take what has this name for something of another class", 0.9},
	{"middle initial", "the middle name is the one of that initial, and nobody else is called so", 0.9},
	{"name without its middle", "the first and the last name are the same, and nobody else is called so", 0.85},
	{"namesake", "others of the name work in another field, or are of or in another country", 0.85},
	{"acronym", "the initials of the only name that has them", 0.8},
	{"short name", "the first word of the only name that begins so and goes on with what is usually left out", 0.8},
	{"initial", "the surname and the initial are the same, and nobody else is called so", 0.75},
	{"mostly", "a short form of several names, of which this one is in by far the most documents", 0.7},
	{"surname", "nobody else has this surname", 0.6},
	{"several", "a short form of more than one name; left alone", 0.5},
}

func scoreOf(evidence []string) float64 {
	score := 1.0
	for _, name := range evidence {
		for _, e := range Evidences {
			if e.Name == name {
				score = min(score, e.Score)
			}
		}
	}
	return score
}

// kind is all that the linker reads of a thing in a document: things of one kind are linked alike wherever they stand,
// decisions on single documents apart.
type kind struct {
	Name, Class string
	Traits
}

func (k kind) suffix() string { return schema.ClassOf(k.Class).Suffix }

// target is what a kind is linked to.
type target struct {
	id       ID
	evidence string // names of Evidences, divided by ";"
}

// linker links kinds to entities. What it returns depends on the set of documents alone: it knows how many documents
// have each kind and which names give or seek a key, reads that from the store where it is first asked for, and
// follows each write.
type linker struct {
	s         *Store // nil where everything was told by count
	groups    map[string]*homonyms
	gives     map[string]map[string]bool // key → slugs
	seeks     map[string]map[string]bool
	decisions *decisions
}

func newLinker(s *Store) *linker {
	return &linker{s: s, groups: map[string]*homonyms{}, gives: map[string]map[string]bool{}, seeks: map[string]map[string]bool{}}
}

// wellKnown is the number of documents from which on a person is so well known that what is only guessed to be a person's
// surname is taken for theirs.
const wellKnown = 4

// mostGroups bounds the memory of a linker, at about a kilobyte each.
const mostGroups = 1 << 16

// linkable reports whether what a kind is linked to hangs on other documents.
func (k kind) linkable() bool {
	if k.Known != "" {
		return false
	}
	_, ok := formOf(k.Name, k.suffix())
	return ok
}

// group reads the group of a slug.
func (l *linker) group(slug string) (*homonyms, error) {
	if g := l.groups[slug]; g != nil {
		return g, nil
	}
	g := &homonyms{kinds: map[kind]int{}}
	if l.s != nil {
		found, err := l.s.bearers(slug)
		if err != nil {
			return nil, err
		}
		for k, docs := range found {
			g.kinds[k] = len(docs)
		}
	}
	l.groups[slug] = g
	return g, nil
}

// slugs returns the names that give or seek a key.
func (l *linker) slugs(index map[string]map[string]bool, term, key string) (map[string]bool, error) {
	if m := index[key]; m != nil {
		return m, nil
	}
	m := map[string]bool{}
	if l.s != nil {
		links, err := l.s.match(nil, quad.IRI(term), quad.String(key))
		if err != nil {
			return nil, err
		}
		for _, id := range l.s.subjects(links, "n/") {
			m[string(id[2:])] = true
		}
	}
	index[key] = m
	return m, nil
}

// count tells the linker that n more documents (fewer, where negative) have a kind.
func (l *linker) count(k kind, n int) error {
	slug := schema.Slug(k.Name)
	g, err := l.group(slug)
	if err != nil {
		return err
	}
	g.forms, g.apart = nil, nil
	if g.kinds[k] += n; g.kinds[k] <= 0 {
		delete(g.kinds, k)
	}
	f, _ := formOf(k.Name, k.suffix())
	gives, seeks := f.keys()
	for i, keys := range [][]string{gives, seeks} {
		index, term := l.gives, schema.Gives
		if i == 1 {
			index, term = l.seeks, schema.Seeks
		}
		for _, key := range keys {
			m, err := l.slugs(index, term, key)
			if err != nil {
				return err
			}
			if n > 0 {
				m[slug] = true
			} // a name that is gone has no kinds any more, which is looked at where it is found
		}
	}
	return nil
}

// touched returns the slugs whose links may change with a kind, its own among them.
func (l *linker) touched(k kind, into map[string]bool) error {
	into[schema.Slug(k.Name)] = true
	g, err := l.group(schema.Slug(k.Name))
	if err != nil {
		return err
	}
	kinds := []kind{k}
	for k := range g.kinds { // a class may be taken for another now
		kinds = append(kinds, k)
	}
	for _, k := range kinds {
		f, _ := formOf(k.Name, k.suffix())
		gives, _ := f.keys()
		for _, key := range gives {
			m, err := l.slugs(l.seeks, schema.Seeks, key)
			if err != nil {
				return err
			}
			for slug := range m {
				into[slug] = true
			}
		}
	}
	return nil
}

// spelling returns the least slug of the spellings of a name of a class.
func (l *linker) spelling(slug, suffix string, f form) (string, error) {
	same, err := l.slugs(l.gives, schema.Gives, "fold|"+f.fold)
	if err != nil {
		return "", err
	}
	to := slug
	for s := range same {
		if len(s) > len(to) || len(s) == len(to) && s >= to {
			continue
		}
		h, err := l.group(s)
		if err != nil {
			return "", err
		}
		if x, ok := h.form(suffix); ok && x.fold == f.fold && h.has(suffix) {
			to = s
		}
	}
	return to, nil
}

// root returns the id that names of a slug and class are linked to, and why. The mark tells their thing from its
// namesakes; see kind.mark.
func (l *linker) root(slug, suffix, mark string, depth int) (to ID, why []string, err error) {
	g, err := l.group(slug)
	if err != nil {
		return "", nil, err
	}
	f, ok := g.form(suffix)
	if !ok || depth > 4 {
		return ID("e/" + slug + suffix), nil, nil
	}
	first, err := l.spelling(slug, suffix, f)
	if err != nil {
		return "", nil, err
	}
	h, err := l.group(first)
	if err != nil {
		return "", nil, err
	}
	part := h.part(suffix, mark)
	to = ID("e/" + first + suffix + part)
	if first != slug {
		why = append(why, "spelling")
	}
	if part != "" {
		why = append(why, "namesake")
	}
	for _, want := range f.seeks {
		suffix := want.key[:strings.IndexByte(want.key, '|')]
		found, err := l.slugs(l.gives, schema.Gives, want.key)
		if err != nil {
			return "", nil, err
		}
		roots := map[ID]int{} // with the number of documents
		for s := range found {
			h, err := l.group(s)
			if err != nil {
				return "", nil, err
			}
			x, ok := h.form(suffix)
			if !ok || x.fold == f.fold || !h.has(suffix) || !gives(x, want.key) || suffix == "" && opposed(g, h) {
				continue
			}
			if want.evidence == "surname" && !g.sure(suffix) && h.docs(suffix) < wellKnown {
				continue // "Brenner" may be a company
			}
			for _, m := range h.marks(suffix) {
				if far(suffix, mark, m) {
					continue
				}
				r, _, err := l.root(s, suffix, m, depth+1)
				if err != nil {
					return "", nil, err
				}
				if r != to {
					roots[r] += h.docs(suffix, m)
				}
			}
		}
		switch len(roots) {
		case 0:
			continue
		case 1:
			for r := range roots {
				return r, append(why, want.evidence), nil
			}
		}
		if r := dominant(roots); r != "" && (want.evidence == "acronym" || want.evidence == "short name") {
			return r, append(why, want.evidence, "mostly"), nil
		}
		return to, append(why, "several"), nil
	}
	return to, why, nil
}

// dominant returns the entity that more than three times as many documents speak of as of all others, "" for none.
func dominant(docs map[ID]int) (most ID) {
	all := 0
	for id, n := range docs {
		all += n
		if n > docs[most] {
			most = id
		}
	}
	if 4*docs[most] <= 3*all {
		return ""
	}
	return most
}

// resolve returns what a kind is linked to, decisions apart.
func (l *linker) resolve(k kind) (target, error) {
	if k.Known != "" {
		t := target{id: Link(k.Known, k.KnownClass)}
		if t.id != Link(k.Name, k.Class) {
			t.evidence = "known"
			if k.Namesake != "" {
				t.evidence = "country"
			}
		}
		return t, nil
	}
	if !k.linkable() {
		return target{id: Link(k.Name, k.Class)}, nil
	}
	slug := schema.Slug(k.Name)
	g, err := l.group(slug)
	if err != nil {
		return target{}, err
	}
	var why []string
	suffix := g.class(k)
	if suffix != k.suffix() {
		why = append(why, "class")
	}
	to, more, err := l.root(slug, suffix, k.mark(), 0)
	if err != nil {
		return target{}, err
	}
	return target{to, strings.Join(append(why, more...), ";")}, nil
}

// links returns what each kind of a document is linked to.
func (l *linker) links(doc ID, kinds []kind) (map[[2]string]resolved, error) {
	if err := l.decided(); err != nil {
		return nil, err
	}
	out := map[[2]string]resolved{}
	for _, k := range kinds {
		t, err := l.resolve(k)
		if err != nil {
			return nil, err
		}
		if id := l.decisions.apply(t.id, doc, k.Name); id != t.id {
			t = target{id, "decision"}
		}
		out[[2]string{k.Name, k.Class}] = resolved{kind: k, target: t}
	}
	return out, nil
}

// resolved is a kind of one document with what it is linked to.
type resolved struct {
	kind
	target
}

// kindsOf lists the kinds of things in a document, sorted, one for each name and class.
func kindsOf(doc *Document, sts []Statement) []kind {
	found := map[[2]string]kind{}
	see := func(v Value, t Traits, entity bool) {
		if v = linked(v); v.ID == "" {
			return
		}
		key := [2]string{v.Name, v.Class}
		if k, ok := found[key]; !ok || entity && before(k.Traits, t) {
			found[key] = kind{v.Name, v.Class, t}
		}
	}
	for _, e := range doc.Entities {
		see(Value{Name: e.Name, Text: e.Name, Class: e.Class}, e.Traits, true)
	}
	for i := range sts {
		for _, a := range arguments {
			see(*a.value(&sts[i]), Traits{}, false)
		}
		for _, r := range sts[i].Roles {
			see(r.Value, Traits{}, false)
		}
	}
	out := make([]kind, 0, len(found))
	for _, k := range found {
		out = append(out, k)
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].Name != out[j].Name {
			return out[i].Name < out[j].Name
		}
		return out[i].Class < out[j].Class
	})
	return out
}

// before orders traits so that of two entities of one name and class in a document the one that says more counts.
func before(a, b Traits) bool {
	if a.Sure != b.Sure {
		return b.Sure
	}
	if (a.Namesake == "") != (b.Namesake == "") {
		return b.Namesake != ""
	}
	x, y := a.Gender+"\x00"+a.Namesake+"\x00"+a.Known+"\x00"+a.KnownClass+"\x00"+a.SameAs, b.Gender+"\x00"+b.Namesake+"\x00"+b.Known+"\x00"+b.KnownClass+"\x00"+b.SameAs
	return x < y
}

// bearers returns the kinds whose names have a slug, with the documents of each.
func (s *Store) bearers(slug string) (map[kind]map[ID]bool, error) {
	links, err := s.match(nil, quad.IRI(schema.Of), s.iri(ID("n/"+slug)))
	if err != nil {
		return nil, err
	}
	d := s.decoder()
	out := map[kind]map[ID]bool{}
	for _, q := range links {
		id, _ := s.id(q.Subject)
		v, err := d.mention(id)
		if err != nil {
			return nil, err
		}
		k := kind{v.Name, v.Class, d.traits[id]}
		if out[k] == nil {
			out[k] = map[ID]bool{}
		}
		out[k][d.docs[id]] = true
	}
	return out, nil
}
