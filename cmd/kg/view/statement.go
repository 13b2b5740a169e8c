// Package view makes of a store what is shown of it: small answers with ids, quotes and counts, the same for the page,
// the API and agents. Its structs are the JSON of the API.
package view

import (
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"kg/graph"
)

// Graph is a store with what its views keep beside it. Its methods may be called by many goroutines at once, but for a
// Graph that Now returned.
type Graph struct {
	*graph.Store
	shared *shared
	seen   map[graph.ID]bool // what was read of it; nil where nobody asks
}

// shared is what is kept beside a store, and is told of each write.
type shared struct {
	live      *graph.Store
	heavy     heavy
	documents documents
	conflicts slow[[]conflict]
	doubts    slow[doubtful]

	counted   chan struct{} // closed when the store is counted, what is written later aside
	uncounted error         // why it is not
}

// New returns the views of a store. It reads the names of the heaviest entities and counts in the background; see Ready
// and Counted.
func New(s *graph.Store) *Graph {
	x := &shared{live: s}
	x.heavy.done, x.heavy.dirty = make(chan struct{}), map[graph.ID]bool{}
	s.Watch(func(ids []graph.ID) {
		x.heavy.changed(ids)
		x.documents.changed(ids)
		x.conflicts.changed()
		x.doubts.changed()
	})
	x.documents.always, x.conflicts.always, x.doubts.always = s.Shared(), s.Shared(), s.Shared()
	x.counted = make(chan struct{})
	go func() {
		defer close(x.counted)
		x.heavy.read(s)
		if !s.Shared() { // there it is counted each time
			_, x.uncounted = s.Stats()
		}
	}()
	return &Graph{Store: s, shared: x}
}

// Now returns the graph as it is, for one goroutine: writes neither hold its readers up nor change what they see. It is
// given back by Thaw.
func (g *Graph) Now() (*Graph, error) {
	s, err := g.Frozen()
	return &Graph{Store: s, shared: g.shared, seen: map[graph.ID]bool{}}, err
}

// Seen returns the entities and documents that a Graph of Now was asked about or has named: as long as none of them is
// written, its answer stays the same, lists of a whole store aside.
func (g *Graph) Seen() []graph.ID { return slices.Collect(maps.Keys(g.seen)) }

func (g *Graph) see(id graph.ID) {
	if g.seen != nil && id != "" {
		g.seen[id] = true
	}
}

func (g *Graph) seeAll(st *graph.Statement) {
	for _, v := range arguments(st) {
		g.see(v.ID)
	}
}

// Node is that of the store.
func (g *Graph) Node(id graph.ID) (graph.Node, error) {
	g.see(id)
	return g.Store.Node(id)
}

// Thing is an argument of a statement: an entity where ID is set, else a literal or a clause.
type Thing struct {
	ID    graph.ID `json:"id,omitempty"`
	Name  string   `json:"name"`
	Class string   `json:"class,omitempty"`
	Text  string   `json:"text,omitempty"` // the wording, where it is not the name
}

// Role is a further argument.
type Role struct {
	Role string `json:"role"`
	Thing
}

// Passage is a sentence that a statement stands on: bytes Start to End of the document's text.
type Passage struct {
	Document  graph.ID `json:"document"`
	Title     string   `json:"title,omitempty"`
	Publisher string   `json:"publisher,omitempty"`
	Date      string   `json:"date,omitempty"`
	URL       string   `json:"url,omitempty"` // http or https only
	Start     int      `json:"start"`
	End       int      `json:"end"`
	Quote     string   `json:"quote"`
	Extractor string   `json:"extractor,omitempty"`
}

// Statement is one thing said, with its sentences. Fields at their defaults (positive, certain, the author's voice) are
// left out.
type Statement struct {
	ID         graph.ID  `json:"id"`
	Fact       graph.ID  `json:"fact,omitempty"`
	Status     string    `json:"status"` // asserted, denied or doubted
	Subject    *Thing    `json:"subject,omitempty"`
	Relation   string    `json:"relation"` // the lemma: "take place in"
	Wording    string    `json:"wording,omitempty"`
	Object     *Thing    `json:"object,omitempty"`
	Kind       string    `json:"kind,omitempty"`
	Polarity   string    `json:"polarity,omitempty"`
	Certainty  string    `json:"certainty,omitempty"`
	Tense      string    `json:"tense"`
	By         *Thing    `json:"by,omitempty"`
	Cue        string    `json:"cue,omitempty"`
	Condition  string    `json:"condition,omitempty"`
	Time       string    `json:"time,omitempty"`
	Start      string    `json:"start,omitempty"` // of the time, YYYY-MM-DD; End is the first day after it
	End        string    `json:"end,omitempty"`
	Place      *Thing    `json:"place,omitempty"`
	Quantity   string    `json:"quantity,omitempty"`
	Roles      []Role    `json:"roles,omitempty"`
	Confidence float64   `json:"confidence"`
	Sources    []Passage `json:"sources"`
}

