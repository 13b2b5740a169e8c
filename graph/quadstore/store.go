// Package quadstore is a quad store for Cayley in which the answer to every pattern lies side by side. Quads are kept as
// ids under four orders (subject first, predicate first, object first, and label first for those with a label), each of
// which holds the whole quad, so that a pattern is one scan of neighbouring keys without a lookup; a dictionary gives
// the terms behind the ids.
//
// It lies on Pebble v2. A million quads in 3.9 million keys, on two busy cores (bulk load, size, write of 3000 keys with
// fsync, reading a key, memory above the data's own, stripped program of that library alone):
//
//	Pebble 2.1.7   1.8 s   59 MB    4 ms   16 µs     8 MB   17 MB
//	Badger 4.9.6   7.6 s   74 MB    6 ms   23 µs   362 MB   10 MB
//	bbolt 1.5.0    3.6 s  155 MB  560 ms   24 µs   313 MB    2 MB
//
// Pebble takes sorted tables as they are, has a checksum on every block (bbolt has none, so that a flipped bit is a
// panic), and a file system that can be made to fail in tests. The binary that is larger by some megabytes is the price.
package quadstore

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/bloom"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// Errors that the store's errors wrap.
var (
	ErrCorrupt = errors.New("corrupt")
	ErrLocked  = errors.New("in use by another process")
	ErrClosed  = errors.New("the store is closed")

	ErrReadOnly = errors.New("opened for reading alone")
)

// Options say how to open a store; the zero value is right for most.
type Options struct {
	FS     vfs.FS // nil for the disk
	Create bool   // make the store where there is none
	Memory bool   // keep all in memory, whatever FS is

	// ReadOnly opens the store as it is now, for reading alone, whether another process writes it or not; what that
	// writes later is not seen. Nothing in the folder is changed.
	ReadOnly bool

	Cache int64 // bytes of the files that are kept in memory, 0 for a modest number
}

// Store is a set of quads. Many goroutines may read it beside one that writes: a View sees all of a write or nothing.
type Store struct {
	dir  string
	fs   vfs.FS
	opts *pebble.Options
	db   *pebble.DB
	sync *pebble.WriteOptions
	held *pinned // what is read, where it is read only

	flushes flushes
	opening atomic.Bool // the tables are not to be merged yet: who opens would wait for it
	terms   TermCache

	writing sync.Mutex // held by the one that writes
	now     counts     // guarded by writing
	ids     IDCache    // guarded by writing

	mu      sync.Mutex
	current *snapshot
	live    map[*snapshot]bool
	broken  error // why the store cannot be used any more
}

// counts is what the store knows of itself; it is written with every batch.
type counts struct {
	quads, nodes, labelled int64
	next                   ID // the id of the next new term
}

var countsKey = []byte{tagMeta, 'c'}

func (c counts) bytes() []byte {
	var b []byte
	for _, n := range []uint64{uint64(c.quads), uint64(c.nodes), uint64(c.labelled), uint64(c.next)} {
		b = binary.BigEndian.AppendUint64(b, n)
	}
	return b
}

func readCounts(b []byte) (c counts, err error) {
	if len(b) != 32 {
		return c, fmt.Errorf("%w: the counts are not readable", ErrCorrupt)
	}
	n := func(i int) uint64 { return binary.BigEndian.Uint64(b[8*i:]) }
	return counts{int64(n(0)), int64(n(1)), int64(n(2)), ID(n(3))}, nil
}

// pebbleOptions are small, for a program that is started for one question: a write buffer that a crash leaves little of
// to read again, and a modest cache.
func pebbleOptions(dir string, o Options) *pebble.Options {
	p := &pebble.Options{
		FS:                          o.FS,
		FormatMajorVersion:          pebble.FormatTableFormatV6,
		MemTableSize:                4 << 20,
		MemTableStopWritesThreshold: 4,
		CacheSize:                   cmp.Or(o.Cache, 16<<20),
		MaxOpenFiles:                500,
		ErrorIfNotExists:            !o.Create,
		ErrorIfExists:               o.Create,
		ReadOnly:                    o.ReadOnly,
		Logger:                      logger{dir},
		EventListener:               &pebble.EventListener{DataCorruption: func(pebble.DataCorruptionInfo) {}},
	}
	for i := range p.Levels {
		p.Levels[i].FilterPolicy = bloom.FilterPolicy(10)
		p.Levels[i].BlockSize = 16 << 10
	}
	p.EnsureDefaults()
	return p
}

// Open opens the store in dir, or makes one there.
func Open(dir string, o Options) (*Store, error) {
	if o.FS == nil {
		o.FS = vfs.Default
	}
	if !o.ReadOnly {
		return open(dir, o)
	}
	const tries = 20
	disk := o.FS
	for try := 0; ; try++ {
		p, err := pin(disk, dir)
		if err == nil {
			o.FS = p
			s, err := open(dir, o)
			if err == nil {
				s.held = p
				return s, nil
			}
			err = errors.Join(err, p.Close())
			if !moved(err) || try >= 3 {
				return nil, err
			}
		} else if !moved(err) || try == tries {
			return nil, explain(err)
		}
		time.Sleep(time.Duration(try) * time.Millisecond)
	}
}

