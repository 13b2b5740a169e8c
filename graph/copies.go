package graph

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// Near-copies of an article, as agencies' texts are printed by many papers, count as one source. Which documents are
// near-copies, directly or through others, hangs on the set of documents alone; in the graph each of such a group but the
// earliest (of one date, the first by id) is a kg:copyOf the earliest. Beside the quads lies the sketch of each
// document's text, and the documents of each band.
const (
	sketchPrefix = "sketch/"
	bandPrefix   = "band/"
)

func bandKey(band uint64, doc ID) string { return fmt.Sprintf("%s%016x/%s", bandPrefix, band, doc) }

// copyQuad says that a document is a near-copy of another.
func (c codec) copyQuad(doc, original ID) quad.Quad {
	return quad.Quad{Subject: c.iri(doc), Predicate: quad.IRI(schema.CopyOf), Object: c.iri(original)}
}

// body is the text that quads give to a document.
func (c codec) body(id ID, quads []quad.Quad) string {
	for _, q := range quads {
		if q.Predicate == quad.IRI(schema.ArticleBody) && q.Subject == c.iri(id) {
			return lexical(q.Object)
		}
	}
	return ""
}

// dated is where a document stands among its copies: by date, those without one last, and by id.
func (c codec) dated(id ID, quads []quad.Quad) string {
	date := "~"
	for _, q := range quads {
		if q.Predicate == quad.IRI(schema.DatePublished) && q.Subject == c.iri(id) {
			date = lexical(q.Object)
		}
	}
	return date + " " + string(id)
}

// kinship is what is known of near-copies while some documents change.
type kinship struct {
	s        *Store
	sketches map[ID][]uint64 // of the documents that change, as they will be; nil for those that go
	dates    map[ID]string
	bands    map[uint64][]ID // the documents that change, by their bands as they will be
}

// copies returns what replacements change about near-copies: quads, and what lies beside them.
func (s *Store) copies(sets []replacement) (add, del []quad.Quad, extra map[string][]byte, err error) {
	k := kinship{s: s, sketches: map[ID][]uint64{}, dates: map[ID]string{}, bands: map[uint64][]ID{}}
	extra = map[string][]byte{}
	var start, fresh []ID
	was := map[ID][]uint64{}
	for _, r := range sets {
		before, after := s.body(r.id, r.own), s.body(r.id, r.next)
		if before == after && s.dated(r.id, r.own) == s.dated(r.id, r.next) {
			continue
		}
		was[r.id], k.sketches[r.id] = sketch(before), sketch(after)
		k.dates[r.id] = s.dated(r.id, r.next)
		for _, b := range was[r.id] {
			extra[bandKey(b, r.id)] = nil
		}
		for _, b := range k.sketches[r.id] {
			extra[bandKey(b, r.id)] = []byte{}
			k.bands[b] = append(k.bands[b], r.id)
		}
		switch {
		case k.sketches[r.id] != nil:
			extra[sketchPrefix+string(r.id)] = sketchBytes(k.sketches[r.id])
		case was[r.id] != nil:
			extra[sketchPrefix+string(r.id)] = nil
		}
		if was[r.id] != nil {
			start = append(start, r.id)
		} else if k.sketches[r.id] != nil {
			fresh = append(fresh, r.id)
		}
	}
	for _, id := range start { // those that it was a copy of may be none any more
		for _, b := range was[id] {
			near, err := k.having(b)
			if err != nil {
				return nil, nil, nil, err
			}
			start = append(start, near...)
		}
	}
	done := map[ID]bool{}
	for _, id := range start {
		if done[id] {
			continue
		}
		group, err := k.group(id)
		if err != nil {
			return nil, nil, nil, err
		}
		for _, m := range group {
			done[m] = true
			have, err := s.match(s.iri(m), quad.IRI(schema.CopyOf), nil)
			if err != nil {
				return nil, nil, nil, err
			}
			want := s.copyQuad(m, group[0])
			if len(group) > 1 && m != group[0] && !slices.Contains(have, want) {
				add = append(add, want)
			}
			for _, q := range have {
				if q != want || m == group[0] {
					del = append(del, q)
				}
			}
		}
	}
	fresh = slices.DeleteFunc(fresh, func(id ID) bool { return done[id] })
	joined, left, err := k.join(fresh)
	return append(add, joined...), append(del, left...), extra, err
}

