package postgres

import (
	"encoding/binary"
	"fmt"
	"strings"
	"sync"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"kg/graph/quadstore"
)

// A View is the store as it was when the view was made; that of a Session is the store as it is. Many goroutines may
// read it; one at a time does. It holds a connection until it is closed.
type View struct {
	store *Store
	meta

	mu    sync.Mutex
	conn  *pgxpool.Conn
	uses  int
	sizes map[quadstore.Quad]refs.Size
}

// View returns a view of the store as it is.
func (s *Store) View() (*View, error) {
	conn, err := s.acquire()
	if err != nil {
		return nil, err
	}
	v := &View{store: s, conn: conn, uses: 1}
	var b pgx.Batch
	b.Queue("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
	b.Queue(selectMeta)
	var m meta
	err = func() error {
		r := conn.SendBatch(background, &b)
		defer r.Close()
		if _, err := r.Exec(); err != nil {
			return err
		}
		if err := m.scan(r.QueryRow()); err != nil {
			return gone(err)
		}
		return r.Close()
	}()
	if err == nil {
		err = v.begin(m)
	}
	if err != nil {
		hangUp(conn)
		return nil, err
	}
	return v, nil
}

// begin takes what the store counts.
func (v *View) begin(m meta) error {
	s := v.store
	if m.table != s.table {
		return ErrGone
	}
	v.meta, v.sizes = m, nil
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.dropped < m.dropped {
		s.ids.Forget()
		s.dropped = m.dropped
	}
	return nil
}

// State returns the view once more, to be closed on its own.
func (v *View) State() (quadstore.State, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.conn == nil {
		return nil, ErrClosed
	}
	v.uses++
	return v, nil
}

// Cayley returns the view as Cayley sees it. It must not be used after the view is closed.
func (v *View) Cayley() cayley.QuadStore { return quadstore.Cayley(v, nil) }

// Close frees what the view holds, where it is the last use.
func (v *View) Close() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.uses--; v.uses != 0 || v.conn == nil {
		return nil
	}
	conn := v.conn
	v.conn = nil
	if _, err := conn.Exec(background, "ROLLBACK"); err != nil {
		hangUp(conn)
		return nil // what was read is read
	}
	conn.Release()
	return nil
}

// query calls row for each row of the answer; row must not use the view.
func (v *View) query(sql string, row func(pgx.Rows) error, args ...any) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.conn == nil {
		return ErrClosed
	}
	rows, err := v.conn.Query(background, sql, args...)
	if err != nil {
		return gone(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows); err != nil {
			return err
		}
	}
	return gone(rows.Err())
}

// Quads, Nodes and Labelled return exact counts: of quads, of terms in use, and of quads with a label.
func (v *View) Quads() int64 { return v.quads }

// Nodes returns the number of terms that stand in some quad.
func (v *View) Nodes() int64 { return v.nodes }

// Labelled returns the number of quads with a label.
func (v *View) Labelled() int64 { return v.labelled }

// ID returns the id of a term, 0 where no quad has it.
func (v *View) ID(t quad.Value) (quadstore.ID, error) {
	ids, err := v.find([]quad.Value{t})
	if err != nil {
		return 0, err
	}
	return ids[0], nil
}

// find returns the ids of terms, 0 for nil and for those that no quad has.
func (v *View) find(terms []quad.Value) ([]quadstore.ID, error) {
	out := make([]quadstore.ID, len(terms))
	var keys [][]byte
	at := map[string][]int{}
	v.store.mu.Lock()
	fresh := v.store.dropped == v.dropped
	for i, t := range terms {
		if t == nil {
			continue
		}
		enc, err := quadstore.AppendTerm(make([]byte, 0, 64), t)
		if err != nil {
			continue // not a kind of term that can be stored
		}
		key := quadstore.Abridge(enc)
		if fresh {
			if id, ok := v.store.ids.Get(string(key)); ok {
				out[i] = id
				continue
			}
		}
		if at[string(key)] == nil {
			keys = append(keys, key)
		}
		at[string(key)] = append(at[string(key)], i)
	}
	v.store.mu.Unlock()
	if len(keys) == 0 {
		return out, nil
	}
	err := v.query("SELECT term, id FROM kg_terms WHERE term = ANY($1)", func(r pgx.Rows) error {
		var key []byte
		var id int64
		if err := r.Scan(&key, &id); err != nil {
			return err
		}
		for _, i := range at[string(key)] {
			out[i] = quadstore.ID(id)
		}
		v.store.mu.Lock()
		defer v.store.mu.Unlock()
		if v.store.dropped == v.dropped {
			v.store.ids.Put(string(key), quadstore.ID(id))
		}
		return nil
	}, keys)
	return out, err
}

// Term returns the term behind an id, nil for 0.
func (v *View) Term(id quadstore.ID) (quad.Value, error) {
	terms, err := v.read([]quadstore.Quad{{id}})
	return terms[id], err
}

// Quad returns the terms behind the ids of a quad.
func (v *View) Quad(q quadstore.Quad) (quad.Quad, error) {
	terms, err := v.read([]quadstore.Quad{q})
	if err != nil {
		return quad.Quad{}, err
	}
	return whole(q, terms), nil
}

