package graph

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hidal-go/hidalgo/kv"
)

// failing is a key-value store whose writes fail from the nth on.
type failing struct {
	kv.KV
	left *int
}

var errDisk = errors.New("disk full")

func (f failing) Tx(ctx context.Context, rw bool) (kv.Tx, error) {
	tx, err := f.KV.Tx(ctx, rw)
	return failingTx{tx, f.left}, err
}

type failingTx struct {
	kv.Tx
	left *int
}

func (f failingTx) Put(ctx context.Context, k kv.Key, v kv.Value) error {
	if *f.left--; *f.left < 0 {
		return errDisk
	}
	return f.Tx.Put(ctx, k, v)
}

func (f failingTx) Commit(ctx context.Context) error {
	if *f.left--; *f.left < 0 {
		return errDisk
	}
	return f.Tx.Commit(ctx)
}

// TestFailedWritesLeaveNothing lets each write of a document fail in turn: the store stays as it was, and the next
// document is stored right.
func TestFailedWritesLeaveNothing(t *testing.T) {
	c := newCorpus(8)
	first, firsts := c.document("first")
	second, seconds := c.document("second")
	want := memory(t, Settings{})
	if err := errors.Join(put(want, first, firsts), put(want, second, seconds)); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "kg.db")
	s, err := Create(dir, Settings{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	left := 1 << 30
	open := s.open
	s.open = func() (kv.KV, error) {
		db, err := open()
		return failing{db, &left}, err
	}
	if err := errors.Join(s.qs.Close(), s.connect(), put(s, first, firsts)); err != nil {
		t.Fatal(err)
	}
	left = 1 << 30
	before := dump(t, s)
	failures := 0
	for n := 0; ; n += 17 {
		left = n
		err := put(s, second, seconds)
		if err == nil {
			break
		}
		failures++
		if !errors.Is(err, errDisk) && !strings.Contains(err.Error(), errDisk.Error()) { // Cayley drops some causes
			t.Fatalf("after %d writes: %v", n, err)
		}
		if got := dump(t, s); got != before {
			t.Fatalf("after %d writes: something was stored:\n%s", n, differ(before, got))
		}
	}
	left = 1 << 30
	if failures < 5 {
		t.Fatalf("only %d failures", failures)
	}
	if got, want := dump(t, s), dump(t, want); got != want {
		t.Errorf("after the failures:\n%s", differ(want, got))
	}
}
