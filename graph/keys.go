package graph

import (
	"encoding/hex"
	"errors"
	"iter"
)

// keys is a set of keys, gathered in bounded memory, that is compared with what comes in order.
type keys struct{ lines *sorter }

func newKeys() keys {
	lines := newSorter()
	lines.limit = 16 << 20
	return keys{lines}
}

func (k keys) close() { k.lines.close() }

// each calls f with the keys in order, each once. It may be called once, and compare not after it.
func (k keys) each(f func(key []byte) error) error {
	return k.lines.each(func(line string) error {
		key, err := hex.DecodeString(line)
		if err != nil {
			return err
		}
		return f(key)
	})
}

func (k keys) add(key []byte) error { return k.lines.add(hex.AppendEncode(nil, key)) }

// compare calls missing with each key that was added and that there does not give, extra with each that it gives and that
// was not added. It calls there once, which is to give its keys in order.
func (k keys) compare(there func(give func(key []byte) error) error, missing, extra func(key []byte) error) error {
	var sortErr error
	next, stop := iter.Pull(func(yield func(string) bool) {
		sortErr = k.lines.each(func(line string) error {
			if !yield(line) {
				return errStopped
			}
			return nil
		})
	})
	defer stop()
	tell := func(f func([]byte) error, line string) error {
		key, err := hex.DecodeString(line)
		if err != nil {
			return err
		}
		return f(key)
	}
	want, more := next()
	err := there(func(key []byte) error {
		got := hex.EncodeToString(key)
		for more && want < got {
			if err := tell(missing, want); err != nil {
				return err
			}
			want, more = next()
		}
		if !more || want != got {
			return extra(key)
		}
		want, more = next()
		return nil
	})
	for err == nil && more {
		err = tell(missing, want)
		want, more = next()
	}
	return errors.Join(err, sortErr)
}
