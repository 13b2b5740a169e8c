package serve

import (
	"errors"
	"net/http"
	"reflect"
	"strings"

	"kg/cmd/kg/view"
	"kg/graph"
	"kg/queries"
)

var (
	limitParam    = Param{Name: "limit", Kind: "integer", Doc: "how many at most"}
	cursorParam   = Param{Name: "cursor", Kind: "string", Doc: "the next of the answer before"}
	entityParam   = Param{Name: "id", Kind: "string", Required: true, Doc: "an id (with or without e/), or a name"}
	statusParam   = Param{Name: "status", Kind: "string", Enum: []string{"asserted", "denied", "doubted"}, Doc: "only facts held so"}
	relationParam = Param{Name: "relation", Kind: "string", Doc: "only this relation, by its lemma: sign"}
	classParam    = Param{Name: "class", Kind: "string", Doc: "only things of this class: Person, Place, …"}
	fromParam     = Param{Name: "from", Kind: "string", Doc: "not before this day, YYYY-MM-DD"}
	toParam       = Param{Name: "to", Kind: "string", Doc: "not after this day, YYYY-MM-DD"}
	filterParams  = []Param{entityParam, relationParam, statusParam, classParam, fromParam, toParam}
)

// Hits is the answer of a search.
type Hits struct {
	Total int        `json:"total"`
	More  bool       `json:"more,omitempty"` // there are more than were counted
	Hits  []view.Hit `json:"hits"`
}

// Documents is a part of the list of documents.
type Documents struct {
	Total     int                 `json:"total"`
	Documents []view.DocumentHead `json:"documents"`
	Next      string              `json:"next,omitempty"`
}

// Steps is a way between two entities.
type Steps struct {
	More  bool        `json:"more,omitempty"` // none was found, but not all statements were tried
	Steps []view.Step `json:"steps"`
}

// Conflicts lists conflicts.
type Conflicts struct {
	Total     int             `json:"total"`
	Stale     bool            `json:"stale,omitempty"` // there were writes since they were looked for
	Conflicts []view.Conflict `json:"conflicts"`
	Next      string          `json:"next,omitempty"`
}

// Stats counts what the store holds and says what the server allows.
type Stats struct {
	graph.Stats
	Write bool `json:"write"`
	Ask   bool `json:"ask"`

	Counting bool `json:"counting,omitempty"` // the server has not counted yet: all numbers are 0
}

// Doubts lists links to review.
type Doubts struct {
	Total  int          `json:"total"`
	Stale  bool         `json:"stale,omitempty"` // there were writes since they were looked for
	Doubts []view.Doubt `json:"doubts"`
}

// Done says what a write did.
type Done struct {
	ID        graph.ID `json:"id,omitempty"`
	OK        bool     `json:"ok"`
	Documents int      `json:"documents,omitempty"` // whose links changed
}

