// Package postgres keeps the quads of a store in PostgreSQL, which many processes may read and write at once.
//
// It is a quad store for Cayley of its own and not Cayley's "sql" one, which cannot give back every term as it was (the
// four characters \x00 come back as a zero byte; what is typed and what is Go's number have one hash and so one row),
// writes row by row, as its COPY is switched off, has no index by label and estimates its counts. Here the terms lie as
// package quadstore encodes them, in one table, and the quads as their ids in another, under the same four orders:
//
//	kg_terms   id, term (abridged where it is long, with the whole beside it)
//	kg_quads   s, p, o, l (0 for no label), with indexes spol, posl, ospl and, of quads with a label, lspo
//	kg_extras  what the owner of the store keeps beside the quads
//	kg_meta    one row: format, settings, exact counts, the next id, and a number for each version of the store
//
// All are made in the first schema of the search path, so that one database may hold several stores
// (?search_path=NAME). Who writes holds an advisory lock of the session, from before it reads what its change rests on until
// the change is committed, so that writers come one after the other; each change is one transaction. Who reads sees the
// state at one moment, in a transaction that only reads. The lock needs a session of one's own: a pooler that shares
// sessions by transaction (PgBouncer's pool_mode=transaction) does not do.
package postgres

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"kg/graph/quadstore"
)

// Errors that the package's errors wrap.
var (
	ErrNoStore = errors.New("no store in this database")
	ErrExists  = errors.New("there is a store in this database")
	ErrClosed  = errors.New("the store is closed")
	ErrGone    = errors.New("the store was removed or replaced; open it again")
	ErrFormat  = errors.New("another format")
)

// format is the version of the tables.
const format = 1

// IsURL reports whether the name of a store is one of PostgreSQL.
func IsURL(name string) bool {
	return strings.HasPrefix(name, "postgres://") || strings.HasPrefix(name, "postgresql://")
}

// Redact returns a URL without its password, to be shown; other names come back as they are.
func Redact(name string) string {
	if !IsURL(name) {
		return name
	}
	u, err := url.Parse(name)
	if err != nil {
		scheme, _, _ := strings.Cut(name, "://")
		return scheme + "://…"
	}
	if q := u.Query(); q.Has("password") {
		q.Set("password", "xxxxx")
		u.RawQuery = q.Encode()
	}
	return u.Redacted()
}

// Store is a store in a database.
type Store struct {
	pool     *pgxpool.Pool
	settings string
	table    uint32 // the oid of kg_meta
	terms    quadstore.TermCache
	noSync   atomic.Bool

	mu      sync.Mutex
	ids     quadstore.IDCache // of terms that were there at the time of dropped, or later
	dropped int64
	live    *View // the view that Cayley's iterators share
	stale   bool  // live is not the last state
}

// mostConns bounds the connections of a process, connectTime how long it tries to get one.
const (
	mostConns   = 16
	connectTime = 10 * time.Second
)

// background is the context of what has no end of its own: the store's methods come from interfaces without contexts.
var background = context.Background()

func connect(name string) (*pgxpool.Pool, error) {
	conf, err := pgxpool.ParseConfig(name)
	if err != nil {
		return nil, plain(err)
	}
	if conf.MaxConns < mostConns {
		conf.MaxConns = mostConns
	}
	if conf.ConnConfig.ConnectTimeout == 0 {
		conf.ConnConfig.ConnectTimeout = connectTime
	}
	set := conf.ConnConfig.RuntimeParams
	if set["application_name"] == "" {
		set["application_name"] = "kg"
	}
	set["jit"] = "off" // costs more than the short queries here can gain
	pool, err := pgxpool.NewWithConfig(background, conf)
	return pool, plain(err)
}

// plain takes what pgx says of the URL, which may hold a password, out of an error.
func plain(err error) error {
	if _, ok := errors.AsType[*pgconn.ParseConfigError](err); ok {
		return errors.New("not a URL of PostgreSQL: want postgres://USER@HOST/DATABASE")
	}
	if c, ok := errors.AsType[*pgconn.ConnectError](err); ok {
		if c.Unwrap() != nil {
			return fmt.Errorf("cannot connect: %w", c.Unwrap())
		}
	}
	return err
}

// meta is the row of kg_meta.
type meta struct {
	quads, nodes, labelled int64
	next                   int64 // the id of the next new term
	version                int64 // rises with every change
	dropped                int64 // rises with every change that drops terms
	analyzed               int64 // quads when the tables were analyzed last
	table                  uint32
}

const selectMeta = "SELECT quads, nodes, labelled, next, version, dropped, analyzed, tableoid FROM kg_meta"

func (m *meta) scan(row pgx.Row) error {
	return row.Scan(&m.quads, &m.nodes, &m.labelled, &m.next, &m.version, &m.dropped, &m.analyzed, &m.table)
}

