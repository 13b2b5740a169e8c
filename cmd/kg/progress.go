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
	share func() float64 // of all that is to be read, 0 where it is not known
}

func newProgress(w io.Writer, share func() float64) *progress {
	p := &progress{begun: time.Now(), share: share}
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
	if share := p.share(); share > 0 {
		left := time.Duration(float64(time.Since(p.begun)) * (1 - share) / share)
		fmt.Fprintf(p.w, ", %.0f%%, %v left", 100*share, left.Round(time.Second))
	}
	fmt.Fprint(p.w, "\x1b[K")
	p.shown = true
}

func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}
