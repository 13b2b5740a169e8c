package postgres

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"kg/graph/quadstore"
)

var tables = []string{"kg_meta", "kg_terms", "kg_quads", "kg_extras"}

// create makes the tables, index what is made when they are filled.
var (
	create = []string{
		`CREATE TABLE kg_meta (format int NOT NULL, settings text NOT NULL, quads bigint NOT NULL, nodes bigint NOT NULL,
			labelled bigint NOT NULL, next bigint NOT NULL, version bigint NOT NULL, dropped bigint NOT NULL,
			analyzed bigint NOT NULL)`,
		`CREATE TABLE kg_terms (id bigint NOT NULL, term bytea NOT NULL, long bytea)`,
		`CREATE TABLE kg_quads (s bigint NOT NULL, p bigint NOT NULL, o bigint NOT NULL, l bigint NOT NULL)`,
		`CREATE TABLE kg_extras (key bytea NOT NULL, long bytea, value bytea NOT NULL)`,
	}
	index = []string{
		`ALTER TABLE kg_terms ADD PRIMARY KEY (id)`,
		`CREATE UNIQUE INDEX kg_terms_term ON kg_terms (term)`,
		`ALTER TABLE kg_quads ADD PRIMARY KEY (s, p, o, l)`,
		`CREATE UNIQUE INDEX kg_quads_posl ON kg_quads (p, o, s, l)`,
		`CREATE UNIQUE INDEX kg_quads_ospl ON kg_quads (o, s, p, l)`,
		`CREATE UNIQUE INDEX kg_quads_lspo ON kg_quads (l, s, p, o) WHERE l <> 0`,
		`ALTER TABLE kg_extras ADD PRIMARY KEY (key)`,
	}
)

// Create makes a store of what a view holds, in one transaction. Its error wraps ErrExists where there is one.
func Create(name, settings string, from *quadstore.View) error {
	pool, err := connect(name)
	if err != nil {
		return err
	}
	defer pool.Close()
	s := &Store{pool: pool}
	conn, err := s.acquire()
	if err != nil {
		return err
	}
	err = pgx.BeginFunc(background, conn, func(tx pgx.Tx) error { return fill(tx, settings, from) })
	conn.Release()
	if err != nil {
		return err
	}
	return s.Vacuum()
}

func fill(tx pgx.Tx, settings string, from *quadstore.View) error {
	if _, err := tx.Exec(background, "SELECT pg_advisory_xact_lock($1)", int64(lock)); err != nil {
		return err
	}
	var there bool
	if err := tx.QueryRow(background, "SELECT to_regclass('kg_meta') IS NOT NULL").Scan(&there); err != nil {
		return err
	}
	if there {
		return ErrExists
	}
	if err := run(tx, create); err != nil {
		return err
	}
	next := quadstore.ID(1)
	_, err := stream(tx, "kg_terms", []string{"id", "term", "long"}, func(row func(...any) error) error {
		return from.Terms(func(id quadstore.ID, term []byte) error {
			next = max(next, id+1)
			short, long := abridged(quadstore.Abridge(term), term)
			return row(int64(id), short, long)
		})
	})
	if err != nil {
		return err
	}
	labelled := int64(0)
	quads, err := stream(tx, "kg_quads", []string{"s", "p", "o", "l"}, func(row func(...any) error) error {
		return from.Scan(quadstore.Quad{}, func(q quadstore.Quad) error {
			if q[3] != 0 {
				labelled++
			}
			return row(int64(q[0]), int64(q[1]), int64(q[2]), int64(q[3]))
		})
	})
	if err != nil {
		return err
	}
	_, err = stream(tx, "kg_extras", []string{"key", "long", "value"}, func(row func(...any) error) error {
		var failed error
		err := from.Extras("", func(key string, value []byte) bool {
			short, long := abridged(abridge(key), []byte(key))
			failed = row(short, long, append([]byte{}, value...))
			return failed == nil
		})
		return errors.Join(err, failed)
	})
	if err != nil {
		return err
	}
	if err := run(tx, index); err != nil {
		return err
	}
	_, err = tx.Exec(background, "INSERT INTO kg_meta VALUES ($1, $2, $3, $4, $5, $6, 1, 0, $3)", format, settings, quads, from.Nodes(), labelled, int64(next))
	return err
}

func run(tx pgx.Tx, statements []string) error {
	for _, sql := range statements {
		if _, err := tx.Exec(background, sql); err != nil {
			return err
		}
	}
	return nil
}

// abridged returns copies of a key and of what it stands for, nil where they are the same.
func abridged(key, whole []byte) (short, long []byte) {
	if !bytes.Equal(key, whole) {
		long = append([]byte{}, whole...)
	}
	return append([]byte{}, key...), long
}

// longKey bounds the keys of extras, which an index must be able to hold.
const longKey = 1000

// abridge returns what stands for the key of an extra: itself, or, where it is long, its beginning and a hash.
func abridge(key string) []byte {
	if len(key) < longKey {
		return []byte(key)
	}
	sum := sha256.Sum256([]byte(key))
	return append([]byte(key[:longKey-len(sum)]), sum[:]...)
}

// rows are sent to COPY in portions.
const portion = 512

// errStopped ends the making of rows that nobody reads any more.
var errStopped = errors.New("stopped")

// stream copies into a table the rows that each calls row with.
func stream(tx pgx.Tx, table string, columns []string, each func(row func(...any) error) error) (int64, error) {
	rows := source{portions: make(chan [][]any, 4), done: make(chan struct{})}
	go func() {
		var some [][]any
		send := func() error {
			select {
			case rows.portions <- some:
				some = nil
				return nil
			case <-rows.done:
				return errStopped
			}
		}
		err := each(func(values ...any) error {
			if some = append(some, values); len(some) == portion {
				return send()
			}
			return nil
		})
		if err == nil {
			err = send()
		}
		rows.failed = err
		close(rows.portions)
	}()
	n, err := tx.CopyFrom(background, pgx.Identifier{table}, columns, &rows)
	close(rows.done)
	for range rows.portions {
	}
	if err != nil {
		err = fmt.Errorf("%s: %w", table, err)
	}
	return n, err
}

// source gives COPY the rows that another goroutine makes.
type source struct {
	portions chan [][]any
	done     chan struct{}
	failed   error // set before portions is closed
	some     [][]any
	at       int
}

// Next goes to the next row.
func (r *source) Next() bool {
	for r.at++; r.at >= len(r.some); {
		some, ok := <-r.portions
		if !ok {
			return false
		}
		r.some, r.at = some, 0
	}
	return true
}

// Values returns the row.
func (r *source) Values() ([]any, error) { return r.some[r.at], nil }

// Err returns why there are no more rows.
func (r *source) Err() error { return r.failed }
