package graph

import (
	"errors"
	"runtime"
	"strings"
	"sync"

	"github.com/cayleygraph/quad"
)

// fewTogether is the number of statements that are not worth a goroutine of their own.
const fewTogether = 16

// many reads the statements of the ids, in their order, several at a time. It keeps the decoders, one for each goroutine, for
// the next call; the store's lock is held while it runs.
type many struct {
	s  *Store
	ds []*decoder
}

// first is the decoder for one thing at a time.
func (m *many) first() *decoder {
	if len(m.ds) == 0 {
		m.ds = append(m.ds, m.s.decoder())
	}
	return m.ds[0]
}

func (m *many) statements(ids []ID) ([]Statement, error) {
	n := max(1, min(runtime.GOMAXPROCS(0), 4, len(ids)/fewTogether))
	for len(m.ds) < n {
		m.ds = append(m.ds, m.s.decoder())
	}
	out, errs := make([]Statement, len(ids)), make([]error, n)
	var all sync.WaitGroup
	for k := range n {
		from, to := k*len(ids)/n, (k+1)*len(ids)/n
		part := func() {
			errs[k] = m.ds[k].readAhead(ids[from:to])
			for i := from; i < to && errs[k] == nil; i++ {
				out[i], errs[k] = m.ds[k].statement(ids[i])
			}
		}
		if k < n-1 {
			all.Go(part)
		} else {
			part()
		}
	}
	all.Wait()
	for _, d := range m.ds {
		d.ahead = nil
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return out, nil
}

// readAhead reads what is said about statements, their mentions and documents, in few passes over the files.
func (d *decoder) readAhead(ids []ID) error {
	if d.several == nil || len(ids) < 2 {
		return nil
	}
	d.ahead = map[ID][]quad.Quad{}
	if err := d.several(ids, d.ahead); err != nil {
		return err
	}
	var more []ID
	seen := map[ID]bool{}
	for _, id := range ids {
		for _, q := range d.ahead[id] {
			to, ok := d.id(q.Object)
			if !ok {
				continue
			}
			name, _, _ := strings.Cut(string(to), "#char=")
			to = ID(name)
			_, known := d.mentions[to]
			if _, read := d.read[to]; !known && !read && !seen[to] && (strings.HasPrefix(string(to), "m/") || strings.HasPrefix(string(to), "d/")) {
				seen[to] = true
				more = append(more, to)
			}
		}
	}
	return d.several(more, d.ahead)
}
