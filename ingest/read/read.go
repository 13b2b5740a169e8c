package read

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"

	"kg/ingest/text"
)

// DefaultMaxBytes is the largest article that is read where Options set no limit: longer than any book.
const DefaultMaxBytes = 16 << 20

// DefaultFetchTime is how long one page may take where Options set no limit.
const DefaultFetchTime = 30 * time.Second

// Options say how sources are read. The zero value is ready to use.
type Options struct {
	Date     time.Time // given to documents without a date of their own
	MaxBytes int64     // limit for one article after unpacking, DefaultMaxBytes where 0
	Stdin    io.Reader // what the path "-" reads; os.Stdin where nil
	Fetch    bool      // read the pages that a feed's entries link to, also where the feed is a file
	Private  bool      // allow URLs that lead to private addresses

	Progress *Progress // is told how far the reading is, nil for none

	FetchTime time.Duration // limit for one page, from the first byte sent to the last read; DefaultFetchTime where 0
}

// Error is a source that could not be read. Its text is one line: the place, what is wrong, and what to do.
type Error struct {
	Path string
	Line int // from 1, 0 where the whole file is meant
	What string
	Hint string // "" for none
}

func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Path)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d", e.Line)
	}
	b.WriteString(": " + e.What)
	if e.Hint != "" {
		b.WriteString(" (" + e.Hint + ")")
	}
	return b.String()
}

// format is a kind of file: what its name ends in and how it is read.
type format struct {
	name     string
	suffixes []string
	many     bool // a file holds many articles
	read     func(*source, io.Reader, Options, yield) bool
}

// yield is the body of the caller's loop; it returns false when the loop ends.
type yield = func(*text.Document, error) bool

// formats lists what is read from folders; a file named by the user is read as plain text whatever its suffix.
var formats = []format{
	{"plain text", []string{".txt", ".text"}, false, readPlain},
	{"Markdown", []string{".md", ".markdown"}, false, readMarkdown},
	{"HTML", []string{".html", ".htm", ".xhtml"}, false, readHTML},
	{"feed", []string{".rss", ".atom", ".xml"}, true, readFeed},
	{"web archive", []string{".warc", ".wet"}, true, readWARC},
	{"JSON lines", []string{".jsonl", ".ndjson"}, true, readJSONL},
}

// Paths reads the articles at paths in order: files, folders (all their files of a known format, in the order of their
// names), http and https URLs, and "-" for standard input. A source that cannot be read gives an *Error and the others follow. A file named
// twice is read once.
func Paths(paths []string, opts Options) iter.Seq2[*text.Document, error] {
	if opts.MaxBytes == 0 {
		opts.MaxBytes = DefaultMaxBytes
	}
	return func(yield func(*text.Document, error) bool) {
		sources, errs := find(paths)
		for _, err := range errs {
			if !yield(nil, err) {
				return
			}
		}
		opts.Progress.expect(sources)
		seen := map[string]bool{}
		once := func(d *text.Document, err error) bool {
			if err != nil {
				return yield(nil, err)
			}
			if seen[d.ID] {
				d.ID += "-" + hash(d.Title+"\n"+d.Text)
				if seen[d.ID] {
					return true // the same article again
				}
			}
			seen[d.ID] = true
			if d.Date.IsZero() {
				d.Date = opts.Date
			}
			return yield(d, nil)
		}
		for i := range sources {
			if !sources[i].read(opts, once) {
				return
			}
		}
	}
}

// File returns the text of one file, "-" being standard input, as it stands: unpacked and decoded, with "\n" at line
// ends, but with all its lines.
func File(path string, opts Options) (string, error) {
	if opts.MaxBytes == 0 {
		opts.MaxBytes = DefaultMaxBytes
	}
	s := &source{path: path}
	r, err := s.open(opts)
	if err != nil {
		return "", err
	}
	defer r.Close()
	return s.plain(r, opts)
}

// read opens the source and hands its documents on. It returns false when the caller has had enough.
func (s *source) read(opts Options, yield yield) bool {
	if isURL(s.path) {
		return s.fetch(opts, yield)
	}
	r, err := s.open(opts)
	if err != nil {
		return yield(nil, err)
	}
	defer r.Close()
	return s.format.read(s, r, opts, yield)
}

// open returns the source's bytes, unpacked.
func (s *source) open(opts Options) (io.ReadCloser, error) {
	f := io.NopCloser(opts.Stdin)
	if s.path != "-" {
		file, err := os.Open(s.path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, s.missing()
		}
		if err != nil {
			return nil, s.errorf(0, "", "%v", cause(err))
		}
		f = opts.Progress.counted(file)
	} else if opts.Stdin == nil {
		f = io.NopCloser(os.Stdin)
	}
	b := bufio.NewReader(f)
	if magic, _ := b.Peek(2); !bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		return unpacked{b, f}, nil
	}
	z, err := gzip.NewReader(b)
	if err != nil {
		f.Close()
		return nil, s.errorf(0, "is the file complete?", "not a gzip file: %v", err)
	}
	return unpacked{z, f}, nil
}

// unpacked reads through a buffer or a decompressor and closes the file below it.
type unpacked struct {
	io.Reader
	io.Closer
}

func (s *source) missing() error {
	return s.errorf(0, "is the path right?", "no such file or folder")
}

// all reads one article's bytes up to the limit.
func (s *source) all(r io.Reader, opts Options) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, opts.MaxBytes+1))
	switch {
	case err != nil:
		return nil, s.broken(err)
	case int64(len(data)) > opts.MaxBytes:
		return nil, s.errorf(0, "divide it into articles, one a file, or one a line of a .jsonl file",
			"larger than %d MiB", opts.MaxBytes>>20)
	}
	return data, nil
}

// broken words an error that came up in the middle of reading.
func (s *source) broken(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, gzip.ErrChecksum) || errors.Is(err, gzip.ErrHeader) {
		return s.errorf(0, "is the file complete?", "damaged gzip data: %v", err)
	}
	if ne, ok := errors.AsType[net.Error](err); ok && ne.Timeout() {
		return s.errorf(0, "", "the server did not come to an end in time")
	}
	return s.errorf(0, "", "%v", cause(err))
}

func (s *source) errorf(line int, hint, what string, args ...any) error {
	path := s.path
	if path == "-" {
		path = "standard input"
	}
	return &Error{Path: path, Line: line, What: fmt.Sprintf(what, args...), Hint: hint}
}

// cause strips the operation and the path from the operating system's errors: the path is named already.
func cause(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// hash returns eight hexadecimal digits that name the text.
func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:4])
}

// source is one file to read.
type source struct {
	path   string
	id     string // of its document, or the start of its documents' ids
	format format
}

// match returns the format that the file's name, without ".gz", announces.
func match(path string) (format, bool) {
	ext := strings.ToLower(filepath.Ext(strings.TrimSuffix(path, ".gz")))
	for _, f := range formats {
		for _, s := range f.suffixes {
			if s == ext {
				return f, true
			}
		}
	}
	return format{}, false
}
