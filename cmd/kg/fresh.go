package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"iter"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"kg/graph"
	"kg/ingest/text"
	"kg/schema"
)

// freshness leaves out articles that the store holds as they are, read by this very program.
type freshness struct {
	store     *graph.Store // as it was at the start, nil for a new one
	unchanged atomic.Int64 // articles left out

	known string // digest of the gazetteer

	once    sync.Once
	program string
}

// filter passes on the articles that are to be read again, and errors.
func (f *freshness) filter(docs iter.Seq2[*text.Document, error]) iter.Seq2[*text.Document, error] {
	if f.store == nil {
		return docs
	}
	return func(yield func(*text.Document, error) bool) {
		for doc, err := range docs {
			if err == nil {
				digest := f.digest(doc)
				if was, err := f.store.Digest(graph.DocID(doc.ID)); err == nil && was == digest && digest != "" {
					f.unchanged.Add(1)
					continue
				}
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}

// digest stands for an article and for the program that reads it, "" where that is not known.
func (f *freshness) digest(d *text.Document) string {
	f.once.Do(func() { f.program = programHash() })
	if f.program == "" {
		return ""
	}
	return schema.Hash(f.program, f.known, d.ID, d.Title, d.Publisher, d.URL, d.Date.Format(time.RFC3339), d.Text)
}

// programHash is the hash of the running program's file.
func programHash() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer file.Close()
	h := sha256.New()
	if _, err := io.Copy(h, file); err != nil {
		return ""
	}
	return hex.EncodeToString(h.Sum(nil))
}