// Routes lists the operations of the API.
var Routes []Route = []Route{
	{Method: "GET", Pattern: "/api/v1/search", Name: "search", Doc: "Entities by the beginning of a word of a name; without q those most spoken of.",
		Params: []Param{{Name: "q", Kind: "string", Doc: "what the name begins with"}, classParam, limitParam}, Answer: Hits{}, Quick: true, run: (*Server).search},
	{Method: "GET", Pattern: "/api/v1/entities/{id}", Name: "entity", Doc: "An entity: its facts by relation, who speaks of it.",
		Params: []Param{entityParam, {Name: "facts", Kind: "integer", Doc: "facts to a relation at most"}}, Answer: view.Entity{}, LinkedData: true, run: (*Server).entity},
	{Method: "GET", Pattern: "/api/v1/entities/{id}/statements", Name: "statements", Doc: "What is said of an entity, in the order of the texts.",
		Params: append(filterParams[:len(filterParams):len(filterParams)], limitParam, cursorParam), Answer: view.Page{}, LinkedData: true, run: (*Server).statements},
	{Method: "GET", Pattern: "/api/v1/entities/{id}/timeline", Name: "timeline", Doc: "What is said of an entity, in order of time; what has no time of its own stands at its document's date.",
		Params: append(filterParams[:len(filterParams):len(filterParams)], limitParam, cursorParam), Answer: view.Page{}, LinkedData: true, run: (*Server).timeline},
	{Method: "GET", Pattern: "/api/v1/entities/{id}/neighbourhood", Name: "neighbourhood", Doc: "The neighbourhood of an entity, laid out to be drawn.",
		Params: append(filterParams[:len(filterParams):len(filterParams)], Param{Name: "depth", Kind: "integer", Doc: "1 or 2 steps"}, Param{Name: "shape", Kind: "string", Enum: []string{"wide", "tall"}, Doc: "tall for narrow screens"}, limitParam), Answer: view.Drawing{}, run: (*Server).neighbourhood},
	{Method: "GET", Pattern: "/api/v1/facts/{id...}", Name: "fact", Doc: "The statements that bear a fact, with their sentences.",
		Params: []Param{{Name: "id", Kind: "string", Required: true, Doc: "of the fact, with or without f/"}, limitParam, cursorParam}, Answer: view.Page{}, LinkedData: true, run: (*Server).fact},
	{Method: "GET", Pattern: "/api/v1/statements/{id...}", Name: "statement", Doc: "A statement with its sentences.",
		Params: []Param{{Name: "id", Kind: "string", Required: true, Doc: "of the statement, with or without s/"}}, Answer: view.Statement{}, LinkedData: true, run: (*Server).statement},
	{Method: "GET", Pattern: "/api/v1/path", Name: "path", Doc: "A shortest way between two entities over statements.",
		Params: []Param{{Name: "a", Kind: "string", Required: true, Doc: "name or id"}, {Name: "b", Kind: "string", Required: true, Doc: "name or id"},
			{Name: "all", Kind: "string", Enum: []string{"1"}, Doc: "use what is denied or doubted too"}, {Name: "depth", Kind: "integer", Doc: "steps at most"}}, Answer: Steps{}, Slow: true, run: (*Server).path},
	{Method: "GET", Pattern: "/api/v1/documents", Name: "documents", Doc: "All documents.", Params: []Param{limitParam, cursorParam}, Answer: Documents{}, run: (*Server).documents},
	{Method: "GET", Pattern: "/api/v1/documents/{id...}", Name: "document", Doc: "A document's text, cut at the sentences that statements stand on.",
		Params: []Param{{Name: "id", Kind: "string", Required: true, Doc: "with or without d/"}}, Answer: view.Document{}, LinkedData: true, run: (*Server).document},
	{Method: "GET", Pattern: "/api/v1/conflicts", Name: "conflicts", Doc: "What some assert and others deny.", Params: []Param{limitParam, cursorParam}, Answer: Conflicts{}, Quick: true, run: (*Server).conflicts},
	{Method: "GET", Pattern: "/api/v1/ask", Name: "ask", Doc: "An answer to a question in English.", Params: []Param{{Name: "q", Kind: "string", Required: true, Doc: "the question"}}, Answer: view.Answer{}, Slow: true, run: (*Server).ask},
	{Method: "GET", Pattern: "/api/v1/stats", Name: "stats", Doc: "How much there is.", Answer: Stats{}, Quick: true, run: (*Server).stats},
	{Method: "POST", Pattern: "/api/v1/query/gizmo", Name: "gizmo", Doc: "Runs a Gizmo script, as Cayley's own endpoint does; in a process of its own, with limits of time, memory and rows.",
		Params: []Param{limitParam}, Body: "text/plain", Answer: GizmoResult{}, Slow: true, run: (*Server).gizmo},
	{Method: "GET", Pattern: "/api/v1/review", Name: "review", Doc: "Links between names that are doubtful and that nobody has settled, the most doubtful first.", Params: []Param{limitParam}, Answer: Doubts{}, Quick: true, run: (*Server).review},
	{Method: "POST", Pattern: "/api/v1/review", Name: "decide", Doc: "Settles a doubtful link: a, b and name (its b_name) as the list has them, same true or false. It holds for articles to come.", Body: "application/json", Answer: Done{}, Write: true, run: (*Server).decide},
	{Method: "POST", Pattern: "/api/v1/documents", Name: "ingest", Doc: "Reads an article and stores what it says.", Body: "application/json", Answer: Done{}, Write: true, run: (*Server).ingest},
	{Method: "DELETE", Pattern: "/api/v1/documents/{id...}", Name: "remove", Doc: "Takes a document out, with what only it bore.",
		Params: []Param{{Name: "id", Kind: "string", Required: true, Doc: "with or without d/"}}, Answer: Done{}, Write: true, run: (*Server).remove},
	{Method: "GET", Pattern: "/api/v1/openapi.json", Name: "openapi", Doc: "This description.", Answer: map[string]any{}, Quick: true, run: (*Server).openapi},
}

