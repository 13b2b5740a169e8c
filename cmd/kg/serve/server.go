// Package serve is kg's HTTP API and its web page: one look at a graph that is safe to leave running.
package serve

import (
	"context"
	"log"
	"net/http"
	"runtime"
	"time"

	"kg/cmd/kg/view"
	"kg/graph"
	"kg/queries"
)

// Options say what a server allows. Functions that are nil are answered with 501.
type Options struct {
	Token string   // wanted from every request to the API, "" for none
	Hosts []string // names that requests may give as Host, beside loopback's; without port
	Write bool     // articles may be stored and removed, doubtful links settled

	// Gizmo runs a script of a stranger within the limits.
	Gizmo func(ctx context.Context, script string, limits queries.Limits) (queries.Result, error)
	// Ask answers a question in English.
	Ask func(ctx context.Context, g *view.Graph, question string) (*view.Answer, error)
	// Ingest reads an article and stores it.
	Ingest func(ctx context.Context, a view.Article) (graph.ID, error)

	Log *log.Logger // of what failed inside; nil for none
}

// Limits of a server.
const (
	maxBody      = 1 << 20 // bytes of a request's body
	maxScript    = 64 << 10
	maxRows      = 1000
	maxTime      = 10 * time.Second // of a request
	maxAtOnce    = 64               // requests that are in; the others wait
	maxWaiting   = 5 * time.Second
	maxSlow      = 2 // scripts, questions, ways and searches of all of the store at once
	maxQuestions = 500
)

// Server answers requests about one graph.
type Server struct {
	Options
	graph *view.Graph
	slots chan struct{} // requests that are in
	work  chan struct{} // that are worked on
	slow  chan struct{} // that are worked on and take long
	kept  *cache

	writing chan struct{} // that write: one at a time, beside those that read

	description map[string]any // of the API
}

// New returns a server of a graph.
func New(g *view.Graph, o Options) *Server {
	s := &Server{Options: o, graph: g, slots: make(chan struct{}, maxAtOnce), work: make(chan struct{}, 2*runtime.GOMAXPROCS(0)), slow: make(chan struct{}, maxSlow), writing: make(chan struct{}, 1),
		kept: newCache(), description: Description()}
	g.Watch(s.kept.changed)
	return s
}

// Handler returns the server's handler, with all its guards around it.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	for _, r := range Routes {
		mux.Handle(r.Method+" "+r.Pattern, s.endpoint(r))
	}
	mux.HandleFunc("GET /", servePage)
	return s.guard(mux)
}

// HTTP returns a server with the limits of time that slow clients meet.
func (s *Server) HTTP() *http.Server {
	return &http.Server{Handler: s.Handler(), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second,
		WriteTimeout: maxTime + 20*time.Second, IdleTimeout: 60 * time.Second, MaxHeaderBytes: 16 << 10, ErrorLog: s.Log}
}
