package graph

import (
	"bufio"
	"bytes"
	"container/heap"
	"errors"
	"io"
	"os"
	"slices"
	"strings"
)

// sorter sorts lines, each kept once, in bounded memory: what is more goes to temporary files.
type sorter struct {
	text  []byte // the lines in memory, one behind the other
	lines []span // of text
	limit int    // bytes to keep in memory
	runs  []*os.File
}

// span is where a line lies.
type span struct{ start, end uint32 }

func newSorter() *sorter { return &sorter{limit: 32 << 20} }

// add takes a line, which must not hold a newline, and copies it.
func (s *sorter) add(line []byte) error {
	start := len(s.text)
	s.text = append(s.text, line...)
	s.lines = append(s.lines, span{uint32(start), uint32(len(s.text))})
	if len(s.text)+8*len(s.lines) < s.limit {
		return nil
	}
	return s.spill()
}

func (s *sorter) line(l span) []byte { return s.text[l.start:l.end] }

func (s *sorter) sort() {
	slices.SortFunc(s.lines, func(a, b span) int { return bytes.Compare(s.line(a), s.line(b)) })
}

func (s *sorter) spill() error {
	f, err := os.CreateTemp("", "kg-sort-*")
	if err != nil {
		return err
	}
	s.runs = append(s.runs, f)
	os.Remove(f.Name()) // where an open file can be without a name, it goes with the process, however that ends
	s.sort()
	w := bufio.NewWriterSize(f, 1<<16)
	for _, l := range s.lines {
		w.Write(s.line(l))
		w.WriteByte('\n')
	}
	s.text, s.lines = s.text[:0], s.lines[:0]
	if err := w.Flush(); err != nil {
		return err
	}
	_, err = f.Seek(0, io.SeekStart)
	return err
}

// close removes the temporary files that still have names.
func (s *sorter) close() {
	for _, f := range s.runs {
		f.Close()
		os.Remove(f.Name())
	}
}

// each calls f with the lines in order, each once. It may be called once.
func (s *sorter) each(f func(string) error) error {
	last, any := "", false
	emit := func(line string) error {
		if any && line == last {
			return nil
		}
		last, any = line, true
		return f(line)
	}
	if len(s.runs) == 0 {
		s.sort()
		for _, l := range s.lines {
			if err := emit(string(s.line(l))); err != nil {
				return err
			}
		}
		return nil
	}
	if err := s.spill(); err != nil {
		return err
	}
	s.text, s.lines = nil, nil
	var h runHeap
	for _, f := range s.runs {
		r := &run{in: bufio.NewReaderSize(f, 1<<16)}
		if ok, err := r.next(); err != nil {
			return err
		} else if ok {
			h = append(h, r)
		}
	}
	heap.Init(&h)
	for len(h) > 0 {
		if err := emit(h[0].line); err != nil {
			return err
		}
		if ok, err := h[0].next(); err != nil {
			return err
		} else if ok {
			heap.Fix(&h, 0)
		} else {
			heap.Pop(&h)
		}
	}
	return nil
}

// run is one sorted file.
type run struct {
	in   *bufio.Reader
	line string
}

func (r *run) next() (bool, error) {
	line, err := r.in.ReadString('\n')
	if errors.Is(err, io.EOF) && line == "" {
		return false, nil
	}
	r.line = strings.TrimSuffix(line, "\n")
	return err == nil, err
}

type runHeap []*run

func (h runHeap) Len() int           { return len(h) }
func (h runHeap) Less(i, j int) bool { return h[i].line < h[j].line }
func (h runHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *runHeap) Push(x any)        { *h = append(*h, x.(*run)) }
func (h *runHeap) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}
