// Command store measures kg's store: it makes a file of N-Quads in kg's own encoding, loads it (into a
// folder or PostgreSQL) and asks it. The script run beside it does so in turns with pyoxigraph and prints a table;
// go test -bench Growth -run XXX ./bench/store does it at 10^4, 10^5 and 10^6 quads.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"sort"
	"strconv"
	"strings"
	"time"

	"kg/graph"
	"kg/graph/postgres"
	"kg/graph/quadstore"
	"kg/queries"

	"github.com/cayleygraph/quad"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "store:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	switch {
	case len(args) == 3 && args[0] == "make":
		n, err := strconv.Atoi(args[1])
		if err != nil {
			return err
		}
		return makeFile(n, args[2])
	case len(args) == 3 && args[0] == "copies":
		n, err := strconv.Atoi(args[1])
		if err != nil {
			return err
		}
		return copies(n, args[2])
	case len(args) == 3 && args[0] == "load":
		return load(args[1], args[2])
	case len(args) == 3 && args[0] == "put":
		n, err := strconv.Atoi(args[1])
		if err != nil {
			return err
		}
		return put(n, args[2])
	case len(args) == 3 && args[0] == "ask":
		return ask(args[1], args[2])
	case len(args) == 2 && args[0] == "open":
		return open(args[1])
	}
	return fmt.Errorf("want make QUADS FILE, copies N FILE, load FILE DIR, put ARTICLES DIR, ask DIR ENTITIES or open DIR (or the URL of a database)")
}

var (
	first     = strings.Fields("Ada Boris Carmen Dmitri Elena Farid Greta Hassan Irina Jonas Keiko Lars Mona Nadia Omar Petra Quentin Rosa Sven Tariq")
	last      = strings.Fields("Abbott Brandt Castro Dubois Eriksen Fischer Garcia Haddad Ivanov Jansen Kovacs Larsen Moreau Novak Okafor Petrov Quist Rossi Silva Tanaka")
	places    = strings.Fields("Avalon Bruneck Carvale Dornum Eskdale Fairmont Glenrock Hartwick Ilmen Jarrow")
	relations = strings.Fields("sign meet accuse support visit lead join leave fund praise attack defend found buy sell warn help call blame sue")
)

// article makes one article about people and places, a few of whom are in most articles.
func article(r *rand.Rand, n int) graph.Article {
	name := func() graph.Value {
		k := int(r.ExpFloat64() * 900)
		if k%7 == 0 {
			return graph.Value{Name: fmt.Sprint(places[k%len(places)], " ", k/70), Class: "Place"}
		}
		return graph.Value{Name: fmt.Sprint(first[k%len(first)], " ", last[k/len(first)%len(last)], " ", k/400), Class: "Person"}
	}
	doc := graph.Document{ID: graph.DocID(fmt.Sprintf("news/%06d", n)), Title: fmt.Sprint("Report ", n), URL: fmt.Sprint("https://news.example/", n),
		Publisher: "The Gazette", Date: time.Date(2020, 1, 1+n%1500, 0, 0, 0, 0, time.UTC)}
	var sts []graph.Statement
	var text strings.Builder
	for range 5 + r.Intn(20) {
		a, b, verb := name(), name(), relations[r.Intn(len(relations))]
		start := text.Len()
		fmt.Fprintf(&text, "%s will %s %s, sources said on day %d of talks about %s.", a.Name, verb, b.Name, r.Intn(900), places[r.Intn(len(places))])
		st := graph.Statement{Subject: a, Object: b, Relation: graph.Relation{Lemma: verb, Text: "will " + verb}, Confidence: 0.5 + float64(r.Intn(50))/100,
			Tense: graph.Tense(r.Intn(3)), Certainty: graph.Certainty(r.Intn(4) / 2), Sources: []graph.Source{{Start: start, End: text.Len(), Extractor: "verb"}}}
		if r.Intn(4) == 0 {
			st.By, st.Cue = name(), "say"
		}
		if r.Intn(8) == 0 {
			st.Polarity = graph.Negative
		}
		sts = append(sts, st)
		text.WriteByte(' ')
	}
	doc.Text = text.String()
	return graph.Article{Document: doc, Statements: sts}
}

