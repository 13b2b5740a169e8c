package postgres

import (
	"bytes"
	"errors"
	"fmt"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/jackc/pgx/v5"

	"kg/graph/quadstore"
)

// Write makes the change in one transaction and returns when it is committed. Its errors wrap graph.ErrQuadExists or
// graph.ErrQuadNotExist (in a *graph.DeltaError), after which the store is as it was.
func (x *Session) Write(b quadstore.Batch) error {
	deltas, ignore := b.Deltas()
	return x.write(deltas, ignore, b.Extra)
}

// Apply makes the changes in their order, in one transaction.
func (s *Store) Apply(deltas []cayley.Delta, ignore cayley.IgnoreOpts) error {
	x, err := s.Lock()
	if err != nil {
		return err
	}
	defer x.Unlock()
	return x.write(deltas, ignore, nil)
}

// change is what a write comes to.
type change struct {
	meta
	fresh    map[string]quadstore.ID // keys of terms that are not there yet
	long     map[string][]byte       // the whole of those that are abridged
	order    []quadstore.Quad
	was, is  map[quadstore.Quad]bool
	used     map[quadstore.ID]bool // terms of what is there after it
	add, del []quadstore.Quad
}

func (x *Session) write(deltas []cayley.Delta, ignore cayley.IgnoreOpts, extra map[string][]byte) error {
	c, err := x.work(deltas, ignore)
	if err != nil {
		return err
	}
	err = pgx.BeginFunc(background, x.conn, func(tx pgx.Tx) error {
		if x.store.noSync.Load() {
			if _, err := tx.Exec(background, "SET LOCAL synchronous_commit = off"); err != nil {
				return err
			}
		}
		if err := c.putTerms(tx); err != nil {
			return err
		}
		if err := c.putQuads(tx); err != nil {
			return err
		}
		if err := c.dropTerms(tx); err != nil {
			return err
		}
		if err := putExtras(tx, extra); err != nil {
			return err
		}
		c.version++
		tag, err := tx.Exec(background, "UPDATE kg_meta SET quads = $1, nodes = $2, labelled = $3, next = $4, version = $5, dropped = $6 WHERE version = $7",
			c.quads, c.nodes, c.labelled, c.next, c.version, c.dropped, x.version)
		if err == nil && tag.RowsAffected() != 1 {
			err = errors.New("something else wrote at the same time")
		}
		return err
	})
	if err != nil {
		return gone(err)
	}
	s := x.store
	s.mu.Lock()
	s.stale = true
	s.mu.Unlock()
	if err := x.begin(c.meta); err != nil {
		return err
	}
	if c.quads > 2*c.analyzed+grown {
		return x.analyze()
	}
	return nil
}

// grown is the number of quads from which on it pays to tell the planner of them.
const grown = 2000

// analyze tells the planner what is in the tables.
func (x *Session) analyze() error {
	for _, table := range tables {
		if _, err := x.conn.Exec(background, "ANALYZE "+table); err != nil {
			return err
		}
	}
	if _, err := x.conn.Exec(background, "UPDATE kg_meta SET analyzed = quads"); err != nil {
		return err
	}
	x.analyzed = x.quads
	return nil
}

// work finds out what the changes come to.
func (x *Session) work(deltas []cayley.Delta, ignore cayley.IgnoreOpts) (*change, error) {
	c := &change{
		meta:  x.meta,
		fresh: map[string]quadstore.ID{}, long: map[string][]byte{},
		was: map[quadstore.Quad]bool{}, is: map[quadstore.Quad]bool{}, used: map[quadstore.ID]bool{},
	}
	var terms []quad.Value
	for _, d := range deltas {
		for i, dir := range quad.Directions {
			t := d.Quad.Get(dir)
			if t == nil && i != 3 {
				return nil, fmt.Errorf("%v: a quad without %v", d.Quad, dir)
			}
			terms = append(terms, t)
		}
	}
	ids, err := x.find(terms)
	if err != nil {
		return nil, err
	}
	quads := make([]quadstore.Quad, len(deltas))
	for n, d := range deltas {
		for i := range 4 {
			t, id := terms[4*n+i], ids[4*n+i]
			if t != nil && id == 0 {
				if id, err = c.number(t, d.Action == cayley.Add); err != nil {
					return nil, err
				}
			}
			quads[n][i] = id
		}
	}
	if err := x.there(quads, c.was); err != nil {
		return nil, err
	}
	for n, d := range deltas {
		q := quads[n]
		is, seen := c.is[q]
		if !seen {
			is = c.was[q]
		}
		switch {
		case d.Action != cayley.Add && d.Action != cayley.Delete:
			return nil, &cayley.DeltaError{Delta: d, Err: cayley.ErrInvalidAction}
		case d.Action == cayley.Add && is:
			if !ignore.IgnoreDup {
				return nil, &cayley.DeltaError{Delta: d, Err: cayley.ErrQuadExists}
			}
			continue
		case d.Action == cayley.Delete && !is:
			if !ignore.IgnoreMissing {
				return nil, &cayley.DeltaError{Delta: d, Err: cayley.ErrQuadNotExist}
			}
			continue
		}
		if !seen {
			c.order = append(c.order, q)
		}
		c.is[q] = !is
	}
	for _, q := range c.order {
		switch {
		case c.is[q]:
			for _, id := range q {
				c.used[id] = true
			}
			if !c.was[q] {
				c.add = append(c.add, q)
			}
		case c.was[q]:
			c.del = append(c.del, q)
		}
	}
	return c, nil
}