// prefixed gives an id its first letter where it has none.
func prefixed(id, prefix string) graph.ID {
	return graph.ID(prefix + strings.TrimPrefix(id, prefix))
}

// entityID resolves a parameter that names an entity.
func (q *request) entityID(name string) (graph.ID, error) {
	if n, err := q.graph.Node(prefixed(name, "e/")); err == nil {
		q.steady = true
		return n.ID, nil
	}
	c, err := q.graph.Resolve(name)
	return c.ID, err
}

func (s *Server) search(q *request) (any, error) {
	limit := q.number("limit", 10, 100)
	if q.get("q") == "" {
		hits, err := q.graph.Top(q.Context(), limit)
		return Hits{len(hits), true, hits}, err
	}
	hits, total, more, err := q.graph.Search(q.Context(), q.get("q"), q.get("class"), limit)
	return Hits{total, more, hits}, err
}

func (s *Server) entity(q *request) (any, error) {
	id, err := q.entityID(q.get("id"))
	if err != nil {
		return nil, err
	}
	q.subject = []graph.ID{id}
	return q.graph.Entity(id, q.number("facts", 10, 500))
}

// filter reads the parameters of a filter.
func (q *request) filter() (f view.Filter, err error) {
	id, err := q.entityID(q.get("id"))
	f = view.Filter{Entity: id, Relation: q.get("relation"), Status: q.get("status"), Class: q.get("class"), From: q.get("from"), To: q.get("to")}
	if err == nil && f.Check() != nil {
		err = failf(http.StatusBadRequest, "%v", f.Check())
	}
	return f, err
}

func (s *Server) list(q *request, byTime bool) (any, error) {
	f, err := q.filter()
	if err != nil {
		return nil, err
	}
	page, err := q.graph.List(f, byTime, q.get("cursor"), q.number("limit", 50, 500))
	return page, cite(q, page, err)
}

// cite notes what a page of statements is about.
func cite(q *request, page *view.Page, err error) error {
	if err != nil {
		return err
	}
	for _, st := range page.Statements {
		q.subject = append(q.subject, st.ID)
	}
	return nil
}

func (s *Server) statements(q *request) (any, error) { return s.list(q, false) }
func (s *Server) timeline(q *request) (any, error)   { return s.list(q, true) }

func (s *Server) neighbourhood(q *request) (any, error) {
	f, err := q.filter()
	if err != nil {
		return nil, err
	}
	return q.graph.Draw(f, q.number("depth", 1, 2), q.number("limit", 24, 80), q.get("shape") == "tall")
}

func (s *Server) fact(q *request) (any, error) {
	id := prefixed(q.get("id"), "f/")
	q.steady = true
	page, err := q.graph.Evidence(id, q.get("cursor"), q.number("limit", 50, 500))
	return page, cite(q, page, err)
}

func (s *Server) statement(q *request) (any, error) {
	id := prefixed(q.get("id"), "s/")
	q.subject, q.steady = []graph.ID{id}, true
	return q.graph.Statement(id)
}

func (s *Server) path(q *request) (any, error) {
	var ends [2]graph.ID
	for i, name := range []string{"a", "b"} {
		id, err := q.entityID(q.get(name))
		if err != nil {
			return nil, err
		}
		ends[i] = id
	}
	statuses := []graph.Status{graph.Asserted}
	if q.get("all") != "" {
		statuses = append(statuses, graph.Denied, graph.Doubted)
	}
	steps, more, err := q.graph.Path(ends[0], ends[1], statuses, q.number("depth", 4, 6))
	q.steady = false // what lies between was not noted
	return Steps{more, steps}, err
}

func (s *Server) documents(q *request) (any, error) {
	q.steady = true
	docs, total, next, err := q.graph.Documents(q.get("cursor"), q.number("limit", 50, 500))
	return Documents{total, docs, next}, err
}

