package view

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"strings"

	"kg/graph"
)

// Doubt is a question that somebody may settle: whether what documents call by a name is an entity of another name.
type Doubt struct {
	A         graph.ID `json:"a"` // the entity
	B         graph.ID `json:"b"` // what bears the name where the two are not one
	AName     string   `json:"a_name"`
	BName     string   `json:"b_name"` // the name in the documents
	Linked    bool     `json:"linked"` // they are taken for one now
	Reason    string   `json:"reason"`
	Score     float64  `json:"score"`
	Documents int      `json:"documents"` // that have the name
	AQuote    *Quote   `json:"a_quote,omitempty"`
	BQuote    *Quote   `json:"b_quote,omitempty"`
}

// Quote is a sentence of a document.
type Quote struct {
	Document graph.ID `json:"document"`
	Text     string   `json:"text"`
}

// Settlement settles a Doubt: A, B and Name are its A, B and BName.
type Settlement struct {
	A    graph.ID `json:"a"`
	B    graph.ID `json:"b"`
	Name string   `json:"name"`
	Same bool     `json:"same"`
}

// decisions returns what is decided by saying yes and by saying no.
func (s Settlement) decisions() (yes, no graph.Decision) {
	return graph.Decision{Kind: "merge", Entity: s.B, To: s.A}, graph.Decision{Kind: "split", Entity: s.A, To: s.B, Name: s.Name}
}

// doubtful are all links of a store that are doubtful, settled or not, the most doubtful first.
type doubtful struct {
	reasons []graph.Reason
	pairs   []pair
	at      map[[2]graph.ID][]int // in pairs
}

// pair is a doubt between two entities, over a reason.
type pair struct {
	a, b   graph.ID
	reason int
}

func doubts(s *graph.Store) (doubtful, error) {
	found, err := s.Review(graph.Doubtful)
	d := doubtful{reasons: found, at: map[[2]graph.ID][]int{}}
	for i := range found {
		r := &found[i]
		b := graph.Link(r.Name, r.Class)
		for _, a := range append([]graph.ID{r.Entity}, r.Against...) {
			if a != b {
				d.at[[2]graph.ID{a, b}] = append(d.at[[2]graph.ID{a, b}], len(d.pairs))
				d.pairs = append(d.pairs, pair{a, b, i})
			}
		}
	}
	return d, err
}

// settled returns the places in pairs of what was decided.
func (d *doubtful) settled(decided map[graph.Decision]graph.ID) map[int]bool {
	out := map[int]bool{}
	for x := range decided {
		for _, i := range d.at[[2]graph.ID{x.To, x.Entity}] {
			out[i] = out[i] || x.Kind == "merge"
		}
		for _, i := range d.at[[2]graph.ID{x.Entity, x.To}] {
			out[i] = out[i] || x.Kind == "split" && x.Doc == "" && x.Name == d.reasons[d.pairs[i].reason].Name
		}
	}
	maps.DeleteFunc(out, func(_ int, is bool) bool { return !is })
	return out
}

// Doubts returns the doubts that nobody has settled, the greatest first, limit at most, and how many there are; stale
// says that writes have come since they were looked for.
func (g *Graph) Doubts(ctx context.Context, limit int) (out []Doubt, total int, stale bool, err error) {
	found, stale, err := g.shared.doubts.get(ctx, g.shared.live, doubts)
	if err != nil {
		return nil, 0, false, err
	}
	have, err := g.decided()
	if err != nil {
		return nil, 0, false, err
	}
	settled := found.settled(have)
	out = []Doubt{}
	for i, p := range found.pairs {
		if len(out) == limit {
			break
		}
		if settled[i] {
			continue
		}
		r := &found.reasons[p.reason]
		d := Doubt{A: p.a, B: p.b, BName: r.Name, Linked: p.a == r.Entity, Reason: reason(r.Evidence), Score: r.Score, Documents: len(r.Docs)}
		if err := g.sides(&d, r.Docs); err != nil {
			return nil, 0, false, err
		}
		out = append(out, d)
	}
	return out, len(found.pairs) - len(settled), stale, nil
}

// reason says what the names of evidences mean.
func reason(evidence []string) string {
	var out []string
	for _, name := range evidence {
		for _, e := range graph.Evidences {
			if e.Name == name {
				out = append(out, e.Doc)
			}
		}
	}
	return strings.Join(out, "; ")
}

// mostCompared bounds the statements about an entity that are looked through for a sentence of another document.
const mostCompared = 20

// sides fills in the entity's name and a sentence of each side, that of the entity out of none of the documents.
func (g *Graph) sides(d *Doubt, docs []graph.ID) error {
	n, err := g.Node(d.A)
	if errors.Is(err, graph.ErrNotFound) {
		d.AName = string(d.A)
		return nil
	}
	if err != nil {
		return err
	}
	d.AName = n.Name
	doc, err := g.Store.Document(docs[0])
	if errors.Is(err, graph.ErrNotFound) { // gone since
		return nil
	}
	if err != nil {
		return err
	}
	if s := doc.Sentence(d.BName); s != "" {
		d.BQuote = &Quote{doc.ID, Short(s, 400)}
	}
	but := map[graph.ID]bool{}
	for _, id := range docs {
		but[id] = true
	}
	sts, _, err := g.reader().about(d.A, mostCompared)
	for i := range sts {
		for _, src := range sts[i].Sources {
			if !but[src.Doc] {
				d.AQuote = &Quote{src.Doc, Short(src.Quote, 400)}
				return err
			}
		}
	}
	return err
}

// key is what a decision says, without its id.
func key(d graph.Decision) graph.Decision {
	d.ID = ""
	return d
}

// decided returns the ids of all decisions by what they say.
func (g *Graph) decided() (map[graph.Decision]graph.ID, error) {
	all, err := g.Decisions()
	out := map[graph.Decision]graph.ID{}
	for _, d := range all {
		out[key(d)] = d.ID
	}
	return out, err
}

// Settle decides a doubt; it takes back what was decided about it otherwise. It returns the number of documents whose
// links changed. Its error wraps ErrSettlement where there is no such doubt to settle.
func (g *Graph) Settle(s Settlement) (documents int, err error) {
	yes, no := s.decisions()
	for _, d := range []graph.Decision{yes, no} {
		if err := d.Check(); err != nil {
			return 0, fmt.Errorf("%w: %v", ErrSettlement, err)
		}
	}
	if _, err := g.Node(s.A); err != nil {
		return 0, err
	}
	have, err := g.decided()
	if err != nil {
		return 0, err
	}
	want, other := yes, no
	if !s.Same {
		want, other = no, yes
	}
	if id, ok := have[other]; ok {
		if documents, err = g.Undo(id); err != nil {
			return documents, err
		}
	}
	n, err := g.Decide(want)
	if err != nil {
		return documents, err
	}
	return max(documents, n), nil
}

// ErrSettlement says that a settlement is not one of a doubt.
var ErrSettlement = errors.New("no doubt to settle")