// join returns what changes where documents that were no copies of others come in. Those that have a band are all in one
// group, so that it need not be walked; it is told anew only where another becomes its earliest.
func (k *kinship) join(fresh []ID) (add, del []quad.Quad, err error) {
	parent, earliest, stored := map[ID]ID{}, map[ID]ID{}, map[ID]bool{} // stored has the earliest of groups that there are
	root := func(id ID) ID {
		for parent[id] != "" {
			id = parent[id]
		}
		return id
	}
	union := func(a, b ID) {
		if a, b = root(a), root(b); a != b {
			parent[a] = b
		}
	}
	for _, id := range fresh {
		for _, b := range k.sketches[id] {
			union(id, k.bands[b][0])
			other, err := k.first(b)
			if err == nil && other != "" && earliest[other] == "" {
				earliest[other], err = k.s.original(other)
			}
			if err != nil {
				return nil, nil, err
			}
			if other != "" {
				stored[earliest[other]] = true
				union(id, earliest[other])
			}
		}
	}
	groups := map[ID][]ID{}
	for id := range stored {
		groups[root(id)] = append(groups[root(id)], id)
	}
	for _, id := range fresh {
		groups[root(id)] = append(groups[root(id)], id)
	}
	for _, at := range slices.Sorted(maps.Keys(groups)) {
		group := groups[at]
		if err := k.sort(group); err != nil {
			return nil, nil, err
		}
		for _, id := range group[1:] {
			add = append(add, k.s.copyQuad(id, group[0]))
			if !stored[id] {
				continue
			}
			members, err := k.s.match(nil, quad.IRI(schema.CopyOf), k.s.iri(id))
			if err != nil {
				return nil, nil, err
			}
			for _, q := range members {
				del = append(del, q)
				q.Object = k.s.iri(group[0])
				add = append(add, q)
			}
		}
	}
	return add, del, nil
}

// sketch returns the bands of a document as it will be.
func (k *kinship) sketch(id ID) ([]uint64, error) {
	if s, ok := k.sketches[id]; ok {
		return s, nil
	}
	b, err := k.s.view.Extra(sketchPrefix + string(id))
	return readSketch(b), err
}

// having returns the documents that will have a band.
func (k *kinship) having(band uint64) ([]ID, error) {
	out := slices.Clone(k.bands[band])
	err := k.s.view.Extras(bandKey(band, ""), func(key string, _ []byte) bool {
		id := ID(strings.TrimPrefix(key, bandKey(band, "")))
		if _, changes := k.sketches[id]; !changes {
			out = append(out, id)
		}
		return true
	})
	return out, err
}

// first returns one of the documents that have a band and do not change, "" where there is none.
func (k *kinship) first(band uint64) (first ID, err error) {
	err = k.s.view.Extras(bandKey(band, ""), func(key string, _ []byte) bool {
		id := ID(strings.TrimPrefix(key, bandKey(band, "")))
		if _, changes := k.sketches[id]; !changes {
			first = id
		}
		return first == ""
	})
	return first, err
}

// group returns a document and all its near-copies, the earliest first.
func (k *kinship) group(id ID) ([]ID, error) {
	group, seen, bands := []ID{id}, map[ID]bool{id: true}, map[uint64]bool{}
	for at := 0; at < len(group); at++ {
		sketch, err := k.sketch(group[at])
		if err != nil {
			return nil, err
		}
		for _, b := range sketch {
			if bands[b] {
				continue
			}
			bands[b] = true
			near, err := k.having(b)
			if err != nil {
				return nil, err
			}
			for _, id := range near {
				if !seen[id] {
					seen[id] = true
					group = append(group, id)
				}
			}
		}
	}
	return group, k.sort(group)
}

// sort puts the earliest first.
func (k *kinship) sort(group []ID) error {
	if len(group) == 1 {
		return nil
	}
	for _, id := range group {
		if _, ok := k.dates[id]; !ok {
			quads, err := k.s.match(k.s.iri(id), quad.IRI(schema.DatePublished), nil)
			if err != nil {
				return err
			}
			k.dates[id] = k.s.dated(id, quads)
		}
	}
	slices.SortFunc(group, func(a, b ID) int { return strings.Compare(k.dates[a], k.dates[b]) })
	return nil
}