// Open opens the store that a URL leads to, postgres://USER@HOST/DATABASE. Its error wraps ErrNoStore where the database
// has none, ErrFormat where it was made by another kg.
func Open(name string) (*Store, error) {
	pool, err := connect(name)
	if err != nil {
		return nil, err
	}
	s := &Store{pool: pool}
	if err := s.read(); err != nil {
		pool.Close()
		return nil, err
	}
	return s, nil
}

func (s *Store) read() error {
	conn, err := s.acquire()
	if err != nil {
		return err
	}
	defer conn.Release()
	var there bool
	if err := conn.QueryRow(background, "SELECT to_regclass('kg_meta') IS NOT NULL").Scan(&there); err != nil {
		return err
	}
	if !there {
		return ErrNoStore
	}
	var is int
	var m meta
	if err := conn.QueryRow(background, "SELECT format, settings FROM kg_meta").Scan(&is, &s.settings); err != nil {
		return err
	}
	if is != format {
		return fmt.Errorf("%w: %d; this kg reads %d", ErrFormat, is, format)
	}
	if err := m.scan(conn.QueryRow(background, selectMeta)); err != nil {
		return err
	}
	s.table, s.dropped = m.table, m.dropped
	return nil
}

// Settings returns what was given to Create.
func (s *Store) Settings() string { return s.settings }

// acquire takes a connection, whose fault is not one of the store.
func (s *Store) acquire() (*pgxpool.Conn, error) {
	ctx, cancel := context.WithTimeout(background, 3*connectTime)
	defer cancel()
	conn, err := s.pool.Acquire(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		return nil, fmt.Errorf("no answer, or %d connections in use, for %v", mostConns, 3*connectTime)
	}
	return conn, plain(err)
}

// NoSync makes writes from now on not wait until they are on the disk. Until Close returns nil, the last of what was
// acknowledged may be lost when the server fails.
func (s *Store) NoSync() { s.noSync.Store(true) }

// Close ends the use of the store; views that are open are not waited for. What was written with NoSync is on the disk
// when it returns nil.
func (s *Store) Close() (err error) {
	if s.noSync.Load() { // a commit that waits, waits for those before it
		_, err = s.pool.Exec(background, "UPDATE kg_meta SET version = version")
	}
	done := make(chan struct{})
	go func() {
		s.pool.Close() // waits for connections that are in use
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(time.Second):
	}
	return err
}

// A Session is the right to write, which one session of all processes has at a time. It reads what is committed and what
// it wrote itself.
type Session struct{ *View }

// lock is the first half of the advisory lock's number; the other is the oid of kg_meta.
const lock = 0x6b67 << 32

// Lock waits for the right to write.
func (s *Store) Lock() (*Session, error) {
	conn, err := s.acquire()
	if err != nil {
		return nil, err
	}
	if _, err := conn.Exec(background, "SELECT pg_advisory_lock($1)", int64(lock)+int64(s.table)); err != nil {
		hangUp(conn)
		return nil, err
	}
	x := &Session{&View{store: s, conn: conn, uses: 1}}
	if err := x.refresh(); err != nil {
		x.Unlock()
		return nil, err
	}
	return x, nil
}

// hangUp gives back a connection that is not to be used again.
func hangUp(conn *pgxpool.Conn) {
	conn.Conn().Close(background)
	conn.Release()
}

// refresh reads what the store counts.
func (x *Session) refresh() error {
	var m meta
	if err := m.scan(x.conn.QueryRow(background, selectMeta)); err != nil {
		return gone(err)
	}
	return x.begin(m)
}

// Version is a number that every change of the store raises.
func (v *View) Version() int64 { return v.version }

// Unlock gives the right to write to others.
func (x *Session) Unlock() {
	if x.conn == nil {
		return
	}
	if _, err := x.conn.Exec(background, "SELECT pg_advisory_unlock_all()"); err != nil {
		hangUp(x.conn) // which unlocks too
	} else {
		x.conn.Release()
	}
	x.conn = nil
}

// Vacuum frees what was deleted and tells the planner what is there.
func (s *Store) Vacuum() error {
	conn, err := s.acquire()
	if err != nil {
		return err
	}
	defer conn.Release()
	for _, table := range tables {
		if _, err := conn.Exec(background, "VACUUM (ANALYZE) "+table); err != nil {
			return err
		}
	}
	return nil
}

// gone makes the errors of tables that are not there any more wrap ErrGone.
func gone(err error) error {
	if e, ok := errors.AsType[*pgconn.PgError](err); ok && e.Code == "42P01" || errors.Is(err, pgx.ErrNoRows) {
		return fmt.Errorf("%w: %w", ErrGone, err)
	}
	return err
}
