package graph

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	hkv "github.com/hidal-go/hidalgo/kv"
	"github.com/hidal-go/hidalgo/kv/flat"
	flatlevel "github.com/hidal-go/hidalgo/kv/flat/leveldb"
	level "github.com/syndtr/goleveldb/leveldb"
	"github.com/syndtr/goleveldb/leveldb/filter"
	"github.com/syndtr/goleveldb/leveldb/opt"
	"github.com/syndtr/goleveldb/leveldb/storage"

	"kg/schema"
)

// format is the version of the encoding and of the folder's layout.
const format = 1

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
}

// Store holds statements over Cayley. Many goroutines may read it while none writes; each write is atomic.
type Store struct {
	Settings
	codec
	dir  string // "" in memory
	open func() (hkv.KV, error)

	mu     sync.RWMutex
	db     *group
	qs     *kv.QuadStore
	terms  terms
	broken error // set when a failed write could not be undone by opening again
}

// options keep Cayley from allocating filters for a hundred million quads.
var options = cayley.Options{kv.OptNoBloom: true}

// diskOptions: every transaction takes a write buffer, so that it is kept small; writes are synced.
var diskOptions = opt.Options{ErrorIfMissing: true, WriteBuffer: 1 << 20, BlockCacheCapacity: 16 << 20, Filter: filter.NewBloomFilter(10)}

// Memory returns an empty store in memory.
func Memory(set Settings) (*Store, error) {
	s, err := newStore(set)
	if err != nil {
		return nil, err
	}
	disk := storage.NewMemStorage() // LevelDB's: hidalgo's own tree in memory fails on deletions
	s.open = func() (hkv.KV, error) {
		db, err := level.Open(disk, &opt.Options{WriteBuffer: 128 << 10, BlockCacheCapacity: 1 << 20})
		if err != nil {
			return nil, err
		}
		return flat.Upgrade(flatlevel.New(db)), nil
	}
	db, err := s.open()
	if err != nil {
		return nil, err
	}
	if err := errors.Join(kv.Init(db, options), db.Close()); err != nil {
		return nil, err
	}
	if err := s.connect(); err != nil {
		return nil, err
	}
	return s, s.apply(s.settings(), nil)
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
	return &Store{Settings: set, codec: codec{base: set.Base, policy: set.Assert, lexicon: schema.Default()}}, nil
}

// marker is the file that makes a folder a store; it is written last.
const marker = "kg.json"

type markerFile struct {
	Format int    `json:"format"`
	Base   string `json:"base"`
	Assert string `json:"assert"`
}

// Create makes a store in dir, which must not exist or be empty.
func Create(dir string, set Settings) (*Store, error) {
	s, err := newStore(set)
	if err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, fmt.Errorf("%s: %w: a store is a folder", dir, ErrNotStore)
	}
	for _, e := range entries {
		if e.Name() != "quads" && e.Name() != marker+".new" {
			return nil, fmt.Errorf("%s: %w, and not empty (it holds %s); give another folder with --db", dir, ErrNotStore, e.Name())
		}
	}
	if err := os.RemoveAll(filepath.Join(dir, "quads")); err != nil { // left by a process that ended while making it
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	files := diskOptions
	files.ErrorIfMissing = false
	disk, err := flatlevel.Open(filepath.Join(dir, "quads"), &files)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	db := flat.Upgrade(disk)
	if err := errors.Join(kv.Init(db, options), db.Close()); err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	s.persist(dir)
	if err := s.connect(); err != nil {
		return nil, err
	}
	if err := s.apply(s.settings(), nil); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	data, err := json.Marshal(markerFile{format, s.Base, s.Assert.String()})
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, marker+".new"), append(data, '\n'), 0o644)
	}
	if err == nil {
		err = os.Rename(filepath.Join(dir, marker+".new"), filepath.Join(dir, marker))
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", dir, err), s.Close())
	}
	return s, nil
}

