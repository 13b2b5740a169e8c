package read

import (
	"io"
	"os"
	"sync/atomic"
)

// Progress knows how much of the files to read was read. It may be asked while they are read.
type Progress struct{ read, all atomic.Int64 }

// Share is the share of the files' bytes that was read, 0 to 1; 0 where their number is not known.
func (p *Progress) Share() float64 {
	all := p.all.Load()
	if all == 0 {
		return 0
	}
	return min(1, float64(p.read.Load())/float64(all))
}

// expect adds up the sizes of files; a page or standard input among them makes the whole unknown.
func (p *Progress) expect(sources []source) {
	if p == nil {
		return
	}
	all := int64(0)
	for _, s := range sources {
		info, err := os.Stat(s.path)
		if err != nil && (s.path == "-" || isURL(s.path)) {
			return
		} else if err == nil {
			all += info.Size()
		}
	}
	p.all.Store(all)
}

// counted is a file whose bytes count as read.
func (p *Progress) counted(f io.ReadCloser) io.ReadCloser {
	if p == nil {
		return f
	}
	return countedFile{f, &p.read}
}

type countedFile struct {
	io.ReadCloser
	n *atomic.Int64
}

// Read reads from the file.
func (c countedFile) Read(b []byte) (int, error) {
	n, err := c.ReadCloser.Read(b)
	c.n.Add(int64(n))
	return n, err
}
