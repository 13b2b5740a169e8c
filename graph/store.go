package graph

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"kg/graph/postgres"
	"kg/graph/quadstore"
	"kg/schema"
)

// format is the version of all that a store holds: the encoding, which exports carry too, the folder and its files. It is
// raised whenever one of them changes (TestFormat).
const format = 5

// Errors of opening and reading a store; wrapped with what they are about.
var (
	ErrNotFound = errors.New("not found")
	ErrNoStore  = errors.New("no such store")
	ErrNotStore = errors.New("not a store")
	ErrLocked   = errors.New("in use by another process")
	ErrBroken   = errors.New("broken store")
)

// Settings are fixed when a store is made.
type Settings struct {
	Base   string // of all IRIs, "" for schema.Base; must end in ":", "/" or "#"
	Assert Policy
	Schema string // the text of a vocabulary of the user's own (schema.ReadOwn), "" for the program's
}

// Store holds statements over Cayley. Many goroutines may read it beside one that writes (in a database, processes too),
// and see what was written last; each write is atomic, and on the disk when it is acknowledged.
type Store struct {
	Settings
	codec
	dir string // "" in memory
	db  backend

	mu     access
	view   view    // the state after the last write, or that of those who read or write now
	broken error   // why the store cannot be used any more
	links  *linker // what is known of links, nil where it is to be read anew
	ruled  bool    // the names are known to be linked by this kg's rules
	of     *Store  // of which this is a frozen state, nil for none

	counting counting
	watchers []func([]ID)
}

// Memory returns an empty store in memory.
func Memory(set Settings) (*Store, error) {
	s, err := newStore(set)
	if err != nil {
		return nil, err
	}
	if s.db, err = openFiles("", quadstore.Options{Memory: true, Create: true}); err != nil {
		return nil, err
	}
	return s, s.begin()
}

// begin writes what every store holds.
func (s *Store) begin() error {
	if err := s.renew(); err != nil {
		return err
	}
	return s.apply(append(s.settings(), s.rules(linkRules)), nil)
}

// renew makes readers see what was written last.
func (s *Store) renew() error {
	if s.mu.shared != nil {
		return nil // the session sees it
	}
	now, err := s.db.View()
	if err != nil {
		return err
	}
	s.mu.publish(func() { s.view, now = now, s.view })
	if now == nil {
		return nil
	}
	return now.Close()
}

// Check reports settings that no store can have.
func (set Settings) Check() error {
	if b := set.Base; b != "" && (!scheme.MatchString(b) || !strings.ContainsRune(":/#", rune(b[len(b)-1])) || strings.ContainsAny(b, " <>\"{}|\\^`")) {
		return fmt.Errorf("base %q: not an absolute IRI that ends in \":\", \"/\" or \"#\"", b)
	}
	return nil
}

func newStore(set Settings) (*Store, error) {
	if err := set.Check(); err != nil {
		return nil, err
	}
	if set.Base == "" {
		set.Base = schema.Base
	}
	s := &Store{Settings: set, codec: codec{base: set.Base, policy: set.Assert, lexicon: schema.Default()}}
	if set.Schema != "" {
		l, err := schema.ReadOwn("the vocabulary", set.Schema)
		if err != nil {
			return nil, err
		}
		s.lexicon, s.vocabulary = l, set.Schema
	}
	return s, nil
}

// marker is the file that makes a folder a store; it is written last.
const marker = "kg.json"

type markerFile struct {
	Format int    `json:"format"`
	Base   string `json:"base"`
	Assert string `json:"assert"`
	Schema string `json:"schema,omitempty"` // digest of the vocabulary; its text is in the graph
}

// SchemaDigest names a vocabulary of a user's own in a store's marker, "" for the program's.
func (set Settings) SchemaDigest() string {
	if set.Schema == "" {
		return ""
	}
	return schema.Hash(set.Schema)
}

// Create makes a store in dir, which must not exist or be empty; or in the database that a URL of PostgreSQL leads to.
func Create(dir string, set Settings) (*Store, error) {
	if postgres.IsURL(dir) {
		return createShared(dir, set)
	}
	s, err := newStore(set)
	if err != nil {
		return nil, err
	}
	if err := makeRoom(dir); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	if err := draft(dir, set); err != nil {
		return nil, err
	}
	s.dir = dir
	if s.db, err = openFiles(filepath.Join(dir, "quads"), quadstore.Options{Create: true}); err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	if err := s.begin(); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if err := mark(dir, s.Settings); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// makeRoom removes what a process left in dir that ended while it made a store; its error says what else is there.
func makeRoom(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0:
		return nil
	case err != nil:
		return fmt.Errorf("%s: %w: a store is a folder", dir, ErrNotStore)
	case !unfinished(entries):
		return fmt.Errorf("%s: %w, and not empty (it holds %s); give another folder with --db", dir, ErrNotStore, entries[0].Name())
	}
	quads := filepath.Join(dir, "quads")
	if half, err := openFiles(quads, quadstore.Options{}); err == nil {
		if err := half.Close(); err != nil {
			return err
		}
	} else if errors.Is(err, quadstore.ErrLocked) {
		return fmt.Errorf("%s: %w; wait for the other kg to end", dir, ErrLocked)
	}
	return errors.Join(os.RemoveAll(quads), os.Remove(filepath.Join(dir, marker+".new")))
}

