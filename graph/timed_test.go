//go:build linux

package graph

import (
	"runtime"
	"syscall"
	"time"

	"github.com/cayleygraph/quad"
)

// Timed is what a step of storing took, in time of processors, as benchmarks outside of this package see it. What the
// process does beside the step, as Pebble's compaction, is shared out between the two: linking has its part of the quads
// written or its part of the step's own time, whichever is more.
type Timed struct {
	Link, Store time.Duration
	Own         time.Duration // of Link, what the step did itself
	Relinked    int           // documents beside those stored
}

// PutTimed is PutAll that tells the time for linking, the rewriting of other documents included, and for the rest.
func (s *Store) PutTimed(articles []Article) (t Timed, err error) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	all, start := Spent(), spent(syscall.RUSAGE_THREAD)
	lap := func(of *time.Duration) {
		now := spent(syscall.RUSAGE_THREAD)
		*of, start = *of+now-start, now
	}
	sets := make([]replacement, len(articles))
	for i, a := range articles {
		if _, articles[i].Statements, err = s.encode(a.Document, a.Statements, nil); err != nil {
			return t, err
		}
		sets[i] = replacement{id: a.ID, digest: a.Digest, change: new(Change)}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	lap(&t.Store)
	others, err := s.link(sets, articles)
	if err != nil {
		return t, err
	}
	lap(&t.Link)
	if err = s.fill(sets, articles); err == nil {
		err = s.replace(sets)
	}
	lap(&t.Store)
	if err == nil && len(others) > 0 {
		t.Relinked = len(others)
		err = s.replace(others)
		lap(&t.Link)
	}
	beside := Spent() - all - t.Link - t.Store
	links, stores := written(others), written(sets)
	part := max(float64(links)/float64(links+stores), float64(t.Link)/float64(t.Link+t.Store))
	t.Own = t.Link
	t.Link += time.Duration(part * float64(beside))
	t.Store += time.Duration((1 - part) * float64(beside))
	return t, err
}

// Linking links articles that are not stored.
type Linking struct{ l *linker }

func NewLinking() Linking { return Linking{newLinker(nil)} }

// Put links articles that are all new, and returns the number of those before whose links that changes, one that has
// several such names counted as often.
func (x Linking) Put(articles []Article) (documents int, err error) {
	delta, kinds := map[kind]int{}, make([][]kind, len(articles))
	for i := range articles {
		kinds[i] = kindsOf(&articles[i].Document, articles[i].Statements)
		for _, k := range kinds[i] {
			if k.linkable() {
				delta[k]++
			}
		}
	}
	moved, err := x.l.change(delta)
	if err != nil {
		return 0, err
	}
	for slug, kinds := range moved {
		for _, k := range kinds {
			documents += x.l.groups[slug].kinds[k] - delta[k]
		}
	}
	for i := range articles {
		if _, err := x.l.links(articles[i].ID, kinds[i]); err != nil {
			return 0, err
		}
	}
	return documents, nil
}

// written is the number of quads that come or go.
func written(sets []replacement) (n int) {
	for _, r := range sets {
		here := map[quad.Quad]bool{}
		for _, q := range r.own {
			here[q] = true
		}
		n += len(here)
		for _, q := range r.next {
			if n++; here[q] {
				n -= 2
			}
		}
	}
	return n
}

// Forget drops what the store has in memory about links, as if it were just opened.
func (s *Store) Forget() { s.links = nil }

// Spent is the time of processors that this process took so far.
func Spent() time.Duration { return spent(syscall.RUSAGE_SELF) }

func spent(who int) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(who, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
