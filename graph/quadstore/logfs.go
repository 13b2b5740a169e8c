package quadstore

import (
	"strings"

	"github.com/cockroachdb/pebble/v2/vfs"
)

// logFS is a file system on which the process ends when the log cannot be written: Pebble would go down with its locks
// held, from which there is no way back.
type logFS struct {
	vfs.FS
	dir string
}

func (f logFS) log(name string, file vfs.File, err error) (vfs.File, error) {
	if !strings.HasSuffix(name, ".log") {
		return file, err
	}
	if err != nil {
		giveUp(f.dir, err)
		return file, err
	}
	return logFile{file, f.dir}, nil
}

// Create makes a file.
func (f logFS) Create(name string, c vfs.DiskWriteCategory) (vfs.File, error) {
	file, err := f.FS.Create(name, c)
	return f.log(name, file, err)
}

// ReuseForWrite writes over an old file.
func (f logFS) ReuseForWrite(old, name string, c vfs.DiskWriteCategory) (vfs.File, error) {
	file, err := f.FS.ReuseForWrite(old, name, c)
	return f.log(name, file, err)
}

// OpenDir opens a folder, for its entries to be synced.
func (f logFS) OpenDir(name string) (vfs.File, error) {
	file, err := f.FS.OpenDir(name)
	if err != nil {
		return nil, err
	}
	return logFile{file, f.dir}, nil
}

// Unwrap returns the file system beneath.
func (f logFS) Unwrap() vfs.FS { return f.FS }

// logFile is a log, or a folder.
type logFile struct {
	vfs.File
	dir string
}

func (f logFile) done(err error) error {
	if err != nil {
		giveUp(f.dir, err)
	}
	return err
}

// Write writes at the end.
func (f logFile) Write(b []byte) (int, error) {
	n, err := f.File.Write(b)
	return n, f.done(err)
}

// Close closes the file.
func (f logFile) Close() error { return f.done(f.File.Close()) }

// Sync makes all of the file durable.
func (f logFile) Sync() error { return f.done(f.File.Sync()) }

// SyncData makes the contents durable.
func (f logFile) SyncData() error { return f.done(f.File.SyncData()) }

// SyncTo makes the beginning of the contents durable.
func (f logFile) SyncTo(n int64) (bool, error) {
	full, err := f.File.SyncTo(n)
	return full, f.done(err)
}
