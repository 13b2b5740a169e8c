package graph

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"github.com/cayleygraph/quad"

	"kg/graph/postgres"
	"kg/graph/quadstore"
	"kg/schema"
)

// Import makes a store in dir from the N-Quads of an export, or puts the export's documents into the store that is there:
// a document that it has already is replaced. A new store is there whole or, after an error, not at all; into an old one
// each document comes whole, and the same import again adds the rest. Errors about the input begin with its name, line
// and column.
func Import(dir, name string, r io.Reader) (err error) {
	half := dir + ".importing"
	if postgres.IsURL(dir) {
		if half, err = os.MkdirTemp("", "kg-import"); err != nil {
			return err
		}
	}
	if err := os.RemoveAll(half); err != nil { // left by a process that was cut off
		return err
	}
	defer os.RemoveAll(half)
	old, err := Open(dir)
	if err == nil {
		old.NoSync() // nothing is acknowledged before Close
		defer func() { err = errors.Join(err, old.Close()) }()
	} else if !errors.Is(err, ErrNoStore) {
		return err
	}
	if err := os.MkdirAll(half, 0o755); err != nil {
		return err
	}
	set, err := bulk(filepath.Join(half, "quads"), name, r)
	if err != nil {
		return err
	}
	if err := mark(half, set); err != nil {
		return err
	}
	s, err := Open(half)
	if err != nil {
		return err
	}
	copies, err := s.copyQuads(s.view)
	if err == nil {
		err = s.apply(copies, nil)
	}
	if err == nil && old == nil && postgres.IsURL(dir) {
		if err = s.copyTo(dir); errors.Is(err, postgres.ErrExists) { // made meanwhile
			if old, err = Open(dir); err == nil {
				defer func() { err = errors.Join(err, old.Close()) }()
			}
		}
	}
	if err == nil && old != nil {
		err = old.takeAll(s, name)
	}
	if err = errors.Join(err, s.Close()); err != nil || old != nil || postgres.IsURL(dir) {
		return err
	}
	if err := makeRoom(dir); err != nil {
		return err
	}
	if err := os.Remove(dir); err != nil && !errors.Is(err, os.ErrNotExist) { // it is empty
		return err
	}
	return os.Rename(half, dir)
}

// takeAll puts all documents of another store, made of what is called name, into this one.
func (s *Store) takeAll(from *Store, name string) error {
	if from.Base != s.Base || from.Assert != s.Assert {
		return fmt.Errorf("%s: made with --base %s --assert %s, %s with --base %s --assert %s; import it into a new store with --db", name, from.Base, from.Assert, s.dir, s.Base, s.Assert)
	}
	if from.Schema != s.Schema {
		return fmt.Errorf("%s: made with another vocabulary (--schema) than %s; import it into a new store with --db", name, s.dir)
	}
	docs, err := from.Documents()
	if err != nil {
		return err
	}
	return s.take(from, docs)
}

// atOnce is the number of documents that are put into an old store in one step.
const atOnce = 64

// take puts documents of another store into this one.
func (s *Store) take(from *Store, docs []ID) error {
	for len(docs) > 0 {
		n := min(len(docs), atOnce)
		var articles []Article
		for _, id := range docs[:n] {
			own, err := from.owned(id)
			if err != nil {
				return err
			}
			doc, sts, err := from.decode(id, own)
			if err != nil {
				return err
			}
			articles = append(articles, Article{Document: doc, Statements: sts})
		}
		done, err := s.PutAll(articles)
		if err != nil {
			return err
		}
		for _, d := range done {
			if d.Err != nil {
				return d.Err
			}
		}
		docs = docs[n:]
	}
	return nil
}

// bulk makes the files of a store from an export and finds its settings.
func bulk(dir, name string, r io.Reader) (set Settings, err error) {
	db, err := quadstore.Open(dir, quadstore.Options{Create: true})
	if err != nil {
		return set, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	load := db.Load()
	defer load.Stop()
	graphs, version := 0, ""
	err = readAhead(r, func(q quad.Quad) error {
		switch {
		case isDerived(q):
			return nil
		case q.Predicate == quad.IRI(schema.Type) && q.Object == quad.IRI(schema.Graph):
			if iri := term(q.Subject); len(iri) > len("graph") && iri[:len(iri)-len("graph")] != set.Base { // a line may come twice
				graphs++
				set.Base = iri[:len(iri)-len("graph")]
			}
		case q.Predicate == quad.IRI(schema.CopyOf):
			return nil // hangs on what else is there
		case q.Predicate == quad.IRI(schema.Format):
			version = lexical(q.Object)
		case q.Predicate == quad.IRI(schema.Own):
			set.Schema = lexical(q.Object)
		case q.Predicate == quad.IRI(schema.Assert):
			if set.Assert, err = ParsePolicy(lexical(q.Object)); err != nil {
				return err
			}
		}
		return load.Add(q)
	})
	switch {
	case err != nil:
		return set, fmt.Errorf("%s:%w", name, err)
	case graphs != 1:
		return set, fmt.Errorf("%s: not an export of kg: it names %d stores (a line with <%s>), want 1", name, graphs, schema.Graph)
	}
	made, err := strconv.Atoi(version)
	if err != nil {
		return set, fmt.Errorf("%s: not an export of kg: its format is %q, no number", name, version)
	}
	if err := readable(made); err != nil {
		return set, fmt.Errorf("%s: %w", name, err)
	}
	if err := set.Check(); err != nil {
		return set, fmt.Errorf("%s: %w", name, err)
	}
	if _, err := load.Close(); err != nil {
		return set, err
	}
	return set, indexBeside(db, set)
}

// indexBeside makes what lies beside the quads, for a store that has none of it: the indexes of names and kinds, the sketches.
func indexBeside(db *quadstore.Store, set Settings) error {
	v, err := db.View()
	if err != nil {
		return err
	}
	defer v.Close()
	load := db.Load()
	defer load.Stop()
	c := codec{base: set.Base}
	for _, pred := range []string{schema.Name, schema.AlternateName} {
		err := v.Match([4]quad.Value{nil, quad.IRI(pred)}, func(q quad.Quad) error {
			for _, key := range c.nameKeys(q) {
				if err := load.Extra(key, []byte{}); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	if err := c.eachSketch(v, load.Extra); err != nil {
		return err
	}
	if err := c.eachKind(v, func(key string) error { return load.Extra(key, []byte{}) }); err != nil {
		return err
	}
	_, err = load.Close()
	return err
}

// readAhead is readQuads with the reading and f in two goroutines.
func readAhead(r io.Reader, f func(quad.Quad) error) error {
	const many = 1 << 10
	batches, done := make(chan []quad.Quad, 8), make(chan struct{})
	var readErr error
	go func() {
		defer close(batches)
		batch := make([]quad.Quad, 0, many)
		send := func() error {
			select {
			case batches <- batch:
				batch = make([]quad.Quad, 0, many)
				return nil
			case <-done:
				return errStopped
			}
		}
		readErr = readQuads(r, func(q quad.Quad) error {
			if batch = append(batch, q); len(batch) == many {
				return send()
			}
			return nil
		})
		if readErr == nil {
			readErr = send()
		}
	}()
	defer close(done)
	for batch := range batches {
		for _, q := range batch {
			if err := f(q); err != nil {
				return fmt.Errorf(" %w", err)
			}
		}
	}
	return readErr
}
