// Command serve measures kg serve: fill makes a store of many statements; load asks a running server from many clients
// for a bounded time and prints the latencies of each kind of request.
//
//	go run ./bench/serve fill -db big.db -statements 1000000
//	kg serve --db big.db --write --addr localhost:8099 &
//	go run ./bench/serve load -url http://localhost:8099 -clients 50 -time 1m -ingest
package main

import (
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"kg/graph"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "serve: want fill or load")
		os.Exit(2)
	}
	f := flag.NewFlagSet("serve", flag.ExitOnError)
	db := f.String("db", "big.db", "folder of the store")
	statements := f.Int("statements", 1_000_000, "how many to make")
	url := f.String("url", "http://localhost:8099", "of the server")
	clients := f.Int("clients", 50, "at once")
	length := f.Duration("time", time.Minute, "how long")
	ingest := f.Bool("ingest", false, "store articles meanwhile")
	f.Parse(os.Args[2:])
	var err error
	switch os.Args[1] {
	case "fill":
		err = fill(*db, *statements)
	case "load":
		err = load(*url, *clients, *length, *ingest)
	default:
		err = fmt.Errorf("%s: want fill or load", os.Args[1])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
}

var relations = []string{"sign", "meet", "praise", "criticize", "visit", "buy", "sue", "support", "join", "leave"}

// person names one of n people; few of them are in most of the news.
func person(r *rand.Rand, n int) string {
	x := r.Float64()
	i := int(x * x * x * float64(n))
	return fmt.Sprintf("P%c%s Q%c%s", 'a'+i%26, letters(i), 'a'+i/7%26, letters(i/3))
}

func letters(i int) string {
	out := ""
	for ; i > 0; i /= 5 {
		out += string("aeiou"[i%5]) + string("lmnrs"[i/2%5])
	}
	return out
}

// perArticle is the number of statements of an article that fill makes.
const perArticle = 25

func fill(db string, statements int) error {
	s, err := graph.Create(db, graph.Settings{})
	if err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(1, 1))
	begin := time.Now()
	people := statements/20 + 10
	var batch []graph.Article
	for n := 0; n < statements; n += perArticle {
		d := graph.Document{ID: graph.DocID(fmt.Sprint("a", n)), Title: fmt.Sprint("Article ", n), Date: time.Date(2000, 1, 1+n/perArticle%9000, 0, 0, 0, 0, time.UTC)}
		var sts []graph.Statement
		for range perArticle {
			a, b, rel := person(r, people), person(r, people), relations[r.IntN(len(relations))]
			text := a + " did " + rel + " " + b + "."
			st := graph.Statement{Subject: graph.Value{Name: a, Text: a, Class: "Person"}, Object: graph.Value{Name: b, Text: b, Class: "Person"},
				Relation: graph.Relation{Lemma: rel, Text: rel}, Confidence: 0.9,
				Sources: []graph.Source{{Doc: d.ID, Start: len(d.Text), End: len(d.Text) + len(text), Quote: text, Extractor: "verb"}}}
			if r.IntN(10) == 0 {
				st.Polarity = graph.Negative
			}
			d.Text += text + " "
			d.Entities = append(d.Entities, graph.Entity{Name: a, Class: "Person"}, graph.Entity{Name: b, Class: "Person"})
			sts = append(sts, st)
		}
		batch = append(batch, graph.Article{Document: d, Statements: sts})
		if len(batch) == 200 || n+perArticle >= statements {
			if _, err := s.PutAll(batch); err != nil {
				return err
			}
			batch = nil
			fmt.Fprintf(os.Stderr, "\r%d statements, %.0f/s ", n+perArticle, float64(n+perArticle)/time.Since(begin).Seconds())
		}
	}
	fmt.Fprintln(os.Stderr)
	return s.Close()
}

func load(url string, clients int, length time.Duration, ingest bool) error {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: clients + 1}, Timeout: 30 * time.Second}
	var mu sync.Mutex
	took := map[string][]time.Duration{}
	failed := map[string]int{}
	call := func(kind, method, path, body string) {
		begin := time.Now()
		req, err := http.NewRequest(method, url+path, strings.NewReader(body))
		status := 0
		if err == nil {
			var resp *http.Response
			if resp, err = client.Do(req); err == nil {
				status = resp.StatusCode
				_, err = io.Copy(io.Discard, resp.Body)
				resp.Body.Close()
			}
		}
		mu.Lock()
		defer mu.Unlock()
		took[kind] = append(took[kind], time.Since(begin))
		if err != nil || status >= 500 {
			failed[kind]++
		}
	}
	names, err := names(client, url)
	if err != nil {
		return err
	}
	end := time.Now().Add(length)
	var wg sync.WaitGroup
	for c := range clients {
		wg.Add(1)
		go func() {
			defer wg.Done()
			r := rand.New(rand.NewPCG(2, uint64(c)))
			for time.Now().Before(end) {
				id := names[r.IntN(len(names))]
				switch r.IntN(5) {
				case 0:
					call("search", "GET", "/api/v1/search?q="+id[:2], "")
				case 1:
					call("entity", "GET", "/api/v1/entities/"+id, "")
				case 2:
					call("neighbourhood", "GET", "/api/v1/entities/"+id+"/neighbourhood", "")
				case 3:
					call("timeline", "GET", "/api/v1/entities/"+id+"/timeline?limit=20", "")
				default:
					call("stats", "GET", "/api/v1/stats", "")
				}
				time.Sleep(time.Duration(r.IntN(1000)) * time.Millisecond) // a reader reads
			}
		}()
	}
	if ingest {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for n := 0; time.Now().Before(end); n++ {
				call("ingest", "POST", "/api/v1/documents", fmt.Sprintf(`{"id":"load-%d","title":"T","date":"2024-06-13","text":"Ada Moreno met Tom Bell in Porto on Monday. He signed pact number %d with Norland."}`, n, n))
			}
		}()
	}
	wg.Wait()
	var kinds []string
	for k := range took {
		kinds = append(kinds, k)
	}
	slices.Sort(kinds)
	fmt.Printf("%-14s %8s %8s %8s %8s %6s\n", "request", "number", "p50 ms", "p99 ms", "max ms", "errors")
	for _, k := range kinds {
		t := took[k]
		slices.Sort(t)
		ms := func(q float64) float64 { return float64(t[int(q*float64(len(t)-1))].Microseconds()) / 1000 }
		fmt.Printf("%-14s %8d %8.1f %8.1f %8.1f %6d\n", k, len(t), ms(0.5), ms(0.99), ms(1), failed[k])
	}
	return nil
}

// names returns ids of entities, without e/: some that much is said of, most of which little is.
func names(client *http.Client, url string) ([]string, error) {
	var out []string
	for _, q := range []string{"", "pa", "pb", "pc", "pd", "pe", "pk", "pm"} {
		resp, err := client.Get(url + "/api/v1/search?limit=25&q=" + q)
		if err != nil {
			return nil, err
		}
		b, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil {
			return nil, err
		}
		for _, part := range strings.Split(string(b), `"id":"e/`)[1:] {
			id, _, _ := strings.Cut(part, `"`)
			out = append(out, id)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: the server has no entities", url)
	}
	return out, nil
}
