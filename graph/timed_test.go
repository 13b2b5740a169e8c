//go:build unix

package graph

import (
	"syscall"
	"time"
)

// Timed is what a step of storing took, in time of processors, as benchmarks outside of this package see it.
type Timed struct {
	Link, Store time.Duration
	Relinked    int // documents beside those stored
}

// PutTimed is PutAll that tells the time for linking, the rewriting of other documents included, and for the rest.
func (s *Store) PutTimed(articles []Article) (t Timed, err error) {
	start := Spent()
	sets := make([]replacement, len(articles))
	for i, a := range articles {
		if _, articles[i].Statements, err = s.encode(a.Document, a.Statements, nil); err != nil {
			return t, err
		}
		sets[i] = replacement{id: a.ID, digest: a.Digest, change: new(Change)}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	t.Store = Spent() - start
	start = Spent()
	others, err := s.link(sets, articles)
	if err != nil {
		return t, err
	}
	t.Link = Spent() - start
	start = Spent()
	if err = s.fill(sets, articles); err == nil {
		err = s.replace(sets)
	}
	t.Store += Spent() - start
	if err == nil && len(others) > 0 {
		start, t.Relinked = Spent(), len(others)
		err = s.replace(others)
		t.Link += Spent() - start
	}
	return t, err
}

// Forget drops what the store has in memory about links, as if it were just opened.
func (s *Store) Forget() { s.links = nil }

// Spent is the time of processors that this process took so far.
func Spent() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
