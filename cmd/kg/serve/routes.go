package serve

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"kg/cmd/kg/view"
	"kg/graph"
	"kg/queries"
)

// Route is one operation of the API.
type Route struct {
	Method, Pattern string // of net/http
	Name, Doc       string
	Params          []Param
	Body            string // media type of the request's body, "" for none
	Answer          any    // a value of the type of the answer
	LinkedData      bool   // also answers with JSON-LD
	Write           bool   // wants --write
	Slow            bool   // few at once, so that the others stay quick
	Quick           bool   // waits for no place
	run             func(*Server, *request) (any, error)
}

// Param is a parameter in the path or the query of a URL.
type Param struct {
	Name, Doc string
	Kind      string // "string", "integer"
	Required  bool
	Enum      []string
}

// request is a request with its parameters read.
type request struct {
	*http.Request
	body    []byte
	graph   *view.Graph // as it was when the request began
	linked  bool        // JSON-LD is wanted
	subject []graph.ID  // what the answer is about, for JSON-LD
	steady  bool        // the answer stays the same until something is written that graph has seen
}

// failure is an error with its HTTP status.
type failure struct {
	status int
	text   string
}

func (f failure) Error() string { return f.text }

func failf(status int, format string, args ...any) error {
	return failure{status, fmt.Sprintf(format, args...)}
}

// Failure is the JSON of an answer that failed.
type Failure struct {
	Error      string     `json:"error"`
	Candidates []view.Hit `json:"candidates,omitempty"` // what an ambiguous name may mean
}

func fail(w http.ResponseWriter, status int, format string, args ...any) {
	answer(w, status, Failure{Error: fmt.Sprintf(format, args...)})
}

func answer(w http.ResponseWriter, status int, v any) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(true)
	if err := e.Encode(v); err != nil {
		status = http.StatusInternalServerError
		b.Reset()
		b.WriteString(`{"error":"the answer has no JSON"}` + "\n")
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	w.Write(b.Bytes())
}

// endpoint is the handler of a route.
func (s *Server) endpoint(route Route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if route.Write && !s.Write {
			fail(w, http.StatusForbidden, "this server only reads; start it with --write")
			return
		}
		q := &request{Request: r}
		if err := q.read(route); err != nil {
			s.failed(w, r, err)
			return
		}
		q.linked = route.LinkedData && strings.Contains(r.Header.Get("Accept"), "application/ld+json")
		key := fmt.Sprint(q.linked, r.URL.EscapedPath(), "?", r.URL.RawQuery)
		known, writes := s.kept.get(key)
		if known != nil && route.Method == http.MethodGet {
			known.write(w)
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), maxTime)
		defer cancel()
		q.Request = r.WithContext(ctx)
		places := s.work
		switch {
		case route.Slow:
			places = s.slow
		case route.Write:
			places = s.writing
		}
		if !route.Quick {
			select {
			case places <- struct{}{}:
			case <-ctx.Done():
				s.failed(w, r, ctx.Err())
				return
			}
		}
		type outcome struct {
			answer *kept
			err    error
		}
		done := make(chan outcome, 1)
		go func() { // it has its place until it ends, however long its client waits
			defer func() {
				if p := recover(); p != nil {
					done <- outcome{nil, fmt.Errorf("panic: %v", p)}
				}
				if !route.Quick {
					<-places
				}
			}()
			k, err := s.run(route, q)
			if err == nil && q.steady && route.Method == http.MethodGet && !s.graph.Shared() {
				k.key = key
				s.kept.put(k, writes)
			}
			done <- outcome{k, err}
		}()
		var o outcome
		select {
		case o = <-done:
		case <-ctx.Done():
			o.err = ctx.Err()
		}
		if o.err != nil {
			s.failed(w, r, o.err)
			return
		}
		o.answer.write(w)
	})
}

// run works a request out on the graph as it is now.
func (s *Server) run(route Route, q *request) (k *kept, err error) {
	if q.graph, err = s.graph.Now(); err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, q.graph.Thaw()) }()
	v, err := route.run(s, q)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	k = &kept{kind: "application/json; charset=utf-8"}
	if q.linked {
		k.kind = "application/ld+json"
		err = q.graph.Describe(&b, q.subject)
	} else {
		err = json.NewEncoder(&b).Encode(v)
	}
	k.body, k.of = b.Bytes(), q.graph.Seen()
	return k, err
}

