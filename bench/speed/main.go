// Command speed measures the analyser on documents of a JSONL file: tokens, tags, trees, lemmas and names.
// It prints the words (runs of letters between blanks), the CPU seconds and the seconds that the last of two passes
// took. bench/speed/run sets it beside spaCy.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"runtime"
	"runtime/pprof"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"kg/ingest/parse"
)

func main() {
	jobs := flag.Int("jobs", 1, "goroutines")
	prof := flag.String("cpuprofile", "", "file for a CPU profile")
	flag.Parse()
	if *prof != "" {
		f, err := os.Create(*prof)
		if err == nil {
			err = pprof.StartCPUProfile(f)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "speed:", err)
			os.Exit(1)
		}
		defer pprof.StopCPUProfile()
	}
	if err := run(flag.Arg(0), *jobs); err != nil {
		fmt.Fprintln(os.Stderr, "speed:", err)
		os.Exit(1)
	}
}

func run(name string, jobs int) error {
	runtime.GOMAXPROCS(jobs)
	texts, words, err := read(name)
	if err != nil {
		return err
	}
	m, err := parse.Load()
	if err != nil {
		return err
	}
	var cpu float64
	var wall time.Duration
	for range 2 {
		c, t := cpuSeconds(), time.Now()
		var next atomic.Int64
		var g sync.WaitGroup
		for range jobs {
			g.Go(func() {
				for i := next.Add(1) - 1; i < int64(len(texts)); i = next.Add(1) - 1 {
					m.Analyse(m.Segment(texts[i]))
				}
			})
		}
		g.Wait()
		cpu, wall = cpuSeconds()-c, time.Since(t)
	}
	fmt.Printf("%d %.3f %.3f\n", words, cpu, wall.Seconds())
	return nil
}

// read returns the texts of a JSONL file and how many words they have.
func read(name string) ([]string, int, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	var texts []string
	words := 0
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 64<<20)
	for n := 1; lines.Scan(); n++ {
		var d struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return nil, 0, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		texts = append(texts, d.Text)
		words += len(strings.Fields(d.Text))
	}
	return texts, words, lines.Err()
}

// cpuSeconds returns what the process has used of all cores.
func cpuSeconds() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}