// unfinished tells whether a folder with these entries, sorted, is a store that is being made, or would have been.
func unfinished(entries []fs.DirEntry) bool {
	return len(entries) > 0 && entries[0].Name() == marker+".new" && (len(entries) == 1 || len(entries) == 2 && entries[1].Name() == "quads")
}

func (set Settings) mark() markerFile {
	return markerFile{format, set.Base, set.Assert.String(), set.SchemaDigest()}
}

// draft tells of a folder that a store is being made there.
func draft(dir string, set Settings) error {
	data, err := json.Marshal(set.mark())
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, marker+".new"), append(data, '\n'), 0o644)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", dir, err)
	}
	return nil
}

// mark makes a folder a store.
func mark(dir string, set Settings) error {
	if err := draft(dir, set); err != nil {
		return err
	}
	if err := os.Rename(filepath.Join(dir, marker+".new"), filepath.Join(dir, marker)); err != nil {
		return fmt.Errorf("%s: %w", dir, err)
	}
	return nil
}

// Open opens the store in dir, or in the database that a URL of PostgreSQL leads to. Its errors wrap ErrNoStore,
// ErrNotStore, ErrLocked or ErrBroken.
func Open(dir string) (*Store, error) { return open(dir, quadstore.Options{}) }

// OpenToServe is Open for one that is read for long and by many: it keeps so many bytes of the files in memory.
func OpenToServe(dir string, cache int64) (*Store, error) {
	return open(dir, quadstore.Options{Cache: cache})
}

// readCache is how many bytes of the files are kept by who reads: a question comes back to the same ones.
const readCache = 64 << 20

// OpenToRead opens the store in dir as it is now, for reading alone, whether another process writes it or not; what is in
// a database is read as it is at each reading. Its errors are those of Open without ErrLocked.
func OpenToRead(dir string) (*Store, error) {
	return open(dir, quadstore.Options{ReadOnly: true, Cache: readCache})
}

// NoSync makes writes from now on not wait for the disk, for many at once: the last of them may be lost, each whole, when
// the process is killed or the power fails before Close.
func (s *Store) NoSync() { s.db.NoSync() }

func open(dir string, o quadstore.Options) (*Store, error) {
	if postgres.IsURL(dir) {
		return openShared(dir, o.ReadOnly)
	}
	data, err := os.ReadFile(filepath.Join(dir, marker))
	if errors.Is(err, fs.ErrNotExist) {
		entries, err := os.ReadDir(dir)
		if errors.Is(err, fs.ErrNotExist) || err == nil && (len(entries) == 0 || unfinished(entries)) {
			return nil, fmt.Errorf("%s: %w; kg ingest makes one", dir, ErrNoStore)
		}
		return nil, fmt.Errorf("%s: %w: it has no %s", dir, ErrNotStore, marker)
	} else if err != nil {
		if info, err := os.Stat(dir); err == nil && !info.IsDir() {
			return nil, fmt.Errorf("%s: %w: a store is a folder", dir, ErrNotStore)
		}
		return nil, err
	}
	s, m, err := unmark(dir, data)
	if err != nil {
		return nil, err
	}
	s.dir = dir
	s.db, err = openFiles(filepath.Join(dir, "quads"), o)
	switch {
	case errors.Is(err, quadstore.ErrLocked):
		return nil, fmt.Errorf("%s: %w; wait for the other kg to end", dir, ErrLocked)
	case errors.Is(err, quadstore.ErrCorrupt):
		return nil, fmt.Errorf("%s: %w: %v; remove it and ingest again, or import an export", dir, ErrBroken, err)
	case err != nil:
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	if err := s.renew(); err != nil {
		return s, err
	}
	if err := s.readVocabulary(m.Schema); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", dir, err), s.Close())
	}
	return s, nil
}

// unmark returns the store that a marker speaks of, not open yet.
func unmark(dir string, data []byte) (s *Store, m markerFile, err error) {
	if err := json.Unmarshal(data, &m); err != nil || m.Format == 0 {
		return nil, m, fmt.Errorf("%s: %w: %s is not readable", dir, ErrBroken, marker)
	}
	if err := readable(m.Format); err != nil {
		return nil, m, fmt.Errorf("%s: %w", dir, err)
	}
	policy, err := ParsePolicy(m.Assert)
	if err != nil {
		return nil, m, fmt.Errorf("%s: %w: %s: %v", dir, ErrBroken, marker, err)
	}
	s, err = newStore(Settings{Base: m.Base, Assert: policy})
	if err != nil {
		return nil, m, fmt.Errorf("%s: %w: %s: %v", dir, ErrBroken, marker, err)
	}
	return s, m, nil
}

