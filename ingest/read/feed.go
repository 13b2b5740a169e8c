package read

import (
	"bytes"
	"io"
	"net/url"
	"strings"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"

	"kg/ingest/text"
)

// readFeed reads an RSS or Atom feed: a document for each entry, from the page it links to where Options say so or the
// feed itself came over the network, otherwise from the text in the feed.
func readFeed(s *source, r io.Reader, opts Options, each yield) bool {
	data, err := s.all(r, opts)
	if err != nil {
		return each(nil, err)
	}
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(data))
	if err != nil {
		return each(nil, s.errorf(0, "", "not an RSS or Atom feed: %v", err))
	}
	if len(feed.Items) == 0 {
		return each(nil, s.errorf(0, "", "a feed without entries"))
	}
	few := fewErrors{each: each}
	for i, item := range feed.Items {
		if !s.entry(feed, item, i, opts, few.yield) {
			return false
		}
	}
	return few.end(s, "entries")
}

// entry reads one entry of a feed, the linked page before the entry's own text.
func (s *source) entry(feed *gofeed.Feed, item *gofeed.Item, n int, opts Options, yield yield) bool {
	complete := func(d *text.Document) *text.Document {
		if d.Publisher == "" {
			d.Publisher = tidy(feed.Title)
		}
		if d.Title == "" {
			d.Title = tidy(item.Title)
		}
		switch {
		case !d.Date.IsZero():
		case item.PublishedParsed != nil:
			d.Date = *item.PublishedParsed
		case item.UpdatedParsed != nil:
			d.Date = *item.UpdatedParsed
		}
		return d
	}
	if isURL(item.Link) && (opts.Fetch || isURL(s.path)) {
		page := &source{path: item.Link, id: urlID(item.Link)}
		again, got := true, false
		again = page.fetch(opts, func(d *text.Document, err error) bool {
			if err != nil {
				return yield(nil, err)
			}
			got = true
			return yield(complete(d), nil)
		})
		if got || !again {
			return again
		}
	}
	body, err := html.Parse(strings.NewReader(strings.ToValidUTF8(first(item.Content, item.Description), "\uFFFD")))
	if err != nil {
		return yield(nil, s.errorf(0, "", "entry %d: %v", n+1, err))
	}
	prune(body)
	title := tidy(item.Title)
	lines, dropped := blocks(body, title)
	if len(lines) == 0 {
		return yield(nil, s.errorf(0, "the article may be behind its link: "+item.Link, "entry %d has no text", n+1))
	}
	e := &source{path: s.path, id: urlID(first(item.Link, item.GUID))}
	if e.id == "" {
		e.id = s.id + "-" + hash(title+"\n"+lines[0].text)
	}
	d, err := e.article(withTitle(lines, title))
	if err != nil {
		return yield(nil, s.errorf(0, "", "entry %d: no article text", n+1))
	}
	d.Title = first(title, d.Title)
	d.Skipped = append(d.Skipped, dropped...)
	if isURL(item.Link) {
		d.URL = item.Link
	}
	return yield(complete(d), nil)
}

// urlID makes a document's id of its address: the slug of host and path.
func urlID(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return slug(address)
	}
	path := strings.TrimSuffix(strings.TrimSuffix(u.Path, ".html"), ".htm")
	id := slug(strings.TrimPrefix(u.Host, "www.") + " " + path + " " + u.RawQuery)
	if len(id) > 120 {
		id = strings.TrimRight(strings.ToValidUTF8(id[:110], ""), "-") + "-" + hash(id)
	}
	return id
}