func (s *Server) document(q *request) (any, error) {
	id := q.documentID(q.get("id"))
	q.subject, q.steady = []graph.ID{id}, true
	return q.graph.Document(id)
}

// documentID returns the id in a path, where slashes may have been escaped by the client or not.
func (q *request) documentID(name string) graph.ID {
	id := prefixed(name, "d/")
	if _, err := q.graph.Store.Document(id); err == nil {
		return id
	}
	return graph.DocID(strings.TrimPrefix(name, "d/"))
}

func (s *Server) conflicts(q *request) (any, error) {
	found, total, next, stale, err := q.graph.Conflicts(q.Context(), q.get("cursor"), q.number("limit", 20, 200))
	return Conflicts{total, stale, found, next}, err
}

func (s *Server) ask(q *request) (any, error) {
	switch {
	case s.Ask == nil:
		return nil, failf(http.StatusNotImplemented, "this server answers no questions in English")
	case len(q.get("q")) > maxQuestions:
		return nil, failf(http.StatusBadRequest, "q: longer than %d bytes", maxQuestions)
	}
	return s.Ask(q.Context(), q.graph, q.get("q"))
}

func (s *Server) stats(q *request) (any, error) {
	st, err := q.graph.Counts(q.Context())
	counting := errors.Is(err, view.ErrMaking)
	if counting {
		err = nil
	}
	return Stats{st, s.Write, s.Ask != nil, counting}, err
}

func (s *Server) review(q *request) (any, error) {
	found, total, stale, err := q.graph.Doubts(q.Context(), q.number("limit", 50, 200))
	return Doubts{total, stale, found}, err
}

func (s *Server) decide(q *request) (any, error) {
	var d view.Settlement
	if err := q.json(&d); err != nil {
		return nil, err
	}
	n, err := s.graph.Settle(d)
	return Done{OK: err == nil, Documents: n}, err
}

func (s *Server) ingest(q *request) (any, error) {
	var a view.Article
	if err := q.json(&a); err != nil {
		return nil, err
	}
	if strings.TrimSpace(a.Text) == "" {
		return nil, failf(http.StatusBadRequest, "text: missing")
	}
	if s.Ingest == nil {
		return nil, failf(http.StatusNotImplemented, "this server stores no articles")
	}
	id, err := s.Ingest(q.Context(), a)
	return Done{ID: id, OK: err == nil}, err
}

func (s *Server) remove(q *request) (any, error) {
	id := q.documentID(q.get("id"))
	err := s.graph.Remove(id)
	return Done{ID: id, OK: err == nil}, err
}

// GizmoResult is the answer of Cayley's query endpoint: a list of rows, IRIs in angle brackets.
type GizmoResult struct {
	Result []map[string]any `json:"result"`
	More   bool             `json:"more,omitempty"` // the limit cut rows off; not Cayley's
}

func (s *Server) gizmo(q *request) (any, error) {
	if s.Gizmo == nil {
		return nil, failf(http.StatusNotImplemented, "this server runs no scripts")
	}
	if len(q.body) > maxScript {
		return nil, failf(http.StatusRequestEntityTooLarge, "the script is larger than %d bytes", maxScript)
	}
	res, err := s.Gizmo(q.Context(), string(q.body), queries.Limits{Rows: q.number("limit", 100, maxRows), Time: maxTime * 8 / 10})
	if err != nil {
		return nil, err
	}
	out := GizmoResult{Result: []map[string]any{}, More: res.More}
	for _, row := range res.Rows {
		m := map[string]any{}
		for k, v := range row {
			m[k] = q.cayley(v)
		}
		out.Result = append(out.Result, m)
	}
	return out, nil
}

// cayley writes a value as Cayley's endpoint does.
func (q *request) cayley(v any) any {
	switch v := v.(type) {
	case graph.ID:
		return "<" + q.graph.IRI(v) + ">"
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = q.cayley(v[i])
		}
		return out
	case map[string]any:
		out := map[string]any{}
		for k, x := range v {
			out[k] = q.cayley(x)
		}
		return out
	}
	if r := reflect.ValueOf(v); r.Kind() == reflect.String && r.Type() != reflect.TypeFor[string]() { // an IRI of another base
		return "<" + r.String() + ">"
	}
	return v
}
