package graph

import (
	"context"
	"errors"

	hkv "github.com/hidal-go/hidalgo/kv"
)

// group is a key-value store in which several of Cayley's writes can be one transaction. Cayley commits after each
// call of ApplyDeltas, and one call cannot both add and delete: it loses the terms of an added quad that the same call
// deletes more often than it adds.
type group struct {
	hkv.KV
	tx   hkv.Tx // the transaction that is open, nil for none
	open bool   // between begin and end
}

func (g *group) Tx(ctx context.Context, rw bool) (hkv.Tx, error) {
	if !rw || !g.open {
		return g.KV.Tx(ctx, rw)
	}
	if g.tx == nil {
		tx, err := g.KV.Tx(ctx, true)
		if err != nil {
			return nil, err
		}
		g.tx = tx
	}
	return held{g.tx}, nil
}

// held is the group's transaction as Cayley sees it: it ends with the group.
type held struct{ hkv.Tx }

func (held) Commit(context.Context) error { return nil }
func (held) Close() error                 { return nil }

// within runs f, whose writes are one transaction: kept if f returns nil, else dropped.
func (g *group) within(f func() error) error {
	g.open = true
	err := f()
	g.open = false
	if g.tx == nil {
		return err
	}
	tx := g.tx
	g.tx = nil
	if err != nil {
		return errors.Join(err, tx.Close())
	}
	if err := tx.Commit(context.Background()); err != nil {
		return errors.Join(err, tx.Close())
	}
	return tx.Close()
}

// digestKey is where the digest of a document lies, beside Cayley's own keys.
func digestKey(id ID) hkv.Key { return hkv.Key{[]byte("kg-digest"), []byte(id)} }

// setDigests writes digests of documents, "" for none, within the group's transaction.
func (g *group) setDigests(digests map[ID]string) error {
	if len(digests) == 0 {
		return nil
	}
	ctx := context.Background()
	tx, err := g.Tx(ctx, true)
	if err != nil {
		return err
	}
	for id, digest := range digests {
		if digest == "" {
			err = tx.Del(ctx, digestKey(id))
		} else {
			err = tx.Put(ctx, digestKey(id), []byte(digest))
		}
		if err != nil {
			return err
		}
	}
	return nil
}
