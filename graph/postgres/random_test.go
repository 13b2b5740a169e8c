package postgres

import (
	"errors"
	"fmt"
	"maps"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"kg/graph/postgres/postgrestest"
	"kg/graph/quadstore"
)

// anyTerm returns one of a few terms of every kind, the awkward ones among them.
func anyTerm(r *rand.Rand) quad.Value {
	long := strings.Repeat("abcdefg", 40)
	terms := []quad.Value{
		quad.IRI("a"), quad.IRI("a/b\x00c"), quad.IRI(""), quad.IRI("a/" + long), quad.BNode("a"), quad.String("a"), quad.String(""),
		quad.String("\xff\x00"), quad.String(`\x00`), quad.String("\x00"), quad.LangString{Value: "a", Lang: "en"},
		quad.LangString{Value: "a", Lang: "en-GB"}, quad.TypedString{Value: "05", Type: "int"}, quad.TypedString{Value: "5", Type: "int"},
		quad.TypedString{Value: "5", Type: "http://www.w3.org/2001/XMLSchema#integer"}, quad.Int(-5), quad.Int(5), quad.Float(5.5), quad.Bool(true),
		quad.Time(time.Date(2024, 6, 12, 1, 2, 3, 4, time.FixedZone("", 7200))),
		quad.String(long), quad.String(long + "1"), quad.String(long[:127]), quad.String(long[:128]), quad.String(long[:129]),
		quad.String(strings.Repeat(long, 300)),
	}
	return terms[r.Intn(len(terms))]
}

func anyQuad(r *rand.Rand) quad.Quad {
	q := quad.Quad{Subject: anyTerm(r), Predicate: anyTerm(r), Object: anyTerm(r)}
	if r.Intn(3) == 0 {
		q.Label = anyTerm(r)
	}
	return q
}