// nowhere is the id of a term that no quad has.
const nowhere = ^quadstore.ID(0) >> 1

// number gives a term that is not there an id, where it is to be added.
func (c *change) number(t quad.Value, add bool) (quadstore.ID, error) {
	enc, err := quadstore.AppendTerm(nil, t)
	if err != nil {
		return 0, err
	}
	key := quadstore.Abridge(enc)
	id, ok := c.fresh[string(key)]
	if !ok && !add {
		return nowhere, nil
	} else if !ok {
		id = quadstore.ID(c.next)
		c.next++
		c.fresh[string(key)] = id
		if !bytes.Equal(key, enc) {
			c.long[string(key)] = enc
		}
	}
	return id, nil
}

// split returns the columns of quads.
func split(quads []quadstore.Quad) [4][]int64 {
	var out [4][]int64
	for i := range out {
		out[i] = make([]int64, len(quads))
		for n, q := range quads {
			out[i][n] = int64(q[i])
		}
	}
	return out
}

// there notes which of the quads are stored.
func (x *Session) there(quads []quadstore.Quad, was map[quadstore.Quad]bool) error {
	var some []quadstore.Quad
	for _, q := range quads {
		known := true
		for _, id := range q {
			known = known && int64(id) < x.next
		}
		if known {
			some = append(some, q)
		}
	}
	if len(some) == 0 {
		return nil
	}
	c := split(some)
	return x.query(`SELECT s, p, o, l FROM kg_quads JOIN unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[]) AS d(s, p, o, l) USING (s, p, o, l)`, func(r pgx.Rows) error {
		var s, p, o, l int64
		err := r.Scan(&s, &p, &o, &l)
		was[quadstore.Quad{quadstore.ID(s), quadstore.ID(p), quadstore.ID(o), quadstore.ID(l)}] = true
		return err
	}, c[0], c[1], c[2], c[3])
}

func (c *change) putTerms(tx pgx.Tx) error {
	var rows [][]any
	for key, id := range c.fresh {
		if c.used[id] {
			var long any
			if b, ok := c.long[key]; ok {
				long = b
			}
			rows = append(rows, []any{int64(id), []byte(key), long})
		}
	}
	c.nodes += int64(len(rows))
	return copyRows(tx, "kg_terms", []string{"id", "term", "long"}, rows)
}

func (c *change) putQuads(tx pgx.Tx) error {
	rows := make([][]any, len(c.add))
	for i, q := range c.add {
		rows[i] = []any{int64(q[0]), int64(q[1]), int64(q[2]), int64(q[3])}
		if q[3] != 0 {
			c.labelled++
		}
	}
	c.quads += int64(len(c.add)) - int64(len(c.del))
	if len(c.del) > 0 {
		for _, q := range c.del {
			if q[3] != 0 {
				c.labelled--
			}
		}
		d := split(c.del)
		tag, err := tx.Exec(background, `DELETE FROM kg_quads q USING unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[]) AS d(s, p, o, l)
			WHERE q.s = d.s AND q.p = d.p AND q.o = d.o AND q.l = d.l`, d[0], d[1], d[2], d[3])
		if err != nil {
			return err
		}
		if n := tag.RowsAffected(); n != int64(len(c.del)) {
			return fmt.Errorf("%d quads to delete, %d are there", len(c.del), n)
		}
	}
	return copyRows(tx, "kg_quads", columns[:], rows)
}

// dropTerms deletes the terms that no quad has any more.
func (c *change) dropTerms(tx pgx.Tx) error {
	seen := map[quadstore.ID]bool{0: true}
	var left []int64
	for _, q := range c.del {
		for _, id := range q {
			if !seen[id] && !c.used[id] {
				seen[id] = true
				left = append(left, int64(id))
			}
		}
	}
	if len(left) == 0 {
		return nil
	}
	tag, err := tx.Exec(background, `DELETE FROM kg_terms t WHERE t.id = ANY($1)
		AND NOT EXISTS (SELECT FROM kg_quads q WHERE q.s = t.id LIMIT 1)
		AND NOT EXISTS (SELECT FROM kg_quads q WHERE q.o = t.id LIMIT 1)
		AND NOT EXISTS (SELECT FROM kg_quads q WHERE q.p = t.id LIMIT 1)
		AND NOT EXISTS (SELECT FROM kg_quads q WHERE q.l = t.id AND q.l <> 0 LIMIT 1)`, left)
	if n := tag.RowsAffected(); n > 0 {
		c.nodes -= n
		c.dropped++
	}
	return err
}

func putExtras(tx pgx.Tx, extra map[string][]byte) error {
	if len(extra) == 0 {
		return nil
	}
	var keys [][]byte
	var rows [][]any
	for key, value := range extra {
		short, long := abridged(abridge(key), []byte(key))
		keys = append(keys, short)
		if value != nil {
			rows = append(rows, []any{short, long, value})
		}
	}
	if _, err := tx.Exec(background, "DELETE FROM kg_extras WHERE key = ANY($1)", keys); err != nil {
		return err
	}
	return copyRows(tx, "kg_extras", []string{"key", "long", "value"}, rows)
}

func copyRows(tx pgx.Tx, table string, columns []string, rows [][]any) error {
	if len(rows) == 0 {
		return nil
	}
	_, err := tx.CopyFrom(background, pgx.Identifier{table}, columns, pgx.CopyFromRows(rows))
	return err
}