// Open opens the store in dir. Its errors wrap ErrNoStore, ErrNotStore, ErrLocked or ErrBroken.
func Open(dir string) (*Store, error) {
	data, err := os.ReadFile(filepath.Join(dir, marker))
	if errors.Is(err, fs.ErrNotExist) {
		entries, err := os.ReadDir(dir)
		if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
			return nil, fmt.Errorf("%s: %w; kg ingest makes one", dir, ErrNoStore)
		}
		return nil, fmt.Errorf("%s: %w: it has no %s", dir, ErrNotStore, marker)
	} else if err != nil {
		if info, err := os.Stat(dir); err == nil && !info.IsDir() {
			return nil, fmt.Errorf("%s: %w: a store is a folder", dir, ErrNotStore)
		}
		return nil, err
	}
	var m markerFile
	if err := json.Unmarshal(data, &m); err != nil || m.Format == 0 {
		return nil, fmt.Errorf("%s: %w: %s is not readable", dir, ErrBroken, marker)
	}
	if m.Format != format {
		return nil, fmt.Errorf("%s: made in format %d, this kg reads format %d; export it with the kg that made it and import it here", dir, m.Format, format)
	}
	policy, err := ParsePolicy(m.Assert)
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %s: %v", dir, ErrBroken, marker, err)
	}
	s, err := newStore(Settings{Base: m.Base, Assert: policy})
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %s: %v", dir, ErrBroken, marker, err)
	}
	s.persist(dir)
	return s, s.connect()
}

func (s *Store) persist(dir string) {
	s.dir = dir
	s.open = func() (hkv.KV, error) {
		db, err := flatlevel.Open(filepath.Join(dir, "quads"), &diskOptions)
		switch {
		case errors.Is(err, syscall.EAGAIN), errors.Is(err, syscall.EWOULDBLOCK):
			return nil, fmt.Errorf("%s: %w; wait for the other kg to end", dir, ErrLocked)
		case err != nil:
			return nil, fmt.Errorf("%s: %w: %v; remove it and ingest again, or import an export", dir, ErrBroken, err)
		}
		return flat.Upgrade(db), nil
	}
}

// connect opens the key-value store and Cayley's store on it.
func (s *Store) connect() error {
	db, err := s.open()
	if err != nil {
		return err
	}
	s.db = &group{KV: db}
	qs, err := kv.New(s.db, options)
	if err != nil {
		return fmt.Errorf("%s: %w: %v; remove it and ingest again, or import an export", s.dir, ErrBroken, errors.Join(err, db.Close()))
	}
	s.qs = qs.(*kv.QuadStore)
	s.terms.forget()
	return nil
}

// Close ends the use of the store.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.broken != nil {
		return nil
	}
	s.broken = errors.New("the store is closed")
	return s.qs.Close()
}

// View calls f with Cayley's store, which f must only read; no write happens meanwhile.
func (s *Store) View(f func(cayley.QuadStore) error) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.broken != nil {
		return s.broken
	}
	return f(planner{s.qs})
}

// IRI returns the absolute IRI of an id, without angle brackets.
func (s *Store) IRI(id ID) string { return s.Base + string(id) }

// ID undoes IRI; ok is false for an IRI that is not under the store's base.
func (s *Store) ID(iri string) (id ID, ok bool) { return s.id(quad.IRI(iri)) }

// apply adds and deletes quads in one atomic step: the quads to add must not be there, those to delete must be.
//
// After a failed write Cayley's cache of ids is wrong (it keeps ids that were rolled back, and the next write would
// store other terms than it was given), so the store is opened again.
func (s *Store) apply(add, del []quad.Quad) error { return s.write(add, del, nil) }

// write is apply that sets digests of documents in the same step, "" for none.
func (s *Store) write(add, del []quad.Quad, digests map[ID]string) error {
	if s.broken != nil {
		return s.broken
	}
	for id, digest := range digests {
		if was, err := s.digest(id); err != nil {
			return err
		} else if was == digest {
			delete(digests, id)
		}
	}
	if len(add)+len(del)+len(digests) == 0 {
		return nil
	}
	err := s.db.within(func() error {
		if err := s.db.setDigests(digests); err != nil {
			return err
		}
		for _, step := range []struct {
			quads  []quad.Quad
			action cayley.Procedure
		}{{add, cayley.Add}, {del, cayley.Delete}} {
			deltas := make([]cayley.Delta, len(step.quads))
			for i, q := range step.quads {
				deltas[i] = cayley.Delta{Quad: q, Action: step.action}
			}
			if len(deltas) == 0 {
				continue
			}
			if err := s.qs.ApplyDeltas(deltas, cayley.IgnoreOpts{}); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		return nil
	}
	err = fmt.Errorf("write failed, nothing of it is stored: %w", err)
	s.qs.Close()
	if again := s.connect(); again != nil {
		s.broken = fmt.Errorf("the store could not be opened again after a failed write: %w", again)
		return errors.Join(err, s.broken)
	}
	return err
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

func (s *Store) digest(id ID) (digest string, err error) {
	err = s.db.View(context.Background(), func(tx hkv.Tx) error {
		b, err := tx.Get(context.Background(), digestKey(id))
		if errors.Is(err, hkv.ErrNotFound) {
			return nil
		}
		digest = string(b)
		return err
	})
	return digest, err
}