// failed answers with the status that fits an error.
func (s *Server) failed(w http.ResponseWriter, r *http.Request, err error) {
	var f failure
	var big *http.MaxBytesError
	var many *graph.AmbiguousError
	status := http.StatusInternalServerError
	switch {
	case errors.As(err, &f):
		status = f.status
	case errors.As(err, &big):
		status = http.StatusRequestEntityTooLarge
		err = fmt.Errorf("the body is larger than %d bytes", big.Limit)
	case errors.As(err, &many):
		out := Failure{Error: err.Error()}
		for _, c := range many.Candidates[:min(len(many.Candidates), 20)] {
			out.Candidates = append(out.Candidates, view.Hit{ID: c.ID, Name: c.Name, Classes: c.Classes, Weight: c.Statements})
		}
		answer(w, http.StatusMultipleChoices, out)
		return
	case errors.Is(err, view.ErrMaking):
		status = http.StatusServiceUnavailable
		w.Header().Set("Retry-After", "5")
	case errors.Is(err, graph.ErrNotFound):
		status = http.StatusNotFound
	case errors.Is(err, queries.ErrTimeout), errors.Is(err, context.DeadlineExceeded):
		status = http.StatusGatewayTimeout
		if errors.Is(err, context.DeadlineExceeded) {
			err = fmt.Errorf("stopped after %v", maxTime)
		}
	case errors.Is(err, queries.ErrScript), errors.Is(err, queries.ErrArguments), errors.Is(err, view.ErrCursor), errors.Is(err, view.ErrSettlement):
		status = http.StatusBadRequest
	default:
		if s.Log != nil {
			s.Log.Printf("%s %s: %v", r.Method, r.URL.Path, err)
		}
		err = errors.New("failed inside; the server's log says why")
	}
	answer(w, status, Failure{Error: err.Error()})
}

// read checks the parameters and takes in the body.
func (q *request) read(route Route) error {
	values := q.URL.Query()
	for name := range values {
		known := false
		for _, p := range route.Params {
			known = known || p.Name == name
		}
		if !known {
			return failf(http.StatusBadRequest, "%s: no such parameter", name)
		}
	}
	for _, p := range route.Params {
		v := q.get(p.Name)
		switch {
		case v == "" && p.Required:
			return failf(http.StatusBadRequest, "%s: missing", p.Name)
		case v == "":
		case len(v) > maxQuestions*4:
			return failf(http.StatusBadRequest, "%s: too long", p.Name)
		case p.Kind == "integer":
			if n, err := strconv.Atoi(v); err != nil || n < 1 {
				return failf(http.StatusBadRequest, "%s: %q: want a number of 1 or more", p.Name, v)
			}
		case len(p.Enum) > 0 && !contains(p.Enum, v):
			return failf(http.StatusBadRequest, "%s: %q: want one of %s", p.Name, v, strings.Join(p.Enum, ", "))
		}
	}
	if route.Body == "" {
		return nil
	}
	var b bytes.Buffer
	if _, err := b.ReadFrom(q.Body); err != nil {
		return err
	}
	q.body = b.Bytes()
	return nil
}

func contains(all []string, s string) bool {
	for _, x := range all {
		if x == s {
			return true
		}
	}
	return false
}

// get returns a parameter of the path or the query.
func (q *request) get(name string) string {
	if v := q.PathValue(name); v != "" {
		return v
	}
	return q.URL.Query().Get(name)
}

// number returns a parameter of kind integer, at most most.
func (q *request) number(name string, without, most int) int {
	n, err := strconv.Atoi(q.get(name))
	if err != nil {
		n = without
	}
	return min(n, most)
}

// json reads the body as JSON into v.
func (q *request) json(v any) error {
	d := json.NewDecoder(bytes.NewReader(q.body))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return failf(http.StatusBadRequest, "body: %v", err)
	}
	return nil
}