func thing(v graph.Value) *Thing {
	if v.None() {
		return nil
	}
	t := &Thing{ID: v.ID, Name: v.Name, Class: v.Class}
	if v.Text != v.Name {
		t.Text = v.Text
	}
	return t
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.DateOnly)
}

// WebURL returns s where a browser may be led to it, else "": links come out of articles.
func WebURL(s string) string {
	low := strings.ToLower(s)
	if strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "https://") {
		return s
	}
	return ""
}

// reader turns statements into their views; it serves one request.
type reader struct {
	*Graph
	texts *graph.Reader
}

func (g *Graph) reader() *reader { return &reader{g, g.Store.Reader()} }

func (r *reader) document(id graph.ID) (graph.Document, error) {
	r.see(id)
	return r.texts.Document(id)
}

// read reads statements, in order.
func (r *reader) read(ids []graph.ID) ([]graph.Statement, error) {
	sts, err := r.texts.Statements(ids)
	for i := range sts {
		r.seeAll(&sts[i])
	}
	return sts, err
}

// statement is the view of st.
func (r *reader) statement(st *graph.Statement) (Statement, error) {
	out := Statement{ID: st.ID, Status: r.Status(*st).String(), Subject: thing(st.Subject), Relation: st.Relation.Lemma, Object: thing(st.Object),
		Tense: st.Tense.String(), By: thing(st.By), Cue: st.Cue, Condition: st.Condition, Time: st.Time.Text, Start: day(st.Time.Start),
		End: day(st.Time.End), Place: thing(st.Place), Quantity: st.Quantity.Text, Confidence: float64(int(st.Confidence*1000+0.5)) / 1000}
	if st.Subject.ID != "" && !st.Object.None() {
		out.Fact = r.Fact(st)
	}
	if st.Relation.Text != st.Relation.Lemma {
		out.Wording = st.Relation.Text
	}
	if st.Kind != graph.Relational {
		out.Kind = st.Kind.String()
	}
	if st.Polarity != graph.Positive {
		out.Polarity = st.Polarity.String()
	}
	if st.Certainty != graph.Certain {
		out.Certainty = st.Certainty.String()
	}
	for _, x := range st.Roles {
		if t := thing(x.Value); t != nil {
			out.Roles = append(out.Roles, Role{x.Name, *t})
		}
	}
	for _, src := range st.Sources {
		d, err := r.document(src.Doc)
		if err != nil {
			return out, err
		}
		out.Sources = append(out.Sources, Passage{src.Doc, d.Title, d.Publisher, day(d.Date), WebURL(d.URL), src.Start, src.End,
			strings.Join(strings.Fields(src.Quote), " "), src.Extractor})
	}
	return out, nil
}

func (r *reader) statements(sts []graph.Statement) ([]Statement, error) {
	out := make([]Statement, len(sts))
	for i := range sts {
		var err error
		if out[i], err = r.statement(&sts[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Line is the statement on one line: subject · relation · object [what is not plain about it].
func (s *Statement) Line() string {
	name := func(t *Thing) string {
		if t == nil {
			return "_"
		}
		return Short(t.Name, 80)
	}
	at := []string{s.Tense}
	if s.Status != "asserted" {
		at = append([]string{s.Status}, at...)
	}
	if s.By != nil {
		at = append(at, "by="+Short(s.By.Name, 40))
	}
	for _, x := range s.Roles {
		at = append(at, x.Role+"="+Short(x.Name, 40))
	}
	for _, x := range [][2]string{{"if", s.Condition}, {"time", s.Time}, {"quantity", s.Quantity}} {
		if x[1] != "" {
			at = append(at, x[0]+"="+Short(x[1], 60))
		}
	}
	if s.Place != nil {
		at = append(at, "place="+Short(s.Place.Name, 40))
	}
	return name(s.Subject) + " · " + s.Relation + " · " + name(s.Object) + " [" + strings.Join(at, ", ") + "]"
}

// Short cuts s to n characters.
func Short(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}

// Views returns the views of statements.
func (g *Graph) Views(sts []graph.Statement) ([]Statement, error) { return g.reader().statements(sts) }