func whole(q quadstore.Quad, terms map[quadstore.ID]quad.Value) (out quad.Quad) {
	for i, d := range quad.Directions {
		if q[i] != 0 {
			out.Set(d, terms[q[i]])
		}
	}
	return out
}

// read returns the terms behind the ids of quads.
func (v *View) read(quads []quadstore.Quad) (map[quadstore.ID]quad.Value, error) {
	out := map[quadstore.ID]quad.Value{}
	var wanted []int64
	for _, q := range quads {
		for _, id := range q {
			if _, seen := out[id]; seen || id == 0 {
				continue
			}
			t, ok := v.store.terms.Lookup(id)
			if out[id] = t; !ok {
				wanted = append(wanted, int64(id))
			}
		}
	}
	if len(wanted) == 0 {
		return out, nil
	}
	n := 0
	err := v.query("SELECT id, coalesce(long, term) FROM kg_terms WHERE id = ANY($1)", func(r pgx.Rows) error {
		var id int64
		var enc []byte
		if err := r.Scan(&id, &enc); err != nil {
			return err
		}
		t, err := quadstore.ReadTerm(enc)
		if err != nil {
			return err
		}
		out[quadstore.ID(id)] = t
		v.store.terms.Remember(quadstore.ID(id), t, len(enc))
		n++
		return nil
	}, wanted)
	if err == nil && n < len(wanted) {
		for _, id := range wanted {
			if out[quadstore.ID(id)] == nil {
				return nil, fmt.Errorf("%w: term %d is not there", quadstore.ErrCorrupt, id)
			}
		}
	}
	return out, err
}

// columns are those of kg_quads, in the order of a Quad.
var columns = [4]string{"s", "p", "o", "l"}

// order returns the order of the columns of the index that has what the pattern gives side by side.
func order(p quadstore.Quad) [4]int {
	s, pr, o, l := p[0] != 0, p[1] != 0, p[2] != 0, p[3] != 0
	switch {
	case s && pr, s && !o && !l:
		return [4]int{0, 1, 2, 3}
	case pr && o, pr && !s && !l:
		return [4]int{1, 2, 0, 3}
	case o:
		return [4]int{2, 0, 1, 3}
	case l:
		return [4]int{3, 0, 1, 2}
	}
	return [4]int{0, 1, 2, 3}
}

// where returns the condition of a pattern, with the values of its parameters.
func where(p quadstore.Quad) (sql string, args []any) {
	var parts []string
	for i, id := range p {
		if id != 0 {
			args = append(args, int64(id))
			parts = append(parts, fmt.Sprintf("%s = $%d", columns[i], len(args)))
		}
	}
	if p[3] != 0 {
		parts = append(parts, "l <> 0") // lets the planner take the index of labels
	}
	return strings.Join(parts, " AND "), args
}

// Read fills buf with quads that match the pattern; see quadstore.State.
func (v *View) Read(p quadstore.Quad, from []byte, buf []quadstore.Quad) (n int, next []byte, err error) {
	cond, args := where(p)
	var rest []string // the columns that the pattern leaves open, in the order of the index
	for _, i := range order(p) {
		if p[i] == 0 {
			rest = append(rest, columns[i])
		}
	}
	if from != nil && len(rest) > 0 {
		var marks []string
		for _, i := range order(p) {
			if p[i] == 0 {
				args = append(args, int64(binary.BigEndian.Uint64(from[8*i:])))
				marks = append(marks, fmt.Sprintf("$%d", len(args)))
			}
		}
		if cond != "" {
			cond += " AND "
		}
		cond += "(" + strings.Join(rest, ", ") + ") > (" + strings.Join(marks, ", ") + ")"
	}
	sql := "SELECT s, p, o, l FROM kg_quads"
	if cond != "" {
		sql += " WHERE " + cond
	}
	if len(rest) > 0 {
		sql += " ORDER BY " + strings.Join(rest, ", ")
	}
	args = append(args, len(buf))
	sql += fmt.Sprintf(" LIMIT $%d", len(args))
	err = v.query(sql, func(r pgx.Rows) error {
		var s, p, o, l int64
		if err := r.Scan(&s, &p, &o, &l); err != nil {
			return err
		}
		buf[n] = quadstore.Quad{quadstore.ID(s), quadstore.ID(p), quadstore.ID(o), quadstore.ID(l)}
		n++
		return nil
	}, args...)
	if err == nil && n == len(buf) && n > 0 && len(rest) > 0 {
		for _, id := range buf[n-1] {
			next = binary.BigEndian.AppendUint64(next, uint64(id))
		}
	}
	return n, next, err
}

// ReadTerms fills buf with terms in use; see quadstore.State.
func (v *View) ReadTerms(from []byte, buf []quadstore.ID) (n int, next []byte, err error) {
	last := int64(0)
	if from != nil {
		last = int64(binary.BigEndian.Uint64(from))
	}
	err = v.query("SELECT id FROM kg_terms WHERE id > $1 ORDER BY id LIMIT $2", func(r pgx.Rows) error {
		err := r.Scan(&last)
		buf[n] = quadstore.ID(last)
		n++
		return err
	}, last, len(buf))
	if n == len(buf) && n > 0 {
		next = binary.BigEndian.AppendUint64(nil, uint64(last))
	}
	return n, next, err
}
