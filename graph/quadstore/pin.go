package quadstore

import (
	"errors"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/cockroachdb/pebble/v2/vfs"
)

// pinned is a folder of Pebble's as it was at one moment, whatever another process does to it meanwhile: the tables, which
// are never changed, are held open, so that they can be read when they are gone from the folder; all else, which is small,
// is in memory.
type pinned struct {
	vfs.FS // in memory
	dir    string
	tables map[string]vfs.File
}

// errMoved says that the folder changed while it was looked at.
var errMoved = errors.New("the files change too fast to be read; try again")

// pin holds a folder. The order makes it consistent: first the manifest, which names the tables and the oldest log, then
// the tables, then the logs, from the oldest; if the manifest has not grown by then, no table or log can be missing.
func pin(disk vfs.FS, dir string) (*pinned, error) {
	p := &pinned{FS: vfs.NewMem(), dir: dir, tables: map[string]vfs.File{}}
	sizes, err := p.take(disk)
	if err == nil {
		var now map[string]int64
		if now, err = manifests(disk, dir); err == nil && !maps.Equal(sizes, now) {
			err = errMoved
		}
	}
	if err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return p, nil
}

// manifests returns the sizes of the files that say which others count.
func manifests(disk vfs.FS, dir string) (map[string]int64, error) {
	names, err := disk.List(dir)
	if err != nil {
		return nil, err
	}
	out := map[string]int64{}
	for _, name := range names {
		if strings.Contains(name, "MANIFEST") || strings.HasPrefix(name, "marker.") {
			info, err := disk.Stat(disk.PathJoin(dir, name))
			if err != nil {
				return nil, err
			}
			out[name] = info.Size()
		}
	}
	return out, nil
}

// take reads and opens the files; it returns the sizes of those that say which others count, as read.
func (p *pinned) take(disk vfs.FS) (map[string]int64, error) {
	sizes, err := manifests(disk, p.dir)
	if err != nil {
		return nil, err
	}
	names, err := disk.List(p.dir)
	if err != nil {
		return nil, err
	}
	if err := p.FS.MkdirAll(p.dir, 0o755); err != nil {
		return nil, err
	}
	rank := func(name string) int {
		switch {
		case strings.HasSuffix(name, ".sst"):
			return 1
		case strings.HasSuffix(name, ".log"):
			return 2
		}
		return 0
	}
	slices.Sort(names) // logs are numbered in six digits or, after many years, more
	slices.SortStableFunc(names, func(a, b string) int {
		if rank(a) == 2 && rank(b) == 2 && len(a) != len(b) {
			return len(a) - len(b)
		}
		return rank(a) - rank(b)
	})
	for _, name := range names {
		path := disk.PathJoin(p.dir, name)
		if name == "LOCK" || strings.HasSuffix(name, loadSuffix) {
			continue
		}
		f, err := disk.Open(path)
		if err != nil {
			return nil, err
		}
		if rank(name) == 1 {
			p.tables[path] = f
			continue
		}
		size, known := sizes[name]
		if !known {
			info, err := f.Stat()
			if err != nil {
				return nil, errors.Join(err, f.Close())
			}
			size = info.Size()
		}
		if err := errors.Join(p.copy(path, f, size), f.Close()); err != nil {
			return nil, err
		}
	}
	return sizes, nil
}

// copy takes the first size bytes of a file into memory. It reads from the end: where something of a log is there that
// another process writes just now, all before it is there too.
func (p *pinned) copy(path string, f vfs.File, size int64) error {
	const page = 4096
	data := make([]byte, size)
	for at := (size - 1) / page * page; size > 0 && at >= 0; at -= page {
		if _, err := f.ReadAt(data[at:min(at+page, size)], at); err != nil && !errors.Is(err, io.EOF) {
			return err
		}
	}
	to, err := p.FS.Create(path, vfs.WriteCategoryUnspecified)
	if err != nil {
		return err
	}
	_, err = to.Write(data)
	return errors.Join(err, to.Close())
}

// Close lets the tables go.
func (p *pinned) Close() error {
	var errs []error
	for _, f := range p.tables {
		errs = append(errs, f.Close())
	}
	p.tables = nil
	return errors.Join(errs...)
}

// Open opens a file as it was.
func (p *pinned) Open(name string, opts ...vfs.OpenOption) (vfs.File, error) {
	if f := p.tables[name]; f != nil {
		return shared{f}, nil
	}
	return p.FS.Open(name, opts...)
}

// Stat describes a file as it was.
func (p *pinned) Stat(name string) (vfs.FileInfo, error) {
	if f := p.tables[name]; f != nil {
		return f.Stat()
	}
	return p.FS.Stat(name)
}

// List names the files as they were.
func (p *pinned) List(dir string) ([]string, error) {
	names, err := p.FS.List(dir)
	if dir == p.dir {
		for path := range p.tables {
			names = append(names, p.FS.PathBase(path))
		}
	}
	return names, err
}

// Unwrap hides what lies beneath, which has not all of the files.
func (p *pinned) Unwrap() vfs.FS { return nil }

// shared is a table that others read too, by ReadAt alone.
type shared struct{ vfs.File }

// Close leaves the file open for others.
func (shared) Close() error { return nil }

// moved reports whether an error may come from another process that writes.
func moved(err error) bool {
	return errors.Is(err, errMoved) || errors.Is(err, fs.ErrNotExist) || errors.Is(err, ErrCorrupt)
}
