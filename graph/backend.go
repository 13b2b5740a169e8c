package graph

import (
	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"kg/graph/quadstore"
)

// backend keeps the quads of a Store and what lies beside them: files of this process (quadstore) or tables that
// processes share (postgres).
type backend interface {
	View() (view, error)
	Write(quadstore.Batch) error
	NoSync()
	Compact() error
	Close() error
}

// view is what a backend holds at one moment. The packages of the backends say what the methods do.
type view interface {
	ID(quad.Value) (quadstore.ID, error)
	Term(quadstore.ID) (quad.Value, error)
	Quad(quadstore.Quad) (quad.Quad, error)
	Scan(quadstore.Quad, func(quadstore.Quad) error) error
	Back(quadstore.Quad, func(quadstore.Quad) error) error
	Match([4]quad.Value, func(quad.Quad) error) error
	About(sub quad.Value, but []quadstore.ID, f func(quad.Quad) error) error
	Among(subjects []quadstore.ID, pred, obj quadstore.ID, most int, f func(quadstore.ID)) (left int, err error)
	Distinct(quadstore.ID, func(quadstore.ID) error) error
	IRIs(string, func(string, quadstore.ID) error) error
	Extra(string) ([]byte, error)
	Extras(string, func(string, []byte) bool) error
	Quads() int64
	Labelled() int64
	Check(seen func(int), found func(string)) error
	Cayley() cayley.QuadStore
	Close() error
}

// A massView reads many things in one pass, as that of files does.
type massView interface {
	IDs([]quad.Value) ([]quadstore.ID, error)
	Several(subs []quad.Value, but []quadstore.ID, f func(i int, q quad.Quad) error) error
}

// files is a backend of files that this process has for itself.
type files struct{ *quadstore.Store }

// View returns the state after the last write.
func (f files) View() (view, error) {
	v, err := f.Store.View()
	if err != nil {
		return nil, err
	}
	return v, nil
}

func openFiles(dir string, o quadstore.Options) (backend, error) {
	s, err := quadstore.Open(dir, o)
	if err != nil {
		return nil, err
	}
	return files{s}, nil
}

// Relay returns a store for Cayley that reads what on was last called with: what View gives, nil for nothing.
func Relay() (qs cayley.QuadStore, on func(cayley.QuadStore)) { return quadstore.Relay() }
