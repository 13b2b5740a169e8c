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

// root is what names of a slug and class are linked to, and why.
type root struct {
	id     ID
	why    []string
	height int  // of what was looked at, in steps from name to name
	cut    bool // deeper than was looked
}

// deepest is from how many names to fuller ones the linker goes at most.
const deepest = 4

// root returns what names of a slug and class are linked to. The mark tells their thing from its namesakes; see
// kind.mark.
func (l *linker) root(slug, suffix, mark string, depth int) (root, error) {
	key := [2]string{suffix, mark}
	if r, ok := l.roots[slug][key]; ok && depth+r.height <= deepest {
		return r, nil
	}
	r, err := l.seek(slug, suffix, mark, depth)
	if err == nil && !r.cut { // else what is found hangs on the depth
		if l.roots[slug] == nil {
			l.roots[slug] = map[[2]string]root{}
		}
		l.roots[slug][key] = r
	}
	return r, err
}

// seek is root that does not know what was found before.
func (l *linker) seek(slug, suffix, mark string, depth int) (out root, err error) {
	g, err := l.group(slug)
	if err != nil {
		return out, err
	}
	f, ok := g.form(suffix)
	if !ok || depth > deepest {
		return root{id: ID("e/" + slug + suffix), cut: ok}, nil
	}
	first, err := l.spelling(slug, suffix, f)
	if err != nil {
		return out, err
	}
	h, err := l.group(first)
	if err != nil {
		return out, err
	}
	part := h.part(suffix, mark)
	out.id = ID("e/" + first + suffix + part)
	if first != slug {
		out.why = append(out.why, "spelling")
	}
	if part != "" {
		out.why = append(out.why, "namesake")
	}
	for _, want := range f.seeks {
		mostly := want.evidence == "acronym" || want.evidence == "short name"
		fuller, err := l.fuller(g, f.fold, want, mark, depth, &out, mostly)
		switch {
		case err != nil:
			return out, err
		case len(fuller) == 0:
			continue
		case len(fuller) == 1:
			for id := range fuller {
				out.id, out.why = id, append(out.why, want.evidence)
			}
			return out, nil
		}
		if id := dominant(fuller); id != "" && mostly {
			out.id, out.why = id, append(out.why, want.evidence, "mostly")
			return out, nil
		}
		out.why = append(out.why, "several")
		return out, nil
	}
	return out, nil
}

// fuller returns what the names that give a key are linked to, other than what the group that seeks it is itself, with the
// number of documents; no more than two where not all are asked for.
func (l *linker) fuller(g *homonyms, fold string, want seek, mark string, depth int, own *root, all bool) (map[ID]int, error) {
	suffix := want.key[:strings.IndexByte(want.key, '|')]
	found, err := l.slugs(l.gives, schema.Gives, want.key)
	if err != nil {
		return nil, err
	}
	out := map[ID]int{}
	for s := range found {
		h, err := l.group(s)
		if err != nil {
			return nil, err
		}
		x, ok := h.form(suffix)
		if !ok || x.fold == fold || !h.has(suffix) || !gives(x, want.key) || suffix == "" && opposed(g, h) {
			continue
		}
		docs := h.summary().marked[suffix]
		if want.evidence == "surname" && !g.summary().sure[suffix] && h.summary().docs[suffix] < wellKnown {
			continue // "Brenner" may be a company
		}
		if want.evidence == "married name" && !(g.women() && h.women()) || want.evidence == "slip" && !g.slips(h, fold, x.fold) {
			continue
		}
		for _, m := range h.marks(suffix) {
			if far(suffix, mark, m) {
				continue
			}
			r, err := l.root(s, suffix, m, depth+1)
			if err != nil {
				return nil, err
			}
			own.height, own.cut = max(own.height, r.height+1), own.cut || r.cut
			if r.id != own.id {
				out[r.id] += docs[m]
			}
		}
		if len(out) > 1 && !all {
			break
		}
	}
	return out, nil
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
	return l.target(k, schema.Slug(k.Name))
}

// target is resolve for a kind that is linkable and whose name has that slug.
func (l *linker) target(k kind, slug string) (target, error) {
	g, err := l.group(slug)
	if err != nil {
		return target{}, err
	}
	var why []string
	suffix := g.class(k)
	if suffix != k.suffix() {
		why = append(why, "class")
	}
	r, err := l.root(slug, suffix, k.mark(), 0)
	if err != nil {
		return target{}, err
	}
	return target{r.id, strings.Join(append(why, r.why...), ";")}, nil
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