// makeFile writes an export of about n quads, and beside it the entities to ask about.
func makeFile(n int, name string) error {
	dir, err := os.MkdirTemp("", "kg-bench-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	s, err := graph.Create(dir+"/kg.db", graph.Settings{})
	if err != nil {
		return err
	}
	defer s.Close()
	r := rand.New(rand.NewSource(1))
	for docs, quads := 0, 0; quads < n; {
		var batch []graph.Article
		for range max(1, min(200, (n-quads)/400)) {
			batch = append(batch, article(r, docs))
			docs++
		}
		if _, err := s.PutAll(batch); err != nil {
			return err
		}
		st, err := s.Stats()
		if err != nil {
			return err
		}
		quads = st.Quads
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := s.Export(f, "nquads", false); err != nil {
		return err
	}
	var iris []string
	for range 100 { // those who are spoken of most come most often
		c, err := s.Resolve(article(r, 0).Statements[0].Subject.Name)
		if err != nil {
			continue
		}
		iris = append(iris, s.IRI(c.ID))
	}
	return os.WriteFile(name+".entities", []byte(strings.Join(iris, "\n")+"\n"), 0o644)
}

func load(file, dir string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	begun := time.Now()
	if err := graph.Import(dir, file, f); err != nil {
		return err
	}
	return report(map[string]float64{"load s": time.Since(begun).Seconds(), "load MB": resident("VmHWM")})
}

// put stores articles in a new store, some at a time, as kg ingest does.
func put(n int, dir string) error {
	s, err := graph.Create(dir, graph.Settings{})
	if err != nil {
		return err
	}
	defer s.Close()
	r, begun := rand.New(rand.NewSource(1)), time.Now()
	const some = 16
	for docs := 0; docs < n; docs += some {
		var batch []graph.Article
		for i := range some {
			batch = append(batch, article(r, docs+i))
		}
		if _, err := s.PutAll(batch); err != nil {
			return err
		}
	}
	took := time.Since(begun).Seconds()
	st, err := s.Stats()
	if err != nil {
		return err
	}
	return report(map[string]float64{"put ms an article": took * 1e3 / float64(st.Documents), "put quads/s": float64(st.Quads) / took})
}

func open(dir string) error {
	begun := time.Now()
	s, err := graph.Open(dir)
	if err != nil {
		return err
	}
	defer s.Close()
	if _, err := s.Statement("s/none"); !errors.Is(err, graph.ErrNotFound) {
		return fmt.Errorf("an answer that was not to be: %v", err)
	}
	return report(map[string]float64{"open ms": time.Since(begun).Seconds() * 1e3, "open MB": resident("VmRSS")})
}

func report(figures map[string]float64) error { return json.NewEncoder(os.Stdout).Encode(figures) }

// resident reads a field of the process's status, in megabytes.
func resident(field string) float64 {
	b, _ := os.ReadFile("/proc/self/status")
	for _, l := range strings.Split(string(b), "\n") {
		if rest, ok := strings.CutPrefix(l, field+":"); ok {
			kb, _ := strconv.Atoi(strings.Fields(rest)[0])
			return float64(kb) / 1024
		}
	}
	return 0
}

const (
	rdf  = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	meet = "urn:kg:p/meet"
)

// direct lists what is asked of an entity through the Go API; run returns how many rows there are.
var direct = []struct {
	name string
	run  func(v view, iri string) (int, error)
}{{"1-hop", hop}, {"reverse", reverse}, {"2-hop", hops}, {"label", byLabel}, {"recursion", recursion}}

// scripts lists what is asked of it through Gizmo.
var scripts = []struct{ name, script string }{
	{"1-hop", `g.V("<%s>").out("<` + meet + `>").all()`},
	{"reverse", `g.V("<%s>").in("<` + rdf + `object>").all()`},
	{"2-hop", `g.V("<%s>").in("<` + rdf + `object>").out("<` + rdf + `subject>").all()`},
	{"recursion", `g.V("<%s>").followRecursive("<` + meet + `>", 5).all()`},
}

func runScript(s *graph.Store, script, iri string) (int, error) {
	res, err := queries.Run(context.Background(), s, fmt.Sprintf(script, iri), nil, queries.Limits{})
	return len(res.Rows), err
}

// ask prints the median time of each query over the entities, and how many rows they gave in all.
func ask(dir, entities string) error {
	b, err := os.ReadFile(entities)
	if err != nil {
		return err
	}
	iris := strings.Fields(string(b))
	out := map[string]float64{}
	v, done, err := viewOf(dir)
	if err != nil {
		return err
	}
	for _, q := range direct {
		if err := median(out, q.name, iris, func(iri string) (int, error) { return q.run(v, iri) }); err != nil {
			return err
		}
	}
	if err := done(); err != nil {
		return err
	}
	s, err := graph.Open(dir)
	if err != nil {
		return err
	}
	defer s.Close()
	for _, q := range scripts {
		if err := median(out, "gizmo "+q.name, iris, func(iri string) (int, error) { return runScript(s, q.script, iri) }); err != nil {
			return err
		}
	}
	return report(out)
}

// view is what the queries read: files, or tables in PostgreSQL.
type view interface {
	ID(quad.Value) (quadstore.ID, error)
	Term(quadstore.ID) (quad.Value, error)
	Scan(quadstore.Quad, func(quadstore.Quad) error) error
	Match([4]quad.Value, func(quad.Quad) error) error
}

func viewOf(dir string) (v view, done func() error, err error) {
	if postgres.IsURL(dir) {
		db, err := postgres.Open(dir)
		if err != nil {
			return nil, nil, err
		}
		v, err := db.View()
		return v, func() error { return errors.Join(v.Close(), db.Close()) }, err
	}
	db, err := quadstore.Open(dir+"/quads", quadstore.Options{})
	if err != nil {
		return nil, nil, err
	}
	f, err := db.View()
	return f, func() error { return errors.Join(f.Close(), db.Close()) }, err
}

func median(out map[string]float64, name string, iris []string, f func(string) (int, error)) error {
	var times []float64
	rows := 0
	for range 3 {
		for _, iri := range iris {
			begun := time.Now()
			n, err := f(iri)
			if err != nil {
				return fmt.Errorf("%s %s: %w", name, iri, err)
			}
			times = append(times, time.Since(begun).Seconds()*1e3)
			rows += n
		}
	}
	sort.Float64s(times)
	out[name+" ms"], out[name+" rows"] = times[len(times)/2], float64(rows/3)
	return nil
}

func hop(v view, iri string) (n int, err error) {
	return n, v.Match([4]quad.Value{quad.IRI(iri), quad.IRI(meet)}, func(quad.Quad) error { n++; return nil })
}

func reverse(v view, iri string) (n int, err error) {
	return n, v.Match([4]quad.Value{nil, quad.IRI(rdf + "object"), quad.IRI(iri)}, func(quad.Quad) error { n++; return nil })
}

func hops(v view, iri string) (n int, err error) {
	object, err := v.ID(quad.IRI(rdf + "object"))
	if err != nil {
		return 0, err
	}
	subject, err := v.ID(quad.IRI(rdf + "subject"))
	if err != nil {
		return 0, err
	}
	to, err := v.ID(quad.IRI(iri))
	if err != nil || to == 0 {
		return 0, err
	}
	return n, v.Scan(quadstore.Quad{1: object, 2: to}, func(q quadstore.Quad) error {
		return v.Scan(quadstore.Quad{0: q[0], 1: subject}, func(q quadstore.Quad) error {
			n++
			_, err := v.Term(q[2])
			return err
		})
	})
}

func byLabel(v view, iri string) (n int, err error) {
	fact := quad.Value(nil)
	if err := v.Match([4]quad.Value{quad.IRI(iri), quad.IRI(meet)}, func(q quad.Quad) error { fact = q.Label; return nil }); err != nil || fact == nil {
		return 0, err
	}
	return n, v.Match([4]quad.Value{3: fact}, func(quad.Quad) error { n++; return nil })
}

func recursion(v view, iri string) (n int, err error) {
	pred, err := v.ID(quad.IRI(meet))
	if err != nil {
		return 0, err
	}
	from, err := v.ID(quad.IRI(iri))
	if err != nil || from == 0 {
		return 0, err
	}
	seen, next := map[quadstore.ID]bool{}, []quadstore.ID{from}
	for range 5 {
		var found []quadstore.ID
		for _, id := range next {
			err := v.Scan(quadstore.Quad{0: id, 1: pred}, func(q quadstore.Quad) error {
				if seen[q[2]] {
					return nil
				}
				seen[q[2]] = true
				found = append(found, q[2])
				_, err := v.Term(q[2])
				return err
			})
			if err != nil {
				return 0, err
			}
		}
		next = found
	}
	return len(seen), nil
}
