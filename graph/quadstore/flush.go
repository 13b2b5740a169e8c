package quadstore

import (
	"strings"
	"sync"

	"github.com/cockroachdb/pebble/v2"
)

// mostFlushes is how often Pebble may try in vain to write to tables what lies in memory and in the log. It would try for
// ever, and those who write would wait for it.
const mostFlushes = 20

// flushes watches Pebble's writing of tables.
type flushes struct {
	mu     sync.Mutex
	failed int        // one after the other
	ending chan error // of the last, where the store is being closed
}

// ended is told how a flush went.
func (f *flushes) ended(dir string, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err == nil || strings.HasSuffix(err.Error(), "empty table") { // there was nothing to write
		f.failed = 0
		return
	}
	f.failed++
	if f.ending != nil {
		select {
		case f.ending <- err:
		default:
		}
	} else if f.failed >= mostFlushes {
		giveUp(dir, err)
	}
}

// last writes what lies in memory, or returns at the first failure.
func (f *flushes) last(db *pebble.DB) error {
	failed := make(chan error, 1)
	f.mu.Lock()
	f.ending = failed
	f.mu.Unlock()
	done, err := db.AsyncFlush()
	if err != nil {
		return err
	}
	select {
	case <-done:
		return nil
	case err := <-failed:
		return err
	}
}
