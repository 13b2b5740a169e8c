package schema

import "strings"

// String is the relation in its text form, as Read takes it.
func (r *Relation) String() string {
	var b strings.Builder
	b.WriteString("relation " + r.Name + "\n")
	field := func(key, value string) {
		if value != "" {
			b.WriteString("  " + key + " " + value + "\n")
		}
	}
	var also, may []string
	for _, p := range r.Phrases[1:] {
		s := p.Lemma
		if p.Nouns != nil {
			s += " {" + p.Braces + "}"
		}
		if p.Fitting {
			may = append(may, s)
		} else {
			also = append(also, s)
		}
	}
	var is, same []string
	for _, f := range r.flags() {
		if *f.on {
			is = append(is, f.name)
		}
	}
	for _, s := range r.Same {
		same = append(same, s.String())
	}
	field("means", r.Means)
	field("also", strings.Join(also, ", "))
	field("may", strings.Join(may, ", "))
	field("from", strings.Join(r.Domain, ", "))
	field("to", strings.Join(r.Range, ", "))
	field("is", strings.Join(is, ", "))
	field("inverse", r.Inverse)
	field("event", r.Event)
	field("same", strings.Join(same, ", "))
	return b.String()
}

// Write gives the whole lexicon in its text form; unions of classes are given by their members.
func (l *Lexicon) Write() string {
	var b strings.Builder
	for _, name := range l.sets {
		b.WriteString("nouns " + name + ": " + strings.Join(l.nouns[name], ", ") + "\n")
	}
	for _, f := range l.Classes {
		b.WriteString("\n" + f.String())
	}
	for _, r := range l.Relations {
		b.WriteString("\n" + r.String())
	}
	if len(l.Rules) > 0 {
		b.WriteString("\n")
	}
	for _, r := range l.Rules {
		b.WriteString("rule " + r.String() + "\n")
	}
	return b.String()
}

// flag is what a relation may be, by name.
type flag struct {
	name string
	on   *bool
}

func (r *Relation) flags() []flag {
	return []flag{{"symmetric", &r.Symmetric}, {"functional", &r.Functional}, {"inverse-functional", &r.InverseFunctional}, {"transitive", &r.Transitive},
		{"lasting", &r.Lasting}}
}

// String is the property with its prefix, "^" before one that leads the other way.
func (s Same) String() string {
	out := s.IRI
	for _, v := range vocabularies {
		if local, ok := strings.CutPrefix(s.IRI, v.iri); ok {
			out = v.prefix + ":" + local
		}
	}
	if s.Inverse {
		out = "^" + out
	}
	return out
}

// vocabularies are the prefixes that "same" may use.
var vocabularies = []struct{ prefix, iri string }{{"schema", Org}, {"wdt", "http://www.wikidata.org/prop/direct/"}}

// vocabulary returns the IRI of a prefix, "" for none.
func vocabulary(prefix string) string {
	for _, v := range vocabularies {
		if v.prefix == prefix {
			return v.iri
		}
	}
	return ""
}
