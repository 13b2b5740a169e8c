package main

import (
	"fmt"
	"io"
	"time"
)

// progress is a line on a terminal that is written over; elsewhere it is nothing.
type progress struct {
	w     io.Writer // nil for none
	begun time.Time
	last  time.Time
	shown bool
}

func newProgress(w io.Writer) *progress {
	p := &progress{begun: time.Now()}
	if terminal(w) {
		p.w = w
	}
	return p
}

func (p *progress) show(s *summary) {
	if p.w == nil || time.Since(p.last) < 100*time.Millisecond {
		return
	}
	p.last = time.Now()
	rate := float64(s.documents()) / time.Since(p.begun).Seconds()
	fmt.Fprintf(p.w, "\r%s, %s, %.1f documents/s", counted(s.documents(), "document"), counted(s.statements, "statement"), rate)
	p.shown = true
}

func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}
