package graph

import (
	"cmp"
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
	// work, the nations and the year of birth or the age ("arts+politics;Kenya", ";;b1943", ";;a82"), of a place what it lies in ("United States/Alabama"), of an
	// organization that each country has one of the country, of an event that has no name the day and the place, as above
	// ("2024-06-13;Italy").
	Namesake   string
	Known      string // the name of the thing of common knowledge that this is, "" for none
	KnownClass string
	SameAs     string // IRIs of it elsewhere, divided by blanks
}

// kind is all that the linker reads of a thing in a document: things of one kind are linked alike wherever they stand,
// decisions on single documents apart.
type kind struct {
	Name, Class string
	Traits
}

func (k kind) suffix() string { return schema.ClassOf(k.Class).Suffix }

// compare orders kinds by name and class first.
func (k kind) compare(o kind) int {
	if c := cmp.Or(strings.Compare(k.Name, o.Name), strings.Compare(k.Class, o.Class)); c != 0 {
		return c
	}
	return strings.Compare(k.key(""), o.key(""))
}

// linkable reports whether what a kind is linked to hangs on other documents.
func (k kind) linkable() bool {
	if k.Known != "" || strings.Contains(k.Class+k.Name+k.Gender+k.Namesake, "\x00") {
		return false
	}
	f, ok := formOf(k.Name, k.suffix())
	return ok && (!f.common || k.Namesake != "")
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

// bearer is a mention of a kind in a document.
type bearer struct {
	mention, doc ID
	kind         kind
}

// bearers returns the mentions of the names that have a slug, those that are linkable.
func (s *Store) bearers(slug string) ([]bearer, error) {
	links, err := s.match(nil, quad.IRI(schema.Of), s.iri(ID("n/"+slug)))
	if err != nil {
		return nil, err
	}
	return s.readBearers(s.subjects(links, "m/"))
}

// readBearers reads mentions.
func (s *Store) readBearers(mentions []ID) ([]bearer, error) {
	d := s.decoder()
	out := make([]bearer, len(mentions))
	for i, id := range mentions {
		v, err := d.mention(id)
		if err != nil {
			return nil, err
		}
		out[i] = bearer{id, d.docs[id], kind{v.Name, v.Class, d.traits[id]}}
	}
	return out, nil
}

// The index of kinds lies beside the quads: for each linkable kind of a document a key of the name's slug, the kind and
// the document.
const kindPrefix = "kind/"

func (k kind) key(doc ID) string {
	sure := ""
	if k.Sure {
		sure = "sure"
	}
	return strings.Join([]string{kindPrefix + schema.Slug(k.Name), k.Class, k.Name, sure, k.Gender, k.Namesake, string(doc)}, "\x00")
}

// kinds returns the linkable kinds whose names have a slug, with the number of documents of each.
func (s *Store) kinds(slug string) (map[kind]int, error) {
	if s.broken != nil {
		return nil, s.broken
	}
	out := map[kind]int{}
	err := s.view.Extras(kindPrefix+slug+"\x00", func(key string, _ []byte) bool {
		if p := strings.Split(key, "\x00"); len(p) == 7 {
			out[kind{p[2], p[1], Traits{Sure: p[3] != "", Gender: p[4], Namesake: p[5]}}]++
		}
		return true
	})
	return out, broken(err)
}

// eachKind calls f with the keys of the index of kinds that the mentions of a view call for, some several times.
func (c codec) eachKind(v view, f func(key string) error) error {
	return v.Match([4]quad.Value{nil, quad.IRI(schema.Of)}, func(q quad.Quad) error {
		id, _ := c.id(q.Subject)
		d := newDecoder(c, func(ID) (quads []quad.Quad, err error) {
			err = v.Match([4]quad.Value{q.Subject}, func(q quad.Quad) error {
				quads = append(quads, q)
				return nil
			})
			return quads, err
		})
		m, err := d.mention(id)
		if err != nil {
			return err
		}
		return f(kind{m.Name, m.Class, d.traits[id]}.key(d.docs[id]))
	})
}