// Original returns the document that one is a near-copy of, itself where it is none.
func (s *Store) Original(doc ID) (ID, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.original(doc)
}

func (s *Store) original(doc ID) (ID, error) {
	links, err := s.match(s.iri(doc), quad.IRI(schema.CopyOf), nil)
	if err != nil || len(links) == 0 {
		return doc, err
	}
	id, _ := s.id(links[0].Object)
	return id, nil
}

// hasCopies reports whether there are near-copies at all.
func (s *Store) hasCopies() (bool, error) {
	if s.broken != nil {
		return false, s.broken
	}
	id, err := s.view.ID(quad.IRI(schema.CopyOf))
	return id != 0, broken(err)
}

// weighing adds up statements as evidence. Near-copies give together what that one of them gives which gives most.
type weighing struct {
	s      *Store
	copies bool
	plain  float64               // where there are no copies
	given  map[ID]map[ID]float64 // by original and document
}

func (s *Store) weighing() (*weighing, error) {
	copies, err := s.hasCopies()
	return &weighing{s: s, copies: copies, given: map[ID]map[ID]float64{}}, err
}

func (t *weighing) add(statement ID, weight float64) error {
	if !t.copies {
		t.plain += weight
		return nil
	}
	passages, err := t.s.match(t.s.iri(statement), quad.IRI(schema.WasDerivedFrom), nil)
	if err != nil || len(passages) == 0 {
		return err
	}
	id, _ := t.s.id(passages[0].Object)
	name, _, _ := strings.Cut(string(id), "#")
	original, err := t.s.original(ID(name))
	if err != nil {
		return err
	}
	if t.given[original] == nil {
		t.given[original] = map[ID]float64{}
	}
	t.given[original][ID(name)] += weight
	return nil
}

func (t *weighing) sum() float64 {
	sum := t.plain
	for _, docs := range t.given {
		most := 0.0
		for _, n := range docs {
			most = max(most, n)
		}
		sum += most
	}
	return sum
}

// weigh counts the statements that bear a fact, those of near-copies once.
func (s *Store) weigh(statements []ID) (int, error) {
	t, err := s.weighing()
	if err != nil {
		return 0, err
	}
	for _, id := range statements {
		if err := t.add(id, 1); err != nil {
			return 0, err
		}
	}
	return int(t.sum()), nil
}

// eachSketch calls f with what lies beside the quads for each document, as its text has it.
func (c codec) eachSketch(v view, f func(key string, value []byte) error) error {
	return v.Match([4]quad.Value{nil, quad.IRI(schema.ArticleBody)}, func(q quad.Quad) error {
		id, ok := c.id(q.Subject)
		bands := sketch(lexical(q.Object))
		if !ok || bands == nil {
			return nil
		}
		if err := f(sketchPrefix+string(id), sketchBytes(bands)); err != nil {
			return err
		}
		for _, b := range bands {
			if err := f(bandKey(b, id), []byte{}); err != nil {
				return err
			}
		}
		return nil
	})
}

// copyQuads returns all quads about near-copies, as the bands that are stored have it.
func (s *Store) copyQuads(v view) (out []quad.Quad, err error) {
	k := kinship{s: s, dates: map[ID]string{}}
	var last, lastBand string
	near := map[ID]bool{} // documents that share a band with another
	err = v.Extras(bandPrefix, func(key string, _ []byte) bool {
		band, id, _ := strings.Cut(strings.TrimPrefix(key, bandPrefix), "/")
		if band == lastBand {
			near[ID(last)], near[ID(id)] = true, true
		}
		last, lastBand = id, band
		return true
	})
	if err != nil {
		return nil, err
	}
	for len(near) > 0 {
		for id := range near {
			group, err := k.group(id)
			if err != nil {
				return nil, err
			}
			for _, m := range group {
				delete(near, m)
				if m != group[0] {
					out = append(out, s.copyQuad(m, group[0]))
				}
			}
			delete(near, id)
			break
		}
	}
	return out, nil
}
