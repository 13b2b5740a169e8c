package view

import (
	"errors"
	"slices"
	"sort"
	"sync"

	"kg/graph"
)

// DocumentHead names a document.
type DocumentHead struct {
	ID        graph.ID `json:"id"`
	Name      string   `json:"name"`
	Title     string   `json:"title,omitempty"`
	Publisher string   `json:"publisher,omitempty"`
	Date      string   `json:"date,omitempty"`
	URL       string   `json:"url,omitempty"` // http or https only
}

// Piece is a run of a document's text; the statements are those that stand on it.
type Piece struct {
	Text       string     `json:"text"`
	Statements []graph.ID `json:"statements,omitempty"`
}

// Document is an article with its text cut at the ends of the sentences that statements stand on.
type Document struct {
	DocumentHead
	Pieces     []Piece     `json:"pieces"`
	Statements []Statement `json:"statements"` // in the order of the text
}

func head(d graph.Document) DocumentHead {
	return DocumentHead{d.ID, graph.DocName(d.ID), d.Title, d.Publisher, day(d.Date), WebURL(d.URL)}
}

// documents keeps the ids of all documents.
type documents struct {
	mu     sync.Mutex
	read   bool
	ids    []graph.ID // sorted; shared with who lists them, never written
	dirty  []graph.ID
	always bool // nobody tells of all writes: read them each time
}

func (d *documents) changed(ids []graph.ID) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, id := range ids {
		if d.read && id[0] == 'd' {
			d.dirty = append(d.dirty, id)
		}
	}
}

// list returns the ids of all documents, sorted.
func (d *documents) list(live *graph.Store) ([]graph.ID, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.read = d.read && !d.always
	if d.read && len(d.dirty) == 0 {
		return d.ids, nil
	}
	s, err := live.Frozen()
	if err != nil {
		return nil, err
	}
	defer s.Thaw()
	if !d.read {
		d.ids, err = s.Documents()
		d.read = err == nil
		return d.ids, err
	}
	ids := slices.Clone(d.ids)
	for _, id := range d.dirty {
		_, err := s.Document(id)
		at, there := slices.BinarySearch(ids, id)
		switch {
		case err == nil && !there:
			ids = slices.Insert(ids, at, id)
		case errors.Is(err, graph.ErrNotFound) && there:
			ids = slices.Delete(ids, at, at+1)
		case err != nil && !errors.Is(err, graph.ErrNotFound):
			return nil, err
		}
	}
	d.ids, d.dirty = ids, nil
	return d.ids, nil
}

// AllDocuments stands among what an answer tells of for the list of all documents.
const AllDocuments graph.ID = "d/"

// Documents returns a part of the list of all documents, how many there are, and the cursor of the next part.
func (g *Graph) Documents(cursor string, limit int) (docs []DocumentHead, total int, next string, err error) {
	g.see(AllDocuments)
	ids, err := g.shared.documents.list(g.shared.live)
	if err != nil {
		return nil, 0, "", err
	}
	from, to, next, err := Window(len(ids), cursor, limit)
	if err != nil {
		return nil, 0, "", err
	}
	docs = []DocumentHead{}
	for _, id := range ids[from:to] {
		d, err := g.Store.Document(id)
		if errors.Is(err, graph.ErrNotFound) { // written meanwhile
			continue
		}
		if err != nil {
			return nil, 0, "", err
		}
		docs = append(docs, head(d))
	}
	return docs, len(ids), next, nil
}

// Document returns a document with what it says.
func (g *Graph) Document(id graph.ID) (*Document, error) {
	g.see(id)
	d, err := g.Store.Document(id)
	if err != nil {
		return nil, err
	}
	r := g.reader()
	sts, err := g.Statements(graph.Find{Doc: id})
	if err != nil {
		return nil, err
	}
	for i := range sts {
		g.seeAll(&sts[i])
	}
	out := &Document{DocumentHead: head(d)}
	if out.Statements, err = r.statements(sts); err != nil {
		return nil, err
	}
	cuts := map[int]bool{0: true, len(d.Text): true}
	type span struct {
		from, to int
		id       graph.ID
	}
	var spans []span
	for _, st := range sts {
		for _, src := range st.Sources {
			if src.Doc == id && src.Start >= 0 && src.Start < src.End && src.End <= len(d.Text) {
				cuts[src.Start], cuts[src.End] = true, true
				spans = append(spans, span{src.Start, src.End, st.ID})
			}
		}
	}
	var at []int
	for c := range cuts {
		at = append(at, c)
	}
	sort.Ints(at)
	sort.SliceStable(spans, func(i, j int) bool { return spans[i].from < spans[j].from })
	next := 0
	var open []span
	for i := 0; i+1 < len(at); i++ {
		for ; next < len(spans) && spans[next].from <= at[i]; next++ {
			open = append(open, spans[next])
		}
		p := Piece{Text: d.Text[at[i]:at[i+1]]}
		still := open[:0]
		for _, s := range open {
			if s.to > at[i] {
				still = append(still, s)
				p.Statements = append(p.Statements, s.id)
			}
		}
		open = still
		out.Pieces = append(out.Pieces, p)
	}
	return out, nil
}