func open(dir string, o Options) (*Store, error) {
	if o.Memory {
		o.FS = vfs.NewMem()
		dir = "memory"
	}
	s := &Store{dir: dir, fs: o.FS, sync: pebble.Sync, live: map[*snapshot]bool{}}
	if !o.ReadOnly {
		o.FS = logFS{o.FS, dir}
	}
	s.opts = pebbleOptions(dir, o)
	s.opts.CompactionConcurrencyRange = func() (least, most int) {
		if s.opening.Load() {
			return 0, 1
		}
		return 1, 2
	}
	s.opts.EventListener.FlushEnd = func(i pebble.FlushInfo) { s.flushes.ended(dir, i.Err) }
	s.terms.most = max(mostTerms, int(o.Cache/1000))
	if o.Memory {
		s.sync = pebble.NoSync
	}
	if o.Memory {
		s.opts.MemTableSize = 1 << 20
		s.opts.CacheSize = 1 << 20
	}
	s.opening.Store(true)
	err := safely(func() (err error) {
		s.db, err = pebble.Open(dir, s.opts)
		return err
	})
	s.opening.Store(false)
	switch {
	case errors.Is(err, syscall.EAGAIN), errors.Is(err, syscall.EACCES), err != nil && strings.Contains(err.Error(), "lock held by current process"):
		return nil, ErrLocked
	case err != nil:
		return nil, explain(err)
	}
	if o.Create {
		s.now = counts{next: 1}
		if err := s.commit(func(b *pebble.Batch) error { return b.Set(countsKey, s.now.bytes(), nil) }); err != nil {
			return nil, errors.Join(err, s.Close())
		}
	} else {
		err := safely(func() error {
			b, closer, err := s.db.Get(countsKey)
			if err != nil {
				return err
			}
			s.now, err = readCounts(b)
			return errors.Join(err, closer.Close())
		})
		if err != nil {
			return nil, errors.Join(explain(err), s.Close())
		}
		if !o.ReadOnly {
			s.clean()
		}
	}
	s.ids.Forget()
	s.renew()
	return s, nil
}

// clean removes what a bulk load that was cut off left behind.
func (s *Store) clean() {
	names, err := s.fs.List(s.dir)
	if err != nil {
		return
	}
	for _, n := range names {
		if strings.HasSuffix(n, loadSuffix) {
			s.fs.Remove(s.fs.PathJoin(s.dir, n))
		}
	}
}

// Close ends the use of the store. What was written with NoSync is on the disk when it returns nil.
func (s *Store) Close() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.mu.Lock()
	was := s.broken
	s.broken = ErrClosed
	live := s.live
	s.live, s.current = nil, nil
	s.mu.Unlock()
	if errors.Is(was, ErrClosed) {
		return nil
	}
	var errs []error
	for v := range live {
		errs = append(errs, v.close())
	}
	if was != nil {
		return nil // Pebble cannot be closed after it failed; the process that ends frees its files
	}
	err := safely(func() error {
		// What lies in the log alone would have to be read again at the next start.
		if !s.opts.ReadOnly && s.db.Metrics().MemTable.Size > 0 {
			if err := s.flushes.last(s.db); err != nil {
				errs = append(errs, err)
			}
		}
		return s.db.Close()
	})
	if s.held != nil {
		errs = append(errs, s.held.Close())
	}
	return errors.Join(append(errs, explain(err))...)
}

// NoSync makes writes from now on not wait until they are on the disk. Until Close returns nil, the last of what was
// acknowledged may be lost, each batch whole, when the process is killed or the power fails.
func (s *Store) NoSync() { s.sync = pebble.NoSync }

// commit fills a batch and writes it. An error that wraps ErrFailed leaves the store unusable until it is opened again,
// with all of the batch or nothing in it; after any other the store is as it was.
func (s *Store) commit(fill func(*pebble.Batch) error) error {
	b := s.db.NewBatch()
	if err := fill(b); err != nil {
		return errors.Join(err, b.Close())
	}
	if err := safely(func() error { return b.Commit(s.sync) }); err != nil {
		return s.fail(err)
	}
	return b.Close()
}

// fail makes the store unusable after a write that Pebble could not end.
func (s *Store) fail(err error) error {
	err = fmt.Errorf("%w: %w", ErrFailed, explain(err))
	s.mu.Lock()
	defer s.mu.Unlock()
	s.broken = err
	return err
}

// ErrFailed says that the disk failed in the middle of a write.
var ErrFailed = errors.New("the write failed; open the store again to go on")

// failed is what Pebble says when it cannot go on.
type failed struct{ error }

// logger gets what Pebble says. Where a batch cannot be written, the caller gets an error. Where Pebble cannot go on at
// all, in the background or with its locks held, the process ends: what was acknowledged is safe.
type logger struct{ dir string }

// Infof drops what is said for information.
func (logger) Infof(string, ...any) {}

// Errorf drops errors, which Pebble tries again to get over.
func (logger) Errorf(string, ...any) {}

// Fatalf does not return.
func (l logger) Fatalf(format string, args ...any) {
	err := fmt.Errorf(format, args...)
	if strings.Contains(format, "fatal commit error") { // in Write, under safely, with no lock of Pebble's held
		panic(failed{err})
	}
	giveUp(l.dir, err)
}

// giveUp says why nothing can be written any more and ends the process.
func giveUp(dir string, err error) {
	fmt.Fprintf(os.Stderr, "%s: cannot be written: %v; what was acknowledged is stored\n", filepath.Dir(dir), err)
	exit(dir)
}

// exit ends the process; tests put something else in its place.
var exit = func(dir string) { os.Exit(1) }

// safely runs f and turns Pebble's panics about files into errors.
func safely(f func() error) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case failed:
			err = r.error
		case runtime.Error:
			err = fmt.Errorf("%w: %v", ErrCorrupt, r)
		case error:
			err = r
		default:
			err = fmt.Errorf("%v", r)
		}
	}()
	return f()
}

// explain makes Pebble's errors wrap ours.
func explain(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, ErrCorrupt):
		return err
	case pebble.IsCorruptionError(err), errors.Is(err, pebble.ErrNotFound), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, os.ErrNotExist), errors.Is(err, pebble.ErrDBDoesNotExist):
		return fmt.Errorf("%w: %w", ErrCorrupt, err)
	}
	return err
}
