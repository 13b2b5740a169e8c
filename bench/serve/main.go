// Command serve measures a running kg serve: each asks for one kind of answer after the other, alone; load asks for all
// of them from many clients for a bounded time. With -pid they tell the processor time that the server took.
//
//	go run ./bench/store copies 150 news.nq | kg import --db big.db -
//	kg serve --db big.db --write --addr localhost:8099 &
//	go run ./bench/serve each -url http://localhost:8099 -pid $!
//	go run ./bench/serve load -url http://localhost:8099 -pid $! -clients 50 -time 1m -think 500ms -ingest
package main

import (
	"flag"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "serve: want each or load")
		os.Exit(2)
	}
	b := &bench{took: map[string][]time.Duration{}, failed: map[string]int{}}
	f := flag.NewFlagSet("serve", flag.ExitOnError)
	f.StringVar(&b.url, "url", "http://localhost:8099", "of the server")
	f.IntVar(&b.pid, "pid", 0, "of the server, for its processor time")
	things := f.Int("entities", 400, "how many different ones are asked for")
	heavy := f.Float64("heavy", 0.5, "how many of them are the most spoken of, of which the server names 100; 1 for all")
	clients := f.Int("clients", 50, "at once")
	only := f.String("kinds", "", "of requests, divided by commas; all where it is empty")
	length := f.Duration("time", time.Minute, "how long")
	think := f.Duration("think", 0, "how long a client waits on average between an answer and the next request; 0 is a closed loop")
	ingest := f.Duration("ingest", 0, "store an article each so often; 0 for none")
	f.Parse(os.Args[2:])
	if *only != "" {
		wanted := strings.Split(*only, ",")
		kinds = slices.DeleteFunc(kinds, func(k kind) bool { return !slices.Contains(wanted, k.name) })
	}
	b.client = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: *clients + 1}, Timeout: 30 * time.Second}
	err := b.find(*things, *heavy)
	if err == nil {
		switch os.Args[1] {
		case "each":
			b.each()
		case "load":
			b.load(*clients, *length, *think, *ingest)
		default:
			err = fmt.Errorf("%s: want each or load", os.Args[1])
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
}

type bench struct {
	url      string
	pid      int
	client   *http.Client
	entities []string // without e/
	names    []string // of them
	words    []string // likewise, in lower case

	documents, statements, facts []string // some, without d/, s/, f/

	mu     sync.Mutex
	took   map[string][]time.Duration
	failed map[string]int
}

// kind is a kind of request; often is how many of them there are beside the others.
type kind struct {
	name  string
	often int
	path  func(b *bench, n int) string
}

var kinds = []kind{
	{"search", 30, func(b *bench, n int) string {
		w := b.words[n%len(b.words)]
		return "search?limit=8&q=" + url.QueryEscape(w[:min(len(w), 1+n/len(b.words)%4)])
	}},
	{"entity", 25, func(b *bench, n int) string { return "entities/" + b.entity(n) }},
	{"neighbourhood", 15, func(b *bench, n int) string { return "entities/" + b.entity(n) + "/neighbourhood" }},
	{"neighbourhood2", 3, func(b *bench, n int) string { return "entities/" + b.entity(n) + "/neighbourhood?depth=2" }},
	{"timeline", 15, func(b *bench, n int) string { return "entities/" + b.entity(n) + "/timeline?limit=20" }},
	{"filtered", 3, func(b *bench, n int) string { return "entities/" + b.entity(n) + "/statements?status=denied&limit=20" }},
	{"documents", 3, func(b *bench, n int) string { return "documents" }},
	{"stats", 5, func(b *bench, n int) string { return "stats" }},
	{"path", 1, func(b *bench, n int) string { return "path?a=e/" + b.entity(n) + "&b=e/" + b.entity(n*7+1) }},
	{"statements", 0, func(b *bench, n int) string { return "entities/" + b.entity(n) + "/statements?limit=20" }},
	{"between", 0, func(b *bench, n int) string {
		return "entities/" + b.entity(n) + "/statements?from=2000-01-01&to=2020-12-31&class=person&limit=20"
	}},
	{"document", 0, func(b *bench, n int) string { return "documents/" + url.PathEscape(b.documents[n%len(b.documents)]) }},
	{"fact", 0, func(b *bench, n int) string { return "facts/" + url.PathEscape(b.facts[n%len(b.facts)]) }},
	{"statement", 0, func(b *bench, n int) string { return "statements/" + url.PathEscape(b.statements[n%len(b.statements)]) }},
	{"ask", 0, func(b *bench, n int) string {
		q := []string{"Who met ONE?", "What did ONE say?", "Who is ONE?", "What did ONE buy?"}[n%4]
		return "ask?q=" + url.QueryEscape(strings.Replace(q, "ONE", b.names[n%len(b.names)], 1))
	}},
	{"conflicts", 0, func(b *bench, n int) string { return "conflicts" }},
	{"review", 0, func(b *bench, n int) string { return "review" }},
}

func (b *bench) entity(n int) string { return url.PathEscape(b.entities[n%len(b.entities)]) }

func (b *bench) call(kind, method, path, body string) {
	begin := time.Now()
	req, err := http.NewRequest(method, b.url+"/api/v1/"+path, strings.NewReader(body))
	status := 0
	if err == nil {
		var resp *http.Response
		if resp, err = b.client.Do(req); err == nil {
			status = resp.StatusCode
			_, err = io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.took[kind] = append(b.took[kind], time.Since(begin))
	if err != nil || status >= 400 {
		b.failed[kind]++
	}
}

// each asks for every kind alone: first for answers that the server has not given before, then for the same again.
func (b *bench) each() {
	fmt.Printf("%-24s %6s %8s %8s %8s %8s %6s\n", "request", "number", "p50 ms", "p99 ms", "max ms", "CPU ms", "errors")
	for _, k := range kinds {
		for _, again := range []string{"", " again"} {
			n := min(len(b.entities), 200)
			if k.path(b, 0) == k.path(b, 1) {
				n = 20
			}
			before := b.cpu()
			for i := range n {
				b.call(k.name+again, "GET", k.path(b, i), "")
			}
			b.print(k.name+again, fmt.Sprintf("%8.2f", (b.cpu()-before).Seconds()*1e3/float64(n)))
		}
	}
}

func (b *bench) load(clients int, length, think, ingest time.Duration) {
	begin, before := time.Now(), b.cpu()
	end := begin.Add(length)
	often := 0
	for _, k := range kinds {
		often += k.often
	}
	var wg sync.WaitGroup
	for c := range clients {
		wg.Go(func() {
			r := rand.New(rand.NewPCG(2, uint64(c)))
			if think > 0 {
				time.Sleep(time.Duration(r.Int64N(int64(2 * think))))
			}
			for time.Now().Before(end) {
				x := r.IntN(often)
				for _, k := range kinds {
					if x -= k.often; x < 0 {
						b.call(k.name, "GET", k.path(b, r.IntN(1<<20)), "")
						break
					}
				}
				if think > 0 {
					time.Sleep(time.Duration(r.Int64N(int64(2 * think)))) // a reader reads
				}
			}
		})
	}
	if ingest > 0 {
		wg.Go(func() {
			for n := 0; time.Now().Before(end); n++ {
				b.call("ingest", "POST", "documents", fmt.Sprintf(`{"id":"load-%d","title":"T","date":"2024-06-13","text":"Ada Moreno met Tom Bell in Porto on Monday. He signed pact number %d with Norland."}`, n, n))
				time.Sleep(ingest)
			}
		})
	}
	wg.Wait()
	cpu := b.cpu() - before
	fmt.Printf("%-24s %6s %8s %8s %8s %8s %6s\n", "request", "number", "p50 ms", "p99 ms", "max ms", "", "errors")
	n := 0
	asked := slices.Sorted(maps.Keys(b.took))
	for _, k := range asked {
		if k != "ingest" {
			b.took["all reads"] = append(b.took["all reads"], b.took[k]...)
			b.failed["all reads"] += b.failed[k]
		}
		n += len(b.took[k])
		b.print(k, fmt.Sprintf("%8s", ""))
	}
	b.print("all reads", fmt.Sprintf("%8s", ""))
	s := time.Since(begin).Seconds()
	fmt.Printf("%.0f requests a second; the server took %.2f processors, %.2f ms a request, ingest and all\n", float64(n)/s, cpu.Seconds()/s, cpu.Seconds()*1e3/float64(n))
}

func (b *bench) print(kind, more string) {
	t := b.took[kind]
	slices.Sort(t)
	ms := func(q float64) float64 { return float64(t[int(q*float64(len(t)-1))].Microseconds()) / 1000 }
	fmt.Printf("%-24s %6d %8.1f %8.1f %8.1f %s %6d\n", kind, len(t), ms(0.5), ms(0.99), ms(1), more, b.failed[kind])
}

// cpu is the processor time that the server has taken so far.
func (b *bench) cpu() time.Duration {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", b.pid))
	if err != nil {
		return 0
	}
	part := strings.Fields(string(data[strings.LastIndexByte(string(data), ')')+1:]))
	var ticks time.Duration
	for _, p := range part[11:13] { // utime, stime
		n, _ := strconv.Atoi(p)
		ticks += time.Duration(n)
	}
	return ticks * 10 * time.Millisecond
}

// get returns an answer of the server.
func (b *bench) get(path string) (string, error) {
	resp, err := b.client.Get(b.url + "/api/v1/" + path)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	return string(data), err
}

// find finds n entities, a share of them the most spoken of, and others, and some documents, statements and facts.
func (b *bench) find(n int, heavy float64) error {
	seen := map[string]bool{}
	ask := func(q string, limit, most int) error {
		data, err := b.get("search?limit=" + strconv.Itoa(limit) + "&q=" + q)
		if err != nil {
			return err
		}
		for _, part := range strings.Split(data, `"id":"e/`)[1:] {
			id, rest, _ := strings.Cut(part, `"`)
			_, rest, _ = strings.Cut(rest, `"name":"`)
			name, _, _ := strings.Cut(rest, `"`)
			if !seen[id] && len(b.entities) < most {
				seen[id] = true
				b.entities = append(b.entities, id)
				b.names, b.words = append(b.names, name), append(b.words, strings.ToLower(name))
			}
		}
		return nil
	}
	if err := ask("", 100, int(float64(n)*heavy)); err != nil {
		return err
	}
	for x := 0; x < 26*26 && len(b.entities) < n; x++ {
		if err := ask(string(rune('a'+x%26))+string(rune('a'+x/26)), 100, n); err != nil {
			return err
		}
	}
	if len(b.entities) == 0 {
		return fmt.Errorf("%s: the server has no entities", b.url)
	}
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(b.entities), func(i, j int) {
		b.entities[i], b.entities[j] = b.entities[j], b.entities[i]
		b.words[i], b.words[j] = b.words[j], b.words[i]
		b.names[i], b.names[j] = b.names[j], b.names[i]
	})
	some := func(path string, to map[string]*[]string) error {
		data, err := b.get(path)
		for prefix, list := range to {
			for _, part := range strings.Split(data, `":"`+prefix)[1:] {
				id, _, _ := strings.Cut(part, `"`)
				*list = append(*list, id)
			}
		}
		return err
	}
	err := some("documents?limit=200", map[string]*[]string{"d/": &b.documents})
	for _, id := range b.entities[:min(len(b.entities), 40)] {
		if err == nil {
			err = some("entities/"+url.PathEscape(id)+"/statements?limit=10", map[string]*[]string{"s/": &b.statements, "f/": &b.facts})
		}
	}
	if err == nil && (len(b.documents) == 0 || len(b.statements) == 0 || len(b.facts) == 0) {
		err = fmt.Errorf("%s: the server has no statements", b.url)
	}
	return err
}
