package graph

import (
	"strings"

	"kg/schema"
)

// target is what a kind is linked to.
type target struct {
	id       ID
	evidence string // names of Evidences, divided by ";"
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
