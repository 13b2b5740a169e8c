package read

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"

	"kg/ingest/text"
)

const (
	maxRedirects = 10
	agent        = "kg (knowledge graph builder)"
)

// isURL reports whether a path names a page on the web.
func isURL(path string) bool {
	return strings.HasPrefix(path, "http://") || strings.HasPrefix(path, "https://")
}

// errPrivate is the dialer's refusal.
var errPrivate = errors.New("a private address")

// special lists address ranges beside those that netip knows: shared, benchmark and translated ones.
var special = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("64:ff9b::/96"), netip.MustParsePrefix("2002::/16"),
}

// public reports whether an address is one that anybody can reach.
func public(a netip.Addr) bool {
	a = a.Unmap()
	if !a.IsGlobalUnicast() || a.IsPrivate() {
		return false
	}
	for _, p := range special {
		if p.Contains(a) {
			return false
		}
	}
	return true
}

func limit(opts Options) time.Duration {
	if opts.FetchTime > 0 {
		return opts.FetchTime
	}
	return DefaultFetchTime
}

// client returns an HTTP client that, unless private addresses are allowed, connects to public ones only: the check is
// made on the address that is dialled, so neither a redirect nor a name that changes its address gets around it.
func client(opts Options) *http.Client {
	d := &net.Dialer{Timeout: 10 * time.Second}
	if !opts.Private {
		d.Control = func(_, address string, _ syscall.RawConn) error {
			a, err := netip.ParseAddrPort(address)
			if err != nil || !public(a.Addr()) {
				return errPrivate
			}
			return nil
		}
	}
	return &http.Client{
		Timeout:   limit(opts),
		Transport: &http.Transport{DialContext: d.DialContext, TLSHandshakeTimeout: 10 * time.Second, MaxResponseHeaderBytes: 1 << 20, DisableKeepAlives: true},
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			if len(via) > maxRedirects {
				return fmt.Errorf("more than %d redirects", maxRedirects)
			}
			if !isURL(r.URL.String()) {
				return fmt.Errorf("redirect to %s", r.URL.Scheme)
			}
			return nil
		},
	}
}

// fetch reads the page that s names: its documents come through yield.
func (s *source) fetch(opts Options, yield yield) bool {
	req, err := http.NewRequestWithContext(context.Background(), http.MethodGet, s.path, nil)
	if err != nil {
		return yield(nil, s.errorf(0, "", "not a URL: %v", err))
	}
	req.Header.Set("User-Agent", agent)
	req.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain, application/rss+xml, application/atom+xml, */*;q=0.5")
	res, err := client(opts).Do(req)
	if err != nil {
		return yield(nil, s.unreachable(err, opts))
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return yield(nil, s.errorf(0, "", "the server says %s", res.Status))
	}
	return s.response(res.Header.Get("Content-Type"), res.Body, opts, yield)
}

func (s *source) unreachable(err error, opts Options) error {
	var ue *url.Error
	if errors.As(err, &ue) {
		if ue.Timeout() {
			return s.errorf(0, "", "no answer within %v", limit(opts))
		}
		err = ue.Err
	}
	if errors.Is(err, errPrivate) {
		return s.errorf(0, "allow it with --private", "leads to a private address")
	}
	return s.errorf(0, "is the address right, and is there a network?", "%v", err)
}

// response reads what came over HTTP, by its content type.
func (s *source) response(contentType string, body io.Reader, opts Options, yield yield) bool {
	each := func(d *text.Document, err error) bool {
		if err == nil && d.URL == "" {
			d.URL = s.path
		}
		return yield(d, err)
	}
	kind, _, _ := mime.ParseMediaType(contentType)
	switch {
	case kind == "", strings.HasSuffix(kind, "html"), kind == "application/xhtml+xml":
		data, err := s.all(body, opts)
		if err != nil {
			return yield(nil, err)
		}
		return each(s.html(data, contentType, opts))
	case kind == "text/markdown":
		return readMarkdown(s, body, opts, each)
	case strings.HasSuffix(kind, "xml"):
		return readFeed(s, body, opts, each)
	case strings.HasPrefix(kind, "text/"):
		return readPlain(s, body, opts, each)
	case strings.Contains(kind, "jsonl"), strings.Contains(kind, "ndjson"):
		return readJSONL(s, body, opts, each)
	}
	return yield(nil, s.errorf(0, "", "%s is not read: an article is HTML, a feed or text", kind))
}