// readable reports why this kg cannot read a format, nil where it can.
func readable(made int) error {
	switch {
	case made > format:
		return fmt.Errorf("made by a newer kg, in format %d; this kg reads format %d: use the newer one", made, format)
	case made < format:
		return fmt.Errorf("made by an older kg, in format %d; this kg reads format %d: ingest the articles again, into a new store", made, format)
	}
	return nil
}

// readVocabulary takes the vocabulary that the store was made with, which must have that digest.
func (s *Store) readVocabulary(digest string) error {
	if digest == "" {
		return nil
	}
	quads, err := s.match(s.iri("graph"), quad.IRI(schema.Own), nil)
	if err != nil {
		return err
	}
	for _, q := range quads {
		if text := lexical(q.Object); schema.Hash(text) == digest {
			l, err := schema.ReadOwn("its vocabulary", text)
			if err != nil {
				return err
			}
			s.Schema, s.vocabulary, s.lexicon = text, text, l
			return nil
		}
	}
	return fmt.Errorf("%w: it does not hold the vocabulary of digest %s that %s names", ErrBroken, digest, marker)
}

// Close ends the use of the store.
func (s *Store) Close() error {
	if s.mu.shared == nil { // there, who writes may be waiting for another process
		s.mu.Lock()
		defer s.mu.Unlock()
	}
	s.mu.lock.Lock()
	defer s.mu.lock.Unlock()
	if s.broken != nil {
		return nil
	}
	s.broken = errors.New("the store is closed")
	return s.db.Close()
}

// Compact rewrites the files of the store in order, without what was deleted.
func (s *Store) Compact() error {
	s.mu.writing.Lock()
	defer s.mu.writing.Unlock()
	if s.broken != nil {
		return s.broken
	}
	if err := s.db.Compact(); err != nil {
		return broken(err)
	}
	return s.renew()
}

// View calls f with Cayley's store as it is now, which f must only read; what is written meanwhile f does not see.
func (s *Store) View(f func(cayley.QuadStore) error) error {
	s.mu.lock.RLock()
	if s.broken != nil {
		s.mu.lock.RUnlock()
		return s.broken
	}
	v, err := s.db.View()
	s.mu.lock.RUnlock()
	if err != nil {
		return err
	}
	defer v.Close()
	return f(v.Cayley())
}

// IRI returns the absolute IRI of an id, without angle brackets.
func (s *Store) IRI(id ID) string { return s.Base + string(id) }

// ID undoes IRI; ok is false for an IRI that is not under the store's base.
func (s *Store) ID(iri string) (id ID, ok bool) { return s.id(quad.IRI(iri)) }

// apply adds and deletes quads in one atomic step: the quads to add must not be there, those to delete must be.
func (s *Store) apply(add, del []quad.Quad) error { return s.write(add, del, nil, nil) }

// write is apply that sets digests of documents in the same step, "" for none, and what else lies beside the quads, nil
// for none.
func (s *Store) write(add, del []quad.Quad, digests map[ID]string, beside map[string][]byte) error {
	if s.broken != nil {
		return s.broken
	}
	if s.of != nil {
		return errors.New("a frozen store is not written")
	}
	extra := map[string][]byte{}
	maps.Copy(extra, beside)
	for id, digest := range digests {
		if was, err := s.digest(id); err != nil {
			return err
		} else if was == digest {
			continue
		}
		extra[digestKey(id)] = nil
		if digest != "" {
			extra[digestKey(id)] = []byte(digest)
		}
	}
	if len(add)+len(del)+len(extra) == 0 {
		return nil
	}
	for _, q := range del {
		for _, key := range s.nameKeys(q) {
			extra[key] = nil
		}
	}
	for _, q := range add {
		for _, key := range s.nameKeys(q) {
			extra[key] = []byte{}
		}
	}
	count, err := s.recount(add, del)
	if err != nil {
		return err
	}
	err = s.db.Write(quadstore.Batch{Add: add, Del: del, Extra: extra})
	if errors.Is(err, quadstore.ErrFailed) {
		s.mu.publish(func() { s.broken = fmt.Errorf("%s: %w", s.dir, err) })
		return s.broken
	} else if err != nil {
		return fmt.Errorf("write failed, nothing of it is stored: %w", err)
	}
	if err := s.renew(); err != nil {
		return err
	}
	s.tell(add, del)
	count()
	return nil
}

// Digest returns what was given with a document when it was stored, "" for none: who stores the same article with the
// same digest changes nothing.
func (s *Store) Digest(id ID) (string, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.broken != nil {
		return "", s.broken
	}
	return s.digest(id)
}

func (s *Store) digest(id ID) (string, error) {
	b, err := s.view.Extra(digestKey(id))
	return string(b), err
}

// digestKey is where the digest of a document lies, beside the quads.
func digestKey(id ID) string { return "digest/" + string(id) }
