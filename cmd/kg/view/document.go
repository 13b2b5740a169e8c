package view

import (
	"sort"

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

// Documents returns a part of the list of all documents, how many there are, and the cursor of the next part.
func (g *Graph) Documents(cursor string, limit int) (docs []DocumentHead, total int, next string, err error) {
	ids, err := g.Store.Documents()
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
		if err != nil {
			return nil, 0, "", err
		}
		docs = append(docs, head(d))
	}
	return docs, len(ids), next, nil
}

// Document returns a document with what it says.
func (g *Graph) Document(id graph.ID) (*Document, error) {
	d, err := g.Store.Document(id)
	if err != nil {
		return nil, err
	}
	sts, err := g.Statements(graph.Find{Doc: id})
	if err != nil {
		return nil, err
	}
	out := &Document{DocumentHead: head(d)}
	if out.Statements, err = g.reader().statements(sts); err != nil {
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