// files returns an empty store in memory, what the one in the database is compared with.
func files(t *testing.T) *quadstore.Store {
	t.Helper()
	s, err := quadstore.Open("", quadstore.Options{Memory: true, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// copied makes a store of what another holds.
func copied(t *testing.T, url string, from *quadstore.Store) *Store {
	t.Helper()
	v, err := from.View()
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if err := Create(url, "settings", v); err != nil {
		t.Fatal(err)
	}
	if err := Create(url, "settings", v); !errors.Is(err, ErrExists) {
		t.Fatalf("made twice: %v", err)
	}
	s, err := Open(url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// write makes a change in a session of its own.
func write(t *testing.T, s *Store, b quadstore.Batch) error {
	t.Helper()
	x, err := s.Lock()
	if err != nil {
		t.Fatal(err)
	}
	defer x.Unlock()
	return x.Write(b)
}

// TestAgainstFiles writes at random to a store in PostgreSQL and to one of files, and compares.
func TestAgainstFiles(t *testing.T) {
	server := postgrestest.Start(t)
	for seed := range int64(3) {
		r := rand.New(rand.NewSource(seed))
		want := files(t)
		var all []quad.Quad
		first := quadstore.Batch{IgnoreDup: true, Extra: map[string][]byte{"n/x": {1}, strings.Repeat("k", 2000): {2}}}
		for range 20 {
			first.Add = append(first.Add, anyQuad(r))
		}
		if err := want.Write(first); err != nil {
			t.Fatal(err)
		}
		url := server.URL(t)
		s := copied(t, url, want)
		for step := range 40 {
			b := quadstore.Batch{IgnoreDup: r.Intn(2) == 0, IgnoreMissing: r.Intn(2) == 0, Extra: map[string][]byte{}}
			for range r.Intn(20) {
				q := anyQuad(r)
				all = append(all, q)
				b.Add = append(b.Add, q)
			}
			for range r.Intn(20) {
				if len(all) > 0 {
					b.Del = append(b.Del, all[r.Intn(len(all))])
				}
			}
			for range r.Intn(3) {
				key := fmt.Sprint("n/", r.Intn(5), strings.Repeat("\x00long", r.Intn(2)*400))
				if b.Extra[key] = nil; r.Intn(3) > 0 {
					b.Extra[key] = []byte{byte(r.Intn(9))}
				}
			}
			wantErr, err := want.Write(b), write(t, s, b)
			for _, kind := range []error{cayley.ErrQuadExists, cayley.ErrQuadNotExist} {
				if errors.Is(err, kind) != errors.Is(wantErr, kind) || (err == nil) != (wantErr == nil) {
					t.Fatalf("seed %d, step %d: %v, want %v", seed, step, err, wantErr)
				}
			}
			if step%10 == 9 {
				if s.Close(); step%20 == 9 {
					if err := want.Compact(); err != nil {
						t.Fatal(err)
					}
				}
				if s, err = Open(url); err != nil {
					t.Fatal(err)
				}
			}
			same(t, s, want, r, fmt.Sprintf("seed %d, step %d", seed, step))
		}
		if err := s.Vacuum(); err != nil {
			t.Fatal(err)
		}
		s.Close()
	}
}

// reader is what both kinds of views have.
type reader interface {
	Match([4]quad.Value, func(quad.Quad) error) error
	IRIs(string, func(string, quadstore.ID) error) error
	Extras(string, func(string, []byte) bool) error
	ID(quad.Value) (quadstore.ID, error)
	Term(quadstore.ID) (quad.Value, error)
	Distinct(quadstore.ID, func(quadstore.ID) error) error
	Quads() int64
	Nodes() int64
	Labelled() int64
}

// told is all that a view says of a pattern and of what a term begins with.
func told(t *testing.T, v reader, p [4]quad.Value) []string {
	t.Helper()
	out := []string{fmt.Sprint(v.Quads(), v.Nodes(), v.Labelled())}
	add := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	err := errors.Join(
		v.Match(p, func(q quad.Quad) error { add("quad %#v", q); return nil }),
		v.Match([4]quad.Value{}, func(q quad.Quad) error { add("any %#v", q); return nil }),
		v.Extras("n/", func(key string, value []byte) bool { add("extra %q %v", key, value); return true }),
		v.IRIs("a/", func(iri string, id quadstore.ID) error {
			term, err := v.Term(id)
			add("iri %#v", term)
			return err
		}),
	)
	pred, err2 := v.ID(quad.IRI("a"))
	if err := errors.Join(err, err2); err != nil {
		t.Fatal(err)
	}
	if pred != 0 {
		err = v.Distinct(pred, func(o quadstore.ID) error {
			term, err := v.Term(o)
			add("object %#v", term)
			return err
		})
	}
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(out)
	return out
}

// same compares what both stores say.
func same(t *testing.T, s *Store, want *quadstore.Store, r *rand.Rand, when string) {
	t.Helper()
	f, err := want.View()
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	v, err := s.View()
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	var p [4]quad.Value
	for i := range p {
		if r.Intn(2) == 0 {
			p[i] = anyTerm(r)
		}
	}
	if got, want := told(t, v, p), told(t, f, p); !slices.Equal(got, want) {
		t.Fatalf("%s: pattern %v:\n%v\nwant\n%v", when, p, got, want)
	}
	ids, err := v.find(p[:])
	if err != nil {
		t.Fatal(err)
	}
	pages(t, v, quadstore.Quad(ids), when)
	among(t, v, quadstore.Quad(ids), when)
	if err := v.Check(nil, func(what string) { t.Errorf("%s: %s", when, what) }); err != nil {
		t.Fatal(err)
	}
}

// pages reads a pattern a few quads at a time and compares with all at once.
func pages(t *testing.T, v *View, p quadstore.Quad, when string) {
	t.Helper()
	var whole, parts []quadstore.Quad
	if err := v.Scan(p, func(q quadstore.Quad) error { whole = append(whole, q); return nil }); err != nil {
		t.Fatal(err)
	}
	var back []quadstore.Quad
	err := v.Back(p, func(q quadstore.Quad) error { back = append(back, q); return nil })
	if slices.Reverse(back); err != nil || !slices.Equal(back, whole) {
		t.Fatalf("%s: %v: from the end %v, want %v turned (%v)", when, p, back, whole, err)
	}
	buf := make([]quadstore.Quad, 3)
	for from, more := []byte(nil), true; more; {
		n, next, err := v.Read(p, from, buf)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, buf[:n]...)
		from, more = next, next != nil
	}
	if !slices.Equal(whole, parts) {
		t.Fatalf("%s: %v: in parts %v, want %v", when, p, parts, whole)
	}
}

// among looks for the subjects of the pattern's predicate that have its object and compares with a scan.
func among(t *testing.T, v *View, p quadstore.Quad, when string) {
	t.Helper()
	if p[1] == 0 || p[2] == 0 {
		return
	}
	has, subjects := map[quadstore.ID]bool{}, map[quadstore.ID]bool{}
	if err := v.Scan(quadstore.Quad{1: p[1]}, func(q quadstore.Quad) error {
		subjects[q[0]] = true
		if q[2] == p[2] && q[3] == 0 {
			has[q[0]] = true
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	var got []quadstore.ID
	if _, err := v.Among(slices.Sorted(maps.Keys(subjects)), p[1], p[2], 1000, func(id quadstore.ID) { got = append(got, id) }); err != nil {
		t.Fatal(err)
	}
	slices.Sort(got)
	if want := slices.Sorted(maps.Keys(has)); !slices.Equal(got, want) {
		t.Fatalf("%s: %v: among the subjects %v, want %v", when, p, got, want)
	}
}

// TestCheckFinds spoils a store behind its back, in each way that Check knows.
func TestCheckFinds(t *testing.T) {
	server := postgrestest.Start(t)
	for sql, want := range map[string]string{
		"DELETE FROM kg_quads WHERE o = (SELECT max(o) FROM kg_quads)":                             "counts: ",
		"DELETE FROM kg_terms WHERE id = (SELECT max(o) FROM kg_quads)":                            "its o is not in the dictionary",
		"INSERT INTO kg_terms VALUES (1000000, '<nowhere')":                                        "in no quad",
		`UPDATE kg_terms SET term = '\x3f' WHERE id = 1`:                                           "term 1: ",
		"UPDATE kg_terms SET long = '<other' WHERE id = 1":                                         "term 1: lies under the key of another",
		"UPDATE kg_meta SET next = 1":                                                              "given out again",
		"INSERT INTO kg_quads SELECT s, p, o, 999999999 FROM kg_quads ORDER BY s, p, o, l LIMIT 1": "its l is not in the dictionary",
	} {
		r := rand.New(rand.NewSource(1))
		from := files(t)
		b := quadstore.Batch{IgnoreDup: true}
		for range 30 {
			b.Add = append(b.Add, anyQuad(r))
		}
		if err := from.Write(b); err != nil {
			t.Fatal(err)
		}
		s := copied(t, server.URL(t), from)
		if _, err := s.pool.Exec(background, sql); err != nil {
			t.Fatal(err)
		}
		v, err := s.View()
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		if err := v.Check(nil, func(what string) { found = append(found, what) }); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(strings.Join(found, "\n"), want) {
			t.Errorf("%s: found %q, want %q", sql, found, want)
		}
		if err := v.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestLostConnections ends all sessions, as a server does that is started anew: what was not acknowledged is not there,
// the right to write is free, and the store goes on.
func TestLostConnections(t *testing.T) {
	server := postgrestest.Start(t)
	s := copied(t, server.URL(t), files(t))
	q := quad.Make("a", "b", "c", nil)
	x, err := s.Lock()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Exec("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kg'"); err != nil {
		t.Fatal(err)
	}
	if err := x.Write(quadstore.Batch{Add: []quad.Quad{q}}); err == nil {
		t.Error("written over a connection that is gone")
	}
	x.Unlock()
	deadline := time.Now().Add(10 * time.Second)
	for {
		v, err := s.View()
		if err == nil {
			if v.Quads() != 0 {
				t.Errorf("%d quads", v.Quads())
			}
			if err := v.Close(); err != nil {
				t.Error(err)
			}
			break
		}
		if time.Now().After(deadline) {
			t.Fatal(err)
		}
	}
	if err := write(t, s, quadstore.Batch{Add: []quad.Quad{q}}); err != nil {
		t.Error(err)
	}
	for _, table := range tables { // and made anew by another, it is not taken for the same
		if err := server.Exec("DROP TABLE test1." + table); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.View(); !errors.Is(err, ErrGone) {
		t.Errorf("the tables are gone: %v", err)
	}
}
