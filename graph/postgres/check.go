package postgres

import (
	"bytes"
	"fmt"

	"github.com/jackc/pgx/v5"

	"kg/graph/quadstore"
)

// mostProblems bounds how many problems of a kind are named.
const mostProblems = 1000

// Check reads every term and asks for what does not fit: terms that cannot be read or lie under another's key, quads
// with a term that is not there, terms that no quad has, and counts. Whether PostgreSQL's files and indexes are sound is
// for its own tools to say (pg_amcheck). It calls found with each thing that is wrong, and seen
// now and then with the number of terms read.
func (v *View) Check(seen func(terms int), found func(what string)) error {
	read := 0
	var last int64
	for more := true; more; {
		n := 0
		err := v.query("SELECT id, term, coalesce(long, term) FROM kg_terms WHERE id > $1 ORDER BY id LIMIT $2", func(r pgx.Rows) error {
			var key, term []byte
			n++
			if err := r.Scan(&last, &key, &term); err != nil {
				return err
			}
			if _, err := quadstore.ReadTerm(term); err != nil {
				found(fmt.Sprintf("term %d: %v", last, err))
			} else if !bytes.Equal(key, quadstore.Abridge(term)) {
				found(fmt.Sprintf("term %d: lies under the key of another", last))
			}
			return nil
		}, last, page)
		if err != nil {
			return err
		}
		if read += n; seen != nil {
			seen(read)
		}
		more = n == page
	}
	for _, c := range columns {
		err := v.query("SELECT q.s, q.p, q.o, q.l FROM kg_quads q WHERE q."+c+" <> 0 AND NOT EXISTS (SELECT FROM kg_terms t WHERE t.id = q."+c+") LIMIT $1", func(r pgx.Rows) error {
			var q [4]int64
			err := r.Scan(&q[0], &q[1], &q[2], &q[3])
			found(fmt.Sprintf("quad %v: its %s is not in the dictionary", q, c))
			return err
		}, mostProblems)
		if err != nil {
			return err
		}
	}
	err := v.query(`SELECT id FROM kg_terms t WHERE NOT EXISTS (SELECT FROM kg_quads q WHERE q.s = t.id)
		AND NOT EXISTS (SELECT FROM kg_quads q WHERE q.p = t.id) AND NOT EXISTS (SELECT FROM kg_quads q WHERE q.o = t.id)
		AND NOT EXISTS (SELECT FROM kg_quads q WHERE q.l = t.id) LIMIT $1`, func(r pgx.Rows) error {
		var id int64
		err := r.Scan(&id)
		found(fmt.Sprintf("term %d: in the dictionary, in no quad", id))
		return err
	}, mostProblems)
	if err != nil {
		return err
	}
	return v.query("SELECT (SELECT count(*) FROM kg_quads), (SELECT count(*) FROM kg_quads WHERE l <> 0), (SELECT count(*) FROM kg_terms), (SELECT coalesce(max(id), 0) FROM kg_terms)", func(r pgx.Rows) error {
		var quads, labelled, nodes, highest int64
		err := r.Scan(&quads, &labelled, &nodes, &highest)
		if quads != v.quads || labelled != v.labelled || nodes != v.nodes {
			found(fmt.Sprintf("counts: %d quads, %d with a label, %d terms; there are %d, %d and %d", v.quads, v.labelled, v.nodes, quads, labelled, nodes))
		}
		if highest >= v.next {
			found(fmt.Sprintf("counts: term %d has an id that is given out again", highest))
		}
		return err
	})
}
