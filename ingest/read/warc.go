package read

import (
	"bufio"
	"compress/gzip"
	"io"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"

	"kg/ingest/text"
)

// readWARC reads a web archive (ISO 28500): a document for each page that was fetched with success, and for each text
// record of a WET file. Records of other kinds are passed over.
func readWARC(s *source, r io.Reader, opts Options, each yield) bool {
	b := bufio.NewReaderSize(r, 64<<10)
	few := fewErrors{each: each}
	for n := 1; ; n++ {
		if err := skipBlank(b); err == io.EOF {
			if n == 1 {
				return each(nil, s.errorf(0, "", "the file is empty"))
			}
			return few.end(s, "records")
		}
		version, err := readLine(b, 1<<10)
		if err == nil && !strings.HasPrefix(string(version), "WARC/") {
			return each(nil, s.errorf(0, "", "record %d does not begin with WARC/: not a web archive, or damaged", n))
		}
		var head textproto.MIMEHeader
		if err == nil {
			head, err = textproto.NewReader(bufio.NewReader(io.LimitReader(&untilBlank{b: b}, 1<<20))).ReadMIMEHeader()
			if err == io.EOF && len(head) > 0 {
				err = nil
			}
		}
		size, sizeErr := strconv.ParseInt(head.Get("Content-Length"), 10, 64)
		if err != nil || sizeErr != nil || size < 0 {
			return s.cut(n, each)
		}
		body := &io.LimitedReader{R: b, N: size}
		if !s.warcRecord(head, body, opts, few.yield) {
			return false
		}
		if _, err := io.Copy(io.Discard, body); err != nil || body.N > 0 {
			return s.cut(n, each)
		}
	}
}

func (s *source) cut(record int, each yield) bool {
	return each(nil, s.errorf(0, "is the file complete?", "record %d is cut or damaged; what came before it was read", record))
}

// untilBlank reads lines up to the first empty one, which it reads too.
type untilBlank struct {
	b    *bufio.Reader
	rest []byte
	end  bool
}

func (u *untilBlank) Read(p []byte) (int, error) {
	if len(u.rest) == 0 {
		if u.end {
			return 0, io.EOF
		}
		l, err := readLine(u.b, 1<<20)
		if err != nil {
			return 0, io.ErrUnexpectedEOF
		}
		u.end = len(strings.TrimSpace(string(l))) == 0
		u.rest = l
	}
	n := copy(p, u.rest)
	u.rest = u.rest[n:]
	return n, nil
}

// skipBlank passes over the line ends between records.
func skipBlank(b *bufio.Reader) error {
	for {
		c, err := b.ReadByte()
		if err != nil {
			return io.EOF
		}
		if c != '\r' && c != '\n' {
			return b.UnreadByte()
		}
	}
}

// warcRecord reads one record's block, or leaves it where it is no page.
func (s *source) warcRecord(head textproto.MIMEHeader, body io.Reader, opts Options, yield yield) bool {
	address := strings.Trim(head.Get("WARC-Target-URI"), "<>")
	page := &source{path: address, id: urlID(address)}
	each := func(d *text.Document, err error) bool {
		if d != nil {
			d.Path = s.path
			if d.URL == "" && isURL(address) {
				d.URL = address
			}
		}
		return yield(d, err)
	}
	switch head.Get("WARC-Type") {
	case "response":
		if !isURL(address) {
			return true
		}
		res, err := http.ReadResponse(bufio.NewReader(body), nil)
		if err != nil {
			return each(nil, page.errorf(0, "", "not an HTTP response: %v", err))
		}
		defer res.Body.Close()
		var content io.Reader = res.Body
		if res.Header.Get("Content-Encoding") == "gzip" {
			if content, err = gzip.NewReader(res.Body); err != nil {
				return each(nil, page.broken(io.ErrUnexpectedEOF))
			}
		}
		if kind := res.Header.Get("Content-Type"); res.StatusCode == http.StatusOK && strings.Contains(kind, "html") {
			return page.response(kind, content, opts, each)
		}
	case "resource", "conversion":
		if kind := head.Get("Content-Type"); strings.HasPrefix(kind, "text/") {
			return page.response(kind, body, opts, each)
		}
	}
	return true
}
